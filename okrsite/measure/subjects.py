"""Near in subject: objectives of other teams that are about the same and not linked yet, so that people may talk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from okrsite.measure.likeness import Index, Likeness, alike, index_of
from okrsite.measure.linked import leads_to
from okrsite.measure.model import MeasuredObjective, Site
from okrsite.measure.terms import joined, terms, told
from okrsite.prose import Prose, plain

_MOST, _WORDS = 3, 6
_LEAST_SHARE, _LEAST_WORDS = 0.15, 2
_LETTERS, _TERMS = 4000, 300
_TITLE, _TAG, _OTHER = 2.0, 2.0, 1.0
_TAG_SIGN = "#"
_OVER = ("closed", "dropped")


@dataclass(frozen=True, slots=True)
class Subject:
    """What an objective is about: how often it uses each word, its tags among them (with a `#`), and each as written.

    `teams` are those that look after it, `leads_to` the objectives that it names, in whatever way.
    """

    weights: Mapping[str, float]
    written: Mapping[str, str]
    teams: frozenset[str]
    leads_to: frozenset[str]


@dataclass(frozen=True, slots=True)
class Near:
    """An objective that is near in subject, and the words that both use, as written."""

    ref: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the objectives are about that may be near to others, by their full names, and an index of it."""

    of: Mapping[str, Subject]
    index: Index


def subjects_of(site: Site) -> Subjects:
    """Index the objectives that are at work: in a cycle that runs now, neither closed nor dropped."""
    of = {ref: subject(it) for ref, it in site.objectives.items() if _at_work(site, it)}
    return Subjects(of, index_of({ref: it.weights for ref, it in of.items()}))


def subject(objective: MeasuredObjective) -> Subject:
    """Gather what an objective is about: the words of its title, reason, key results and tags, title and tags twice."""
    weights: dict[str, float] = defaultdict(float)
    written: dict[str, str] = {}
    for weight, text in _texts(objective):
        for term, word in islice(terms(text[:_LETTERS]), _TERMS):
            weights[term] += weight
            if term not in written or word.islower() > written[term].islower():
                written[term] = word
    for slug, tag in objective.plan.tags:
        weights[_TAG_SIGN + slug] += _TAG
        written[_TAG_SIGN + slug] = _TAG_SIGN + tag
    return Subject(weights, written, frozenset((objective.plan.team, *objective.plan.teams)), leads_to(objective))


def near(site: Site, subjects: Subjects, objective: MeasuredObjective) -> tuple[Near, ...]:
    """Find up to three objectives of other teams that are near in subject to one, and not linked with it.

    None for an objective that has ended, or whose cycle has. Near are those that share at least two words and are
    alike enough; where none are, there are none.
    """
    if _ended(site, objective):
        return ()
    mine = subjects.of.get(objective.ref) or subject(objective)
    likely = (
        it
        for it in alike(subjects.index, mine.weights, _LEAST_SHARE)
        if not _linked(objective.ref, mine, it.name, subjects.of[it.name])
    )
    found = (
        Near(it.name, words) for it in likely if told(words := _words(it, mine, subjects.of[it.name])) >= _LEAST_WORDS
    )
    return tuple(islice(found, _MOST))


def _texts(objective: MeasuredObjective) -> Iterator[tuple[float, str]]:
    plan = objective.plan
    yield _TITLE, plan.title
    yield _OTHER, _plain(plan.why)
    yield _OTHER, plan.serves or ""
    for key_result in plan.key_results:
        yield _OTHER, key_result.title


def _plain(prose: Prose | None) -> str:
    """Give a text without markup, and without what only links name."""
    return plain(prose, lambda _: None, nowhere="") if prose else ""


def _words(likeness: Likeness, mine: Subject, other: Subject) -> tuple[str, ...]:
    """Write the most telling words that both use, in the order of the objective's text; a tag stands for its own words."""
    tagged = {term for word in likeness.words if word.startswith(_TAG_SIGN) for term, _ in terms(mine.written[word])}
    telling = set([word for word in likeness.words if word not in tagged][:_WORDS])
    return joined(tuple(_as_written(term, mine, other) for term in mine.written if term in telling))


def _as_written(term: str, mine: Subject, other: Subject) -> str:
    """Write a word as the objective does, or as the other one, where only that has it in small letters."""
    here, there = mine.written[term], other.written[term]
    return there if there.islower() and not here.islower() else here


def _at_work(site: Site, objective: MeasuredObjective) -> bool:
    return objective.state not in _OVER and site.cycles[objective.plan.cycle].state == "current"


def _ended(site: Site, objective: MeasuredObjective) -> bool:
    return objective.state in _OVER or site.cycles[objective.plan.cycle].state == "past"


def _linked(ref: str, one: Subject, other_ref: str, other: Subject) -> bool:
    """Tell whether two objectives share a team, or one leads to the other."""
    return bool(one.teams & other.teams) or ref in other.leads_to or other_ref in one.leads_to
