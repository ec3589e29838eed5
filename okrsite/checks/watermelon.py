from collections.abc import Iterator, Sequence
from fractions import Fraction

from okrsite.checks.case import Case
from okrsite.checks.pay import where_paid
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.measure.cycles import share_gone
from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective

_CONFIDENT = 7
_FAR = Fraction(1, 3)
_BOTH = 2
_HELP = "What makes you sure? If you know something that the numbers don’t show yet, say it in `learned`: others can build on it."
_PAY = "Where scores affect pay, being the first to say that it looks bad costs money."


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        if objective.confidence is None or objective.confidence < _CONFIDENT:
            continue
        gone = share_gone(case.site.cycles[objective.plan.cycle].plan, case.site.as_of)
        measured = [each for each in objective.key_results if each.progress is not None]
        behind = [each for each in measured if each.progress is not None and gone - each.progress > _FAR]
        if 2 * len(behind) > len(measured):
            yield _told(case, objective, behind, len(measured))


def _told(case: Case, objective: MeasuredObjective, behind: Sequence[MeasuredKeyResult], of: int) -> Finding:
    words = (
        f"Confidence in “{objective.plan.title}” is {objective.confidence}, and {_which(behind, of)} more than a third "
        f"of the way behind the calendar."
    )
    given = next(each for each in reversed(objective.check_ins) if each.confidence is not None)
    span = case.check_in_span(given, "confidence")
    return opinion("watermelon", span, words, where_paid(case, _HELP, _PAY), objective=objective.ref)


def _which(behind: Sequence[MeasuredKeyResult], of: int) -> str:
    if of == 1:
        return f"“{behind[0].plan.title}” lies"
    if len(behind) < of:
        return f"{len(behind)} of its {of} measured key results lie"
    return f"{'both' if of == _BOTH else f'all {of}'} measured key results lie"


RULE = Rule(
    id="watermelon",
    level=Level.NOTE,
    finds="confidence of 7 or more while more than half of the measured key results lie far behind the days of the cycle",
    why="Green outside, red inside. Either the team knows something that the numbers don’t show, or it has learned that bad news is not welcome. Where scores affect pay, being the first to say that it looks bad costs money, and everybody learns of it too late to help. “Far” is more than 1/3 of the whole way below the share of days that is gone.",
    drawn_from="coaching, not watching",
    help=_HELP,
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results:
  - {title: Patients dressed by noon, start: 30%, target: 70%, current: 34%}
check_ins:
  - {date: 2026-02-13, confidence: ⟦8⟧, learned: The next two wards begin on Monday.}
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
  - {title: Patients dressed by noon, start: 30%, target: 70%, current: 40%}
check_ins:
  - {date: 2026-02-13, confidence: 8, learned: The next two wards begin on Monday.}
---
""",
        }
    ),
)
