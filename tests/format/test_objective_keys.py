"""FORMAT, “Objective”: its keys one by one, in the data and on its page."""

from __future__ import annotations

import pytest

from tests.format.measured import NO_FILES, REF, WALK, WARDS, measured, parts, refused, site_of
from tests.format.sites import Files, built, expect_marked, objective

PAGE = f"objectives/{REF}.html"


def page_of(keys: str, files: Files = NO_FILES, *, below: str = "") -> str:
    """Give an objective's page."""
    return built({**site_of(keys, files), WALK: objective(keys, below=below)}).text(PAGE)


@pytest.mark.parametrize("kind", ["committed", "aspirational", "learning"])
def test_a_type_is_one_of_three(kind: str) -> None:
    assert measured(f"type: {kind}")["type"] == kind


@pytest.mark.parametrize("origin", ["team", "negotiated", "assigned", "claimed"])
def test_an_origin_is_one_of_four(origin: str) -> None:
    assert measured(f"origin: {origin}")["origin"] == origin


def test_who_looks_after_it_is_one_or_several_in_the_order_written() -> None:
    assert measured("owner: Ann Lee <ann@h.example>")["owners"] == ["ann-lee"]
    assert measured("owners: [Zoe Ash, Ann Lee, zoe-ash]")["owners"] == ["zoe-ash", "ann-lee"]
    assert measured("owners: Zoe Ash")["owners"] == ["zoe-ash"]
    assert measured("")["owners"] == []
    refused("owner: ⟦wrong-type⟧[Ann Lee, Bo Ek]")
    refused("owners: [⟦bad-id⟧'!!']")


def test_plain_texts_are_kept_as_written() -> None:
    keys = "why: Bed *is not* safe.\nfor: People on our wards\nsince: 2025-12-01\ntags: [2026, Home care]"
    assert parts(measured(keys), "why for since tags") == [
        "Bed *is not* safe.", "People on our wards", "2025-12-01", ["2026", "Home care"],
    ]  # fmt: skip


