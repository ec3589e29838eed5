"""A key result, short for lists: its title, and a line from start to target with a dot where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from okrsite.charts import dimension
from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.figures import brief, figure
from okrsite.pages.parts.marks import Confidence, confidence_of
from okrsite.plan.model import Kind


@dataclass(frozen=True, slots=True)
class KeyResultLine:
    """A key result in a list: its title as a link, then either a drawn line or, where there is none to draw, words.

    `unit` is the one that the figures of the line leave out, else empty. `remark` says what a line alone would not:
    worse than at the start, target passed, held or not; else empty.
    """

    title: Link
    unit: str
    line: Html
    words: str
    remark: str
    confidence: Confidence


def key_result_line(sheet: Sheet, objective: MeasuredObjective, key_result: MeasuredKeyResult) -> KeyResultLine:
    """Give one key result of an objective in one line."""
    line, unit = drawn(sheet, key_result), key_result.plan.unit or ""
    return KeyResultLine(
        title=sheet.objective(objective.ref, key_result.plan.id),
        unit=unit if line and len(unit) > 1 else "",
        line=line,
        words="" if line else in_words(sheet, key_result),
        remark=remark(sheet, key_result),
        confidence=confidence_of(sheet, key_result.confidence),
    )


def key_result_lines(sheet: Sheet, objective: MeasuredObjective) -> tuple[KeyResultLine, ...]:
    """Give an objective's key results, each in one line."""
    return tuple(key_result_line(sheet, objective, key_result) for key_result in objective.key_results)


def drawn(sheet: Sheet, key_result: MeasuredKeyResult) -> Html:
    """Draw a number or a guard rail; all else, and what has no target, has no line."""
    if key_result.plan.kind is Kind.GUARD_RAIL:
        return _guard_rail(sheet, key_result)
    if key_result.plan.kind is Kind.NUMBER and key_result.plan.target is not None:
        return _number(sheet, key_result, key_result.plan.target)
    return Html("")


def in_words(sheet: Sheet, key_result: MeasuredKeyResult) -> str:
    """Say where a key result stands that has no line to be drawn."""
    plan = key_result.plan
    match plan.kind:
        case Kind.MILESTONES:
            return steps_done(sheet, key_result)
        case Kind.YES_NO:
            return sheet.say("kr.done" if key_result.done else "kr.not_done")
        case Kind.FIND_OUT if key_result.value is None:
            return sheet.say("kr.not_known")
        case _:
            return (
                sheet.say("kr.unmeasured") if key_result.value is None else figure(sheet, key_result.value, plan.unit)
            )


def steps_done(sheet: Sheet, key_result: MeasuredKeyResult) -> str:
    """Say how many of its steps are done."""
    done = sum(step.done for step in key_result.milestones)
    return sheet.say("kr.steps", n=len(key_result.milestones), done=sheet.speech.number(Decimal(done)))


def remark(sheet: Sheet, key_result: MeasuredKeyResult) -> str:
    """Say what readers should not have to work out: worse than at the start, target passed, held or not held."""
    if key_result.held is not None:
        return sheet.say("kr.held" if key_result.held else "kr.not_held")
    if key_result.raw is None or key_result.plan.kind is not Kind.NUMBER:
        return ""
    return sheet.say("kr.worse") if key_result.raw < 0 else sheet.say("kr.passed") if key_result.raw > 1 else ""


def _number(sheet: Sheet, key_result: MeasuredKeyResult, target: Decimal) -> Html:
    plan, value, dot = key_result.plan, key_result.value, None
    if key_result.raw is not None:
        dot = dimension.on_the_way(key_result.raw)
    elif value is not None and plan.start is None:
        dot = dimension.without_start(value, target)
    ends = dimension.Ends(
        start=sheet.say("kr.none") if plan.start is None else brief(sheet, plan.start, plan.unit),
        target=brief(sheet, target, plan.unit),
        now="" if value is None else brief(sheet, value, plan.unit),
        sentence=sheet.say(
            "kr.line",
            start=sheet.say("kr.no_reading") if plan.start is None else figure(sheet, plan.start, plan.unit),
            now=sheet.say("kr.no_reading") if value is None else figure(sheet, value, plan.unit),
            target=figure(sheet, target, plan.unit),
        ),
    )
    from_start = plan.start is not None
    return Html(dimension.dimension_line(ends, dot, measured_from_start=from_start, mirrored=sheet.mirrored))


def _guard_rail(sheet: Sheet, key_result: MeasuredKeyResult) -> Html:
    plan, value = key_result.plan, key_result.value
    low, high = plan.at_least, plan.at_most
    both = low is not None and high is not None
    left = sheet.say("kr.keep") if not both or low is None else f"≥ {brief(sheet, low, plan.unit)}"
    right = (
        f"≤ {brief(sheet, high, plan.unit)}" if high is not None else f"≥ {brief(sheet, low or Decimal(0), plan.unit)}"
    )
    ends = dimension.Ends(
        start=left,
        target=right,
        now="" if value is None else brief(sheet, value, plan.unit),
        sentence=sheet.say(
            "kr.rail_line",
            now=sheet.say("kr.no_reading") if value is None else figure(sheet, value, plan.unit),
            bounds=bounds(sheet, key_result),
        ),
    )
    dot = None if value is None else dimension.within_bounds(value, low, high)
    lower, upper = low is not None, high is not None
    return Html(dimension.bounds_line(ends, dot, lower=lower, upper=upper, mirrored=sheet.mirrored))


def bounds(sheet: Sheet, key_result: MeasuredKeyResult) -> str:
    """Say where a guard rail must stay."""
    return bounds_said(sheet, key_result.plan.at_least, key_result.plan.at_most, key_result.plan.unit)


def bounds_said(sheet: Sheet, low: Decimal | None, high: Decimal | None, unit: str | None) -> str:
    """Say two bounds, or one; empty for none."""
    if low is not None and high is not None:
        return sheet.say("kr.within", low=figure(sheet, low, unit), high=figure(sheet, high, unit))
    if high is not None:
        return sheet.say("kr.at_most", bound=figure(sheet, high, unit))
    return sheet.say("kr.at_least", bound=figure(sheet, low, unit)) if low is not None else ""
