"""`okrsite init`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from okrsite.authoring import starter, write_new


@click.command("init", epilog="For example: okrsite init our-okrs && okrsite build our-okrs --open")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all went well.")
def command(folder: Path, *, quiet: bool) -> None:
    """Start a site in DIR: a small company in five files that explain themselves. Nothing is ever overwritten."""
    files = starter(datetime.now(UTC).date())
    there = [path for path in files if (folder / path).exists()]
    if there:
        raise click.UsageError(f"{folder / there[0]} is there already; nothing was written.")
    for path, text in files.items():
        write_new(folder / path, text)
        if not quiet:
            click.echo(f"wrote {folder / path}")
    if not quiet:
        where = "" if folder == Path() else f" {folder}"
        click.echo(f"\nNext: okrsite build{where} --open\nThen read the five files, and put your own words in.")
