"""What okrsite wrote into an output folder: the list that tells its files from other people's."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from json.encoder import encode_basestring as _quoted
from operator import attrgetter

from okrsite.files import opened
from okrsite.publish.names import BUILD, leads_out

_path = attrgetter("path")


@dataclass(frozen=True, slots=True, order=True)
class Written:
    """A file of the published site: its address, the SHA-256 of its bytes in hex digits, and how many they are."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was published, sorted by path; with which version, for which day, from which revision of the sources.

    `data/build.json`, which holds this, is not in the list.
    """

    files: tuple[Written, ...] = ()
    version: str = ""
    as_of: date | None = None
    revision: str | None = None

    @property
    def digests(self) -> Mapping[str, str]:
        """Path → digest."""
        return {file.path: file.sha256 for file in self.files}

    def to_json(self) -> bytes:
        """Write it as `data/build.json` holds it: as `json.dumps(…, indent=1)` would, which is slow for many files."""
        day = self.as_of.isoformat() if self.as_of else None
        files = ",\n".join(
            f'  {{\n   "path": {_quoted(file.path)},\n   "sha256": {_quoted(file.sha256)},\n   "size": {file.size}\n  }}'
            for file in self.files
        )
        listed = f"[\n{files}\n ]" if files else "[]"
        text = (
            f'{{\n "as_of": {_written_out(day)},\n "files": {listed},\n "revision": {_written_out(self.revision)},\n'
            f' "schema": 1,\n "version": {_written_out(self.version)}\n}}\n'
        )
        return text.encode()


def _written_out(text: str | None) -> str:
    return "null" if text is None else _quoted(text)


def in_order(files: Iterable[Written]) -> tuple[Written, ...]:
    """Sort files by path, as a list of them has to be."""
    return tuple(sorted(files, key=_path))


def manifest_of(output: str) -> Manifest | None:
    """Read what an output folder says that okrsite wrote; None where it says nothing that can be believed."""
    try:
        with opened(os.path.join(output, BUILD)) as stream:
            record = json.loads(stream.read())
        files = in_order(map(_written, record["files"]))
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return None if any(leads_out(file.path) for file in files) else Manifest(files)


def _written(entry: Mapping[str, object]) -> Written:
    match entry:
        case {"path": str(path), "sha256": str(digest), "size": int(size)}:
            return Written(path, digest, size)
    raise ValueError(entry)
