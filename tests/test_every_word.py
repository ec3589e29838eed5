"""No word of the interface stands in templates, pages, charts or scripts: a site in a made-up language shows it.

What people wrote is put into Greek letters, dates are Japanese, and every word of the catalogue stands in ⟦brackets⟧. So
any Latin letter that a reader meets outside of brackets was written where nobody can translate it, and any Greek one is
what people wrote, which may run another way than the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from okrsite.build import read_and_link
from okrsite.config import Wishes
from okrsite.measure import measure
from okrsite.output import File, Whole, files_of
from okrsite.plan.model import Plan
from okrsite.prose import Prose
from okrsite.speech import Words
from okrsite.theme import Theme, default_folder, find_theme

HERE = Path(__file__).parent
SITES = ("states", "mill", "nothing", "one")
SENTENCE = re.compile(r"^[A-Z][a-z]|[,.?!%]")
LATIN = re.compile(r"[A-Za-z]{2,}")
TEXTS = frozenset(
    {"title", "name", "short", "unit", "source", "need", "of_text", "serves", "contact", "role", "pronouns"}
    | {"mission", "vision", "helps_with", "low", "high"}
)
SPOKEN = frozenset({"aria-label", "aria-description", "aria-roledescription", "title", "alt", "placeholder", "label"})
MARKUP = r"(<[^>]*>|&\w+;|https?://[^\s<]+|[^\s<>]+@[^\s<>]+)"
SILENT = frozenset({"script", "style", "code", "bdi"})
"""What is no text: scripts, and what is typed, as are paths, whose parts stand in `bdi`."""
DRAWN = frozenset({"title", "option", "text", "tspan", "desc"})
GREEK = re.compile(r"[α-ω]{2}")


def greek(text: str, but: str = r"(https?://\S+|\S+@\S+)") -> str:
    """Write Latin letters in Greek ones, mark by mark; addresses stay."""
    pieces = re.split(but, text)
    return "".join(piece if odd % 2 else _in_greek(piece) for odd, piece in enumerate(pieces))


def _in_greek(text: str) -> str:
    letters = "αβψδεφγηιξκλμνοπθρστυωχζ"
    table = {chr(97 + at): letters[at % len(letters)] for at in range(26)}
    return "".join(table.get(letter.lower(), letter) for letter in text)


def in_greek(value: Any, name: str = "") -> Any:
    """Put all that people wrote into Greek letters, at any depth of a plan; names by which things refer stay."""
    match value:
        case Prose():
            return replace(value, source=greek(value.source), html=greek(value.html, MARKUP))
        case str():
            return greek(value) if name in TEXTS else value
        case tuple() if name == "tags":
            return tuple((slug, greek(text)) for slug, text in value)
        case tuple():
            return tuple(in_greek(one, name) for one in value)
        case Mapping():
            return {
                key: greek(one) if name in ("tags", "allowed", "allow") else in_greek(one) for key, one in value.items()
            }
    return _record_in_greek(value) if is_dataclass(value) and not isinstance(value, type) else value


def _record_in_greek(value: Any) -> Any:
    changed = {f.name: in_greek(getattr(value, f.name), f.name) for f in fields(value) if f.init}
    return replace(value, **{key: one for key, one in changed.items() if one is not getattr(value, key)})


def bracketed(words: Words) -> Words:
    """Put every word of a catalogue into brackets."""

    return {
        key: f"⟦{said}⟧" if isinstance(said, str) else {form: f"⟦{text}⟧" for form, text in said.items()}
        for key, said in words.items()
    }


@lru_cache(maxsize=8)
def pages(site: str) -> dict[str, str]:
    """Every page of a site in the made-up language."""
    linked = read_and_link(HERE / "sites" / site, Wishes())
    theme, _ = find_theme(HERE, "default")
    spoken = Theme("made-up", theme.templates, theme.assets, {"en": bracketed(theme.words["en"]), "ja": {}})
    config = replace(linked.config, language="ja")
    plan: Plan = in_greek(linked.plan)
    there = measure(plan, config.as_of, check_in_every=config.check_in_every)
    files = files_of(Whole(there, config, spoken, linked.sources))
    return {
        file.address: file.data.decode()
        for file in files
        if isinstance(file, File) and file.data is not None and file.address.endswith(".html")
    }


class Heard(HTMLParser):
    """All that a page says: its texts, and the attributes that are read out or that scripts show."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self.bound: list[str] = []
        self._open: list[str] = []
        self._own: list[bool] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "input", "br", "img", "hr", "use", "path", "line", "rect", "circle"):
            self._open.append(tag)
            self._own.append(dict(attrs).get("dir") == "auto")
        named = dict(attrs)
        for name, value in attrs:
            if name in SPOKEN or (name.startswith("data-") and SENTENCE.search(value or "")):
                self.said.append((f"{tag} {name}", value or ""))
        if tag == "meta" and named.get("name") == "description":
            self.said.append(("description", named.get("content") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._own.pop() is not None and self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if SILENT.intersection(self._open):
            return
        left: list[str] = []
        for piece in re.split("([⟦⟧])", data):
            self._depth += {"⟦": 1, "⟧": -1}.get(piece, 0)
            left.append("" if self._depth else piece.strip("⟧"))
        self.said.append((self._open[-1] if self._open else "", "".join(left)))
        if GREEK.match("".join(left).strip()) and not any(self._own) and not DRAWN.intersection(self._open):
            self.bound.append("".join(left).strip())


def outside_brackets(text: str) -> str:
    """Leave out what stands in brackets, and brackets within them."""
    before = None
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    return text


IDS = re.compile(
    r"https?://\S+|\S+@\S+|[\w.-]+\.(?:md|yaml|html|example)\b|content/\S+|[\w-]+/[\w/.-]+|#\S+|\b[0-9a-f]{7,}\b"
)


def untranslated(html: str) -> Iterator[tuple[str, str]]:
    heard = Heard()
    heard.feed(html)
    for place, text in heard.said:
        left = IDS.sub("", outside_brackets(text))
        if LATIN.search(left):
            yield place, " ".join(text.split())


@pytest.mark.parametrize("site", SITES)
def test_every_word_that_readers_meet_comes_from_the_catalogue(site: str) -> None:
    found = {(place, text, address) for address, html in pages(site).items() for place, text in untranslated(html)}
    assert found == set()


@pytest.mark.parametrize("site", SITES)
def test_what_people_wrote_runs_its_own_way(site: str) -> None:
    for address, html in pages(site).items():
        heard = Heard()
        heard.feed(html)
        assert heard.bound == [], address


def test_the_search_can_fail() -> None:
    html = '<main><p>⟦Ask ⟨⟩ <a>αβγ</a>⟧</p><p title="Add">αβγ by γβα</p><svg><title>A chart</title></svg></main>'
    assert [place for place, _ in untranslated(html)] == ["p title", "p", "title"]


KEYS = frozenset({"Escape", "Esc", "Enter", "Home", "End", "Tab", "PageUp", "PageDown", "Backspace", "Delete"})
LITERAL = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")
"""A text in a script."""


@pytest.mark.parametrize("path", sorted((default_folder() / "assets").glob("*.js")), ids=lambda path: path.name)
def test_scripts_say_nothing_themselves(path: Path) -> None:
    script = re.sub(r"/\*.*?\*/|^\s*//.*$", "", path.read_text(), flags=re.DOTALL | re.MULTILINE)
    texts = {literal[1:-1] for literal in LITERAL.findall(script)}
    words = {text for text in texts if re.search(r"(?:^|\s)[A-Z][a-z]+|^[a-z]+(?: [a-z]+){2,}$", text)}
    assert {text for text in words if text not in KEYS and not text.startswith("Arrow")} == set()
