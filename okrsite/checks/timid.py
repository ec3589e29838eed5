from collections.abc import Iterator
from fractions import Fraction

from okrsite.checks.as_written import objective_span
from okrsite.checks.case import Case
from okrsite.checks.pay import where_paid
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.measure.cycles import share_gone
from okrsite.measure.model import CycleOnDay, MeasuredObjective

_HALF = Fraction(1, 2)
_ENDED = frozenset({"closed", "dropped"})
_FURTHER = "There is time to aim further: move a target in the open, with a line in `changed`."
_NEXT_TIME = "Next time, aim for what would be wonderful: 0.7 of that is a fine end."
_PAY = "Where scores affect pay, people aim for what they are sure to reach."


def _look(case: Case) -> Iterator[Finding]:
    yield from _early(case)
    yield from _all_of_a_cycle(case)


def _early(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        plan = objective.plan
        cycle = case.site.cycles[plan.cycle].plan
        early = share_gone(cycle, case.site.as_of) < _HALF
        if plan.type == "aspirational" and objective.progress == 1 and early:
            words = f"“{plan.title}” has come all the way before half of its cycle is gone."
            way_out = where_paid(case, _FURTHER, _PAY)
            yield opinion("timid", objective_span(case, objective, "title"), words, way_out, objective=plan.ref)


def _all_of_a_cycle(case: Case) -> Iterator[Finding]:
    for cycle, aspirational in _aspirational(case):
        if _is_closed(cycle, aspirational) and all(_came_to(each) == 1 for each in aspirational):
            plan = aspirational[0].plan
            which = (
                f"“{plan.title}”, the one aspirational objective of “{cycle.plan.title}”,"
                if len(aspirational) == 1
                else f"Each of the {len(aspirational)} aspirational objectives of “{cycle.plan.title}”"
            )
            way_out = where_paid(case, _NEXT_TIME, _PAY)
            yield opinion(
                "timid",
                objective_span(case, aspirational[0], "title"),
                f"{which} came to 1.0.",
                way_out,
                objective=plan.ref,
            )


def _aspirational(case: Case) -> Iterator[tuple[CycleOnDay, list[MeasuredObjective]]]:
    """Give each cycle that has aspirational objectives, with all of them."""
    found: dict[str, list[MeasuredObjective]] = {}
    for objective in case.site.objectives.values():
        if objective.plan.type == "aspirational":
            found.setdefault(objective.plan.cycle, []).append(objective)
    return ((case.site.cycles[name], objectives) for name, objectives in found.items())


def _is_closed(cycle: CycleOnDay, aspirational: list[MeasuredObjective]) -> bool:
    """Tell whether a cycle is closed: it says so, or it is past and what was aspired to in it has ended."""
    over = cycle.state == "past" and all(each.state in _ENDED for each in aspirational)
    return cycle.closed is not None or over


def _came_to(objective: MeasuredObjective) -> Fraction | None:
    return objective.progress if objective.score is None else objective.score


RULE = Rule(
    id="timid",
    level=Level.NOTE,
    finds="an aspirational objective at 1.0 before half of its time, and a closed cycle with all aspirational ones at 1.0",
    why="Who aspires misses now and then. Where every stretch is reached in full, it was sure from the start, or had become so. Where scores affect pay, this is what happens first: people aim for what they are sure to reach, and the organisation never learns what it could have done.",
    drawn_from="strong application of results",
    help=_FURTHER,
    look=_look,
    found=Example(
        {
            "content/okrs/2026/wards/walk.md": """\
---
title: ⟦Everyone walks again before going home⟧
type: aspirational
key_results:
  - {title: Patients dressed by noon, start: 34%, target: 50%, current: 52%}
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
key_results:
  - {title: Patients dressed by noon, start: 34%, target: 50%, current: 52%}
---
""",
        }
    ),
)
