"""A theme's templates, assets and words: a site's own `themes/<name>/`, file by file over the default one."""

from __future__ import annotations

from okrsite.theme.finding import default_folder, find_theme
from okrsite.theme.model import Asset, Template, Theme

__all__ = ["Asset", "Template", "Theme", "default_folder", "find_theme"]
