"""While something is wrong in the files the preview shows them as they last were without it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from okrsite.cache import Store
from okrsite.config import Wishes
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
