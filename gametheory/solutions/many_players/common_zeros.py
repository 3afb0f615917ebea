"""All common zeros of forms with positive probabilities, where they are finitely many: by linear algebra alone.

Modulo the multiples of the forms, the monomials of large enough degrees are combinations of a few free ones; the values
of these at a common zero are an eigenvector of "multiply by one player's probability". No zero is missed if dividing
by the sum of that player's probabilities is possible and no eigenvalue has two eigenvectors; both are checked. Each
eigenvector is put into the forms, so that no zero is invented.

References
----------
Cox, D., Little, J. and O'Shea, D. (2005), Using Algebraic Geometry, chapters 2 and 3.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from gametheory.algebraic.univariate import (
    Interval,
    Univariate,
    factors,
    isolate,
    narrowed,
    primitive,
    sign_at,
    squarefree,
)
from gametheory.solutions.many_players.effort import Effort
from gametheory.solutions.many_players.monomials import Monomial, Quotient, count, raised
from gametheory.solutions.many_players.multilinear import Form
from gametheory.solutions.many_players.number_field import Field, Number, adjugates, sign, solve
from gametheory.solutions.many_players.patches import Zero

MOST_ZEROS = 60
"""A system that has more zeros than this, real or not, is left alone."""


def common_zeros(forms: Sequence[Form], sizes: Mapping[int, int], effort: Effort) -> list[Zero] | None:
    """Return every common zero with positive probabilities, these summing to one for each player.

    Parameters
    ----------
    forms : sequence of Form
        None of them zero.
    sizes : mapping of int to int
        How many actions each player mixes.
    effort : Effort
        What may be spent on it.

    Returns
    -------
    list of dict, or None
        None if this method cannot tell: there are infinitely many zeros (with positive probabilities or without, real
        or not), several zeros that no probability tells apart, or too many monomials.

    Examples
    --------
    >>> forms = [Form((1,), (2,), (1, -2)), Form((0, 1), (2, 2), (-1, 1, 1, 0))]
    >>> common_zeros(forms, {0: 2, 1: 2}, Effort())
    [{0: (Fraction(2, 3), Fraction(1, 3)), 1: (Fraction(2, 3), Fraction(1, 3))}]
    """
    total = [sum(block in form.blocks for form in forms) for block in sizes]
    # From these degrees on, finitely many zeros leave as many free monomials as there are zeros.
    least = [max(t - size + 1, 1) for t, size in zip(total, sizes.values(), strict=True)]
    choices = [tuple(d + (place == chosen) for place, d in enumerate(least)) for chosen in range(len(sizes))]
    # Another player's probability, or another mixture, may tell zeros apart where one does not.
    for place in sorted(range(len(sizes)), key=lambda chosen: count(sizes.values(), choices[chosen])):
        if not effort.allows(count(sizes.values(), choices[place])):
            return None
        quotient = Quotient(forms, sizes, choices[place])
        if not quotient.dimension:
            return []
        if quotient.dimension > MOST_ZEROS:
            return None
        for turn in range(3):
            mixtures = _mixtures(list(sizes.values())[place], turn)
            matrix = _multiplication(quotient, place, *mixtures)
            zeros = None if matrix is None else _Eigenvectors(quotient, matrix).zeros(forms, _range(*mixtures))
            if zeros is not None:
                return zeros
    return None


def _mixtures(size: int, turn: int) -> tuple[list[int], list[int]]:
    """Return two mixtures of a player's probabilities, none of the weights negative: at first one, and the sum."""
    over = [(1 + turn) * (action == 0) + turn * action * action for action in range(size)]
    return over, [1 + turn * (turn + 3 * action) for action in range(size)]


def _range(over: Sequence[int], under: Sequence[int]) -> Interval:
    """Return what the quotient of two mixtures lies strictly between if all probabilities are positive."""
    quotients = [Fraction(a, b) for a, b in zip(over, under, strict=True)]
    return min(quotients), max(quotients)


def _multiplication(
    quotient: Quotient, place: int, over: Sequence[int], under: Sequence[int]
) -> list[list[Fraction]] | None:
    """Return "multiply by one mixture of a player's probabilities, divide by another" on the free monomials.

    None if the division is impossible.
    """
    size, dimension = len(over), quotient.dimension
    below = [d - (i == place) for i, d in enumerate(quotient.degrees)]
    left: list[list[Fraction]] = []
    right: list[list[Fraction]] = []
    rank = _Rank()
    for monomial in quotient.monomials(below):
        rows = [quotient.combination(raised(monomial, place, action)) for action in range(size)]
        row = _mixture(under, rows)
        if rank.grows_by(row):
            left.append(row)
            right.append(_mixture(over, rows))
        if len(left) == dimension:
            return solve(left, right)
    return None


