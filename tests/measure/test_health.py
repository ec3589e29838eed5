from __future__ import annotations

from decimal import Decimal

import pytest

from okrsite.measure import measure
from okrsite.plan.model import Health
from tests.measure.plans import HERE, day, plan, reading


@pytest.mark.parametrize(
    ("at_most", "today", "value", "held"),
    [
        ("6", "2026-01-01", None, None),
        ("6", "2026-01-10", "5", True),
        ("6", "2026-01-20", "7", False),
        (None, "2026-01-20", "7", None),
    ],
)
def test_a_health_metric_holds_at_its_last_reading(
    at_most: str | None,
    today: str,
    value: str | None,
    held: bool | None,  # noqa: FBT001 - as shown
) -> None:
    readings = (reading("2026-01-10", "5"), reading("2026-01-20", "7"))
    most = Decimal(at_most) if at_most else None
    metric = Health("sick", "Sick days", "%", None, most, None, None, readings, (), None, HERE)
    found = measure(plan(health={"sick": metric}), day(today), check_in_every=14).health["sick"]
    assert (found.value, found.held) == (Decimal(value) if value else None, held)
