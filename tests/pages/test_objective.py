from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from okrsite.pages.ground import Ground
from okrsite.plan.model import Kind, Policy
from tests.measure import plans as p
from tests.pages.hospital import TODAY, ground, hospital, line, readings, supports
from tests.pages.reading import fact, key_result, main_of, objective_page, part, text_of

CHAIR = "2025-autumn/laboratory/chair"
LABEL = "2025-autumn/devices/label"


@pytest.fixture(scope="module")
def here() -> Ground:
    return ground()


@pytest.fixture(scope="module")
def chair(here: Ground) -> str:
    return objective_page(here, CHAIR)


def only(as_of: str = TODAY, **more: Any) -> str:
    """The page of one objective that is all there is."""
    ref = more.pop("ref", "2026-Q1/wards/x")
    return objective_page(ground(p.plan(p.objective(ref, **more)), as_of=as_of), ref)


def of_key_result(kind: Kind = Kind.NUMBER, as_of: str = TODAY, **more: Any) -> str:
    return key_result(only(as_of, key_results=(p.key_result("kr", kind, **more),)), "kr")


def test_a_nurse_reads_the_reasons_up_to_the_mission(here: Ground) -> None:
    html = objective_page(here, LABEL)
    chain = text_of(html.partition('<nav class="chain"')[2].partition("<h1")[0])
    steps = (
        "Mission Good care, close to home",
        "because People stay away from care they dread, and come back sicker.",
        "Tarnvale Hospitals Nobody waits in fear or in pain",
        "because In our survey people forgave the wait.",
        "Emergency Everyone who walks in knows within the hour what happens next",
        "because Half of the waiting in the emergency department is waiting for blood results.",
        "Laboratory Doctors have the answer while the patient is still in the chair",
        "because A tube without a label stands in the rack",
        "Devices & Desk",
    )
    places = [chain.index(step) for step in steps]
    assert places == sorted(places)


def test_a_very_long_chain_is_folded_in_the_middle_and_still_whole() -> None:
    above = [p.objective("2026-Q1/wards/o0", title="Step 0", supports=(supports("mission"),))]
    above += [
        p.objective(
            f"2026-Q1/wards/o{at}", title=f"Step {at}", supports=(supports(f"2026-Q1/wards/o{at - 1}", f"Why {at}"),)
        )
        for at in range(1, 301)
    ]
    html = objective_page(ground(p.plan(*above)), "2026-Q1/wards/o300")
    chain = text_of(html.partition('<nav class="chain"')[2].partition("<h1")[0])
    assert "292 steps between" in chain
    assert [int(step) for step in re.findall(r"Step (\d+)", chain)] == list(range(300))
    assert [int(step) for step in re.findall(r"Why (\d+)", chain)] == list(range(1, 301))


def test_what_supports_nothing_says_so_and_that_it_is_allowed(here: Ground) -> None:
    html = objective_page(here, "2025-autumn/estates/oil")
    assert "This does not say yet what it supports. That is allowed." in text_of(html)


def test_a_theme_stands_between_an_objective_and_the_mission(here: Ground) -> None:
    html = objective_page(here, "2025-autumn/wards/able")
    assert "Mission Good care, close to home" in text_of(html)
    assert 'href="../../../themes/recovery.html"' in html


def test_a_chain_that_leads_to_something_private_ends_there() -> None:
    secret = p.objective("2026-Q1/board/secret", title="Hush", private=True, supports=(supports("mission"),))
    open_one = p.objective("2026-Q1/wards/x", supports=(supports("2026-Q1/board/secret", "It was asked."),))
    html = objective_page(ground(p.plan(secret, open_one)), "2026-Q1/wards/x")
    assert "This supports one private objective, whose text is not part of this site." in text_of(html)
    assert "Hush" not in html
    assert "secret" not in html
    assert "board" not in html


