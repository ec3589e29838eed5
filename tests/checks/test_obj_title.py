"""Titles of objectives with a number in them, that are too long, or that name a task, in five languages."""

import pytest

from tests.checks.sites import WALK, said
from tests.checks.titles import found_texts, lines

FORM = '---\ntitle: "{}"\n---\n'

FOUND = {
    "en": """
        Launch the walking programme
        Implement a new roster system
        Answer urgent samples 30 % faster
        Reduce falls by 20%
        Reach 500 members
        Grow revenue to €2m
        Set up a patient portal
        Roll out electronic prescribing
        Build the new warehouse
        Migrate to the cloud
        Hire a head of nursing
        3 new clinics in the valley
        Cut waiting from 9 to 4 weeks
        Redesign the intake form
        Introduce a mentoring scheme
    """,
    "de": """
        Neues Dienstplanprogramm einführen
        Einführung der elektronischen Akte
        Wartezeit um 20 % senken
        500 neue Mitglieder gewinnen
        Aufbau eines Teams für die Pflege zu Hause
        Website überarbeiten
        Umsatz auf 2 Mio. € steigern
        Workshop zur Sturzvermeidung durchführen
        Leitfaden für neue Kollegen schreiben
        Kundenportal entwickeln
        3 neue Standorte im Tal
        Migration der Server auf neue Rechner
        Von 9 auf 4 Wochen Wartezeit
        Schulungen organisieren
        Erstellung eines Handbuchs
    """,
    "fr": """
        Lancer le nouveau site
        Mettre en place un comité des repas
        Réduire les chutes de 20 %
        Atteindre 500 adhérents
        Déployer le dossier électronique
        Création d'un portail pour les familles
        Recruter une cheffe de service
        Porter le chiffre d'affaires à 2 M€
        Rédiger un guide pour les nouveaux
        Organiser un atelier sur les chutes
        3 nouvelles maisons dans la vallée
        Passer de 9 à 4 semaines d'attente
        Refondre le formulaire d'entrée
        Mise en place du nouvel outil
        Moderniser les ateliers
    """,
    "es": """
        Lanzar la nueva web
        Implantar el nuevo sistema de turnos
        Reducir las caídas un 20 %
        Llegar a 500 socios
        Poner en marcha el portal de familias
        Creación de un portal para las familias
        Contratar a una jefa de planta
        Subir las ventas a 2 M€
        Redactar una guía para nuevos compañeros
        Organizar un taller sobre caídas
        3 nuevas casas en el valle
        Pasar de 9 a 4 semanas de espera
        Rediseñar el formulario de entrada
        Puesta en marcha del laboratorio
        Modernizar los talleres
    """,
    "zh": """
        上线新的排班系统
        启动会员计划
        把等候时间缩短 30%
        新增 500 名会员
        建立客户反馈制度
        组织全员培训
        招聘护士长
        搭建数据看板
        推出家庭护理服务
        销售额达到 200 万
        完成新网站的设计
        举办开放日活动
        制定培训计划
        在山谷里开 3 家诊所
        发布新产品
    """,
}
FINE = {
    "en": """
        Everyone walks again before going home
        Ward 7 is a place to get well in, 24/7
        Doctors have the answer while the patient is still in the chair
        Ready for 2026 and what it brings
        A 24/7 line that people can rely on
        Our ISO 27001 promise holds on every working day
        Launch days are calm
        Build quality that mechanics are proud of
        Hiring feels fair to everyone who applies
        Design that people understand at a glance
        Nobody waits in fear
        Plans that survive the first Monday
        Release after release without a night at work
        Set menus that children finish
        Covid-19 no longer decides who is on duty
    """,
    "de": """
        Alle gehen wieder, bevor sie nach Hause gehen
        Station 7 ist ein Ort zum Gesundwerden
        Bereit für 2026
        Rund um die Uhr erreichbar, 24/7
        Teams planen ihre Schichten selbst
        Menschen können ihren Dienstplan selbst schreiben
        Niemand wartet in Angst
        Einführungstage, nach denen keiner allein ist
        Ärzte haben die Antwort, solange der Patient noch da ist
        Die Werkstatt ist ein sicherer Ort
        Bis zum 1. Oktober weiß jede Station, woran sie ist
        Ein Zuhause, in dem man alt werden kann
        Aufbau und Abbau ohne Verletzte
        Kinder freuen sich auf das Lesen
        Unser Umgang mit Industrie 4.0 ist gelassen
    """,
    "fr": """
        Chacun remarche avant de rentrer chez lui
        La salle 7 est un lieu où l'on guérit
        Prêts pour 2026
        Une ligne ouverte 24/7 en qui l'on a confiance
        Personne n'attend dans la peur
        Les équipes font elles-mêmes leur planning
        Des lancements sans nuit blanche
        Créer la confiance entre les équipes
        Les enfants finissent leur assiette
        Une maison où l'on vieillit bien
        Un atelier sûr pour tous
        Le 1er octobre, chaque service sait où il va
        Des réponses tant que le patient est là
        Écrire redevient un plaisir pour les élèves qui peinent, et cela est visible
        La Covid-19 ne décide plus de nos gardes
    """,
    "es": """
        Todos vuelven a caminar antes de ir a casa
        La sala 7 es un lugar donde curarse
        Listos para 2026
        Una línea abierta 24/7 en la que se confía
        Nadie espera con miedo
        Los equipos hacen sus propios turnos
        Lanzamientos sin noches en vela
        Crear confianza entre los equipos
        Los niños terminan su plato
        Una casa en la que se envejece bien
        Un taller seguro para todos
        El 1 de octubre cada planta sabe adónde va
        Respuestas mientras el paciente sigue aquí
        La fruta llega fresca a cada escuela
        La Covid-19 ya no decide las guardias
    """,
    "zh": """
        每个人都能走着回家
        7 号病房是让人康复的地方
        为 2026 年做好准备
        24/7 都有人接听
        没有人在恐惧中等待
        团队自己安排班次
        孩子们爱上阅读
        医生在病人离开前拿到结果
        车间对所有人都安全
        新同事第一天就感到受欢迎
        家属随时知道病人的情况
        建立信任的团队
        10 月 1 日前每个病区都心里有数
        老人可以安心变老的家
        水果新鲜送到每所学校
    """,
}
OTHERS = """
    Het nieuwe rooster invoeren voor alle afdelingen
    Iedereen loopt weer voordat hij naar huis gaat
    Lanciare il nuovo sito per tutti i clienti
    Creare un portale per le famiglie della valle
    Lançar o novo site da empresa
    Criar um portal para as famílias do vale
    Lansera den nya webbplatsen för alla kunder
    Skapa en portal för familjerna
    新しいサイトを立ち上げる
    誰もが歩いて家に帰れる
"""


