"""A theme's templates, assets and words: a site's own `themes/<name>/`, file by file over the default one."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from okrsite.catalogue import read_catalogue
from okrsite.diagnostics import Finding, Span, error
from okrsite.speech import Speech, Words

DEFAULT = "default"
ENGLISH = "en"
_DIGEST = 10
_PLAIN_NAMES = (".txt", ".md")
_URL = re.compile(r"""url\(\s*(["']?)([^"')?#]+)([^"')]*)\1\s*\)""")
_LARGEST = 8 << 20


@dataclass(frozen=True, slots=True)
class Template:
    """A template: where it lies, for findings, and its text."""

    path: str
    source: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that browsers load: its bytes, and its name below `assets/` with the digest of them."""

    published: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, whole: templates and assets by their plain names, words by language. Two with one digest are the same."""

    digest: str
    templates: Mapping[str, Template] = field(compare=False, repr=False)
    assets: Mapping[str, Asset] = field(compare=False, repr=False)
    words: Mapping[str, Words] = field(compare=False, repr=False)

    def speech(self, language: str) -> Speech:
        """Speak a language: its own words, those of its base language, and English where both are silent."""
        tags = (ENGLISH, language.partition("-")[0], language)
        return Speech(language, {key: said for tag in tags for key, said in self.words.get(tag, {}).items()})

    def published(self) -> dict[str, str]:
        """Give each asset's published name by its plain one."""
        return {name: asset.published for name, asset in self.assets.items()}


def default_folder() -> Path:
    """Find the default theme: beside the package in a checkout, inside it where it was installed."""
    package = Path(__file__).resolve().parent
    places = (package.parent / "themes" / DEFAULT, package / "themes" / DEFAULT)
    return next((place for place in places if (place / "templates").is_dir()), places[-1])


def find_theme(root: Path, name: str) -> tuple[Theme, list[Finding]]:
    """Read the theme that a site names: the default one, with the site's own `themes/<name>/` over it.

    What cannot be used (no such folder, a file that is not text, words that do not fit) is a finding, and the default's
    stands in its place.
    """
    findings: list[Finding] = []
    files = {name: (f"themes/{DEFAULT}/{name}", data) for name, data in _files(default_folder(), findings, "")}
    own = root / "themes" / name
    if re.fullmatch(r"[^/\\.][^/\\]*", name) and own.is_dir():
        files |= {
            inside: (f"themes/{name}/{inside}", data) for inside, data in _files(own, findings, f"themes/{name}/")
        }
    elif name != DEFAULT:
        place = Span("okrsite.yaml")
        findings.append(
            error(
                "ref-broken",
                place,
                f"There is no theme “{name}”.",
                f"Make the folder themes/{name}/, or leave `theme` out.",
            )
        )
    return _theme(files, findings), findings


def _files(folder: Path, findings: list[Finding], shown: str) -> Iterator[tuple[str, bytes]]:
    """Read the files below a folder, by their path in it; what leads out of it, or is no plain file, is a finding."""
    home = folder.resolve()
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).as_posix()
        if any(part.startswith((".", "_", "#")) or part.endswith("~") for part in inside.split("/")) or path.is_dir():
            continue
        if not path.resolve().is_relative_to(home):
            findings.append(
                error(
                    "unsafe-path",
                    Span(shown + inside),
                    "This link leads out of the theme.",
                    "Put the file itself here.",
                )
            )
        elif not path.is_file() or path.stat().st_size > _LARGEST:
            findings.append(
                error(
                    "unreadable",
                    Span(shown + inside),
                    "This is no file that a theme can hold.",
                    "Themes hold plain files of up to 8 MB.",
                )
            )
        else:
            yield inside, path.read_bytes()


def _theme(files: Mapping[str, tuple[str, bytes]], findings: list[Finding]) -> Theme:
    """Sort a theme's files by what they are for."""
    digest = hashlib.sha256()
    for name, (_, data) in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return Theme(digest.hexdigest(), _templates(files, findings), _assets(files), _words(files, findings))


def _templates(files: Mapping[str, tuple[str, bytes]], findings: list[Finding]) -> dict[str, Template]:
    """Take the templates; each of the default's can also be had as `default/<name>`, to be extended."""
    found = {}
    for name, (path, data) in files.items():
        if name.startswith("templates/"):
            text = _text(path, data, findings)
            if text is not None:
                found[name.removeprefix("templates/")] = Template(path, text)
    for own in sorted((default_folder() / "templates").glob("*.html")):
        found[f"{DEFAULT}/{own.name}"] = Template(f"themes/{DEFAULT}/templates/{own.name}", own.read_text("utf-8"))
    return found


def _text(path: str, data: bytes, findings: list[Finding]) -> str | None:
    """Read a file as text; None, and a finding, where it is none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        findings.append(error("template", Span(path), "This template is not UTF-8.", "Save it as UTF-8."))
        return None


def _assets(files: Mapping[str, tuple[str, bytes]]) -> dict[str, Asset]:
    """Take the assets and give each its published name; style sheets come last, since they name the others."""
    raw = {name.removeprefix("assets/"): data for name, (_, data) in files.items() if name.startswith("assets/")}
    assets: dict[str, Asset] = {}
    for name in sorted(raw, key=lambda name: (name.endswith(".css"), name)):
        data = _with_links(name, raw[name], assets) if name.endswith(".css") else raw[name]
        assets[name] = Asset(_published(name, data), data)
    return dict(sorted(assets.items()))


def _published(name: str, data: bytes) -> str:
    """Put the digest of an asset's bytes into its name; licences keep theirs."""
    stem, suffix = posixpath.splitext(name)
    return name if suffix in _PLAIN_NAMES else f"{stem}.{hashlib.sha256(data).hexdigest()[:_DIGEST]}{suffix}"


def _with_links(name: str, data: bytes, assets: Mapping[str, Asset]) -> bytes:
    """Write the published names into a style sheet's `url(…)`; what is no asset of the theme stays as it is."""

    def follow(match: re.Match[str]) -> str:
        there = assets.get(posixpath.normpath(posixpath.join(posixpath.dirname(name), match[2])))
        if there is None:
            return match[0]
        return (
            f"url({match[1]}{posixpath.relpath(there.published, posixpath.dirname(name) or '.')}{match[3]}{match[1]})"
        )

    return _URL.sub(follow, data.decode("utf-8", "replace")).encode()


def _words(files: Mapping[str, tuple[str, bytes]], findings: list[Finding]) -> dict[str, Words]:
    """Read the catalogues: the default theme's, and over them, key by key, the site's own."""
    found: dict[str, Words] = {}
    english = default_folder() / "words" / f"{ENGLISH}.yaml"
    known, _ = read_catalogue(f"themes/{DEFAULT}/words/{ENGLISH}.yaml", english.read_bytes(), None)
    for path in sorted((default_folder() / "words").glob("*.yaml")):
        words, faults = read_catalogue(f"themes/{DEFAULT}/words/{path.name}", path.read_bytes(), known)
        found[path.stem] = words
        findings += faults
    for name, (path_shown, data) in files.items():
        if name.startswith("words/") and not path_shown.startswith(f"themes/{DEFAULT}/"):
            words, faults = read_catalogue(path_shown, data, known)
            language = posixpath.splitext(name.removeprefix("words/"))[0]
            found[language] = {**found.get(language, {}), **words}
            findings += faults
    return found
