"""Regular games of many players: worked by hand, published, and checked from the definition."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from gametheory.algebraic.number import AlgebraicNumber
from gametheory.solutions.many_players import every_equilibrium as many_players
from gametheory.solutions.many_players.cores import Found
from gametheory.solutions.many_players.every_equilibrium import equilibria_of_many
from tests.solutions.worked_games import HALF, THIRD, A, B, check, game_of, mixed, one_goes


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
