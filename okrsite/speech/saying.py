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
from okrsite.speech.languages import ENGLISH, direction, locale_of, plural_form, runs_leftward

Words = Mapping[str, str | Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with places to be filled in: as a pattern of plain text, and of markup; whether they `count` in words."""

    pattern: str
    escaped: str
    places: tuple[str, ...]
    counts: bool


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
        return runs_leftward(self.language)

    def say(self, key: str, **args: object) -> Markup:
        """Say a sentence of the catalogue, with its `{places}` filled in; what is filled in is escaped unless it is markup.

        A whole number is written as the language does. What runs the other way is set apart (`directions`). A key with
        plural forms is chosen by `n`. For `n` there are `{n}` in digits, `{count}` as a word where the catalogue has one
        (`number_3: three`), and `{Count}` with a capital. A key that is nowhere is a `KeyError`: a defect of the theme.
        """
        if not args and isinstance(entry := self.words[key], str):
            return _whole(entry)
        sentence, args = self._chosen(key, args)
        said = [self._escaped(args[place]) for place in sentence.places]
        return Markup(sentence.escaped % tuple(said))  # noqa: S704 - escaped in place

    def plain(self, key: str, **args: object) -> str:
        """Say a sentence of the catalogue as plain text; markup that is filled in becomes text."""
        if not args and isinstance(entry := self.words[key], str):
            return _plainly(entry)
        sentence, args = self._chosen(key, args)
        said, rtl = [args[place] for place in sentence.places], runs_leftward(self.language)
        return sentence.pattern % tuple([set_apart(it if type(it) is str else self._text(it), rtl=rtl) for it in said])

    def forms(self, key: str, **args: object) -> dict[str, str]:
        """Say every plural form of a sentence, with `%s` for the number that only the browser knows."""
        entry = self.words[key]
        args |= dict.fromkeys(("n", "count", "Count"), "%s")
        texts = {"other": entry} if isinstance(entry, str) else entry
        sentences = {form: _sentence(text) for form, text in texts.items()}
        return {
            form: it.pattern % tuple([set_apart(self._text(args[place]), rtl=self.rtl) for place in it.places])
            for form, it in sentences.items()
        }

    def _chosen(self, key: str, args: dict[str, object]) -> tuple[Sentence, dict[str, object]]:
        """Choose the words of a key by `n`, and add to what is filled in what follows from it."""
        entry, n = self.words[key], args.get("n")
        if not isinstance(entry, str):
            form = "other"
            if isinstance(n, int):
                form = plural_form(n, ENGLISH if key in self.borrowed else self.language)
            entry = entry.get(form, entry["other"])
        sentence = _sentence(entry)
        if sentence.counts and isinstance(n, int):
            word = self.count(n)
            args = {**args, "count": word, "Count": word[:1].upper() + word[1:]}
        return sentence, args

    def _text(self, given: object) -> str:
        """Write what is filled in as plain text."""
        return number(str(given), self.language) if type(given) is int else _unescaped(given)

    def _escaped(self, given: object) -> str:
        """Write what is filled in as markup."""
        return set_apart(str(escape(number(str(given), self.language) if type(given) is int else given)), rtl=self.rtl)

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
def _sentence(entry: str) -> Sentence:
    """Take the words of a catalogue apart, once for all."""
    pattern, places = [], []
    for before, place, _, _ in Formatter().parse(entry):
        pattern.append(before.replace("%", "%%"))
        if place is not None:
            pattern.append("%s")
            places.append(place)
    joined = "".join(pattern)
    return Sentence(joined, str(escape(joined)), tuple(places), not {"count", "Count"}.isdisjoint(places))


@lru_cache(maxsize=4096)
def _whole(entry: str) -> Markup:
    """Say words that stand there whole."""
    return escape(_plainly(entry))


@lru_cache(maxsize=4096)
def _plainly(entry: str) -> str:
    """Say words that stand there whole as plain text; a place that nothing fills is refused."""
    sentence, nothing = _sentence(entry), dict[str, str]()
    return sentence.pattern % tuple(nothing[place] for place in sentence.places)


def _unescaped(said: object) -> str:
    return str(said.unescape()) if isinstance(said, Markup) else str(said)
