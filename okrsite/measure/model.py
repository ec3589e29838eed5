"""The plan as it stands on one day: what pages, checks and data read. Private objectives are gone from it.

Computed numbers are `Fraction`s, exact; they are rounded only where they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from okrsite.measure.survey.model import ShownSurvey
from okrsite.plan.model import (
    Ask,
    Attachment,
    Change,
    CheckIn,
    Cycle,
    Ending,
    FreePage,
    Health,
    KeyResult,
    Milestone,
    Objective,
    Organisation,
    Person,
    Reading,
    State,
    Team,
)
from okrsite.prose import Prose
from okrsite.targets import Target

Outcome = Literal["reached", "partly-reached", "not-reached", "learned", "dropped"]
CycleState = Literal["upcoming", "current", "past"]


@dataclass(frozen=True, slots=True)
class MeasuredKeyResult:
    """A key result on the day.

    `readings` are the dated ones until then, by day. `value` is the last reading's (a number), None where there is
    none; one without a `value_date` comes from `current`. `milestones` and `done` are as they stood. `raw` and
    `progress` are None where the kind has none or nothing is measured; `held` is None without a reading, and of
    all kinds but guard rails.
    """

    plan: KeyResult
    readings: tuple[Reading, ...]
    milestones: tuple[Milestone, ...]
    value: Decimal | None
    value_date: date | None
    done: bool
    raw: Fraction | None
    progress: Fraction | None
    confidence: int | None
    held: bool | None


@dataclass(frozen=True, slots=True)
class Upward:
    """A `supports` edge as shown: `to` is None where it leads to a private objective."""

    to: Target | None
    because: Prose | None
    primary: bool
    chain: tuple[Step, ...]
    """The main chain of its target, for the edges that are not the main one; empty for the main one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step up a why-chain: what stands there, and because of what the step below serves it."""

    to: Target
    because: Prose | None


@dataclass(frozen=True, slots=True)
class Downward:
    """An objective that supports this one (or key result `key_result` of it), and its reason."""

    ref: str
    key_result: str | None
    because: Prose | None
    primary: bool


@dataclass(frozen=True, slots=True)
class NeededBy:
    """An objective that needs something of this one, of one of its key results, or of a team."""

    ref: str
    key_result: str | None
    need: str | None
    by: date | None
    state: str | None


@dataclass(frozen=True, slots=True)
class NeedShown:
    """What this objective needs; `to` is None where that is private."""

    to: Target | None
    need: str | None
    by: date | None
    state: str | None


@dataclass(frozen=True, slots=True)
class ContinuedBy:
    """A later objective that carries this one on."""

    ref: str
    because: Prose | None


@dataclass(frozen=True, slots=True)
class MeasuredObjective:
    """An objective on the day: everything dated later is left out, `state` is the one that holds then.

    `why_chain` is what stands above, from the nearest up, along each first edge; `reaches_mission` tells whether
    it ends there, `ends_private` that it ends at a private objective. `weakest` is a key result's id.
    `measured` of `of` count key results of the kinds that have progress, guard rails apart. `asks` are all of it,
    those of its check-ins included, by day. `last_word` is the day of its last check-in or dated reading.
    Of `plan`, lists that may lead to what is private (`supports`, `needs`, `continues`) are shorter than as written:
    show those here instead.
    """

    plan: Objective
    state: State
    closed: Ending | None
    dropped: Ending | None
    paused: Ending | None
    key_results: tuple[MeasuredKeyResult, ...]
    check_ins: tuple[CheckIn, ...]
    asks: tuple[Ask, ...]
    changed: tuple[Change, ...]
    progress: Fraction | None
    raw_progress: Fraction | None
    measured: int
    of: int
    weakest: str | None
    confidence: int | None
    confidence_date: date | None
    status: Literal["on-track", "at-risk", "off-track"] | None
    quiet: bool
    last_word: date | None
    outcome: Outcome | None
    score: Fraction | None
    """What the outcome was decided on when it came from scores; None otherwise. The team's own is `plan.score`."""
    supports: tuple[Upward, ...] = ()
    supported_by: tuple[Downward, ...] = ()
    private_supporters: int = 0
    why_chain: tuple[Step, ...] = ()
    reaches_mission: bool = False
    ends_private: bool = False
    needs: tuple[NeedShown, ...] = ()
    needed_by: tuple[NeededBy, ...] = ()
    continues: tuple[str, Prose | None] | None = None
    continued_by: tuple[ContinuedBy, ...] = ()
    company: bool = False
    """A company objective: its first `supports` is the mission or a theme."""

    @property
    def ref(self) -> str:
        """Its full name, `<cycle>/<team>/<slug>`."""
        return self.plan.ref


@dataclass(frozen=True, slots=True)
class MeasuredHealth:
    """A health metric on the day; `held` is None without a reading or without bounds."""

    plan: Health
    readings: tuple[Reading, ...]
    value: Decimal | None
    value_date: date | None
    held: bool | None


@dataclass(frozen=True, slots=True)
class CycleOnDay:
    """A cycle and where the day lies in it."""

    plan: Cycle
    state: CycleState
    closed: date | None


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that can be shown, on one day. Mappings are in the order of `Plan`, without what is private.

    `shown_cycles` are those that home and map show together: all current ones, else the next upcoming, else
    the last past one. `asks` are all asks of all objectives, in the order of their objectives.
    `needed_of_team` are the needs that lead to a team, by team id. `attachments` are the files beside sources that
    what is shown links to, by their path from the root. Of `surveys` there is
    only what may be published, of those until the day.
    """

    as_of: date
    organisation: Organisation
    cycles: Mapping[str, CycleOnDay]
    teams: Mapping[str, Team]
    people: Mapping[str, Person]
    objectives: Mapping[str, MeasuredObjective]
    health: Mapping[str, MeasuredHealth]
    pages: Mapping[str, FreePage]
    tags: Mapping[str, str]
    asks: tuple[Ask, ...]
    shown_cycles: tuple[str, ...]
    needed_of_team: Mapping[str, tuple[NeededBy, ...]]
    attachments: Mapping[str, Attachment]
    surveys: Mapping[str, ShownSurvey]
