"""A number with its unit, as people write it: `34`, `34%`, `51 min`, `€ 12`, `1.2k`, `1,204`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any
from unicodedata import category

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from okrsite.keeping import kept
from okrsite.written.checking import language_of
from okrsite.written.languages import marks_of
from okrsite.written.numbers import NOT_FINITE, PLAIN, decimal_of, exact, hint, in_words_of, not_finite
from okrsite.written.refusing import as_scalar, refused, shown

QUANTITY_SCHEMA = {"title": "number, or number and unit", "type": ["number", "string"], "pattern": "[0-9]"}

_BEFORE = re.compile(r"(?P<sign>[-+]?)(?P<unit>[^\W\d_]{0,3}[^\w\s]?|[^\d\s]{0,3})\s*(?P<inner>[-+]?)(?=[.,]?[0-9])")
_TIMES = {"k": 3, "M": 6, "bn": 9}
_MULTIPLIER = re.compile(r"(k|M|bn)(?![^\W\d_])")
_OF_ANOTHER_KIND = re.compile(r"0[xXoObB][0-9A-Fa-f_]+|[0-9.,]*[eE][-+]?[0-9]")
_TWO_UNITS = re.compile(
    r"\s*(?:d|days?|h|hrs?|hours?|min|mins|minutes?|std|stunden?|tage?|heures?|jours?|horas?|dias?|ft|lb)\.?\s*[0-9]",
    re.IGNORECASE,
)
_OPENERS_OF_UNITS = "%‰‱°µ′″\"'/#"


@kept
@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, exactly as written, its unit where it brought one, and the text of both."""

    value: Decimal
    unit: str | None
    text: str

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def check(value: Any, info: ValidationInfo) -> Quantity:
            return quantity(value, language_of(info))

        return core_schema.with_info_plain_validator_function(check)


def quantity(value: object, language: str = "en") -> Quantity:
    """Take a number, or a text of a number and a unit, in the marks of a language; refuse all else."""
    if isinstance(value, Quantity):
        return value
    written = as_scalar(value, "a number, or a number and a unit")
    if written.plain and PLAIN.fullmatch(written):
        return _without_unit(written)
    found = quantity_in(written.strip(), language)
    if found is not None:
        return found
    if NOT_FINITE.match(written):
        raise not_finite(written, "kr-arithmetic")
    marks = marks_of(language)
    raise refused(
        "wrong-type", f"{{key}} should be a number, or a number and a unit, not {shown(written)}.", hint(written, marks)
    )


@lru_cache(maxsize=8192)
def _without_unit(written: str) -> Quantity:
    text = str(written)
    return Quantity(exact(text), None, text)


@lru_cache(maxsize=8192)
def quantity_in(written: str, language: str) -> Quantity | None:
    """Read a number and its unit from a text; None where it is something else."""
    before = _BEFORE.match(written)
    if before is None or (before["sign"] and before["inner"]) or not _stands_before(before["unit"]):
        return None
    number = in_words_of(marks_of(language)).match(written, before.end())
    if number is None:
        return None
    times = _MULTIPLIER.match(written, number.end())
    rest = written[times.end() if times else number.end() :]
    based = number["exponent"] is None and _OF_ANOTHER_KIND.match(written, before.end())
    if based or _TWO_UNITS.match(rest) or not _stands_behind(rest) or (before["unit"] and rest):
        return None
    value = exact(before["sign"] + before["inner"] + decimal_of(number))
    if times:
        value = value.scaleb(_TIMES[times[1]])
    return Quantity(value, _unit(before["unit"] or rest), written)


def _unit(written: str) -> str | None:
    return " ".join(written.split()) or None


def _stands_before(unit: str) -> bool:
    """Tell whether a unit may stand before its number: a currency, by sign (`€`, `US$`) or by code (`EUR`)."""
    code = len(unit) == 3 and unit.isascii() and unit.isupper() and unit.isalpha()  # noqa: PLR2004 - ISO 4217
    return not unit or code or any(category(character) == "Sc" for character in unit)


def _stands_behind(unit: str) -> bool:
    """Tell whether what follows a number may be its unit, and is not the rest of another kind of number."""
    stripped = unit.strip()
    if not stripped:
        return True
    if stripped[0] in _OPENERS_OF_UNITS:
        return not stripped[1:2].isdigit()
    return stripped[0].isalpha() or category(stripped[0]) in {"Sc", "So"}
