from __future__ import annotations

import re
from dataclasses import replace

import pytest

from okrsite.plan.model import Policy
from tests.measure import plans as p
from tests.pages.hospital import hospital
from tests.pages.reading import main_of
from tests.pages.whole import hospital_pages, links, read, site_of, under

FEBRUARY = "2026-02-10"


@pytest.fixture(scope="module")
def samira() -> str:
    return hospital_pages()["people/samira-said.html"]


def test_a_person_is_shown_by_what_they_look_after_and_why(samira: str) -> None:
    there = read(samira)
    assert there.startswith(
        "People Devices & Desk Samira Said Write to Samira Said Looks after Good care, close to home"
    )
    assert "because A tube without a label stands in the rack" in there
    assert "A blood sample never waits for a label Devices & Desk Samira Said, Jack Tully" in there
    assert "Label printers within ten steps of where blood is taken" in there


def test_no_number_stands_on_a_persons_page() -> None:
    for address, html in hospital_pages().items():
        if address.startswith("people/") and "index" not in address:
            words = re.sub(r"\d+ (?:Oct|Sept|Nov)|2025-spring", "", read(html))
            words = words.replace("Night results within 45 minutes", "").replace("38 of 61 printers", "")
            assert not re.search(r"\d", words), address
            assert 'class="dim"' not in html
            assert "c3" not in main_of(html)


def test_what_the_page_is_not_is_said(samira: str) -> None:
    assert under(samira, "What this page is not").endswith("because objectives here are not used to rate people.")
    policy = Policy(scores_affect_pay=True)
    paid = site_of(p.plan(p.objective(owners=("ada",)), organisation=p.organisation(policy=policy)), FEBRUARY)
    assert under(paid["people/ada.html"], "What this page is not").endswith("no score, no count and no comparison.")


def test_asks_and_check_ins_in_their_words() -> None:
    ines = hospital_pages()["people/ines-ortega.html"]
    assert "Has anyone made a night rota fair for a team of nine?" in under(ines, "Asked")
    assert under(ines, "Check-ins written") == (
        "24 Oct on Doctors have the answer while the patient is still in the chair "
        "We moved the second centrifuge next to the tube station."
    )
    assert under(ines, "In earlier cycles").startswith(
        "Our own part of the wait is under twenty minutes Laboratory 2025-spring"
    )


def test_key_results_in_others_objectives_are_named() -> None:
    held = p.objective(owners=("a",), key_results=(p.key_result("kr", title="Counted by B", owner="b"),))
    people = {"a": p.person("a"), "b": p.person("b", pronouns="they", role="Nurse", helps_with=("cake", "tea"))}
    page = site_of(p.plan(held, people=people), FEBRUARY)["people/b.html"]
    assert read(page).startswith("People b Nurse they Happy to help with cake and tea.")
    assert under(page, "Key results in others’ objectives").startswith("Counted by B For: x")


def test_somebody_with_nothing_at_the_moment() -> None:
    page = site_of(p.plan(p.objective(), people={"a": p.person("a")}), FEBRUARY)["people/a.html"]
    assert "a looks after no objective at the moment." in read(page)


def test_what_was_asked_of_somebody() -> None:
    asked = p.objective(asks=(p.ask("2026-02-01", "Can you help?", of=p.to("person:a"), of_text="a"),))
    page = site_of(p.plan(asked, people={"a": p.person("a")}), FEBRUARY)["people/a.html"]
    assert "Can you help?" in under(page, "Asked of them")


def test_a_draft_of_another_cycle_says_which() -> None:
    later = p.objective("2026-Q2/wards/next", title="Next", state="draft", owners=("a",))
    cycles = {"2026-Q1": p.cycle(), "2026-Q2": p.cycle("2026-Q2", "2026-04-01", "2026-06-30")}
    page = site_of(p.plan(p.objective(), later, cycles=cycles, people={"a": p.person("a")}), FEBRUARY)["people/a.html"]
    assert "Next wards Draft 2026-Q2 a" in read(page)


def test_without_pages_for_people_nobody_has_one() -> None:
    plan = hospital()
    people = {**plan.people, "bogdan": replace(plan.people["bogdan"], aliases=("bo",))}
    pages = site_of(replace(plan, people=people), people_pages=False)
    assert not [address for address in pages if address.startswith("people/")]
    assert not [html for html in pages.values() if "people/" in html]


def test_a_person_who_changed_their_name_is_still_found() -> None:
    people = {"new": p.person("new", aliases=("old",))}
    pages = site_of(p.plan(p.objective(), people=people), FEBRUARY)
    assert links(pages["people/old.html"]) == {"new": "new.html"}
