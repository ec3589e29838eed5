"""Numbers that could be reached by doing harm, and what keeps them honest, in five languages."""

import pytest

from tests.checks.sites import WALK, expect
from tests.checks.titles import found_texts, lines
from tests.format.sites import Files

FORM = '---\ntitle: Walk\ntype: aspirational\nkey_results: [{title: "{}", target: 5}]\n---\n'

FOUND = {
    "en": """
        Number of patients seen
        Median time from arm to answer
        Calls handled per agent
        Cost per bed and night
        Tickets closed per week
        Average waiting time in the clinic
        Revenue from new members
        Length of stay after a hip operation
        New customers in the valley
        Orders shipped per day
        Spending on agency staff
        Lead time from order to delivery
        Operations per day
        Occupancy of the house
        Response time of the night line
    """,
    "de": """
        Anzahl der behandelten Patienten
        Wartezeit in der Ambulanz
        Kosten pro Bett und Nacht
        Neue Kunden im Tal
        Umsatz mit neuen Mitgliedern
        Verweildauer nach einer Hüftoperation
        Anrufe pro Tag
        Durchlaufzeit vom Auftrag bis zur Lieferung
        Operationen pro Tag
        Auslastung der Betten
        Ausgaben für Leihkräfte
        Reaktionszeit der Nachtlinie
        Erledigte Tickets
        Bearbeitungszeit eines Antrags
        Personalkosten der Küche
    """,
    "fr": """
        Nombre de patients reçus
        Délai entre la prise de sang et la réponse
        Coût par lit et par nuit
        Nouveaux clients dans la vallée
        Chiffre d'affaires des nouveaux membres
        Durée moyenne de séjour après une opération
        Appels traités par agent
        Temps d'attente aux urgences
        Opérations par jour
        Taux d'occupation des lits
        Dépenses d'intérim
        Délai de réponse de la ligne de nuit
        Dossiers traités par semaine
        Masse salariale de la cuisine
        Ventes en ligne
    """,
    "es": """
        Número de pacientes atendidos
        Tiempo medio hasta la respuesta
        Coste por cama y noche
        Nuevos clientes en el valle
        Ventas en la red
        Estancia media tras una operación
        Llamadas atendidas por agente
        Tiempo de espera en urgencias
        Operaciones por día
        Tasa de ocupación de camas
        Gasto en personal externo
        Tiempo de respuesta de la línea de noche
        Expedientes tramitados por semana
        Presupuesto de la cocina
        Pedidos por día
    """,
    "zh": """
        接诊量
        平均等待时间
        每床每晚成本
        山谷里的新客户
        新会员销售额
        髋关节手术后平均住院日
        每人处理量
        从下单到交付周期
        每天手术量
        床位使用率
        外聘人员支出
        夜间热线响应时间
        每周结案数
        厨房人工费用
        工单数
    """,
}
FINE = {
    "en": """
        Patients out of bed and dressed by noon
        Complaints about the night
        Falls on the ward
        People who would come again
        Children with a book of their own
        Trust in the night line
        Nurses who would recommend the ward
        Teams that plan their own shifts
        Samples that have to be taken again
        Families who know whom to call
        Number of complaints
        Time for patients at the bedside
        Energy used by the house
        Share of meals that are eaten up
        Readers who find their book
    """,
    "de": """
        Patienten, die mittags angezogen sind
        Beschwerden über die Nacht
        Stürze auf der Station
        Menschen, die wiederkommen würden
        Kinder mit eigenem Buch
        Vertrauen in die Nachtlinie
        Teams, die ihre Schichten selbst planen
        Proben, die wiederholt werden müssen
        Familien, die wissen, wen sie anrufen
        Anzahl der Beschwerden
        Zeit für Patienten am Bett
        Anteil der Mahlzeiten, die aufgegessen werden
        Zufriedenheit der Angehörigen
        Abfall aus der Küche
        Leser, die ihr Buch finden
    """,
    "fr": """
        Patients habillés à midi
        Plaintes sur la nuit
        Chutes dans le service
        Personnes qui reviendraient
        Enfants qui ont leur livre
        Confiance dans la ligne de nuit
        Équipes qui font leur planning
        Prélèvements à refaire
        Familles qui savent qui appeler
        Nombre de plaintes
        Temps avec les patients
        Part des repas terminés
        Satisfaction des proches
        Déchets de la cuisine
        Lecteurs qui trouvent leur livre
    """,
    "es": """
        Pacientes vestidos a mediodía
        Quejas sobre la noche
        Caídas en la planta
        Personas que volverían
        Niños con su propio libro
        Confianza en la línea de noche
        Equipos que hacen sus turnos
        Muestras que hay que repetir
        Familias que saben a quién llamar
        Número de quejas
        Tiempo con los pacientes
        Platos que vuelven vacíos
        Satisfacción de los familiares
        Residuos de la cocina
        Lectores que encuentran su libro
    """,
    "zh": """
        中午前下床的病人
        对夜间的投诉
        病区跌倒
        愿意再来的人
        有自己的书的孩子
        对夜间热线的信任
        自己排班的团队
        需要重新采集的样本
        知道该找谁的家庭
        投诉数量
        陪伴时间
        吃完的饭菜
        家属满意度
        厨房浪费
        找到书的读者
    """,
}
OTHERS = """
    Aantal patiënten per dag in het ziekenhuis
    Wachttijd voor een afspraak
    Numero di pazienti visitati al giorno
    Tempo de espera na urgência
    Antal patienter per dag och avdelning
    待ち時間
"""


