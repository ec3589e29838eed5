"""What people wrote, as Markdown that shows it and does nothing: no markup, link, image, mention, reference or command.

Forges look for mentions (`@team`), references (`#12`, `!12`, `ABC-12`, commits) and bare addresses in what Markdown has
become already, where a backslash is gone; a zero-width space keeps these apart (GitLab and GitHub alike).
"""

from __future__ import annotations

import re
import unicodedata

from okrsite.directions import set_apart
from okrsite.reports import clean

_MARKUP = re.compile(r"[\\`*_\[\]~|$^{}]")
_APART = "&#8203;"
_CALLS = re.compile(
    r"""
    (?:
        @ (?=\S)                                # people, teams, letters to an address
      | [#!$] (?=\d) | [~%] (?=[\w"]) | & (?=\d)  # issues, merge requests, snippets, labels, milestones, epics
      | \[ (?=[\w"*\[])                         # [vulnerability:12], [[page]]
      | : (?=// | [\w+-]+:)                     # addresses, :emoji:
      | \b [A-Za-z]\w* - (?=\d)                 # GH-12, ABC-12
      | \b www (?=\.)
      | \b (?=[0-9]*[a-f])(?=[a-f]*[0-9]) [0-9a-f] (?=[0-9a-f]{6,39}\b)  # commits
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGNS = re.compile(r"[&<>]")
_CODE = re.compile(r"`([^`]+)`")
_LONGEST_RUN = re.compile(r"`+")
_BLANK = re.compile(r"\s+")


def inert(text: str) -> str:
    r"""Write a text on one line as Markdown that reads as the text does; what runs from right to left is set apart.

    It is meant to stand inside a line, after words of one's own.

    >>> inert("See [this](http://x) *now*, @wards & <b>")
    'See \\[this\\](http:&#8203;//x) \\*now\\*, @&#8203;wards &amp; &lt;b&gt;'
    """
    return _escaped(set_apart(_one_line(text), rtl=False))


def sentence(text: str) -> str:
    """Write a sentence of a finding: what stands between backticks becomes code, all else is inert."""
    parts = _CODE.split(_one_line(text))
    return "".join(code(part) if number % 2 else _escaped(part) for number, part in enumerate(parts))


def code(text: str) -> str:
    """Write a text as code, between as many backticks as it takes; forges look for nothing there.

    >>> code("a`b")
    '`` a`b ``'
    """
    said = _one_line(text)
    fence = "`" * (max((len(run) for run in _LONGEST_RUN.findall(said)), default=0) + 1)
    room = " " if len(fence) > 1 else ""
    return f"{fence}{room}{said}{room}{fence}" if said else ""


def cut(text: str, letters: int) -> str:
    """Shorten a text to so many characters, at a blank where there is one not far back, never within one that is seen."""
    said = _one_line(text)
    if len(said) <= letters:
        return said
    kept = said[:letters]
    blank = kept.rfind(" ")
    if blank > letters * 2 // 3:
        return f"{kept[:blank]} …"
    while kept and (_joins(said[len(kept)]) or kept[-1] == "\u200d"):
        kept = kept[:-1]
    return f"{kept}…"


def _joins(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Me", "Mc") or letter in "\u200d\ufe0f"


def _one_line(text: str) -> str:
    return _BLANK.sub(" ", clean(text)).strip()


def _escaped(text: str) -> str:
    held = _CALLS.sub(lambda found: f"{found[0]}\0", text)
    signs = _SIGNS.sub(lambda found: _ENTITIES[found[0]], held)
    return _MARKUP.sub(r"\\\g<0>", signs).replace("\0", _APART)
