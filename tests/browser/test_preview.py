"""The preview in a browser: a page becomes another without losing the place, and says what is wrong until it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from okrsite.diagnostics import Span, error
from okrsite.server import Server
from tests.browser.seeing import complaints, opened, sticking_out
from tests.server.asking import InMemory, shown
from tests.server.asking import page as written

TYPO = error(
    "syntax",
    Span("content/okrs/2026-Q1/wards/walk.md", 2, 6, 1, "key: [" + "x" * 90),
    "A list in brackets isn’t closed.",
    "Close it with ].",
)
LONG = "".join(f"<p>Line {number}</p>" for number in range(200))
FOLDS = (
    "<main><h1>{title}</h1><details><summary>First</summary><p>one</p></details>{more}<details open><summary>Second (3)"
    '</summary><p>two</p></details><form><input id="words" value="walk further"></form>' + LONG + "</main>"
)


@pytest.fixture
def site() -> InMemory:
    return InMemory({"index.html": written("Home"), "404.html": written("Nothing here")})


@pytest.fixture
def server(site: InMemory) -> Iterator[Server]:
    with shown(site) as server:
        yield server


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page that must not complain of anything."""
    with opened(browser, viewport={"width": 1280, "height": 900}) as (page, said):
        yield page
        assert said == []


def change(server: Server, site: InMemory, **pages: bytes) -> None:
    """Let something be another than before; `index` stands for `index.html`."""
    site.pages |= {f"{name}.html": data for name, data in pages.items()}
    site.version += 1
    server.announce()


def is_unchanged(answer: Response) -> bool:
    return answer.status == 304


def listened_to(page: Page, server: Server, address: str = "") -> None:
    """Open a page, and wait until it listens for news."""
    with page.expect_request("**/.okrsite/events"):
        page.goto(server.address + address)


def test_an_edit_shows_and_the_place_is_kept(page: Page, server: Server, site: InMemory) -> None:
    site.pages["index.html"] = written("Walk", FOLDS.format(title="Walk", more=""))
    listened_to(page, server)
    page.locator("summary", has_text="First").click()
    page.locator("summary", has_text="Second").click()
    page.locator("#words").focus()
    page.evaluate("() => { words.setSelectionRange(2, 5); scrollTo({ top: 700, behavior: 'instant' }); }")
    more = "<details><summary>New</summary><p>new</p></details>"
    anew = FOLDS.format(title="Walk further", more=more).replace("Second (3)", "Second (4)")
    change(server, site, index=written("Walk", anew))
    expect(page.get_by_role("heading")).to_have_text("Walk further")
    expect(page.locator("#words")).to_be_focused()
    folds = page.eval_on_selector_all("main details", "all => all.map((it) => [it.textContent, it.open])")
    assert folds == [["Firstone", True], ["Newnew", False], ["Second (4)two", False]]
    assert page.evaluate("[scrollY, words.selectionStart, words.selectionEnd]") == [700, 2, 5]


def test_a_page_that_did_not_change_is_not_touched(page: Page, server: Server, site: InMemory) -> None:
    listened_to(page, server)
    page.evaluate("() => { window.mark = 'same'; }")
    for text in ("Other", "Other, again"):
        with page.expect_response(is_unchanged):
            change(server, site, other=written(text))
    assert page.evaluate("window.mark") == "same"


def test_a_page_that_comes_to_be_and_goes_is_followed(browser: Browser, server: Server, site: InMemory) -> None:
    with opened(browser) as (page, _):
        listened_to(page, server, "new.html")
        expect(page.get_by_role("heading")).to_have_text("Nothing here")
        change(server, site, new=written("New"))
        expect(page.get_by_role("heading")).to_have_text("New")
        del site.pages["new.html"]
        change(server, site)
        expect(page.get_by_role("heading")).to_have_text("Nothing here")


def test_many_changes_end_with_the_last(page: Page, server: Server, site: InMemory) -> None:
    listened_to(page, server)
    for number in range(300):
        change(server, site, index=written(f"Number {number}"))
    expect(page.get_by_role("heading")).to_have_text("Number 299")


def test_who_looks_for_something_is_not_interrupted(page: Page, server: Server, site: InMemory) -> None:
    listened_to(page, server)
    page.evaluate("() => document.body.appendChild(document.createElement('dialog')).showModal()")
    with page.expect_response("**/"):
        change(server, site, index=written("Home, anew"))
    assert page.locator("h1").text_content() == "Home"
    page.evaluate("() => document.querySelector('dialog').close()")
    expect(page.get_by_role("heading")).to_have_text("Home, anew")


