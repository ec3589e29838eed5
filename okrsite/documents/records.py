"""What each kind of file may say: one record class a kind, and the classes of what stands in them.

These classes are the format's schema: validation, near-name hints, the JSON Schema and the reference in `docs/`
come from them. A field's description is what the reference and editors show.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from okrsite.prose import Prose
from okrsite.written import (
    Choice, Confidence, Date, Flag, Id, Line, Name, Names, Number, OneOrMany, Quantity, Record, Score, Text, about,
)


class Theme(Record):
    """A theme of the organisation: it serves the mission, and objectives may serve it."""

    id: Id | None = about("its id; without one, made from the title")
    title: Text = about("what it is called")
    why: Line | None = about("why it serves the mission")
    until: Date | None = about("the last day it holds")


class Policy(Record):
    """What scores are for, and how small groups are protected."""

    scores_affect_pay: Flag = about("whether scores change what people earn; the site says so plainly", default=False)
    surveys_min_group: int | None = about("groups of fewer answers are not shown, in any survey")
    statement: Line | None = about("the policy in your words, at the foot of every page")


class OrgFile(Record):
    """`org.md`: whom the site is about. The text below is the About page."""

    name: Text = about("the organisation's name")
    mission: Text | None = about("what all of this is for, in one sentence")
    vision: Text | None = about("what it looks like when it has come true")
    themes: tuple[Theme, ...] = about("what the mission asks for these years", default=())
    policy: Policy | None = about("what scores are for")
    contact: Text | None = about("where questions go")


class TeamFile(Record):
    """`teams/<team>.md`: who a team is. The text below is shown on its page."""

    id: Id | None = about("its id; without one, the file's name")
    name: Text | None = about("what it is called; without one, its id")
    short: Text | None = about("a shorter name for narrow places")
    parent: Name | None = about("the team it is part of")
    lead: Name | None = about("who speaks for it; a member too")
    members: Names = about("who is in it", default=())
    contact: Text | None = about("how to reach it")
    aliases: tuple[Id, ...] = about("earlier ids; their addresses lead here", default=())
    since: Date | None = about("its first day")
    until: Date | None = about("its last day")
    allow: dict[str, Text] = about("findings accepted here: rule and reason", default={})


class PersonFile(Record):
    """`people/<person>.md`: who somebody is. There is no room for other personal facts, on purpose."""

    id: Id | None = about("their id; without one, the file's name")
    name: Text | None = about("what they are called; without one, the id")
    teams: Names = about("the teams they are in", default=())
    role: Text | None = about("what they do")
    contact: Text | None = about("how to reach them")
    pronouns: Text | None = about("how to speak of them")
    helps_with: OneOrMany = about("what others may ask them for", default=())
    aliases: tuple[Id, ...] = about("earlier ids; their addresses lead here", default=())


class CycleFile(Record):
    """`cycles/<cycle>.md`: dates that do not follow from the name, or a word about it. The text below is the retrospective."""

    id: Id | None = about("its id; without one, the file's name")
    title: Text | None = about("what it is called; without one, its id")
    start: Date | None = about("its first day")
    end: Date | None = about("its last day")
    aliases: tuple[Id, ...] = about("earlier ids; their addresses lead here", default=())
    about: Line | None = about("one line about it")
    closed: Date | None = about("the day of looking back")


class Reply(Record):
    """An answer."""

    by: Name | None = about("who answers")
    date: Date = about("the day")
    text: Line = about("the answer")
    answers: Flag = about("whether the question is answered by it", default=False)


class Ask(Record):
    """A question to everyone."""

    date: Date | None = about("the day; within a check-in, the check-in's")
    by: Name | None = about("who asks")
    what: Line = about("the question, in a sentence")
    of: Text | None = about("a team, a person, or words")
    until: Date | None = about("when it is needed by")
    replies: tuple[Reply, ...] = about("what was answered", default=())


class Reading(Record):
    """A reading of a key result or a health metric: numbers without words."""

    date: Date = about("the day it was read")
    value: Quantity = about("what was read")
    confidence: Confidence | None = about("0 to 10: how sure the team is to get there")
    note: Line | None = about("a word about it")


class CheckInReading(Record):
    """A reading in a check-in that has its own confidence or note."""

    value: Quantity | bool | tuple[Text, ...] = about("what was read, true, or the milestones that are done")
    confidence: Confidence | None = about("0 to 10; without it, the check-in's")
    note: Line | None = about("a word about it")


class CheckIn(Record):
    """A check-in: what was seen, how sure the team is, what it needs. Only `date` is required.

    `readings` are given by the id of a key result; a plain value there is read as `{value: …}`.
    """

    date: Date = about("the day")
    by: Name | None = about("who writes")
    confidence: Confidence | None = about("0 to 10: how sure the team is to get there")
    status: Choice[Literal["on-track", "at-risk", "off-track"]] | None = about("what the team says; never computed")
    readings: dict[str, CheckInReading] = about("key result → value", default={})
    learned: Line | None = about("what was learned")
    blocked: Line | None = about("what is in the way")
    ask: Ask | None = about("a question to everyone")
    next: Line | None = about("what comes next")
    replies: tuple[Reply, ...] = about("what others said", default=())


class CheckInFile(CheckIn):
    """A check-in apart from its objective: a file under `check-ins/`, or an entry of a list there."""

    objective: Text = about("the objective it is about")


class Milestone(Record):
    """A step of a key result."""

    id: Id | None = about("its id; without one, made from the title")
    title: Text = about("what is done then")
    done: Flag | Date | None = about("whether it is done, or the day it was")
    due: Date | None = about("the day it should be done")
    weight: Number | None = about("above 0; without it, 1")


class KeyResult(Record):
    """How a team will know."""

    title: Text | None = about("what is true then; required but for `same_as`")
    id: Id | None = about("its id; without one, made from the title")
    start: Quantity | None = about("where it began")
    target: Quantity | None = about("what is aimed for")
    unit: Text | None = about("what is counted")
    at_least: Quantity | None = about("a guard rail: never below")
    at_most: Quantity | None = about("a guard rail: never above")
    milestones: tuple[Milestone, ...] | None = about("steps, done or not")
    done: Flag | Date | None = about("yes or no, or the day it was done")
    find_out: Flag | None = about("true: any reading is the result")
    current: Quantity | None = about("a reading without a day, for teams that begin")
    owner: Name | None = about("who looks after it; without one, the objective's first")
    weight: Number | None = about("above 0; without it, 1")
    due: Date | None = about("the day it should be reached")
    teams: Names = about("other teams that carry it too", default=())
    source: Text | None = about("where the number comes from: words or an address")
    note: Line | None = about("a word about it")
    score: Score | None = about("0 to 1: the team's own at the end")
    pairs_with: Text | None = about("the guard rail, or `health:<id>`, that keeps it honest")
    readings: tuple[Reading, ...] = about("numbers without words: a list, or a map from day to value", default=())
    same_as: Text | None = about("the key result that this one is, `<objective>#<key result>`")


class Support(Record):
    """What an objective contributes to. A plain reference is read as `{to: …}`."""

    to: Text = about("an objective, a key result, a theme, or `mission`")
    because: Line | None = about("the reason")


class Need(Record):
    """What an objective needs from others."""

    to: Text = about("an objective, a key result, or `team:<id>`")
    need: Text | None = about("what is needed")
    by: Date | None = about("when")
    state: Choice[Literal["asked", "agreed", "declined", "delivered"]] | None = about("where it stands")


class Continues(Record):
    """The objective of an earlier cycle that is carried on. A plain reference is read as `{to: …}`."""

    to: Text = about("the objective")
    because: Line | None = about("what is carried on")


class Closed(Record):
    """The end of an objective."""

    date: Date = about("the day")
    learned: Line | None = about("what was learned")


class Dropped(Record):
    """An objective dropped on purpose."""

    date: Date = about("the day")
    why: Line | None = about("why")
    learned: Line | None = about("what was learned")


class Paused(Record):
    """An objective that rests."""

    date: Date = about("the day")
    why: Line | None = about("why")


class Change(Record):
    """A target moved in the open."""

    date: Date = about("the day")
    by: Name | None = about("who moved it")
    what: Line = about("what was changed")
    why: Line | None = about("why")


class ObjectiveFile(Record):
    """`okrs/<cycle>/<team>/<slug>.md`: one objective. The text below is anything else people should know."""

    title: Text = about("what will be true")
    why: Line | None = about("why it matters")
    id: Id | None = about("its id; without one, the file's name")
    aliases: tuple[Id, ...] = about("earlier ids; their addresses lead here", default=())
    serves: Text | None = about("whom it serves", alias="for")
    owner: Name | None = about("who looks after it")
    owners: Names = about("who look after it", default=())
    type: Choice[Literal["committed", "aspirational", "learning"]] | None = about("what its team promises")
    origin: Choice[Literal["team", "negotiated", "assigned", "claimed"]] | None = about("where it comes from")
    teams: Names = about("other teams that share it", default=())
    contact: Text | None = about("how to reach who looks after it")
    state: Choice[Literal["draft", "proposed", "open", "active", "paused", "closed", "dropped"]] | None = about("where it stands; without one, active")
    supports: tuple[Support, ...] = about("what it contributes to, the first is the main one", default=())
    depends_on: tuple[Need, ...] = about("what it needs from others", default=())
    continues: Continues | None = about("the earlier objective it carries on")
    since: Date | None = about("when it was first written down")
    closed: Closed | None = about("its end")
    dropped: Dropped | None = about("dropped on purpose")
    paused: Paused | None = about("resting")
    score: Score | None = about("0 to 1: the team's own at the end")
    changed: tuple[Change, ...] = about("targets moved in the open", default=())
    asks: tuple[Ask, ...] = about("questions to everyone, apart from a check-in", default=())
    tags: OneOrMany = about("short texts", default=())
    health: OneOrMany = about("health metrics that must not suffer", default=())
    key_results: tuple[KeyResult, ...] = about("how we will know", default=())
    check_ins: tuple[CheckIn, ...] = about("what was seen on the way", default=())
    allow: dict[str, Text] = about("findings accepted here: rule and reason", default={})
    private: Flag = about("true: not published", default=False)


class ListedObjective(ObjectiveFile):
    """An objective in a team's file."""

    text: Line | None = about("anything else people should know, in Markdown")


