"""How equilibria read."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

import gametheory as gt
from gametheory.solutions.two_players import best_reply_polytope


def three(payoff: Any) -> Any:
    actions = ("in", "out")
    return gt.Game("Three", ("Ann", "Bob", "Cleo"), actions, {p: payoff(p) for p in product(actions, repeat=3)})


def test_a_continuum_that_is_no_product_is_given_by_its_conditions_and_an_example() -> None:
    # Ann and Bob get nothing whatever happens; Cleo gains from "in" exactly if both are in or both are out with
    # chances p, q such that p q + (1 - p)(1 - q) >= 1/2: a set that is curved unless a factor 2p - 1 or 2q - 1 is 0.
    game = three(lambda p: (0, 0, 0 if p[2] == "out" else 1 if p[0] == p[1] else -1))
    found = gt.equilibria(game)
    text = str(found)
    assert found.degenerate
    assert "every profile that uses" in text
    assert "for example Ann" in text
    assert "p(Ann: in)" in text


def test_an_irrational_probability_stands_in_brackets() -> None:
    # Each of three prefers "in" exactly if nobody else is in: with chance p of "in", (1 - p)^2 = 1/2.
    game = three(lambda p: tuple(0 if own == "out" else 1 if p.count("in") == 1 else -1 for own in p))
    assert "(1 - sqrt(2)/2, about 0.292893) in" in str(gt.equilibria(game)).replace("(2 - sqrt(2))/2", "1 - sqrt(2)/2")


def test_a_polytope_out_of_reach_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(best_reply_polytope, "MOST_PAIRS", 0)
    cells = {(r, c): (int(r == c), int(r == c)) for r in "abc" for c in "abc"}
    with pytest.raises(gt.CapacityError, match="too many corners"):
        gt.equilibria(gt.Game("Meeting", ("Ann", "Bob"), tuple("abc"), cells))
