"""The Shapley value against all orders of the players, and against published power indices."""

from __future__ import annotations

import os
import random
from fractions import Fraction
from itertools import combinations, permutations
from math import factorial

import pytest
from sympy import Rational

import gametheory as gt

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
GAMES = 800 if EXHAUSTIVE else 25
NAMES = ("A", "B", "C", "D", "E")

Worth = dict[tuple[str, ...], Fraction]


def drawn(rng: random.Random, count: int) -> Worth:
    players = NAMES[:count]
    return {
        group: Fraction(rng.randint(-2, 3), rng.choice((1, 1, 2, 3)))
        for size in range(1, count + 1)
        for group in combinations(players, size)
    }


def by_orders(players: tuple[str, ...], worth: Worth) -> dict[str, Fraction]:
    """What each adds to those before it, in every order."""
    added = dict.fromkeys(players, Fraction(0))
    for order in permutations(players):
        for place, player in enumerate(order):
            before, after = sorted(order[:place]), sorted(order[: place + 1])
            added[player] += worth[tuple(after)] - worth.get(tuple(before), Fraction(0))
    return {player: total / factorial(len(players)) for player, total in added.items()}


@pytest.mark.exhaustive
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_it_agrees_with_every_order_tried(count: int) -> None:
    players = NAMES[:count]
    for seed in range(GAMES):
        worth = drawn(random.Random(f"Shapley {count} {seed}"), count)
        value = gt.shapley_value(gt.CoalitionGame("A drawn game", players, value=worth))
        assert dict(value) == by_orders(players, worth)
        assert all(isinstance(share, Fraction) for share in value.values())
        assert sum(value.values()) == worth[players]


def test_three_equal_voters_have_a_third_each() -> None:
    majority = gt.CoalitionGame("Majority", ["A", "B", "C"], value=lambda group: (len(group) > 1 and 1) or 0)
    value = gt.shapley_value(majority)
    assert dict(value) == dict.fromkeys("ABC", Fraction(1, 3))
    assert not gt.core(majority).contains({})


@pytest.mark.no_cover
def test_the_security_council_has_the_published_power_indices() -> None:
    """Five vetoes and ten more, nine votes needed: 421/2145 each, and 4/2145 each (Shapley-Shubik)."""
    permanent, elected = [f"P{number}" for number in range(5)], [f"E{number}" for number in range(10)]
    vetoes = set(permanent)

    def passes(group: tuple[str, ...]) -> int:
        return int(len(group) >= 9 and vetoes <= set(group))

    value = gt.shapley_value(gt.CoalitionGame("Security Council", permanent + elected, value=passes))
    assert {value[player] for player in permanent} == {Fraction(421, 2145)}
    assert {value[player] for player in elected} == {Fraction(4, 2145)}


def test_it_is_an_expression_of_the_parameters() -> None:
    v, w, x = gt.parameters("v w x")
    worths = {("A",): 0, ("B",): 0, ("C",): x, ("A", "B"): v, ("A", "C"): x, ("B", "C"): w, NAMES[:3]: v + w + x}
    triple = gt.CoalitionGame("Triple", NAMES[:3], value=worths)
    value = gt.shapley_value(triple)
    assert len(value) == 3
    for number in range(5):
        point = {v: Fraction(number, 2), w: Fraction(3 - number), x: Fraction(number * number, 3)}
        at = triple.at(point)
        expected = by_orders(NAMES[:3], {members: at.value(members) for members in at.coalitions})
        assert dict(gt.shapley_value(at)) == expected
        for player, share in value.items():
            assert gt.when(gt.equal(share, x)).contains(point) == (expected[player] == point[x])
            assert (
                Fraction(str(share.xreplace({symbol: Rational(str(n)) for symbol, n in point.items()})))
                == expected[player]
            )
    together = gt.prove(gt.equal(value["A"] + value["B"] + value["C"], v + w + x))
    assert together.status == "proved"


def test_two_players_share_the_surplus_and_are_in_the_core_where_there_is_one() -> None:
    v, s, t = gt.parameters("v s t")
    pair = gt.CoalitionGame("Pair", ["China", "Russia"], value={("China",): s, ("Russia",): t, ("China", "Russia"): v})
    value = gt.shapley_value(pair)
    assert gt.prove(gt.equal(value["China"], s + (v - s - t) / 2)).status == "proved"
    assert gt.prove(gt.exactly(gt.core(pair, value), v >= s + t)).status == "proved"
    assert value.uses == ("utilities are added across players",)
    assert str(value).splitlines()[-1] == "  supposes that utilities are added across players"
    assert value.premises == pair.premises
    with pytest.raises(KeyError):
        value["India"]


def test_what_cancels_is_a_fraction_again() -> None:
    v = gt.Parameter("v")
    dummy = gt.CoalitionGame("Dummy", ["A", "B"], value={("A",): v, ("B",): 0, ("A", "B"): v})
    assert gt.shapley_value(dummy)["B"] == Fraction(0)
    assert isinstance(gt.shapley_value(dummy)["B"], Fraction)


def test_it_is_asked_of_transferable_utility() -> None:
    hedonic = gt.CoalitionGame("Alone", ["A"], preferences={"A": [("A",)]})
    for given in (hedonic, "Alone"):
        with pytest.raises(gt.ConceptError, match="a coalitional game with transferable utility, not of"):
            gt.shapley_value(given)  # type: ignore[arg-type]
