from collections.abc import Iterator

from okrsite.checks.as_written import is_wrong, objective_span, record_of
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.measure.model import MeasuredObjective

_TWO_WEEKS = 14


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.site.objectives.values():
        plan = objective.plan
        end = case.site.cycles[plan.cycle].plan.end
        if (
            objective.state == "active"
            and (case.site.as_of - end).days > _TWO_WEEKS
            and not _is_garbled(case, objective)
        ):
            words = f"“{plan.title}” is still active, and its cycle ended on {end}."
            yield opinion("past-active", objective_span(case, objective, "title"), words, objective=plan.ref)


def _is_garbled(case: Case, objective: MeasuredObjective) -> bool:
    """Tell whether it says how it stands in a way that can’t be used, and was told of."""
    return is_wrong(record_of(case, objective), "state", "closed", "dropped", "paused")


RULE = Rule(
    id="past-active",
    level=Level.WARNING,
    finds="an objective that is still active two weeks after its cycle ended",
    why="What never ends is never looked back at, and goes on in the shadow of what people do now. An end frees them, and whatever is worth carrying on gets a reason of its own.",
    help="Say how it ended with `closed` or `dropped`, and what was learned; what goes on can continue it with `continues`.",
    look=_look,
    found=Example(
        {
            "content/okrs/2025-Q4/wards/walk.md": """\
---
title: ⟦Everyone walks again before going home⟧
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2025-Q4/wards/walk.md": """\
---
title: Everyone walks again before going home
closed: {date: 2026-01-09, learned: Lunch at the table helps more than drills.}
---
""",
        }
    ),
)
