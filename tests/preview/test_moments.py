"""One moment after the other: what was before goes, and takes what it was made of with it."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest

from okrsite.cache import Store
from okrsite.config import Wishes
from okrsite.preview.making import Memory
from okrsite.preview.quick import edited
from tests.laws.edits import first, laid_out
from tests.preview.test_as_built import settled


@pytest.fixture
def no_sweeping() -> Iterator[None]:
    """Nothing is taken out of memory but what nobody holds: where there is much of it, others are looked for seldom."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_sweeping")
def test_a_moment_that_is_over_takes_no_memory(tmp_path: Path) -> None:
    site = first(random.Random(1))
    laid_out(site.files, {}, tmp_path)
    file = tmp_path / "content/okrs/2026-Q1/wards/walk.md"
    shown = settled(tmp_path, Wishes(today=site.day), Memory(Store()))
    file.write_bytes(file.read_bytes() + b"And more.")
    quick = edited(shown, [str(file)])
    assert quick
    for moment in (shown, quick):
        assert moment.file("index.html")
        assert moment.file("objectives/2026-Q1/wards/walk.html")
        assert moment.file("data/site.json")
    over = [ref(moment) for moment in (shown, quick)] + [ref(shown.heaps)]
    del shown, quick, moment
    assert [one() for one in over] == [None, None, None]


def test_what_was_asked_for_is_made_once_and_not_much_is_kept(tmp_path: Path) -> None:
    site = first(random.Random(1))
    laid_out(site.files, {}, tmp_path)
    shown = settled(tmp_path, Wishes(today=site.day), Memory(Store()))
    page = shown.file("index.html")
    assert page
    assert shown.file("index.html") is page
    for number in range(250):
        assert shown.file(f"nowhere/{number}.html") is None
    again = shown.file("index.html")
    assert again == page
    assert again is not page
