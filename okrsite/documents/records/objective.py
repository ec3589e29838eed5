"""Objectives: one a file, or all of a team in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from okrsite.documents.faults import both_given
from okrsite.documents.lines import Line, Markdown
from okrsite.documents.records.check_in import CheckIn, DatedAsk
from okrsite.documents.records.key_result import KeyResult
from okrsite.written import (
    TEXT_SCHEMA,
    Allow,
    Choice,
    Date,
    Fault,
    Flag,
    Id,
    Ids,
    Name,
    Names,
    OneOrMany,
    Prepared,
    Record,
    Scalar,
    Score,
    Text,
    key,
    record,
)

ObjectiveOrigin = Choice[Literal["team", "negotiated", "assigned", "claimed"]]

_TYPES = {
    "committed": "a promise to be kept",
    "aspirational": "high enough that not reaching it teaches too",
    "learning": "to find out, not to reach",
}
_ORIGINS = {
    "team": "its team proposed it",
    "negotiated": "agreed with others",
    "assigned": "asked of the team",
    "claimed": "taken up from the open goals",
}
_STATES = {
    "draft": "not agreed yet, and all of it may change",
    "proposed": "for others to agree to",
    "open": "looking for a team",
    "active": "under way; so it is without a state",
    "paused": "nobody works on it at present",
    "closed": "over",
    "dropped": "given up on purpose",
}
_NEEDS = {
    "asked": "it waits for an answer",
    "agreed": "the other team will",
    "declined": "the other team can't",
    "delivered": "it is there",
}


def _one_as_list(value: Any) -> Any:
    return [value] if isinstance(value, Scalar) else value


@record
class Support(Record):
    """What an objective contributes to. A plain reference is read as `{to: …}`."""

    shorthand: ClassVar[str | None] = "to"

    to: Text = key("an objective, a key result, a theme, or `mission`")
    because: Line | None = key("the reason", default=None)


@record
class Need(Record):
    """What an objective needs from others."""

    to: Text = key("an objective, a key result, or `team:<id>`")
    need: Text | None = key("what is needed", default=None)
    by: Date | None = key("when", default=None)
    state: Choice[Literal["asked", "agreed", "declined", "delivered"]] | None = key(
        "where it stands", default=None, each=_NEEDS
    )


@record
class Continues(Record):
    """The objective of an earlier cycle that is carried on. A plain reference is read as `{to: …}`."""

    shorthand: ClassVar[str | None] = "to"

    to: Text = key("the objective")
    because: Line | None = key("what is carried on", default=None)


@record
class Closed(Record):
    """The end of an objective."""

    date: Date = key("the day")
    learned: Line | None = key("what was learned", default=None)


@record
class Dropped(Record):
    """An objective dropped on purpose."""

    date: Date = key("the day")
    why: Line | None = key("why", default=None)
    learned: Line | None = key("what was learned", default=None)


@record
class Paused(Record):
    """An objective that rests."""

    date: Date = key("the day")
    why: Line | None = key("why", default=None)


@record
class Change(Record):
    """A target moved in the open."""

    date: Date = key("the day")
    by: Name | None = key("who moved it", default=None)
    what: Line = key("what was changed")
    why: Line | None = key("why", default=None)


@record
class ObjectiveFile(Record):
    """`okrs/<cycle>/<team>/<slug>.md`: one objective. The text below is anything else people should know."""

    also_holds: ClassVar[Mapping[str, Any]] = {"not": {"required": ["owner", "owners"]}}

    title: Text = key("what will be true")
    why: Line | None = key("why it matters", default=None)
    id: Id | None = key("its id; without one, the file's name", default=None)
    aliases: Ids = key("earlier ids; their addresses lead here", default=())
    serves: Text | None = key("whom it serves", default=None, alias="for")
    owner: Name | None = key("who looks after it", default=None)
    owners: Names = key("who look after it", default=())
    type: Choice[Literal["committed", "aspirational", "learning"]] | None = key(
        "what its team promises", default=None, each=_TYPES
    )
    origin: ObjectiveOrigin | None = key("where it comes from", default=None, each=_ORIGINS)
    teams: Names = key("other teams that share it", default=())
    contact: Text | None = key("how to reach who looks after it", default=None)
    state: Choice[Literal["draft", "proposed", "open", "active", "paused", "closed", "dropped"]] | None = key(
        "where it stands; without one, active", default=None, each=_STATES
    )
    supports: Annotated[tuple[Support, ...], Prepared(_one_as_list, TEXT_SCHEMA)] = key(
        "what it contributes to, the first is the main one", default=()
    )
    depends_on: tuple[Need, ...] = key("what it needs from others", default=())
    continues: Continues | None = key("the earlier objective it carries on", default=None)
    since: Date | None = key("when it was first written down", default=None)
    closed: Closed | None = key("its end", default=None)
    dropped: Dropped | None = key("dropped on purpose", default=None)
    paused: Paused | None = key("resting", default=None)
    score: Score | None = key("0 to 1: the team's own at the end", default=None)
    changed: tuple[Change, ...] = key("targets moved in the open", default=())
    asks: tuple[DatedAsk, ...] = key("questions to everyone, apart from a check-in", default=())
    tags: OneOrMany = key("short texts", default=())
    health: OneOrMany = key("health metrics that must not suffer", default=())
    key_results: tuple[KeyResult, ...] = key("how we will know", default=())
    check_ins: tuple[CheckIn, ...] = key("what was seen on the way", default=())
    allow: Allow = key("findings accepted here: rule and reason", default={})
    private: Flag = key("true: not published", default=False)

    def faults(self, written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find two ways of naming owners, and a state that its own ending contradicts."""
        owners = [each for each in written if each in {"owner", "owners"} and getattr(self, each)]
        for other in owners[1:]:
            yield from both_given(owners[0], other, "Name all of them under `owners`.")
        yield from self._contradicted(written)
        yield from self._ended_before_it_began()

    def _contradicted(self, written: tuple[str, ...]) -> Iterator[Fault]:
        endings = [each for each in written if each in {"closed", "dropped", "paused"} and getattr(self, each)]
        for other in endings[1:]:
            yield from both_given(endings[0], other, "Keep the one that holds: an objective has one state.")
        if self.state and endings and self.state != endings[0]:
            words = f"`state` is {self.state}, and `{endings[0]}` says otherwise."
            yield Fault(
                "wrong-type", ("state",), words, f"Take `state` away: `{endings[0]}` implies it.", drop=("state",)
            )

    def _ended_before_it_began(self) -> Iterator[Fault]:
        for how, ending in (("closed", self.closed), ("dropped", self.dropped)):
            if ending and self.since and ending.date < self.since:
                words = f"It was {how} on {ending.date}, before it was first written down, on {self.since}."
                yield Fault("bad-date", (how, "date"), words, "Is one of the two a slip of the pen?")


@record
class ListedObjective(ObjectiveFile):
    """An objective in a team's file."""

    text: Markdown | None = key("anything else people should know, in Markdown", default=None)


@record
class TeamObjectivesFile(Record):
    """`okrs/<cycle>/<team>.yaml`: all objectives of a team, with what holds for each where it says nothing else."""

    origin: ObjectiveOrigin | None = key("for all that give none", default=None, each=_ORIGINS)
    owner: Name | None = key("for all that give none", default=None)
    tags: OneOrMany = key("for all, beside their own", default=())
    objectives: tuple[ListedObjective, ...] = key("the objectives")
