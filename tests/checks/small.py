"""Small cases: objectives by their full names, without files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from okrsite.checks import Case, Rule, case_of
from okrsite.config import Wishes, configure
from okrsite.diagnostics import Finding
from okrsite.measure import measure
from okrsite.plan.model import Objective
from tests.measure import plans

DAY = date(2026, 2, 20)
NOWHERE = Path(__file__).parent / "nowhere"


def case(objectives: Iterable[Objective], **more: Any) -> Case:
    site = measure(plans.plan(*objectives, **more), DAY, check_in_every=14)
    return case_of([], site, configure(NOWHERE, Wishes(today=DAY))[0])


def found(rule: Rule, objectives: Iterable[Objective], **more: Any) -> list[Finding]:
    """What one rule finds among objectives of 2026."""
    assert rule.look
    return list(rule.look(case(objectives, **more)))


def titled(titles: Mapping[str, str], **more: Any) -> list[Objective]:
    """Objectives of the first quarter of 2026 by `team/name`, with their titles."""
    return [plans.objective(f"2026-Q1/{name}", title=title, **more) for name, title in titles.items()]
