"""A key result in full, as an objective's page shows it: where it stands, its history, who looks after it, its words."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import NOTHING, Day, Html, Link
from okrsite.pages.parts.contact import is_web
from okrsite.pages.parts.figures import brief, figure, way_gone
from okrsite.pages.parts.history import Measure, chart
from okrsite.pages.parts.key_result import bounds, drawn, remark, steps_done
from okrsite.pages.parts.marks import Confidence, confidence_of
from okrsite.pages.parts.words import words
from okrsite.plan.model import Cycle, Kind, Reading
from okrsite.targets import Target


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One line of the table beside a chart; `day` is None for a reading without one."""

    day: Day | None
    value: str
    confidence: str
    note: Html


@dataclass(frozen=True, slots=True)
class StepLine:
    """A milestone: whether it is done, and when it was, or is due, in words."""

    title: str
    done: bool
    when: str


@dataclass(frozen=True, slots=True)
class KeyResultView:
    """A key result in full. `now` is where it stands, `way` from where to where; the texts are empty where nothing is to say.

    `facts` are further words, each a sentence's worth; `links` are labelled links (kept honest by, same as).
    """

    number: int
    id: str
    title: str
    now: str
    is_figure: bool
    way: str
    remark: str
    confidence: Confidence | None
    owner: Link | None
    teams: tuple[Link, ...]
    facts: tuple[str, ...]
    links: tuple[tuple[str, Link], ...]
    note: Html
    line: Html
    chart: Html
    rows: tuple[ReadingRow, ...]
    with_notes: bool
    steps: tuple[StepLine, ...]


def key_result_views(sheet: Sheet, objective: MeasuredObjective, *, over: bool) -> tuple[KeyResultView, ...]:
    """Give an objective's key results in full; `over` tells that it has ended, so that its aims are past."""
    return tuple(
        _view(sheet, objective, key_result, number, over=over)
        for number, key_result in enumerate(objective.key_results, start=1)
    )


def _view(
    sheet: Sheet, objective: MeasuredObjective, measured: MeasuredKeyResult, number: int, *, over: bool
) -> KeyResultView:
    plan = measured.plan
    cycle = sheet.cycle_of(objective)
    rows = tuple([_row(sheet, cycle, plan.unit, reading) for reading in measured.readings])
    picture = chart(sheet, _measure(measured, number), cycle) if _has_history(measured) else NOTHING
    said = measured.confidence is not None or not (over or plan.kind in (Kind.MILESTONES, Kind.YES_NO))
    return KeyResultView(
        number=number,
        id=plan.id,
        title=plan.title,
        now=_now(sheet, measured, over=over),
        is_figure=measured.value is not None,
        way=_way(sheet, measured, over=over),
        remark=remark(sheet, measured),
        confidence=confidence_of(sheet, measured.confidence, days_given=bool(measured.readings)) if said else None,
        owner=sheet.person(plan.owner) if plan.owner else None,
        teams=tuple(sheet.team(team) for team in plan.teams),
        facts=_facts(sheet, objective, measured),
        links=_links(sheet, measured),
        note=words(sheet, plan.note),
        line=NOTHING if picture else drawn(sheet, measured),
        chart=picture,
        rows=rows,
        with_notes=any(row.note.text for row in rows),
        steps=tuple(_step(sheet, objective, measured, at) for at in range(len(measured.milestones))),
    )


def _has_history(measured: MeasuredKeyResult) -> bool:
    """Tell whether there is something to draw over time: readings, or a start and target that wait for them."""
    if measured.plan.kind in (Kind.MILESTONES, Kind.YES_NO):
        return False
    waits = measured.value is None and (measured.plan.target is not None or measured.plan.kind is Kind.GUARD_RAIL)
    return bool(measured.readings) or waits


def _measure(measured: MeasuredKeyResult, number: int) -> Measure:
    plan = measured.plan
    return Measure(
        f"k{number}",
        plan.title,
        plan.unit,
        measured.readings,
        plan.start,
        plan.target,
        plan.at_least,
        plan.at_most,
        plan.due,
    )


def _now(sheet: Sheet, measured: MeasuredKeyResult, *, over: bool) -> str:
    """Say where it stands: the figure, or the words in its place."""
    kind = measured.plan.kind
    if kind is Kind.MILESTONES:
        return steps_done(sheet, measured)
    if kind is Kind.YES_NO:
        return sheet.say("kr.done" if measured.done else "kr.was_not_done" if over else "kr.not_done")
    if measured.value is not None:
        return figure(sheet, measured.value, measured.plan.unit)
    if kind is Kind.FIND_OUT:
        return sheet.say("kr.was_not_known" if over else "kr.not_known")
    return sheet.say("kr.was_unmeasured" if over else "kr.unmeasured")


