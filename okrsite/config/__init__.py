"""`okrsite.yaml`, the command line and the date of the build → one frozen configuration."""

from okrsite.config.configure import configure
from okrsite.config.model import Config, Mount, Repository
from okrsite.config.record import ConfigFile
from okrsite.config.wishes import Wishes
from okrsite.root import find_root

__all__ = ["Config", "ConfigFile", "Mount", "Repository", "Wishes", "configure", "find_root"]
