"""Actions of two players that survive when those strictly dominated by another action are left out, again and again."""

from __future__ import annotations

from collections.abc import Sequence

Table = Sequence[Sequence[int]]


def undominated(first: Table, second: Table) -> tuple[list[int], list[int]]:
    """Return the rows and the columns left after iterated elimination of those strictly dominated by another one.

    No equilibrium, pure or mixed, uses an action that is eliminated, and what is left has the same equilibria.

    Parameters
    ----------
    first, second : rows of int
        The payoffs of the player who chooses the row, and of the one who chooses the column.
    """
    rows, columns = list(range(len(first))), list(range(len(first[0])))
    while True:
        by_row = [[first[i][j] for j in columns] for i in rows]
        by_column = [[second[i][j] for i in rows] for j in columns]
        left = [i for i, mine in zip(rows, by_row, strict=True) if not _beaten(mine, by_row)]
        right = [j for j, mine in zip(columns, by_column, strict=True) if not _beaten(mine, by_column)]
        if (left, right) == (rows, columns):
            return rows, columns
        rows, columns = left, right


def _beaten(mine: list[int], rivals: list[list[int]]) -> bool:
    for theirs in rivals:
        for a, b in zip(theirs, mine, strict=True):
            if a <= b:
                break
        else:
            return True
    return False
