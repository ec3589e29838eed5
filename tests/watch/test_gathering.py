"""When a batch is given, and what is in it: told with a clock that the test moves."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from okrsite.watch.gathering import Changes, Gathering, Sign


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file with something in it."""
    path = tmp_path / "walk.md"
    path.write_text("title: Walk\n")
    return str(path)


def paths(changes: Changes | None) -> set[str] | None:
    """Give the paths of a batch by their last names; None where there is no batch, or it is anything."""
    if changes is None or changes.paths is None:
        return None
    return {os.path.basename(path) for path in changes.paths}  # noqa: PTH119 - as they are given


def test_nothing_heard_gives_nothing() -> None:
    gathering = Gathering()
    assert gathering.due(0) is None
    assert gathering.take(100) is None


def test_edits_are_gathered_until_it_has_been_quiet_for_a_moment(file: str) -> None:
    gathering = Gathering()
    gathering.touch(file, Sign.ENDED, 10.0)
    assert gathering.due(10.0) == pytest.approx(0.05)
    assert gathering.take(10.04) is None
    gathering.touch(file, Sign.ENDED, 10.04)
    assert gathering.take(10.06) is None
    assert paths(gathering.take(10.1)) == {"walk.md"}
    assert gathering.take(11) is None


def test_somebody_who_never_pauses_is_shown_all_the_same(file: str) -> None:
    gathering = Gathering()
    given = []
    for tick in range(100):
        gathering.touch(file, Sign.ENDED, tick / 100)
        given.append(gathering.take(tick / 100))
    assert len([one for one in given if one]) in (1, 2)


def test_a_file_that_is_still_being_written_is_waited_for(file: str) -> None:
    gathering = Gathering()
    gathering.touch(file, Sign.WRITING, 1.0)
    assert gathering.take(1.1) is None
    gathering.touch(file, Sign.WRITING, 1.1)
    gathering.touch(file, Sign.ENDED, 1.11)
    assert paths(gathering.take(1.17)) == {"walk.md"}


def test_a_file_that_is_kept_open_is_shown_in_the_end(file: str) -> None:
    gathering = Gathering()
    gathering.touch(file, Sign.WRITING, 1.0)
    assert gathering.take(1.2) is None
    assert paths(gathering.take(1.31)) == {"walk.md"}


def test_an_emptied_file_is_waited_for_until_it_is_written_again(file: str) -> None:
    gathering = Gathering()
    Path(file).write_text("")
    gathering.touch(file, Sign.ENDED, 1.0)
    assert gathering.take(1.1) is None
    Path(file).write_text("title: Walk further\n")
    gathering.touch(file, Sign.ENDED, 1.1)
    assert paths(gathering.take(1.16)) == {"walk.md"}


def test_a_file_that_stays_empty_is_shown_as_such(file: str) -> None:
    gathering = Gathering()
    Path(file).write_text("")
    gathering.touch(file, Sign.ENDED, 1.0)
    assert paths(gathering.take(1.31)) == {"walk.md"}


def test_a_file_that_grows_while_nobody_says_who_writes_it_is_waited_for(file: str) -> None:
    gathering = Gathering()
    gathering.touch(file, Sign.UNKNOWN, 1.0)
    assert gathering.take(1.06) is None
    Path(file).write_text("title: Walk\nwhy: It is good.\n")
    assert gathering.take(1.2) is None
    assert gathering.take(1.3) is None
    assert paths(gathering.take(1.36)) == {"walk.md"}


def test_a_deleted_file_is_waited_for_as_some_editors_write_it_anew(file: str) -> None:
    gathering = Gathering()
    Path(file).unlink()
    gathering.touch(file, Sign.ENDED, 1.0)
    assert gathering.take(1.06) is None
    assert paths(gathering.take(1.11)) == {"walk.md"}


def test_both_names_of_a_renamed_file_come_together_and_at_once(file: str) -> None:
    gathering = Gathering()
    to = Path(file).with_name("run.md")
    Path(file).rename(to)
    gathering.touch(file, Sign.MOVED, 1.0)
    gathering.touch(str(to), Sign.ENDED, 1.0)
    assert paths(gathering.take(1.06)) == {"walk.md", "run.md"}


def test_what_is_deleted_here_and_comes_to_be_there_comes_together(file: str) -> None:
    gathering = Gathering()
    to = Path(file).with_name("run.md")
    Path(file).rename(to)
    gathering.touch(file, Sign.ENDED, 1.0)
    gathering.touch(str(to), Sign.ENDED, 1.0)
    assert gathering.take(1.06) is None
    assert paths(gathering.take(1.11)) == {"walk.md", "run.md"}


def test_what_an_editor_made_and_moved_into_place_is_one_change(file: str) -> None:
    gathering = Gathering()
    own = Path(file).with_name("walk.md.KX3Q9v")
    gathering.touch(str(own), Sign.CREATED, 1.0)
    gathering.touch(str(own), Sign.ENDED, 1.0)
    gathering.touch(str(own), Sign.MOVED, 1.0)
    gathering.touch(file, Sign.ENDED, 1.0)
    assert paths(gathering.take(1.06)) == {"walk.md"}


def test_a_folder_needs_no_waiting(tmp_path: Path) -> None:
    gathering = Gathering()
    gathering.touch(str(tmp_path), Sign.CREATED, 1.0)
    assert paths(gathering.take(1.06)) == {tmp_path.name}


def test_very_much_at_once_is_anything(file: str) -> None:
    gathering = Gathering()
    for number in range(501):
        gathering.touch(f"{file}/../{number}", Sign.MOVED, 1.0)
    assert gathering.take(1.06) == Changes(None)


def test_after_a_storm_all_is_looked_at_since_some_may_not_have_been_heard(file: str) -> None:
    gathering = Gathering()
    for beat in range(3000):
        gathering.touch(file, Sign.ENDED, beat / 1000)
    assert paths(gathering.take(2.999)) == {"walk.md"}
    assert gathering.due(2.999) is not None
    assert gathering.take(3.06) == Changes(None)
    assert gathering.due(3.06) is None


def test_whoever_says_that_anything_may_have_changed_is_believed() -> None:
    gathering = Gathering()
    gathering.touch_all(1.0)
    assert gathering.take(1.06) == Changes(None)
    assert gathering.take(2.0) is None
