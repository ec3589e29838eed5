"""Sentences that tie goals to pay, rank people or give away what is private, and what only sounds like it."""

import pytest

from tests.checks.sites import WALK, expect, said
from tests.checks.titles import found_texts, lines
from tests.format.sites import objective

FORM = "---\ntitle: Walk\nwhy: |\n  {}\n---\n"

FOUND = {
    "en": """
        The bonus depends on this goal.
        Your bonus is tied to these objectives.
        Pay rises are based on OKR scores.
        A bonus for everyone who reaches the target.
        Scores count towards the annual bonus.
        Teams are paid for hitting their targets.
        Each quarter the top performers are named.
        We rank all employees by their results.
        The employee of the month gets a voucher.
        There is a leaderboard of teams in the hall.
        Low performers are helped to leave.
        His private phone is 079 555 12 34.
        Her home address is Mill Lane 4.
        Our manager was diagnosed with depression.
        Her birthday is on 4 May.
    """,
    "de": """
        Der Bonus hängt von diesen Zielen ab.
        Die Prämie ist an die Zielerreichung gekoppelt.
        Wer das Ziel erreicht, bekommt eine Prämie.
        Die Ziele bestimmen das Gehalt.
        Es gibt eine leistungsabhängige Vergütung.
        Die Rangliste der Teams hängt im Flur.
        Mitarbeiter des Monats wird, wer am meisten schafft.
        Minderleister werden angesprochen.
        Unsere Top-Performer zeigen, wie es geht.
        Die schwächsten Mitarbeiter bekommen einen Plan.
        Ihre Privatnummer ist 079 555 12 34.
        Seine Privatadresse: Mühlweg 4.
        Unsere Kollegin ist krankgeschrieben.
        Ihr Geburtstag ist am 4. Mai.
        Unser Leiter hat ein Burnout.
    """,
    "fr": """
        La prime dépend de ces objectifs.
        Les salaires sont liés aux résultats des OKR.
        Une prime pour qui atteint l'objectif.
        Les objectifs déterminent la rémunération.
        La rémunération variable suit ces chiffres.
        Le classement des équipes est affiché.
        L'employé du mois reçoit un bon.
        Nous allons classer les équipes.
        Les moins performants seront reçus.
        Chaque agent a une note individuelle.
        Son portable personnel : 06 55 55 12 34.
        Elle habite rue du Moulin 4.
        Son anniversaire est le 4 mai.
        Notre collègue est en arrêt maladie.
        Notre responsable fait une dépression.
    """,
    "es": """
        El bono depende de estos objetivos.
        Los sueldos están ligados a los resultados.
        Un bono por cumplir la meta.
        Los objetivos determinan el salario.
        La retribución variable sigue estas cifras.
        El ranking de los equipos está en el pasillo.
        El empleado del mes recibe un vale.
        Vamos a clasificar a los equipos.
        Los peores vendedores tendrán un plan.
        Cada persona tiene una nota individual.
        Su teléfono particular es 655 55 12 34.
        Vive en la calle del Molino 4.
        Su cumpleaños es el 4 de mayo.
        Nuestra compañera está de baja médica.
        Mi compañero tiene depresión.
    """,
    "zh": """
        奖金取决于目标完成情况。
        工资与 OKR 得分挂钩。
        得分决定年终奖金。
        达到目标的人获得奖金。
        根据目标完成情况发放奖金。
        员工排名每月公布。
        每个季度给团队排名。
        实行末位淘汰。
        评选最佳员工。
        绩效评级每年一次。
        他的私人电话是 13855551234。
        家庭住址：磨坊路 4 号。
        她的生日是 5月4日。
        我们的同事请病假了。
        同事小王确诊了。
    """,
}
FINE = {
    "en": """
        Fair pay for every night shift.
        What it refuses: Rankings of teams.
        Nobody is ranked.
        Patients with depression find help within a week.
        A patient who was diagnosed with cancer hears it from a person.
        Bonuses never depend on goals.
        Scores don't count towards the bonus.
        We want to be the employer of the year.
        Our search ranking has suffered.
        The pay gap between men and women is closing.
        Wages are paid on time, each month.
        The best team is one that talks.
        The phone rings at home when nobody can answer.
        The children celebrate each birthday.
        Call the ward on 041 555 12 34.
    """,
    "de": """
        Faire Bezahlung für jede Nachtschicht.
        Niemand wird benotet.
        Was wir ablehnen: Ranglisten der Teams.
        Der Bonus hängt nie von Zielen ab.
        Die Ziele sind vom Gehalt entkoppelt.
        Patienten mit Depressionen finden rasch Hilfe.
        Kinder, die krank sind, bleiben bei den Eltern.
        Löhne kommen pünktlich.
        Wir wollen Arbeitgeber des Jahres werden.
        Das Google-Ranking ist gefallen.
        Die Lohnlücke zwischen Frauen und Männern schließt sich.
        Die Station hat die Nummer 041 555 12 34.
        Das beste Team ist eines, das redet.
        Krankheitstage sind ein Zeichen von Überlastung.
        Der Geburtstag des Hauses wird gefeiert.
    """,
    "fr": """
        Un salaire juste pour chaque nuit.
        Personne n'est classé.
        Ce que nous refusons : jamais de classement des équipes.
        La prime ne dépend jamais des objectifs.
        Les patients en dépression trouvent de l'aide.
        Les salaires arrivent à l'heure.
        Notre classement Google a baissé.
        L'écart de salaire entre femmes et hommes se réduit.
        Le service a le numéro 01 55 55 12 34.
        Les enfants fêtent chaque anniversaire.
        La meilleure équipe est celle qui se parle.
        Un produit du mois choisi par les clients.
        Les femmes enceintes sont suivies par la même sage-femme.
        Les équipes sans chef décident mieux.
        Le domicile est le lieu où l'on veut vieillir.
    """,
    "es": """
        Un sueldo justo por cada noche.
        Nadie es clasificado.
        Lo que no hacemos: ranking de equipos.
        El bono nunca depende de los objetivos.
        Los pacientes con depresión encuentran ayuda.
        Los sueldos llegan a tiempo.
        Nuestro ranking de Google ha bajado.
        La brecha salarial entre mujeres y hombres se cierra.
        La planta tiene el número 955 55 12 34.
        Los niños celebran cada cumpleaños.
        El mejor equipo es el que habla.
        El producto del mes lo eligen los clientes.
        Las mujeres embarazadas ven siempre a la misma matrona.
        Los equipos deciden juntos.
        La casa es el lugar donde se quiere envejecer.
    """,
    "zh": """
        每个夜班都有公平的报酬。
        没有人被排名。
        奖金从不取决于目标。
        目标与工资无关，二者脱钩。
        抑郁症患者一周内得到帮助。
        工资按时发放。
        我们的搜索排名下降了。
        男女工资差距正在缩小。
        病区电话 041 555 1234。
        孩子们一起过生日。
        最好的团队是会交谈的团队。
        不给员工打分。
        孕妇每次见到同一位助产士。
        病人生病时不再孤单。
        取消团队排名。
    """,
}
OTHERS = """
    De bonus hangt af van deze doelen.
    Wij maken een ranglijst van onze medewerkers.
    Il bonus dipende da questi obiettivi.
    La classifica dei dipendenti è nel corridoio.
    O bônus depende destas metas.
    Bonusen beror på målen för alla i laget.
    賞与はこの目標で決まります。
"""


