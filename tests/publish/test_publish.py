"""What stands in the output folder, whoever else has been there."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from okrsite.publish import Published, PublishError, clashes, clean, manifest_of, staged

PAGES = {"index.html": "home", "teams/wards.html": "wards", "teams/índex-ä.html": "ä", "assets/site.css": "a{}"}


def publish(output: Path, pages: Mapping[str, str] = PAGES, *, force: bool = False) -> Published:
    with staged(output, version="1.0", as_of=date(2025, 10, 30), revision="abc") as stage:
        for address, text in pages.items():
            stage.write(address, text.encode())
        return stage.publish(force=force)


def there(output: Path) -> dict[str, str]:
    """All files of a published site, but its list of files."""
    files = sorted(path for path in output.rglob("*") if path.is_file() and not path.is_symlink())
    found = {path.relative_to(output).as_posix(): path.read_text("utf-8") for path in files}
    found.pop("data/build.json", None)
    return found


def refusal(output: Path, pages: Mapping[str, str] = PAGES, *, force: bool = False) -> PublishError:
    with pytest.raises(PublishError) as caught:
        publish(output, pages, force=force)
    return caught.value


def test_a_site_is_published_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    published = publish(tmp_path / "deep/er/site")
    assert there(tmp_path / "deep/er/site") == PAGES
    assert [path.name for path in (tmp_path / "deep/er").iterdir()] == ["site"]
    assert (published.added, published.changed, published.removed, published.word) == (4, 0, 0, "")


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    published = publish(tmp_path / "site", {"index.html": "new", "assets/site.css": "a{}", "teams": "now a file"})
    assert there(tmp_path / "site") == {"index.html": "new", "assets/site.css": "a{}", "teams": "now a file"}
    assert (published.added, published.changed, published.removed) == (1, 1, 2)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_list_of_files_says_what_was_written_for_which_day(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"b.html": "b", "a/ü.html": "ü"})
    record = json.loads((tmp_path / "site/data/build.json").read_text("utf-8"))
    assert record == {
        "as_of": "2025-10-30",
        "files": [
            {"path": "a/ü.html", "sha256": sha256("ü".encode()).hexdigest(), "size": 2},
            {"path": "b.html", "sha256": sha256(b"b").hexdigest(), "size": 1},
        ],
        "revision": "abc",
        "schema": 1,
        "version": "1.0",
    }


def test_what_is_not_published_leaves_the_old_site(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    with staged(tmp_path / "site") as stage:
        stage.write("index.html", b"half made")
    assert there(tmp_path / "site") == PAGES
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_defect_in_the_middle_leaves_the_old_site_and_comes_out_as_it_is(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    with pytest.raises(FileNotFoundError), staged(tmp_path / "site") as stage:
        stage.write("index.html", (tmp_path / "no template").read_bytes())
    assert there(tmp_path / "site") == PAGES
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_static_files_are_copied_whatever_their_name(tmp_path: Path) -> None:
    names = ["con.txt", "a:b.txt", ".nojekyll", "x\ny"]
    (tmp_path / "source").write_bytes(b"x" * (3 << 20))
    with staged(tmp_path / "site") as stage:
        for name in names:
            stage.copy(name, str(tmp_path / "source"))
        published = stage.publish()
    assert {file.size for file in published.manifest.files} == {3 << 20}
    assert all((tmp_path / "site" / name).read_bytes() == b"x" * (3 << 20) for name in names)


def test_modes_follow_the_umask_and_those_of_the_output_stay(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        publish(tmp_path / "site")
        assert stat.S_IMODE((tmp_path / "site/index.html").stat().st_mode) == 0o640
        assert stat.S_IMODE((tmp_path / "site/teams").stat().st_mode) == 0o750
        (tmp_path / "site").chmod(0o2755)
        publish(tmp_path / "site")
        assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o2755
    finally:
        os.umask(before)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/etc/x",
        "../x",
        "a/../../x",
        "a//b",
        "a/",
        ".",
        "./a",
        "a\0b",
        "a\udce9",
        "con.html",
        "teams/NUL",
        "a. ",
        "a:b",
    ],
)
def test_an_address_that_leads_out_or_does_not_travel_is_refused(tmp_path: Path, address: str) -> None:
    refusal(tmp_path / "site", {address: "x"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.html", "A.html"),
        ("teams/x.html", "Teams/X.html"),
        ("a", "a/b.html"),
        ("a/b.html", "A"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("straße.html", "STRASSE.html"),
        ("data/build.json", "x.html"),
    ],
)
def test_two_addresses_that_some_disk_takes_for_one_are_refused(tmp_path: Path, one: str, other: str) -> None:
    refusal(tmp_path / "site", {one: "1", other: "2"})
    assert clashes([one, other]) in ([(one, other)], [])


def test_clashes_are_listed_with_the_one_before() -> None:
    assert clashes(["a.html", "b/c.html", "A.HTML", "b", "b/d.html", "a.html/x"]) == [
        ("a.html", "A.HTML"),
        ("b/c.html", "b"),
        ("a.html", "a.html/x"),
    ]


# What others put there


def keep(output: Path) -> None:
    """Put what people keep in such folders: a repository, a name for the host, a link, something closed."""
    (output / ".git/objects").mkdir(parents=True)
    (output / ".git/HEAD").write_text("ref: main")
    (output / ".git/objects/1").write_text("one")
    (output / ".git/objects/1").chmod(0o400)
    (output / ".git/empty").mkdir()
    (output / ".git/empty").chmod(0o711)
    (output / "teams").mkdir(exist_ok=True)
    (output / "teams/CNAME").write_text("okr.example")
    (output / "out").symlink_to("/nowhere/at all")
    (output / "closed").mkdir()
    (output / "closed/x").write_text("x")
    (output / "closed").chmod(0o500)
    os.utime(output / ".git/HEAD", ns=(10**18, 10**18))
    os.utime(output / ".git", ns=(10**18, 10**18))


def kept(output: Path) -> list[object]:
    """Everything about what `keep` put there."""
    names = [".git", ".git/HEAD", ".git/objects/1", ".git/empty", "teams/CNAME", "closed", "closed/x"]
    facts = [(name, (output / name).lstat()) for name in names]
    return [
        str((output / "out").readlink()),
        *[(name, fact.st_mode, fact.st_mtime_ns, fact.st_uid, fact.st_size) for name, fact in facts],
    ]


def test_a_folder_with_files_of_others_is_refused_and_they_are_named(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    keep(tmp_path / "site")
    before = kept(tmp_path / "site")
    caught = refusal(tmp_path / "site", {"index.html": "new"})
    assert "okrsite did not write: .git/, closed/, out, teams/CNAME." in caught.message
    assert "--force" in caught.help
    assert there(tmp_path / "site") | PAGES == there(tmp_path / "site")
    assert kept(tmp_path / "site") == before


def test_a_folder_that_okrsite_never_wrote_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letter.txt").write_text("dear")
    assert "letter.txt" in refusal(tmp_path / "home").message
    assert there(tmp_path / "home") == {"letter.txt": "dear"}


@pytest.mark.parametrize(
    "record", ["{", "[]", '{"files": [{"path": "../../x"}]}', '{"files": [1]}', "[" * 100_000, "\0"]
)
def test_a_list_that_cannot_be_believed_claims_nothing(tmp_path: Path, record: str) -> None:
    (tmp_path / "site/data").mkdir(parents=True)
    (tmp_path / "site/data/build.json").write_text(record)
    (tmp_path / "site/letter.txt").write_text("dear")
    assert "letter.txt" in refusal(tmp_path / "site").message
    assert manifest_of(str(tmp_path / "site")) is None
    assert clean(tmp_path / "site").removed == 0


def test_with_force_they_are_kept_untouched_beside_the_pages(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    keep(tmp_path / "site")
    before = kept(tmp_path / "site")
    for pages in (PAGES, {"index.html": "new", "teams/new.html": "n", "closing": "x"}):
        publish(tmp_path / "site", pages, force=True)
        assert kept(tmp_path / "site") == before
        assert pages.items() <= there(tmp_path / "site").items()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert not (tmp_path / "site/teams/wards.html").exists()


def test_files_of_others_are_the_same_files_afterwards(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/CNAME").write_text("okr.example")
    before = (tmp_path / "site/CNAME").stat().st_ino
    publish(tmp_path / "site", force=True)
    after = (tmp_path / "site/CNAME").stat()
    assert (after.st_ino, after.st_nlink) == (before, 1)


def test_where_a_disk_has_no_second_names_they_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(1, "no links here")

    (tmp_path / "site").mkdir()
    keep(tmp_path / "site")
    before = kept(tmp_path / "site")
    monkeypatch.setattr(os, "link", no_links)
    publish(tmp_path / "site", force=True)
    assert kept(tmp_path / "site") == before


def test_an_empty_folder_of_others_needs_no_force_and_stays(tmp_path: Path) -> None:
    (tmp_path / "site/uploads").mkdir(parents=True)
    publish(tmp_path / "site")
    publish(tmp_path / "site")
    assert (tmp_path / "site/uploads").is_dir()


@pytest.mark.parametrize(
    "place", ["index.html", "teams", "Teams", "INDEX.html", "index.html/x", "teams/wards.html/x", "data"]
)
def test_even_with_force_nothing_of_others_is_overwritten(tmp_path: Path, place: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "site" / place).write_text("mine")
    caught = refusal(tmp_path / "site", force=True)
    assert place.startswith(caught.message.partition(" lies where a page belongs")[0])
    assert there(tmp_path / "site") == {place: "mine"}


def test_a_link_in_the_place_of_a_folder_is_never_followed(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"teams/wards.html": "old"})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/wards.html").write_text("mine")
    (tmp_path / "site/teams/wards.html").unlink()
    (tmp_path / "site/teams").rmdir()
    (tmp_path / "site/teams").symlink_to("../elsewhere")
    refusal(tmp_path / "site", force=True)
    assert clean(tmp_path / "site").left == ("teams",)
    assert there(tmp_path / "elsewhere") == {"wards.html": "mine"}


def test_names_that_are_no_text_are_kept_and_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / os.fsdecode(b"caf\xe9\n")).write_text("mine")
    message = refusal(tmp_path / "site").message
    assert "caf\\xe9\\n" in message
    assert message.isprintable()
    publish(tmp_path / "site", force=True)
    publish(tmp_path / "site", force=True)
    assert (tmp_path / "site" / os.fsdecode(b"caf\xe9\n")).read_text() == "mine"


# Where it lies


def test_an_output_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "www/real").mkdir(parents=True)
    (tmp_path / "site").symlink_to("www/real")
    publish(tmp_path / "site")
    publish(tmp_path / "site", {"index.html": "new"})
    assert (tmp_path / "site").is_symlink()
    assert there(tmp_path / "www/real") == {"index.html": "new"}
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["real"]


@pytest.mark.parametrize("kind", ["file", "pipe", "ring"])
def test_an_output_that_is_no_folder_is_refused(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "site"
    if kind == "file":
        place.touch()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("site")
    assert "is not a folder" in refusal(place).message


def test_a_folder_of_the_name_that_okrsite_uses_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".site.okrsite/new").mkdir(parents=True)
    (tmp_path / ".site.okrsite/new/letter.txt").write_text("dear")
    assert "in the way" in refusal(tmp_path / "site").message
    assert there(tmp_path) == {".site.okrsite/new/letter.txt": "dear"}


def test_a_link_of_the_name_that_okrsite_uses_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / ".site.okrsite").symlink_to("mine")
    assert "in the way" in refusal(tmp_path / "site").message
    assert list((tmp_path / "mine").iterdir()) == []


# Taking it away


def test_clean_takes_away_what_okrsite_wrote_and_nothing_else(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    keep(tmp_path / "site")
    before = kept(tmp_path / "site")
    cleaned = clean(tmp_path / "site")
    assert cleaned.removed == len(PAGES) + 1
    assert cleaned.left == (".git/HEAD", ".git/objects/1", "closed/x", "out", "teams/CNAME")
    assert kept(tmp_path / "site") == before
    assert sorted(there(tmp_path / "site")) == [".git/HEAD", ".git/objects/1", "closed/x", "teams/CNAME"]


def test_clean_takes_the_folder_too_when_nothing_else_is_in_it(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    assert clean(tmp_path / "site").removed == len(PAGES) + 1
    assert list(tmp_path.iterdir()) == []
    assert clean(tmp_path / "site").removed == 0
    assert clean(tmp_path / "no/such/place").removed == 0
    assert list(tmp_path.iterdir()) == []
