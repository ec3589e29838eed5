"""An objective in its middle form, for the pages of teams and people: what stands above it, how its team will know, what supports it."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.key_result import KeyResultLine, key_result_lines
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.why import WhyStep, why_chain

_ABOVE = 5
_BELOW = 5
_KEY_RESULTS = 6


@dataclass(frozen=True, slots=True)
class Strand:
    """An objective with what it hangs on.

    `above` is what stands over it, the top first; of a long chain the top and the nearest, with `between` counting the
    rest after the first. `because` is its own reason, `gap` says why the chain ends where it does. `below` are those that
    support it first. `cycle` is set where it is none of those shown now.
    """

    anchor: str
    line: ObjectiveLine
    above: tuple[WhyStep, ...]
    between: str
    because: Html
    gap: str
    cycle: Link | None
    owners: tuple[Link, ...]
    with_teams: tuple[Link, ...]
    key_results: tuple[KeyResultLine, ...]
    more_key_results: Link | None
    below: tuple[ObjectiveLine, ...]
    more_below: Link | None
    private: str


def strand(sheet: Sheet, there: MeasuredObjective) -> Strand:
    """Give an objective in its middle form."""
    line, chain = objective_line(sheet, there), why_chain(sheet, there)
    over = len(chain.steps) + len(chain.folded) - _ABOVE
    above = chain.steps if over <= 0 else (chain.steps[0], *chain.steps[-_ABOVE + 1 :])
    others = tuple(sheet.team(team) for team in there.plan.teams if team != there.plan.team)
    key_results = key_result_lines(sheet, there)
    below = [sheet.measured(down.ref) for down in there.supported_by]
    return Strand(
        anchor=there.ref.replace("/", "."),
        line=line,
        above=above,
        between=sheet.say("strand.between", n=over) if over > 0 else "",
        because=chain.because,
        gap=chain.gap,
        cycle=line.cycle if there.plan.cycle not in sheet.site.shown_cycles else None,
        owners=sheet.people(there.plan.owners),
        with_teams=others,
        key_results=key_results[:_KEY_RESULTS],
        more_key_results=_more(sheet, line, len(key_results) - _KEY_RESULTS),
        below=tuple(objective_line(sheet, one) for one in below[:_BELOW]),
        more_below=_more(sheet, line, len(below) - _BELOW),
        private=sheet.say("private.supporters", n=there.private_supporters) if there.private_supporters else "",
    )


def _more(sheet: Sheet, line: ObjectiveLine, count: int) -> Link | None:
    """Count what is not shown, and link to the objective's own page."""
    return Link(sheet.say("more", n=count), line.title.href) if count > 0 else None
