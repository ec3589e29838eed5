"""Files beside sources, which prose may link to: looked for, never outside the root of the text that asks."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from okrsite.config import Config
from okrsite.files import MOST_BYTES, bytes_of, content_of, lies_in, printable, reason, unspeakable
from okrsite.sources.places import STATIC

_DOCUMENTS = (".md", ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that is there: the SHA-256 of its bytes in hex digits, the first MiB (and a byte) of them, where it lies."""

    digest: str
    content: bytes
    file: str = ""


@dataclass(frozen=True, slots=True)
class NotBeside:
    """Why a file can't be had: the rule that says so (`ref-broken`, `unsafe-path`, `unreadable`), and a sentence."""

    rule: str
    message: str


def look_from(config: Config) -> Callable[[str], Beside | NotBeside]:
    """Give the way to a file by its path relative to the root, with `/`; in a mount, the path begins with its `from`.

    A link on the disk is followed where it stays inside the root of the site, or of the mount that the path is in.
    Folders, pipes and devices are refused, what lies in the output folder, in `.git`, or is Markdown or YAML
    that is no source (but for `static/`), as well.
    """
    root = os.path.realpath(config.root)
    output = os.path.realpath(config.output)
    roots = {mount.path: os.path.realpath(os.path.join(config.root, mount.path)) for mount in config.mounts}

    def look(path: str) -> Beside | NotBeside:
        file = os.path.join(config.root, path)
        if unspeakable(path) or "\0" in path or not os.path.exists(file):
            return NotBeside("ref-broken", f"There is no file {printable(path)}.")
        inside = next((real for mount, real in roots.items() if path.startswith(f"{mount}/")), root)
        if path.lower().endswith(_DOCUMENTS) and not path.startswith(f"{config.content}/{STATIC}/"):
            return NotBeside("ref-broken", f"{path} is no part of the site.")
        return _judged(path, file, root if lies_in(inside, root) else inside, output)

    return look


def _judged(path: str, file: str, root: str, output: str) -> Beside | NotBeside:
    real = os.path.realpath(file)
    if refused := _refused(path, real, root, output):
        return refused
    try:
        return Beside(content_of(real).digest, bytes_of(real, MOST_BYTES), real)
    except OSError as refusal:
        return NotBeside("unreadable", f"{path} cannot be read: {reason(refusal)}.")


def _refused(path: str, real: str, root: str, output: str) -> NotBeside | None:
    checks = (
        (not lies_in(real, root), "unsafe-path", "leads out of the site’s root"),
        (_is_of_git(real, root), "unsafe-path", "lies in .git, which is never published"),
        (lies_in(real, output), "ref-broken", "lies in the output folder, which each build makes anew"),
        (os.path.isdir(real), "ref-broken", "is a folder"),
    )
    return next((NotBeside(rule, f"{path or 'The root'} {words}.") for wrong, rule, words in checks if wrong), None)


def _is_of_git(real: str, root: str) -> bool:
    return ".git" in PurePosixPath(os.path.relpath(real, root).lower()).parts
