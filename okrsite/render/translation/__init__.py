"""Templates translated to Python, for what can be said so; all else is left to Jinja itself.

A translated template makes the same text as Jinja, or raises: what Jinja would make a finding of, and much that it would
take, is an exception here, and the template is asked of Jinja again.
"""

from __future__ import annotations

from okrsite.render.translation.lasting import Kept
from okrsite.render.translation.library import Code, Library
from okrsite.render.translation.scope import IN_FRAME, IN_PAGE, Untranslatable
from okrsite.render.translation.whole import root, translated

__all__ = ["IN_FRAME", "IN_PAGE", "Code", "Kept", "Library", "Untranslatable", "root", "translated"]
