"""What data says of what is due: one record for each thing, with the words, days and names that the site has of it."""

from __future__ import annotations

from collections.abc import Iterable

from okrsite.exchange.records import Record, ask_record
from okrsite.measure.due import CheckInDue, Due, NeedDue
from okrsite.measure.model import Site


def due_record(site: Site, due: Due) -> Record:
    """Give the lists of what is due on the day, each in the order of its days."""
    return {
        "as_of": site.as_of,
        "check_ins": [_check_in(site, it) for it in due.check_ins],
        "asks": [ask_record(ask) for ask in due.asks],
        "needs": _needs(due.needs, "asked"),
        "promised": _needs(due.promised, "agreed"),
    }


def _check_in(site: Site, due: CheckInDue) -> Record:
    objective = site.objectives[due.ref]
    return {
        "objective": due.ref,
        "team": objective.plan.team,
        "owners": list(objective.plan.owners),
        "since": due.since,
        "last": due.last,
        "quiet": objective.quiet,
    }


def _needs(needs: Iterable[NeedDue], state: str) -> list[Record]:
    return [
        {"from": it.ref, "to": it.to.name, "team": it.team, "need": it.need, "by": it.by, "state": state}
        for it in needs
    ]
