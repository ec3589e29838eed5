"""What the data files say of objectives: one record a thing, its keys in the order of the reference.

Values are text, numbers (`Decimal` as given, `Fraction` as computed), days, None where something does not apply, and
lists and mappings of these. How they are written down is up to each file.
"""

from __future__ import annotations

from typing import Any

from okrsite.addresses import address_of
from okrsite.measure.due import is_answered
from okrsite.measure.model import MeasuredKeyResult, MeasuredObjective, NeededBy
from okrsite.plan.model import Ask, CheckIn, ReadValue, Reply
from okrsite.prose import Prose
from okrsite.targets import Target

Record = dict[str, Any]


def objective_record(objective: MeasuredObjective) -> Record:
    """Give what the data says of an objective."""
    plan = objective.plan
    return {
        "ref": plan.ref,
        "id": plan.id,
        "url": address_of(Target("objective", plan.ref)),
        "cycle": plan.cycle,
        "team": plan.team,
        "teams": sorted(set(plan.teams)),
        "title": plan.title,
        "why": source_of(plan.why),
        "for": plan.serves,
        "type": plan.type,
        "origin": plan.came_from,
        "state": objective.state,
        "private_supporters": objective.private_supporters,
        "owners": list(plan.owners),
        "tags": [text for _, text in plan.tags],
        **_measures(objective),
        **_edges(objective),
        "since": plan.since,
        "asks": [ask_record(ask) for ask in objective.asks],
        "key_results": [key_result_record(key_result, objective) for key_result in objective.key_results],
        "check_ins": [check_in_record(check_in) for check_in in objective.check_ins],
        "source": {"path": plan.origin.path, "line": plan.origin.line},
    }


def key_result_record(key_result: MeasuredKeyResult, objective: MeasuredObjective) -> Record:
    """Give what the data says of a key result; without an owner of its own the objective's first looks after it."""
    plan = key_result.plan
    return {
        "id": plan.id,
        "title": plan.title,
        "kind": plan.kind.value,
        "unit": plan.unit,
        "start": plan.start,
        "target": plan.target,
        "at_least": plan.at_least,
        "at_most": plan.at_most,
        "value": key_result.value,
        "value_date": key_result.value_date,
        "raw_progress": key_result.raw,
        "progress": key_result.progress,
        "confidence": key_result.confidence,
        "held": key_result.held,
        "same_as": plan.same_as,
        "score": plan.score,
        "weight": plan.weight,
        "due": plan.due,
        "source": plan.source,
        "owner": plan.owner or next(iter(objective.plan.owners), None),
        "teams": sorted(set(plan.teams)),
    }


def check_in_record(check_in: CheckIn) -> Record:
    """Give what the data says of a check-in."""
    return {
        "date": check_in.day,
        "by": check_in.by,
        "confidence": check_in.confidence,
        "status": check_in.status,
        "readings": {name: _read(value) for name, value in check_in.readings.items()},
        "learned": source_of(check_in.learned),
        "blocked": source_of(check_in.blocked),
        "ask": ask_record(check_in.ask) if check_in.ask else None,
        "next": source_of(check_in.next),
        "replies": [_reply(reply) for reply in check_in.replies],
    }


def ask_record(ask: Ask) -> Record:
    """Give what the data says of an ask; it is answered when one of its replies says that it answers."""
    return {
        "objective": ask.objective,
        "date": ask.day,
        "by": ask.by,
        "what": source_of(ask.what),
        "of": ask.of.id if ask.of else ask.of_text,
        "until": ask.until,
        "answered": is_answered(ask),
        "replies": [_reply(reply) for reply in ask.replies],
    }


def source_of(prose: Prose | None) -> str | None:
    """Give a text as it was written, without the empty lines around it that a file or a block of YAML ends with."""
    return prose.source.lstrip("\n").rstrip() if prose else None


def _measures(objective: MeasuredObjective) -> Record:
    return {
        "progress": objective.progress,
        "raw_progress": objective.raw_progress,
        "measured": objective.measured,
        "of": objective.of,
        "weakest": f"{objective.ref}#{objective.weakest}" if objective.weakest else None,
        "confidence": objective.confidence,
        "status": objective.status,
        "quiet": objective.quiet,
        "outcome": objective.outcome,
        "score": objective.plan.score,
    }


def _edges(objective: MeasuredObjective) -> Record:
    """Give the edges of an objective. One that leads to a private objective is not there."""
    supports = ((edge, edge.to) for edge in objective.supports)
    needs = ((need, need.to) for need in objective.needs)
    return {
        "supports": [
            {"to": to.name, "because": source_of(edge.because), "primary": edge.primary} for edge, to in supports if to
        ],
        "supported_by": list(dict.fromkeys(below.ref for below in objective.supported_by)),
        "why_chain": [step.to.name for step in objective.why_chain],
        "depends_on": [
            {"to": to.name, "need": need.need, "by": need.by, "state": need.state} for need, to in needs if to
        ],
        "needed_by": [_needed_by(needed) for needed in objective.needed_by],
        "continues": _continues(objective),
        "continued_by": [{"from": c.ref, "because": source_of(c.because)} for c in objective.continued_by],
    }


def _needed_by(needed: NeededBy) -> Record:
    return {"from": needed.ref, "need": needed.need, "by": needed.by, "state": needed.state}


def _continues(objective: MeasuredObjective) -> Record | None:
    if objective.continues is None:
        return None
    to, because = objective.continues
    return {"to": to, "because": source_of(because)}


def _read(value: ReadValue) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _reply(reply: Reply) -> Record:
    return {"by": reply.by, "date": reply.day, "text": source_of(reply.text), "answers": reply.answers}
