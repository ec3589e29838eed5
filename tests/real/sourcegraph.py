"""Sourcegraph's quarters → content of okrsite: `python -m tests.real.sourcegraph FOLDER`.

A heading is a team, a numbered item an objective, an item below it a key result. What stands after `=>` is what
became of it; where that begins with a share, it is the score.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.real.written import Value, page, slug, unique, write

SOURCE = Path(__file__).parent / "sourcegraph-goals" / "source"
CYCLES = {"FY21-Q1": ("2021_q1.md", date(2020, 4, 30)), "FY22-Q1": ("2022_q1.md", None)}
"""The file of a quarter, and its last day where results were published."""

ITEM = re.compile(r"(?P<indent> *)(?:\d+\.|-) (?P<text>.+)")
ARROW = re.compile(r"==? ?>\.?")
LINK = re.compile(r"\[(?P<text>[^\]]*)\](?:\((?P<to>[^)]*)\)|\[\w+\])")


@dataclass
class Team:
    """A team, by its headings."""

    name: str
    parent: str


@dataclass
class Goal:
    """An objective as written, and its key results."""

    team: str
    title: str
    became: str
    key_results: list[dict[str, Value]] = field(default_factory=list)


def read(text: str) -> tuple[list[Team], list[Goal]]:
    """Read one quarter."""
    teams: list[Team] = []
    goals: list[Goal] = []
    for line in text.splitlines():
        if line.startswith("##"):
            teams.append(_team(line, teams))
        elif (item := ITEM.fullmatch(line)) and teams:
            _item(item, teams[-1], goals)
    return teams, goals


def _team(line: str, before: list[Team]) -> Team:
    above = [one.name for one in before if not one.parent]
    return Team(line.lstrip("# "), slug(above[-1]) if line.startswith("###") else "")


def _item(item: re.Match[str], team: Team, goals: list[Goal]) -> None:
    said, became = [*ARROW.split(item["text"], maxsplit=1), ""][:2]
    title = _words(said)
    if item["indent"]:
        goals[-1].key_results.append({"title": title, **_score(became.strip()), "note": _note(became)})
    else:
        goals.append(Goal(slug(team.name), title, _note(became)))


def _words(text: str) -> str:
    plain = re.sub(r"</?sub>|\*\*|`", "", LINK.sub(r"\g<text>", text)).replace("_N", "N").replace("_", "")
    return re.sub(r"^(OBJECTIVE|KR): ", "", plain.strip()).strip()


def _note(text: str) -> str:
    """Keep links to the open web; the handbook's own pages are not here."""
    return LINK.sub(lambda found: found[0] if "://" in (found["to"] or "") else found["text"], text).strip()


def _score(became: str) -> dict[str, Value]:
    share = re.match(r"(\d+)%: ", became)
    return {"score": int(share[1]) / 100} if share else {}


def objective(goal: Goal, closed: date | None) -> str:
    """An objective's own file."""
    end: dict[str, Value] = {"closed": {"date": closed, "learned": goal.became}} if closed else {}
    return page({"title": goal.title, **end, "key_results": list[Value](goal.key_results)})


def files() -> dict[str, str]:
    """Every file of the site, by its path."""
    return dict(_files())


def _files() -> Iterator[tuple[str, str]]:
    yield "okrsite.yaml", "as_of: 2022-11-09\nfiscal_year_start: 2\nfiscal_year_named: end\n"
    yield "content/org.md", page({"name": "Sourcegraph"}, (SOURCE.parent / "about.md").read_text("utf-8"))
    for cycle, (name, closed) in CYCLES.items():
        teams, goals = read((SOURCE / name).read_text("utf-8"))
        for team in teams:
            yield f"content/teams/{slug(team.name)}.md", page({"name": team.name, "parent": team.parent})
        unique(f"{goal.team}/{slug(goal.title)}" for goal in goals)
        for goal in goals:
            yield f"content/okrs/{cycle}/{goal.team}/{slug(goal.title)}.md", objective(goal, closed)


if __name__ == "__main__":
    write(files(), Path(sys.argv[1]))
