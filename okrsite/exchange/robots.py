"""`robots.txt`: whether search engines may come in."""

from __future__ import annotations

from okrsite.addresses import absolute


def robots(*, index: bool, base_url: str | None) -> bytes:
    """Disallow all, unless the organisation lets search engines in; then name the sitemap where there is one."""
    if not index:
        return b"User-agent: *\nDisallow: /\n"
    where = f"\nSitemap: {absolute(base_url, 'sitemap.xml')}\n" if base_url else ""
    return f"User-agent: *\nDisallow:\n{where}".encode()
