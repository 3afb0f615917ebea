"""Evolutionarily stable strategies: textbook games, the definition by brute force, and what follows from it.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions about every table of small payoffs.
"""

from __future__ import annotations

import os
import random
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from gametheory.errors import CapacityError, ConceptError, PayoffError
from tests.concepts import evolving
from tests.concepts.evolving import ACTIONS, free_game, symmetric_game

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
TABLES = {1: 3, 2: 256, 3: 4_000, 4: 300} if EXHAUSTIVE else {1: 3, 2: 40, 3: 20, 4: 4}
NUMBERS = 400 if EXHAUSTIVE else 8  # games without parameters, which take another way

exhaustive = pytest.mark.exhaustive
V, C = gt.Parameter("V", above=0), gt.Parameter("C", above=0)
HAWKS = symmetric_game([[(V - C) / 2, V], [0, V / 2]])
ONE_TO_TWO = {"hawk": Fraction(1, 3), "dove": Fraction(2, 3)}


def proved(statement: Any) -> bool:
    return bool(gt.prove(statement).status == "proved")


# Textbook games.


def test_hawk_and_dove_maynard_smith_and_price() -> None:
    assert proved(gt.exactly(gt.evolutionarily_stable(HAWKS, "hawk"), V >= C))  # at V = C hawk beats dove among doves
    assert proved(gt.never(gt.evolutionarily_stable(HAWKS, "dove")))
    assert proved(gt.exactly(gt.evolutionarily_stable(HAWKS, ("hawk", "dove")), V < C))
    assert proved(gt.exactly(gt.evolutionarily_stable(HAWKS, {"hawk": V / C, "dove": 1 - V / C}), V <= C))
    assert proved(gt.exactly(gt.evolutionarily_stable(HAWKS, ONE_TO_TWO), gt.equal(3 * V, C)))


def test_the_order_in_which_a_support_is_named_does_not_matter() -> None:
    assert gt.evolutionarily_stable(HAWKS, ["dove", "hawk"]).equivalent(V < C)
    assert gt.evolutionarily_stable(HAWKS, ("dove",)).is_empty()


def test_every_support_is_listed() -> None:
    regions = gt.evolutionarily_stable(HAWKS)
    assert list(regions) == [("hawk",), ("dove",), ("hawk", "dove")]
    assert list(regions.nonempty()) == [("hawk",), ("hawk", "dove")]
    assert gt.partition(HAWKS, concept=gt.evolutionarily_stable).complete


def rock_paper_scissors(win: Any, loss: Any) -> gt.Game:
    return symmetric_game([[0, -loss, win], [win, 0, -loss], [-loss, win, 0]])


def test_rock_paper_scissors_is_stable_exactly_if_a_win_exceeds_a_loss() -> None:
    """z'Az = -(win - loss)(z1^2 + z2^2 + z3^2)/2 where the z sum to 0: nothing at win = loss, the zero-sum game."""
    w, l = gt.Parameter("w", above=0), gt.Parameter("l", above=0)  # noqa: E741
    regions = gt.evolutionarily_stable(rock_paper_scissors(w, l))
    assert proved(gt.exactly(regions["hawk", "dove", "owl"], w > l))
    assert list(regions.nonempty()) == [("hawk", "dove", "owl")]
    assert not gt.evolutionarily_stable(rock_paper_scissors(1, 1), ("hawk", "dove", "owl")).contains({})


def test_zeeman_1980_a_pure_stable_strategy_beside_an_attracting_interior_point_that_is_not_one() -> None:
    zeeman = symmetric_game([[0, 6, -4], [-3, 0, 5], [-1, 3, 0]])
    assert list(gt.evolutionarily_stable(zeeman).nonempty()) == [("hawk",)]


def test_a_pure_action_that_every_single_rival_loses_to_may_lose_to_a_mixture_of_them() -> None:
    """Everybody gets 0 against hawk; dove and owl get -1 against their like and x against each other.

    Half of each meets itself with (x - 1)/2, and hawk gets 0 against it.
    """
    x = gt.Parameter("x")
    game = symmetric_game([[0, 0, 0], [0, -1, x], [0, x, -1]])
    stable = gt.evolutionarily_stable(game, "hawk")
    assert proved(gt.exactly(stable, x < 1))
    pairs = [symmetric_game([[0, 0], [0, -1]])] * 2  # hawk against either alone
    assert all(gt.evolutionarily_stable(pair, "hawk").contains({}) for pair in pairs)


def test_three_rivals_who_lose_in_pairs_but_win_together() -> None:
    """Against hawk all get 0. A rival gets -2 against its like and x against another: a third of each gets (2x - 2)/3.

    Two of them together get (x - 2)/2, which is still negative between 1 and 2.
    """
    x = gt.Parameter("x")
    rivals = [[-2 if i == j else x for j in range(3)] for i in range(3)]
    game = symmetric_game([[0] * 4, *[[0, *row] for row in rivals]])
    assert proved(gt.exactly(gt.evolutionarily_stable(game, "hawk"), x < 1))


