"""Files beside sources that prose links to, and the addresses they are published at."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import basename, splitext

from okrsite.addresses import attachment
from okrsite.plan.model import Attachment
from okrsite.sources import Beside, NotBeside
from okrsite.written import slug

Look = Callable[[str], Beside | NotBeside]
"""From a path relative to the root, with `/`, to the file there."""


def attached(path: str, digest: str, static: str | None) -> Attachment:
    """Give a file the address it is published at: `static` where it is copied to anyway, else a name with its digest."""
    if static is not None:
        return Attachment(path, digest, static)
    stem, suffix = splitext(basename(path))
    plain = suffix.lower() if re.fullmatch(r"\.[A-Za-z0-9]{1,10}", suffix) else ""
    return Attachment(path, digest, attachment(slug(stem) or "file", plain, digest))
