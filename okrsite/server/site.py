"""What the server asks of the site that it shows: the one seam between what faces the world and what makes pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from okrsite.diagnostics import Finding
from okrsite.speech import Speech


@dataclass(frozen=True, slots=True)
class Answer:
    """What lies at an address: its bytes, or the file on this machine that has them.

    `type` is the content type, empty where the address's suffix tells it. `version` differs whenever the bytes do;
    empty where the bytes shall be looked at for that. A file's path must have been found safe: it is opened as it is.
    """

    data: bytes | Path
    type: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """How the site is doing: what was found in its files, and what it is doing now, if anything.

    `findings` are all there are, in order; the panel shows the errors. `working` is a short line in the site's language,
    empty when nothing is under way. `speech` speaks that language, for the words of the panel.
    """

    speech: Speech
    findings: tuple[Finding, ...] = ()
    working: str = ""


class Site(Protocol):
    """A site whose pages are made when they are asked for. Each method may be called from several threads at once."""

    @property
    def version(self) -> int:
        """A number that rises whenever something that pages are made from has changed."""
        ...

    def get(self, address: str) -> Answer | None:
        """Give what lies at an address from the root, without a leading slash; None where there is nothing.

        `""` and `x/` mean `index.html` and `x/index.html`. Waits where the site is not there yet.
        """
        ...

    def state(self) -> State:
        """Tell how the site is doing; never waits."""
        ...
