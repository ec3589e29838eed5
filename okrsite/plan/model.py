"""The company as linked, frozen values, before any date: what the files say, with every reference resolved.

Every `Prose` in it has its `targets` filled in (see `okrsite.prose`).
Everything here is picklable. Given numbers are `Decimal`, exactly as written; nothing is computed yet.
A private objective is part of the plan (so that its references are checked) and leaves it in `measure`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from okrsite.prose import Prose
from okrsite.targets import Target


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a thing was written: path relative to the root with `/`, line from 1."""

    path: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Support:
    """`supports`: what an objective contributes to, and because of what. The first of an objective is its main one."""

    to: Target
    because: Prose | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Need:
    """`depends_on`: what an objective needs from an objective, a key result or a team."""

    to: Target
    need: str | None
    by: date | None
    state: Literal["asked", "agreed", "declined", "delivered"] | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Continues:
    """The objective of an earlier cycle that this one carries on."""

    to: str
    because: Prose | None


class Kind(StrEnum):
    """The kinds of key result."""

    NUMBER = "number"
    GUARD_RAIL = "guard-rail"
    MILESTONES = "milestones"
    YES_NO = "yes-no"
    FIND_OUT = "find-out"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a number, guard rail or finding-out.

    `day` is None for `current`. `of_check_in` tells that it was given in a check-in (with words), not at the key result.
    """

    day: date | None
    value: Decimal
    confidence: int | None
    note: Prose | None
    origin: Origin
    of_check_in: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One reading, in a check-in, of a key result without numbers (milestones, yes or no).

    It tells how sure the team was, its own or else the check-in's, and its note. What was done by it stands in
    `Milestone.done_on`, `KeyResult.done_on`.
    """

    day: date
    confidence: int | None
    note: Prose | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step; `done` holds every way it was said to be done: a plain yes (no day), or the first day of it."""

    id: str
    title: str
    weight: Decimal
    due: date | None
    done: bool
    done_on: date | None


@dataclass(frozen=True, slots=True)
class KeyResult:
    """A key result as written, its readings merged from all places and sorted by day.

    For a `same_as`, kind, numbers, unit, readings and so on are those of the other, already filled in. With
    `same_as_private` nothing is: `same_as` is None, and without a title of its own `title` is empty.
    """

    id: str
    title: str
    kind: Kind
    unit: str | None
    start: Decimal | None
    target: Decimal | None
    at_least: Decimal | None
    at_most: Decimal | None
    weight: Decimal
    readings: tuple[Reading, ...]
    milestones: tuple[Milestone, ...]
    done: bool
    done_on: date | None
    owner: str | None
    teams: tuple[str, ...]
    due: date | None
    source: str | None
    note: Prose | None
    score: Decimal | None
    pairs_with: Target | None
    same_as: str | None
    same_as_private: bool
    origin: Origin
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to an ask or a word to a check-in."""

    day: date
    by: str | None
    text: Prose
    answers: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to everyone.

    `of` is a team or a person where the words name one, else None; `of_text` as written. `replies` are in the order of
    their days; for an ask of a check-in, those to the check-in are among them.
    """

    objective: str
    day: date
    by: str | None
    what: Prose
    of: Target | None
    of_text: str | None
    until: date | None
    replies: tuple[Reply, ...]
    origin: Origin


ReadValue = Decimal | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A check-in.

    `readings` maps key-result ids, in the order written, to a value: a number, `True` for a yes-or-no, or the ids of
    milestones done. The replies to its ask stand at the ask too.
    """

    day: date
    by: str | None
    confidence: int | None
    status: Literal["on-track", "at-risk", "off-track"] | None
    readings: Mapping[str, ReadValue]
    learned: Prose | None
    blocked: Prose | None
    next: Prose | None
    ask: Ask | None
    replies: tuple[Reply, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Change:
    """A target moved in the open."""

    day: date
    by: str | None
    what: Prose
    why: Prose | None


@dataclass(frozen=True, slots=True)
class Ending:
    """`closed`, `dropped` or `paused`, with its day and words."""

    day: date
    why: Prose | None = None
    learned: Prose | None = None


ObjectiveType = Literal["committed", "aspirational", "learning"]
ObjectiveOrigin = Literal["team", "negotiated", "assigned", "claimed"]
State = Literal["draft", "proposed", "open", "active", "paused", "closed", "dropped"]


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective with every reference resolved. `ref` is `<cycle>/<team>/<slug>`.

    `state` is the one written (`active` without one, and where only an ending's date implies another).
    `tags` are (slug, as first written anywhere on the site) pairs; the slug is empty for a tag without one.
    """

    ref: str
    id: str
    cycle: str
    team: str
    title: str
    why: Prose | None
    serves: str | None
    type: ObjectiveType | None
    came_from: ObjectiveOrigin | None
    state: State
    teams: tuple[str, ...]
    owners: tuple[str, ...]
    contact: str | None
    supports: tuple[Support, ...]
    needs: tuple[Need, ...]
    tags: tuple[tuple[str, str], ...]
    key_results: tuple[KeyResult, ...]
    check_ins: tuple[CheckIn, ...]
    asks: tuple[Ask, ...]
    changed: tuple[Change, ...]
    health: tuple[str, ...]
    continues: Continues | None
    since: date | None
    score: Decimal | None
    closed: Ending | None
    dropped: Ending | None
    paused: Ending | None
    allow: Mapping[str, str]
    private: bool
    aliases: tuple[str, ...]
    body: Prose | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Cycle:
    """A span of days, both included. `origin` is None when the dates follow from the name alone."""

    id: str
    title: str
    start: date
    end: date
    about: Prose | None
    closed: date | None
    body: Prose | None
    aliases: tuple[str, ...]
    origin: Origin | None

    def contains(self, other: Cycle) -> bool:
        """Whether every day of `other` is one of this cycle's; a cycle does not contain itself."""
        return self.id != other.id and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Team:
    """A team; `origin` is None when it was made from its name under `okrs/` or by being named."""

    id: str
    name: str
    short: str | None
    parent: str | None
    lead: str | None
    members: tuple[str, ...]
    contact: str | None
    since: date | None
    until: date | None
    allow: Mapping[str, str]
    aliases: tuple[str, ...]
    body: Prose | None
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person, from `people/` or by being named; `origin` is None for the latter."""

    id: str
    name: str
    teams: tuple[str, ...]
    role: str | None
    contact: str | None
    pronouns: str | None
    helps_with: tuple[str, ...]
    aliases: tuple[str, ...]
    body: Prose | None
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Health:
    """A health metric: what must not get worse while objectives are chased."""

    id: str
    title: str
    unit: str | None
    at_least: Decimal | None
    at_most: Decimal | None
    team: str | None
    source: str | None
    readings: tuple[Reading, ...]
    aliases: tuple[str, ...]
    body: Prose | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the organisation; it serves the mission."""

    id: str
    title: str
    why: Prose | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Policy:
    """What scores are for, and how small groups are protected."""

    scores_affect_pay: bool = False
    surveys_min_group: int = 10
    statement: Prose | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whom the site is about. `named` is False when no `org.md` gave a name."""

    name: str
    mission: str | None
    vision: str | None
    themes: tuple[Theme, ...]
    policy: Policy
    contact: str | None
    about: Prose | None
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class FreePage:
    """A page of `pages/`; `path` is its place below `pages/` without suffix."""

    path: str
    title: str
    nav: bool
    order: Decimal
    body: Prose
    origin: Origin


@dataclass(frozen=True, slots=True)
class Scale:
    """The steps of an answer, from the lowest to the highest, and what these two mean."""

    lowest: int
    highest: int
    low: str | None
    high: str | None


@dataclass(frozen=True, slots=True)
class SurveyGroup:
    """Who was asked together, how many they were, and how many of them answered."""

    id: str
    name: str
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A statement; `counts` has for each group, in their order, how many chose each step."""

    id: str
    text: Prose | None
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Answers counted by groups: those of the survey itself, or of a split, which has an id and a title."""

    id: str | None
    title: str | None
    groups: tuple[SurveyGroup, ...]
    questions: tuple[SurveyQuestion, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """A pulse survey with all its counts; what may be shown of it is made in `measure`."""

    id: str
    title: str
    day: date
    about: Prose | None
    learned: Prose | None
    min_group: int | None
    scale: Scale
    whole: Grouping
    splits: tuple[Grouping, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside a source that prose links to, published under a name with its digest."""

    path: str
    digest: str
    url: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the files say, linked.

    Every mapping is in the order of its keys by code point; objectives part by part of their references.
    """

    organisation: Organisation
    cycles: Mapping[str, Cycle]
    teams: Mapping[str, Team]
    people: Mapping[str, Person]
    objectives: Mapping[str, Objective]
    health: Mapping[str, Health]
    pages: Mapping[str, FreePage]
    tags: Mapping[str, str]
    attachments: Mapping[str, Attachment]
    surveys: Mapping[str, Survey] = field(default_factory=dict)
