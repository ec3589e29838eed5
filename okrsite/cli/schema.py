"""`okrsite schema`."""

from __future__ import annotations

import json

import click

from okrsite.documents.schema import KINDS, json_schema


@click.command("schema", epilog="For example: okrsite schema objective > objective.schema.json")
@click.argument("kind", required=False, type=click.Choice(sorted(KINDS)))
def command(kind: str | None) -> None:
    """Print the JSON Schema of a KIND of file, for editors; without KIND, of all kinds as one object."""
    whole = json_schema(kind) if kind else {name: json_schema(name) for name in sorted(KINDS)}
    click.echo(json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True))