@pytest.mark.parametrize("language", sorted(FOUND))
def test_what_had_better_not_stand_there_is_found(language: str) -> None:
    sentences = lines(FOUND[language])
    assert found_texts("sensitive-words", language, sentences, FORM) == sentences


@pytest.mark.parametrize("language", sorted(FINE))
def test_what_only_sounds_like_it_is_left_alone(language: str) -> None:
    assert found_texts("sensitive-words", language, lines(FINE[language]), FORM) == []


def test_languages_without_a_list_are_left_alone() -> None:
    assert found_texts("sensitive-words", "en", lines(OTHERS), FORM) == []


PLACES = {
    "a title": {WALK: "---\ntitle: A ⟦!⟧bonus for reaching the target\n---\n"},
    "a tag": {WALK: "---\ntitle: Walk\ntags: [calm, ⟦!⟧top performers]\n---\n"},
    "a key result": {WALK: "---\ntitle: Walk\nkey_results: [{title: Name the ⟦!⟧employee of the month, done: false}]\n---\n"},
    "a heading": {WALK: objective(below="## The ⟦!⟧ranking of teams\n\nWords.\n")},
    "a check-in": {WALK: objective("check_ins: [{date: 2026-01-09, learned: The ⟦!⟧bonus depends on the goal.}]")},
    "a page": {"content/pages/how.md": "Each quarter the ⟦!⟧top performers are named.\n"},
    "a person": {"content/people/ana.md": "---\nname: Ana Lee\nhelps_with: Is ⟦!⟧on sick leave until May\n---\n"},
    "a person of the site": {
        "content/people/ana.md": "---\nname: Ana Lee\n---\n",
        WALK: objective("check_ins: [{date: 2026-01-09, blocked: Ana is ⟦!⟧on sick leave.}]"),
    },
}  # fmt: skip
QUIET = {
    "what a list refuses": {"content/pages/how.md": "What it refuses:\n\n- Rankings of teams\n- Bonuses for reaching targets\n"},
    "below a heading that denies": {"content/pages/how.md": "## What we never do\n\nA ranking of teams.\n"},
    "a question of why not": {"content/pages/how.md": "Why a bonus for reaching targets does harm.\n"},
    "health in a hospital": {WALK: objective("why: A patient with depression is seen within a week.", below="She was diagnosed with cancer as a patient here.\n")},
    "an objective about pay": {WALK: "---\ntitle: Fair pay for every night shift\n---\n"},
    "a tag about pay": {WALK: objective("tags: [pay, bonus]")},
    "code": {"content/okrs/2025-Q1/wards/walk.md": objective("why: The bonus depends on this goal.")},
}  # fmt: skip


@pytest.mark.parametrize("files", [*PLACES.values(), *QUIET.values()], ids=[*PLACES, *QUIET])
def test_where_it_looks(files: dict[str, str]) -> None:
    expect("sensitive-words", files)


def test_the_words_are_named_with_the_way_out() -> None:
    assert said("sensitive-words", {WALK: "---\ntitle: A ⟦!⟧bonus for reaching the target\n---\n"}) == [
        "“bonus for reaching the target” ties goals to pay."
    ]


def test_of_several_private_things_the_first_is_told_each_time() -> None:
    files = {WALK: objective("why: His wife was ⟦!⟧born in 1980, is on sick leave, and is diagnosed with cancer.")}
    assert said("sensitive-words", files) == ["“born in 1980” is private about a person, and everyone here reads it."]
