"""Games of many players by functions of numbered actions, and what is claimed of every answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import gametheory as gt
from gametheory.solutions.equilibrium_set import Equilibria
from tests.solutions.profile_checks import is_equilibrium

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
A, B = (Fraction(1), Fraction(0)), (Fraction(0), Fraction(1))


def game_of(payoffs: Callable[..., Sequence[Any]], shape: Sequence[int] = (2, 2, 2), name: str = "Worked") -> gt.Game:
    """Return the game whose payoffs are a function of the numbers of the actions; actions are a, b, c, ..."""
    actions = ["abcdef"[:size] for size in shape]
    cells = {tuple(a[k] for a, k in zip(actions, cell, strict=True)): payoffs(*cell) for cell in _cells(shape)}
    return gt.Game(name, ["Xenia", "Yuri", "Zoe", "Wim", "Vera"][: len(shape)], [tuple(a) for a in actions], cells)


def _cells(shape: Iterable[int]) -> Iterable[tuple[int, ...]]:
    return product(*map(range, shape))


def mixed(*first: Any) -> tuple[tuple[Fraction, Fraction], ...]:
    """Return a profile of players with two actions by the probabilities of the first."""
    return tuple((Fraction(p), 1 - Fraction(p)) for p in first)


def check(found: Equilibria, degenerate: bool = False) -> None:
    """Everything that is claimed without exception: exact, complete, and equilibria indeed."""
    assert found.complete, found.unresolved
    assert found.exact
    assert found.degenerate == degenerate
    assert all(is_equilibrium(found.game, profile) for profile in found.extreme)
    for component in found.components:
        for piece in component.pieces:
            assert is_equilibrium(found.game, piece.sample)
            for corners in product(*piece.corners):
                assert not piece.corners or is_equilibrium(found.game, corners)
    if not degenerate:
        assert all(component.is_point for component in found.components)
        assert len(found.components) == len(found.extreme) == len(set(found.extreme))
        assert len(found.extreme) % 2 == 1


def one_goes(players: int) -> gt.Game:
    """Going pays 2 to who goes alone, and nothing otherwise; staying pays 1."""
    return game_of(lambda *cell: [1 if own else 2 * (cell.count(0) == 1) for own in cell], (2,) * players, "One goes")
