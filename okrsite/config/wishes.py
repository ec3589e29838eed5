"""What the command line and the environment say of one build, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from okrsite.config.values import address
from okrsite.diagnostics import Finding, Span, error
from okrsite.written import Refusal
from okrsite.written.texts import day

T = TypeVar("T")

_BEGINNING = date(1970, 1, 1)
_DAY = 86_400
_MOST_SECONDS = 12


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line and the environment say of a build; a date is `YYYY-MM-DD`, an epoch seconds since 1970.

    `today` is the date where nothing else says one. A folder is relative to the current one. `day` is that of another
    site that this one is looked at beside: it goes before what environment and configuration say. `jobs` is how many
    processes may work on it at once; with `keep_going` a file with an error keeps only its own pages from being made anew.
    `cluster` is the address of a Dask scheduler whose workers make the pages, empty for none.
    """

    as_of: str | None = None
    epoch: str | None = None
    today: date = date.min
    output: Path | None = None
    base_url: str | None = None
    force: bool = False
    strict: bool = False
    day: date | None = None
    jobs: int = 1
    keep_going: bool = False
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The date of a build; `asked` tells that somebody asked for it with `--as-of`."""

    date: date
    asked: bool = False


def day_of(wishes: Wishes, configured: date | None, findings: list[Finding]) -> Day:
    """Choose the date of the build: `--as-of`, else `SOURCE_DATE_EPOCH`, else the configuration's, else today."""
    asked = _taken("--as-of", wishes.as_of, day, findings)
    if asked is not None:
        return Day(asked, asked=True)
    return Day(wishes.day or _of_epoch(wishes.epoch, findings) or configured or wishes.today)


def _of_epoch(epoch: str | None, findings: list[Finding]) -> date | None:
    """Read seconds since 1970 as a date in UTC."""
    if epoch is None or not epoch.strip():
        return None
    if re.fullmatch(rf"[0-9]{{1,{_MOST_SECONDS}}}", epoch.strip()):
        try:
            return _BEGINNING + timedelta(days=int(epoch) // _DAY)
        except OverflowError:
            pass
    words = "SOURCE_DATE_EPOCH should be seconds since 1970, in digits."
    findings.append(_wrong("SOURCE_DATE_EPOCH", "wrong-type", words, "Set it anew, or unset it."))
    return None


def base_url_of(wishes: Wishes, configured: str | None, findings: list[Finding]) -> str | None:
    """Choose the site's absolute address: the command line's, else the configuration's."""
    return _taken("--base-url", wishes.base_url, address, findings) or configured


def _taken(name: str, written: str | None, check: Callable[[object], T], findings: list[Finding]) -> T | None:
    if written is None:
        return None
    try:
        return check(written)
    except Refusal as refusal:
        said = refusal.context or {}
        findings.append(_wrong(name, refusal.type, str(said["words"]).replace("{key}", name), str(said["help"])))
        return None


def _wrong(name: str, rule: str, words: str, way_out: str) -> Finding:
    return error(rule, Span(name), words, way_out)
