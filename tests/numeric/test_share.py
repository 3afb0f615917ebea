"""Shares of a box: exact ones by hand, sampled ones against areas known in closed form."""

import math
from fractions import Fraction

import pytest

import gametheory as gt
from gametheory.formulas import volume as volumes

x, y = gt.parameters("x y")
delta = gt.Parameter("delta", above=0, below=1)
T, R, P, S = gt.parameters("T R P S")


def test_the_share_is_one_of_what_satisfies_the_premises() -> None:
    dilemma = gt.Game("PD", ["A", "B"], ["c", "d"], {("c", "c"): (R, R), ("c", "d"): (S, T), ("d", "c"): (T, S),
                      ("d", "d"): (P, P)}, assuming=gt.descending(R, P, S))  # fmt: skip
    found = gt.share(gt.nash(dilemma, ("c", "c")), dict.fromkeys((T, R, P, S), (0, 1)))
    # R is the largest of three; T <= R has measure 3/4 then: T falls in each of four places between P, S, R alike
    assert (found.value, found.exact, found.premises_share) == (Fraction(3, 4), True, Fraction(1, 6))
    assert str(found).startswith("share 3/4 (exact volume), uniform: ")


def test_a_measure_may_have_pieces() -> None:
    found = gt.share(x > y, {"x": [(0, 1, 3), (1, 2, 1)], "y": (0, 1)})
    assert found.value == Fraction(3, 4) * Fraction(1, 2) + Fraction(1, 4)
    assert found.measure == (
        ("x", ((Fraction(0), Fraction(1), Fraction(3, 4)), (Fraction(1), Fraction(2), Fraction(1, 4)))),
        ("y", ((Fraction(0), Fraction(1), Fraction(1)),)),
    )


def test_a_parameter_that_matters_to_nothing_is_left_out() -> None:
    assert gt.share(x > 0, {x: (-1, 1), y: (0, 1)}).measure == (("x", ((Fraction(-1), Fraction(1), Fraction(1)),)),)


def test_a_curved_region_is_sampled_and_says_so() -> None:
    found = gt.share(x**2 + y**2 < 1, {x: (-1, 1), y: (-1, 1)}, samples=1500, seed=2)
    assert (found.exact, found.method, found.samples, found.seed) == (False, "sampled", 1500, 2)
    assert found.interval[0] < math.pi / 4 < found.interval[1]
    assert found.interval[0] < found.value < found.interval[1]
    assert found == gt.share(x**2 + y**2 < 1, {x: (-1, 1), y: (-1, 1)}, samples=1500, seed=2)
    assert "95% confidence (sampled: 1500 points, seed 2)" in str(found)


def test_samples_keep_to_the_premises_and_the_pieces() -> None:
    region = gt.when(x * y > gt.exact("1/4"), assuming=(x + y > 1))
    found = gt.share(region, {x: [(0, "1/2", 1), ("1/2", 1, 1)], y: (0, 1)}, samples=1500, seed=5)
    # the area above x y = 1/4 within the unit square is 3/4 - ln(4)/4, and lies above x + y = 1, which has area 1/2
    assert abs(found.value - 2 * (0.75 - math.log(4) / 4)) < 0.05
    assert abs(found.premises_share - Fraction(1, 2)) < Fraction(1, 20)


def test_the_interval_covers_as_often_as_it_says() -> None:
    box = {x: (0, 1), y: (0, 1)}
    area = 0.25 - 0.25 * math.log(0.25)  # of x y < 1/4
    intervals = [gt.share(x * y < gt.exact("1/4"), box, samples=80, seed=seed).interval for seed in range(40)]
    covered = sum(low < area < high for low, high in intervals)
    assert 33 <= covered <= 40  # 38 expected


def test_what_cannot_be_measured_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(gt.PointError, match=r"the box says nothing of y; give each a range: \{y: \(0, 1\)\}"):
        gt.share(x > y, {x: (0, 1)})
    for wrong in ((1, 1), (1, 0), [], [(0, 1)], [(0, 1, 0)]):
        with pytest.raises(gt.PointError, match="the range of x is"):
            gt.share(x > 0, {x: wrong})
    with pytest.raises(gt.PointError, match=r"0\.5, a float"):
        gt.share(x > 0, {x: (0, 0.5)})
    with pytest.raises(gt.ConceptError, match="no volume in the box"):
        gt.share(gt.when(x > 0, assuming=(gt.equal(x, y))), {x: (0, 1), y: (0, 1)})
    with pytest.raises(gt.ConceptError, match="give seed=1"):
        gt.share(x**2 > y, {x: (0, 1), y: (0, 1)})
    with pytest.raises(gt.ConceptError, match="no volume in the box, or hardly any"):
        gt.share(gt.when(x * y > 1, assuming=(x > 2)), {x: (0, 1), y: (0, 1)}, samples=10, seed=1)
    monkeypatch.setattr(volumes, "MOST_CUTS", 1)
    lines = (3 * x > y) & (x + y > 1)
    with pytest.raises(gt.ConceptError, match="too many parameters or cells"):
        gt.share(lines, {x: (0, 1), y: (0, 1)})
    assert abs(gt.share(lines, {x: (0, 1), y: (0, 1)}, samples=800, seed=1).value - Fraction(11, 24)) < Fraction(1, 16)
