"""What the preview shows is what a build would make: once it has settled all of it, and at once what it shows at once."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from okrsite.cache import Store
from okrsite.config import Wishes
from okrsite.diagnostics import Finding, Level
from okrsite.output import File
from okrsite.preview.making import Memory, moments
from okrsite.preview.moment import Moment
from okrsite.preview.quick import edited
from okrsite.publish import BUILD
from tests.conftest import ROOT
from tests.laws.edits import first, laid_out
from tests.laws.warm import made

EDITS = 40


def bytes_at(moment: Moment, address: str) -> bytes | None:
    """What lies at an address."""
    file = moment.file(address)
    if not isinstance(file, File):
        return None
    return Path(file.copied).read_bytes() if file.data is None else file.data


def settled(root: Path, wishes: Wishes, memory: Memory) -> Moment:
    """The moment once everything has been looked at."""
    return list(moments(root, wishes, memory))[-1]


def differing(quick: Moment, shown: Moment) -> list[str]:
    """The pages that show an edit at once otherwise than in the end."""
    return [address for address in quick.edited_pages if bytes_at(quick, address) != bytes_at(shown, address)]


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """What is wrong with files; of pages at one address the preview shows the first without a word."""
    return [one for one in findings if one.level is Level.ERROR and one.rule != "page-clash"]


def changed_in_place(files: dict[str, bytes], before: dict[str, bytes], root: Path) -> list[str] | None:
    """The files whose content is another; None where some came, went or were moved."""
    if files.keys() != before.keys():
        return None
    return [str(root / path) for path in sorted(files) if files[path] != before[path]]


@pytest.mark.parametrize("seed", range(3))
def test_after_each_edit_it_is_what_a_build_would_make(seed: int, tmp_path: Path) -> None:
    site, memory = first(random.Random(seed)), Memory(Store())
    before: dict[str, bytes] = {}
    shown: Moment | None = None
    for _ in range(EDITS):
        site.edit()
        laid_out(site.files, before, tmp_path)
        changed = changed_in_place(site.files, before, tmp_path)
        before = dict(site.files)
        wishes = Wishes(today=site.day, output=tmp_path / "site")
        quick = edited(shown, changed) if shown and changed else None
        shown = settled(tmp_path, wishes, memory)
        if quick and quick.basis.whole.config == shown.basis.whole.config:
            assert differing(quick, shown) == []
        files, findings = made(tmp_path, wishes, None)
        assert errors(shown.basis.findings) == errors(findings)
        if not errors(findings):
            assert list(shown.basis.findings) == findings
            assert [one for one in files if one != BUILD and bytes_at(shown, one) != files[one]] == []


RETOUCHED: dict[str, Callable[[str], str]] = {
    "a text": lambda text: f"{text}\nAnd one more thing.\n",
    "a reading": lambda text: re.sub(r"(readings: \{[\w-]+: \d+)", r"\g<1>1", text),
    "a confidence": lambda text: re.sub(r"confidence: \d+", "confidence: 1", text),
    "a why": lambda text: re.sub(r"^why: .*", "why: Because somebody waits for it.", text, count=1, flags=re.MULTILINE),
}


@pytest.mark.parametrize("what", RETOUCHED)
def test_an_edit_of_an_objective_shows_at_once_as_it_will_show_in_the_end(what: str, tmp_path: Path) -> None:
    for folder in ("content", "themes"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "okrsite.yaml", tmp_path)
    wishes, memory = Wishes(output=tmp_path / "site"), Memory(Store())
    shown = settled(tmp_path, wishes, memory)
    texts = {file: file.read_text("utf-8") for file in sorted((tmp_path / "content" / "okrs").rglob("*.md"))}
    retouched = [file for file, text in texts.items() if RETOUCHED[what](text) != text][::4]
    at_once = 0
    for file in retouched:
        file.write_text(RETOUCHED[what](texts[file]), "utf-8")
        quick = edited(shown, [str(file)])
        if quick and quick.changes:
            at_once += 1
            assert differing(quick, settled(tmp_path, wishes, memory)) == [], file
        file.write_text(texts[file], "utf-8")
    assert at_once > len(retouched) / 2


def test_a_new_title_shows_at_once_where_it_stands(tmp_path: Path) -> None:
    site = first(random.Random(1))
    laid_out(site.files, {}, tmp_path)
    file = tmp_path / "content/okrs/2026-Q1/wards/walk.md"
    shown = settled(tmp_path, Wishes(today=site.day), Memory(Store()))
    file.write_text("---\ntitle: People walk home\nowner: esther\n---\n", "utf-8")
    quick = edited(shown, [str(file)])
    assert quick
    assert b"<title>People walk home" in (bytes_at(quick, "objectives/2026-Q1/wards/walk.html") or b"")


def test_what_is_taken_back_shows_at_once(tmp_path: Path) -> None:
    site = first(random.Random(1))
    laid_out(site.files, {}, tmp_path)
    file = tmp_path / "content/okrs/2026-Q1/wards/walk.md"
    shown = settled(tmp_path, Wishes(today=site.day), Memory(Store()))
    address = "objectives/2026-Q1/wards/walk.html"
    as_it_was = bytes_at(shown, address)
    before = file.read_bytes()
    file.write_bytes(before + b"And more.")
    with_more = edited(shown, [str(file)])
    file.write_bytes(before)
    assert with_more
    assert b"And more." in (bytes_at(with_more, address) or b"")
    again = edited(with_more, [str(file)])
    assert again
    assert bytes_at(again, address) == as_it_was


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: People go home walking\nowner: somebody-new\n---\n",
        "---\ntitle: People go home walking\nowner: esther\nsupports: theme:close\n---\n",
        "---\ntitle: People go home walking\nowner: esther\ntags: [new]\n---\n",
        "---\ntitle: People go home walking\nowner: esther\nprivate: true\n---\n",
        "---\ntitle: [People go home\n---\n",
    ],
)
def test_what_others_may_show_too_waits_for_the_whole_way(text: str, tmp_path: Path) -> None:
    site = first(random.Random(1))
    laid_out(site.files, {}, tmp_path)
    file = tmp_path / "content/okrs/2026-Q1/wards/walk.md"
    shown = settled(tmp_path, Wishes(today=site.day), Memory(Store()))
    file.write_text(text, "utf-8")
    assert edited(shown, [str(file)]) is None
