from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from okrsite.plan.model import FreePage, Health, Origin, Policy
from tests.measure import plans as p
from tests.measure.plans import HERE
from tests.pages.hospital import hospital, line, supports
from tests.pages.whole import hospital_pages, links, read, site_of, under

FEBRUARY = "2026-02-10"


def test_asks_stand_the_oldest_first_then_those_that_were_answered() -> None:
    asks = (
        p.ask("2026-02-03", "The younger?"),
        p.ask("2026-01-03", "The older?"),
        p.ask("2026-01-20", "Settled?", replies=(p.reply("2026-01-21", "Yes.", answers=True),)),
        p.ask("2026-01-22", "Talked about?", replies=(p.reply("2026-01-23", "Hm."),)),
    )
    page = site_of(p.plan(p.objective(asks=asks)), FEBRUARY)["asks.html"]
    assert "Three open questions from teams to all of us, the oldest first." in read(page)
    still = read(page)
    assert still.index("The older?") < still.index("Talked about?") < still.index("The younger?")
    assert under(page, "Answered").startswith("They stay, with thanks. Answered asked 20 Jan Settled?")


def test_nobody_asks() -> None:
    page = site_of(p.plan(p.objective()), FEBRUARY)["asks.html"]
    assert "Nobody asks for help at the moment." in read(page)


def test_an_open_goal_says_why_what_it_would_support_and_whom_to_write_to() -> None:
    goal = p.objective(
        title="Nobody sits alone at night",
        state="open",
        why=line("Some have no one to call."),
        serves="patients without family",
        since=p.day("2026-01-08"),
        contact="leila@tarnvale.example",
        supports=(supports("mission"),),
    )
    page = site_of(p.plan(goal), FEBRUARY)["open-goals.html"]
    assert "To take one on: talk with your team" in read(page)
    assert "2026-Q1, written down 8 Jan Nobody sits alone at night the mission For: patients without family" in read(
        page
    )
    assert under(page, "Nobody sits alone at night").endswith(
        "Some have no one to call. Write to who proposed it Its file: content/okrs/2026-Q1/wards/x.md"
    )
    assert links(page)["Write to who proposed it"].startswith("mailto:leila@tarnvale.example")


def test_no_objective_looks_for_a_team() -> None:
    assert "No objective looks for a team at the moment." in read(site_of(p.plan(), FEBRUARY)["open-goals.html"])


def test_the_policy_says_without_being_told_that_scores_are_not_for_pay_ranks_or_appraisal() -> None:
    page = site_of(p.plan(p.objective()), FEBRUARY)["policy.html"]
    assert "Scores are not for pay, ranks or appraisal." in read(page)
    assert "change what people are paid" not in page


def test_the_policy_says_plainly_when_scores_change_pay() -> None:
    policy = Policy(scores_affect_pay=True, statement=line("We *pay* for results."))
    page = site_of(p.plan(p.objective(), organisation=p.organisation(policy=policy)), FEBRUARY)["policy.html"]
    assert read(page).startswith(
        "What scores are for At this organisation scores change what people are paid. We pay for results."
    )
    assert "What pay does to a score This organisation has decided to let scores change pay." in read(page)
    for denied in ("nothing to do with pay", "not for pay", "What they are not for", "appraisal"):
        assert denied not in page


def test_about_stands_beside_the_objective_that_its_words_name() -> None:
    about = p.prose("Look at [[chair]].", p.to("2025-autumn/laboratory/chair"))
    page = site_of(replace(hospital(), organisation=p.organisation(p.theme("recovery"), about=about)))["about.html"]
    assert under(page, "For example").startswith(
        "Mission Good care, close to home because People stay away from care they dread"
    )
    assert under(page, "For example").endswith(
        "Laboratory Doctors have the answer while the patient is still in the chair"
    )
    assert "Look at Doctors have the answer" in read(page)


