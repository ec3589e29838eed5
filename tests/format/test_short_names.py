"""FORMAT, “Names and references”: in which cycles a short name is looked up, and when it fits several."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, built, checked, expect_marked, found, messages, objective


def okr(place: str, keys: str = "") -> Files:
    return {f"content/okrs/{place}.md": objective(keys)}


def target(place: str, files: Files) -> str:
    supports = built(files).objectives[place]["supports"]
    assert len(supports) == 1
    return str(supports[0]["to"])


FROM: dict[str, tuple[str, list[str], str]] = {
    "the same cycle": ("walk", ["2026-Q1/b/walk", "2026/b/walk", "2026-Q2/b/walk"], "2026-Q1/b/walk"),
    "then the shortest that contains it": ("walk", ["2026/b/walk", "2026-H1/b/walk", "2026-Q2/b/walk"], "2026-H1/b/walk"),
    "then a longer one": ("walk", ["2026/b/walk", "2026-H2/b/walk", "2026-Q2/b/walk"], "2026/b/walk"),
    "then everywhere": ("walk", ["2019-Q2/b/walk"], "2019-Q2/b/walk"),
    "not the cycles within it": ("walk", ["2026-01/b/walk", "2026/b/walk"], "2026/b/walk"),
    "team and id in the same cycle": ("b/walk", ["2026-Q1/b/walk", "2026/b/walk", "2026-Q1/c/walk"], "2026-Q1/b/walk"),
    "team and id in one that contains it": ("b/walk", ["2026/b/walk", "2026-Q1/c/walk", "2025/b/walk"], "2026/b/walk"),
    "the full name": ("2025/b/walk", ["2026-Q1/b/walk", "2025/b/walk"], "2025/b/walk"),
    "one team's own is no nearer": ("a/walk", ["2026/a/walk", "2026-Q1/b/walk"], "2026/a/walk"),
    "an id like a team's": ("b", ["2026-Q1/b/walk", "2026-Q1/c/b"], "2026-Q1/c/b"),
    "never itself": ("x", ["2025/b/x"], "2025/b/x"),
    "never itself, in a cycle with another": ("x", ["2026-Q1/b/x", "2026/c/x"], "2026-Q1/b/x"),
    "never itself, by team and id": ("a/x", ["2025-Q4/a/x"], "2025-Q4/a/x"),
}  # fmt: skip


@pytest.mark.parametrize(("reference", "there", "to"), FROM.values(), ids=FROM)
def test_from_an_objective_a_name_is_looked_up_in_its_cycle_and_outwards(
    reference: str, there: list[str], to: str
) -> None:
    files = {path: text for place in there for path, text in okr(place).items()}
    assert target("2026-Q1/a/x", {**files, **okr("2026-Q1/a/x", f"supports: {reference}")}) == to


AMBIGUOUS: dict[str, tuple[str, list[str]]] = {
    "two in the same cycle": ("walk", ["2026-Q1/b/walk", "2026-Q1/c/walk"]),
    "two in the shortest that contains it": ("walk", ["2026-H1/b/walk", "2026-H1/c/walk", "2026/b/walk"]),
    "two anywhere": ("walk", ["2024/b/walk", "2025/c/walk"]),
    "two anywhere by team and id": ("b/walk", ["2024/b/walk", "2025/b/walk"]),
}


@pytest.mark.parametrize(("reference", "there"), AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_a_name_that_fits_several_is_ambiguous_and_all_are_listed(reference: str, there: list[str]) -> None:
    files = {path: text for place in there for path, text in okr(place).items()}
    made = expect_marked({**files, **okr("2026-Q1/a/x", f"supports: ⟦ref-ambiguous⟧{reference}")})
    first = there if reference != "walk" or "H1" not in there[0] else there[:2]
    assert all(place in messages(made) for place in first)


def test_a_name_that_is_ambiguous_outwards_is_fine_within() -> None:
    files = {**okr("2024/b/walk"), **okr("2025/c/walk"), **okr("2026-Q1/d/walk")}
    assert target("2026-Q1/a/x", {**files, **okr("2026-Q1/a/x", "supports: walk")}) == "2026-Q1/d/walk"


OWN = (
    "supports: ⟦ref-broken⟧{}",
    "depends_on: [{{to: ⟦ref-broken⟧{}}}]",
    "continues: ⟦ref-broken⟧{}",
    "why: See [[{}]].",
)


@pytest.mark.parametrize("reference", ["x", "a/x", "old", "a/old"])
@pytest.mark.parametrize("keys", OWN)
def test_an_objective_is_never_a_candidate_for_its_own_references(keys: str, reference: str) -> None:
    made = checked(okr("2026-Q1/a/x", f"aliases: [old]\n{keys.format(reference)}"))
    assert [each.rule for each in made.findings] == ["ref-broken"], messages(made)


def test_by_its_full_name_it_can_still_not_support_need_or_continue_itself() -> None:
    expect_marked(okr("2026-Q1/a/x", "supports: ⟦align-cycle⟧2026-Q1/a/x"))
    expect_marked(okr("2026-Q1/a/x", "depends_on: [{to: ⟦ref-broken⟧2026-Q1/a/x}]"))
    expect_marked(okr("2026-Q1/a/x", "continues: ⟦ref-broken⟧2026-Q1/a/x"))


CHECK_INS: dict[str, tuple[str, list[str], str]] = {
    "the current cycle": ("2026-02-01", ["2025-Q4/b/walk", "2026-Q1/b/walk"], "2026-Q1/b/walk"),
    "the cycle of its date": ("2025-11-01", ["2025-Q4/b/walk", "2026-Q1/b/walk"], "2025-Q4/b/walk"),
    "the shortest of the current ones": ("2026-02-01", ["2026/b/walk", "2026-H1/c/walk", "2026-Q1/b/walk"], "2026-Q1/b/walk"),
    "then a longer one": ("2026-02-01", ["2026/b/walk", "2025-Q4/b/walk"], "2026/b/walk"),
    "then everywhere": ("2026-02-01", ["2024/b/walk"], "2024/b/walk"),
    "the first day is in": ("2026-01-01", ["2025-Q4/b/walk", "2026-Q1/b/walk"], "2026-Q1/b/walk"),
    "the last day is in": ("2025-12-31", ["2025-Q4/b/walk", "2026-Q1/b/walk"], "2025-Q4/b/walk"),
}  # fmt: skip


@pytest.mark.parametrize(("day", "there", "to"), CHECK_INS.values(), ids=CHECK_INS)
def test_from_a_check_in_a_name_is_looked_up_in_the_cycles_of_its_date(day: str, there: list[str], to: str) -> None:
    files = {path: text for place in there for path, text in okr(place).items()}
    check_in = f"---\nobjective: walk\ndate: {day}\nlearned: x\n---\n"
    listed = f"- {{objective: walk, date: {day}, learned: y}}\n"
    site = built({**files, "content/check-ins/a.md": check_in, "content/check-ins/b.yaml": listed})
    assert {ref: len(each["check_ins"]) for ref, each in site.objectives.items() if each["check_ins"]} == {to: 2}


def test_a_name_in_a_check_in_that_fits_two_current_cycles_of_one_length_is_ambiguous() -> None:
    expect_marked({
        **okr("2026-Q1/b/walk"),
        **okr("2026-Q1/c/walk"),
        "content/check-ins/a.md": "---\nobjective: ⟦ref-ambiguous⟧walk\ndate: 2026-02-01\n---\nx\n",
    })  # fmt: skip


def test_within_an_objective_a_check_in_looks_by_its_date_and_may_name_its_own_objective() -> None:
    site = built({
        **okr("2025-Q4/b/walk"),
        **okr("2026-Q1/b/walk"),
        **okr("2026-Q1/a/x", "check_ins: [{date: 2025-11-02, learned: 'See [[walk]] and [[b/walk]].'}]"),
    })  # fmt: skip
    page = site.text("objectives/2026-Q1/a/x.html")
    assert "2025-Q4/b/walk.html" in page


ELSEWHERE: dict[str, tuple[list[str], str]] = {
    "the cycle that ends last": (["2026-Q1/b/walk", "2026-Q4/b/walk"], "2026-Q4/b/walk"),
    "of two the shorter": (["2026/b/walk", "2026-Q4/b/walk", "2026-H2/b/walk"], "2026-Q4/b/walk"),
    "then the one before": (["2026-Q2/b/walk", "2025-Q4/b/walk", "2026-Q4/b/other"], "2026-Q2/b/walk"),
    "a long one that ends last": (["2027/b/walk", "2026-Q4/b/walk"], "2027/b/walk"),
}


@pytest.mark.parametrize(("there", "to"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_from_other_files_a_name_is_looked_up_in_the_cycle_that_ends_last(there: list[str], to: str) -> None:
    files = {path: text for place in there for path, text in okr(place).items()}
    site = built({
        **files,
        "content/pages/p.md": "[[walk|here]]\n",
        "content/people/esther.md": "---\nname: E\n---\n[[b/walk|here]]\n",
        "content/teams/b.md": "---\nname: B\n---\n[[walk|here]]\n",
        "content/health/h.md": "---\ntitle: H\n---\n[[walk|here]]\n",
        "content/org.md": "---\nname: H\n---\n[[walk|here]]\n",
    })  # fmt: skip
    for page in ("pages/p.html", "people/esther.html", "teams/b.html", "health/h.html", "about.html"):
        assert f'objectives/{to}.html">here</a>' in site.text(page), page


def test_two_in_the_cycle_that_ends_last_are_ambiguous() -> None:
    files = {**okr("2026-Q1/b/walk"), **okr("2026-Q1/c/walk"), "content/pages/p.md": "See [[⟦ref-ambiguous⟧walk]].\n"}
    made = checked(files)
    assert [each.rule for each in made.findings] == ["ref-ambiguous"]
    assert found(made)[0].startswith("content/pages/p.md:1:")
