from collections.abc import Iterator

from okrsite.checks.as_written import entry_span, key_result_of, objective_span
from okrsite.checks.case import Case
from okrsite.checks.led import accepting, led
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level, Span
from okrsite.measure.model import MeasuredObjective
from okrsite.plan.model import KeyResult, Kind

MOST = 5
_FEWER_KEY_RESULTS = "Keep the few that would convince a doubter; some may be `milestones` of one, others a note."


def _look(case: Case) -> Iterator[Finding]:
    for (cycle, team), objectives in led(case).items():
        begun = [objective for objective in objectives if objective.state != "draft"]
        if len(begun) > MOST:
            name, when = case.site.teams[team].name, case.site.cycles[cycle].plan.title
            words = f"“{name}” leads {len(begun)} objectives in {when}; five are about as many as people keep in mind."
            span = objective_span(case, begun[MOST], "title")
            accepted = accepting("too-many", begun[MOST:])
            yield opinion("too-many", span, words, objective=accepted, team=None if accepted else team)
    for objective in case.living():
        yield from _key_results(case, objective)


def _key_results(case: Case, objective: MeasuredObjective) -> Iterator[Finding]:
    chased = [each.plan for each in objective.key_results if each.plan.kind is not Kind.GUARD_RAIL]
    if len(chased) <= MOST:
        return
    words = f"“{objective.plan.title}” has {len(chased)} key results; five are about as many as people keep in mind."
    yield opinion("too-many", _place(case, objective, chased[MOST]), words, _FEWER_KEY_RESULTS, objective=objective.ref)


def _place(case: Case, objective: MeasuredObjective, key_result: KeyResult) -> Span:
    """Find the title of a key result, else of what it is the same."""
    written = key_result_of(case, objective, key_result)
    if written is None:
        return objective_span(case, objective, "key_results")
    return entry_span(case, objective.plan.origin.path, written, "title" if written.title else "same_as")


RULE = Rule(
    id="too-many",
    level=Level.WARNING,
    finds="more than 5 objectives (open, proposed or active) that a team leads in a cycle, more than 5 key results of an objective, guard rails not counted",
    why="A list of everything says nothing about what matters most, and people choose for themselves what to leave. A short list is a decision that was made together.",
    help="Which of them could wait, or be one with another? `state: draft` or `paused` keeps it for later.",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards.yaml": """\
objectives:
  - title: Everyone walks again
  - title: Lunch is eaten at a table
  - title: Nobody waits for a bath
  - title: Nights are quiet
  - title: Families know the plan
  - title: ⟦New nurses feel at home⟧
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards.yaml": """\
objectives:
  - title: Everyone walks again
  - title: Lunch is eaten at a table
  - title: Nobody waits for a bath
  - title: Nights are quiet
  - title: Families know the plan
  - title: New nurses feel at home
    state: draft
""",
        }
    ),
)
