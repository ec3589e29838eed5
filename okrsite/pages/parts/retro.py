"""An objective looked back on: how it ended, how far it came, what its team learned, and what it became."""

from __future__ import annotations

from dataclasses import dataclass

from okrsite.measure.model import MeasuredObjective
from okrsite.pages.ground import Sheet
from okrsite.pages.page import Html, Link
from okrsite.pages.parts.key_result import KeyResultLine, key_result_lines
from okrsite.pages.parts.lines import ObjectiveLine, objective_line
from okrsite.pages.parts.words import words

_KEY_RESULTS = 6
_FRAME = 900
_DRAWN = 1_150


@dataclass(frozen=True, slots=True)
class Became:
    """A later objective that carries one on, and because of what."""

    objective: Link
    because: Html


@dataclass(frozen=True, slots=True)
class Retro:
    """An objective looked back on. `score` is the team's own, in words; `silent` says that nobody wrote what was learned."""

    anchor: str
    line: ObjectiveLine
    score: str
    rails: str
    key_results: tuple[KeyResultLine, ...]
    more: Link | None
    why: Html
    learned: Html
    silent: str
    became: tuple[Became, ...]


def retro(sheet: Sheet, there: MeasuredObjective) -> Retro:
    """Look back on an objective."""
    line, key_results = objective_line(sheet, there), key_result_lines(sheet, there)
    ending = there.dropped or there.closed
    learned = words(sheet, ending.learned if ending else None)
    why = words(sheet, ending.why if ending else None)
    over, score = len(key_results) - _KEY_RESULTS, there.plan.score if there.plan.score is not None else there.score
    return Retro(
        anchor=there.ref.replace("/", "."),
        line=line,
        score=sheet.say("retro.score", score=sheet.speech.score(score)) if score is not None and ending else "",
        rails=_rails(sheet, there) if ending else "",
        key_results=key_results[:_KEY_RESULTS],
        more=Link(sheet.say("more", n=over), line.title.href) if over > 0 else None,
        why=why,
        learned=learned,
        silent=_silent(sheet, there) if not learned and not why else "",
        became=tuple(Became(sheet.objective(one.ref), words(sheet, one.because)) for one in there.continued_by),
    )


def weight(there: MeasuredObjective) -> int:
    """Guess what an objective looked back on weighs, in bytes."""
    drawn = there.key_results[:_KEY_RESULTS]
    ending = there.dropped or there.closed
    texts = [p.html for p in (ending.learned, ending.why) if p is not None] if ending else []
    texts += [later.because.html for later in there.continued_by if later.because]
    titles = sum(len(key_result.plan.title.encode()) for key_result in drawn) + len(there.plan.title.encode())
    return (
        _FRAME
        + _DRAWN * len(drawn)
        + titles
        + sum(len(text.encode()) for text in texts)
        + 200 * len(there.continued_by)
    )


def _rails(sheet: Sheet, there: MeasuredObjective) -> str:
    """Name the guard rails that were not held at the end."""
    broken = [key_result.plan.title for key_result in there.key_results if key_result.held is False]
    return sheet.say("retro.rails", titles=sheet.speech.listing(broken)) if broken else ""


def _silent(sheet: Sheet, there: MeasuredObjective) -> str:
    """Say that nobody has closed it, or written what was learned."""
    return sheet.say("retro.not_closed" if there.state not in ("closed", "dropped") else "retro.no_words")