def test_the_facts_of_an_objective_are_said_in_words(chair: str) -> None:
    assert fact(chair, "Now") == "Confident 7/10 on 24 Oct"
    assert fact(chair, "Looked after by") == "Ines Ortega, Tomas Lindqvist"
    assert fact(chair, "For") == "everyone who is stuck with a needle"
    assert fact(chair, "Kind").startswith("Aspirational")
    assert fact(chair, "Origin") == "Agreed with others"
    assert fact(chair, "Shared with") == "Devices & Desk, Wards"
    assert fact(chair, "To reach us") == "lab@tarnvale.example"
    assert fact(chair, "Cycle") == "2025-autumn, 1 Sept to 12 Dec 2025"
    assert fact(chair, "Written down") == "20 Aug 2025"
    assert fact(chair, "Tags") == "waiting ★"


def test_how_far_it_has_come_names_what_is_measured_and_what_is_least_far(chair: str) -> None:
    said = fact(chair, "How far")
    assert "5 of 8 measured" in said
    assert "least far: Night results within 45 minutes" in said
    assert "not held: Repeated samples" in said


def test_nothing_measured_is_never_said_as_nought() -> None:
    html = only(key_results=(p.key_result("kr", start="1", target="2"),))
    assert fact(html, "How far") == "Not measured yet"
    assert "0%" not in text_of(html)


def test_nearly_all_of_the_way_is_not_all_of_it() -> None:
    said = of_key_result(start="0", target="1000", readings=(p.reading("2025-10-01", "999"),))
    assert "99% of the way" in said


def test_a_number_says_where_it_stands_from_where_to_where(chair: str) -> None:
    said = key_result(chair, "arm")
    assert "38 min from 51 min, aiming for 30" in said
    assert "Confident 7/10" in said
    assert "Tomas Lindqvist" in said
    assert "62% of the way" in said
    assert "kept honest by Repeated samples" in said
    assert "number from lab.tarnvale.example" in said
    assert "Measured from the barcode scan at the bedside" in said


def test_worse_than_at_the_start_and_target_passed_are_said(chair: str) -> None:
    assert "worse than at the start" in key_result(chair, "nights")
    assert "target passed" in key_result(chair, "same")
    assert "due 1 Dec" in key_result(chair, "nights")
    assert "counts 2 times" in key_result(chair, "nights")


def test_a_guard_rail_says_within_what_it_must_stay_and_whether_it_holds(chair: str) -> None:
    assert "2.6% must stay at or under 2.5%; it was 2.4% at the start not held" in key_result(chair, "repeats")
    within = of_key_result(Kind.GUARD_RAIL, at_least="4", at_most="6", readings=(p.reading("2025-10-01", "5"),))
    assert "5 must stay between 4 and 6 held" in within


def test_milestones_are_listed_with_their_days(chair: str) -> None:
    said = key_result(chair, "rounds")
    assert "2 of 3 steps done" in said
    assert "Surgical wards done on 20 Sept" in said
    assert "Medical wards open" in said


def test_yes_or_no_and_to_find_out_say_where_they_stand(chair: str) -> None:
    assert "Not done yet" in key_result(chair, "number")
    assert "Done" in of_key_result(Kind.YES_NO, done=True, done_on=p.day("2025-10-01"))
    assert "Not known yet to find out; any reading is the result" in key_result(chair, "how")
    assert "number from the porters’ sheet" in key_result(chair, "how")


def test_without_a_start_there_is_only_now_and_target(chair: str) -> None:
    said = key_result(chair, "no-start")
    assert "68% aiming for 75%, no starting value" in said
    assert "of the way" not in said
    assert "score 0.6, the team’s own note" in said
    assert "with Wards" in said


def test_a_key_result_with_neither_start_nor_target_is_not_measured() -> None:
    assert "Not measured yet no target yet" in of_key_result()
    assert "Not measured yet from 5, no target yet" in of_key_result(start="5")


def test_a_reading_without_a_day_is_shown_as_now() -> None:
    said = of_key_result(start="0", target="10", readings=(p.reading(None, "4"),))
    assert "4 from 0, aiming for 10" in said
    assert "40% of the way" in said


