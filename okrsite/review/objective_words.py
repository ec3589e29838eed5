"""The words for what became of one objective, but for its key results and what its team tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from okrsite.measure.model import MeasuredObjective, NeedShown, Upward
from okrsite.pages.ground import Sheet
from okrsite.pages.parts.marks import outcome_mark
from okrsite.plan.model import Ending, KeyResult, State
from okrsite.prose import Prose
from okrsite.review.inert import code
from okrsite.review.key_result_words import aimed
from okrsite.review.model import (
    Allowed,
    Became,
    Begun,
    CarriesOn,
    Changed,
    Ended,
    Listed,
    Moved,
    NeedOf,
    Said,
    SupportOf,
    Worded,
)
from okrsite.review.pen import Pen, Wording

_NOT_LEARNED = "What was learned has not been written down."


def begun(pen: Pen, change: Begun) -> Iterator[str]:
    """Tell of a new objective: why, what it supports and because of what, what it needs, how its team will know."""
    now, objective = pen.now, change.objective
    plan = objective.plan
    if plan.why:
        yield f"Why: {now.said(plan.why)}"
    for edge in objective.supports:
        yield _supports(now, edge)
    if not objective.supports:
        yield "It does not say yet what it supports."
    for need in objective.needs:
        yield _needs(now, need)
    if objective.continues:
        yield _carries_on(now, objective.continues)
    if plan.key_results:
        yield f"How its team will know: {now.listing([_aimed(now, each) for each in plan.key_results])}"
    if plan.owners:
        yield f"Looked after by {now.listing([now.person(each) for each in plan.owners])}"


def _aimed(now: Wording, key_result: KeyResult) -> str:
    aim = aimed(now, key_result)
    return now.title(key_result.title) + (f" ({aim})" if aim else "")


def supporters(pen: Pen, change_of: MeasuredObjective, side: Wording) -> Iterator[str]:
    """Name those that build on an objective which ends, rests or goes, and are still there."""
    there = pen.now.sheet.site.objectives
    supporting = dict.fromkeys(each.ref for each in change_of.supported_by if each.ref in there)
    needing = dict.fromkeys(each.ref for each in change_of.needed_by if each.ref in there)
    said = [
        f"{side.listing([pen.now.objective(ref) for ref in refs])} {verb}"
        for refs, verb in (
            (supporting, "supports it" if len(supporting) == 1 else "support it"),
            (needing, "needs it" if len(needing) == 1 else "need it"),
        )
        if refs
    ]
    if said:
        yield f"Others build on it: {'; '.join(said)}."


def moved(_: Pen, change: Changed, _detail: Moved) -> Iterator[str]:
    """Say where it lies now, and that its old address leads nowhere where nothing keeps it alive."""
    was, now = change.before.plan, change.after.plan
    yield f"Moved: was {code(was.ref)}, is {code(now.ref)} now"
    beside = (was.cycle, was.team) == (now.cycle, now.team)
    if beside and was.id not in now.aliases:
        yield f"{code(f'aliases: [{was.id}]')} would keep its old address alive"


_BECAME: Mapping[tuple[State, ...], Mapping[State, str]] = {
    ("draft", "proposed"): {"active": "Agreed: it is active now.", "open": "It looks for a team now."},
    ("open",): {"active": "Taken up: it is active now."},
    ("paused",): {"active": "Taken up again after a rest."},
    ("closed", "dropped"): {"active": "Active again."},
}
_IS: Mapping[State, str] = {
    "draft": "It is a draft again.",
    "proposed": "Proposed, not agreed yet.",
    "open": "It looks for a team again.",
    "active": "It is active now.",
    "paused": "Paused.",
    "closed": f"Closed. {_NOT_LEARNED}",
    "dropped": f"Dropped on purpose. {_NOT_LEARNED}",
}


def became(pen: Pen, change: Changed, detail: Became) -> Iterator[str]:
    """Say which state it is in now, unless an ending or rest with its words does."""
    if getattr(change.after, detail.after, None) is None:
        known = next((words for states, words in _BECAME.items() if detail.before in states), {})
        yield known.get(detail.after, _IS[detail.after])
    if detail.after in ("paused", "dropped"):
        yield from supporters(pen, change.after, pen.now)


def ended(pen: Pen, change: Changed, detail: Ended) -> Iterator[str]:
    """Say how and when it ended or why it rests, and what was learned."""
    now, after = pen.now, detail.after
    ending = f"{_ending(now, change.after, detail)} {_lessons(now, after)}".strip()
    rests = detail.kind == "paused" or after.learned
    yield ending if rests else f"{ending} {_NOT_LEARNED}"


def _ending(now: Wording, objective: MeasuredObjective, detail: Ended) -> str:
    day = now.day(detail.after.day)
    if detail.kind == "closed":
        outcome = outcome_mark(now.sheet, objective) if objective.outcome else None
        said = f"Closed on {day}{f': {outcome.text.lower()}' if outcome else ''}."
    else:
        said = f"Dropped on purpose on {day}." if detail.kind == "dropped" else f"Paused since {day}."
    return said if detail.before is None else f"Its words of the end read otherwise now. {said}"


def _lessons(now: Wording, ending: Ending) -> str:
    why, learned = now.said(ending.why), now.said(ending.learned)
    return " ".join(filter(None, [f"Why: {why}" if why else "", f"Learned: {learned}" if learned else ""]))


_LABELS = {
    "title": "Title",
    "why": "Why it matters",
    "for": "Whom it serves",
    "type": "Kind",
    "origin": "Origin",
    "contact": "How to reach the team",
    "score": "Score, the team’s own note",
    "text": "What else to know",
    "owners": "Looked after by",
    "teams": "Shared with",
    "tags": "Tags",
    "health": "What must not suffer",
}
_SHORT = ("title", "type", "origin", "for", "score")


def worded(pen: Pen, _: Changed, detail: Worded) -> Iterator[str]:
    """Say what reads otherwise: short words with those of before, longer ones as they are now, the text by name."""
    label = _LABELS[detail.what]
    was, now = _said(pen.then, detail.what, detail.before), _said(pen.now, detail.what, detail.after)
    if detail.what in ("text", "contact"):
        yield f"{label}: {'taken out' if not now else 'rewritten' if was else 'new'}"
    elif not now:
        yield f"{label}: taken out, was {was}"
    elif was and detail.what in _SHORT:
        yield f"{label}: {now}, was {was}"
    else:
        yield f"{label}{' reads now' if was else ' is said now'}: {now}"


def _said(side: Wording, what: str, said: Said) -> str:
    if said is None:
        return ""
    if not isinstance(said, str):
        return side.said(said)
    if what in ("type", "origin"):
        words = side.sheet.say(f"{what}.{said}").partition(":")[0]
        return f"{words[:1].lower()}{words[1:]}"
    return said if what == "score" else side.title(said)


_NAMES: Mapping[str, Callable[[Sheet, str], str]] = {
    "owners": lambda sheet, person: sheet.person(person).text,
    "teams": lambda sheet, team: sheet.team(team).text,
    "tags": lambda _, tag: tag,
    "health": lambda sheet, health: sheet.health(health).text,
}


def in_lists(pen: Pen, _: Changed, detail: Listed) -> Iterator[str]:
    """Say who or what has come to a list, and who or what has left it."""
    new, gone = _named(pen.now, detail.what, detail.new), _named(pen.then, detail.what, detail.gone)
    said = [f"now also {new}" if new else "", f"no longer {gone}" if gone else ""]
    yield f"{_LABELS[detail.what]}: {'; '.join(filter(None, said))}"


def _named(side: Wording, what: str, names: tuple[str, ...]) -> str:
    return side.names([_NAMES[what](side.sheet, name) for name in names])


def supports(pen: Pen, _: Changed, detail: SupportOf) -> Iterator[str]:
    """Say what it supports now and because of what, no longer, or for another reason."""
    if detail.after is None:
        yield f"No longer supports {pen.then.to(detail.before.to if detail.before else None)}"
    elif detail.before is None:
        yield _supports(pen.now, detail.after)
    elif detail.after.because is None:
        yield f"Supports {pen.now.to(detail.after.to)}; the reason is taken out"
    else:
        yield f"Why it supports {pen.now.to(detail.after.to)} reads now: {pen.now.said(detail.after.because)}"


def _supports(side: Wording, edge: Upward) -> str:
    because = side.said(edge.because)
    return f"Supports {side.to(edge.to)}{f' because {because}' if because else ', without a word because of what'}"


def carries_on(pen: Pen, _: Changed, detail: CarriesOn) -> Iterator[str]:
    """Say which earlier objective it carries on, or no longer does."""
    if detail.after:
        yield _carries_on(pen.now, detail.after)
    elif detail.before:
        yield f"No longer carries on {pen.then.objective(detail.before[0])}"


def _carries_on(side: Wording, carried: tuple[str, Prose | None]) -> str:
    ref, said = carried[0], side.said(carried[1])
    cycle = side.words(side.sheet.cycle(side.sheet.measured(ref).plan.cycle).text)
    return f"Carries on {side.objective(ref)} of {cycle}{f' because {said}' if said else ''}"


def needs(pen: Pen, _: Changed, detail: NeedOf) -> Iterator[str]:
    """Say what it needs of whom, no longer, or where that stands now."""
    was, now = detail.before, detail.after
    if now is None:
        yield f"No longer needs {_need(pen.then, was)}" if was else ""
    elif was is None:
        yield _needs(pen.now, now)
    else:
        state = _state(pen.now, now)
        stood = _state(pen.now, was)
        moved_on = f": {state}, was {stood}" if state and stood and state != stood else f": {state}" if state else ""
        yield f"Need of {_need(pen.now, now)}{moved_on}"


def _needs(side: Wording, need: NeedShown) -> str:
    state = _state(side, need)
    return f"Needs {_need(side, need)}{f': {state}' if state else ''}"


def _need(side: Wording, need: NeedShown | None) -> str:
    if need is None:
        return ""
    what = f": {side.title(need.need)}" if need.need else ""
    return f"{side.to(need.to)}{what}{f', by {side.day(need.by)}' if need.by else ''}"


def _state(side: Wording, need: NeedShown) -> str:
    return side.sheet.say(f"need.{need.state}").lower() if need.state else ""


def allowed(pen: Pen, _: Changed, detail: Allowed) -> Iterator[str]:
    """Say which rule's finding is accepted here, and why."""
    if detail.reason is None:
        yield f"Accepts {code(detail.rule)} no longer"
    else:
        yield f"Accepts {code(detail.rule)} here: {pen.now.title(detail.reason)}"