class TeamObjectivesFile(Record):
    """`okrs/<cycle>/<team>.yaml`: all objectives of a team, with what holds for each where it says nothing else."""

    origin: Choice[Literal["team", "negotiated", "assigned", "claimed"]] | None = about("for all that give none")
    owner: Name | None = about("for all that give none")
    tags: OneOrMany = about("for all, beside their own", default=())
    objectives: tuple[ListedObjective, ...] = about("the objectives")


class HealthFile(Record):
    """`health/<slug>.md`: what must not get worse. The text below is shown on its page."""

    id: Id | None = about("its id; without one, the file's name")
    title: Text = about("what is watched")
    unit: Text | None = about("what is counted")
    at_least: Quantity | None = about("never below")
    at_most: Quantity | None = about("never above")
    team: Name | None = about("the team that counts")
    source: Text | None = about("where the number comes from")
    readings: tuple[Reading, ...] = about("a list, or a map from day to value", default=())
    aliases: tuple[Id, ...] = about("earlier ids; their addresses lead here", default=())


class PageFile(Record):
    """`pages/**/*.md`: any other page."""

    title: Text | None = about("its title; without one, the file's name")
    nav: Flag = about("show it in the menu", default=False)
    order: Number | None = about("its place there, smallest first")


class SurveyGroup(Record):
    """Who was asked together."""

    id: Id = about("its id")
    name: Text = about("what it is called")
    asked: int = about("how many people were asked")
    answered: int = about("how many answered")


