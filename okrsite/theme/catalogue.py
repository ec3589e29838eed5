"""A catalogue of interface words: YAML of key → text, or key → plural form → text."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from okrsite.diagnostics import Finding, Span, error
from okrsite.speech import Words
from okrsite.written.decoding import decoded
from okrsite.written.reading import read
from okrsite.written.tree import Keyed, Node, Scalar

_FORMS = ("zero", "one", "two", "few", "many", "other")
_COUNTED = {"n", "count", "Count"}


def read_catalogue(path: str, data: bytes, known: Words) -> tuple[Words, list[Finding]]:
    """Read a catalogue; `known` are the words of the default theme, whose `{places}` bound those that others may use.

    What cannot be said is a finding, and left out: the word in the catalogue behind it is used then.
    """
    text = decoded(path, data)
    if isinstance(text, Finding):
        return {}, [text]
    reading = read(text)
    if reading.node is None:
        return {}, [snag.at(path, text) for snag in reading.snags]
    if not isinstance(reading.node, Keyed):
        return {}, [_refused(path, text, 1, "This file of words is no list of keys and texts.")]
    words: dict[str, str | dict[str, str]] = {}
    findings = []
    for key, node in reading.node.items():
        said = _said(node)
        fault = "This is neither a text nor its plural forms." if said is None else _misfit(said, known.get(key))
        if fault:
            findings.append(_refused(path, text, getattr(node, "line", 1), f"“{key}” can’t be said so: {fault}"))
        elif said is not None:
            words[key] = said
    return words, findings


def _said(node: Node) -> str | dict[str, str] | None:
    """Take a text, or plural forms of which `other` is one; None for all else."""
    if isinstance(node, Scalar):
        return str(node)
    if isinstance(node, Keyed) and "other" in node and all(form in _FORMS for form in node):
        forms = {form: str(text) for form, text in node.items() if isinstance(text, Scalar)}
        return forms if len(forms) == len(node) else None
    return None


def _misfit(said: str | Mapping[str, str], known: str | Mapping[str, str] | None) -> str:
    """Say what is wrong with the `{places}` of a word; empty when nothing is."""
    try:
        places = _places(said)
        allowed = places if known is None else _places(known) | _COUNTED
    except ValueError:
        return "a brace is open or closed alone; write {{ for a brace."
    strange = sorted(place for place in places if place not in allowed or not place.isidentifier())
    return f"there is no place {{{strange[0]}}} in it." if strange else ""


def _places(said: str | Mapping[str, str]) -> set[str]:
    texts = [said] if isinstance(said, str) else said.values()
    pieces = (piece for text in texts for piece in Formatter().parse(text))
    return {_place(*piece[1:]) for piece in pieces if piece[1] is not None}


def _place(name: str | None, form: str | None, conversion: str | None) -> str:
    """Give a place as it is written, with what may stand behind its name; only a name alone can be filled in."""
    return f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}"


def _refused(path: str, text: str, line: int, message: str) -> Finding:
    lines = text.split("\n")
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    span = Span(path, line, 1, max(1, len(excerpt)), excerpt)
    return error("template", span, message, "Write it as in themes/default/words/en.yaml.")
