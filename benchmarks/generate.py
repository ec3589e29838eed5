"""Writes a made-up organisation: `python -m benchmarks.generate FOLDER --objectives 1000`.

The same numbers and the same seed give the same files, byte for byte. `--children` adds an objective that as many
others support; `--chain` adds a chain of as many objectives, each of which supports the one before.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks import words
from benchmarks.measures import Measure, measures

TODAY = date(2025, 10, 30)
_SLUG = 20
CYCLES = {
    "2025-T1": (date(2025, 1, 1), date(2025, 4, 30)),
    "2025-T2": (date(2025, 5, 1), date(2025, 8, 31)),
    "2025-T3": (date(2025, 9, 1), date(2025, 12, 31)),
}
PER_TEAM = 9
"""Objectives of a team, over three cycles."""
AGAIN = 0.02
"""The share of objectives that have the title of another one."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What other objectives need to know of one."""

    ref: str
    measures: tuple[Measure, ...]
    private: bool


@dataclass
class Organisation:
    """What has been made so far."""

    rng: Random
    people: int
    teams: list[str]
    parents: dict[str, str]
    goals: dict[tuple[str, str], list[Goal]] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)


def files(objectives: int, seed: int = 1, children: int = 0, chain: int = 0) -> Iterator[tuple[str, str]]:
    """Every file, by its path below the root."""
    place = _organisation(objectives, seed)
    yield "okrsite.yaml", f"as_of: {TODAY}\n"
    yield "content/org.md", _about()
    yield from _teams(place)
    yield from _around(place)
    for number in range(objectives):
        yield from _objective(place, number, objectives)
    yield from ((path, "\n".join(entries)) for path, entries in sorted(place.lists.items()))
    yield from _children(children)
    yield from _chain(chain)


