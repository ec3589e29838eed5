"""The check-ins of a cycle, round by round: a round is as long as the organisation hopes to wait between check-ins."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from okrsite.charts.shares import Bar, shares
from okrsite.measure.model import CycleOnDay, MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html
from okrsite.pages.parts.marks import dot
from okrsite.pages.parts.round import Told, has_words, told
from okrsite.pages.register import Written

_DOTS = ("c3", "c2", "c1", "c0")
_TOLD = 5
_ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its days, how many check-ins with words, the first of them, and how many more."""

    days: str
    count: str
    told: tuple[Told, ...]
    more: str
    open: bool


@dataclass(frozen=True, slots=True)
class SureRow:
    """How many objectives were how sure after a round: full, half, empty, none yet."""

    day: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HowSure:
    """How sure teams said they were, round by round, drawn and as a table."""

    drawing: Html
    rows: tuple[SureRow, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    """The days of a round on which there were check-ins, and these."""

    first: dt.date
    last: dt.date
    written: tuple[Written, ...]


def rounds(sheet: Sheet, cycle: CycleOnDay, objectives: Sequence[MeasuredObjective]) -> tuple[Round, ...]:
    """Give a cycle's rounds with their check-ins, the latest round first and open."""
    spans = [(span, _worded(sheet, span)) for span in reversed(_spans(sheet, cycle, objectives))]
    spans = [(span, worded) for span, worded in spans if worded][:_ROUNDS]
    return tuple(
        Round(
            days=_days(sheet, span),
            count=sheet.say("rounds.count", n=len(worded)),
            told=tuple(told(sheet, written) for written in worded[:_TOLD]),
            more=sheet.say("rounds.more", n=len(worded) - _TOLD) if len(worded) > _TOLD else "",
            open=at == 0,
        )
        for at, (span, worded) in enumerate(spans)
    )


def how_sure(sheet: Sheet, cycle: CycleOnDay, objectives: Sequence[MeasuredObjective]) -> HowSure | None:
    """Count how sure the teams were after each round; None before there was a check-in.

    Drafts, proposals and open goals are not counted, since nobody has set out on them.
    """
    running = [o for o in objectives if o.state not in ("draft", "proposed", "open")]
    spans = _spans(sheet, cycle, running)[-_ROUNDS:]
    if not spans:
        return None
    counts = [_counts(running, span.last) for span in spans]
    rows = tuple(
        SureRow(sheet.day(span.last).text, tuple(sheet.speech.number(Decimal(n)) for n in row))
        for span, row in zip(spans, counts, strict=True)
    )
    bars = [Bar(row.day, count, row.counts) for row, count in zip(rows, counts, strict=True)]
    said = sheet.say("chart.say_all", readings=sheet.say("semicolon").join(_sentence(sheet, bar) for bar in bars))
    return HowSure(Html(shares(bars, "sure", sheet.say("sure.title"), said, mirrored=sheet.mirrored)), rows)


def _sentence(sheet: Sheet, bar: Bar) -> str:
    """Say one bar."""
    keys = ("confident", "unsure", "doubtful", "silent")
    return sheet.say("sure.round", day=bar.label, **dict(zip(keys, bar.figures, strict=True)))


def _spans(sheet: Sheet, cycle: CycleOnDay, objectives: Sequence[MeasuredObjective]) -> list[_Span]:
    """Gather a cycle's check-ins into rounds, the earliest first; those before or after the cycle belong to its ends."""
    length = max(1, sheet.ground.config.check_in_every)
    last = (cycle.plan.end - cycle.plan.start).days // length
    found: dict[int, list[tuple[dt.date, Written]]] = defaultdict(list)
    for objective in objectives:
        for at, check_in in enumerate(objective.check_ins):
            number = min(max((check_in.day - cycle.plan.start).days // length, 0), last)
            found[number].append((check_in.day, Written(objective.ref, at)))
    return [_span(found[number]) for number in sorted(found)]


def _span(there: list[tuple[dt.date, Written]]) -> _Span:
    """Give one round, its latest check-ins first."""
    ordered = sorted(there, key=lambda pair: pair[0], reverse=True)
    return _Span(ordered[-1][0], ordered[0][0], tuple(written for _, written in ordered))


def _worded(sheet: Sheet, span: _Span) -> list[Written]:
    """Keep the check-ins that say something; one of each team before a second of any."""
    turn: Counter[str] = Counter()
    keyed: list[tuple[int, int, Written]] = []
    for at, written in enumerate(span.written):
        there = sheet.measured(written.ref)
        if has_words(there.check_ins[written.at]):
            keyed.append((turn[there.plan.team], at, written))
            turn[there.plan.team] += 1
    return [written for _, _, written in sorted(keyed, key=lambda item: item[:2])]


def _days(sheet: Sheet, span: _Span) -> str:
    """Write the days of a round: one, or from the first to the last check-in."""
    if span.first == span.last:
        return sheet.day(span.last).text
    return sheet.say("between", start=sheet.day(span.first).text, end=sheet.day(span.last).text)


def _counts(objectives: Sequence[MeasuredObjective], day: dt.date) -> tuple[int, ...]:
    """Count objectives by how sure their teams were on a day."""
    found = Counter(dot(next(_said(objective, day), None)) for objective in objectives)
    return tuple(found[kind] for kind in _DOTS)


def _said(objective: MeasuredObjective, day: dt.date) -> Iterator[int]:
    """Go back through the confidences given until a day, the latest first."""
    for check_in in reversed(objective.check_ins):
        if check_in.day <= day and check_in.confidence is not None:
            yield check_in.confidence