def _way(sheet: Sheet, measured: MeasuredKeyResult, *, over: bool) -> str:  # noqa: PLR0911 - a sentence a kind
    """Say from where to where, or within what it must stay."""
    plan, tense = measured.plan, "aimed" if over else "aiming"
    match plan.kind:
        case Kind.GUARD_RAIL:
            held = bounds(sheet, measured)
            if plan.start is None:
                return held
            return sheet.say("kr.rail_from", start=figure(sheet, plan.start, plan.unit), bounds=held)
        case Kind.FIND_OUT:
            return sheet.say("kr.find_out")
        case Kind.MILESTONES | Kind.YES_NO:
            return ""
        case Kind.NUMBER if plan.start is not None and plan.target is not None:
            start, target = figure(sheet, plan.start, plan.unit), brief(sheet, plan.target, plan.unit)
            return sheet.say(f"kr.from_{tense}", start=start, target=target)
        case Kind.NUMBER if plan.target is not None:
            return sheet.say(f"kr.{tense}", target=figure(sheet, plan.target, plan.unit))
        case Kind.NUMBER if plan.start is not None:
            return sheet.say("kr.from_no_target", start=figure(sheet, plan.start, plan.unit))
        case _:
            return sheet.say("kr.no_target")


def _facts(sheet: Sheet, objective: MeasuredObjective, measured: MeasuredKeyResult) -> tuple[str, ...]:
    """List what else is to say of it, in the order that readers ask."""
    plan, cycle, facts = measured.plan, sheet.cycle_of(objective), []
    if measured.progress is not None and (plan.kind is Kind.NUMBER or _weighed(measured)):
        facts.append(sheet.say("kr.way_gone", share=way_gone(sheet, measured.progress)))
    if plan.kind is Kind.YES_NO and measured.done and plan.done_on:
        facts.append(sheet.say("kr.done_on", day=sheet.day(plan.done_on, cycle).text))
    if plan.due and not measured.done:
        facts.append(sheet.say("kr.due", day=sheet.day(plan.due, cycle).text))
    if plan.weight != 1:
        facts.append(sheet.say("kr.weight", weight=sheet.speech.number(plan.weight)))
    if plan.score is not None:
        facts.append(sheet.say("kr.score", score=sheet.speech.score(plan.score)))
    if plan.source and not is_web(plan.source):
        facts.append(sheet.say("kr.source_words", source=plan.source))
    if plan.same_as_private:
        facts.append(sheet.say("kr.same_as_private"))
    return tuple(facts)


def _weighed(measured: MeasuredKeyResult) -> bool:
    """Tell whether its steps count differently, so that their number does not say how far it has come."""
    return len({step.weight for step in measured.milestones}) > 1


def _links(sheet: Sheet, measured: MeasuredKeyResult) -> tuple[tuple[str, Link], ...]:
    """List what it points to: what keeps it honest, the same measure elsewhere, where the number comes from."""
    plan, links = measured.plan, []
    if plan.pairs_with:
        links.append((sheet.say("kr.pairs_with"), sheet.to(plan.pairs_with)))
    if plan.same_as and not plan.same_as_private:
        ref, _, key_result = plan.same_as.partition("#")
        links.append((sheet.say("kr.same_as"), sheet.to(Target("objective", ref, key_result))))
    if plan.source and is_web(plan.source):
        links.append((sheet.say("kr.source"), Link(_host(plan.source), plan.source.strip())))
    return tuple(links)


def _host(address: str) -> str:
    """Give the name of the host that an address leads to."""
    return address.strip().split("/")[2]


def _row(sheet: Sheet, cycle: Cycle, unit: str | None, reading: Reading) -> ReadingRow:
    sure = "" if reading.confidence is None else confidence_of(sheet, reading.confidence).text
    day = sheet.day(reading.day, cycle) if reading.day else None
    return ReadingRow(day, figure(sheet, reading.value, unit), sure, words(sheet, reading.note))


def _step(sheet: Sheet, objective: MeasuredObjective, measured: MeasuredKeyResult, at: int) -> StepLine:
    step, cycle = measured.milestones[at], sheet.cycle_of(objective)
    if step.done:
        when = (
            sheet.say("kr.done_on", day=sheet.day(step.done_on, cycle).text)
            if step.done_on
            else sheet.say("kr.step_done")
        )
    else:
        when = sheet.say("kr.due", day=sheet.day(step.due, cycle).text) if step.due else sheet.say("kr.step_open")
    return StepLine(step.title, step.done, when)
