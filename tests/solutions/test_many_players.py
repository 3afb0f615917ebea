"""Equilibria of games of many players: worked by hand, published, and checked from the definition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from gametheory.algebraic.number import AlgebraicNumber
from gametheory.formulas.solver import Limit
from gametheory.solutions.equilibrium_set import Equilibria
from gametheory.solutions.many_players import every_equilibrium as many_players
from gametheory.solutions.many_players import questions
from gametheory.solutions.many_players.cores import Found
from gametheory.solutions.many_players.effort import Effort
from gametheory.solutions.many_players.every_equilibrium import equilibria_of_many
from tests.solutions.profile_checks import is_equilibrium

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
A, B = (Fraction(1), Fraction(0)), (Fraction(0), Fraction(1))


def game_of(payoffs: Callable[..., Sequence[Any]], shape: Sequence[int] = (2, 2, 2), name: str = "Worked") -> gt.Game:
    """Return the game whose payoffs are a function of the numbers of the actions; actions are a, b, c, ..."""
    actions = ["abcdef"[:size] for size in shape]
    cells = {tuple(a[k] for a, k in zip(actions, cell, strict=True)): payoffs(*cell) for cell in _cells(shape)}
    return gt.Game(name, ["Xenia", "Yuri", "Zoe", "Wim", "Vera"][: len(shape)], [tuple(a) for a in actions], cells)


def _cells(shape: Iterable[int]) -> Iterable[tuple[int, ...]]:
    return product(*map(range, shape))


def mixed(*first: Any) -> tuple[tuple[Fraction, Fraction], ...]:
    """Return a profile of players with two actions by the probabilities of the first."""
    return tuple((Fraction(p), 1 - Fraction(p)) for p in first)


def check(found: Equilibria, degenerate: bool = False) -> None:
    """Everything that is claimed without exception: exact, complete, and equilibria indeed."""
    assert found.complete, found.unresolved
    assert found.exact
    assert found.degenerate == degenerate
    assert all(is_equilibrium(found.game, profile) for profile in found.extreme)
    for component in found.components:
        for piece in component.pieces:
            assert is_equilibrium(found.game, piece.sample)
            for corners in product(*piece.corners):
                assert not piece.corners or is_equilibrium(found.game, corners)
    if not degenerate:
        assert all(component.is_point for component in found.components)
        assert len(found.components) == len(found.extreme) == len(set(found.extreme))
        assert len(found.extreme) % 2 == 1


# Regular games.


def test_matching_pennies_of_three() -> None:
    # Xenia wants to match Yuri, Yuri wants to match Zoe, Zoe wants to differ from Xenia: a circle without a pure
    # equilibrium. Each must be indifferent, so each other one mixes equally.
    found = equilibria_of_many(
        game_of(lambda x, y, z: (x == y, y == z, x != z) and (int(x == y), int(y == z), int(x != z)))
    )
    check(found)
    assert found.extreme == (mixed(HALF, HALF, HALF),)


def test_nine_equilibria() -> None:
    # McKelvey, R. and McLennan, A. (1997), "The maximal number of regular totally mixed Nash equilibria": the example
    # with nine equilibria, also published with Gambit as 2x2x2.nfg. By hand, a gains Xenia (2y-1)(12z-3), Yuri
    # (2x-1)(12z-4), Zoe 26xy - 8(x+y) + 2.
    table = {(0, 0, 0): (9, 8, 12), (1, 1, 0): (9, 8, 2), (0, 1, 1): (3, 4, 6), (1, 0, 1): (3, 4, 6)}
    found = equilibria_of_many(game_of(lambda *cell: table.get(cell, (0, 0, 0))))
    check(found)
    assert set(found.extreme) == {
        mixed(1, 1, 1),
        mixed(0, 0, 1),
        mixed(1, 0, 0),
        mixed(0, 1, 0),
        mixed(0, Fraction(1, 4), THIRD),
        mixed(THIRD, 1, Fraction(1, 4)),
        mixed(HALF, HALF, 1),
        mixed(Fraction(2, 5), HALF, THIRD),
        mixed(HALF, Fraction(2, 5), Fraction(1, 4)),
    }


def test_the_irrational_equilibrium_of_nau_gomez_canovas_and_hansen() -> None:
    # Nau, R., Gomez Canovas, S. and Hansen, P. (2004), "On the geometry of Nash equilibria and correlated
    # equilibria", International Journal of Game Theory 32: the only equilibrium is irrational. By hand, with x, y, z
    # the probabilities of a: Xenia is indifferent if y(1+2z) = (1-y)(2-z), so y = (2-z)/(3+z); Yuri if
    # (1-x)(3-2z) = x(1+z), so x = (3-2z)/(4-z); Zoe if 2xy = 3(1-x)(1-y), so 2zz + 23z - 9 = 0.
    table = [(3, 0, 2), (1, 0, 0), (0, 2, 0), (0, 1, 0), (0, 1, 0), (0, 3, 0), (1, 0, 0), (2, 0, 3)]
    found = equilibria_of_many(game_of(lambda x, y, z: table[4 * x + 2 * y + z]))
    check(found)
    (((x, _), (y, _), (z, _)),) = found.extreme
    assert z.coefficients == (-9, 23, 2)
    assert str(z) == "(-23 + sqrt(601))/4, about 0.378825"
    assert float(y) == pytest.approx((2 - float(z)) / (3 + float(z)))
    assert float(x) == pytest.approx((3 - 2 * float(z)) / (4 - float(z)))


def one_goes(players: int) -> gt.Game:
    """Going pays 2 to who goes alone, and nothing otherwise; staying pays 1."""
    return game_of(lambda *cell: [1 if own else 2 * (cell.count(0) == 1) for own in cell], (2,) * players, "One goes")


def test_an_irrational_equilibrium_by_hand() -> None:
    # Who mixes is indifferent if all others stay with probability 1/2. If k of three mix and the rest stay, each stays
    # with q, q^(k-1) = 1/2; those who stay for certain would get 2 q^k = q < 1 by going. If someone goes for certain,
    # all others stay. So: three with one going, three with two mixing equally, one with q = 1/sqrt(2).
    found = equilibria_of_many(one_goes(3))
    check(found)
    assert len(found) == 7
    irrational = [profile for profile in found if not all(isinstance(p, Fraction) for s in profile for p in s)]
    assert len(irrational) == 1
    for goes, stays in irrational[0]:
        assert stays.coefficients == (-1, 0, 2)
        assert goes.coefficients == (1, -4, 2)  # 1 - q
    assert sum(mixed(1, HALF, HALF)[1] in profile for profile in found) == 3


def test_four_players_with_a_cubic_equilibrium() -> None:
    # Likewise: if k of four mix, q^(k-1) = 1/2. Four with one going, six with two mixing, four with three, one with
    # all.
    found = equilibria_of_many(one_goes(4))
    check(found)
    assert len(found) == 15
    cubic = [p for profile in found for _, p in profile if isinstance(p, AlgebraicNumber) and p.degree == 3]
    assert [p.coefficients for p in cubic] == [(-1, 0, 0, 2)] * 4


def test_two_pairs_that_decide_for_each_other() -> None:
    # By their first action Zoe gains 4xy - 1 and Wim x - y; Xenia 4zw - 1 and Yuri z - w. If all mix, all do equally.
    def payoffs(x: int, y: int, z: int, w: int) -> tuple[int, ...]:
        p, q, r, s = 1 - x, 1 - y, 1 - z, 1 - w
        return p * (4 * r * s - 1), q * (r - s), r * (4 * p * q - 1), s * (p - q)

    found = equilibria_of_many(game_of(payoffs, (2, 2, 2, 2)))
    assert found.complete, found.unresolved
    assert mixed(HALF, HALF, HALF, HALF) in found.extreme


def test_a_player_with_one_action_leaves_a_game_of_two() -> None:
    meeting = {(0, 0): (3, 1), (1, 1): (1, 2)}
    found = equilibria_of_many(game_of(lambda x, y, z: (*meeting.get((x, y), (0, 0)), 5), (2, 2, 1)))
    check(found)
    only = (Fraction(1),)
    one, two = mixed(Fraction(2, 3), Fraction(1, 4))
    assert set(found.extreme) == {(A, A, only), (B, B, only), (one, two, only)}


def test_a_strictly_dominated_action_is_left_out_and_comes_back_with_probability_zero() -> None:
    def payoffs(x: int, y: int, z: int) -> tuple[int, int, int]:
        return (int(x == y) - 2 * (x == 2), int(y != x), z)

    found = equilibria_of_many(game_of(payoffs, (3, 2, 2)))
    check(found)
    assert found.extreme == (((HALF, HALF, Fraction(0)), (HALF, HALF), B),)


def test_one_player_alone() -> None:
    def best(x: int) -> list[Fraction]:
        return [Fraction(1, 1 + x)]

    check(found := equilibria_of_many(game_of(best, (3,))))
    assert found.extreme == (((Fraction(1), Fraction(0), Fraction(0)),),)


# Games that are not regular.


def test_all_payoffs_equal() -> None:
    for shape in ((2, 2, 2), (3, 2, 1, 2)):
        found = equilibria_of_many(game_of(lambda *cell: [0] * len(cell), shape))
        check(found, degenerate=True)
        ((piece,),) = (component.pieces for component in found.components)
        assert [len(side) for side in piece.corners] == list(shape)
        assert piece.support == found.game.actions
        assert len(found.extreme) == len(found.game.profiles)  # the pure profiles need no equation


def test_one_indifferent_player() -> None:
    # Zoe does not care; Xenia and Yuri match pennies and do not care for Zoe.
    found = equilibria_of_many(game_of(lambda x, y, z: (int(x == y), int(x != y), 0)))
    check(found, degenerate=True)
    ((piece,),) = (component.pieces for component in found.components)
    assert piece.corners == (((HALF, HALF),), ((HALF, HALF),), (A, B))
    assert set(found.extreme) == {mixed(HALF, HALF, 1), mixed(HALF, HALF, 0)}


def circle(x: int, y: int, z: int) -> tuple[int, int, int]:
    """Xenia gains by her first action what Yuri's probability exceeds Zoe's by, and so on round."""
    p, q, r = 1 - x, 1 - y, 1 - z
    return p * (q - r), q * (r - p), r * (p - q)


def test_a_curve_by_hand() -> None:
    # If y > z then x = 1, so z < x unless z = 1, so y = 0: impossible. Likewise round: all three are equal, and then
    # nobody gains anything. The equilibria are the diagonal of the cube, ends included.
    found = equilibria_of_many(game_of(circle))
    check(found, degenerate=True)
    assert set(found.extreme) == {(A, A, A), (B, B, B)}
    (component,) = found.components
    curve = next(piece for piece in component.pieces if not piece.is_point)
    assert curve.corners == ()
    assert "p(Yuri: a) = p(Xenia: a)" in curve.conditions or "p(Xenia: a) = p(Yuri: a)" in curve.conditions
    assert len(component.pieces) == 3


def test_the_odd_one_out() -> None:
    # With x, y, z the probabilities of "a", Xenia gains 1 - y - z by a. If all mix, each is 1/2. If z = 1, then x > 0
    # needs y = 0 and the other way round, and Zoe is content as x + y <= 1: two edges of the cube; likewise for the
    # other five faces: six edges in a ring.
    found = equilibria_of_many(game_of(lambda *cell: [int(cell.count(own) == 1) for own in cell]))
    check(found, degenerate=True)
    alone, ring = sorted(found.components, key=lambda component: len(component.pieces))
    assert [piece.sample for piece in alone.pieces] == [mixed(HALF, HALF, HALF)]
    assert {piece.corners for piece in ring.pieces} == {
        tuple((A, B) if side is None else (side,) for side in sides)
        for sides in ((None, A, B), (None, B, A), (A, None, B), (B, None, A), (A, B, None), (B, A, None))
    }
    assert len(found.extreme) == 7


def test_part_of_an_edge() -> None:
    # Xenia does not care. Yuri and Zoe like their first action best while x <= 1/3, and at x = 1/3 do not care.
    found = equilibria_of_many(game_of(lambda x, y, z: (0, (1 - y) * (3 * x - 2), (1 - z) * (3 * x - 2))))
    check(found, degenerate=True)
    corners = {piece.corners for component in found.components for piece in component.pieces}
    third = (THIRD, 1 - THIRD)
    assert corners == {
        ((third, B), (A,), (A,)),
        ((A, third), (B,), (B,)),
        ((third,), (A, B), (A, B)),
    }
    assert len(found.components) == 1


def saddle(height: Fraction) -> gt.Game:
    """Zoe's first action gains (x - 1/2)(y - 1/2) + height; Xenia and Yuri do not care."""

    def payoffs(x: int, y: int, z: int) -> tuple[Fraction, ...]:
        gain = (1 - x - HALF) * (1 - y - HALF) + height
        return Fraction(0), Fraction(0), (1 - z) * gain

    return game_of(payoffs)


