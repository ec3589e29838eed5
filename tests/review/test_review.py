"""What a colleague reads on a pull request, and what a job makes of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrsite.review import LONGEST, changes_of
from okrsite.review.inert import cut, inert
from tests.cli.test_commands import run, write
from tests.review.sites import Files, reviewed, side

ORG = """\
---
name: Tarnvale
mission: Good care, close to home.
---
"""
CARE = """\
---
title: Care comes to the house
owner: Ada Lund
type: committed
why: The road to us is long.
supports: [{to: mission, because: Home is where people heal.}]
key_results:
  - {title: Visits at home, start: 10, target: 40, current: 12}
---
"""
WALK = """\
---
title: Everyone walks again
why: Ten days in bed cost ten years of strength.
owner: Rosa Bianchi
type: aspirational
supports: [{to: care, because: Who walks can go home.}]
depends_on:
  - {to: "team:porters", need: A frame by each bed, by: 2026-02-20, state: asked}
key_results:
  - {title: Out of bed by noon, start: 34%, target: 70%, pairs_with: falls}
  - {title: Falls, at_most: 6.4}
check_ins:
  - {date: 2026-01-30, by: Rosa Bianchi, confidence: 6, readings: {out-of-bed-by-noon: 52%, falls: 6}, learned: They walk when asked where to.}
asks:
  - {date: 2026-01-31, by: Rosa Bianchi, what: 'Who can lend us two frames?', of: "team:porters"}
---
"""
ALARM = """\
---
title: Alarms on every bed
owner: Rosa Bianchi
type: aspirational
supports: [{to: care, because: Fewer falls.}]
---
"""
WALK_LATER = """\
---
title: Everyone walks again
why: Ten days in bed cost ten years of strength.
owner: Rosa Bianchi
type: aspirational
supports: [{to: care, because: Who walks can go home.}]
depends_on:
  - {to: "team:porters", need: A frame by each bed, by: 2026-02-20, state: agreed}
key_results:
  - {title: Out of bed by noon, start: 34%, target: 60%, pairs_with: falls}
  - {title: Falls, at_most: 6}
check_ins:
  - {date: 2026-01-30, by: Rosa Bianchi, confidence: 6, readings: {out-of-bed-by-noon: 52%, falls: 6}, learned: They walk when asked where to.}
  - {date: 2026-02-06, by: Rosa Bianchi, confidence: 7, readings: {out-of-bed-by-noon: 55%}, learned: Lunch at the table helps.}
asks:
  - {date: 2026-01-31, by: Rosa Bianchi, what: 'Who can lend us two frames?', of: "team:porters", replies: [{date: 2026-02-02, by: Ivo Marsh, text: We can., answers: true}]}
changed:
  - {date: 2026-02-06, by: Rosa Bianchi, what: Target down to 60%., why: The frames come in May.}
---
"""
DROPPED = """\
---
title: Alarms on every bed
owner: Rosa Bianchi
dropped: {date: 2026-02-05, why: They kept people in bed., learned: Bed is not safe.}
type: aspirational
supports: [{to: care, because: Fewer falls.}]
---
"""
FRAMES = """\
---
title: 'A frame by *each* bed @wards #12 <b>x</b> [l](http://e.x)'
state: proposed
supports: [walk]
key_results: [{title: Beds, start: 0, target: 40}]
---
"""
ARABIC = """\
---
title: رعاية قريبة من البيت
supprts: x
---
"""
QUIET = ALARM.replace("Alarms on every bed", "Quiet nights")
BEFORE = {
    "content/org.md": ORG,
    "content/okrs/2026-Q1/board/care.md": CARE,
    "content/okrs/2026-Q1/wards/alarms.md": ALARM,
    "content/okrs/2026-Q1/wards/old.md": QUIET,
    "content/okrs/2026-Q1/wards/walk.md": WALK,
    "content/teams/porters.md": "---\nname: Porters\n---\n",
}
AFTER = {
    "okrsite.yaml": "check_in_every: 7\n",
    "content/org.md": ORG,
    "content/okrs/2026-Q1/board/ar.md": ARABIC,
    "content/okrs/2026-Q1/board/care.md": CARE,
    "content/okrs/2026-Q1/porters/frames.md": FRAMES,
    "content/okrs/2026-Q1/wards/alarms.md": DROPPED,
    "content/okrs/2026-Q1/wards/nights.md": QUIET,
    "content/okrs/2026-Q1/wards/walk.md": WALK_LATER,
    "content/teams/porters.md": "---\nname: Porters\nlead: Ivo Marsh\n---\n",
}
READ = """\
<!-- okrsite review -->
### What this change does

