"""Files as they last were without an error, found again by their paths."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from okrsite.cache import Store, Unkeepable, packed, unpacked
from okrsite.config import Config
from okrsite.documents.document import Document
from okrsite.documents.kept import recalled
from okrsite.sources import Source


class LastGood:
    """The last states without an error of the files of a site, as far as a store knows them."""

    def __init__(self, config: Config, store: Store) -> None:
        """Look into a store for the site of a configuration."""
        self._config, self._store = config, store
        self._key = store.key("good")
        self._digests: dict[str, tuple[str, int]] = {}
        noted = store.noted(self._key)
        if noted is not None:
            try:
                self._digests = dict(unpacked(noted))
            except (Unkeepable, TypeError, ValueError):
                store.lose()

    def __call__(self, source: Source) -> Document | None:
        """Give the document of a file as it last was without an error; None where nobody knows."""
        digest, size = self._digests.get(source.path, ("", 0))
        if not digest:
            return None
        [document] = recalled([replace(source, digest=digest, size=size, readable=True)], self._config, self._store)
        return document

    def note(self, documents: Iterable[Document], wrong: Collection[str]) -> None:
        """Note the files that have no error now, as the next state to go back to; `wrong` are the paths of the others."""
        if not self._store.keeps:
            return
        now = {
            each.source.path: (each.source.digest, each.source.size)
            if each.source.path not in wrong
            else self._digests.get(each.source.path, ("", 0))
            for each in documents
        }
        if now != self._digests:
            self._store.note(self._key, packed(tuple(now.items())))
