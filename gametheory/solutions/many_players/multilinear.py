"""Forms linear in each of several players' probabilities: payoff differences, and what they split into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from math import gcd, prod
from typing import Any

from gametheory.solutions.many_players.number_field import Number


@dataclass(frozen=True)
class Form:
    """A sum, over one action of each of some players, of a whole number times the product of their probabilities.

    Parameters
    ----------
    blocks : tuple of int
        The players whose probabilities occur, ascending.
    sizes : tuple of int
        How many actions each of them mixes.
    values : tuple of int
        The coefficients, the last player's action changing fastest; one number if there are no players.

    Examples
    --------
    >>> form = Form((0, 2), (2, 2), (3, -6, -1, 2))
    >>> [(part.blocks, part.values) for part in form.split()]
    [((0,), (3, -1)), ((2,), (1, -2))]
    """

    blocks: tuple[int, ...]
    sizes: tuple[int, ...]
    values: tuple[int, ...]

    @cached_property
    def nonnegative(self) -> bool:
        """Whether no coefficient is negative, so that the form is nowhere negative."""
        return min(self.values) >= 0

    @cached_property
    def nonpositive(self) -> bool:
        """Whether no coefficient is positive."""
        return max(self.values) <= 0

    @cached_property
    def is_zero(self) -> bool:
        """Whether it vanishes everywhere."""
        return not any(self.values)

    @property
    def never_zero(self) -> bool:
        """Whether its coefficients show that it does not vanish where all probabilities are positive."""
        return not self.is_zero and (self.nonnegative or self.nonpositive)

    def contract(self, block: int, weights: Sequence[Any]) -> tuple[Any, ...]:
        """Return the coefficients of the form in the other players, with this one's probabilities put in."""
        place = self.blocks.index(block)
        return _contract(self.values, self.sizes, place, weights)

    def at(self, block: int, weights: Sequence[int]) -> Form:
        """Return the form in the other players, up to a positive factor, at probabilities proportional to weights."""
        place = self.blocks.index(block)
        left, sizes = self.blocks[:place] + self.blocks[place + 1 :], self.sizes[:place] + self.sizes[place + 1 :]
        return Form(left, sizes, self.contract(block, weights)).primitive()

    def primitive(self) -> Form:
        """Return the form divided by the greatest common divisor of its coefficients."""
        common = gcd(*self.values)
        return self if common < 2 else Form(self.blocks, self.sizes, tuple(value // common for value in self.values))

    def equation(self) -> Form:
        """Return the primitive form with the first coefficient positive: the same zeros, written in one way."""
        reduced = self.primitive()
        first = next((value for value in reduced.values if value), 0)
        return reduced.negated() if first < 0 else reduced

    def negated(self) -> Form:
        """Return the form times -1."""
        return Form(self.blocks, self.sizes, tuple(-value for value in self.values))

    def value(self, point: Mapping[int, Sequence[Number]]) -> Number:
        """Return the value where every player's probabilities are given."""
        values: Sequence[Any] = self.values
        sizes = self.sizes
        for block in self.blocks:  # the first player is put in first
            values, sizes = _contract(values, sizes, 0, point[block]), sizes[1:]
        result: Number = values[0]
        return result

    def slopes(self, block: int, point: Mapping[int, Sequence[Number]]) -> list[Any]:
        """Return the coefficients of one player's probabilities where those of the others are given."""
        values: Sequence[Any] = self.values
        sizes, place = self.sizes, 0
        for other in self.blocks:
            if other == block:
                place = 1
            else:
                values, sizes = _contract(values, sizes, place, point[other]), sizes[:place] + sizes[place + 1 :]
        return list(values)

    def terms(self) -> Iterator[tuple[tuple[int, ...], int]]:
        """Yield the actions and the coefficient of each term that is not zero."""
        for key, value in zip(product(*map(range, self.sizes)), self.values, strict=True):
            if value:
                yield key, value

    def split(self) -> list[Form]:
        """Return the irreducible factors, up to constants: they share no player, because the form is linear in each."""
        for size in range(1, len(self.blocks) // 2 + 1):
            for places in combinations(range(len(self.blocks)), size):
                parts = self._divide(places)
                if parts is not None:
                    return [*parts[0].split(), *parts[1].split()]
        return [self]

    def _divide(self, places: tuple[int, ...]) -> tuple[Form, Form] | None:
        """Return the two factors if the form is a product of one in these players and one in the others."""
        rest = tuple(place for place in range(len(self.blocks)) if place not in places)
        rows: dict[tuple[int, ...], list[int]] = {}
        for key, value in zip(product(*map(range, self.sizes)), self.values, strict=True):
            rows.setdefault(tuple([key[place] for place in places]), []).append(value)
        table = list(rows.values())
        pivot = next(row for row in table if any(row))
        column = next(j for j, value in enumerate(pivot) if value)
        if any(row[j] * pivot[column] != row[column] * pivot[j] for row in table for j in range(len(pivot))):
            return None
        return self._part(places, [row[column] for row in table]), self._part(rest, pivot)

    def _part(self, places: tuple[int, ...], values: Sequence[int]) -> Form:
        blocks, sizes = tuple(self.blocks[p] for p in places), tuple(self.sizes[p] for p in places)
        return Form(blocks, sizes, tuple(values)).equation()


def _contract(values: Sequence[Any], sizes: tuple[int, ...], place: int, weights: Sequence[Any]) -> tuple[Any, ...]:
    inner, size = prod(sizes[place + 1 :]), sizes[place]
    return tuple(
        [
            sum([weights[j] * values[(outer * size + j) * inner + i] for j in range(size)])
            for outer in range(prod(sizes[:place]))
            for i in range(inner)
        ]
    )
