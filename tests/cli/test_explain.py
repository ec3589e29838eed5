"""What `okrsite explain` says of a rule."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from okrsite.checks import Rule, rules
from okrsite.cli.explain import command, explained
from okrsite.diagnostics import Level


def words(text: str) -> str:
    """Give a text on one line."""
    return " ".join(text.split())


def test_a_rule_that_comes_from_what_goes_wrong_elsewhere_says_from_what() -> None:
    text = CliRunner().invoke(command, ["no-why"]).output
    assert "no-why (warning)\n\nFinds no `why`, or one that repeats the title.\n" in text
    assert "Drawn from: the foundation that is dug without knowing of the church." in text
    assert "The way out: Add `why:` with a sentence: what gets better by it, and for whom?" in text


def test_a_rule_that_reads_language_says_which() -> None:
    assert "It reads English, German, French, Spanish and Chinese" in words(explained(rules()["duplicate"]))
    assert "It reads" not in explained(rules()["no-why"])


@pytest.mark.parametrize("rule", list(rules().values()), ids=lambda rule: rule.id)
def test_each_rule_is_explained_whole_and_no_name_is_broken(rule: Rule) -> None:
    text = explained(rule)
    assert ("Drawn from: " in text) == bool(rule.drawn_from)
    assert rule.help in words(text)
    assert "And nothing here:" in text
    if rule.level is not Level.ERROR:
        assert rule.help, "an opinion knows a way out"
        assert f"`allow: {{{rule.id}: the reason}}`" in words(text)
        assert f"`checks: {{{rule.id}: off}}`" in words(text)
