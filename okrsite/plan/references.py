"""What a reference leads to: the one place where references are resolved."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast
from unicodedata import normalize

from okrsite.plan.lookup import MOST_LISTED, Here, Objectives
from okrsite.plan.near import NearNames, offered
from okrsite.plan.people import People
from okrsite.targets import Target, TargetKind
from okrsite.written import slug

Thing = Literal["theme", "health", "team", "cycle", "page"]

_WORDS: Mapping[str, str] = {
    "objective": "objective",
    "theme": "theme",
    "health": "health metric",
    "team": "team",
    "person": "person",
    "cycle": "cycle",
    "tag": "tag",
    "page": "page",
}
_ABOVE_AN_OBJECTIVE: tuple[Thing, ...] = ("team", "cycle")
_PLAIN = "Plain names are those of objectives; other things are named with theme:, health:, team:, person:, cycle:, tag: or page: before them."


@dataclass(frozen=True, slots=True)
class Lost:
    """A reference that leads to nothing, or to several things: what is to be said about it.

    Without a rule nothing is: what it names is there, but could not be read, and that has been said.
    """

    rule: str = ""
    message: str = ""
    help: str = ""


KNOWN_ALREADY = Lost()


@dataclass
class Names:
    """Everything that can be named.

    `things` maps, for each kind, ids and aliases to ids. `key_results` gives the ids of an objective's key results.
    `damaged` holds what is there but could not be read, `torn` the files of objectives that could not be read as a
    whole; `torn_things` the names that may stand, by kind, in other such files, `torn_key_results` the objectives some
    of whose key results are not known.
    """

    objectives: Objectives
    people: People
    key_results: dict[str, Collection[str]] = field(default_factory=dict)
    things: dict[Thing, dict[str, str]] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    damaged: set[Target] = field(default_factory=set)
    torn: list[TornFile] = field(default_factory=list)
    torn_things: dict[Thing, Container[str]] = field(default_factory=dict)
    torn_key_results: set[str] = field(default_factory=set)
    _near: dict[str, NearNames] = field(default_factory=dict)

    def near(self, kind: Thing | Literal["tag", "person"], wrong: str) -> list[str]:
        """Give names of a kind that are near a wrong one."""
        if kind not in self._near:
            self._near[kind] = NearNames(self._named(kind))
        return self._near[kind].to(wrong)

    def near_key_results(self, ref: str) -> NearNames:
        """Give what finds near names among the key results of an objective."""
        if ref not in self._near:
            self._near[ref] = NearNames(self.key_results.get(ref, ()))
        return self._near[ref]

    def _named(self, kind: Thing | Literal["tag", "person"]) -> Iterable[str]:
        if kind == "tag":
            return self.tags.values()
        return self.people.ids() if kind == "person" else self.things.get(kind, ())


@dataclass(frozen=True, slots=True)
class TornFile:
    """A file of objectives that could not be read as a whole.

    `names` are what its lines seem to define; None where not even those could be read.
    """

    cycle: str
    team: str
    names: frozenset[str] | None

    def may_hold(self, parts: Sequence[str]) -> bool:
        """Whether a reference to nothing else may mean an objective in it."""
        if self.names is not None and parts[-1] not in self.names:
            return False
        return list(parts[:-1]) in ([], [self.team], [self.cycle, self.team])


def resolve(text: str, here: Here, names: Names) -> Target | Lost:
    """Look up a reference as written in a key or in `[[…]]`.

    Private objectives are found like others. Exact, case included; near names are offered.
    """
    name = normalize("NFC", text.strip())
    if name == "mission":
        return Target("mission")
    kind, colon, rest = name.partition(":")
    if not colon:
        return _objective(name, here, names)
    rest = rest.strip()
    if kind in ("theme", "health", "team", "cycle", "page"):
        return thing(cast("Thing", kind), rest, names)
    if kind == "person":
        return _person(rest, names)
    if kind == "tag":
        return _tag(rest, names)
    near = NearNames([*_WORDS, "mission"]).to(kind)
    return Lost(
        "ref-broken", f"“{name}” names nothing: there is no kind of thing called “{kind}”.", offered(near) or _PLAIN
    )


def thing(kind: Thing, name: str, names: Names) -> Target | Lost:
    """Look up a theme, health metric, team, cycle or page by id or alias."""
    name = normalize("NFC", name)
    found = names.things.get(kind, {}).get(name)
    if found is None and name in names.torn_things.get(kind, ()):
        return KNOWN_ALREADY
    if found is None:
        return _nothing(kind, name, names.near(kind, name))
    target = Target(kind, found)
    return KNOWN_ALREADY if target in names.damaged else target


def _nothing(kind: TargetKind, name: str, near: Sequence[str], way_out: str = "") -> Lost:
    return Lost("ref-broken", f"There is no {_WORDS[kind]} “{name}”.", offered(near) or way_out or _way_out(kind))


def _way_out(kind: TargetKind) -> str:
    folders = {"theme": "Themes are listed in org.md", "tag": "A tag is made by standing at an objective"}
    made = {"health": "health/<id>.md", "team": "teams/<id>.md", "cycle": "cycles/<id>.md", "page": "pages/<path>.md"}
    return f"{folders.get(kind) or f'It would be written in {made[kind]}'}." if kind in {**folders, **made} else ""


def _person(name: str, names: Names) -> Target | Lost:
    found = names.people.known(name)
    if found is None:
        way_out = "A person has a file in people/, or is made by being named as an owner, a member, or who writes."
        return _nothing("person", name, names.near("person", slug(name)), way_out)
    return Target("person", found)


def _tag(text: str, names: Names) -> Target | Lost:
    key = slug(text)
    return Target("tag", key) if key in names.tags else _nothing("tag", text, names.near("tag", text))


def _objective(name: str, here: Here, names: Names) -> Target | Lost:
    path, mark, key_result = name.partition("#")
    parts = _today(path.split("/"), names)
    found = names.objectives.find(parts, here)
    if not found:
        return _no_objective(path, parts, here, names)
    if len(found) > 1:
        return _several(path, found)
    target = Target("objective", found[0])
    if target in names.damaged:
        return KNOWN_ALREADY
    return key_result_of(found[0], key_result, names) if mark else target


def _today(parts: list[str], names: Names) -> list[str]:
    """Put today's ids in the place of earlier ones of a team and a cycle."""
    today = [*parts]
    for back, kind in enumerate(_ABOVE_AN_OBJECTIVE, 2):
        if back <= len(parts) and kind in names.things:
            today[-back] = names.things[kind].get(parts[-back], parts[-back])
    return today


