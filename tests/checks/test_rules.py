"""Every rule finds what its own example marks, and nothing in the near one."""

import os
from pathlib import Path

import pytest

from okrsite.build import check
from okrsite.checks import EXAMPLES_ON, Example, Rule, rules
from okrsite.config import Wishes
from okrsite.diagnostics import Finding, Level

ALL = list(rules().values())


def findings_in(example: Example, root: Path) -> list[Finding]:
    for path, text in example.plain().items():
        where = root / path
        where.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            os.mkfifo(where)
        else:
            where.write_text(text, encoding="utf-8")
    return check(root, Wishes(today=EXAMPLES_ON)).findings


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_finds_what_its_example_marks(rule: Rule, tmp_path: Path) -> None:
    found = [finding for finding in findings_in(rule.found, tmp_path) if finding.rule == rule.id]
    places = rule.found.places() or [(path, 1, 1) for path, text in rule.found.files.items() if text is None]
    assert [(f.span.path, f.span.line, f.span.column) for f in found] == places
    assert {finding.level for finding in found} == {rule.level}
    assert all(finding.message.endswith(".") for finding in found)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_an_example_holds_no_other_error(rule: Rule, tmp_path: Path) -> None:
    others = {finding.rule for finding in findings_in(rule.found, tmp_path) if finding.level is Level.ERROR}
    assert others <= {rule.id}


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_finds_nothing_in_the_near_example(rule: Rule, tmp_path: Path) -> None:
    found = findings_in(rule.fine, tmp_path)
    assert [finding for finding in found if finding.rule == rule.id or finding.level is Level.ERROR] == []


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert rule.finds[0].islower() or rule.finds.startswith(("`", "Markdown"))
    assert not rule.finds.endswith(".")
    assert rule.why.endswith(".")
