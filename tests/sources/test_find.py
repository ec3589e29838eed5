"""Which files are sources, what each is, and what is said of the others."""

from __future__ import annotations

import os
import socket
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from okrsite.config import Config, Mount
from okrsite.diagnostics import Finding
from okrsite.sources import Kind, Source, find

DAY = date(2025, 10, 30)


def config(root: Path, **changes: object) -> Config:
    values: dict[str, object] = {"root": root, "as_of": DAY, "output": root / "site"} | changes
    return Config(**values)  # type: ignore[arg-type]


def put(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("---\ntitle: x\n---\n", "utf-8")


def kinds(root: Path, **changes: object) -> dict[str, str]:
    return {source.path: source.kind.value for source in find(config(root, **changes))[0]}


def said(root: Path, **changes: object) -> list[tuple[str, str]]:
    return sorted((finding.rule, finding.span.path) for finding in find(config(root, **changes))[1])


def only(root: Path) -> Finding:
    (finding,) = find(config(root))[1]
    return finding


def source(root: Path, path: str) -> Source:
    (found,) = (source for source in find(config(root))[0] if source.path == path)
    return found


def test_each_place_of_the_format_makes_its_kind(tmp_path: Path) -> None:
    places = {
        "content/org.md": "org",
        "content/teams/wards.md": "team",
        "content/people/esther.md": "person",
        "content/cycles/autumn.md": "cycle",
        "content/okrs/2026-Q1/wards/walk.md": "objective",
        "content/okrs/2026-Q1/estates.yaml": "team-objectives",
        "content/okrs/2026-Q1/devices.yml": "team-objectives",
        "content/check-ins/2026-01-02.md": "check-in",
        "content/check-ins/a/b/c.md": "check-in",
        "content/check-ins/wards.yml": "check-ins",
        "content/health/falls.md": "health",
        "content/surveys/spring.yaml": "survey",
        "content/pages/guide/how.md": "page",
        "content/static/handout.html": "static",
    }
    put(tmp_path, *places)
    assert kinds(tmp_path) == places
    assert said(tmp_path) == []


def test_a_place_says_name_cycle_and_team(tmp_path: Path) -> None:
    put(
        tmp_path,
        "content/okrs/2026-Q1/wards/v1.2-walk.md",
        "content/okrs/2026-Q1/estates.yaml",
        "content/pages/guide/how.md",
        "content/static/deep/.htaccess",
    )
    places = {source.name: (source.cycle, source.team) for source in (s.place for s in find(config(tmp_path))[0])}
    assert places == {
        "v1.2-walk": ("2026-Q1", "wards"),
        "estates": ("2026-Q1", "estates"),
        "guide/how": (None, None),
        "deep/.htaccess": (None, None),
    }


@pytest.mark.parametrize(
    "path",
    [
        "content/notes.md",
        "content/org.yaml",
        "content/Org.md",
        "content/elsewhere/x.md",
        "content/teams/deeper/wards.md",
        "content/teams/wards.yaml",
        "content/okrs/2026-Q1.md",
        "content/okrs/2026-Q1/wards.md",
        "content/okrs/2026-Q1/wards/x.yaml",
        "content/okrs/2026-Q1/wards/nights/x.md",
        "content/surveys/spring.md",
        "content/pages/x.yml",
        "content/pages/x.markdown",
        "content/static.md",
    ],
)
def test_markdown_or_yaml_without_a_place_is_misplaced(tmp_path: Path, path: str) -> None:
    put(tmp_path, path)
    finding = only(tmp_path)
    assert (finding.rule, finding.level, finding.span.path) == ("misplaced", "warning", path)
    assert (finding.span.line, finding.span.column, finding.span.excerpt) == (1, 1, "---")
    assert kinds(tmp_path) == {}


@pytest.mark.parametrize(
    "path",
    [
        "content/teams/.hidden.md",
        "content/teams/_draft.md",
        "content/teams/#wards.md",
        "content/teams/wards.md~",
        "content/teams/README.md",
        "content/okrs/2026-Q1/wards/ReadMe.MD",
        "content/pages/_drafts/x.md",
        "content/old~/x.md",
        "content/.git/x.md",
        "content/pages/photo.jpg",
        "content/teams/wards.txt",
    ],
)
def test_some_names_are_passed_over(tmp_path: Path, path: str) -> None:
    put(tmp_path, path)
    assert (kinds(tmp_path), said(tmp_path)) == ({}, [])


def test_static_is_copied_whatever_the_names(tmp_path: Path) -> None:
    names = [
        ".nojekyll",
        "_headers",
        "#x",
        "a~",
        "README.md",
        "x.yaml",
        ".well-known/security.txt",
        'say "50 %" 🌊.txt',
    ]
    put(tmp_path, *(f"content/static/{name}" for name in names), "content/static/.git/config", "content/static/d/.git")
    assert kinds(tmp_path) == {f"content/static/{name}": "static" for name in names}
    assert said(tmp_path) == []


def test_the_order_is_that_of_the_paths_however_files_were_made(tmp_path: Path) -> None:
    paths = [f"content/pages/{a}/{b}.md" for a in "zaM" for b in ("1", "10", "2", "é")]
    put(tmp_path, *paths[1::2], *reversed(paths[::2]))
    assert [source.path for source in find(config(tmp_path))[0]] == sorted(paths)


def test_size_digest_and_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    put(tmp_path, "content/org.md")
    data = b"---\r\nname: \xc3\xa9\r\n---\r\n"
    (tmp_path / "content/org.md").write_bytes(data)
    org = source(tmp_path, "content/org.md")
    assert (org.size, org.digest, org.read()) == (len(data), sha256(data).hexdigest(), data)


def test_names_are_in_one_form_of_unicode_and_paths_as_on_the_disk(tmp_path: Path) -> None:
    put(tmp_path, "content/okrs/2026-Q1/Cafe\u0301/the\u0300.md")
    (found,) = find(config(tmp_path))[0]
    assert (found.place.team, found.place.name) == ("Caf\u00e9", "th\u00e8")
    assert found.path == "content/okrs/2026-Q1/Cafe\u0301/the\u0300.md"
    assert isinstance(found.read(), bytes)


def test_a_document_of_more_than_1_mib_keeps_its_name_and_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "content/okrs/2026-Q1/estates.yaml")
    (tmp_path / "content/okrs/2026-Q1/estates.yaml").write_bytes(b"objectives: []\n# " + b"x" * (1 << 20))
    assert said(tmp_path) == [("syntax", "content/okrs/2026-Q1/estates.yaml")]
    estates = source(tmp_path, "content/okrs/2026-Q1/estates.yaml")
    assert not estates.readable
    assert isinstance(estates.read(), Finding)


