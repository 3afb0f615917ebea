"""Whether the equations of a support determine an equilibrium by themselves, and nothing unused does as well."""

from __future__ import annotations

from fractions import Fraction

from gametheory.solutions.many_players.number_field import Number, sign
from gametheory.solutions.many_players.patches import Zero
from gametheory.solutions.many_players.supports import Support


def is_regular(support: Support, point: Zero) -> bool:
    """Say whether an equilibrium is regular: unused actions are worse, and the Jacobian is not singular, exactly.

    Parameters
    ----------
    support : Support
        The actions in use, the equations and the slacks.
    point : dict
        For every mixing player the probabilities of the actions in use.
    """
    if any(sign(form.value(point)) <= 0 for form in support.slacks):
        return False
    rows: list[list[Number]] = []
    for form in support.equations:
        row: list[Number] = []
        for block in support.mixing:
            size = len(support.actions[block])
            row += form.slopes(block, point) if block in form.blocks else [Fraction(0)] * size
        rows.append(row)
    for block in support.mixing:  # the probabilities of each player sum to one
        rows.append(
            [Fraction(int(other == block)) for other in support.mixing for _ in range(len(support.actions[other]))]
        )
    return _is_invertible(rows)


def _is_invertible(rows: list[list[Number]]) -> bool:
    """Say whether a square matrix has an inverse, by elimination."""
    for place in range(len(rows)):
        pivot = next((i for i in range(place, len(rows)) if rows[i][place]), None)
        if pivot is None:
            return False
        rows[place], rows[pivot] = rows[pivot], rows[place]
        for i in range(place + 1, len(rows)):
            if rows[i][place]:
                factor = rows[i][place] / rows[place][place]
                rows[i] = [a - factor * b if b else a for a, b in zip(rows[i], rows[place], strict=True)]
    return True
