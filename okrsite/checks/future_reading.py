from collections.abc import Iterable, Iterator
from datetime import date

from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule
from okrsite.diagnostics import Finding, Level
from okrsite.documents import Document, records
from okrsite.plan.model import Origin


def _look(case: Case) -> Iterator[Finding]:
    """Find readings of days to come; somebody who looks back with `--as-of` knows that there are some."""
    if case.config.looks_back:
        return
    about = {objective.plan.origin: ref for ref, objective in case.site.objectives.items()}
    for document in case.documents:
        for day, keys, origin in _readings(document):
            if day > case.site.as_of:
                words = f"This reading is of {day}, and today is {case.site.as_of}. It is not used until then."
                span = document.span(keys)
                yield Finding("future-reading", Level.WARNING, span, words, objective=about.get(origin))


Read = tuple[date, tuple[str | int, ...], Origin]


def _readings(document: Document) -> Iterator[Read]:
    """Give each day on which something was read, the keys that lead to it, and where its objective is written."""
    path, record = document.source.path, document.record
    if isinstance(record, records.ObjectiveFile):
        yield from _of_objective(record, Origin(path, record.line))
    elif isinstance(record, records.TeamObjectivesFile):
        for objective in record.objectives:
            yield from _of_objective(objective, Origin(path, objective.line))
    elif isinstance(record, records.HealthFile):
        yield from _dated(record.readings, Origin(path, record.line))
    elif isinstance(record, records.CheckInFile):
        yield from _talked([record], Origin(path, record.line))
    elif isinstance(record, records.CheckInsFile):
        yield from _talked(record.check_ins, Origin(path, record.line))


def _of_objective(objective: records.ObjectiveFile, origin: Origin) -> Iterator[Read]:
    for key_result in objective.key_results:
        yield from _dated(key_result.readings, origin)
    yield from _talked(objective.check_ins, origin)


def _dated(readings: Iterable[records.Reading], origin: Origin) -> Iterator[Read]:
    return ((reading.date, (*reading.at, "date"), origin) for reading in readings)


def _talked(check_ins: Iterable[records.CheckIn], origin: Origin) -> Iterator[Read]:
    return ((each.date, (*each.at, "date"), origin) for each in check_ins if each.readings)


RULE = Rule(
    id="future-reading",
    level=Level.WARNING,
    finds="a reading dated after the date of the build",
    why="It is not used until its day has come. Most often the year is wrong. With `--as-of` it is simply not yet there.",
    help="Is the year right?",
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results:
  - title: Patients out of bed by noon
    start: 34%
    target: 70%
    readings:
      - {date: ⟦2027-02-06⟧, value: 40%}
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results:
  - title: Patients out of bed by noon
    start: 34%
    target: 70%
    readings:
      - {date: 2026-02-06, value: 40%}
---
""",
        }
    ),
    look=_look,
)