def test_an_error_shows_over_the_page_and_goes_when_it_is_mended(page: Page, server: Server, site: InMemory) -> None:
    listened_to(page, server)
    panel = page.get_by_role("region", name="Preview")
    expect(panel).to_have_count(0)
    site.findings = (TYPO,)
    server.announce()
    expect(panel.locator("summary")).to_have_text("One error in the files")
    expect(panel.locator("li p").first).to_have_text(re.compile(r"walk\.md:2:6: error\[syntax\]: A list in brackets"))
    expect(panel.locator("pre")).to_contain_text("key: [")
    expect(page.get_by_role("heading")).to_have_text("Home")
    site.findings = ()
    server.announce()
    expect(panel).to_have_count(0)


def test_a_folded_panel_stays_folded_from_page_to_page(page: Page, server: Server, site: InMemory) -> None:
    site.findings = (TYPO,)
    listened_to(page, server)
    fold = page.locator(".okrsite-preview details")
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(fold).not_to_have_attribute("open", "")
    change(server, site, index=written("Home, anew"))
    expect(page.get_by_role("heading")).to_have_text("Home, anew")
    expect(fold.locator("summary")).to_be_visible()
    expect(fold).not_to_have_attribute("open", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_everybody_can_read_the_panel(language: str, width: int, scheme: str, browser: Browser, site: InMemory) -> None:
    site.language, site.findings = language, (TYPO,) * 12
    look = {"viewport": {"width": width, "height": 780}, "color_scheme": scheme}
    with shown(site) as server, opened(browser, **look) as (page, said):
        page.goto(server.address)
        panel = page.locator(".okrsite-preview")
        expect(panel.locator("li")).to_have_count(12)
        assert panel.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        assert complaints(page) == []
        assert sticking_out(page) == []
        box = panel.bounding_box()
        assert box
        assert box["height"] <= 0.6 * 780 + 1
        assert said == []


def test_the_panel_is_not_printed(page: Page, server: Server, site: InMemory) -> None:
    site.findings = (TYPO,)
    page.goto(server.address)
    expect(page.locator(".okrsite-preview")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".okrsite-preview")).to_be_hidden()


def test_what_was_written_is_never_markup(page: Page, server: Server, site: InMemory) -> None:
    evil = "<img src=x onerror=alert(1)>"
    site.findings = (error("syntax", Span("content/a.md", 1, 1, 1, evil), evil, evil),)
    page.goto(server.address)
    expect(page.locator(".okrsite-preview li")).to_contain_text(evil)
    assert page.locator("img").count() == 0


def test_when_the_server_ends_that_is_said_and_when_it_is_back_the_page_is_the_last(browser: Browser) -> None:
    site = InMemory({"index.html": written("Home")})
    with opened(browser) as (page, _):
        with shown(site) as server:
            port = server.server_port
            listened_to(page, server)
            expect(page.locator("section.okrsite-preview")).to_have_attribute("lang", "en")
        expect(page.get_by_role("status")).to_have_text("`okrsite serve` does not answer. What you see is as it was.")
        site.pages["index.html"] = written("Home, anew")
        with shown(site, port):
            expect(page.get_by_role("heading")).to_have_text("Home, anew", timeout=20_000)
            expect(page.locator(".okrsite-preview")).to_be_hidden()


def test_what_it_is_doing_is_said(page: Page, server: Server, site: InMemory) -> None:
    site.working = "Reading …"
    page.goto(server.address)
    expect(page.get_by_role("status")).to_have_text("Reading …")
    site.working = ""
    server.announce()
    expect(page.locator(".okrsite-preview")).to_be_hidden()


def test_another_site_s_page_gets_nothing_from_the_preview(browser: Browser, server: Server) -> None:
    elsewhere = InMemory({"index.html": b"<!doctype html><title>x</title><h1>x</h1>"})
    with shown(elsewhere) as other, opened(browser) as (page, _):
        page.goto(other.address)
        got = page.evaluate("(it) => fetch(it).then(() => 'read', () => 'refused')", server.address)
        assert got == "refused"
        opaque = page.evaluate(
            "(it) => fetch(it, { mode: 'no-cors' }).then(() => 'read', () => 'refused')", server.address
        )
        assert opaque == "refused"
        heard = page.evaluate(
            """(it) => new Promise((done) => {
              const stream = new EventSource(it + ".okrsite/events");
              stream.onmessage = () => { done("heard"); };
              stream.onerror = () => { done("refused"); };
            })""",
            server.address,
        )
        assert heard == "refused"
