from collections.abc import Iterator

from okrsite.checks.as_written import entry_span, record_of
from okrsite.checks.bare_words import says_nothing
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        plan, written = objective.plan, record_of(case, objective)
        for edge in written.supports if written else ():
            if says_nothing(edge.because) and "because" not in edge.pruned:
                words = f"“{plan.title}” supports “{edge.to}” and does not say how."
                way_out = f"Say it with `because`, as to a colleague: `- {{to: {edge.to}, because: …}}`."
                span = entry_span(case, plan.origin.path, edge, "to")
                yield opinion("edge-no-because", span, words, way_out, objective=plan.ref)


RULE = Rule(
    id="edge-no-because",
    level=Level.WARNING,
    finds="`supports` without a reason",
    why="An arrow alone can be drawn from anything to anything. The reason is what others can agree with or doubt, and it is the first thing to read again when the objective above changes.",
    help="Say it with `because`, as to a colleague: `- {to: mission, because: …}`.",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
supports: ⟦mission⟧
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
