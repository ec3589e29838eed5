"""Two small checkouts as texts, and what `review` says of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from okrsite.build import look_at, read_and_link
from okrsite.config import Wishes
from okrsite.diagnostics import in_order
from okrsite.review import Review, Side, review
from okrsite.speech import ENGLISH
from okrsite.theme import find_theme

Files = dict[str, str]
DAY = "2026-02-10"


def side(root: Path, files: Files, base_url: str | None = None) -> Side:
    """Write a site and look at it on the day, as `check` does but for its pages."""
    root.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    linked = read_and_link(root, Wishes(as_of=DAY, today=date(2026, 2, 10), base_url=base_url))
    whole = look_at(linked)
    return Side(whole.site, whole.config, in_order(whole.judged.told), linked.documents)


def reviewed(folder: Path, before: Files, after: Files, *, base_url: str | None = None, within: str = "") -> Review:
    """Review what changes from one site to another."""
    then, now = side(folder / "before", before, base_url), side(folder / "after", after, base_url)
    theme, _ = find_theme(folder / "after", "default")
    return review(then, now, theme.speech(ENGLISH), linked=base_url is not None, folder=within)
