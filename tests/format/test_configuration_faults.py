"""FORMAT, “A site”: faults in `okrsite.yaml` are findings; the default is used, all else is still listed."""

from __future__ import annotations

import pytest

from tests.format.sites import Files, checked, expect_marked, found, marked, messages, objective

WALK = "content/okrs/2026-Q1/wards/walk.md"

FAULTS: dict[str, str] = {
    "a text that YAML takes for no": "title: ⟦wrong-type⟧no",
    "a title that is a list": "title: ⟦wrong-type⟧[a]",
    "a day that does not exist": "as_of: ⟦bad-date⟧2026-02-30",
    "a time": "as_of: ⟦wrong-type⟧2026-02-03 10:00",
    "an address without a scheme": "base_url: ⟦wrong-type⟧okr.example.org",
    "an address of another scheme": "base_url: ⟦wrong-type⟧ftp://okr.example.org",
    "no language": "language: ⟦wrong-type⟧Deutsch bitte",
    "the language that YAML takes for no": "language: ⟦wrong-type⟧no",
    "content outside the root": "content: ⟦unsafe-path⟧../texts",
    "content at the top of the disk": "content: ⟦unsafe-path⟧/content",
    "the output is the content": "output: ⟦unsafe-path⟧content",
    "the output holds the content": "output: ⟦unsafe-path⟧.",
    "the output lies in the content": "output: ⟦unsafe-path⟧content/site",
    "the output lies in the themes": "output: ⟦unsafe-path⟧themes/site",
    "no such theme": "theme: ⟦ref-broken⟧mine",
    "a theme that is a path": "theme: ⟦unsafe-path⟧../mine",
    "a month past December": "fiscal_year_start: ⟦wrong-type⟧13",
    "month zero": "fiscal_year_start: ⟦wrong-type⟧0",
    "a month in words": "fiscal_year_start: ⟦wrong-type⟧April",
    "a month in quotes": "fiscal_year_start: ⟦wrong-type⟧'4'",
    "named after neither": "fiscal_year_named: ⟦wrong-type⟧both",
    "no days": "check_in_every: ⟦wrong-type⟧0",
    "days below none": "check_in_every: ⟦wrong-type⟧-7",
    "days and a half": "check_in_every: ⟦wrong-type⟧7.5",
    "on is no truth": "people_pages: ⟦wrong-type⟧on",
    "a truth in quotes": "people_pages: ⟦wrong-type⟧'true'",
    "a truth in capitals": "index: ⟦wrong-type⟧True",
    "a host nobody knows": "repository: {url: 'https://x.example', kind: ⟦wrong-type⟧sourcehut}",
    "a pattern without a path": "repository: {edit: ⟦wrong-type⟧'https://x.example/edit'}",
    "a pattern with another name": "repository: {edit: ⟦wrong-type⟧'https://x.example/{path}/{file}'}",
    "a pattern that is no address": "repository: {history: ⟦wrong-type⟧'{path}'}",
    "an unknown key of the repository": "repository: {⟦unknown-key⟧brnch: x}",
    "a repository that is an address": "repository: ⟦wrong-type⟧https://x.example",
    "no such level": "checks: {misplaced: ⟦wrong-type⟧info}",
    "a level that YAML takes for yes": "checks: {misplaced: ⟦wrong-type⟧on}",
    "no such rule": "checks: {⟦unknown-key⟧mislaid: off}",
    "a fact set lower": "checks: {⟦wrong-type⟧ref-broken: off}",
    "a fact set to what it is": "checks: {⟦wrong-type⟧ref-broken: error}",
    "history of another kind": "history: ⟦wrong-type⟧svn",
    "mounts that are no list": "mounts: ⟦wrong-type⟧{from: a, to: b}",
    "a mount without its ends": "mounts: [⟦missing-key⟧{to: pages/a}]",
    "a mount that leads nowhere": "mounts:\n- from: ⟦unreadable⟧elsewhere\n  to: pages/a\n",
    "a mount out of content": "mounts: [{from: themes, to: ⟦unsafe-path⟧../x}]",
    "a mount into static": "mounts: [{from: themes, to: ⟦wrong-type⟧static}]",
    "a mount below static": "mounts: [{from: themes, to: ⟦wrong-type⟧static/a}]",
    "a prefix with a slash": "mounts: [{from: themes, to: pages/a, prefix: ⟦bad-id⟧a/b}]",
    "an unknown key": "⟦unknown-key⟧titel: Ours",
    "pay": "⟦pay-field⟧bonus: 3",
    "pay as a key of one's own": "⟦pay-field⟧x-bonus: 3",
    "a key twice": "title: A\n⟦syntax⟧title: B",
    "no keys at all": "⟦wrong-type⟧just words",
    "an anchor": "title: ⟦syntax⟧&a Ours",
    "no YAML": "title: [⟦syntax⟧",
}  # fmt: skip


@pytest.mark.parametrize("settings", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_a_finding_and_all_others_are_still_listed(settings: str) -> None:
    files: Files = {"okrsite.yaml": settings, WALK: objective("⟦unknown-key⟧wy: x"), "themes/x/a.txt": "x"}
    made = expect_marked(files)
    assert made.config.faulty


def test_with_a_fault_the_default_is_used() -> None:
    made = checked({
        "okrsite.yaml": "fiscal_year_start: 13\ncheck_in_every: often\ncontent: ../x\ntitle: Ours\n",
        WALK: objective(),
    })  # fmt: skip
    config = made.config
    assert (config.fiscal_year_start, config.check_in_every, config.content, config.title) == (1, 14, "content", "Ours")
    assert list(made.site.objectives) == ["2026-Q1/wards/walk"]


def test_keys_of_ones_own_are_passed_over() -> None:
    assert checked({"okrsite.yaml": "x-mine: {a: [1]}\nx-: 2", WALK: objective()}).findings == []


NEAR = {
    "titel: x": "title",
    "out_put: x": "output",
    "Language: en": "language",
    "people-pages: true": "people_pages",
    "checks: {misplacd: off}": "misplaced",
}


@pytest.mark.parametrize("settings", NEAR)
def test_the_nearest_known_key_is_named(settings: str) -> None:
    made = checked({"okrsite.yaml": settings, WALK: objective()})
    assert [each.rule for each in made.findings] == ["unknown-key"]
    assert NEAR[settings] in made.findings[0].message + made.findings[0].help


def test_two_files_of_configuration_are_said() -> None:
    made = checked({"okrsite.yaml": "title: A", "okrsite.yml": "title: B", WALK: objective()})
    assert found(made) == ["okrsite.yml:1:1 id-clash"], messages(made)
    assert made.title == "A"
    assert marked({}) == []
