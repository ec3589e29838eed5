"""Rings in what should lead somewhere: `supports`, team parents, `same_as`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

Edges = Mapping[str, Sequence[str]]


def rings(edges: Edges) -> list[list[str]]:
    """Find rings in a directed graph, given as node → the nodes it leads to.

    Each ring begins with its smallest node. No two share an edge, and whatever lies in a ring leads to one that is
    found; so all of them together are no longer than the graph, and time is linear. A node that leads to itself is
    a ring of one.
    """
    found: list[list[str]] = []
    done: set[str] = set()
    for node in sorted(edges):
        if node not in done:
            found += [_smallest_first(ring) for ring in _walk(node, edges, done)]
    return sorted(found)


def _walk(start: str, edges: Edges, done: set[str]) -> Iterator[list[str]]:
    """Walk depth first from a node; each way back onto the path is a ring, unless an edge of it was in one before."""
    path: list[str] = []
    depth: dict[str, int] = {}
    ringed: list[int] = [0]  # for each depth of the path, how deep the last edge lies that is in a ring already
    ways: list[Iterator[str]] = []

    def enter(node: str) -> None:
        depth[node] = len(path)
        path.append(node)
        ways.append(iter(_targets(node, edges)))

    enter(start)
    while path:
        node = next(ways[-1], None)
        if node is None:
            done.add(path[-1])
            del depth[path.pop()]
            ways.pop()
            ringed.pop()
        elif node in depth:
            if ringed[-1] <= depth[node]:
                yield path[depth[node] :]
                ringed[depth[node] + 1 :] = range(depth[node] + 1, len(path))
        elif node not in done:
            ringed.append(ringed[-1])
            enter(node)


def _targets(node: str, edges: Edges) -> Iterable[str]:
    return dict.fromkeys(edges.get(node, ()))


def _smallest_first(ring: list[str]) -> list[str]:
    place = ring.index(min(ring))
    return ring[place:] + ring[:place]
