"""CHECKS, `pay-field`, `rank-field`, `person-score`, `personal-data`: keys and table columns, in every place and language."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, expect_marked, objective

Q1 = "content/okrs/2026-Q1"

REFUSED = {
    "pay-field": ["salary", "pay", "bonus", "Bonus", "annual_bonus", "pay-grade", "payGrade", "compensation", "Gehalt", "Prämie", "salaire", "prime annuelle", "sueldo", "奖金", "BONUS 2026", "wage", "Zielprämie", "Stundenlohn", "rémunération variable", "aumento de sueldo", "年薪"],
    "rank-field": ["rank", "Ranking", "stack_rank", "leaderboard", "percentile", "Rangliste", "classement", "排名", "forced ranking", "Mitarbeiterranking", "classement des équipes", "ranking de equipos", "红黑榜"],
    "person-score": ["rating", "grade", "performance_rating", "Performance Review", "appraisal", "employee-score", "Bewertung", "calificación", "绩效评级", "person_score", "Schulnoten", "note individuelle", "calificación individual"],
    "personal-data": ["birthday", "date_of_birth", "home_address", "private-phone", "privatePhone", "passport", "ssn", "Geburtsdatum", "diagnosis", "sick days", "date de naissance", "生日", "身份证号", "Krankschreibung", "congé maladie", "lugar de nacimiento", "护照"],
}  # fmt: skip
EACH = [(rule, name) for rule, names in REFUSED.items() for name in names]


@pytest.mark.parametrize(("rule", "name"), EACH)
def test_a_key_is_refused_at_the_top_and_within(rule: str, name: str) -> None:
    expect_marked({
        f"{Q1}/a/x.md": objective(f'⟦{rule}⟧"{name}": 3\nkey_results: [{{title: A, ⟦{rule}⟧"{name}": 3}}]'),
        "content/people/a.md": f'---\nname: A\n⟦{rule}⟧"x-{name}": 3\n---\n',
        "content/pages/p.md": f'---\n⟦{rule}⟧? "{name}"\n: 3\n---\n'.replace("⟦" + rule + '⟧? "', "? ⟦" + rule + '⟧"'),
    })  # fmt: skip


@pytest.mark.parametrize(("rule", "name"), EACH)
def test_a_column_is_refused(rule: str, name: str) -> None:
    table = f"Words.\n\n| Who | ⟦{rule}⟧{name} |\n|---|---|\n| A | 3 |\n"
    expect_marked({f"{Q1}/a/x.md": objective(below=table), "content/pages/p.md": table})


FINE = (
    "payment_terminals", "bonus_track_errors", "graded_roads", "rankine", "wait for wages letters", "score", "address", "phone", "health",
    "paid invoices", "upgrade", "gradient", "franking", "payload", "Paygap closed in", "telephone calls answered", "grader downtime",
    "Geburtstagsbücher verliehen", "Gehaltsabrechnungen ohne Fehler", "Provisionsfehler", "primeurs", "placement", "nominations", "clasificación de residuos", "排名第一的页面访问量",
)  # fmt: skip


@pytest.mark.parametrize("name", FINE)
def test_words_that_only_sound_like_it_are_not(name: str) -> None:
    files: Files = {
        f"{Q1}/a/x.md": objective(f'"x-{name}": 3', below=f"| Who | {name} |\n|---|---|\n| A | 3 |\n"),
    }
    expect_marked(files)


def test_an_objective_may_be_about_fair_pay() -> None:
    keys = "why: Salaries and bonuses are unequal.\nkey_results: [{title: Pay gap, start: 9, target: 3}]\ntags: [pay, bonus]"
    expect_marked({
        "content/okrs/2026-Q1/pay/bonus.md": objective(keys, title="Fair pay and a grade for nobody", below="## Salary\n\nOur *bonus*.\n"),
        "content/teams/pay.md": "---\nname: Pay and bonus\n---\n",
        "content/pages/salary.md": "# Rank\n\nNo bonus.\n",
    })  # fmt: skip


PLACES: dict[str, Files] = {
    "the organisation": {"content/org.md": "---\nname: A\n---\n| ⟦pay-field⟧Salary |\n|---|\n| 3 |\n"},
    "a team": {"content/teams/a.md": "---\nname: A\n---\n| ⟦rank-field⟧Rank |\n|---|\n| 3 |\n"},
    "a person": {"content/people/a.md": "---\nname: A\n---\n| ⟦personal-data⟧Birthday |\n|---|\n| 3 |\n"},
    "a metric": {"content/health/a.md": "---\ntitle: A\n---\n| ⟦pay-field⟧Bonus |\n|---|\n| 3 |\n"},
    "a cycle": {"content/cycles/2026.md": "---\ntitle: A\n---\n| ⟦person-score⟧Rating |\n|---|\n| 3 |\n"},
    "a check-in": {
        f"{Q1}/a/x.md": objective(),
        "content/check-ins/a.md": "---\nobjective: x\ndate: 2026-01-05\n---\n| ⟦pay-field⟧**Bonus** |\n|---|\n| 3 |\n",
    },
    "an objective in a list": {f"{Q1}/a.yaml": "objectives:\n- title: A\n  text: |\n    | A | ⟦pay-field⟧Bonus |\n    |---|---|\n    | 1 | 2 |\n"},
    "a table of HTML": {"content/pages/a.md": "<table><tr><th>⟦pay-field⟧Bonus</th></tr><tr><td>3</td></tr></table>\n"},
    "a survey": {"content/surveys/a.yaml": "title: A\ndate: 2026-01-01\n⟦pay-field⟧bonus: 3\nscale: {from: 1, to: 2}\ngroups: [{id: w, name: W, asked: 9, answered: 9}]\nquestions: [{id: q, text: Q, counts: {w: [4, 5]}}]\n"},
}  # fmt: skip


@pytest.mark.parametrize("files", PLACES.values(), ids=PLACES)
def test_it_is_refused_wherever_it_stands(files: Files) -> None:
    expect_marked(files)


def test_a_table_in_code_is_none() -> None:
    expect_marked({"content/pages/a.md": "```\n| Bonus |\n|---|\n| 3 |\n```\n"})
