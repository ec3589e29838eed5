"""Word lists: one YAML file a language, of keys and phrases. The package has some, a site may bring its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from okrsite.checks.reading.phrases import faults_of
from okrsite.diagnostics import Finding, Span, error
from okrsite.written.choice import nearest
from okrsite.written.decoding import decoded
from okrsite.written.reading import read
from okrsite.written.tree import Keyed, Listed, Node, Scalar

WordList = Mapping[str, tuple[str, ...]]
"""The phrases of a language by what they are for."""

LANGUAGES = ("de", "en", "es", "fr", "zh")
"""The languages that the package has whole lists for; of some others it knows the small words, and leaves them alone."""

KEYS: Mapping[str, str] = {
    "signs": "small words that tell the language from others",
    "tasks": "what a task begins with: verbs of doing",
    "tasks_or_things": "verbs of doing that are names of things too: a build",
    "things": "what follows such a word where it is one: build times; whom a verb is about, in Chinese",
    "measures": "what ends a title, in Chinese, where it names a measure",
    "tasks_before_articles": "verbs of doing that are names of things more often: a release",
    "articles": "what follows such a word where it is a verb: release the, release a",
    "tasks_at_the_end": "verbs that a task ends with, where the language puts them there",
    "no_tasks": "beginnings of titles that look like a task and are none",
    "no_tasks_within": "words of a title that make it a sentence about what is so",
    "purposes": "words after which a title says what a task is for",
    "numbers": "numbers in words",
    "names": "words before a figure that make it a name: room 12",
    "months": "the months, beside which a figure is a day",
    "volume": "what people could reach by doing more of it, and worse",
    "speed": "what they could reach by hurrying",
    "cost": "what they could reach by leaving out what is needed",
    "harmless": "what looks like one of these three, and harms nobody",
    "pay": "ties of goals to pay",
    "rank": "ranks and grades of people",
    "private": "what is private about a person, whoever it is",
    "private_of_persons": "what is private where a person is meant",
    "persons": "words that mean a person of the organisation",
    "ordinary": "what looks like one of these, and isn’t",
    "denials": "words of a sentence that deny it: never, nobody",
}
"""What a list may hold, and what for."""

_LARGEST = 5000
_FOLDER = Path(__file__).parents[1] / "lists"


@cache
def package_lists() -> Mapping[str, WordList]:
    """Read the package's own lists, by language. That they fit is for its tests to tell."""
    return {path.stem: _phrases(read(path.read_text("utf-8")).node) for path in sorted(_FOLDER.glob("*.yaml"))}


def read_list(path: str, data: bytes) -> tuple[WordList, Finding | None]:
    """Read a word list: a mapping of the keys of `KEYS` to lists of phrases.

    What cannot be read, or holds anything else, is one finding, and nothing of the file is used.
    """
    text = decoded(path, data)
    if isinstance(text, Finding):
        return {}, replace(text, rule="template")
    reading = read(text)
    if reading.node is None:
        return {}, next((replace(snag.at(path, text), rule="template") for snag in reading.snags), None)
    fault = next(_faults(reading.node), None)
    if fault:
        return {}, _refused(path, text, *fault)
    return _phrases(reading.node), None


def _phrases(node: Node | None) -> WordList:
    return {key: tuple(map(str, listed)) for key, listed in _entries(node) if isinstance(listed, Listed)}


def _entries(node: Node | None) -> Iterator[tuple[str, Node]]:
    return iter(node.items()) if isinstance(node, Keyed) else iter(())


def _faults(node: Node) -> Iterator[tuple[int, str, str]]:
    """Find what is wrong with a list: the line, what, and the way out."""
    if not isinstance(node, Keyed):
        yield 1, "This word list is no list of keys.", "Begin lines with a key: `tasks: [launch, write]`."
    for key, value in _entries(node):
        line = getattr(value, "line", 1)
        if key not in KEYS:
            near = nearest(key, KEYS)
            help_line = f"Did you mean {near}?" if near else f"It may hold {', '.join(KEYS)}."
            yield line, f"A word list has no key “{key}”.", help_line
        elif not isinstance(value, Listed) or not all(isinstance(each, Scalar) for each in value):
            yield line, f"“{key}” is no list of words.", f"Write them in brackets: `{key}: [one, another]`."
        elif len(value) > _LARGEST:
            yield line, f"“{key}” holds more than {_LARGEST:,} words.", "Leave out the rare ones."
        else:
            yield from _strange(key, value)


def _strange(key: str, phrases: Listed) -> Iterator[tuple[int, str, str]]:
    for phrase in phrases:
        fault = faults_of(str(phrase)) if str(phrase).strip() else "it is blank."
        if fault:
            line = getattr(phrase, "line", phrases.line)
            yield (
                line,
                f"“{phrase}” under “{key}” can’t be looked for: {fault}",
                "Write it in other words, or leave it out.",
            )


def _refused(path: str, text: str, line: int, message: str, help_line: str) -> Finding:
    lines = text.split("\n")
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    return error("template", Span(path, line, 1, max(1, len(excerpt)), excerpt), message, help_line)
