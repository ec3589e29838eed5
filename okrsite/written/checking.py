"""How a type of the format is told to pydantic: one function that accepts or refuses, one JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, eq=False)
class Surroundings:
    """What a value's reading depends on beside itself: the language of the site, in whose marks numbers are written.

    `faults` gathers what a record finds when it looks at its values together, `places` where in it.
    """

    language: str = "en"
    faults: list[Any] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Checked:
    """Metadata for `Annotated`: values are what `check` makes of a node; it raises `refused(…)` for what it refuses."""

    check: Callable[[Any], Any]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)


@dataclass(frozen=True, eq=False)
class CheckedIn:
    """As `Checked`, for what depends on the surroundings: `check` gets the node and the language."""

    check: Callable[[Any, str], Any]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def in_language(value: Any, info: ValidationInfo) -> Any:
            return self.check(value, language_of(info))

        return core_schema.with_info_plain_validator_function(in_language)


def language_of(info: ValidationInfo) -> str:
    """Tell in which language numbers are written; English where nothing says so."""
    return info.context.language if isinstance(info.context, Surroundings) else "en"


@dataclass(frozen=True, eq=False)
class Prepared:
    """Metadata for `Annotated`: `prepare` brings what is written into the form that the type expects.

    `also` is the JSON Schema of what may stand there beside that form, `instead` of what stands there altogether.
    """

    prepare: Callable[[Any], Any]
    also: Mapping[str, Any] | None = None
    instead: Mapping[str, Any] | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.prepare, handler(source))
