from __future__ import annotations

from typing import Any

import pytest

from okrsite.documents import KINDS
from okrsite.rules import ERRORS
from okrsite.written import refused_key
from okrsite.written.record import keys_of
from okrsite.written.refused_keys import REASONS


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("bonus", "pay-field"),
        ("annual-bonus", "pay-field"),
        ("payGrade", "pay-field"),
        ("base_salary", "pay-field"),
        ("Bonus 2026", "pay-field"),
        ("Gehaltsstufe", "pay-field"),
        ("Prämie", "pay-field"),
        ("Grundgehalt", "pay-field"),
        ("salaire annuel", "pay-field"),
        ("sueldo", "pay-field"),
        ("年终奖金", "pay-field"),
        ("工资", "pay-field"),
        ("rank", "rank-field"),
        ("team_rank", "rank-field"),
        ("Rangliste", "rank-field"),
        ("classement", "rank-field"),
        ("团队排名", "rank-field"),
        ("rating", "person-score"),
        ("performance_rating", "person-score"),
        ("Leistungsbewertung", "person-score"),
        ("evaluación de desempeño", "person-score"),
        ("绩效评分", "person-score"),
        ("birthday", "personal-data"),
        ("dateOfBirth", "personal-data"),
        ("home-address", "personal-data"),
        ("Geburtsdatum", "personal-data"),
        ("private phone", "personal-data"),
        ("numéro de sécurité sociale", "personal-data"),
        ("身份证号", "personal-data"),
        ("blood type", "personal-data"),
    ],
)
def test_keys_about_pay_ranks_grades_and_private_facts_of_people_are_refused(name: str, rule: str) -> None:
    assert refused_key(name) == rule


@pytest.mark.parametrize(
    "name",
    [
        "payment-errors",
        "Late payments",
        "pay-desk-queue",
        "frank",
        "crank",
        "Upgrade",
        "star rating of the app",
        "energy grade of the house",
        "Bonusheft-Scans",
        "phone",
        "address",
        "E-mail address",
        "score",
        "title",
        "note",
        "Notes",
        "Prime ministers met",
        "gender pay gap",
        "工资单错误",
        "",
        "—",
        "42",
    ],
)
def test_words_that_only_look_alike_may_stand(name: str) -> None:
    assert refused_key(name) is None


def test_no_key_of_the_format_is_refused() -> None:
    kinds: list[Any] = list(KINDS.values())
    known = {key for kind in kinds for key in keys_of(kind)}
    assert {key for key in known if refused_key(key)} == set()


def test_every_rule_of_the_list_is_an_error_with_a_reason() -> None:
    assert set(REASONS) <= ERRORS
