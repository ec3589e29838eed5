from collections.abc import Iterator

from okrsite.checks.as_written import is_wrong, objective_span, record_of
from okrsite.checks.bare_words import says_nothing
from okrsite.checks.case import Case
from okrsite.checks.pay import where_paid
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level
from okrsite.measure.model import MeasuredObjective
from okrsite.written import KEY

_MISSED = frozenset({"partly-reached", "not-reached"})
_HELP = "A sentence in `learned` helps the next team that promises something alike: what came in between?"
_PAY = "Where scores affect pay, people promise less, and keep to themselves why it didn’t work."


def _look(case: Case) -> Iterator[Finding]:
    for objective in case.site.objectives.values():
        plan = objective.plan
        missed = plan.type == "committed" and objective.outcome in _MISSED
        if missed and not _says_why(objective) and not _is_garbled(case, objective):
            words = f"“{plan.title}” was promised and did not get all the way, and why is not written down yet."
            span = (
                objective_span(case, objective, "closed", KEY)
                if objective.closed
                else objective_span(case, objective, "state")
            )
            yield opinion("committed-miss", span, words, where_paid(case, _HELP, _PAY), objective=plan.ref)


def _says_why(objective: MeasuredObjective) -> bool:
    """Tell whether there is a word of why: at the end, in the last check-in, or where a target was moved."""
    last = objective.check_ins[-1:]
    words = [objective.closed.learned if objective.closed else None]
    words += [word for check_in in last for word in (check_in.learned, check_in.blocked)]
    words += [change.why for change in objective.changed]
    return not all(map(says_nothing, words))


def _is_garbled(case: Case, objective: MeasuredObjective) -> bool:
    """Tell whether why, or how far it came, stands there in a way that can’t be used, and was told of."""
    written = record_of(case, objective)
    ending = written.closed if written else None
    return is_wrong(written, "closed", "score", "check_ins", "changed") or is_wrong(ending, "learned")


RULE = Rule(
    id="committed-miss",
    level=Level.NOTE,
    finds="a committed objective that closed below 1.0 with no word of why",
    why="Others have built on the promise, and a miss is nothing to hide: said with its reason, it makes the next promise better. Where scores affect pay, it costs money to say it, so people promise less, and keep to themselves why it didn’t work. A word of why is what was learned, what was in the way at the last check-in, or why a target was moved.",
    drawn_from="strong application of results",
    help=_HELP,
    look=_look,
    found=Example(
        {
            "content/okrs/2025-Q4/wards/walk.md": """\
---
title: Everyone walks again before going home
type: committed
score: 0.8
⟦closed⟧: {date: 2025-12-19}
---
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2025-Q4/wards/walk.md": """\
---
title: Everyone walks again before going home
type: committed
score: 0.8
closed: {date: 2025-12-19, learned: Two wards were rebuilt and had no room to walk.}
---
""",
        }
    ),
)
