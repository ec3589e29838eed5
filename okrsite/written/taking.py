"""Nodes → a record, and everything that is wrong with them at once.

What is wrong is taken out and the rest is read again, so that one slip does not hide the others and the record says
all that can be said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Generic, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError

from okrsite.written.checking import Surroundings
from okrsite.written.choice import nearest
from okrsite.written.places import KEY
from okrsite.written.record import Fault, Record, keys_of
from okrsite.written.refused_keys import REASONS, refused_key
from okrsite.written.tree import GONE, STAND_IN, Keyed, Listed, Node, Path, Scalar

R = TypeVar("R", bound=Record)

_MOST_ROUNDS = 200
_MISSING, _UNKNOWN = "missing", "unexpected_keyword_argument"
_STAND_IN_FOR = frozenset({"title", "name"})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place of a record: `keys` lead there from its top, `KEY` at the end means the key itself."""

    rule: str
    keys: Path
    message: str
    help: str = ""
    needle: str = ""
    related: tuple[tuple[Path, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Taken(Generic[R]):
    """A record as far as it could be read, None where its own required parts are missing, and what is wrong."""

    record: R | None
    problems: tuple[Problem, ...] = ()


def take(kind: type[R], node: Node, language: str = "en") -> Taken[R]:
    """Read nodes as a record of a kind. Numbers in texts are written as the language does. The nodes are used up."""
    problems: list[Problem] = []
    if not isinstance(node, Keyed):
        problems.append(
            Problem(
                "wrong-type",
                (),
                "Keys with their values are expected here, each as `key: value`.",
                "Does a space follow each colon?",
            )
        )
        return Taken(None, tuple(problems))
    surroundings = Surroundings(language)
    as_any: Any = kind
    for _ in range(_MOST_ROUNDS):
        surroundings.faults.clear()
        try:
            record: R = _adapter(as_any).validator.validate_python(node, context=surroundings)
        except ValidationError as refusal:
            if not _prune(kind, node, refusal, problems):
                return Taken(None, tuple(problems))
        else:
            problems += [_of_fault(at, fault) for at, fault in surroundings.faults]
            return Taken(record, tuple(problems))
    return Taken(None, tuple(problems))


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
    ways = [_way(root, tuple(part for part in error["loc"] if part != "[key]")) for error in errors]
    meant = _meant(kind, errors)
    for error, way in zip(errors, ways, strict=True):
        problem = _problem(kind, error, way, meant)
        if problem:
            problems.append(replace(problem, keys=(*root.at, *problem.keys)))
    taken_out = [way.take_out(missing=error["type"] == _MISSING) for error, way in zip(errors, ways, strict=True)]
    return all(taken_out)


def _meant(kind: type[Record], errors: list[Any]) -> dict[Path, str]:
    """Tell which known key was meant by each unknown one: one that is missing beside it, else the nearest."""
    missing: dict[Path, list[str]] = {}
    for error in errors:
        if error["type"] == _MISSING:
            missing.setdefault(error["loc"][:-1], []).append(error["loc"][-1])
    meant = {}
    for error in errors:
        if error["type"] == _UNKNOWN:
            *at, key = error["loc"]
            known = sorted(keys_of(kind_at(kind, tuple(at))))
            near = nearest(key, missing.get(tuple(at), []), like=0.5) or nearest(key, known)
            if near:
                meant[error["loc"]] = near
    return meant


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a value: the holders passed, each with the key taken; `rest` are keys that lead to nothing written."""

    steps: tuple[tuple[Keyed | Listed, str | int], ...]
    rest: Path
    end: Node | None

    def take_out(self, *, missing: bool) -> bool:
        """Take the value out of its holder; in place of a missing title put an empty one. False where that can't be."""
        if missing and isinstance(self.end, Keyed) and self.rest and self.rest[-1] in _STAND_IN_FOR:
            self.end[str(self.rest[-1])] = STAND_IN
            self.end.pruned |= {str(self.rest[-1])}
            return True
        if missing and self.steps and not self.rest:
            holder, key = self.steps[-1]
            return Way(self.steps[:-1], (key,), holder).take_out(missing=True)
        if not self.steps or (self.end is GONE and not missing):
            return False
        holder, key = self.steps[-1]
        if isinstance(holder, Keyed):
            holder[str(key)] = GONE
            holder.gaps = True
        elif isinstance(key, int):
            holder[key] = GONE
        self.mark()
        return True

    def mark(self, meant: str | None = None) -> None:
        """Let the nearest record know which of its keys is not all that was written, or which one was perhaps meant."""
        for holder, key in reversed(self.steps):
            if isinstance(holder, Keyed) and holder.is_record:
                holder.pruned |= {meant or str(key)}
                return


def _way(root: Keyed, keys: Path) -> Way:
    """Walk from the top; a list may be written as one value, and a list of readings as a map from day to value."""
    steps: list[tuple[Keyed | Listed, str | int]] = []
    node: Node = root
    for nth, key in enumerate(keys):
        if isinstance(node, Keyed):
            if key not in node and isinstance(key, int) and key < len(node):
                key = list(node)[key]  # noqa: PLW2901 - the day in place of its number
            if key not in node:
                return Way(tuple(steps), keys[nth:], node)
            steps.append((node, key))
            node = node[str(key)]
        elif isinstance(node, Listed) and isinstance(key, int) and key < len(node):
            steps.append((node, key))
            node = node[key]
        else:
            return Way(tuple(steps), keys[nth:], node)
    return Way(tuple(steps), (), node)


def _problem(kind: Any, error: Any, way: Way, meant: dict[Path, str]) -> Problem | None:
    keys = tuple(error["loc"])
    if error["type"] == _UNKNOWN:
        return _unknown(kind_at(kind, keys[:-1]), keys, way, meant.get(keys))
    if error["type"] == _MISSING:
        misspelt = any(near == keys[-1] and loc[:-1] == keys[:-1] for loc, near in meant.items())
        return None if misspelt else _missing(keys, way)
    on_key = keys[-1:] == ("[key]",)
    keys = (*keys[:-1], KEY) if on_key else keys
    words = _WORDS.get(error["type"])
    if words:
        return Problem("wrong-type", keys, _with_key(words[0], keys), words[1])
    said = error["ctx"]
    return Problem(error["type"], keys, _with_key(said["words"], keys), said["help"], said["needle"])


_WORDS = {
    "dataclass_type": (
        "{key} should have keys of its own, each as `key: value`.",
        "Write them on the lines below, further in.",
    ),
    "tuple_type": ("{key} should be a list.", "Begin each entry on its own line with a hyphen and a space."),
    "dict_type": (
        "{key} should have keys of its own, each as `key: value`.",
        "Write them on the lines below, further in.",
    ),
    "mapping_type": (
        "{key} should have keys of its own, each as `key: value`.",
        "Write them on the lines below, further in.",
    ),
}


def _with_key(words: str, keys: Path) -> str:
    said = words.replace("{key}", _name(keys))
    return said[:1].upper() + said[1:]


def _name(keys: Path) -> str:
    """Name a place by its last key; an entry of a list by the list's."""
    named = [key for key in keys if isinstance(key, str) and key != KEY]
    if not named:
        return "this"
    return f"an entry of `{named[-1]}`" if isinstance(keys[-1], int) else f"`{named[-1]}`"


def _missing(keys: Path, way: Way) -> Problem | None:
    key = keys[-1]
    if way.end is GONE:
        return None
    if way.rest and isinstance(way.end, Scalar):
        return Problem(
            "missing-key",
            keys,
            f"{_name(keys[:-1])} has no {key}.",
            "Write it behind the colon, or take the line away.",
        )
    if not way.rest:
        return Problem(
            "missing-key", (*keys, KEY), f"`{key}` is empty.", f"Write something behind `{key}:`; it is required here."
        )
    return Problem("missing-key", keys, f"`{key}` is missing{_where(keys[:-1])}.", f"Add `{key}: …`.")


def _where(keys: Path) -> str:
    return f" in {_name(keys)}" if keys else ""


def _unknown(kind: Any, keys: Path, way: Way, near: str | None) -> Problem | None:
    """Say that the format has no such key; nothing of a user's own ones, but where they speak of pay, ranks or private facts."""
    key = str(keys[-1])
    if key in kind.refuses:
        rule, words, way_out = kind.refuses[key]
        return Problem(rule, (*keys, KEY), f"`{key}`: {words}", way_out)
    rule = refused_key(key.removeprefix("x-"))
    if rule:
        return Problem(
            rule,
            (*keys, KEY),
            f"There is no place for `{key}` here. {REASONS[rule]}",
            f"Take it away; `okrsite explain {rule}` says more.",
        )
    if key.startswith("x-"):
        return None
    if near:
        way.mark(near)
    way_out = f"Did you mean `{near}`?" if near else "Keys of your own begin with `x-`."
    return Problem("unknown-key", (*keys, KEY), f"`{key}` is not a key that is known here.", way_out)


def kind_at(kind: Any, keys: Path) -> Any:
    """Find the kind of record that stands at a path within a record of a kind."""
    for key in keys:
        if isinstance(key, str) and key in keys_of(kind):
            kind = _kind_within(kind.__pydantic_fields__[keys_of(kind)[key].name].annotation) or kind
    return kind


def _kind_within(annotation: Any) -> Any:
    """Find the kind of record within `tuple[Kind, ...]`, `Kind | None`, `dict[str, Kind]`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for each in get_args(annotation) if (found := _kind_within(each))), None)
