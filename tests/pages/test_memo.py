"""What is made once for many pages: the same as if it were made for each, in whatever order pages are drawn."""

from __future__ import annotations

import pickle
import random
from dataclasses import replace

import pytest

from okrsite import addresses
from okrsite.pages import compose
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.memo import Made
from okrsite.pages.parts.lines import objective_line
from tests.pages.hospital import ground
from tests.pages.test_objective import CHAIR

PAGES = (
    "index.html",
    "404.html",
    "teams/index.html",
    "people/alma.html",
    "objectives/index.html",
    "objectives/2025-autumn/laboratory/sleep.html",
    "objectives/2025-autumn/wards/sleep.html",
    "objectives/2026-Q1/laboratory/sleep.html",
    "pages/guide/start.html",
    "cycles/2025-autumn.html",
)


@pytest.fixture(scope="module")
def here() -> Ground:
    return ground()


@pytest.mark.parametrize("seed", range(5))
def test_links_start_from_the_page_they_stand_on_whatever_was_drawn_before(here: Ground, seed: int) -> None:
    chosen = random.Random(seed)
    for _ in range(60):
        page = chosen.choice(PAGES)
        sheet, there = Sheet(here, page), here.site.objectives[CHAIR]
        line = objective_line(sheet, there)
        assert line.title.href == addresses.href(page, f"objectives/{CHAIR}.html")
        assert line.team.href == addresses.href(page, f"teams/{there.plan.team}.html")
        assert line.cycle.href == addresses.href(page, f"cycles/{there.plan.cycle}.html")


def test_a_key_result_is_a_place_on_its_own_page_and_more_elsewhere(here: Ground) -> None:
    first = here.site.objectives[CHAIR].key_results[0].plan
    assert Sheet(here, f"objectives/{CHAIR}.html").objective(CHAIR, first.id).href == f"#{first.id}"
    beside = Sheet(here, "objectives/2025-autumn/laboratory/sleep.html").objective(CHAIR, first.id)
    assert (beside.text, beside.href) == (first.title, f"chair.html#{first.id}")


def test_pages_are_the_same_drawn_forwards_and_backwards() -> None:
    forwards = {blank.address: repr(blank.draw()) for blank in compose(ground())}
    backwards = {blank.address: repr(blank.draw()) for blank in reversed(tuple(compose(ground())))}
    assert forwards == backwards


def test_another_day_or_site_on_the_same_ground_begins_anew(here: Ground) -> None:
    sheet = Sheet(here, "index.html")
    before = objective_line(sheet, here.site.objectives[CHAIR]).title.text
    there = here.site.objectives[CHAIR]
    told = replace(there, plan=replace(there.plan, title="Told in other words"))
    other = replace(here, site=replace(here.site, objectives={**here.site.objectives, CHAIR: told}))
    assert objective_line(Sheet(other, "index.html"), told).title.text == "Told in other words"
    assert objective_line(sheet, there).title.text == before


def test_what_was_made_is_not_sent_along(here: Ground) -> None:
    bare = len(pickle.dumps(ground()))
    for blank in compose(here):
        blank.draw()
    assert len(pickle.dumps(here)) == bare
    assert not pickle.loads(pickle.dumps(here)).memo.site  # noqa: S301 - written a moment ago


def test_too_much_is_not_kept() -> None:
    made = Made()
    for number in range(120_000):
        made.keep((number,), number)
    assert 0 < len(made) < 60_000
    assert made[119_999,] == 119_999
