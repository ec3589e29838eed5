"""Every file of the site to be, one after the other: pages, data, assets, files beside sources, static files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

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

    `span` is where what it is made from was written, if that is one place.
    """

    address: str
    data: bytes | None = None
    copied: str = ""
    span: Span | None = None


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
    """What those who make the files of a site have at hand: all that pages are drawn from, and the pages to be drawn."""

    ground: Ground
    theme: Theme
    blanks: tuple[Blank, ...]
    frames: dict[str, Chrome] = field(default_factory=dict)

    def frame(self, address: str) -> Chrome:
        """Give the frame of a page's depth; the page for what is not found, which stands at any depth, has its own."""
        place = address if address == addresses.NOT_FOUND else addresses.beside_all(address)
        if place not in self.frames:
            self.frames[place] = chrome(Sheet(self.ground, place), self.theme.published())
        return self.frames[place]

    def __reduce__(self) -> tuple[Callable[[Ground, Theme], Studio], tuple[Ground, Theme]]:
        """Travel light: pages are laid out anew where it arrives."""
        return _laid_out, (self.ground, self.theme)

    def listed(self) -> list[str]:
        """Give the addresses of the pages that readers should find."""
        return [blank.address for blank in self.blanks if blank.listed]


Gather = Callable[[Studio], AbstractContextManager[Crew[Studio]]]
"""How those are gathered who make the files of a site."""


def by_processes(jobs: int) -> Gather:
    """Have a site made by several processes, where it is large enough for that to be worth it."""
    return lambda studio: crew(studio, jobs if len(studio.blanks) >= _WORTH_IT else 1)


def files_of(whole: Whole, gather: Gather | None = None) -> Iterator[File | Finding]:
    """Give every file of a site, each made when it is asked for; a page whose template fails is a finding.

    Pages, data and index are made by whom `gather` gathers; what comes is the same, in the same order.
    """
    studio = studio_of(whole)
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


def studio_of(whole: Whole) -> Studio:
    """Lay out all that the files of a site are made from."""
    speech = whole.theme.speech(whole.config.language)
    titles = page_titles(whole.site)
    ground = Ground(whole.site, whole.config, speech, titles, judged=whole.judged, wrong=whole.wrong, lost=whole.lost)
    return _laid_out(ground, whole.theme)


def _laid_out(ground: Ground, theme: Theme) -> Studio:
    return Studio(ground, theme, tuple(compose(ground)))


def _batches(count: int) -> Iterator[range | Callable[[Studio], Iterator[File]]]:
    """Cut the work into pieces: pages by their numbers, then what is made from the whole site."""
    for start in range(0, count, _BATCH):
        yield range(start, min(start + _BATCH, count))
    yield data
    yield index


def _made(studio: Studio, piece: range | Callable[[Studio], Iterator[File]]) -> list[File | Finding]:
    return [drawn(studio, studio.blanks[at]) for at in piece] if isinstance(piece, range) else list(piece(studio))


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
