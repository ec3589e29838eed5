"""The facts of a made-up organisation as data, read back from the files that `benchmarks.generate` writes.

Nothing is known here that does not stand in the files, so that whoever builds a site from the facts builds the same site.
Days stay texts, and a number and its unit are two values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Record = dict[str, Any]
"""What stands in front of a text, by its keys."""

_FIGURE = re.compile(r"(-?\d+(?:\.\d+)?)(.*)", re.DOTALL)
_LEVELS = ("start", "target", "at_most", "at_least")


class _Loader(yaml.CSafeLoader):
    """Reads YAML and leaves days as they are written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass
class Facts:
    """An organisation: its teams, objectives with their check-ins, health metrics and pages, by their ids."""

    organisation: Record = field(default_factory=dict)
    teams: dict[str, Record] = field(default_factory=dict)
    objectives: dict[str, Record] = field(default_factory=dict)
    health: dict[str, Record] = field(default_factory=dict)
    pages: dict[str, Record] = field(default_factory=dict)
    as_of: str = ""


def facts(files: Iterable[tuple[str, str]]) -> Facts:
    """Take the facts from files, each given by its path and its text."""
    found = Facts()
    apart: list[Record] = []
    for path, text in files:
        _take(found, apart, path, text)
    for entry in apart:
        found.objectives[entry.pop("objective")]["check_ins"].append(entry)
    for objective in found.objectives.values():
        objective["check_ins"].sort(key=lambda entry: entry["date"])
    for objective in found.objectives.values():
        objective["key_results"] = [_measured(one, found) for one in objective["key_results"]]
    for entry in (entry for objective in found.objectives.values() for entry in objective["check_ins"]):
        if "readings" in entry:
            entry["readings"] = {key: figure(value)[0] for key, value in entry["readings"].items()}
    return found


def _take(found: Facts, apart: list[Record], path: str, text: str) -> None:
    """Put what stands in one file to where it belongs; check-ins that stand apart are kept for later."""
    _, *below = path.split("/")
    match below:
        case ["org.md"]:
            found.organisation = _record(text)
        case ["teams" | "health" | "pages" as kind, name]:
            getattr(found, kind)[name.removesuffix(".md")] = _record(text)
        case ["okrs", cycle, team, name]:
            record = {"cycle": cycle, "team": team, "key_results": [], "check_ins": [], **_record(text)}
            found.objectives[f"{cycle}/{team}/{name.removesuffix('.md')}"] = record
        case ["check-ins", *_]:
            apart += [_front(text)] if path.endswith(".md") else _parsed(text)
        case _:
            found.as_of = _parsed(text)["as_of"]


def _record(text: str) -> Record:
    return {**_front(text), "body": text.split("\n---\n", 1)[1]}


def _front(text: str) -> Record:
    record: Record = _parsed(text.split("---\n", 2)[1])
    return record


def _parsed(text: str) -> Any:
    return yaml.load(text, _Loader)  # noqa: S506 - a safe loader that leaves days alone


def figure(value: Any) -> tuple[Any, str]:
    """Take a figure apart: `61.8%` is 61.8 and `%`. What is no figure stays as it is, without a unit."""
    found = _FIGURE.fullmatch(value) if isinstance(value, str) else None
    return (float(found[1]), found[2]) if found else (value, "")


def _measured(key_result: Record, found: Facts) -> Record:
    """Give a key result with its levels as numbers, and with the readings that stand beside it.

    One that is the same as another has the title and the levels of that one, and what was read for it.
    """
    if to := key_result.get("same_as"):
        ref, _, key = to.partition("#")
        other = next(one for one in found.objectives[ref]["key_results"] if one["id"] == key)
        read = [*_beside(other), *_checked_in(other["id"], found.objectives[ref])]
        told = {key: value for key, value in _measured(other, found).items() if key in ("title", "unit", *_LEVELS)}
        return {**told, "id": key_result["id"], "same_as": to, "readings": read}
    levels = {level: figure(key_result[level]) for level in _LEVELS if level in key_result}
    unit = next((unit for _, unit in levels.values() if unit), f" {key_result['unit']}" if "unit" in key_result else "")
    numbers = {level: float(value) for level, (value, _) in levels.items()}
    beside = {"readings": _beside(key_result)} if "readings" in key_result else {}
    return {**key_result, **numbers, **({"unit": unit} if unit else {}), **beside}


def _beside(key_result: Record) -> list[Record]:
    readings = key_result.get("readings", {})
    if isinstance(readings, list):
        return readings
    return [{"date": day, "value": figure(value)[0]} for day, value in readings.items()]


def _checked_in(key: str, objective: Record) -> Iterator[Record]:
    for entry in objective["check_ins"]:
        if (value := entry.get("readings", {}).get(key)) is not None:
            sure = {"confidence": entry["confidence"]} if "confidence" in entry else {}
            yield {"date": entry["date"], "value": figure(value)[0], **sure}
