"""`okrsite.yaml`, the command line and the date of the build → one configuration, with a default for all that is wrong."""

from __future__ import annotations

import os
from pathlib import Path

from okrsite.config.folders import Where, folders_of
from okrsite.config.model import Config
from okrsite.config.record import ConfigFile
from okrsite.config.repository import repository_of
from okrsite.config.wishes import Wishes, base_url_of, day_of
from okrsite.diagnostics import Finding, Span, error
from okrsite.files import MOST_BYTES, bytes_of, lies_in, reason
from okrsite.root import NAMES
from okrsite.written import checked, decoded

_NO_WISHES = Wishes()


def configure(root: Path, wishes: Wishes = _NO_WISHES) -> tuple[Config, list[Finding]]:
    """Read what holds for the site in a folder, and give it with all that is wrong with it.

    What is wrong, in the file or on the command line, gives way to the default; the configuration is `faulty` then.
    """
    findings: list[Finding] = []
    root = Path(os.path.abspath(root))
    path = _path(root, findings)
    file, where = _file(root, path, findings)
    folders = folders_of(root, file, wishes.output, where, findings)
    day = day_of(wishes, file.as_of, findings)
    base_url = base_url_of(wishes, file.base_url, findings)
    config = Config(
        root=root,
        as_of=day.date,
        output=folders.output,
        title=file.title,
        looks_back=day.asked,
        base_url=base_url,
        language=file.language,
        content=folders.content,
        theme=folders.theme,
        fiscal_year_start=file.fiscal_year_start,
        fiscal_year_named=file.fiscal_year_named,
        check_in_every=file.check_in_every,
        people_pages=file.people_pages,
        repository=repository_of(file.repository),
        checks=file.checks,
        history=file.history,
        mounts=folders.mounts,
        awaited=folders.awaited,
        index=file.index,
        path=path,
        faulty=bool(findings),
    )
    return config, findings


def _path(root: Path, findings: list[Finding]) -> str | None:
    """Find the file of the configuration; of two the first holds."""
    there = [name for name in NAMES if os.path.lexists(os.path.join(root, name))]
    if len(there) > 1:
        words = f"{there[0]} and {there[1]} both lie here; the first one holds."
        findings.append(error("id-clash", Span(there[1]), words, "Keep one of them."))
    return there[0] if there else None


def _file(root: Path, path: str | None, findings: list[Finding]) -> tuple[ConfigFile, Where]:
    """Read the file; without any of its keys where there is none, or it cannot be read."""
    if path is None:
        return ConfigFile(), lambda _: Span(NAMES[0])
    text = _text(root, path)
    if isinstance(text, Finding):
        findings.append(text)
        return ConfigFile(), lambda _: Span(path)
    said = checked(ConfigFile, path, text)
    findings += said.findings
    if said.record is None:
        return ConfigFile(), lambda _: Span(path)
    return said.record, said.places.span


def _text(root: Path, path: str) -> str | Finding:
    file = os.path.join(root, path)
    nowhere = not os.path.exists(file)
    if nowhere or not lies_in(os.path.realpath(file), os.path.realpath(root)):
        words = f"This link leads {'nowhere' if nowhere else 'out of the site’s root'}."
        return error("unsafe-path", Span(path), words, "Put the file itself here.")
    try:
        content = bytes_of(file)
    except OSError as refusal:
        return error("unreadable", Span(path), f"This cannot be read: {reason(refusal)}.", "Put an ordinary file here.")
    if len(content) > MOST_BYTES:
        return error("syntax", Span(path), "This file is larger than 1 MiB.", "Take out what is no configuration.")
    return decoded(path, content)
