"""source{d}'s quarters → content of okrsite: `python -m tests.real.srcd FOLDER`.

A heading is an objective and supports the heading above it; a bullet at the margin is a key result, done when its
box is ticked, and bullets below it are its milestones. `[DR]` names teams, `[P0]` a priority, `~~` what was dropped.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.real.written import Value, page, slug, unique, write, yaml

SOURCE = Path(__file__).parent / "srcd-okrs" / "source"
CYCLES = {"2018-Q4": date(2018, 12, 31), "2019-Q1": None}
"""The day of the review that merged what was achieved; for 2019-Q1 none was published."""

MORE = {"2018-Q3": date(2018, 9, 30)}
"""What else is read to see how often the opinions of the checks are right."""

LINK = re.compile(r"\[(?P<text>[^\]]*)\]\([^)]*\)")
TAG = re.compile(r"\s*\[([A-Z][A-Za-z]+|P[\d?])\]")
PRIORITY = re.compile(r"P[\d?]")
BULLET = re.compile(r"(?P<indent>\s*)[-*] (?:\[(?P<box>[ xX])\] )?(?P<text>.*)")


@dataclass
class Heading:
    """An objective on its way from the source: what stands under a heading."""

    level: int
    title: str
    teams: list[str]
    dropped: bool
    parent: Heading | None
    key_results: list[dict[str, Value]] = field(default_factory=list)

    @property
    def team(self) -> str:
        """Who leads it: the first team named, else the company."""
        return (self.teams or ["company"])[0]


def headings(text: str) -> list[Heading]:
    """Read one quarter."""
    found: list[Heading] = []
    for line in text.splitlines():
        if line.startswith("##"):
            found.append(_heading(line, found))
        elif (bullet := BULLET.fullmatch(line)) and found:
            _bullet(bullet, found[-1])
    return found


def _heading(line: str, before: list[Heading]) -> Heading:
    level = len(line) - len(line.lstrip("#"))
    words = line.lstrip("# ")
    title, teams, _ = _tags(words.replace("~~", ""))
    parent = next((one for one in reversed(before) if one.level < level), None)
    return Heading(level, title, teams, "~~" in words, parent)


def _tags(text: str) -> tuple[str, list[str], str]:
    tags = TAG.findall(text)
    priority = "".join(tag for tag in tags if PRIORITY.fullmatch(tag))
    return TAG.sub("", text).strip(), [tag.lower() for tag in tags if not PRIORITY.fullmatch(tag)], priority


def _bullet(bullet: re.Match[str], under: Heading) -> None:
    title, teams, priority = _tags(LINK.sub(r"\g<text>", bullet["text"]).replace("~~", "").strip())
    done: dict[str, Value] = {"done": bullet["box"] in "xX"} if bullet["box"] else {}
    if bullet["indent"]:
        under.key_results[-1].pop("done", None)
        milestones = under.key_results[-1].setdefault("milestones", [])
        assert isinstance(milestones, list)
        milestones.append({"title": title, **done})
    else:
        note = f"Priority {priority[1:]}." if priority and priority != "P?" else ""
        under.key_results.append({"title": title, **done, "teams": list[Value](teams), "note": note})


def objective(heading: Heading, closed: date | None, earlier: dict[str, str]) -> dict[str, Value]:
    """An objective of a team's file."""
    above = heading.parent
    end: dict[str, Value] = {"state": "dropped"} if heading.dropped else {"closed": {"date": closed}} if closed else {}
    return {
        "title": heading.title,
        "type": "aspirational",
        "teams": list[Value](heading.teams[1:]),
        "supports": f"{above.team}/{slug(above.title)}" if above else "mission",
        "continues": earlier.get(heading.title, ""),
        **end,
        "key_results": list[Value](heading.key_results),
    }


def files() -> dict[str, str]:
    """Every file of the site, by its path."""
    return {"okrsite.yaml": "as_of: 2019-05-27\n", **of(CYCLES)}


def of(cycles: Mapping[str, date | None]) -> dict[str, str]:
    """The files of some quarters, by their paths."""
    found = {
        "content/org.md": page(
            {"name": "source{d}", "mission": "Being the leading company for ML on Code"},
            (SOURCE.parent / "about.md").read_text("utf-8"),
        ),
        "content/teams/company.md": page({"name": "The company"}),
    }
    earlier: dict[str, str] = {}
    teams: dict[str, str] = {}
    for cycle, closed in cycles.items():
        text = (SOURCE / f"{cycle}.md").read_text("utf-8")
        read = headings(text)
        teams = {tag.lower(): tag for tag in TAG.findall(text) if not PRIORITY.fullmatch(tag)} | teams
        by_team: dict[str, list[Value]] = defaultdict(list)
        for heading in read:
            by_team[heading.team].append(objective(heading, closed, earlier))
        found |= {f"content/okrs/{cycle}/{team}.yaml": yaml({"objectives": by_team[team]}) for team in sorted(by_team)}
        names = unique(f"{cycle}/{heading.team}/{slug(heading.title)}" for heading in read)
        earlier = {heading.title: name for heading, name in zip(read, names, strict=True)}
    return found | {f"content/teams/{team}.md": page({"name": name}) for team, name in sorted(teams.items())}


if __name__ == "__main__":
    write(files(), Path(sys.argv[1]))
