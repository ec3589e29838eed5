"""The map as people see it: the wall, the list below it, and what is folded on large ones."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from okrsite import addresses
from okrsite.pages import map_list
from okrsite.pages.parts.mapped import atlas
from okrsite.pages.register import register
from tests.measure import plans as p
from tests.pages.hospital import ground, supports
from tests.pages.reading import html_of, text_of
from tests.pages.whole import hospital_pages, read, under

FEBRUARY = "2026-02-10"


def maps_of(*company: Any, **more: Any) -> dict[str, str]:
    """Every page of the map, by its address."""
    here = ground(p.plan(*company, **more), as_of=FEBRUARY)
    return {
        page.address: html_of(here, page.draw())
        for page in map_list.compose(here, atlas(here.site, register(here.site)))
    }


def hospital_map() -> str:
    return hospital_pages()["map.html"]


def stones(html: str) -> dict[str, dict[str, str]]:
    """The blocks of a page's wall by their ids: what is written at each, and its sentence."""
    found = re.findall(r"<(?:a|g)(?: role=\"img\")? class=\"[^\"]*\"( data-id=[^>]*)><title>([^<]*)</title>", html)
    blocks = [
        dict(re.findall(r' (?:data-)?([\w]+)="([^"]*)"', said)) | {"sentence": text_of(title)} for said, title in found
    ]
    return {block["id"]: block for block in blocks}


def listed(html: str) -> list[str]:
    """The names of the rows of the list."""
    return re.findall(r'<li id="at=([^"]*)" data-row', html)


def child(number: int, above: str, team: str = "wards", **more: Any) -> Any:
    return p.objective(f"2026-Q1/{team}/o{number:05}", title=f"Child {number}", supports=(supports(above),), **more)


@lru_cache(maxsize=1)
def large() -> dict[str, str]:
    """A company of three levels with 2,000 objectives below: 5 over 50 over 2,000, of 40 teams."""
    top = [p.objective(f"2026-Q1/board/top{n}", title=f"Top {n}", supports=(supports("mission"),)) for n in range(5)]
    middle = [child(n, f"2026-Q1/board/top{n % 5}", f"t{n % 10}") for n in range(50)]
    low = [child(100 + n, f"2026-Q1/t{n % 50 % 10}/o{n % 50:05}", f"u{n % 40}") for n in range(2000)]
    return maps_of(*top, *middle, *low)


def test_every_objective_has_a_block_that_leads_to_it_and_names_it_in_full() -> None:
    there = stones(hospital_map())
    chair = there["chair"]
    assert chair["sentence"].startswith("Doctors have the answer while the patient is still in the chair – Laboratory.")
    assert chair["href"] == "objectives/2025-autumn/laboratory/chair.html"
    assert set(listed(hospital_map())) <= set(there)


def test_a_block_stands_under_what_it_supports_first() -> None:
    there = stones(hospital_map())
    chair, above = there["chair"], there[there["chair"]["up"]]
    assert above["name"] == "Everyone who walks in knows within the hour what happens next"
    assert float(chair["y"]) == float(above["y"]) + float(above["h"])
    assert float(above["x"]) <= float(chair["x"]) < float(above["x"]) + float(above["w"])


def test_up_from_what_carries_the_mission_stands_the_mission() -> None:
    there = stones(hospital_map())
    tops = [block for block in there.values() if block["d"] == "1"]
    assert tops
    assert {block["up"] for block in tops} == {"mission:"}
    assert there["mission:"]["d"] == "0"


def test_an_objective_that_supports_several_is_marked_where_it_also_does() -> None:
    a, b = (p.objective(f"2026-Q1/board/{n}", title=n.upper(), supports=(supports("mission"),)) for n in "ab")
    both = p.objective(
        "2026-Q1/wards/c", title="C", supports=(supports("2026-Q1/board/a"), supports("2026-Q1/board/b"))
    )
    html = maps_of(a, b, both)["map.html"]
    there = stones(html)
    assert there["c"]["up"] == "a"
    assert there["c"]["also"] == "b"
    assert there["b"]["sentence"].endswith("One more supports it too.")
    assert not there["a"]["sentence"].endswith("One more supports it too.")
    assert "also supports B" in under(html, "Carrying the mission")
    assert "Supported from elsewhere too" in read(html)


