"""What a page gets in the preview, and what the preview's own script may not do."""

from __future__ import annotations

import re

import pytest

from okrsite.server.dressing import ASSETS, asset, dressed

OURS = rb'<link rel="stylesheet" href="/\.okrsite/preview\.css"><script [^>]+></script>\n'


@pytest.mark.parametrize(
    ("page", "around"),
    [
        (b"<head><title>x</title></HEAD ><body>y</body>", (b"<head><title>x</title>", b"</HEAD ><body>y</body>")),
        (b"<h1>x</h1></body>", (b"<h1>x</h1>", b"</body>")),
        (b"<h1>x</h1>", (b"<h1>x</h1>", b"")),
        (b"", (b"", b"")),
    ],
)
def test_every_page_gets_the_script_wherever_it_has_a_place(page: bytes, around: tuple[bytes, bytes]) -> None:
    assert re.fullmatch(re.escape(around[0]) + OURS + re.escape(around[1]), dressed(page, "tag", "v"))


@pytest.mark.parametrize(
    ("policy", "now"),
    [
        ("default-src 'none'", "connect-src 'self'; default-src 'none'"),
        ("connect-src 'none'; default-src 'none'", "connect-src 'none'; default-src 'none'"),
    ],
)
def test_a_page_may_ask_the_preview_unless_it_says_itself_whom_it_asks(policy: str, now: str) -> None:
    written = '<meta http-equiv="Content-Security-Policy" content="{}"><p>Content-Security-Policy content="x"'
    assert dressed(written.format(policy).encode(), "", "").startswith(written.format(now).encode())


def test_a_mark_cannot_break_out_of_its_attribute() -> None:
    assert b'data-tag="W/&quot;x&quot;" data-version="&quot;&gt;"' in dressed(b"", 'W/"x"', '">')


def test_the_script_has_no_words_and_writes_no_markup() -> None:
    script = re.sub(r"/\*.*?\*/", "", asset("preview.js").decode(), flags=re.DOTALL)
    assert re.findall(r'"[^"\n]*[A-Za-z]{2,} [A-Za-z]{2,} [^"\n]*"', script) == []
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script) == []


def test_the_style_sheet_knows_no_left_and_right() -> None:
    assert re.findall(r"[\s{;-](?:left|right)\s*[:;]", asset("preview.css").decode()) == []


def test_both_are_small() -> None:
    assert sum(len(asset(name)) for name in ASSETS) < 12_000
