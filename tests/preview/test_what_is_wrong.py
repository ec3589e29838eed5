"""While something is wrong in the files the preview shows them as they last were without it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from okrsite.cache import Store
from okrsite.config import Wishes
from okrsite.preview import Preview
from okrsite.preview.making import Memory
from tests.laws.edits import laid_out
from tests.preview.test_as_built import bytes_at, errors, settled

TODAY = date(2026, 11, 24)
SITE = {
    "okrsite.yaml": b"as_of: 2026-02-01\nlanguage: de\n",
    "content/teams/wards.md": b"---\nname: Wards\n---\n",
    "content/people/esther.md": b"---\nname: Esther\nteams: [wards]\n---\n",
    "content/cycles/2026-Q1.md": b"---\ntitle: Winter\nstart: 2026-01-01\nend: 2026-03-31\n---\n",
    "content/okrs/2026-Q1/wards/walk.md": b"---\ntitle: Walk\nowner: esther\nkey_results:\n  - {title: Steps, target: 9}\n---\n",
}
PAGES = ("index.html", "objectives/2026-Q1/wards/walk.html", "teams/wards.html")


def test_a_configuration_with_an_error_changes_no_page_not_even_its_day(tmp_path: Path) -> None:
    laid_out(SITE, {}, tmp_path)
    wishes, memory = Wishes(today=TODAY, output=tmp_path / "site"), Memory(Store())
    before = settled(tmp_path, wishes, memory)
    (tmp_path / "okrsite.yaml").write_text("as_of: 2026-02-01\nlanguage: [de\n", "utf-8")
    shown = settled(tmp_path, wishes, memory)
    assert [one.span.path for one in errors(shown.basis.findings)] == ["okrsite.yaml"]
    assert [bytes_at(shown, page) for page in PAGES] == [bytes_at(before, page) for page in PAGES]
    assert None not in [bytes_at(shown, page) for page in PAGES]


THEME = {"okrsite.yaml": b"as_of: 2026-02-01\ntheme: ours\n", "themes/ours/words/en.yaml": b"kr.heading: How we know\n"}
TEMPLATE = "themes/ours/templates/objective.html"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a site with a theme of its own."""
    laid_out({**SITE, **THEME}, {}, tmp_path)
    preview = Preview(tmp_path, lambda: Wishes(today=TODAY, output=tmp_path / "site"), Store())
    preview.start()
    assert preview.settled(60)
    yield preview
    preview.stop()


def saved(preview: Preview, file: Path, text: str) -> list[str]:
    """Save a file, and give what is wrong once it has been looked at."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    preview.change(frozenset([str(file)]))
    assert preview.settled(60)
    return [f"{one.span.path}:{one.span.line}" for one in errors(preview.state().findings)]


def test_a_template_that_fails_is_told_before_anybody_asks_and_its_pages_stay_until_it_is_mended(
    tmp_path: Path, preview: Preview
) -> None:
    page, template = "objectives/2026-Q1/wards/walk.html", tmp_path / TEMPLATE
    before = preview.get(page)
    assert before
    for broken in ("<p>\n{% if %}", "<p>\n{{ nothing.of_the_kind.at_all }}"):
        assert saved(preview, template, broken) == [f"{TEMPLATE}:2"]
        assert preview.get(page) == before
    text = (tmp_path / "content/okrs/2026-Q1/wards/walk.md").read_text("utf-8")
    assert saved(preview, tmp_path / "content/okrs/2026-Q1/wards/walk.md", f"{text}More.\n") == [f"{TEMPLATE}:2"]
    assert saved(preview, template, "<h1>Mended</h1>") == []
    mended = preview.get(page)
    assert mended
    assert isinstance(mended.data, bytes)
    assert b"<h1>Mended</h1>" in mended.data


def test_a_mounted_folder_that_goes_is_told_once(tmp_path: Path) -> None:
    site, mounted = tmp_path / "site", tmp_path / "mounted"
    mount = b"as_of: 2026-02-01\nmounts:\n  - {from: ../mounted, to: okrs/2026-Q1/wards}\n"
    laid_out({**SITE, "okrsite.yaml": mount}, {}, site)
    mounted.mkdir()
    (mounted / "rest.md").write_text("---\ntitle: Rest\nowner: esther\n---\n", "utf-8")
    wishes, memory = Wishes(today=TODAY, output=tmp_path / "out"), Memory(Store())
    page = "objectives/2026-Q1/wards/rest.html"
    assert bytes_at(settled(site, wishes, memory), page)
    mounted.rename(tmp_path / "away")
    assert [one.span.line for one in errors(settled(site, wishes, memory).basis.findings)] == [3]
    (tmp_path / "away").rename(mounted)
    again = settled(site, wishes, memory)
    assert errors(again.basis.findings) == []
    assert bytes_at(again, page)
