"""An objective as a row of a list: what it supports, who looks after it, and what the filter looks at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote

from okrsite.measure.due import is_answered
from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet, Voice
from okrsite.pages.page import Link
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.standing import main_support

_FRAME = 340
_LINK = 60


@dataclass(frozen=True, slots=True)
class Sifted:
    """What the filter looks at: team and tags by their slugs, mark and origin by their keys, an open ask, further words."""

    team: str
    tags: str
    mark: str
    origin: str
    ask: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """An objective in a list.

    `up` is what its first `supports` leads to, or words without a link where that says nothing; `rises` tells that it is
    something to climb to.
    """

    line: ObjectiveLine
    up: Link
    rises: bool
    owners: tuple[Link, ...]
    with_teams: tuple[Link, ...]
    sifted: Sifted


def row(sheet: Sheet, ref: str) -> Row:
    """Give an objective as a row."""
    there = sheet.measured(ref)
    line, (up, rises) = objective_line(sheet, there), upward(sheet, there)
    owners = sheet.people(there.plan.owners)
    others = tuple(sheet.team(team) for team in there.plan.teams if team != there.plan.team)
    return Row(line, up, rises, owners, others, sheet.once(_sifted, ref, mark_of(line)))


def upward(sheet: Sheet, there: MeasuredObjective) -> tuple[Link, bool]:
    """Say what an objective supports first, in a few words; of a key result its objective."""
    target = main_support(there)
    if target is None:
        return Link(sheet.say("row.private" if there.supports else "row.nothing_above")), False
    if target.kind == "mission":
        return Link(sheet.say("row.mission")), False
    return sheet.to(replace(target, key_result=None)), True


def weight(voice: Voice, ref: str) -> int:
    """Guess what a row weighs in bytes, from the texts and links in it."""
    return voice.once(_weight, ref)


def _weight(voice: Voice, ref: str) -> int:
    there = voice.measured(ref)
    texts = [*(k.plan.title for k in there.key_results), *(text for _, text in there.plan.tags)]
    above = main_support(there)
    if above is not None and above.kind == "objective":
        texts.append(voice.measured(above.id).plan.title)
    return _FRAME + link_weight(voice, ref) + sum(len(text.encode()) for text in texts) + 60 * len(there.plan.owners)


def link_weight(voice: Voice, ref: str) -> int:
    """Guess what a link to an objective weighs in bytes; other scripts are longer in addresses."""
    return voice.once(_link_weight, ref)


def _link_weight(voice: Voice, ref: str) -> int:
    return _LINK + len(voice.measured(ref).plan.title.encode()) + len(quote(ref))


def origin_of(there: MeasuredObjective) -> str:
    """Name where an objective comes from; a company objective that does not say was agreed by the company."""
    return there.plan.came_from or ("company" if there.company else "")


def mark_of(line: ObjectiveLine) -> str:
    """Name the one mark of an objective's line."""
    if line.state:
        return line.state.kind
    if line.outcome:
        return line.outcome.icon or "closed"
    return (line.confidence.icon or "c0") if line.confidence else ""


def _sifted(voice: Voice, ref: str, mark: str) -> Sifted:
    """Gather what the filter looks at; the words that the row shows anyway are not said twice."""
    there = voice.measured(ref)
    words = [voice.site.people[owner].name for owner in there.plan.owners]
    words += [key_result.plan.title for key_result in there.key_results]
    words += [text for _, text in there.plan.tags]
    return Sifted(
        team=there.plan.team,
        tags=" ".join(slug for slug, _ in there.plan.tags if slug),
        mark=mark,
        origin=origin_of(there),
        ask="1" if any(not is_answered(ask) for ask in there.asks) else "",
        words=" ".join(words),
    )
