from fractions import Fraction

import pytest

import gametheory as gt
from gametheory.formulas.solver import Answer

delta = gt.Parameter("delta", at_least=0, below=1)
T, hazard = gt.Parameter("T", above=3), gt.Parameter("h", at_least=0, below=1)
STAGE = gt.Game(
    "Duel",
    ["A", "B"],
    ["keep", "break"],
    {("keep", "keep"): (3, 3), ("keep", "break"): (0, T), ("break", "keep"): (T, 0), ("break", "break"): (1, 1)},
)
KEEP, TURNS = ("keep", "keep"), [("keep", "break"), ("break", "keep")]


def test_the_value_of_a_cycle_satisfies_its_recursion() -> None:
    game = gt.RepeatedGame(STAGE, discount=delta).at(delta="2/3", T=5)
    first, second = game.path_value("A", TURNS, 0), game.path_value("A", TURNS, 1)
    assert first == 0 + Fraction(2, 3) * second
    assert second == 5 + Fraction(2, 3) * first
    assert game.path_value("B", [KEEP]) == 9


def test_a_hazard_shortens_the_future() -> None:
    game = gt.RepeatedGame(STAGE, discount=delta, breakup=hazard)
    assert game.at(delta="1/2", h="1/3", T=5).continuation == Fraction(1, 3)
    assert repr(game) == "<RepeatedGame: 'Duel' with discount factor delta, break-up hazard h>"
    assert str(gt.RepeatedGame(STAGE, discount="1/2")).startswith(
        "<RepeatedGame: 'Duel' with discount factor 1/2>\nDuel"
    )
    assert game.players == ("A", "B")
    assert {p.name for p in game.parameters} == {"T", "delta", "h"}


def test_numbers_may_be_put_in() -> None:
    game = gt.RepeatedGame(STAGE, discount=delta)
    assert game.at() is game
    half = game.at(delta="1/2")
    assert half.discount == Fraction(1, 2)
    assert half.stage.parameters == (T,)
    with pytest.raises(gt.AssumptionError, match="delta < 1"):
        game.at(delta=2)


def test_a_discount_factor_must_stay_below_one() -> None:
    with pytest.raises(gt.AssumptionError, match=r"may leave \[0, 1\), for example at .*below=1"):
        gt.RepeatedGame(STAGE, discount=gt.Parameter("d", at_least=0, at_most=1))
    with pytest.raises(gt.AssumptionError, match="may leave"):
        gt.RepeatedGame(STAGE, discount=gt.Parameter("d"))
    with pytest.raises(gt.AssumptionError, match="breakup"):
        gt.RepeatedGame(STAGE, discount=delta, breakup=1)
    with pytest.raises(gt.PayoffError, match=r"the discount factor is 0.5, a float"):
        gt.RepeatedGame(STAGE, discount=0.5)
    with pytest.raises(gt.GameError, match=r"not a game in normal form"):
        gt.RepeatedGame("Duel", discount=delta)  # type: ignore[arg-type]


def test_an_undecided_range_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gametheory.deduction.check", lambda *_: Answer("unknown", reason="no time"))
    with pytest.raises(gt.Undecided, match=r"stays in \[0, 1\)"):
        gt.RepeatedGame(STAGE, discount=delta)
