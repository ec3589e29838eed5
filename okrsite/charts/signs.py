"""The signs by which groups are told apart in one drawing: by their shape first, by their colour besides."""

from __future__ import annotations

SIGNS = 6
"""So many groups can be told apart at a glance; beyond that each needs a row of its own."""

_SHAPES = (
    ("s0", '<circle class="s0" r="6"/>'),
    ("s1", '<path class="s1" d="M-5-5H5V5H-5z"/>'),
    ("s2", '<path class="s2" d="M0-6.5 6.5 5.5H-6.5z"/>'),
    ("s1", '<path class="s1" d="M0-7 7 0 0 7-7 0z"/>'),
    ("s2", '<path class="s2" d="M-5-5H5V5H-5z"/>'),
    ("s1", '<path class="s1" d="M0 6.5 6.5-5.5H-6.5z"/>'),
)
_PLAIN = ("s1", '<circle class="s1" r="5"/>')


def shape(number: int) -> str:
    """Draw the sign of a group around the point 0, 0; groups beyond `SIGNS` share a plain ring."""
    return _of(number)[1]


def style(number: int) -> str:
    """Name the style class of a group's lines and bars."""
    return _of(number)[0]


def sign(number: int) -> str:
    """Draw the sign of a group as an icon within words."""
    return f'<svg class="g" viewBox="-8 -8 16 16" aria-hidden="true">{shape(number)}</svg>'


def _of(number: int) -> tuple[str, str]:
    return _SHAPES[number] if number < SIGNS else _PLAIN