WRONG = {
    "no title": "---\n⟦missing-key⟧why: So.\n---\n",
    "an empty title": "---\n⟦missing-key⟧title:\n---\n",
    "a blank title": "---\n⟦missing-key⟧title: '  '\n---\n",
    "a title that YAML takes for no": "---\ntitle: ⟦wrong-type⟧no\n---\n",
    "a title that YAML takes for a date": "---\ntitle: ⟦wrong-type⟧2026-01-01\n---\n",
    "a title that is a list": "---\ntitle: ⟦wrong-type⟧[A]\n---\n",
    "a since that is no date": "---\ntitle: A\nsince: ⟦wrong-type⟧last year\n---\n",
    "a since that doesn't exist": "---\ntitle: A\nsince: ⟦bad-date⟧2026-02-30\n---\n",
    "key results that are a map": "---\ntitle: A\nkey_results: ⟦wrong-type⟧{title: B}\n---\n",
    "a key result that is a text": "---\ntitle: A\nkey_results: [⟦wrong-type⟧B]\n---\n",
    "an allowed error": "---\ntitle: A\nallow: {⟦wrong-type⟧ref-broken: So.}\n---\n",
    "an allowed rule that is not there": "---\ntitle: A\nallow: {⟦unknown-key⟧quite: So.}\n---\n",
    "an allowance without a reason": "---\ntitle: A\nallow: {quiet: ⟦missing-key⟧}\n---\n".replace("quiet: ⟦missing-key⟧", "⟦missing-key⟧quiet: "),
    "an allowance that is a list": "---\ntitle: A\nallow: ⟦wrong-type⟧[quiet]\n---\n",
    "an unknown key": "---\ntitle: A\n⟦unknown-key⟧owns: B\n---\n",
    "a key of a list": "---\ntitle: A\n⟦unknown-key⟧text: B\n---\n",
    "pay": "---\ntitle: A\n⟦pay-field⟧bonus: 3\n---\n",
    "a rank": "---\ntitle: A\n⟦rank-field⟧rank: 3\n---\n",
    "pay among one's own keys": "---\ntitle: A\n⟦pay-field⟧x-salary: 3\n---\n",
    "no front matter": "⟦missing-key⟧Just a text.\n",
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_an_objective(text: str) -> None:
    expect_marked({WALK: text})


def test_keys_of_ones_own_are_passed_over() -> None:
    assert measured("x-board: {any: [thing, 3]}\nx-note:")["state"] == "active"


def test_what_is_said_in_prose_is_markdown_on_the_page() -> None:
    page = page_of("""
        why: Bed *is not* `safe`, see [[mission]].
        supports: [{to: mission, because: It **is** the mission.}]
        check_ins: [{date: 2026-01-09, learned: "*Lunch* helps.", blocked: "No `porters`.", next: "Ask **them**."}]
    """, {"content/org.md": "---\nname: H\nmission: Good care.\n---\n"}, below="## More\n\nAnd *so on*.\n")  # fmt: skip
    for shown in (
        "<em>is not</em>", "<code>safe</code>", "<strong>is</strong>", "<em>Lunch</em>", "<code>porters</code>",
        "<strong>them</strong>", "<em>so on</em>", "More</h",
    ):  # fmt: skip
        assert shown in page


MARKED = {"draft": "raft", "proposed": "ropos", "open": "pen", "paused": "aused", "closed": "losed", "dropped": "ropped on purpose"}  # fmt: skip


@pytest.mark.parametrize(("state", "word"), MARKED.items())
def test_a_state_other_than_active_is_marked(state: str, word: str) -> None:
    def main(page: str) -> str:
        return page.partition("<main")[2].partition("</main>")[0]

    assert word in main(page_of(f"state: {state}"))


def test_drafts_and_proposals_are_published_and_marked_where_they_are_listed() -> None:
    site = built({WALK: objective("state: draft\nsupports: mission"), f"{WARDS}/sit.md": objective("state: proposed")})
    assert [each["state"] for each in site.data["objectives"]] == ["proposed", "draft"]
    listed = site.text("objectives/index.html")
    assert "Draft" in listed
    assert "Propos" in listed


def test_what_is_looking_for_a_team_stands_among_the_open_goals() -> None:
    assert "Everyone walks again" in built(site_of("state: open")).text("open-goals.html")
    assert "Everyone walks again" not in built(site_of("")).text("open-goals.html")


COMPANY = {
    "supports: mission": True,
    "supports: ['theme:home']": True,
    "supports: [mission, sit]": True,
    "supports: [sit, mission]": False,
    "supports: sit": False,
    "": False,
    "supports: mission\norigin: team": False,
    "supports: mission\norigin: assigned": False,
}


@pytest.mark.parametrize(("keys", "agreed"), COMPANY.items())
def test_a_company_objective_without_an_origin_reads_agreed_by_the_company(keys: str, agreed: object) -> None:
    files: Files = {
        "content/org.md": "---\nname: H\nthemes: [{id: home, title: Home again}]\n---\n",
        f"{WARDS}/sit.md": objective(title="Sit"),
    }
    assert ("Agreed by the company" in page_of(keys, files)) is agreed
    assert measured(keys, files)["origin"] == (keys.partition("origin: ")[2] or None)


def test_an_accepted_finding_is_accepted_and_its_reason_is_shown() -> None:
    keys = "key_results: [{{title: Up, target: 9, readings: {{{mark}2026-03-01: 3}}}}]\n{allow}"
    dated: Files = {"okrsite.yaml": "as_of: 2026-02-10\n"}
    refused(keys.format(mark="⟦warning:future-reading⟧", allow=""), dated, as_of=None)
    allowed = keys.format(mark="", allow="allow: {future-reading: We plan ahead of ourselves.}")
    assert "We plan ahead of ourselves." in built(site_of(allowed, dated), as_of=None).text(PAGE)
    elsewhere = keys.format(mark="⟦warning:future-reading⟧", allow="allow: {quiet: We rest.}")
    refused(elsewhere, dated, as_of=None)


def test_teams_that_share_it_stand_beside_the_one_that_leads() -> None:
    teams: Files = {f"content/teams/{name}.md": f"---\nname: {name.title()}\n---\n" for name in ("cooks", "porters")}
    site = built(site_of("teams: [porters, cooks, wards, cooks]", teams))
    assert parts(site.objectives[REF], "team teams") == ["wards", ["cooks", "porters"]]
    assert "Everyone walks again" in site.text("teams/cooks.html")
    assert "Everyone walks again" in site.text("objectives/2026-Q1/cooks/index.html")
    assert "Cooks" in site.text(PAGE)


def test_what_must_not_suffer_is_shown_on_both_sides() -> None:
    falls: Files = {"content/health/falls.md": "---\ntitle: Falls on wards\nat_most: 3\n---\n"}
    site = built(site_of("health: [falls]", falls))
    assert "Falls on wards" in site.text(PAGE)
    assert "Everyone walks again" in site.text("health/falls.html")


def test_an_alias_keeps_old_references_valid() -> None:
    site = built(
        {
            WALK: objective("aliases: [walked]"),
            f"{WARDS}/sit.md": objective("supports: walked\nwhy: As [[wards/walked]]."),
        }
    )
    assert site.objectives["2026-Q1/wards/sit"]["supports"][0]["to"] == REF
    assert site.objectives["2026-Q1/wards/sit"]["why"] == "As [[wards/walked]]."
    assert "objectives/2026-Q1/wards/walked.html" in site.files


PLACES = {
    "edit": "edit/main/content/okrs/2026-Q1/wards/walk.md",
    "history": "commits/main/content/okrs/2026-Q1/wards/walk.md",
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_its_page_leads_to_its_source(place: str) -> None:
    config: Files = {"okrsite.yaml": "repository: {url: 'https://github.com/h/okrs', kind: github, branch: main}\n"}
    assert f"https://github.com/h/okrs/{place}" in page_of("", config)
    assert "github.com" not in page_of("")
