from collections.abc import Iterator

from okrsite.checks.as_written import is_written, objective_span
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        plan = objective.plan
        if objective.state == "active" and not plan.key_results and not is_written(case, objective, "key_results"):
            words = f"“{plan.title}” does not say yet how anybody will know that it is true."
            yield opinion("no-key-results", objective_span(case, objective, "title"), words, objective=plan.ref)


RULE = Rule(
    id="no-key-results",
    level=Level.WARNING,
    finds="an active objective without any `key_results`",
    why="Without a sign that can be seen, people mean different things by the same words, and find out at the end.",
    help="Add one or two `key_results`: a number, steps, or `done: false` where it is a yes or no.",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: ⟦Everyone walks again before going home⟧
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
  - {title: One sheet for the evening call, done: false}
---
""",
            "content/okrs/2026-Q1/wards/lunch.md": """\
---
title: Lunch is eaten at a table
state: draft
---
""",
        }
    ),
)
