"""One team's typo does not freeze the company: `build --keep-going` publishes all that is sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okrsite.cli import okrsite

BROKEN = "---\ntitle: [We mend what is broken\n---\n"
SITE = {
    "okrsite.yaml": "as_of: 2026-02-10\n",
    "content/org.md": "---\nname: Ferry\nmission: Everybody gets across\n---\n",
    "content/okrs/2026-Q1/crew/boats.md": "---\ntitle: Boats leave on time\nsupports: mission\n---\nAs it was.\n",
    "content/okrs/2026-Q1/crew/cooks.md": "---\ntitle: Soup is hot\nsupports: boats\n---\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in SITE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def built(site: Path, *more: str) -> Result:
    return CliRunner().invoke(okrsite, ["build", str(site), "--cache", str(site.with_name("cache")), *more])


def write(site: Path, name: str, text: str) -> None:
    (site / "content" / "okrs" / "2026-Q1" / "crew" / name).write_text(text, "utf-8")


def page(site: Path, name: str) -> str:
    return (site / "site" / "objectives" / "2026-Q1" / "crew" / name).read_text("utf-8")


def test_a_page_whose_file_has_an_error_shows_how_it_last_was(site: Path) -> None:
    built(site)
    write(site, "boats.md", BROKEN)
    write(site, "cooks.md", "---\ntitle: Soup is hot and free\nsupports: boats\n---\n")
    result = built(site, "--keep-going")
    assert result.exit_code == 1
    assert "content/okrs/2026-Q1/crew/boats.md:2:8: error[syntax]" in result.output
    assert "stand as they last were" in result.output
    boats = page(site, "boats.html")
    assert "There is an error in the file of this page, at content/okrs/2026-Q1/crew/boats.md:2." in boats
    assert "As it was." in boats
    assert "Soup is hot and free" in boats
    assert "There is an error" not in page(site, "cooks.html")


def test_once_it_is_mended_the_page_is_as_any_other(site: Path) -> None:
    built(site)
    before = page(site, "boats.html")
    write(site, "boats.md", BROKEN)
    built(site, "--keep-going")
    write(site, "boats.md", SITE["content/okrs/2026-Q1/crew/boats.md"])
    assert built(site, "--keep-going").exit_code == 0
    assert page(site, "boats.html") == before


def test_the_last_good_state_outlives_several_broken_builds(site: Path) -> None:
    built(site)
    for number in range(12):
        write(site, "boats.md", BROKEN + str(number))
        built(site, "--keep-going")
    assert "As it was." in page(site, "boats.html")


def test_where_nobody_knows_how_it_was_a_page_says_what_is_wrong_and_where(site: Path) -> None:
    write(site, "boats.md", BROKEN.replace("We", "<b>We</b>"))
    result = built(site, "--keep-going", "--no-cache")
    assert result.exit_code == 1
    boats = page(site, "boats.html")
    assert "This page is being mended" in boats
    assert "content/okrs/2026-Q1/crew/boats.md:2:8" in boats
    assert "title: [&lt;b&gt;We&lt;/b&gt; mend what is broken" in boats
    assert "Soup is hot" in page(site, "cooks.html")


def test_a_reference_that_broke_keeps_its_page_as_it_was(site: Path) -> None:
    built(site)
    write(site, "cooks.md", "---\ntitle: Soup is cold\nsupports: boots\n---\n")
    result = built(site, "--keep-going")
    assert result.exit_code == 1
    assert "Soup is hot" in page(site, "cooks.html")
    assert "There is an error in the file of this page" in page(site, "cooks.html")


def test_of_two_files_of_one_name_the_first_has_the_page(site: Path) -> None:
    write(site, "tea.md", "---\nid: boats\ntitle: Tea is served\nsupports: mission\n---\n")
    result = built(site, "--keep-going")
    assert result.exit_code == 1
    assert "error[id-clash]" in result.output
    assert "Boats leave on time" in page(site, "boats.html")


def test_a_faulty_configuration_stops_it_all(site: Path) -> None:
    built(site)
    (site / "okrsite.yaml").write_text("as_of: 2026-02-10\ntitel: Ferry\n", "utf-8")
    result = built(site, "--keep-going")
    assert result.exit_code == 2
    assert "Nothing was published" in result.output


def test_without_it_nothing_is_published(site: Path) -> None:
    built(site)
    write(site, "boats.md", BROKEN)
    write(site, "cooks.md", "---\ntitle: Soup is hot and free\nsupports: boats\n---\n")
    assert built(site).exit_code == 1
    assert "free" not in page(site, "cooks.html")
