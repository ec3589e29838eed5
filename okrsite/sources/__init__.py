"""From a configuration to the files of the site: found, placed, in one order, none of them read yet."""

from okrsite.sources.find import find
from okrsite.sources.model import Kind, Place, Source

__all__ = ["Kind", "Place", "Source", "find"]
