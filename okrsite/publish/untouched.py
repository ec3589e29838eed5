"""Finding out that a published site is just what it was: a build with nothing to change touches nothing."""

from __future__ import annotations

import os

from okrsite.publish.ground import works_of
from okrsite.publish.names import BUILD
from okrsite.publish.signatures import Signatures, bare_mark
from okrsite.publish.standing import read_as


def untouched(output: os.PathLike[str], signatures: Signatures, *, force: bool = False) -> bool:
    """Tell whether an output folder holds exactly the site that was published when its signatures were noted.

    Every file is there, surely with the same bytes, and no other (with `force` files of other people may be there);
    no build is at work and none was killed there. Where the least thing is in doubt: False.
    """
    real = os.path.realpath(output)
    if BUILD not in signatures.marks or any(map(os.path.lexists, works_of(real))):
        return False
    try:
        doubted = _doubted(real, signatures, force=force)
        return doubted is not None and all(_holds(real, address, signatures) for address in doubted)
    except OSError:
        return False


def _doubted(output: str, signatures: Signatures, *, force: bool) -> list[str] | None:
    """List the files that have to be read to be believed; None where one is missing, or should not be there."""
    marks, doubted, ways = signatures.marks, list[str](), [""]
    missing = len(marks)
    while ways:
        way = ways.pop()
        with os.scandir(f"{output}/{way}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    ways.append(f"{way}{entry.name}/")
                elif known := marks.get(way + entry.name):
                    missing -= 1
                    if bare_mark(entry.stat(follow_symlinks=False)) != known:
                        doubted.append(way + entry.name)
                elif not force:
                    return None
    return None if missing else doubted


def _holds(output: str, address: str, signatures: Signatures) -> bool:
    """Read a file, unless its size or its rights tell already that it is not as it was."""
    file = os.path.join(output, address)
    facts = os.lstat(file)
    as_it_was = facts.st_mode == signatures.mode and facts.st_size == signatures.marks[address].size
    return as_it_was and read_as(file, signatures.digests[address]) is not None
