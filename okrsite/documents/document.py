"""A file of the site as it was read: its record, the text below, what is wrong with it, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.diagnostics import Finding, Span
from okrsite.keeping import kept
from okrsite.prose import Prose
from okrsite.sources import Source
from okrsite.written import Path, Places, Record


@kept
@dataclass(frozen=True, slots=True)
class Document:
    """A source, read.

    `record` is None where nothing could be made of it: the document is `damaged` then, and still has its name. `body`
    is the text below the front matter, None where there is none. `findings` are what is wrong with the file by itself.
    `text` is all of it, with line feeds; `text[yaml_start:yaml_stop]` is its YAML, `text[body_start:]` the text below.
    """

    source: Source
    record: Record | None = None
    body: Prose | None = None
    findings: tuple[Finding, ...] = ()
    text: str = ""
    yaml_start: int = 0
    yaml_stop: int = 0
    body_start: int = 0

    @property
    def damaged(self) -> bool:
        """Whether nothing could be made of what the file says."""
        return self.record is None

    @property
    def start(self) -> Span:
        """The beginning of the file."""
        return Span(self.source.path, excerpt=self.text.split("\n", 1)[0])

    @property
    def places(self) -> Places:
        """Where everything stands in its YAML."""
        return Places(self.source.path, self.text, self.yaml_start, self.yaml_stop)

    def span(self, keys: Path, needle: str | None = None, nth: int = 0) -> Span:
        """Find the place of a value by its keys from the top of the file; `KEY` at their end means the key itself.

        `needle` finds a text within the value as it is written, the `nth` from 0. Where the keys lead to nothing it is
        the place of the last thing that they name.
        """
        if self.yaml_start == self.yaml_stop:
            return self.start
        return self.places.span(keys, needle, nth)

    def body_span(self, line: int, column: int, length: int = 1) -> Span:
        """Find a place in the text below the front matter, by its line and column there, from 1."""
        return self.places.on_line(self.places.line_of(self.body_start) - 1 + line, column, length)
