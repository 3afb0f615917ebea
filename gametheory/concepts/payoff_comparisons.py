"""One payoff of a player against another, each pair compared once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gametheory.forms.payoff import Payoff
from gametheory.forms.plays import History
from gametheory.formulas.display import expression_text
from gametheory.formulas.formula import Formula, Leaf, atom
from gametheory.formulas.polynomial import Polynomial
from gametheory.formulas.translate import cases, comparison
from gametheory.incentive import Comparison, Incentive


class Comparisons:
    """Comparisons of payoffs that are known by their numbers.

    Parameters
    ----------
    players : sequence of str
        Whose payoffs.
    payoffs : sequence of payoffs
        By number; it may grow.
    labelled : bool
        Whether every comparison is to say who would deviate from where to where; then none is folded away.
    """

    def __init__(self, players: Sequence[str], payoffs: Sequence[Payoff], *, labelled: bool) -> None:
        self.players, self.payoffs, self.labelled = players, payoffs, labelled
        self._compared: dict[tuple[int, int], Formula] = {}
        self._texts: dict[int, str] = {}
        self._polynomials: dict[int, Polynomial | None] = {}

    def at_least(self, i: int, value: int, other: int, here: Any, there: History) -> Formula:
        """Where one payoff of a player is at least another."""
        mine, theirs = self.payoffs[value], self.payoffs[other]
        if self.labelled:
            reason = Incentive(self.players[i], here, there, mine - theirs)
            return comparison(mine, ">=", theirs, reason).formula
        if (value, other) not in self._compared:
            formula = self._difference_not_below_zero(value, other)
            if isinstance(formula, Leaf):
                text = f"{self._text(value)} is at least {self._text(other)}"
                formula = Leaf(formula.atom, Comparison(text, self._gap(value, other), ">="))
            self._compared[value, other] = formula
        return self._compared[value, other]

    def _difference_not_below_zero(self, value: int, other: int) -> Formula:
        """Compare two payoffs: most are polynomials, and those are read once and then only subtracted."""
        mine, theirs = self._polynomial(value), self._polynomial(other)
        if mine is None or theirs is None:
            return comparison(self.payoffs[value], ">=", self.payoffs[other]).formula
        return atom((mine - theirs,), ">=")

    def _polynomial(self, number: int) -> Polynomial | None:
        if number not in self._polynomials:
            first, *others = cases(self.payoffs[number])
            plain = not others and not first.quotient.denominators
            self._polynomials[number] = first.quotient.numerator if plain else None
        return self._polynomials[number]

    def _text(self, number: int) -> str:
        if number not in self._texts:
            self._texts[number] = expression_text(self.payoffs[number])
        return self._texts[number]

    def _gap(self, value: int, other: int) -> Any:
        """Return one payoff minus another, left as it is: sympy takes long to tidy up ten thousands of them."""
        from sympy import Add, Mul

        return Add(self.payoffs[value], Mul(-1, self.payoffs[other], evaluate=False), evaluate=False)
