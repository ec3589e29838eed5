"""`data/site.json`: everything on the pages, as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Any

from okrsite.addresses import address_of
from okrsite.exchange.json_text import json_text
from okrsite.exchange.records import Record, ask_record, objective_record, source_of
from okrsite.exchange.survey_records import survey_record
from okrsite.measure.model import CycleOnDay, MeasuredHealth, Site
from okrsite.plan.model import Organisation, Person, Team
from okrsite.targets import Target

SCHEMA = 1


def site_json(
    site: Site, *, people_pages: bool, passing: Callable[[Iterable[Record]], Iterator[Record]] = iter
) -> bytes:
    """Write a site as JSON in UTF-8, each thing on a line of its own. `passing` is given the records of all objectives to see.

    Keys are sorted and lists stand in the order of ids, so the same site gives the same bytes. People have an
    address only with `people_pages`.
    """
    written = BytesIO()
    between = "{"
    objectives = passing(map(objective_record, site.objectives.values()))
    for key, value in _whole(site, objectives, people_pages=people_pages):
        written.write(f'{between}"{key}":'.encode())
        for text in _texts(value):
            written.write(text.encode())
        between = ",\n"
    written.write(b"}\n")
    return written.getvalue()


def _whole(site: Site, objectives: Iterator[Record], *, people_pages: bool) -> Iterator[tuple[str, Any]]:
    """Give the keys of the whole in their order; long lists are made one thing at a time."""
    yield "as_of", site.as_of
    yield "asks", (ask_record(ask) for ask in site.asks)
    yield "cycles", (_cycle(cycle) for cycle in site.cycles.values())
    yield "health", (_health(metric) for metric in site.health.values())
    yield "objectives", objectives
    yield "organisation", _organisation(site.organisation)
    yield "people", (_person(person, page=people_pages) for person in site.people.values())
    yield "schema", SCHEMA
    yield "surveys", (survey_record(survey) for survey in site.surveys.values())
    yield "teams", (_team(team) for team in site.teams.values())


def _texts(value: Any) -> Iterator[str]:
    if not isinstance(value, Iterator):
        yield json_text(value)
        return
    yield from _lines(value)


def _lines(things: Iterable[Record]) -> Iterator[str]:
    before = "[\n"
    for thing in things:
        yield before + json_text(thing)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def _organisation(organisation: Organisation) -> Record:
    policy = organisation.policy
    themes = sorted(organisation.themes, key=lambda theme: theme.id)
    return {
        "name": organisation.name,
        "mission": organisation.mission,
        "vision": organisation.vision,
        "themes": [
            {"id": t.id, "title": t.title, "why": source_of(t.why), "url": address_of(Target("theme", t.id))}
            for t in themes
        ],
        "policy": {
            "scores_affect_pay": policy.scores_affect_pay,
            "surveys_min_group": policy.surveys_min_group,
            "statement": source_of(policy.statement),
        },
    }


def _cycle(cycle: CycleOnDay) -> Record:
    plan = cycle.plan
    return {
        "id": plan.id,
        "title": plan.title,
        "url": address_of(Target("cycle", plan.id)),
        "start": plan.start,
        "end": plan.end,
        "state": cycle.state,
        "closed": cycle.closed,
    }


def _team(team: Team) -> Record:
    return {
        "id": team.id,
        "name": team.name,
        "url": address_of(Target("team", team.id)),
        "parent": team.parent,
        "lead": team.lead,
        "members": sorted(set(team.members)),
    }


def _person(person: Person, *, page: bool) -> Record:
    return {
        "id": person.id,
        "name": person.name,
        "url": address_of(Target("person", person.id)) if page else None,
        "teams": sorted(set(person.teams)),
    }


def _health(metric: MeasuredHealth) -> Record:
    plan = metric.plan
    return {
        "id": plan.id,
        "title": plan.title,
        "unit": plan.unit,
        "at_least": plan.at_least,
        "at_most": plan.at_most,
        "value": metric.value,
        "value_date": metric.value_date,
        "held": metric.held,
    }
