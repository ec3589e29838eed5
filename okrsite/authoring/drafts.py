"""The first version of a file, as a person would be glad to edit it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from okrsite.written import slug
from okrsite.written.writing import as_yaml

_WIDTH = 92


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written: path below the content folder, and text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class NewKeyResult:
    """A key result in its shortest form; `start` and `target` as written, with their unit."""

    title: str
    start: str = ""
    target: str = ""

    @classmethod
    def read(cls, written: str) -> NewKeyResult:
        """Read `title; start; target` as the command line gives it; what is left out is empty."""
        title, start, target, *_ = (*(part.strip() for part in written.split(";")), "", "")
        return cls(title, start, target)


@dataclass(frozen=True, slots=True)
class NewObjective:
    """What a new objective says; what is empty is left for its team to fill in."""

    cycle: str
    team: str
    title: str
    name: str = ""
    why: str = ""
    owner: str = ""
    type: str = ""
    origin: str = "team"
    supports: str = ""
    because: str = ""
    tags: Sequence[str] = ()
    key_results: Sequence[NewKeyResult] = ()
    state: str = ""


def objective(new: NewObjective) -> Draft:
    """Write a new objective, with a commented line for what it could say next."""
    lines = [
        *_said({"title": new.title}),
        *(_folded("why", new.why) or ["# why: what would be different for somebody, and why it matters now"]),
        *(_said({"owner": new.owner}) or ["# owner: who looks after it, a name or an id in people/"]),
        *(_said({"type": new.type}) or ["# type: committed, aspirational or learning"]),
        *_said({"origin": new.origin, "state": new.state}),
        *_supports(new.supports, new.because),
        *([f"tags: [{', '.join(as_yaml(tag) for tag in new.tags)}]"] if new.tags else []),
        *_key_results(new.key_results),
    ]
    return Draft(f"okrs/{new.cycle}/{new.team}/{new.name or slug(new.title)}.md", _front_matter(lines))


def _supports(supports: str, because: str) -> list[str]:
    if not supports:
        return ["# supports:", "#   - to: mission", "#     because: one sentence of reason"]
    reason = f"    because: {as_yaml(because)}" if because else "    # because: one sentence of reason"
    return ["supports:", f"  - to: {as_yaml(supports)}", reason]


def _key_results(new: Sequence[NewKeyResult]) -> list[str]:
    if not new:
        return ["# key_results:", "#   - title: what is true then", "#     start: 34%", "#     target: 70%"]
    return ["key_results:", *(line for key_result in new for line in _key_result(key_result))]


def _key_result(new: NewKeyResult) -> Iterable[str]:
    yield f"  - title: {as_yaml(new.title)}"
    yield f"    id: {as_yaml(slug(new.title))}"
    yield f"    start: {as_yaml(new.start)}" if new.start else "    # start: where it stands today, with its unit"
    yield f"    target: {as_yaml(new.target)}" if new.target else "    # target: where it should be, in the same unit"


def team(
    name: str,
    *,
    file: str = "",
    parent: str = "",
    lead: str = "",
    members: Sequence[str] = (),
    since: date | None = None,
) -> Draft:
    """Write a new team; `file` is its id, made from the name without one."""
    people = [f"members: [{', '.join(as_yaml(member) for member in members)}]"] if members else []
    lines = [*_said({"name": name, "parent": parent, "lead": lead}), *people, *_dated({"since": since})]
    return Draft(
        f"teams/{file or slug(name)}.md", _front_matter(lines, "What this team is here for, in a sentence or two.")
    )


def person(
    name: str,
    *,
    file: str = "",
    role: str = "",
    teams: Sequence[str] = (),
    contact: str = "",
    helps_with: Sequence[str] = (),
) -> Draft:
    """Write a new person; `file` is their id, made from the name without one."""
    lines = [
        *_said({"name": name, "role": role}),
        *([f"teams: [{', '.join(as_yaml(one) for one in teams)}]"] if teams else []),
        *_said({"contact": contact}),
        *([f"helps_with: [{', '.join(as_yaml(one) for one in helps_with)}]"] if helps_with else []),
    ]
    return Draft(f"people/{file or slug(name)}.md", _front_matter(lines))


def cycle(name: str, *, title: str = "", start: date | None = None, end: date | None = None, about: str = "") -> Draft:
    """Write a new cycle; without dates its name has to say them."""
    lines = [*_said({"title": title}), *_dated({"start": start, "end": end}), *_folded("about", about)]
    return Draft(f"cycles/{name}.md", _front_matter(lines))


@dataclass(frozen=True, slots=True)
class NewCheckIn:
    """What a check-in says: `known` are the key results of its objective, id → title, for those not read yet."""

    objective: str
    day: date
    by: str = ""
    confidence: int | None = None
    readings: Mapping[str, str] | None = None
    known: Mapping[str, str] | None = None
    learned: str = ""
    blocked: str = ""
    ask: str = ""
    next: str = ""


def check_in(new: NewCheckIn, team: str, name: str) -> Draft:
    """Write a new check-in as a file of its own, for the objective `name` of `team`."""
    confidence = (
        [f"confidence: {new.confidence}"] if new.confidence is not None else ["# confidence: 0 to 10, how sure we are"]
    )
    lines = [
        f"objective: {as_yaml(new.objective)}",
        f"date: {new.day.isoformat()}",
        *_said({"by": new.by}),
        *confidence,
        *_readings(new.readings or {}, new.known or {}),
        *_folded("blocked", new.blocked),
        *(["ask:", f"  what: {as_yaml(new.ask)}"] if new.ask else []),
        *_folded("next", new.next),
    ]
    return Draft(f"check-ins/{team}/{new.day.isoformat()}-{name}.md", _front_matter(lines, new.learned or _LEARNED))


_LEARNED = "What did we see, and what did we learn from it? Two sentences will do."


def _readings(given: Mapping[str, str], known: Mapping[str, str]) -> list[str]:
    written = [f"  {as_yaml(key)}: {as_yaml(value)}" for key, value in given.items()]
    unread = [f"#   {as_yaml(key)}:  # {title}" for key, title in known.items() if key not in given]
    if written or unread:
        return [f"{'' if written else '# '}readings:", *written, *unread]
    return []


def page(title: str, *, nav: bool = False, order: str = "") -> Draft:
    """Write a new free page."""
    lines = [*_said({"title": title}), *(["nav: true"] if nav else []), *([f"order: {order}"] if order else [])]
    return Draft(f"pages/{slug(title)}.md", _front_matter(lines, "Write here."))


def _said(keys: Mapping[str, str | None]) -> list[str]:
    return [f"{key}: {as_yaml(value)}" for key, value in keys.items() if value]


def _dated(keys: Mapping[str, date | None]) -> list[str]:
    return [f"{key}: {value.isoformat()}" for key, value in keys.items() if value]


def _folded(key: str, text: str) -> list[str]:
    """Write a sentence on one line where it fits, else folded below its key."""
    line = f"{key}: {as_yaml(text)}"
    if not text or len(line) <= _WIDTH:
        return [line] if text else []
    lines = wrap(text, _WIDTH - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{key}: >", *(f"  {one}" for one in lines)]


def _front_matter(lines: Iterable[str], text: str = "") -> str:
    return "\n".join(["---", *lines, "---", *([text] if text else [])]) + "\n"