@pytest.mark.parametrize(
    ("height", "first", "second"),
    [(Fraction(-1, 8), 2, 1), (Fraction(1, 8), 1, 2), (Fraction(0), 1, 1)],
    ids=["below", "above", "level"],
)
def test_regions_between_hyperbolas(height: Fraction, first: int, second: int) -> None:
    # Where the gain is positive Zoe takes a: two corners of the square cut off by the branches of a hyperbola if the
    # saddle is below zero; the corners hang together along the middle if it is above. Where it is negative she takes
    # b, the other way round. Where it vanishes, a surface, she does what she likes.
    found = equilibria_of_many(saddle(height))
    assert found.complete, found.unresolved
    regions = [piece for component in found.components for piece in component.pieces if len(piece.support[2]) == 1]
    parts = [
        sum(len(piece.support[0]) == len(piece.support[1]) == 2 and a in piece.support[2] for piece in regions)
        for a in "ab"
    ]
    assert parts == [first, second]
    # The surface joins everything: each branch of the hyperbola bounds one region on either side.
    assert len(found.components) == 1


def test_two_regions_that_meet_in_a_point() -> None:
    # Zoe's c pays nobody anything; a pays 3 if all play it and -1 otherwise, likewise b. With c, Xenia and Yuri are
    # indifferent, and Zoe is content where xy <= 1/4 and (1-x)(1-y) <= 1/4: two horns that meet at (1/2, 1/2).
    def payoffs(x: int, y: int, z: int) -> tuple[int, int, int]:
        if z == 2:
            return 0, 0, 0
        return (3,) * 3 if x == y == z else (-1,) * 3

    found = equilibria_of_many(game_of(payoffs, (2, 2, 3)))
    check(found, degenerate=True)
    first = (Fraction(1), Fraction(0), Fraction(0))
    assert (A, A, first) in found.extreme
    horns = [p for c in found.components for p in c.pieces if p.support == (("a", "b"), ("a", "b"), ("c",))]
    assert len(horns) == 1
    assert len(horns[0].conditions) == 2


