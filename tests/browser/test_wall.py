"""The wall in a browser: read with the keys, looked at closer, sent to somebody, filtered, and complete without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

CHAIR = "results-while-in-the-chair"
LABEL = "never-waits-for-a-label"
EMERGENCY = "knows-what-happens-next"
COMPANY = "nobody-waits-in-fear"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page that must not complain of anything."""
    said: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 900})

    def hear(message: ConsoleMessage) -> None:
        said.append(message.text)

    opened.on("console", hear)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    opened.close()
    assert said == []


@pytest.fixture
def wall(page: Page, example: Path) -> Page:
    """Give the example's map."""
    page.goto((example / "map.html").as_uri())
    return page


def block(page: Page, key: str) -> Locator:
    return page.locator(f'[data-wall] [data-id="{key}"]')


def focused(page: Page) -> str:
    """The key of the block that the keyboard stands on."""
    return str(page.evaluate("document.activeElement.dataset.id || ''"))


def part(page: Page) -> tuple[float, float]:
    """Which part of the wall is looked at, as shares."""
    start, end = page.evaluate("[okrWall.from, okrWall.to]")
    return round(start, 3), round(end, 3)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def hash_is(page: Page, pattern: str) -> None:
    """Wait until the address's fragment is this."""
    expect(page).to_have_url(re.compile(r"\.html" + pattern + "$"))


def test_the_wall_is_one_stop_for_the_tab_key(wall: Page) -> None:
    wall.locator("[data-arcs]").focus()
    press(wall, "Tab")
    assert focused(wall) == "care-comes-to-the-house"
    press(wall, "Tab")
    assert wall.evaluate("document.activeElement.closest('[data-wall]') === null")
    press(wall, "Shift+Tab")
    assert focused(wall) == "care-comes-to-the-house"


def test_arrows_go_up_to_why_and_down_to_how_and_along_a_level(wall: Page) -> None:
    block(wall, CHAIR).focus()
    press(wall, "ArrowDown")
    assert focused(wall) == LABEL
    press(wall, "ArrowDown")
    assert focused(wall) == LABEL
    press(wall, "ArrowUp", "ArrowUp")
    assert focused(wall) == EMERGENCY
    press(wall, "ArrowUp", "ArrowUp")
    assert focused(wall) == "mission:"
    press(wall, "ArrowDown", "ArrowRight")
    assert focused(wall) == "cared-for-here"
    press(wall, "End")
    assert focused(wall) == "stronger-than-they-came"
    press(wall, "ArrowRight")
    assert focused(wall) == "stronger-than-they-came"
    press(wall, "Home")
    assert focused(wall) == "care-comes-to-the-house"


def test_enter_opens_a_block(wall: Page) -> None:
    block(wall, CHAIR).focus()
    press(wall, "ArrowDown", "Enter")
    wall.wait_for_url("**/objectives/2025-autumn/devices/never-waits-for-a-label.html")
    wall.go_back()
    expect(block(wall, LABEL)).to_be_focused()


def test_the_line_below_says_what_a_block_is_and_what_it_supports_up_to_the_mission(wall: Page) -> None:
    block(wall, CHAIR).focus()
    lines = wall.locator("[data-readout] > *").all_inner_texts()
    assert lines[0] == "Doctors have the answer while the patient is still in the chair"
    assert lines[1].startswith("Laboratory. ")
    assert lines[2] == (
        "Supports: Everyone who walks in knows within the hour what happens next, "
        "which supports: Nobody waits in fear or in pain, "
        "which supports: Good care, close to home, for everyone in the valley."
    )
    assert lines[3].startswith("Doctors have the answer while the patient is still in the chair needs One list")
    block(wall, COMPANY).hover(position={"x": 150, "y": 70})
    assert wall.locator("[data-readout] > b").inner_text() == "Nobody waits in fear or in pain"


