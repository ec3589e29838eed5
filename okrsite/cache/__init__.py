"""Results of pure steps, kept under a digest of exactly what they were made from; never believed unseen."""

from okrsite.cache.digest import digest_of
from okrsite.cache.place import Refused, folder_for, remove
from okrsite.cache.program import of_program
from okrsite.cache.store import Store
from okrsite.cache.values import Unkeepable, packed, unpacked

__all__ = ["Refused", "Store", "Unkeepable", "digest_of", "folder_for", "of_program", "packed", "remove", "unpacked"]
