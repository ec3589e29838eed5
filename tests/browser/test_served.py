"""The example from a server, at its root and below a path: whoever comes from home gets everywhere, with scripts and without."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.seeing import opened
from tests.conftest import ROOT, build

BELOW = {"root": "", "path": "intranet/okr/"}
CHAIR = "Doctors have the answer while the patient is still in the chair"


class _Host(SimpleHTTPRequestHandler):
    """Answers as a host of static pages does: with the site's own page where there is none."""

    protocol_version = "HTTP/1.1"
    missing = Path()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Give the site's page for what is not there."""
        page = self.missing.read_bytes() if code == 404 else b""
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
        assert explain is None

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module", params=BELOW)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the example for the address it is served at, and serve it; give the address."""
    folder, below = tmp_path_factory.mktemp("served"), BELOW[request.param]
    host = type("_Host", (_Host,), {"missing": folder / below / "404.html"})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder))) as server:
        address = f"http://127.0.0.1:{server.server_port}/{below}"
        (folder / below).parent.mkdir(parents=True, exist_ok=True)
        build(ROOT, folder / below if below else folder / "", "--base-url", address, "--force")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """Give a page at the site's home that must not complain of anything."""
    with opened(browser, viewport={"width": 1280, "height": 900}) as (page, said):
        page.goto(site)
        yield page
        assert said == []


def test_home_leads_to_an_objective_the_map_and_find(page: Page, site: str) -> None:
    page.get_by_role("link", name=CHAIR, exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name=CHAIR)).to_be_visible()
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Map").click()
    page.wait_for_url(f"{site}map.html")
    page.locator("[data-wall] [data-id=results-while-in-the-chair]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}objectives/**/results-while-in-the-chair.html")
    page.keyboard.press("/")
    page.get_by_role("combobox").press_sequentially("roster")
    page.get_by_role("dialog").get_by_role("option", name="A roster people can build a life around").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A roster people can build a life around")
    assert page.url.startswith(site)


def test_without_scripts_the_same_ways_lead_on(browser: Browser, site: str) -> None:
    with opened(browser, java_script_enabled=False) as (page, said):
        page.goto(site)
        page.get_by_role("link", name=CHAIR, exact=True).first.click()
        page.get_by_role("navigation", name="Site").get_by_role("link", name="Map").click()
        page.get_by_role("main").get_by_role("link", name=CHAIR, exact=True).first.click()
        page.get_by_role("link", name="Find").click()
        page.wait_for_url(f"{site}objectives/index.html")
        assert said == []


@pytest.mark.parametrize("astray", ["no-such-page.html", "objectives/2025-autumn/nobody/nothing.html"])
def test_whoever_goes_astray_is_led_back_from_any_depth(astray: str, browser: Browser, site: str) -> None:
    with opened(browser) as (page, said):
        answer = page.goto(site + astray)
        assert answer is not None
        assert answer.status == 404
        expect(page.locator(".mark")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Okr Measures"')
        assert [text for text in said if "404" not in text] == []
        page.locator("main").get_by_role("link").first.click()
        page.wait_for_url(f"{site}**")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
