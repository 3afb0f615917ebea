"""Evolution within one population by exact arithmetic on plain tables, for checking the package against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

import gametheory as gt

ACTIONS = ("hawk", "dove", "owl", "crow")
Payoffs = Sequence[Sequence[Any]]
"""What an individual gets: a row an own action, an entry the other one's action."""
Shares = tuple[Fraction, ...]


def symmetric_game(payoffs: Payoffs, **options: Any) -> gt.Game:
    """The same table seen from both sides."""
    words = ACTIONS[: len(payoffs)]
    cells = {
        (own, other): (payoffs[i][j], payoffs[j][i]) for i, own in enumerate(words) for j, other in enumerate(words)
    }
    return gt.Game("Contest of birds", ("Ann", "Bob"), words, cells, **options)


def free_game(size: int) -> tuple[gt.Game, list[list[Any]]]:
    """A game in which every payoff is a parameter of its own."""
    symbols = [[gt.Parameter(f"p{i}{j}") for j in range(size)] for i in range(size)]
    return symmetric_game(symbols), symbols


def named(payoffs: Payoffs) -> dict[str, Any]:
    """The point of `free_game` at which its payoffs are these."""
    return {f"p{i}{j}": value for i, row in enumerate(payoffs) for j, value in enumerate(row)}


def solved(rows: Sequence[Sequence[Any]], right: Sequence[Any]) -> list[Fraction] | None:
    """Solve square equations by elimination; None if they are singular."""
    table = [[*map(Fraction, row), Fraction(value)] for row, value in zip(rows, right, strict=True)]
    size = len(table)
    for column in range(size):
        pivot = next((i for i in range(column, size) if table[i][column]), None)
        if pivot is None:
            return None
        table[column], table[pivot] = table[pivot], table[column]
        table[column] = [value / table[column][column] for value in table[column]]
        for i in range(size):
            if i != column and table[i][column]:
                factor = table[i][column]
                table[i] = [a - factor * b for a, b in zip(table[i], table[column], strict=True)]
    return [row[-1] for row in table]


def supports(size: int) -> Iterator[tuple[int, ...]]:
    return (some for count in range(1, size + 1) for some in combinations(range(size), count))


def meets(payoffs: Payoffs, own: Shares, other: Shares) -> Fraction:
    """What one mixture gets against another."""
    return sum((x * y * payoffs[i][j] for i, x in enumerate(own) for j, y in enumerate(other)), start=Fraction(0))


def pure(size: int, action: int) -> Shares:
    return tuple(Fraction(i == action) for i in range(size))


def rest_point(payoffs: Payoffs, support: Sequence[int]) -> Shares | None:
    """The one state with this support in which all its actions get the same; None if there is none or are many."""
    first, *others = support
    rows = [[payoffs[i][j] - payoffs[first][j] for j in support] for i in others]
    found = solved([[1] * len(support), *rows], [1, *[0] * len(others)])
    if found is None or min(found) <= 0:
        return None
    return tuple(found[support.index(i)] if i in support else Fraction(0) for i in range(len(payoffs)))


def is_stable_strategy(payoffs: Payoffs, x: Shares) -> bool:
    """The definition: x is a best reply to itself, and beats every other best reply y where y is played.

    x and y - x fix a ray; whether x beats y does not change along it, so it is enough to look at best replies that lack
    one of the actions of x. The least lead of x over such y lies inside some face; there it solves linear equations,
    and where those are singular the lead is the same on a line that leaves the face through smaller ones.
    """
    size = len(payoffs)
    gets = [meets(payoffs, pure(size, i), x) for i in range(size)]
    best = [i for i in range(size) if gets[i] == max(gets)]
    used = [i for i in range(size) if x[i]]
    if not set(used) <= set(best):
        return False
    for face in supports(size):
        if not set(face) <= set(best) or set(used) <= set(face):
            continue
        lowest = critical(payoffs, x, face)
        if lowest is not None and meets(payoffs, x, lowest) <= meets(payoffs, lowest, lowest):
            return False
    return True


def critical(payoffs: Payoffs, x: Shares, face: Sequence[int]) -> Shares | None:
    """Where the lead of x over y at y, a quadratic function of y, has gradient 0 inside a face; None if nowhere."""
    against = [meets(payoffs, x, pure(len(payoffs), j)) for j in range(len(payoffs))]
    rows = [[-(payoffs[j][k] + payoffs[k][j]) for k in face] + [-1] for j in face]
    found = solved([*rows, [*[1] * len(face), 0]], [*[-against[j] for j in face], 1])
    if found is None or min(found[:-1]) <= 0:
        return None
    return tuple(found[face.index(i)] if i in face else Fraction(0) for i in range(len(payoffs)))


def stable_supports(payoffs: Payoffs) -> set[tuple[str, ...]]:
    """The supports of all evolutionarily stable strategies."""
    found = set()
    for support in supports(len(payoffs)):
        x = rest_point(payoffs, support)
        if x is not None and is_stable_strategy(payoffs, x):
            found.add(tuple(ACTIONS[i] for i in support))
    return found
