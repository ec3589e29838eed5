"""Going through a folder tree once: every file of it, in no order, and what cannot be followed or read."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from errno import ELOOP

from okrsite.diagnostics import Finding, Span, error
from okrsite.files import NotAFileError, lies_in, printable, what_it_is
from okrsite.sources.model import unreadable
from okrsite.sources.places import STATIC, is_readme, passed_over


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder whose files are laid into the site: content itself, or a mount.

    `file` is where it lies, `path` how findings name it, `to` the folders below content where it is laid, `root`
    the real folder that no link may leave. `mount` is the path of a mount, `prefix` its prefix.
    """

    file: str
    path: str
    root: str
    to: tuple[str, ...] = ()
    mount: str | None = None
    prefix: str = ""

    def path_of(self, parts: tuple[str, ...]) -> str:
        """Name a file or folder of the tree as findings do."""
        return printable(posixpath.normpath(posixpath.join(self.path, *parts)))

    def copies(self, parts: tuple[str, ...]) -> bool:
        """Tell whether a file or folder is one of `static/`, which a mount never feeds."""
        return self.mount is None and parts[0] == STATIC and len(parts) > 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What a tree holds but folders: the names that lead to it, where it lies, and what keeps it from being read."""

    parts: tuple[str, ...]
    file: str
    wrong: Finding | None = None


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to look into.

    `real` is where it lies without links; `entered` are the real folders that the links on the way to it have led to
    or from, shared by all that lies behind the first of these links.
    """

    parts: tuple[str, ...]
    file: str
    real: str
    entered: set[str] = field(default_factory=set)


def walk(tree: Tree) -> Iterator[Entry | Finding]:
    """Give each file, link or other thing of a tree that is not passed over, and a finding for each folder that is refused.

    A link to a folder is entered, but never a second time behind the same first link: rings and knots of links end.
    """
    waiting = [_Folder((), tree.file, os.path.realpath(tree.file))]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder.file) as entries:
                for entry in entries:
                    if _belongs(tree, folder, entry):
                        yield from _looked_at(tree, folder, entry, waiting)
        except OSError as refusal:
            yield unreadable(tree.path_of(folder.parts), refusal)


def _belongs(tree: Tree, folder: _Folder, entry: os.DirEntry[str]) -> bool:
    if tree.copies((*folder.parts, entry.name)):
        return entry.name.lower() != ".git"
    return not (passed_over(entry.name) or (is_readme(entry.name) and not entry.is_dir()))


def _looked_at(
    tree: Tree, folder: _Folder, entry: os.DirEntry[str], waiting: list[_Folder]
) -> Iterator[Entry | Finding]:
    parts = (*folder.parts, entry.name)
    if entry.is_symlink():
        yield from _followed(tree, folder, parts, entry.path, waiting)
    elif entry.is_dir(follow_symlinks=False):
        waiting.append(_Folder(parts, entry.path, os.path.join(folder.real, entry.name), folder.entered))
    elif entry.is_file(follow_symlinks=False):
        yield Entry(parts, entry.path)
    else:
        refusal = NotAFileError(what_it_is(entry.stat(follow_symlinks=False).st_mode))
        yield Entry(parts, entry.path, unreadable(tree.path_of(parts), refusal))


def _followed(
    tree: Tree, folder: _Folder, parts: tuple[str, ...], file: str, waiting: list[_Folder]
) -> Iterator[Entry | Finding]:
    real, wrong = _led_to(tree.root, file)
    path = tree.path_of(parts)
    if wrong:
        yield Entry(parts, file, unsafe(path, f"This link {wrong}."))
    elif os.path.isfile(real):
        yield Entry(parts, file)
    elif not os.path.isdir(real):
        yield Entry(parts, file, unreadable(path, NotAFileError("it leads to no ordinary file")))
    elif real in folder.entered or lies_in(folder.real, real):
        yield unsafe(path, "This link leads back to a folder that has already been entered.")
    else:
        entered = folder.entered or {folder.real}
        entered.add(real)
        waiting.append(_Folder(parts, file, real, entered))


def _led_to(root: str, file: str) -> tuple[str, str | None]:
    """Follow a link to its end: where that is, and what is wrong with it, as the end of a sentence."""
    try:
        real = os.path.realpath(file, strict=True)
    except OSError as refusal:
        return file, "leads in a ring" if refusal.errno == ELOOP else "leads nowhere"
    if not lies_in(real, root):
        return real, "leads out of the site’s root"
    if ".git" in os.path.relpath(real, root).lower().split(os.sep):
        return real, "leads into .git, which is never published"
    return real, None


def unsafe(path: str, message: str) -> Finding:
    """Say that a path or link leads where nothing may be taken from."""
    return error("unsafe-path", Span(path), message, "Put the file itself here, or take the link away.")
