"""What is due on a day, and from whom: check-ins, answers to asks, answers to needs, and what was agreed.

Nothing here counts or compares: it is a list of what somebody waits for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from okrsite.measure.model import MeasuredObjective, NeededBy, Site
from okrsite.measure.quiet import next_word
from okrsite.plan.model import Ask
from okrsite.targets import Target

_LIVE = frozenset({"draft", "proposed", "open", "active"})


@dataclass(frozen=True, slots=True)
class CheckInDue:
    """An objective whose next check-in is hoped for: since which day, and when its last word was, if ever."""

    ref: str
    since: date
    last: date | None


@dataclass(frozen=True, slots=True)
class NeedDue:
    """What the objective `ref` needs of another team: of `to`, which is that team, an objective or a key result of it."""

    ref: str
    to: Target
    team: str
    need: str | None
    by: date | None


@dataclass(frozen=True, slots=True)
class Due:
    """What is due: check-ins by the day they are due, open asks by the day they were asked, needs by the day they matter.

    `needs` wait for an answer; `promised` were agreed for a day that has passed, and are not delivered.
    """

    check_ins: tuple[CheckInDue, ...]
    asks: tuple[Ask, ...]
    needs: tuple[NeedDue, ...]
    promised: tuple[NeedDue, ...]

    def __bool__(self) -> bool:
        """Tell whether anything is due."""
        return any((self.check_ins, self.asks, self.needs, self.promised))


def is_answered(ask: Ask) -> bool:
    """Tell whether a reply settled an ask."""
    return any(reply.answers for reply in ask.replies)


def due_on(site: Site, *, check_in_every: int) -> Due:
    """Give all that is due on the day of a site; `check_in_every` is the number of days between check-ins hoped for.

    A check-in is due that many days after the last word, as is counted for `quiet`. An ask is due until a reply answers
    it. A need is another team's, of an objective that is draft, proposed, open or active and whose cycle is not past.
    """
    wanted = list(_wanted(site))
    check_ins = [due for it in site.objectives.values() if (due := _check_in(site, it, check_in_every))]
    return Due(
        check_ins=tuple(sorted(check_ins, key=lambda it: (it.since, it.ref))),
        asks=tuple(
            sorted((ask for ask in site.asks if not is_answered(ask)), key=lambda ask: (ask.day, ask.objective))
        ),
        needs=_by_day(need for need, state in wanted if state == "asked"),
        promised=_by_day(need for need, state in wanted if state == "agreed" and need.by and need.by < site.as_of),
    )


def due_from_team(site: Site, due: Due, team: str) -> Due:
    """Give what is due from a team: of the objectives it leads, and what is asked or needed of it."""
    return _of(
        due,
        check_in=lambda it: site.objectives[it.ref].plan.team == team,
        ask=lambda it: it.of is not None and it.of.name == f"team:{team}",
        need=lambda it: it.team == team,
    )


def due_from_person(site: Site, due: Due, person: str) -> Due:
    """Give what is due from a person: of what they look after, what is asked of them, and as the lead of a team.

    A lead speaks for the team: what is asked or needed of it, and of its objectives that nobody looks after.
    """
    led = {team.id for team in site.teams.values() if team.lead == person}

    def looks_after(owners: Iterable[str], team: str) -> bool:
        owners = tuple(owners)
        return person in owners if owners else team in led

    def needed(it: NeedDue) -> bool:
        return looks_after(_who(site, it.to), it.team)

    def asked(ask: Ask) -> bool:
        return ask.of is not None and (
            ask.of.name == f"person:{person}" or (ask.of.kind == "team" and ask.of.id in led)
        )

    def spoken_for(it: CheckInDue) -> bool:
        plan = site.objectives[it.ref].plan
        return looks_after(plan.owners, plan.team)

    return _of(due, check_in=spoken_for, ask=asked, need=needed)


def _of(
    due: Due,
    *,
    check_in: Callable[[CheckInDue], bool],
    ask: Callable[[Ask], bool],
    need: Callable[[NeedDue], bool],
) -> Due:
    return Due(
        tuple(it for it in due.check_ins if check_in(it)),
        tuple(it for it in due.asks if ask(it)),
        tuple(it for it in due.needs if need(it)),
        tuple(it for it in due.promised if need(it)),
    )


def _check_in(site: Site, objective: MeasuredObjective, check_in_every: int) -> CheckInDue | None:
    cycle = site.cycles.get(objective.plan.cycle)
    since = next_word(objective.state, cycle, objective.last_word, check_in_every)
    return CheckInDue(objective.ref, since, objective.last_word) if since and since <= site.as_of else None


def _wanted(site: Site) -> Iterator[tuple[NeedDue, str | None]]:
    """Give what live objectives need of other teams, with where each need stands."""
    for team, needs in site.needed_of_team.items():
        yield from ((_need(it, Target("team", team), team), it.state) for it in needs if _counts(site, it, team))
    for objective in site.objectives.values():
        ref, team = objective.ref, objective.plan.team
        for it in objective.needed_by:
            if _counts(site, it, team):
                yield _need(it, Target("objective", ref, it.key_result), team), it.state


def _counts(site: Site, need: NeededBy, team: str) -> bool:
    """Tell whether a need is another team's, of an objective that still means it."""
    there = site.objectives[need.ref]
    return there.plan.team != team and there.state in _LIVE and site.cycles[there.plan.cycle].state != "past"


def _need(need: NeededBy, to: Target, team: str) -> NeedDue:
    return NeedDue(need.ref, to, team, need.need, need.by)


def _by_day(needs: Iterable[NeedDue]) -> tuple[NeedDue, ...]:
    """Sort needs by the day they matter; those without a day come last."""
    return tuple(sorted(needs, key=lambda it: (it.by or date.max, it.ref, it.to.name, it.need or "")))


def _who(site: Site, to: Target) -> tuple[str, ...]:
    """Name who looks after what is needed: of a key result its owner, else those of its objective; of a team nobody."""
    if to.kind != "objective":
        return ()
    there = site.objectives[to.id]
    own = next((k.plan.owner for k in there.key_results if k.plan.id == to.key_result and k.plan.owner), None)
    return (own,) if own else there.plan.owners