def test_who_needs_whom_is_an_arc_on_the_wall_and_words_in_the_list() -> None:
    html = hospital_map()
    arcs = dict(re.findall(r'<g data-arc="([^"]*)"><title>([^<]*)</title>', html))
    pairs = [tuple(pair.split(" ")) for pair in arcs]
    assert pairs
    assert all(a in stones(html) and b in stones(html) for a, b in pairs)
    assert all(" needs " in said for said in arcs.values())
    assert 'class="arcs" aria-hidden="true"' in html
    title = next(iter(arcs.values())).partition(" needs ")[0]
    assert re.search(re.escape(title) + r".*? needs ", read(html))


def test_what_is_not_under_the_mission_stands_beside() -> None:
    html = hospital_map()
    there = stones(html)
    end = float(there["mission:"]["x"]) + float(there["mission:"]["w"])
    loose = [block for block in there.values() if "up" not in block and block["d"] == "2"]
    assert loose
    assert all(float(block["x"]) > end for block in loose)
    assert under(html, "Not under the mission yet").startswith("Heat the old wing without oil Estates & Kitchens Draft")


def test_what_is_private_is_a_block_without_a_link_or_a_name() -> None:
    html = hospital_map()
    private = [block for name, block in stones(html).items() if name.endswith("~private")]
    assert private
    assert all("href" not in block for block in private)
    assert {block["name"] for block in private} == {"one private objective"}
    assert "One private objective supports this." in under(html, "Carrying the mission")


def test_a_draft_is_dashed_and_says_so() -> None:
    html = maps_of(p.objective("2026-Q1/wards/x", title="X", state="draft", supports=(supports("mission"),)))[
        "map.html"
    ]
    assert re.search(r'class="d1 draft" data-id="x"', html)
    assert stones(html)["x"]["sentence"] == "X – wards. Draft, not agreed yet."


def test_two_of_one_name_are_told_apart_by_their_full_names() -> None:
    html = maps_of(p.objective("2026-Q1/a/x"), p.objective("2026-Q1/b/x"))["map.html"]
    assert {"2026-Q1/a/x", "2026-Q1/b/x"} == set(stones(html)) - {"mission:"} == set(listed(html))


def test_an_objective_called_mission_is_not_taken_for_it() -> None:
    html = maps_of(p.objective("2026-Q1/a/mission", title="Mine", supports=(supports("mission"),)))["map.html"]
    assert stones(html)["mission"]["up"] == "mission:"


def test_the_list_nests_what_supports_what() -> None:
    there = stones(hospital_map())
    names = [there[name]["name"] for name in listed(hospital_map())]
    waits = names.index("Nobody waits in fear or in pain")
    knows = names.index("Everyone who walks in knows within the hour what happens next")
    chair = names.index("Doctors have the answer while the patient is still in the chair")
    assert waits < knows < chair < names.index("A blood sample never waits for a label")


def test_the_map_of_a_cycle_shows_what_it_supports_in_longer_cycles_only() -> None:
    year = p.objective("2026/board/year", title="This year", supports=(supports("mission"),))
    other = p.objective("2025-Q4/board/old", title="Last winter", supports=(supports("mission"),))
    quarter = p.objective("2026-Q1/wards/quarter", title="This quarter", supports=(supports("2026/board/year"),))
    follows = p.objective("2026-Q1/wards/follows", title="It follows", supports=(supports("2025-Q4/board/old"),))
    cycles = {
        "2025-Q4": p.cycle("2025-Q4", "2025-10-01", "2025-12-31"),
        "2026": p.cycle("2026", end="2026-12-31"),
        "2026-Q1": p.cycle(),
    }
    there = maps_of(year, other, quarter, follows, cycles=cycles)["map/2026-Q1.html"]
    assert "This quarter" in under(there, "Carrying the mission")
    assert under(there, "Under an objective of another cycle").startswith(
        "It follows wards No check-in yet supports Last winter"
    )
    assert set(listed(there)) == {"year", "quarter", "follows"}
    assert stones(there)["follows"]["up"] == "elsewhere:"


def test_a_chain_of_300_is_drawn_flat_below_some_depth_and_whole() -> None:
    chain = [p.objective("2026-Q1/wards/o00000", title="Step 0", supports=(supports("mission"),))]
    chain += [child(n, f"2026-Q1/wards/o{n - 1:05}") for n in range(1, 200)]
    there = maps_of(*chain)["map.html"]
    assert len(listed(there)) == 200
    depth = most = 0
    for tag in re.findall(r"</?ul", there.partition("data-outline")[2]):
        depth += 1 if tag == "<ul" else -1
        most = max(most, depth)
    assert most < 10
    assert "supports Child 198" in read(there)


