"""Killed, crowded out, refused by the system: what readers see stays whole."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from okrsite.publish import (
    Published,
    PublishError,
    Signatures,
    clean,
    deliver,
    exchange,
    ground,
    placing,
    recover,
    staged,
    untouched,
)

OLD = {"index.html": "old", "teams/wards.html": "old", "gone/x.html": "old"}
NEW = {"index.html": "new", "teams/wards.html": "new", "teams/new.html": "new"}
TOUCHES = {
    "open",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.chmod",
    "os.utime",
    "shutil.rmtree",
    "ctypes.dlsym",
}
"""What a program does to a disk, as the interpreter tells of it."""


def publish(output: Path, pages: dict[str, str], known: Signatures | None = None, *, force: bool = True) -> Published:
    with staged(output, version="1", signatures=known) as made:
        for address, text in pages.items():
            made.write(address, text.encode())
        published = made.publish(force=force)
    age(output)
    return published


def age(output: Path) -> None:
    """Let the files be some years old, so that what is done to the disk does not depend on the second it is done in."""
    for path in output.rglob("*.html"):
        os.utime(path, (1.5e9, 1.5e9))
    os.utime(output / "data/build.json", (1.5e9, 1.5e9))


def there(output: Path) -> dict[str, str]:
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    found = {path.relative_to(output).as_posix(): path.read_text() for path in files}
    found.pop("data/build.json", None)
    return found


def killed_at(touch: int, act: Callable[[], object]) -> bool:
    """Do something in a process that is killed before its nth touch of the disk; tell whether it was."""
    child = os.fork()
    if child == 0:
        left = touch

        def count(event: str, _: object) -> None:
            nonlocal left
            if event in TOUCHES:
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(count)
            act()
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL)
    return status == signal.SIGKILL


def kills(act: Callable[[], object]) -> Iterator[int]:
    """Kill it before its first touch of the disk, its second, and so on until it gets through."""
    touch = 0
    while killed_at(touch, act):
        yield touch
        touch += 1
    assert touch > 10


def fresh(output: Path) -> None:
    publish(output, OLD)
    (output / "CNAME").write_text("okr.example")


def busy(one: str, other: str) -> bool:
    raise OSError(errno.EBUSY, "no", one, None, other)


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_renameat2", lambda: None)


def test_killed_at_any_moment_the_site_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    output, seen = tmp_path / "site", set()
    fresh(output)
    for _ in kills(lambda: publish(output, NEW)):
        found = there(output)
        assert found.pop("CNAME") == "okr.example"
        assert found in (OLD, NEW)
        seen.add(found["index.html"])
        publish(output, OLD)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
        assert there(output) == OLD | {"CNAME": "okr.example"}
    assert seen == {"old", "new"}


def test_killed_between_two_renames_the_old_site_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_exchange(monkeypatch)
    output, away = tmp_path / "site", 0
    fresh(output)
    for _ in kills(lambda: publish(output, NEW)):
        away += not output.exists()
        with staged(output):
            found = there(output)
        assert found.pop("CNAME") == "okr.example"
        assert found in (OLD, NEW)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
        publish(output, OLD)
    assert away == 1


def test_killed_the_first_time_nothing_half_made_is_there(tmp_path: Path) -> None:
    for _ in kills(lambda: publish(tmp_path / "site", NEW)):
        assert there(tmp_path / "site") in ({}, NEW)
        clean(tmp_path / "site")
        assert list(tmp_path.iterdir()) == []


def test_killed_file_by_file_the_next_build_knows_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    output = tmp_path / "site"
    publish(output, OLD)
    for _ in kills(lambda: publish(output, NEW)):
        publish(output, OLD, force=False)
        assert there(output) == OLD
        assert not (output / ".okrsite").exists()


def published_by(output: Path, known: Signatures) -> Callable[[], object]:
    """Publish with pages that are written, taken over without their bytes, and written by another process."""

    def act() -> None:
        with staged(output, version="1", signatures=known) as made:
            made.write("index.html", b"new")
            assert made.keep("same.html", sha256(b"same").hexdigest(), 4)
            made.note("teams/wards.html", *deliver(made.reserve("teams/wards.html"), b"new"))
            made.write("teams/new.html", b"new")
            made.publish(force=True)

    return act


@pytest.mark.parametrize("place", ["in a folder", "mounted", "mounted, as is found out late"])
def test_killed_with_pages_that_did_not_change_a_run_that_publishes_nothing_sets_it_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda _: place == "mounted")
    if "late" in place:
        monkeypatch.setattr(placing, "exchanged", busy)
    output, seen = tmp_path / "site", set()
    known = publish(output, OLD | {"same.html": "same"}).signatures
    (output / "CNAME").write_text("okr.example")
    for _ in kills(published_by(output, known)):
        found = there(output)
        assert {found["index.html"], found["teams/wards.html"]} <= {"old", "new"}
        recover(output)
        found = there(output)
        assert (found.pop("CNAME"), found.pop("same.html")) == ("okr.example", "same")
        assert found in (OLD, NEW)
        assert not recover(output)
        assert not (output / ".okrsite").exists()
        assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
        seen.add(found["index.html"])
        known = publish(output, OLD | {"same.html": "same"}, known).signatures
        assert untouched(output, known, force=True)
    assert seen == {"old", "new"}


@pytest.mark.parametrize("late", ["", "late"])
def test_killed_file_by_file_it_can_be_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: str) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda _: not late)
    monkeypatch.setattr(placing, "exchanged", busy)
    output = tmp_path / "site"
    publish(output, OLD)
    for _ in kills(lambda: publish(output, NEW)):
        clean(output)
        assert not output.exists()
        publish(output, OLD)


def test_killed_file_by_file_a_folder_still_becomes_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    output, one, other = tmp_path / "site", {"a/b.html": "1", "d": "2"}, {"a": "3", "d/e.html": "4"}
    publish(output, one)
    for _ in kills(lambda: publish(output, other)):
        recover(output)
        assert there(output) in (one, other)
        publish(output, one, force=False)
        assert there(output) == one


def test_refused_in_the_middle_it_says_so_and_the_next_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, replace = tmp_path / "site", os.replace

    def failing(source: str, target: str) -> None:
        if target.endswith("wards.html"):
            raise OSError(errno.EIO, "Input/output error", target)
        replace(source, target)

    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    publish(output, OLD)
    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", failing)
        with pytest.raises(PublishError, match="the next build goes on where this one stopped"):
            publish(output, NEW)
    recover(output)
    assert there(output) == NEW


def test_what_others_put_in_the_way_since_a_build_was_killed_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    output, met = tmp_path / "site", 0
    publish(output, OLD)
    for _ in kills(lambda: publish(output, NEW)):
        if (output / ".okrsite/journal").exists() and not (output / "teams/new.html").exists():
            met += 1
            (output / "teams/new.html").write_text("mine")
            for act in (lambda: recover(output), lambda: clean(output), lambda: publish(output, OLD)):
                with pytest.raises(PublishError, match="lies where a page belongs"):
                    act()
            assert (output / "teams/new.html").read_text() == "mine"
            (output / "teams/new.html").unlink()
            recover(output)
            assert there(output) == NEW
        publish(output, OLD)
    assert met > 1


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", "[" * 100_000, '{"early": [], "bring": ["../x"], "fresh": [], "stale": []}', '{"bring": [[1]]}'],
)
def test_a_journal_that_cannot_be_believed_is_taken_away(tmp_path: Path, text: str) -> None:
    output = tmp_path / "site"
    publish(output, OLD)
    (output / ".okrsite/new").mkdir(parents=True)
    with staged(tmp_path / "other"):
        shutil.copy(tmp_path / ".other.okrsite/lock", output / ".okrsite")
    (output / ".okrsite/journal").write_text(text)
    assert recover(output)
    assert not (output / ".okrsite").exists()
    assert there(output) == OLD


def test_killed_while_cleaning_the_next_clean_finishes(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(output, OLD)
    for _ in kills(lambda: clean(output)):
        clean(output)
        assert list(tmp_path.iterdir()) == []
        publish(output, OLD)


# Where nothing can be exchanged


def test_where_the_system_has_no_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_exchange(monkeypatch)
    publish(tmp_path / "site", OLD)
    assert publish(tmp_path / "site", NEW).word == ""
    assert there(tmp_path / "site") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_second_rename_that_fails_undoes_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_exchange(monkeypatch)
    publish(tmp_path / "site", OLD)
    rename = os.rename

    def failing(source: str, target: str) -> None:
        if source.endswith("new"):
            raise OSError(errno.ENOSPC, "full", source, None, target)
        rename(source, target)

    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(PublishError):
        publish(tmp_path / "site", NEW)
    assert there(tmp_path / "site") == OLD


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EBUSY, errno.EACCES])
@pytest.mark.parametrize("found_out", ["before", "late"])
def test_a_mount_point_is_filled_file_by_file_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, found_out: str
) -> None:
    def refused(one: str, other: str) -> bool:
        raise OSError(number, "no", one, None, other)

    output = tmp_path / "site"
    publish(output, OLD)
    (output / "CNAME").write_text("okr.example")
    monkeypatch.setattr(placing, "exchanged", refused)
    monkeypatch.setattr(os.path, "ismount", lambda _: found_out == "before")
    published = publish(output, NEW)
    assert "one by one" in published.word
    assert there(output) == NEW | {"CNAME": "okr.example"}
    assert not (output / "gone").exists()
    assert not (output / ".okrsite").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
    assert publish(output, NEW).changed == 0


def test_file_by_file_a_folder_can_become_a_file_and_a_file_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    publish(tmp_path / "site", {"a/b/c.html": "1", "d": "2"})
    publish(tmp_path / "site", {"a": "3", "d/e/f.html": "4"}, force=False)
    assert there(tmp_path / "site") == {"a": "3", "d/e/f.html": "4"}


def test_file_by_file_files_of_others_are_refused_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    fresh(tmp_path / "site")
    with pytest.raises(PublishError, match="CNAME"):
        publish(tmp_path / "site", NEW, force=False)
    assert there(tmp_path / "site") == OLD | {"CNAME": "okr.example"}


def test_a_parent_that_is_closed_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ground, "_writable", lambda _: False)
    publish(tmp_path / "site", OLD)
    assert "one by one" in publish(tmp_path / "site", NEW).word
    assert there(tmp_path / "site") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_parent_that_permits_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: str, mode: int = 0o777) -> None:  # noqa: ARG001 - as os.mkdir has it
        raise PermissionError(errno.EACCES, "no", path)

    monkeypatch.setattr(os, "mkdir", closed)
    with pytest.raises(PublishError) as caught:
        publish(tmp_path / "site", NEW)
    assert caught.value.message.startswith("Writing is not permitted")


# A full disk


def full_after(writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full after so many writes."""
    write, left = os.write, writes

    def limited(descriptor: int, data: bytes) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", limited)


