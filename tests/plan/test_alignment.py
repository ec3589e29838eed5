from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from okrsite.plan.alignment import rings


def test_a_line_has_no_ring() -> None:
    assert rings({"a": ["b"], "b": ["c"], "c": []}) == []


def test_a_ring_begins_with_its_smallest_name() -> None:
    assert rings({"b": ["c"], "c": ["a"], "a": ["b"]}) == [["a", "b", "c"]]


def test_what_leads_into_a_ring_is_no_part_of_it() -> None:
    assert rings({"a": ["b"], "b": ["c"], "c": ["b"]}) == [["b", "c"]]


def test_a_thing_that_leads_to_itself_is_a_ring_of_one() -> None:
    assert rings({"a": ["a"]}) == [["a"]]


def test_two_rings_that_share_a_place_are_both_found() -> None:
    assert rings({"a": ["b", "c"], "b": ["a"], "c": ["a"]}) == [["a", "b"], ["a", "c"]]


def test_a_ring_of_ten_thousand_is_found() -> None:
    ring = {f"{n:05}": [f"{(n + 1) % 10_000:05}"] for n in range(10_000)}
    assert len(rings(ring)[0]) == 10_000


def test_a_chain_whose_every_link_leads_back_to_its_head_is_drawn_without_repeating_an_edge() -> None:
    chain = {f"{n:05}": [f"{n + 1:05}", "00000"] for n in range(10_000)}
    found = rings(chain)
    assert sum(map(len, found)) <= 20_000


nodes = st.integers(0, 7).map(str)


@given(st.dictionaries(nodes, st.lists(nodes, max_size=4)))
def test_rings_are_rings_share_no_edge_and_none_is_left_when_their_edges_go(edges: dict[str, list[str]]) -> None:
    found = rings(edges)
    drawn = [edge for ring in found for edge in zip(ring, ring[1:] + ring[:1], strict=True)]
    assert all(after in edges[before] for before, after in drawn)
    assert len(drawn) == len(set(drawn))
    in_some_ring = {node for node in edges if node in _reached(node, edges)}
    for node in in_some_ring:
        assert any(set(ring) & (_reached(node, edges) | {node}) for ring in found)


def _reached(start: str, edges: dict[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for after in edges.get(waiting.pop(), []):
            if after not in reached:
                reached.add(after)
                waiting.append(after)
    return reached
