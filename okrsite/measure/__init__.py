"""The plan at a date: arithmetic, exact and pure. Decided first, rounded only where it is shown."""

from __future__ import annotations

from okrsite.measure.site import measure

__all__ = ["measure"]
