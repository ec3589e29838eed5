"""The Eleventy site: contents, configuration, templates and assets in the folders where Eleventy looks for them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.facts import Facts
from benchmarks.peers import content
from benchmarks.peers.hugo import HERE, THEME


def write(root: Path, facts: Facts) -> None:
    """Write the whole site into a folder."""
    shutil.copytree(HERE / "eleventy-site", root, dirs_exist_ok=True)
    shutil.copytree(THEME, root / "assets", dirs_exist_ok=True)
    shutil.copy(HERE / "shared" / "symbols.html", root / "_includes")
    (root / "_data").mkdir()
    (root / "_data" / "company.json").write_text(json.dumps(content.company(facts)), "utf-8")
    for name, text in content.pages(facts):
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
