"""What check-ins say of key results, merged into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from unicodedata import normalize

from okrsite.diagnostics import Related
from okrsite.documents import KEY, Document, records
from okrsite.plan.desk import Desk, Keys
from okrsite.plan.key_results import is_uncertain
from okrsite.plan.lookup import MOST_LISTED
from okrsite.plan.model import KeyResult, Kind, Milestone, Reading, ReadValue, Told
from okrsite.plan.near import NearNames, offered
from okrsite.plan.talk import Spoken
from okrsite.written import Quantity, Record

_WORDS = {
    Kind.NUMBER: "a number",
    Kind.GUARD_RAIL: "a number",
    Kind.MILESTONES: "the milestones that are done, by title or id",
    Kind.YES_NO: "true, on the day it is done",
    Kind.FIND_OUT: "a number, or true",
}


_BY_NUMBER = (Kind.NUMBER, Kind.GUARD_RAIL, Kind.FIND_OUT)

Place = tuple[Document, Record]
"""A reading and the document it stands in."""


@dataclass(slots=True)
class Heard:
    """A key result, and all that is heard of it in check-ins."""

    record: records.KeyResult
    key_result: KeyResult
    days: dict[date, Place]
    readings: list[Reading] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    milestones: dict[str, date] = field(default_factory=dict)
    done_on: date | None = None

    def merged(self) -> KeyResult:
        """Give the key result with what was heard. Check-ins come by day, so what is done is done on the first."""
        if not (self.readings or self.told):
            return self.key_result
        own = self.key_result
        readings = sorted(
            (*own.readings, *self.readings), key=lambda reading: (reading.day or date.min, reading.origin)
        )
        done_on = _first_day(own.done, own.done_on, self.done_on)
        return replace(
            own,
            readings=tuple(readings),
            told=tuple(self.told),
            milestones=tuple(self._milestone(milestone) for milestone in own.milestones),
            done=own.done or self.done_on is not None,
            done_on=done_on,
        )

    def _milestone(self, milestone: Milestone) -> Milestone:
        heard = self.milestones.get(milestone.id)
        if heard is None:
            return milestone
        return replace(milestone, done=True, done_on=_first_day(milestone.done, milestone.done_on, heard))


def _first_day(done: bool, on: date | None, heard: date | None) -> date | None:  # noqa: FBT001 - it is the fact asked about
    """Give the first day of two; a plain yes has none and holds on every day."""
    if done and on is None:
        return None
    return min((day for day in (on, heard) if day is not None), default=None)


def heard_of(record: records.KeyResult, key_result: KeyResult, desk: Desk) -> Heard:
    """Begin with the readings that stand at the key result itself."""
    days: dict[date, Place] = {}
    for reading in record.readings:
        days.setdefault(reading.date, (desk.document, reading))
    return Heard(record, key_result, days)


def hear(spoken: Spoken, heard: Mapping[str, Heard], *, torn: bool) -> dict[str, ReadValue]:
    """Take the readings of a check-in; give those that fit, as the check-in shows them.

    `torn` tells that some of the objective's key results could not be read: then an unknown one may be among them.
    """
    values: dict[str, ReadValue] = {}
    for key, reading in spoken.record.readings.items():
        name = normalize("NFC", key)
        one = heard.get(name)
        if one is None:
            if not torn:
                _tell_unknown(spoken.desk, key, list(heard))
        elif one.record.same_as:
            _tell_same(spoken.desk, key, one.record.same_as)
        else:
            value = _take(spoken, reading, one)
            if value is not None:
                values[name] = value
    return values


def _tell_unknown(desk: Desk, key: str, known: Sequence[str]) -> None:
    listed = f"Its key results are: {', '.join(known[:MOST_LISTED])}." if known else "It has no key results."
    ref = desk.objective or ""
    message = f"The objective “{ref}” has no key result “{key}”."
    desk.tell(
        "kr-arithmetic",
        desk.span("readings", key, KEY),
        message,
        offered(desk.names.near_key_results(ref).to(key)) or listed,
    )


def _tell_same(desk: Desk, key: str, other: str) -> None:
    message = f"“{key}” is the same as “{other}”, and is read there."
    desk.tell("kr-arithmetic", desk.span("readings", key, KEY), message, f"Give this reading at {other}.")


def _take(spoken: Spoken, written: records.CheckInReading, heard: Heard) -> ReadValue | None:
    value = _simple_number(written.value, heard.key_result)
    if value is None:
        value = _value(written.value, heard, spoken.desk.into(written))
    if value is None:
        return None
    _note_day(spoken, written, heard)
    day, origin = spoken.record.date, spoken.desk.origin(written)
    confidence = spoken.record.confidence if written.confidence is None else written.confidence
    note = spoken.desk.into(written).prose(written.note, "note") if written.note else None
    if heard.key_result.kind in (Kind.MILESTONES, Kind.YES_NO):
        heard.told.append(Told(day, confidence, note, origin))
        _mark_done(value, day, heard)
    else:
        number = value if isinstance(value, Decimal) else Decimal(1)
        heard.readings.append(Reading(day, number, confidence, note, origin, of_check_in=True))
    return value


def _simple_number(written: Quantity | bool | tuple[str, ...], key_result: KeyResult) -> ReadValue | None:  # noqa: FBT001 - as written
    """Give a number that a key result is counted by in its own unit, as nearly all are; None for all else."""
    if isinstance(written, Quantity) and key_result.kind in _BY_NUMBER and written.unit in (None, key_result.unit):
        return written.value
    return None


def _mark_done(value: ReadValue, day: date, heard: Heard) -> None:
    if isinstance(value, tuple):
        for name in value:
            heard.milestones.setdefault(name, day)
    elif heard.done_on is None:
        heard.done_on = day


def _value(written: Quantity | bool | tuple[str, ...], heard: Heard, desk: Desk) -> ReadValue | None:  # noqa: FBT001 - as written
    """Understand a value by the kind of its key result, or say why it can't be."""
    kind = heard.key_result.kind
    if kind is Kind.MILESTONES and not isinstance(written, bool):
        return _milestones((written.text,) if isinstance(written, Quantity) else written, heard, desk)
    if kind in (Kind.YES_NO, Kind.FIND_OUT) and written is True:
        return True
    if kind in _BY_NUMBER and isinstance(written, Quantity):
        return _number(written, heard, desk)
    if not is_uncertain(heard.record):
        name = heard.key_result.title or heard.key_result.id
        words = f"A reading of “{name}” is {_WORDS[kind]}."
        desk.tell("wrong-type", desk.span("value"), words, "Write that here, or take this reading away.")
    return None


