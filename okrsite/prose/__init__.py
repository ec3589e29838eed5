"""Markdown as people write it → safe HTML, kept with placeholders where links have to be looked up.

`block` reads a whole text, `inline` one line of it; `placed` puts the links in for one page, `plain` takes the markup out.
"""

from __future__ import annotations

from okrsite.prose.model import Column, Heading, Link, Placed, Prose, Trouble
from okrsite.prose.placing import Place, placed, plain
from okrsite.prose.reading import block, inline

__all__ = [
    "Column",
    "Heading",
    "Link",
    "Place",
    "Placed",
    "Prose",
    "Trouble",
    "block",
    "inline",
    "placed",
    "plain",
]
