"""What did not change is not written again, and is never believed only because it lies there."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrsite.publish import Published, PublishError, Signatures, clean, deliver, signatures, staged, standing, untouched
from okrsite.publish.signatures import Mark

PAGES = {"index.html": "home", "teams/wards.html": "wards", "teams/äé.html": "letters"}
LONG_AGO = 1_500_000_000 * 10**9
FAR_OFF = 4_000_000_000 * 10**9


def publish(
    output: Path, pages: Mapping[str, str] = PAGES, known: Signatures | None = None, *, force: bool = False
) -> Published:
    with staged(output, version="1", signatures=known) as stage:
        for address, text in pages.items():
            stage.write(address, text.encode())
        return stage.publish(force=force)


def there(output: Path) -> dict[str, str]:
    files = (path for path in sorted(output.rglob("*")) if path.is_file() and not path.is_symlink())
    found = {path.relative_to(output).as_posix(): path.read_text() for path in files}
    found.pop("data/build.json", None)
    return found


def stamp(output: Path, stamp: int = LONG_AGO, addresses: Iterable[str] = (*PAGES, "data/build.json")) -> None:
    for address in addresses:
        os.utime(output / address, ns=(stamp, stamp))


def facts(output: Path) -> dict[str, tuple[int, int]]:
    """Which file each is, and its time stamp."""
    files = {path.relative_to(output).as_posix(): path.stat() for path in output.rglob("*") if path.is_file()}
    return {address: (file.st_ino, file.st_mtime_ns) for address, file in files.items()}


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let marks be believed at once, as they are some time after a site was published."""
    monkeypatch.setattr(signatures, "_TICK", -(10**12))
    monkeypatch.setattr(signatures, "_COARSE_TICK", -(10**12))


# The same files


