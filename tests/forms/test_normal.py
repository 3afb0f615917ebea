import copy
import pickle
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import sympy

import gametheory as gt
from gametheory.forms.matrix import best_replies

T, R, P, S = gt.parameters("T R P S", unit="utility")
theta = gt.Parameter("theta", at_least=0)
DILEMMA = {
    ("honour", "honour"): (R, R),
    ("honour", "cheat"): (S, T),
    ("cheat", "honour"): (T, S),
    ("cheat", "cheat"): (P, P),
}


def dilemma(**changes: object) -> gt.Game:
    given = {
        "name": "Dilemma",
        "players": ("China", "Russia"),
        "actions": ("honour", "cheat"),
        "payoffs": DILEMMA,
        "assuming": gt.descending(T, R, P, S),
    } | changes
    return gt.Game(**given)  # type: ignore[arg-type]


def battle() -> gt.Game:
    """Three players, unequal numbers of actions, every payoff different."""
    actions = (("up", "down"), ("left", "middle", "right"), ("near", "far"))
    cells = {}
    for i, a in enumerate(actions[0]):
        for j, b in enumerate(actions[1]):
            for k, c in enumerate(actions[2]):
                cells[(a, b, c)] = (100 * i + 10 * j + k, Fraction(1, 1 + i + j + k), -k)
    return gt.Game("Three", ("A", "B", "C"), actions, cells)


def test_numbers_of_every_exact_kind_become_fractions() -> None:
    values = [3, Fraction(1, 3), "1/10", "0.1", Decimal("0.25"), np.int8(100), sympy.Rational(2, 7), sympy.Integer(4)]
    game = gt.Game(
        "Kinds", ["A"], [f"a{i}" for i in range(len(values))], {(f"a{i}",): [v] for i, v in enumerate(values)}
    )
    read = [game.payoff("A", profile) for profile in game.profiles]
    assert read == [3, Fraction(1, 3), Fraction(1, 10), Fraction(1, 10), Fraction(1, 4), 100, Fraction(2, 7), 4]
    assert all(type(value) is Fraction for value in read)
    assert game.parameters == ()


def test_narrow_integers_do_not_wrap_round() -> None:
    game = gt.Game("Narrow", ["A"], ["x", "y"], {("x",): [np.int8(100)], ("y",): [np.int8(-100)]})
    assert game.gap("A", ("x",), ("y",)) == 200


def test_text_payoffs_use_declared_parameters_only() -> None:
    game = dilemma(payoffs=DILEMMA | {("cheat", "honour"): ("T - theta", "S")}, parameters=[theta])
    assert game.payoff("China", ("cheat", "honour")) == T - theta
    assert [p.name for p in game.parameters] == ["P", "R", "S", "T", "theta"]
    assert [bound.text for bound in game.premises.bounds] == ["theta >= 0"]
    with pytest.raises(gt.PayoffError, match="theta is not a declared parameter"):
        dilemma(payoffs=DILEMMA | {("cheat", "honour"): ("T - theta", "S")})


def test_actions_may_be_shared_or_each_players_own() -> None:
    assert dilemma().actions == (("honour", "cheat"), ("honour", "cheat"))
    assert battle().actions[1] == ("left", "middle", "right")
    assert battle().payoff("B", ("down", "right", "far")) == Fraction(1, 5)


def test_deviations_and_gaps() -> None:
    game = battle()
    profile = ("up", "middle", "far")
    assert game.alternatives(profile, "B") == ("left", "right")
    assert game.deviation(profile, "B", "right") == ("up", "right", "far")
    assert game.gap("A", profile, ("down", "middle", "far")) == -100
    assert dilemma().gap("China", ("cheat", "honour"), ("honour", "honour")) == T - R


def test_named_outcomes_are_sets_of_profiles() -> None:
    game = dilemma(outcomes={"one-sided": [("honour", "cheat"), ("cheat", "honour")]})
    assert game.profiles_of("one-sided") == (("honour", "cheat"), ("cheat", "honour"))
    assert game.profiles_of(["cheat", "cheat"]) == (("cheat", "cheat"),)
    with pytest.raises(gt.GameError, match=r"no outcome 'peace'.*one-sided"):
        game.profiles_of("peace")
    with pytest.raises(gt.GameError, match="has no profiles"):
        dilemma(outcomes={"nothing": []})


def test_numbers_may_be_put_in_for_some_or_all_parameters() -> None:
    game = dilemma(payoffs=DILEMMA | {("cheat", "honour"): (T - theta, S)})
    numeric = game.at(T=5, R=3, P=1, S=0, theta="1/2")
    assert numeric.payoff("China", ("cheat", "honour")) == Fraction(9, 2)
    assert numeric.parameters == ()
    assert not numeric.premises
    partial = game.at({theta: 1}, T=5)
    assert partial.payoff("China", ("cheat", "honour")) == 4
    assert [premise.text for premise in partial.premises] == ["5 > R", "R > P", "P > S"]
    assert game.at() is game
    with pytest.raises(gt.AssumptionError, match="violates the premise P > S"):
        game.at(T=5, R=3, P=1, S=2)
    with pytest.raises(gt.AssumptionError, match="theta >= 0"):
        game.at(theta=-1)
    with pytest.raises(gt.PayoffError, match="no parameter x"):
        game.at(x=1)
    with pytest.raises(gt.PointError, match="float"):
        game.at(T=0.5)