# The definition.


@cache
def free(size: int) -> gt.Regions:
    return gt.evolutionarily_stable(free_game(size)[0])


def tables(size: int, count: int) -> list[list[tuple[int, ...]]]:
    """Tables of small payoffs, so that ties abound: all of them if there are no more than the count."""
    values = (-1, 0, 1) if size != 2 else (-1, 0, 1, 2)
    if len(values) ** (size * size) <= count:
        flat = list(product(values, repeat=size * size))
    else:
        rng = random.Random(f"evolution {size}")
        conventions = tuple(int(i == j) for i in range(size) for j in range(size))
        flat = [conventions, tuple(-value for value in conventions)]
        flat += [tied(rng, size, values) for _ in range(count - 2)]
    return [[row[i * size : (i + 1) * size] for i in range(size)] for row in flat]


def tied(rng: random.Random, size: int, values: tuple[int, ...]) -> tuple[int, ...]:
    """Draw a table; in many all actions tie against the first, in many they do badly against their like."""
    cells = [[rng.choice(values) for _ in range(size)] for _ in range(size)]
    tie, rivalry = rng.randrange(2), rng.randrange(3)
    for i in range(size):
        cells[i][0] *= tie
        cells[i][i] -= rivalry
    return tuple(value for row in cells for value in row)


@exhaustive
@pytest.mark.parametrize("size", TABLES)
def test_regions_agree_with_the_definition(size: int) -> None:
    kinds = set()
    for payoffs in tables(size, TABLES[size]):
        point, expected = evolving.named(payoffs), evolving.stable_supports(payoffs)
        assert {support for support, region in free(size).items() if region.contains(point)} == expected, payoffs
        kinds |= {len(support) for support in expected}
    assert {1, size} <= kinds


@exhaustive
@pytest.mark.parametrize("size", [2, 3, 4])
def test_games_of_numbers_agree_with_the_definition(size: int) -> None:
    for payoffs in tables(size, NUMBERS):
        regions = gt.evolutionarily_stable(symmetric_game(payoffs))
        found = {support for support, region in regions.items() if region.contains({})}
        assert found == evolving.stable_supports(payoffs), payoffs


@exhaustive
def test_mixtures_given_by_their_shares_agree_with_the_definition() -> None:
    rng, seen = random.Random("mixtures"), set()
    for payoffs in tables(3, NUMBERS):
        game = symmetric_game(payoffs)
        candidates = [evolving.rest_point(payoffs, support) for support in evolving.supports(3)]
        parts = [rng.randint(0, 3) for _ in range(3)]
        if any(parts):
            candidates.append(tuple(Fraction(part, sum(parts)) for part in parts))
        for x in filter(None, candidates):
            shares = {action: str(share) for action, share in zip(ACTIONS, x, strict=False) if share}
            stable = evolving.is_stable_strategy(payoffs, x)
            assert gt.evolutionarily_stable(game, shares).contains({}) == stable, (payoffs, x)
            seen.add((stable, len(shares)))
    assert {(True, 1), (True, 3), (False, 1), (False, 2), (False, 3)} <= seen


def test_mixture_with_a_parameter_for_a_share_may_also_be_pure() -> None:
    q = gt.Parameter("q", at_least=0, at_most=1)
    region = gt.evolutionarily_stable(HAWKS, {"hawk": q, "dove": 1 - q})
    assert proved(gt.exactly(region, gt.when(gt.equal(q * C, V) & (V < C)) | gt.when(gt.equal(q, 1) & (V >= C))))
    assert region.contains({"V": 2, "C": 2, "q": 1})
    assert not region.contains({"V": 1, "C": 2, "q": 1})


# What follows from the definition.


@pytest.mark.parametrize("size", [2, 3])
def test_strict_equilibria_are_stable_and_stable_actions_are_equilibria(size: int) -> None:
    game, _ = free_game(size)
    stable, pair = gt.evolutionarily_stable(game, "hawk"), ("hawk", "hawk")
    assert gt.nash(game, pair, strict=True).implies(stable)
    assert stable.implies(gt.nash(game, pair))
    assert not gt.nash(game, pair).implies(stable)
    assert not stable.implies(gt.nash(game, pair, strict=True))


def test_a_stable_mixture_is_the_symmetric_mixed_equilibrium() -> None:
    game, _ = free_game(2)
    (both,) = [one for one in gt.mixed(game).regular() if one.support == (ACTIONS[:2], ACTIONS[:2])]
    stable = gt.evolutionarily_stable(game, ACTIONS[:2])
    assert stable.implies(both.region)
    assert not both.region.implies(stable)
    point = stable.witness()
    shares = dict(zip(ACTIONS, both.at(point)[0], strict=False))
    assert gt.evolutionarily_stable(game.at(point), shares).contains({})


# What the game must be.


