"""An objective as a terminal shows it: why, up to the mission; how its team will know; its last words; who needs whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okrsite import addresses
from okrsite.config import Config
from okrsite.measure.due import is_answered
from okrsite.measure.model import MeasuredObjective, Site, Step
from okrsite.pages.ground import Ground, Sheet
from okrsite.pages.parts.endings import ending_views
from okrsite.pages.parts.far import far
from okrsite.pages.parts.marks import confidence, confidence_of, outcome_mark, state_mark
from okrsite.pages.parts.measured import KeyResultView, key_result_views
from okrsite.pages.parts.needs import NeedLine, needed_by, needs
from okrsite.pages.parts.why import why_chain
from okrsite.pages.parts.words import plain_words
from okrsite.plan.model import Ask, CheckIn
from okrsite.prose import Prose
from okrsite.speech import Speech
from okrsite.targets import Target
from okrsite.terminal.layout import Ink, Lines, facts, side_by_side, wrapped

_MOST = 10
_INDENT = "  "


def objective_text(site: Site, config: Config, speech: Speech, objective: MeasuredObjective, *, color: bool) -> str:
    """Write an objective as plain text of 80 columns at most, in the language of the site; parts without words are left out."""
    sheet, ink = Sheet(Ground(site, config, speech), addresses.OBJECTIVES), Ink(color=color)
    over = _is_over(sheet, objective)
    tense = "_past" if over else ""
    parts = [
        [*_head(sheet, objective, ink), *_standing(sheet, objective, over=over)],
        _ending(sheet, objective, ink),
        _section(ink, sheet.say(f"why.label{tense}"), _why(sheet, objective)),
        _section(ink, sheet.say(f"kr.heading{tense}"), _key_results(sheet, objective, over=over)),
        _section(ink, sheet.say("check_in.heading"), _last_words(sheet, objective, over=over)),
        _section(ink, sheet.say("ask.heading"), _asks(sheet, objective)),
        _section(ink, sheet.say("needs"), _needs(sheet, needs(sheet, objective))),
        _section(ink, sheet.say("needed_by"), _needs(sheet, needed_by(sheet, objective.needed_by))),
        _section(ink, sheet.say("supporters"), _supporters(sheet, objective)),
        ink.dim(wrapped(f"{objective.plan.origin.path}:{objective.plan.origin.line}")),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _is_over(sheet: Sheet, objective: MeasuredObjective) -> bool:
    return objective.state in ("closed", "dropped") or sheet.site.cycles[objective.plan.cycle].state == "past"


def _section(ink: Ink, heading: str, lines: Lines) -> Lines:
    """Put a heading above lines; without lines there is none."""
    return [*ink.bold(wrapped(heading)), *lines] if lines else []


def _head(sheet: Sheet, objective: MeasuredObjective, ink: Ink) -> Lines:
    cycle = sheet.cycle_of(objective)
    state, outcome = state_mark(sheet, objective), outcome_mark(sheet, objective)
    said = [
        sheet.team(objective.plan.team).text,
        cycle.title,
        sheet.speech.between(cycle.start, cycle.end),
        *([state.text] if state else []),
        *([outcome.text] if outcome else []),
    ]
    return [*ink.bold(wrapped(objective.plan.title)), *wrapped(side_by_side(said)), ""]


def _standing(sheet: Sheet, objective: MeasuredObjective, *, over: bool) -> Lines:
    """Say who looks after it, how sure the team is, and how far it has come."""
    way = far(sheet, objective)
    return facts(
        [
            (sheet.say("fact.owners"), _people(sheet, objective.plan.owners)),
            (sheet.say("fact.teams"), _teams(sheet, objective)),
            (sheet.say("fact.now"), "" if over else _sure(sheet, objective)),
            (
                sheet.say("far"),
                sheet.say("comma").join(said for said in (way.way, way.measured) if said) if way else "",
            ),
        ]
    )


def _people(sheet: Sheet, people: tuple[str, ...]) -> str:
    return _plain(sheet, [sheet.person(person).text for person in people])


def _teams(sheet: Sheet, objective: MeasuredObjective) -> str:
    plan = objective.plan
    return _plain(sheet, [sheet.team(team).text for team in plan.teams if team != plan.team])


def _plain(sheet: Sheet, names: list[str]) -> str:
    return str(sheet.speech.listing(names).unescape()) if names else ""


def _sure(sheet: Sheet, objective: MeasuredObjective) -> str:
    """Say how sure the team is, since when, and that nobody has written of late."""
    cycle, day = sheet.cycle_of(objective), objective.confidence_date
    said = confidence(sheet, objective).text
    if day:
        said = f"{said} {sheet.say('fact.on', day=sheet.day(day, cycle).text)}"
    if objective.quiet and objective.last_word:
        return side_by_side([said, sheet.say("fact.quiet", day=sheet.day(objective.last_word, cycle).text)])
    return said


def _ending(sheet: Sheet, objective: MeasuredObjective, ink: Ink) -> Lines:
    """Say how it ended or why it rests, and what was learned."""
    lines: Lines = []
    given = {"closed": objective.closed, "dropped": objective.dropped, "paused": objective.paused}
    for view in ending_views(sheet, objective):
        ending = given[view.kind]
        lines += ink.bold(wrapped(view.said))
        lines += _labelled(sheet, "ending.why", ending.why if ending else None)
        lines += _labelled(sheet, "ending.learned", ending.learned if ending else None)
    return lines


def _why(sheet: Sheet, objective: MeasuredObjective) -> Lines:
    """Say why it matters: in its own words, then step by step up to the mission, or to where that ends."""
    lines = wrapped(plain_words(sheet, objective.plan.why), _INDENT)
    for step in objective.why_chain:
        lines += _step(sheet, step)
    gap = why_chain(sheet, objective).gap
    lines += wrapped(gap, _INDENT)
    return lines


def _step(sheet: Sheet, step: Step) -> Lines:
    because = plain_words(sheet, step.because)
    said = f"{sheet.say('because')}{sheet.say('colon')}{because}" if because else ""
    name = f"{_kind(sheet, step.to)}{sheet.say('colon')}{sheet.to(step.to).text}"
    return [*wrapped(name, f"{_INDENT}↑ "), *wrapped(said, f"{_INDENT}  ")]


def _kind(sheet: Sheet, target: Target) -> str:
    """Name what kind of thing stands at a step: an objective by its team, all else by its kind."""
    if target.kind == "objective":
        return sheet.team(sheet.measured(target.id).plan.team).text
    return sheet.say("theme" if target.kind == "theme" else "mission")


def _key_results(sheet: Sheet, objective: MeasuredObjective, *, over: bool) -> Lines:
    lines: Lines = []
    for view in key_result_views(sheet, objective, over=over):
        before = f"{view.number:>3}. "
        lines += wrapped(view.title, before)
        lines += wrapped(_measured(sheet, view), " " * len(before))
        for step in view.steps:
            lines += wrapped(f"{step.title} ({step.when})", f"{' ' * len(before)}{'[x]' if step.done else '[ ]'} ")
    return lines or wrapped(sheet.say("kr.empty"), _INDENT)


def _measured(sheet: Sheet, view: KeyResultView) -> str:
    """Say where a key result stands, from where to where it goes, and what else is to say of it."""
    now = f"{sheet.say('fact.now')} {view.now}" if view.is_figure else view.now
    sure = view.confidence.text if view.confidence and view.confidence.short else ""
    way = sheet.say("comma").join(said for said in (now, view.way) if said)
    return side_by_side([way, view.remark, *view.facts, sure])


def _last_words(sheet: Sheet, objective: MeasuredObjective, *, over: bool) -> Lines:
    """Give the last check-in, or say that there is none."""
    if objective.check_ins:
        return _check_in(sheet, objective, objective.check_ins[-1])
    return wrapped(sheet.say("check_in.none_past" if over else "check_in.none"), _INDENT)


def _check_in(sheet: Sheet, objective: MeasuredObjective, told: CheckIn) -> Lines:
    said = [sheet.day(told.day, sheet.cycle_of(objective)).text]
    said += [sheet.person(told.by).text] if told.by else []
    if told.confidence is not None or told.status:
        said.append(confidence_of(sheet, told.confidence, told.status).text)
    lines = wrapped(side_by_side(said), _INDENT) + wrapped(plain_words(sheet, told.learned), _INDENT)
    return [
        *lines,
        *_labelled(sheet, "check_in.blocked", told.blocked),
        *_labelled(sheet, "check_in.next", told.next),
    ]


def _labelled(sheet: Sheet, label: str, text: Prose | None) -> Lines:
    """Write a text behind its label; without a text there is nothing."""
    words = plain_words(sheet, text)
    return wrapped(f"{sheet.say(label)}{sheet.say('colon')}{words}", _INDENT) if words else []


def _asks(sheet: Sheet, objective: MeasuredObjective) -> Lines:
    """Give the asks that are open, the oldest first."""
    lines: Lines = []
    for ask in objective.asks:
        if not is_answered(ask):
            lines += wrapped(plain_words(sheet, ask.what), f"{_INDENT}- ")
            lines += wrapped(side_by_side(_about(sheet, objective, ask)), f"{_INDENT}  ")
    return lines


def _about(sheet: Sheet, objective: MeasuredObjective, ask: Ask) -> Iterator[str]:
    """Say of whom something is asked, since when, and until when it is needed."""
    cycle = sheet.cycle_of(objective)
    if ask.of_text:
        yield f"{sheet.say('ask.of')} {sheet.to(ask.of).text if ask.of else ask.of_text}"
    yield sheet.say("ask.open_since", day=sheet.day(ask.day, cycle).text)
    if ask.until:
        yield sheet.say("ask.until", day=sheet.day(ask.until, cycle).text)


def _needs(sheet: Sheet, lines: Iterable[NeedLine]) -> Lines:
    """Give needs, from either side: what or who, of which team, what is needed, and how that stands."""
    private = sheet.say("private.name")
    said = [side_by_side([need.need, need.standing]) for need in lines]
    return [
        line
        for need, rest in zip(lines, said, strict=True)
        for line in (
            *wrapped(_of_team(need.to.text if need.to else private, need.team), f"{_INDENT}- "),
            *wrapped(rest, f"{_INDENT}  "),
        )
    ]


def _of_team(title: str, team: str) -> str:
    return f"{title} ({team})" if team else title


def _supporters(sheet: Sheet, objective: MeasuredObjective) -> Lines:
    """Name what supports it, and count the rest."""
    lines: Lines = []
    for below in objective.supported_by[:_MOST]:
        there = sheet.measured(below.ref).plan
        lines += wrapped(_of_team(there.title, sheet.team(there.team).text), f"{_INDENT}- ")
    rest = len(objective.supported_by) - _MOST
    if rest > 0:
        lines += wrapped(sheet.say("more", n=rest), _INDENT)
    if objective.private_supporters:
        lines += wrapped(sheet.say("private.supporters", n=objective.private_supporters), _INDENT)
    return lines
