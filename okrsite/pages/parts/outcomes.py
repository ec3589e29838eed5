"""How the objectives of a cycle ended, counted in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet

_ENDS = ("reached", "partly-reached", "not-reached", "learned", "dropped", "closed", "unended")


def outcomes(sheet: Sheet, objectives: Iterable[MeasuredObjective]) -> str:
    """Say how many objectives ended how: `Three objectives reached, two not reached.` Empty where nothing has ended."""
    found = Counter(end_of(objective) for objective in objectives)
    if not sum(found[end] for end in _ENDS if end != "unended"):
        return ""
    named = [(end, found[end]) for end in _ENDS if found[end]]
    first, *rest = named
    said = [sheet.say(f"outcomes.first.{first[0]}", n=first[1])]
    said += [sheet.say(f"outcomes.{end}", n=count) for end, count in rest]
    text = sheet.say("outcomes.sentence", all=sheet.say("comma").join(said))
    return text[:1].upper() + text[1:]


def end_of(objective: MeasuredObjective) -> str:
    """Name how an objective ended, `unended` for one that nobody has closed."""
    if objective.state == "dropped":
        return "dropped"
    if objective.state == "closed":
        return objective.outcome or "closed"
    return "unended"
