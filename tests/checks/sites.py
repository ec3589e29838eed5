"""Small sites that one rule looks at: `⟦!⟧` stands right before each place where it finds something, `⟦rule⟧` before errors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from okrsite.build import Made
from okrsite.rules import LEVELS
from tests.format.sites import Files, checked, found, marked, messages

Q1 = "content/okrs/2026-Q1"
WALK = f"{Q1}/wards/walk.md"


def expect(rule: str, files: Files, **wishes: Any) -> Made:
    """Check a site on 10 February 2026, or as wished, and insist on what is marked in it; other opinions are left out."""
    mark = f"⟦{LEVELS[rule]}:{rule}⟧"
    files = {path: text.replace("⟦!⟧", mark) if isinstance(text, str) else text for path, text in files.items()}
    made = checked(files, opinions=True, **wishes)
    made = replace(made, findings=[each for each in made.findings if each.rule == rule or each.level == "error"])
    assert found(made) == marked(files), messages(made)
    return made


def said(rule: str, files: Files, **wishes: Any) -> list[str]:
    """Give the sentences of a rule, in order."""
    return [each.message for each in expect(rule, files, **wishes).findings]


def states(last: str) -> dict[str, str]:
    """Give keys and places that keep opinions about objectives away from one: it has ended, rests, or is private."""
    return {
        "paused": f"paused: {{date: 2026-02-01}}\n{last}",
        "closed": f"closed: {{date: 2026-02-01}}\n{last}",
        "dropped": f"dropped: {{date: 2026-02-01}}\n{last}",
        "private": f"private: true\n{last}",
    }
