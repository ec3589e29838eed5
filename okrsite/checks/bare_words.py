"""Texts as they are compared where only their letters and digits count, in any script."""

from __future__ import annotations

from unicodedata import normalize

from okrsite.prose import Prose, plain

_SOMETHING = "x"


def bare_words(text: str) -> str:
    """Give the letters and digits of a text, without regard to case, marks over letters, width, punctuation and blanks.

    >>> bare_words("Café ２４/7!") == bare_words("cafe 24 7")
    True
    """
    return "".join(character for character in normalize("NFKD", text).casefold() if character.isalnum())


def says_nothing(prose: Prose | None) -> bool:
    """Tell whether a text is missing, or holds neither letter nor digit: `…` and `?` keep a place and say nothing."""
    if prose is None:
        return True
    return not prose.html[:1].isalnum() and not bare_words(plain(prose, nowhere=_SOMETHING))
