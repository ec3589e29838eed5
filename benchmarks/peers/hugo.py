"""The Hugo site: contents, configuration, layouts and assets in the folders where Hugo looks for them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.facts import Facts
from benchmarks.peers import content

HERE = Path(__file__).parent
THEME = HERE.parents[1] / "themes" / "default" / "assets"


def write(root: Path, facts: Facts) -> None:
    """Write the whole site into a folder."""
    shutil.copytree(HERE / "hugo-site", root, dirs_exist_ok=True)
    shutil.copytree(THEME, root / "assets", dirs_exist_ok=True)
    shutil.copytree(THEME / "fonts", root / "static" / "fonts")
    shutil.copy(HERE / "shared" / "symbols.html", root / "layouts" / "_partials")
    about = {"title": facts.organisation["name"], "params": content.company(facts)}
    with (root / "hugo.yaml").open("a", encoding="utf-8") as file:
        yaml.safe_dump(about, file)
    for name, text in [*content.pages(facts), *_sections(facts)]:
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _sections(facts: Facts) -> Iterator[tuple[str, str]]:
    """The pages of lists: Hugo fills them, and needs a file for each that has a name of its own."""
    yield "_index.md", content.markdown({"title": facts.organisation["name"]}, facts.organisation["body"])
    names = {"map": "Map", "cycles": "Cycles", "changes": "What moved", "asks": "Asks for help", "teams": "Teams"}
    more = {"objectives": "All objectives", "health": "What must not suffer", "themes": "Themes", "pages": "Pages"}
    for section, title in {**names, **more}.items():
        yield f"{section}/_index.md", content.markdown({"title": title})
    for cycle in (cycle["id"] for cycle in content.company(facts)["cycles"]):
        for section in ("objectives", "map", "cycles", "changes"):
            yield f"{section}/{cycle}/_index.md", content.markdown({"title": cycle, "cycle": cycle})
    for cycle, team in sorted({tuple(ref.split("/")[:2]) for ref in content.shown(facts)}):
        title = f"{facts.teams[team]['name']}, {cycle}"
        record = {"title": title, "layout": "team-in-cycle", "team": team, "cycle": cycle}
        yield f"objectives/{cycle}/{team}/_index.md", content.markdown(record)
