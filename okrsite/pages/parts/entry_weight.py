"""What an entry of what moved weighs on a page, so that long lists can be cut before they are drawn."""

from __future__ import annotations

from urllib.parse import quote

from okrsite.pages.ground import Voice
from okrsite.pages.parts.events import Event
from okrsite.prose import Prose

LONG = 1_800
"""From how many letters on only the beginning of a text is told."""
EXCERPT = 900
"""How many letters that beginning has."""
_FRAME = 560
_CHECKED = 120
_MOVE = 130


def weight(voice: Voice, event: Event, *, brief: bool = False) -> int:
    """Guess what an entry weighs in bytes."""
    total = _FRAME + _weight_of(event.text)
    if event.kind == "retrospective":
        return total
    link, moves = voice.once(_links_weigh, event.ref)
    if brief or event.kind != "check_in":
        return total + link
    check_in = voice.measured(event.ref).check_ins[event.at]
    read = sum([move for key_result, move in moves if key_result in check_in.readings])
    return total + link + _CHECKED + _weight_of(check_in.blocked) + _weight_of(check_in.next) + read


def _links_weigh(voice: Voice, ref: str) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Guess what the link to an objective weighs, and what it does to tell that one of its key results moved."""
    there, address = voice.measured(ref), len(quote(ref))
    titled = [(k.plan.id, len(quote(k.plan.id)) + len(k.plan.title.encode())) for k in there.key_results]
    moves = tuple((key_result, _MOVE + address + weight) for key_result, weight in titled)
    return address + len(there.plan.title.encode()), moves


def _weight_of(text: Prose | None) -> int:
    return 0 if text is None else len(text.html.encode()) if len(text.source) <= LONG else 4 * EXCERPT
