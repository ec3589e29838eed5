from collections.abc import Iterator

from okrsite.checks.as_written import is_written, objective_span
from okrsite.checks.bare_words import bare_words, says_nothing
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.plan.model import Objective
from okrsite.prose import plain

_IN_OTHER_WORDS = "Say in other words what gets better by it, and for whom."


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        plan = objective.plan
        if plan.why is None and is_written(case, objective, "why"):
            continue
        if says_nothing(plan.why):
            words = f"“{plan.title}” does not say yet why it matters."
            span = objective_span(case, objective, "why" if plan.why else "title")
            yield opinion("no-why", span, words, objective=plan.ref)
        elif _repeats(plan):
            words = f"The reason for “{plan.title}” says the same as its title."
            span = objective_span(case, objective, "why")
            yield opinion("no-why", span, words, _IN_OTHER_WORDS, objective=plan.ref)


def _repeats(plan: Objective) -> bool:
    return plan.why is not None and bare_words(plain(plan.why)) == bare_words(plan.title)


RULE = Rule(
    id="no-why",
    level=Level.WARNING,
    finds="no `why`, or one that repeats the title",
    why="Who knows what a goal is for can find a better way to it, and can tell when it has lost its sense. Who knows only the goal can only do as told.",
    help="Add `why:` with a sentence: what gets better by it, and for whom?",
    drawn_from="the foundation that is dug without knowing of the church",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: ⟦Everyone walks again before going home⟧
---
""",
            "content/okrs/2026-Q1/wards/lunch.md": """\
---
title: Lunch is eaten at a table
why: ⟦Lunch is eaten at a table!⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/lunch.md": """\
---
title: Lunch is eaten at a table
why: Lunch at a table is the first walk of the day.
---
""",
        }
    ),
)