def test_about_without_words_of_its_own_explains_the_line() -> None:
    page = hospital_pages()["about.html"]
    assert "Every objective hangs on a blue line that starts at the mission." in read(page)
    assert under(page, "For example").endswith("Devices & Desk A blood sample never waits for a label")
    assert under(page, "How sure we are").startswith("Confident 8/10 we expect to get there Unsure 5/10")
    assert "As of</dt>" in page
    assert "30 Oct 2025" in page


def test_about_of_an_empty_site_has_no_example() -> None:
    assert "For example" not in site_of(p.plan(), FEBRUARY)["about.html"]


def test_only_about_says_for_which_day_the_site_was_built() -> None:
    one, other = site_of(hospital(), "2025-10-30"), site_of(hospital(), "2025-10-31")
    assert [address for address in one if one[address] != other[address]] == ["about.html"]


def test_a_health_metric_says_where_it_stands_and_who_watches_it() -> None:
    page = hospital_pages()["health/falls.html"]
    assert "6.2 per 1,000 days 26 Sept must stay at or under 6.4 per 1,000 days, held" in read(page)
    assert "26 Sept 2025 6.2 per 1,000 days 12 Sept 2025 6.5 per 1,000 days" in read(page)
    assert "Doctors have the answer" in under(page, "Who watches it")
    listed = hospital_pages()["health/index.html"]
    assert under(listed, "Falls on the wards").startswith("Counted by Wards 6.2 per 1,000 days 26 Sept must stay")


def test_a_health_metric_without_readings_says_so() -> None:
    metric = Health("h", "Sleep", None, Decimal(7), None, None, "a diary", (), ("zzz",), None, HERE)
    pages = site_of(p.plan(p.objective(), health={"h": metric}), FEBRUARY)
    assert "No reading yet." in read(pages["health/h.html"])
    assert "Number from a diary" in read(pages["health/h.html"])
    assert "No objective says yet that it watches this." in read(pages["health/h.html"])
    assert 'content="0; url=h.html"' in pages["health/zzz.html"]


def test_free_pages_are_in_the_menu_in_their_order() -> None:
    def page(path: str, order: int, *, nav: bool = True) -> FreePage:
        return FreePage(path, path.title(), nav, Decimal(order), p.prose("Hello."), Origin(f"content/pages/{path}.md"))

    free = {one.path: one for one in (page("b", 1), page("a", 2), page("deep/c", 3), page("hidden", 0, nav=False))}
    pages = site_of(p.plan(p.objective(), pages=free), FEBRUARY)
    menu = pages["pages/deep/c.html"].partition('class="nav"')[2].partition("</nav>")[0]
    assert menu.index(">B<") < menu.index(">A<") < menu.index(">Deep/C<")
    assert "Hidden" not in menu
    assert read(pages["pages/deep/c.html"]) == "Deep/C Hello."


def test_the_404_page_links_absolutely_where_the_site_knows_its_address() -> None:
    plain = hospital_pages()["404.html"]
    assert links(plain)["Start from the mission"] == "index.html"
    hosted = site_of(hospital(), base_url="https://okr.example/all/")["404.html"]
    assert links(hosted)["Start from the mission"] == "https://okr.example/all/index.html"
    assert "There is nothing under this address" in read(plain)


def test_an_objective_that_was_renamed_is_still_found_and_a_private_one_is_not() -> None:
    named = p.objective("2026-Q1/wards/new", title="New name", aliases=("old",))
    secret = p.objective("2026-Q1/wards/hush", aliases=("also-hush",), private=True)
    pages = site_of(p.plan(named, secret), FEBRUARY, base_url="https://okr.example/")
    moved = pages["objectives/2026-Q1/wards/old.html"]
    assert '<meta http-equiv="refresh" content="0; url=new.html">' in moved
    assert '<link rel="canonical" href="https://okr.example/objectives/2026-Q1/wards/new.html">' in moved
    assert "<script" not in moved
    assert not [address for address in pages if "hush" in address]
