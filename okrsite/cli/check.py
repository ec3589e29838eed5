"""`okrsite check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from okrsite.build import check
from okrsite.cli import options


@click.command("check", epilog="For example: okrsite check --strict --format json")
@options.root_argument
@options.site_options
def command(
    root: Path | None,
    form: str,
    as_of: str | None,
    output: str | None,
    base_url: str | None,
    *,
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Do all that build does, but for publishing, and list what is wrong or worth a word."""
    progress = options.Progress(verbose=verbose, quiet=quiet)
    made = check(
        options.root_of(root), options.wishes(as_of=as_of, output=output, base_url=base_url, strict=strict), progress
    )
    progress.close()
    options.report(made.findings, form)
    if not quiet:
        click.echo(f"{made.title}: {options.said(made.findings)}.", err=True)
    sys.exit(options.exit_code(made.findings, faulty=made.config.faulty, strict=strict))
