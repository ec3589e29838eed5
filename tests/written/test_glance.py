"""The cheap look finds a place where the full look finds it, or says nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from okrsite.written import KEY, Path, Places
from okrsite.written.glance import glance
from okrsite.written.places import Spot, spots
from okrsite.written.reading import read

_LINES = st.sampled_from(
    [
        *("a: 1", "b: text that", "goes on", 'c: "x"', "d: 'x''y'", "e: [1, {g: 2}, 'z']", 'f: {h: i, j: "k"}', "l:"),
        *("- m", "- n: o", "- p:", "- {q: r}", "- - s", "- 't'", "-", "# c", "", "u: >", "v: |-", "w: [x,", "y]"),
        *(
            'z: "1',
            '2"',
            "aa: '3",
            "4'",
            "bb: don't [",
            "cc: a: b",
            "dd: x # y",
            "? ee",
            ": ff",
            '"gg": hh',
            "2026-01-01: 5",
        ),
        *(
            "- ii: {jj: [kk, {ll: mm}]}",
            "nn: {oo: don't, pp: won't}",
            "qq: -5",
            "rr: - 5",
            "ss: 12:30",
            "tt: a#b",
            "é: ü",
        ),
        *(
            "uu: [a: 'b, c]",
            "vv: 'w' x",
            "xx: >-",
            "yy: |2",
            "- zz: 1",
            "k: \u2028x",
            "k: x\u2028a: 1",
            "> x",
            "| y",
            "---",
        ),
    ]
)
_TEXTS = st.lists(st.tuples(st.integers(0, 3), _LINES), max_size=9).map(
    lambda lines: "".join(f"{'  ' * indent}{line}\n" for indent, line in lines)
)
_LETTERS = st.text(alphabet="ab:-#'\"[]{},|> \n\n", max_size=40)


def paths(spot: Spot | None, at: Path = ()) -> Iterator[Path]:
    """Every path of a text, each also with its key, and one that leads on to nothing."""
    yield from (at, (*at, KEY), (*at, "nothing"), (*at, 0), (*at, "nothing", KEY))
    for key, below in (spot.under or {}).items() if spot else ():
        yield from paths(below, (*at, key))


def differing(text: str) -> list[Path]:
    """The paths whose place the cheap look finds elsewhere than the full one."""
    everywhere = Places("x.yaml", f"...{text}", 3)
    found = [(path, glance(text, path)) for path in paths(spots(text, 0, None)[1])]
    return [
        path for path, place in found if place and everywhere.at(3 + place[0], place[1]) != everywhere.full_span(path)
    ]


@settings(max_examples=1000, deadline=None)
@given(_TEXTS | _LETTERS, st.sampled_from(["a", "x", "b", "goes on", "don't [", "1", "o", ":"]), st.integers(0, 1))
def test_words_within_a_value_are_found_where_the_full_look_finds_them(text: str, needle: str, nth: int) -> None:
    reading = read(text)
    assume(reading.node is not None and not reading.snags)
    places = Places("x.yaml", f"...{text}", 3)
    for path in paths(spots(text, 0, None)[1]):
        assert places.span(path, needle, nth) == places.full_span(path, needle, nth)


@settings(max_examples=1000, deadline=None)
@given(_TEXTS | _LETTERS)
def test_it_finds_what_the_full_look_finds_or_nothing(text: str) -> None:
    reading = read(text)
    assume(reading.node is not None and not reading.snags)
    assert differing(text) == []


OBJECTIVE = """\
title: People go home able to do what they could before
why: >
  We were taught to keep people safe in bed.
  Bed is not safe, "really".
owner: esther-mbeki
tags: [recovery, "home"]
supports:
  - to: strong-at-home
    because: Strength lost in bed is the most common harm we do,
      and it isn't seen.
  - mission
key_results:
- title: Patients out of bed
  start: 34
  readings: {2026-01-09: 36, 2026-01-23: {value: 44, confidence: 7}}
- title: 'Falls'
  at_most: 6.4
allow:
  # decided in May
  no-counter: We look at falls.
contact:
"""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("title",), "People go home able to do what they could before"),
        (("title", KEY), "title"),
        (("why",), ">"),
        (("why", KEY), "why"),
        (("tags",), "["),
        (("supports",), "to"),
        (("supports", 0, "to"), "strong-at-home"),
        (("supports", 0, "because"), "Strength lost in bed is the most common harm we do,"),
        (("supports", 1), "mission"),
        (("supports", 1, "to"), "mission"),
        (("key_results", 0), "title"),
        (("key_results", 1, "title"), "'Falls'"),
        (("key_results", 1, "at_most", KEY), "at_most"),
        (("allow", "no-counter", KEY), "no-counter"),
        (("contact",), "contact"),
    ],
)
def test_what_people_mostly_write_is_found(path: Path, words: str) -> None:
    place = glance(OBJECTIVE, path)
    assert place
    assert OBJECTIVE[place[0] : place[0] + place[1]] == words


@pytest.mark.parametrize("path", [("nothing",), ("tags", 0), ("key_results", 0, "readings", 0), ("supports", 7)])
def test_the_rest_is_left_to_the_full_look(path: Path) -> None:
    assert glance(OBJECTIVE, path) is None
    assert Places("x.yaml", OBJECTIVE).span(path) == Places("x.yaml", OBJECTIVE).full_span(path)


@pytest.mark.parametrize("text", ['a: "b\nc: d"\n', "a: [b,\nc: d]\n", "a: 'b\n\nc: d'\n", "a: {b: 'c\nc: d'}\n"])
def test_what_looks_like_a_key_within_a_text_is_none(text: str) -> None:
    assert glance(text, ("c",)) is None
