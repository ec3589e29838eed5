"""From a configuration to the files of the site: found, placed, in one order, none of them read yet."""

from okrsite.sources.active import what_runs
from okrsite.sources.attachments import Beside, NotBeside, look_from
from okrsite.sources.find import find
from okrsite.sources.model import Kind, Place, Source

__all__ = ["Beside", "Kind", "NotBeside", "Place", "Source", "find", "look_from", "what_runs"]