def test_one_measure_in_two_places_names_the_other(chair: str) -> None:
    assert "the same measure as Label printers within ten steps" in key_result(chair, "same")
    assert "the same measure as in one private objective" in of_key_result(same_as_private=True)


def test_the_numbers_of_a_chart_stand_in_a_table(chair: str) -> None:
    assert "12 Sept 51 min Unsure 5/10" in key_result(chair, "arm")
    assert 'id="k1:t"' in chair
    sentence = chair.partition('<desc id="k1:d">')[2].partition("</desc>")[0].replace("\u00a0", " ")
    assert sentence.startswith("Start 51 min. 12 Sept 51 min, confidence 5 of 10; 26 Sept 47 min")
    assert sentence.endswith("Target 30 min by 12 December 2025.")


def test_key_results_can_be_linked_to_by_their_ids(here: Ground, chair: str) -> None:
    assert '<li class="kr" id="arm">' in chair
    assert 'href="../laboratory/chair.html#arm"' in objective_page(here, "2025-autumn/emergency/queue")


def test_no_id_stands_twice_on_a_page_whatever_key_results_are_called() -> None:
    names = ("main", "krs", "c3", "pen", "log", "asks", "support", "k1", "c2025-10-24")
    html = only(
        ref="2025-Q4/wards/x",
        key_results=tuple(p.key_result(name, start="1", target="2", readings=readings("1")) for name in names),
        check_ins=(p.check_in("2025-10-24"), p.check_in("2025-10-24")),
    )
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(set(ids)) == sorted(ids)


def test_check_ins_stand_in_words_the_latest_first_with_what_moved(chair: str) -> None:
    said = part(chair, "Check-ins")
    assert said.index("24 Oct Confident 7/10, was 5") < said.index("26 Sept Unsure 5/10, says it is at risk")
    assert "We moved the second centrifuge next to the tube station." in said
    assert "In the way One of us covers three benches." in said
    assert "Next Walk the night." in said
    assert "44 to 38" in said
    assert "Surgical wards done" in said
    assert "Thank you! Samira Said, Devices & Desk, 27 Sept" in said


def test_asks_stand_open_ones_first_with_their_replies(chair: str) -> None:
    said = part(chair, "Asks for help")
    assert said.index("Ask open since 24 Oct needed by 20 Nov") < said.index("Answered asked 26 Sept")
    assert "Ines Ortega, Laboratory to Wards" in said
    assert "We do. Which rooms? Samira Said, Devices & Desk, 29 Sept" in said
    assert 'href="mailto:ines-ortega@tarnvale.example?subject=Doctors%20have' in chair


def test_targets_moved_in_the_open_are_shown_with_the_reason(chair: str) -> None:
    said = part(chair, "Changed in the open")
    assert said == "2 Oct Ines Ortega Target for nights from 95% to 90%. because One person covers three benches."


def test_needs_are_shown_from_both_sides_with_state_and_day(here: Ground, chair: str) -> None:
    needs = part(chair, "Needs")
    assert (
        "A blood sample never waits for a label Devices & Desk Printers where the arms are Agreed, by 15 Nov" in needs
    )
    assert "Wards Ten minutes with every new nurse Asked for" in needs
    assert "People go home able" in part(chair, "Needed by")
    assert "Doctors have the answer" in part(objective_page(here, LABEL), "Needed by")


def test_what_is_supported_besides_is_shown_with_its_own_reasons(chair: str) -> None:
    said = part(chair, "Also supports")
    assert "Falls Wards because A calm ward asks earlier. which supports recovery which supports Good care" in said
    assert "one private objective because It was asked of us." in said


def test_supporters_are_shown_two_levels_deep_and_the_rest_counted() -> None:
    def below(name: str, over: str) -> Any:
        return p.objective(f"2026-Q1/wards/{name}", supports=(supports(f"2026-Q1/wards/{over}"),))

    names = ("b", "a"), ("c", "b"), ("d", "c"), ("e", "c")
    plan = p.plan(p.objective("2026-Q1/wards/a"), *(below(name, over) for name, over in names))
    said = part(objective_page(ground(plan), "2026-Q1/wards/a"), "Supported by")
    assert re.findall(r"\b[bcde]\b", said) == ["b", "c"]
    assert "and two below" in said


