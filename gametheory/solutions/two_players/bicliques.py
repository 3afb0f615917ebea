"""Maximal complete parts and connected parts of a bipartite graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Biclique = tuple[tuple[int, ...], tuple[int, ...]]
"""Nodes on the left and nodes on the right, every one of the first joined to every one of the second."""


def connected(neighbours: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the left nodes of every connected part, each part and the parts in ascending order.

    Parameters
    ----------
    neighbours : sequence of int
        For every left node the bits of the right nodes it is joined to; none may be 0.
    """
    parts: list[tuple[int, list[int]]] = []
    for node, right in enumerate(neighbours):
        touching = [part for part in parts if part[0] & right]
        reach, members = right, [node]
        for part in touching:
            reach |= part[0]
            members += part[1]
        parts = [part for part in parts if part not in touching] + [(reach, members)]
    return sorted(tuple(sorted(members)) for _, members in parts)


def maximal_bicliques(left: Sequence[int], neighbours: Sequence[int]) -> list[Biclique]:
    """Return the maximal complete parts among some left nodes, in ascending order.

    The right sides of maximal bicliques are the intersections of neighbourhoods that are not empty; each has as left
    side all nodes joined to the whole of it.
    """
    rights: set[int] = set()
    for node in left:
        rights |= {neighbours[node]} | {met for right in rights if (met := right & neighbours[node])}
    found = [
        (tuple(node for node in left if neighbours[node] & right == right), tuple(_bits(right))) for right in rights
    ]
    return sorted(found)


def _bits(number: int) -> Iterator[int]:
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low
