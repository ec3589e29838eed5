"""The tables: objectives, key results and check-ins for spreadsheets.

Columns are the keys of the records, in their order; before those of key results and check-ins stands `objective`, the
full name of the one they belong to. A list is joined by `; `. What has parts of its own is given by the one that
names it: `supports`, `depends_on` and `continues` by what they lead to, `needed_by` and `continued_by` by where they
come from, key results by id, check-ins by date, asks and replies by their words, `readings` as `id: value` (several
milestones with a comma between), an objective's `source` as `path:line`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from io import StringIO
from operator import itemgetter
from typing import Any

from okrsite.exchange.numbers import exact, rounded
from okrsite.exchange.records import Record


def _columns(keys: str) -> tuple[str, ...]:
    return tuple(keys.split())


OBJECTIVE = _columns(
    "ref id url cycle team teams title why for type origin state private_supporters owners tags progress raw_progress "
    "measured of weakest confidence status quiet outcome score supports supported_by why_chain depends_on needed_by "
    "continues continued_by since asks key_results check_ins source"
)
KEY_RESULT = _columns(
    "objective id title kind unit start target at_least at_most value value_date raw_progress progress confidence held "
    "same_as score weight due source owner teams"
)
CHECK_IN = _columns("objective date by confidence status readings learned blocked ask next replies")

_NAMED_BY = ("to", "from", "what", "text", "path", "id", "date")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")


class Tables:
    """The tables of a site, written while the records of its objectives pass."""

    __slots__ = ("_check_ins", "_key_results", "_objectives")

    def __init__(self) -> None:
        self._objectives = _Table(OBJECTIVE)
        self._key_results = _Table(KEY_RESULT)
        self._check_ins = _Table(CHECK_IN)

    def passing(self, objectives: Iterable[Record]) -> Iterator[Record]:
        """Give records of objectives as they come, with their rows, and those of what is in them, written."""
        for record in objectives:
            of = {"objective": record["ref"]}
            self._objectives.add(record)
            for key_result in record["key_results"]:
                self._key_results.add(of | key_result)
            for check_in in record["check_ins"]:
                self._check_ins.add(of | check_in | {"readings": _readings(check_in["readings"])})
            yield record

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give each table of what has passed, UTF-8 with a line of headers: its address, and its content."""
        yield "data/objectives.csv", self._objectives.written()
        yield "data/key-results.csv", self._key_results.written()
        yield "data/check-ins.csv", self._check_ins.written()


class _Table:
    __slots__ = ("_row", "_text", "_values")

    def __init__(self, columns: tuple[str, ...]) -> None:
        self._values = itemgetter(*columns)
        self._text = StringIO(newline="")
        self._row = csv.writer(self._text).writerow
        self._row(columns)

    def add(self, record: Record) -> None:
        self._row(["" if value is None else _CELLS[type(value)](value) for value in self._values(record)])

    def written(self) -> bytes:
        return self._text.getvalue().encode()


def cell(text: str) -> str:
    """Give a text as a cell: with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> cell("=HYPERLINK(1)"), cell("-3.5"), cell("-3.5 apples")
    ("'=HYPERLINK(1)", '-3.5', "'-3.5 apples")
    """
    if text[:1].isalnum():
        return text
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _readings(readings: Mapping[str, Any]) -> str:
    return "; ".join([f"{name}: {_reading(value)}" for name, value in sorted(readings.items())])


def _reading(value: Any) -> str:
    return _joined(value, between=", ") if isinstance(value, list) else _TEXTS[type(value)](value)


def _joined(values: Iterable[Any], between: str = "; ") -> str:
    return between.join([_TEXTS[type(value)](value) for value in values])


def _named(value: Mapping[str, Any]) -> str:
    """Write what has parts of its own by the one that names it."""
    key = _naming(tuple(value))
    return f"{value['path']}:{value['line']}" if key == "path" else _TEXTS[type(value[key])](value[key])


@lru_cache(maxsize=64)
def _naming(keys: tuple[str, ...]) -> str:
    return next(key for key in _NAMED_BY if key in keys)


_TEXTS: Mapping[type, Callable[[Any], str]] = {
    str: str,
    bool: lambda truth: "true" if truth else "false",
    int: str,
    type(None): lambda _: "",
    Decimal: exact,
    Fraction: rounded,
    date: date.isoformat,
    list: _joined,
    dict: _named,
}

_CELLS: Mapping[type, Callable[[Any], str]] = {
    **_TEXTS,
    str: cell,
    list: lambda values: cell(_joined(values)) if values else "",
    dict: lambda value: cell(_named(value)),
}
"""How a value becomes a cell; numbers, days and the like are never taken for a formula."""
