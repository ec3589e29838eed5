"""Foreign formats, one file each: what other tools read of a site. Pure functions, bytes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okrsite.addresses import NOT_FOUND
from okrsite.config import Config
from okrsite.exchange.csv_tables import Tables
from okrsite.exchange.robots import robots
from okrsite.exchange.site_json import site_json
from okrsite.exchange.sitemap import sitemap
from okrsite.measure.model import Site

__all__ = ["data_files", "robots", "site_json", "sitemap"]


def data_files(site: Site, config: Config, pages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Make every file that other tools read, one at a time: its address, and its content.

    `pages` are the addresses of all pages that readers should find; the page for what is not found is none of them.
    """
    tables = Tables()
    yield "data/site.json", site_json(site, people_pages=config.people_pages, passing=tables.passing)
    yield from tables.files()
    yield "robots.txt", robots(index=config.index, base_url=config.base_url)
    if config.base_url:
        yield "sitemap.xml", sitemap(config.base_url, (page for page in pages if page != NOT_FOUND))
