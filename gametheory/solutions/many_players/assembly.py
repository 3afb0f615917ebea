"""Which equilibria hang together: points and continua of several supports joined into components."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from gametheory.solutions.many_players.patches import Patch, Zero
from gametheory.solutions.many_players.questions import closures_meet
from gametheory.solutions.many_players.supports import Support


@dataclass(frozen=True)
class Point:
    """An equilibrium that solves the equations of its support alone."""

    support: Support
    chances: Zero

    def lies_in(self, patch: Patch) -> bool:
        """Say whether it meets the conditions of a continuum, probabilities of zero admitted."""
        return patch.admits(self.support.actions, self.chances)


def without_contained(patches: Sequence[Patch]) -> list[Patch]:
    """Leave out every product of polytopes that lies within a larger continuum that is one too."""
    kept: list[Patch] = []
    for patch in sorted(patches, key=_size, reverse=True):
        corners = patch.corner_points()
        inside = corners and any(
            other.corners is not None
            and other.connected
            and all(other.admits(patch.actions, corner) for corner in corners)
            for other in kept
        )
        if not inside and patch not in kept:
            kept.append(patch)
    return kept[::-1]


def _size(patch: Patch) -> tuple[int, int]:
    spread = 0 if patch.corners is None else sum(len(side) - 1 for side in patch.corners.values())
    return sum(map(len, patch.actions)), spread


@dataclass(frozen=True)
class Joined:
    """The components.

    Parameters
    ----------
    groups : tuple of tuple of Point or Patch
        What hangs together; points that lie within a continuum described as one are left out.
    doubts : tuple of (Point or Patch, Patch)
        Pairs of which it was not decided whether they touch; a patch with itself if it may fall apart.
    """

    groups: tuple[tuple[Point | Patch, ...], ...]
    doubts: tuple[tuple[Point | Patch, Patch], ...]


def joined(points: Sequence[Point], patches: Sequence[Patch]) -> Joined:
    """Join points and continua that touch."""
    separate = [point for point in points if not any(_absorbs(patch, point) for patch in patches)]
    items: list[Point | Patch] = [*separate, *patches]
    group = {id(item): id(item) for item in items}
    doubts: list[tuple[Point | Patch, Patch]] = []

    def merge(one: Point | Patch, other: Patch) -> None:
        old, new = group[id(one)], group[id(other)]
        for key, value in group.items():
            if value == old:
                group[key] = new

    for one, other in _pairs(separate, patches):
        touch = _touch(one, other)
        if touch is None:
            doubts.append((one, other))
        elif touch:
            merge(one, other)
    # What was joined by another way needs no answer of its own.
    doubts = [(one, other) for one, other in doubts if group[id(one)] != group[id(other)]]
    doubts += [(patch, patch) for patch in patches if not patch.connected]
    groups: dict[int, list[Point | Patch]] = {}
    for item in items:
        groups.setdefault(group[id(item)], []).append(item)
    return Joined(tuple(map(tuple, groups.values())), tuple(doubts))


def _pairs(points: Sequence[Point], patches: Sequence[Patch]) -> Iterator[tuple[Point | Patch, Patch]]:
    for point in points:
        for patch in patches:
            yield point, patch
    yield from combinations(patches, 2)


def _absorbs(patch: Patch, point: Point) -> bool:
    """Say whether a point is one of a product of polytopes, which includes its smaller supports."""
    return patch.corners is not None and patch.connected and point.lies_in(patch)


def _touch(one: Point | Patch, other: Patch) -> bool | None:
    """Say whether two closures meet, None if that was not decided."""
    if isinstance(one, Point):
        meets = one.lies_in(other)
        return meets if other.connected or not meets else None
    for first, second in ((one, other), (other, one)):
        inside = [*first.corner_points(), first.sample]
        if second.connected and any(second.admits(first.actions, point) for point in inside):
            return True
    answer = closures_meet(one, other)
    if answer.status == "unsat":
        return False
    return True if answer.status == "sat" and one.connected and other.connected else None
