"""A real folder is watched, by the system and by looking again and again: whatever happens there is heard of."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from okrsite.watch import Changes, Folders, Watcher, watcher
from okrsite.watch.system import Listening

LONGEST = 30


class Heard:
    """A watcher at work; each batch can be waited for."""

    def __init__(self, folders: Folders, *, poll: bool) -> None:
        self.told: list[str] = []
        self.batches: SimpleQueue[Changes | None] = SimpleQueue()
        self.watcher = Watcher(folders, poll=poll, tell=self.told.append)
        self.watcher.start()
        self.look_at: Folders | None = None
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        for batch in self.watcher:
            self.batches.put(batch)
            if self.look_at:
                self.watcher.look_at(self.look_at)
        self.batches.put(None)

    def of(self, *paths: Path) -> set[str]:
        """Wait until every path was heard of; give all that was. A folder stands for what is in it, anything for all."""
        wanted, heard = {str(path) for path in paths}, set[str]()
        while wanted:
            batch = self.batches.get(timeout=LONGEST)
            assert batch is not None
            heard |= batch.paths or set()
            wanted = {path for path in wanted if batch.paths is not None and not _covers(batch.paths, path)}
        return heard

    def stop(self) -> None:
        """End, and wait for the end."""
        self.watcher.stop()
        self._thread.join(LONGEST)
        assert not self._thread.is_alive()


def _covers(paths: frozenset[str], path: str) -> bool:
    return any(path == one or path.startswith(f"{one}{os.sep}") for one in paths)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site, and a folder beside it."""
    root = tmp_path / "root"
    for name in ("content/okrs/2026-Q1/wards", "content/teams", "shared/people", "site"):
        (root / name).mkdir(parents=True)
    (root / "okrsite.yaml").write_text("title: Mill\n")
    (root / "content/org.md").write_text("mission: Flour\n")
    (root / "content/okrs/2026-Q1/wards/walk.md").write_text("title: Walk\n")
    (tmp_path / "laboratory").mkdir()
    return root


def folders(root: Path) -> Folders:
    whole = (f"{root}/content", f"{root.parent}/laboratory", f"{root}/themes/ours")
    return Folders((f"{root}/okrsite.yaml",), whole, (f"{root}/site",))


@pytest.fixture(params=["listening", "looking"])
def poll(request: pytest.FixtureRequest) -> bool:
    """Both ways of hearing."""
    return bool(request.param == "looking")


@pytest.fixture
def heard(root: Path, poll: bool) -> Iterator[Heard]:  # noqa: FBT001 - a fixture
    heard = Heard(folders(root), poll=poll)
    assert heard.watcher.polls == poll
    yield heard
    heard.stop()


def test_an_edited_file_is_heard_of_and_no_other(heard: Heard, root: Path) -> None:
    walk = root / "content/okrs/2026-Q1/wards/walk.md"
    walk.write_text("title: Walk further\n")
    assert heard.of(walk) == {str(walk)}


def test_a_second_edit_that_looks_the_same_is_heard_of(heard: Heard, root: Path) -> None:
    walk = root / "content/okrs/2026-Q1/wards/walk.md"
    for letter in "abc":
        walk.write_text(f"title: Wal{letter}\n")
        os.utime(walk, (1_000_000_000, 1_000_000_000))
        heard.of(walk)


def test_an_editor_s_way_to_save_is_one_change(heard: Heard, root: Path) -> None:
    walk, own = root / "content/okrs/2026-Q1/wards/walk.md", root / "content/okrs/2026-Q1/wards/.walk.md.swp"
    own.write_text("title: Walk further\n")
    (walk.parent / "4913").touch()
    (walk.parent / "4913").unlink()
    walk.rename(walk.with_name("walk.md~"))
    own.rename(walk)
    assert heard.of(walk) == {str(walk)}


def test_new_renamed_and_deleted_files_are_heard_of(heard: Heard, root: Path) -> None:
    run, jump = root / "content/okrs/2026-Q1/wards/run.md", root / "content/teams/jump.md"
    run.write_text("title: Run\n")
    heard.of(run)
    run.rename(jump)
    heard.of(run, jump)
    jump.unlink()
    heard.of(jump)


def test_new_moved_and_deleted_folders_are_heard_of_with_what_is_in_them(heard: Heard, root: Path) -> None:
    old, new = root / "content/okrs/2026-Q2/wards/run.md", root / "content/okrs/2026-Q3/wards/run.md"
    old.parent.mkdir(parents=True)
    old.write_text("title: Run\n")
    heard.of(old)
    (root / "content/okrs/2026-Q2").rename(root / "content/okrs/2026-Q3")
    heard.of(old, new)
    new.write_text("title: Run on\n")
    heard.of(new)
    shutil.rmtree(root / "content/okrs/2026-Q3")
    heard.of(new)


