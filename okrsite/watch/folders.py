"""Which folders a site is made from, and which names in them are nobody's file."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace

from okrsite.config import Config
from okrsite.files import lies_in

_CONFIGURATION = ("okrsite.yaml", "okrsite.yml")
_LITTER = re.compile(
    r".*~|\.#.*|#.*#|\..*\.sw[a-z]{1,2}|.*\.sw[op]|4913|.*___jb_(tmp|old|bak)___|\.goutputstream-.*|\.~lock\..*"
    r"|\..*\.kate-swp|~\$.*|[.~]syncthing[.~].*|\.DS_Store|Thumbs\.db|\.git|\.hg|\.svn|\.jj|\.nfs[0-9a-f]+|\.fuse_hidden.*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Folders:
    """What a site is made from: `files` one by one, all that lies in the folders `whole`, but what lies `apart`.

    Paths are absolute, as the system writes them; any of them may be missing, and come to be.
    """

    files: tuple[str, ...]
    whole: tuple[str, ...]
    apart: tuple[str, ...] = ()

    def __contains__(self, path: str) -> bool:
        """Tell whether a file or folder may be one that the site is made from."""
        whole = next((folder for folder in self.whole if lies_in(path, folder)), None)
        if whole is None:
            return path in self.files
        return not self.passes_over(path) and not any(map(is_litter, path[len(whole) :].split(os.sep)))

    def passes_over(self, path: str) -> bool:
        """Tell whether a file or folder is none of the site's, whatever it holds: litter, or what was built."""
        return is_litter(os.path.basename(path)) or any(lies_in(path, folder) for folder in self.apart)


def folders_of(config: Config, before: Folders | None = None) -> Folders:
    """Find what a site is made from: its configuration, content, mounts and themes; the wished one may come to be.

    Of a faulty configuration nobody knows what it means to say: then it is also what it was `before`.
    """
    root = str(config.root)
    mounted = (*(mount.path for mount in config.mounts), *config.awaited)
    mounts = (os.path.normpath(os.path.join(root, path)) for path in mounted)
    whole = (os.path.join(root, os.path.normpath(config.content)), *mounts, str(config.themes))
    found = Folders(tuple(os.path.join(root, name) for name in _CONFIGURATION), whole, (str(config.output),))
    if not (config.faulty and before):
        return found
    return replace(found, whole=_both(found.whole, before.whole), apart=_both(found.apart, before.apart))


def _both(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *others)))


def is_litter(name: str) -> bool:
    """Tell whether an editor, a file system or git keeps a file of this name for itself for a while.

    >>> is_litter(".walk.md.swp"), is_litter("4913"), is_litter("walk.md")
    (True, True, False)
    """
    return _LITTER.fullmatch(name) is not None
