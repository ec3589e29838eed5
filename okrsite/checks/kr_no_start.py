from collections.abc import Iterator

from okrsite.checks.as_written import entry_span, key_result_of
from okrsite.checks.case import Case
from okrsite.checks.reading import Reader, reader_of, task_of
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.measure.model import MeasuredKeyResult
from okrsite.plan.model import KeyResult, Kind

_TELLING = frozenset({"start", "target", "at_least", "at_most", "milestones", "done", "find_out", "same_as", "title"})
_NO_NUMBERS = "Add `start` and `target`; or `done: false` if it is a yes or no, `milestones` if there are steps."


def _look(case: Case) -> Iterator[Finding]:
    reader = reader_of(case)
    for objective in case.living():
        for key_result in objective.key_results:
            missing = _has_no_start(key_result.plan, reader)
            written = key_result_of(case, objective, key_result.plan) if missing else None
            if written and not written.pruned & _TELLING:
                words, way_out = _said(key_result)
                span = entry_span(case, objective.plan.origin.path, written, "title")
                yield opinion("kr-no-start", span, words, way_out, objective=objective.ref)


def _has_no_start(key_result: KeyResult, reader: Reader) -> bool:
    """Tell whether it is a number of its own without a start; what it is `same_as` is told of where it is written.

    A task is no number: `kr-task` says so.
    """
    theirs = key_result.same_as or key_result.same_as_private
    number = key_result.kind is Kind.NUMBER and key_result.start is None and not theirs
    return number and task_of(key_result, reader) is None


def _said(key_result: MeasuredKeyResult) -> tuple[str, str]:
    """Say what is missing, and the way out where it is nearer than the rule's own."""
    title, readings = key_result.plan.title, key_result.readings
    if key_result.plan.target is None:
        return f"“{title}” has no `start` and no `target`, so nobody can see how far it has come.", _NO_NUMBERS
    way_out = f"Was it the first reading? Then add `start: {readings[0].value:f}`." if readings else ""
    return f"“{title}” does not say where it starts.", way_out


RULE = Rule(
    id="kr-no-start",
    level=Level.WARNING,
    finds="a number without `start`",
    why="How far something has come can be said only from where it began. Without a start a target is neither bold nor modest, and the key result counts as not measured.",
    help="Add `start:` with the number of the day you began, or of today. Nobody knows it yet? The first reading can be it.",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results:
  - title: ⟦Patients out of bed and dressed by noon⟧
    target: 70%
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
  - title: Patients out of bed and dressed by noon
    start: 34%
    target: 70%
  - title: Falls
    at_most: 6.4
  - title: One sheet for the evening call
    done: false
---
""",
        }
    ),
)
