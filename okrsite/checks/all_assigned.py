from collections.abc import Iterator

from okrsite.checks.as_written import objective_span, record_of
from okrsite.checks.case import Case
from okrsite.checks.led import accepting, led
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level, Span
from okrsite.measure.model import MeasuredObjective


def _look(case: Case) -> Iterator[Finding]:
    for (cycle, team), objectives in led(case).items():
        there = case.site.cycles[cycle]
        if there.state == "current" and all(each.plan.came_from == "assigned" for each in objectives):
            name = case.site.teams[team].name
            words = f"All that “{name}” works on in {there.plan.title} was assigned to it."
            span, accepted = _place(case, objectives[0]), accepting("all-assigned", objectives)
            yield opinion("all-assigned", span, words, objective=accepted, team=None if accepted else team)


def _place(case: Case, first: MeasuredObjective) -> Span:
    """Find where the first of them says so: in its own words, else at the top of its team's file."""
    path = first.plan.origin.path
    written, document = record_of(case, first), case.by_path.get(path)
    if document and written and not written.origin:
        return document.span(("origin",))
    return objective_span(case, first, "origin")


RULE = Rule(
    id="all-assigned",
    level=Level.WARNING,
    finds="a team, in a current cycle, all of whose objectives were assigned to it",
    why="A team that chooses none of its goals carries them out; it has no reason to look for better ones. People know things about their work that nobody above can see, and what they propose themselves they also defend.",
    help="Ask the team what it would change first: one goal of its own, or one agreed with it (`origin: negotiated`), is a good beginning.",
    drawn_from="goals handed down",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards.yaml": """\
objectives:
  - title: Everyone walks again before going home
    origin: ⟦assigned⟧
  - title: Lunch is eaten at a table
    origin: assigned
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards.yaml": """\
objectives:
  - title: Everyone walks again before going home
    origin: assigned
  - title: Lunch is eaten at a table
    origin: negotiated
""",
        }
    ),
)
