from collections.abc import Iterator
from fractions import Fraction

from okrsite.checks.as_written import is_wrong, key_result_of, key_result_span, record_of
from okrsite.checks.case import Case
from okrsite.checks.reading import Reader, reader_of, task_of
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.documents.records import CheckIn
from okrsite.measure.cycles import share_gone
from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.plan.model import Kind

_HALF = Fraction(1, 2)
_TELLING = ("readings", "current", "target", "at_least", "at_most", "milestones", "done", "find_out", "same_as")
_READ = frozenset({Kind.NUMBER, Kind.GUARD_RAIL})


def _look(case: Case) -> Iterator[Finding]:
    reader = reader_of(case)
    for objective in case.living():
        cycle = case.site.cycles[objective.plan.cycle].plan
        if share_gone(cycle, case.site.as_of) < _HALF:
            continue
        for key_result in objective.key_results:
            if not _is_unread(key_result, reader) or _is_garbled(case, objective, key_result):
                continue
            words = f"“{key_result.plan.title}” has no reading yet, and half of its cycle is gone."
            yield opinion(
                "kr-unmeasured",
                key_result_span(case, objective, key_result.plan, "title"),
                words,
                objective=objective.ref,
            )


def _is_unread(key_result: MeasuredKeyResult, reader: Reader) -> bool:
    """Tell whether a number or guard rail was never read. A `same_as` is read where it comes from.

    A title alone is no number that somebody could read, nor is a task: `kr-no-start` and `kr-task` say so.
    """
    plan = key_result.plan
    elsewhere = plan.same_as is not None or plan.same_as_private
    empty = plan.kind is Kind.NUMBER and plan.start is None and plan.target is None
    unread = plan.kind in _READ and not elsewhere and not empty and key_result.value is None
    return unread and task_of(plan, reader) is None


def _is_garbled(case: Case, objective: MeasuredObjective, key_result: MeasuredKeyResult) -> bool:
    """Tell whether it was read in a way that can’t be used, and was told of; or whether its kind is not sure."""
    written = key_result_of(case, objective, key_result.plan)
    said = [each for check_in in objective.check_ins for each in case.begun(check_in.origin)]
    read = any(isinstance(each, CheckIn) and key_result.plan.id in each.readings for each in said)
    return read or is_wrong(written, *_TELLING) or is_wrong(record_of(case, objective), "check_ins")


RULE = Rule(
    id="kr-unmeasured",
    level=Level.WARNING,
    finds="a number or guard rail that has never been read, with half of the cycle’s days gone",
    why="Half of the time to learn from it is gone. A number that is hard to read tells something too: often it is not the one that people go by.",
    help="One rough reading is enough to begin: `current: 40`. If nobody can count it, another number may serve better.",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results:
  - {title: ⟦Patients dressed by noon⟧, start: 34%, target: 70%}
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
  - {title: Patients dressed by noon, start: 34%, target: 70%, current: 40%}
  - {title: One walking plan for all wards, done: false}
  - {title: People who walk to the bathroom by themselves}
---
""",
        }
    ),
)
