"""The filters in a browser: what they keep, what they say, and that the choice can be sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, Page, expect

from okrsite.pages import asks, changes, objectives
from okrsite.pages.register import register
from okrsite.theme import find_theme
from tests.measure import plans as p
from tests.pages.hospital import ground
from tests.pages.reading import NOWHERE, html_of
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
    own = "[data-outline] .tx > a"
    second = page.locator(own, has_text="Everyone who walks in")
    third = page.locator(own, has_text="Doctors have the answer")
    page.get_by_role("button", name="Company only").click()
    assert not second.is_visible()
    page.get_by_role("button", name="Two levels").click()
    assert second.is_visible()
    assert not third.is_visible()
    page.get_by_role("button", name="Everything").click()
    assert third.is_visible()


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lists of the hospital alone: objectives, asks, what moved."""
    here = ground()
    there = register(here.site)
    lists = [*objectives.compose(here, there), *asks.compose(here, there), *changes.compose(here, there)]
    pages = [blank.draw() for blank in lists]
    return written(tmp_path_factory.mktemp("moved"), {page.address: html_of(here, page) for page in pages})


def entries(page: Page) -> int:
    return page.locator("[data-row]:visible").count()


def test_what_moved_is_filtered_by_kind_team_and_words(page: Page, moved: Path) -> None:
    page.goto((moved / "changes.html").as_uri())
    page.get_by_role("combobox", name="What").select_option("Closed, dropped or paused")
    assert entries(page) == 3
    page.get_by_label("Team").select_option("laboratory")
    assert entries(page) == 1
    page.get_by_label("Words").fill("notice")
    assert entries(page) == 1
    assert page.evaluate("location.hash") == "#words=notice&team=laboratory&kind=ending"
    assert page.locator("[data-group]:visible").count() == 1


def test_asks_are_filtered_by_of_whom_standing_and_month(page: Page, moved: Path) -> None:
    page.goto((moved / "asks.html").as_uri())
    page.get_by_label("Asked of").select_option("Wards")
    assert entries(page) == 1
    expect_said(page, "1 of 2 asks on this page")
    page.get_by_label("Open or answered").select_option("Answered")
    assert entries(page) == 0
    expect(page.get_by_text("Nothing matches all of this.")).to_be_visible()
    page.get_by_role("button", name="Clear the filter").press("Enter")
    expect_said(page, "All 2 asks")
    expect(page.get_by_label("Words")).to_be_focused()


def test_a_pasted_address_a_changed_one_and_the_way_back_all_hold(page: Page, moved: Path) -> None:
    page.goto((moved / "changes.html").as_uri() + "#team=devices&kind=check_in")
    expect_said(page, "4 of 14 on this page")
    page.evaluate("location.hash = '#kind=ending'")
    expect_said(page, "3 of 14 on this page")
    expect(page.get_by_label("Team")).to_have_value("")
    page.go_back()
    expect_said(page, "4 of 14 on this page")
    page.get_by_role("link", name="A blood sample never waits for a label").first.click()
    page.go_back()
    expect_said(page, "4 of 14 on this page")
    expect(page.get_by_label("Team")).to_have_value("devices")


def test_a_team_that_has_nothing_here_is_not_forgotten(page: Page, moved: Path) -> None:
    page.goto((moved / "changes.html").as_uri() + "#team=kitchen")
    assert entries(page) == 0
    expect(page.get_by_label("Team")).to_have_value("kitchen")
    page.get_by_role("button", name="Clear", exact=True).click()
    expect_said(page, "All 14 things that moved")
    assert page.evaluate("location.hash") == ""


def test_what_others_keep_in_the_address_stays(page: Page, moved: Path) -> None:
    page.goto((moved / "changes.html").as_uri() + "#zoom=3")
    page.get_by_label("Words").fill("tea")
    assert page.evaluate("location.hash") == "#words=tea&zoom=3"


def test_the_skip_link_leaves_the_choice_as_it_is(page: Page, moved: Path) -> None:
    page.goto((moved / "changes.html").as_uri() + "#kind=ending")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="What")).to_have_value("ending")
    assert entries(page) == 3


def test_the_filter_works_by_keyboard_alone(page: Page, moved: Path) -> None:
    page.goto((moved / "asks.html").as_uri())
    page.get_by_label("Words").focus()
    page.keyboard.type("printer")
    assert entries(page) == 1
    page.keyboard.press("Enter")
    assert page.url.endswith("asks.html#words=printer")
    for _ in range(5):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Clear", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect_said(page, "All 2 asks")


def test_the_count_is_said_once_a_person_stops_typing(page: Page, moved: Path) -> None:
    page.goto((moved / "asks.html").as_uri())
    expect_said(page, "All 2 asks")
    page.evaluate(
        "() => { window.said = []; new MutationObserver(() => said.push(document.querySelector('[data-status]')"
        ".textContent)).observe(document.querySelector('[data-status]'), {childList: true}); }"
    )
    page.get_by_label("Words").press_sequentially("printer")
    expect_said(page, "1 of 2 asks on this page")
    assert page.evaluate("said") == ["1 of 2 asks on this page"]


def test_others_are_told_what_fits(page: Page, moved: Path) -> None:
    page.goto((moved / "asks.html").as_uri())
    page.evaluate(
        "document.addEventListener('filtered', (e) => { window.told = [e.detail.any, e.detail.hits.length]; })"
    )
    page.get_by_label("Words").fill("printer")
    assert page.evaluate("told") == [True, 1]


def test_arabic_counts_in_its_own_forms(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    here = ground(language="ar")
    pages = {one.address: html_of(here, one.draw()) for one in changes.compose(here, register(here.site))}
    root = written(tmp_path_factory.mktemp("arabic"), pages)
    page.goto((root / "changes.html").as_uri() + "#words=rota")
    expect_said(page, "واحد من أصل 14 في هذه الصفحة")
    page.goto((root / "changes.html").as_uri() + "#kind=ending")
    expect_said(page, "\u20683\u2069 من أصل 14 في هذه الصفحة")


@pytest.mark.parametrize("address", ["changes.html", "asks.html", "objectives/index.html"])
def test_without_scripts_everything_is_there_and_no_filter(address: str, browser: Browser, moved: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((moved / address).as_uri() + "#words=printer")
    expect(page.locator("form")).to_be_hidden()
    assert page.locator("[data-row]:visible").count() == page.locator("[data-row]").count() > 1
    assert page.locator("[data-none]:visible").count() == 0
    context.close()


@pytest.mark.parametrize("address", ["changes.html", "asks.html"])
def test_a_filtered_list_can_be_read_by_everyone(address: str, page: Page, moved: Path) -> None:
    page.goto((moved / address).as_uri() + "#words=nothing")
    expect(page.locator("[data-none]")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
