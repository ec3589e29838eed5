"""What stands without quotation marks, by what is expected: the table of the format, word for word."""

from __future__ import annotations

from datetime import date

import pytest

from okrsite.written import Refusal, flag, text
from okrsite.written.texts import day, done
from okrsite.written.tree import Scalar, scalar


def plain(written: str) -> Scalar:
    return scalar(written, plain=True, line=1)


def quoted(written: str) -> Scalar:
    return scalar(written, plain=False, line=1)


def rule_of(check: object, value: object) -> str:
    with pytest.raises(Refusal) as refusal:
        check(value)  # type: ignore[operator]
    return refusal.value.type


@pytest.mark.parametrize(
    "written",
    [
        "Falls",
        "1984",
        "2026",
        "0123",
        "1e3",
        "3.5",
        "1_000",
        "0x1F",
        "=",
        "<<",
        "noon",
        "nO",
        "y",
        "2026-10",
        "16:90",
        "12:30 at noon",
    ],
)
def test_a_text_without_quotes_is_taken_as_written(written: str) -> None:
    assert text(plain(written)) == written


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "off",
        "true",
        "false",
        "null",
        "~",
        "No",
        "YES",
        "On",
        "OFF",
        "True",
        "FALSE",
        "Null",
        "2024-01-01",
        "2024-01-01 12:30:00",
        "2024-01-01T12:30:00Z",
        "2024-1-1",
        "12:30",
        "1:02:03",
        "12:30:45.5",
    ],
)
def test_what_yaml_takes_for_another_kind_is_no_text_until_it_is_quoted(written: str) -> None:
    with pytest.raises(Refusal) as refusal:
        text(plain(written))
    assert refusal.value.type == "wrong-type"
    assert "quotes" in refusal.value.context["help"]  # type: ignore[index]
    assert text(quoted(written)) == written


@pytest.mark.parametrize("value", [plain("2026-10-24"), quoted("2026-10-24")])
def test_a_date_stands_with_or_without_quotes(value: Scalar) -> None:
    assert day(value) == date(2026, 10, 24)


@pytest.mark.parametrize(
    "written",
    [
        "2026-10-24 12:30:00",
        "2026-10-24T00:00:00",
        "24.10.2026",
        "2026-1-4",
        "20261024",
        "tomorrow",
        "٢٠٢٦-١٠-٢٤",
        "2026-10",
    ],
)
def test_a_date_has_one_form(written: str) -> None:
    assert rule_of(day, plain(written)) == "wrong-type"


@pytest.mark.parametrize("written", ["2026-02-30", "2026-13-01", "0000-01-01", "2025-02-29", "2026-00-10"])
def test_a_day_that_does_not_exist_is_a_bad_date(written: str) -> None:
    assert rule_of(day, plain(written)) == "bad-date"


def test_yes_or_no() -> None:
    assert [flag(plain(word)) for word in ("true", "false", "yes", "no")] == [True, False, True, False]


@pytest.mark.parametrize(
    "value",
    [plain("on"), plain("off"), plain("1"), plain("True"), plain("y"), plain("~"), quoted("true"), quoted("no")],
)
def test_nothing_else_is_yes_or_no(value: Scalar) -> None:
    assert rule_of(flag, value) == "wrong-type"


def test_done_is_yes_or_no_or_a_day() -> None:
    assert [done(plain(word)) for word in ("yes", "false", "2026-09-20")] == [True, False, date(2026, 9, 20)]
    assert rule_of(done, plain("2026-09-31")) == "bad-date"
    assert rule_of(done, plain("soon")) == "wrong-type"
