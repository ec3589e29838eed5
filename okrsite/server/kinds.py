"""What kind of content a file holds, by its suffix: the same on every machine, whatever its registry says."""

from __future__ import annotations

import posixpath

_TEXTS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "ics": "text/calendar",
    "xml": "application/xml",
    "svg": "image/svg+xml",
}
_OTHERS = {
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "zip": "application/zip",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
HTML = "text/html; charset=utf-8"


def kind_of(address: str) -> str:
    """Give the content type of what lies at an address; a folder's is a page; what is unknown is to be saved, not shown."""
    suffix = "html" if address.endswith("/") or not address else posixpath.splitext(address)[1][1:].lower()
    return f"{_TEXTS[suffix]}; charset=utf-8" if suffix in _TEXTS else _OTHERS.get(suffix, "application/octet-stream")
