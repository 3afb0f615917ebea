"""Closed forms and regions of two-player games, worked by hand."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from sympy import Abs, Max, Piecewise

import gametheory as gt

a, b, c, d = gt.parameters("a b c d")
V = gt.Parameter("V", above=0)
C = gt.Parameter("C", above=0)


def named(rows: str, columns: str, payoffs: Sequence[Sequence[Any]], **more: Any) -> gt.Game:
    own = tuple(rows.split()), tuple(columns.split())
    cells = {(x, y): payoffs[i][j] for i, x in enumerate(own[0]) for j, y in enumerate(own[1])}
    return gt.Game("Game", ("Row", "Column"), own, cells, **more)


def coordination(**more: Any) -> gt.Game:
    """Both want to meet: (a, 1) at one place, (1, b) at the other."""
    return named("up down", "left right", [[(a, 1), (0, 0)], [(0, 0), (1, b)]], **more)


def entry(game: gt.Game, rows: str, columns: str, degenerate: bool = False) -> Any:
    support = tuple(rows.split()), tuple(columns.split())
    (one,) = (one for one in gt.mixed(game) if one.support == support and one.degenerate == degenerate)
    return one


# Closed forms.


def test_coordination() -> None:
    # Column is indifferent where x = b(1 - x), Row where ay = 1 - y.
    one = entry(coordination(), "up down", "left right")
    assert one.probabilities == ((b / (b + 1), 1 / (b + 1)), (1 / (a + 1), a / (a + 1)))
    assert one.region.equivalent((a > 0) & (b > 0))
    assert entry(coordination(), "up", "left").region.equivalent(a >= 0)
    assert entry(coordination(), "down", "right").region.equivalent(b >= 0)
    # Against left, down is no worse if a <= 0; against down, left is no worse if b <= 0.
    assert entry(coordination(), "down", "left").region.equivalent((a <= 0) & (b <= 0))
    assert entry(coordination(), "up", "right").region.is_empty()


def test_matching_pennies_with_a_larger_stake() -> None:
    # Heads on both sides is worth a: Row needs ay - (1 - y) = 1 - 2y, Column 1 - x - ax = 2x - 1.
    game = named("heads tails", "heads tails", [[(a, -a), (-1, 1)], [(-1, 1), (1, -1)]])
    one = entry(game, "heads tails", "heads tails")
    assert one.probabilities == ((2 / (a + 3), (a + 1) / (a + 3)),) * 2
    assert one.region.equivalent(a > -1)
    # a <= -1: tails is at least as good for Row whatever Column does, and Column answers with heads.
    assert entry(game, "tails", "heads").region.equivalent(a <= -1)
    assert entry(game, "heads tails", "heads", degenerate=True).region.equivalent(gt.equal(a, -1))


def test_hawk_and_dove() -> None:
    game = named("hawk dove", "hawk dove", [[((V - C) / 2,) * 2, (V, 0)], [(0, V), (V / 2, V / 2)]])
    one = entry(game, "hawk dove", "hawk dove")
    assert one.probabilities == ((V / C, (C - V) / C),) * 2
    assert one.region.equivalent(V < C)
    assert entry(game, "hawk", "hawk").region.equivalent(V >= C)
    assert str(one) == "Row V/C hawk + (C - V)/C dove; Column V/C hawk + (C - V)/C dove"


def test_the_dilemma_has_no_other_equilibrium() -> None:
    payoffs = [[(b, b), (d, a)], [(a, d), (c, c)]]
    game = named("honour cheat", "honour cheat", payoffs, assuming=gt.descending(a, b, c, d))
    (only,) = gt.mixed(game).nonempty()
    assert only.support == (("cheat",), ("cheat",))
    assert only.region.is_everywhere()


def test_players_who_care_about_different_things() -> None:
    # Column is indifferent where 2x = c(1 - x), Row where 3(1 - y) = ay.
    game = named("up down", "left right", [[(a, 2), (0, 0)], [(0, 0), (3, c)]])
    one = entry(game, "up down", "left right")
    assert one.at({a: 1, c: 4}) == ((Fraction(2, 3), Fraction(1, 3)), (Fraction(3, 4), Fraction(1, 4)))
    assert one.probabilities == ((c / (c + 2), 2 / (c + 2)), (3 / (a + 3), a / (a + 3)))


def test_two_by_three() -> None:
    # Column matches with left or middle, and right pays b whatever Row does; right pays a to Row either way. At half
    # and half the first two pay 1/2: they survive if b <= 1/2. Right is best while b >= x and b >= 1 - x.
    game = named("up down", "left middle right", [[(1, 0), (0, 1), (a, b)], [(0, 1), (1, 0), (a, b)]])
    half = Fraction(1, 2)
    one = entry(game, "up down", "left middle")
    assert one.probabilities == ((half, half), (half, half, 0))
    assert one.region.equivalent(b <= half)
    assert entry(game, "up down", "right", degenerate=True).region.equivalent(b >= half)
    assert entry(game, "up down", "left middle right", degenerate=True).region.equivalent(gt.equal(b, half))
    assert entry(game, "up", "right").region.equivalent(b >= 1)


def test_three_by_two_is_two_by_three_turned() -> None:
    game = named("left middle right", "up down", [[(0, 1), (1, 0)], [(1, 0), (0, 1)], [(b, a), (b, a)]])
    half = Fraction(1, 2)
    one = entry(game, "left middle", "up down")
    assert one.probabilities == ((half, half, 0), (half, half))
    assert one.region.equivalent(b <= half)
    assert entry(game, "right", "up down", degenerate=True).region.equivalent(b >= half)


@pytest.mark.no_cover
def test_rock_paper_scissors() -> None:
    # A win pays a, a loss -b: the weights of rock, paper and scissors are equal while a + b is not 0 ...
    payoffs = [[(0, 0), (-b, a), (a, -b)], [(a, -b), (0, 0), (-b, a)], [(-b, a), (a, -b), (0, 0)]]
    game = named("rock paper scissors", "rock paper scissors", payoffs, assuming=(b > 0, a > -b))
    third = Fraction(1, 3)
    everybody = entry(game, "rock paper scissors", "rock paper scissors")
    assert everybody.probabilities == ((third, third, third),) * 2
    assert everybody.region.is_everywhere()
    # ... and to copy is an equilibrium where a win is no gain.
    assert entry(game, "rock", "rock").region.equivalent(a <= 0)
    # Rock and paper: -b(1 - y) = ay, so y = b/(b - a); scissors pays less there because a^2 - ab + b^2 > 0.
    pair = entry(game, "rock paper", "rock paper")
    assert pair.region.equivalent(a < 0)
    assert pair.at({a: -1, b: 3})[0] == (Fraction(3, 4), Fraction(1, 4), 0)


# Ties.


def test_supports_of_different_size_exist_only_at_ties() -> None:
    # Row mixes against left where a = 0; left is best for Column if x >= b(1 - x), so x >= b/(b + 1).
    one = entry(coordination(), "up down", "left", degenerate=True)
    assert one.region.equivalent(gt.equal(a, 0))
    assert one.probabilities == ()
    assert one.reason == "Row mixes 2 actions and Column 1: Row's payoffs from them tie"
    rows, columns = (
        [corner.strategy for corner in side if corner.region.contains({a: 0, b: 3})] for side in one.corners
    )
    assert set(rows) == {(1, 0), (b / (b + 1), 1 / (b + 1))}
    assert columns == [(1, 0)]


def test_corners_hold_where_the_other_player_has_no_better_reply() -> None:
    one = entry(coordination(), "up down", "left", degenerate=True)
    corners = {str(corner.strategy[0]): corner.region for corner in one.corners[0]}
    assert corners["1"].is_everywhere()
    assert corners["0"].equivalent(b <= 0)
    assert corners["b/(b + 1)"].equivalent(b > 0)


def test_a_determinant_that_may_vanish_is_a_case_of_its_own() -> None:
    # Row's gain from up is ay - c(1 - y), Column's from left bx - d(1 - x). If a = c = 0 any y leaves Row indifferent.
    game = named("up down", "left right", [[(a, b), (0, 0)], [(0, 0), (c, d)]])
    one = entry(game, "up down", "left right", degenerate=True)
    rows_flat, columns_flat = gt.equal(a, 0) & gt.equal(c, 0), gt.equal(b, 0) & gt.equal(d, 0)
    rows_free = (a > 0) & (c > 0) | (a < 0) & (c < 0)
    columns_free = (b > 0) & (d > 0) | (b < 0) & (d < 0)
    expected = rows_flat & columns_free | columns_flat & rows_free | rows_flat & columns_flat
    assert one.region.equivalent(expected)
    assert one.reason.startswith("a determinant of the support's equations is 0: ")
    assert not one.region.contains({a: 1, b: 1, c: -1, d: 2})  # a + c = 0, but then Row is never indifferent


@pytest.mark.parametrize("hidden", [False, True])
def test_a_determinant_that_always_vanishes_leaves_no_regular_entry(hidden: bool) -> None:
    # Row's payoffs do not depend on what it does unless Column plays right, where up pays b more.
    first = (a + 1) * b - a * b if hidden else b
    game = named("up down", "left right", [[(first, 0), (first + b, 1)], [(b, 1), (2 * b, 0)]])
    supports = [one.support for one in gt.mixed(game).regular()]
    assert (("up", "down"), ("left", "right")) not in supports
    one = entry(game, "up down", "left right", degenerate=True)
    assert one.region.is_everywhere()
    (rows,) = {corner.strategy for corner in one.corners[0] if not corner.region.is_empty()}
    assert rows == (Fraction(1, 2), Fraction(1, 2))


def test_premises_can_make_every_tie_impossible() -> None:
    found = gt.mixed(coordination(assuming=(a > 0, b > 0)))
    assert len(found.degenerate()) == 5
    assert len(found.degenerate().nonempty()) == 0
    assert [one.support for one in found.nonempty()] == [one.support for one in found.regular().nonempty()]
    assert len(found.nonempty()) == 3


# Payoffs of other kinds.


def test_payoffs_with_divisors() -> None:
    # y/a = 1 - y.
    game = named("up down", "left right", [[(1 / a, 1), (0, 0)], [(0, 0), (1, 1)]], assuming=(a > 0,))
    assert entry(game, "up down", "left right").probabilities[1] == (a / (a + 1), 1 / (a + 1))
    assert entry(game, "up down", "left right").region.is_everywhere()


def test_payoffs_with_cases() -> None:
    # Row: up pays max(a, 0) against left, down |a| against right: y*max(a, 0) = (1 - y)*|a|.
    game = named("up down", "left right", [[(Max(a, 0), 1), (0, 0)], [(0, 0), (Abs(a), 1)]])
    one = entry(game, "up down", "left right")
    assert one.region.equivalent(a > 0)
    assert one.at({a: 5}) == ((Fraction(1, 2), Fraction(1, 2)),) * 2
    assert entry(game, "up down", "left", degenerate=True).region.equivalent(a <= 0)
    assert entry(game, "up down", "left right", degenerate=True).region.equivalent(gt.equal(a, 0))
    step = named("up down", "left right", [[(Piecewise((3, a > 1), (-1, True)), 1), (0, 0)], [(0, 0), (1, 1)]])
    one = entry(step, "up down", "left right")
    assert one.region.equivalent(a > 1)
    assert one.at({a: 2})[1] == (Fraction(1, 4), Fraction(3, 4))


def test_games_of_numbers() -> None:
    game = named("up down", "left right", [[(2, 1), (0, 0)], [(0, 0), (1, 2)]])
    thirds = Fraction(1, 3), Fraction(2, 3)
    profiles = [one.at({}) for one in gt.mixed(game).nonempty()]
    assert profiles == [((1, 0), (1, 0)), ((0, 1), (0, 1)), (thirds[::-1], thirds)]
    flat = named("up down", "left right", [[(0, 0), (0, 0)], [(0, 0), (0, 0)]])
    assert len(gt.mixed(flat).nonempty()) == 9
    assert all(one.region.is_everywhere() for one in gt.mixed(flat).nonempty())


# Values, points and words.


def test_a_probability_is_written_with_a_positive_divisor() -> None:
    # Row's gain from up: (b - 2)y + (1 - y). Indifferent at y = 1/(3 - b) if b < 2. Column's: 3x - (1 - b)(1 - x).
    game = named("up down", "left right", [[(b, 3), (1, 0)], [(2, 0), (0, 1 - b)]])
    one = entry(game, "up down", "left right")
    assert one.region.equivalent(b < 1)
    words = "Row (1 - b)/(4 - b) up + 3/(4 - b) down; Column 1/(3 - b) left + (2 - b)/(3 - b) right"
    assert str(one) == words


def test_printing() -> None:
    assert str(gt.mixed(coordination(assuming=(a > 0,))).nonempty()).splitlines() == [
        "Equilibria of Game by support",
        "  Row up; Column left: always",
        "  Row down; Column right: b >= 0",
        "  Row b/(b + 1) up + 1/(b + 1) down; Column 1/(a + 1) left + a/(a + 1) right: b > 0",
        "  degenerate: Row down; Column some mixture of left and right: b = 0",
    ]
    three = named("u v w", "l", [[(0, 0)], [(0, 0)], [(0, 0)]])
    assert str(list(gt.mixed(three))[-1]) == "degenerate: Row some mixture of u, v and w; Column l"


def test_a_table() -> None:
    frame = gt.mixed(coordination(assuming=(a > 0,))).nonempty().to_frame()
    assert list(frame.columns) == ["equilibrium", "condition", "degenerate"]
    assert list(frame["condition"]) == ["always", "b >= 0", "b > 0", "b = 0"]
    assert list(frame["degenerate"]) == [False, False, False, True]


def test_a_mapping_to_regions() -> None:
    found = gt.mixed(coordination())
    assert found.complete
    assert len(found) == len(list(found)) == 5 + 5
    assert all(found[one] is one.region for one in found)
    with pytest.raises(KeyError):
        found["up"]  # type: ignore[index]
    assert {one.support for one in found.regular()} | {one.support for one in found.degenerate()} == {
        one.support for one in found
    }


def test_copies_are_the_same() -> None:
    found = gt.mixed(coordination())
    for again in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found), copy.copy(found)):
        assert str(again) == str(found)
        one = list(again)[4]
        assert one.at({a: 2, b: 3}) == list(found)[4].at({a: 2, b: 3})
        assert one.region.equivalent(list(found)[4].region)


def test_a_partition() -> None:
    # One dimension of coordination: b = 1. a < 0, a = 0 and a > 0.
    game = named("up down", "left right", [[(a, 1), (0, 0)], [(0, 0), (1, 1)]])
    partition = gt.partition(game, concept=gt.mixed)
    assert partition.complete
    sizes = {value: len(partition.at({a: value}).equilibria) for value in (-1, 0, 3)}
    assert sizes == {-1: 1, 0: 3, 3: 3}


def test_an_explanation_names_the_probability_and_the_deviation() -> None:
    game = named("up down", "left middle right", [[(1, 0), (0, 1), (a, b)], [(0, 1), (1, 0), (a, b)]])
    told = entry(game, "up down", "left middle").region.explain({a: 0, b: 2})
    # Left and middle pay Column 1/2 at half and half, right pays 2.
    (failure,) = told.failures
    assert not told.holds
    assert failure.incentive.player == "Column"
    assert failure.incentive.deviation == "right"
    assert failure.gap == Fraction(-3, 2)
    # At a = -1/2 Row's weights are 2 and -1: left would need the probability 1/(a + 1) = 2, right -1.
    told = entry(coordination(), "up down", "left right").region.explain({a: "-1/2", b: 1})
    assert [failure.text for failure in told.failures] == [
        "that Column plays right with positive probability is false (the difference is -1)"
    ]


def test_points_that_are_refused() -> None:
    regular, tie = (entry(coordination(), "up down", "left right", degenerate=kind) for kind in (False, True))
    with pytest.raises(gt.ConceptError, match=r"is no equilibrium there; it is one where b > 0 and a > 0"):
        regular.at({a: -1, b: 1})
    with pytest.raises(gt.PointError, match="no value for b"):
        regular.at({a: 1})
    with pytest.raises(gt.ConceptError, match=r"has no probabilities of its own: a determinant .*; see its corners"):
        tie.at({a: 1, b: 1})
    bounded = entry(coordination(assuming=(a > 0,)), "up down", "left right")
    with pytest.raises(gt.AssumptionError, match="violates the premise a > 0"):
        bounded.at({a: -1, b: 1})


@pytest.mark.parametrize(("sizes", "shape"), [((2, 2, 2, 2), "2x2x2x2"), ((2, 2, 3), "2x2x3")])
def test_other_shapes_are_refused(sizes: tuple[int, ...], shape: str) -> None:
    actions = [("x", "y", "z")[:size] for size in sizes]
    players = ("A", "B", "C", "D")[: len(sizes)]
    game = gt.Game("Large", players, actions, {cell: (a,) * len(sizes) for cell in product(*actions)})
    for ask in (gt.mixed, gt.equilibrium_cases):
        with pytest.raises(gt.CapacityError, match=rf"Large is {shape}\. Give the parameters numbers"):
            ask(game)


def test_too_many_supports_are_refused() -> None:
    actions = tuple("abcdef")
    game = gt.Game("Wide", ("A", "B"), actions, {cell: (a, 0) for cell in product(actions, repeat=2)})
    with pytest.raises(gt.CapacityError, match="Wide has 3969 pairs of supports, more than 1000"):  # (2^6 - 1)^2
        gt.mixed(game)
