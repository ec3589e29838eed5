"""HTML that may stand in a page: the tags and attributes that prose needs, all else goes."""

from __future__ import annotations

import re

import nh3

from okrsite.prose.marks import FORGED

_INLINE = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small strong sub sup u var wbr".split()  # noqa: SIM905 - names read better in a line
)
_BLOCK = _INLINE | frozenset(
    "blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary "  # noqa: SIM905 - as above
    "table tbody td tfoot th thead tr ul".split()
)
_GONE_WITH_CONTENT = frozenset(
    "script style template noscript iframe object svg math textarea select datalist audio video canvas title head".split()  # noqa: SIM905 - as above
)
_ATTRIBUTES = {
    "*": {"dir", "lang"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "li": {"id"},
    "sup": {"id"},
    "div": {"class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_ALIGN = {"align": {"left", "center", "right"}}
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_NUMERIC_ENTITY = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(tags),
        clean_content_tags=set(_GONE_WITH_CONTENT),
        attributes=_ATTRIBUTES,
        tag_attribute_values={"td": _ALIGN, "th": _ALIGN},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )


_LINE_CLEANER, _TEXT_CLEANER = _cleaner(_INLINE), _cleaner(_BLOCK)


def clean(html: str, *, line: bool = False) -> str:
    """Take out of HTML whatever prose does not need; the result is well formed and canonical.

    Addresses without a scheme stay, to be looked up; with `line` only what may stand inside a paragraph stays.
    """
    if "&#" in html:
        html = _NUMERIC_ENTITY.sub(_unless_forged, html)
    return (_LINE_CLEANER if line else _TEXT_CLEANER).clean(html)


def _unless_forged(entity: re.Match[str]) -> str:
    """Keep a character written as a number, but for those that marks are made of."""
    digits = (entity[1] or entity[2]).lstrip("0")
    if len(digits) > 7:  # noqa: PLR2004 - more digits than the last character of Unicode has
        return "\ufffd"
    point = int(digits or "0", 16 if entity[1] else 10)
    return "\ufffd" if point < 0x110000 and FORGED.match(chr(point)) else entity[0]  # noqa: PLR2004 - past Unicode
