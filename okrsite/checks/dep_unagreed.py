from collections.abc import Iterator
from fractions import Fraction

from okrsite.checks.as_written import need_span
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.measure.cycles import share_gone
from okrsite.measure.model import MeasuredObjective
from okrsite.plan.model import Need
from okrsite.targets import Target

_SOON = Fraction(1, 4)
_DECLINED = "Say under `changed` what you do without it, or take the need away; both are fine."


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        for need in objective.plan.needs:
            team = _team(case, need.to)
            if team not in (None, objective.plan.team) and (said := _said(case, objective, need, str(team))):
                words, way_out = said
                span = need_span(case, objective, need, "state")
                yield opinion("dep-unagreed", span, words, way_out, objective=objective.ref)


def _team(case: Case, to: Target) -> str | None:
    """Name the team from which something is needed."""
    if to.kind == "team":
        return to.id
    there = case.site.objectives.get(to.id)
    return there.plan.team if there else None


def _said(case: Case, objective: MeasuredObjective, need: Need, team: str) -> tuple[str, str] | None:
    """Say what is open between the two, and the way out where it is another than to ask again."""
    title, name = objective.plan.title, case.site.teams[team].name
    what = f"“{need.need}”" if need.need else "something"
    if need.state == "asked" and _is_time(case, objective):
        return f"“{title}” needs {what} from “{name}”, and it is not agreed yet.", ""
    if need.state == "declined" and not objective.changed:
        return f"“{title}” needs {what}; “{name}” declined, and no change is noted since.", _DECLINED
    return None


def _is_time(case: Case, objective: MeasuredObjective) -> bool:
    return share_gone(case.site.cycles[objective.plan.cycle].plan, case.site.as_of) >= _SOON


RULE = Rule(
    id="dep-unagreed",
    level=Level.WARNING,
    finds="a need from another team still `asked` after a quarter of the cycle, or `declined` without a change",
    why="Each team keeps its own promise and the work between them is left lying: nobody said no, and nobody said yes. A clear no early is a help too, while there is time to plan without.",
    help="Talk to them, then write `state: agreed` or `declined` here; either way both of you can plan.",
    drawn_from="silos",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
depends_on:
  - to: team:theatres
    need: Nurses trained for the first stand
    state: ⟦asked⟧
---
""",
            "content/teams/theatres.md": """\
---
name: Theatres
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
depends_on:
  - to: team:theatres
    need: Nurses trained for the first stand
    state: declined
changed:
  - date: 2026-02-02
    what: Two of our own nurses learn it.
---
""",
            "content/teams/theatres.md": """\
---
name: Theatres
---
""",
        }
    ),
)
