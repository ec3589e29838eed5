from collections.abc import Iterator

from okrsite.checks.as_written import is_written, objective_span
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        plan = objective.plan
        if plan.type is None and not is_written(case, objective, "type"):
            words = f"“{plan.title}” does not say what its team promises."
            yield opinion("no-type", objective_span(case, objective, "title"), words, objective=plan.ref)


RULE = Rule(
    id="no-type",
    level=Level.NOTE,
    finds="no `type`",
    why="Whether 0.7 is a fine end or a broken promise depends on what was promised. Said at the beginning, nobody needs to argue about it at the end.",
    help="Add `type: committed` (we will), `aspirational` (we stretch) or `learning` (we find out).",
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
type: aspirational
---
""",
        }
    ),
)
