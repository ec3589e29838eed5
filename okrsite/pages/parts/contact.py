"""How to reach somebody, as written in `contact`: a mail address, a web address, or words."""

from __future__ import annotations

import re
from urllib.parse import quote

from okrsite.pages.page import Link

_MAIL = re.compile(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\s@<>,;:\"()]+")


def contact_href(contact: str | None, subject: str = "") -> str | None:
    """Write the link for a way to reach somebody; None where it is only words (`Room 12`)."""
    if contact is None:
        return None
    if _MAIL.fullmatch(contact.strip()):
        tail = f"?subject={quote(subject)}" if subject else ""
        return f"mailto:{quote(contact.strip(), safe='@')}{tail}"
    return contact.strip() if is_web(contact) else None


def contact_link(contact: str | None) -> Link | None:
    """Show a way to reach somebody, as a link where it is one."""
    return Link(contact, contact_href(contact)) if contact else None


def is_web(text: str) -> bool:
    """Tell whether a text is one address of the web, and nothing else."""
    return re.fullmatch(r"https?://[^\s<>\"]+", text.strip(), re.IGNORECASE) is not None
