"""Algebraic numbers against arithmetic with decimals of many places and against what is known of a few numbers."""

import pickle
import random
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import combinations

import pytest
import sympy

from gametheory.algebraic.number import AlgebraicNumber, algebraic
from gametheory.algebraic.univariate import bound, factors, isolate, primitive, rational_roots, squarefree
from gametheory.errors import ExactnessError

SQRT2 = algebraic((-2, 0, 1), Fraction(0), Fraction(2))
ZERO, ONE = Fraction(0), Fraction(1)


def test_a_rational_root_is_a_fraction() -> None:
    assert algebraic((-1, 0, 4), ZERO, ONE) == Fraction(1, 2)
    assert type(algebraic((-1, 0, 4), ZERO, ONE)) is Fraction
    # (3x - 1)(x^2 - 2) and a double root
    assert algebraic((2, -6, -1, 3), ZERO, ONE) == Fraction(1, 3)
    assert algebraic((1, -2, 1), ZERO, Fraction(5)) == 1
    assert algebraic((Fraction(-1, 3), 1), ZERO, ONE) == Fraction(1, 3)


@pytest.mark.parametrize(
    ("coefficients", "low", "high", "count"),
    [((-2, 0, 1), -2, 2, 2), ((1, 0, 1), -2, 2, 0), ((5,), 0, 1, 0), ((), 0, 1, 0), ((-1, 2), 3, 4, 0)],
)
def test_an_interval_with_no_root_or_several_is_refused(
    coefficients: tuple[int, ...], low: int, high: int, count: int
) -> None:
    with pytest.raises(ExactnessError, match=f"has {count} real roots from {low} to {high}; give an interval"):
        algebraic(coefficients, Fraction(low), Fraction(high))


def test_one_number_has_one_form() -> None:
    # The same root of a reducible polynomial, from another interval, and from a multiple with fractions.
    same = algebraic((-10, 0, 5, 4, 0, -2), Fraction(7, 5), Fraction(142, 100))  # (x^2 - 2)(5 - 2x^3)
    assert same == SQRT2
    assert hash(same) == hash(SQRT2)
    assert len({same, SQRT2, algebraic((Fraction(-1), 0, Fraction(1, 2)), ONE, Fraction(3, 2))}) == 1
    assert algebraic((-2, 0, 1), Fraction(-2), ZERO) != SQRT2
    assert Fraction(7, 5) != SQRT2
    assert pickle.loads(pickle.dumps(SQRT2)) == SQRT2
    assert SQRT2.degree == 2


def test_order_is_exact() -> None:
    numbers = [SQRT2, algebraic((-3, 0, 1), ONE, Fraction(2)), algebraic((-2, 0, 0, 1), ONE, Fraction(2))]
    assert [float(n) ** 2 for n in sorted(numbers)] == pytest.approx([2 ** (2 / 3), 2, 3])
    assert SQRT2 > 1
    assert Fraction(14142, 10000) <= SQRT2
    assert Fraction(14143, 10000) > SQRT2
    assert SQRT2 <= SQRT2
    assert not SQRT2 < SQRT2
    close = Fraction(1)
    for _ in range(60):  # the convergents of the continued fraction, by turns below and above
        close = 1 + 1 / (1 + close)
        assert (close > SQRT2) == (close**2 > 2)
        assert (close < SQRT2) == (close**2 < 2)


@pytest.mark.parametrize("operation", ["__lt__", "__le__", "__gt__", "__ge__"])
def test_what_is_not_exact_is_not_compared(operation: str) -> None:
    assert getattr(SQRT2, operation)(1.5) is NotImplemented


def test_it_is_read_as_a_float() -> None:
    assert float(SQRT2) == pytest.approx(2**0.5, rel=1e-15)
    tiny = algebraic((-2, 0, 10**40), ZERO, ONE)
    assert float(tiny) == pytest.approx(2**0.5 / 10**20, rel=1e-15)
    low, high = SQRT2.refined(Fraction(1, 10**30))
    assert low**2 < 2 < high**2
    assert high - low <= Fraction(1, 10**30)


