"""`okrsite.yaml`, the command line and the date of the build → one frozen configuration."""

from okrsite.config.model import CheckLevel, Config, Mount, Repository

__all__ = ["CheckLevel", "Config", "Mount", "Repository"]
