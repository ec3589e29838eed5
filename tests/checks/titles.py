"""Many titles at once, as objectives, key results or texts of one small site: which of them a rule finds."""

from __future__ import annotations

from collections.abc import Sequence

from okrsite.diagnostics import Finding
from tests.format.sites import checked


def lines(text: str) -> list[str]:
    """Give the lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def found_in(rule: str, language: str, texts: Sequence[str]) -> list[Finding]:
    """Give what a rule finds in texts of files, each an objective, in their order."""
    files = {"okrsite.yaml": f"language: {language}\n"}
    files |= {f"content/okrs/2026-Q1/wards/o{at:02}.md": text for at, text in enumerate(texts)}
    made = checked(files, opinions=True)
    assert not [each for each in made.findings if each.level == "error"], made.findings
    return sorted((each for each in made.findings if each.rule == rule), key=lambda each: each.span.path)


def found_texts(rule: str, language: str, said: Sequence[str], form: str) -> list[str]:
    """Give those of some sentences that a rule finds; `form` is the text of an objective with `{}` in place of one."""
    findings = found_in(rule, language, [form.replace("{}", each) for each in said])
    return [said[int(each.span.path[-5:-3])] for each in findings]