@pytest.mark.parametrize(
    ("coefficients", "low", "high", "text"),
    [
        ((1, -3, 1), 0, 1, "(3 - sqrt(5))/2, about 0.381966"),
        ((1, -3, 1), 1, 3, "(3 + sqrt(5))/2, about 2.618034"),
        ((-2, 0, 1), 0, 2, "sqrt(2), about 1.414214"),
        ((-2, 0, 1), -2, 0, "-sqrt(2), about -1.414214"),
        ((-1, 0, 2), 0, 1, "sqrt(2)/2, about 0.707107"),
        ((-1, -2, 1), 0, 3, "1 + sqrt(2), about 2.414214"),
        ((-12, 0, 1), 0, 4, "2*sqrt(3), about 3.464102"),
        ((-2 * 53**2, 0, 1), 0, 100, "53*sqrt(2), about 74.953319"),
        ((-2, 0, 0, 1), 0, 2, "1.259921 (root of x^3 - 2 in [1, 2])"),
        ((-1, -1, 0, 3), 0, 1, "0.851383 (root of 3*x^3 - x - 1 in [0, 1])"),
        ((1, 0, -10, 0, 1), 0, 1, "0.317837 (root of x^4 - 10*x^2 + 1 in [0, 1])"),
        (
            (-555555555, 123456789, 987654321, 123456790, 123456789),
            0,
            1,
            "0.651224 (root of a polynomial of degree 4 in [0, 1])",
        ),
    ],
)
def test_text(coefficients: tuple[int, ...], low: int, high: int, text: str) -> None:
    assert str(algebraic(coefficients, Fraction(low), Fraction(high))) == text


def test_close_roots_have_short_intervals() -> None:
    # (x^2 - 2)(1000000 x^2 - 2000001): two roots that agree to seven places
    near = [algebraic(c, ONE, Fraction(2)) for c in ((-2, 0, 1), (-2000001, 0, 1000000))]
    assert near[0] < near[1]
    assert str(near[0]).endswith("about 1.414214")
    # The two roots of one irreducible polynomial are less than a thousandth apart.
    roots = isolate((249_999, -1_000_000, 1_000_001))
    numbers = [algebraic((249_999, -1_000_000, 1_000_001), *interval) for interval in roots]
    assert len(set(numbers)) == len(roots) == 2


def test_isolation_against_sympy() -> None:
    rng = random.Random(4)
    x = sympy.Symbol("x")
    for _ in range(40):
        polynomial = primitive([rng.randint(-9, 9) for _ in range(rng.randint(2, 7))])
        if len(polynomial) < 2:
            continue
        simple = squarefree(polynomial)
        roots = sorted(set(sympy.Poly(list(reversed(polynomial)), x).real_roots()))
        intervals = isolate(simple)
        assert len(intervals) == len(roots)
        for (low, high), root in zip(intervals, roots, strict=True):
            assert low <= root <= high
        for (_, before), (after, _) in combinations(intervals, 2):
            assert before <= after
        assert [Fraction(int(r.p), int(r.q)) for r in roots if r.is_Rational] == rational_roots(simple)
        product = [1]
        for part in factors(simple):
            assert sympy.Poly(list(reversed(part)), x).is_irreducible
            product = [
                sum(product[i] * part[k - i] for i in range(len(product)) if 0 <= k - i < len(part))
                for k in range(len(product) + len(part) - 1)
            ]
        assert primitive(product) == simple


def test_edges_of_polynomials() -> None:
    assert primitive([0, 0]) == ()
    assert primitive([Fraction(1, 2), Fraction(-1, 3), 0]) == (-3, 2)
    assert rational_roots((7,)) == []
    assert factors((7,)) == []
    assert isolate((0, -1, 1), ZERO, ONE) == []
    assert len(isolate((0, -1, 1), Fraction(-1), Fraction(2))) == 2
    assert bound((-100, 1)) > 100
    assert bound((3, 1)) > 3


def test_decimals_agree_with_many_places() -> None:
    rng = random.Random(7)
    for _ in range(30):
        b, c = rng.randint(-20, 20), rng.randint(-20, 20)
        inside = b * b - 4 * c
        if inside <= 0 or int(inside**0.5) ** 2 == inside:
            continue
        with localcontext() as context:
            context.prec = 60
            root = (-b + Decimal(inside).sqrt()) / 2
        number = algebraic((c, b, 1), Fraction(-b, 2), Fraction(100))
        assert isinstance(number, AlgebraicNumber)
        assert abs(Fraction(root) - number.refined(Fraction(1, 10**50))[0]) < Fraction(1, 10**49)
        assert str(number).endswith(f"about {root:.6f}")
