"""What browsers are told: how the site is doing, at once and after each change, in the site's language."""

from __future__ import annotations

import json
from typing import Any

import pytest

from okrsite.diagnostics import Finding, Level, Span, error
from tests.server.asking import InMemory, Listening, shown

TYPO = error(
    "syntax",
    Span("content/org.md", 2, 6, 1, "key: ["),
    "A list in brackets isn’t closed.",
    "Close it with ].",
)
OPINION = Finding("timid", Level.NOTE, Span("content/org.md"), "A note.")


def heard(listening: Listening) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(listening.next())
    return told


def test_who_begins_to_listen_hears_how_it_is_and_then_of_each_change() -> None:
    site = InMemory()
    with shown(site) as server:
        listening = Listening(server)
        first = heard(listening)
        assert first["panel"] is None
        site.version += 1
        site.findings = (TYPO, OPINION)
        server.announce()
        second = heard(listening)
        assert first["version"] != second["version"]
        assert second["panel"] == {
            "title": "One error in the files",
            "note": "Until this is mended you see what was there before.",
            "findings": [
                {
                    "head": "content/org.md:2:6: error[syntax]: A list in brackets isn’t closed.",
                    "excerpt": "  2 | key: [\n    |      ^",
                    "help": "Close it with ].",
                }
            ],
            "more": "",
        }
        site.findings = (OPINION,)
        server.announce()
        assert heard(listening)["panel"] is None
        listening.close()


@pytest.mark.parametrize(
    ("language", "direction", "title", "more"),
    [
        ("de", "ltr", "23 Fehler in den Dateien", "Und 3 weitere; `okrsite check` nennt alle."),
        ("ar", "rtl", "23 خطأً في الملفات", "و3 غيرها؛ يعرضها كلها `okrsite check`."),
    ],
)
def test_many_errors_are_summed_up_in_the_site_s_language(language: str, direction: str, title: str, more: str) -> None:
    many = tuple(error("syntax", Span("content/org.md", line), "Wrong.") for line in range(1, 24))
    with shown(InMemory(language=language, findings=many)) as server:
        listening = Listening(server)
        told = heard(listening)
        assert (told["language"], told["direction"]) == (language, direction)
        assert (told["panel"]["title"], told["panel"]["more"]) == (title, more)
        assert len(told["panel"]["findings"]) == 20
        listening.close()


def test_what_was_written_cannot_break_out_of_an_event() -> None:
    nasty = error("syntax", Span("content/a\n\ndata: x.md", 1, 1, 1, "</script>\r\ndata: {}\n\n"), "\ud800\u2028")
    with shown(InMemory(findings=(nasty,))) as server:
        listening = Listening(server)
        assert "script" in heard(listening)["panel"]["findings"][0]["excerpt"]
        listening.close()


def test_another_run_is_another_version() -> None:
    versions = set()
    for _ in range(2):
        with shown(InMemory()) as server:
            listening = Listening(server)
            versions.add(heard(listening)["version"])
            listening.close()
    assert len(versions) == 2


def test_nobody_is_told_anything_before_there_are_words() -> None:
    site = InMemory(language="")
    with shown(site) as server:
        listening = Listening(server)
        site.language = "en"
        server.announce()
        assert heard(listening)["label"] == "Preview"
        listening.close()
