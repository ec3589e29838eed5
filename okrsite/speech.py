"""How a language writes dates, numbers, quantities, lists and plurals: the one place where they are said.

Locale data are CLDR's, by Babel; digits are 0 to 9 in every language, as people write them in their files. Interface
words come from a theme's catalogue, key → text, or key → plural form → text.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import NumberPattern, format_decimal, get_currency_symbol, list_currencies, parse_pattern
from markupsafe import Markup, escape

from okrsite.directions import figure_apart, set_apart

NO_BREAK = "\u00a0"
_CURRENCY_OF_SIGN = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "$": "USD",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
}
ENGLISH = "en"
_WORLD_ENGLISH = "en_001"
_SCRIPT = 4
_UNIT_THAT_MAY_NOT_BREAK = 12
_DIGITS = 80  # more than any number that the format allows, written out


@lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """Find the locale of a BCP 47 language tag, at least by its base language.

    Plain `en` is read as world English (day before month). Raises `ValueError` for a tag that no locale fits.
    """
    tag = language.replace("-", "_")
    if tag == ENGLISH:
        tag = _WORLD_ENGLISH
    for attempt in (tag, tag.split("_")[0]):
        try:
            return Locale.parse(attempt)
        except (UnknownLocaleError, ValueError):
            continue
    msg = f"no locale for {language!r}"
    raise ValueError(msg)


def speaks(language: str) -> bool:
    """Tell whether dates and numbers can be written in a language."""
    try:
        locale_of(language)
    except (ValueError, TypeError):
        return False
    return True


def tidy_tag(tag: str) -> str:
    """Write a language tag as it is usually written: `zh_hans_cn` → `zh-Hans-CN`.

    >>> tidy_tag("DE_at")
    'de-AT'
    """
    base, *rest = tag.replace("_", "-").split("-")
    tidied = (part.title() if len(part) == _SCRIPT else part.upper() if len(part) < _SCRIPT else part for part in rest)
    return "-".join((base.lower(), *tidied))


def tags_of(language: str) -> tuple[str, ...]:
    """Give the tags whose words fit a language, the broadest first; a script that a tag leaves out is the likely one.

    So `zh-CN` may speak with the words of `zh-Hans`; `zh-TW`, which is written in `Hant`, may not.

    >>> tags_of("zh-CN")
    ('zh', 'zh-Hans', 'zh-Hans-CN', 'zh-CN')
    """
    tag = tidy_tag(language)
    base, *rest = tag.split("-")
    region = next((part for part in rest if len(part) < _SCRIPT), "")
    likely = get_global("likely_subtags")
    full = likely.get(f"{base}_{region}") or likely.get(base) or base
    script = next((part for part in (*rest, *full.split("_")[1:]) if len(part) == _SCRIPT and part.isalpha()), "")
    steps = ((base,), (base, script), (base, script, region), (base, region))
    return tuple(dict.fromkeys((*("-".join(filter(None, step)) for step in steps), tag)))


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
        return _direction(self.language)

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return _direction(self.language) == "rtl"

    def say(self, key: str, **args: object) -> Markup:
        """Say a sentence of the catalogue, with its `{places}` filled in; what is filled in is escaped unless it is markup.

        A whole number is written as the language does. What runs the other way is set apart (`directions`). A key with plural forms is chosen by `n`. For `n` there are `{n}`
        in digits, `{count}` as a word where the catalogue has one (`number_3: three`), and `{Count}` with a capital. A key
        that is nowhere is a `KeyError`: a defect of the theme.
        """
        if not args and isinstance(entry := self.words[key], str):
            return _whole(entry)
        return _filled(*self._chosen(key, args), rtl=self.rtl)

    def plain(self, key: str, **args: object) -> str:
        """Say a sentence of the catalogue as plain text; markup that is filled in becomes text."""
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
            word, form = self.count(n), _plural_form(n, ENGLISH if key in self.borrowed else self.language)
            args |= {"count": word, "Count": word[:1].upper() + word[1:]}
        return _parts(entry if isinstance(entry, str) else entry.get(form, entry["other"])), args

    def count(self, n: int) -> str:
        """Say a small whole number as a word where the catalogue has one, else in digits."""
        word = self.words.get(f"number_{n}")
        return word if isinstance(word, str) else self.number(Decimal(n))

    def day(self, day: dt.date) -> str:
        """Write a day without its year: `24 Oct`."""
        return _day("MMMd", day, self.language)

    def date(self, day: dt.date) -> str:
        """Write a day with its year: `24 Oct 2025`."""
        return _day("yMMMd", day, self.language)

    def long_day(self, day: dt.date) -> str:
        """Write a day in full without its year: `24 October`."""
        return _day("MMMMd", day, self.language)

    def long_date(self, day: dt.date) -> str:
        """Write a day in full: `24 October 2025`."""
        return _long_date(day, self.language)

    def month(self, day: dt.date) -> str:
        """Write the month of a day, for an axis: `Oct`."""
        return _day("MMM", day, self.language)

    def month_year(self, day: dt.date) -> str:
        """Write the month of a day with its year: `Oct 2025`."""
        return _day("yMMM", day, self.language)

    def year(self, day: dt.date) -> str:
        """Write the year of a day, for an axis: `2025`."""
        return _day("y", day, self.language)

    def between(self, start: dt.date, end: dt.date) -> str:
        """Write a span of days; the year stands once where both days share it: `1 Sept to 12 Dec 2025`."""
        first = self.day(start) if start.year == end.year else self.date(start)
        return str(self.say("between", start=first, end=self.date(end)))

    def number(self, value: Decimal) -> str:
        """Write a number with the language's own marks, every digit that was given kept but trailing zeros."""
        return _number(str(value), self.language)

    def share(self, value: Fraction) -> str:
        """Write a share of one as a percentage, rounded half-even to a whole one."""
        return self.quantity(Decimal(round(value * 100)), "%")

    def score(self, value: Fraction | Decimal) -> str:
        """Write a score from 0 to 1, rounded half-even to two places where it has more."""
        exact = Fraction(value)
        return self.number(Decimal(round(exact * 100)) / 100)

    def quantity(self, value: Decimal, unit: str | None) -> str:
        """Write a number with its unit as the language does: `34%`, `34 %`, `€1,200`, `51 min`; they never part."""
        return _quantity(str(value), unit, self.language) if unit else self.number(value)

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


