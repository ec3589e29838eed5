"""A key result that says what will be done, and titles that only look like it, in five languages."""

import pytest

from tests.format.sites import checked

TASKS = {
    "en": """Launch the new website|Launch website|Write a handbook for new nurses|Implement the new roster system|Create a dashboard for wards|Organise a workshop on falls|Organize radios for porters|Introduce a morning round|Build the patient portal|Hire a head of design|Set up monitoring|Roll out the new label printers|Migrate to the new cluster|Define a delivery strategy""",
    "de": """Neue Website aufsetzen|Einführung der neuen Software|Handbuch für neue Kollegen schreiben|Erstellung eines Leitfadens|Schulungen durchführen|Workshop zum Thema Stürze organisieren|Neues Dienstplanprogramm einführen|Aufbau eines Teams für die Pflege zu Hause|Umfrage auf allen Stationen durchführen|Leitung für die Werkstatt einstellen|Konzept für die Aufnahme ausarbeiten|Kundenportal entwickeln (Phase 2)""",
    "fr": """Lancer le nouveau site|Rédiger un guide pour les nouveaux|Mettre en place un comité|Créer un tableau de bord|Organiser un atelier sur les chutes|Recruter une responsable|Déployer le nouvel outil|Mise en place d'un portail|Lancement de la nouvelle offre|Création d'un guide|Définir une stratégie de contenu|Publier la charte""",
    "es": """Lanzar la nueva web|Redactar una guía para nuevos compañeros|Crear un panel para las plantas|Organizar un taller sobre caídas|Implementar el nuevo sistema de turnos|Contratar a una jefa de diseño|Poner en marcha el portal|Puesta en marcha del portal|Desarrollar la aplicación|Publicar la carta de servicios|Definir la estrategia de contenidos|Migrar al nuevo sistema""",
    "zh": """建立客户反馈制度|启动新网站项目|完成新网站的设计|上线新系统|发布新产品|开发手机应用|制定培训计划|撰写员工手册|组织全员培训|举办开放日活动|实施新的排班制度|搭建数据看板|招聘产品经理|推出会员服务""",
}
OTHERS = {
    "en": """Patients out of bed by noon|Launch 3 websites|Build times on the main branch|Test coverage of the core|Release notes that people read|Share of visits without a wait|Open questions in the handbook|Hire rate|Launch is on time|Complete records at discharge|Train delays|Everyone writes a plan|Write to twenty families|Design quality as users see it|Nieuwe website maken|Lanciare il nuovo sito|Plan de migratie naar de cloud""",
    "de": """Teams, die ihren Dienstplan selbst erstellen|Alle können ihren Plan selbst schreiben|Patienten ohne Sturz|Drei Workshops durchführen|Zeit, einen Plan zu erstellen|Wie Stationen ihre Pläne schreiben|Einführungstage ohne Ausfall|Aufbau und Abbau an einem Tag|Entwicklung der Wartezeit|Fehler beim Erstellen|Anteil der Kinder mit eigenem Buch|Een nieuwe website bouwen voor het team""",
    "fr": """Patients debout avant midi|Lancer 3 sites|Part des appels sans attente|Création de valeur ressentie par 5 équipes|Délai de réponse|Familles visitées au dixième jour|Taux de retour|Des équipes qui se parlent|Rédactions sans erreur|Une salle calme pour attendre|Organiser deux ateliers|Lanciare il nuovo sito""",
    "es": """Pacientes levantados antes del mediodía|Lanzar 3 webs|Tasa de retorno|Familias visitadas el décimo día|Tiempo hasta la respuesta|Creadores que vuelven|Organizar dos talleres|Lectores que encuentran su libro|Una sala tranquila|Equipos que hablan entre ellos|Lançar o novo site da empresa|Averías""",
    "zh": """完成培训的员工|自己挑书的孩子|测试通过率|发布频率|建立联系的家庭|完成率|上线后的故障|招聘周期|组织内的信任|开展 3 次培训|从预约到拿到书的天数|开发者满意度|新しいサイトを作る""",
}


def found(language: str, titles: list[str], more: str = "done: false") -> list[str]:
    """Give the titles of key results that the rule finds."""
    entries = "".join(f'  - title: "{title}"\n    id: k{at}\n    {more}\n' for at, title in enumerate(titles))
    text = f"---\ntitle: Everyone walks again\nkey_results:\n{entries}---\n"
    files = {"okrsite.yaml": f"language: {language}\n", "content/okrs/2026-Q1/wards/walk.md": text}
    made = checked(files, opinions=True)
    assert not [each for each in made.findings if each.level == "error"]
    return [titles[(each.span.line - 4) // 3] for each in made.findings if each.rule == "kr-task"]


@pytest.mark.parametrize("language", sorted(TASKS))
def test_a_task_is_found(language: str) -> None:
    titles = TASKS[language].split("|")
    assert found(language, titles) == titles


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_what_only_looks_like_a_task_is_left_alone(language: str) -> None:
    assert found(language, OTHERS[language].split("|")) == []


@pytest.mark.parametrize("more", ["target: 70%", "at_most: 3", "milestones: [{title: First}]", "find_out: true"])
def test_what_is_measured_is_no_task(more: str) -> None:
    assert found("en", ["Launch the new website"], more) == []


def test_a_title_in_another_of_the_languages_is_read_by_its_own_list() -> None:
    titles = ["Einführung der neuen Software", "Lancer la nouvelle offre pour nos clients", "上线新系统"]
    assert found("en", titles) == titles


ONE_CAUSE = ("kr-task", "kr-no-start", "kr-unmeasured")


@pytest.mark.parametrize("more", ["owner: ana", "start: 0", "current: 3", "done: false"])
def test_a_task_is_told_once(more: str) -> None:
    text = f"---\ntitle: Everyone walks again\nkey_results:\n- title: Launch the new website\n  {more}\n---\n"
    made = checked({"content/okrs/2026-Q1/wards/walk.md": text}, opinions=True, as_of="2026-03-20")
    assert [each.rule for each in made.findings if each.rule in ONE_CAUSE] == ["kr-task"]


@pytest.mark.parametrize(("more", "rule"), [("target: 3", "kr-no-start"), ("start: 0\n  target: 3", "kr-unmeasured")])
def test_what_begins_like_a_task_and_is_a_number_is_told_of_as_a_number(more: str, rule: str) -> None:
    text = f"---\ntitle: Everyone walks again\nkey_results:\n- title: Launch the new website\n  {more}\n---\n"
    made = checked({"content/okrs/2026-Q1/wards/walk.md": text}, opinions=True, as_of="2026-03-20")
    assert rule in {each.rule for each in made.findings}
    assert "kr-task" not in {each.rule for each in made.findings}
