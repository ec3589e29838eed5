"""The store: what was kept is had back whole or not at all, whatever happens to its file in between."""

import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from threading import Event, Thread

import pytest

from okrsite.cache import Store, Unkeepable, digest_of, folder_for, packed, pruning, remove, unpacked
from okrsite.cache.store import NAME
from okrsite.diagnostics import Level, Span, error

DAMAGED = "What was kept of earlier builds was damaged and has been thrown away; all was made anew."
KEY, OTHER = digest_of("one"), digest_of("other")


def filled(folder: Path, values: dict[bytes, bytes] | None = None) -> Path:
    """Keep values in a store of its own, and give its file."""
    store = Store.at(str(folder / "kept"), str(folder / "site"))
    for key, value in (values or {KEY: b"what was made" * 100}).items():
        store.keep(key, value)
    store.note(OTHER, b"a note")
    store.close()
    assert not store.word
    return folder / "kept" / NAME


def opened(file: Path) -> Store:
    return Store.at(str(file.parent), str(file.parent.parent / "site"))


def test_what_was_kept_is_there_for_the_next_build(tmp_path: Path) -> None:
    store = opened(filled(tmp_path))
    assert store.get(KEY) == b"what was made" * 100
    assert store.noted(OTHER) == b"a note"
    assert store.get(OTHER) is None
    store.close()
    assert not store.word


def test_only_its_owner_can_look_into_the_folder(tmp_path: Path) -> None:
    file = filled(tmp_path)
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("program", [b"", b"another"])
def test_another_program_finds_nothing(tmp_path: Path, program: bytes) -> None:
    one, other = Store(str(tmp_path / "kept"), b"this"), Store(str(tmp_path / "kept"), program)
    assert one.key("document", "x") != other.key("document", "x")


def test_parts_of_a_key_never_run_into_each_other() -> None:
    assert (
        len(
            {digest_of("ab", "c"), digest_of("a", "bc"), digest_of("abc"), digest_of("ab", b"c"), digest_of("ab", None)}
        )
        == 5
    )


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    at = content.index(b"what was made")
    content[at] ^= 1
    file.write_bytes(content)


def cut(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: content.index(b"what was made") + 20])


