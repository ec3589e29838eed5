"""What a title says by its form: that something is to be done, and a figure."""

from __future__ import annotations

import re

from okrsite.checks.reading.languages import Tongue
from okrsite.checks.reading.phrases import HAN, Hit, folded

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ASIDE = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$|[\s.!。]+$")
_FIGURE = re.compile(r"\d+(?:[.,’ \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?")
_AFTER_DAY = re.compile(r"(?:st|nd|rd|th|er|[.ºª])?\s*(?:(?:of|de)\s+)?([^\W\d_]+)")
_UNITS = frozenset(
    [
        "k",
        "m",
        "mio",
        "mrd",
        "mia",
        "bn",
        "mn",
        "x",
        "h",
        "hr",
        "hrs",
        "std",
        "min",
        "mins",
        "s",
        "sec",
        "ms",
        "km",
        "kg",
        "g",
        "mg",
        "t",
        "l",
        "ml",
        "d",
        "pp",
        "pt",
        "p",
        "pts",
        "w",
        "wk",
        "mo",
        "eur",
        "usd",
        "chf",
        "gbp",
        "kr",
    ]
)
_PLACEHOLDER = re.compile(r"(?<!\w)(?:N\d*|N{2,3}|X{1,3}|Y{2,3})(?!\w)")
_JOINED = "/:.#_@"
_YEARS = range(1990, 2100)
_COUNTING_HAN = "年月日号號期级級楼层層室届季"
_RELATIVE = "的"


def task_in(title: str, tongue: Tongue) -> Hit | None:
    """Find the words by which a title says that something is to be done, in the language it is written in."""
    hit = _opening(title, tongue) or _ending(title, tongue)
    if hit is None or tongue.openings("no_tasks").find(title):
        return None
    told = "" if tongue.lists.get("tasks_at_the_end") else title[hit.stop :]
    return None if tongue.phrases("no_tasks_within").find(told) or _is_measure(title, tongue) else hit


def named_task(title: str, tongue: Tongue) -> Hit | None:
    """Find the words by which a title names nothing but a task: it says no more of what that is good for."""
    hit = task_in(title, tongue)
    if hit is None:
        return None
    rest = title[hit.stop :]
    clause = "," in rest and tongue.words("tasks_at_the_end")
    return None if clause or tongue.phrases("purposes").find(rest) else hit


def _opening(title: str, tongue: Tongue) -> Hit | None:
    if hit := tongue.openings("tasks").find(title):
        return hit
    hit = tongue.openings("tasks_or_things").find(title)
    if hit and not tongue.words("things").intersection(_next(title, hit, 2)):
        return hit
    hit = tongue.openings("tasks_before_articles").find(title)
    return hit if hit and tongue.words("articles").intersection(_next(title, hit, 1)) else None


def _next(title: str, hit: Hit, count: int) -> list[str]:
    return [folded(word) for word in _WORD.findall(title, hit.stop)[:count]]


def _ending(title: str, tongue: Tongue) -> Hit | None:
    """Find the verb at the end of a title, in languages that put it there; not where it ends a clause of its own."""
    verbs = tongue.words("tasks_at_the_end")
    if not verbs or "," in title:
        return None
    bare = title
    while (shorter := _ASIDE.sub("", bare)) != bare:
        bare = shorter
    words = list(_WORD.finditer(bare))
    if len(words) < 2 or words[-1].end() != len(bare) or folded(words[-1][0]) not in verbs:  # noqa: PLR2004 - a verb and what is done
        return None
    if words[-1][0][0].isupper() or tongue.phrases("no_tasks_within").find(bare[: words[-1].start()]):
        return None
    return Hit(words[-1][0], words[-1].start(), words[-1].end())


def _is_measure(title: str, tongue: Tongue) -> bool:
    """Tell whether a title in Chinese ends with what is measured, or with whom its verb is about."""
    if tongue.language != "zh":
        return False
    bare = _ASIDE.sub("", title)
    ends = tongue.lists.get("things", ()) if _RELATIVE in bare else ()
    return bare.endswith((*ends, *tongue.lists.get("measures", ())))


def figure_in(title: str, tongue: Tongue | None) -> Hit | None:
    """Find the first figure of a title that says how much: no year, day, hour of the clock, or part of a name."""
    hits = (Hit(found[0], found.start(), found.end()) for found in _FIGURE.finditer(title))
    return next((hit for hit in hits if _says_how_much(title, hit, tongue)), None)


def holds_number(title: str, tongue: Tongue) -> bool:
    """Tell whether a title says how much: in figures, in words, or by a letter for what is not decided yet."""
    numbers = tongue.phrases("numbers").find(title)
    return bool(numbers or figure_in(title, tongue) or _PLACEHOLDER.search(title))


def _says_how_much(title: str, hit: Hit, tongue: Tongue | None) -> bool:
    before, after = title[: hit.start], title[hit.stop :]
    if _is_joined(before, after) or _is_year(hit.words, after):
        return False
    names, months = (tongue.words("names"), tongue.words("months")) if tongue else (frozenset(), frozenset())
    earlier, later = _WORD.findall(before[-40:]), _AFTER_DAY.match(after)
    if earlier and before.rstrip(" .-°º").endswith(earlier[-1]) and folded(earlier[-1]) in names | months:
        return False
    return not (later and folded(later[1]) in months)


def _is_joined(before: str, after: str) -> bool:
    """Tell whether a figure is part of a word, a date, a time, a name."""
    if before and (before[-1] in _JOINED or (before[-1].isalpha() and not re.match(f"[{HAN}]", before[-1]))):
        return True
    if before.endswith(("第", "-", "‑")) and (before[-1] == "第" or before[-2:-1].isalnum()):
        return True
    if after.strip() and after.lstrip()[0] in _COUNTING_HAN:
        return True
    if re.match(r"[/:.]\d|[-‑]\w*[^\W\d]", after):
        return True
    letters = re.match(rf"[^\W\d_{HAN}]+", after)
    return letters is not None and letters[0].casefold() not in _UNITS


def _is_year(words: str, after: str) -> bool:
    plain = words.isdecimal() and len(words) == 4 and int(words) in _YEARS  # noqa: PLR2004 - the digits of a year
    return plain and int(words) % 1000 != 0 and not re.match(r"\s?[%€$£‰]", after)
