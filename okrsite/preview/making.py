"""From the files to a moment: the straight line once more, with what is known, and what was good, from before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from okrsite.build import Linked, checked, measured
from okrsite.cache import Store
from okrsite.config import Config, Wishes, configure
from okrsite.diagnostics import Finding, Level, in_order
from okrsite.documents import Document, read_kept
from okrsite.measure.privacy import hidden_in
from okrsite.output import Whole
from okrsite.plan import Linking, linked
from okrsite.preview.moment import Basis, Moment
from okrsite.sources import Kind, Source, find, look_from

_MANY = 1_500
"""From how many files on pages are shown before the checks have looked at them."""


@dataclass
class Memory:
    """What is known from before: the files as they were read, as they last were without an error, the configuration."""

    store: Store
    documents: dict[str, Document] = field(default_factory=dict)
    good: dict[str, Document] = field(default_factory=dict)
    config: Config | None = None


def moments(root: Path, wishes: Wishes, memory: Memory) -> Iterator[Moment]:
    """Go the whole way from the files, and give the moment; of a large site first one that was not checked yet.

    A file with an error stands in it as it last was without one, and so does the configuration.
    """
    config, wrong = _configured(root, wishes, memory)
    sources, misplaced = find(config)
    documents = _read(sources, config, memory)
    plan, broken, linking = linked(documents, config, look_from(config))
    findings = [*wrong, *misplaced, *(one for document in documents for one in document.findings), *broken]
    shown = _sound(documents, findings, memory)
    if shown != documents:
        plan, _, linking = linked(shown, config, look_from(config))
    line = Linked(config, sources, shown, plan, findings)
    whole = measured(line)
    if len(shown) > _MANY:
        yield _moment(whole, line, linking)
    yield _moment(checked(line, whole), line, linking)


def _configured(root: Path, wishes: Wishes, memory: Memory) -> tuple[Config, list[Finding]]:
    config, wrong = configure(root, wishes)
    if config.faulty and memory.config:
        there = tuple(mount for mount in memory.config.mounts if (config.root / mount.path).is_dir())
        config = replace(memory.config, mounts=there)
    if memory.config and memory.config.language != config.language:
        memory.documents.clear()
    memory.config = config
    return config, wrong


def _read(sources: Iterable[Source], config: Config, memory: Memory) -> tuple[Document, ...]:
    """Read what is not known yet."""
    wanted = [source for source in sources if source.kind is not Kind.STATIC]
    known = {source: memory.documents.get(source.path) for source in wanted}
    fresh = [source for source in wanted if (there := known[source]) is None or there.source != source]
    read = dict(zip(fresh, read_kept(fresh, config, memory.store), strict=True))
    documents = tuple(read[source] if source in read else known[source] for source in wanted)
    memory.documents = {document.source.path: document for document in documents if document}
    return tuple(document for document in documents if document)


def _sound(documents: tuple[Document, ...], findings: Iterable[Finding], memory: Memory) -> tuple[Document, ...]:
    """Put each file with an error back to how it last was without one, where that is known."""
    wrong = {finding.span.path for finding in findings if finding.level is Level.ERROR}
    for document in documents:
        if document.source.path not in wrong:
            memory.good[document.source.path] = document
    return tuple(memory.good.get(document.source.path, document) for document in documents)


def _moment(whole: Whole, line: Linked, linking: Linking) -> Moment:
    documents = {document.source.file: document for document in line.documents}
    return Moment(Basis(whole, linking, hidden_in(line.plan), documents, tuple(in_order(whole.judged.told))))
