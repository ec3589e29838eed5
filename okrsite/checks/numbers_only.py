from collections.abc import Iterator
from decimal import Decimal

from okrsite.checks.bare_words import says_nothing
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.plan.model import CheckIn
from okrsite.written import KEY

_IN_A_ROW = 3


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        last = objective.check_ins[-_IN_A_ROW:]
        if len(last) == _IN_A_ROW and all(map(_only_numbers, last)):
            words = (
                f"The last three check-ins on “{objective.plan.title}” bring numbers, and no word of what was learned."
            )
            span = case.check_in_span(last[-1], "readings", KEY)
            yield opinion("numbers-only", span, words, objective=objective.ref)


def _only_numbers(check_in: CheckIn) -> bool:
    return says_nothing(check_in.learned) and any(isinstance(value, Decimal) for value in check_in.readings.values())


RULE = Rule(
    id="numbers-only",
    level=Level.NOTE,
    finds="three check-ins in a row with numbers and no word of what was learned",
    why="Watching the bar: the numbers come in, and what they mean stays with those who read them. Others can neither help nor learn, and in time a check-in becomes a duty. Readings that belong to no check-in stand at the key result, and are not meant.",
    drawn_from="progress bar watching",
    help="One sentence in `learned` is enough next time: what surprised you?",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results: [{title: Dressed by noon, start: 34%, target: 70%}]
check_ins:
  - {date: 2026-01-16, readings: {dressed-by-noon: 36%}}
  - {date: 2026-01-30, readings: {dressed-by-noon: 38%}}
  - {date: 2026-02-13, ⟦readings⟧: {dressed-by-noon: 39%}}
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results: [{title: Dressed by noon, start: 34%, target: 70%}]
check_ins:
  - {date: 2026-01-16, readings: {dressed-by-noon: 36%}}
  - {date: 2026-01-30, readings: {dressed-by-noon: 38%}}
  - {date: 2026-02-13, readings: {dressed-by-noon: 39%}, learned: Lunch helps.}
---
""",
        }
    ),
)
