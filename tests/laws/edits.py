"""A small site that somebody changes at random: every kind of file, every kind of change, well and badly written."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

MOST_OBJECTIVES = 8
MOST_FILES = 24
FIRST_DAY = date(2026, 2, 2)

WORDS = (
    "Nobody falls twice", "People go home walking", "The queue is short", "We learn from complaints", "走廊里没有人摔倒",
    "Les patients rentrent à pied", "Visits at home work", "Everybody knows the plan", "ردهات آمنة", 'A <b>bold</b> and "quoted" claim',
)  # fmt: skip
TEAMS = ("wards", "kitchen", "home-care")
CYCLES = ("2026-Q1", "2026-Q2", "2025-H2")
SLUGS = ("walk", "falls", "queue", "plan", "visits", "cook", "sleep", "listen", "heal", "learn")
PEOPLE = ("esther", "callum", "li-wei")
TEXTS = (
    "Because it hurts to fall.\n", "See [[walk]] and [[wards]].\n", "# Why\n\nA text with *emphasis*.\n\n# How\n\n- one\n- two\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "A note[^1].\n\n[^1]: Below.\n", "Look at [this](../../../static/plan.txt).\n",
    "![A picture](beside.png)\n", "", "Text with [[nowhere]].\n", "<script>alert(1)</script> stays text.\n", "Mail 12,5 % and 3.5 apples.\n",
)  # fmt: skip
READINGS = ("6", "4.50", '"51 min"', '"12,5 %"', '"1,204"', "-3", "0")
SPOILT = (
    "\t", "---\n", "nonsense: [", "title: again\n", "pay: 100\n", "\x07", "key_results: 3\n", "tite: x\n", "owner: {a: b}\n",
)  # fmt: skip
CONFIGURATIONS = (
    "title: A hospital\n", "title: Another\nlanguage: de\n", "language: fr\n", "language: ar\npeople_pages: false\n",
    "check_in_every: 7\n", "checks: {no-why: note}\n", "checks: {orphan: 'off'}\n", "as_of: 2026-03-01\n", "theme: own\n",
    "title: T\ntheme: own\nbase_url: https://okr.example.org/\n", "index: true\n", "fiscal_year_start: 4\n",
    "mounts: [{from: elsewhere, to: okrs/2026-Q1/kitchen, prefix: k}]\n", "language: [\n", "repository: {url: 'https://git.example.org/okr', kind: gitlab}\n",
)  # fmt: skip
THEME_FILES = {
    "themes/own/words/en.yaml": ("nav-objectives: Goals\n", "nav-objectives: Aims\n", "nav-teams: '{n}'\n", "nav: [\n"),
    "themes/own/templates/about.html": ("<p>Own.</p>\n", "<p>{{ view.nothing }}</p>\n", "{% if %}"),
    "themes/own/assets/own.css": ("p { color: red }\n", "p { color: blue }\n"),
}


@dataclass
class Site:
    """The files of a site by their paths, the day it is built on, and every state that it has been in."""

    luck: random.Random
    files: dict[str, bytes] = field(default_factory=dict)
    day: date = FIRST_DAY
    earlier: list[tuple[dict[str, bytes], date]] = field(default_factory=list)

    def edit(self) -> str:
        """Change one thing, and give the name of the change."""
        self.earlier = [*self.earlier[-40:], (dict(self.files), self.day)]
        if sum(path.startswith(("content/okrs", "elsewhere")) for path in self.files) > MOST_OBJECTIVES:
            change: Callable[[Site], None] = drop_objective
        elif len(self.files) > MOST_FILES:
            change = drop
        else:
            change = self.luck.choices(list(CHANGES), list(CHANGES.values()))[0]
        change(self)
        return change.__name__

    def some(self, below: str = "content/") -> str | None:
        """Pick a file below a folder."""
        paths = sorted(path for path in self.files if path.startswith(below))
        return self.luck.choice(paths) if paths else None


def first(luck: random.Random) -> Site:
    """Give a site to begin with, in which nothing is wrong."""
    site = Site(luck)
    site.files = {
        "okrsite.yaml": b"title: A hospital\n",
        "content/org.md": b"---\nname: A small hospital\nthemes: [{id: close, title: Care at home}]\n---\nWelcome.\n",
        **{f"content/teams/{team}.md": f"---\nname: The {team}\nlead: esther\n---\n".encode() for team in TEAMS},
        **{f"content/people/{name}.md": f"---\nname: {name.title()}\n---\n".encode() for name in PEOPLE},
        **{f"content/cycles/{cycle}.md": f"---\ntitle: Time {cycle}\n---\n".encode() for cycle in CYCLES},
        "content/okrs/2026-Q1/wards/walk.md": b"---\ntitle: People go home walking\nowner: esther\n---\nIt matters.\n",
    }
    return site


def laid_out(files: dict[str, bytes], before: dict[str, bytes], root: Path) -> None:
    """Bring a folder from one state of a site to another, touching nothing that stays."""
    for path in before.keys() - files.keys():
        (root / path).unlink()
        folder = (root / path).parent
        while folder != root and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
    for path, content in files.items():
        if before.get(path) != content:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)


def add_objective(site: Site) -> None:
    luck = site.luck
    path = f"content/okrs/{luck.choice(CYCLES)}/{luck.choice(TEAMS)}/{luck.choice(SLUGS)}.md"
    site.files[path] = objective(luck).encode()


def objective(luck: random.Random) -> str:
    lines = ["---", f"title: {luck.choice(WORDS)}"]
    if luck.random() < 0.6:
        lines.append(f"owner: {luck.choice(PEOPLE)}")
    if luck.random() < 0.5:
        lines.append(f"supports: {luck.choice((*SLUGS[:2], *['theme:close'] * 6))}")
    if luck.random() < 0.8:
        lines += ["key_results:", f"  - title: {luck.choice(SLUGS)} counted", "    start: 9", "    target: 3"]
        if luck.random() < 0.7:
            lines += [
                "    readings:",
                f"      - {{date: 2026-01-{luck.randint(10, 31)}, value: {luck.choice(READINGS)}}}",
            ]
    if luck.random() < 0.2:
        lines.append("closed: {on: 2026-01-31, learned: It takes time.}")
    return "\n".join([*lines, "---", luck.choice(TEXTS)])


def add_team_objectives(site: Site) -> None:
    cycle, team = site.luck.choice(CYCLES), site.luck.choice(TEAMS)
    entry = f"objectives:\n  - id: {site.luck.choice(SLUGS)}\n    title: {site.luck.choice(SLUGS)} gets better\n"
    site.files[f"content/okrs/{cycle}/{team}.yaml"] = entry.encode()


def add_team(site: Site) -> None:
    team = site.luck.choice(TEAMS)
    site.files[f"content/teams/{team}.md"] = f"---\nname: The {team}\nlead: {site.luck.choice(PEOPLE)}\n---\n".encode()


def add_person(site: Site) -> None:
    name = site.luck.choice(PEOPLE)
    site.files[f"content/people/{name}.md"] = f"---\nname: {name.title()}\n---\n{site.luck.choice(TEXTS)}".encode()


def add_cycle(site: Site) -> None:
    cycle = site.luck.choice(CYCLES)
    site.files[f"content/cycles/{cycle}.md"] = f"---\ntitle: Time of {site.luck.choice(SLUGS)}\n---\n".encode()


def add_check_in(site: Site) -> None:
    luck = site.luck
    day = site.day - timedelta(luck.randint(0, 40))
    content = (
        f"---\nobjective: {_objective(site)}\ndate: {day}\nconfidence: {luck.randint(0, 10)}\n---\n{luck.choice(TEXTS)}"
    )
    site.files[f"content/check-ins/{luck.choice(SLUGS)}-{day}.md"] = content.encode()


def add_check_ins(site: Site) -> None:
    path = "content/check-ins/all.yaml"
    entry = f"- objective: {_objective(site)}\n  date: {site.day}\n  confidence: {site.luck.randint(0, 10)}\n"
    site.files[path] = site.files.get(path, b"") + entry.encode()


def _objective(site: Site) -> str:
    """Name an objective that there is, mostly."""
    there = [PurePosixPath(path).stem for path in sorted(site.files) if path.startswith("content/okrs")]
    return site.luck.choice([*there * 3, *SLUGS])


def add_page(site: Site) -> None:
    name = site.luck.choice(("how", "why/deeper", "index", "walk"))
    site.files[f"content/pages/{name}.md"] = (
        f"---\ntitle: {site.luck.choice(SLUGS)}\n---\n{site.luck.choice(TEXTS)}".encode()
    )


def add_health(site: Site) -> None:
    value = site.luck.choice(READINGS)
    content = f"---\ntitle: Falls\nat_most: 7\nreadings:\n  - {{date: 2026-01-31, value: {value}}}\n---\n"
    site.files[f"content/health/{site.luck.choice(SLUGS)}.md"] = content.encode()


def add_beside(site: Site) -> None:
    path = site.luck.choice(
        ("content/static/plan.txt", "content/okrs/2026-Q1/wards/beside.png", "content/people/beside.png")
    )
    site.files[path] = bytes(site.luck.choices(range(256), k=5))


def add_elsewhere(site: Site) -> None:
    site.files[f"elsewhere/{site.luck.choice(SLUGS)}.md"] = objective(site.luck).encode()


def drop(site: Site) -> None:
    if path := site.some(site.luck.choice(("content/", "content/", "content/okrs", "themes/"))):
        del site.files[path]


def drop_objective(site: Site) -> None:
    if path := site.some("content/okrs") or site.some("elsewhere"):
        del site.files[path]


def move(site: Site) -> None:
    """Give a file another place, of the same kind or of another."""
    if path := site.some():
        site.files[_elsewhere(site, path)] = site.files.pop(path)


def copy(site: Site) -> None:
    if path := site.some():
        site.files[_elsewhere(site, path)] = site.files[path]


def _elsewhere(site: Site, path: str) -> str:
    """Name another place for a file: beside itself, of another kind, or of the same kind and name."""
    luck = site.luck
    before = PurePosixPath(path)
    team = f"okrs/{luck.choice(CYCLES)}/{luck.choice(TEAMS)}"
    if path.startswith("content/okrs") and luck.random() < 0.5:
        return f"content/{team}/{before.name}"
    folder = f"content/{luck.choice(('pages', 'people', 'teams', 'check-ins', 'health', team))}"
    name = f"{luck.choice((*SLUGS, *TEAMS, *PEOPLE))}{before.suffix}"
    return f"{before.parent if luck.random() < 0.5 else folder}/{name}"


def swap(site: Site) -> None:
    one, other = site.some("content/okrs"), site.some()
    if one and other:
        site.files[one], site.files[other] = site.files[other], site.files[one]


def spoil(site: Site) -> None:
    """Break something in a file: a stray character, a key that is none, an end too early."""
    if path := site.some():
        content, luck = site.files[path], site.luck
        at = luck.randint(0, len(content))
        spoilt = content[:at] + luck.choice(SPOILT).encode() + content[at:] if luck.random() < 0.7 else content[:at]
        site.files[path] = spoilt[:4000]


def retouch(site: Site) -> None:
    """Change a digit, or how lines end."""
    if path := site.some():
        content, luck = site.files[path], site.luck
        if luck.random() < 0.2:
            site.files[path] = content.replace(b"\n", b"\r\n") if b"\r" not in content else content.replace(b"\r", b"")
        else:
            site.files[path] = content.replace(
                luck.choice(b"0123456789").to_bytes(), luck.choice(b"0123456789").to_bytes(), 1
            )


def mend(site: Site) -> None:
    """Bring one file back as it was before."""
    files, _ = site.luck.choice(site.earlier)
    if paths := sorted(path for path in files if site.files.get(path) != files[path]):
        path = site.luck.choice(paths)
        site.files[path] = files[path]


def start_over(site: Site) -> None:
    """Have the sound site again that all began with."""
    site.files, site.day = first(site.luck).files, FIRST_DAY


def go_back(site: Site) -> None:
    """Bring the whole site back to an earlier state, as a change of branch does."""
    files, site.day = site.luck.choice(site.earlier)
    site.files = dict(files)


def configure(site: Site) -> None:
    site.files["okrsite.yaml"] = site.luck.choice(CONFIGURATIONS).encode()


def change_language(site: Site) -> None:
    site.files["okrsite.yaml"] = f"title: A hospital\nlanguage: {site.luck.choice(('en', 'de', 'fr', 'ja'))}\n".encode()


def dress(site: Site) -> None:
    path = site.luck.choice(sorted(THEME_FILES))
    site.files[path] = site.luck.choice(THEME_FILES[path]).encode()


def let_days_pass(site: Site) -> None:
    """Change the day; a clock may go backwards, too."""
    site.day += timedelta(site.luck.choice((1, 7, 30, -1, -3)))


CHANGES: dict[Callable[[Site], None], int] = {
    add_objective: 12, add_team_objectives: 3, add_team: 3, add_person: 3, add_cycle: 2, add_check_in: 10, add_check_ins: 4,
    add_page: 3, add_health: 3, add_beside: 4, add_elsewhere: 1, drop: 8, move: 7, copy: 5, swap: 4, spoil: 8, retouch: 8,
    mend: 10, go_back: 6, start_over: 12, configure: 3, change_language: 4, dress: 1, let_days_pass: 4,
}  # fmt: skip
"""Every change, and how often it is made beside the others."""
