"""Finding a theme's files: the default theme's, and a site's own over them."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from okrsite.checks.reading import WordList, read_list
from okrsite.diagnostics import Finding, Span, error
from okrsite.speech import ENGLISH, Words, tidy_tag
from okrsite.theme.assets import assets_of
from okrsite.theme.catalogue import read_catalogue
from okrsite.theme.model import Template, Theme

DEFAULT = "default"
_LARGEST = 8 << 20


@dataclass(frozen=True, slots=True)
class _File:
    """A file of a theme: its path for findings, its bytes, whether it is the site's own."""

    path: str
    data: bytes
    own: bool


def default_folder() -> Path:
    """Find the default theme: beside the package in a checkout, inside it where it was installed."""
    package = Path(__file__).resolve().parents[1]
    places = (package.parent / "themes" / DEFAULT, package / "themes" / DEFAULT)
    return next((place for place in places if (place / "templates").is_dir()), places[-1])


def find_theme(root: Path, name: str) -> tuple[Theme, list[Finding]]:
    """Read the theme that a site names: the default one, with the site's own `themes/<name>/` over it.

    What cannot be used (no such folder, a file that is not text, words that do not fit) is a finding, and the default's
    stands in its place.
    """
    findings: list[Finding] = []
    default = {
        inside: _File(f"themes/{DEFAULT}/{inside}", data, own=False)
        for inside, data in _files(default_folder(), "", findings)
    }
    own = {}
    folder = root / "themes" / name
    if re.fullmatch(r"[^/\\.][^/\\]*", name) and folder.is_dir():
        shown = f"themes/{name}/"
        own = {inside: _File(shown + inside, data, own=True) for inside, data in _files(folder, shown, findings)}
    elif name != DEFAULT:
        way_out = f"Make the folder themes/{name}/, or leave `theme` out to have the default one."
        findings.append(error("ref-broken", Span("okrsite.yaml"), f"There is no theme “{name}”.", way_out))
    return _theme(default, own, findings), findings


def _files(folder: Path, shown: str, findings: list[Finding]) -> Iterator[tuple[str, bytes]]:
    """Read the files below a folder, by their path in it; what leads out of it, or is no plain file, is a finding."""
    home = folder.resolve()
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).as_posix()
        span = Span(shown + inside)
        if any(part.startswith((".", "_", "#")) or part.endswith("~") for part in inside.split("/")) or path.is_dir():
            continue
        if not path.resolve().is_relative_to(home):
            findings.append(
                error("unsafe-path", span, "This link leads out of the theme.", "Put the file itself here.")
            )
        elif not path.is_file() or path.stat().st_size > _LARGEST:
            words = "A theme can’t hold this: it is no plain file, or larger than 8 MB."
            findings.append(error("unreadable", span, words, "Take it out of the theme."))
        else:
            try:
                yield inside, path.read_bytes()
            except OSError:
                findings.append(
                    error(
                        "unreadable", span, "Reading this file is not permitted.", "Let it be read by whoever builds."
                    )
                )


def _theme(default: Mapping[str, _File], own: Mapping[str, _File], findings: list[Finding]) -> Theme:
    """Sort a theme's files by what they are for."""
    files = {**default, **own}
    digest = hashlib.sha256()
    for name, file in sorted({**{f"{DEFAULT}/{name}": file for name, file in default.items()}, **own}.items()):
        digest.update(f"{name}\0{len(file.data)}\0".encode() + file.data)
    assets = {name.removeprefix("assets/"): file.data for name, file in files.items() if name.startswith("assets/")}
    return Theme(
        digest.hexdigest(),
        _templates(default, own, findings),
        assets_of(assets),
        _words(default, own, findings),
        _lists(own, findings),
    )


def _lists(own: Mapping[str, _File], findings: list[Finding]) -> dict[str, WordList]:
    """Read the site's own word lists; of one that does not fit nothing is used."""
    found: dict[str, WordList] = {}
    for name, file in own.items():
        if re.fullmatch(r"checks/[^/]+\.ya?ml", name):
            language = tidy_tag(posixpath.splitext(name.removeprefix("checks/"))[0]).split("-")[0]
            words, fault = read_list(file.path, file.data)
            found[language] = {**found.get(language, {}), **words}
            findings += [fault] if fault else []
    return found


def _templates(default: Mapping[str, _File], own: Mapping[str, _File], findings: list[Finding]) -> dict[str, Template]:
    """Take the templates; the default's can all be had as `default/<name>` too, so that an own one can extend it."""
    found: dict[str, Template] = {}
    for prefix, files in ((f"{DEFAULT}/", default), ("", default), ("", own)):
        for name, file in files.items():
            if name.startswith("templates/"):
                template = _template(file, findings)
                if template is not None:
                    found[prefix + name.removeprefix("templates/")] = template
    return found


def _template(file: _File, findings: list[Finding]) -> Template | None:
    try:
        return Template(file.path, file.data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        findings.append(error("template", Span(file.path), "This template is not UTF-8.", "Save it as UTF-8."))
        return None


@dataclass(frozen=True, slots=True)
class _Catalogues(Mapping[str, Words]):
    """The words by language: the default theme's, read when they are asked for, and over them, key by key, the site's own."""

    english: _File
    default: Mapping[str, _File]
    own: Mapping[str, Words]

    def __getitem__(self, language: str) -> Words:
        file = self.default.get(language)
        if file is None:
            return self.own[language]
        words, _ = _catalogue(file, None if file is self.english else self.english)
        return {**words, **self.own.get(language, {})}

    def __iter__(self) -> Iterator[str]:
        return iter({**self.default, **self.own})

    def __len__(self) -> int:
        return len({**self.default, **self.own})


def _words(default: Mapping[str, _File], own: Mapping[str, _File], findings: list[Finding]) -> _Catalogues:
    """Lay out the catalogues; what is wrong with the site's own is told, that the default's fit is for its tests to tell."""
    english = default[f"words/{ENGLISH}.yaml"]
    found: dict[str, Words] = {}
    for language, file in _of_languages(own):
        words, faults = _catalogue(file, english)
        found[language] = {**found.get(language, {}), **words}
        findings += faults
    return _Catalogues(english, dict(_of_languages(default)), found)


def _of_languages(files: Mapping[str, _File]) -> Iterator[tuple[str, _File]]:
    """Give the catalogues among a theme's files, each with its language."""
    for name, file in files.items():
        if re.fullmatch(r"words/[^/]+\.ya?ml", name):
            yield tidy_tag(posixpath.splitext(name.removeprefix("words/"))[0]), file


@lru_cache(maxsize=32)
def _catalogue(file: _File, english: _File | None) -> tuple[Words, tuple[Finding, ...]]:
    """Read a catalogue once, however many sites are made; `english` has the words whose places bound those of others."""
    known = _catalogue(english, None)[0] if english else {}
    words, findings = read_catalogue(file.path, file.data, known)
    return words, tuple(findings)
