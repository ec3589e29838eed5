"""The files that people would write for Hugo and Eleventy: the same facts, with what makes it easy for them.

Everything that a template would have to look for far away is brought near: check-ins stand in their objective, a measure
that is shared is told in both places, references in texts are links, and those who have a hand in something are listed
in one place, so that Hugo's taxonomies and Eleventy's collections find them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from benchmarks.facts import Facts, Record
from benchmarks.generate import CYCLES

_REFERENCE = re.compile(r"\[\[([^]]+)]]")
_RENAMED = {"type": "aim"}
"""Names that Hugo has a meaning of its own for."""


def markdown(record: Record, body: str = "") -> str:
    """Write a record in front of a text, as YAML between two lines of three dashes."""
    front = yaml.dump(record, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=10**6)
    return f"---\n{front}---\n{body}"


def objective(ref: str, facts: Facts) -> str:
    """Write the file of an objective."""
    given = {key: value for key, value in facts.objectives[ref].items() if key != "body" and value != []}
    record = {_RENAMED.get(key, key): value for key, value in given.items()}
    people = sorted({*record.get("owners", []), *(entry["by"] for entry in record.get("check_ins", []))})
    return markdown({**record, "ref": ref, "people": people}, _linked(facts.objectives[ref]["body"], facts))


def _linked(body: str, facts: Facts) -> str:
    """Put a link where a text names an objective; a name alone where that one is private."""
    return _REFERENCE.sub(lambda found: _link(found[1], facts), body)


def _link(ref: str, facts: Facts) -> str:
    target = facts.objectives[ref]
    return "a private objective" if target.get("private") else f"[{target['title']}](/objectives/{ref}.html)"


def shown(facts: Facts) -> list[str]:
    """Give the objectives that have a page: all but the private ones."""
    return [ref for ref, record in facts.objectives.items() if not record.get("private")]


def pages(facts: Facts) -> Iterator[tuple[str, str]]:
    """Every page that people write, by its path below the folder of contents."""
    for ref in shown(facts):
        yield f"objectives/{ref}.md", objective(ref, facts)
    for team, record in facts.teams.items():
        people = [record["lead"]] if "lead" in record else []
        yield f"teams/{team}.md", _page({**record, "title": record["name"], "id": team, "people": people})
    for kind in ("health", "pages"):
        for name, record in getattr(facts, kind).items():
            yield f"{kind}/{name}.md", _page({**record, "id": name})
    for theme in facts.organisation["themes"]:
        yield f"themes/{theme['id']}.md", markdown(theme)


def _page(record: Record) -> str:
    return markdown({key: value for key, value in record.items() if key != "body"}, record["body"])


def company(facts: Facts) -> dict[str, Any]:
    """What all pages know: the organisation, its cycles and the day that counts."""
    cycles = [{"id": name, "start": str(first), "end": str(last)} for name, (first, last) in CYCLES.items()]
    return {
        "name": facts.organisation["name"],
        "mission": facts.organisation["mission"],
        "cycles": cycles,
        "today": facts.as_of,
    }
