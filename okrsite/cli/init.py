"""`okrsite init`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from okrsite.authoring import SCHEMAS, starter, write_again, write_new
from okrsite.exchange.schemas import WRITTEN, schema_files


@click.command("init", epilog="For example: okrsite init our-okrs && okrsite build our-okrs --open")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all went well.")
def command(folder: Path, *, quiet: bool) -> None:
    """Start a site in DIR: a small company in five files that explain themselves. Nothing is ever overwritten.

    Beside them stands what editors complete and explain keys of YAML files by, as `okrsite schema --out` writes it.
    """
    files = starter(datetime.now(UTC).date())
    there = [path for path in files if (folder / path).exists()]
    if there:
        raise click.UsageError(f"{folder / there[0]} is there already; nothing was written.")
    for path, text in files.items():
        write_new(folder / path, text)
        if not quiet:
            click.echo(f"wrote {folder / path}")
    for name, text in schema_files():
        write_again(folder / SCHEMAS / name, text, WRITTEN)
    if not quiet:
        click.echo(f"and, for editors, {folder / SCHEMAS}")
        where = "" if folder == Path() else f" {folder}"
        click.echo(f"\nNext: okrsite build{where} --open\nThen read the five files, and put your own words in.")
