from collections.abc import Iterator

from okrsite.checks.case import Case
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level

_IN_A_ROW = 4


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.living():
        last = [each for each in objective.check_ins if each.confidence is not None][-_IN_A_ROW:]
        if len(last) == _IN_A_ROW and len({each.confidence for each in last}) == 1:
            words = f"Confidence in “{objective.plan.title}” has been {last[-1].confidence} four times in a row."
            span = case.check_in_span(last[-1], "confidence")
            yield opinion("confidence-flat", span, words, objective=objective.ref)


RULE = Rule(
    id="confidence-flat",
    level=Level.NOTE,
    finds="the same confidence four times in a row",
    why="How sure people are moves with what they see. Where it stands still for weeks it is often copied from the last time: the bar is watched, and nobody asks what is behind it.",
    drawn_from="progress bar watching",
    help="Ask in the team what would make it one more, or one less; if it still holds, the answer is worth a `learned`.",
    look=_look,
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
check_ins:
  - {date: 2026-01-02, confidence: 7}
  - {date: 2026-01-16, confidence: 7}
  - {date: 2026-01-30, confidence: 7}
  - {date: 2026-02-13, confidence: ⟦7⟧}
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
  - {date: 2026-01-02, confidence: 7}
  - {date: 2026-01-16, confidence: 7}
  - {date: 2026-01-30, confidence: 7}
  - {date: 2026-02-13, confidence: 6}
---
""",
        }
    ),
)
