"""A build of a site in which nothing has changed says what it said, and touches nothing; any change at all is seen."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from okrsite.build import build, differing
from okrsite.cli import okrsite
from okrsite.config import Wishes

SITE = {
    "okrsite.yaml": "as_of: 2026-02-10\n",
    "content/org.md": "---\nname: Ferry\nmission: Everybody gets across\n---\n",
    "content/okrs/2026-Q1/crew/boats.md": "---\ntitle: Boats leave on time\nsupports: mission\n---\nAs it was.\n",
    "content/static/map.txt": "here\n",
    "themes/ours/words/en.yaml": "mission: What for\n",
}
BOATS = "content/okrs/2026-Q1/crew/boats.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "ferry"
    for path, text in SITE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


@pytest.fixture
def is_made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each time that a site is really made."""
    made: list[str] = []

    def noted(*given: object, **more: object) -> object:
        made.append("made")
        return build(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("okrsite.cli.making.build", noted)
    return made


def built(site: Path, *more: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(okrsite, ["build", str(site), "--cache", str(site.with_name("cache")), *more])
    return result.exit_code, result.stdout, result.stderr


def lying_in(site: Path) -> dict[Path, tuple[int, int, int]]:
    """Everything there is, with its number and the times at which it was written or renamed."""
    return {
        path: (found.st_ino, found.st_mtime_ns, found.st_ctime_ns) for path in site.rglob("*") if (found := path.stat())
    }


def test_the_second_time_the_same_is_said_and_nothing_is_touched(site: Path, is_made: list[str]) -> None:
    first = built(site)
    before = lying_in(site)
    assert built(site) == first
    assert "warning[no-key-results]" in first[1]
    assert lying_in(site) == before
    assert is_made == ["made"]


def overwrite(path: str, text: str) -> Callable[[Path], object]:
    return lambda site: (site / path).write_text(text, "utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": overwrite(BOATS, SITE[BOATS] + "More."),
    "a new file": overwrite("content/static/more.txt", "more"),
    "a file that is passed over": overwrite("content/_draft.md", "x"),
    "a file that is gone": lambda site: (site / "content/static/map.txt").unlink(),
    "a renamed file": lambda site: (site / BOATS).rename(site / BOATS.replace("boats", "ships")),
    "the configuration": overwrite("okrsite.yaml", "as_of: 2026-02-10\ntitle: Ferries\n"),
    "the theme": overwrite("themes/ours/words/en.yaml", "mission: Why\n"),
    "a published page": lambda site: (site / "site/index.html").write_text("x", "utf-8"),
    "a published page that is gone": lambda site: (site / "site/index.html").unlink(),
    "a published page of the same size and time": lambda site: disguised(site / "site/index.html"),
}


def disguised(file: Path) -> None:
    facts = file.stat()
    file.write_bytes(file.read_bytes().replace(b"Ferry", b"Furry"))
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))


@pytest.mark.parametrize("what", CHANGES)
def test_any_change_is_seen(what: str, site: Path, is_made: list[str]) -> None:
    built(site)
    CHANGES[what](site)
    code, _, _ = built(site)
    assert code == 0
    assert is_made == ["made", "made"]
    assert "Furry" not in (site / "site/index.html").read_text("utf-8")
    assert "<html" in (site / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "more", [("--as-of", "2026-02-11"), ("--strict",), ("--format", "json"), ("--no-cache",), ("-v",)]
)
def test_another_wish_is_another_build(more: tuple[str, ...], site: Path, is_made: list[str]) -> None:
    built(site)
    built(site, *more)
    assert is_made == ["made", "made"]


def test_another_day_is_another_build(site: Path, is_made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "okrsite.yaml").write_text("", "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770700000")
    built(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770800000")
    built(site)
    assert is_made == ["made", "made"]


def test_what_is_written_while_a_site_is_made_is_seen_next_time(
    site: Path, is_made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def meddled(*given: object, **more: object) -> object:
        is_made.append("made")
        result = build(*given, **more)  # type: ignore[arg-type]
        (site / BOATS).write_text(SITE[BOATS], "utf-8")
        return result

    monkeypatch.setattr("okrsite.cli.making.build", meddled)
    built(site)
    built(site)
    assert is_made == ["made", "made"]


def test_a_site_with_an_error_is_looked_at_each_time(site: Path, is_made: list[str]) -> None:
    (site / BOATS).write_text("---\ntitle: [\n---\n", "utf-8")
    assert built(site) == built(site)
    assert is_made == ["made", "made"]


def test_verify_finds_every_file_the_same(site: Path) -> None:
    built(site)
    code, _, err = built(site, "--verify")
    assert code == 0
    assert "every file is the same" in err


def test_verify_names_what_is_otherwise(site: Path) -> None:
    wishes = Wishes()
    made = build(site, wishes)
    (site / "site/index.html").write_text("wrong", "utf-8")
    assert differing(site, wishes, made) == ["index.html"]
    (site / BOATS).unlink()
    assert "objectives/2026-Q1/crew/boats.html" in differing(site, wishes, made)
