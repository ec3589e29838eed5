"""What is wrong between two values of one record, said the same way wherever it happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from okrsite.written import Fault


def ends_before_it_starts(
    start: date | None, end: date | None, first: str, last: str, *, rule: str = "bad-date"
) -> Iterator[Fault]:
    """Find an end that lies before its start; one day alone is long enough."""
    if start and end and end < start:
        yield Fault(
            rule,
            (last,),
            f"`{last}` is {end}, before `{first}`, which is {start}.",
            "Is one of the two a slip of the pen?",
            drop=(last,),
        )


def both_given(one: str, other: str, way_out: str) -> Iterator[Fault]:
    """Say that two keys stand together of which one is enough, or that contradict each other."""
    yield Fault(
        "wrong-type", (other,), f"`{one}` and `{other}` can’t both stand here.", way_out, drop=(other,), on_key=True
    )


def too_small_a_group(smallest: int | None, key: str) -> Iterator[Fault]:
    """Find a smallest group in which people could be recognised."""
    if smallest is not None and smallest < 5:  # noqa: PLR2004 - the least that the format allows
        yield Fault(
            "survey-small",
            (key,),
            f"`{key}` is {smallest}; in groups of fewer than 5 people can be recognised.",
            "Write 5 or more.",
            drop=(key,),
        )
