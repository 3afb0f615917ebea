"""The arithmetic below the equilibria of many players: number fields, circles of equations, common zeros."""

from fractions import Fraction
from itertools import product

import pytest

from gametheory.solutions.many_players.common_zeros import common_zeros
from gametheory.solutions.many_players.effort import Effort
from gametheory.solutions.many_players.line_cuts import between, roots_between
from gametheory.solutions.many_players.multilinear import Form
from gametheory.solutions.many_players.number_field import Field, number, sign, solve
from gametheory.solutions.many_players.planar import parts
from gametheory.solutions.many_players.polytope import corners
from gametheory.solutions.many_players.transfer import circle

HALF = Fraction(1, 2)


def test_numbers_of_a_field() -> None:
    field = Field((-2, 0, 0, 1), (Fraction(1), Fraction(2)))  # the cube root of two
    root = field.element([0, 1])
    assert root * root * root == 2
    assert 2 / root == root * root
    assert root / 2 == root * HALF
    assert (root + 1) * (root * root - root + 1) == 3
    assert (1 - root) == -(root - 1)
    assert root != "root"
    assert (sign(root - 1), sign(root - root), sign(1 - root)) == (1, 0, -1)
    assert number(root - root + HALF) == HALF
    assert number(root * root).coefficients == (-4, 0, 0, 1)  # type: ignore[union-attr]
    assert str(number(root)) == "1.259921 (root of x^3 - 2 in [1, 2])"
    with pytest.raises(ZeroDivisionError, match="zero has no inverse"):
        (root - root).inverse()
    assert solve([[Fraction(0)]], [[Fraction(1)]]) is None


def test_a_number_of_a_field_in_a_smaller_field() -> None:
    # sqrt(2) + sqrt(3) solves x^4 - 10 x^2 + 1; (x^3 - 9x)/2 of it is sqrt(2).
    field = Field((1, 0, -10, 0, 1), (Fraction(3), Fraction(4)))
    x = field.element([0, 1])
    assert str(number((x * x * x - 9 * x) / 2)) == "sqrt(2), about 1.414214"
    assert sign((x * x * x - 9 * x) / 2 - Fraction(14142135623731, 10**13)) == -1


def test_numbers_whose_conjugates_are_near_are_told_apart() -> None:
    # x^3 - 7x + 7 has the roots 1.3569 and 1.6920; their squared distances from 1.5245 differ by less than 1/1000.
    field = Field((7, -7, 0, 1), (Fraction(13, 10), Fraction(3, 2)))
    distance = field.element([0, 1]) - Fraction(61, 40)
    squared = number(distance * distance)
    assert float(squared) == pytest.approx((1.356895867892209 - 1.525) ** 2, abs=1e-12)
    assert Fraction(281, 10_000) < squared < Fraction(283, 10_000)


def test_cuts() -> None:
    cuts = roots_between([(-1, 0, 2), (-1, 2), (-1, 0, 3)])  # 1/2, 1/sqrt(3), 1/sqrt(2)
    assert [str(number(cut.value))[:7] for cut in cuts] == ["1/2", "sqrt(3)", "sqrt(2)"]
    cells = between(cuts)
    assert 0 < cells[0] < HALF < cells[1] < Fraction(5774, 10**4)
    assert Fraction(5773, 10**4) < cells[2] < Fraction(7072, 10**4)
    assert Fraction(7071, 10**4) < cells[3] < 1
    assert roots_between([]) == []
    (small,) = roots_between([(-1, 0, 10**6 + 1)])
    assert 0 < small.interval[0] < small.interval[1] < 1


