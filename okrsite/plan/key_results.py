"""Key results, linked, before what check-ins say of them is merged in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from okrsite.diagnostics import Related
from okrsite.documents import records
from okrsite.plan.desk import Desk
from okrsite.plan.model import KeyResult, Kind, Milestone, Reading
from okrsite.plan.names import folded
from okrsite.plan.references import key_result_of
from okrsite.targets import Target
from okrsite.written import Quantity, slug

ONE = Decimal(1)
_OF_ITS_KIND = frozenset(
    {"target", "start", "unit", "at_least", "at_most", "milestones", "done", "find_out", "same_as"}
)


def kind_of(record: records.KeyResult) -> Kind:
    """Tell the kind of a key result by its keys."""
    if record.milestones is not None:
        return Kind.MILESTONES
    if record.done is not None:
        return Kind.YES_NO
    if record.find_out:
        return Kind.FIND_OUT
    bounded = record.at_least is not None or record.at_most is not None
    return Kind.GUARD_RAIL if bounded and record.target is None else Kind.NUMBER


def is_uncertain(record: records.KeyResult) -> bool:
    """Whether something about its kind, unit or steps was wrong, so that nothing more can be said of its readings."""
    return bool(record.pruned & _OF_ITS_KIND) or any(each.pruned & {"id", "title"} for each in record.milestones or ())


def unit_of(record: records.KeyResult | records.HealthFile) -> str | None:
    """Give the unit: the one written, else the first that a value brings."""
    if record.unit:
        return " ".join(record.unit.split())
    keys = ("start", "target", "at_least", "at_most", "current")
    given: list[Quantity | None] = [getattr(record, key, None) for key in keys]
    given += [reading.value for reading in record.readings]
    return next((quantity.unit for quantity in given if quantity and quantity.unit), None)


def key_result(record: records.KeyResult, name: str, owner: str | None, desk: Desk) -> KeyResult:
    """Link a key result by itself; `owner` is the one it has without its own. Of a `same_as` the other fills in the rest."""
    desk = desk.into(record)
    kind = kind_of(record)
    done, done_on = _done(record.done)
    return KeyResult(
        id=name,
        title=record.title or "",
        kind=kind,
        unit=unit_of(record),
        start=_value(record.start),
        target=_value(record.target),
        at_least=_value(record.at_least),
        at_most=_value(record.at_most),
        weight=record.weight or ONE,
        readings=_own_readings(record, kind, desk),
        milestones=_milestones(record, desk),
        done=done,
        done_on=done_on,
        owner=desk.person(record.owner, "owner") if record.owner else owner,
        teams=tuple(sorted(desk.named_things("team", record.teams, "teams"))),
        due=record.due,
        source=record.source,
        note=desk.prose(record.note, "note"),
        score=record.score,
        pairs_with=_pair(record, desk),
        same_as=_same(record, desk),
        same_as_private=False,
        origin=desk.origin(record),
    )


def _same(record: records.KeyResult, desk: Desk) -> str | None:
    if not record.same_as:
        return None
    target = desk.reference(record.same_as, ("same_as",), ("key result",), "a key result, <objective>#<key result>")
    return target.name if target else None


def _value(quantity: Quantity | None) -> Decimal | None:
    return quantity.value if quantity else None


def _done(written: bool | date | None) -> tuple[bool, date | None]:  # noqa: FBT001 - as written
    """Tell whether something is said to be done, and since which day if one is given."""
    if isinstance(written, date):
        return True, written
    return bool(written), None


def _pair(record: records.KeyResult, desk: Desk) -> Target | None:
    """Look up the guard rail beside a key result: one of the same objective by its id, of another one, or a health metric."""
    if not record.pairs_with:
        return None
    name = record.pairs_with.removeprefix("#")
    if ":" not in name and "#" not in name and desk.objective:
        result = key_result_of(desk.objective, name, desk.names)
        return desk.found(result, lambda: desk.span("pairs_with"))
    return desk.reference(name, ("pairs_with",), ("key result", "health"), "a guard rail or health:<id>")


def _milestones(record: records.KeyResult, desk: Desk) -> tuple[Milestone, ...]:
    taken: dict[str, records.Milestone] = {}
    return tuple(_milestone(each, desk.into(each), taken) for each in record.milestones or ())


def _milestone(record: records.Milestone, desk: Desk, taken: dict[str, records.Milestone]) -> Milestone:
    name = record.id or slug(record.title)
    if not name and record.title:
        desk.tell(
            "bad-id",
            desk.span("title"),
            f"No id can be made of the title “{record.title}”.",
            "Write an `id` beside it.",
        )
    if name:
        _tell_clash(record, taken.setdefault(folded(name), record), name, desk)
    done, done_on = _done(record.done)
    return Milestone(name, record.title, record.weight or ONE, record.due, done, done_on)


def _tell_clash(record: records.Milestone, earlier: records.Milestone, name: str, desk: Desk) -> None:
    if earlier is record:
        return
    there = desk.into(earlier)
    related = Related(there.span("id" if earlier.id else "title"), f"“{earlier.title}” is named here first.")
    message = f"Two milestones of this key result are called “{name}”."
    desk.tell(
        "id-clash", desk.span("id" if record.id else "title"), message, "Give one of them another `id`.", [related]
    )


def _own_readings(record: records.KeyResult, kind: Kind, desk: Desk) -> tuple[Reading, ...]:
    """Link the readings at the key result itself, by day, the one without a day first."""
    if kind in (Kind.MILESTONES, Kind.YES_NO):
        _tell_no_numbers(record, kind, desk)
        return ()
    current = [Reading(None, record.current.value, None, None, desk.origin(record))] if record.current else []
    return (*current, *readings_of(record.readings, desk))


def readings_of(written: tuple[records.Reading, ...], desk: Desk) -> tuple[Reading, ...]:
    """Link readings without words, by day."""
    return tuple(
        sorted((_reading(each, desk.into(each)) for each in written), key=lambda reading: reading.day or date.min)
    )


def _reading(record: records.Reading, desk: Desk) -> Reading:
    return Reading(
        record.date, record.value.value, record.confidence, desk.prose(record.note, "note"), desk.origin(record)
    )


def _tell_no_numbers(record: records.KeyResult, kind: Kind, desk: Desk) -> None:
    key = "readings" if record.readings else "current" if record.current else None
    if key is None or is_uncertain(record):
        return
    said = "Milestones say" if kind is Kind.MILESTONES else "Yes or no says"
    way_out = "Write the day at `done`, or tell it in a check-in."
    desk.tell(
        "wrong-type", desk.span(key), f"{said} by `done` how far things are; there is no number to read.", way_out
    )