def test_a_map_of_250_does_not_fold() -> None:
    pages = maps_of(*(child(n, "mission", f"t{n % 30}") for n in range(250)))
    assert set(pages) == {"map.html", "map/2026-Q1.html"}
    assert len(listed(pages["map.html"])) == 250


def test_a_large_map_folds_into_blocks_with_a_count_that_open_on_pages_of_teams() -> None:
    pages = large()
    first = stones(pages["map.html"])
    folds = [block for name, block in first.items() if "~" in name]
    assert len(first) <= 402
    assert len(folds) == 50
    assert {block["team"] for block in folds} == {"+40"}
    assert folds[0]["sentence"] == "40 more under it – Child 0"
    assert {block["href"] for block in folds} == {f"map/2026-Q1/t{n}.html" for n in range(10)}
    assert all(block["href"] in pages for block in folds)


def test_folded_pages_are_complete_and_each_is_light() -> None:
    pages = large()
    opened = [name for address, html in pages.items() if address.startswith("map/2026-Q1/") for name in listed(html)]
    assert set(opened) | set(listed(pages["map.html"])) == {
        *(f"top{n}" for n in range(5)),
        *(f"o{n:05}" for n in range(50)),
        *(f"o{n:05}" for n in range(100, 2100)),
    }
    assert len(opened) == 2050
    assert all(len(html.encode()) < 300_000 for html in pages.values())


def test_the_list_folds_where_the_wall_does() -> None:
    html = large()["map.html"]
    drawn = {name for name in stones(html) if ":" not in name and "~" not in name}
    assert drawn == set(listed(html))
    assert html.partition("The same, as a list")[2].count(">40 more under it<") == 50


def test_what_opens_shows_the_way_up_and_leads_back() -> None:
    pages = large()
    address = "map/2026-Q1/t0.html"
    html = pages[address]
    there = stones(html)
    assert there["o00000"]["up"] == "top0"
    assert there["top0"]["up"] == "mission:"
    assert "top0" not in listed(html)
    assert read(html).startswith("How it holds together t0 How t0 holds together, 2026-Q1")
    assert 'href="../../map.html"' in html


def test_a_thousand_siblings_fold_by_team() -> None:
    pages = maps_of(*(child(n, "mission", f"t{n % 20:02}") for n in range(1000)))
    folds = [block for name, block in stones(pages["map.html"]).items() if "~" in name]
    assert [block["name"] for block in folds] == [f"t{n:02}: 50" for n in range(20)]
    assert under(pages["map.html"], "Carrying the mission").startswith("t00: 50 t01: 50")
    assert all(len(listed(pages[block["href"]])) == 50 for block in folds)


def test_a_thousand_under_one_fold_by_team_on_its_page() -> None:
    top = p.objective("2026-Q1/board/top", title="Top", supports=(supports("mission"),))
    pages = maps_of(top, *(child(n, "2026-Q1/board/top", f"t{n % 20:02}") for n in range(1000)))
    assert stones(pages["map.html"])["top~0"]["href"] == "map/2026-Q1/board.html"
    board = stones(pages["map/2026-Q1/board.html"])
    assert [block["href"] for name, block in board.items() if "~" in name] == [f"t{n:02}.html" for n in range(20)]
    assert sum(len(listed(pages[f"map/2026-Q1/t{n:02}.html"])) for n in range(20)) == 1000


def test_where_a_team_has_too_many_its_page_goes_on() -> None:
    pages = maps_of(*(child(n, "mission") for n in range(900)))
    parts = sorted(address for address in pages if address.startswith("map/2026-Q1/wards"))
    assert len(parts) > 1
    assert parts[0] == addresses.map_of_team("2026-Q1", "wards")
    assert sum(len(listed(pages[part])) for part in parts) == 900
    assert 'href="wards~2.html"' in pages[parts[0]]


def test_more_teams_than_there_is_room_for_share_their_blocks() -> None:
    pages = maps_of(*(child(n, "mission", f"t{n:04}") for n in range(900)))
    folds = {name: block for name, block in stones(pages["map.html"]).items() if "~" in name}
    assert len(folds) <= 250
    assert folds["mission:~0"]["name"] == "t0000 to t0003: 4"
    opened = [name for address, html in pages.items() if address.startswith("map/2026-Q1/") for name in listed(html)]
    assert len(set(opened)) == 900


def test_the_same_company_gives_the_same_map() -> None:
    company = [child(n, "mission", f"t{n % 20:02}") for n in range(420)]
    assert maps_of(*company) == maps_of(*reversed(company))