def _text(said: object) -> str:
    return str(said.unescape()) if isinstance(said, Markup) else str(said)


@lru_cache(maxsize=32)
def _direction(language: str) -> str:
    return str(locale_of(language).text_direction)


@lru_cache(maxsize=1024)
def _plural_form(n: int, language: str) -> str:
    return str(locale_of(language).plural_form(n))


@lru_cache(maxsize=16384)
def _day(skeleton: str, day: dt.date, language: str) -> str:
    return str(format_skeleton(skeleton, day, locale=locale_of(language)))


@lru_cache(maxsize=4096)
def _long_date(day: dt.date, language: str) -> str:
    return str(format_date(day, "long", locale=locale_of(language)))


@lru_cache(maxsize=16384)
def _number(value: str, language: str) -> str:
    """Write a number; it comes as a text because 1 and 1.0, which are equal, are not always written the same."""
    with localcontext(prec=_DIGITS):
        said = str(format_decimal(Decimal(value), locale=locale_of(language), decimal_quantization=False))
    return figure_apart(said, rtl=_direction(language) == "rtl")


@lru_cache(maxsize=16384)
def _quantity(value: str, unit: str, language: str) -> str:
    """Write a number with its unit; it comes as a text for the same reason."""
    return figure_apart(_with_unit(value, unit, language), rtl=_direction(language) == "rtl")


def _with_unit(value: str, unit: str, language: str) -> str:
    here = locale_of(language)
    if unit == "%":
        return _by_pattern(here.percent_formats[None], Decimal(value) / 100, here)
    code = _CURRENCY_OF_SIGN.get(unit, unit)
    if code in list_currencies():
        written = _by_pattern(here.currency_formats["standard"], Decimal(value), here, code)
        return written.replace(get_currency_symbol(code, locale=here), unit)
    kept = unit.replace(" ", NO_BREAK) if len(unit) <= _UNIT_THAT_MAY_NOT_BREAK else unit
    return f"{_number(value, language)}{NO_BREAK}{kept}"


def _by_pattern(pattern: NumberPattern, value: Decimal, here: Locale, currency: str | None = None) -> str:
    """Write a number by a locale's pattern with as many places as were given; a percentage comes as a share of one."""
    with localcontext(prec=_DIGITS):
        shown = value * 100 if currency is None else value
        places = max(0, -int(shown.normalize().as_tuple().exponent))
        exact = copy.copy(parse_pattern(pattern))
        exact.frac_prec = (places, places)
        return str(exact.apply(value, here, currency=currency, currency_digits=False, decimal_quantization=False))
