"""Who was asked, who answered, and what may explain a difference between groups otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from okrsite.charts.signs import sign
from okrsite.measure.survey.comparing import Turnout, answered_share, turnout
from okrsite.measure.survey.model import ShownGroup
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html

_WORTH_SAYING = Fraction(5, 100)
_MANY = 10
_NAMED = 3

Signs = Mapping[str, int]
"""The number of each group's sign, by its name."""


@dataclass(frozen=True, slots=True)
class Key:
    """A group and the sign by which drawings show it."""

    sign: Html
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A group: how many were asked, how many answered, and their share."""

    key: Key
    asked: str
    answered: str
    share: str


def key_of(name: str, signs: Signs) -> Key:
    """Give a group with its sign; one that is in no drawing has none."""
    return Key(Html(sign(signs[name]) if name in signs else ""), name)


def asked_rows(sheet: Sheet, groups: Sequence[ShownGroup], signs: Signs) -> tuple[Asked, ...]:
    """Say of each group how many were asked and answered."""
    return tuple(
        Asked(
            key_of(group.name, signs),
            sheet.speech.number(Decimal(group.asked)),
            sheet.speech.number(Decimal(group.answered)),
            _share(sheet, group),
        )
        for group in groups
    )


def caveats(sheet: Sheet, groups: Sequence[ShownGroup], comparisons: int) -> tuple[str, ...]:
    """Say what may explain a difference otherwise: who chose to take part, where fewer answered, and chance.

    Where nothing is compared, only that few answered is worth saying.
    """
    return tuple(_caveats(sheet, turnout(groups), comparisons))


def _caveats(sheet: Sheet, there: Turnout | None, comparisons: int) -> Iterator[str]:
    if comparisons:
        yield sheet.say("pulse.caveat")
    if there and comparisons and there.apart >= _WORTH_SAYING:
        yield _fewer(sheet, there)
    elif there and there.under_half:
        yield _under_half(sheet, there.under_half)
    if comparisons >= _MANY:
        yield sheet.say("pulse.caveat_chance", n=comparisons)


def _fewer(sheet: Sheet, there: Turnout) -> str:
    """Name the group in which fewest answered, beside that in which most did."""
    return sheet.say(
        "pulse.caveat_lower",
        low=there.lowest.name,
        low_share=_share(sheet, there.lowest),
        high=there.highest.name,
        high_share=_share(sheet, there.highest),
    )


def _under_half(sheet: Sheet, groups: Sequence[ShownGroup]) -> str:
    """Name the groups of which fewer than half answered; of many, how many there are."""
    if len(groups) > _NAMED:
        return sheet.say("pulse.caveat_half_many", n=len(groups))
    names = sheet.speech.listing(group.name for group in groups)
    return sheet.say("pulse.caveat_half", groups=names)


def _share(sheet: Sheet, group: ShownGroup) -> str:
    return sheet.speech.share(answered_share(group))
