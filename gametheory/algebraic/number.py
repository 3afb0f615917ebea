"""Irrational numbers that are roots of polynomials, exact: compared, told apart and printed without rounding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import floor, gcd, isqrt

from gametheory.algebraic.univariate import (
    Interval,
    Univariate,
    factors,
    isolate,
    narrowed,
    primitive,
    roots_within,
    sign_at,
    squarefree,
    sturm_sequence,
)
from gametheory.errors import ExactnessError

LONGEST = 60
"""A minimal polynomial whose text is longer than this is described by its degree."""


@dataclass(frozen=True, slots=True)
class AlgebraicNumber:
    """An irrational real number, the root of a polynomial with integer coefficients.

    Made by :func:`algebraic`, which returns a Fraction where the root is rational. Each number has one form, so two
    are equal exactly if they are the same number. They compare with integers, Fractions and each other, exactly;
    ``float(number)`` is for reading only.

    Parameters
    ----------
    coefficients : tuple of int
        The minimal polynomial, the constant first: irreducible, coprime coefficients, the leading one positive.
    low, high : Fraction
        The number is the only root between these.

    Examples
    --------
    >>> golden = algebraic((1, -3, 1), Fraction(0), Fraction(1))
    >>> print(golden)
    (3 - sqrt(5))/2, about 0.381966
    >>> golden > Fraction(38, 100), golden == golden, golden < 0
    (True, True, False)
    """

    coefficients: Univariate
    low: Fraction
    high: Fraction

    @property
    def degree(self) -> int:
        """The degree of the minimal polynomial; at least two."""
        return len(self.coefficients) - 1

    def refined(self, width: Fraction) -> Interval:
        """Return an interval around the number, no wider than `width`.

        Examples
        --------
        >>> algebraic((-2, 0, 1), Fraction(1), Fraction(2)).refined(Fraction(1, 4))
        (Fraction(5, 4), Fraction(3, 2))
        """
        return narrowed(self.coefficients, (self.low, self.high), width)

    def _order(self, other: AlgebraicNumber | Fraction | int) -> int:
        """Return -1, 0 or 1: less, equal or greater."""
        if not isinstance(other, AlgebraicNumber):
            return self._order_to(Fraction(other))
        if self == other:
            return 0
        mine, theirs = (self.low, self.high), (other.low, other.high)
        while mine[0] < theirs[1] and theirs[0] < mine[1]:  # different numbers part in the end
            mine = narrowed(self.coefficients, mine, (mine[1] - mine[0]) / 2)
            theirs = narrowed(other.coefficients, theirs, (theirs[1] - theirs[0]) / 2)
        return -1 if mine[1] <= theirs[0] else 1

    def _order_to(self, other: Fraction) -> int:
        if not self.low < other < self.high:
            return 1 if other <= self.low else -1
        # The polynomial changes its sign at the number, and nowhere else in the interval.
        return 1 if sign_at(self.coefficients, other) == sign_at(self.coefficients, self.low) else -1

    def __lt__(self, other: object) -> bool:
        return self._order(other) < 0 if isinstance(other, (AlgebraicNumber, Fraction, int)) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._order(other) <= 0 if isinstance(other, (AlgebraicNumber, Fraction, int)) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._order(other) > 0 if isinstance(other, (AlgebraicNumber, Fraction, int)) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._order(other) >= 0 if isinstance(other, (AlgebraicNumber, Fraction, int)) else NotImplemented

    def __float__(self) -> float:
        width = Fraction(1, 4)
        low, high = self.refined(width)
        # Relative precision: a small number needs a short interval.
        while high - low > max(abs(low), abs(high)) / 2**60:
            width /= 2**16
            low, high = self.refined(width)
        middle = (low + high) / 2
        return middle.numerator / middle.denominator

    def __str__(self) -> str:
        if self.degree == 2:
            return f"{_radical(self)}, about {_decimal(self)}"
        text = _polynomial_text(self.coefficients)
        what = text if len(text) <= LONGEST else f"a polynomial of degree {self.degree}"
        return f"{_decimal(self)} (root of {what} in [{self.low}, {self.high}])"


def algebraic(coefficients: Iterable[Fraction | int], low: Fraction, high: Fraction) -> AlgebraicNumber | Fraction:
    """Return the only real root of a polynomial in an interval: a Fraction if rational, else an AlgebraicNumber.

    Parameters
    ----------
    coefficients : iterable of Fraction or int
        The polynomial, the constant first; it need not be irreducible.
    low, high : Fraction
        The interval, ends included. A multiple root counts once.

    Raises
    ------
    ExactnessError
        If the interval holds no root, or several.

    Examples
    --------
    >>> algebraic((-1, 0, 4), Fraction(0), Fraction(1))
    Fraction(1, 2)
    """
    polynomial = primitive(coefficients)
    parts = factors(squarefree(polynomial)) if len(polynomial) > 1 else []
    found = [(part, interval) for part in parts for interval in _roots_of(part, low, high)]
    if len(found) != 1:
        raise ExactnessError(
            f"the polynomial with coefficients {', '.join(map(str, polynomial)) or 0} (constant first) has "
            f"{len(found)} real roots from {low} to {high}; give an interval with exactly one."
        )
    part, interval = found[0]
    if len(part) == 2:
        return Fraction(-part[0], part[1])
    return root_of_minimal(part, interval)


def _roots_of(part: Univariate, low: Fraction, high: Fraction) -> list[Interval]:
    if len(part) == 2:
        root = Fraction(-part[0], part[1])
        return [(root, root)] if low <= root <= high else []
    return isolate(part, low, high)


def root_of_minimal(minimal: Univariate, interval: Interval) -> AlgebraicNumber:
    """Return the root of an irreducible polynomial of degree two or more that an interval isolates.

    The interval kept is the first of [n, n + 1], [n/2, (n + 1)/2], [n/4, (n + 1)/4], ... that isolates the root: it
    depends on the number alone.
    """
    sequence = sturm_sequence(minimal)
    scale = 1
    while True:
        low, high = interval
        while floor(low * scale) != floor(high * scale):
            low, high = interval = narrowed(minimal, interval, (high - low) / 2)
        start = floor(low * scale)
        grid = Fraction(start, scale), Fraction(start + 1, scale)
        if roots_within(sequence, *grid) == 1:
            return AlgebraicNumber(minimal, *grid)
        scale *= 2


def _decimal(number: AlgebraicNumber, places: int = 6) -> str:
    """Write the number rounded to six places, exactly."""
    unit = 10**places
    width = Fraction(1, 2 * unit)
    low, high = number.refined(width)
    # An irrational number is never half way between two decimals.
    while floor(low * unit + Fraction(1, 2)) != floor(high * unit + Fraction(1, 2)):
        width /= 4
        low, high = number.refined(width)
    whole = floor(low * unit + Fraction(1, 2))
    return f"{'-' * (whole < 0)}{abs(whole) // unit}.{abs(whole) % unit:0{places}d}"


def _radical(number: AlgebraicNumber) -> str:
    """Write the root of a quadratic polynomial with a square root."""
    c, b, a = number.coefficients
    inside, outside = _square_out(b * b - 4 * a * c)
    common = gcd(b, outside, 2 * a)
    rational, outside, bottom = -b // common, outside // common, 2 * a // common
    # The vertex lies between the two roots.
    sign = "+" if number > Fraction(-b, 2 * a) else "-"
    root = f"sqrt({inside})" if outside == 1 else f"{outside}*sqrt({inside})"
    top = f"{rational} {sign} {root}" if rational else ("-" if sign == "-" else "") + root
    if bottom == 1:
        return top
    return f"({top})/{bottom}" if rational else f"{top}/{bottom}"


def _square_out(number: int) -> tuple[int, int]:
    """Return (inside, outside): number == inside * outside**2, squares of small primes taken out."""
    outside = 1
    for prime in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47):
        while number % (prime * prime) == 0:
            number //= prime * prime
            outside *= prime
    for small in (2, 3, 5, 6, 7, 10, 11, 13, 14, 15, 17, 19, 21, 22, 23):
        if number % small == 0 and (root := isqrt(number // small)) ** 2 == number // small:
            return small, outside * root
    return number, outside


def _polynomial_text(coefficients: Univariate) -> str:
    terms = []
    for power, c in reversed(list(enumerate(coefficients))):
        if c:
            variable = "" if power == 0 else "x" if power == 1 else f"x^{power}"
            size = str(abs(c)) if abs(c) != 1 or not power else ""
            terms.append(("- " if c < 0 else "+ ") + "*".join(part for part in (size, variable) if part))
    return " ".join(terms).removeprefix("+ ")
