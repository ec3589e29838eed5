from collections.abc import Iterator

from okrsite.checks.as_written import is_written, objective_span
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        plan = objective.plan
        if objective.state == "active" and not plan.owners and not is_written(case, objective, "owner", "owners"):
            words = f"Nobody is named yet who looks after “{plan.title}”."
            yield opinion("no-owner", objective_span(case, objective, "title"), words, objective=plan.ref)


RULE = Rule(
    id="no-owner",
    level=Level.WARNING,
    finds="an active objective that nobody looks after",
    why="Whoever has a question, or an offer, needs to know whom to talk to. Who looks after an objective does not do it alone, and is not to blame for it: they see to it that it is talked about.",
    help="Add `owner:` with a name; nobody needs a file of their own for that.",
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
owner: Esther Mbeki
---
""",
            "content/okrs/2026-Q1/wards/lunch.md": """\
---
title: Lunch is eaten at a table
state: proposed
---
""",
        }
    ),
)