def test_a_folder_from_elsewhere_is_heard_of_with_what_is_in_it(heard: Heard, root: Path) -> None:
    (root.parent / "elsewhere/wards").mkdir(parents=True)
    (root.parent / "elsewhere/wards/run.md").write_text("title: Run\n")
    (root.parent / "elsewhere").rename(root / "content/okrs/2026-Q2")
    heard.of(root / "content/okrs/2026-Q2/wards/run.md")
    (root / "content/okrs/2026-Q2").rename(root.parent / "elsewhere")
    heard.of(root / "content/okrs/2026-Q2/wards/run.md")


def test_the_configuration_is_heard_of_but_not_what_lies_beside_it(heard: Heard, root: Path) -> None:
    (root / "README.md").write_text("x")
    (root / "site/index.html").write_text("x")
    (root / "okrsite.yaml").write_text("title: The mill\n")
    assert heard.of(root / "okrsite.yaml") == {f"{root}/okrsite.yaml"}


def test_a_theme_that_comes_to_be_is_heard_of(heard: Heard, root: Path) -> None:
    words = root / "themes/ours/words/en.yaml"
    words.parent.mkdir(parents=True)
    words.write_text("find: Look\n")
    heard.of(words)
    words.write_text("find: Seek\n")
    heard.of(words)


def test_a_mount_beside_the_site_is_heard_of(heard: Heard, root: Path) -> None:
    draw = root.parent / "laboratory/draw.md"
    draw.write_text("title: Draw\n")
    assert heard.of(draw) == {str(draw)}


def test_a_content_folder_in_the_place_of_another_is_heard_of_from_then_on(heard: Heard, root: Path) -> None:
    org = root / "content/org.md"
    (root / "content").rename(root / "before")
    org.parent.mkdir()
    org.write_text("mission: Bread\n")
    heard.of(org)
    org.write_text("mission: Cake\n")
    heard.of(org)


def test_what_links_lead_to_is_heard_of_by_the_link_s_name(heard: Heard, root: Path) -> None:
    (root / "shared/people/ines.md").write_text("name: Ines\n")
    (root / "content/people").symlink_to("../shared/people")
    (root / "content/teams/wards.md").symlink_to("../../shared/wards.md")
    heard.of(root / "content/people/ines.md")
    (root / "shared/people/noor.md").write_text("name: Noor\n")
    heard.of(root / "content/people/noor.md")
    (root / "shared/wards.md").write_text("name: Wards\n")
    heard.of(root / "content/teams/wards.md")


def test_links_in_a_ring_do_no_harm(root: Path, poll: bool) -> None:  # noqa: FBT001 - a fixture
    (root / "content/teams/up").symlink_to("..")
    (root / "content/teams/self").symlink_to("self")
    heard = Heard(folders(root), poll=poll)
    (root / "content/org.md").write_text("mission: Bread\n")
    heard.of(root / "content/org.md")
    heard.stop()


def test_names_that_are_no_text_are_heard_of(heard: Heard, root: Path) -> None:
    strange = root / os.fsdecode(b"content/teams/caf\xe9.md")
    strange.write_text("name: Cafe\n")
    heard.of(strange)


def test_a_branch_switch_is_heard_of_whole(heard: Heard, root: Path) -> None:
    files = [
        root / f"content/okrs/2026-Q{quarter}/team-{team}/{slug}.md"
        for quarter in range(1, 5)
        for team in range(5)
        for slug in "abcde"
    ]
    shutil.rmtree(root / "content/okrs")
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"title: {file.stem}\n")
    heard.of(*files, root / "content/okrs/2026-Q1/wards/walk.md")


def test_other_folders_can_be_watched_from_then_on(heard: Heard, root: Path) -> None:
    (root / "okrs").mkdir()
    heard.look_at = Folders((f"{root}/okrsite.yaml",), (f"{root}/okrs",))
    (root / "okrsite.yaml").write_text("content: okrs\n")
    heard.of(root / "okrsite.yaml")
    (root / "okrs/org.md").write_text("mission: Flour\n")
    heard.of(root / "okrs/org.md")


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "inotify watch limit reached")


def test_where_the_system_can_watch_no_more_that_is_said_and_files_are_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "Listening", _full)
    heard = Heard(folders(root), poll=False)
    assert heard.watcher.polls
    assert len(heard.told) == 1
    assert "inotify watch limit reached" in heard.told[0]
    (root / "content/org.md").write_text("mission: Bread\n")
    heard.of(root / "content/org.md")
    heard.stop()


def test_where_the_limit_is_reached_later_it_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(folders(root), poll=False)
    monkeypatch.setattr(Listening, "_insist_on_room", _full)
    (root / "content/okrs/2026-Q2").mkdir()
    heard.of(root / "content/okrs/2026-Q2")
    (root / "content/org.md").write_text("mission: Bread\n")
    heard.of(root / "content/org.md")
    assert heard.watcher.polls
    assert len(heard.told) == 1
    heard.stop()


def test_a_watcher_that_was_stopped_gives_nothing_more(heard: Heard) -> None:
    heard.watcher.stop()
    assert heard.batches.get(timeout=LONGEST) is None


def test_before_it_is_started_no_thread_is() -> None:
    before = threading.active_count()
    Watcher(Folders((), ()))
    assert threading.active_count() == before
