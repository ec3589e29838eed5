"""Every file of the site to be, one after the other: pages, data, assets, files beside sources, static files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain

from okrsite import addresses
from okrsite.checks import Judged
from okrsite.config import Config
from okrsite.crew import Crew, crew
from okrsite.diagnostics import Finding, Related, Span, error
from okrsite.exchange import data_files
from okrsite.exchange.schemas import FOLDER, schema_files
from okrsite.exchange.search import search_files
from okrsite.measure.model import Site
from okrsite.pages import Blank, Ground, compose
from okrsite.pages.broken import stale
from okrsite.pages.chrome import Chrome, chrome
from okrsite.pages.ground import Sheet
from okrsite.pages.titles import page_titles
from okrsite.render import render
from okrsite.sources import Beside, Kind, Source, look_from
from okrsite.theme import Theme

_BATCH = 32
"""How many pages one process makes at a time."""

_WORTH_IT = 300
"""From how many pages on several processes are faster than one, as measured with two."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its address, and either its bytes or the file on this machine that is copied.

    Of one that is published with the same bytes already there are only their SHA-256 (`digest`, hex) and `size`.
    `span` is where what it is made from was written, if that is one place.
    """

    address: str
    data: bytes | None = None
    copied: str = ""
    span: Span | None = None
    digest: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the files of a site are made from. `wrong` and `lost` are as in `Ground`."""

    site: Site
    config: Config
    theme: Theme
    sources: tuple[Source, ...]
    judged: Judged = field(default_factory=Judged)
    wrong: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Studio:
    """What those who make the files of a site have at hand: all that pages are drawn from, and the pages to be drawn.

    `published` are the digests of what is published now, by address.
    """

    ground: Ground
    theme: Theme
    blanks: tuple[Blank, ...]
    published: Mapping[str, str] = field(default_factory=dict)
    frames: dict[str, Chrome] = field(default_factory=dict)

    def frame(self, address: str) -> Chrome:
        """Give the frame of a page's depth; the page for what is not found, which stands at any depth, has its own."""
        place = address if address == addresses.NOT_FOUND else addresses.beside_all(address)
        if place not in self.frames:
            self.frames[place] = chrome(Sheet(self.ground, place), self.theme.published())
        return self.frames[place]

    def __reduce__(self) -> tuple[Callable[..., Studio], tuple[Ground, Theme, Mapping[str, str]]]:
        """Travel light: pages are laid out anew where it arrives."""
        return _laid_out, (self.ground, self.theme, self.published)

    def listed(self) -> list[str]:
        """Give the addresses of the pages that readers should find."""
        return [blank.address for blank in self.blanks if blank.listed]


Gather = Callable[[Studio], AbstractContextManager[Crew[Studio]]]
"""How those are gathered who make the files of a site."""


def by_processes(jobs: int) -> Gather:
    """Have a site made by several processes, where it is large enough for that to be worth it."""
    return lambda studio: crew(studio, jobs if len(studio.blanks) >= _WORTH_IT else 1)


def files_of(
    whole: Whole, gather: Gather | None = None, published: Mapping[str, str] | None = None
) -> Iterator[File | Finding]:
    """Give every file of a site, each made when it is asked for; a page whose template fails is a finding.

    Pages, data and index are made by whom `gather` gathers; what comes is the same, in the same order. Of what is
    `published` (address → SHA-256) with the same bytes already, these are left out.
    """
    studio = studio_of(whole, published)
    with (gather or by_processes(1))(studio) as workers:
        for batch in workers.each(_made, _batches(len(studio.blanks))):
            yield from batch
    yield from beside_pages(whole)


def beside_pages(whole: Whole) -> Iterator[File]:
    """Give the files that are there already, or are the same for every site: schemas, assets, attachments, static files."""
    for name, text in schema_files(whole.config.base_url):
        yield File(f"{FOLDER}/{name}", text.encode())
    for asset in whole.theme.assets.values():
        yield File(addresses.asset(asset.published), asset.data)
    yield from _attachments(whole)
    yield from _static(whole)


