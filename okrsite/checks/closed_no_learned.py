from collections.abc import Iterator

from okrsite.checks.as_written import is_wrong, objective_span, record_of
from okrsite.checks.bare_words import says_nothing
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.measure.model import MeasuredObjective
from okrsite.written import KEY


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.site.objectives.values():
        if objective.state in ("closed", "dropped"):
            ending = objective.closed or objective.dropped
            if says_nothing(ending.learned if ending else None) and not _is_garbled(case, objective):
                yield _told(case, objective)


def _is_garbled(case: Case, objective: MeasuredObjective) -> bool:
    """Tell whether what was learned stands there in a way that can’t be used, and was told of."""
    written, how = record_of(case, objective), objective.state
    return is_wrong(written, how) or is_wrong(getattr(written, how, None), "learned")


def _told(case: Case, objective: MeasuredObjective) -> Finding:
    plan, how = objective.plan, objective.state
    ending = objective.closed or objective.dropped
    on = f" on {ending.day}" if ending else ""
    words = f"“{plan.title}” was {how}{on}, and what was learned is not written down yet."
    way_out = f"One sentence within `{how}` is enough: `learned: …`. It is what the next objective begins with."
    span = objective_span(case, objective, how, KEY) if ending else objective_span(case, objective, "state")
    return opinion("closed-no-learned", span, words, way_out, objective=plan.ref)


RULE = Rule(
    id="closed-no-learned",
    level=Level.WARNING,
    finds="an objective that was closed or dropped without what was learned",
    why="A score says how far it came; what was learned is all that the next one can build on. It is easy to say in the week of the end, and nobody remembers a quarter later.",
    help="One sentence within `closed` or `dropped` is enough: `learned: …`. It is what the next objective begins with.",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
⟦dropped⟧: {date: 2026-02-06, why: The new wing opens a year later.}
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
dropped: {date: 2026-02-06, learned: Without the new wing there is no floor to walk on.}
---
""",
        }
    ),
)
