"""Ready-made properties: what they refute is false by hand, and what they do not refute they do not call proved."""

from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from gametheory.testing.relabelling import Relabelling
from gametheory.testing.rescaling import Rescaling
from tests.testing.draws import draws

T, R, P, S = gt.parameters("T R P S")
CHAIN = gt.descending(T, R, P, S)
CELLS = {
    ("honour", "honour"): (R, R),
    ("honour", "cheat"): (S, T),
    ("cheat", "honour"): (T, S),
    ("cheat", "cheat"): (P, P),
}
DILEMMA = gt.Game("Dilemma", ("China", "Russia"), ("honour", "cheat"), CELLS, assuming=CHAIN)
FREE = gt.Game("Free", ("China", "Russia"), ("honour", "cheat"), CELLS)

test_patience_grows_with_temptation = gt.testing.monotone_in((T - R) / (T - P), T, DILEMMA, examples=20)


def refuted(check: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        check()
    assert isinstance(caught.value, gt.testing.RefutedError)
    return str(caught.value)


def test_unrefuted_is_no_proof_and_no_truth_value() -> None:
    found = gt.testing.monotone_in(T - P, P, CHAIN, direction="decreasing", strict=True, examples=20).examine()
    assert 1 <= found.examples <= 20
    assert found == gt.testing.Unrefuted("T - P is strictly decreasing in P", found.examples)
    assert str(found).startswith("unrefuted, not proved: T - P is strictly decreasing in P; ")
    assert not isinstance(found, gt.Verdict) and not hasattr(found, "status")
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(found)


def test_a_counterexample_is_a_pair_of_small_points_with_matrices() -> None:
    said = refuted(gt.testing.monotone_in((T - R) / (T - P), P, DILEMMA, direction="decreasing"))
    assert said.startswith("refuted: (T - R)/(T - P) is decreasing in P\n")
    assert "to paste: game.at(P=1, R=3, S=0, T=4)" in said and "it is 1/3 at P = 1, R = 3, S = 0, T = 4" in said
    assert "to paste: game.at(P=2, R=3, S=0, T=4)" in said and "it is 1/2 at P = 2, R = 3, S = 0, T = 4" in said
    assert said.count("China honour") == 2


def test_a_strict_claim_fails_where_nothing_moves() -> None:
    def constant(point: gt.Point) -> int:
        return 3

    assert gt.testing.monotone_in(constant, T, CHAIN, examples=5).examine().claim == "constant is increasing in T"
    assert "it is 3 at" in refuted(gt.testing.monotone_in(constant, T, CHAIN, strict=True))


def test_regions_are_left_or_not() -> None:
    region = gt.nash(FREE, ("cheat", "cheat"))  # P >= S
    assert gt.testing.monotone_in(region, P, examples=30).examine().examples >= 1
    said = refuted(gt.testing.monotone_in(region, S))
    assert "it is True at P = 0, R = 0, S = 0, T = 0" in said or "it is True at P = 0" in said
    assert gt.testing.monotone_in(gt.when(T > 0), T, (T > -1,), examples=20).examine().examples >= 1


def test_pairs_satisfy_the_premises() -> None:
    seen: list[tuple[Fraction, ...]] = []

    def noted(point: gt.Point) -> int:
        seen.append(tuple(point[one] for one in (T, R, P, S)))
        return 0

    gt.testing.monotone_in(noted, R, DILEMMA, examples=20)()
    assert all(t > r > p > s for t, r, p, s in seen)
    assert all(low[1] < high[1] and low[0] == high[0] for low, high in zip(seen[::2], seen[1::2], strict=True))


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        ((T, T), {"direction": "up"}, 'write "increasing"'),
        ((T, "T"), {}, "no parameter"),
        (("T", T), {}, "no expression, region or function"),
        ((T, T), {"examples": 0}, "at least 1"),
        ((T, T), {"examples": True}, "at least 1"),
    ],
)
def test_what_cannot_be_asked(arguments: Any, options: Any, words: str) -> None:
    with pytest.raises(gt.ConceptError, match=words):
        gt.testing.monotone_in(*arguments, **options)


