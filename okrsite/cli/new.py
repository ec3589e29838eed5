"""`okrsite new`: asks at a terminal for what is missing, takes all of it as options for scripts."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from okrsite import authoring
from okrsite.authoring import Draft, Known, NewCheckIn, NewKeyResult, NewObjective
from okrsite.build import read_and_link
from okrsite.cli import options
from okrsite.config import configure
from okrsite.written import wrong_with_id


@click.group("new", epilog="For example: okrsite new objective --team wards --title 'Nights are for sleeping'")
def command() -> None:
    """Write the first version of a file. What is missing is asked for at a terminal; nothing is ever overwritten."""


def _asked(given: str | None, question: str, option: str, *, needed: bool = True, default: str | None = None) -> str:
    """Give what was given, else ask for it at a terminal, else take the default, else refuse when it is needed."""
    if given is not None:
        return given
    if sys.stdin.isatty() and sys.stdout.isatty():
        answer = click.prompt(
            question, default=default if default is not None else (None if needed else ""), show_default=bool(default)
        )
        return str(answer).strip()
    if default is not None or not needed:
        return default or ""
    raise click.UsageError(f"{option} is missing: {question[0].lower()}{question[1:]}.")


def _day(written: str | None) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise click.UsageError(f"{written!r} is no day; write it as 2026-10-24.") from None


def _write(root: Path | None, draft: Draft) -> None:
    folders = draft.path.removesuffix(".md").split("/")
    for name in folders:
        if wrong := wrong_with_id(name):
            raise click.UsageError(f"the name {name!r} {wrong}; give another with --id.")
    config, _ = configure(options.root_of(root), options.wishes())
    path = Path(config.root, config.content, *folders[:-1], f"{folders[-1]}.md")
    try:
        authoring.write_new(path, draft.text)
    except FileExistsError:
        raise click.UsageError(f"{path} is there already; nothing was written.") from None
    click.echo(path)


def _known(root: Path | None) -> Known:
    linked = read_and_link(options.root_of(root), options.wishes())
    return Known(linked.plan, linked.config.as_of)


@command.command()
@options.root_option
@click.option("--cycle", help="Its cycle, for example 2026-Q1.")
@click.option("--team", help="The team that leads it: its id.")
@click.option("--title", help="What will be true.")
@click.option("--id", "name", help="Its id, instead of one made from the title.")
@click.option("--why", help="Why it matters.")
@click.option("--owner", help="Who looks after it.")
@click.option(
    "--type", "kind", type=click.Choice(["committed", "aspirational", "learning"]), help="What the team promises."
)
@click.option(
    "--origin",
    type=click.Choice(["team", "negotiated", "assigned", "claimed"]),
    default="team",
    show_default=True,
    help="Where it comes from.",
)
@click.option("--supports", help="What it contributes to: an objective, theme:… or mission.")
@click.option("--because", help="The reason.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be repeated.")
@click.option(
    "--key-result",
    "key_results",
    multiple=True,
    metavar="'TITLE; START; TARGET'",
    help="A key result; may be repeated.",
)
@click.option("--draft", is_flag=True, help="Mark it as a draft.")
def objective(
    root: Path | None, name: str | None, kind: str | None, key_results: tuple[str, ...], *, draft: bool, **said: Any
) -> None:
    """Write a new objective."""
    there = _known(root)
    new = NewObjective(
        cycle=_asked(said["cycle"], "In which cycle", "--cycle", default=there.cycle),
        team=_asked(said["team"], "Which team leads it", "--team", default=there.only_team),
        title=_asked(said["title"], "What will be true, in one sentence", "--title"),
        name=name or "",
        why=_asked(said["why"], "Why does it matter", "--why", needed=False),
        owner=_asked(said["owner"], "Who looks after it", "--owner", needed=False),
        type=kind or "",
        origin=said["origin"],
        supports=_asked(
            said["supports"], "What does it support (an objective, or mission)", "--supports", needed=False
        ),
        because=said["because"] or "",
        tags=said["tags"],
        key_results=[NewKeyResult.read(one) for one in key_results],
        state="draft" if draft else "",
    )
    _write(root, authoring.objective(new))


@command.command()
@options.root_option
@click.option("--name", help="What it is called.")
@click.option("--id", "file", help="Its id, instead of one made from the name.")
@click.option("--parent", help="The team it is part of.")
@click.option("--lead", help="Who speaks for it.")
@click.option("--member", "members", multiple=True, help="Who is in it; may be repeated.")
@click.option("--since", help="Its first day.")
def team(root: Path | None, name: str | None, file: str | None, since: str | None, **said: Any) -> None:
    """Write a new team."""
    called = _asked(name, "What is the team called", "--name")
    _write(
        root,
        authoring.team(
            called, file=file or "", since=_day(since), **{key: value for key, value in said.items() if value}
        ),
    )


@command.command()
@options.root_option
@click.option("--name", help="What they are called.")
@click.option("--id", "file", help="Their id, instead of one made from the name.")
@click.option("--role", help="What they do.")
@click.option("--team", "teams", multiple=True, help="A team they are in; may be repeated.")
@click.option("--contact", help="How to reach them.")
@click.option("--helps-with", multiple=True, help="What others may ask them for; may be repeated.")
def person(root: Path | None, name: str | None, file: str | None, **said: Any) -> None:
    """Write a new person."""
    called = _asked(name, "What are they called", "--name")
    _write(root, authoring.person(called, file=file or "", **{key: value for key, value in said.items() if value}))


@command.command()
@options.root_option
@click.option("--id", "name", help="Its id, for example 2026-spring.")
@click.option("--title", help="What it is called.")
@click.option("--start", help="Its first day.")
@click.option("--end", help="Its last day.")
@click.option("--about", help="One line about it.")
def cycle(root: Path | None, name: str | None, **said: str | None) -> None:
    """Write a new cycle."""
    _write(
        root,
        authoring.cycle(
            _asked(name, "Its id, for example 2026-spring", "--id"),
            title=said["title"] or "",
            start=_day(_asked(said["start"], "Its first day, as 2026-03-02", "--start")),
            end=_day(_asked(said["end"], "Its last day", "--end")),
            about=said["about"] or "",
        ),
    )


@command.command("check-in")
@options.root_option
@click.argument("about", metavar="OBJECTIVE", required=False)
@click.option("--date", "day", help="The day; without it, today.")
@click.option("--by", help="Who writes.")
@click.option("--confidence", type=click.IntRange(0, 10), help="0 to 10: how sure the team is to get there.")
@click.option(
    "--reading", "readings", multiple=True, metavar="KEY_RESULT=VALUE", help="What was read; may be repeated."
)
@click.option("--learned", help="What was learned.")
@click.option("--blocked", help="What is in the way.")
@click.option("--ask", help="A question to everyone.")
@click.option("--next", "comes_next", help="What comes next.")
def check_in(
    root: Path | None,
    about: str | None,
    day: str | None,
    readings: tuple[str, ...],
    comes_next: str | None,
    **said: Any,
) -> None:
    """Write a new check-in for OBJECTIVE as a file of its own."""
    wanted = _asked(about, "Which objective is it about", "OBJECTIVE")
    found = _known(root).objective(wanted)
    if isinstance(found, str):
        raise click.UsageError(found)
    new = NewCheckIn(
        objective=wanted,
        day=_day(day) or datetime.now(UTC).date(),
        by=_asked(said["by"], "Who writes", "--by", needed=False),
        confidence=said["confidence"],
        readings=dict(_pair(one) for one in readings),
        known={key_result.id: key_result.title for key_result in found.key_results},
        learned=_asked(said["learned"], "What did you see and learn", "--learned", needed=False),
        blocked=said["blocked"] or "",
        ask=said["ask"] or "",
        next=comes_next or "",
    )
    _write(root, authoring.check_in(new, found.team, found.id))


def _pair(written: str) -> tuple[str, str]:
    key, mark, value = written.partition("=")
    if not mark:
        raise click.UsageError(f"--reading {written}: write it as KEY_RESULT=VALUE.")
    return key.strip(), value.strip()


@command.command()
@options.root_option
@click.option("--title", help="Its title.")
@click.option("--nav", is_flag=True, help="Show it in the menu.")
@click.option("--order", help="Its place in the menu, smallest first.")
def page(root: Path | None, title: str | None, order: str | None, *, nav: bool) -> None:
    """Write a new free page."""
    _write(root, authoring.page(_asked(title, "Its title", "--title"), nav=nav, order=order or ""))
