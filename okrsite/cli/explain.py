"""`okrsite explain`."""

from __future__ import annotations

from difflib import get_close_matches
from textwrap import fill, indent

import click

from okrsite.checks import EXAMPLES_ON, Example, Rule, rules
from okrsite.diagnostics import Level
from okrsite.speech import english_name

_LINES = 14
_WIDTH = 90


@click.command("explain", epilog="For example: okrsite explain ref-broken")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Say what RULE is for, what it comes from, and the way out, with an example that it finds and one that it doesn't; without RULE, list them all."""
    if rule is None:
        click.echo(
            "".join(f"{known.id:16} {known.level:8} finds {known.finds}\n" for known in rules().values()), nl=False
        )
        return
    known = rules().get(rule)
    if known is None:
        near = get_close_matches(rule, rules(), n=1)
        hint = f" Did you mean {near[0]}?" if near else " `okrsite explain` lists them all."
        raise click.UsageError(f"there is no rule {rule!r}.{hint}")
    click.echo(explained(known))


def explained(rule: Rule) -> str:
    """Write what a rule is for, its two examples, and how to turn it off, as paragraphs for a terminal."""
    parts = [
        f"{rule.id} ({rule.level})",
        _filled(f"Finds {rule.finds}."),
        _filled(rule.why),
        _filled(f"Drawn from: {rule.drawn_from}." if rule.drawn_from else ""),
        _filled(f"The way out: {rule.help}" if rule.help else ""),
        _filled(_languages_read(rule)),
        f"{_when(rule)} here, between ⟦ and ⟧:\n\n{_shown(rule.found, marked=True)}",
        f"And nothing here:\n\n{_shown(rule.fine, marked=False)}",
        _filled(_how_to_turn_off(rule)),
    ]
    return "\n\n".join(filter(None, parts))


def _filled(text: str) -> str:
    return fill(text, _WIDTH, break_on_hyphens=False)


def _languages_read(rule: Rule) -> str:
    """Say which languages a rule reads, for one that reads any."""
    if not rule.languages:
        return ""
    *others, last = map(english_name, rule.languages)
    listed = f"{', '.join(others)} and {last}" if others else last
    return f"It reads {listed}, and says nothing about other languages."


def _when(rule: Rule) -> str:
    """Say on which day the examples are looked at; errors are errors on any."""
    return "It finds something" + ("" if rule.level is Level.ERROR else f" on {EXAMPLES_ON}")


def _shown(example: Example, *, marked: bool) -> str:
    files = example.files if marked else example.plain()
    return "\n\n".join(
        f"  {path}\n{indent(_beginning(text), '    | ', lambda _: True)}" for path, text in files.items()
    )


def _beginning(text: str | None) -> str:
    if text is None:
        return "(a named pipe)"
    lines = [line if len(line) <= _WIDTH else line[:_WIDTH] + "…" for line in text.rstrip("\n").split("\n")]
    return "\n".join(lines if len(lines) <= _LINES else [*lines[:_LINES], "…"])


def _how_to_turn_off(rule: Rule) -> str:
    if rule.level is Level.ERROR:
        return "This is an error: a fact about the files. It can’t be turned off, set lower or accepted."
    return (
        f"To turn it off, or to weigh it otherwise, write `checks: {{{rule.id}: off}}` in okrsite.yaml (or note, warning, error). "
        f"To accept it where it stands, write `allow: {{{rule.id}: the reason}}` at the objective, or in the file of the team "
        "where it is about a team; the reason is shown."
    )
