"""How much work one game may cause: counted, not timed, so that every machine gives the same answer."""

from __future__ import annotations

from dataclasses import dataclass

MOST_MONOMIALS = 400
"""A system of equations that needs more monomials than this is left alone."""

MOST_SUPPORTS = 20_000
"""So many supports are looked at, the smallest first."""


@dataclass
class Effort:
    """What is left to spend on one game.

    Parameters
    ----------
    elimination : int
        For systems of equations; one costs the square of its number of monomials.
    questions : int
        How many questions to the solver may end without an answer.
    """

    elimination: int = 1_000_000
    questions: int = 6

    def allows(self, monomials: int) -> bool:
        """Say whether a system with so many monomials may be solved, and count it if so."""
        cost = monomials * monomials
        if monomials > MOST_MONOMIALS or cost > self.elimination:
            return False
        self.elimination -= cost
        return True