def third_action(sign: int, shape: Sequence[int] = (3, 2, 2)) -> gt.Game:
    """The circle, with an action c that gains Xenia sign * (y - 1/2)(z - 1/2); further players do not care."""

    def payoffs(x: int, y: int, z: int, *others: int) -> tuple[Any, ...]:
        p, q, r = circle(min(x, 1), y, z)
        if x == 2:
            # Nobody cares, and Yuri and Zoe least of all, as long as Xenia does not use c.
            return sign * (1 - y - HALF) * (1 - z - HALF), 0, 0, *(0 for _ in others)
        return p, q, r, *(0 for _ in others)

    return game_of(payoffs, shape)


def test_a_curve_of_which_a_point_is_left() -> None:
    # On the diagonal c gains the square of t - 1/2: only t = 1/2 remains of the inside.
    found = equilibria_of_many(third_action(1))
    check(found, degenerate=True)
    use = (("a", "b"), ("a", "b"), ("a", "b"))
    inside = [piece for component in found.components for piece in component.pieces if piece.support == use]
    assert [piece.sample for piece in inside] == [((HALF, HALF, Fraction(0)), (HALF, HALF), (HALF, HALF))]
    assert inside[0].is_point


def test_a_curve_that_an_inequality_touches() -> None:
    # Here c loses the square: the whole diagonal remains, in one piece.
    found = equilibria_of_many(third_action(-1))
    assert found.complete, found.unresolved
    use = (("a", "b"), ("a", "b"), ("a", "b"))
    inside = [piece for component in found.components for piece in component.pieces if piece.support == use]
    assert len(inside) == 1
    assert not inside[0].is_point


