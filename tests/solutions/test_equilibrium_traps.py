"""Games on which solvers lose, invent or repeat equilibria; the answers are worked by hand, or published."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations
from typing import Any

import numpy
import pytest

import gametheory as gt
from tests.solutions.matrix_game import matrix_game

FIRST, SECOND = (1, 0), (0, 1)


def solved(first: Any, second: Any) -> gt.Equilibria:
    return gt.equilibria(matrix_game(first, second, "Trap"))


def symmetric(first: Any) -> gt.Equilibria:
    """Solve the game in which both stand in the same place."""
    return solved(first, [list(line) for line in zip(*first, strict=True)])


def chances(*texts: str) -> tuple[Fraction, ...]:
    """Read strategies: one text an action."""
    return tuple(map(Fraction, texts))


def isolated(found: gt.Equilibria, *profiles: Any) -> bool:
    """Whether these are the equilibria, each alone and none twice."""
    alone = len(found.components) == len(profiles) and all(component.is_point for component in found.components)
    return alone and sorted(found.extreme) == sorted(profiles) and found.exact and found.complete


def spanned(component: Any) -> list[tuple[set[Any], set[Any]]]:
    """Return the corners of every piece of a component."""
    return [(set(rows), set(columns)) for rows, columns in (piece.corners for piece in component.pieces)]


# A dilemma has the equilibrium (defect, defect) alone, because defection strictly dominates.


@pytest.mark.parametrize("unit", [10**9, 10**15], ids=["3e9", "3e15"])
def test_payoffs_in_money(unit: int) -> None:
    found = symmetric([[3 * unit, 0], [5 * unit, unit]])
    assert isolated(found, (SECOND, SECOND))
    assert found.degenerate is False


@pytest.mark.parametrize("base", [0, 10**9, 3 * 10**15])
@pytest.mark.parametrize("gap", [Fraction(1, 10**9), Fraction(1, 10**17), Fraction(1, 10**60)], ids=str)
def test_a_tiny_temptation_is_still_a_temptation(gap: Fraction, base: int) -> None:
    found = symmetric([[base + 3, base], [base + 3 + gap, base + 1]])
    assert isolated(found, (SECOND, SECOND))
    assert found.degenerate is False


def test_a_tiny_loss_keeps_both_from_defecting() -> None:
    # 3 > 3 - gap and 1 > 0: two strict equilibria. Indifference: gap*y1 = y2, so y = (1, gap)/(1 + gap).
    gap = Fraction(1, 10**17)
    mixed = (Fraction(10**17, 10**17 + 1), Fraction(1, 10**17 + 1))
    assert isolated(symmetric([[3, 0], [3 - gap, 1]]), (FIRST, FIRST), (SECOND, SECOND), (mixed, mixed))


def test_no_temptation_at_all_leaves_two_equilibria() -> None:
    # T = R: (C, C) is an equilibrium, but whoever gives the other's D any chance does strictly worse with C.
    found = symmetric([[3, 0], [3, 1]])
    assert isolated(found, (FIRST, FIRST), (SECOND, SECOND))
    assert found.degenerate is True


@pytest.mark.parametrize("shift", [10**9, -(10**9), 10**30])
def test_a_shift_changes_nothing(shift: int) -> None:
    # 2*x1 = 1*x2 makes C indifferent and 1*y1 = 2*y2 makes R so, whatever is added to all payoffs.
    first, second = (
        [[shift + value for value in line] for line in matrix] for matrix in ([[1, 0], [0, 2]], [[2, 0], [0, 1]])
    )
    mixed = (chances("1/3", "2/3"), chances("2/3", "1/3"))
    assert isolated(solved(first, second), (FIRST, FIRST), (SECOND, SECOND), mixed)


# Continua.


def test_a_segment() -> None:
    # Nashpy #222. If c2 has a chance, R plays r2, and then C plays c1: so C plays c1, which makes R indifferent.
    # c1 is best while 2*x1 + 4*x2 >= 7*x1 + 2*x2, that is x1 <= 2/7.
    found = solved([[-3, 3], [-3, 5]], [[2, 7], [4, 2]])
    ends = {chances("2/7", "5/7"), SECOND}
    assert set(found.extreme) == {(end, FIRST) for end in ends} and len(found) == 2
    (component,) = found.components
    assert spanned(component) == [(ends, {FIRST})]
    assert found.degenerate is True


@pytest.mark.parametrize("size", [2, 3])
@pytest.mark.parametrize("payoff", [0, -7])
def test_where_nothing_matters_everything_is_an_equilibrium(size: int, payoff: int) -> None:
    found = symmetric([[payoff] * size] * size)
    pure = {tuple(int(i == k) for i in range(size)) for k in range(size)}
    assert len(found) == size**2 and set(found.extreme) == {(x, y) for x in pure for y in pure}
    (component,) = found.components
    assert spanned(component) == [(pure, pure)]
    assert component.is_point is False and found.degenerate is True


def test_two_segments_that_share_a_corner() -> None:
    # Only (r2, c2) pays 0, everything else 1: an equilibrium gives (r2, c2) no chance, so one plays the first action.
    found = symmetric([[1, 1], [1, 0]])
    assert len(found) == 3 and set(found.extreme) == {(FIRST, FIRST), (FIRST, SECOND), (SECOND, FIRST)}
    (component,) = found.components
    pieces = spanned(component)
    assert len(pieces) == 2
    assert ({FIRST}, {FIRST, SECOND}) in pieces and ({FIRST, SECOND}, {FIRST}) in pieces
    assert found.degenerate is True


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_a_chain_of_segments_is_one_component_in_every_order_of_the_rows(order: tuple[int, ...]) -> None:
    # Both get 1 where the rows 12, 23 and 1 name the column, else 0. Where they get 1, all that is used meets, so
    # r3 - c1 - r1 - c2 - r2 - c3 is a chain of four segments. Where they get less, c3 has a chance (else r1 gets 1), so
    # x1 = 0 (else c2 does better); x3 > 0 (else r2 and c2 get 1), so y2 = 0 (else r1 does better). What is left is
    # r2 or r3 against c3 or c1: half each.
    rows = [[1, 1, 0], [0, 1, 1], [1, 0, 0]]
    found = gt.equilibria(matrix_game(*2 * ([rows[i] for i in order],)))
    r1, r2, r3 = (tuple(int(order[k] == i) for k in range(3)) for i in range(3))
    c1, c2, c3 = (1, 0, 0), (0, 1, 0), (0, 0, 1)
    half = tuple(Fraction(int(i != 0), 2) for i in order), chances("1/2", "0", "1/2")
    assert sorted(found.extreme) == sorted([(r1, c1), (r1, c2), (r2, c2), (r2, c3), (r3, c1), half])
    chain, point = sorted(map(spanned, found.components), key=len, reverse=True)
    assert point == [({half[0]}, {half[1]})]
    assert len(chain) == 4
    for piece in [({r1, r3}, {c1}), ({r1}, {c1, c2}), ({r1, r2}, {c2}), ({r2}, {c2, c3})]:
        assert piece in chain


def test_corners_at_which_more_replies_meet_than_need_to() -> None:
    # R does not care, so every x is played against any of C's best replies: c1 and c2 give x2 + x3, c3 gives x1, and c4
    # gives x1 + x2. Where x1 >= x3, a triangle with the corners r1, r2 and half r1, half r3, c4 is best, and on its
    # side x2 = 0 c3 is too; where x1 <= x3, the triangle of r3, r2 and the same half, c1 and c2 are.
    found = solved([[0] * 4] * 3, [[0, 0, 1, 1], [1, 1, 0, 1], [1, 1, 0, 0]])
    r1, r2, r3, half = (1, 0, 0), (0, 1, 0), (0, 0, 1), chances("1/2", "0", "1/2")
    c1, c2, c3, c4 = (tuple(int(j == k) for j in range(4)) for k in range(4))
    best = {r1: {c3, c4}, r2: {c1, c2, c4}, r3: {c1, c2}, half: {c1, c2, c3, c4}}
    assert sorted(found.extreme) == sorted((x, y) for x, replies in best.items() for y in replies)
    (component,) = found.components
    pieces = spanned(component)
    assert len(pieces) == 5
    for piece in [
        ({r1, r2, half}, {c4}), ({r2, r3, half}, {c1, c2}), ({r1, half}, {c3, c4}), ({r2, half}, {c1, c2, c4}),
        ({half}, {c1, c2, c3, c4}),
    ]:  # fmt: skip
        assert piece in pieces


def test_squares_beside_a_point() -> None:
    # r1 and r2 are copies, c1 and c2 too, so this is the coordination game of pay 1 with three equilibria: both on the
    # first block (a square), both on the last action (a point), and half on each (x1 + x2 = y1 + y2 = 1/2, a square).
    found = symmetric([[1, 1, 0], [1, 1, 0], [0, 0, 1]])
    block, last = {(1, 0, 0), (0, 1, 0)}, {(0, 0, 1)}
    half = {chances("1/2", "0", "1/2"), chances("0", "1/2", "1/2")}
    expected = [[(block, block)], [(half, half)], [(last, last)]]
    assert len(found.components) == 3 and all(spanned(component) in expected for component in found.components)
    assert [component.is_point for component in found.components].count(True) == 1
    assert len(found) == len(set(found.extreme)) == 9


def test_a_zero_sum_game_with_four_corners() -> None:
    # Nashpy #39. Skew-symmetric, so its value is 0 and both have the same good strategies x: no column takes anything.
    # c1: x4 >= x2, c3: x2 >= x4, c2: x1 >= x3 + x4, c4: x2 + x3 >= x1. So x2 = x4 and x1 = x3 + x4.
    first = [[0, 1, 0, -1], [-1, 0, 1, 1], [0, -1, 0, 1], [1, -1, -1, 0]]
    found = solved(first, [[-value for value in line] for line in first])
    good = {chances("1/2", "0", "1/2", "0"), chances("1/3", "1/3", "0", "1/3")}
    assert len(found) == 4 and set(found.extreme) == {(x, y) for x in good for y in good}
    (component,) = found.components
    assert spanned(component) == [(good, good)]


def test_eight_corners_of_four_components() -> None:
    # Nashpy #82, which gives these eight equilibria from another solver; there the players minimise.
    costs = [[0, 0, 6, 0, 0], [0, 0, 3, 2, 1], [4, 3, 0, 0, 1]], [[3, 0, 2, 1, 0], [0, 2, 0, 0, 4], [4, 0, 2, 4, 4]]
    found = solved(*([[-value for value in line] for line in matrix] for matrix in costs))
    expected = [
        ("1 0 0", "0 1 0 0 0"), ("1 0 0", "0 0 0 0 1"), ("2/3 1/3 0", "0 1 0 0 0"),
        ("1/3 1/2 1/6", "0 4/9 2/9 1/3 0"), ("0 1/2 1/2", "0 1/2 1/2 0 0"),
        ("0 1 0", "3/7 0 4/7 0 0"), ("0 1 0", "1 0 0 0 0"), ("0 1 0", "3/8 0 1/4 3/8 0"),
    ]  # fmt: skip
    assert sorted(found.extreme) == sorted((chances(*x.split()), chances(*y.split())) for x, y in expected)
    assert sorted(len(component.pieces) for component in found.components) == [1, 1, 1, 2]


def test_ties_off_the_path_do_not_make_an_equilibrium_irregular() -> None:
    # Nashpy #231: four replies to c1 are best, and still there is one equilibrium. Against (3, 5, 6) equally mixed, the
    # actions 3, 5 and 6 get 0 and the others -1/3; a zero-sum game with such an equilibrium has no other.
    first = [
        [0, -1, -1, -1, 1, -1], [1, 0, 1, -1, -1, -1], [1, -1, 0, -1, -1, 1],
        [1, 1, 1, 0, -1, -1], [-1, 1, 1, 1, 0, -1], [1, 1, -1, 1, 1, 0],
    ]  # fmt: skip
    found = solved(first, [[-value for value in line] for line in first])
    third = chances("0", "0", "1/3", "0", "1/3", "1/3")
    assert isolated(found, (third, third))
    assert found.degenerate is False


# Many equilibria, and small games.


def test_an_equilibrium_for_every_support_of_a_coordination_game() -> None:
    # Both get 1, 2 or 3 by meeting there: on any support the chances are as the reciprocals of what it pays.
    expected = []
    for support in ([1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]):
        weights = [Fraction(int(pay in support), pay) for pay in (1, 2, 3)]
        expected.append(2 * (tuple(weight / sum(weights) for weight in weights),))
    found = symmetric([[1, 0, 0], [0, 2, 0], [0, 0, 3]])
    assert isolated(found, *expected)
    assert found.degenerate is False


def test_the_six_by_six_game_with_seventy_five_equilibria() -> None:
    # Von Stengel, New maximal numbers of equilibria in bimatrix games (1999), with the payoffs of Gambit's catalogue
    # of games: the published count is 75, more than the 63 of the coordination game.
    first = [
        [9504, -660, 19976, -20526, 1776, -8976],
        [-111771, 31680, -130944, 168124, -8514, 52764],
        [397584, -113850, 451176, -586476, 29216, -178761],
        [171204, -45936, 208626, -263076, 14124, -84436],
        [1303104, -453420, 1227336, -1718376, 72336, -461736],
        [737154, -227040, 774576, -1039236, 48081, -300036],
    ]
    order = (4, 5, 2, 3, 0, 1)  # the second player's payoffs are the first's, with both places read in this order
    second = [[first[order[j]][order[i]] for j in range(6)] for i in range(6)]
    found = solved(first, second)
    assert len(set(found.extreme)) == len(found) == len(found.components) == 75
    assert found.degenerate is False


def test_a_player_with_one_action_leaves_the_other_to_choose() -> None:
    assert isolated(solved([[5]], [[7]]), ((1,), (1,)))
    assert isolated(solved([[1, 1, 1]], [[3, 1, 2]]), ((1,), (1, 0, 0)))
    assert isolated(solved([[1], [2]], [[9], [9]]), (SECOND, (1,)))


@pytest.mark.parametrize("payoffs", [[3, 1, 3], [-4, -9, -4]])
def test_a_player_alone_with_two_best_actions_may_mix_them(payoffs: Sequence[int]) -> None:
    ends = {(1, 0, 0), (0, 0, 1)}
    (wide,) = solved([[1, 2, 2]], [payoffs]).components
    assert spanned(wide) == [({(1,)}, ends)]
    tall = solved([[value] for value in payoffs], [[1], [2], [2]])
    assert spanned(tall.components[0]) == [(ends, {(1,)})]
    assert tall.degenerate is True and len(tall.components) == 1


# Numbers that wrap round in numpy.


def test_unsigned_bytes_do_not_wrap_round() -> None:
    # 100*x1 = 200*x2 makes C indifferent, 200*y1 = 100*y2 makes R so.
    first = numpy.array([[200, 0], [0, 100]], dtype=numpy.uint8)
    second = numpy.array([[100, 0], [0, 200]], dtype=numpy.uint8)
    mixed = (chances("2/3", "1/3"), chances("1/3", "2/3"))
    assert isolated(solved(first, second), (FIRST, FIRST), (SECOND, SECOND), mixed)


def test_signed_bytes_do_not_wrap_round() -> None:
    # Matching pennies with unequal stakes: R's 100*y1 - 100*y2 = -120*y1 + 120*y2 at y = (1/2, 1/2); C is indifferent
    # where -100*x1 + 120*x2 = 100*x1 - 120*x2, that is 200*x1 = 240*x2.
    first = numpy.array([[100, -100], [-120, 120]], dtype=numpy.int8)
    found = solved(first, -first)
    assert isolated(found, (chances("6/11", "5/11"), chances("1/2", "1/2")))
    assert all(type(chance) is Fraction for strategy in found.extreme[0] for chance in strategy)


# What is said.


def test_parameters_are_sent_to_where_they_are_understood() -> None:
    T, R = gt.parameters("T R")
    game = matrix_game([[R, 0], [T, 1]], [[R, T], [0, 1]], "Dilemma")
    with pytest.raises(gt.ConceptError, match=r"Dilemma has the parameters .*game\.at\(\.\.\.\).*gt\.mixed\(game\)"):
        gt.equilibria(game)
    with pytest.raises(gt.ConceptError, match=r"has the parameters R; give"):
        gt.equilibria(game.at(T=5))
    assert isolated(gt.equilibria(game.at(T=5, R=3)), (SECOND, SECOND))


@pytest.mark.parametrize("given", [None, 3, [[1, 0], [0, 1]], "a game"], ids=repr)
def test_what_is_no_game_is_refused(given: Any) -> None:
    with pytest.raises(gt.ConceptError, match="equilibria is asked of a game in normal form"):
        gt.equilibria(given)


def test_a_continuum_is_told_in_words() -> None:
    text = str(solved([[-3, 3], [-3, 5]], [[2, 7], [4, 2]]))
    assert text.splitlines() == [
        "Nash equilibria of Trap: 1 continuum (exact, complete, degenerate)",
        "  R every convex combination of 2/7 r1 + 5/7 r2 and r2; C c1",
    ]
    assert "every convex combination" not in str(symmetric([[3, 0], [5, 1]]))


def test_pieces_that_hang_together_stand_under_one_heading() -> None:
    heading, *lines = str(symmetric([[1, 1], [1, 0]])).splitlines()[1:]
    assert heading == "  one component of several pieces:"
    assert sorted(lines) == [
        "    R every convex combination of r1 and r2; C c1",
        "    R r1; C every convex combination of c1 and c2",
    ]


def test_a_frame_has_a_row_for_every_equilibrium_player_and_action() -> None:
    found = solved([[1, 0, 0], [0, 2, 0]], [[1, 0, 0], [0, 2, 0]])  # two pure, one mixed; c3 is dominated
    frame = found.to_frame()
    assert list(frame.columns) == ["equilibrium", "player", "action", "probability"]
    assert len(frame) == 3 * (2 + 3)
    assert frame.groupby(["equilibrium", "player"])["probability"].sum().tolist() == [1] * 6
    assert frame[frame.action == "c3"].probability.tolist() == [0, 0, 0]


def test_the_result_runs_through_its_extreme_equilibria() -> None:
    found = symmetric([[1, 0], [0, 1]])
    assert list(found) == list(found.extreme) and len(found) == 3
