"""Relative links in prose: to the thing another source file is about, or to a file beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from posixpath import basename, dirname
from unicodedata import normalize
from urllib.parse import unquote

from okrsite.plan.attachments import Look, attached
from okrsite.plan.model import Attachment
from okrsite.plan.near import NearNames, offered
from okrsite.plan.references import KNOWN_ALREADY, Lost
from okrsite.sources import Beside, NotBeside, Source, what_runs
from okrsite.sources.places import passed_over
from okrsite.targets import Target


@dataclass(frozen=True, slots=True)
class Lead:
    """What a source file is about. Without a target it has no page; `parts` gives the things that `#part` may name."""

    target: Target | Lost | None
    parts: Callable[[], Mapping[str, Target | Lost]] = dict


@dataclass(frozen=True, slots=True)
class Asked:
    """A relative link, taken apart: a path from the root, and the part after `#`."""

    path: str
    part: str


@dataclass
class Links:
    """Where relative links lead.

    `leads` are the source files by path, in NFC; `static` is the folder that is copied as it is; `look` finds other
    files. `roots` are the mounts that lie outside the site's root. `attachments` gathers the files that are linked to.
    """

    look: Look
    static: str
    roots: tuple[str, ...] = ()
    leads: dict[str, Lead] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    _answers: dict[str, Target | Lost] = field(default_factory=dict)
    _near: NearNames | None = None

    def root_of(self, source: Source) -> str:
        """Give the folder that links of a source may not leave: its mount's, if that lies outside, else the site's."""
        return source.mount if source.mount is not None and source.mount in self.roots else ""

    def follow(self, written: str, source: str, root: str) -> Target | Lost | None:
        """Follow a link from a source file; `root` is the folder that links may not leave, empty for the site's own.

        None for what is there but has no page.
        """
        asked = _asked(written, source, root)
        if isinstance(asked, Lost):
            return asked
        lead = self.leads.get(normalize("NFC", asked.path))
        if lead is not None:
            return _part(lead, asked)
        if asked.path not in self._answers:
            self._answers[asked.path] = self._file(asked.path, root)
        return self._answers[asked.path]

    def _file(self, path: str, root: str) -> Target | Lost:
        inside = path.removeprefix(f"{root}/") if root else path
        static = path.removeprefix(f"{self.static}/") if path.startswith(f"{self.static}/") else None
        if hidden := next((part for part in inside.split("/") if static is None and passed_over(part)), None):
            return Lost(
                "ref-broken",
                f"“{path}” is passed over, because of the name “{hidden}”.",
                "Names that begin with . _ or #, or end with ~, stay out of the site.",
            )
        found = self.look(path)
        if isinstance(found, NotBeside):
            return Lost(found.rule, found.message, self._offered(path) if found.rule == "ref-broken" else "")
        return self._attached(path, found, static)

    def _attached(self, path: str, found: Beside, static: str | None) -> Target | Lost:
        why = what_runs(path, found.content) if static is None else None
        if why:
            way_out = "Link to another kind of file, such as a PDF, or put it into static/, which is copied as it is."
            return Lost("unsafe-file", f"“{path}” can’t be published beside this text: {why}.", way_out)
        self.attachments[path] = attached(path, found.digest, static)
        return Target("file", path)

    def _offered(self, path: str) -> str:
        if self._near is None:
            self._near = NearNames(self.leads)
        near = [name for name in self._near.to(path) if NearNames([basename(name)]).to(basename(path))]
        return offered(near) or "A relative link leads from this file’s folder to another file."


def _asked(written: str, source: str, root: str) -> Asked | Lost:
    path, _, part = written.partition("#")
    try:
        path, part = unquote(path.partition("?")[0], errors="strict"), unquote(part, errors="strict")
    except UnicodeDecodeError:
        return Lost(
            "ref-broken",
            f"“{written}” is no address: its % signs don’t spell UTF-8.",
            "Write the name of the file as it is.",
        )
    if any(ord(character) < ord(" ") for character in path):
        return Lost("ref-broken", "This link holds a control character.", "Write the name of the file as it is.")
    whole = _joined(root, "" if path.startswith("/") else dirname(source), path) if path else source
    if whole is None:
        way_out = "What it leads to must lie in the site’s own folder; put a copy beside this text."
        return Lost("unsafe-path", f"“{written}” leads out of the site’s root.", way_out)
    return Asked(whole, normalize("NFC", part))


def _joined(root: str, folder: str, path: str) -> str | None:
    """Join a path to the folder of its file, both below `root`; None where it climbs out of it."""
    base = root.split("/") if root else []
    below = folder.removeprefix(root).strip("/") if root else folder
    parts: list[str] = []
    for part in f"{below}/{path}".split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join([*base, *parts])


def _part(lead: Lead, asked: Asked) -> Target | Lost | None:
    if not asked.part or lead.target is KNOWN_ALREADY or lead.target is None:
        return lead.target
    parts = lead.parts()
    if asked.part in parts:
        return parts[asked.part]
    near = offered(NearNames(parts).to(asked.part))
    return Lost(
        "ref-broken",
        f"There is no “#{asked.part}” in “{asked.path}”.",
        near or "A link may name a heading or a key result.",
    )
