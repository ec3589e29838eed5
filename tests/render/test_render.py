from __future__ import annotations

import pickle
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from okrsite.diagnostics import Finding
from okrsite.pages.chrome import Chrome, chrome
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Head, Html, Page
from okrsite.render import Rendered, render
from okrsite.theme import Theme, find_theme
from tests.pages.hospital import ground


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    html: Html


NOTE = Note("<script>alert(1)</script> & {{ view }}", Html("<em>as it is</em>"))


def site(tmp_path: Path, template: str, name: str = "note.html") -> Theme:
    path = tmp_path / "themes" / "ours" / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(template)
    theme, findings = find_theme(tmp_path, "ours")
    assert findings == []
    return theme


def frame(theme: Theme, address: str = "pages/note.html", **more: Any) -> Chrome:
    return chrome(Sheet(ground(**more), address), theme.published())


def page(address: str = "pages/note.html", *, framed: bool = True) -> Page:
    return Page(address, "note.html", NOTE, Head("A <note>", "About & about"), framed=framed)


def rendered(theme: Theme, *, framed: bool = True, **more: Any) -> str:
    made = render(page(framed=framed), frame(theme, **more), theme)
    assert isinstance(made, Rendered)
    return made.data.decode()


def test_what_people_wrote_is_escaped_and_markup_of_our_own_is_not(tmp_path: Path) -> None:
    html = rendered(site(tmp_path, "<p>{{ view.text }} {{ view.html }}</p>"))
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ view }} <em>as it is</em></p>" in html


def test_every_page_bears_its_policy_language_title_and_description(tmp_path: Path) -> None:
    html = rendered(site(tmp_path, "x"))
    assert html.startswith('<!doctype html>\n<html lang="en" dir="ltr">')
    assert "default-src &#39;none&#39;; style-src &#39;self&#39;; script-src &#39;self&#39;" in html
    assert "<title>A &lt;note&gt; – Tarnvale</title>" in html
    assert '<meta name="description" content="About &amp; about">' in html
    assert '<meta name="robots" content="noindex">' in html


def test_search_engines_are_let_in_when_the_site_says_so(tmp_path: Path) -> None:
    assert "noindex" not in rendered(site(tmp_path, "x"), index=True)


def test_arabic_pages_run_from_right_to_left(tmp_path: Path) -> None:
    assert '<html lang="ar" dir="rtl">' in rendered(site(tmp_path, "x"), language="ar")


def test_nothing_is_styled_or_scripted_in_place(tmp_path: Path) -> None:
    html = rendered(site(tmp_path, "x"))
    assert "style=" not in html
    assert "<style" not in html
    assert re.findall(r"<script(?! src=)", html) == []
    assert re.findall(r"\son\w+=", html) == []


def test_a_page_asks_no_other_host(tmp_path: Path) -> None:
    html = rendered(site(tmp_path, "x"), repository=None)
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]*', html) == []


def test_only_the_icons_a_page_uses_are_in_it(tmp_path: Path) -> None:
    html = rendered(site(tmp_path, '{% from "parts.html" import icon %}{{ icon("pen") }}'))
    assert set(re.findall(r'<symbol id="i:(\w+)"', html)) == {"pen", "look", "half"}


def test_a_page_without_a_frame_is_all_in_its_template(tmp_path: Path) -> None:
    assert rendered(site(tmp_path, "<p>alone</p>"), framed=False) == "<p>alone</p>"


def test_the_404_page_links_from_the_root_of_the_host(tmp_path: Path) -> None:
    theme = site(tmp_path, "x")
    assert frame(theme, "404.html", base_url="https://okr.example/x/").site.href == "https://okr.example/x/index.html"
    assert frame(theme, "404.html").site.href == "index.html"
    assert frame(theme, base_url="https://okr.example/x/").site.href == "../index.html"


def finding(tmp_path: Path, template: str, name: str = "note.html") -> tuple[str, str, int, str]:
    theme = site(tmp_path, template, name)
    (tmp_path / "themes/ours/templates/note.html").exists() or site(tmp_path, "x")
    theme, _ = find_theme(tmp_path, "ours")
    made = render(page(), frame(theme), theme)
    assert isinstance(made, Finding)
    return made.rule, made.span.path, made.span.line, made.span.excerpt


def test_a_template_that_cannot_be_read_is_found_at_its_line(tmp_path: Path) -> None:
    found = finding(tmp_path, "<p>\n{% if %}\n</p>")
    assert found == ("template", "themes/ours/templates/note.html", 2, "{% if %}")


def test_a_template_that_asks_for_what_is_not_there_is_found_at_its_line(tmp_path: Path) -> None:
    found = finding(tmp_path, "<p>\n\n  {{ view.nothing.like.this }}\n</p>")
    assert found == ("template", "themes/ours/templates/note.html", 3, "  {{ view.nothing.like.this }}")


def test_a_word_that_is_not_there_is_found_at_its_line(tmp_path: Path) -> None:
    assert finding(tmp_path, '\n{{ t("no.such.word") }}')[2] == 2


def test_a_fault_of_any_kind_in_a_template_is_found_at_its_line(tmp_path: Path) -> None:
    assert finding(tmp_path, "\n\n{{ 1 / 0 }}")[2] == 3
    assert finding(tmp_path, "\n{{ view.text + 1 }}")[2] == 2
    assert finding(tmp_path, '{% include "nowhere.html" %}')[2] == 1


def test_a_fault_in_the_frame_is_found_in_the_frame(tmp_path: Path) -> None:
    assert finding(tmp_path, "<html>\n{{ nothing }}", "base.html")[1:3] == ("themes/ours/templates/base.html", 2)


def test_a_page_without_a_template_is_found(tmp_path: Path) -> None:
    theme, _ = find_theme(tmp_path, "default")
    made = render(page(), frame(theme), theme)
    assert isinstance(made, Finding)
    assert "note.html" in made.message


def test_an_own_template_can_extend_the_default_one(tmp_path: Path) -> None:
    theme = site(
        tmp_path, '{% extends "default/base.html" %}{% block head %}<meta name="x">{% endblock %}', "base.html"
    )
    path = tmp_path / "themes/ours/templates/note.html"
    path.write_text("hello")
    theme, _ = find_theme(tmp_path, "ours")
    html = rendered(theme)
    assert '<meta name="x">' in html
    assert "hello" in html


def test_all_that_rendering_needs_can_be_sent_to_another_process(tmp_path: Path) -> None:
    theme = site(tmp_path, "x")
    again = pickle.loads(pickle.dumps((page(), frame(theme), theme)))  # noqa: S301 - our own values
    assert render(*again) == render(page(), frame(theme), theme)