def _organisation(objectives: int, seed: int) -> Organisation:
    count = max(4, objectives // PER_TEAM)
    breadth = max(2, round((count - 1) ** (1 / 3)))
    teams = ["company", *(f"team-{number}" for number in range(1, count))]
    return Organisation(Random(seed), max(8, objectives // 4), teams, _parents(teams, breadth))


def _parents(teams: list[str], breadth: int) -> dict[str, str]:
    """Four levels: the company, `breadth` below it, `breadth` below each of these, and all others below those."""
    parents: dict[str, str] = {}
    upper = 1 + breadth + breadth * breadth
    for number, team in enumerate(teams[1:], 1):
        above = (number - 1) // breadth if number < upper else 1 + breadth + (number - upper) % (breadth * breadth)
        parents[team] = teams[above]
    return parents


def _about() -> str:
    themes = "".join(f"  - {{id: theme-{n}, title: A theme for the years to come {n}}}\n" for n in (1, 2, 3))
    return f"---\nname: Made-up Works\nmission: What people need, when they need it.\nthemes:\n{themes}---\nMade up.\n"


def _teams(place: Organisation) -> Iterator[tuple[str, str]]:
    for number, team in enumerate(place.teams):
        parent = f"parent: {place.parents[team]}\n" if number else ""
        lead = words.person(place.rng, place.people)
        said = words.sentence(place.rng)
        yield f"content/teams/{team}.md", f"---\nname: Works {team}\n{parent}lead: {lead}\n---\n{said}\n"


def _around(place: Organisation) -> Iterator[tuple[str, str]]:
    for number in range(1, 6):
        team = place.rng.choice(place.teams)
        readings = "".join(
            f"  - {{date: 2025-{month:02}-28, value: {90 + place.rng.randint(0, 9)}}}\n" for month in range(1, 10)
        )
        head = f"title: Watched {number}\nunit: a month\nat_most: 100\nteam: {team}\nreadings:\n{readings}"
        yield f"content/health/watched-{number}.md", f"---\n{head}---\n{words.text(place.rng, 40)}\n"
        yield f"content/pages/page-{number}.md", f"---\ntitle: Page {number}\n---\n{words.text(place.rng, 400)}\n"


def _objective(place: Organisation, number: int, objectives: int) -> Iterator[tuple[str, str]]:
    rng = place.rng
    team = place.teams[number * len(place.teams) // objectives]
    cycle = list(CYCLES)[number % 3]
    title = _title(place)
    slug = f"{title.lower().replace(' ', '-').replace(',', '')[:_SLUG].rstrip('-')}-{number}"
    earlier = [goal for goal in _above(place, cycle, team) if not goal.private]
    own = measures(
        rng, [f"{goal.ref}#{one.id}" for goal in earlier[-3:] for one in goal.measures if one.kind == "number"]
    )
    private = rng.random() < 0.01
    entries = list(_check_ins(place, cycle, own))
    inside = _apart(place, f"{cycle}/{team}/{slug}", entries) if entries else []
    head = [f"title: {title}", *_head(place, cycle, team, private=private), *_edges(place, cycle, team, earlier)]
    body = f"{words.text(rng, rng.randint(60, 250))}\n\nSee also [[{rng.choice(earlier).ref}]].\n" if earlier else "\n"
    text = "\n".join([*head, "key_results:", *(line for one in own for line in one.lines), *inside])
    place.goals.setdefault((cycle, team), []).append(Goal(f"{cycle}/{team}/{slug}", own, private))
    yield f"content/okrs/{cycle}/{team}/{slug}.md", f"---\n{text}\n---\n{body}"
    yield from _files_apart(place)


def _title(place: Organisation) -> str:
    """A title; one in fifty is that of an earlier objective."""
    again = place.titles and place.rng.random() < AGAIN
    place.titles.append(place.rng.choice(place.titles) if again else words.title(place.rng))
    return place.titles[-1]


def _above(place: Organisation, cycle: str, team: str) -> list[Goal]:
    """What stands above a team in a cycle: the objectives of the nearest team up the tree that has any."""
    while team in place.parents:
        team = place.parents[team]
        if found := place.goals.get((cycle, team)):
            return found
    return []


def _head(place: Organisation, cycle: str, team: str, *, private: bool) -> Iterator[str]:
    rng = place.rng
    yield f"why: {words.sentence(rng)} {words.sentence(rng)}"
    yield f"owners: [{', '.join(sorted({words.person(rng, place.people) for _ in range(rng.randint(1, 2))}))}]"
    yield f"type: {rng.choice(['committed', 'aspirational', 'aspirational', 'learning'])}"
    yield f"origin: {rng.choice(['team', 'team', 'team', 'negotiated', 'assigned', 'claimed'])}"
    yield f"tags: [{', '.join(words.some(rng, 'TAGS', rng.randint(1, 3)))}]"
    if rng.random() < 0.1:
        yield f"health: [watched-{rng.randint(1, 5)}]"
    if private:
        yield "private: true"
    yield from _ending(rng, cycle)
    if (before := list(CYCLES).index(cycle)) and (past := place.goals.get((list(CYCLES)[before - 1], team))):
        yield f"continues:\n  to: {rng.choice(past).ref}\n  because: {words.sentence(rng)}"


def _ending(rng: Random, cycle: str) -> Iterator[str]:
    end = CYCLES[cycle][1]
    kind = rng.random()
    if end > TODAY:
        yield f"state: {'draft' if kind < 0.03 else 'proposed' if kind < 0.06 else 'active'}"
    elif kind < 0.06:
        yield f"dropped:\n  date: {end - timedelta(days=40)}\n  why: {words.sentence(rng)}"
    else:
        yield f"closed:\n  date: {end}\n  learned: {words.sentence(rng)}"
        if kind < 0.5:
            yield f"score: {rng.randint(0, 10) / 10}"


def _edges(place: Organisation, cycle: str, team: str, earlier: list[Goal]) -> Iterator[str]:
    rng = place.rng
    yield "supports:"
    if not earlier:
        yield f"  - to: {rng.choice(['mission', 'theme:theme-1', 'theme:theme-2'])}\n    because: {words.sentence(rng)}"
        return
    for goal in rng.sample(earlier, min(len(earlier), rng.randint(1, 3))):
        to = f"{goal.ref}#{goal.measures[0].id}" if rng.random() < 0.1 else goal.ref
        yield f"  - to: {to}\n    because: {words.sentence(rng)}"
    if rng.random() < 0.3:
        other = rng.choice(place.teams)
        state = rng.choice(["asked", "agreed", "declined", "delivered"])
        to = rng.choice(earlier).ref if rng.random() < 0.5 or other == team else f"team:{other}"
        yield f"depends_on:\n  - {{to: {to}, need: {words.one(rng, 'STEPS')}, by: {CYCLES[cycle][1]}, state: {state}}}"


def _check_ins(place: Organisation, cycle: str, own: tuple[Measure, ...]) -> Iterator[list[str]]:
    rng = place.rng
    start, end = CYCLES[cycle]
    many = rng.randint(0, 12)
    for nth in range(many):
        day = start + timedelta(days=7 + nth * 8)
        if day > min(end, TODAY):
            return
        yield [f"date: {day}", *_said(place, own, (nth + 1) / many)]


def _said(place: Organisation, own: tuple[Measure, ...], along: float) -> Iterator[str]:
    rng = place.rng
    yield f"by: {words.person(rng, place.people)}"
    yield f"confidence: {rng.randint(1, 9)}"
    readings = [f"{one.id}: {value}" for one in own if rng.random() < 0.8 and (value := one.reading(rng, along))]
    if readings:
        yield f"readings: {{{', '.join(readings)}}}"
    if rng.random() < 0.9:
        yield f"learned: {words.sentence(rng)} {words.sentence(rng)}"
    if rng.random() < 0.1:
        yield f"blocked: {words.sentence(rng)}"
    if rng.random() < 0.07:
        yield f'ask: {{what: "{words.one(rng, "ASKS")}", of: {rng.choice(place.teams)}}}'
        if rng.random() < 0.5:
            reply = f'by: {words.person(rng, place.people)}, date: {TODAY}, text: "{words.one(rng, "REPLIES")}"'
            yield f"replies: [{{{reply}, answers: true}}]"


def _apart(place: Organisation, ref: str, entries: list[list[str]]) -> list[str]:
    """Keep check-ins in the objective (six of ten times), in a list of the team, or in files of their own."""
    where = place.rng.random()
    if where < 0.6:
        return ["check_ins:", *(line for entry in entries for line in _element(entry))]
    cycle, team, slug = ref.split("/")
    if where < 0.8:
        lines = [line for entry in entries for line in _element([f"objective: {ref}", *entry], 0)]
        place.lists.setdefault(f"content/check-ins/{cycle}/{team}.yaml", []).extend([*lines, ""])
    else:
        for nth, entry in enumerate(entries):
            text = "\n".join(["---", f"objective: {ref}", *entry, "---", ""])
            place.lists[f"content/check-ins/{cycle}/{team}/{slug}-{nth}.md"] = [text]
    return []


def _files_apart(place: Organisation) -> Iterator[tuple[str, str]]:
    for path in [path for path in place.lists if path.endswith(".md")]:
        yield path, "\n".join(place.lists.pop(path))


def _element(lines: list[str], indent: int = 2) -> Iterator[str]:
    for nth, line in enumerate(lines):
        yield f"{' ' * indent}{'  ' if nth else '- '}{line}"


def _small(title: str, to: str) -> str:
    return (
        f"---\ntitle: {title}\nowner: Ada Adler\nsupports: {to}\nkey_results:\n  - {{title: Done, done: true}}\n---\n"
    )


def _children(count: int) -> Iterator[tuple[str, str]]:
    if count:
        yield "content/okrs/2025-T3/company/everyone.md", _small("Everyone carries this", "mission")
    for number in range(count):
        yield f"content/okrs/2025-T3/wide/child-{number}.md", _small(f"Child {number}", "company/everyone")


def _chain(count: int) -> Iterator[tuple[str, str]]:
    for number in range(count):
        to = f"deep/link-{number - 1}" if number else "mission"
        yield f"content/okrs/2025-T3/deep/link-{number}.md", _small(f"Link {number}", to)


def write(folder: Path, objectives: int, seed: int = 1, children: int = 0, chain: int = 0) -> None:
    """Write the organisation into a folder."""
    for name, text in files(objectives, seed, children, chain):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--objectives", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--children", type=int, default=0, metavar="N", help="an objective that N others support")
    parser.add_argument("--chain", type=int, default=0, metavar="N", help="a chain of N objectives")
    asked = parser.parse_args()
    write(asked.folder, asked.objectives, asked.seed, asked.children, asked.chain)


if __name__ == "__main__":
    main()
