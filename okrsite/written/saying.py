"""What pydantic refused, in words: one problem for each cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from okrsite.written.choice import nearest
from okrsite.written.glance import KEY
from okrsite.written.own_keys import refused_everywhere
from okrsite.written.record import Record, keys_of
from okrsite.written.tree import GONE, Path, Scalar
from okrsite.written.ways import Way

MISSING, UNKNOWN = "missing", "unexpected_keyword_argument"

_MOST_HINTS = 1000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place of a record: `keys` lead there from its top, `KEY` at the end means the key itself."""

    rule: str
    keys: Path
    message: str
    help: str = ""
    needle: str = ""
    related: tuple[tuple[Path, str], ...] = ()


def meant_by(kind: type[Record], errors: list[Any]) -> dict[Path, str]:
    """Tell which known key was meant by each unknown one: one that is missing beside it, else the nearest."""
    missing: dict[Path, list[str]] = {}
    for error in errors:
        if error["type"] == MISSING:
            missing.setdefault(error["loc"][:-1], []).append(error["loc"][-1])
    meant: dict[Path, str] = {}
    for error in errors:
        if error["type"] == UNKNOWN and len(meant) < _MOST_HINTS:
            *at, key = error["loc"]
            known = sorted(keys_of(kind_at(kind, tuple(at))))
            near = nearest(key, missing.get(tuple(at), []), like=0.5) or nearest(key, known)
            if near:
                meant[error["loc"]] = near
    return meant


def problem_of(kind: Any, error: Any, way: Way, meant: dict[Path, str]) -> Problem | None:
    """Say in words what was refused; nothing where that was said before, or of a user's own keys."""
    keys = tuple(error["loc"])
    if error["type"] == UNKNOWN:
        return _unknown(kind_at(kind, keys[:-1]), keys, way, meant.get(keys))
    if error["type"] == MISSING:
        return _missing(keys, way)
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
    if said := refused_everywhere(key):
        return Problem(said[0], (*keys, KEY), *said[1:])
    if key.startswith("x-"):
        return None
    if near:
        way.mark(near)
    way_out = f"Did you mean `{near}`?" if near else "Keys of your own begin with `x-`."
    if " " in key and isinstance(way.end, Scalar) and not way.end:
        way_out = "Is it part of a text with a comma? Within braces such a text needs quotes."
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
