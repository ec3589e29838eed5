"""An objective, linked: its own file and all check-ins about it become one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from okrsite.documents import records
from okrsite.plan.desk import Desk
from okrsite.plan.drafts import Draft
from okrsite.plan.key_results import key_result
from okrsite.plan.merge import Heard, hear, heard_of
from okrsite.plan.model import Ask, Change, CheckIn, Continues, Ending, KeyResult, Need, Objective, Support
from okrsite.plan.talk import Spoken, ask_of, check_in_of
from okrsite.prose import Prose
from okrsite.written import slug

_SUPPORTED = ("objective", "key result", "theme", "mission")
_NEEDED = ("objective", "key result", "team")


@dataclass(frozen=True, slots=True)
class Around:
    """What belongs to an objective beside its own file: the check-ins elsewhere, and how tags are shown by their slug."""

    check_ins: Sequence[Spoken]
    tags: Mapping[str, str]


def owners_of(draft: Draft) -> tuple[str, ...]:
    """Give who looks after an objective as written; the owner of its team's file where it names nobody."""
    record = draft.record
    if record is None:
        return ()
    own = record.owners or ((record.owner,) if record.owner else ())
    if own or draft.defaults is None or draft.defaults.owner is None:
        return own
    return (draft.defaults.owner,)


def tags_of(draft: Draft) -> tuple[str, ...]:
    """Give the tags of an objective as written, after those of its team's file."""
    own = draft.record.tags if draft.record else ()
    return (*(draft.defaults.tags if draft.defaults else ()), *own)


def objective(draft: Draft, record: records.ObjectiveFile, ids: Sequence[str], around: Around, desk: Desk) -> Objective:
    """Link an objective; `ids` are those of its key results."""
    owners = _owners(draft, record, desk)
    heard = _heard(record, ids, owners, desk)
    own = (Spoken(each, desk.into(each).on(each.date)) for each in record.check_ins)
    spoken = sorted((*own, *around.check_ins), key=lambda each: each.place)
    check_ins = tuple(_check_in(each, heard) for each in spoken)
    return Objective(
        ref=draft.ref,
        id=draft.id,
        cycle=draft.cycle,
        team=draft.team,
        title=record.title,
        why=desk.prose(record.why, "why"),
        serves=record.serves,
        type=record.type,
        came_from=record.origin or (draft.defaults.origin if draft.defaults else None),
        state=record.state or "active",
        teams=tuple(sorted(set(desk.named_things("team", record.teams, "teams")) - {draft.team})),
        owners=owners,
        contact=record.contact,
        supports=tuple(filter(None, (_support(each, desk.into(each)) for each in record.supports))),
        needs=tuple(filter(None, (_need(each, desk.into(each)) for each in record.depends_on))),
        tags=_tags(draft, around.tags),
        key_results=tuple(one.merged() for one in heard.values()),
        check_ins=check_ins,
        asks=_asks(record, check_ins, desk),
        changed=tuple(_change(each, desk.into(each)) for each in record.changed),
        health=desk.named_things("health", record.health, "health"),
        continues=_continues(record, desk),
        since=record.since,
        score=record.score,
        closed=_ending(record.closed, desk),
        dropped=_ending(record.dropped, desk),
        paused=_ending(record.paused, desk),
        allow=record.allow,
        private=record.private,
        aliases=draft.aliases,
        body=_body(record, desk),
        origin=desk.origin(record),
    )


def _owners(draft: Draft, record: records.ObjectiveFile, desk: Desk) -> tuple[str, ...]:
    if record.owners:
        return desk.people(record.owners, "owners")
    top = desk if record.owner else desk.into(draft.defaults) if draft.defaults else desk
    named = (top.person(text, "owner") for text in owners_of(draft))
    return tuple(person for person in named if person)


def _heard(record: records.ObjectiveFile, ids: Sequence[str], owners: Sequence[str], desk: Desk) -> dict[str, Heard]:
    """Link the key results by their ids, the first of a clash."""
    heard: dict[str, Heard] = {}
    for name, each in zip(ids, record.key_results, strict=True):
        linked: KeyResult = key_result(each, name, owners[0] if owners else None, desk)
        heard.setdefault(name, heard_of(each, linked, desk))
    return heard


def _check_in(spoken: Spoken, heard: Mapping[str, Heard]) -> CheckIn:
    readings = hear(spoken, heard, torn=spoken.desk.objective in spoken.desk.names.torn_key_results)
    return check_in_of(spoken, readings, body=spoken.desk.document.source.kind == "check-in")


def _support(record: records.Support, desk: Desk) -> Support | None:
    target = desk.reference(record.to, ("to",), _SUPPORTED, "an objective, a key result, theme:<id> or mission")
    because = desk.prose(record.because, "because")
    return Support(target, because, desk.origin(record)) if target else None


def _need(record: records.Need, desk: Desk) -> Need | None:
    target = desk.reference(record.to, ("to",), _NEEDED, "an objective, a key result or team:<id>")
    if target is None or _is_itself(target.id, record.to, desk):
        return None
    return Need(target, record.need, record.by, record.state, desk.origin(record))


def _continues(record: records.ObjectiveFile, desk: Desk) -> Continues | None:
    written = record.continues
    if written is None:
        return None
    desk = desk.into(written)
    target = desk.reference(written.to, ("to",), ("objective",), "an objective of an earlier cycle")
    because = desk.prose(written.because, "because")
    if target is None or _is_itself(target.id, written.to, desk):
        return None
    return Continues(target.id, because)


def _is_itself(ref: str, written: str, desk: Desk) -> bool:
    if ref != desk.objective:
        return False
    desk.tell(
        "ref-broken",
        desk.span("to"),
        f"“{written}” is this objective itself.",
        "Name the other objective that is meant.",
    )
    return True


def _tags(draft: Draft, shown: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    tags = {(name, shown.get(name, text) if name else text): None for text in tags_of(draft) for name in [slug(text)]}
    return tuple(tags)


def _asks(record: records.ObjectiveFile, check_ins: Sequence[CheckIn], desk: Desk) -> tuple[Ask, ...]:
    own = [ask_of(each, desk, each.date) for each in record.asks]
    own += [check_in.ask for check_in in check_ins if check_in.ask]
    return tuple(sorted(own, key=lambda ask: (ask.day, ask.origin)))


def _change(record: records.Change, desk: Desk) -> Change:
    why = desk.prose(record.why, "why")
    return Change(record.date, desk.person(record.by, "by"), desk.text(record.what, "what"), why)


def _ending(record: records.Closed | records.Dropped | records.Paused | None, desk: Desk) -> Ending | None:
    if record is None:
        return None
    desk = desk.into(record)
    why, learned = getattr(record, "why", None), getattr(record, "learned", None)
    return Ending(record.date, desk.prose(why, "why"), desk.prose(learned, "learned"))


def _body(record: records.ObjectiveFile, desk: Desk) -> Prose | None:
    if isinstance(record, records.ListedObjective):
        return desk.prose(record.text, "text")
    return desk.body(desk.document.body)
