"""Find in a browser: by keyboard and pointer, in every script, from a disk and below a path, with scripts and without."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, Page, expect

from okrsite.exchange.search.folding import fold, words

OBJECTIVE = "objectives/2025-autumn/laboratory/results-while-in-the-chair.html"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def served(example: Path) -> Iterator[str]:
    """Serve the example below a path; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(example.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{example.name}/"
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page that must not complain of anything nor ask another host."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    opened.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file://", "data:", "http://127.0.0.1:"))] == []


def find(page: Page, text: str) -> None:
    """Open Find by its key and type."""
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type(text)


def results(page: Page, group: str) -> list[str]:
    """The names found under a heading, once there are any."""
    names = page.get_by_role("group", name=group, exact=True).locator("a > .name")
    expect(names.first).to_be_visible()
    return names.all_inner_texts()


def test_what_was_learned_is_found_by_a_word_and_opened_by_keys_alone(page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    find(page, "centrifuge")
    assert results(page, "Objectives") == ["Doctors have the answer while the patient is still in the chair"]
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("1 result")
    expect(page.locator("dialog .said mark")).to_have_text("centrifuge")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{OBJECTIVE}")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_it_works_below_a_path_and_from_a_deep_page(page: Page, served: str) -> None:
    page.goto(served + OBJECTIVE)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("roster")
    assert "People & Learning" in results(page, "Teams")
    page.get_by_role("option", name="People & Learning", exact=False).last.click()
    page.wait_for_url(f"{served}**")


def test_a_key_result_is_found_and_its_place_on_the_page_opened(page: Page, example: Path) -> None:
    page.goto((example / "teams/wards.html").as_uri())
    find(page, "laboratory troponin")
    assert results(page, "Key results") == ["Median time from arm to answer, urgent troponin"]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{OBJECTIVE}#*")
    assert page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))).tagName") == "LI"


