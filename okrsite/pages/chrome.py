"""The frame around every page: the site's name, the menu, the foot, and what a browser loads with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okrsite import addresses
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.words import words
from okrsite.targets import Target

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
STYLES = ("fonts.css", "tokens.css", "base.css", "parts.css", "pages.css", "lists.css", "print.css", "user.css")
_STYLES_OF_SCRIPTS = {
    "script-arabic.css": frozenset(("ar", "ckb", "fa", "ps", "sd", "ug", "ur")),
    "long-words.css": frozenset(("da", "de", "et", "fi", "hu", "is", "nb", "nl", "nn", "no", "sv")),
    "script-cjk.css": frozenset(("ja", "ko", "yue", "zh")),
}
SCRIPTS = ("theme.js", "print.js", "link.js", "find.js")


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry of the menu: which section it opens, and the link."""

    section: str
    link: Link


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of the pages at one depth, with every link ready.

    `find` leads to all objectives, for where there is no script; `find_index` to what Find looks in. `assets` has the link
    of each asset by its plain name.
    """

    site: Link
    language: str
    direction: str
    policy: str
    index: bool
    content: str
    menu: tuple[MenuEntry, ...]
    find: str
    find_index: str
    statement: Html
    scores: str
    foot: tuple[Link, ...]
    assets: Mapping[str, str]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def chrome(sheet: Sheet, assets: Mapping[str, str]) -> Chrome:
    """Draw the frame for the page at hand; `assets` gives each asset's published name by its plain one.

    Pages of the same depth share it, but for the 404 page.
    """
    where = {name: sheet.href(addresses.asset(published)) for name, published in assets.items()}
    return Chrome(
        site=Link(sheet.ground.config.title or sheet.site.organisation.name, sheet.href(addresses.HOME)),
        language=sheet.speech.language,
        direction=sheet.speech.direction,
        policy=POLICY,
        index=sheet.ground.config.index,
        content=sheet.ground.config.content,
        menu=_menu(sheet),
        find=sheet.href(addresses.OBJECTIVES),
        find_index=sheet.href(addresses.FIND),
        statement=words(sheet, sheet.site.organisation.policy.statement),
        scores=_scores(sheet),
        foot=_foot(sheet),
        assets=where,
        styles=tuple(where[name] for name in _styles(sheet.speech.language) if name in where),
        scripts=tuple(where[name] for name in SCRIPTS if name in where),
    )


def _styles(language: str) -> tuple[str, ...]:
    """List the style sheets of every page: those that all languages share, and what this one needs."""
    base = language.partition("-")[0]
    return (*STYLES, *(name for name, languages in _STYLES_OF_SCRIPTS.items() if base in languages))


def _menu(sheet: Sheet) -> tuple[MenuEntry, ...]:
    """List the menu: the fixed entries, the current cycle, and free pages that ask for a place in it."""
    fixed = [("map", addresses.MAP), ("teams", addresses.TEAMS), ("objectives", addresses.OBJECTIVES)]
    if sheet.ground.config.people_pages:
        fixed.append(("people", addresses.PEOPLE))
    fixed.append(("cycles", _cycle_address(sheet)))
    if sheet.site.surveys:
        fixed.append(("pulse", addresses.PULSE))
    fixed.append(("practice", addresses.PRACTICE))
    entries = [MenuEntry(section, Link(sheet.say(f"menu.{section}"), sheet.href(to))) for section, to in fixed]
    free = sorted((page for page in sheet.site.pages.values() if page.nav), key=lambda page: (page.order, page.path))
    return (*entries, *(MenuEntry(f"page:{page.path}", sheet.to(Target("page", page.path))) for page in free))


def _cycle_address(sheet: Sheet) -> str:
    """Give the address of the one cycle shown now; of the list where there are several or none."""
    shown = sheet.site.shown_cycles
    return addresses.address_of(Target("cycle", shown[0])) if len(shown) == 1 else addresses.CYCLES


def _foot(sheet: Sheet) -> tuple[Link, ...]:
    """List the links at the foot of every page."""
    entries = [
        ("about", addresses.ABOUT),
        ("policy", addresses.POLICY),
        ("cycles", addresses.CYCLES),
        ("changes", addresses.CHANGES),
        ("asks", addresses.ASKS),
    ]
    entries += [("open_goals", addresses.OPEN_GOALS), ("tags", addresses.TAGS)]
    return tuple(Link(sheet.say(f"foot.{key}"), sheet.href(to)) for key, to in entries)


def _scores(sheet: Sheet) -> str:
    """Say what scores are for, where the organisation has not said it in its own words, and always when they affect pay."""
    policy = sheet.site.organisation.policy
    if policy.scores_affect_pay:
        return sheet.say("foot.scores_pay")
    return "" if policy.statement else sheet.say("foot.scores")
