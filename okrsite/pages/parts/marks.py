"""The small marks that stand beside a name: how sure a team is, where an objective stands, how it ended."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Voice

_CONFIDENT = 7
_UNSURE = 4


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure a team is: a dot as full as it is sure (`icon`, empty where only words were given), and words.

    `short` is for lists: `8/10`, empty without a figure.
    """

    icon: str
    text: str
    short: str


@dataclass(frozen=True, slots=True)
class StateMark:
    """Where an objective stands when it is not simply active: words for a page, fewer for a list."""

    kind: str
    text: str
    short: str


@dataclass(frozen=True, slots=True)
class OutcomeMark:
    """How an objective ended, by its icon and in a word."""

    icon: str
    text: str


def dot(confidence: int | None) -> str:
    """Name the icon of a dot as full as a team is sure, 0 to 10; dashed where it has not said."""
    if confidence is None:
        return "c0"
    return "c3" if confidence >= _CONFIDENT else "c2" if confidence >= _UNSURE else "c1"


def confidence_of(
    voice: Voice, value: int | None, status: str | None = None, *, days_given: bool = False
) -> Confidence:
    """Say how sure a team is; without a figure its own word for where it stands, else that nobody has checked in yet.

    `days_given` tells that there were check-ins, only without a word on this.
    """
    return voice.once(_confidence_of, value, status, days_given)


def _confidence_of(voice: Voice, value: int | None, status: str | None, days_given: bool) -> Confidence:  # noqa: FBT001 - private
    if value is not None:
        words = {"c3": "confident", "c2": "unsure", "c1": "doubtful"}[dot(value)]
        said = voice.say(f"confidence.{words}", value=value)
        if status is not None:
            said = voice.say("confidence.with_status", confidence=said, status=voice.say(f"status.{status}"))
        return Confidence(dot(value), said, voice.say("confidence.short", value=value))
    if status is not None:
        return Confidence("", voice.say(f"status.{status}"), voice.say(f"status.{status}"))
    return Confidence("c0", voice.say("confidence.not_said" if days_given else "confidence.none"), "")


def confidence(voice: Voice, objective: MeasuredObjective) -> Confidence:
    """Say how sure the team of an objective is on the day; a word on where it stands counts unless a later figure came."""
    latest = next((c for c in reversed(objective.check_ins) if c.confidence is not None or c.status is not None), None)
    status = latest.status if latest else None
    return confidence_of(voice, objective.confidence, status, days_given=bool(objective.check_ins))


def state_mark(voice: Voice, objective: MeasuredObjective) -> StateMark | None:
    """Mark what is not simply active; what is closed or dropped has its outcome instead."""
    state = objective.state
    if state in ("active", "closed", "dropped"):
        return None
    if state == "paused" and objective.paused is not None:
        text = voice.say("state.paused_since", day=voice.day(objective.paused.day, voice.cycle_of(objective)).text)
        return StateMark(state, text, voice.say("state.paused.short"))
    return StateMark(state, voice.say(f"state.{state}"), voice.say(f"state.{state}.short"))


def outcome_mark(voice: Voice, objective: MeasuredObjective) -> OutcomeMark | None:
    """Mark how an objective ended; one that closed without an outcome reads `Closed`."""
    icons = {
        "reached": "o-reached",
        "partly-reached": "o-partly",
        "not-reached": "o-missed",
        "learned": "o-learned",
        "dropped": "o-dropped",
    }
    outcome = "dropped" if objective.state == "dropped" else objective.outcome
    if outcome is not None:
        return OutcomeMark(icons[outcome], voice.say(f"outcome.{outcome}"))
    return OutcomeMark("", voice.say("outcome.none")) if objective.state == "closed" else None
