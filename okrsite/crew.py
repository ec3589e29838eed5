"""Work shared out among processes, or done by this one alone; the results are the same, and come in the same order."""

from __future__ import annotations

import ctypes
import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_all_start_methods, get_context
from typing import Any, Generic, Protocol, TypeVar

State = TypeVar("State")
State_co = TypeVar("State_co", covariant=True)
Given = TypeVar("Given")
Done = TypeVar("Done")
Step = Callable[[State, Given], Done]

_AHEAD = 4
"""How many pieces of work for each process lie ready or done: more would only fill the memory."""
_DEATH_OF_PARENT = 1


class Crew(Protocol[State_co]):
    """Those who do the work. All of them have the same state at hand, which none of them changes."""

    def each(self, step: Callable[[State_co, Given], Done], pieces: Iterable[Given]) -> Iterator[Done]:
        """Do a step with each piece of work, and give the results in the order of the pieces."""
        ...


class Alone(Generic[State]):
    """One process by itself, a piece at a time."""

    def __init__(self, state: State) -> None:
        self._state = state

    def each(self, step: Step[State, Given, Done], pieces: Iterable[Given]) -> Iterator[Done]:
        """Do a step with each piece of work."""
        return (step(self._state, piece) for piece in pieces)


class Together(Generic[State]):
    """Workers behind an executor. What a lost worker was to do, and nobody else does for it, is done here.

    `theirs` is what stands for the state in a call that goes to them; `ahead` is how many pieces may lie with them;
    `lost` is what is raised where a worker is lost.
    """

    def __init__(
        self,
        state: State,
        executor: Executor,
        theirs: object,
        ahead: int,
        lost: tuple[type[BaseException], ...] = (BrokenExecutor,),
    ) -> None:
        self._state = state
        self._lost = lost
        self._executor = executor
        self._theirs = theirs
        self._ahead = ahead

    def each(self, step: Step[State, Given, Done], pieces: Iterable[Given]) -> Iterator[Done]:
        """Do a step with each piece of work."""
        waiting: deque[tuple[Given, Future[Done] | None]] = deque()
        for piece in pieces:
            waiting.append((piece, self._handed(step, piece)))
            if len(waiting) >= self._ahead:
                yield self._done(step, *waiting.popleft())
        while waiting:
            yield self._done(step, *waiting.popleft())

    def _handed(self, step: Step[State, Given, Done], piece: Given) -> Future[Done] | None:
        with suppress(*self._lost):
            return self._executor.submit(_at_work, self._theirs, step, piece)
        return None

    def _done(self, step: Step[State, Given, Done], piece: Given, future: Future[Done] | None) -> Done:
        with suppress(*self._lost):
            if future is not None:
                return future.result()
        return step(self._state, piece)


@contextmanager
def crew(state: State, jobs: int) -> Iterator[Crew[State]]:
    """Gather `jobs` processes that begin as copies of this one; where there can't be several, this one is alone."""
    if jobs == 1 or "fork" not in get_all_start_methods():
        yield Alone(state)
        return
    gc.freeze()
    executor = ProcessPoolExecutor(jobs, get_context("fork"), _begin, (state,))
    try:
        yield Together(state, executor, None, _AHEAD * jobs)
    finally:
        executor.shutdown(cancel_futures=True)
        gc.unfreeze()


_INHERITED: list[Any] = []
"""What a worker was born with: its arguments travel with the fork, without being written out."""


def _begin(state: object) -> None:
    """Begin as a worker: leave interruptions to the parent, and end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)
    _INHERITED[:] = [state]


def _at_work(theirs: object, step: Callable[..., Done], piece: object) -> Done:
    return step(_INHERITED[0] if theirs is None else theirs, piece)
