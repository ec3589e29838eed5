"""Every file of the site to be, one after the other: pages, data, assets, files beside sources, static files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import tee

from okrsite import addresses
from okrsite.checks import Judged
from okrsite.config import Config
from okrsite.diagnostics import Finding, Related, Span, error
from okrsite.exchange import data_files
from okrsite.exchange.schemas import FOLDER, schema_files
from okrsite.exchange.search import search_files
from okrsite.measure.model import Site
from okrsite.pages import Ground, Page, compose
from okrsite.pages.chrome import Chrome, chrome
from okrsite.pages.ground import Sheet
from okrsite.pages.titles import page_titles
from okrsite.render import render_all
from okrsite.sources import Beside, Kind, Source, look_from
from okrsite.theme import Theme


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its address, and either its bytes or the file on this machine that is copied.

    `listed` tells that it is a page which readers should find; `span` is where what it is made from was written, if
    that is one place.
    """

    address: str
    data: bytes | None = None
    copied: str = ""
    listed: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the files of a site are made from."""

    site: Site
    config: Config
    theme: Theme
    sources: tuple[Source, ...]
    judged: Judged = field(default_factory=Judged)


def files_of(whole: Whole) -> Iterator[File | Finding]:
    """Give every file of a site, each made when it is asked for; a page whose template fails is a finding."""
    ground = _ground(whole)
    listed: list[str] = []
    for file in _pages(ground, whole.theme):
        if isinstance(file, File) and file.listed:
            listed.append(file.address)
        yield file
    for address, data in data_files(whole.site, whole.config, listed):
        yield File(address, data)
    for name, text in schema_files(whole.config.base_url):
        yield File(f"{FOLDER}/{name}", text.encode())
    for address, data in search_files(ground, whole.theme.published(), listed):
        yield File(address, data)
    for asset in whole.theme.assets.values():
        yield File(addresses.asset(asset.published), asset.data)
    yield from _attachments(whole)
    yield from _static(whole)


def _ground(whole: Whole) -> Ground:
    speech = whole.theme.speech(whole.config.language)
    return Ground(whole.site, whole.config, speech, page_titles(whole.site), judged=whole.judged)


def _pages(ground: Ground, theme: Theme) -> Iterator[File | Finding]:
    pages, again = tee(compose(ground))
    for page, rendered in zip(again, render_all(_framed(ground, theme, pages), theme), strict=True):
        if isinstance(rendered, Finding):
            yield rendered
        else:
            span = Span(page.origin.path, page.origin.line) if page.origin else None
            yield File(rendered.address, rendered.data, listed=page.framed, span=span)


def _framed(ground: Ground, theme: Theme, pages: Iterable[Page]) -> Iterator[tuple[Page, Chrome]]:
    """Put to each page the frame of its depth; the page for what is not found, which stands at any depth, has its own."""
    published = theme.published()
    frames: dict[str, Chrome] = {}
    for page in pages:
        place = page.address if page.address == addresses.NOT_FOUND else addresses.beside_all(page.address)
        if place not in frames:
            frames[place] = chrome(Sheet(ground, place), published)
        yield page, frames[place]


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
