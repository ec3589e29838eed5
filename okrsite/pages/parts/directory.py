"""People by their last names, under letters; a long directory in several pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from okrsite import addresses
from okrsite.pages.ground import Sheet
from okrsite.pages.order import letter, people_by_last_name
from okrsite.pages.page import Link
from okrsite.pages.parts.split import Part, split
from okrsite.plan.model import Person

_FRAME = 260


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody in order, and how the directory is cut into pages."""

    people: tuple[Person, ...]
    parts: tuple[Part, ...]


def directory(sheet: Sheet) -> Directory:
    """Lay out the directory of people."""
    people = tuple(people_by_last_name(sheet.site.people.values()))
    return Directory(people, split(addresses.PEOPLE, people, _weigh, lambda person: person.name))


def _weigh(person: Person) -> int:
    """Guess what an entry weighs: in the list, and beside it with what the person helps with."""
    texts = (person.name, person.role or "", *person.helps_with)
    return _FRAME + 90 * len(person.teams) + (200 if person.helps_with else 0) + 2 * sum(len(t.encode()) for t in texts)


def by_letter(people: Sequence[Person]) -> list[tuple[str, list[Person]]]:
    """Gather people under the letters of their last names."""
    return [(key, list(group)) for key, group in groupby(people, lambda person: letter(person.name))]


def anchor(key: str) -> str:
    """Name the place of a letter on its page."""
    return f"letter-{key or 'other'}"


def letters(sheet: Sheet) -> tuple[Link, ...]:
    """Link to each letter of the directory, on whichever page it begins."""
    whole = directory(sheet)
    found: dict[str, Link] = {}
    for part in whole.parts:
        for key, _ in by_letter(whole.people[part.start : part.stop]):
            if key and key not in found:
                found[key] = Link(key, sheet.href(f"{part.address}#{anchor(key)}"))
    return tuple(found.values())
