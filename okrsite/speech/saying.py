"""Saying the sentences of a catalogue, with dates, numbers, lists and plurals as the language writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from string import Formatter

from babel.lists import format_list
from markupsafe import Markup, escape

from okrsite.directions import set_apart
from okrsite.speech.days import day_by, long_date
from okrsite.speech.figures import fixed, number, quantity
from okrsite.speech.languages import ENGLISH, direction, locale_of, plural_form

Words = Mapping[str, str | Mapping[str, str]]
Parts = tuple[tuple[str, bool], ...]
"""A sentence in pieces: words as they stand (False), and names of places to fill in (True)."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A language (BCP 47 tag) with the interface words of a theme; the keys in `borrowed` are said in English."""

    language: str
    words: Words
    borrowed: frozenset[str] = frozenset()

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.language)

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return direction(self.language) == "rtl"

    def say(self, key: str, **args: object) -> Markup:
        """Say a sentence of the catalogue, with its `{places}` filled in; what is filled in is escaped unless it is markup.

        A whole number is written as the language does. What runs the other way is set apart (`directions`). A key with
        plural forms is chosen by `n`. For `n` there are `{n}` in digits, `{count}` as a word where the catalogue has one
        (`number_3: three`), and `{Count}` with a capital. A key that is nowhere is a `KeyError`: a defect of the theme.
        """
        if not args and isinstance(entry := self.words[key], str):
            return _whole(entry)
        return _filled(*self._chosen(key, args), rtl=self.rtl)

    def plain(self, key: str, **args: object) -> str:
        """Say a sentence of the catalogue as plain text; markup that is filled in becomes text."""
        if not args and isinstance(entry := self.words[key], str):
            return _plainly(entry)
        parts, args = self._chosen(key, args)
        rtl = self.rtl
        return "".join([set_apart(_text(args[part]), rtl=rtl) if is_place else part for part, is_place in parts])

    def forms(self, key: str, **args: object) -> dict[str, str]:
        """Say every plural form of a sentence, with `%s` for the number that only the browser knows."""
        entry = self.words[key]
        args |= dict.fromkeys(("n", "count", "Count"), "%s")
        texts = {"other": entry} if isinstance(entry, str) else entry
        return {form: _text(_filled(_parts(text), args, rtl=self.rtl)) for form, text in texts.items()}

    def _chosen(self, key: str, args: dict[str, object]) -> tuple[Parts, dict[str, object]]:
        """Choose the words of a key by `n`, and add to what is filled in what follows from it."""
        entry, n = self.words[key], args.get("n")
        form = "other"
        args = {name: self.number(Decimal(said)) if type(said) is int else said for name, said in args.items()}
        if isinstance(n, int):
            word, form = self.count(n), plural_form(n, ENGLISH if key in self.borrowed else self.language)
            args |= {"count": word, "Count": word[:1].upper() + word[1:]}
        return _parts(entry if isinstance(entry, str) else entry.get(form, entry["other"])), args

    def count(self, n: int) -> str:
        """Say a small whole number as a word where the catalogue has one, else in digits."""
        word = self.words.get(f"number_{n}")
        return word if isinstance(word, str) else self.number(Decimal(n))

    def day(self, day: dt.date) -> str:
        """Write a day without its year: `24 Oct`."""
        return day_by("MMMd", day, self.language)

    def date(self, day: dt.date) -> str:
        """Write a day with its year: `24 Oct 2025`."""
        return day_by("yMMMd", day, self.language)

    def long_day(self, day: dt.date) -> str:
        """Write a day in full without its year: `24 October`."""
        return day_by("MMMMd", day, self.language)

    def long_date(self, day: dt.date) -> str:
        """Write a day in full: `24 October 2025`."""
        return long_date(day, self.language)

    def month(self, day: dt.date) -> str:
        """Write the month of a day, for an axis: `Oct`."""
        return day_by("MMM", day, self.language)

    def month_year(self, day: dt.date) -> str:
        """Write the month of a day with its year: `Oct 2025`."""
        return day_by("yMMM", day, self.language)

    def year(self, day: dt.date) -> str:
        """Write the year of a day, for an axis: `2025`."""
        return day_by("y", day, self.language)

    def between(self, start: dt.date, end: dt.date) -> str:
        """Write a span of days; the year stands once where both days share it: `1 Sept to 12 Dec 2025`."""
        first = self.day(start) if start.year == end.year else self.date(start)
        return str(self.say("between", start=first, end=self.date(end)))

    def number(self, value: Decimal) -> str:
        """Write a number with the language's own marks, every digit that was given kept but trailing zeros."""
        return number(str(value), self.language)

    def fixed(self, value: Fraction, places: int) -> str:
        """Write a computed number with a fixed count of decimal places, rounded half-even: `4.0`."""
        return fixed(str(Decimal(round(value * 10**places)).scaleb(-places)), self.language)

    def share(self, value: Fraction) -> str:
        """Write a share of one as a percentage, rounded half-even to a whole one."""
        return self.quantity(Decimal(round(value * 100)), "%")

    def score(self, value: Fraction | Decimal) -> str:
        """Write a score from 0 to 1, rounded half-even to two places where it has more."""
        exact = Fraction(value)
        return self.number(Decimal(round(exact * 100)) / 100)

    def quantity(self, value: Decimal, unit: str | None) -> str:
        """Write a number with its unit as the language does: `34%`, `34 %`, `€1,200`, `51 min`; they never part."""
        return quantity(str(value), unit, self.language) if unit else self.number(value)

    def listing(self, items: Iterable[str]) -> Markup:
        """Join items as the language lists them: `a, b and c`; what is no markup is escaped."""
        apart = [set_apart(str(escape(item)), rtl=self.rtl) for item in items]
        return Markup(format_list(apart, locale=locale_of(self.language)))  # noqa: S704 - each item is escaped


@lru_cache(maxsize=4096)
def _parts(entry: str) -> Parts:
    """Take the words of a catalogue apart, once for all."""
    parts = []
    for before, place, _, _ in Formatter().parse(entry):
        parts.append((before, False))
        if place is not None:
            parts.append((place, True))
    return tuple(parts)


def _filled(parts: Parts, args: Mapping[str, object], *, rtl: bool) -> Markup:
    said = [set_apart(str(escape(args[part])), rtl=rtl) if is_place else escape(part) for part, is_place in parts]
    return Markup("".join(said))  # noqa: S704 - escaped in place


@lru_cache(maxsize=4096)
def _whole(entry: str) -> Markup:
    """Say words that stand there whole."""
    return _filled(_parts(entry), {}, rtl=False)


@lru_cache(maxsize=4096)
def _plainly(entry: str) -> str:
    """Say words that stand there whole as plain text."""
    return _text(_whole(entry))


def _text(said: object) -> str:
    return str(said.unescape()) if isinstance(said, Markup) else str(said)
