"""Texts, dates, yes and no, words of a list: what each accepts of a scalar as written."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated

from okrsite.written.checking import Checked
from okrsite.written.refusing import as_scalar, refused, shown
from okrsite.written.tree import STAND_IN

TRUTHS = frozenset({"yes", "on", "true"})
FALSEHOODS = frozenset({"no", "off", "false"})
NOTHINGS = frozenset({"null", "~"})

_WORDS_OF_YAML = frozenset(
    cased for word in TRUTHS | FALSEHOODS | NOTHINGS for cased in (word, word.capitalize(), word.upper())
)
_LONGEST_WORD = max(map(len, _WORDS_OF_YAML))
_BEGIN_DATES_AND_TIMES = frozenset("0123456789+-")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DATE_OR_TIME = re.compile(
    r"""
      [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: (?:[Tt]|[ \t]+) [0-9]{1,2}:[0-9]{2} .* )?   # 2026-10-24, 2026-10-24 12:30:00
    | [-+]?[0-9]+ (?: :[0-5]?[0-9] )+ (?: \.[0-9]* )?                                # 12:30, 1:02:03.5
    """,
    re.VERBOSE,
)


def text(value: object) -> str:
    """Take a text; refuse what YAML takes for yes, no, nothing, a date or a time. A plain number is taken as written."""
    if value is STAND_IN:
        return ""
    written = as_scalar(value, "a text")
    if written.plain and is_taken_for_another_kind(written):
        raise refused(
            "wrong-type",
            f"{{key}} should be a text, and YAML reads `{written}` as {_taken_for(written)}.",
            f'Put it in quotes: "{written}".',
        )
    return written.strip()


def is_taken_for_another_kind(written: str) -> bool:
    """Tell whether YAML takes a text without quotes for yes, no, nothing, a date or a time."""
    if written[:1] in _BEGIN_DATES_AND_TIMES:
        return _DATE_OR_TIME.fullmatch(written) is not None
    return len(written) <= _LONGEST_WORD and written in _WORDS_OF_YAML


def _taken_for(written: str) -> str:
    lower = written.lower()
    if lower in NOTHINGS:
        return "nothing"
    if lower in TRUTHS | FALSEHOODS:
        return "yes or no"
    return "a date" if _DAY.match(written) else "a date or a time"


def day(value: object) -> date:
    """Take a date, `2026-10-24`, plain or quoted; a day that does not exist is `bad-date`."""
    written = as_scalar(value, "a date like 2026-10-24")
    return _day_of(str(written).strip())


@lru_cache(maxsize=8192)
def _day_of(written: str) -> date:
    found = _DAY.fullmatch(written)
    if found is None:
        way_out = "Write year, month and day with hyphens, and no time."
        raise refused("wrong-type", f"{{key}} should be a date like 2026-10-24, not {shown(written)}.", way_out)
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        words = f"There is no {written}: {{key}} names a day that does not exist."
        raise refused("bad-date", words, "Look at the month and the day once more.") from None


def flag(value: object) -> bool:
    """Take `true`, `false`, `yes` or `no`, without quotes; refuse all else."""
    written = as_scalar(value, "true or false")
    if written.plain and written in {"true", "yes"}:
        return True
    if written.plain and written in {"false", "no"}:
        return False
    way_out = (
        "Take the quotation marks away."
        if written.lower() in {"true", "false", "yes", "no"} and not written.plain
        else "Write true or false."
    )
    raise refused("wrong-type", f"{{key}} should be true or false, not {shown(written)}.", way_out)


def done(value: object) -> bool | date:
    """Take yes or no, or the day on which something was done."""
    written = as_scalar(value, "true, false or a date")
    if _DAY.fullmatch(written.strip()):
        return day(written)
    if written.plain and written in {"true", "false", "yes", "no"}:
        return flag(written)
    raise refused(
        "wrong-type",
        f"{{key}} should be true, false or a date like 2026-10-24, not {shown(written)}.",
        "Write true once it is done, or the day.",
    )


TEXT_SCHEMA = {"title": "text", "type": ["string", "number"], "pattern": r"\S"}
DAY_SCHEMA = {"title": "date", "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
FLAG_SCHEMA = {"title": "yes or no", "type": "boolean"}

Text = Annotated[str, Checked(text, TEXT_SCHEMA)]
Name = Annotated[str, Checked(text, TEXT_SCHEMA | {"title": "name"})]
Date = Annotated[date, Checked(day, DAY_SCHEMA)]
Flag = Annotated[bool, Checked(flag, FLAG_SCHEMA)]
Done = Annotated[bool | date, Checked(done, {"anyOf": [FLAG_SCHEMA, DAY_SCHEMA]})]
