"""What a change does in one sentence: how much of what, and which teams' objectives it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from okrsite.plan.model import State
from okrsite.review.model import (
    AskOf,
    Became,
    Begun,
    Change,
    Changed,
    CheckInOf,
    Detail,
    Elsewhere,
    Hidden,
    KeyResultOf,
    Moved,
    NeedOf,
    Removed,
    Replied,
    SupportOf,
)
from okrsite.review.pen import Pen, counted, listed

_LABELS = {
    "begun": ("new objective", ""),
    "draft": ("new draft", ""),
    "proposed": ("new proposal", ""),
    "open": ("new objective that looks for a team", "new objectives that look for a team"),
    "became": ("in another state", "in another state"),
    "closed": ("closed", "closed"),
    "dropped": ("dropped on purpose", "dropped on purpose"),
    "paused": ("paused", "paused"),
    "removed": ("taken out", "taken out"),
    "hidden": ("made private", "made private"),
    "moved": ("moved", "moved"),
    "figure": ("start, target or bound moved", "starts, targets or bounds moved"),
    "key_result": ("key result new or gone", "key results new or gone"),
    "support": ("change in what is supported", "changes in what is supported"),
    "need": ("change in what is needed of others", "changes in what is needed of others"),
    "check_in": ("check-in", ""),
    "ask": ("ask", ""),
    "answer": ("ask answered", "asks answered"),
    "reply": ("reply", "replies"),
    "words": ("objective worded otherwise", "objectives worded otherwise"),
}
_MOST_TEAMS = 8


def summed(pen: Pen, changes: Sequence[Change]) -> str:
    """Say in a sentence how much of what there is, and in another which teams' objectives it is about."""
    counts = Counter(kind for change in changes for kind in _kinds(change))
    counts["hidden"] = sum(change.count for change in changes if isinstance(change, Hidden))
    said = [counted(counts[kind], *labels) for kind, labels in _LABELS.items() if counts[kind]]
    said += ["and more beside objectives"] if said and any(isinstance(change, Elsewhere) for change in changes) else []
    if not said:
        return "No objective changes." if changes else ""
    teams = sorted(_teams(pen, changes), key=str.casefold)
    whose = f" It is about objectives of {listed(teams, _MOST_TEAMS)}." if teams else ""
    return f"{', '.join(said)}.{whose}"


def _teams(pen: Pen, changes: Iterable[Change]) -> set[str]:
    found = set()
    for change in changes:
        if isinstance(change, Removed):
            found.add(pen.then.team(change.objective.plan.team))
        elif isinstance(change, Begun):
            found.add(pen.now.team(change.objective.plan.team))
        elif isinstance(change, Changed):
            found.add(pen.now.team(change.after.plan.team))
    return found


def _kinds(change: Change) -> Iterator[str]:
    """Give what a change counts as; what an objective has several of counts each time."""
    if isinstance(change, Removed):
        yield "removed"
    elif isinstance(change, Begun):
        yield _begun(change.objective.state)
        yield from _talk(change.details)
    elif isinstance(change, Changed):
        kinds = [kind for detail in change.details for kind in _of(detail)]
        yield from kinds or ["words"]


def _begun(state: State) -> str:
    return state if state in ("draft", "proposed", "open") else "begun"


def _talk(details: Iterable[Detail]) -> Iterator[str]:
    return (kind for detail in details for kind in _of(detail))


def _of(detail: Detail) -> Iterator[str]:
    match detail:
        case Became(after=state):
            yield state if state in ("closed", "dropped", "paused") else "became"
        case Moved():
            yield "moved"
        case KeyResultOf(before=before, after=after):
            if before is None or after is None:
                yield "key_result"
            yield from ("figure" for _ in detail.figures)
        case SupportOf():
            yield "support"
        case NeedOf():
            yield "need"
        case CheckInOf(before=None):
            yield "check_in"
        case AskOf(before=None):
            yield "ask"
        case Replied(reply=reply, ask=ask):
            yield "answer" if ask and reply.answers else "reply"
        case _:
            return