def test_ten_thousand_supporters_do_not_make_a_page_heavy() -> None:
    children = [p.objective(f"2026-Q1/wards/c{at}", supports=(supports("2026-Q1/wards/a"),)) for at in range(10_000)]
    here = ground(p.plan(p.objective("2026-Q1/wards/a"), *children))
    html = objective_page(here, "2026-Q1/wards/a")
    assert len(html) < 40_000
    assert "and 9,976 more on the map" in text_of(html)


def test_private_supporters_are_counted_and_not_named(chair: str) -> None:
    assert "One private objective supports this. Its text is not part of this site." in part(chair, "Supported by")
    assert "Hush" not in chair


def test_what_must_not_suffer_is_shown_with_whether_it_holds(chair: str) -> None:
    said = part(chair, "What must not suffer")
    assert "Falls on the wards 6.2 per 1,000 days, 26 Sept; must stay at or under 6.4 per 1,000 days; held" in said


def test_it_can_be_followed_back_and_forth_in_time(here: Ground, chair: str) -> None:
    assert "Our own part of the wait is under twenty minutes 2025-spring, reached" in part(chair, "Where it comes from")
    earlier = objective_page(here, "2025-spring/laboratory/own-part")
    assert "Doctors have the answer while the patient is still in the chair 2025-autumn" in part(
        earlier, "What became of it"
    )


def test_an_ended_objective_says_how_it_ended_and_what_was_learned(here: Ground) -> None:
    html = objective_page(here, "2025-spring/laboratory/own-part")
    assert fact(html, "Outcome") == "Reached"
    assert fact(html, "Score") == "0.9 the team’s own note, not a rating"
    assert "We reached our target and the patients did not notice." in part(html, "Closed on 27 Jun")
    assert "19 min from 33 min, aimed for 20" in key_result(html, "inside")
    assert "This belongs to 2025-spring, which has ended." in text_of(html)


def test_dropped_on_purpose_is_said_with_its_reason() -> None:
    html = only(
        state="dropped", dropped=p.ending("2025-10-01", why=line("It was the wrong ward."), learned=line("Ask first."))
    )
    assert fact(html, "Outcome") == "Dropped on purpose"
    assert "Why It was the wrong ward. What we learned Ask first." in part(html, "Dropped on 1 Oct 2025")


def test_paused_is_marked_with_its_day_and_reason(here: Ground) -> None:
    html = objective_page(here, "2025-autumn/wards/able")
    assert '<span class="state paused">Paused since 3 Oct</span>' in html
    assert "The ward is being painted." in part(html, "Paused since 3 Oct")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("draft", "This is a draft. Nothing here is agreed yet, and all of it may change."),
        ("proposed", "This is a proposal. It is not agreed yet."),
        ("open", "This is looking for a team."),
    ],
)
def test_what_is_not_agreed_says_so_above_everything(state: str, words: str) -> None:
    html = only(state=state)
    assert words in text_of(main_of(html).partition("<h1")[0])


def test_who_has_been_quiet_is_told_so_without_blame() -> None:
    html = only("2026-03-01", check_ins=(p.check_in("2026-01-10", confidence=5),))
    assert fact(html, "Now") == "Unsure 5/10 on 10 Jan Quiet since 10 Jan"


def test_a_word_of_the_team_stands_where_it_gave_no_figure() -> None:
    html = only("2026-02-01", check_ins=(p.check_in("2026-01-30", status="off-track"),))
    assert fact(html, "Now") == "says it is off track"


def test_accepted_findings_are_shown_with_the_reason(chair: str) -> None:
    assert "too-many Six key results for one cycle, agreed with Emergency." in part(chair, "Accepted here, and why")


def test_prose_links_from_the_depth_of_the_page(chair: str) -> None:
    assert '<a href="../../../teams/wards.html">Wards</a>' in chair


