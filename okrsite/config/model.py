"""The configuration as the rest of the program sees it: every value present, every path known to be safe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from okrsite.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the sources are kept. `edit` and `history` are addresses with `{path}` and `{branch}` still in them."""

    url: str | None = None
    branch: str = "main"
    edit: str | None = None
    history: str | None = None


@dataclass(frozen=True, slots=True)
class Mount:
    """The content of another folder, laid into this site.

    `path` is the folder relative to the root with `/`, as findings show it (`../laboratory/okrs`), or absolute.
    `to` are the names of the folders below `content` where it is laid; none of them is content itself.
    `prefix` goes before the ids of the objectives found there. `span` is where the configuration names it.
    """

    path: str
    to: tuple[str, ...]
    prefix: str = ""
    span: Span = field(default_factory=lambda: Span("okrsite.yaml"))


@dataclass(frozen=True, slots=True)
class Config:
    """What holds for the whole site.

    `root` and `output` are absolute; `content` is relative to the root with `/`. `as_of` is the date of the build,
    `looks_back` tells that somebody asked for that date with `--as-of`. `base_url` ends with `/`. `checks`
    maps rule ids to `off`, `note`, `warning` or `error`. `awaited` are folders to mount that are not there yet. `path` is
    the file it was read from, if there is one. `faulty` tells that something in the configuration was wrong and its default
    is used: the exit code is 2 then.
    """

    root: Path
    as_of: date
    output: Path
    title: str | None = None
    looks_back: bool = False
    base_url: str | None = None
    language: str = "en"
    content: str = "content"
    theme: str = "default"
    fiscal_year_start: int = 1
    fiscal_year_named: Literal["start", "end"] = "start"
    check_in_every: int = 14
    people_pages: bool = True
    repository: Repository | None = None
    checks: Mapping[str, str] = field(default_factory=dict)
    history: Literal["auto", "git", "none"] = "auto"
    mounts: tuple[Mount, ...] = ()
    awaited: tuple[str, ...] = ()
    index: bool = False
    path: str | None = None
    faulty: bool = False

    @property
    def themes(self) -> Path:
        """The folder of the site's own themes."""
        return self.root / "themes"