def test_a_point_of_a_curve_with_a_player_who_does_not_care() -> None:
    found = equilibria_of_many(third_action(1, (3, 2, 2, 2)))
    assert found.degenerate
    use = (("a", "b"), ("a", "b"), ("a", "b"), ("a", "b"))
    inside = [piece for component in found.components for piece in component.pieces if piece.support == use]
    assert [strategy[0] for strategy in inside[0].sample[:3]] == [HALF] * 3


def beside(game: gt.Game) -> gt.Game:
    """Return a game with one more player, who does not care and for whom nobody cares."""
    actions = [*game.actions, ("a", "b")]
    cells = {(*cell, own): (*game.payoffs[cell], 0) for cell in game.profiles for own in "ab"}
    return gt.Game("Beside", [*game.players, "Dummy"], actions, cells)


def test_irrational_equilibria_beside_a_player_who_does_not_care() -> None:
    found = equilibria_of_many(beside(one_goes(3)))
    check(found, degenerate=True)
    assert len(found.components) == 7
    assert len(found.extreme) == 14
    assert all(piece.corners[3] == (A, B) for component in found.components for piece in component.pieces)


def test_a_curve_as_far_as_a_further_player_lets_it() -> None:
    # The circle; Wim does not care, and Xenia's c pays w - 1/2, her a pays y - z: the diagonal, for w up to 1/2.
    def payoffs(x: int, y: int, z: int, w: int) -> tuple[Any, ...]:
        return (*(circle(x, y, z) if x < 2 else (HALF - w, 0, 0)), 0)

    found = equilibria_of_many(game_of(payoffs, (3, 2, 2, 2)))
    use = (("a", "b"), ("a", "b"), ("a", "b"), ("a", "b"))
    (piece,) = [piece for component in found.components for piece in component.pieces if piece.support == use]
    assert "2*p(Yuri: a) + 1 >= 2*p(Wim: a) + 2*p(Zoe: a)" in piece.conditions
    assert is_equilibrium(found.game, piece.sample)


