"""What is looked for once everything is linked and measured: one file a rule, each found by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from okrsite.checks.case import Case, case_of
from okrsite.checks.judging import STALE, Accepted, Judged, judged, stale
from okrsite.checks.rule import EXAMPLES_ON, Example, Rule
from okrsite.crew import crew
from okrsite.diagnostics import Finding, Level

__all__ = ["EXAMPLES_ON", "Accepted", "Case", "Example", "Judged", "Rule", "case_of", "judged", "look", "rules"]

_WORTH_IT = 3_000
"""From how many files on several processes look faster than one, as measured with two."""


@cache
def rules() -> Mapping[str, Rule]:
    """Give every rule by its id, in the order of ids. A rule is a module here with a `RULE`."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found: list[Rule] = [module.RULE for module in modules if hasattr(module, "RULE")]
    return {rule.id: rule for rule in sorted(found, key=lambda rule: rule.id)}


def look(case: Case, earlier: list[Finding], jobs: int = 1) -> list[Finding]:
    """Let each rule that looks for itself look at the site, and give what is found with what was found earlier.

    The rules for a large site are shared out among `jobs` processes. What is accepted and gone is told only where nothing is an error, which may hide what it was accepted for.
    """
    findings = [*earlier, *_looked(case, jobs if len(case.documents) >= _WORTH_IT else 1)]
    if not any(finding.level is Level.ERROR for finding in findings):
        findings += stale(findings, case, rules().keys() - {STALE})
    return [_helped(finding) for finding in findings]


def _looked(case: Case, jobs: int) -> Iterator[Finding]:
    asked = [rule.id for rule in rules().values() if rule.look and case.config.checks.get(rule.id) != "off"]
    with crew(case, jobs) as workers:
        found = list(workers.each(_found, reversed(asked)))
    for findings in reversed(found):
        yield from findings


def _found(case: Case, rule: str) -> list[Finding]:
    looks = rules()[rule].look
    return list(looks(case)) if looks else []


def _helped(finding: Finding) -> Finding:
    """Show the way out that the rule knows, where the finding brings none of its own."""
    rule = rules().get(finding.rule)
    return replace(finding, help=rule.help) if rule and rule.help and not finding.help else finding
