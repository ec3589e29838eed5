"""`okrsite schema`."""

from __future__ import annotations

from pathlib import Path

import click

from okrsite.authoring import write_again
from okrsite.documents.schema import KINDS
from okrsite.exchange.schemas import WRITTEN, all_schemas_text, file_name, schema_text


@click.command("schema", epilog="For example: okrsite schema --out .okrsite/schema")
@click.argument("kind", required=False, type=click.Choice(sorted(KINDS)))
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a file for each kind into a folder, instead of printing.",
)
def command(kind: str | None, out: Path | None) -> None:
    """Print the JSON Schema of a KIND of file, for editors; without KIND, of all kinds as one object.

    An editor with a YAML language server completes and explains keys by it, where a YAML file begins with a line such
    as `# yaml-language-server: $schema=.okrsite/schema/config.schema.json`, the path as seen from the file.
    """
    kinds = [kind] if kind else sorted(KINDS)
    if out is None:
        click.echo(schema_text(kind) if kind else all_schemas_text(), nl=False)
        return
    for each in kinds:
        path = out / file_name(each)
        if not write_again(path, schema_text(each), WRITTEN):
            raise click.UsageError(f"{path} is no schema that okrsite wrote; it stays as it is.")
        click.echo(f"wrote {path}")
