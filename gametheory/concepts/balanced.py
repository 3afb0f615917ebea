"""Minimal balanced collections: the ways in which coalitions can divide everybody's time among themselves."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from gametheory.errors import CapacityError
from gametheory.forms.membership import Coalition

MOST_PLAYERS = 4


@lru_cache(maxsize=64)
def balanced_collections(players: tuple[str, ...]) -> tuple[tuple[tuple[Coalition, Fraction], ...], ...]:
    """Return every minimal balanced collection of proper coalitions with its weights.

    Parameters
    ----------
    players : tuple of str
        At most MOST_PLAYERS.

    Returns
    -------
    tuple of tuple of (coalition, Fraction)
        Positive weights such that the weights of the coalitions of each player add to 1. No smaller part of the
        collection has such weights, so they are the only ones.

    Raises
    ------
    CapacityError
        For more players: five have 1,291 of them, six 200,213.

    References
    ----------
    Shapley, L. S. (1967), "On balanced sets and cores", Naval Research Logistics Quarterly 14.

    Examples
    --------
    >>> for weights in balanced_collections(("A", "B")):
    ...     print(*(f"{weight} {members}" for members, weight in weights))
    1 ('A',) 1 ('B',)
    """
    count = len(players)
    if count > MOST_PLAYERS:
        raise CapacityError(
            f"whether the core of {count} players is empty is decided for at most {MOST_PLAYERS}; ask about a payment: "
            "gt.core(game, {player: amount, ...})."
        )
    proper = [members for size in range(1, count) for members in combinations(players, size)]
    found = []
    for size in range(1, count + 1):  # independent vectors of so many entries are at most as many
        for collection in combinations(proper, size):
            weights = _only_weights(collection, players)
            if weights is not None and all(weight > 0 for weight in weights):
                found.append(tuple(zip(collection, weights, strict=True)))
    return tuple(found)


def _only_weights(collection: Sequence[Coalition], players: tuple[str, ...]) -> list[Fraction] | None:
    """Solve for the weights by elimination; None if there are none, or many."""
    rows = [[Fraction(player in members) for members in collection] + [Fraction(1)] for player in players]
    for column in range(len(collection)):
        pivot = next((i for i in range(column, len(rows)) if rows[i][column] != 0), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [entry / rows[column][column] for entry in rows[column]]
        for i in range(len(rows)):
            if i != column:
                rows[i] = [a - rows[i][column] * b for a, b in zip(rows[i], rows[column], strict=True)]
    consistent = all(row[-1] == 0 for row in rows[len(collection) :])
    return [row[-1] for row in rows[: len(collection)]] if consistent else None
