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
from io import StringIO
from typing import Any

from okrsite.exchange.numbers import exact, rounded
from okrsite.exchange.records import Record, check_in_record, key_result_record, objective_record
from okrsite.measure.model import Site


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


def objectives_csv(site: Site) -> bytes:
    """Write all objectives as a table, UTF-8 with a line of headers."""
    return _table(OBJECTIVE, (objective_record(objective) for objective in site.objectives.values()))


def key_results_csv(site: Site) -> bytes:
    """Write all key results as a table, in the order of their objectives."""
    return _table(
        KEY_RESULT,
        (
            {"objective": objective.ref, **key_result_record(key_result, objective)}
            for objective in site.objectives.values()
            for key_result in objective.key_results
        ),
    )


def check_ins_csv(site: Site) -> bytes:
    """Write all check-ins as a table, in the order of their objectives."""
    return _table(
        CHECK_IN,
        (
            {"objective": objective.ref, **check_in_record(check_in)}
            for objective in site.objectives.values()
            for check_in in objective.check_ins
        ),
    )


def cell(text: str) -> str:
    """Give a text as a cell: with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> cell("=HYPERLINK(1)"), cell("-3.5"), cell("-3.5 apples")
    ("'=HYPERLINK(1)", '-3.5', "'-3.5 apples")
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _table(columns: tuple[str, ...], records: Iterable[Record]) -> bytes:
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(columns)
    rows.writerows(_row(columns, record) for record in records)
    return written.getvalue().encode()


def _row(columns: tuple[str, ...], record: Record) -> Iterator[str]:
    for column in columns:
        value = record[column]
        yield cell(_readings(value) if column == "readings" else _text(value))


def _readings(readings: Mapping[str, Any]) -> str:
    return "; ".join(f"{name}: {_text(value, between=', ')}" for name, value in sorted(readings.items()))


def _text(value: Any, between: str = "; ") -> str:
    if isinstance(value, list):
        return between.join(_text(part) for part in value)
    if isinstance(value, dict):
        named = next(key for key in _NAMED_BY if key in value)
        return f"{value['path']}:{value['line']}" if named == "path" else _text(value[named])
    return _SINGLE[type(value)](value)


_SINGLE: Mapping[type, Callable[[Any], str]] = {
    str: str,
    bool: lambda truth: "true" if truth else "false",
    int: str,
    type(None): lambda _: "",
    Decimal: exact,
    Fraction: rounded,
    date: date.isoformat,
}
