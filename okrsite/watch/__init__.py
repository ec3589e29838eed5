"""Hearing of changes to a site's files, in batches, from the system or by looking again and again."""

from okrsite.watch.folders import Folders, folders_of
from okrsite.watch.gathering import Changes
from okrsite.watch.watcher import Watcher

__all__ = ["Changes", "Folders", "Watcher", "folders_of"]
