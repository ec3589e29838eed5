"""A file in one line, and what is found in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from okrsite.documents import Document, document_of
from okrsite.sources import Kind, Place, Source

Reader = Callable[..., Document]
Finder = Callable[..., list[tuple[str, int, int]]]

_IN_YAML = {Kind.TEAM_OBJECTIVES, Kind.CHECK_INS, Kind.SURVEY}


def source(kind: Kind, name: str = "walk") -> Source:
    suffix = "yaml" if kind in _IN_YAML else "md"
    return Source(f"content/{name}.{suffix}", f"/{name}.{suffix}", Place(kind, name))


def read(text: str | bytes, kind: Kind = Kind.OBJECTIVE, language: str = "en") -> Document:
    """Read a file; a text of Markdown without three hyphens gets them around it."""
    if isinstance(text, str):
        fenced = kind not in _IN_YAML and not text.startswith("---")
        text = (f"---\n{text}---\n" if fenced else text).encode()
    return document_of(source(kind), text, language)


def found(text: str, kind: Kind = Kind.OBJECTIVE, language: str = "en") -> None:
    """Read a file in which `⟦rule⟧` stands before each place where a rule finds something; the findings must agree."""
    expected, plain = _marks(text if kind in _IN_YAML or text.startswith("---") else f"---\n{text}---\n")
    document = read(plain, kind, language)
    there = sorted((each.span.line, each.span.column, each.rule) for each in document.findings)
    assert there == expected, "\n".join(
        f"{each.span.line}:{each.span.column} {each.rule} {each.message}" for each in document.findings
    )
    for each in document.findings:
        assert each.span.excerpt == document.text.split("\n")[each.span.line - 1]
        assert (
            each.message[0].isupper()
            or each.message[0] in "`“"
            or not each.message[0].isalpha()
            or each.message[0].islower()
        )
        assert each.message.endswith(".")
        assert "{" not in each.message.replace("{to", "")


def _marks(text: str) -> tuple[list[tuple[int, int, str]], str]:
    expected, plain = [], []
    for number, line in enumerate(text.split("\n"), 1):
        before, *marked = line.split("⟦")
        for each in marked:
            rules, _, rest = each.partition("⟧")
            expected += [(number, len(before) + 1, rule) for rule in rules.split()]
            before += rest
        plain.append(before)
    return sorted(expected), "\n".join(plain)


@pytest.fixture(name="read")
def _read() -> Reader:
    return read


@pytest.fixture(name="found")
def _found() -> Callable[..., None]:
    return found