1 new objective, 1 new proposal, 1 dropped on purpose, 1 moved, 2 starts, targets or bounds moved, 1 change in what is needed of others, 1 check-in, 1 ask answered, and more beside objectives. It is about objectives of board, Porters and wards.

#### New objectives

- [**\u2068رعاية قريبة من البيت\u2069**](https://okr.example/%28x%29/objectives/2026-Q1/board/ar.html) · board · 2026-Q1
  - It does not say yet what it supports.
- [**A frame by \\*each\\* bed @&#8203;wards #&#8203;12 &lt;b&gt;x&lt;/b&gt; \\[&#8203;l\\](http:&#8203;//e.x)**](https://okr.example/%28x%29/objectives/2026-Q1/porters/frames.html) · Porters · 2026-Q1 · Proposed, not agreed yet
  - Supports “Everyone walks again” (wards), without a word because of what
  - How its team will know: “Beds” (0 to 40)

#### Ended, paused, taken out

- [**Alarms on every bed**](https://okr.example/%28x%29/objectives/2026-Q1/wards/alarms.html) · wards · 2026-Q1
  - Dropped on purpose on 5 Feb. Why: “They kept people in bed.” Learned: “Bed is not safe.”

#### Changed

- [**Quiet nights**](https://okr.example/%28x%29/objectives/2026-Q1/wards/nights.html) · wards · 2026-Q1
  - Moved: was `2026-Q1/wards/old`, is `2026-Q1/wards/nights` now
  - `aliases: [old]` would keep its old address alive
- [**Everyone walks again**](https://okr.example/%28x%29/objectives/2026-Q1/wards/walk.html) · wards · 2026-Q1
  - Need of Porters: “A frame by each bed”, by 20 Feb: agreed, was asked for
  - “Out of bed by noon”: target 60%, was 70%
  - “Falls”: at most 6, was 6.4
  - Changed in the open on 6 Feb by Rosa Bianchi: “Target down to 60%.” Why: “The frames come in May.”
  - Check-in of 6 Feb by Rosa Bianchi: Confident 7/10. “Out of bed by noon” 52% to 55%. “Lunch at the table helps.”
  - Ivo Marsh answers the ask “Who can lend us two frames?”: “We can.”

#### Beside objectives

- Teams: changed Porters (lead, members)
- People: new Ivo Marsh
- Settings: `check_in_every` `7`, was `14`

"""


def told(folder: Path, before: Files, after: Files) -> str:
    """What is told above the findings."""
    return reviewed(folder, before, after).text.partition("#### Worth a word")[0]


def test_a_change_is_told_in_words(tmp_path: Path) -> None:
    text = reviewed(tmp_path, BEFORE, AFTER, base_url="https://okr.example/(x)/").text
    assert text.partition("#### Worth a word")[0] == READ


def test_what_is_found_is_told_with_its_place_and_the_way_out(tmp_path: Path) -> None:
    review = reviewed(tmp_path, BEFORE, AFTER, within="okr/")
    assert review.text.startswith("<!-- okrsite review of okr -->\n")
    assert "With an error in it the site is not published; the last good one stays." in review.text
    line = (
        "- `okr/content/okrs/2026-Q1/board/ar.md:3` **error** `unknown-key`: `supprts` is not a key that is known here."
    )
    assert line in review.text
    assert review.findings.new[0].rule == "unknown-key"
    assert not review.findings.still


def test_an_error_of_before_is_told_as_one_and_one_that_is_gone_is_counted(tmp_path: Path) -> None:
    wrong = {**BEFORE, "content/okrs/2026-Q1/board/ar.md": ARABIC}
    still = reviewed(tmp_path / "still", wrong, AFTER)
    assert "*(was there before)*" in still.text
    mended = reviewed(tmp_path / "mended", wrong, BEFORE)
    assert "answered by it." in mended.text
    assert "**error**" not in mended.text


def test_another_title_makes_no_finding_new(tmp_path: Path) -> None:
    path = "content/okrs/2026-Q1/wards/alarms.md"
    review = reviewed(tmp_path, BEFORE, {**BEFORE, path: ALARM.replace("Alarms on", "Bells at")})
    assert "Title: “Bells at every bed”, was “Alarms on every bed”" in review.text
    assert not review.findings.new
    assert not review.findings.gone


def test_nothing_that_readers_see_is_said_to_be_nothing(tmp_path: Path) -> None:
    moved_down = {**BEFORE, "content/okrs/2026-Q1/board/care.md": CARE.replace("---\n", "---\n# a remark\n", 1)}
    assert "Nothing changes in what people read on the site." in told(tmp_path, BEFORE, moved_down)


def test_a_target_moved_without_a_reason_is_asked_for_one_kindly(tmp_path: Path) -> None:
    text = told(tmp_path, BEFORE, {**BEFORE, "content/okrs/2026-Q1/wards/walk.md": WALK.replace("70%", "60%")})
    assert "“Out of bed by noon”: target 60%, was 70%" in text
    assert "No word yet why. A line under `changed` would tell those who counted on the number." in text


def test_an_objective_that_is_taken_out_names_those_that_build_on_it(tmp_path: Path) -> None:
    after = {path: text for path, text in BEFORE.items() if not path.endswith("care.md")}
    text = told(tmp_path, BEFORE, after)
    assert "- **Care comes to the house** · board · 2026-Q1\n  - Taken out." in text
    assert "Others build on it: " in text
    assert "“Everyone walks again” (wards)" in text


def test_a_private_objective_is_named_nowhere(tmp_path: Path) -> None:
    hidden = "---\ntitle: Sell the laundry\nprivate: true\nsupports: [care]\n---\n"
    assert "laundry" not in reviewed(tmp_path, BEFORE, {**BEFORE, "content/okrs/2026-Q1/board/x.md": hidden}).text


def test_scores_that_change_pay_are_said_plainly(tmp_path: Path) -> None:
    org = ORG.replace("name:", "policy: {scores_affect_pay: true}\nname:")
    text = told(tmp_path, BEFORE, {**BEFORE, "content/org.md": org})
    assert "**From now on scores change what people are paid.**" in text


def test_very_many_changes_fit_into_a_comment(tmp_path: Path) -> None:
    title = "[@all](http://x.example) #1 " * 11
    many = {
        f"content/okrs/2026-Q1/wards/o{number}.md": f'---\ntitle: "{title}{number}"\nwhy: "{"*&<" * 400}"\n---\n'
        for number in range(400)
    }
    text = reviewed(tmp_path, BEFORE, BEFORE | many).text
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST
    assert "more objectives." in text
    assert "okrsite check` lists them all" in text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("@wards", "@&#8203;wards"),
        ("#12 !12 $12 ~bug", "#&#8203;12 !&#8203;12 \\$&#8203;12 \\~&#8203;bug"),
        ("![x](y)", "!\\[&#8203;x\\](y)"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("www.example.org", "www&#8203;.example.org"),
        ("GH-12", "GH-&#8203;12"),
        ("a\n/close\n# b", "a /close # b"),
        ("بيت", "\u2068بيت\u2069"),
        ("让病人回家", "让病人回家"),
    ],
)
def test_what_people_wrote_does_nothing(written: str, shown: str) -> None:
    assert inert(written) == shown


def test_a_long_title_ends_at_a_blank_or_a_whole_sign() -> None:
    assert cut("one two three", 9) == "one two …"
    assert cut("让" * 300, 10) == "让" * 10 + "…"
    assert cut("ae\u0302x" * 9, 2) == "a…"


@given(st.text())
def test_no_text_can_call_open_or_break_a_line(text: str) -> None:
    said = inert(text)
    assert "<" not in said
    assert "\n" not in said
    assert "](" not in said.replace("\\](", "")
    assert "://" not in said


def test_the_order_in_which_files_were_written_is_no_matter(tmp_path: Path) -> None:
    turned = dict(reversed(AFTER.items()))
    assert changes_of(side(tmp_path / "a", turned), side(tmp_path / "b", AFTER)) == ()


def test_the_command_writes_a_file_and_fails_for_an_error_only(tmp_path: Path) -> None:
    write(tmp_path / "before", BEFORE)
    write(tmp_path / "after", AFTER)
    failed = run("review", "before", "after", "--as-of", "2026-02-10", "--output", "review.md", at=tmp_path)
    assert (failed.returncode, failed.stdout, failed.stderr) == (1, "", "")
    assert (
        (tmp_path / "review.md").read_text("utf-8").startswith("<!-- okrsite review -->\n### What this change does\n")
    )
    fine = run("review", "before", "before", "--strict", "--as-of", "2026-02-10", at=tmp_path)
    assert fine.returncode == 0
    assert "Nothing changes" in fine.stdout


def test_a_folder_that_is_not_there_is_wrong_use_and_an_empty_one_is_a_beginning(tmp_path: Path) -> None:
    write(tmp_path / "after", BEFORE)
    refused = run("review", "nowhere", "after", at=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "nowhere is not a folder" in refused.stderr
    (tmp_path / "before").mkdir()
    begun = run("review", "before", "after", "--as-of", "2026-02-10", at=tmp_path)
    assert begun.returncode == 0
    assert "4 new objectives" in begun.stdout
    assert run("review", "before", "after", "--as-of", "soon", at=tmp_path).returncode == 2
