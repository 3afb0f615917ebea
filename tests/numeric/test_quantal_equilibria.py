"""All logit equilibria of 2x2 games at one lambda, against brute force on a grid."""

import itertools
import random
from typing import Any

import pytest

from gametheory.numeric import logit_equilibria, logit_two_by_two
from tests.numeric.logit_by_hand import CHICKEN, PENNIES, bimatrix, bisect, close, logistic, pennies_at


def test_all_equilibria_of_2x2_games_against_a_grid() -> None:
    draw = random.Random(11)
    counts = set()
    for _ in range(25):
        a, b = ([[draw.randint(-6, 6) for _ in range(2)] for _ in range(2)] for _ in range(2))
        lam = draw.choice([0.2, 0.5, 1.0, 2.0, 4.0])

        def excess(x: float, a: Any = a, b: Any = b, lam: float = lam) -> float:
            p = logistic(x)
            q = logistic(lam * (p * (b[0][0] - b[0][1]) + (1 - p) * (b[1][0] - b[1][1])))
            return x - lam * (q * (a[0][0] - a[1][0]) + (1 - q) * (a[0][1] - a[1][1]))

        grid = [i / 40 + 0.0123 for i in range(-2200, 2200)]
        brackets = [pair for pair in itertools.pairwise(grid) if (excess(pair[0]) < 0) != (excess(pair[1]) < 0)]
        expected = sorted(logistic(bisect(excess, *pair)) for pair in brackets)
        found = logit_equilibria(bimatrix(a, b), lam)
        assert found.complete
        assert sorted(profile[0][0] for profile in found) == pytest.approx(expected, abs=1e-9)
        counts.add(len(found))
    assert counts == {1, 3}


def test_where_two_equilibria_meet_the_answer_is_not_called_complete() -> None:
    lopsided = bimatrix([[5, 0], [0, 1]], [[5, 0], [0, 1]])
    meeting = bisect(lambda lam: len(logit_equilibria(lopsided, lam)) - 2.0, 0.5, 5)
    found = logit_equilibria(lopsided, meeting)
    assert not found.complete and "meet" in found.reason
    assert str(found).startswith("Some logit equilibria of Bimatrix")


def test_far_out_both_odds_are_exact_again() -> None:
    found = logit_equilibria(PENNIES, 10**6)
    assert close(found.profiles[0], ((0.5, 0.5), (0.1, 0.9)), 1e-5)
    assert found.residual < 1e-8
    assert len(logit_equilibria(CHICKEN, 10**6)) == 3


def test_newton_steps_that_stray_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logit_two_by_two, "correct", lambda *_, **__: None)
    assert close(logit_equilibria(PENNIES, 1).profiles[0], pennies_at(1))
