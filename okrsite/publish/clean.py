"""Taking a published site away, and nothing that others put beside it."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass

from okrsite.publish.foreign import foreign_in
from okrsite.publish.ground import ground_of, held
from okrsite.publish.manifest import manifest_of
from okrsite.publish.names import BUILD
from okrsite.publish.refusal import told
from okrsite.publish.removal import take_away


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How many files were taken away, and the paths below the output that others put there and that are left."""

    removed: int
    left: tuple[str, ...] = ()


def clean(output: os.PathLike[str]) -> Cleaned:
    """Take away what okrsite wrote into a folder, the folders that become empty by it, and what a killed build left.

    Without `data/build.json` nothing in the folder is known to be okrsite's: nothing is taken away. Raises
    `PublishError` while a build is at work.
    """
    if not os.path.isdir(output) and not os.path.isdir(os.path.dirname(os.path.realpath(output))):
        return Cleaned(0)
    with told():
        ground = ground_of(os.fspath(output))
        with held(ground):
            removed = _taken_away(ground.output)
            left = foreign_in(ground.output, ()) if os.path.isdir(ground.output) else []
        with suppress(OSError):
            os.rmdir(output)
    return Cleaned(removed, tuple(found.path for found in left if not found.folder))


def _taken_away(output: str) -> int:
    """Take away all that the list names, and the list last: killed half-way, the next time finishes it."""
    manifest = manifest_of(output)
    if manifest is None and os.path.lexists(os.path.join(output, BUILD)):
        return 0
    return take_away(output, manifest.digests if manifest else ()) + take_away(output, [BUILD])