def key_result_of(ref: str, key_result: str, names: Names) -> Target | Lost:
    """Look up a key result of an objective by its id."""
    ids = names.key_results.get(ref, ())
    target = Target("objective", ref, key_result)
    if key_result in ids:
        return KNOWN_ALREADY if target in names.damaged else target
    if ref in names.torn_key_results:
        return KNOWN_ALREADY
    if not key_result:
        return Lost("ref-broken", "After the # no key result is named.", f"{_listed(ids)}" if ids else "")
    near = offered(names.near_key_results(ref).to(key_result)) or _listed(ids)
    return Lost("ref-broken", f"“{ref}” has no key result “{key_result}”.", near)


def _listed(ids: Collection[str]) -> str:
    return f"Its key results are: {', '.join(list(ids)[:MOST_LISTED])}." if ids else "It has no key results."


def _no_objective(path: str, parts: Sequence[str], here: Here, names: Names) -> Lost:
    if any(torn.may_hold(parts) for torn in names.torn):
        return KNOWN_ALREADY
    if names.objectives.find(parts, Here(mount=here.mount)) == [here.objective]:
        return Lost("ref-broken", f"“{path}” is this objective itself.", "An objective can’t refer to itself.")
    if not path:
        return Lost("ref-broken", "This reference names no objective.", _PLAIN)
    return _nothing("objective", path, names.objectives.near(path), _other_kind(path, names) or _objective_way_out())


def _objective_way_out() -> str:
    return "An objective is named <cycle>/<team>/<id>, <team>/<id> or <id>."


def _other_kind(path: str, names: Names) -> str:
    """Offer the longer name of something that is no objective."""
    longer = [f"{kind}:{path}" for kind, known in names.things.items() if path in known]
    if names.people.known(path) is not None:
        longer.append(f"person:{path}")
    return offered(longer)


def _several(path: str, found: Sequence[str]) -> Lost:
    listed = ", ".join(sorted(found[:MOST_LISTED])) + (" and others" if len(found) > MOST_LISTED else "")
    return Lost(
        "ref-ambiguous", f"“{path}” fits several objectives: {listed}.", "Write the longer name of the one you mean."
    )
