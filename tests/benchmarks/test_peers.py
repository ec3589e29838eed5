from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.facts import facts
from benchmarks.peers.sites import SAID, Builder, sites

OBJECTIVES = 80


@pytest.fixture(scope="module")
def builders(tmp_path_factory: pytest.TempPathFactory) -> list[Builder]:
    return sites(tmp_path_factory.mktemp("sites"), Path("nowhere"), OBJECTIVES, ["okrsite"])


def written(builder: Builder, below: str = "content") -> dict[str, str]:
    folder = builder.folder / below
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.md")}


def test_hugo_and_eleventy_get_the_same_pages(builders: list[Builder]) -> None:
    _, hugo, eleventy = builders
    pages = {name: text for name, text in written(hugo).items() if not name.endswith("_index.md")}
    assert pages == written(eleventy)


def test_every_objective_that_is_not_private_has_a_page_of_the_same_name(builders: list[Builder]) -> None:
    own, hugo, _ = builders
    objectives = {path for path in written(hugo, "content/objectives") if not path.endswith("_index.md")}
    okrs = written(own, "content/okrs")
    assert objectives == {path for path, text in okrs.items() if "\nprivate: true\n" not in text}


def test_every_link_in_a_text_leads_to_a_page(builders: list[Builder]) -> None:
    pages = written(builders[1])
    links = {link for text in pages.values() for link in re.findall(r"\]\(/(.*?)\.html\)", text)}
    assert links
    assert {f"{link}.md" for link in links} <= set(pages)


def test_a_list_stands_for_each_team_in_each_cycle_that_it_has_objectives_in(builders: list[Builder]) -> None:
    pages = written(builders[1], "content/objectives")
    teams = {path.rpartition("/")[0] for path in pages if path.count("/") == 2 and not path.endswith("_index.md")}
    assert {f"{team}/_index.md" for team in teams} <= set(pages)


def test_an_edit_says_the_same_on_the_same_page_of_each_site(builders: list[Builder]) -> None:
    pages = {builder.edit(3).relative_to(builder.output) for builder in builders}
    assert len(pages) == 1
    name = pages.pop().with_suffix(".md").relative_to("objectives")
    folders = [builders[0].folder / "content" / "okrs", *(one.folder / "content/objectives" for one in builders[1:])]
    for folder in folders:
        assert (folder / name).read_text("utf-8").split("\n---\n")[0].count(SAID.format(nth=3)) == 1


def test_an_edited_objective_of_okrsite_has_one_more_check_in(builders: list[Builder]) -> None:
    page = builders[0].edit(5)
    ref = page.relative_to(builders[0].output / "objectives").with_suffix("").as_posix()
    path = f"content/okrs/{ref}.md"
    text = (builders[0].folder / path).read_text("utf-8")
    last = facts([(path, text)]).objectives[ref]["check_ins"][-1]
    assert (last["date"], last["learned"]) == ("2025-10-30", SAID.format(nth=5))


def test_clearing_takes_away_all_that_a_builder_keeps(tmp_path: Path) -> None:
    for name in ("site", "cache"):
        (tmp_path / name / "below").mkdir(parents=True)
    Builder("any", tmp_path, (), tmp_path / "site", lambda _: tmp_path, (tmp_path / "cache",)).clear()
    assert list(tmp_path.iterdir()) == []
