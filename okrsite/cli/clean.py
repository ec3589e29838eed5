"""`okrsite clean`."""

from __future__ import annotations

from pathlib import Path

import click

from okrsite.cache import remove
from okrsite.cli import keeping, options
from okrsite.config import configure
from okrsite.publish import Cleaned, clean


@click.command("clean", epilog="For example: okrsite clean --output public")
@options.root_argument
@click.option("--output", metavar="DIR", help="The published folder, instead of the one in okrsite.yaml.")
@click.option("--kept", is_flag=True, help="Remove what is kept for the next build instead, and leave the site.")
@keeping.place_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all went well.")
def command(root: Path | None, output: str | None, cache: Path | None, *, kept: bool, quiet: bool) -> None:
    """Remove what build has made, and nothing else."""
    site = options.root_of(root)
    if kept:
        folder = keeping.folder_of(site, cache)
        removed = folder is not None and remove(folder)
        said = f"{folder}: removed." if removed else "Nothing is kept of this site."
    else:
        config, _ = configure(site, options.wishes(output=output))
        said = _said(config.output, clean(config.output))
    if not quiet:
        click.echo(said)


def _said(output: Path, cleaned: Cleaned) -> str:
    if not cleaned.removed:
        return f"{output}: nothing there was made by okrsite."
    left = f"; {len(cleaned.left)} other files are left" if cleaned.left else ""
    return f"{output}: {cleaned.removed} files removed{left}."
