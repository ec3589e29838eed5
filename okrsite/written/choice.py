"""One word of a short list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from okrsite.written.refusing import as_scalar, refused, shown

T = TypeVar("T")


def nearest(word: str, known: Iterable[str], *, like: float = 0.6) -> str | None:
    """Give the known word that is most like this one, None where none is; `like` is how much it must be, from 0 to 1."""
    plain = {each.lower().replace("-", "_"): each for each in known}
    found = get_close_matches(word.lower().replace("-", "_"), list(plain), 1, like)
    return plain[found[0]] if found else None


@dataclass(frozen=True, eq=False)
class OneOf:
    """Metadata for `Annotated[Literal[…], …]`: a word that is none of them is refused, with the nearest named."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        words: tuple[str, ...] = get_args(source)

        def check(value: object) -> str:
            return chosen(value, words)

        return core_schema.no_info_plain_validator_function(check)


def chosen(value: object, words: tuple[str, ...]) -> str:
    """Take one of the words, as it is written in the list; refuse all else."""
    written = as_scalar(value, f"one of {', '.join(words)}").strip()
    if written in words:
        return words[words.index(written)]
    near = nearest(written, words)
    raise refused(
        "wrong-type",
        f"{{key}} can’t be {shown(written)}; it is one of {', '.join(words)}.",
        f"Did you mean {near}?" if near else "Take the one that fits best, or leave it out.",
    )


Choice = Annotated[T, OneOf()]
