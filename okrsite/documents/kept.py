"""Documents as they were read before, kept under a digest of all that reading them depends on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from hashlib import sha256
from operator import attrgetter

from okrsite.cache import Store, Unkeepable, packed, unpacked
from okrsite.config import Config
from okrsite.crew import crew
from okrsite.documents.document import Document
from okrsite.documents.reading import document_of
from okrsite.sources import Source
from okrsite.written import HAS_C

_AT_ONCE, _BATCH = 256, 64
_WORTH_IT = 600
"""From how many files on several processes read them faster than one, as measured with two."""

_ALL_BUT_SOURCE = attrgetter(*(field.name for field in fields(Document) if field.name != "source"))


def read_kept(sources: Sequence[Source], config: Config, store: Store, jobs: int = 1) -> Iterator[Document]:
    """Read files of the site as `read` does, but those that were read before from the store.

    Many that have to be read are shared out among `jobs` processes.
    """
    known = [document for some in _parted(sources, _AT_ONCE) for document in recalled(some, config, store)]
    missing = [source for source, document in zip(sources, known, strict=True) if document is None]
    read = _read_together(missing, config, store, jobs) if jobs > 1 and len(missing) >= _WORTH_IT else None
    for source, document in zip(sources, known, strict=True):
        yield document or (next(read) if read else _read_and_keep(source, config, store))


def _read_together(sources: Sequence[Source], config: Config, store: Store, jobs: int) -> Iterator[Document]:
    """Read files in several processes, which hand over what the store would keep."""
    with crew(config, jobs) as workers:
        for some, results in zip(
            _parted(sources, _BATCH), workers.each(_handed, _parted(sources, _BATCH)), strict=True
        ):
            for source, result in zip(some, results, strict=True):
                if result is None:
                    yield _read_and_keep(source, config, store)
                else:
                    read, data = result
                    store.keep(key_of(read, config, store), data)
                    yield as_written(read, data)


def _handed(config: Config, sources: Sequence[Source]) -> list[tuple[Source, bytes] | None]:
    """Read files and write their documents; None for one that can't be read, or kept."""
    return [_written_anew(source, config) for source in sources]


def _written_anew(source: Source, config: Config) -> tuple[Source, bytes] | None:
    content = source.read() if source.readable else None
    if not isinstance(content, bytes):
        return None
    document = _document(source, content, config)
    data = written(document)
    return (document.source, data) if data else None


def _parted(sources: Sequence[Source], size: int) -> Iterator[Sequence[Source]]:
    return (sources[start : start + size] for start in range(0, len(sources), size))


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
    if not isinstance(content, bytes):
        return Document(source, findings=(content,) if content else ())
    document = _document(source, content, config)
    if store.keeps and (data := written(document)):
        store.keep(key_of(document.source, config, store), data)
    return document


def _document(source: Source, content: bytes, config: Config) -> Document:
    digest = sha256(content).hexdigest()
    if digest != source.digest:
        source = replace(source, size=len(content), digest=digest)
    return document_of(source, content, config.language)
