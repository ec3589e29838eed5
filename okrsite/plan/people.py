"""Who is named: people with a file, and those made by being named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from okrsite.plan.names import named
from okrsite.written import slug, wrong_with_id


@dataclass
class People:
    """People by their names as written: an id in `people/`, or a plain name, which is the person of the same slug.

    `by_id` maps ids and aliases of files to ids. `made` are those who have no file, with the name to
    show for each id; `contacts` the addresses that were written behind names.
    """

    by_id: Mapping[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    contacts: dict[str, str] = field(default_factory=dict)
    _by_slug: dict[str, str] = field(init=False)
    _known: dict[str, str] = field(default_factory=dict)
    _may_be: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_slug = {slug(name): self.by_id[name] for name in sorted(self.by_id, reverse=True)}

    def may_be(self, person: str) -> bool:
        """Tell whether somebody may have an id: they have a file, where ids are looked at, or it is a good one."""
        if person not in self._may_be:
            self._may_be[person] = self.by_id.get(person) == person or wrong_with_id(person) is None
        return self._may_be[person]

    def known(self, written: str) -> str | None:
        """Give the id of the person that a text names, if there is one."""
        person = self._known.get(written) or self._look_up(written)
        if person:
            self._known[written] = person
        return person

    def _look_up(self, written: str) -> str | None:
        name = normalize("NFC", named(written).name)
        if name in self.by_id:
            return self.by_id[name]
        key = slug(name)
        return self._by_slug.get(key) or (key if key in self.made else None)

    def id_of(self, written: str) -> str:
        """Give the id that a text names a person by, whether known or not; empty for a name without a slug."""
        return self.known(written) or slug(named(written).name)

    def name(self, written: str) -> None:
        """Let somebody be named: one who has no file is made, and shown by the first plain name there is."""
        who = named(written)
        person = self.id_of(written)
        if not self.may_be(person):
            return
        if self.known(written) is None or self.made.get(person) == person != who.name:
            self.made[person] = who.name
        if who.contact:
            self.contacts.setdefault(person, who.contact)

    def ids(self) -> list[str]:
        """Give the ids of all that are known."""
        return sorted({*self.by_id, *self.made})