@pytest.mark.parametrize(
    ("place", "writes"),
    [*[("in a folder", writes) for writes in range(5)], *[("mounted", writes) for writes in range(7)]],
)
def test_a_full_disk_leaves_the_old_site_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int, place: str
) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda _: place == "mounted")
    publish(tmp_path / "site", OLD)
    full_after(writes, monkeypatch)
    with pytest.raises(PublishError) as caught:
        publish(tmp_path / "site", NEW)
    assert caught.value.message.startswith("The disk is full")
    assert there(tmp_path / "site") == OLD
    assert not (tmp_path / "site/.okrsite").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_full_mount_point_is_found_out_before_the_first_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device", "x")

    publish(tmp_path / "site", OLD)
    monkeypatch.setattr(placing, "exchanged", busy)
    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(PublishError):
        publish(tmp_path / "site", NEW)
    assert there(tmp_path / "site") == OLD
    assert not (tmp_path / "site/.okrsite").exists()


def test_a_page_larger_than_the_system_permits_leaves_the_old_site(tmp_path: Path) -> None:
    publish(tmp_path / "site", OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, before[1]))
    try:
        with pytest.raises(PublishError) as caught:
            publish(tmp_path / "site", NEW | {"large.html": "x" * (1 << 17)})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.message.startswith("A file is larger")
    assert there(tmp_path / "site") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_name_that_is_too_long_for_the_disk_is_said(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as caught:
        publish(tmp_path / "site", {"x" * 300: ""})
    assert caught.value.message.startswith("A name is too long")


# Two at once


def test_a_second_build_is_refused_with_a_word_and_does_no_harm(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(output, OLD)
    with staged(output) as first:
        first.write("index.html", b"first")
        with pytest.raises(PublishError) as caught:
            publish(output, NEW)
        with pytest.raises(PublishError):
            clean(output)
        first.publish()
    assert "Another build" in caught.value.message
    assert there(output) == {"index.html": "first"}
    assert publish(output, NEW).changed == 1


def test_a_second_process_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(output, OLD)
    holds, held = os.pipe()
    finish, finished = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with staged(output) as first:
                first.write("index.html", b"first")
                os.write(held, b".")
                os.read(finish, 1)
                first.publish()
            os._exit(0)
        finally:
            os._exit(1)
    os.read(holds, 1)
    try:
        with pytest.raises(PublishError, match="Another build"):
            publish(output, NEW)
        assert there(output) == OLD
    finally:
        os.write(finished, b".")
        assert os.waitpid(child, 0)[1] == 0
    assert there(output) == {"index.html": "first"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_somebody_who_may_not_write_beside_the_output_is_refused_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "site"
    publish(output, OLD)
    with staged(output) as first:
        first.write("index.html", b"first")
        monkeypatch.setattr(ground, "_writable", lambda _: False)
        for act in (lambda: publish(output, NEW), lambda: clean(output), lambda: recover(output)):
            with pytest.raises(PublishError, match="Another build"):
                act()
        first.publish()
    assert there(output) == {"index.html": "first"}
    publish(output, NEW)
    with staged(output) as second:
        monkeypatch.setattr(ground, "_writable", lambda _: True)
        with pytest.raises(PublishError, match="Another build"):
            publish(output, OLD)
        second.write("index.html", b"second")
        second.publish()
    assert there(output) == {"index.html": "second"}


def test_the_lock_of_a_killed_build_holds_nobody_up(tmp_path: Path) -> None:
    output = tmp_path / "site"

    def interrupted() -> None:
        with staged(output) as made:
            made.write("index.html", b"half")
            os.kill(os.getpid(), signal.SIGKILL)

    assert killed_at(10**6, interrupted)
    assert (tmp_path / ".site.okrsite/new/index.html").exists()
    publish(output, NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
