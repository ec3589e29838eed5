"""Sourcegraph's quarters → content of okrsite: `python -m tests.real.sourcegraph FOLDER`.

A heading is a team, a numbered item an objective, an item below it a key result. What stands after `=>` is what
became of it; where that begins with a share, it is the score.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.real.written import Value, numbered, page, slug, write

SOURCE = Path(__file__).parent / "sourcegraph-goals" / "source"
CYCLES = {"FY21-Q1": ("2021_q1.md", date(2020, 4, 30)), "FY22-Q1": ("2022_q1.md", None)}
"""The file of a quarter, and its last day where results were published."""
MORE = {"FY22": "2022_annual.md", "FY22-Q2": "2022_q2.md", "FY22-Q3": "2022_q3.md", "FY23-Q1": "2023_Q1.md"}
"""What else is read to see how often the opinions of the checks are right; no results were published."""

ITEM = re.compile(r"(?P<indent> *)(?:\d+\.|-) (?P<text>.+)")
HEADING = re.compile(r"#{2,3} .+")
WHY = re.compile(r" +\*\*WHY:\*\* (?P<text>.+)")
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
    why: str = ""
    key_results: list[dict[str, Value]] = field(default_factory=list)


def read(text: str) -> tuple[list[Team], list[Goal]]:
    """Read one quarter."""
    teams: list[Team] = []
    goals: list[Goal] = []
    for line in text.splitlines():
        if HEADING.fullmatch(line):
            teams.append(_team(line, teams))
        elif (why := WHY.fullmatch(line)) and goals:
            goals[-1].why = _words(why["text"])
        elif (item := ITEM.fullmatch(line)) and teams and not line.startswith("- "):
            _item(item, teams[-1], goals)
    return teams, goals


def _team(line: str, before: list[Team]) -> Team:
    above = [one.name for one in before if not one.parent]
    return Team(line.lstrip("# "), slug(above[-1]) if line.startswith("###") else "")


def _item(item: re.Match[str], team: Team, goals: list[Goal]) -> None:
    """Take up an objective or a key result; what stands deeper without being called one is part of the one above."""
    said, became = [*ARROW.split(item["text"], maxsplit=1), ""][:2]
    title = _words(said)
    if len(item["indent"]) > 3 and "KR:" not in said:
        return
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
    return page({"title": goal.title, "why": goal.why, **end, "key_results": list[Value](goal.key_results)})


def files() -> dict[str, str]:
    """Every file of the site, by its path."""
    found = about("2022-11-09")
    for cycle, (name, closed) in CYCLES.items():
        found |= quarter(cycle, name, closed)
    return found


def about(day: str) -> dict[str, str]:
    """What is said of the whole, and on which day it is looked at."""
    return {
        "okrsite.yaml": f"as_of: {day}\nfiscal_year_start: 2\nfiscal_year_named: end\n",
        "content/org.md": page({"name": "Sourcegraph"}, (SOURCE.parent / "about.md").read_text("utf-8")),
    }


def quarter(cycle: str, name: str, closed: date | None = None) -> dict[str, str]:
    """The teams and objectives of one quarter, or year, by their paths."""
    teams, goals = read((SOURCE / name).read_text("utf-8"))
    found = {f"content/teams/{slug(one.name)}.md": page({"name": one.name, "parent": one.parent}) for one in teams}
    for goal, at in zip(goals, numbered(f"{goal.team}/{slug(goal.title)}" for goal in goals), strict=True):
        found[f"content/okrs/{cycle}/{at}.md"] = objective(goal, closed)
    return found


if __name__ == "__main__":
    write(files(), Path(sys.argv[1]))
