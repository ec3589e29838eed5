"""Finding the root of the site that somebody stands in."""

from __future__ import annotations

import os
from pathlib import Path

NAMES = ("okrsite.yaml", "okrsite.yml")


def find_root(start: Path) -> Path | None:
    """Look upward from a folder, as git does, for the nearest with an `okrsite.yaml` or a `content` folder.

    None where there is none up to the top of the disk.
    """
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if _is_root(folder)), None)


def _is_root(folder: Path) -> bool:
    return any(os.path.isfile(folder / name) for name in NAMES) or os.path.isdir(folder / "content")
