"""Who has which name: each id and alias goes to the first that claims it, and clashes are said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from okrsite.diagnostics import Finding, Related, Span, error
from okrsite.plan.names import folded


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim on a name for a thing, given by its number; an alias is a name beside the id. `span` finds its place."""

    name: str
    owner: int
    span: Callable[[], Span]


def settle(word: str, claims: Iterable[Claim], findings: list[Finding]) -> dict[str, int]:
    """Give every name to the thing that claimed it first; a thing claims its id before its other names.

    Two claims on names that are the same, or differ only in case or normalisation, are an `id-clash`; the later name
    leads to what the first one has, and so do all other names of a thing that lost its id: references to them are not
    said to be broken too.
    """
    names: dict[str, int] = {}
    first: dict[str, Claim] = {}
    holders: dict[int, int] = {}
    for claim in claims:
        earlier = first.setdefault(folded(claim.name), claim)
        if earlier is not claim:
            findings.append(_clash(word, claim, earlier))
        holders.setdefault(claim.owner, earlier.owner)
        names.setdefault(claim.name, holders[earlier.owner])
    return names


def kept(names: Sequence[str], owners: Mapping[str, int]) -> tuple[str, ...]:
    """Leave out of the names of a thing, its id first, those that went to another thing, and those that it has already."""
    first = {folded(name): name for name in reversed(names) if owners[name] == owners[names[0]]}
    return tuple(name for name in names if first.pop(folded(name), None) == name)


def _clash(word: str, claim: Claim, earlier: Claim) -> Finding:
    return error(
        "id-clash",
        claim.span(),
        _sentence(word, claim, earlier),
        "Take the name away here." if claim.owner == earlier.owner else "Give one of the two another name.",
        related=(Related(earlier.span(), f"“{earlier.name}” is named here first."),),
    )


def _sentence(word: str, claim: Claim, earlier: Claim) -> str:
    if claim.owner == earlier.owner:
        return f"This {word} has the name “{earlier.name}” already."
    if claim.name == earlier.name:
        return f"There is another {word} called “{claim.name}”."
    return f"There is another {word} called “{earlier.name}”, which many file shares don’t tell from “{claim.name}”."