def test_symmetry_may_rest_on_a_premise_and_then_is_asked_again() -> None:
    a, b = gt.parameters("a b")
    cells = {("x", "x"): (0, 0), ("x", "y"): (a, 1), ("y", "x"): (1, b), ("y", "y"): (2, 2)}
    game = gt.Game("Half", ("Ann", "Bob"), ("x", "y"), cells, assuming=gt.equal(a, b))
    region = gt.evolutionarily_stable(game, "y")
    assert proved(gt.exactly(region, a <= 2))  # at a = 2 both get 2 from y, and from x y gets 1, x gets 0
    with pytest.raises(ConceptError, match=r"not symmetric: Ann gets a at \(x, y\), and Bob gets b at \(y, x\)"):
        region.read_under(gt.premises(a > b)).contains({"a": 2, "b": 1})


def test_a_game_that_is_not_symmetric_is_refused_with_the_cell() -> None:
    a, b = gt.parameters("a b")
    cells = {("x", "x"): (0, 0), ("x", "y"): (a, 1), ("y", "x"): (1, b), ("y", "y"): (2, 2)}
    with pytest.raises(ConceptError, match=r"Ann gets a at \(x, y\).*which differ at a = .*, b = "):
        gt.evolutionarily_stable(gt.Game("Half", ("Ann", "Bob"), ("x", "y"), cells))
    numbers = {**cells, ("x", "y"): (3, 1), ("y", "x"): (1, 4)}
    with pytest.raises(ConceptError, match=r"Ann gets 3 at \(x, y\), and Bob gets 4 at \(y, x\)"):
        gt.evolutionarily_stable(gt.Game("Half", ("Ann", "Bob"), ("x", "y"), numbers), "x")


def test_actions_in_another_order_are_the_same_actions() -> None:
    words = ("hawk", "dove"), ("dove", "hawk")
    cells = {cell: HAWKS.payoffs[cell] for cell in product(*words)}
    turned = gt.Game("Turned", ("Ann", "Bob"), words, cells)
    assert gt.evolutionarily_stable(turned, "hawk").equivalent(V >= C)


def test_payoffs_with_a_denominator_owe_that_they_have_a_value() -> None:
    x = gt.Parameter("x", above=0)
    region = gt.evolutionarily_stable(symmetric_game([[1 / x, 0], [1, 2]]), "hawk")
    assert proved(gt.exactly(region, x < 1))  # at x = 1 dove gets 2 against its like, hawk 0
    with pytest.raises(gt.UndefinedPayoffError):
        gt.evolutionarily_stable(symmetric_game([[1 / gt.Parameter("y"), 0], [1, 2]]), "hawk")


def test_what_is_no_game_of_one_population_is_refused() -> None:
    alone = gt.Game("Alone", ("Ann",), ("x", "y"), {("x",): (0,), ("y",): (1,)})
    with pytest.raises(ConceptError, match="Alone is played by Ann; give a game of two"):
        gt.evolutionarily_stable(alone)
    cells = {(a, b): (0, 0) for a in "xy" for b in "zw"}
    with pytest.raises(ConceptError, match=r"different actions \(x, y; z, w\)"):
        gt.evolutionarily_stable(gt.Game("Two kinds", ("Ann", "Bob"), (("x", "y"), ("z", "w")), cells))


def test_more_actions_than_four_are_refused() -> None:
    words = tuple("vwxyz")
    game = gt.Game("Large", ("Ann", "Bob"), words, {cell: (0, 0) for cell in product(words, repeat=2)})
    with pytest.raises(CapacityError, match=r"at most 4 actions, and Large has 5.*strict equilibrium is stable"):
        gt.evolutionarily_stable(game, "v")


@pytest.mark.parametrize("outcome", ["eagle", ("hawk", "hawk"), (), 3, {"eagle": 1}, {}])
def test_what_is_no_support_is_refused(outcome: Any) -> None:
    with pytest.raises(ConceptError, match=r"no action|no support"):
        gt.evolutionarily_stable(HAWKS, outcome)


@pytest.mark.parametrize("shares", [{"hawk": 2, "dove": -1}, {"hawk": "1/3"}])
def test_numbers_that_are_no_shares_are_refused(shares: Any) -> None:
    with pytest.raises(ConceptError, match=r"no shares of Contest of birds; give numbers of at least 0"):
        gt.evolutionarily_stable(HAWKS, shares)


def test_a_float_is_refused_as_a_share() -> None:
    with pytest.raises(PayoffError, match="the share of hawk"):
        gt.evolutionarily_stable(HAWKS, {"hawk": 0.5, "dove": 0.5})


def test_explanations_say_who_does_better() -> None:
    explanation = gt.evolutionarily_stable(HAWKS, "dove").explain({"V": 1, "C": 2})
    assert "gains 1/2 by moving from the population's mixture of dove to hawk" in str(explanation)
    tie = gt.evolutionarily_stable(free_game(2)[0], "hawk").explain({"p00": 1, "p01": 0, "p10": 1, "p11": 2})
    assert "hawk does better against dove than it does against itself" in str(tie)