def test_exactly_1_mib_is_fine_and_static_files_may_be_larger(tmp_path: Path) -> None:
    put(tmp_path, "content/pages/x.md", "content/static/film.webm")
    (tmp_path / "content/pages/x.md").write_bytes(b"x" * (1 << 20))
    (tmp_path / "content/static/film.webm").write_bytes(b"x" * (1 << 21))
    assert said(tmp_path) == []
    assert source(tmp_path, "content/static/film.webm").size == 1 << 21


@pytest.mark.parametrize(
    ("front", "body", "rule"),
    [(100, 1 << 20, "too-heavy"), (1 << 20, 100, "syntax"), (1 << 19, (1 << 19) + 100, "syntax")],
)
def test_markdown_is_too_heavy_where_its_text_is(tmp_path: Path, front: int, body: int, rule: str) -> None:
    put(tmp_path, "content/pages/x.md")
    (tmp_path / "content/pages/x.md").write_bytes(b"---\n# " + b"x" * front + b"\n---\nA" + b"y" * body)
    assert said(tmp_path) == [(rule, "content/pages/x.md")]


def test_a_pipe_or_socket_is_unreadable_and_never_waited_for(tmp_path: Path) -> None:
    put(tmp_path, "content/teams/a.md", "content/static/a")
    for path in ("content/teams/b.md", "content/pages.md", "content/static/pipe", "content/photo.png"):
        os.mkfifo(tmp_path / path)
    with socket.socket(socket.AF_UNIX) as plug:
        here = Path.cwd()
        os.chdir(tmp_path / "content")
        plug.bind("plug")
        os.chdir(here)
    assert said(tmp_path) == [
        ("unreadable", f"content/{name}") for name in ("pages.md", "photo.png", "plug", "static/pipe", "teams/b.md")
    ]


def test_a_file_that_has_become_unreadable_since_says_so(tmp_path: Path) -> None:
    put(tmp_path, "content/org.md")
    org = source(tmp_path, "content/org.md")
    (tmp_path / "content/org.md").unlink()
    answer = org.read()
    assert isinstance(answer, Finding)
    assert (answer.rule, answer.message) == ("unreadable", "This cannot be read: it is not there.")


