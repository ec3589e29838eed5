"""Nodes → a record, straight: the way of nearly every file, in which nothing is wrong.

What each key accepts is read off the same types that pydantic reads. At the first surprise nothing is made: pydantic reads
the nodes instead, for as much of a record as there is, and for the words. A law in `tests/written` holds both beside each other.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic_core import PydanticOmit

from okrsite.written.checking import Checked, CheckedIn, Prepared, Surroundings
from okrsite.written.choice import OneOf, chosen
from okrsite.written.quantity import Quantity, quantity
from okrsite.written.record import Record, as_keyed, fields_of, look, refused_in_own, without_gaps
from okrsite.written.tree import Keyed, Listed, Path

R = TypeVar("R", bound=Record)

Reader = Callable[[Any, Path, Surroundings], Any]
"""Takes a node, the keys that lead to it where it is a text, and what its reading depends on."""

_Slot = tuple[Callable[[Any, Any], None], str, Callable[[Any], Any] | None, Reader, Any]
"""How a field is set, its key, the check of its value where that needs nothing but the value, its reader, its default."""

_REQUIRED: Final = object()
_NONE_PRUNED: Final[frozenset[str]] = frozenset()


class _Surprise(ValueError):  # noqa: N818 - nothing failed: another way is taken
    """Something stands where nothing of its kind is expected."""


def straight(kind: type[R], node: Keyed, surroundings: Surroundings) -> R | None:
    """Read nodes in which nothing is wrong as a record of a kind; None where something is, or might be.

    What the record finds between its values is added to the faults of the surroundings.
    """
    as_any: Any = kind
    reader = reader_of(as_any)
    if reader is None:
        return None
    try:
        made: R = reader(node, node.at, surroundings)
    except (ValueError, PydanticOmit):
        return None
    return made


@cache
def reader_of(kind: Any) -> Reader | None:
    """Make the reader of a type; None for one that only pydantic reads."""
    origin, args = get_origin(kind), get_args(kind)
    if _is_record(kind):
        return _of_record(kind)
    if kind is Quantity:
        return lambda node, _, surroundings: quantity(node, surroundings.language)
    if origin is Annotated:
        return _of_annotated(args[0], args[1:])
    if origin in {Union, UnionType} and len(args) == 2 and args[1] is type(None):  # noqa: PLR2004 - a type, or nothing
        return reader_of(args[0])
    if origin is tuple and args[1:] == (...,):
        return _of_many(reader_of(args[0]))
    return _of_each(reader_of(args[0]), reader_of(args[1])) if origin is dict else None


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _of_annotated(kind: Any, metadata: tuple[Any, ...]) -> Reader | None:
    match metadata:
        case (Checked(check=check),):
            return lambda node, _, __: check(node)
        case (CheckedIn(check=check_in),):
            return lambda node, _, surroundings: check_in(node, surroundings.language)
        case (OneOf(),) if get_origin(kind) is Literal:
            words = get_args(kind)
            return lambda node, _, __: chosen(node, words)
        case (Prepared(prepare=prepare),):
            return _of_prepared(prepare, reader_of(kind))
    return None


def _of_prepared(prepare: Callable[[Any], Any], read: Reader | None) -> Reader | None:
    if read is None:
        return None
    return lambda node, at, surroundings: read(prepare(node), at, surroundings)


def _of_many(read: Reader | None) -> Reader | None:
    if read is None:
        return None

    def read_many(node: Any, at: Path, surroundings: Surroundings) -> tuple[Any, ...]:
        if not isinstance(node, list):
            raise _Surprise
        if isinstance(node, Listed):
            return tuple([read(each, (*node.at, nth), surroundings) for nth, each in enumerate(node)])
        return tuple([read(each, at, surroundings) for each in node])

    return read_many


def _of_each(read_key: Reader | None, read: Reader | None) -> Reader | None:
    if read_key is None or read is None:
        return None

    def read_each(node: Any, at: Path, surroundings: Surroundings) -> dict[Any, Any]:
        if not isinstance(node, dict):
            raise _Surprise
        return {read_key(key, at, surroundings): read(each, (*at, key), surroundings) for key, each in node.items()}

    return read_each


def _of_record(kind: Any) -> Reader | None:
    slots = _slots_of(kind)
    if slots is None:
        return None
    set_line, set_at, set_pruned = kind.line.__set__, kind.at.__set__, kind.pruned.__set__
    looks, shorthand = kind.faults is not Record.faults, kind.shorthand

    def read_record(value: Any, at: Path, surroundings: Surroundings) -> Any:
        node = value if value.__class__ is Keyed else as_keyed(value, shorthand, at)
        if not isinstance(node, Keyed):
            raise _Surprise
        whole = without_gaps(node, kind) if node.gaps else node
        made = object.__new__(kind)
        set_line(made, node.line)
        set_at(made, node.at)
        set_pruned(made, _NONE_PRUNED)
        _fill(made, whole, slots, node.at, surroundings)
        if node.gaps:
            surroundings.faults.extend((node.at, fault) for fault in refused_in_own(node))
        if looks:
            look(made, tuple(whole), surroundings)
        return made

    return read_record


def _fill(made: Any, whole: dict[str, Any], slots: tuple[_Slot, ...], at: Path, surroundings: Surroundings) -> None:
    left = len(whole)
    value_of = whole.get
    for put, key, check, read, default in slots:
        value = value_of(key)
        if value is not None:
            left -= 1
            put(made, check(value) if check else read(value, (*at, key), surroundings))
        elif default is _REQUIRED:
            raise _Surprise
        else:
            put(made, {} if default == {} else default)
    if left:
        raise _Surprise


def _slots_of(kind: Any) -> tuple[_Slot, ...] | None:
    hints = get_type_hints(kind, include_extras=True)
    slots: list[_Slot] = []
    for name, field in fields_of(kind).items():
        read = reader_of(hints[name])
        if read is None:
            return None
        default = _REQUIRED if field.required else field.default
        slots.append((getattr(kind, name).__set__, field.alias or name, _check_of(hints[name]), read, default))
    return tuple(slots)


def _check_of(kind: Any) -> Callable[[Any], Any] | None:
    """Give the check of a type that looks at nothing but the value."""
    alone = get_args(kind)[0] if get_origin(kind) in {Union, UnionType} else kind
    metadata = get_args(alone)[1:] if get_origin(alone) is Annotated else ()
    return metadata[0].check if len(metadata) == 1 and isinstance(metadata[0], Checked) else None