class SurveyScale(Record):
    """The steps of an answer."""

    from_: int = about("the lowest", alias="from")
    to: int = about("the highest")
    low: Text | None = about("what the lowest means")
    high: Text | None = about("what the highest means")


class SurveyQuestion(Record):
    """A statement, and how many of each group chose each step."""

    id: Id = about("its id; the same in several surveys is one line over time")
    text: Line | None = about("the statement")
    counts: dict[str, tuple[int, ...]] = about("group → how many chose each step")


class SurveySplit(Record):
    """The same answers grouped in another way."""

    id: Id = about("its id")
    title: Text = about("what it is called")
    groups: tuple[SurveyGroup, ...] = about("the groups")
    questions: tuple[SurveyQuestion, ...] = about("the questions", default=())


class SurveyFile(Record):
    """`surveys/<slug>.yaml`: a pulse survey. Counts only: no rows of answers, no names."""

    id: Id | None = about("its id; without one, the file's name")
    title: Text | None = about("its title")
    date: Date = about("the day it closed")
    about: Line | None = about("why it was asked, and what to keep in mind")
    min_group: int | None = about("at least 5; groups of fewer answers are not shown")
    groups: tuple[SurveyGroup, ...] = about("who was asked")
    scale: SurveyScale = about("the steps of an answer")
    questions: tuple[SurveyQuestion, ...] = about("the statements")
    splits: tuple[SurveySplit, ...] = about("the same answers grouped in another way", default=())
    learned: Line | None = about("what was learned")