@pytest.mark.parametrize("target", ["/etc/hostname", "/etc", "../../../outside.md", "/dev/zero"])
def test_a_link_out_of_the_root_is_unsafe(tmp_path: Path, target: str) -> None:
    root = tmp_path / "site"
    put(tmp_path, "outside.md", "site/content/org.md")
    for name in ("teams/x.md", "static/x", "pages/x.png"):
        put(root, f"content/{name}")
        (root / "content" / name).unlink()
        (root / "content" / name).symlink_to(target)
    where = [f"content/{name}" for name in ("pages/x.png", "static/x", "teams/x.md")]
    assert said(root) == [("unsafe-path", path) for path in where]
    sources, _ = find(config(root))
    assert [source.path for source in sources if source.readable] == ["content/org.md"]


def test_a_link_that_leads_nowhere_or_in_a_ring_is_unsafe(tmp_path: Path) -> None:
    put(tmp_path, "content/org.md", "content/pages/a/x.md")
    (tmp_path / "content/gone.md").symlink_to("missing.md")
    (tmp_path / "content/self").symlink_to("self")
    (tmp_path / "content/there").symlink_to("back")
    (tmp_path / "content/back").symlink_to("there")
    (tmp_path / "content/pages/a/up").symlink_to("..")
    rules = [("unsafe-path", f"content/{name}") for name in ("back", "gone.md", "pages/a/up", "self", "there")]
    assert said(tmp_path) == rules
    assert kinds(tmp_path) == {"content/org.md": "org", "content/pages/a/x.md": "page"}


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "docs/x.md", "shared/deep/y.md")
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/x.md").symlink_to("../../docs/x.md")
    (tmp_path / "content/pages/en").symlink_to(tmp_path / "shared")
    (tmp_path / "content/pages/de").symlink_to("../../shared")
    assert kinds(tmp_path) == {f"content/pages/{path}.md": "page" for path in ("de/deep/y", "en/deep/y", "x")}
    assert said(tmp_path) == []


def test_no_link_leads_into_git(tmp_path: Path) -> None:
    put(tmp_path, ".git/config", "content/org.md")
    (tmp_path / "content/static").mkdir()
    (tmp_path / "content/static/history").symlink_to("../../.git")
    assert said(tmp_path) == [("unsafe-path", "content/static/history")]


def test_a_knot_of_links_comes_to_an_end(tmp_path: Path) -> None:
    for step in range(30):
        folder = tmp_path / f"content/pages/d{step}"
        folder.mkdir(parents=True)
        (folder / "one").symlink_to(f"../d{step + 1}")
        (folder / "two").symlink_to(f"../d{step + 1}")
    put(tmp_path, "content/pages/d30/x.md")
    sources, findings = find(config(tmp_path))
    assert 1 <= len(sources) < 1000
    assert {finding.rule for finding in findings} == {"unsafe-path"}


def test_the_root_itself_may_be_reached_by_a_link(tmp_path: Path) -> None:
    put(tmp_path, "real/content/org.md", "real/other/x.md")
    (tmp_path / "real/content/pages").symlink_to("../other")
    (tmp_path / "root").symlink_to("real")
    assert kinds(tmp_path / "root") == {"content/org.md": "org", "content/pages/x.md": "page"}


