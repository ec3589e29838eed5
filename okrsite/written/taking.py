"""Nodes → a record, and everything that is wrong with them at once.

What is wrong is taken out and the rest is read again, so that one slip does not hide the others and the record says
all that can be said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from okrsite.written.checking import Surroundings
from okrsite.written.glance import KEY
from okrsite.written.record import Fault, Record
from okrsite.written.saying import MISSING, Problem, meant_by, problem_of
from okrsite.written.straight import straight
from okrsite.written.tree import Keyed, Node, Path, place
from okrsite.written.ways import shorten, way_to

R = TypeVar("R", bound=Record)

MOST_PROBLEMS = 20_000
"""Of one file; a list of more helps nobody."""

_ROUNDS = (5000, 1000, 200, *[40] * 100)
"""How often what is wrong is taken out and the rest read again, and to how many entries lists are cut at need."""


@dataclass(frozen=True, slots=True)
class Taken(Generic[R]):
    """A record as far as it could be read, None where its own required parts are missing, and what is wrong."""

    record: R | None
    problems: tuple[Problem, ...] = ()


def take(kind: type[R], node: Node, language: str = "en") -> Taken[R]:
    """Read nodes as a record of a kind. Numbers in texts are written as the language does. The nodes are used up."""
    if not isinstance(node, Keyed):
        words = "Keys with their values are expected here, each as `key: value`."
        return Taken(None, (Problem("wrong-type", (), words, "Does a space follow each colon?"),))
    surroundings = Surroundings(language)
    record = straight(kind, node, surroundings)
    if record is not None:
        return Taken(record, tuple(_of_fault(at, fault) for at, fault in surroundings.faults[:MOST_PROBLEMS]))
    return take_by_pydantic(kind, node, surroundings)


def take_by_pydantic(kind: type[R], node: Keyed, surroundings: Surroundings) -> Taken[R]:
    """Read nodes as `take` does, the way on which everything that is wrong is found."""
    place(node)
    problems: list[Problem] = []
    as_any: Any = kind
    for most in _ROUNDS:
        surroundings.faults.clear()
        try:
            made: R = _adapter(as_any).validator.validate_python(node, context=surroundings)
        except ValidationError as refusal:
            if refusal.error_count() > MOST_PROBLEMS:
                _shortened(node, most, refusal.error_count(), problems)
            elif not _prune(kind, node, refusal, problems):
                break
        else:
            problems += [_of_fault(at, fault) for at, fault in surroundings.faults[:MOST_PROBLEMS]]
            return Taken(made, tuple(problems))
    return Taken(None, tuple(problems))


def _shortened(node: Keyed, most: int, count: int, problems: list[Problem]) -> None:
    """Go on with less of a file that holds more faults than anybody reads, and say so once."""
    if not problems:
        words = (
            f"There are {count} things wrong in this file; of its longest lists only the first entries are looked at."
        )
        problems.append(Problem("wrong-type", node.at, words, "Mend these first."))
    shorten(node, most)


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _of_fault(at: Path, fault: Fault) -> Problem:
    keys = (*at, *fault.keys, KEY) if fault.on_key else (*at, *fault.keys)
    return Problem(
        fault.rule,
        keys,
        fault.message,
        fault.help,
        fault.needle,
        tuple(((*at, *path), words) for path, words in fault.related),
    )


def _prune(kind: type[Record], root: Keyed, refusal: ValidationError, problems: list[Problem]) -> bool:
    """Say what was refused, and take it out; False where nothing is left to read."""
    errors: list[Any] = refusal.errors(include_url=False, include_input=False)
    days: dict[int, list[str]] = {}
    ways = [way_to(root, tuple(part for part in error["loc"] if part != "[key]"), days) for error in errors]
    meant = meant_by(kind, errors)
    misspelt = frozenset((*at[:-1], near) for at, near in meant.items())
    for error, way in zip(errors, ways, strict=True):
        problem = None if error["loc"] in misspelt else problem_of(kind, error, way, meant)
        if problem:
            problems.append(replace(problem, keys=(*root.at, *problem.keys)))
    taken_out = [way.take_out(missing=error["type"] == MISSING) for error, way in zip(errors, ways, strict=True)]
    return all(taken_out)
