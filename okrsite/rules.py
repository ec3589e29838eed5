"""Every rule by its id: what an error is, what an opinion is, and at which level it speaks.

What each finds and why stands with the rule itself, in `checks/`.
"""

from __future__ import annotations

from collections.abc import Mapping

from okrsite.diagnostics import Level

ERRORS = frozenset(
    {
        "syntax",
        "unknown-key",
        "wrong-type",
        "missing-key",
        "bad-id",
        "id-clash",
        "bad-cycle",
        "bad-date",
        "ref-broken",
        "ref-ambiguous",
        "align-cycle",
        "kr-arithmetic",
        "pay-field",
        "rank-field",
        "person-score",
        "personal-data",
        "survey-small",
        "unsafe-path",
        "page-clash",
        "unreadable",
        "unsafe-file",
        "too-heavy",
        "template",
    }
)
"""Facts: they can neither be set lower nor accepted."""

WARNINGS = frozenset(
    {
        "no-owner",
        "no-why",
        "no-key-results",
        "too-many",
        "kr-no-start",
        "kr-task",
        "kr-unmeasured",
        "orphan",
        "edge-no-because",
        "cascade-copy",
        "all-assigned",
        "no-counter",
        "dep-unagreed",
        "quiet",
        "ask-unanswered",
        "target-moved",
        "vanished",
        "closed-no-learned",
        "past-active",
        "sensitive-words",
        "misplaced",
        "future-reading",
    }
)

NOTES = frozenset(
    {
        "numbers-only",
        "confidence-flat",
        "watermelon",
        "timid",
        "committed-miss",
        "no-type",
        "obj-title",
        "duplicate",
        "stale-allow",
    }
)

LEVELS: Mapping[str, Level] = {
    **dict.fromkeys(sorted(ERRORS), Level.ERROR),
    **dict.fromkeys(sorted(WARNINGS), Level.WARNING),
    **dict.fromkeys(sorted(NOTES), Level.NOTE),
}
"""Rule id → the level it has unless the configuration says otherwise."""

FIRST_STEPS = (
    "no-why",
    "orphan",
    "all-assigned",
    "no-key-results",
    "kr-task",
    "too-many",
    "no-owner",
    "edge-no-because",
    "cascade-copy",
    "kr-no-start",
)
"""What a team does best to look at first, where there is much to say: what it is for, then how one will know."""
