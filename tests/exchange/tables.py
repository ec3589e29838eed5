"""The tables of a site, one at a time."""

from __future__ import annotations

from okrsite.exchange.csv_tables import Tables
from okrsite.exchange.site_json import site_json
from okrsite.measure.model import Site


def objectives_csv(site: Site) -> bytes:
    return _table(site, "objectives")


def key_results_csv(site: Site) -> bytes:
    return _table(site, "key-results")


def check_ins_csv(site: Site) -> bytes:
    return _table(site, "check-ins")


def _table(site: Site, name: str) -> bytes:
    tables = Tables()
    site_json(site, people_pages=True, passing=tables.passing)
    return dict(tables.files())[f"data/{name}.csv"]
