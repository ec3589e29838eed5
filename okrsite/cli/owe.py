"""`okrsite owe`."""

from __future__ import annotations

from pathlib import Path

import click

from okrsite.build import read_and_link
from okrsite.cli import options
from okrsite.exchange.due_records import due_record
from okrsite.exchange.json_text import json_text
from okrsite.measure import measure
from okrsite.measure.due import due_on
from okrsite.measure.model import Site
from okrsite.targets import Target
from okrsite.terminal import due_from, meant_person, meant_team, owed_text
from okrsite.theme import find_theme


@click.command("owe", epilog="For example: okrsite owe --team wards")
@options.root_option
@click.option("--team", help="Only what is due from a team, by its id or name.")
@click.option("--person", help="Only what is due from a person, by their id or name.")
@click.option("--as-of", metavar="DATE", help="As it stood on a day, YYYY-MM-DD; else as for build.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
def command(root: Path | None, team: str | None, person: str | None, as_of: str | None, form: str) -> None:
    """Say what is due: check-ins to write, asks and needs to answer, what was agreed for a day that has passed.

    It is a list to work from, by team in the order of the alphabet; it counts nothing and compares nobody.
    """
    if team is not None and person is not None:
        raise click.UsageError("Name a team or a person, not both.")
    linked = read_and_link(options.root_of(root), options.wishes(as_of=as_of))
    config = linked.config
    options.refuse_what_was_typed(linked.findings)
    site = measure(linked.plan, config.as_of, check_in_every=config.check_in_every)
    whose = _meant(site, team, person)
    options.tell_of_errors(linked.findings)
    due = due_on(site, check_in_every=config.check_in_every)
    if form == "json":
        click.echo(json_text(due_record(site, due_from(site, due, whose))))
        return
    theme, _ = find_theme(config.root, config.theme)
    text = owed_text(site, config, theme.speech(config.language), due, whose, color=options.colored())
    click.echo(text, nl=False, color=options.colored())


def _meant(site: Site, team: str | None, person: str | None) -> Target | None:
    """Find whose list is wanted; a name that nothing has is wrong use."""
    if team is None and person is None:
        return None
    found = meant_team(site, team) if team is not None else meant_person(site, person or "")
    if isinstance(found, str):
        raise click.UsageError(found)
    return found