@pytest.mark.parametrize("typed", ["centrifuge", "centrifug", "CENTRIFUGE", "centrifge", "centriffuge", "cemtrifuge", "cnetrifuge", "entrifuge", "xentrifuge", "çéntrifuge"])  # fmt: skip
def test_a_beginning_and_one_wrong_letter_are_enough(typed: str, page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    find(page, typed)
    assert results(page, "Objectives") == ["Doctors have the answer while the patient is still in the chair"]


def test_names_of_people_are_found_without_their_marks(page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    find(page, "solheim")
    assert results(page, "People") == ["Marit Solheim"]


def test_earlier_cycles_come_last_and_are_called_so(page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    find(page, "nobody waits")
    assert results(page, "Earlier cycles")
    assert page.get_by_role("group").last.get_attribute("aria-label") == "Earlier cycles"


def test_keys_move_through_all_that_was_found(page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    find(page, "roster")
    results(page, "Objectives")
    chosen = page.locator('dialog [aria-selected="true"]')
    every = page.get_by_role("option").count()
    assert every > 5
    for key, at in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("End", every - 1), ("ArrowDown", 0), ("ArrowUp", every - 1), ("Home", 0)):  # fmt: skip
        page.keyboard.press(key)
        expect(chosen).to_have_attribute("id", f"find:{at}")
        expect(page.get_by_role("combobox")).to_have_attribute("aria-activedescendant", f"find:{at}")


def test_escape_closes_it_and_gives_the_focus_back(page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    link = page.locator("main a").first
    link.focus()
    find(page, "x")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).not_to_be_visible()
    expect(link).to_be_focused()
    find(page, "roster")
    assert results(page, "Objectives")
    assert page.locator("dialog").count() == 1


def test_the_key_is_a_letter_where_something_is_typed(page: Page, example: Path) -> None:
    page.goto((example / "objectives/index.html").as_uri())
    page.locator("main input[data-f]").first.click()
    page.keyboard.type("a/b")
    expect(page.locator("main input[data-f]").first).to_have_value("a/b")
    expect(page.locator("dialog")).to_have_count(0)


def test_nothing_found_is_said(page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    find(page, "qqxxzz")
    expect(page.locator("dialog .none")).to_be_visible()
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Nothing here has these words.")


def test_before_anything_is_typed_there_are_pages_and_teams(page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    find(page, "")
    assert "Asks for help" in results(page, "Pages")
    assert "Laboratory" in results(page, "Teams")


def test_results_are_links_that_open_beside_too(page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    find(page, "centrifuge")
    results(page, "Objectives")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    assert opened.value.url.endswith(OBJECTIVE)
    expect(page.get_by_role("combobox")).to_be_focused()


def test_without_scripts_the_button_leads_to_all_objectives(browser: Browser, example: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((example / OBJECTIVE).as_uri())
    page.get_by_role("link", name="Find").click()
    page.wait_for_url("**/objectives/index.html")
    context.close()


def test_where_the_index_is_missing_the_button_leads_to_all_objectives(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.route("**/find/index.js", lambda route: route.abort())
    page.goto(served)
    page.get_by_role("link", name="Find").click()
    page.wait_for_url("**/objectives/index.html")
    page.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("书", "想读的书，一周内到手"), ("一周内", "想读的书，一周内到手"), ("想读", "想读的书，一周内到手")],
)
def test_chinese_is_found_by_its_characters(typed: str, found: str, page: Page, chinese: Path) -> None:
    page.goto((chinese / "index.html").as_uri())
    find(page, typed)
    expect(page.locator("dialog a .name", has_text=found).first).to_be_visible()
    assert page.locator("dialog mark").first.inner_text() in typed


@pytest.mark.parametrize("typed", ["الماء", "ماء", "المَاء", "الـماء"])
def test_arabic_is_found_by_its_words_with_article_and_without(typed: str, page: Page, arabic: Path) -> None:
    page.goto((arabic / "index.html").as_uri())
    find(page, typed)
    expect(page.locator("dialog a .name", has_text="يصل الماء إلى كل بيت كل يوم").first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_palette_can_be_read_by_everyone_and_fits(
    browser: Browser, example: Path, width: int, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640}, color_scheme=scheme)  # type: ignore[arg-type]  # one of two
    page.goto((example / "index.html").as_uri())
    find(page, "roster")
    results(page, "Objectives")
    expect(page.locator("dialog .said").first).to_be_visible()
    assert page.evaluate(
        "(d => d.scrollWidth <= d.clientWidth && d.getBoundingClientRect().right <= innerWidth)(document.querySelector('dialog'))"
    )
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()


TEXTS = (
    "A blood sample", "Ärger in Łódź, GROẞE Straße", "İstanbul ISPARTA ılık", "ΟΔΟΣ ὁδός", "检验科和 OKR目标", "ガラスの靴 ｶﾞﾗｽ ﾊﾟ",
    "أَهْدَاف الإدارة ٱلماء", "ﬁnd ① ½ ™ ℌ", "한국어 목표", "हिन्दी में", "ผู้ป่วยรอ", "don’t l’équipe", "🎯 goal", "𠮷野家", "a\u00adb c\u200bd", "x" * 60,
)  # fmt: skip


def test_page_and_index_take_text_apart_alike(page: Page, example: Path) -> None:
    page.goto((example / "index.html").as_uri())
    find(page, "")
    results(page, "Pages")
    terms = page.evaluate(
        """async (texts) => {
          let reader;
          const was = window.okrsiteFind;
          const load = (address) => new Promise((done) => {
            const script = document.createElement("script");
            script.src = address; script.onload = done; document.head.append(script);
          });
          let index, make;
          window.okrsiteFind = (given) => { if (typeof given === "function") make = given; else index = given; };
          await load("find/index.js");
          await load(index.needs[0]);
          window.okrsiteFind = was;
          reader = make(index, load);
          return texts.map((text) => reader.termsOf(text).map((term) => term.text));
        }""",
        list(TEXTS),
    )
    for text, typed in zip(TEXTS, terms, strict=True):
        assert set(typed) <= set(words(text)), text
        assert "".join(fold(text).split()) == "" or typed or not list(words(text)), text
