"""Both sides without what is private on either: as if what is private now had always been."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from typing import TypeVar

from okrsite.documents import Document
from okrsite.documents.records import ObjectiveFile, TeamObjectivesFile
from okrsite.measure import measure
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.plan import link
from okrsite.plan.names import folded
from okrsite.review.model import Side
from okrsite.review.private import Guard, Lines, Private, Secret, drafts, drawn_together, is_private, private_of
from okrsite.sources import look_from
from okrsite.written import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Discreet:
    """Both sides as they may be told of, how many objectives have been made private, and what may be said of findings."""

    before: Side
    after: Side
    hidden: int
    guard: Guard


def discreet(before: Side, after: Side) -> Discreet:
    """Take out of both sides what is private now, or is meant to be.

    What was private and is public now may be named: it is new. What was private and is gone may not.
    """
    was, now = private_of(before.documents), private_of(after.documents)
    shown = _without(after, now)
    damaged = frozenset(document.source.path for document in after.documents if document.damaged)
    private = drawn_together(was, now, shown.site.objectives, damaged)
    if not private.secrets:
        return Discreet(before, shown, 0, Guard(private))
    then = _without(before, private, shown.site)
    gone = [each for ref, each in before.site.objectives.items() if ref not in then.site.objectives]
    earlier = tuple(map(_as_it_was, gone))
    return Discreet(then, shown, len(gone), Guard(replace(private, secrets=(*private.secrets, *earlier))))


def _as_it_was(objective: MeasuredObjective) -> Secret:
    """Give what an objective was called before it became private."""
    plan = objective.plan
    return Secret(frozenset({plan.ref}), frozenset({folded(plan.id)}), folded(plan.title), Lines("", 1, 0))


def _without(side: Side, private: Private, now: Site | None = None) -> Side:
    """Link and measure a side again with objectives made private; as it is where there are none.

    They are known by full name, or, where nobody bears their name `now`, by a title.
    """
    meant = {
        id(draft.record)
        for draft in (drafts(side.documents) if private.secrets else ())
        if draft.record is not None
        and not draft.record.private
        and (
            draft.ref in private.refs
            or is_private(draft.record)
            or (now is not None and draft.ref not in now.objectives and folded(draft.record.title) in private.titles)
        )
    }
    return replace(side, site=_linked(side, meant)) if meant else side


def _linked(side: Side, meant: set[int]) -> Site:
    config = side.config
    plan, _ = link(_hidden(side.documents, meant), config, look_from(config))
    return measure(plan, config.as_of, check_in_every=config.check_in_every)


def _hidden(documents: Iterable[Document], meant: set[int]) -> Iterator[Document]:
    for document in documents:
        record = document.record
        if isinstance(record, ObjectiveFile) and id(record) in meant:
            yield replace(document, record=_made_private(record))
        elif isinstance(record, TeamObjectivesFile) and any(id(each) in meant for each in record.objectives):
            listed = tuple(_made_private(each) if id(each) in meant else each for each in record.objectives)
            yield replace(document, record=_with(record, objectives=listed))
        else:
            yield document


def _made_private(record: ObjectiveFile) -> ObjectiveFile:
    return _with(record, private=True)


def _with(record: R, **values: object) -> R:
    """Give a record with other values; `replace` would read all of it again, and lose its line."""
    made = copy(record)
    for key, value in values.items():
        object.__setattr__(made, key, value)
    return made