def _mixture(weights: Sequence[int], rows: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    return [_dot(weights, column) for column in zip(*rows, strict=True)]


def _dot(left: Sequence[Fraction | int], right: Sequence[Fraction]) -> Fraction:
    return sum((a * b for a, b in zip(left, right, strict=True) if a and b), Fraction(0))


class _Rank:
    """Rows that are independent, one added at a time."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Fraction]] = {}

    def grows_by(self, row: list[Fraction]) -> bool:
        """Add the row if it is independent of those before, and say so."""
        for place in range(len(row)):
            if row[place]:
                if place not in self._rows:
                    self._rows[place] = row
                    return True
                factor = row[place] / self._rows[place][place]
                row = [a - factor * b if b else a for a, b in zip(row, self._rows[place], strict=True)]
        return False


class _Eigenvectors:
    """The eigenvectors of a matrix, as polynomials in the eigenvalue; each may be a zero of the forms."""

    def __init__(self, quotient: Quotient, matrix: list[list[Fraction]]) -> None:
        self.quotient = quotient
        characteristic, matrices = adjugates(matrix)
        self.polynomial = squarefree(primitive(characteristic))
        # At an eigenvalue, the columns of the adjugate are eigenvectors; a mixture of them is one for all eigenvalues.
        weights = [Fraction(3 * i * i + 7 * i + 11, 2 * i + 1) for i in range(len(matrix))]
        columns = [[_dot(row, weights) for row in one] for one in matrices]
        self.values = list(zip(*columns, strict=True))
        self._parts: list[Univariate] = []

    def zeros(self, forms: Sequence[Form], within: Interval) -> list[Zero] | None:
        """Return the zeros with positive probabilities, or None if an eigenvalue may have several eigenvectors.

        Parameters
        ----------
        forms : sequence of Form
            What vanishes at a zero.
        within : (Fraction, Fraction)
            Where the eigenvalues of such zeros lie.
        """
        found: list[Zero] = []
        for interval in isolate(self.polynomial, *within):
            if not self._may_be_positive(interval):
                continue
            evaluate = self._at(interval)
            values = [evaluate(coefficients) for coefficients in self.values]
            if not any(values):
                return None
            zero = self._probabilities(values)
            if zero is not None and not any(form.value(zero) for form in forms):
                found.append(zero)
        return found

    def _may_be_positive(self, interval: Interval) -> bool:
        """Say whether all free monomials may have one sign there; quick, and certain when it says no."""
        low, high = narrowed(self.polynomial, interval, Fraction(1, 2**40))
        signs = set()
        for coefficients in self.values:
            bottom = top = Fraction(0)
            for c in reversed(coefficients):  # both ends of the interval are positive or zero
                bottom, top = bottom * (low if bottom > 0 else high) + c, top * (high if top > 0 else low) + c
            if bottom > 0 or top < 0:
                signs.add(bottom > 0)
        return len(signs) < 2

    def _at(self, interval: Interval) -> Callable[[Sequence[Fraction]], Number]:
        """Return what evaluates polynomials at the eigenvalue in the interval, exactly."""
        self._parts = self._parts or factors(self.polynomial)
        low, high = interval
        part = next(p for p in self._parts if sign_at(p, low) * sign_at(p, high) < 0 or not sign_at(p, low))
        if len(part) > 2:
            return Field(part, interval).element
        root = Fraction(-part[0], part[1])
        return lambda coefficients: _dot([root**power for power in range(len(coefficients))], coefficients)

    def _probabilities(self, values: Sequence[Number]) -> Zero | None:
        """Return the probabilities if all are positive: they are ratios of monomials that differ in one factor."""
        quotient = self.quotient
        sizes = list(quotient.sizes.values())
        start: Monomial = tuple((d, *[0] * (size - 1)) for d, size in zip(quotient.degrees, sizes, strict=True))
        base = self._value(start, values)
        if not base:
            return None
        zero: Zero = {}
        for place, block in enumerate(quotient.sizes):
            lowered = raised(start, place, 0, -1)
            ratios = [self._value(raised(lowered, place, a), values) / base for a in range(sizes[place])]
            if any(sign(ratio) <= 0 for ratio in ratios):
                return None
            total = sum(ratios[1:], ratios[0])
            zero[block] = tuple([ratio / total for ratio in ratios])
        return zero

    def _value(self, monomial: Monomial, values: Sequence[Number]) -> Number:
        pairs = zip(self.quotient.combination(monomial), values, strict=True)
        return sum((value * c for c, value in pairs if c), Fraction(0))
