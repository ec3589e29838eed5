"""Lists of numbers as few characters: six bits each, read from the front.

A list of growing numbers below a known end is its length (Elias' gamma code of one more), then the gaps in Rice's code,
whose parameter follows from length and end. P. Elias, IEEE Trans. Inf. Theory 21 (1975); R. F. Rice, JPL 79-22 (1979).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

ALPHABET = "".join(chr(code) for code in range(0x23, 0x64) if chr(code) != "\\")
"""64 characters that a string of JavaScript holds as they are."""


def parameter(count: int, end: int) -> int:
    """Give how many low bits of each gap are written as they are: the mean gap's bits, less one.

    >>> parameter(3, 1000), parameter(900, 1000)
    (8, 0)
    """
    return max(0, (end // count).bit_length() - 1)


def bits_of(numbers: Sequence[int], end: int) -> str:
    """Write a growing list of numbers below `end` as binary digits."""
    if not numbers:
        return _gamma(1)
    low = parameter(len(numbers), end)
    gaps = [_rice(number - before - 1, low) for before, number in pairwise((-1, *numbers))]
    return _gamma(len(numbers) + 1) + "".join(gaps)


@lru_cache(maxsize=1 << 16)
def _rice(gap: int, low: int) -> str:
    return "1" * (gap >> low) + "0" + (f"{gap & ((1 << low) - 1):0{low}b}" if low else "")


def _gamma(number: int) -> str:
    digits = f"{number:b}"
    return "0" * (len(digits) - 1) + digits


def packed(bits: str) -> str:
    """Write binary digits as characters, six at a time, the last filled up with zeros.

    >>> packed("000000" "000001" "1")
    '#$C'
    """
    count = -(-len(bits) // 6)
    quads = -(-count // 4)
    data = int(bits.ljust(24 * quads, "0") or "0", 2).to_bytes(3 * quads, "big")
    return b64encode(data)[:count].decode().translate(_OURS)


_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_OURS = str.maketrans(_BASE64, ALPHABET)


def fronted(words: Sequence[str]) -> str:
    """Write sorted words: each as one character that says how many of the last one's it begins with, the rest, a space.

    >>> fronted(["find", "finder", "map"])
    "#find 'er #map "
    """
    written = []
    last = ""
    for word in words:
        same = _shared(last, word)
        written.append(f"{ALPHABET[same]}{word[same:]} ")
        last = word
    return "".join(written)


def _shared(one: str, other: str) -> int:
    """Count the characters that two words begin with alike; halves of a pair of surrogates count as one each, as in a browser."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same
