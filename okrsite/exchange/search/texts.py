"""What people wrote about a thing, without markup: reasons, bodies, check-ins, asks and replies."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective
from okrsite.plan.model import Team
from okrsite.prose import Prose

Plain = Callable[[Prose], str]


def texts_of_objective(objective: MeasuredObjective, plain: Plain) -> tuple[str, ...]:
    """Give all that is written at an objective as its page shows it, each text once."""
    said = (plain(prose) for prose in _written(objective) if prose)
    needs = (need.need for need in objective.needs if need.to and need.need)
    return tuple(dict.fromkeys(text for text in (*said, *needs) if text))


def team_texts(team: Team, plain: Plain) -> tuple[str, ...]:
    """Give what is written about a team."""
    return (plain(team.body),) if team.body else ()


def _written(objective: MeasuredObjective) -> Iterator[Prose | None]:
    yield objective.plan.why
    yield from (edge.because for edge in objective.supports if edge.to)
    yield from _of_check_ins(objective)
    for ask in objective.asks:
        yield ask.what
        yield from (reply.text for reply in ask.replies)
    for ending in (objective.closed, objective.dropped, objective.paused):
        yield from (ending.learned, ending.why) if ending else ()
    for change in objective.changed:
        yield from (change.what, change.why)
    if objective.continues:
        yield objective.continues[1]
    for key_result in objective.key_results:
        yield from _at(key_result)
    yield objective.plan.body


def _of_check_ins(objective: MeasuredObjective) -> Iterator[Prose | None]:
    """Give the words of the check-ins, the newest first."""
    for check_in in reversed(objective.check_ins):
        yield from (check_in.learned, check_in.blocked, check_in.next)
        yield from (reply.text for reply in check_in.replies)


def _at(key_result: MeasuredKeyResult) -> Iterator[Prose | None]:
    yield key_result.plan.note
    yield from (reading.note for reading in key_result.readings)