def test_a_content_folder_that_leads_out_is_unsafe(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/org.md")
    (tmp_path / "root").mkdir()
    (tmp_path / "root/content").symlink_to("../elsewhere")
    assert said(tmp_path / "root") == [("unsafe-path", "content")]


@pytest.mark.parametrize("there", ["nothing", "file"])
def test_a_site_without_its_content_folder_says_so(tmp_path: Path, there: str) -> None:
    if there == "file":
        (tmp_path / "content").write_text("")
    assert said(tmp_path) == [("unreadable", "content")]


def test_bytes_that_are_no_text_in_a_name_never_get_further(tmp_path: Path) -> None:
    put(tmp_path, "content/org.md")
    names = (b"okrs/2026/caf\xe9/b.md", b"okrs/2026/caf\xe9/a.md", b"teams/\xff.md", b"static/\xff", b"x/\xff.png")
    put(tmp_path, *(f"content/{os.fsdecode(name)}" for name in names))
    assert said(tmp_path) == [
        ("bad-id", "content/okrs/2026/caf\\xe9/a.md"),
        ("bad-id", "content/static/\\xff"),
        ("bad-id", "content/teams/\\xff.md"),
    ]
    assert kinds(tmp_path) == {"content/org.md": "org"}


def test_the_file_of_a_check_in_may_have_any_name(tmp_path: Path) -> None:
    put(tmp_path, os.fsdecode(b"content/check-ins/\xe9 '%.md"))
    assert kinds(tmp_path) == {"content/check-ins/\\xe9 '%.md": "check-in"}
    assert said(tmp_path) == []


def test_a_name_never_breaks_the_line_it_is_printed_on(tmp_path: Path) -> None:
    put(tmp_path, "content/pages/a\nb\x1b[31m.md", "content/static/a\nb", "content/teams/\r/x.md")
    assert kinds(tmp_path) == {"content/pages/a\\nb\\x1b[31m.md": "page", "content/static/a\\nb": "static"}
    assert said(tmp_path) == [("misplaced", "content/teams/\\r/x.md")]
    assert [source.place.name for source in find(config(tmp_path))[0]] == ["a\nb\x1b[31m", "a\nb"]


def test_a_mount_lays_a_folder_from_elsewhere_into_the_site(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "content/org.md")
    put(tmp_path, "laboratory/okrs/results.md", "laboratory/okrs/_draft.md", "laboratory/okrs/deep/x.md")
    mount = Mount("../laboratory/okrs", ("okrs", "2026-Q1", "laboratory"), "lab-")
    sources, findings = find(config(root, mounts=(mount,)))
    assert [(source.path, source.kind) for source in sources] == [
        ("../laboratory/okrs/results.md", Kind.OBJECTIVE),
        ("content/org.md", Kind.ORG),
    ]
    assert (sources[0].place.cycle, sources[0].place.team, sources[0].prefix) == ("2026-Q1", "laboratory", "lab-")
    assert sources[0].mount == "../laboratory/okrs"
    assert [(finding.rule, finding.span.path) for finding in findings] == [
        ("misplaced", "../laboratory/okrs/deep/x.md")
    ]


def test_a_mount_never_feeds_static(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "content/org.md")
    put(tmp_path, "other/static/page.html", "other/static/x.md", "other/teams/lab.md")
    mounts = (Mount("../other", ()),)
    assert kinds(root, mounts=mounts) == {"content/org.md": "org", "../other/teams/lab.md": "team"}
    assert said(root, mounts=mounts) == [("misplaced", "../other/static/x.md")]


def test_a_mount_outside_is_a_root_of_its_own_for_links(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "content/org.md", "content/secret.md")
    put(tmp_path, "other/teams/lab.md", "other/notes/real.md", "beside.md")
    (tmp_path / "other/teams/inside.md").symlink_to("../notes/real.md")
    (tmp_path / "other/teams/beside.md").symlink_to("../../beside.md")
    (tmp_path / "other/teams/home.md").symlink_to("../../site/content/secret.md")
    mounts = (Mount("../other/teams", ("teams",)), Mount("../other", ("x",)))
    rules = said(root, mounts=(Mount("../other", ()),))
    assert [found for found in rules if found[0] == "unsafe-path"] == [
        ("unsafe-path", "../other/teams/beside.md"),
        ("unsafe-path", "../other/teams/home.md"),
    ]
    assert ("unsafe-path", "../other/teams/inside.md") in said(root, mounts=mounts[:1])


def test_a_mount_within_the_root_shares_its_root(tmp_path: Path) -> None:
    put(tmp_path, "content/org.md", "lab/y.md", "docs/x.md")
    (tmp_path / "lab/x.md").symlink_to("../docs/x.md")
    assert kinds(tmp_path, mounts=(Mount("lab", ("pages",)),)) == {
        "content/org.md": "org",
        "lab/x.md": "page",
        "lab/y.md": "page",
    }


def test_a_mount_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    put(tmp_path, "content/org.md")
    assert said(tmp_path, mounts=(Mount("../gone", ("teams",)),)) == [("unreadable", "../gone")]


def test_a_folder_deeper_than_paths_can_be_ends_in_one_finding(tmp_path: Path) -> None:
    here, names = Path.cwd(), ["x" * 250] * 20
    put(tmp_path, "content/pages/x.md")
    os.chdir(tmp_path / "content/pages")
    for name in names:
        Path(name).mkdir()
        os.chdir(name)
    os.chdir(here)
    assert [rule for rule, _ in said(tmp_path)] == ["unreadable"]
