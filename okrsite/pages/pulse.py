"""The pulse: what people said when they were asked, how sure one can be of it, and what may explain it otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.measure.survey.courses import in_time
from okrsite.measure.survey.model import ShownGrouping, ShownSurvey
from okrsite.measure.survey.together import folded, without_teams
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.page import Blank, Block, Day, Head, Html, Link, Page, blank, excerpt
from okrsite.pages.parts.contact import contact_link
from okrsite.pages.parts.phrase import phrase
from okrsite.pages.parts.pulse.asked import Asked, Signs, asked_rows
from okrsite.pages.parts.pulse.earlier import Earlier, earlier
from okrsite.pages.parts.pulse.over_time import OverTime, over_time
from okrsite.pages.parts.pulse.pieces import pieces, put_together
from okrsite.pages.parts.pulse.statements import Statements, statements
from okrsite.pages.parts.source import permanent_block, source_block
from okrsite.pages.parts.split import Part, part_links, split
from okrsite.pages.parts.words import plain_words, words
from okrsite.pages.register import Register
from okrsite.plan.model import Person, Team

_MOST = 85_000
"""What the sections of one page may weigh by a guess that is never too low; with its frame a page stays under 100 KB."""


@dataclass(frozen=True, slots=True)
class WhoAnswered:
    """Who was asked and who answered; `hidden` says why that can't be told."""

    anchor: str
    heading: str
    rows: tuple[Asked, ...]
    hidden: str
    items: tuple[str, ...] = ()
    kind: str = "who"


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned from the latest survey."""

    anchor: str
    heading: str
    text: Html
    items: tuple[str, ...] = ()
    kind: str = "learned"


Section = WhoAnswered | Statements | OverTime | Learned | Earlier


@dataclass(frozen=True, slots=True)
class PulseView:
    """The pulse page, or one of its parts where it is too long for one.

    `about` are the survey's own words, `lede` those that stand there without them; `latest` says which survey it is.
    `protected` says how small groups are protected, `see`, in pieces, where more of it stands. `empty` stands where nobody
    has been asked yet.
    """

    title: str
    about: Html
    lede: str
    latest: str
    day: Day | None
    parts: tuple[Link, ...]
    sections: tuple[Section, ...]
    earlier: tuple[Earlier, ...]
    protected: tuple[str, ...]
    see: tuple[Link, ...]
    empty: str


def compose(ground: Ground, _: Register) -> Iterator[Blank]:
    """Give the pulse page: the latest survey, statements over time, then earlier surveys. What is too long goes on in parts."""
    sheet = Sheet(ground, addresses.PULSE)
    surveys = _surveys(sheet)
    if not surveys:
        yield blank(addresses.PULSE, _empty, sheet)
        return
    sections = tuple(_sections(sheet, surveys))
    heap = pieces(sections)
    parts = split(addresses.PULSE, heap, lambda piece: piece.weight, lambda piece: piece.name, _MOST)
    for part in parts:
        there = put_together(sections, heap[part.start : part.stop])
        yield blank(part.address, _page, Sheet(ground, part.address), surveys, there, parts, part)


def _surveys(sheet: Sheet) -> tuple[ShownSurvey, ...]:
    """Give the surveys from the earliest to the latest, with nothing of any team or person for itself."""
    named: tuple[Team | Person, ...] = (*sheet.site.teams.values(), *sheet.site.people.values())
    short = (team.short for team in sheet.site.teams.values() if team.short)
    names = frozenset(map(folded, (*short, *(name for one in named for name in (one.id, one.name, *one.aliases)))))
    together = sheet.say("pulse.together")
    return tuple(without_teams(survey, names, together) for survey in in_time(sheet.site.surveys))


def _empty(sheet: Sheet) -> Page:
    """Give the page before anybody was asked: how to ask."""
    title = sheet.say("pulse.title")
    lede, see = sheet.say("pulse.lede"), _see(sheet)
    view = PulseView(title, Html(""), lede, "", None, (), (), (), (), see, sheet.say("pulse.empty"))
    blocks = (Block(sheet.say("block.sheet"), title),)
    return Page(sheet.address, "pulse.html", view, _head(title, lede, blocks))


def _head(title: str, description: str, blocks: tuple[Block, ...]) -> Head:
    return Head(title, description, section="pulse", blocks=blocks, styles=("pulse.css",))


def _sections(sheet: Sheet, surveys: Sequence[ShownSurvey]) -> Iterator[Section]:
    """Give all sections, of which each part of the page has some."""
    latest, signs = surveys[-1], _signs(surveys)
    yield _who_answered(sheet, latest, signs)
    if _shown(latest.whole):
        heading = sheet.say("pulse.statements", n=len(latest.whole.questions), survey=latest.title)
        yield statements(sheet, latest.whole, latest.scale, signs, "p:statements", heading)
    course = over_time(sheet, surveys, signs)
    if course:
        yield course
    for at, grouping in enumerate(latest.splits):
        if _shown(grouping):
            own = _numbered([grouping])
            yield statements(sheet, grouping, latest.scale, own, f"p:split{at}", grouping.title or "")
    if latest.learned:
        yield Learned("p:learned", sheet.say("pulse.learned"), words(sheet, latest.learned))
    for survey in reversed(surveys[:-1]):
        yield from earlier(sheet, survey)


def _shown(grouping: ShownGrouping) -> bool:
    """Tell whether any answer may be shown."""
    return any(question.groups for question in grouping.questions)


def _signs(surveys: Sequence[ShownSurvey]) -> Signs:
    """Give each group that is shown anywhere its sign, those of the latest survey first."""
    return _numbered([survey.whole for survey in reversed(surveys)])


def _numbered(groupings: Sequence[ShownGrouping]) -> Signs:
    names: dict[str, None] = {}
    for grouping in groupings:
        names |= dict.fromkeys(group.name for group in grouping.groups)
        names |= dict.fromkeys(group.name for question in grouping.questions for group in question.groups)
    return {name: number for number, name in enumerate(names)}


def _who_answered(sheet: Sheet, survey: ShownSurvey, signs: Signs) -> WhoAnswered:
    """Say who was asked and who answered the latest survey."""
    hidden = ""
    if not survey.whole.groups:
        shown = any(_shown(grouping) for grouping in (survey.whole, *survey.splits))
        hidden = sheet.say("pulse.who_hidden") if shown else sheet.say("pulse.all_small", n=survey.min_group)
    return WhoAnswered(
        anchor="p:who",
        heading=sheet.say("pulse.who"),
        rows=asked_rows(sheet, survey.whole.groups, signs),
        hidden=hidden,
    )


def _page(
    sheet: Sheet, surveys: Sequence[ShownSurvey], sections: tuple[Section, ...], parts: Sequence[Part], part: Part
) -> Page:
    """Give the page, or one of its parts; only the first has the words about the latest survey."""
    latest, first = surveys[-1], part.start == 0
    name = sheet.say("pulse.title")
    title = name if len(parts) == 1 else sheet.say("part.title", title=name, part=part.name)
    day = Day(latest.day.isoformat(), sheet.speech.long_date(latest.day))
    view = PulseView(
        title=name,
        about=words(sheet, latest.about) if first else Html(""),
        lede="" if latest.about or not first else sheet.say("pulse.lede"),
        latest=latest.title if first else "",
        day=day if first else None,
        parts=part_links(sheet, parts),
        sections=tuple(section for section in sections if not isinstance(section, Earlier)),
        earlier=tuple(section for section in sections if isinstance(section, Earlier)),
        protected=tuple(_protected(sheet, latest)),
        see=_see(sheet),
        empty="",
    )
    description = excerpt(plain_words(sheet, latest.about)) or sheet.say("pulse.lede")
    blocks = tuple(_blocks(sheet, latest))
    return Page(sheet.address, "pulse.html", view, _head(title, description, blocks), latest.origin)


def _protected(sheet: Sheet, latest: ShownSurvey) -> Iterator[str]:
    """Say how it is kept from showing what a few people said."""
    yield sheet.say("pulse.small_groups", n=latest.min_group)
    yield sheet.say("pulse.small_joined")
    yield sheet.say("pulse.counts_only")
    yield sheet.say("pulse.no_teams")


def _see(sheet: Sheet) -> tuple[Link, ...]:
    """Lead to what is never shown."""
    policy = Link(sheet.say("policy.title"), sheet.href(addresses.POLICY))
    return phrase(sheet, "pulse.see", {"policy": policy})


def _blocks(sheet: Sheet, latest: ShownSurvey) -> Iterator[Block]:
    """Give the fields of the title block."""
    yield Block(sheet.say("block.sheet"), sheet.say("pulse.sheet", survey=latest.title))
    yield from source_block(sheet, latest.origin)
    contact = contact_link(sheet.site.organisation.contact)
    if contact:
        yield Block(sheet.say("pulse.questions"), sheet.site.organisation.name, (contact,))
    yield permanent_block(sheet)
