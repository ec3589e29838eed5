"""One file linked again by itself, against all that was linked before: what somebody who writes wants to see at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from okrsite.documents import Document
from okrsite.plan.drafts import Draft, Folders, drafts_of, key_result_ids
from okrsite.plan.linking import Linking, Site, linked_alone, spoken_in
from okrsite.plan.model import Objective
from okrsite.plan.naming import people_named, tags_named
from okrsite.plan.shelves import OKRS
from okrsite.plan.talk import Spoken
from okrsite.sources import Kind


def link_again(linking: Linking, before: Document, now: Document) -> tuple[Objective, ...] | None:
    """Link the objectives that a file is about anew, by the names that everything had.

    None where that may not be all that changes: where it names other objectives, key results, people or tags than
    before, where a key result is the same as another, or where anything is wrong.
    """
    site = replace(linking.site, findings=[])
    if now.source.kind in OKRS:
        drafts = _redrafted(linking, site, before, now)
        talk = linking.talk
    elif now.source.kind in (Kind.CHECK_IN, Kind.CHECK_INS):
        old, new = list(spoken_in(site, before)), list(spoken_in(site, now))
        refs = dict.fromkeys(ref for ref, _ in (*old, *new))
        talk = dict(linking.talk) | {ref: _talk_of(linking, ref, before, new) for ref in refs}
        drafts = [linking.kept[ref] for ref in refs]
    else:
        return None
    if drafts is None or site.findings or not _known(site, drafts, talk):
        return None
    ids = [key_result_ids(draft, site.findings) for draft in drafts]
    alone = [linked_alone(site, draft, own, talk) for draft, own in zip(drafts, ids, strict=True)]
    linked = tuple(one for one in alone if one)
    return linked if len(linked) == len(drafts) and not site.findings else None


def _redrafted(linking: Linking, site: Site, before: Document, now: Document) -> list[Draft] | None:
    """Draft the objectives of a file again, if they are called as they were."""
    folders = Folders(site.things["cycle"].names, site.things["team"].names)
    old = [draft for draft in site.drafts if draft.document is before]
    new = drafts_of([now], folders, site.findings)
    same = len(old) == len(new) and all(_alike(linking, one, other) for one, other in zip(old, new, strict=True))
    return new if same else None


def _alike(linking: Linking, old: Draft, new: Draft) -> bool:
    return (
        linking.kept.get(old.ref) is old
        and (old.ref, old.aliases, old.private) == (new.ref, new.aliases, new.private)
        and key_result_ids(old, []) == key_result_ids(new, [])
        and not any(key_result.same_as for key_result in (new.record.key_results if new.record else ()))
    )


def _talk_of(linking: Linking, ref: str, before: Document, new: Iterable[tuple[str, Spoken]]) -> Sequence[Spoken]:
    """Give what is said of an objective apart, with that of the changed file in the place of what it said before."""
    others = (spoken for spoken in linking.talk.get(ref, ()) if spoken.desk.document is not before)
    return (*others, *(spoken for about, spoken in new if about == ref))


def _known(site: Site, drafts: Sequence[Draft], talk: Mapping[str, Sequence[Spoken]]) -> bool:
    """Tell whether everybody who is named is known, and every tag."""
    said = (spoken.record for draft in drafts for spoken in talk.get(draft.ref, ()))
    people = site.names.people
    strangers = (name for name in people_named(drafts, said, ()) if name and not people.known(name))
    return next(strangers, None) is None and tags_named(drafts, site.findings).keys() <= site.names.tags.keys()