def test_irrational_strategies_as_far_as_a_further_player_lets_them() -> None:
    # Who goes alone gets 2; Wim does not care, and Xenia's c gains w - 1/2 against staying. That is not resolved.
    def payoffs(x: int, y: int, z: int, w: int) -> tuple[Any, ...]:
        own = [1 if action else 2 * ((x, y, z).count(0) == 1) for action in (x, y, z)]
        return (own[0] if x < 2 else 1 + HALF - w, *own[1:], 0)

    found = equilibria_of_many(game_of(payoffs, (3, 2, 2, 2)))
    assert found.degenerate
    assert not found.complete
    assert "Xenia a, b; Yuri a, b; Zoe a, b; Wim a, b" in " ".join(found.unresolved)
    for component in found.components:
        assert all(is_equilibrium(found.game, piece.sample) for piece in component.pieces)


def test_a_point_that_belongs_to_a_line() -> None:
    # By a, Xenia gains (y - 1/2)(z - 1/3), Yuri z - 1/3, Zoe x - 1/2. With all mixing z = 1/3 and x = 1/2, and y is
    # free: the equation of Xenia has y = 1/2 as a factor, which is a point of that line and no equilibrium beside it.
    def payoffs(x: int, y: int, z: int) -> tuple[Fraction, ...]:
        p, q, r = 1 - x, 1 - y, 1 - z
        return p * (q - HALF) * (r - THIRD), q * (r - THIRD), r * (p - HALF)

    found = equilibria_of_many(game_of(payoffs))
    check(found, degenerate=True)
    line = ((HALF, HALF),), (A, B), ((THIRD, 1 - THIRD),)
    assert line in [piece.corners for component in found.components for piece in component.pieces]
    assert mixed(HALF, HALF, THIRD) not in found.extreme


