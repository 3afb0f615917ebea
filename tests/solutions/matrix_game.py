"""A two-player game from its two matrices."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

import gametheory as gt


def matrix_game(first: Sequence[Sequence[Any]], second: Sequence[Sequence[Any]], name: str = "Drawn") -> gt.Game:
    """Return the game of players R and C whose actions are r1, r2, ... and c1, c2, ..."""
    rows = [f"r{i + 1}" for i in range(len(first))]
    columns = [f"c{j + 1}" for j in range(len(first[0]))]
    cells = {
        (rows[i], columns[j]): (first[i][j], second[i][j]) for i, j in product(range(len(rows)), range(len(columns)))
    }
    return gt.Game(name, ("R", "C"), (rows, columns), cells)
