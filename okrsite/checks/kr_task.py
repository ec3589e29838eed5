from collections.abc import Iterator

from okrsite.checks.as_written import key_result_of
from okrsite.checks.case import Case
from okrsite.checks.reading import Hit, reader_of, task_of
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level, Span
from okrsite.measure.model import MeasuredObjective
from okrsite.plan.model import KeyResult

_TELLING = frozenset({"target", "at_least", "at_most", "milestones", "find_out"})


def _look(case: Case) -> Iterator[Finding]:
    reader = reader_of(case)
    for objective in case.living():
        for key_result in objective.plan.key_results:
            hit = task_of(key_result, reader)
            if hit and (span := _place(case, objective, key_result, hit)):
                words = f"“{key_result.title}” says what will be done, not what will be different then."
                yield opinion("kr-task", span, words, objective=objective.ref)


def _place(case: Case, objective: MeasuredObjective, key_result: KeyResult, hit: Hit) -> Span | None:
    """Find the words in the file; None where a value that would tell more could not be read."""
    written = key_result_of(case, objective, key_result)
    if written is None or written.pruned & _TELLING:
        return None
    return case.by_path[objective.plan.origin.path].span((*written.at, "title"), needle=hit.words)


RULE = Rule(
    id="kr-task",
    level=Level.WARNING,
    finds="a key result that is a task: its title begins with a verb of doing, holds no number, and it has neither target nor bounds nor milestones",
    why="A task can be done and nothing be better for it. A key result tells afterwards whether the work was worth doing, and leaves people free to find a better way.",
    help="Say what will be different when it is done, or give it `milestones`.",
    look=_look,
    languages=("de", "en", "es", "fr", "zh"),
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results:
  - title: ⟦Write⟧ a walking plan for every ward
    done: false
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
key_results:
  - title: Patients out of bed and dressed by noon
    start: 34%
    target: 70%
  - title: Write a walking plan for every ward
    milestones: [{title: Surgical wards}, {title: Medical wards}]
---
""",
        }
    ),
)