@pytest.mark.parametrize("language", sorted(FOUND))
def test_a_number_that_could_be_reached_by_harm_is_found(language: str) -> None:
    titles = lines(FOUND[language])
    assert found_texts("no-counter", language, titles, FORM) == titles


@pytest.mark.parametrize("language", sorted(FINE))
def test_a_number_that_harms_nobody_is_left_alone(language: str) -> None:
    assert found_texts("no-counter", language, lines(FINE[language]), FORM) == []


def test_languages_without_a_list_are_left_alone() -> None:
    assert found_texts("no-counter", "en", lines(OTHERS), FORM) == []


def of(key_results: str, keys: str = "type: aspirational") -> Files:
    return {WALK: f"---\ntitle: Walk\n{keys}\nkey_results:\n{key_results}---\n"}


CALLS = "- {title: ⟦!⟧Calls handled per agent, start: 20, target: 30}\n"
QUIET_CALLS = CALLS.replace("⟦!⟧", "")
SITES: dict[str, Files] = {
    "aspirational": of(CALLS),
    "committed": of(CALLS, "type: committed"),
    "learning": of(QUIET_CALLS, "type: learning"),
    "no type": of(QUIET_CALLS, "state: active"),
    "a guard rail of the objective": of(QUIET_CALLS + "- {title: Callers helped at once, at_least: 80%}\n"),
    "a pair": of("- {title: Calls handled per agent, start: 20, target: 30, pairs_with: callers}\n- {title: Callers, start: 1, target: 2}\n"),
    "fewer calls": of("- {title: Calls handled per agent, start: 30, target: 20}\n"),
    "longer waits, on purpose": of("- {title: Waiting time before discharge, start: 1 h, target: 2 h}\n"),
    "shorter waits": of("- {title: ⟦!⟧Waiting time before discharge, start: 2 h, target: 1 h}\n"),
    "a share done within hours": of("- {title: Reports ⟦!⟧answered within a day, start: 40%, target: 90%}\n"),
    "dearer": of("- {title: Cost per meal, start: 3, target: 5}\n"),
    "a guard rail itself": of("- {title: Cost per meal, at_most: 5}\n"),
    "a misspelt pair": of("- {title: Calls handled per agent, start: 20, target: 30, pairs_with: ⟦ref-broken⟧nothing}\n"),
}  # fmt: skip


@pytest.mark.parametrize("files", SITES.values(), ids=SITES)
def test_what_keeps_a_number_honest(files: Files) -> None:
    expect("no-counter", files)
