from collections.abc import Iterator

from okrsite.checks.as_written import is_written, objective_span
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        plan = objective.plan
        if objective.state == "active" and not objective.supports and not is_written(case, objective, "supports"):
            words = f"“{plan.title}” does not say yet what it supports."
            yield opinion("orphan", objective_span(case, objective, "title"), words, objective=plan.ref)


RULE = Rule(
    id="orphan",
    level=Level.WARNING,
    finds="an active objective that supports nothing",
    why="What an objective contributes to tells its team why it matters beyond the team, and tells others that it is there. Often the link is known to everybody and nobody has written it down.",
    help="Add `supports:` with an objective, a theme or `mission`, and `because:` with the reason.",
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
supports:
  - to: mission
    because: Strength lost in bed is the most common harm we do.
---
""",
        }
    ),
)
