"""How a language writes days."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from okrsite.speech.languages import locale_of


@lru_cache(maxsize=16384)
def day_by(skeleton: str, day: dt.date, language: str) -> str:
    """Write what a skeleton of CLDR names of a day: `MMMd`, `yMMMd`, `y`."""
    return _with_first(str(format_skeleton(skeleton, day, locale=locale_of(language))), language)


@lru_cache(maxsize=4096)
def long_date(day: dt.date, language: str) -> str:
    """Write a day in full, with its year."""
    return _with_first(str(format_date(day, "long", locale=locale_of(language))), language)


def _with_first(written: str, language: str) -> str:
    """Write the first of a month as French does, `1er sept.`, which CLDR's patterns cannot say."""
    return f"1er{written[1:]}" if locale_of(language).language == "fr" and written.startswith("1 ") else written
