"""Who has which name: each id and alias goes to the first that claims it, and clashes are said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
    """Give every name to the thing that claimed it first.

    Two claims on names that are the same, or differ only in case or normalisation, are an `id-clash`; the later name
    leads to what the first one has, so that references to it are not said to be broken too.
    """
    names: dict[str, int] = {}
    first: dict[str, Claim] = {}
    for claim in claims:
        earlier = first.setdefault(folded(claim.name), claim)
        if earlier is not claim:
            findings.append(_clash(word, claim, earlier))
        names.setdefault(claim.name, earlier.owner)
    return names


def _clash(word: str, claim: Claim, earlier: Claim) -> Finding:
    differs = (
        "" if claim.name == earlier.name else " They differ only in case, which many file shares don’t tell apart."
    )
    return error(
        "id-clash",
        claim.span(),
        f"The {word} “{claim.name}” has a name that another one has already, “{earlier.name}”.{differs}",
        "Give one of the two another id; `aliases` are names as well.",
        related=(Related(earlier.span(), f"“{earlier.name}” is named here first."),),
    )
