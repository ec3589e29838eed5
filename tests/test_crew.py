"""Work is shared out among processes; what comes of it is the same as of one."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from okrsite.cli import okrsite
from okrsite.crew import crew
from tests.conftest import ROOT


def tenfold(state: int, piece: int) -> int:
    return state * piece


def who(_: int, __: int) -> int:
    return os.getpid()


def stumble(_: int, piece: int) -> int:
    if piece == 3:
        raise ValueError(piece)
    return piece


def die_once(mark: Path, piece: int) -> int:
    """Kill the worker that gets the third piece, the first time that somebody does."""
    if piece == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return piece * 10


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs: int) -> None:
    with crew(10, jobs) as workers:
        assert list(workers.each(tenfold, range(100))) == list(range(0, 1000, 10))


def test_several_processes_work_at_it() -> None:
    with crew(0, 2) as workers:
        assert os.getpid() not in set(workers.each(who, range(50)))


def test_one_job_is_done_here() -> None:
    with crew(0, 1) as workers:
        assert set(workers.each(who, range(5))) == {os.getpid()}


def test_what_a_lost_worker_was_to_do_is_done_all_the_same(tmp_path: Path) -> None:
    with crew(tmp_path / "mark", 2) as workers:
        assert list(workers.each(die_once, range(20))) == list(range(0, 200, 10))


def test_a_defect_in_a_worker_is_one_here() -> None:
    with crew(0, 2) as workers, pytest.raises(ValueError, match="3"):
        list(workers.each(stumble, range(10)))


def test_no_more_is_begun_than_is_asked_for() -> None:
    asked: list[int] = []

    def pieces() -> Iterator[int]:
        for piece in range(1000):
            asked.append(piece)
            yield piece

    with crew(1, 2) as workers:
        results = workers.each(tenfold, pieces())
        assert next(results) == 0
        assert len(asked) < 20


def test_no_process_is_left() -> None:
    with crew(0, 2) as workers:
        [one, *_] = set(workers.each(who, range(50)))
    with pytest.raises(ProcessLookupError):
        os.kill(one, 0)


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_several_processes_make_the_same_site(jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = built(tmp_path / "alone", "1")
    for room in ("output", "documents.kept", "checks"):
        monkeypatch.setattr(f"okrsite.{room}._WORTH_IT", 1)
    assert built(tmp_path / "together", jobs) == alone


def built(output: Path, jobs: str) -> tuple[str, dict[str, bytes]]:
    """What a build of the example says of its findings, and all files that it makes."""
    asked = ["build", str(ROOT), "--output", str(output), "--no-cache", "--jobs", jobs]
    result = CliRunner().invoke(okrsite, asked)
    assert result.exit_code == 0, result.output
    files = {str(file.relative_to(output)): file.read_bytes() for file in output.rglob("*") if file.is_file()}
    return result.stdout, files