def of_a_newer_version(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")


def without_tables(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE kept")


def with_text_for_bytes(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE kept SET value = 'text'")


def under_another_key(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE kept SET key = ?", (OTHER,))


@pytest.mark.parametrize(
    "damage",
    [
        flip,
        cut,
        of_a_newer_version,
        without_tables,
        with_text_for_bytes,
        under_another_key,
        lambda file: file.write_bytes(b"no database at all" * 500),
        lambda file: file.write_bytes(file.read_bytes()[:100] + b"\xff" * 5000),
    ],
)
def test_a_damaged_store_is_thrown_away_with_a_word(damage: Callable[[Path], None], tmp_path: Path) -> None:
    file = filled(tmp_path)
    damage(file)
    store = opened(file)
    assert store.many([KEY, OTHER]) == {}
    store.keep(KEY, b"made anew")
    store.close()
    assert store.word == DAMAGED
    again = opened(file)
    assert again.get(KEY) is None
    again.close()
    assert not again.word


def test_any_byte_may_be_wrong(tmp_path: Path) -> None:
    file = filled(tmp_path)
    whole = file.read_bytes()
    for at in range(0, len(whole), 61):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        store = opened(file)
        assert store.get(KEY) in {None, b"what was made" * 100}
        store.close()


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine")
    store = Store.at(str(tmp_path / "kept"), str(tmp_path / "site"))
    assert store.word == f"Nothing is kept in {tmp_path}/kept: a file stands in the way."
    assert not store.keeps
    store.keep(KEY, b"x")
    store.close()
    assert (tmp_path / "kept").read_text() == "mine"


def test_a_folder_that_others_may_write_into_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept").chmod(0o777)
    store = Store.at(str(tmp_path / "kept"), str(tmp_path / "site"))
    assert store.word == f"Nothing is kept in {tmp_path}/kept: others may write there."


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "kept").symlink_to("elsewhere")
    assert not Store.at(str(tmp_path / "kept"), str(tmp_path / "site")).keeps


def test_a_folder_that_can_only_be_read_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        trouble = sqlite3.OperationalError("unable to open database file")
        trouble.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise trouble

    monkeypatch.setattr(sqlite3, "connect", refused)
    store = Store.at(str(tmp_path / "kept"), str(tmp_path / "site"))
    assert not store.keeps
    assert "it can’t be opened" in store.word


@pytest.mark.parametrize("where", ["site/.cache", "site", "cache"])
def test_nothing_is_kept_beside_the_sources(where: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "site").mkdir()
    store = Store.at(str(tmp_path / where), str(tmp_path / "site"))
    assert "beside the sources" in store.word
    assert not store.keeps


def test_a_full_disk_costs_only_what_would_have_been_kept(tmp_path: Path) -> None:
    file = filled(tmp_path)
    store = opened(file)
    connection = store._connection  # noqa: SLF001 - a small disk is hard to come by
    assert connection is not None
    connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
    store.keep(OTHER, b"x" * 100_000)
    store.close()
    assert store.word == f"Nothing more is kept in {file.parent}: the disk is full."
    again = opened(file)
    assert again.get(KEY) == b"what was made" * 100
    assert again.get(OTHER) is None


def test_what_another_build_is_writing_is_waited_for(tmp_path: Path) -> None:
    one, other = opened(filled(tmp_path)), opened(tmp_path / "kept" / NAME)
    one.keep(digest_of("from one"), b"1")
    other.keep(digest_of("from other"), b"2")
    one.settle()
    other.settle()
    assert one.get(digest_of("from other")) == b"2"
    assert other.get(digest_of("from one")) == b"1"
    assert not one.word + other.word


def write_without_end(file: Path) -> None:
    for number in range(10**9):
        store = opened(file)
        store.keep(digest_of(number), b"x" * 20_000)
        store.note(OTHER, b"%d" % number)
        store.close()


def test_a_build_killed_while_it_writes_harms_nothing(tmp_path: Path) -> None:
    file = filled(tmp_path)
    for patience in (0.05, 0.15, 0.3):
        process = multiprocessing.get_context("fork").Process(target=write_without_end, args=(file,))
        process.start()
        process.join(patience)
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        store = opened(file)
        assert store.get(KEY) == b"what was made" * 100
        store.close()
        assert not store.word


def test_what_the_last_builds_did_not_use_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pruning, "_AT_LEAST", 25_000)
    file = tmp_path / "kept" / NAME
    for build in range(8):
        store = opened(file)
        store.get(digest_of("always"))
        store.keep(digest_of("always"), b"y" * 1000)
        store.keep(digest_of(build), b"x" * 9000)
        store.close()
    store = opened(file)
    assert [build for build in range(8) if store.get(digest_of(build))] == [6, 7]
    assert store.get(digest_of("always"))


def test_values_come_back_as_they_were() -> None:
    finding = error("syntax", Span("a.md", 1, 2, 3, "…"), "Words.", related=())
    value = (finding, {"a": (Decimal("1.50"), None, True)}, frozenset({"x"}), Level.NOTE, b"bytes")
    assert repr(unpacked(packed(value))) == repr(value)


@pytest.mark.parametrize(
    "value", [datetime(2026, 1, 1, tzinfo=UTC), object(), print, Path("x"), os.system, type("Text", (str,), {})("x")]
)
def test_other_values_are_not_kept(value: object) -> None:
    with pytest.raises(Unkeepable):
        packed(("fine", value))


@pytest.mark.parametrize(
    "data",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        b"cbuiltins\neval\n(S'1'\ntR.",
        b"cokrsite.cli\nmain\n(tR.",
        b"cokrsite.__main__\nmain\n(tR.",
        b"cokrsite.diagnostics\nSpan\n(S'too few'\ntR.",
        b"cokrsite.cache.store\nos\n.",
        b"",
        b"\x80\x05",
        b"garbage",
    ],
)
def test_bytes_that_name_anything_else_are_refused(data: bytes) -> None:
    with pytest.raises(Unkeepable):
        unpacked(data)


def test_what_is_kept_can_be_removed(tmp_path: Path) -> None:
    file = filled(tmp_path)
    assert remove(str(file.parent))
    assert not remove(str(file.parent))
    assert not file.parent.exists()


def test_each_site_has_a_folder_of_its_own(tmp_path: Path) -> None:
    folders = {folder_for(str(tmp_path), str(tmp_path / site)) for site in ("one", "other", "one/../one")}
    assert len(folders) == 2


def test_it_is_settled_and_closed_while_others_still_keep(tmp_path: Path) -> None:
    values = {digest_of(str(number)): b"what was made" for number in range(20_000)}
    file = filled(tmp_path)
    store, keeping = opened(file), Event()

    def keep() -> None:
        for key, value in values.items():
            store.keep(key, value)
            keeping.set()
            store.get(KEY)

    thread = Thread(target=keep)
    thread.start()
    keeping.wait()
    while thread.is_alive() and not store.many(list(values)[2_000:]):
        store.settle()
    store.close()
    thread.join()
    assert not store.word
    again = opened(file)
    assert again.get(KEY)
    assert len(again.many(list(values))) > 2_000
    again.close()
