"""Arithmetic with one irrational root: the numbers that are polynomials in it, exact."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gametheory.algebraic.number import AlgebraicNumber, root_of_minimal
from gametheory.algebraic.univariate import (
    Interval,
    Univariate,
    narrowed,
    primitive,
    roots_within,
    squarefree,
    sturm_sequence,
)


class Field:
    """The rationals with one real root of an irreducible polynomial added.

    Parameters
    ----------
    minimal : Univariate
        The minimal polynomial of the root, of degree two or more.
    interval : (Fraction, Fraction)
        Isolates the root.

    Examples
    --------
    >>> field = Field((-2, 0, 1), (Fraction(1), Fraction(2)))
    >>> root = field.element([0, 1])
    >>> print(root * root == 2, (root - 1).sign(), (1 / root).number())
    True 1 sqrt(2)/2, about 0.707107
    """

    def __init__(self, minimal: Univariate, interval: Interval) -> None:
        self.minimal = minimal
        self.degree = len(minimal) - 1
        # root ** degree == sum of lead[i] * root ** i
        self.lead = tuple(Fraction(-c, minimal[-1]) for c in minimal[:-1])
        self._interval = interval

    def root_within(self, width: Fraction) -> Interval:
        """Return an interval around the root no wider than `width`; it never grows again."""
        self._interval = narrowed(self.minimal, self._interval, width)
        return self._interval

    def element(self, coefficients: Sequence[Fraction | int]) -> Element:
        """Return a polynomial in the root, the constant first, of any degree."""
        rest = [Fraction(c) for c in coefficients]
        while len(rest) > self.degree:
            top = rest.pop()
            if top:
                shift = len(rest) - self.degree
                for place, c in enumerate(self.lead):
                    if c:
                        rest[shift + place] += top * c
        return Element(self, (*rest, *[Fraction(0)] * (self.degree - len(rest))))


class Element:
    """A number of a field; mixes with integers and Fractions, and with elements of the same field."""

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("coefficients", "field")

    def __init__(self, field: Field, coefficients: tuple[Fraction, ...]) -> None:
        self.field = field
        self.coefficients = coefficients

    def _same(self, other: Element | Fraction | int) -> Element:
        return other if isinstance(other, Element) else self.field.element([other])

    def __add__(self, other: Element | Fraction | int) -> Element:
        pairs = zip(self.coefficients, self._same(other).coefficients, strict=True)
        return Element(self.field, tuple([a + b for a, b in pairs]))

    __radd__ = __add__

    def __neg__(self) -> Element:
        return Element(self.field, tuple([-c for c in self.coefficients]))

    def __sub__(self, other: Element | Fraction | int) -> Element:
        return self + -other

    def __rsub__(self, other: Fraction | int) -> Element:
        return -self + other

    def __mul__(self, other: Element | Fraction | int) -> Element:
        if not isinstance(other, Element):
            return Element(self.field, tuple([c * other for c in self.coefficients]))
        product = [Fraction(0)] * (2 * self.field.degree - 1)
        for i, a in enumerate(self.coefficients):
            if a:
                for j, b in enumerate(other.coefficients):
                    if b:
                        product[i + j] += a * b
        return self.field.element(product)

    __rmul__ = __mul__

    def __truediv__(self, other: Element | Fraction | int) -> Element:
        if not isinstance(other, Element):
            return self * (1 / Fraction(other))
        return self * other.inverse()

    def __rtruediv__(self, other: Fraction | int) -> Element:
        return self.inverse() * other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Element, Fraction, int)):
            return NotImplemented
        return self.coefficients == self._same(other).coefficients

    def __bool__(self) -> bool:
        return any(self.coefficients)

    def inverse(self) -> Element:
        """Return one divided by this number; zero has no inverse."""
        columns = list(zip(*self._multiplication(), strict=True))
        solution = solve(columns, [[Fraction(int(i == 0))] for i in range(self.field.degree)])
        if solution is None:
            raise ZeroDivisionError("zero has no inverse")
        return Element(self.field, tuple([row[0] for row in solution]))

    def _multiplication(self) -> list[tuple[Fraction, ...]]:
        """Return this number times each power of the root, as rows."""
        rows = [self.coefficients]
        while len(rows) < self.field.degree:
            rows.append(self.field.element([0, *rows[-1]]).coefficients)
        return rows

    def sign(self) -> int:
        """Return -1, 0 or 1, exactly: only zero is zero, so any other number parts from it sooner or later."""
        if not self:
            return 0
        width = Fraction(1, 16)
        while True:
            low, high = self.within(width)
            if low > 0 or high < 0:
                return 1 if low > 0 else -1
            width /= 2**8

    def within(self, width: Fraction) -> Interval:
        """Return an interval around this number, from one around the root that is no wider than `width`."""
        low, high = self.field.root_within(width)
        bottom = top = Fraction(0)
        for c in reversed(self.coefficients):
            ends = bottom * low, bottom * high, top * low, top * high
            bottom, top = min(ends) + c, max(ends) + c
        return bottom, top

    def number(self) -> AlgebraicNumber | Fraction:
        """Return the number by itself: a Fraction, or the root of its own minimal polynomial."""
        if not any(self.coefficients[1:]):
            return self.coefficients[0]
        minimal = self._minimal()
        sequence = sturm_sequence(minimal)
        width = Fraction(1, 16)
        low, high = self.within(width)
        while roots_within(sequence, low, high) != 1:
            width /= 2**8
            low, high = self.within(width)
        return root_of_minimal(minimal, (low, high))

    def _minimal(self) -> Univariate:
        # The characteristic polynomial of the multiplication is a power of the minimal polynomial.
        return squarefree(primitive(characteristic(self._multiplication())))


Number = Fraction | Element
"""An exact real number: rational, or an element of a field."""


def sign(value: Number | int) -> int:
    """Return -1, 0 or 1, exactly."""
    return value.sign() if isinstance(value, Element) else (value > 0) - (value < 0)


def number(value: Number) -> Fraction | AlgebraicNumber:
    """Return a number by itself, without its field."""
    return value.number() if isinstance(value, Element) else value


def solve(left: Sequence[Sequence[Fraction]], right: Sequence[Sequence[Fraction]]) -> list[list[Fraction]] | None:
    """Return the matrix X with left * X == right, or None if the square matrix on the left is singular."""
    table = [[*row, *values] for row, values in zip(left, right, strict=True)]
    size = len(table)
    for place in range(size):
        pivot = next((i for i in range(place, size) if table[i][place]), None)
        if pivot is None:
            return None
        table[place], table[pivot] = table[pivot], table[place]
        scale = 1 / table[place][place]
        table[place] = [entry * scale if entry else entry for entry in table[place]]
        for i in range(size):
            if i != place and table[i][place]:
                factor = table[i][place]
                table[i] = [a - factor * b if b else a for a, b in zip(table[i], table[place], strict=True)]
    return [row[size:] for row in table]


def characteristic(rows: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    """Return the coefficients of the characteristic polynomial of a square matrix, the constant first."""
    return adjugates(rows)[0]


def adjugates(rows: Sequence[Sequence[Fraction]]) -> tuple[list[Fraction], list[list[list[Fraction]]]]:
    """Return the characteristic polynomial of a matrix A, and the coefficients of the adjugate of t - A in t.

    By the method of Faddeev and LeVerrier; both lists start with the constant.
    """
    size = len(rows)
    current = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
    coefficients, matrices = [Fraction(1)], [current]
    for step in range(1, size + 1):
        columns = list(zip(*current, strict=True))
        product = [
            [sum((a * b for a, b in zip(row, column, strict=True) if a and b), Fraction(0)) for column in columns]
            for row in rows
        ]
        c = -sum((product[i][i] for i in range(size)), Fraction(0)) / step
        coefficients.append(c)
        current = [[entry + c if i == j else entry for j, entry in enumerate(row)] for i, row in enumerate(product)]
        matrices.append(current)
    return coefficients[::-1], matrices[-2::-1]
