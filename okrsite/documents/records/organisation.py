"""The organisation, its teams and people, its cycles, and free pages."""

from __future__ import annotations

from collections.abc import Iterable

from okrsite.documents.faults import ends_before_it_starts, too_small_a_group
from okrsite.documents.lines import Line
from okrsite.written import (
    Allow,
    Date,
    Fault,
    Flag,
    Id,
    Ids,
    Name,
    Names,
    Number,
    OneOrMany,
    Record,
    Text,
    Whole,
    key,
    record,
)


@record
class Theme(Record):
    """A theme of the organisation: it serves the mission, and objectives may serve it."""

    id: Id | None = key("its id; without one, made from the title", default=None)
    title: Text = key("what it is called")
    why: Line | None = key("why it serves the mission", default=None)
    until: Date | None = key("the last day it holds", default=None)


@record
class Policy(Record):
    """What scores are for, and how small groups are protected."""

    scores_affect_pay: Flag = key("whether scores change what people earn; the site says so plainly", default=False)
    surveys_min_group: Whole | None = key(
        "at least 5: groups of fewer answers are not shown, in any survey", default=None
    )
    statement: Line | None = key("the policy in your words, at the foot of every page", default=None)

    def faults(self, _written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find groups so small that they give people away."""
        yield from too_small_a_group(self.surveys_min_group, "surveys_min_group")


@record
class OrgFile(Record):
    """`org.md`: whom the site is about. The text below is the About page."""

    name: Text = key("the organisation's name")
    mission: Text | None = key("what all of this is for, in one sentence", default=None)
    vision: Text | None = key("what it looks like when it has come true", default=None)
    themes: tuple[Theme, ...] = key("what the mission asks for these years", default=())
    policy: Policy | None = key("what scores are for", default=None)
    contact: Text | None = key("where questions go", default=None)


@record
class TeamFile(Record):
    """`teams/<team>.md`: who a team is. The text below is shown on its page."""

    id: Id | None = key("its id; without one, the file's name", default=None)
    name: Text | None = key("what it is called; without one, its id", default=None)
    short: Text | None = key("a shorter name for narrow places", default=None)
    parent: Name | None = key("the team it is part of", default=None)
    lead: Name | None = key("who speaks for it; a member too", default=None)
    members: Names = key("who is in it", default=())
    contact: Text | None = key("how to reach it", default=None)
    aliases: Ids = key("earlier ids; their addresses lead here", default=())
    since: Date | None = key("its first day", default=None)
    until: Date | None = key("its last day", default=None)
    allow: Allow = key("findings accepted here: rule and reason", default={})

    def faults(self, _written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find a last day before the first."""
        yield from ends_before_it_starts(self.since, self.until, "since", "until")


@record
class PersonFile(Record):
    """`people/<person>.md`: who somebody is. There is no room for other personal facts, on purpose."""

    id: Id | None = key("their id; without one, the file's name", default=None)
    name: Text | None = key("what they are called; without one, the id", default=None)
    teams: Names = key("the teams they are in", default=())
    role: Text | None = key("what they do", default=None)
    contact: Text | None = key("how to reach them", default=None)
    pronouns: Text | None = key("how to speak of them", default=None)
    helps_with: OneOrMany = key("what others may ask them for", default=())
    aliases: Ids = key("earlier ids; their addresses lead here", default=())


@record
class CycleFile(Record):
    """`cycles/<cycle>.md`: dates that do not follow from the name, or a word about it. The text below is the retrospective."""

    id: Id | None = key("its id; without one, the file's name", default=None)
    title: Text | None = key("what it is called; without one, its id", default=None)
    start: Date | None = key("its first day", default=None)
    end: Date | None = key("its last day", default=None)
    aliases: Ids = key("earlier ids; their addresses lead here", default=())
    about: Line | None = key("one line about it", default=None)
    closed: Date | None = key("the day of looking back", default=None)

    def faults(self, _written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find a cycle that ends before it starts, or that has one of its days only."""
        yield from ends_before_it_starts(self.start, self.end, "start", "end", rule="bad-cycle")
        yield from self._one_alone()

    def _one_alone(self) -> Iterable[Fault]:
        given, absent = ("start", "end") if self.start else ("end", "start")
        if (self.start is None) != (self.end is None) and not self.pruned & {"start", "end"}:
            yield Fault(
                "missing-key",
                (given,),
                f"`{given}` stands here without `{absent}`.",
                f"Give `{absent}` too: a cycle has a first and a last day.",
                on_key=True,
            )


@record
class PageFile(Record):
    """`pages/**/*.md`: any other page."""

    title: Text | None = key("its title; without one, the file's name", default=None)
    nav: Flag = key("show it in the menu", default=False)
    order: Number | None = key("its place there, smallest first", default=None)
