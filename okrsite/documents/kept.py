"""Documents as they were read before, kept under a digest of all that reading them depends on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from hashlib import sha256
from itertools import islice
from operator import attrgetter

from okrsite.cache import Store, Unkeepable, packed, unpacked
from okrsite.config import Config
from okrsite.diagnostics import Finding
from okrsite.documents.document import Document
from okrsite.documents.reading import document_of
from okrsite.sources import Source
from okrsite.written import HAS_C

_AT_ONCE = 256
_ALL_BUT_SOURCE = attrgetter(*(field.name for field in fields(Document) if field.name != "source"))


def read_kept(sources: Sequence[Source], config: Config, store: Store) -> Iterator[Document]:
    """Read files of the site as `read` does, but those that were read before from the store."""
    waiting = iter(sources)
    while some := list(islice(waiting, _AT_ONCE)):
        for source, known in zip(some, recalled(some, config, store), strict=True):
            yield known or _read_and_keep(source, config, store)


def recalled(sources: Sequence[Source], config: Config, store: Store) -> list[Document | None]:
    """Give the documents of files as they were read before, None where one has to be read."""
    if not store.keeps:
        return [None] * len(sources)
    keys = [key_of(source, config, store) for source in sources]
    found = store.many(keys)
    return [_known(source, found.get(key), store) for source, key in zip(sources, keys, strict=True)]


def key_of(source: Source, config: Config, store: Store) -> bytes:
    """Give the key of a document: its bytes, its path as findings say it, its kind and name, how numbers are written.

    Where else it lies, which mount it is from and what goes before its ids is put back when it is had from the store.
    """
    place = source.place
    return store.key("document", HAS_C, config.language, source.path, place.kind.value, place.name, source.digest)


def written(document: Document) -> bytes | None:
    """Write a document, without where it lies; None where something in it can't be kept."""
    try:
        return packed(_ALL_BUT_SOURCE(document))
    except Unkeepable:
        return None


def as_written(source: Source, data: bytes) -> Document:
    """Give the document of a file as it was `written`. Raises `Unkeepable` where that is none."""
    try:
        return Document(source, *unpacked(data))
    except TypeError as trouble:
        raise Unkeepable("no document") from trouble


def _known(source: Source, data: bytes | None, store: Store) -> Document | None:
    if data is None or not source.readable:
        return None
    try:
        return as_written(source, data)
    except Unkeepable:
        store.lose()
        return None


def _read_and_keep(source: Source, config: Config, store: Store) -> Document:
    """Read a file once: what is kept and the digest that it is kept under are of the same bytes."""
    content = source.read() if source.readable else None
    if content is None or isinstance(content, Finding):
        return Document(source, findings=(content,) if content else ())
    digest = sha256(content).hexdigest()
    if digest != source.digest:
        source = replace(source, size=len(content), digest=digest)
    document = document_of(source, content, config.language)
    if store.keeps and (data := written(document)):
        store.keep(key_of(source, config, store), data)
    return document