def _number(written: Quantity, heard: Heard, desk: Desk) -> Decimal | None:
    unit = heard.key_result.unit
    if written.unit is None or written.unit == unit or is_uncertain(heard.record):
        return written.value
    has = f"is counted in {unit}" if unit else "has no unit"
    way_out = (
        f"Write it in {unit}: nothing is converted." if unit else f"Write `unit: {written.unit}` at the key result."
    )
    name = heard.key_result.title or heard.key_result.id
    desk.tell("kr-arithmetic", desk.span("value"), f"{written.text} is in {written.unit}, and “{name}” {has}.", way_out)
    return None


def _milestones(written: Sequence[str], heard: Heard, desk: Desk) -> tuple[str, ...] | None:
    names = {normalize("NFC", milestone.title): milestone.id for milestone in heard.key_result.milestones}
    names |= {milestone.id: milestone.id for milestone in heard.key_result.milestones}
    titles = [milestone.title for milestone in heard.key_result.milestones]
    found = []
    for text in written:
        name = normalize("NFC", text.strip())
        if name in names:
            found.append(names[name])
        elif not is_uncertain(heard.record):
            near = offered(NearNames(titles).to(name)) or f"Its milestones are: {', '.join(titles)}."
            message = f"“{heard.key_result.title or heard.key_result.id}” has no milestone “{text}”."
            desk.tell("kr-arithmetic", desk.span("value", needle=text), message, near)
    return tuple(dict.fromkeys(found)) or None


def _note_day(spoken: Spoken, written: records.CheckInReading, heard: Heard) -> None:
    """Remember where a key result was read on a day; a second place is an error, said at the later of the two."""
    here = (spoken.desk.document, written)
    other = heard.days.setdefault(spoken.record.date, here)
    if other is not here:
        _tell_twice(spoken, sorted((other, here), key=_source), heard.key_result)


def _tell_twice(spoken: Spoken, places: Sequence[Place], key_result: KeyResult) -> None:
    first, second = (document.span(_keys(reading)) for document, reading in places)
    name = key_result.title or key_result.id
    spoken.desk.tell(
        "kr-arithmetic",
        second,
        f"There are two readings of “{name}” on {spoken.record.date}; the other one stands in {first.path}, line {first.line}.",
        "Keep one of them: which of the two counts?",
        [Related(first, "The other reading of that day.")],
    )


def _source(place: Place) -> tuple[str, int]:
    document, reading = place
    return document.source.path, reading.line


def _keys(reading: Record) -> Keys:
    return (*reading.at, "date") if isinstance(reading, records.Reading) else reading.at
