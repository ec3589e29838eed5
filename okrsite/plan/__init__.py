"""From documents to a plan: what the files say, with every reference resolved, before any date."""

from okrsite.plan.again import link_again
from okrsite.plan.linking import Linking, link, linked

__all__ = ["Linking", "link", "link_again", "linked"]
