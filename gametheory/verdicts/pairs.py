"""Pairs of points of the premises that differ in one parameter alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.formulas.formula import Formula, atom, conjunction, map_factors
from gametheory.formulas.polynomial import variable
from gametheory.formulas.shrink import shrink
from gametheory.formulas.solver import Answer, Limit, check
from gametheory.premise import Premises

Values = dict[str, Fraction]


@dataclass(frozen=True, eq=False)
class Pairs:
    """Questions about two points, the second with a higher value of one parameter.

    Parameters
    ----------
    given : Premises
        Both points satisfy them.
    parameter : Parameter
        What differs.
    limit : Limit
        For each question.
    """

    given: Premises
    parameter: Any
    limit: Limit

    @property
    def name(self) -> str:
        """The parameter's name at the lower point."""
        return str(self.parameter.name)

    @property
    def raised_name(self) -> str:
        """The same at the higher point; no parameter is called that, an apostrophe is not part of a name."""
        return f"{self.name}'"

    @property
    def apart(self) -> Formula:
        """The second value is higher."""
        return atom((variable(self.raised_name) - variable(self.name),), ">")

    def raised(self, formula: Formula) -> Formula:
        """Return a formula read at the higher point."""
        return map_factors(formula, lambda polynomial: polynomial.rename({self.name: self.raised_name}))

    def both(self, formula: Formula) -> Formula:
        """Return a formula read at both points."""
        return conjunction((formula, self.raised(formula)))

    def ask(self, formula: Formula) -> Answer:
        """Look for a pair."""
        return check((*map(self.both, self.given.formulas), formula), self.limit)

    def small(
        self, formula: Formula, values: Mapping[str, Fraction], symbols: Mapping[str, Any]
    ) -> tuple[Values, Values]:
        """Return the pair with small numbers, the lower point first."""
        everything = conjunction((*map(self.both, self.given.formulas), formula))
        free = [name for name, parameter in symbols.items() if not parameter.bounds]
        shifting = [*free, self.raised_name] if self.name in free else free
        start = dict.fromkeys([*symbols, self.raised_name], Fraction(0)) | dict(values)
        found = shrink(everything, start, shifting)
        low = {name: value for name, value in found.items() if name != self.raised_name}
        return low, low | {self.name: found[self.raised_name]}
