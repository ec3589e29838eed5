"""A theme as the rest of the program sees it: templates, assets and words, whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from okrsite.speech import ENGLISH, Speech, Words, tags_of


@dataclass(frozen=True, slots=True)
class Template:
    """A template: where it lies, for findings, and its text."""

    path: str
    source: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that browsers load: its name below `assets/`, with the digest of its bytes, and these."""

    published: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, whole: templates and assets by their plain names, words by language. Two with one digest are the same."""

    digest: str
    templates: Mapping[str, Template] = field(compare=False, repr=False)
    assets: Mapping[str, Asset] = field(compare=False, repr=False)
    words: Mapping[str, Words] = field(compare=False, repr=False)
    lists: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict, compare=False, repr=False)
    """The site's own word lists for checks that read language: language → purpose → phrases."""

    def speech(self, language: str) -> Speech:
        """Speak a language: its own words, those of the broader languages it belongs to, and English where all are silent."""
        english = self.words.get(ENGLISH, {})
        own = {key: said for tag in tags_of(language) for key, said in self.words.get(tag, {}).items()}
        return Speech(language, {**english, **own}, frozenset(english.keys() - own.keys()))

    def published(self) -> dict[str, str]:
        """Give each asset's published name by its plain one."""
        return {name: asset.published for name, asset in self.assets.items()}
