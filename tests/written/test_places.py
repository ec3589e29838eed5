"""Where things stand is the same for both readers."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from okrsite.written import Places
from okrsite.written.events import in_c, in_python
from okrsite.written.places import Spot, survey_of
from okrsite.written.reading import read

_PIECES = st.lists(
    st.sampled_from(
        [
            "a: 1\n",
            "b: 'x''y'\n",
            'c: "x\\ty"\n',
            "d: >\n  two\n  lines\n\n",
            "e: |-\n  x\n",
            "f: [1, {g: 2}, []]\n",
            "h:\n",
            "i: {j: k,\n  l: [m]}\n",
            "n:\n  - o\n  - p: q\n    r:\n",
            "s:\n- t\n- u: é😀\n",
            "? v\n: w\n",
            '"x y": z # c\n',
            "\n",
            "# c\n",
            "α: plain text\n  that goes on\n",
            "k: \u2028x\n",
        ]
    ),
    max_size=8,
)


def places(spot: Spot | None) -> Any:
    if spot is None:
        return None
    under = {key: places(each) for key, each in (spot.under or {}).items()}
    return spot.start, spot.stop if spot.text else None, spot.text, places(spot.key), under


@settings(max_examples=400, deadline=None)
@given(_PIECES)
def test_both_readers_find_everything_at_the_same_place(pieces: list[str]) -> None:
    text = "".join(dict.fromkeys(pieces))
    if read(text).node is not None:
        assert places(survey_of(text, in_c(text))) == places(survey_of(text, in_python(text)))


def test_a_place_counts_characters_not_bytes() -> None:
    span = Places("x.yaml", "é😀: [ö, wort]\n").span(("é😀", 1))
    assert (span.line, span.column, span.length) == (1, 9, 4)


def test_a_longer_text_is_underlined_on_its_first_line() -> None:
    span = Places("x.yaml", "a: one\n  two\nb: >\n  three\n").span(("a",))
    assert (span.line, span.column, span.length) == (1, 4, 3)


def test_a_file_of_nothing_has_a_beginning() -> None:
    span = Places("x.yaml", "").span(("a", "b"))
    assert (span.line, span.column, span.length, span.excerpt) == (1, 1, 1, "")
