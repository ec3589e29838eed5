"""One record on the desk while it is linked: what it refers to is looked up, what is wrong is said at its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from okrsite.diagnostics import Finding, Related, Span, error
from okrsite.documents import Document
from okrsite.plan.links import Links
from okrsite.plan.lookup import Here
from okrsite.plan.model import Origin
from okrsite.plan.names import named
from okrsite.plan.references import Lost, Names, key_result_of, resolve, thing
from okrsite.prose import Link, Prose
from okrsite.targets import Target
from okrsite.written import Record

Keys = tuple[str | int, ...]
Place = Callable[[Link, str, int], Span]


@dataclass(frozen=True, slots=True)
class Desk:
    """A record of a document, and all that is needed to link it.

    `at` are the keys that lead to the record in its file. `findings` gathers what is wrong. `objective` is the full
    name of the objective that it is about, if there is one.
    """

    document: Document
    here: Here
    names: Names
    links: Links
    findings: list[Finding]
    at: Keys = ()
    objective: str | None = None

    def into(self, record: Record) -> Desk:
        """Turn to a record within this one."""
        return self._with(self.here, record.at, self.objective)

    def about(self, objective: str) -> Desk:
        """Let the record be about an objective; it is no part of it, and may refer to it."""
        return self._with(self.here, self.at, objective)

    def on(self, day: date) -> Desk:
        """Look up what is referred to as a check-in of a day does."""
        here = self.here
        return self._with(Here(here.objective, here.cycle, day, here.mount), self.at, self.objective)

    def _with(self, here: Here, at: Keys, objective: str | None) -> Desk:
        return Desk(self.document, here, self.names, self.links, self.findings, at, objective)

    def origin(self, record: Record) -> Origin:
        """Say where a record was written."""
        return Origin(self.document.source.path, record.line)

    def span(self, *keys: str | int, needle: str | None = None, nth: int = 0) -> Span:
        """Find the place of a key of the record, or of a text in it."""
        return self.document.span((*self.at, *keys), needle=needle, nth=nth)

    def tell(self, rule: str, span: Span, message: str, help: str = "", related: Iterable[Related] = ()) -> None:  # noqa: A002 - the parts of a finding
        """Say what is wrong."""
        self.findings.append(error(rule, span, message, help, related=tuple(related), objective=self.objective))

    def found(self, result: Target | Lost | None, span: Callable[[], Span]) -> Target | None:
        """Give what a look-up found, else say why it found nothing."""
        if not isinstance(result, Lost):
            return result
        if result.rule:
            self.tell(result.rule, span(), result.message, result.help)
        return None

    def reference(self, text: str, keys: Keys, kinds: Collection[str], wanted: str) -> Target | None:
        """Look up a reference of a key, which may lead to some kinds of things only; `wanted` says which.

        The kind `key result` stands for a key result of an objective.
        """
        target = self.found(resolve(text, self.here, self.names), lambda: self.span(*keys))
        if target is None:
            return None
        kind = "key result" if target.key_result else target.kind
        if kind in kinds:
            return target
        words = f"“{text}” is {_a(kind)}, which can’t stand here."
        self.tell("wrong-type", self.span(*keys), words, f"Name {wanted}.")
        return None

    def named_thing(self, kind: str, text: str, keys: Keys) -> str | None:
        """Look up a team or a health metric where only one can stand, written with or without its kind before it."""
        name = text.removeprefix(f"{kind}:").strip()
        target = self.found(thing(kind, name, self.names), lambda: self.span(*keys))  # type: ignore[arg-type]
        return target.id if target else None

    def named_things(self, kind: str, texts: Iterable[str], key: str) -> tuple[str, ...]:
        """Look up several, each once, in the order written."""
        found = (self.named_thing(kind, text, (key, place)) for place, text in enumerate(texts))
        return tuple(dict.fromkeys(name for name in found if name))

    def person(self, text: str | None, *keys: str | int) -> str | None:
        """Give the id of who is named."""
        if not text:
            return None
        person = self.names.people.id_of(text)
        if self.names.people.may_be(person):
            return person
        way_out = "Write a name with letters or digits, or give them a file in people/."
        self.tell("bad-id", self.span(*keys), f"No id can be made of the name “{named(text).name}”.", way_out)
        return None

    def people(self, texts: Iterable[str], key: str) -> tuple[str, ...]:
        """Give the ids of who is named, each once, in the order written."""
        found = (self.person(text, key, place) for place, text in enumerate(texts))
        return tuple(dict.fromkeys(person for person in found if person))

    def prose(self, value: Prose | None, *keys: str | int) -> Prose | None:
        """Look up the links in the prose of a key."""
        if value is None or not value.links:
            return value
        return self._linked(value, lambda link, needle, nth: self.span(*keys, needle=needle or link.written, nth=nth))

    def text(self, value: Prose, *keys: str | int) -> Prose:
        """Look up the links in prose that must be there."""
        return self.prose(value, *keys) or value

    def body(self, value: Prose | None) -> Prose | None:
        """Look up the links in the text below the front matter."""
        if value is None or not value.links:
            return value
        return self._linked(value, lambda link, _, __: self.document.body_span(link.line, link.column, link.length))

    def _linked(self, value: Prose, place: Place) -> Prose:
        starts = (0, *accumulate(len(line) + 1 for line in value.source.split("\n")))
        return replace(value, targets=tuple(self._target(link, value.source, starts, place) for link in value.links))

    def _target(self, link: Link, source: str, starts: tuple[int, ...], place: Place) -> Target | None:
        def span() -> Span:
            offset = starts[link.line - 1] + link.column - 1
            needle = source[offset : offset + link.length]
            return place(link, needle, source.count(needle, 0, offset) if needle else 0)

        return self.found(self._lead(link), span)

    def _lead(self, link: Link) -> Target | Lost | None:
        if link.written.startswith("#") and self.objective:
            return key_result_of(self.objective, link.written[1:], self.names)
        if link.kind == "reference":
            return resolve(link.written, self.here, self.names)
        source = self.document.source
        found = self.links.follow(link.written, source.path, self.links.root_of(source))
        if link.kind == "image" and isinstance(found, Target) and found.kind != "file":
            return Lost("ref-broken", f"“{link.written}” is no picture.", "Without the ! before it this is a link.")
        return found


def _a(kind: str) -> str:
    return {"objective": "an objective", "mission": "the mission", "health": "a health metric"}.get(kind, f"a {kind}")