def test_a_number_at_which_a_premise_cannot_be_compared_violates_it() -> None:
    game = dilemma(assuming=(T > 1 / R, R > 0))
    with pytest.raises(gt.AssumptionError, match="violates the premise T > 1/R"):
        game.at(R=0)
    loose = dilemma(assuming=(T / R > S, R > -1))
    with pytest.raises(gt.AssumptionError, match="violates the premise"):
        loose.at(R=0)


def test_premises_keep_their_names_when_numbers_are_put_in() -> None:
    game = dilemma(assuming=[gt.Premise(T > R, name="tempting", stated="p. 9")])
    (premise,) = game.at(T=5).premises
    assert (premise.name, premise.stated) == ("tempting", "p. 9")


def test_games_are_values() -> None:
    game = dilemma()
    assert game == dilemma()
    assert game != dilemma(name="Other")
    assert hash(game) == hash(dilemma())
    with pytest.raises(AttributeError):
        game.name = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        game.payoffs[("honour", "honour")] = (1, 1)  # type: ignore[index]
    for again in (pickle.loads(pickle.dumps(game)), copy.deepcopy(game)):
        assert again == game
        assert gt.nash(again, ("cheat", "cheat")).is_everywhere()


def test_the_matrix_as_text() -> None:
    assert str(dilemma()).splitlines() == [
        "Dilemma",
        "                  Russia",
        "              honour    cheat",
        "China honour  R, R      S, T",
        "      cheat   T, S      P, P",
        "assuming T > R, R > P, P > S",
    ]
    assert str(battle()).count("C: near") == 1
    assert str(battle()).count("C: far") == 1
    alone = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): ["1/2"], ("go",): [T]})
    assert str(alone).splitlines() == ["One choice", "            payoff", "China stay  1/2", "      go    T"]
    assert repr(battle()) == "<Game 'Three': 2x3x2, A, B, C>"


def test_best_replies_are_marked_where_they_are_settled() -> None:
    marked = best_replies(dilemma())
    assert ("China", ("cheat", "honour")) in marked
    assert ("China", ("honour", "honour")) not in marked
    assert len(marked) == 4
    open_one = best_replies(dilemma(assuming=(P > S,)))
    assert open_one == {("China", ("cheat", "cheat")), ("Russia", ("cheat", "cheat"))}
    assert "<u>T</u>, S" in dilemma()._repr_html_()
    assert "underlined: best reply; assuming T &gt; R" in dilemma()._repr_html_()
    assert r"\underline{T},\; S" in dilemma()._repr_latex_()


def test_html_and_latex_escape_what_users_wrote() -> None:
    nasty = gt.Game(
        "<b>&", ["A_1", "B"], ["50%", "x<y"], {(a, b): (0, 0) for a in ("50%", "x<y") for b in ("50%", "x<y")}
    )
    assert "<b>" not in nasty._repr_html_()
    assert "x&lt;y" in nasty._repr_html_()
    assert r"\text{A\_1 / B}" in nasty._repr_latex_()
    assert r"\text{50\%}" in nasty._repr_latex_()


def test_larger_games_show_a_slice_for_each_choice_of_the_others() -> None:
    html, latex = battle()._repr_html_(), battle()._repr_latex_()
    assert html.count("<table>") == 2
    assert "C: far" in html
    assert r"\text{C: far}\quad" in latex
    assert "assuming" not in html
    alone = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): [1], ("go",): [T]})
    assert "payoff" in alone._repr_html_()
    assert "payoff" in alone._repr_latex_()


def test_a_payoff_that_may_divide_by_zero_is_refused_at_once() -> None:
    with pytest.raises(gt.UndefinedPayoffError, match=r"China's payoff at \(cheat, honour\): .*T - R, which is 0") as e:
        dilemma(payoffs=DILEMMA | {("cheat", "honour"): (1 / (T - R), S)}, assuming=())
    assert e.value.point is not None
    assert dilemma(payoffs=DILEMMA | {("cheat", "honour"): (1 / (T - R), S)}).parameters


def test_unusual_functions_are_refused_with_the_place() -> None:
    with pytest.raises(gt.PayoffError, match=r"China's payoff at \(cheat, honour\): .*declare"):
        dilemma(payoffs=DILEMMA | {("cheat", "honour"): (sympy.exp(T), S)})


def test_actions_may_be_given_by_player() -> None:
    by_player = dilemma(actions={"Russia": ["honour", "cheat"], "China": ("honour", "cheat")})
    assert by_player.actions == dilemma().actions == (("honour", "cheat"), ("honour", "cheat"))
    with pytest.raises(gt.GameError, match="no actions for Russia"):
        dilemma(actions={"China": ("honour", "cheat")})
