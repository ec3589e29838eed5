"""Rings are findings, and all else that is wrong is still heard: nothing walks round them for ever."""

from datetime import date
from pathlib import Path

from okrsite.build import check
from okrsite.config import Wishes


def test_rings_of_teams_and_supports_leave_the_rest_of_the_build_alone(tmp_path: Path) -> None:
    files = {
        "teams/a.md": "---\nname: A\nparent: b\n---\n",
        "teams/b.md": "---\nname: B\nparent: a\n---\n",
        "teams/c.md": "---\nname: C\nparent: c\n---\n",
        "okrs/2026-Q1/a/x.md": "---\ntitle: X\nsupports: [y, mission]\nkey_results: [{title: Kr}]\n---\n",
        "okrs/2026-Q1/a/y.md": "---\ntitle: Y\nsupports: x#kr\n---\n",
        "okrs/2026-Q1/a/z.md": "---\ntitle: Z\nsupports: z2\n---\n",
        "okrs/2026-Q1/c/z2.md": "---\ntitle: Z2\nsupports: [z, x]\nowner: ada\nkey_results: [{title: K, id: k, same_as: x2#k}]\n---\n",
        "okrs/2026-Q1/c/x2.md": "---\ntitle: X2\nkey_results: [{title: K, id: k, same_as: z2#k}]\n---\n",
        "okrs/2026-Q1/c/typo.md": "---\ntitle: T\nwhyy: x\n---\n",
    }
    for path, text in files.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text, encoding="utf-8")
    found = check(tmp_path, Wishes(today=date(2026, 2, 20))).findings
    rules = [(finding.rule, finding.span.path.removeprefix("content/")) for finding in found]
    assert ("unknown-key", "okrs/2026-Q1/c/typo.md") in rules
    assert {path for rule, path in rules if rule == "align-cycle"} >= {
        "teams/a.md", "teams/c.md", "okrs/2026-Q1/a/x.md", "okrs/2026-Q1/a/z.md", "okrs/2026-Q1/c/x2.md",
    }  # fmt: skip
