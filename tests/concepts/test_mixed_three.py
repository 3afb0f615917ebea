"""Closed forms and regions of 2x2x2 games, worked by hand."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from gametheory.algebraic.number import algebraic

a = gt.Parameter("a")
c = gt.Parameter("c", above=0)
PLAYERS = ("A", "B", "C")
ACTIONS = ("go", "stay")
BOTH = (ACTIONS,) * 3


def three(paid: Callable[..., tuple[Any, ...]], **more: Any) -> gt.Game:
    """Payoffs from the numbers 1 (go) and 0 (stay) of A, B and C."""
    cells = {cell: paid(*(int(own == "go") for own in cell)) for cell in product(ACTIONS, repeat=3)}
    return gt.Game("Trio", PLAYERS, ACTIONS, cells, **more)


def volunteers() -> gt.Game:
    """One volunteer is enough for everybody, and costs the volunteer c."""
    return three(lambda *went: tuple(max(went) - c * own for own in went))


def entries(game: gt.Game, *support: str) -> list[Any]:
    wanted = tuple(tuple(own.split()) for own in support)
    return [one for one in gt.mixed(game) if one.support == wanted]


def regular(game: gt.Game, *support: str) -> Any:
    (one,) = (one for one in entries(game, *support) if not one.degenerate)
    return one


# Volunteers: if each of the others goes with chance x, going is worth (1 - x)^2 - c more than staying.


@pytest.mark.no_cover
def test_one_volunteer() -> None:
    for support in (("go", "stay", "stay"), ("stay", "go", "stay"), ("stay", "stay", "go")):
        assert regular(volunteers(), *support).region.equivalent(c <= 1)
    assert regular(volunteers(), "stay", "stay", "stay").region.equivalent(c >= 1)
    assert regular(volunteers(), "go", "go", "stay").region.is_empty()


def test_two_who_may_volunteer() -> None:
    # 1 - x = c; the third stays because nobody goes with chance c^2 < c only.
    one = regular(volunteers(), "go stay", "go stay", "stay")
    assert one.probabilities == ((1 - c, c), (1 - c, c), (0, 1))
    assert one.region.equivalent(c < 1)
    # If the third goes for sure, the others stay.
    assert all(one.degenerate for one in entries(volunteers(), "go stay", "go stay", "go"))
    assert all(one.region.is_empty() for one in entries(volunteers(), "go stay", "go stay", "go"))


def test_three_who_may_volunteer() -> None:
    # (1 - x)^2 = c, so x = 1 - sqrt(c); at c = 1/2, x solves 2x^2 - 4x + 1 = 0, at c = 1/4 it is 1/2.
    (one,) = (one for one in entries(volunteers(), *["go stay"] * 3) if one.region.contains({c: "1/4"}))
    half = Fraction(1, 2)
    assert one.region.equivalent(c < 1)
    assert one.at({c: "1/4"}) == ((half, half),) * 3
    root = algebraic((1, -4, 2), Fraction(0), Fraction(1))
    rest = algebraic((-1, 0, 2), Fraction(0), Fraction(1))
    assert one.at({c: half}) == ((root, rest),) * 3
    assert not one.degenerate


def test_one_mixes_only_at_a_tie() -> None:
    (one,) = entries(volunteers(), "go stay", "stay", "stay")
    assert one.degenerate
    assert one.region.equivalent(gt.equal(c, 1))
    assert one.reason == "A's two actions pay the same: 1 - c is 0"
    assert one.probabilities == ()
    with pytest.raises(gt.ConceptError, match="has no probabilities of its own: A's two actions pay the same"):
        one.at({c: 1})


def test_volunteers_as_a_whole() -> None:
    found = gt.mixed(volunteers())
    assert found.complete
    assert len(found.nonempty()) == 3 + 1 + 3 + 1 + 3
    assert len(found.regular()) + len(found.degenerate()) == len(found)
    again = pickle.loads(pickle.dumps(found.nonempty()))
    assert str(again) == str(found.nonempty())
    assert [one.region.contains({c: 2}) for one in again] == [one.region.contains({c: 2}) for one in found.nonempty()]


# Each looks at one other only: all equations are linear.


def cycle() -> gt.Game:
    """What A gains by going depends on B alone, B's gain on C, and C's on A: 2y - 1, 3z - 1 and a - 4x."""
    return three(lambda x, y, z: (x * (2 * y - 1), y * (3 * z - 1), z * (a - 4 * x)))


def test_a_cycle_is_solved_by_lines() -> None:
    # A is indifferent at y = 1/2, B at z = 1/3, C at x = a/4.
    third = Fraction(1, 3)
    (one,) = (one for one in entries(cycle(), *["go stay"] * 3) if one.region.contains({a: 1}))
    assert one.region.equivalent((a > 0) & (a < 4))
    assert one.at({a: 1}) == ((Fraction(1, 4), Fraction(3, 4)), (Fraction(1, 2),) * 2, (third, 1 - third))
    assert one.at({a: 3})[0] == (Fraction(3, 4), Fraction(1, 4))
    assert str(one) == "A a/4 go + (4 - a)/4 stay; B 1/2 go + 1/2 stay; C 1/3 go + 2/3 stay"
    assert gt.mixed(cycle()).complete


def test_a_player_who_is_free_to_mix() -> None:
    # C goes for sure where a > 4x; then B goes for sure, then A: (go, go, go) needs a >= 4. At a = 4 C ties, and B goes
    # on while 3z >= 1: the edge from z = 1/3 to z = 1.
    assert regular(cycle(), "go", "go", "go").region.equivalent(a >= 4)
    (edge,) = entries(cycle(), "go", "go", "go stay")
    assert edge.region.equivalent(gt.equal(a, 4))
    # If A stays C gains a, whatever B does; z = 1/3 keeps B mixing, and A stays while y <= 1/2.
    (pair,) = entries(cycle(), "stay", "go stay", "go stay")
    assert pair.degenerate
    assert pair.region.equivalent(gt.equal(a, 0))


# Two equilibria that meet.


def test_two_equilibria_meet_where_the_discriminant_vanishes() -> None:
    # B's gain is x - z, so z = x; A's is y + z - 1, so y = 1 - x; C's is xy - a, so x(1 - x) = a.
    game = three(lambda x, y, z: (x * (y + z - 1), y * (x - z), z * (x * y - a)))
    both = entries(game, *["go stay"] * 3)
    point = {a: "3/16"}
    found = {one.at(point)[0][0] for one in both if one.region.contains(point)}
    assert found == {Fraction(1, 4), Fraction(3, 4)}
    radicals = [one for one in both if not one.degenerate and not one.region.is_empty()]
    assert len(radicals) == 2
    for one in radicals:
        assert one.region.equivalent((a > 0) & (4 * a < 1))
    (double,) = (one for one in both if one.degenerate and one.probabilities)
    assert double.region.equivalent(gt.equal(4 * a, 1))
    assert double.at({a: "1/4"}) == ((Fraction(1, 2),) * 2,) * 3
    assert double.reason.startswith("two equilibria meet: the discriminant ")
    assert not any(one.region.contains({a: 1}) for one in both)


# Continua.


def test_a_game_in_which_nothing_matters() -> None:
    found = gt.mixed(three(lambda *went: (a, a, a)))
    assert not found.complete
    holding = [one for one in found if one.region.contains({a: 1})]
    # Every support has its equilibria: 8 pure, 12 edges, 6 faces, and the inside.
    assert len(holding) == 8 + 12 + 6 + 1
    assert sum(one.degenerate for one in holding) == 12 + 6 + 1
    assert [one.certain for one in holding].count(False) == 1


def test_a_region_that_is_only_necessary_says_so() -> None:
    (inside,) = (one for one in gt.mixed(volunteers()) if not one.certain)
    assert inside.region.is_empty()
    assert inside.reason == "the equations do not determine how the players mix"
    assert gt.mixed(volunteers()).complete


def test_games_of_numbers() -> None:
    # Matching pennies of three: A wants y, B wants z, C wants 1 - x to be large; half and half all round.
    game = three(lambda x, y, z: (x * (2 * y - 1), y * (2 * z - 1), z * (1 - 2 * x)))
    (only,) = gt.mixed(game).nonempty()
    assert only.at({}) == ((Fraction(1, 2),) * 2,) * 3
    assert str(gt.equilibria(game).extreme) == str((only.at({}),))
    assert gt.mixed(game).complete


def test_printing_names_the_root() -> None:
    one = next(one for one in entries(volunteers(), *["go stay"] * 3) if one.region.contains({c: "1/4"}))
    text = str(one)
    assert text.startswith("A p(A: go) go + (1 - p(A: go)) stay; B ")
    assert ", where p(A: go) = " in text
    (symbol, root), *others = one.where
    assert not others
    assert str(symbol) == "p(A: go)"
    assert root.subs(c, Fraction(1, 4)) == Fraction(1, 2)
