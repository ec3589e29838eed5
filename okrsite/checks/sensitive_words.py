import re
from collections.abc import Iterator

from okrsite.checks.case import Case
from okrsite.checks.reading import Hit, Tongue, keys_in, reader_of
from okrsite.checks.reading.written_words import Words, words_in
from okrsite.checks.rule import Example, Rule, opinion
from okrsite.diagnostics import Finding, Level

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|[。！？；]|\n\s*\n|\n(?=[#|*-])|\s\|\s")
_SAID = {
    "pay": (
        "ties goals to pay",
        "Take it out: when a score buys pay, people stop aiming high and stop telling the truth to the number.",
    ),
    "rank": (
        "ranks or grades people",
        "Say what the work was good for instead: a place in a list makes colleagues into rivals.",
    ),
    "private": (
        "is private about a person, and everyone here reads it",
        "Take it out; that somebody is away, or how to reach them at work, may stay.",
    ),
}
_OF_PERSONS = "private_of_persons"
_SHORTEST_NAME = 3


def _look(case: Case) -> Iterator[Finding]:
    reader = reader_of(case)
    names = _names(case)
    for words in words_in(case):
        tongue = reader.tongue_of(words.text)
        found = _found(words, tongue, names) if tongue else None
        if found:
            what, hit = found
            sentence, way_out = _SAID[what]
            said = f"“{' '.join(hit.words.split())}” {sentence}."
            span = words.span(hit.words, hit.start)
            yield opinion("sensitive-words", span, said, way_out, objective=words.objective, team=words.team)


def _names(case: Case) -> frozenset[str]:
    """Give the names of the people of the site, and the parts of these."""
    whole = {person.name for person in case.site.people.values()}
    return frozenset(part for name in whole for part in (name, *name.split()) if _is_name(part))


def _is_name(part: str) -> bool:
    return part[:1].isupper() and len(part) >= _SHORTEST_NAME if part.isascii() or part[:1].isupper() else True


def _found(words: Words, tongue: Tongue, names: frozenset[str]) -> tuple[str, Hit] | None:
    """Find what of a text had better not stand there."""
    if tongue.keys(*_SAID, _OF_PERSONS).isdisjoint(keys_in(words.text)):
        return None
    for what in _SAID:
        for hit in tongue.phrases(what).in_order(words.text):
            if _is_meant(words, hit, tongue):
                return what, hit
    for hit in tongue.phrases(_OF_PERSONS).in_order(words.text):
        sentence = _sentence(words.text, hit)
        person = words.of_person or tongue.phrases("persons").find(sentence) or _names_one(sentence, names, tongue)
        if person and _is_meant(words, hit, tongue):
            return "private", hit
    return None


def _names_one(sentence: str, names: frozenset[str], tongue: Tongue) -> bool:
    if tongue.language == "zh":
        return any(name in sentence for name in names)
    return not names.isdisjoint(re.findall(r"\w+", sentence))


def _is_meant(words: Words, hit: Hit, tongue: Tongue) -> bool:
    """Tell whether nothing in the sentence, or in what leads to it, denies what was found or tells of something ordinary."""
    first = words.text.lstrip().split("\n", 1)[0]
    lead = f"{words.lead} {first if first.startswith('#') or first.rstrip().endswith((':', '：')) else ''}"
    sentence = _sentence(words.text, hit)
    denials = tongue.phrases("denials")
    itself = denials.find(hit.words)
    rest = sentence.replace(hit.words, " ", 1) if itself and itself.start == 0 else sentence
    return not (tongue.phrases("ordinary").find(sentence) or denials.find(rest) or denials.find(lead))


def _sentence(text: str, hit: Hit) -> str:
    """Give the sentence that something stands in."""
    starts = [0, *(end.end() for end in _SENTENCE.finditer(text) if end.end() <= hit.start)]
    stops = [end.start() for end in _SENTENCE.finditer(text) if end.start() >= hit.stop]
    return text[starts[-1] : (stops or [len(text)])[0]]


RULE = Rule(
    id="sensitive-words",
    level=Level.WARNING,
    finds="a title, tag, heading or text that ties goals to pay, ranks or grades people, or holds a person's private telephone, address, birthday or health",
    why="Once goals decide on money or rank, people set them low and hide what goes wrong. And what is private about somebody has no place on pages that everyone reads. Words about pay itself are welcome: an objective may be about fair pay.",
    help="Take it out.",
    drawn_from="strong application of results",
    look=_look,
    languages=("de", "en", "es", "fr", "zh"),
    found=Example(
        {
            "content/okrs/2026-Q1/wards/walk.md": """\
---
title: Everyone walks again before going home
why: The ⟦bonus depends on this goal⟧.
---
""",
            "content/pages/how.md": """\
---
title: How we work
---
Each quarter the ⟦top performers⟧ are named.
""",
        }
    ),
    fine=Example(
        {
            "content/okrs/2026-Q1/people/fair-pay.md": """\
---
title: People who do the same work get the same pay
why: Scores never decide on anybody's bonus. Here nobody is ranked.
---
""",
        }
    ),
)
