"""What is looked for once everything is linked and measured: one file a rule, each found by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from okrsite.checks.rule import Case, Example, Rule
from okrsite.diagnostics import Finding, Level
from okrsite.measure.model import Site

__all__ = ["Case", "Example", "Rule", "judged", "look", "rules"]


@cache
def rules() -> Mapping[str, Rule]:
    """Give every rule by its id, in the order of ids. A rule is a module here with a `RULE`."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found: list[Rule] = [module.RULE for module in modules if hasattr(module, "RULE")]
    return {rule.id: rule for rule in sorted(found, key=lambda rule: rule.id)}


def look(case: Case) -> list[Finding]:
    """Let each rule that looks for itself look at the site."""
    return [finding for rule in rules().values() if rule.look for finding in rule.look(case)]


def judged(findings: Iterable[Finding], levels: Mapping[str, str], site: Site) -> list[Finding]:
    """Set opinions to the level that the configuration gives their rule, and leave out what is off or accepted.

    `levels` maps rule ids to `off`, `note`, `warning` or `error`. An error of the format is a fact: it stays.
    """
    return [kept for finding in findings for kept in _judged(finding, levels, site)]


def _judged(finding: Finding, levels: Mapping[str, str], site: Site) -> Sequence[Finding]:
    if finding.level is Level.ERROR:
        return (finding,)
    about = site.objectives.get(finding.objective or "")
    wanted = levels.get(finding.rule, finding.level)
    if wanted == "off" or (about and finding.rule in about.plan.allow):
        return ()
    return (replace(finding, level=Level(wanted)),)
