"""How an objective ended, against what its type promised."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from okrsite.measure.model import MeasuredKeyResult, Outcome
from okrsite.measure.progress import weighted_mean
from okrsite.plan.model import Ending, Kind, Objective, State

_REACHED_AT = {"committed": Fraction(1), "aspirational": Fraction(7, 10)}
_PARTLY_FROM = Fraction(3, 10)


def score_of(objective: Objective, key_results: Iterable[MeasuredKeyResult]) -> Fraction | None:
    """Give what the team itself scored; None where there is no score at all.

    That is the objective's score, else the mean over its key results with each score in the place of progress. A scored key result counts as measured here; one that is neither scored nor measured stays out.
    """
    if objective.score is not None:
        return Fraction(objective.score)
    counted = [k for k in key_results if k.plan.kind is not Kind.GUARD_RAIL]
    if all(k.plan.score is None for k in counted):
        return None
    scored = (
        (k.progress if k.plan.score is None else Fraction(k.plan.score), Fraction(k.plan.weight)) for k in counted
    )
    return weighted_mean((value, weight) for value, weight in scored if value is not None)


def outcome_of(
    objective: Objective, state: State, closed: Ending | None, score: Fraction | None, progress: Fraction | None
) -> Outcome | None:
    """Say how an objective ended, decided on exact numbers; None while it goes on, or where nothing can be said.

    Committed is reached at 1, aspirational at 0.7, both partly from 0.3; learning by what was learned.
    """
    if state == "dropped":
        return "dropped"
    if state != "closed" or objective.type is None:
        return None
    if objective.type == "learning":
        return "learned" if closed is not None and closed.learned is not None else None
    came_to = progress if score is None else score
    if came_to is None:
        return None
    if came_to >= _REACHED_AT[objective.type]:
        return "reached"
    return "partly-reached" if came_to >= _PARTLY_FROM else "not-reached"
