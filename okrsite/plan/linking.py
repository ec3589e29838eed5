"""From documents to a plan: names first, then everything that refers to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from okrsite.config import Config
from okrsite.diagnostics import Finding
from okrsite.documents import Document, records
from okrsite.plan import company
from okrsite.plan.attachments import Look
from okrsite.plan.calendar import cycles_of
from okrsite.plan.cycles import FiscalYear
from okrsite.plan.desk import Desk
from okrsite.plan.drafts import Draft, Folders, drafts_of, key_result_ids, without_clashes
from okrsite.plan.leads import leads_of
from okrsite.plan.links import Links
from okrsite.plan.lookup import Here, Objectives
from okrsite.plan.model import Cycle, Objective, Plan
from okrsite.plan.naming import name_all, people_named, tags_named
from okrsite.plan.objectives import Around, objective
from okrsite.plan.people import People
from okrsite.plan.references import Names, Thing
from okrsite.plan.rings import told_of_rings, without_rings
from okrsite.plan.sameness import with_sameness
from okrsite.plan.shelves import OKRS, Shelves, check_ins_of, shelved, things_on, unread
from okrsite.plan.surveys import surveys as surveys_of
from okrsite.plan.talk import Spoken
from okrsite.plan.things import Things
from okrsite.plan.torn import has_torn_key_results, torn_files, torn_themes, torn_things
from okrsite.sources import Kind
from okrsite.targets import Target


@dataclass
class Site:
    """A site while it is linked: what is named in it, and what is wrong."""

    shelves: Shelves
    names: Names
    links: Links
    things: Mapping[str, Things]
    cycles: Mapping[str, Cycle]
    drafts: Sequence[Draft]
    findings: list[Finding]
    key_results: dict[int, tuple[str, ...]] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)

    def at(self, document: Document) -> Desk:
        """Lay a document on the desk that is about no objective."""
        return Desk(document, Here(mount=document.source.mount), self.names, self.links, self.findings)

    def at_draft(self, draft: Draft) -> Desk:
        """Lay an objective on the desk."""
        here = Here(draft.ref, draft.cycle, mount=draft.document.source.mount)
        at = draft.record.at if draft.record else ()
        return Desk(draft.document, here, self.names, self.links, self.findings, at, draft.ref)


@dataclass(frozen=True, slots=True)
class Linking:
    """How a plan was linked: the site with all its names, who stands under each name, and what is said of each apart."""

    site: Site
    kept: Mapping[str, Draft]
    talk: Mapping[str, Sequence[Spoken]]


def link(documents: Iterable[Document], config: Config, look: Look) -> tuple[Plan, list[Finding]]:
    """Link what the documents of a site say into one plan, and give what is wrong between them (see `linked`)."""
    plan, findings, _ = linked(documents, config, look)
    return plan, findings


def linked(documents: Iterable[Document], config: Config, look: Look) -> tuple[Plan, list[Finding], Linking]:
    """Link what the documents of a site say into one plan; give what is wrong between them, and how it was linked.

    `look` finds files beside sources that prose links to. What a document says wrongly by itself has been told when it
    was read, and is not told again: what it names is known all the same. Of two things with one name the first by
    path is in the plan. Nothing is computed at a date.
    """
    findings: list[Finding] = []
    shelves = shelved(documents)
    site = _named(shelves, config, look, findings)
    kept = _kept(site)
    site.links.leads.update(leads_of(shelves.by_kind, kept, site.names, site.things))
    talk = _talk(site)
    _name_people_and_tags(site, kept, talk)
    alone = [linked_alone(site, draft, site.key_results[at], talk) for at, draft in enumerate(site.drafts)]
    objectives = {
        one.ref: one for one, draft in zip(alone, site.drafts, strict=True) if one and kept.get(one.ref) is draft
    }
    plan = _plan(site, with_sameness(objectives), config)
    findings += told_of_rings(plan, kept, site.things["team"].by_id, site.names)
    return without_rings(plan), findings, Linking(site, kept, talk)


def _named(shelves: Shelves, config: Config, look: Look, findings: list[Finding]) -> Site:
    """Find out what everything is called."""
    found = things_on(shelves, findings)
    fiscal = FiscalYear(config.fiscal_year_start, config.fiscal_year_named)
    cycles = cycles_of(found["cycle"].by_id, fiscal, findings)
    folders = Folders(found["cycle"].names, found["team"].names)
    drafts = drafts_of(shelves.of(*OKRS), folders, findings)
    people = People(found["person"].names)
    names = Names(Objectives.empty(cycles), people)
    kinds: tuple[Thing, ...] = ("theme", "health", "team", "cycle", "page")
    names.things.update({kind: found[kind].names for kind in kinds})
    names.damaged.update(unread(found))
    names.torn.extend(torn_files(shelves.of(*OKRS), folders))
    names.torn_things.update({kind: torn_things(found[kind].by_id) for kind in kinds})
    names.torn_things["theme"] = torn_themes(shelves.org)
    links = Links(look, f"{config.content}/static", _roots_outside(config))
    return Site(shelves, names, links, found, cycles, drafts, findings)


def _roots_outside(config: Config) -> tuple[str, ...]:
    return tuple(mount.path for mount in config.mounts if mount.path.startswith(("../", "/")) or mount.path == "..")


def _kept(site: Site) -> dict[str, Draft]:
    """Settle the names of objectives and key results; give the objectives by the full names that lead to them."""
    site.drafts, kept = without_clashes(site.drafts, site.findings)
    for name, draft in kept.items():
        _learn(site, name, draft)
    for number, draft in enumerate(site.drafts):
        ids = key_result_ids(draft, site.findings)
        site.key_results[number] = ids
        if kept.get(draft.ref) is draft:
            if draft.record is None:
                site.names.damaged.add(Target("objective", draft.ref))
            site.names.key_results[draft.ref] = ids
            if has_torn_key_results(draft):
                site.names.torn_key_results.add(draft.ref)
    return kept


def _learn(site: Site, name: str, draft: Draft) -> None:
    """Let a full name lead to its objective, everywhere, and in its mount without the prefix."""
    objectives, source = site.names.objectives, draft.document.source
    last = name.rpartition("/")[2]
    objectives.everywhere.add(draft.cycle, draft.team, last, draft.ref)
    if source.mount is not None:
        objectives.mounts[source.mount].add(draft.cycle, draft.team, last.removeprefix(source.prefix), draft.ref)


def _talk(site: Site) -> dict[str, list[Spoken]]:
    """Give the check-ins apart from their objectives, by the full name of the objective each is about."""
    talk: dict[str, list[Spoken]] = defaultdict(list)
    for document in site.shelves.of(Kind.CHECK_IN, Kind.CHECK_INS):
        for ref, spoken in spoken_in(site, document):
            talk[ref].append(spoken)
    return talk


def spoken_in(site: Site, document: Document) -> Iterator[tuple[str, Spoken]]:
    """Give the check-ins of a file with the full name of the objective each is about."""
    desk = site.at(document)
    for record in check_ins_of(document):
        about = desk.into(record).on(record.date)
        target = (
            about.reference(record.objective, ("objective",), ("objective",), "an objective")
            if record.objective
            else None
        )
        if target is not None:
            yield target.id, Spoken(record, about.about(target.id))


def _name_people_and_tags(site: Site, kept: Mapping[str, Draft], talk: Mapping[str, Sequence[Spoken]]) -> None:
    """Make who and what is only named; what is public is asked first how it writes a name."""
    drafts = sorted(
        {draft.ref: draft for draft in kept.values()}.values(), key=lambda draft: (draft.private, draft.ref.split("/"))
    )
    drafts += [draft for draft in site.drafts if kept.get(draft.ref) is not draft]
    teams = [
        document.record for document in site.shelves.of(Kind.TEAM) if isinstance(document.record, records.TeamFile)
    ]
    for private in (False, True):
        mine = [draft for draft in drafts if draft.private is private]
        said = (spoken.record for draft in mine for spoken in talk.get(draft.ref, ()))
        name_all(site.names.people, people_named(mine, said, () if private else teams), private=private)
    site.names.tags.update(tags_named(drafts, site.findings))


def linked_alone(
    site: Site, draft: Draft, key_results: Sequence[str], talk: Mapping[str, Sequence[Spoken]]
) -> Objective | None:
    """Link one objective, by the names of a site; `key_results` are the ids of its own. None where it can't be read."""
    if draft.record is None:
        return None
    around = Around(talk.get(draft.ref, ()), site.names.tags)
    return objective(draft, draft.record, key_results, around, site.at_draft(draft))


def _plan(site: Site, objectives: Mapping[str, Objective], config: Config) -> Plan:
    found, at = site.things, site.at
    organisation = company.organisation(site.shelves.org, found["theme"].by_id, config.title, at)
    teams, people = company.teams_and_people(found["team"].by_id, found["person"].by_id, site.names.people, at)
    health = [company.health(thing, at) for _, thing in sorted(found["health"].by_id.items())]
    pages = [company.free_page(thing, at) for _, thing in sorted(found["page"].by_id.items())]
    surveys = surveys_of(found["survey"].by_id, at)
    return Plan(
        organisation=organisation,
        cycles=company.with_prose(site.cycles, found["cycle"].by_id, at),
        teams=teams,
        people=people,
        objectives={ref: objectives[ref] for ref in sorted(objectives, key=lambda ref: ref.split("/"))},
        health={metric.id: metric for metric in health if metric},
        pages={page.path: page for page in pages if page},
        tags=dict(sorted(site.names.tags.items())),
        attachments=dict(sorted(site.links.attachments.items())),
        surveys=surveys,
    )
