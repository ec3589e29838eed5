"""Who and what is made by being named: people without a file, tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from okrsite.diagnostics import Finding
from okrsite.documents import records
from okrsite.plan.drafts import Draft
from okrsite.plan.objectives import owners_of, tags_of
from okrsite.plan.people import People
from okrsite.plan.things import told_of_tags
from okrsite.written import slug, wrong_with_id


def people_named(
    drafts: Sequence[Draft], check_ins: Iterable[records.CheckIn], teams: Iterable[records.TeamFile]
) -> Iterator[str]:
    """Give every name that stands where a person is named, in the order given."""
    for draft in drafts:
        yield from owners_of(draft)
        if draft.record:
            yield from _in_objective(draft.record)
    for check_in in check_ins:
        yield from _in_check_in(check_in)
    for team in teams:
        yield from (team.lead or "", *team.members)


def _in_objective(record: records.ObjectiveFile) -> Iterator[str]:
    yield from (each.owner or "" for each in record.key_results)
    for check_in in record.check_ins:
        yield from _in_check_in(check_in)
    for ask in record.asks:
        yield from _in_ask(ask)
    yield from (change.by or "" for change in record.changed)


def _in_check_in(record: records.CheckIn) -> Iterator[str]:
    yield record.by or ""
    if record.ask:
        yield from _in_ask(record.ask)
    yield from (reply.by or "" for reply in record.replies)


def _in_ask(record: records.Ask) -> Iterator[str]:
    yield record.by or ""
    yield from (reply.by or "" for reply in record.replies)


def name_all(people: People, names: Iterable[str], *, private: bool = False) -> None:
    """Let everybody be named, each once; who is named first so that it shows is shown so.

    What a private objective says of somebody who is named elsewhere, a fuller name or an address, is not taken up.
    """
    for name in dict.fromkeys(names):
        if name and not (private and people.known(name)):
            people.name(name)


def tags_named(drafts: Iterable[Draft], findings: list[Finding]) -> dict[str, str]:
    """Give the tags of objectives by their slugs, each as written first; one that has no slug has no page."""
    shown: dict[str, str] = {}
    for draft in drafts:
        for text in tags_of(draft):
            name = slug(text)
            if name and wrong_with_id(name) and name not in shown:
                findings.append(_refused(draft, text))
            if name:
                shown.setdefault(name, text)
    return shown


def _refused(draft: Draft, text: str) -> Finding:
    own = draft.record.tags if draft.record else ()
    at = draft.record.at if draft.record and text in own else ()
    return told_of_tags(draft.document.span((*at, "tags"), needle=text), text)
