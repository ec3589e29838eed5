"""Nothing private is named to who reads a pull request, whatever happens to it."""

from pathlib import Path

import pytest

from tests.review.sites import Files, reviewed

TITLE = "Sell the laundry"
HIDDEN = "---\ntitle: Sell the laundry\nprivate: true\nsupports: [{to: mission, because: It is not care.}]\n---\n"
SHOWN = HIDDEN.replace("private: true\n", "")
WALK = "---\ntitle: Everyone walks again\nowner: Ada Lund\nsupports: [{to: mission, because: Home.}]\n---\n"
ON_IT = WALK.replace("{to: mission, because: Home.}", "{to: sell-off, because: It pays for frames.}")
PRIVATE = "content/okrs/2026-Q1/board/sell-off.md"
PUBLIC = "content/okrs/2026-Q1/wards/walk.md"
ORG = {"content/org.md": "---\nname: Tarnvale\nmission: Care.\n---\n"}


def kept(text: str) -> bool:
    """Whether nothing tells that there is something to be sold."""
    return not any(word in text.casefold() for word in ("laundry", "sell", "sold", "not care"))


def test_what_supports_something_private_is_told_without_its_name(tmp_path: Path) -> None:
    before = {**ORG, PRIVATE: HIDDEN, PUBLIC: WALK}
    text = reviewed(
        tmp_path, before, {**before, PUBLIC: WALK.replace("[{to: mission, because: Home.}]", "sell-off")}
    ).text
    assert kept(text)
    assert "Supports one private objective" in text
    assert f"`{PUBLIC}:4` warning `edge-no-because`: It names something private; `okrsite check` says it all." in text


@pytest.mark.parametrize("written", ["selloff", "board/sell-of", "2026-Q1/board/sell-offs"])
def test_a_way_out_from_a_slip_names_nothing_private(tmp_path: Path, written: str) -> None:
    before = {**ORG, PRIVATE: HIDDEN, PUBLIC: WALK}
    review = reviewed(tmp_path, before, {**before, PUBLIC: WALK.replace("to: mission", f"to: {written}")})
    assert f"`{PUBLIC}:4` **error**" in review.text
    assert "sell-off`" not in review.text
    assert "laundry" not in review.text


def test_what_is_found_in_something_private_is_counted(tmp_path: Path) -> None:
    before = {**ORG, PUBLIC: WALK}
    review = reviewed(tmp_path, before, {**before, PRIVATE: HIDDEN.replace("private", "supprts: x\nprivate")})
    assert kept(review.text)
    assert "- 1 error in private objectives; `okrsite check` says what and where" in review.text
    assert review.findings.new


def test_of_a_teams_list_only_the_private_lines_are_kept_back(tmp_path: Path) -> None:
    board = """\
objectives:
  - title: Care comes to the house
    supprts: mission
  - title: Sell the laundry
    private: true
    wy: It is not care.
  - title: Quiet nights
    onwer: Ada
"""
    text = reviewed(tmp_path, ORG, {**ORG, "content/okrs/2026-Q1/board.yaml": board}).text
    assert kept(text)
    assert "board.yaml:3` **error**" in text
    assert "board.yaml:8` **error**" in text
    assert "board.yaml:6" not in text
    assert "1 error in private objectives" in text


@pytest.mark.parametrize(
    "torn",
    ["---\ntitle: Sell the laundry\nprivate: true\nwhy: [\n---\n", "---\nprivate: true\n\ttitle: Sell: it\n---\n"],
)
def test_a_damaged_file_that_says_it_is_private_is_taken_at_its_word(tmp_path: Path, torn: str) -> None:
    text = reviewed(tmp_path, ORG, {**ORG, PRIVATE: torn}).text
    assert kept(text)
    assert "in private objectives" in text


def test_what_was_private_and_is_damaged_now_stays_so(tmp_path: Path) -> None:
    text = reviewed(tmp_path, {**ORG, PRIVATE: HIDDEN}, {**ORG, PRIVATE: "---\ntitle: [Sell the laundry\n---\n"}).text
    assert kept(text)
    assert "in private objectives" in text


