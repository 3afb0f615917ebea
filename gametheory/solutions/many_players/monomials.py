"""The monomials of some degrees, modulo the multiples of forms: which few of them span the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import gcd, prod

from gametheory.solutions.many_players.multilinear import Form

Monomial = tuple[tuple[int, ...], ...]
"""For every player the exponents of the probabilities."""

Row = dict[int, int]
"""A combination of monomials by their place; sparse."""


def exponents(size: int, degree: int) -> list[tuple[int, ...]]:
    """Return the exponents of all monomials of a degree in the probabilities of one player."""
    return [
        tuple([chosen.count(action) for action in range(size)])
        for chosen in combinations_with_replacement(range(size), degree)
    ]


def count(sizes: Iterable[int], degrees: Sequence[int]) -> int:
    """Return how many monomials there are of the given degree for each player."""
    return prod(len(exponents(size, degree)) for size, degree in zip(sizes, degrees, strict=True))


def raised(monomial: Monomial, place: int, action: int, by: int = 1) -> Monomial:
    """Return the monomial with one exponent changed, a player's by its place."""
    own = monomial[place]
    return (*monomial[:place], (*own[:action], own[action] + by, *own[action + 1 :]), *monomial[place + 1 :])


class Quotient:
    """The monomials of some degrees modulo the multiples of forms.

    Parameters
    ----------
    forms : sequence of Form
        None of them zero.
    sizes : mapping of int to int
        How many actions each player mixes.
    degrees : tuple of int
        The degree for each player; the multiples of the forms keep to it.
    """

    def __init__(self, forms: Sequence[Form], sizes: Mapping[int, int], degrees: tuple[int, ...]) -> None:
        self.sizes, self.degrees = sizes, degrees
        monomials = list(self.monomials(degrees))
        self._place = {monomial: i for i, monomial in enumerate(monomials)}
        self._pivots = _echelon(self._multiples(forms))
        self._free = [i for i in range(len(monomials)) if i not in self._pivots]
        self._combinations: dict[int, list[Fraction]] = {}

    @property
    def dimension(self) -> int:
        """How many free monomials span the rest."""
        return len(self._free)

    def monomials(self, degrees: Sequence[int]) -> Iterator[Monomial]:
        """Yield the monomials of some degrees."""
        return product(*(exponents(size, d) for size, d in zip(self.sizes.values(), degrees, strict=True)))

    def _multiples(self, forms: Sequence[Form]) -> Iterator[Row]:
        for form in forms:
            spare = [d - (block in form.blocks) for block, d in zip(self.sizes, self.degrees, strict=True)]
            terms = [(self._monomial(form, key), value) for key, value in form.terms()]
            for monomial in self.monomials(spare):
                yield {self._place[_times(monomial, term)]: value for term, value in terms}

    def _monomial(self, form: Form, key: Sequence[int]) -> Monomial:
        chosen = dict(zip(form.blocks, key, strict=True))
        return tuple(
            tuple([int(chosen.get(block) == action) for action in range(size)]) for block, size in self.sizes.items()
        )

    def combination(self, monomial: Monomial) -> list[Fraction]:
        """Return a monomial of these degrees as a combination of the free ones."""
        return self._combination(self._place[monomial])

    def _combination(self, place: int) -> list[Fraction]:
        if place not in self._combinations:
            row = self._pivots.get(place)
            total = [Fraction(int(row is None and place == free)) for free in self._free]
            for other, c in (row or {}).items():
                if row is not None and other != place:  # the others come later, so this ends
                    factor = Fraction(-c, row[place])
                    total = [t + factor * r if r else t for t, r in zip(total, self._combination(other), strict=True)]
            self._combinations[place] = total
        return self._combinations[place]


def _times(left: Monomial, right: Monomial) -> Monomial:
    return tuple([tuple([a + b for a, b in zip(x, y, strict=True)]) for x, y in zip(left, right, strict=True)])


def _echelon(rows: Iterable[Row]) -> dict[int, Row]:
    """Return independent combinations of the rows by their first place, whole numbers throughout."""
    pivots: dict[int, Row] = {}
    for row in sorted(rows, key=len):
        while row and (first := min(row)) in pivots:
            row = _cancel(row, pivots[first], first)
        if row:
            common = gcd(*row.values())
            pivots[min(row)] = {place: value // common for place, value in row.items()}
    return pivots


def _cancel(row: Row, pivot: Row, place: int) -> Row:
    common = gcd(row[place], pivot[place])
    factor, scale = row[place] // common, pivot[place] // common
    result = {other: value * scale for other, value in row.items()}
    for other, value in pivot.items():
        rest = result.get(other, 0) - factor * value
        if rest:
            result[other] = rest
        else:
            result.pop(other, None)
    return result
