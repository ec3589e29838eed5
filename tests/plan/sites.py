"""A site of a few files, found, read and linked as a build does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

from okrsite.config import Config
from okrsite.diagnostics import Finding, in_order
from okrsite.documents import read
from okrsite.plan import link
from okrsite.plan.model import Plan
from okrsite.sources import Kind, find, look_from


@dataclass(frozen=True)
class Linked:
    """What came of a few files: the plan, and what was said in finding, reading and linking them."""

    plan: Plan
    findings: list[Finding]

    @property
    def rules(self) -> list[str]:
        """The rules that found something, in the order of places."""
        return [finding.rule for finding in self.findings]

    @property
    def said(self) -> list[str]:
        """Each finding as `path:line:column rule: message`, without the content folder."""
        return [
            f"{f.span.path.removeprefix('content/')}:{f.span.line}:{f.span.column} {f.rule}: {f.message}"
            for f in self.findings
        ]


def site(files: Mapping[str, str | bytes], **settings: Any) -> Linked:
    """Link a site from texts by path; one that begins with `/` is from beside the root, any other below `content/`."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        (root / "content").mkdir(parents=True)
        for path, text in files.items():
            file = Path(folder) / path.removeprefix("/") if path.startswith("/") else root / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else dedent(text).removeprefix("\n").encode())
        config = Config(root=root, as_of=date(2026, 3, 1), output=root / "site")
        return linked(replace(config, **settings))


def linked(config: Config) -> Linked:
    """Link the site of a configuration."""
    sources, found = find(config)
    documents = tuple(read(source, config) for source in sources if source.kind is not Kind.STATIC)
    plan, broken = link(documents, config, look_from(config))
    said = [finding for document in documents for finding in document.findings]
    return Linked(plan, in_order([*found, *said, *broken]))
