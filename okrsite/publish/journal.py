"""What is still to be done where a site is published file by file: written down before, so that the next run finishes it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass

from okrsite.files import opened, printable
from okrsite.publish.names import BUILD, folders_of, leads_out, ways_of
from okrsite.publish.refusal import PublishError
from okrsite.publish.removal import is_link, take_away
from okrsite.publish.writing import put

JOURNAL = "journal"
LIST = "list"
"""What the list of all files, old and new, is called until it lies in the output."""
_PART = "part"
UNFINISHED = {LIST, _PART}
"""Files of ours that mean nothing before they have another name."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The steps from one site to another, by address. Each can be done twice, so it does not matter where it stopped.

    `early` are old files in the way of new ones, `bring` the new files that differ, of which `fresh` had no old one,
    `stale` the old files that are not in the new site. `data/build.json` comes last and is not named.
    """

    early: tuple[str, ...] = ()
    bring: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()

    def write(self, work: str) -> None:
        """Write it down in a folder of ours; it is there as a whole, or not at all."""
        part = os.path.join(work, _PART)
        put(part, json.dumps(asdict(self)).encode())
        os.replace(part, os.path.join(work, JOURNAL))


def journal_in(work: str) -> Journal | None:
    """Read what is still to be done; None where nothing is that can be believed."""
    try:
        with opened(os.path.join(work, JOURNAL)) as stream:
            record = json.loads(stream.read())
        steps = {name: tuple(record[name]) for name in Journal.__slots__}
        if any(leads_out(address) for step in steps.values() for address in step):
            return None
        return Journal(**steps)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def finish(work: str, output: str) -> None:
    """Do what the journal in a folder of ours says, from wherever it stopped, and take the journal away.

    The new files lie in `new` in that folder, on the disk of the output. Refused, with the journal left for the next
    time, where other people's files lie in the way since then.
    """
    new = os.path.join(work, "new")
    journal = journal_in(work)
    if journal and not os.path.islink(new) and not any(is_link(new, way) for way in ways_of((*journal.bring, BUILD))):
        _roll(journal, new, output)
    with suppress(FileNotFoundError):
        os.unlink(os.path.join(work, JOURNAL))


def _roll(journal: Journal, new: str, output: str) -> None:
    move = _mover(new, output)
    take_away(output, journal.early)
    fresh = set(journal.fresh)
    for address in journal.bring:
        if address in fresh and os.path.lexists(f"{output}/{address}") and os.path.lexists(f"{new}/{address}"):
            raise _in_the_way(address)
        move(address)
    take_away(output, journal.stale)
    move(BUILD)


def _mover(new: str, output: str) -> Callable[[str], None]:
    """Give a way to move a new file to its place. One that is not where it was made has been moved before."""
    folders = {""}

    def move(address: str) -> None:
        folder = address.rpartition("/")[0]
        if folder not in folders:
            if link := next((way for way in folders_of(address) if is_link(output, way)), None):
                raise _in_the_way(link)
            os.makedirs(f"{output}/{folder}", exist_ok=True)
            folders.add(folder)
        with suppress(FileNotFoundError):
            os.replace(f"{new}/{address}", f"{output}/{address}")

    return move


def _in_the_way(address: str) -> PublishError:
    return PublishError(
        f"{printable(address)} lies where a page belongs, and okrsite did not write it.",
        "Move it elsewhere and build again.",
    )
