"""Surveys: what of their counts may be shown, and how sure one can be of it."""

from __future__ import annotations

from okrsite.measure.survey.publishing import published_surveys

__all__ = ["published_surveys"]
