"""Statements over several surveys, each as a small drawing with a line a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from okrsite.charts.courses import Courses, Run, Stop
from okrsite.charts.courses import courses as drawn
from okrsite.charts.signs import SIGNS
from okrsite.measure.survey.courses import Course, Line, courses
from okrsite.measure.survey.model import ShownAnswers, ShownSurvey
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html
from okrsite.pages.parts.pulse.asked import Key, Signs, caveats, key_of
from okrsite.pages.parts.pulse.spoken import mean_said, statement_said
from okrsite.pages.parts.words import plain_words
from okrsite.plan.model import Scale


@dataclass(frozen=True, slots=True)
class Small:
    """A statement over time: its words, the drawing, and what to know about it."""

    text: Html
    drawing: Html
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OverTime:
    """Statements over several surveys; `keys` name the groups whose lines are drawn."""

    anchor: str
    heading: str
    lede: str
    keys: tuple[Key, ...]
    items: tuple[Small, ...]
    caveats: tuple[str, ...]
    kind: str = "over"


def over_time(sheet: Sheet, surveys: Sequence[ShownSurvey], signs: Signs) -> OverTime | None:
    """Draw the statements that were asked in several surveys, which come from the earliest to the latest; else None."""
    there = courses(surveys)
    if not there:
        return None
    names = dict.fromkeys(line.name for course in there for line in course.lines)
    seen = {name: signs[name] for name in sorted(names, key=lambda name: signs[name]) if signs[name] < SIGNS}
    left_out = len(names) - len(seen)
    return OverTime(
        anchor="p:over",
        heading=sheet.say("pulse.over", n=len(surveys)),
        lede=sheet.say("pulse.over_lede"),
        keys=tuple(key_of(name, signs) for name in seen),
        items=tuple(_small(sheet, course, seen, f"over{at}") for at, course in enumerate(there)),
        caveats=(
            *caveats(sheet, surveys[-1].whole.groups, len(seen) - 1),
            sheet.say("pulse.caveat_time"),
            *([sheet.say("pulse.over_more", n=left_out)] if left_out else []),
        ),
    )


def _small(sheet: Sheet, course: Course, seen: Signs, key: str) -> Small:
    first, last = course.surveys[0].day, course.surveys[-1].day
    lines = [line for line in course.lines if line.name in seen]
    what = Courses(
        key=key,
        days=tuple(survey.day for survey in course.surveys),
        runs=tuple(_run(sheet, line, course.scale, seen) for line in lines),
        ends=(_number(sheet, course.scale.lowest), _number(sheet, course.scale.highest)),
        first=sheet.speech.month_year(first),
        last=sheet.speech.month_year(last),
        title=plain_words(sheet, course.text) or course.id,
        sentence=_sentence(sheet, course, lines),
    )
    return Small(
        text=statement_said(sheet, course.text, course.id),
        drawing=Html(drawn(what, mirrored=sheet.mirrored)),
        notes=tuple(_notes(sheet, course)),
    )


def _notes(sheet: Sheet, course: Course) -> Iterator[str]:
    """Say what keeps earlier answers from being quite the same, or from the line."""
    if course.other_scale:
        yield sheet.say("pulse.over_scale", n=course.other_scale)
    if course.reworded:
        yield sheet.say("pulse.over_wording")


def _run(sheet: Sheet, line: Line, scale: Scale, seen: Signs) -> Run:
    last = line.answers[-1]
    label = mean_said(sheet, last, scale) if last else ""
    return Run(seen[line.name], tuple(_stop(answers, scale) if answers else None for answers in line.answers), label)


def _stop(answers: ShownAnswers, scale: Scale) -> Stop:
    span = scale.highest - scale.lowest
    mean, low, high = ((place - scale.lowest) / span for place in (answers.mean, answers.low, answers.high))
    return Stop(mean, low, high)


def _sentence(sheet: Sheet, course: Course, lines: Sequence[Line]) -> str:
    """Say each line: from where to where, and between which surveys."""
    scale = sheet.say(
        "pulse.scale_short", low=_number(sheet, course.scale.lowest), high=_number(sheet, course.scale.highest)
    )
    said = sheet.say("semicolon").join(_line(sheet, course, line) for line in lines)
    return sheet.say("pulse.over_said", lines=said, scale=scale)


def _line(sheet: Sheet, course: Course, line: Line) -> str:
    there = [(survey, each) for survey, each in zip(course.surveys, line.answers, strict=True) if each is not None]
    (first, then), (last, now) = there[0], there[-1]
    return sheet.say(
        "pulse.over_line" if len(there) > 1 else "pulse.over_point",
        group=line.name,
        first=mean_said(sheet, then, course.scale),
        last=mean_said(sheet, now, course.scale),
        then=sheet.speech.month_year(first.day),
        now=sheet.speech.month_year(last.day),
    )


def _number(sheet: Sheet, step: int) -> str:
    return sheet.speech.number(Decimal(step))
