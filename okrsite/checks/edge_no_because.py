from collections.abc import Iterator

from okrsite.checks.as_written import entry_span, record_of
from okrsite.checks.bare_words import says_nothing
from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.checks.wording import wording, words
from okrsite.diagnostics import Finding, Level
from okrsite.documents.records import Support
from okrsite.measure.model import MeasuredObjective

_LEAST, _MOST = 2, 2 / 3


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        plan, written = objective.plan, record_of(case, objective)
        for edge in written.supports if written else ():
            if says_nothing(edge.because) and "because" not in edge.pruned and not _plain(case, objective, edge):
                sentence = f"“{plan.title}” supports “{edge.to}” and does not say how."
                way_out = f"Say it with `because`, as to a colleague: `- {{to: {edge.to}, because: …}}`."
                span = entry_span(case, plan.origin.path, edge, "to")
                yield opinion("edge-no-because", span, sentence, way_out, objective=plan.ref)


def _plain(case: Case, objective: MeasuredObjective, edge: Support) -> bool:
    """Tell whether the reason is plain: two thirds of what a title tells, two words at least, stand in the title above."""
    mine = wording(objective.plan.title)
    name = edge.to.partition("#")[0]
    targets = (each.to.id for each in objective.plan.supports if each.to.id.endswith(name))
    above = [wording(each.plan.title) for each in map(case.site.objectives.get, targets) if each]
    shared = [words(mine.telling & theirs.telling) for theirs in above if theirs.understood]
    return max(shared, default=0) >= max(_LEAST, _MOST * words(mine.telling))


RULE = Rule(
    id="edge-no-because",
    level=Level.WARNING,
    finds="`supports` without a reason",
    why="An arrow alone can be drawn from anything to anything. The reason is what others can agree with or doubt, and it is the first thing to read again when the objective above changes. Where most of the words of a title stand in the title above, the reason is plain.",
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
            "content/okrs/2026-Q1/wards/evening.md": """\
---
title: Everyone walks again before going home, also at night
supports: walk
---
""",
        }
    ),
)