def test_inequalities_that_leave_one_point() -> None:
    # Xenia and Yuri do not care. Zoe's a, b, c pay x - y, x + y - 1 and 1/2 - x, her d nothing: d is best only at
    # x = y = 1/2, and then all four are as good.
    def payoffs(x: int, y: int, z: int) -> tuple[Any, ...]:
        p, q = 1 - x, 1 - y
        return 0, 0, (p - q, p + q - 1, HALF - p, 0)[z]

    found = equilibria_of_many(game_of(payoffs, (2, 2, 4)))
    assert found.complete, found.unresolved
    assert (*mixed(HALF, HALF), (0, 0, 0, 1)) in found.extreme
    line = [piece for component in found.components for piece in component.pieces if len(piece.support[2]) == 4]
    assert [piece.corners[:2] for piece in line] == [(((HALF, HALF),), ((HALF, HALF),))]


def eight_corners(height: Fraction) -> gt.Game:
    """Wim's a gains (x - 1/2)(y - 1/2)(z - 1/2) + height, the others do not care."""

    def payoffs(x: int, y: int, z: int, w: int) -> tuple[Any, ...]:
        gain = (HALF - x) * (HALF - y) * (HALF - z) + height
        return 0, 0, 0, (1 - w) * gain

    return game_of(payoffs, (2, 2, 2, 2))


def test_what_is_not_decided_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "EFFORT", Limit(steps=300_000, seconds=2))
    # a is best near four corners of the cube that do not hang together; no method here sees that.
    found = equilibria_of_many(eight_corners(Fraction(-1, 16)))
    assert found.degenerate
    assert not found.complete
    assert any("hangs together was not decided" in sentence for sentence in found.unresolved)
    assert any(" touch those that use " in sentence for sentence in found.unresolved)
    for component in found.components:
        assert all(is_equilibrium(found.game, piece.sample) for piece in component.pieces)


def test_what_is_beyond_reach_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_players, "Effort", lambda: Effort(elimination=0, questions=0))
    found = equilibria_of_many(one_goes(4))
    assert len(found) == 14
    assert found.unresolved == (
        "no method resolved the equations and inequalities of the profiles that use "
        "Xenia a, b; Yuri a, b; Zoe a, b; Wim a, b",
    )
    assert not found.complete
    found = equilibria_of_many(one_goes(5))
    assert len(found) == 25
    assert found.unresolved[0].endswith(", and of 5 more supports")


def test_supports_that_are_too_many_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_players, "MOST_SUPPORTS", 8)
    found = equilibria_of_many(one_goes(3))
    assert found.unresolved == ("of the 27 supports only the 8 smallest were looked at",)
    assert len(found) == 3


def test_an_internal_error_never_becomes_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(branch: Any, support: Any, effort: Any) -> Found:
        return Found(points=[dict.fromkeys(support.mixing, (THIRD, 1 - THIRD))])

    monkeypatch.setattr(many_players, "solutions", wrong)
    with pytest.raises(AssertionError, match="a profile found for One goes is not an equilibrium"):
        equilibria_of_many(one_goes(3))


def test_numbers_are_algebraic_where_irrational() -> None:
    numbers = {type(p) for profile in equilibria_of_many(one_goes(3)) for strategy in profile for p in strategy}
    assert numbers == {Fraction, AlgebraicNumber}