def test_circles() -> None:
    same = Form((0, 1), (2, 2), (0, 1, -1, 0))  # x = y
    twice = Form((0, 1), (2, 2), (1, -1, -1, 0))
    thrice = Form((0, 1), (2, 2), (1, -2, 0, -3))
    around = circle([same, twice, thrice])
    assert around is not None
    assert around.isolated() == []
    assert circle([same, Form((2, 3), (2, 2), (0, 1, -1, 0))]) is None
    assert circle([Form((0, 1), (2, 3), (1, -1, 0, 0, 1, -1))]) is None
    assert circle([Form((0, 1, 2), (2, 2, 2), (1, -1, 0, 0, 1, -1, 0, 1))]) is None
    without = circle([same, Form((0, 1), (2, 2), (1, -1, 0, 1))])  # x^2 - x(1-x) + (1-x)^2 > 0
    assert without is not None
    assert without.isolated() == []
    linear = circle([same, Form((0, 1), (2, 2), (1, 1, -3, -3))])  # x = 3/4, with y = x
    assert linear is not None
    assert linear.isolated() == [{0: (Fraction(3, 4), Fraction(1, 4)), 1: (Fraction(3, 4), Fraction(1, 4))}]
    double = circle([same, Form((0, 1), (2, 2), (1, -1, -1, 1))])  # (2x - 1)^2 = 0
    assert double is not None
    assert double.isolated() == [{0: (HALF, HALF), 1: (HALF, HALF)}]


def test_common_zeros_by_hand() -> None:
    plane = [Form((0, 1), (3, 2), values) for values in ((1, 0, -1, 1, 0, -1), (0, 1, 1, -1, -1, 0))]
    line = Form((0,), (3,), (1, 1, -1))
    zeros = common_zeros([*plane, line], {0: 3, 1: 2}, Effort())
    assert zeros is not None
    for zero in zeros:
        assert all(form.value(zero) == 0 for form in [*plane, line])
    # One equation between two players leaves a curve, which this method does not resolve; nor what is too large.
    assert common_zeros([Form((0, 1), (2, 2), (0, 1, -1, 0))], {0: 2, 1: 2}, Effort()) is None
    assert common_zeros([line], {0: 3, 1: 2}, Effort(elimination=0)) is None
    # Two equations in one unknown contradict each other.
    assert common_zeros([Form((0,), (2,), (1, -1)), Form((0,), (2,), (1, -2))], {0: 2}, Effort()) == []
    # A probability that is zero is not positive.
    assert common_zeros([Form((0,), (2,), (1, -1)), Form((1,), (2,), (1, 0))], {0: 2, 1: 2}, Effort()) == []
    # Too many monomials are left of one equation between two players with eight actions each.
    wide = Form((0, 1), (8, 8), tuple((7 * i + 3) % 11 - 5 for i in range(64)))
    assert common_zeros([wide], {0: 8, 1: 8}, Effort()) is None


def test_parts_against_a_grid() -> None:
    # Two horns in opposite corners: one part if they touch, two if the middle is cut out.
    forms = [Form((0, 1), (2, 2), (-3, 1, 1, 1)), Form((0, 1), (2, 2), (1, 1, 1, -3))]
    assert len(parts(forms, 0, 1)) == 1
    apart = [Form((0, 1), (2, 2), (-4, 1, 1, 1)), Form((0, 1), (2, 2), (1, 1, 1, -4))]
    found = parts(apart, 0, 1)
    assert len(found) == 2
    for x, y in product(range(1, 20), repeat=2):
        point = {0: (Fraction(x, 20), Fraction(20 - x, 20)), 1: (Fraction(y, 20), Fraction(20 - y, 20))}
        inside = all(form.value(point) >= 0 for form in apart)
        holding = [part for part in found if all(form.value(point) >= 0 for form, _ in part.conditions)]
        assert len(holding) == 1 or not inside
    # Nothing is left inside, though a corner is.
    assert parts([Form((0, 1), (2, 2), (0, -1, -1, -2))], 0, 1) == []
    assert parts([Form((0,), (2,), (-1, -2)), Form((1,), (2,), (1, -1))], 0, 1) == []


def test_corners_of_a_cut_triangle() -> None:
    assert sorted(corners(3, [], [(1, -1, 0)])) == [(0, 0, 1), (1, 0, 0), (1, 1, 0)]
    assert corners(2, [(1, 1)], []) == []
    assert corners(2, [], [(1, 1), (0, 0)]) == [(1, 0), (0, 1)]
