"""Where a site is made before it is published: a folder of ours beside the output, one build at a time."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from okrsite.publish.journal import JOURNAL, UNFINISHED, finish
from okrsite.publish.refusal import PublishError, told
from okrsite.publish.removal import discard

INSIDE = ".okrsite"
"""What the folder is called where it has to lie inside the output."""

_WORDS = b"okrsite makes a site here and takes this folder away when it is done.\n"
_OURS = {"lock", "new", "old", JOURNAL, *UNFINISHED}
_TRIES = 100


@dataclass(frozen=True, slots=True)
class Ground:
    """The output folder, without links on the way, and the folder in which the next site is made.

    `beside` tells that it lies beside the output, so that the two can change places; else it lies inside.
    """

    output: str
    work: str
    beside: bool

    @property
    def new(self) -> str:
        """Where the next site is made."""
        return os.path.join(self.work, "new")

    @property
    def old(self) -> str:
        """Where the last site lies between two renames."""
        return os.path.join(self.work, "old")


def ground_of(output: str) -> Ground:
    """Find the place for an output folder, and make sure that there can be one.

    It is beside the output; inside where the output is a mount point or its parent cannot be written to.
    """
    real = os.path.realpath(output)
    if os.path.lexists(real) and not os.path.isdir(real):
        raise PublishError(f"{output} is not a folder.", "Choose another place with --output.")
    parent = os.path.dirname(real)
    beside = Ground(real, works_of(real)[0], beside=True)
    if not os.path.isdir(real):
        os.makedirs(parent, exist_ok=True)
        return beside
    if not os.path.ismount(real) and _writable(parent):
        return beside
    _insist_on_quiet(beside)
    return inside(beside)


def inside(ground: Ground) -> Ground:
    """Give the place inside the same output folder."""
    return Ground(ground.output, os.path.join(ground.output, INSIDE), beside=False)


def _writable(folder: str) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


@contextmanager
def held(ground: Ground) -> Iterator[None]:
    """Hold the place against other builds, and clear it: what a killed build left there, and at the end all of it."""
    descriptor = _lock(ground)
    try:
        settle(ground)
        yield
    finally:
        with suppress(OSError, PublishError):
            settle(ground)
        _unlock(ground, descriptor)


def recover(output: os.PathLike[str]) -> bool:
    """Finish what a killed build left half done, if one did; tell whether there was anything.

    Whoever opens a stage or cleans has that done anyway. Raises `PublishError` while another build is at work, or
    where the system refuses.
    """
    real = os.path.realpath(output)
    if not any(map(os.path.lexists, works_of(real))):
        return False
    with told(), held(ground_of(real)):
        return True


def works_of(real: str) -> tuple[str, str]:
    """Give the two places where the next site of an output folder may be made: beside it, and inside."""
    parent, name = os.path.split(real)
    return os.path.join(parent, f".{name}.okrsite"), os.path.join(real, INSIDE)


def _lock(ground: Ground) -> int:
    for _ in range(_TRIES):
        with suppress(FileNotFoundError):
            descriptor = _opened_lock(ground)
            if _is_still_there(ground, descriptor):
                return descriptor
            os.close(descriptor)
    raise _busy(ground)


def _opened_lock(ground: Ground) -> int:
    with suppress(FileExistsError):
        os.mkdir(ground.work)
    insist_on_ours(ground.work)
    descriptor = os.open(
        os.path.join(ground.work, "lock"), os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666
    )
    try:
        _take(descriptor)
    except (BlockingIOError, PermissionError):
        os.close(descriptor)
        raise _busy(ground) from None
    try:
        if os.fstat(descriptor).st_size == 0:
            os.write(descriptor, _WORDS)
    except OSError:
        _unlock(ground, descriptor)
        raise
    return descriptor


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _insist_on_quiet(ground: Ground) -> None:
    """Refuse while somebody else, who may write where this build may not, publishes to the same output."""
    try:
        descriptor = os.open(os.path.join(ground.work, "lock"), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return
    try:
        _take(descriptor)
    except (BlockingIOError, PermissionError):
        raise _busy(ground) from None
    finally:
        os.close(descriptor)


def _is_still_there(ground: Ground, descriptor: int) -> bool:
    """Tell whether the lock is the one in the folder, not one that a build took away while this one opened it."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(descriptor), os.stat(os.path.join(ground.work, "lock")))
    return False


def _busy(ground: Ground) -> PublishError:
    return PublishError(
        f"Another build is publishing to {ground.output} right now.",
        "Wait until it is done and build again; nothing was changed.",
    )


def insist_on_ours(work: str) -> None:
    """Refuse a folder that okrsite did not make, although it bears the name."""
    ours = stat.S_ISDIR(os.lstat(work).st_mode)
    names = set(os.listdir(work)) if ours else set[str]()
    if not ours or names - _OURS or (names - {"lock"} and not _signed(work)):
        raise PublishError(f"{work} is in the way: okrsite did not make it.", "Move it elsewhere, or take it away.")


def _signed(work: str) -> bool:
    with suppress(OSError), open(os.path.join(work, "lock"), "rb") as lock:
        return lock.read(len(_WORDS)) == _WORDS
    return False


def settle(ground: Ground) -> None:
    """Leave nothing half done: a site that was moved aside comes back, a journal is finished, what was being made goes."""
    if os.path.lexists(ground.old) and not os.path.lexists(ground.output):
        os.rename(ground.old, ground.output)
    if not ground.beside:
        finish(ground.work, ground.output)
    for folder in (ground.new, ground.old):
        discard(folder)
    for name in sorted(UNFINISHED):
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(ground.work, name))
    if ground.beside and os.path.lexists(inside(ground).work):
        with held(inside(ground)):
            pass


def _unlock(ground: Ground, descriptor: int) -> None:
    with suppress(OSError):
        if set(os.listdir(ground.work)) == {"lock"}:
            os.unlink(os.path.join(ground.work, "lock"))
            os.rmdir(ground.work)
    os.close(descriptor)
