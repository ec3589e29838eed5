"""A Dask cluster makes the same site as one machine, also when a worker is lost in the middle."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from benchmarks import generate
from okrsite.cli import okrsite
from okrsite.cluster import ClusterError, cluster


@pytest.fixture(scope="module")
def workers() -> Iterator[LocalCluster]:
    """Start three worker processes on this machine."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=3, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as local:
        yield local


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write an organisation of sixty objectives."""
    root = tmp_path_factory.mktemp("company")
    generate.write(root, 60, 1, 0, 0)
    return root


def built(root: Path, output: Path, *more: str) -> dict[str, bytes]:
    result = CliRunner().invoke(okrsite, ["build", str(root), "--output", str(output), "--no-cache", "-q", *more])
    assert result.exit_code == 0, result.output
    return {str(file.relative_to(output)): file.read_bytes() for file in sorted(output.rglob("*")) if file.is_file()}


def pid_and_tenfold(state: list[Path], piece: int) -> tuple[int, int]:
    """Kill the worker that has the fifth piece, the first time that one gets it."""
    if piece == 5 and not state[0].exists():
        state[0].touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid(), piece * 10


def test_the_same_site_as_of_one_machine(workers: LocalCluster, company: Path, tmp_path: Path) -> None:
    alone = built(company, tmp_path / "alone", "--jobs", "1")
    together = built(company, tmp_path / "together", "--cluster", workers.scheduler_address)
    assert together == alone


def test_a_worker_that_is_killed_costs_no_more_than_a_retry(workers: LocalCluster, tmp_path: Path) -> None:
    with cluster([tmp_path / "mark"], workers.scheduler_address) as crew:
        results = list(crew.each(pid_and_tenfold, range(60)))
    assert (tmp_path / "mark").exists()
    assert [result for _, result in results] == list(range(0, 600, 10))
    assert os.getpid() not in {pid for pid, _ in results}


def test_where_nobody_answers_that_is_said(company: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        okrsite, ["build", str(company), "--output", str(tmp_path / "site"), "--cluster", "tcp://127.0.0.1:9"]
    )
    assert result.exit_code != 0
    assert "No Dask scheduler answers at tcp://127.0.0.1:9." in result.output
    assert not (tmp_path / "site").exists()


def test_workers_with_another_program_are_refused(workers: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrsite.cluster.of_program", lambda: b"another")
    with pytest.raises(ClusterError, match="another okrsite"), cluster(0, workers.scheduler_address):
        pass