def test_without_two_points_nothing_is_claimed() -> None:
    with pytest.raises(gt.AssumptionError, match="differ in T alone"):
        gt.testing.monotone_in(R, T, (gt.equal(T, 2 * R),))


# Invariance.


@pytest.mark.parametrize("change", ["relabelling", "affine"])
@pytest.mark.parametrize("over", [None, DILEMMA, gt.testing.games(1, 3)], ids=["drawn", "dilemma", "one player"])
def test_nash_is_invariant(change: str, over: Any) -> None:
    assert gt.testing.invariant_under(gt.nash, change, over, examples=8).examine().examples >= 1


def first(game: gt.Game, profile: tuple[str, ...]) -> bool:
    return profile == game.profiles[0]


def rich(game: gt.Game, profile: tuple[str, ...]) -> bool:
    return bool(sum(game.payoffs[profile]) > 0)


def same_sign(game: gt.Game, profile: tuple[str, ...]) -> gt.Region:
    return gt.when(game.payoff("China", ("honour", "honour")) > game.payoff("China", ("cheat", "cheat")))


def test_what_depends_on_names_is_refuted() -> None:
    said = refuted(gt.testing.invariant_under(first, "relabelling"))
    assert said.startswith("refuted: first does not depend on names or order\nfirst says True of (first, first)")
    assert "to paste: gt.Game('Drawn game'" in said and "changed: row -> row" in said


def test_what_depends_on_units_is_refuted() -> None:
    said = refuted(gt.testing.invariant_under(rich, "affine"))
    assert "row's u -> 1*u + 0; column's u -> 1*u + 1" in said or "u -> 1*u + 1" in said
    with pytest.raises(gt.ConceptError, match="supposes that"):
        gt.testing.invariant_under(gt.collusion_resilient, "affine")()


def test_a_game_with_parameters_is_printed_at_the_point() -> None:
    def lucky(game: gt.Game, profile: tuple[str, ...]) -> bool:
        return game.players[0] == "China"

    said = refuted(gt.testing.invariant_under(lucky, "relabelling", DILEMMA))
    assert "to paste: game.at(P=1, R=2, S=0, T=3)" in said and "Dilemma, relabelled" in said


def test_other_questions_of_invariance_are_refused() -> None:
    with pytest.raises(gt.ConceptError, match="relabelling"):
        gt.testing.invariant_under(gt.nash, "rotation")
    with pytest.raises(gt.ConceptError, match="neither a game in normal form nor a strategy"):
        gt.testing.invariant_under(gt.nash, "affine", (T > R,))


def test_changed_games_by_hand() -> None:
    cells = {("up", "left"): (1, 2), ("up", "right"): (3, 4), ("down", "left"): (5, 6), ("down", "right"): (7, 8)}
    game = gt.Game("Four", ("A", "B"), (("up", "down"), ("left", "right")), cells, {"corner": [("up", "left")]})
    swap = Relabelling((1, 0), ("B", "A"), (("down", "up"), ("left", "right")), (("up", "down"), ("right", "left")))
    changed = swap.game(game)
    # B of old now is first, under the name A; A's "up" is called "down".
    assert changed.players == ("A", "B") and changed.actions == (("right", "left"), ("up", "down"))
    assert changed.payoffs[("left", "down")] == (2, 1) and changed.payoffs[("right", "up")] == (8, 7)
    assert dict(changed.outcomes) == {"corner": (("left", "down"),)}
    scaled = Rescaling((Fraction(2), Fraction(1, 2)), (Fraction(-1), Fraction(0))).game(game)
    assert scaled.payoffs[("down", "right")] == (13, 4)


def test_every_relabelling_comes_up() -> None:
    game = gt.Game("One", ("A", "B"), ("x", "y"), {(a, b): (0, 0) for a in "xy" for b in "xy"})
    from gametheory.testing.relabelling import relabellings

    found = {(one.order, one.names) for one in draws(relabellings(game), 80)}
    assert len(found) == 4
