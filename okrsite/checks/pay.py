"""What pay does to goals, said where the policy of an organisation ties scores to pay."""

from okrsite.checks.case import Case


def where_paid(case: Case, way_out: str, sentence: str) -> str:
    """Add a sentence to a way out where scores affect what people earn."""
    return f"{way_out} {sentence}" if case.site.organisation.policy.scores_affect_pay else way_out
