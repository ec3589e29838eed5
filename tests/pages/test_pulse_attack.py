"""An attacker who reads `pulse.html`, knows which teams make up which group, and subtracts as best they can.

The page is all they have: every group with its counts is read off its tables, so what follows from the page follows from
these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape

from okrsite.measure import measure
from okrsite.measure.model import Site
from okrsite.measure.survey.model import ShownGrouping
from okrsite.pages import pulse
from okrsite.pages.ground import Ground
from okrsite.pages.register import register
from tests.measure import plans as p
from tests.measure.plans import day
from tests.measure.surveys import survey
from tests.measure.test_survey_attack import QUESTIONS, World, few, teams_of
from tests.pages.hospital import ground
from tests.pages.reading import html_of, main_of, text_of

Said = tuple[str, str, tuple[int, ...]]
"""A statement, a group, and how many of it chose each step."""

_ROW = re.compile(r'<tr><th scope="row"[^>]*>(.*?)</th>(.*?)</tr>', re.DOTALL)
_CELL = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)


@cache
def nothing() -> Ground:
    """A site without anything, to put surveys into."""
    return ground(p.plan())


def page_of(world: World) -> tuple[Site, str]:
    """A world's survey, as the site has it and as its page says it."""
    plan = p.plan(surveys={"pulse": survey(world.whole, *world.splits)})
    here = replace(nothing(), site=measure(plan, day("2026-03-01"), check_in_every=14))
    (page,) = pulse.compose(here, register(here.site))
    return here.site, main_of(html_of(here, page.draw()))


def tables(html: str, kind: str) -> Iterator[str]:
    yield from re.findall(rf'<table class="t {kind}">(.*?)</table>', html, re.DOTALL)


def answers_on(html: str) -> Iterator[Said]:
    for table in tables(html, "answers"):
        for body in re.findall(r"<tbody>(.*?)</tbody>", table, re.DOTALL):
            question = text_of(re.findall(r'scope="rowgroup"[^>]*>(.*?)</th>', body, re.DOTALL)[0]).split(" ")[0]
            for name, cells in _ROW.findall(body):
                numbers = [unescape(cell) for cell in _CELL.findall(cells)]
                yield question, text_of(name), tuple(map(int, numbers[:4]))


def asked_on(html: str) -> Iterator[tuple[str, int, int]]:
    for table in tables(html, "who"):
        for name, cells in _ROW.findall(table):
            asked, answered, _ = _CELL.findall(cells)
            yield text_of(name), int(asked), int(answered)


def groupings(site: Site) -> list[ShownGrouping]:
    found = site.surveys["pulse"]
    return [found.whole, *found.splits]


def leaks(world: World) -> Iterator[str]:
    """Give each set of teams that has a few answers, and whose answers follow from the page all the same."""
    _, html = page_of(world)
    said = list(answers_on(html))
    for number in range(QUESTIONS):
        blocks = [teams_of(group) for question, group, _ in said if question == f"q{number}"]
        yield from few(world, blocks, [sum(counts) for counts in world.counts[number]])
    yield from few(world, [teams_of(group) for group, _, _ in asked_on(html)], world.answered)


def test_an_attacker_works_out_no_small_group_from_a_thousand_pages() -> None:
    assert [(seed, leak) for seed in range(1000) for leak in leaks(World(seed))] == []


def test_a_page_says_of_no_group_what_is_not_published() -> None:
    for seed in range(0, 1000, 10):
        site, html = page_of(World(seed))
        shown = {
            (question.id, group.name, group.counts)
            for grouping in groupings(site)
            for question in grouping.questions
            for group in question.groups
        }
        assert set(answers_on(html)) == shown, seed
        asked = {(group.name, group.asked, group.answered) for grouping in groupings(site) for group in grouping.groups}
        assert set(asked_on(html)) <= asked, seed


def test_the_attacker_reads_what_there_is() -> None:
    """What stands on a page is found by the means above: most worlds have something to show."""
    read = [list(answers_on(page_of(World(seed))[1])) for seed in range(20)]
    assert sum(bool(said) for said in read) > 10
