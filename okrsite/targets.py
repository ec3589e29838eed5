"""What a reference can lead to, once it has been looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TargetKind = Literal[
    "objective", "mission", "theme", "health", "team", "person", "cycle", "tag", "page", "about", "file"
]


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """Where a reference leads.

    `id` is the full name within its kind: `<cycle>/<team>/<slug>` for an objective, the slug for a tag, the path
    below `pages/` without suffix for a page (`index`-free), the path relative to the root for a file (an attachment), empty for
    the mission and for the words about the organisation. `key_result` is set only for a key result of an objective.
    """

    kind: TargetKind
    id: str = ""
    key_result: str | None = None

    @property
    def name(self) -> str:
        """The name as `site.json` writes it: full names of objectives and key results, else `kind:id`."""
        if self.kind == "objective":
            return f"{self.id}#{self.key_result}" if self.key_result else self.id
        return "mission" if self.kind == "mission" else f"{self.kind}:{self.id}"
