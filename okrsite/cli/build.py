"""`okrsite build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from okrsite.build import Made, build
from okrsite.cli import options


@click.command("build", epilog="For example: okrsite build --output public --base-url https://okr.example.org/")
@options.root_argument
@options.site_options
@click.option("--force", is_flag=True, help="Publish into a folder that holds other files too; they stay untouched.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1), metavar="N", help="How many processes may work at once; as many as cores."
)
@click.option("--open", "show", is_flag=True, help="Open the site in the browser afterwards.")
def command(  # noqa: PLR0913 - one for each option
    root: Path | None,
    form: str,
    path_prefix: str | None,
    *,
    strict: bool,
    quiet: bool,
    verbose: bool,
    force: bool,
    jobs: int | None,
    show: bool,
    as_of: str | None,
    output: str | None,
    base_url: str | None,
) -> None:
    """Make the site. With an error in the files nothing is published: the last good site stays as it is."""
    progress = options.Progress(verbose=verbose, quiet=quiet)
    made = build(
        options.root_of(root),
        options.wishes(as_of=as_of, output=output, base_url=base_url, force=force, strict=strict, jobs=jobs),
        progress,
    )
    progress.close()
    options.report(made.findings, form, path_prefix, full=verbose)
    code = options.exit_code(made.findings, faulty=made.config.faulty, strict=strict)
    if made.published is None:
        click.echo(
            f"{made.title}: {options.said(made.findings)}. Nothing was published; what was there stays.", err=True
        )
    elif not quiet:
        click.echo(_published(made), err=True)
    if show and made.published is not None:
        click.launch(str(made.config.output / "index.html"))
    sys.exit(code)


def _published(made: Made) -> str:
    found = f" {options.said(made.findings).capitalize()}." if made.findings else ""
    return (
        f"{made.title}: {made.files} files in {made.config.output}.{found}\nLook at {made.config.output / 'index.html'}"
    )