@pytest.mark.parametrize("word", ["privat: true", "private: ture", "Private: true"])
def test_what_is_meant_to_be_private_is_not_told_by_a_slip(tmp_path: Path, word: str) -> None:
    after = {**ORG, PUBLIC: ON_IT, PRIVATE: HIDDEN.replace("private: true", word)}
    text = reviewed(tmp_path, {**ORG, PUBLIC: WALK}, after).text
    assert kept(text)
    assert "in private objectives" in text
    assert "Supports one private objective" in text


def now_private(tmp_path: Path, before: Files, after: Files) -> str:
    text = reviewed(tmp_path, {**ORG, **before}, {**ORG, **after}).text
    assert kept(text)
    return text


def test_what_becomes_private_is_counted_and_those_on_it_are_as_they_were(tmp_path: Path) -> None:
    text = now_private(tmp_path, {PRIVATE: SHOWN, PUBLIC: ON_IT}, {PRIVATE: HIDDEN, PUBLIC: ON_IT})
    assert "1 made private." in text
    assert "- 1 objective is private now, and no longer on the site" in text
    assert "Supports" not in text
    assert "Taken out" not in text


def test_a_support_given_up_of_what_becomes_private_names_nothing(tmp_path: Path) -> None:
    text = now_private(tmp_path, {PRIVATE: SHOWN, PUBLIC: ON_IT}, {PRIVATE: HIDDEN, PUBLIC: WALK})
    assert "No longer supports one private objective" in text


def test_what_becomes_private_and_is_called_otherwise_is_known_by_title_or_alias(tmp_path: Path) -> None:
    moved = PRIVATE.replace("sell-off", "sale")
    by_title = now_private(tmp_path / "title", {PRIVATE: SHOWN}, {moved: HIDDEN})
    renamed = HIDDEN.replace("Sell the laundry", "Part with linen").replace("private", "aliases: [sell-off]\nprivate")
    by_alias = now_private(tmp_path / "alias", {PRIVATE: SHOWN}, {moved: renamed})
    assert "1 objective is private now" in by_title
    assert "1 objective is private now" in by_alias
    assert "linen" not in by_alias


def test_words_that_are_taken_out_name_nothing_that_is_private_now(tmp_path: Path) -> None:
    why = WALK.replace("owner:", "why: So that we can [[sell-off]].\nowner:")
    text = now_private(tmp_path, {PRIVATE: SHOWN, PUBLIC: why}, {PRIVATE: HIDDEN, PUBLIC: WALK})
    assert "Why it matters: taken out, was “So that we can one private objective.”" in text


def test_a_check_in_apart_about_something_private_is_kept_back(tmp_path: Path) -> None:
    said = "---\nobjective: 2026-Q1/board/sell-off\ndate: 2026-02-01\nlearnt: Sold.\n---\n"
    before = {**ORG, PRIVATE: HIDDEN, PUBLIC: WALK}
    text = reviewed(tmp_path, before, {**before, "content/check-ins/sell-off.md": said}).text
    assert kept(text)
    assert "1 error in private objectives" in text


def test_what_is_gone_was_private_all_the_same(tmp_path: Path) -> None:
    text = reviewed(tmp_path, {**ORG, PRIVATE: HIDDEN, PUBLIC: ON_IT}, {**ORG, PUBLIC: ON_IT}).text
    assert kept(text)
    assert "**error**" in text
    assert "It names something private" in text


def test_what_is_made_public_is_new_and_named(tmp_path: Path) -> None:
    text = reviewed(tmp_path, {**ORG, PRIVATE: HIDDEN, PUBLIC: ON_IT}, {**ORG, PRIVATE: SHOWN, PUBLIC: ON_IT}).text
    assert "- **Sell the laundry** · board · 2026-Q1\n" in text
    assert "private objectives" not in text
