"""Where a quadratic form is positive on a cone: some coordinates free, the others at least 0."""

from __future__ import annotations

from collections.abc import Sequence

from gametheory.concepts.mixtures import determinant
from gametheory.concepts.signs import above, not_below
from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import Condition, all_of, any_of

Matrix = Sequence[Sequence[Payoff]]
"""Symmetric, by rows."""


def minor(matrix: Matrix, rows: Sequence[int], columns: Sequence[int]) -> Payoff:
    """Return the determinant of some rows and as many columns, without a division."""
    return determinant([[matrix[row][column] for column in columns] for row in rows])


def positive_definite(matrix: Matrix, free: Sequence[int]) -> Condition:
    """Return where the form is positive wherever it uses these coordinates alone (Sylvester's criterion)."""
    leading = (free[:size] for size in range(1, len(free) + 1))
    return all_of(above(minor(matrix, some, some)) for some in leading)


def no_worse_inside(matrix: Matrix, free: Sequence[int], signed: Sequence[int]) -> Condition:
    """Return one step of the test whether the form is positive where some coordinates are at least 0.

    If the form is positive definite in the free coordinates, it is positive on the cone exactly if this holds for every
    nonempty choice of signed ones. It is Keller's criterion for strict copositivity, read off the form that is left
    when the free coordinates are chosen best (the Schur complement, whose minors are quotients of those here): a
    principal submatrix in which all cofactors of the last row are positive must have a positive determinant.
    """
    everything = [*free, *signed]
    rows, last = everything[:-1], len(everything) - 1
    cofactors = (
        (-1) ** (place + last) * minor(matrix, rows, [*everything[:place], *everything[place + 1 :]])
        for place in range(len(free), len(everything))
    )
    return any_of((above(minor(matrix, everything, everything)), *(not_below(-one) for one in cofactors)))
