"""How a language writes numbers, alone and with their units."""

from __future__ import annotations

import copy
import re
from decimal import Decimal, localcontext
from functools import lru_cache

from babel import Locale
from babel.numbers import (
    NumberPattern,
    format_decimal,
    get_currency_precision,
    get_currency_symbol,
    list_currencies,
    parse_pattern,
)

from okrsite.directions import figure_apart
from okrsite.speech.languages import direction, locale_of

NO_BREAK = "\u00a0"
_CURRENCY_OF_SIGN = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "$": "USD",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
}
_UNIT_THAT_MAY_NOT_BREAK = 12
_LETTER_AT_DIGIT = re.compile(r"(?<=[A-Za-z])(?=[-\d])|(?<=\d)(?=[A-Za-z])")
_LEARNED_FROM = re.compile(r"(\D)1(\D)234\2(?:567)(\D)5")
_TRIED = ("0", "-0", "0.0", "7", "-7", "12", "999", "1000", "-9999.50", "12345", "1E+5", "0.000001", "1234567890.125")
"""Numbers of every shape."""
_DIGITS = 80  # more than any number that the format allows, written out


@lru_cache(maxsize=16384)
def number(value: str, language: str) -> str:
    """Write a number; it comes as a text because 1 and 1.0, which are equal, are not always written the same."""
    with localcontext(prec=_DIGITS):
        marks = _marks(language)
        said = _by_marks(Decimal(value), marks) if marks else _by_locale(Decimal(value), language)
    return figure_apart(said, rtl=direction(language) == "rtl")


def _by_locale(value: Decimal, language: str) -> str:
    return str(format_decimal(value, locale=locale_of(language), decimal_quantization=False))


def _by_marks(value: Decimal, marks: dict[int, str]) -> str:
    """Write a number with all its digits but trailing zeros, and a language's marks in the place of English ones."""
    digits = f"{value:,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits.translate(marks)


@lru_cache(maxsize=32)
def _marks(language: str) -> dict[int, str]:
    """Learn a language's marks from one number; none where others are not written by them (groups of two, far minus signs)."""
    with localcontext(prec=_DIGITS):
        learned = _LEARNED_FROM.fullmatch(_by_locale(Decimal("-1234567.5"), language))
        marks = str.maketrans(dict(zip("-,.", learned.groups(), strict=True))) if learned else {}
        same = (_by_marks(Decimal(it), marks) == _by_locale(Decimal(it), language) for it in _TRIED)
        return marks if marks and all(same) else {}


@lru_cache(maxsize=16384)
def fixed(value: str, language: str) -> str:
    """Write a number with all the places that it is given with: 4.0 stays 4.0."""
    here, places = locale_of(language), max(0, -int(Decimal(value).as_tuple().exponent))
    pattern = copy.copy(here.decimal_formats[None])
    pattern.frac_prec = (places, places)
    said = str(pattern.apply(Decimal(value), here, decimal_quantization=False))
    return figure_apart(said, rtl=direction(language) == "rtl")


@lru_cache(maxsize=16384)
def quantity(value: str, unit: str, language: str) -> str:
    """Write a number with its unit; it comes as a text for the same reason."""
    return figure_apart(_with_unit(value, unit, language), rtl=direction(language) == "rtl")


def _with_unit(value: str, unit: str, language: str) -> str:
    here = locale_of(language)
    if unit == "%":
        return _percentage(Decimal(value), language)
    code = _CURRENCY_OF_SIGN.get(unit, unit)
    if _is_currency(code):
        written = _by_pattern(here.currency_formats["standard"], Decimal(value), here, code)
        return _LETTER_AT_DIGIT.sub(NO_BREAK, written.replace(get_currency_symbol(code, locale=here), unit))
    kept = unit.replace(" ", NO_BREAK) if len(unit) <= _UNIT_THAT_MAY_NOT_BREAK else unit
    return f"{number(value, language)}{NO_BREAK}{kept}"


@lru_cache(maxsize=1024)
def _is_currency(code: str) -> bool:
    return code in list_currencies()


def _percentage(value: Decimal, language: str) -> str:
    with localcontext(prec=_DIGITS):
        before, after = _per_cent(language)
        if before or after:
            return f"{before}{_by_marks(value, _marks(language))}{after}"
        return _percentage_by_locale(value, language)


def _percentage_by_locale(value: Decimal, language: str) -> str:
    here = locale_of(language)
    return _by_pattern(here.percent_formats[None], value / 100, here)


@lru_cache(maxsize=32)
def _per_cent(language: str) -> tuple[str, str]:
    """Learn what a language writes before and after a percentage; nothing where others are not written so."""
    marks = _marks(language)
    before, _, after = _percentage_by_locale(Decimal(7), language).partition("7")
    tried = [Decimal(it) for it in _TRIED] if marks else []
    same = [f"{before}{_by_marks(it, marks)}{after}" == _percentage_by_locale(it, language) for it in tried]
    return (before, after) if same and all(same) else ("", "")


def _by_pattern(pattern: NumberPattern, value: Decimal, here: Locale, currency: str | None = None) -> str:
    """Write a number by a locale's pattern with as many places as were given; a percentage comes as a share of one.

    An amount of money that isn't whole has at least the places of its currency: €1,080.10.
    """
    with localcontext(prec=_DIGITS):
        shown = value * 100 if currency is None else value
        places = max(0, -int(shown.normalize().as_tuple().exponent))
        if places and currency is not None:
            places = max(places, get_currency_precision(currency))
        exact = copy.copy(parse_pattern(pattern))
        exact.frac_prec = (places, places)
        return str(exact.apply(value, here, currency=currency, currency_digits=False, decimal_quantization=False))