def test_the_file_can_be_edited_and_its_history_read(chair: str) -> None:
    assert 'href="https://git.tarnvale.example/okr/edit/main/content/okrs/2025-autumn/laboratory/chair.md"' in chair
    assert 'href="https://git.tarnvale.example/okr/log/main/content/okrs/2025-autumn/laboratory/chair.md"' in chair
    assert "Edit this page" not in text_of(objective_page(ground(repository=None), CHAIR))


def test_without_pages_people_are_named_but_not_linked() -> None:
    html = objective_page(ground(people_pages=False), CHAIR)
    assert "Ines Ortega" in text_of(html)
    assert "people/" not in html


def test_a_page_does_not_change_because_of_a_new_day() -> None:
    made = {objective_page(ground(as_of=day), LABEL) for day in ("2025-10-27", "2025-10-30", "2025-11-02")}
    assert len(made) == 1


def test_empty_places_say_how_to_begin() -> None:
    said = text_of(only())
    assert "No key results yet. The team is still deciding how it will know." in said
    assert "No check-in yet. The first one can be two sentences" in said
    assert "If yours does, add supports: x and one sentence of reason to it." in said


def test_whatever_people_write_stays_text() -> None:
    evil = "<script>alert(1)</script> {{ 7*7 }} {0} %s \"'"
    html = only(
        title=evil,
        serves=evil,
        contact=evil,
        allow={"too-many": evil},
        tags=(("x", evil),),
        key_results=(
            p.key_result("kr", title=evil, unit=evil, source=evil, start="1", target="2", readings=readings("1")),
        ),
    )
    assert "<script>alert" not in html
    assert "49" not in re.sub(r"<head>.*?</head>|<svg.*?</svg>", "", html, flags=re.DOTALL)


def test_a_page_is_light(here: Ground) -> None:
    for objective in here.site.objectives:
        assert len(objective_page(here, objective).encode()) < 40_000


def test_the_policy_stands_at_the_foot_of_every_page() -> None:
    plain = text_of(objective_page(ground(), LABEL))
    assert "It is not a rating of a person or a team, and nothing on this site is ranked." in plain
    own = hospital(organisation=p.organisation(p.theme("recovery"), policy=Policy(statement=line("Scores are ours."))))
    assert "Scores are ours." in text_of(objective_page(ground(own), LABEL))
    paid = hospital(organisation=p.organisation(p.theme("recovery"), policy=Policy(scores_affect_pay=True)))
    assert "scores change what people are paid" in text_of(objective_page(ground(paid), LABEL))


def test_a_score_of_the_team_is_shown_beside_what_is_computed() -> None:
    closed = p.ending("2025-10-01", learned=line("More than we thought."))
    kr = p.key_result("kr", start="0", target="4", readings=(p.reading("2025-09-30", "1"),))
    html = only(state="closed", closed=closed, score=Decimal("0.75"), type="aspirational", key_results=(kr,))
    assert fact(html, "Outcome") == "Reached"
    assert fact(html, "Score").startswith("0.75")
    assert fact(html, "How far").startswith("25% of the way")


def test_where_scores_change_pay_every_objective_says_so_beside_its_numbers() -> None:
    paid = hospital(organisation=p.organisation(p.theme("recovery"), policy=Policy(scores_affect_pay=True)))
    here = ground(paid)
    for objective in here.site.objectives:
        html = objective_page(here, objective)
        (numbers,) = re.findall(r'<section class="krs".*?</section>', html, re.DOTALL)
        assert "At this organisation scores change what people are paid. What scores are for" in text_of(numbers)
        assert 'href="../../../policy.html"' in numbers
        assert "not a rating" not in text_of(html)
    assert "change what people are paid" not in objective_page(ground(), LABEL)


def test_what_is_accepted_is_said_in_words_with_its_reason() -> None:
    html = only(allow={"orphan": "We do this for ourselves.", "x-ours": "Kept."})
    assert (
        "Accepted here, and why Does not say what it supports orphan We do this for ourselves. x-ours Kept."
        in text_of(html)
    )
