"""Where the site is published, held against where its sources lie: neither may be, hold, or lie inside the other."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from okrsite.config.model import Mount
from okrsite.config.record import ConfigFile, MountKeys
from okrsite.diagnostics import Finding, Span, error
from okrsite.files import lies_in
from okrsite.written import Path as Keys
from okrsite.written import nearest

Where = Callable[[Keys], Span]
"""From keys to the place in the file of the configuration."""

_PLACES = frozenset({"okrs", "teams", "people", "cycles", "check-ins", "health", "surveys", "pages"})
_DEFAULT = ConfigFile()


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a site, each known to keep apart from the output; `awaited` are those to mount that are not there."""

    content: str
    output: Path
    theme: str
    mounts: tuple[Mount, ...]
    awaited: tuple[str, ...]


def folders_of(root: Path, file: ConfigFile, wished: Path | None, where: Where, findings: list[Finding]) -> Folders:
    """Choose the folders: as wished, else as configured, else by default where that one cannot be."""
    content = file.content
    mounts = [mount for keys in file.mounts if (mount := _mount(root, keys, file.content, where, findings))]
    output = _wished(root, content, mounts, wished, findings) or _configured(root, file, mounts, where, findings)
    if output is None:
        output = _absolute(root, _DEFAULT.output)
        if _meets(root, output, [content]):
            findings.append(_meeting(where(("content",)), f"the content folder is {content}", _DEFAULT.output))
            content = _DEFAULT.content
        for mount in [mount for mount in mounts if _meets(root, output, [mount.path])]:
            findings.append(_meeting(mount.span, f"the mount is {mount.path}", _DEFAULT.output))
            mounts.remove(mount)
    awaited = tuple(path for keys in file.mounts if (path := _awaited(root, keys)))
    return Folders(content, output, _theme(root, file.theme, where, findings), tuple(mounts), awaited)


def _awaited(root: Path, keys: MountKeys) -> str | None:
    """Give the path of a folder to mount that is not there; None where it is."""
    path = posixpath.normpath(keys.from_)
    return None if os.path.isdir(os.path.join(root, path)) else path


def _wished(
    root: Path, content: str, mounts: Iterable[Mount], wished: Path | None, findings: list[Finding]
) -> Path | None:
    if wished is None:
        return None
    output = Path(os.path.abspath(wished))
    met = _meets(root, output, _sources(content, mounts))
    if met is None:
        return output
    findings.append(_meeting(Span("--output"), f"--output is {wished}", met))
    return None


def _configured(
    root: Path, file: ConfigFile, mounts: Iterable[Mount], where: Where, findings: list[Finding]
) -> Path | None:
    """Give the output of the configuration; None where it is the default's, or cannot be."""
    if posixpath.normpath(file.output) == _DEFAULT.output:
        return None
    output = _absolute(root, file.output)
    met = _meets(root, output, _sources(file.content, mounts))
    if met is None:
        return output
    findings.append(_meeting(where(("output",)), f"the output folder is {file.output}", met))
    return None


def _sources(content: str, mounts: Iterable[Mount]) -> list[str]:
    return [content, "themes", *(mount.path for mount in mounts)]


def _absolute(root: Path, path: str) -> Path:
    return Path(os.path.abspath(os.path.join(root, path)))


def _meets(root: Path, output: Path, sources: Iterable[str]) -> str | None:
    """Find the first source folder that the output is, holds, or lies inside of."""
    there = os.path.realpath(output)
    reals = ((source, os.path.realpath(os.path.join(root, source))) for source in sources)
    return next((source for source, real in reals if lies_in(there, real) or lies_in(real, there)), None)


def _meeting(span: Span, said: str, other: str) -> Finding:
    return error(
        "unsafe-path",
        span,
        f"Sources and output have to lie apart: {said}, which is, holds, or lies inside {other}.",
        "Choose a folder of its own for the output.",
    )


def _mount(root: Path, keys: MountKeys, content: str, where: Where, findings: list[Finding]) -> Mount | None:
    path, to = posixpath.normpath(keys.from_), _below_content(keys.to, content)
    span = where((*keys.at, "from"))
    if missing := _awaited(root, keys):
        words = f"There is no folder {missing} to mount."
        findings.append(error("unreadable", span, words, "Check it out there, or take the mount away."))
        return None
    if to[:1] == ("static",):
        words = "A mount never feeds static/."
        way_out = "Lay it into another folder below the content folder, such as pages."
        findings.append(error("wrong-type", where((*keys.at, "to")), words, way_out))
        return None
    return Mount(path, to, keys.prefix or "", span)


def _below_content(to: str, content: str) -> tuple[str, ...]:
    """Give the folders below content; `content/okrs` is understood as `okrs`."""
    parts, above = PurePosixPath(to).parts, PurePosixPath(content).parts
    redundant = parts[: len(above)] == above and parts[0] not in _PLACES
    return parts[len(above) :] if redundant else parts


def _theme(root: Path, name: str, where: Where, findings: list[Finding]) -> str:
    themes = os.path.join(root, "themes")
    if name == _DEFAULT.theme or os.path.isdir(os.path.join(themes, name)):
        return name
    known = [_DEFAULT.theme, *(sorted(os.listdir(themes)) if os.path.isdir(themes) else ())]
    near = nearest(name, known)
    way_out = f"Did you mean {near}?" if near else f"Make the folder themes/{name}/, or leave `theme` out."
    findings.append(error("ref-broken", where(("theme",)), f"There is no theme “{name}”.", way_out))
    return _DEFAULT.theme
