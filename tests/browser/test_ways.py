"""Four questions of somebody new, from the home page and without scripts: each answered after two clicks at the most."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

WAYS = {
    "why the laboratory moves a centrifuge, by the team": (
        ["Laboratory", "Doctors have the answer while the patient is still in the chair"],
        [
            "We moved the second centrifuge next to the tube station.",
            "Half of the waiting in the emergency department is waiting for blood results.",
            "Nobody waits in fear or in pain",
            "Good care, close to home, for everyone in the valley.",
        ],
    ),
    "why the laboratory moves a centrifuge, by the objective": (
        ["Doctors have the answer while the patient is still in the chair"],
        [
            "We moved the second centrifuge next to the tube station.",
            "Half of the waiting in the emergency department is waiting for blood results.",
        ],
    ),
    "who needs the roster team, by its objective": (
        ["A roster people can build a life around"],
        ["Needed by", "Everyone who walks in knows within the hour what happens next", "Self-rostering for midwives"],
    ),
    "who needs the roster team, by the team": (
        ["People & Learning"],
        ["Who needs us", "Two more people on nights, from the new roster", "Self-rostering for midwives"],
    ),
    "which asks wait": (
        ["All six open asks"],
        [
            "Six open questions from teams to all of us, the oldest first.",
            "Does anybody know someone at the electricity utility?",
            "Has anyone made a night rota fair for a team of nine?",
        ],
    ),
    "what was learned last spring": (
        ["What we learned in Spring 2025"],
        ["What we learned together", "Reaching a target is not the same as helping.", "Warm lunch still came back."],
    ),
    "what was learned last spring, by the menu": (
        ["Cycle", "Spring 2025"],
        ["People forgive a wait; they do not forgive silence."],
    ),
    "what a team learned last spring": (
        ["Laboratory"],
        ["Earlier, and what we learned", "Our part was never the long part."],
    ),
}


@pytest.fixture(params=[1280, 360], ids=["wide", "narrow"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Give a browser without scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("way", WAYS)
def test_somebody_new_finds(way: str, page: Page, example: Path) -> None:
    clicks, answers = WAYS[way]
    assert len(clicks) <= 2
    page.goto((example / "index.html").as_uri())
    for text in clicks:
        page.get_by_role("link", name=text, exact=True).first.click()
    for words in answers:
        expect(page.locator("main").get_by_text(words).first).to_be_visible()
