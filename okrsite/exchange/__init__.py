"""Foreign formats, one file each: what other tools read of a site. Pure functions, bytes out."""

from __future__ import annotations

from okrsite.exchange.csv_tables import check_ins_csv, key_results_csv, objectives_csv
from okrsite.exchange.robots import robots
from okrsite.exchange.site_json import site_json
from okrsite.exchange.sitemap import sitemap

__all__ = ["check_ins_csv", "key_results_csv", "objectives_csv", "robots", "site_json", "sitemap"]
