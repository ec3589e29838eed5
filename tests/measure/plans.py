"""Small plans: values with everything but what a test is about left at rest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from okrsite.plan.model import (
    Ask,
    CheckIn,
    Cycle,
    Ending,
    KeyResult,
    Kind,
    Milestone,
    Objective,
    Organisation,
    Origin,
    Person,
    Plan,
    Policy,
    Reading,
    Reply,
    Support,
    Team,
    Theme,
)
from okrsite.prose import Prose, block
from okrsite.targets import Target

HERE = Origin("content/x.md", 1)
CYCLE = "2026-Q1"


def day(text: str) -> date:
    return date.fromisoformat(text)


def prose(text: str, *targets: Target | None) -> Prose:
    """A text, and where its links lead in the order of their numbers."""
    read = block(text, key="x")
    assert isinstance(read, Prose)
    assert len(read.links) == len(targets)
    return Prose(read.source, read.html, read.links, targets, read.headings, read.columns)


def to(name: str) -> Target:
    ref, _, key_result = name.partition("#")
    kind, _, thing = name.partition(":")
    if name == "mission":
        return Target("mission")
    return Target(kind, thing) if thing else Target("objective", ref, key_result or None)  # type: ignore[arg-type]


def reading(on: str | None, value: str, confidence: int | None = None) -> Reading:
    return Reading(day(on) if on else None, Decimal(value), confidence, None, HERE)


def milestone(title: str, done: str | bool = False, weight: str = "1") -> Milestone:  # noqa: FBT001, FBT002 - as written
    said, on = (done, None) if isinstance(done, bool) else (False, day(done))
    return Milestone(title, title, Decimal(weight), None, said, on)


def key_result(name: str = "kr", kind: Kind = Kind.NUMBER, **more: Any) -> KeyResult:
    numbers = {"start", "target", "at_least", "at_most", "weight", "score"}
    given = {k: Decimal(v) if k in numbers and v is not None else v for k, v in more.items()}
    rest = dict.fromkeys(("unit", "start", "target", "at_least", "at_most", "done_on", "owner", "due", "source"))
    rest |= dict.fromkeys(("note", "score", "pairs_with", "same_as"))
    whole: dict[str, Any] = {"id": name, "title": name, "kind": kind, "weight": Decimal(1), **rest, "readings": ()}
    whole |= {"milestones": (), "done": False, "teams": (), "same_as_private": False, "origin": HERE}
    return KeyResult(**whole | given)


def check_in(on: str, **more: Any) -> CheckIn:
    whole: dict[str, Any] = dict.fromkeys(("by", "confidence", "status", "learned", "blocked", "next", "ask"))
    whole |= {"readings": {}, "replies": (), "origin": HERE}
    return CheckIn(day(on), **whole | more)


def ask(on: str, what: str, objective: str = "2026-Q1/wards/x", **more: Any) -> Ask:
    whole: dict[str, Any] = {"by": None, "of": None, "of_text": None, "until": None, "replies": (), "origin": HERE}
    return Ask(objective, day(on), what=prose(what), **whole | more)


def reply(on: str, text: str, *, answers: bool = False, by: str | None = None) -> Reply:
    return Reply(day(on), by, prose(text), answers)


def ending(on: str, **more: Any) -> Ending:
    return Ending(day(on), **more)


def support(name: str, because: Prose | None = None) -> Support:
    return Support(to(name), because, HERE)


def objective(ref: str = "2026-Q1/wards/x", **more: Any) -> Objective:
    cycle, team, name = ref.split("/")
    whole: dict[str, Any] = dict.fromkeys(("why", "serves", "type", "came_from", "contact", "continues", "since"))
    whole |= dict.fromkeys(("score", "closed", "dropped", "paused", "body"))
    whole |= dict.fromkeys(("teams", "owners", "supports", "needs", "tags", "key_results", "check_ins", "asks"), ())
    whole |= {"changed": (), "health": (), "aliases": (), "allow": {}, "private": False, "state": "active"}
    whole |= {"title": name, "origin": Origin(f"content/okrs/{ref}.md", 1)}
    return Objective(ref=ref, id=name, cycle=cycle, team=team, **whole | more)


def cycle(name: str = CYCLE, start: str = "2026-01-01", end: str = "2026-03-31", **more: Any) -> Cycle:
    whole: dict[str, Any] = {"about": None, "closed": None, "body": None, "aliases": (), "origin": None}
    return Cycle(name, name, day(start), day(end), **whole | more)


def team(name: str, **more: Any) -> Team:
    whole: dict[str, Any] = dict.fromkeys(("short", "parent", "lead", "contact", "since", "until", "body", "origin"))
    return Team(name, name, **whole | {"members": (), "allow": {}, "aliases": ()} | more)


def person(name: str, **more: Any) -> Person:
    whole: dict[str, Any] = dict.fromkeys(("role", "contact", "pronouns", "body", "origin"))
    return Person(name, name, **whole | {"teams": (), "helps_with": (), "aliases": ()} | more)


def theme(name: str, why: Prose | None = None) -> Theme:
    return Theme(name, name, why, None)


def organisation(*themes: Theme, **more: Any) -> Organisation:
    whole: dict[str, Any] = {"mission": "Good care, close to home", "vision": None, "policy": Policy()}
    whole |= {"contact": None, "about": None, "origin": None}
    return Organisation("Tarnvale", themes=themes, **whole | more)


def plan(*objectives: Objective, **more: Any) -> Plan:
    """A plan of objectives, with the teams, people, tags and cycles that they name, as if each had no file."""
    in_order = sorted(objectives, key=lambda o: o.ref.split("/"))
    teams = {t for o in objectives for t in (o.team, *o.teams)}
    whole: dict[str, Any] = {
        "organisation": organisation(),
        "cycles": {name: cycle(name) for name in sorted({o.cycle for o in objectives})},
        "teams": {name: team(name) for name in sorted(teams)},
        "people": {name: person(name) for name in sorted({p for o in objectives for p in o.owners})},
        "objectives": {o.ref: o for o in in_order},
        "tags": dict(sorted({tag for o in objectives for tag in o.tags})),
        "health": {},
        "pages": {},
        "attachments": {},
    }
    return Plan(**whole | more)


def refs(things: Iterable[Any]) -> list[str]:
    return [thing.ref for thing in things]
