"""The site as it stood at one moment: any of its files is made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from threading import Lock, RLock

from okrsite.addresses import address_of
from okrsite.diagnostics import Finding, in_order
from okrsite.documents import Document
from okrsite.measure.model import MeasuredObjective
from okrsite.measure.privacy import Hidden
from okrsite.output import File, Studio, Whole, beside_pages, data, drawn, index, studio_of
from okrsite.pages import Blank
from okrsite.pages.titles import page_titles
from okrsite.plan import Linking
from okrsite.targets import Target

_KEPT = 200
"""How many drawn pages are kept for the next who asks."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a moment is made of: the site, how it was linked, what is private, its documents by file, all that is wrong."""

    whole: Whole
    linking: Linking
    hidden: Hidden
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A file that has changed since, and the objectives that are others by it."""

    document: Document
    objectives: tuple[MeasuredObjective, ...]


class Heaps:
    """What all moments of the same basis share: the pages laid out, and what is made of the whole site at once.

    One page is drawn at a time (`drawing`): what is on many pages is made for the first of them.
    """

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._making = RLock()
        self.drawing = RLock()
        self.failed: dict[str, Finding] = {}
        """The pages whose template failed, as far as somebody has asked for them, by address."""

    @cached_property
    def studio(self) -> Studio:
        """All that pages are drawn from."""
        with self._making:
            return studio_of(self._whole)

    @cached_property
    def pages(self) -> Mapping[str, Blank]:
        """The pages by address; of two at one address the first."""
        with self._making:
            return {blank.address: blank for blank in reversed(self.studio.blanks)}

    @cached_property
    def beside(self) -> Mapping[str, File]:
        """What lies beside the pages."""
        with self._making:
            return _by_address(beside_pages(self._whole))

    @cached_property
    def data(self) -> Mapping[str, File]:
        """What other tools read."""
        with self._making:
            return _by_address(data(self.studio))

    @cached_property
    def index(self) -> Mapping[str, File]:
        """The index of Find."""
        with self._making:
            return _by_address(index(self.studio))


class Moment:
    """A moment of the site; it never changes. Several threads may ask it at once."""

    def __init__(self, basis: Basis, changes: Mapping[str, Change] | None = None, heaps: Heaps | None = None) -> None:
        """Stand on a basis, but for what has changed since, by path; `heaps` are those of an earlier moment on it."""
        self.basis = basis
        self.changes = changes or {}
        self.heaps = heaps or Heaps(basis.whole)
        self._again = dict(self._redrawn())
        self._files: dict[str, File | Finding | None] = {}
        self._keeping = Lock()

    @property
    def edited_pages(self) -> Collection[str]:
        """The addresses of the pages that show what has changed."""
        return self._again.keys()

    def _redrawn(self) -> Iterator[tuple[str, Blank]]:
        """Lay out the pages of the objectives that have changed, on a ground where they have."""
        changed = {one.ref: one for change in self.changes.values() for one in change.objectives}
        if not changed:
            return
        ground = self.heaps.studio.ground
        site = replace(ground.site, objectives={**ground.site.objectives, **changed})
        renamed = any(one.plan.title != ground.site.objectives[ref].plan.title for ref, one in changed.items())
        ground = replace(ground, site=site, titles=page_titles(site) if renamed else ground.titles)
        for objective in changed.values():
            address = address_of(Target("objective", objective.ref))
            blank = self.heaps.pages[address]
            if blank.again:
                yield address, replace(blank, draw=partial(blank.again, ground, objective))

    def file(self, address: str) -> File | Finding | None:
        """Give what lies at an address; None where there is nothing. A page whose template fails is a finding.

        What was made last is kept; not by `lru_cache`, which holds on to what it belongs to: a moment has to go at
        once when the next one is there.
        """
        if known := self._files.get(address):
            return known
        made = self._made(address)
        with self._keeping:
            self._files[address] = made
            if len(self._files) > _KEPT:
                del self._files[next(iter(self._files))]
        return made

    def _made(self, address: str) -> File | Finding | None:
        blank = self._again.get(address) or self.heaps.pages.get(address)
        if blank:
            return self._drawn(blank)
        return next((found for heap in self._heaps() if (found := heap.get(address))), None)

    def _drawn(self, blank: Blank) -> File | Finding:
        with self.heaps.drawing:
            made = drawn(self.heaps.studio, blank)
            if isinstance(made, Finding):
                self.heaps.failed[blank.address] = made
            return made

    def findings(self) -> tuple[Finding, ...]:
        """Give all that is known to be wrong, in order: also with the templates of pages that were asked for."""
        failed = dict.fromkeys(tuple(self.heaps.failed.values()))
        return tuple(in_order([*self.basis.findings, *failed])) if failed else self.basis.findings

    def of_each_kind(self) -> Collection[str]:
        """Give the addresses of a few pages, the first and the front one of each folder: most templates are among them."""
        return {
            (address.partition("/")[0], address.endswith("index.html")): address for address in self.heaps.pages
        }.values()

    def _heaps(self) -> Iterator[Mapping[str, File]]:
        yield self.heaps.beside
        yield self.heaps.data
        yield self.heaps.index


def _by_address(files: Iterable[File]) -> Mapping[str, File]:
    found: dict[str, File] = {}
    for file in files:
        found.setdefault(file.address, file)
    return found
