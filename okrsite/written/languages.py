"""How languages write numbers: which mark parts whole from fraction, and which groups thousands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Marks:
    """The mark before the fraction, the marks that group thousands (any one of them), and a number written so."""

    point: str
    groups: str
    example: str


_SPACES = " \u00a0\u202f\u2009"
_APOSTROPHES = "’'"
ENGLISH = Marks(".", ",", "1,204.5")
CONTINENTAL = Marks(",", ".", "1.204,5")
SPACED = Marks(",", _SPACES, "1 204,5")
SWISS = Marks(".", _APOSTROPHES, "1’204.5")

_CONTINENTAL = "az bs ca da de el es eu fo fy gl hr id is it kl lb mk ms-bn nds nl pt ro sl sr tr vi"
_SPACED = "af be bg br cs cy-fr en-za et fi fr hu hy ka kk ky lt lv nb nn no oc pl pt-pt ru se sk sq sv tk uk uz"
_SWISS = "de-ch de-li en-ch it-ch gsw rm"
_ENGLISH = "es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us"

_BY_LANGUAGE = {
    **dict.fromkeys(_CONTINENTAL.split(), CONTINENTAL),
    **dict.fromkeys(_SPACED.split(), SPACED),
    **dict.fromkeys(_SWISS.split(), SWISS),
    **dict.fromkeys(_ENGLISH.split(), ENGLISH),
}


@lru_cache
def marks_of(language: str) -> Marks:
    """Give the marks of a language tag (`de`, `de-CH`, `pt_PT`): its own, else those of its language, else English ones.

    After the number patterns of Unicode's CLDR.
    """
    parts = language.lower().replace("_", "-").split("-")
    tag = "-".join([parts[0], *(part for part in parts[1:] if len(part) == 2)])  # noqa: PLR2004 - a region has two letters
    return _BY_LANGUAGE.get(tag) or _BY_LANGUAGE.get(parts[0]) or ENGLISH
