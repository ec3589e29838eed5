"""`okrsite clean`."""

from __future__ import annotations

from pathlib import Path

import click

from okrsite.cli import options
from okrsite.config import configure
from okrsite.publish import Cleaned, clean


@click.command("clean", epilog="For example: okrsite clean --output public")
@options.root_argument
@click.option("--output", metavar="DIR", help="The published folder, instead of the one in okrsite.yaml.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all went well.")
def command(root: Path | None, output: str | None, *, quiet: bool) -> None:
    """Remove what build has made, and nothing else."""
    config, _ = configure(options.root_of(root), options.wishes(output=output))
    cleaned = clean(config.output)
    if not quiet:
        click.echo(_said(config.output, cleaned))


def _said(output: Path, cleaned: Cleaned) -> str:
    if not cleaned.removed:
        return f"{output}: nothing there was made by okrsite."
    left = f"; {len(cleaned.left)} other files are left" if cleaned.left else ""
    return f"{output}: {cleaned.removed} files removed{left}."