def made_again(whole: Whole, address: str) -> bytes:
    """Make one of the files whose bytes were left out."""
    studio = studio_of(whole)
    made = (drawn(studio, blank) for blank in studio.blanks if blank.address == address)
    files = (file for file in chain(made, data(studio), index(studio)) if isinstance(file, File))
    return next((file.data for file in files if file.address == address and file.data is not None), b"")


def studio_of(whole: Whole, published: Mapping[str, str] | None = None) -> Studio:
    """Lay out all that the files of a site are made from."""
    speech = whole.theme.speech(whole.config.language)
    titles = page_titles(whole.site)
    ground = Ground(whole.site, whole.config, speech, titles, judged=whole.judged, wrong=whole.wrong, lost=whole.lost)
    return _laid_out(ground, whole.theme, published or {})


def _laid_out(ground: Ground, theme: Theme, published: Mapping[str, str]) -> Studio:
    return Studio(ground, theme, tuple(compose(ground)), published)


def _batches(count: int) -> Iterator[range | Callable[[Studio], Iterator[File]]]:
    """Cut the work into pieces: pages by their numbers, then what is made from the whole site."""
    for start in range(0, count, _BATCH):
        yield range(start, min(start + _BATCH, count))
    yield data
    yield index


def _made(studio: Studio, piece: range | Callable[[Studio], Iterator[File]]) -> list[File | Finding]:
    made = (drawn(studio, studio.blanks[at]) for at in piece) if isinstance(piece, range) else piece(studio)
    return [_spared(file, studio.published.get(file.address)) if isinstance(file, File) else file for file in made]


def _spared(file: File, published: str | None) -> File:
    """Leave the bytes of a file out where they are published already."""
    if published is None or file.data is None or (digest := sha256(file.data).hexdigest()) != published:
        return file
    return replace(file, data=None, digest=digest, size=len(file.data))


def drawn(studio: Studio, blank: Blank) -> File | Finding:
    """Draw a page and render it."""
    page = blank.draw()
    if banner := stale(studio.ground, page):
        page = replace(page, head=replace(page.head, banner=banner))
    rendered = render(page, studio.frame(page.address), studio.theme)
    if isinstance(rendered, Finding):
        return rendered
    return File(rendered.address, rendered.data, span=Span(page.origin.path, page.origin.line) if page.origin else None)


def data(studio: Studio) -> Iterator[File]:
    """Make the files that other tools read."""
    for address, content in data_files(studio.ground.site, studio.ground.config, studio.listed()):
        yield File(address, content)


def index(studio: Studio) -> Iterator[File]:
    """Make the index of Find."""
    for address, content in search_files(studio.ground, studio.theme.published(), studio.listed()):
        yield File(address, content)


def _attachments(whole: Whole) -> Iterator[File]:
    """Give the files beside sources that prose links to, but for those of `static/`, which are there anyway."""
    look = look_from(whole.config)
    static = f"{whole.config.content}/static/"
    for path, attachment in whole.site.attachments.items():
        beside = look(path)
        if isinstance(beside, Beside) and not path.startswith(static):
            yield File(attachment.url, copied=beside.file, span=Span(path))


def _static(whole: Whole) -> Iterator[File]:
    for source in whole.sources:
        if source.kind is Kind.STATIC and source.readable:
            yield File(source.place.name, copied=source.file, span=source.span)


def clash(file: File, earlier: str, span: Span | None) -> Finding:
    """Say that a file cannot stand beside an earlier one: the same address, the same but for case, a folder of it.

    `span` is where what the earlier one is made from was written, if that is one place.
    """
    made = f"{file.address}, " if earlier == file.address else f"{file.address}, beside {earlier}, "
    related = (Related(span, f"{earlier} is made from this."),) if span else ()
    words = (
        f"This would be written to {made}{'which is made from another file' if span else 'which okrsite makes itself'}."
    )
    return error(
        "page-clash", file.span or Span(file.address), words, "Give one of the two another name.", related=related
    )
