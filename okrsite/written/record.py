"""What every kind of record has in common: it knows its line and its place, and which of its keys were taken out."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field, ModelWrapValidatorHandler, ValidationInfo, model_validator
from pydantic.dataclasses import dataclass as checked_dataclass
from pydantic_core import PydanticOmit

from okrsite.keeping import kept
from okrsite.written.checking import Prepared, Surroundings
from okrsite.written.names import ID_SCHEMA, Id
from okrsite.written.own_keys import is_own, refused_below, refused_everywhere
from okrsite.written.texts import TEXT_SCHEMA, Name, Text
from okrsite.written.tree import GONE, STAND_IN, Keyed, Listed, Path, Scalar, keyed

T = TypeVar("T")
C = TypeVar("C", bound=type)

EACH = "x-each"
"""Where a key's description keeps what each of its words means, until the JSON Schema says it beside the words."""


def key(
    says: str,
    *,
    default: Any = dataclasses.MISSING,
    alias: str | None = None,
    each: Mapping[str, str] | None = None,
) -> Any:
    """Describe a key: what the reference says of it, what holds without it, how it is written where Python keeps its name.

    `each` says of every word that may stand there what it means.
    """
    described: dict[str, Any] = {"description": says, "alias": alias}
    if each:
        described["json_schema_extra"] = {EACH: dict(each)}
    if default is dataclasses.MISSING:
        return Field(**described)
    if isinstance(default, dict):
        return Field(**described, default_factory=dict)
    return Field(**described, default=default)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(key,))
def record(cls: C) -> C:
    """Make a class a record: frozen, slotted, read from keyed values, refusing keys it does not know.

    pydantic's own strictness stays off: it would refuse keyed values where a record is expected. The types of this
    room are strict themselves. What it reads by is made when it first reads: of sound files it reads none.
    """
    config = ConfigDict(extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    made = checked_dataclass(slots=True, frozen=True, kw_only=True, config=config)(cls)
    kept(made)
    cls._slotted = made  # type: ignore[attr-defined]
    return made  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong between the values of a record: the rule, the keys from the record to the place, the words.

    `drop` are fields of the record that can't be used therefore; `on_key` tells that the key is meant, not its value.
    """

    rule: str
    keys: Path
    message: str
    help: str = ""
    drop: tuple[str, ...] = ()
    on_key: bool = False
    needle: str = ""
    related: tuple[tuple[Path, str], ...] = ()


@record
class Record:
    """The base of every record. `line` is where it begins, from 1; `at` the keys that lead to it from the top of its file.

    `pruned` holds the keys (as written in YAML) whose values were wrong and are therefore missing here, or that were
    not known, by their nearest known name.
    """

    shorthand: ClassVar[str | None] = None
    """The key that is meant when a plain value stands where the record is expected."""

    _slotted: ClassVar[Any] = None
    """Slots make a second class of each; its validators still get the first, which knows no fields."""

    refuses: ClassVar[Mapping[str, tuple[str, str, str]]] = {}
    """Keys that are refused with a rule, a sentence and a way out of their own."""

    also_holds: ClassVar[Mapping[str, Any]] = {}
    """What JSON Schema is to say of the record beside its keys."""

    line: int = Field(default=1, init=False)
    at: Path = Field(default=(), init=False)
    pruned: frozenset[str] = Field(default=frozenset(), init=False)

    @model_validator(mode="wrap")
    @classmethod
    def _place(cls, value: Any, handler: ModelWrapValidatorHandler[Any], info: ValidationInfo) -> Any:
        node = as_keyed(value, cls.shorthand, getattr(value, "at", ()))
        if not isinstance(node, Keyed):
            return handler(node)
        node.is_record = True
        whole = without_gaps(node, cls._slotted) if node.gaps else node
        made = handler(whole)
        _set(made, "line", node.line)
        _set(made, "at", node.at)
        if node.pruned:
            _set(made, "pruned", frozenset(node.pruned))
        if isinstance(info.context, Surroundings):
            if node.gaps:
                info.context.faults.extend((node.at, fault) for fault in refused_in_own(node))
            if cls.faults is not Record.faults:
                look(made, tuple(whole), info.context)
        return made

    def faults(self, _written: tuple[str, ...], /) -> Iterable[Fault]:
        """Find what is wrong between values that are each right; nothing, unless a record says otherwise.

        `_written` are the keys that stand in the file and hold something, in that order.
        """
        return ()


_set = object.__setattr__


def look(made: Record, written: tuple[str, ...], surroundings: Surroundings) -> None:
    """Let a record look at its values together; `written` are its keys that hold something. What can't be used is dropped."""
    kind: Any = type(made)
    for fault in made.faults(written):
        surroundings.faults.append((made.at, fault))
        for name in fault.drop:
            field = keys_of(kind).get(name) or fields_of(kind)[name]
            _set(made, field.name, field.default)
            _set(made, "pruned", made.pruned | {name})


def refused_in_own(node: Keyed) -> Iterator[Fault]:
    """Find what may stand nowhere, below the keys of the user's own."""
    for key, value in node.items():
        for keys in refused_below(value) if is_own(key) else ():
            rule, words, way_out = refused_everywhere(str(keys[-1])) or ("", "", "")
            yield Fault(rule, (key, *keys), words, way_out, on_key=True)


def as_keyed(value: Any, shorthand: str | None, at: Path) -> Any:
    """Read a plain value, to which some keys lead, as the one key that is meant by it; leave out what is gone."""
    if value is GONE:
        raise PydanticOmit
    if shorthand is None or not isinstance(value, (Scalar, Listed)):
        return value
    made = keyed(value.line, at)
    made[shorthand] = value
    made.gaps = not (value.strip() if isinstance(value, Scalar) else value)
    return made


@dataclass(frozen=True, slots=True)
class Described:
    """What a class says of one of its keys."""

    name: str
    alias: str | None
    required: bool
    default: Any


@cache
def fields_of(cls: Hashable) -> Mapping[str, Described]:
    """Give the fields of a record by name, apart from those that every record has."""
    own = {"line", "at", "pruned"}
    found: Mapping[str, Any] = cls.__pydantic_fields__  # type: ignore[attr-defined]
    return {
        name: Described(
            name,
            field.alias,
            field.is_required(),
            None if field.is_required() else field.get_default(call_default_factory=True),
        )
        for name, field in found.items()
        if name not in own
    }


@cache
def keys_of(cls: Hashable) -> Mapping[str, Described]:
    """Give the fields of a record by the key they are written with."""
    return {field.alias or name: field for name, field in fields_of(cls).items()}


def without_gaps(node: Keyed, cls: type) -> dict[str, Any]:
    """Leave out values that are blank or gone, empty ones where something is required, and keys of the user's own."""
    known = keys_of(cls)
    return {key: value for key, value in node.items() if not (is_own(key) or _is_gap(value, known.get(key)))}


def _is_gap(value: Any, known: Described | None) -> bool:
    if value is GONE:
        return True
    if known is None or value is STAND_IN:
        return False
    if isinstance(value, Scalar):
        return not value or value.isspace()
    return known.required and isinstance(value, (Listed, Keyed)) and not value


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, (Scalar, str)) else value


OneOrMany = Annotated[tuple[Text, ...], Prepared(_one_or_many, TEXT_SCHEMA)]
Ids = Annotated[tuple[Id, ...], Prepared(_one_or_many, ID_SCHEMA)]
Names = Annotated[tuple[Name, ...], Prepared(_one_or_many, TEXT_SCHEMA | {"title": "name"})]
