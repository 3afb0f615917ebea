"""The simplest number of an interval by trying all denominators, and where polynomials are positive."""

from fractions import Fraction
from itertools import count, product

import pytest

from gametheory.testing.intervals import Interval, simplest
from gametheory.testing.roots import satisfying


def inside(number: Fraction, interval: Interval) -> bool:
    low, high = interval.low, interval.high
    above = low is None or number > low or (interval.low_closed and number == low)
    below = high is None or number < high or (interval.high_closed and number == high)
    return above and below


def by_trial(interval: Interval) -> Fraction:
    """Try the denominators in order, and for each the numerators from zero outwards."""
    for denominator in count(1):
        for size in range(40 * denominator):
            for numerator in (size, -size):
                if inside(number := Fraction(numerator, denominator), interval):
                    return number
    raise AssertionError


ENDS = [None, *(Fraction(n, d) for n, d in ((-7, 3), (-2, 1), (-1, 5), (0, 1), (1, 7), (2, 7), (1, 3), (3, 2), (2, 1)))]


def test_the_simplest_number_by_trial() -> None:
    checked = 0
    for low, high, *closed in product(ENDS, ENDS, (True, False), (True, False)):
        interval = Interval(low, high, closed[0] and low is not None, closed[1] and high is not None)
        if not interval.empty:
            assert simplest(interval) == by_trial(interval), interval
            checked += 1
    assert checked > 200


@pytest.mark.parametrize("relation", [">", ">=", "=="])
@pytest.mark.parametrize(
    "coefficients",
    [
        (2, 0, -1),
        (-2, 0, 1),
        (-4, 0, 1),
        (0, 0, 1),
        (0, 0, -1),
        (0, 1, 0, -1),
        (1, 0, 1),
        (0, 0, -1, 1),
        (0,),
        (3,),
        (-1,),
    ],
)
def test_where_a_polynomial_holds(coefficients: tuple[int, ...], relation: str) -> None:
    parts = satisfying([Fraction(c) for c in coefficients], relation)
    for number in (Fraction(n, 12) for n in range(-40, 41)):
        value = sum(c * number**power for power, c in enumerate(coefficients))
        holds = value > 0 or (value == 0 and relation != ">") if relation != "==" else value == 0
        assert any(inside(number, part) for part in parts) == holds
