"""States are told apart by shape, and where the keyboard stands is plain, whatever the colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.seeing import opened

STATES = "objectives/autumn/states"
WIDE = {"width": 1280, "height": 900}


@pytest.mark.parametrize("colours", ["none", "active"])
def test_how_sure_a_team_is_has_a_shape_of_its_own(colours: str, browser: Browser, states: Path) -> None:
    shapes = {}
    with opened(browser, viewport=WIDE, forced_colors=colours) as (page, _):
        for name in ("confident", "unsure", "doubtful", "nothing-written"):
            page.goto((states / STATES / f"{name}.html").as_uri())
            dot = page.locator("main .conf .g:visible").first
            shapes[name] = str(
                dot.evaluate(
                    "it => document.getElementById(it.querySelector('use').getAttribute('href').slice(1)).innerHTML"
                )
            )
            stroke, paper = dot.evaluate(
                "it => [getComputedStyle(it).color, getComputedStyle(document.body).backgroundColor]"
            )
            assert stroke != paper, name
    assert len(set(shapes.values())) == len(shapes)


@pytest.mark.parametrize("colours", ["none", "active"])
def test_a_draft_is_dashed_and_what_rests_has_a_double_edge(colours: str, browser: Browser, states: Path) -> None:
    with opened(browser, viewport=WIDE, forced_colors=colours) as (page, _):
        page.goto((states / STATES / "draft.html").as_uri())
        assert page.locator(".state:visible").first.evaluate("it => getComputedStyle(it).borderStyle") == "dashed"
        page.goto((states / "map.html").as_uri())
        dashed = page.evaluate(
            """() => [...document.querySelectorAll("[data-wall] .draft rect, [data-wall] rect.draft")]
                .map((it) => getComputedStyle(it).strokeDasharray)"""
        )
        assert dashed
        assert "none" not in dashed


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["index.html", "objectives/index.html", "teams/states.html"])
def test_where_the_keyboard_stands_has_a_ring_of_three_pixels(
    address: str, scheme: str, browser: Browser, states: Path
) -> None:
    with opened(browser, viewport=WIDE, color_scheme=scheme) as (page, _):
        page.goto((states / address).as_uri())
        seen = set()
        for _step in range(14):
            page.keyboard.press("Tab")
            look = page.evaluate(
                """() => {
                  const look = getComputedStyle(document.activeElement);
                  return [look.outlineStyle, parseFloat(look.outlineWidth), look.outlineColor === getComputedStyle(document.body).backgroundColor];
                }"""
            )
            seen.add(tuple(look))
        assert seen == {("solid", 3, False)}


def test_more_contrast_leaves_no_pale_ink(browser: Browser, states: Path) -> None:
    with opened(browser, viewport=WIDE, contrast="more") as (page, _):
        page.goto((states / "index.html").as_uri())
        inks = page.evaluate(
            "['--ink', '--ink-2', '--ink-3', '--rule'].map((it) => getComputedStyle(document.documentElement).getPropertyValue(it).trim())"
        )
        assert len(set(inks)) == 1


def test_less_motion_means_none(browser: Browser, states: Path) -> None:
    with opened(browser, viewport=WIDE, reduced_motion="reduce") as (page, _):
        for address in ("map.html", "screen.html", "objectives/index.html"):
            page.goto((states / address).as_uri())
            moving = page.evaluate(
                """() => [...document.querySelectorAll("*")].filter((it) => {
                  const look = getComputedStyle(it);
                  return look.animationName !== "none" || (look.transitionProperty !== "none" && parseFloat(look.transitionDuration) > 0);
                }).length"""
            )
            assert moving == 0, address
            assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
