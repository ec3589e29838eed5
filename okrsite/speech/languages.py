"""Languages by their tags: the locale of one, which tags' words fit it, its direction, its plural forms."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

ENGLISH = "en"
_WORLD_ENGLISH = "en_001"
_SCRIPT = 4


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


def english_name(language: str) -> str:
    """Name a language in English.

    >>> english_name("zh")
    'Chinese'
    """
    return locale_of(language).get_language_name(ENGLISH) or language


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


@lru_cache(maxsize=32)
def direction(language: str) -> str:
    """Tell which way a language runs: `ltr` or `rtl`."""
    return str(locale_of(language).text_direction)


@lru_cache(maxsize=32)
def runs_leftward(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return direction(language) == "rtl"


@lru_cache(maxsize=1024)
def plural_form(n: int, language: str) -> str:
    """Name the plural form that a whole number takes in a language: `one`, `few`, `other`."""
    return str(locale_of(language).plural_form(n))