@pytest.mark.parametrize("language", sorted(FOUND))
def test_a_number_or_a_task_in_a_title_is_found(language: str) -> None:
    titles = lines(FOUND[language])
    assert found_texts("obj-title", language, titles, FORM) == titles


@pytest.mark.parametrize("language", sorted(FINE))
def test_a_title_that_says_what_will_be_true_is_left_alone(language: str) -> None:
    assert found_texts("obj-title", language, lines(FINE[language]), FORM) == []


def test_languages_without_a_list_are_left_alone() -> None:
    assert found_texts("obj-title", "en", lines(OTHERS), FORM) == []


def test_a_title_that_says_what_a_task_is_for_is_left_alone() -> None:
    titles = ["Build a warehouse where people love to work", "Ein Portal entwickeln, das Familien den Weg erspart"]
    assert found_texts("obj-title", "en", titles, FORM) == []


@pytest.mark.parametrize(("count", "told"), [(110, 0), (111, 1)])
def test_a_long_title_is_told_with_its_length(count: int, told: int) -> None:
    title = ("Everyone walks " * 10)[: count - 1] + "x"
    mark = "⟦!⟧" * told
    words = f"This title has {count} characters; more than 110 nobody keeps in mind."
    assert said("obj-title", {WALK: f"---\ntitle: {mark}{title}\n---\n"}) == [words] * told


def test_it_is_said_what_was_seen() -> None:
    assert said("obj-title", {WALK: "---\ntitle: Cut falls by ⟦!⟧20 %\n---\n"}) == [
        "“Cut falls by 20 %” has a number in it: 20."
    ]
    assert said("obj-title", {WALK: "---\ntitle: ⟦!⟧Launch the walking programme\n---\n"}) == [
        "“Launch the walking programme” names what will be done."
    ]


def test_an_explanation_in_brackets_may_hold_a_number() -> None:
    assert said("obj-title", {WALK: "---\ntitle: Everyone walks (see 3 of the plan)\n---\n"}) == []
