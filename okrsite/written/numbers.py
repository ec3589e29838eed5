"""Numbers, kept exactly as written: which texts are one, in which language, and how far they may go."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Annotated

from pydantic_core import PydanticOmit

from okrsite.written.checking import Checked
from okrsite.written.languages import ENGLISH, Marks
from okrsite.written.refusing import as_scalar, refused, shown
from okrsite.written.tree import GONE, Keyed, Listed, Scalar

MOST_DIGITS = 30
LARGEST_EXPONENT = 30

NOT_FINITE = re.compile(r"[-+]?\.?(?:nan|inf|infinity)", re.IGNORECASE)
PLAIN = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,9})?")
_IF_TEXT = "If it is a text, put it in quotes."
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")


@lru_cache
def in_words_of(marks: Marks) -> re.Pattern[str]:
    """Give the pattern of a number in a text: thousands grouped or not, the fraction after the language's mark.

    Groups: `sign`, `whole`, `fraction`, `exponent`.
    """
    group, point = f"[{re.escape(marks.groups)}]", re.escape(marks.point)
    whole = rf"0|[1-9][0-9]{{0,2}}(?:(?P<by>{group})[0-9]{{3}}(?:(?P=by)[0-9]{{3}})*)|[1-9][0-9]*"
    return re.compile(
        rf"(?:(?P<whole>{whole})(?:{point}(?P<fraction>[0-9]*))?|{point}(?P<only>[0-9]+))(?P<exponent>[eE][-+]?[0-9]{{1,9}}(?![^\W_]))?"
    )


def decimal_of(found: re.Match[str]) -> str:
    """Write a number that `in_words_of` found with digits and a point alone."""
    whole = re.sub(r"[^0-9]", "", found["whole"] or "0")
    fraction = found["fraction"] or found["only"]
    return whole + (f".{fraction}" if fraction else "") + (found["exponent"] or "")


def exact(digits: str, rule: str = "kr-arithmetic") -> Decimal:
    """Make a decimal of a number that is written with digits and a point; refuse one that goes too far."""
    mantissa, _, exponent = digits.lower().partition("e")
    if sum(map(str.isdigit, mantissa)) > MOST_DIGITS:
        raise refused(rule, f"{{key}} has more than {MOST_DIGITS} digits.", "Round it, or count in a larger unit.")
    if abs(int(exponent or 0)) > LARGEST_EXPONENT:
        raise refused(
            rule,
            f"{{key}} is out of all proportion: {shown(digits)} has an exponent beyond {LARGEST_EXPONENT}.",
            "Count in another unit.",
        )
    return Decimal(digits)


def not_finite(written: str, rule: str) -> Exception:
    """Refuse what stands for no number or one without end."""
    return refused(
        rule,
        f"{{key}} can’t be {shown(written)}: that is no number to count with.",
        "Leave it out where nothing was measured.",
    )


def plain_number(value: object, expected: str, rule: str) -> Decimal:
    """Take a number without unit and quotation marks."""
    written = as_scalar(value, expected)
    if NOT_FINITE.fullmatch(written):
        raise not_finite(written, rule)
    if PLAIN.fullmatch(written) is None:
        raise refused("wrong-type", f"{{key}} should be {expected}, not {shown(written)}.", hint(written))
    if not written.plain and written.line:
        raise refused(
            "wrong-type",
            f"{{key}} should be {expected}, and {shown(written)} is a text.",
            "Take the quotation marks away.",
        )
    return exact(written, rule)


def hint(written: str, marks: Marks = ENGLISH) -> str:
    """Say how a number is written, after what is wrong with this one."""
    if re.fullmatch(r"[-+]?0[0-9]+\.?[0-9]*", written):
        return f"Take the leading zero away. {_IF_TEXT}"
    if re.fullmatch(r"[-+]?[0-9][0-9_]*", written):
        return f"Take the underscores away. {_IF_TEXT}"
    if re.fullmatch(r"[0-9]+(:[0-9]+)+", written):
        return f"YAML reads this as a time. Is it a number and a unit, such as 30 min? {_IF_TEXT}"
    if any(character.isdigit() and not character.isascii() for character in written):
        return "Use the digits 0 to 9."
    return f"Write digits, as in 34 or {marks.example}, and the unit after them: “51 min”. {_IF_TEXT}"


def ranged(expected: str, rule: str, fits: Callable[[Decimal], bool]) -> Callable[[object], Decimal]:
    """Make the check of a number within a range."""

    def check(value: object) -> Decimal:
        number = plain_number(value, expected, rule)
        if fits(number):
            return number
        raise refused(rule, f"{{key}} should be {expected}; {number} is not.", f"Write {expected}, or take it away.")

    return check


def confidence(value: object) -> int:
    """Take a whole number from 0 to 10."""
    written = as_scalar(value, "a whole number from 0 to 10")
    if NOT_FINITE.fullmatch(written):
        raise not_finite(written, "kr-arithmetic")
    number = whole(written, "a whole number from 0 to 10")
    if 0 <= number <= 10:  # noqa: PLR2004 - the ends of the scale
        return number
    raise refused(
        "kr-arithmetic",
        f"{{key}} is a whole number from 0 to 10; {shown(written)} is outside.",
        "0 is no hope at all, 10 is as good as done.",
    )


def whole(value: object, expected: str = "a whole number") -> int:
    """Take a whole number without quotation marks."""
    written: Scalar = as_scalar(value, expected)
    if _WHOLE.fullmatch(written) is None or len(written) > MOST_DIGITS or not (written.plain or not written.line):
        raise refused(
            "wrong-type", f"{{key}} should be {expected}, not {shown(written)}.", "Write it in digits, without quotes."
        )
    return int(written)


def count(value: object) -> int:
    """Take a number of people or answers: whole, 0 or more."""
    number = whole(value, "a whole number, 0 or more")
    if number >= 0:
        return number
    raise refused(
        "wrong-type",
        f"{{key}} should be a whole number, 0 or more; {number} is less.",
        "Count again: nobody is fewer than none.",
    )


def counts(value: object) -> tuple[int, ...]:
    """Take how many chose each step of a scale; rows of single answers give people away (`survey-small`)."""
    if value is GONE:
        raise PydanticOmit
    if not isinstance(value, Listed) or any(isinstance(each, (Listed, Keyed)) for each in value):
        raise refused(
            "survey-small",
            "{key} should be a list of counts, one for each step of the scale; these are not.",
            "Count how many chose each step. Single answers and names don’t belong here.",
        )
    return tuple(count(each) for each in value if each is not GONE)


def _any(_: Decimal) -> bool:
    return True


CONFIDENCE_SCHEMA = {"title": "whole number from 0 to 10", "type": "integer", "minimum": 0, "maximum": 10}
_COUNT_SCHEMA = {"title": "whole number", "type": "integer", "minimum": 0}

Number = Annotated[Decimal, Checked(ranged("a number", "wrong-type", _any), {"title": "number", "type": "number"})]
Weight = Annotated[
    Decimal,
    Checked(
        ranged("a number above 0", "kr-arithmetic", lambda n: n > 0),
        {"title": "number above 0", "type": "number", "exclusiveMinimum": 0},
    ),
]
Score = Annotated[
    Decimal,
    Checked(
        ranged("a number from 0 to 1", "kr-arithmetic", lambda n: 0 <= n <= 1),
        {"title": "number from 0 to 1", "type": "number", "minimum": 0, "maximum": 1},
    ),
]
Confidence = Annotated[
    int,
    Checked(confidence, CONFIDENCE_SCHEMA),
]
Count = Annotated[int, Checked(count, _COUNT_SCHEMA)]
Whole = Annotated[int, Checked(whole, {"title": "whole number", "type": "integer"})]
Counts = Annotated[tuple[int, ...], Checked(counts, {"type": "array", "items": _COUNT_SCHEMA})]
