"""From documents to a plan: what the files say, with every reference resolved, before any date."""

from okrsite.plan.linking import link

__all__ = ["link"]
