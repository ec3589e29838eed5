"""The reasons above an objective, step by step up to the mission, or to where they end."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective, Step, Upward
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.words import words
from okrsite.prose import Prose
from okrsite.targets import Target

_MOST, _NEAR = 12, 8


@dataclass(frozen=True, slots=True)
class WhyStep:
    """One step of a chain: what stands there, under which label, and because of what it serves the step above it.

    `beam` tells that it is the mission, which carries all.
    """

    label: str
    statement: Link
    key_result: Link | None
    because: Html
    beam: bool


@dataclass(frozen=True, slots=True)
class WhyChain:
    """A why-chain from the top down, as a page shows it.

    `because` is the reason of the objective itself, for what stands nearest above it. `gap` says in words why the chain
    ends before the mission, else it is empty. Of a very long chain the middle is `folded`, `between` counts it in words;
    it stands below the first of the steps.
    """

    steps: tuple[WhyStep, ...]
    folded: tuple[WhyStep, ...]
    between: str
    because: Html
    gap: str

    @property
    def unbound(self) -> bool:
        """Whether nothing at all stands above."""
        return not self.steps


@dataclass(frozen=True, slots=True)
class OtherSupport:
    """A further thing that an objective supports: what, because of what, and that thing's own reasons, nearest first."""

    to: Link | None
    label: str
    because: Html
    above: tuple[WhyStep, ...]


def why_chain(sheet: Sheet, objective: MeasuredObjective) -> WhyChain:
    """Give the reasons above an objective, the mission first."""
    upward = objective.why_chain
    reasons = (*(step.because for step in upward[1:]), None)
    steps = tuple(_step(sheet, step, because) for step, because in zip(upward, reasons, strict=False))[::-1]
    folded = steps[1:-_NEAR] if len(steps) > _MOST else ()
    return WhyChain(
        steps=(*steps[:1], *steps[-_NEAR:]) if folded else steps,
        folded=folded,
        between=sheet.say("why.between", n=len(folded)) if folded else "",
        because=words(sheet, upward[0].because) if upward else Html(""),
        gap="" if objective.reaches_mission else _gap(sheet, objective),
    )


def other_supports(sheet: Sheet, objective: MeasuredObjective) -> tuple[OtherSupport, ...]:
    """Give what an objective supports beside its main support, each with that thing's own chain."""
    return tuple(_other(sheet, edge) for edge in objective.supports if not edge.primary)


def _gap(sheet: Sheet, objective: MeasuredObjective) -> str:
    """Say why the chain ends where it ends."""
    if objective.ends_private:
        return sheet.say("why.ends_private")
    return sheet.say("why.gap_above" if objective.why_chain else "why.gap")


def _step(sheet: Sheet, step: Step, because: Prose | None) -> WhyStep:
    """Give one step with its own reason; a key result stands under its objective's title."""
    link = sheet.to(Target(step.to.kind, step.to.id))
    part = sheet.to(step.to) if step.to.key_result else None
    beam = step.to.kind == "mission"
    return WhyStep(_label(sheet, step.to), Link(link.text) if beam else link, part, words(sheet, because), beam)


def _label(sheet: Sheet, target: Target) -> str:
    """Name what kind of thing stands at a step: an objective by its team, all else by its kind."""
    if target.kind == "objective":
        return sheet.team(sheet.measured(target.id).plan.team).text
    return sheet.say("theme" if target.kind == "theme" else "mission")


def _other(sheet: Sheet, edge: Upward) -> OtherSupport:
    """Give a further support; one that is private is said so and nothing more."""
    if edge.to is None:
        return OtherSupport(None, sheet.say("private.supported"), words(sheet, edge.because), ())
    above = tuple(_step(sheet, step, None) for step in edge.chain)
    return OtherSupport(sheet.to(edge.to), _label(sheet, edge.to), words(sheet, edge.because), above)