def test_only_the_side_links_of_the_block_at_hand_are_strong_and_all_can_be_put_away(wall: Page) -> None:
    block(wall, CHAIR).focus()
    strong = wall.locator("[data-arc].strong")
    assert strong.count() > 0
    assert all(CHAIR in str(arc.get_attribute("data-arc")) for arc in strong.all())
    other = wall.locator("[data-arc]:not(.strong)").first
    assert float(other.evaluate("arc => getComputedStyle(arc).opacity")) < 0.5
    button = wall.locator("[data-arcs]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(wall.locator(".arcs")).not_to_be_visible()
    button.click()
    expect(wall.locator(".arcs")).to_be_visible()


def test_plus_looks_closer_at_the_block_and_escape_shows_the_whole(wall: Page) -> None:
    block(wall, CHAIR).focus()
    before = block(wall, CHAIR).locator("rect").bounding_box()
    press(wall, "+", "+")
    after = block(wall, CHAIR).locator("rect").bounding_box()
    assert before
    assert after
    assert after["width"] > 3.5 * before["width"]
    assert abs(after["x"] + after["width"] / 2 - before["x"] - before["width"] / 2) < 3
    expect(block(wall, CHAIR).locator(".on span")).to_have_text(
        "Doctors have the answer while the patient is still in the chair"
    )
    press(wall, "-")
    assert part(wall)[1] - part(wall)[0] == pytest.approx(0.5, abs=0.01)
    press(wall, "+", "Escape")
    assert part(wall) == (0, 1)
    assert focused(wall) == CHAIR


def test_buttons_look_closer_further_and_at_the_whole(wall: Page) -> None:
    wall.get_by_role("button", name="Closer").click()
    assert part(wall) == (0.25, 0.75)
    wall.get_by_role("button", name="Closer").click()
    wall.get_by_role("button", name="Further").click()
    assert part(wall) == (0.25, 0.75)
    wall.get_by_role("button", name="Whole wall").click()
    assert part(wall) == (0, 1)


def test_ctrl_and_the_wheel_look_closer_at_what_lies_under_the_pointer(wall: Page) -> None:
    block(wall, COMPANY).hover()
    at = block(wall, COMPANY).bounding_box()
    wall.mouse.wheel(0, 10)
    assert part(wall) == (0, 1)
    wall.evaluate("scrollTo(0, 0)")
    block(wall, COMPANY).hover()
    at = block(wall, COMPANY).locator("rect").bounding_box()
    wall.keyboard.down("Control")
    wall.mouse.wheel(0, -100)
    wall.wait_for_function("okrWall.to - okrWall.from < 1")
    wall.keyboard.up("Control")
    now = block(wall, COMPANY).locator("rect").bounding_box()
    assert at
    assert now
    assert now["width"] > at["width"] * 1.2
    assert abs(at["x"] + at["width"] / 2 - now["x"] - now["width"] / 2) < 3


def test_a_close_wall_is_drawn_along_and_that_opens_nothing(wall: Page) -> None:
    wall.get_by_role("button", name="Closer").click()
    here = wall.locator("[data-wall] .d1 rect").nth(2).bounding_box()
    assert here
    x, y = here["x"] + 60, here["y"] + 60
    wall.mouse.move(x, y)
    wall.mouse.down()
    wall.mouse.move(x - 100, y, steps=4)
    wall.mouse.up()
    start, end = part(wall)
    assert start > 0.27
    assert end - start == pytest.approx(0.5, abs=0.01)
    assert wall.url.split("#")[0].endswith("map.html")


def test_what_a_person_looks_at_can_be_sent(wall: Page, browser: Browser) -> None:
    steps = wall.evaluate("history.length")
    block(wall, CHAIR).focus()
    press(wall, "+")
    hash_is(wall, r"#at=results-while-in-the-chair&from=0\.\d+&to=0\.\d+")
    assert wall.evaluate("history.length") == steps
    other = browser.new_page(viewport={"width": 900, "height": 700})
    other.goto(wall.url)
    assert part(other) == part(wall)
    expect(block(other, CHAIR)).to_be_focused()
    expect(block(other, CHAIR)).to_be_in_viewport()
    other.evaluate("location.hash = '#at=one-list'")
    expect(block(other, "one-list")).to_be_focused()
    assert part(other) == (0, 1)
    other.close()


def test_a_strange_fragment_does_no_harm(page: Page, example: Path) -> None:
    page.goto((example / "map.html").as_uri() + "#at=%E0%A4&from=zero&to=-3&x=<b>")
    assert part(page) == (0, 1)
    page.goto((example / "map.html").as_uri() + "?again#at=toString&from=Infinity&to=NaN")
    assert part(page)[0] < part(page)[1]


def test_what_the_filter_finds_is_seen_on_the_wall_with_what_it_supports(wall: Page) -> None:
    wall.get_by_label("Words").fill("sample never waits")
    expect(block(wall, LABEL)).to_have_class(re.compile(r"\bhit\b"))
    for key in (CHAIR, EMERGENCY, COMPANY, "mission:"):
        expect(block(wall, key)).not_to_have_class(re.compile("dim-out|hit"))
    expect(block(wall, "one-list")).to_have_class(re.compile("dim-out"))
    block(wall, LABEL).focus()
    hash_is(wall, "#words=sample%20never%20waits&at=" + LABEL)
    wall.reload()
    assert wall.get_by_label("Words").input_value() == "sample never waits"
    expect(block(wall, LABEL)).to_be_focused()
    wall.get_by_label("Words").fill("")
    expect(wall.locator("[data-wall] .dim-out")).to_have_count(0)


def overflowing(page: Page) -> list[str]:
    """Blocks whose words do not fit, or that end within a word."""
    found: list[str] = page.evaluate(
        """() => okrWall.stones.filter((one) => {
            const words = one.link.querySelector(".on");
            if (!words || !words.clientWidth || words.matches(".none")) return false;
            const shown = words.lastChild.textContent, cut = shown.endsWith("…");
            const whole = cut ? (one.name + " ").startsWith(shown.slice(0, -1)) : shown === one.name || !shown;
            const ends = !cut || /[ ,;:]/.test(one.name[shown.length - 1]);
            const fits = words.scrollWidth <= words.clientWidth + 1 && words.scrollHeight <= words.clientHeight + 1;
            return !(whole && ends && fits);
        }).map((one) => one.name)"""
    )
    return found


@pytest.mark.parametrize("width", [360, 800, 1280, 1900])
@pytest.mark.parametrize("site", ["example", "chinese", "arabic"])
def test_no_word_is_ever_cut(page: Page, request: pytest.FixtureRequest, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((request.getfixturevalue(site) / "map.html").as_uri())
    page.evaluate("document.fonts.ready")
    for _ in range(4):
        assert overflowing(page) == []
        assert page.evaluate("okrWall.stones.some((one) => one.link.querySelector('.on:not(.none)'))")
        page.locator("[data-zoom-in]").click()


def test_where_people_read_from_right_to_left_left_goes_on(page: Page, arabic: Path) -> None:
    page.goto((arabic / "map.html").as_uri())
    first, second = block(page, "theme:ثقة"), block(page, "ماء-كل-يوم")
    first.focus()
    here, there = first.bounding_box(), second.bounding_box()
    assert here
    assert there
    assert here["x"] > there["x"]
    press(page, "ArrowLeft")
    assert focused(page) == "ماء-كل-يوم"
    press(page, "Home")
    assert focused(page) == "theme:ثقة"
    press(page, "End")
    assert focused(page) == "لا-قطع-قبل-الزيارة"
    press(page, "+", "+")
    title = block(page, "لا-قطع-قبل-الزيارة").locator(".on span")
    expect(title).to_be_visible()
    assert title.evaluate("words => getComputedStyle(words).direction") == "rtl"
    hash_is(page, r"#at=%D9%84%D8%A7-.*&from=0\.\d+&to=0\.\d+")


@pytest.fixture
def phone(browser: Browser, example: Path) -> Iterator[Page]:
    """Give the example's map on a telephone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((example / "map.html").as_uri())
    yield page
    context.close()


def touch(page: Page, y: float, *strokes: tuple[float, ...]) -> None:
    """Put fingers on the glass at some places, move them to others, and lift them."""
    session = page.context.new_cdp_session(page)
    for at, xs in enumerate(strokes):
        points = [{"x": x, "y": y, "id": finger} for finger, x in enumerate(xs)]
        kind = "touchMove" if at else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def test_two_fingers_look_closer_and_one_draws_along(phone: Page) -> None:
    phone.locator("[data-wall]").scroll_into_view_if_needed()
    box = block(phone, COMPANY).bounding_box()
    assert box
    y = box["y"] + 40
    touch(phone, y, (150, 210), (120, 240), (60, 300))
    phone.wait_for_function("okrWall.to - okrWall.from < 0.5")
    start, end = part(phone)
    middle = (start + end) / 2
    touch(phone, y, (250,), (200,), (120,))
    phone.wait_for_function("middle => (okrWall.to + okrWall.from) / 2 > middle + 0.05", arg=middle)
    assert phone.url.split("#")[0].endswith("map.html")


def test_one_finger_still_scrolls_the_page(phone: Page) -> None:
    phone.locator("[data-wall]").scroll_into_view_if_needed()
    assert phone.locator("[data-wall]").evaluate("wall => getComputedStyle(wall).touchAction") == "pan-y"


def test_a_finger_reads_a_narrow_block_first_and_opens_it_the_second_time(phone: Page) -> None:
    narrow = block(phone, "on-your-feet-the-same-day")
    narrow.tap()
    expect(phone.locator("[data-readout] > b")).to_have_text("On your feet on the day of the operation")
    assert phone.url.split("#")[0].endswith("map.html")
    narrow.tap()
    phone.wait_for_url("**/theatres/on-your-feet-the-same-day.html")


def test_a_block_too_narrow_for_a_dot_shows_none(page: Page, states: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((states / "map.html").as_uri())
    crowded = page.evaluate(
        """() => [...document.querySelectorAll("[data-wall] [data-id]")].filter((block) =>
          block.querySelector(".cg")?.checkVisibility() && block.querySelector("rect").getBoundingClientRect().width < 13).length"""
    )
    assert crowded == 0


def test_without_scripts_every_block_leads_somewhere_and_nothing_is_missing(browser: Browser, example: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((example / "map.html").as_uri())
    assert page.locator("[data-wall] a .lbl").count() > 0
    assert not page.locator("[data-readout], [data-zoom-in]").first.is_visible()
    block(page, CHAIR).click()
    page.wait_for_url("**/laboratory/results-while-in-the-chair.html")
    context.close()


def test_nothing_moves_while_the_page_loads_or_a_block_is_read(wall: Page) -> None:
    wall.evaluate("document.fonts.ready")
    block(wall, CHAIR).focus()
    moved = wall.evaluate(
        """() => new Promise((done) => new PerformanceObserver((list) => done(
            list.getEntries().filter((one) => one.entryType === "layout-shift").map((one) => one.value)
        )).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done([]), 0))"""
    )
    assert sum(moved) < 0.01


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_everybody_can_use_it(browser: Browser, example: Path, colours: str) -> None:
    page = browser.new_page(color_scheme="dark" if colours == "dark" else "light")
    page.goto((example / "map.html").as_uri())
    block(page, CHAIR).focus()
    press(page, "+")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()


@pytest.mark.parametrize("colours", ["light", "dark", "forced"])
def test_where_the_keyboard_stands_is_plain_to_see(wall: Page, colours: str) -> None:
    wall.emulate_media(
        color_scheme="dark" if colours == "dark" else "light", forced_colors="active" if colours == "forced" else "none"
    )
    block(wall, CHAIR).focus()
    press(wall, "ArrowDown")
    ring, still = wall.evaluate(
        """([here, there]) => [here, there].map((key) => {
            const look = getComputedStyle(document.querySelector(`[data-wall] [data-id="${key}"] rect`));
            return [look.stroke, look.strokeWidth, look.fill];
        })""",
        [LABEL, CHAIR],
    )
    assert ring[1] == "3px"
    assert ring != still


def test_it_prints_whole_as_it_was_drawn(wall: Page) -> None:
    block(wall, CHAIR).focus()
    press(wall, "+", "+")
    wall.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert part(wall) == (0, 1)
    wall.evaluate("dispatchEvent(new Event('afterprint'))")
    assert part(wall)[1] - part(wall)[0] == pytest.approx(0.25, abs=0.01)
