"""CHECKS, `unknown-key`, `missing-key`: at every level of every kind of file."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, checked, expect_marked, found, messages, objective

Q1 = "content/okrs/2026-Q1"
SURVEY = "title: A\ndate: 2026-01-01\nscale: {from: 1, to: 2}\ngroups: [{id: w, name: W, asked: 9, answered: 9}]\nquestions: [{id: q, text: Q, counts: {w: [4, 5]}}]\n"


def at(keys: str) -> Files:
    return {f"{Q1}/a/x.md": objective(keys), f"{Q1}/b/y.md": objective("key_results: [{title: K, target: 3}]")}


KR = "key_results: [{{title: K, {}}}]"
LEVELS: dict[str, tuple[str, Files]] = {
    "an objective": ("key_results", at("⟦unknown-key⟧key_result: []")),
    "an objective, by hyphen": ("depends_on", at("⟦unknown-key⟧depends-on: []")),
    "an objective, by case": ("supports", at("⟦unknown-key⟧Supports: mission")),
    "an edge": ("because", at("supports: [{to: mission, ⟦unknown-key⟧becuase: x}]")),
    "a need": ("state", at("depends_on: [{to: y, ⟦unknown-key⟧status: asked}]")),
    "what is continued": ("because", at("continues: {to: y, ⟦unknown-key⟧becaus: x}")),
    "an end": ("learned", at("closed: {date: 2026-01-05, ⟦unknown-key⟧learnd: x}")),
    "a drop": ("why", at("dropped: {date: 2026-01-05, ⟦unknown-key⟧wy: x}")),
    "a pause": ("why", at("paused: {date: 2026-01-05, ⟦unknown-key⟧wyh: x}")),
    "a change": ("what", at("changed: [{date: 2026-01-05, what: x, ⟦unknown-key⟧whats: y}]")),
    "an ask": ("until", at("asks: [{date: 2026-01-05, what: x, ⟦unknown-key⟧untill: 2026-01-06}]")),
    "a reply": ("answers", at("asks: [{date: 2026-01-05, what: x, replies: [{date: 2026-01-06, text: y, ⟦unknown-key⟧answer: true}]}]")),
    "a key result": ("target", at(KR.format("⟦unknown-key⟧targt: 3"))),
    "a milestone": ("weight", at(KR.format("milestones: [{title: A, ⟦unknown-key⟧wieght: 2}]"))),
    "a reading": ("confidence", at(KR.format("readings: [{date: 2026-01-05, value: 3, ⟦unknown-key⟧confidense: 3}]"))),
    "a reading of a day": ("confidence", at(KR.format("readings: {2026-01-05: {value: 3, ⟦unknown-key⟧confidense: 3}}"))),
    "what is the same": ("", at("key_results: [{same_as: y#k, ⟦unknown-key⟧target: 3}]")),
    "a check-in": ("blocked", at("check_ins: [{date: 2026-01-05, ⟦unknown-key⟧blockd: x}]")),
    "a check-in's reading": ("note", at("key_results: [{title: K}]\ncheck_ins: [{date: 2026-01-05, readings: {k: {value: 3, ⟦unknown-key⟧notes: x}}}]")),
    "a check-in's ask": ("until", at("check_ins: [{date: 2026-01-05, ask: {what: x, ⟦unknown-key⟧untl: 2026-02-01}}]")),
    "a check-in's reply": ("text", at("check_ins: [{date: 2026-01-05, replies: [{date: 2026-01-06, text: x, ⟦unknown-key⟧txt: y}]}]")),
    "what is accepted": ("no-owner", at("allow: {⟦unknown-key⟧no-owners: because}")),
    "a list of objectives": ("objectives", {f"{Q1}/a.yaml": "objectives: [{title: A}]\n⟦unknown-key⟧objective: []\n"}),
    "an objective in a list": ("title", {f"{Q1}/a.yaml": "objectives:\n- title: A\n  ⟦unknown-key⟧titel: B\n"}),
    "a check-in's file": ("objective", {**at(""), "content/check-ins/a.md": "---\nobjective: y\ndate: 2026-01-05\n⟦unknown-key⟧objctive: y\n---\nx\n"}),
    "a check-in in a file of many": ("learned", {**at(""), "content/check-ins/a.yaml": "- {objective: y, date: 2026-01-05, ⟦unknown-key⟧learnt: y}\n"}),
    "a survey": ("scale", {"content/surveys/a.yaml": SURVEY + "⟦unknown-key⟧scales: x\n"}),
    "a group of a survey": ("asked", {"content/surveys/a.yaml": SURVEY.replace("asked: 9,", "asked: 9, ⟦unknown-key⟧aksed: 9,")}),
    "a question of a survey": ("text", {"content/surveys/a.yaml": SURVEY.replace("text: Q,", "text: Q, ⟦unknown-key⟧texts: Q,")}),
    "a scale": ("high", {"content/surveys/a.yaml": SURVEY.replace("to: 2", "to: 2, ⟦unknown-key⟧hihg: x")}),
    "a health metric": ("at_most", {"content/health/a.md": "---\ntitle: A\n⟦unknown-key⟧atmost: 3\n---\n"}),
    "a cycle": ("start", {"content/cycles/2026.md": "---\n⟦unknown-key⟧strat: 2026-01-01\n---\n"}),
    "a team": ("members", {"content/teams/a.md": "---\n⟦unknown-key⟧member: [B]\n---\n"}),
    "a person": ("helps_with", {"content/people/a.md": "---\n⟦unknown-key⟧help_with: [B]\n---\n"}),
    "the organisation": ("mission", {"content/org.md": "---\nname: A\n⟦unknown-key⟧misson: B\n---\n"}),
    "a page": ("order", {"content/pages/a.md": "---\n⟦unknown-key⟧ordr: 3\n---\n"}),
}  # fmt: skip


@pytest.mark.parametrize(("near", "files"), LEVELS.values(), ids=LEVELS)
def test_an_unknown_key_is_an_error_that_names_the_nearest_known_one(near: str, files: Files) -> None:
    made = expect_marked(files)
    assert near in made.findings[0].help, messages(made)


@pytest.mark.parametrize(("near", "files"), LEVELS.values(), ids=LEVELS)
def test_keys_of_ones_own_are_passed_over_there_but_never_about_pay(near: str, files: Files) -> None:
    def with_key(key: str) -> Files:
        def changed(text: str) -> str:
            before, mark, after = text.partition("⟦unknown-key⟧")
            return f"{before}{key}: {after.partition(': ')[2]}" if mark else text

        return {path: changed(str(text)) for path, text in files.items()}

    assert near is not None
    expect_marked(with_key("x-mine"))
    expect_marked(with_key("⟦pay-field⟧x-bonus"))
    expect_marked(with_key("⟦pay-field⟧Bonus"))
    expect_marked(with_key("⟦rank-field⟧ranking"))


def test_below_a_key_of_ones_own_they_are_refused_too() -> None:
    expect_marked(
        at("x-mine: {⟦pay-field⟧bonus: 3, a: [{⟦rank-field⟧Rank: 1, b: {⟦person-score⟧x-grade: {rank: 2}}}]}")
    )
    expect_marked(at(KR.format("x-mine: [{a: {⟦pay-field⟧salary: 3}}]")))
    expect_marked({**at(""), "okrsite.yaml": "x-mine: {⟦pay-field⟧salary: 3}"})


def test_ids_and_the_keys_of_readings_are_not_looked_at() -> None:
    expect_marked(
        at("id: bonus\nkey_results: [{title: Rank, target: 3}]\ncheck_ins: [{date: 2026-01-05, readings: {rank: 2}}]")
    )
    expect_marked({"content/surveys/a.yaml": SURVEY.replace("w: [", "rank: [").replace("id: w", "id: rank")})


MISSING: dict[str, Files] = {
    "an objective's title": {f"{Q1}/a/x.md": "---\n⟦missing-key⟧why: x\n---\n"},
    "an empty title": {f"{Q1}/a/x.md": "---\n⟦missing-key⟧title:\n---\n"},
    "a blank title": {f"{Q1}/a/x.md": "---\n⟦missing-key⟧title: '  '\n---\n"},
    "a title in a list": {f"{Q1}/a.yaml": "objectives:\n- ⟦missing-key⟧why: x\n"},
    "the objectives of a list": {f"{Q1}/a.yaml": "⟦missing-key⟧origin: team\n"},
    "what is supported": at("supports: [⟦missing-key⟧{because: x}]"),
    "what is supported, empty": at("supports: [{⟦missing-key⟧to: , because: x}]"),
    "what is needed": at("depends_on: [⟦missing-key⟧{need: x}]"),
    "what is continued": at("continues: ⟦missing-key⟧{because: x}"),
    "the day of an end": at("closed: ⟦missing-key⟧{learned: x}"),
    "the day of a drop": at("dropped: ⟦missing-key⟧{why: x}"),
    "the day of a pause": at("paused: ⟦missing-key⟧{why: x}"),
    "the day of a change": at("changed: [⟦missing-key⟧{what: x}]"),
    "what was changed": at("changed: [⟦missing-key⟧{date: 2026-01-05}]"),
    "the day of an ask": at("asks: [⟦missing-key⟧{what: x}]"),
    "what is asked": at("asks: [⟦missing-key⟧{date: 2026-01-05}]"),
    "what is asked in a check-in": at("check_ins: [{date: 2026-01-05, ask: ⟦missing-key⟧{of: y}}]"),
    "the day of a reply": at("asks: [{date: 2026-01-05, what: x, replies: [⟦missing-key⟧{text: y}]}]"),
    "the text of a reply": at("asks: [{date: 2026-01-05, what: x, replies: [⟦missing-key⟧{date: 2026-01-06}]}]"),
    "a key result's title": at("key_results: [⟦missing-key⟧{target: 3}]"),
    "a milestone's title": at(KR.format("milestones: [⟦missing-key⟧{done: true}]")),
    "the day of a reading": at(KR.format("readings: [⟦missing-key⟧{value: 3}]")),
    "the value of a reading": at(KR.format("readings: [⟦missing-key⟧{date: 2026-01-05}]")),
    "the value of a day": at(KR.format("readings: {⟦missing-key⟧2026-01-05: }")),
    "the value of a day with more": at(KR.format("readings: {2026-01-05: ⟦missing-key⟧{confidence: 3}}")),
    "the day of a check-in": at("check_ins: [⟦missing-key⟧{learned: x}]"),
    "the value of a check-in's reading": at("key_results: [{title: K}]\ncheck_ins: [{date: 2026-01-05, readings: {k: ⟦missing-key⟧{note: x}}}]"),
    "a check-in's objective": {**at(""), "content/check-ins/a.md": "---\n⟦missing-key⟧date: 2026-01-05\n---\nx\n"},
    "a check-in's day": {**at(""), "content/check-ins/a.md": "---\n⟦missing-key⟧objective: y\n---\nx\n"},
    "a check-in's objective in a list": {**at(""), "content/check-ins/a.yaml": "- ⟦missing-key⟧date: 2026-01-05\n"},
    "a metric's title": {"content/health/a.md": "---\n⟦missing-key⟧at_most: 3\n---\n"},
    "the reason of what is accepted": at("allow: {⟦missing-key⟧no-why: }"),
    "a survey's questions": {"content/surveys/a.yaml": "⟦missing-key⟧" + SURVEY.partition("questions")[0]},
}  # fmt: skip


@pytest.mark.parametrize("files", MISSING.values(), ids=MISSING)
def test_a_required_key_that_is_absent_empty_or_blank_is_missing(files: Files) -> None:
    expect_marked(files)


def test_a_misspelt_required_key_is_said_once() -> None:
    assert found(checked({f"{Q1}/a/x.md": "---\ntitel: Walk\n---\n"})) == [f"{Q1}/a/x.md:2:1 unknown-key"]


SYNTAX: dict[str, str] = {
    "a key twice": "why: a\n⟦syntax⟧why: b",
    "a key twice further in": "supports: [{to: mission, ⟦syntax⟧to: x}]",
    "a tag": "why: ⟦syntax⟧!str x",
    "an anchor": "why: ⟦syntax⟧&a x",
    "an alias": "why: ⟦syntax⟧*a",
    "a merge": "⟦syntax⟧<<: {why: x}",
    "a tab": "⟦syntax⟧\twhy: x",
    "a colon in a text": "why: a⟦syntax⟧: b",
    "a bracket that stays open": "tags: ⟦syntax⟧[a",
    "a quotation mark that stays open": "why: ⟦syntax⟧'a",
    "nested too deeply": "x-a: " + "[" * 49 + "⟦syntax⟧[" + "]" * 50,
}


@pytest.mark.parametrize("keys", SYNTAX.values(), ids=SYNTAX)
def test_yaml_that_cannot_be_read(keys: str) -> None:
    expect_marked({f"{Q1}/a/x.md": objective(keys)})


def test_fifty_levels_are_not_too_deep() -> None:
    expect_marked({f"{Q1}/a/x.md": objective("x-a: " + "[" * 49 + "]" * 49)})


def test_what_is_not_utf_8_or_too_large() -> None:
    bad = b"---\ntitle: Walk \xe9\n---\n"
    assert found(checked({f"{Q1}/a/x.md": bad})) == [f"{Q1}/a/x.md:2:13 syntax"]
    assert found(checked({f"{Q1}/a.yaml": "x-a: " + "a" * (1 << 20)})) == [f"{Q1}/a.yaml:1:1 syntax"]
    assert found(checked({f"{Q1}/a/x.md": objective(below="a" * (1 << 20) + "\n")})) == [f"{Q1}/a/x.md:1:1 too-heavy"]
    just = objective(below="a" * 1000)
    assert found(checked({f"{Q1}/a/x.md": just + "a\n" * (((1 << 20) - len(just)) // 2)})) == []
