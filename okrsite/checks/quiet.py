from collections.abc import Iterator

from okrsite.checks.as_written import is_wrong, objective_span, record_of
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.measure.model import MeasuredObjective


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        if objective.quiet and not _is_garbled(case, objective):
            plan = objective.plan
            words = f"Nothing has been said about “{plan.title}” since {_since(case, objective)}."
            yield opinion("quiet", objective_span(case, objective, "title"), words, objective=plan.ref)


def _is_garbled(case: Case, objective: MeasuredObjective) -> bool:
    """Tell whether something was said that can’t be used: it was told of, and is no silence."""
    written = record_of(case, objective)
    read = any(is_wrong(each, "readings") for each in (written.key_results if written else ()))
    return read or is_wrong(written, "check_ins", "key_results", "state", "closed", "dropped", "paused")


def _since(case: Case, objective: MeasuredObjective) -> str:
    if objective.last_word:
        return str(objective.last_word)
    cycle = case.site.cycles[objective.plan.cycle].plan
    return f"its cycle began on {cycle.start}"


RULE = Rule(
    id="quiet",
    level=Level.WARNING,
    finds="an active objective without a check-in or a reading for more than 1.5 × `check_in_every` days",
    why="Silence looks the same whether all is well, something is stuck, or the objective no longer matters; a sentence tells which. Half as long again as hoped for leaves room for holidays.",
    help="A check-in of one sentence is enough: what you saw, or what is in the way. If it rests, say so with `paused`.",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: ⟦Everyone walks again before going home⟧
check_ins:
  - {date: 2026-01-12, learned: Lunch at the table helps more than drills.}
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
check_ins:
  - {date: 2026-02-02, learned: Lunch at the table helps more than drills.}
---
""",
        }
    ),
)
