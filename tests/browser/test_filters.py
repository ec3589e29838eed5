"""The filters in a browser: what they keep, what they say, and that the choice can be sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from okrsite.theme import find_theme
from tests.measure import plans as p
from tests.pages.reading import NOWHERE
from tests.pages.whole import hospital_pages, many, site_of


def written(root: Path, pages: dict[str, str]) -> Path:
    """The pages as files, with what they load."""
    for address, html in pages.items():
        (root / address).parent.mkdir(parents=True, exist_ok=True)
        (root / address).write_text(html, "utf-8")
    for asset in find_theme(NOWHERE, "default")[0].assets.values():
        (root / "assets" / asset.published).parent.mkdir(parents=True, exist_ok=True)
        (root / "assets" / asset.published).write_bytes(asset.data)
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("hospital"), hospital_pages())


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def shown(page: Page) -> list[str]:
    """The titles of the rows in sight."""
    return page.locator("[data-row] .t > a:visible").all_inner_texts()


def expect_said(page: Page, words: str) -> None:
    """Wait until a screen reader would say this."""
    expect(page.get_by_role("status")).to_have_text(words)


def test_words_are_found_in_titles_people_and_key_results_without_regard_to_case_or_marks(
    page: Page, site: Path
) -> None:
    page.goto((site / "objectives/index.html").as_uri())
    page.get_by_label("Words").fill("ILIC")
    assert shown(page) == ["Heat the old wing without oil"]
    page.get_by_label("Words").fill("night results")
    assert shown(page) == ["Doctors have the answer while the patient is still in the chair"]
    expect_said(page, "1 of 8 objectives on this page")
    assert page.locator("[data-group]:visible").count() == 1


def test_choices_add_up_and_nothing_left_is_said(page: Page, site: Path) -> None:
    page.goto((site / "objectives/index.html").as_uri())
    page.get_by_label("Tag").select_option("waiting")
    page.get_by_label("Asks").select_option("1")
    assert shown(page) == ["Doctors have the answer while the patient is still in the chair"]
    page.get_by_label("How sure").select_option("draft")
    assert shown(page) == []
    page.get_by_role("button", name="Clear the filter").click()
    page.wait_for_function("document.querySelectorAll('[data-row]:not([hidden])').length === 8")
    expect_said(page, "All 8 objectives")


def test_the_choice_lives_in_the_address_so_that_it_can_be_sent(page: Page, site: Path) -> None:
    page.goto((site / "objectives/index.html").as_uri())
    page.get_by_label("Tag").select_option("devices")
    page.get_by_label("Words").fill("über & tape")
    assert page.evaluate("location.hash") == "#words=%C3%BCber%20%26%20tape&tags=devices"
    page.goto((site / "objectives/index.html").as_uri() + "#team=laboratory")
    page.reload()
    assert shown(page) == ["Doctors have the answer while the patient is still in the chair"]
    assert page.locator("[data-f=team]").input_value() == "laboratory"


def test_a_broken_or_strange_fragment_does_no_harm(page: Page, site: Path) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((site / "objectives/index.html").as_uri() + "#words=%E0%A4&x=1&team=<b>")
    assert said == []
    expect_said(page, "0 of 8 objectives on this page")


def test_a_choice_goes_along_to_the_other_parts_of_a_long_list(
    page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    company = [one for n in range(30) for one in many(20, team=f"team{n:02}")]
    root = written(tmp_path_factory.mktemp("long"), site_of(p.plan(*company), "2026-02-10"))
    page.goto((root / "objectives/index.html").as_uri())
    page.get_by_label("Words").fill("objective 7")
    page.locator("[data-part]").first.click()
    page.wait_for_url("**/index~2.html#words=objective%207")
    assert page.locator("[data-f=words]").input_value() == "objective 7"


def test_on_the_map_a_hit_keeps_what_it_supports_in_sight(page: Page, site: Path) -> None:
    page.goto((site / "map.html").as_uri())
    page.get_by_label("Words").fill("label")
    kept = page.locator("[data-outline] .tx > a:visible").all_inner_texts()
    assert kept == [
        "Nobody waits in fear or in pain",
        "Everyone who walks in knows within the hour what happens next",
        "Doctors have the answer while the patient is still in the chair",
        "A blood sample never waits for a label",
    ]
    expect_said(page, "1 found, with what it supports")


def test_the_map_opens_level_by_level(page: Page, site: Path) -> None:
    page.goto((site / "map.html").as_uri())
    second = page.get_by_role("link", name="Everyone who walks in")
    third = page.get_by_role("link", name="Doctors have the answer")
    page.get_by_role("button", name="Company only").click()
    assert not second.is_visible()
    page.get_by_role("button", name="Two levels").click()
    assert second.is_visible()
    assert not third.is_visible()
    page.get_by_role("button", name="Everything").click()
    assert third.is_visible()
