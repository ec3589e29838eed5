"""The site while somebody writes it: each page is made when it is asked for, and an edit shows at once."""

from okrsite.preview.preview import Preview

__all__ = ["Preview"]
