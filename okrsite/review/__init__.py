"""What a change of the files does, for whoever reads the pull request: told in words, with what is found on it.

It is a room of its own behind pages: it names things, places prose and says check-ins as pages do, but for two sites at
once, before and after. What changed is found as values (`changes_of`), then told as Markdown (`review`).
"""

from __future__ import annotations

from okrsite.review.changes import changes_of
from okrsite.review.comment import LONGEST, Review, review
from okrsite.review.model import Side

__all__ = ["LONGEST", "Review", "Side", "changes_of", "review"]
