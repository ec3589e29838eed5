"""What a change of the files does, as values: to which objective, what, with the reasons that stand beside it.

`before` is None where something is new, `after` where it is gone. What is only worded otherwise has both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from okrsite.config import Config
from okrsite.diagnostics import Finding
from okrsite.documents import Document
from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective, NeedShown, Site, Upward
from okrsite.plan import model as plan
from okrsite.prose import Prose


@dataclass(frozen=True, slots=True)
class Side:
    """A site before or after: as it stands on the day, how it is set up, what is found in it, and its files as read."""

    site: Site
    config: Config
    findings: list[Finding]
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """It has another cycle, team or name."""


@dataclass(frozen=True, slots=True)
class Became:
    """It is in another state."""

    before: plan.State
    after: plan.State


@dataclass(frozen=True, slots=True)
class Ended:
    """The words or the day of an ending or rest that it had already, or (without `before`) has now."""

    kind: Literal["closed", "dropped", "paused"]
    before: plan.Ending | None
    after: plan.Ending


Said = str | Prose | None


@dataclass(frozen=True, slots=True)
class Worded:
    """Something that is said of it reads otherwise: `title`, `why`, `for`, `type`, `origin`, `contact`, `text`, `score`."""

    what: str
    before: Said
    after: Said


@dataclass(frozen=True, slots=True)
class Listed:
    """Some have come to a list, some have left it: `owners`, `teams`, `tags`, `health`."""

    what: str
    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportOf:
    """What it supports, or the reason."""

    before: Upward | None
    after: Upward | None


@dataclass(frozen=True, slots=True)
class CarriesOn:
    """The earlier objective that it carries on, by full name, and the reason."""

    before: tuple[str, Prose | None] | None
    after: tuple[str, Prose | None] | None


@dataclass(frozen=True, slots=True)
class NeedOf:
    """What it needs of others, and where that stands."""

    before: NeedShown | None
    after: NeedShown | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a key result is aimed by: `start`, `target`, `at_least`, `at_most`; said with its unit of then."""

    what: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class Steps:
    """What became of milestones, by title."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyResultOf:
    """A key result; of one that was there already its figures and steps, and the names of all else that is otherwise."""

    before: MeasuredKeyResult | None
    after: MeasuredKeyResult | None
    figures: tuple[Figure, ...] = ()
    steps: Steps = Steps()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingsOf:
    """Readings that stand at a key result, not in a check-in: new ones, changed ones (then, now), and gone ones."""

    key_result: MeasuredKeyResult
    new: tuple[plan.Reading, ...]
    changed: tuple[tuple[plan.Reading, plan.Reading], ...]
    gone: tuple[plan.Reading, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """An entry of `changed`: what was moved in the open, and why."""

    change: plan.Change


@dataclass(frozen=True, slots=True)
class NoReason:
    """A start, target or bound was moved while the cycle runs, and `changed` says nothing of it."""


@dataclass(frozen=True, slots=True)
class CheckInOf:
    """A check-in; where it was there already, its words or readings."""

    before: plan.CheckIn | None
    after: plan.CheckIn | None


@dataclass(frozen=True, slots=True)
class AskOf:
    """An ask, or its words."""

    before: plan.Ask | None
    after: plan.Ask | None


@dataclass(frozen=True, slots=True)
class Replied:
    """A reply, to an ask or (without one) to the check-in of a day."""

    reply: plan.Reply
    ask: plan.Ask | None
    day: date


@dataclass(frozen=True, slots=True)
class Allowed:
    """A rule's finding is accepted here; `reason` is None where it no longer is."""

    rule: str
    reason: str | None


Detail = (
    Moved
    | Became
    | Ended
    | Worded
    | Listed
    | SupportOf
    | CarriesOn
    | NeedOf
    | KeyResultOf
    | ReadingsOf
    | Reason
    | NoReason
    | CheckInOf
    | AskOf
    | Replied
    | Allowed
)


@dataclass(frozen=True, slots=True)
class Begun:
    """A new objective, with the asks and check-ins that it brings."""

    objective: MeasuredObjective
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """An objective that is no longer on the site."""

    objective: MeasuredObjective


@dataclass(frozen=True, slots=True)
class Changed:
    """An objective that was there before, as it was and as it is, and what became of it."""

    before: MeasuredObjective
    after: MeasuredObjective
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the unit of what it is said of."""

    value: Decimal
    unit: str | None


@dataclass(frozen=True, slots=True)
class Shift:
    """Something said of a thing that is no objective: which of its words, and what they were and are."""

    what: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Noted:
    """A thing that is no objective, and what of it is otherwise."""

    name: str
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Things of one kind that are no objectives: names of new and gone ones, and what became of the others."""

    kind: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """Entries of objectives came that bear a later day than the site's: nobody sees them yet."""

    day: date


@dataclass(frozen=True, slots=True)
class Hidden:
    """Objectives have been made private: how many."""

    count: int


Change = Begun | Removed | Changed | Elsewhere | Later | Hidden
