"""The whole program as one straight line: from the files of a site to its pages.

configure → find sources → read documents → link into a plan → measure at a date → check → compose pages → render →
publish. Each step takes values and returns values, with the findings that it has; nothing is published while one of
them is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from okrsite import __version__
from okrsite.cache import Store
from okrsite.checks import Judged, case_of, judged, look
from okrsite.cluster import cluster
from okrsite.config import Config, Wishes, configure
from okrsite.diagnostics import FAILING, Finding, Level, Span, in_order
from okrsite.documents import Document, LastGood, read_kept
from okrsite.files import content_of
from okrsite.measure import measure
from okrsite.measure.model import Site
from okrsite.output import File, Gather, Whole, by_processes, clash, files_of, made_again
from okrsite.plan import link
from okrsite.plan.model import Plan
from okrsite.publish import BUILD, Published, PublishError, Signatures, Stage, Taken, recover, staged
from okrsite.sound import sound, stops
from okrsite.sources import Kind, Source, find, look_from
from okrsite.theme import find_theme

Step = Callable[[str, int, int], None]
"""Told of what is done: the name of the step, how much of it is done, and of how much (0: that isn't known)."""


def _silently(_step: str, _done: int, _of: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Linked:
    """The files of a site, read and linked, with all that is wrong so far.

    `wrong` and `lost` tell of the files that stand here as they last were, or not at all (see `Sound`).
    """

    config: Config
    sources: tuple[Source, ...]
    documents: tuple[Document, ...]
    plan: Plan
    findings: list[Finding]
    wrong: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a build: the site, every finding in order, how many files it has, what was published, if anything.

    `documents` are the files that it came of, as they were read.
    """

    config: Config
    site: Site
    findings: list[Finding]
    files: int
    published: Published | None = None
    documents: tuple[Document, ...] = ()

    @property
    def title(self) -> str:
        """The name of the site."""
        return self.config.title or self.site.organisation.name


def build(root: Path, wishes: Wishes, step: Step = _silently, store: Store | None = None) -> Made:
    """Make the site in a folder and publish it, unless something is wrong in its files.

    What is in the store is not made again. Raises `PublishError` where the output folder can't be used; then what was
    published before stands.
    """
    linked = read_and_link(root, wishes, step, store)
    good = LastGood(linked.config, store or Store())
    made = _make(
        keep_going(linked, good) if wishes.keep_going else linked, step, wishes, store or Store(), publish=True
    )
    good.note(linked.documents, {finding.span.path for finding in made.findings if finding.level is Level.ERROR})
    return made


def differing(root: Path, wishes: Wishes, made: Made, step: Step = _silently) -> list[str]:
    """Make a site again with nothing kept, and name the files that are published otherwise, or should not be there."""
    published = dict(made.published.manifest.digests) if made.published else {}
    others: list[str] = []
    for file in files_of(look_at(read_and_link(root, wishes, step), wishes.jobs), _gather(wishes)):
        step("verifying", len(others), 0)
        if isinstance(file, File):
            digest = content_of(file.copied).digest if file.data is None else sha256(file.data).hexdigest()
            lies = content_of(str(made.config.output / file.address)).digest
            if not published.pop(file.address, "") == digest == lies:
                others.append(file.address)
    return sorted([*others, *published])


def check(root: Path, wishes: Wishes, step: Step = _silently, store: Store | None = None) -> Made:
    """Do all that `build` does, but for publishing."""
    return _make(read_and_link(root, wishes, step, store), step, wishes, store or Store(), publish=False)


def read_and_link(root: Path, wishes: Wishes, step: Step = _silently, store: Store | None = None) -> Linked:
    """Go the first half of the way: from the files to the plan. What is in the store is not read again."""
    config, wrong = configure(root, wishes)
    sources, misplaced = find(config)
    documents = tuple(_read(sources, config, step, store or Store(), wishes.jobs))
    plan, broken = link(documents, config, look_from(config))
    unread = (finding for document in documents for finding in document.findings)
    return Linked(config, sources, documents, plan, [*wrong, *misplaced, *unread, *broken])


def _read(sources: tuple[Source, ...], config: Config, step: Step, store: Store, jobs: int) -> Iterator[Document]:
    to_read = [source for source in sources if source.kind is not Kind.STATIC]
    for done, document in enumerate(read_kept(to_read, config, store, jobs)):
        step("reading", done, len(to_read))
        yield document


def look_at(linked: Linked, jobs: int = 1) -> Whole:
    """Measure what was linked at its day, and let the checks look at it: all that pages are made from."""
    return checked(linked, measured(linked), jobs)


def keep_going(linked: Linked, good: Callable[[Source], Document | None]) -> Linked:
    """Let each file with an error stand as it last was without one, and link again; what is wrong is told all the same."""
    there = sound(linked.documents, linked.findings, good)
    if not there.wrong:
        return linked
    plan, _ = link(there.documents, linked.config, look_from(linked.config))
    return replace(linked, documents=there.documents, plan=plan, wrong=there.wrong, lost=there.lost)


def measured(linked: Linked) -> Whole:
    """Measure what was linked at its day; of findings there are those that linking had."""
    config = linked.config
    site = measure(linked.plan, config.as_of, check_in_every=config.check_in_every)
    theme, wrong = find_theme(config.root, config.theme)
    judged = Judged([*linked.findings, *wrong])
    return Whole(site, config, theme, linked.sources, judged, linked.wrong, linked.lost)


def checked(linked: Linked, whole: Whole, jobs: int = 1) -> Whole:
    """Let the checks look at what was measured."""
    case = case_of(linked.documents, whole.site, whole.config, whole.theme.lists)
    return replace(whole, judged=judged(look(case, whole.judged.told, jobs), whole.config.checks, whole.site))


def _make(linked: Linked, step: Step, wishes: Wishes, store: Store, *, publish: bool) -> Made:
    """Go the second half of the way: from the plan to the pages, published or not."""
    whole = look_at(linked, wishes.jobs)
    told = whole.judged.told
    stopped = stops(told, linked.documents) if wishes.keep_going else _stops(told, wishes)
    if publish and stopped:
        with suppress(PublishError):
            recover(whole.config.output)
    with _stage(whole.config, store) if publish and not stopped else nullcontext() as stage:
        files, failed = _written(whole, stage, step, _gather(wishes))
        findings = in_order([*told, *_untold(failed, told)])
        stopped = _stops(_unclashed(failed) if wishes.keep_going else findings, wishes)
        published = stage.publish(force=wishes.force) if stage and not stopped else None
    if published:
        store.note(_published_in(whole.config, store), published.signatures.to_bytes())
    return Made(whole.config, whole.site, findings, files, published, linked.documents)


def _untold(failed: Iterable[Finding], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out that pages of files clash whose names were refused already: one cause, one finding."""
    refused = {finding.span.path for finding in findings if finding.rule == "bad-id"}
    return (finding for finding in failed if finding.rule != "page-clash" or finding.span.path not in refused)


def _unclashed(failed: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what was told of two files at one address: the first of them can be published."""
    return (finding for finding in failed if finding.rule != "page-clash")


def _stage(config: Config, store: Store) -> AbstractContextManager[Stage]:
    """Open a stage that knows, from the store, how the files lay that were published last."""
    known = Signatures.from_bytes(store.noted(_published_in(config, store)) or b"")
    return staged(config.output, version=__version__, as_of=config.as_of, signatures=known)


def _published_in(config: Config, store: Store) -> bytes:
    return store.key("published", str(config.output))


def _gather(wishes: Wishes) -> Gather:
    return partial(cluster, address=wishes.cluster) if wishes.cluster else by_processes(wishes.jobs)


def _written(whole: Whole, stage: Stage | None, step: Step, gather: Gather) -> tuple[int, list[Finding]]:
    """Make every file, and put it on the stage where there is one; give how many there are, and what failed."""
    spans: dict[str, Span | None] = {}
    taken = Taken([BUILD])
    failed: list[Finding] = []
    for file in files_of(whole, gather, stage.published if stage else None):
        step("writing", len(spans), 0)
        if isinstance(file, Finding):
            failed.append(file)
        elif earlier := taken.take(file.address):
            failed.append(clash(file, earlier, spans.get(earlier)))
        else:
            spans[file.address] = file.span
            if stage:
                _put(stage, file, whole)
    return len(spans), failed


def _put(stage: Stage, file: File, whole: Whole) -> None:
    if file.digest:
        if not stage.keep(file.address, file.digest, file.size):
            stage.write(file.address, made_again(whole, file.address))
    elif file.data is None:
        stage.copy(file.address, file.copied)
    else:
        stage.write(file.address, file.data)


def _stops(findings: Iterable[Finding], wishes: Wishes) -> bool:
    return any(finding.level in FAILING[wishes.strict] for finding in findings)
