from collections.abc import Iterator

from okrsite.checks.as_written import key_result_of
from okrsite.checks.case import Case
from okrsite.checks.reading import Hit, Reader, reader_of
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.measure.model import MeasuredObjective
from okrsite.plan.model import KeyResult, Kind

_PUSHED = frozenset({"aspirational", "committed"})
_HARM = {
    "volume": "More of it can be had by doing it worse",
    "speed": "It can be reached by hurrying",
    "cost": "It can be reached by leaving out what is needed",
}


def _look(case: Case) -> Iterator[Finding]:
    reader = reader_of(case)
    for objective in case.living():
        for key_result in objective.plan.key_results if _is_pushed(objective) else ():
            if found := _harm(key_result, reader):
                harm, hit = found
                written = key_result_of(case, objective, key_result)
                if written and not written.pairs_with and "pairs_with" not in written.pruned:
                    span = case.by_path[objective.plan.origin.path].span((*written.at, "title"), needle=hit.words)
                    words = f"{_HARM[harm]}, and nothing keeps “{key_result.title}” honest."
                    yield opinion("no-counter", span, words, objective=objective.ref)


def _is_pushed(objective: MeasuredObjective) -> bool:
    """Tell whether a team promised an objective's numbers, and nothing in it must hold meanwhile."""
    plan = objective.plan
    kept = plan.health or any(each.kind is Kind.GUARD_RAIL for each in plan.key_results)
    return plan.type in _PUSHED and not kept


def _harm(key_result: KeyResult, reader: Reader) -> tuple[str, Hit] | None:
    """Find how a number could be reached by doing harm, and the words that show it."""
    if key_result.kind is not Kind.NUMBER or key_result.target is None or key_result.same_as or key_result.pairs_with:
        return None
    tongue = reader.tongue_of(key_result.title)
    if tongue is None or tongue.phrases("harmless").find(key_result.title):
        return None
    hits = ((harm, tongue.phrases(harm).find(key_result.title)) for harm in _HARM if _may_harm(key_result, harm))
    return next(((harm, hit) for harm, hit in hits if hit), None)


def _may_harm(key_result: KeyResult, harm: str) -> bool:
    """Tell whether a number moves the way in which people could do harm; one without a start may."""
    if key_result.start is None or key_result.target is None:
        return True
    rises = key_result.target > key_result.start
    return rises if harm == "volume" else not rises or (harm == "speed" and key_result.unit == "%")


RULE = Rule(
    id="no-counter",
    level=Level.WARNING,
    finds="a number pushed by an aspirational or committed objective that people could reach by doing harm (volume, speed, cost) with no guard rail (its `pairs_with`, or the objective's own guard rails or `health`)",
    why="Whatever is pushed gives way somewhere else. Said beforehand, what must not suffer protects patients, customers and colleagues, and the number itself.",
    help="Say what must not suffer: a key result with `at_most` or `at_least`, `pairs_with`, or `health`.",
    look=_look,
    languages=("de", "en", "es", "fr", "zh"),
    found=Example(
        {
            "content/okrs/2026-Q1/laboratory/results.md": """\
---
title: Doctors have the answer while the patient is still in the chair
type: aspirational
key_results:
  - title: Median ⟦time from⟧ arm to answer
    start: 51 min
    target: 30 min
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/laboratory/results.md": """\
---
title: Doctors have the answer while the patient is still in the chair
type: aspirational
key_results:
  - title: Median time from arm to answer
    start: 51 min
    target: 30 min
    pairs_with: samples-that-have-to-be-taken-again
  - title: Samples that have to be taken again
    at_most: 3%
---
""",
        }
    ),
)
