"""Where kept results lie: a folder of the user's own for each site, outside of what a pull request can write into."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from hashlib import sha256

from okrsite.files import lies_in, reason

_NAME = "okrsite"
_FOR_ITS_OWNER = 0o700
_OTHERS_WRITE = 0o022


class Refused(Exception):  # noqa: N818 - what is said of a folder
    """Why nothing can be kept in a folder, as a whole sentence."""


def folder_for(base: str, root: str) -> str:
    """Name the folder below the cache folder of a user where the results of one site are kept."""
    return os.path.join(base, _NAME, sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:24])


def made_ready(folder: str, root: str) -> None:
    """Make a folder that only its owner may look into. Raises `Refused` where it can't be had, or can't be trusted.

    A folder within the site, or the repository around it, is never trusted: what lies there came with the sources.
    """
    if lies_in(os.path.realpath(folder), _all_that_came_along(root)):
        raise Refused(
            f"Nothing is kept in {folder}: it lies beside the sources, where a change could bring results along."
        )
    try:
        os.makedirs(os.path.dirname(folder), _FOR_ITS_OWNER, exist_ok=True)
        with suppress(FileExistsError):
            os.mkdir(folder, _FOR_ITS_OWNER)
        found = os.lstat(folder)
    except (FileExistsError, NotADirectoryError):
        raise Refused(f"Nothing is kept in {folder}: a file stands in the way.") from None
    except OSError as refusal:
        raise Refused(f"Nothing is kept in {folder}: {reason(refusal)}.") from refusal
    _insist_on_own(folder, found)


def _insist_on_own(folder: str, found: os.stat_result) -> None:
    if not stat.S_ISDIR(found.st_mode):
        raise Refused(f"Nothing is kept in {folder}: a file stands in the way.")
    if hasattr(os, "geteuid") and (found.st_uid != os.geteuid() or found.st_mode & _OTHERS_WRITE):
        raise Refused(f"Nothing is kept in {folder}: others may write there.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Refused(f"Nothing is kept in {folder}: writing there is not permitted.")


def _all_that_came_along(root: str) -> str:
    """Give the folder of the repository that a site lies in; its own where it lies in none."""
    site = os.path.realpath(root)
    folder = site
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return site
        folder = above
    return folder


def remove(folder: str) -> bool:
    """Remove all that is kept in a folder; tell whether there was anything."""
    there = os.path.isdir(folder) and not os.path.islink(folder)
    if there:
        shutil.rmtree(folder)
    return there
