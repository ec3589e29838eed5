"""A page's view and its template → the bytes of the page."""

from __future__ import annotations

from okrsite.render.rendering import Rendered, render

__all__ = ["Rendered", "render"]
