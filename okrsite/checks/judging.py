"""What becomes of findings: opinions have the level that the configuration gives them, and may be accepted with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from okrsite.checks.as_written import objective_span
from okrsite.checks.case import Case
from okrsite.checks.rule import opinion
from okrsite.diagnostics import Finding, Level, Span
from okrsite.measure.model import Site
from okrsite.plan.model import Origin
from okrsite.written import KEY

STALE = "stale-allow"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that is accepted where it stands, and for what reason."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What is told, at the level that holds here, and what is accepted."""

    told: list[Finding] = field(default_factory=list)
    accepted: list[Accepted] = field(default_factory=list)


def judged(findings: Iterable[Finding], levels: Mapping[str, str], site: Site) -> Judged:
    """Set opinions to the level that the configuration gives their rule, leave out what is off, set apart what is accepted.

    `levels` maps rule ids to `off`, `note`, `warning` or `error`. An error of the format is a fact: it stays.
    """
    judgement = Judged()
    for finding in findings:
        wanted = levels.get(finding.rule, finding.level)
        if finding.level is Level.ERROR:
            judgement.told.append(finding)
        elif wanted == "off":
            continue
        elif (reason := _allowed(finding, site).get(finding.rule)) is not None:
            judgement.accepted.append(Accepted(finding, reason))
        else:
            judgement.told.append(replace(finding, level=Level(wanted)))
    return judgement


def _allowed(finding: Finding, site: Site) -> Mapping[str, str]:
    """Give what is accepted where a finding stands: at its objective, else at its team."""
    if objective := site.objectives.get(finding.objective or ""):
        return objective.plan.allow
    team = site.teams.get(finding.team or "")
    return team.allow if team else {}


def stale(findings: Iterable[Finding], case: Case, looked_for: Collection[str]) -> Iterator[Finding]:
    """Find what is accepted where there is nothing to accept any more, of the rules that are looked for.

    Past cycles keep what was accepted in them, as they keep everything else; so does a rule that is off.
    """
    used = {(finding.objective or finding.team, finding.rule) for finding in findings}
    for name, allow, origin in _acceptances(case):
        for rule in allow:
            if (name, rule) not in used and rule in looked_for and case.config.checks.get(rule) != "off":
                words = f"“{rule}” is accepted here, and there is nothing to accept any more."
                told = opinion(STALE, _place(case, name, origin, rule), words)
                yield replace(told, objective=name) if "/" in name else replace(told, team=name)


def _place(case: Case, name: str, origin: Origin, rule: str) -> Span:
    """Find where a rule is accepted: at an objective, else in the file of a team."""
    objective = case.site.objectives.get(name)
    return objective_span(case, objective, "allow", rule, KEY) if objective else case.span(origin, "allow", rule, KEY)


def _acceptances(case: Case) -> Iterator[tuple[str, Mapping[str, str], Origin]]:
    """Give each list of what is accepted: the objective's full name or the team's id, and where it was written."""
    for objective in case.site.objectives.values():
        if case.site.cycles[objective.plan.cycle].state != "past":
            yield objective.ref, objective.plan.allow, objective.plan.origin
    for team in case.site.teams.values():
        if team.origin:
            yield team.id, team.allow, team.origin
