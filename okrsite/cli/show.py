"""`okrsite show`."""

from __future__ import annotations

from pathlib import Path

import click

from okrsite.build import read_and_link
from okrsite.cli import options
from okrsite.exchange.json_text import json_text
from okrsite.exchange.records import objective_record
from okrsite.measure import measure
from okrsite.terminal import meant, objective_text
from okrsite.theme import find_theme


@click.command("show", epilog="For example: okrsite show wards/walk-again")
@click.argument("name", metavar="OBJECTIVE")
@options.root_option
@click.option("--as-of", metavar="DATE", help="As it stood on a day, YYYY-MM-DD; else as for build.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or the record that data/site.json has of it.",
)
def command(name: str, root: Path | None, as_of: str | None, form: str) -> None:
    """Show an objective: why, how its team will know, its last words, who needs whom.

    OBJECTIVE is its full name (2026-Q1/wards/walk), the end of one (walk), or the path of its file.
    """
    linked = read_and_link(options.root_of(root), options.wishes(as_of=as_of))
    config = linked.config
    options.refuse_what_was_typed(linked.findings)
    site = measure(linked.plan, config.as_of, check_in_every=config.check_in_every)
    found = meant(site, name)
    options.tell_of_errors(linked.findings)
    if isinstance(found, str):
        raise click.UsageError(found)
    if form == "json":
        click.echo(json_text(objective_record(found)))
        return
    theme, _ = find_theme(config.root, config.theme)
    text = objective_text(site, config, theme.speech(config.language), found, color=options.colored())
    click.echo(text, nl=False, color=options.colored())
