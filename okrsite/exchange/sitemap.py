"""`sitemap.xml`: where the pages are, for search engines that were let in."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from okrsite.addresses import absolute


def sitemap(base_url: str, pages: Iterable[str]) -> bytes:
    """Write the addresses of pages as absolute, percent-encoded ones, in the order of code points.

    It bears no dates: the file changes only when a page comes or goes.
    """
    places = "".join(f"<url><loc>{escape(absolute(base_url, page))}</loc></url>\n" for page in sorted(pages))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    ).encode()
