"""What a preview answers: pages, files and parts of them, what is known already, what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from okrsite.server import Server
from okrsite.server.kinds import kind_of
from tests.server.asking import InMemory, asked, body, page, said, shown

CSV = b"team,objectives\nwards,3\n"


@pytest.fixture
def site() -> InMemory:
    pages = {
        "index.html": page("Home"),
        "404.html": page("Nothing here"),
        "teams/index.html": page("Teams"),
        "teams/ärzte.html": page("Ärzte"),
        "data/teams.csv": CSV,
    }
    return InMemory(dict(pages))


@pytest.fixture
def server(site: InMemory) -> Iterator[Server]:
    with shown(site) as server:
        yield server


def test_a_page_is_shown_with_what_the_preview_needs_and_nothing_else_is_changed(server: Server) -> None:
    answer = asked(server, "/")
    text = body(answer).decode()
    assert answer.status == 200
    assert answer.getheader("Content-Type") == "text/html; charset=utf-8"
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Cache-Control") == "no-cache"
    assert "content=\"connect-src 'self'; default-src 'none'; " in text
    ours = re.search(
        r'<link rel="stylesheet" href="/\.okrsite/[^>]*><script src="/\.okrsite/[^>]* defer></script>\n</head>', text
    )
    assert ours
    as_it_was = text.replace(ours[0], "</head>").replace("connect-src 'self'; ", "")
    assert as_it_was.encode() == page("Home")


def test_the_preview_s_own_files_are_there(server: Server) -> None:
    for address in re.findall(r'"(/\.okrsite/[^"]+)"', body(asked(server, "/")).decode()):
        assert asked(server, address).status == 200, address
    assert asked(server, "/.okrsite/other.js").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW", "TRACE"])
def test_nothing_can_be_sent_to_it(method: str, server: Server, site: InMemory) -> None:
    answer = asked(server, "/", method)
    assert (answer.status, answer.getheader("Allow")) == (405, "GET, HEAD")
    assert site.asked == []


def test_who_asks_for_the_head_gets_the_head(server: Server) -> None:
    whole, head = asked(server, "/"), asked(server, "/", "HEAD")
    assert body(head) == b""
    assert [it for it in head.getheaders() if it[0] != "Date"] == [it for it in whole.getheaders() if it[0] != "Date"]


def test_a_strange_host_learns_nothing(server: Server, site: InMemory) -> None:
    answer = asked(server, "/", Host="evil.example")
    assert answer.status == 421
    assert b"Home" not in body(answer)
    assert site.asked == []


def test_two_hosts_in_one_request_are_refused(server: Server) -> None:
    assert b" 400 " in said(server, b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n").splitlines()[0]


def test_what_is_not_there_gives_the_site_s_own_page_for_it(server: Server) -> None:
    answer = asked(server, "/teams/nobody.html")
    assert answer.status == 404
    assert b"<h1>Nothing here</h1>" in body(answer)
    assert b"/.okrsite/preview.js" in body(answer)


def test_links_of_that_page_lead_from_the_root_whatever_name_the_server_is_asked_by(
    server: Server, site: InMemory
) -> None:
    site.pages["404.html"] = page("Nothing", f'<a href="{server.address}teams/index.html">Teams</a>')
    assert b'<a href="/teams/index.html">' in body(asked(server, "/a/b/c.html"))


def test_a_site_with_no_page_at_all_says_so_in_its_language(server: Server, site: InMemory) -> None:
    site.pages.clear()
    site.language = "de"
    answer = asked(server, "/")
    assert answer.status == 404
    assert "<h1>Noch gibt es nichts zu zeigen</h1>" in body(answer).decode()
    assert b"/.okrsite/preview.js" in body(answer)


def test_nothing_outside_is_reached_and_no_folder_is_listed(server: Server, site: InMemory) -> None:
    assert asked(server, "/..%2f..%2fetc/passwd").status == 404
    assert asked(server, "/data/").status == 404
    assert [address for address in site.asked if ".." in address] == []


def test_a_folder_without_its_slash_leads_on(server: Server) -> None:
    answer = asked(server, "/teams?x=1")
    assert (answer.status, answer.getheader("Location")) == (302, "/teams/?x=1")
    assert b"<h1>Teams</h1>" in body(asked(server, "/teams/"))


def test_names_in_any_script_are_found(server: Server) -> None:
    assert "Ärzte".encode() in body(asked(server, "/teams/%C3%A4rzte.html"))


def test_what_a_browser_has_already_is_not_sent_again(server: Server, site: InMemory) -> None:
    tag = asked(server, "/").getheader("ETag") or ""
    known = asked(server, "/", If_None_Match=f'"other", {tag}')
    assert (known.status, body(known)) == (304, b"")
    site.version += 1
    assert asked(server, "/", If_None_Match=tag).status == 304
    site.pages["index.html"] = page("Home, anew")
    assert asked(server, "/", If_None_Match=tag).status == 200


@pytest.mark.parametrize(
    ("wanted", "status", "held", "shown_as"),
    [
        ("bytes=0-3", 206, CSV[:4], f"bytes 0-3/{len(CSV)}"),
        ("bytes=5-", 206, CSV[5:], f"bytes 5-{len(CSV) - 1}/{len(CSV)}"),
        ("bytes=-2", 206, CSV[-2:], f"bytes {len(CSV) - 2}-{len(CSV) - 1}/{len(CSV)}"),
        ("bytes=0-999", 206, CSV, f"bytes 0-{len(CSV) - 1}/{len(CSV)}"),
        ("bytes=999-", 416, b"", f"bytes */{len(CSV)}"),
        ("bytes=-0", 416, b"", f"bytes */{len(CSV)}"),
        ("bytes=0-1,3-4", 200, CSV, None),
        ("bytes=4-2", 200, CSV, None),
        ("lines=1-2", 200, CSV, None),
        ("bytes=-", 200, CSV, None),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(
    wanted: str, status: int, held: bytes, shown_as: str | None, server: Server
) -> None:
    answer = asked(server, "/data/teams.csv", Range=wanted)
    assert (answer.status, body(answer), answer.getheader("Content-Range")) == (status, held, shown_as)


def test_a_part_of_another_version_is_not_given(server: Server) -> None:
    tag = asked(server, "/data/teams.csv").getheader("ETag") or ""
    assert asked(server, "/data/teams.csv", Range="bytes=0-1", If_Range=tag).status == 206
    assert asked(server, "/data/teams.csv", Range="bytes=0-1", If_Range='"older"').status == 200


def test_a_file_on_the_disk_is_sent_from_there(server: Server, site: InMemory, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(bytes(range(256)) * 4000)
    site.pages["static/film.mp4"] = film
    answer = asked(server, "/static/film.mp4")
    assert body(answer) == film.read_bytes()
    assert answer.getheader("Content-Type") == "video/mp4"
    assert body(asked(server, "/static/film.mp4", Range="bytes=300-302")) == b"\x2c\x2d\x2e"
    tag = answer.getheader("ETag") or ""
    assert asked(server, "/static/film.mp4", If_None_Match=tag).status == 304
    film.unlink()
    assert asked(server, "/static/film.mp4").status == 404


def test_a_page_on_the_disk_is_watched_too(server: Server, site: InMemory, tmp_path: Path) -> None:
    (tmp_path / "own.html").write_bytes(b"<p>Mine")
    site.pages["own.html"] = tmp_path / "own.html"
    assert re.fullmatch(rb"<p>Mine<link [^>]*><script [^>]*></script>\n", body(asked(server, "/own.html")))


def test_an_asset_named_for_its_bytes_is_kept_by_browsers_and_one_that_only_looks_so_is_not(
    server: Server, site: InMemory
) -> None:
    site.pages["assets/base.62368a1a29.css"] = b"body {}"
    site.pages["assets/base.5d41402abc.css"] = b"body {}"
    lasting = asked(server, "/assets/base.62368a1a29.css").getheader("Cache-Control")
    assert lasting == "max-age=31536000, immutable"
    assert asked(server, "/assets/base.5d41402abc.css").getheader("Cache-Control") == "no-cache"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("teams/", "text/html; charset=utf-8"),
        ("assets/base.css", "text/css; charset=utf-8"),
        ("find/index.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml; charset=utf-8"),
        ("data/site.json", "application/json"),
        ("PHOTO.JPG", "image/jpeg"),
        ("fonts/x.woff2", "font/woff2"),
        ("LICENSE", "application/octet-stream"),
        ("run.exe", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_is_called_what_it_is(address: str, kind: str) -> None:
    assert kind_of(address) == kind
