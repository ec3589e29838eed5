"""A whole site as pages: every address with what stands there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from okrsite.pages import compose
from okrsite.pages.ground import Ground
from okrsite.plan.model import Plan
from tests.measure import plans as p
from tests.pages.hospital import TODAY, ground
from tests.pages.reading import html_of, main_of, text_of


def pages_of(here: Ground) -> dict[str, str]:
    """Every page by its address; no address comes twice."""
    pages = [blank.draw() for blank in compose(here)]
    assert len({page.address for page in pages}) == len(pages)
    return {page.address: html_of(here, page) for page in pages}


def site_of(plan: Plan, as_of: str = TODAY, **more: Any) -> dict[str, str]:
    """Every page of a plan."""
    return pages_of(ground(plan, as_of=as_of, **more))


@lru_cache(maxsize=1)
def hospital_pages() -> dict[str, str]:
    """Every page of the hospital."""
    return pages_of(ground())


def read(html: str) -> str:
    """What a person reads between header and footer."""
    return _joined(text_of(main_of(html).partition(">")[2]))


def under(html: str, heading: str) -> str:
    """What a person reads in the section or article that begins with a heading."""
    found = re.search(
        rf">{re.escape(heading)}(?:</a>|</span>)?(?: <span>.*?</span></span>)?</h[1-4]>(.*?)(?:</section>|</article>)",
        html,
        re.DOTALL,
    )
    assert found, f"no heading {heading!r}"
    return _joined(text_of(found[1]))


def _joined(text: str) -> str:
    """Put colons back where they stood."""
    return text.replace(" : ", ": ")


def links(html: str) -> dict[str, str]:
    """The links between header and footer: text → where they lead."""
    return {text_of(text): href for href, text in re.findall(r'<a[^>]*href="([^"]*)"[^>]*>(.*?)</a>', main_of(html))}


def many(count: int, *, team: str = "wards", title: str = "Objective", **more: Any) -> list[Any]:
    """Objectives of one team, numbered."""
    return [p.objective(f"2026-Q1/{team}/o{n:04}", **{"title": f"{title} {n}", **more}) for n in range(count)]
