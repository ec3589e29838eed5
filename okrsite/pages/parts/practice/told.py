"""What the checks would like to say: rule by rule, with the way to what each is about; and what is accepted, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from okrsite import addresses
from okrsite.checks import Accepted
from okrsite.diagnostics import Finding, Level
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Link
from okrsite.pages.parts.accepted import rule_in_words
from okrsite.pages.parts.phrase import Piece, stressed
from okrsite.pages.parts.practice.section import Named, Question, and_more, figure, joined, named, squared
from okrsite.pages.register import Register
from okrsite.rules import LEVELS

_LISTED = 8
_ACCEPTED = 20


@dataclass(frozen=True, slots=True)
class RuleTold:
    """What one rule has to say: its words, its id, how often, and about what; `files` counts what has no page to lead to."""

    words: str
    rule: str
    count: str
    about: tuple[Named, ...]
    more: Link | None
    files: str


@dataclass(frozen=True, slots=True)
class AcceptedOne:
    """What is accepted: the rule's words, about what, and for what reason."""

    words: str
    about: Link
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """The question with all rules that have something to say, and what is accepted."""

    question: Question
    rules: tuple[RuleTold, ...]
    accepted: tuple[AcceptedOne, ...]
    more: Link | None


def told(sheet: Sheet, register: Register) -> Told:
    """Ask it of the whole site. Errors are no opinions, and no site is published with one."""
    judged = sheet.ground.judged
    place = {ref: at for at, ref in enumerate(register.in_order)}
    opinions = [finding for finding in judged.told if finding.level is not Level.ERROR]
    accepted = sorted(judged.accepted, key=lambda one: (_order(one.finding.rule), *_key(place, one.finding)))
    rows = (("half", "practice.told.open", len(opinions)), ("hollow", "practice.told.kept", len(accepted)))
    return Told(
        question=Question(
            key="told",
            title=sheet.say("practice.told.title"),
            said=_said(sheet, len(opinions), len(accepted)),
            may=sheet.say("practice.told.may"),
            cannot=sheet.say("practice.told.cannot"),
            squares=squared(sheet, "practice.square_told", rows),
        ),
        rules=tuple(_rules(sheet, place, opinions)),
        accepted=_accepted(sheet, accepted[:_ACCEPTED]),
        more=and_more(sheet, len(accepted) - _ACCEPTED, addresses.OBJECTIVES),
    )


def _said(sheet: Sheet, opinions: int, accepted: int) -> tuple[Piece, ...]:
    """Say how much there is to say, and how much of it is accepted."""
    first = stressed(sheet, "practice.told.some", n=opinions)
    if not opinions:
        first = (Piece(sheet.say("practice.told.none")),)
    if not accepted:
        return first
    return joined(first, stressed(sheet, "practice.told.and_accepted", n=accepted))


def _rules(sheet: Sheet, place: Mapping[str, int], opinions: Iterable[Finding]) -> Iterator[RuleTold]:
    """Go through the rules in their own order, whatever each has found."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in opinions:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule in sorted(by_rule, key=_order):
        there = sorted(by_rule[rule], key=lambda finding: _key(place, finding))
        about = _about(sheet, there)
        unnamed = sum(_named(sheet, finding) is None for finding in there)
        yield RuleTold(
            words=_words(sheet, rule),
            rule=rule,
            count=figure(sheet, len(there)),
            about=about[:_LISTED],
            more=and_more(sheet, len(about) - _LISTED, addresses.OBJECTIVES),
            files=sheet.say("practice.told.files", n=unnamed) if unnamed else "",
        )


def _about(sheet: Sheet, findings: Sequence[Finding]) -> tuple[Named, ...]:
    """Name what findings are about, each once: an objective with its team, or a team."""
    return tuple(dict.fromkeys(one for one in (_named(sheet, finding) for finding in findings) if one))


def _named(sheet: Sheet, finding: Finding) -> Named | None:
    """Link to what a finding is about. A file has no page and is not named: it may be that of a private objective."""
    if finding.objective and finding.objective in sheet.site.objectives:
        return named(sheet, sheet.measured(finding.objective))
    if finding.team and finding.team in sheet.site.teams:
        return Named(sheet.team(finding.team), "")
    return None


def _accepted(sheet: Sheet, accepted: Sequence[Accepted]) -> tuple[AcceptedOne, ...]:
    """Give what is accepted, in the words of who accepted it."""
    pairs = [(one, _named(sheet, one.finding)) for one in accepted]
    return tuple(AcceptedOne(_words(sheet, one.finding.rule), it.link, one.reason) for one, it in pairs if it)


def _words(sheet: Sheet, rule: str) -> str:
    """Call a rule by a few words; one that the catalogue doesn't know by its id."""
    return rule_in_words(sheet, rule) or rule


def _order(rule: str) -> int:
    """Give a rule its place: warnings before notes, by their ids."""
    return list(LEVELS).index(rule) if rule in LEVELS else len(LEVELS)


def _key(place: Mapping[str, int], finding: Finding) -> tuple[int, str, str, int]:
    """Let objectives stand in list order, then teams, then files."""
    at = place.get(finding.objective or "", len(place))
    return at, finding.team or "", finding.span.path, finding.span.line