def test_a_page_that_did_not_change_is_the_same_file_with_the_same_time_stamp(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    stamp(tmp_path / "site")
    before = facts(tmp_path / "site")
    known = publish(tmp_path / "site").signatures
    assert facts(tmp_path / "site") == before
    publish(tmp_path / "site", known=known)
    assert facts(tmp_path / "site") == before
    changed = publish(tmp_path / "site", PAGES | {"index.html": "HOME"}, known)
    after = facts(tmp_path / "site")
    assert changed.changed == 1
    assert {address for address in before if before[address] != after[address]} == {"index.html", "data/build.json"}
    assert {path.stat().st_nlink for path in (tmp_path / "site").rglob("*.html")} == {1}


@pytest.mark.usefixtures("at_once")
def test_a_file_with_a_known_mark_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = publish(tmp_path / "site").signatures
    read: list[str] = []
    monkeypatch.setattr(standing, "read_as", lambda file, _: read.append(file))
    known = publish(tmp_path / "site", known=known).signatures
    assert untouched(tmp_path / "site", known)
    assert read == []
    publish(tmp_path / "site")
    assert len(read) == len(PAGES) + 1


def test_a_file_published_a_moment_ago_is_read_before_it_is_believed(tmp_path: Path) -> None:
    known = publish(tmp_path / "site").signatures
    os.utime(tmp_path / "site/index.html", ns=(FAR_OFF, FAR_OFF))
    later = publish(tmp_path / "site", known=known).signatures
    assert {mark.changed for mark in known.marks.values()} == {-(2**63)}
    assert later.marks["index.html"].changed == -(2**63)
    assert later.marks["index.html"].modified == FAR_OFF


def test_static_files_and_the_list_keep_their_time_stamp_too(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"x" * (3 << 20))

    def copied() -> None:
        with staged(tmp_path / "site") as stage:
            stage.copy("con: x.pdf", str(tmp_path / "source"))
            stage.publish()

    copied()
    stamp(tmp_path / "site", addresses=("con: x.pdf", "data/build.json"))
    before = facts(tmp_path / "site")
    copied()
    assert facts(tmp_path / "site") == before
    (tmp_path / "source").write_bytes(b"y" * (3 << 20))
    copied()
    assert (tmp_path / "site/con: x.pdf").read_bytes() == b"y" * (3 << 20)


@pytest.mark.parametrize("number", [errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOTSUP])
@pytest.mark.parametrize("mounted", ["", "mounted"])
def test_where_second_names_are_refused_pages_are_written_with_the_old_time_stamp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, mounted: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(os.path, "ismount", lambda _: bool(mounted))
    publish(tmp_path / "site")
    stamp(tmp_path / "site")
    known = publish(tmp_path / "site").signatures
    publish(tmp_path / "site", PAGES | {"index.html": "HOME"}, known)
    after = facts(tmp_path / "site")
    assert {after[address][1] for address in PAGES if address != "index.html"} == {LONG_AGO}
    assert there(tmp_path / "site") == PAGES | {"index.html": "HOME"}


def test_rights_are_those_of_a_new_file_and_the_time_stamp_stays(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    stamp(tmp_path / "site")
    before = facts(tmp_path / "site")
    rights = (tmp_path / "site/index.html").stat().st_mode
    (tmp_path / "site/index.html").chmod(0o600)
    os.link(tmp_path / "site/index.html", tmp_path / "backup")
    publish(tmp_path / "site")
    after = facts(tmp_path / "site")
    assert (tmp_path / "site/index.html").stat().st_mode == rights
    assert after["index.html"][0] != before["index.html"][0]
    assert after["index.html"][1] == LONG_AGO
    assert (tmp_path / "backup").stat().st_mode & 0o777 == 0o600


def test_a_site_that_somebody_gave_second_names_elsewhere_stays_untouched_there(tmp_path: Path) -> None:
    known = publish(tmp_path / "site").signatures
    (tmp_path / "backup/teams").mkdir(parents=True)
    (tmp_path / "backup/data").mkdir()
    for address in (*PAGES, "data/build.json"):
        os.link(tmp_path / "site" / address, tmp_path / "backup" / address)
    listed = (tmp_path / "backup/data/build.json").read_bytes()
    before = facts(tmp_path / "backup")
    for pages in (PAGES, {address: text.upper() for address, text in PAGES.items()}, {}, PAGES):
        known = publish(tmp_path / "site", pages, known).signatures
        assert there(tmp_path / "backup") == PAGES
        assert (tmp_path / "backup/data/build.json").read_bytes() == listed
    clean(tmp_path / "site")
    assert facts(tmp_path / "backup") == before


# Time stamps go forward


def test_a_changed_page_has_a_later_time_stamp_even_when_the_clock_went_back(tmp_path: Path) -> None:
    known = publish(tmp_path / "site").signatures
    stamp(tmp_path / "site", FAR_OFF)
    known = publish(tmp_path / "site", PAGES | {"index.html": "HOME"}, known).signatures
    after = facts(tmp_path / "site")
    assert after["index.html"][1] == FAR_OFF + 10**9
    assert after["teams/wards.html"][1] == FAR_OFF
    assert untouched(tmp_path / "site", known)
    again = publish(tmp_path / "site", PAGES | {"index.html": "HOME"}, known)
    assert facts(tmp_path / "site") == after
    assert again.changed == 0


# Whatever others did to them


def rewrite(file: Path) -> None:
    with file.open("r+") as stream:
        stream.write("EVIL")


def rewrite_unseen(file: Path) -> None:
    before = file.stat()
    rewrite(file)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_unseen(file: Path) -> None:
    before = file.stat()
    other = file.with_name("other")
    other.write_text("EVIL"[: before.st_size])
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)


def point_elsewhere(file: Path) -> None:
    other = file.parent.parent / "elsewhere"
    other.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(other)


def hold_up(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def close(file: Path) -> None:
    file.chmod(0o040)


TAMPERED: list[Callable[[Path], object]] = [
    rewrite,
    rewrite_unseen,
    replace_unseen,
    point_elsewhere,
    hold_up,
    close,
    Path.unlink,
    lambda file: os.truncate(file, 2),
    lambda file: file.write_text(""),
]


@pytest.mark.parametrize("tamper", TAMPERED)
@pytest.mark.parametrize("kept", ["written", "kept", "nothing known"])
def test_what_somebody_did_to_a_page_is_made_good(tmp_path: Path, tamper: Callable[[Path], object], kept: str) -> None:
    output = tmp_path / "site"
    known = publish(output).signatures
    stamp(output)
    known = publish(output, known=known).signatures
    rights = (output / "index.html").stat().st_mode
    tamper(output / "index.html")
    assert not untouched(output, known)
    with staged(output, version="1", signatures=None if kept == "nothing known" else known) as stage:
        for address, text in PAGES.items():
            if kept != "kept" or not stage.keep(address, digest(text), len(text)):
                stage.write(address, text.encode())
        known = stage.publish().signatures
    assert there(output) == PAGES
    assert (output / "index.html").lstat().st_mode == rights
    assert facts(output)["teams/wards.html"][1] == LONG_AGO
    assert untouched(output, known)


@pytest.mark.usefixtures("at_once")
def test_a_page_rewritten_with_its_size_and_time_stamp_as_before_is_seen_by_its_mark(tmp_path: Path) -> None:
    known = publish(tmp_path / "site").signatures
    latest = max(mark.changed for mark in known.marks.values())
    clock = tmp_path / "clock"
    clock.touch()
    while clock.stat().st_ctime_ns <= latest:
        clock.touch()
    rewrite_unseen(tmp_path / "site/index.html")
    assert (tmp_path / "site/index.html").stat().st_mtime_ns == known.marks["index.html"].modified
    assert not untouched(tmp_path / "site", known)
    publish(tmp_path / "site", known=known)
    assert there(tmp_path / "site") == PAGES


def test_signatures_of_an_earlier_site_make_nothing_of_it_come_back(tmp_path: Path) -> None:
    early = publish(tmp_path / "site").signatures
    publish(tmp_path / "site", {address: text.upper() for address, text in PAGES.items()})
    assert not untouched(tmp_path / "site", early)
    late = publish(tmp_path / "site", PAGES, early).signatures
    assert there(tmp_path / "site") == PAGES
    assert untouched(tmp_path / "site", late)


def test_a_file_of_others_in_a_pages_place_is_never_taken_for_it(tmp_path: Path) -> None:
    known = publish(tmp_path / "site", {"index.html": "home"}).signatures
    (tmp_path / "site/new.html").write_text("new")
    with staged(tmp_path / "site", signatures=known) as stage:
        assert not stage.keep("new.html", digest("new"), 3)
    with pytest.raises(PublishError, match=r"new\.html"):
        publish(tmp_path / "site", {"new.html": "new"}, known, force=True)


# Without the bytes


def test_a_page_is_taken_over_without_its_bytes(tmp_path: Path) -> None:
    known = publish(tmp_path / "site").signatures
    stamp(tmp_path / "site")
    before = facts(tmp_path / "site")
    with staged(tmp_path / "site", version="1", signatures=known) as stage:
        assert dict(stage.published) == {address: digest(text) for address, text in PAGES.items()}
        assert all(stage.keep(address, digest(text), len(text)) for address, text in PAGES.items())
        published = stage.publish()
    assert facts(tmp_path / "site") == before
    assert (published.added, published.changed, published.removed) == (0, 0, 0)


@pytest.mark.parametrize(
    ("address", "text"), [("index.html", "HOME"), ("index.html", "longer"), ("none.html", "home"), ("../x", "x")]
)
def test_what_is_not_published_with_these_bytes_has_to_be_made(tmp_path: Path, address: str, text: str) -> None:
    publish(tmp_path / "site")
    (tmp_path / "x").write_text("x")
    with staged(tmp_path / "site") as stage:
        assert not stage.keep(address, digest(text), len(text))
        stage.write("index.html", b"made")
        stage.publish()
    assert there(tmp_path / "site") == {"index.html": "made"}


def test_a_page_that_goes_while_it_is_taken_over_has_to_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(source: str, *_: object, **__: object) -> None:
        Path(source).unlink()
        raise FileNotFoundError(errno.ENOENT, "gone", source)

    publish(tmp_path / "site")
    monkeypatch.setattr(os, "link", gone)
    with staged(tmp_path / "site") as stage:
        assert not stage.keep("index.html", digest("home"), 4)
        stage.write("index.html", b"made")
        stage.publish()
    assert there(tmp_path / "site") == {"index.html": "made"}


def test_an_address_is_given_away_once_however_it_is_filled(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    with staged(tmp_path / "site") as stage:
        assert stage.keep("index.html", digest("home"), 4)
        with pytest.raises(PublishError):
            stage.write("Index.html", b"")
        stage.reserve("teams/wards.html")
        with pytest.raises(PublishError):
            stage.keep("teams/wards.html", digest("wards"), 5)


# By other processes


def test_another_process_writes_a_page_at_its_reserved_place(tmp_path: Path) -> None:
    with staged(tmp_path / "site") as stage:
        place = stage.reserve("teams/wards.html")
        child = os.fork()
        if child == 0:
            try:
                deliver(place, b"half")
                deliver(place, b"wards")
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        stage.note("teams/wards.html", digest("wards"), 5)
        published = stage.publish()
    assert there(tmp_path / "site") == {"teams/wards.html": "wards"}
    assert published.manifest.digests == {"teams/wards.html": digest("wards")}


def test_what_was_reserved_and_never_noted_is_no_part_of_the_site(tmp_path: Path) -> None:
    with staged(tmp_path / "site") as stage:
        deliver(stage.reserve("teams/lost.html"), b"lost")
        stage.reserve("never/made.html")
        stage.write("index.html", b"home")
        stage.publish()
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == ["data", "index.html"]


def test_a_page_that_was_not_written_as_a_whole_is_refused(tmp_path: Path) -> None:
    with staged(tmp_path / "site") as stage:
        deliver(stage.reserve("index.html"), b"ho")
        with pytest.raises(PublishError, match="not written as a whole"):
            stage.note("index.html", digest("home"), 4)


@pytest.mark.parametrize("address", ["", "/x", "../x", "a//b", "con.html", "a:b", "index.html/x", "INDEX.html"])
def test_what_cannot_be_written_cannot_be_reserved(tmp_path: Path, address: str) -> None:
    with staged(tmp_path / "site") as stage:
        stage.write("index.html", b"home")
        with pytest.raises(PublishError):
            stage.reserve(address)


def test_a_page_written_elsewhere_that_did_not_change_keeps_its_time_stamp(tmp_path: Path) -> None:
    known = publish(tmp_path / "site").signatures
    stamp(tmp_path / "site")
    with staged(tmp_path / "site", signatures=known) as stage:
        stage.note("index.html", *delivered(stage.reserve("index.html"), "home"))
        stage.note("teams/wards.html", *delivered(stage.reserve("teams/wards.html"), "WARDS"))
        stage.publish()
    after = facts(tmp_path / "site")
    assert after["index.html"][1] == LONG_AGO
    assert after["teams/wards.html"][1] > LONG_AGO


def delivered(place: str, text: str) -> tuple[str, int]:
    return deliver(place, text.encode())


# Nothing to change


def test_a_site_is_untouched_until_somebody_touches_it(tmp_path: Path) -> None:
    output = tmp_path / "site"
    known = publish(output).signatures
    before = facts(output), output.stat(), sorted(tmp_path.iterdir())
    assert untouched(output, known)
    assert untouched(output, Signatures.from_bytes(known.to_bytes()))
    assert (facts(output), output.stat(), sorted(tmp_path.iterdir())) == before
    (output / "teams/CNAME").write_text("okr.example")
    assert not untouched(output, known)
    assert untouched(output, known, force=True)


def test_without_signatures_or_without_a_site_nothing_is_known(tmp_path: Path) -> None:
    known = publish(tmp_path / "site").signatures
    assert not untouched(tmp_path / "site", Signatures())
    assert not untouched(tmp_path / "none", known)
    clean(tmp_path / "site")
    assert not untouched(tmp_path / "site", known)


@pytest.mark.parametrize("rest", [".site.okrsite", "site/.okrsite"])
def test_what_a_build_left_or_is_at_is_no_untouched_site(tmp_path: Path, rest: str) -> None:
    known = publish(tmp_path / "site").signatures
    (tmp_path / rest).mkdir()
    assert not untouched(tmp_path / "site", known)


@pytest.mark.usefixtures("at_once")
def test_a_site_with_second_names_elsewhere_is_still_known(tmp_path: Path) -> None:
    known = publish(tmp_path / "site").signatures
    os.link(tmp_path / "site/index.html", tmp_path / "backup")
    assert untouched(tmp_path / "site", known)


# Kept in a store

ADDRESSES = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=9)
STAMPS = some.integers(-(2**63), 2**63 - 1)
MARKS = some.builds(Mark, some.integers(0, 2**64 - 1), STAMPS, STAMPS, STAMPS)


@given(some.dictionaries(ADDRESSES, some.tuples(some.binary(min_size=32, max_size=32), MARKS)), some.integers(0, 2**16))
def test_signatures_come_back_from_a_store_as_they_were(files: dict[str, tuple[bytes, Mark]], mode: int) -> None:
    digests = {address: data.hex() for address, (data, _) in files.items()}
    known = Signatures(digests, {address: mark for address, (_, mark) in files.items()}, mode)
    assert Signatures.from_bytes(known.to_bytes()) == known


@given(some.binary() | some.binary().map(lambda rest: Signatures().to_bytes()[:12] + rest))
def test_from_anything_else_comes_nothing(data: bytes) -> None:
    assert Signatures.from_bytes(data).marks == {}
