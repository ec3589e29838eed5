"""Pages made by a Dask cluster: many machines, each with the site at hand, behind the same interface as processes here."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError as FuturesCancelledError
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

from okrsite.cache import of_program
from okrsite.crew import Crew, Together

State = TypeVar("State")

_AHEAD = 3
_RETRIES = 5
_PATIENCE = "20s"


class ClusterError(Exception):
    """A cluster that cannot be used, in words for a person."""


@contextmanager
def cluster(state: State, address: str) -> Iterator[Crew[State]]:
    """Gather the workers of a Dask cluster; each gets the state once. A lost worker's pieces are done by another.

    `address` is that of the scheduler, such as `tcp://host:8786`. Raises `ClusterError` where it can't be reached, has
    no workers, or these have another okrsite.
    """
    client = _client(address)
    try:
        threads = _insist_on_same(client)
        [theirs] = client.scatter([state], broadcast=True, hash=False)
        with client.get_executor(retries=_RETRIES, pure=False) as executor:
            yield Together(state, executor, theirs, _AHEAD * threads, _lost())
    finally:
        client.close()


def _client(address: str) -> Any:
    if find_spec("distributed") is None:
        raise ClusterError("A cluster needs more to be installed: pip install 'okrsite[cluster]'.")
    try:
        return import_module("distributed").Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as trouble:
        raise ClusterError(f"No Dask scheduler answers at {address}.") from trouble


def _lost() -> tuple[type[BaseException], ...]:
    distributed = import_module("distributed")
    return distributed.CancelledError, distributed.KilledWorker, FuturesCancelledError


def _program() -> bytes:
    """Name the program of who is asked: it is found by its name there, not sent along."""
    return of_program()


def _insist_on_same(client: Any) -> int:
    """Refuse workers that would make other pages; give how many threads they have in all."""
    threads: dict[str, int] = client.nthreads()
    if not threads:
        raise ClusterError("The cluster has no workers.")
    own = of_program()
    others = sorted(worker for worker, program in client.run(_program).items() if program != own)
    if others:
        raise ClusterError(
            f"{others[0]} has another okrsite, Python or library than this machine: install the same on all."
        )
    return sum(threads.values())
