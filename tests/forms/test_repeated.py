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


def test_each_player_may_have_a_discount_factor_of_its_own() -> None:
    own = gt.Parameter("d_B", at_least=0, below=1)
    game = gt.RepeatedGame(STAGE, discount={"B": own, "A": "1/2"}, breakup=hazard)
    assert game.discount_of("A") == Fraction(1, 2)
    assert game.discount_of("B") == own
    assert repr(game) == "<RepeatedGame: 'Duel' with discount factors A: 1/2, B: d_B, break-up hazard h>"
    with pytest.raises(gt.GameError, match=r'factors of their own; ask repeated.discount_of\("A"\)'):
        game.discount  # noqa: B018 - a question
    with pytest.raises(gt.GameError, match="no player 'C'"):
        game.discount_of("C")
    point = game.at(d_B="3/4", h="1/3", T=5)
    assert (point.continuation_of("A"), point.continuation_of("B")) == (Fraction(1, 3), Fraction(1, 2))
    assert (point.path_value("A", [KEEP]), point.path_value("B", [KEEP])) == (Fraction(9, 2), 6)
    assert game.at(d_B="1/2").discount == Fraction(1, 2)
    same = gt.RepeatedGame(STAGE, discount={"A": delta, "B": delta})
    assert same == gt.RepeatedGame(STAGE, discount=delta)
    assert hash(same) == hash(gt.RepeatedGame(STAGE, discount=delta))
    assert same.continuation == delta


@pytest.mark.parametrize("given", [{"A": "1/2"}, {"A": "1/2", "B": "1/2", "C": "1/2"}, {}, {"A": "1/2", "b": "1/2"}])
def test_discount_factors_are_for_every_player_and_nobody_else(given: dict[str, str]) -> None:
    with pytest.raises(gt.GameError, match=r"the players of Duel are A, B; give one for each"):
        gt.RepeatedGame(STAGE, discount=given)


def test_each_discount_factor_must_stay_below_one() -> None:
    with pytest.raises(gt.AssumptionError, match=r"discount d may leave \[0, 1\)"):
        gt.RepeatedGame(STAGE, discount={"A": "1/2", "B": gt.Parameter("d")})
    with pytest.raises(gt.PayoffError, match=r"B's discount factor is 0.5, a float"):
        gt.RepeatedGame(STAGE, discount={"A": "1/2", "B": 0.5})


@pytest.mark.no_cover
def test_grim_trigger_asks_each_player_for_its_own_patience() -> None:
    """Model M1: for both, delta_i >= (T_i - R_i)/(T_i - P_i)."""
    mine, yours = (gt.Parameter(f"delta_{player}", at_least=0, below=1) for player in "AB")
    letters = [gt.parameters(" ".join(f"{letter}_{player}" for letter in "TRPS")) for player in "AB"]
    (t, r, p, s), (u, v, q, w) = letters
    cells = {("keep", "keep"): (r, v), ("keep", "break"): (s, u), ("break", "keep"): (t, w), ("break", "break"): (p, q)}
    orders = [relation for own in letters for relation in gt.descending(*own)]
    stage = gt.Game("Duel", ["A", "B"], ["keep", "break"], cells, assuming=orders)
    region = gt.grim_trigger(gt.RepeatedGame(stage, discount={"A": mine, "B": yours}), KEEP)
    assert gt.prove(gt.exactly(region, (mine >= (t - r) / (t - p)) & (yours >= (v - u) / (q - u)))).status == "proved"


def test_a_range_that_premises_alone_keep_is_asked_for_again_when_they_are_replaced() -> None:
    rate = gt.Parameter("r")
    stage = STAGE.at(T=5)
    patient = gt.Game("Duel", stage.players, stage.actions, dict(stage.payoffs), assuming=(rate > 0,))
    region = gt.grim_trigger(gt.RepeatedGame(patient, discount=1 / (1 + rate)), KEEP)
    assert str(region) == "r <= 1"  # 1/(1 + r) >= 1/2
    with pytest.raises(gt.AssumptionError, match=r"discount 1/\(r \+ 1\) may leave \[0, 1\)"):
        gt.prove(region, assuming=(rate > -1,))


def test_the_value_of_a_play_is_that_of_its_parts() -> None:
    game = gt.RepeatedGame(STAGE, discount=delta).at(delta="2/3", T=5)
    breach, revenge = ("break", "keep"), ("break", "break")
    assert game.play_value("A", [breach], [revenge]) == 5 + Fraction(2, 3) * game.path_value("A", [revenge])
    assert game.play_value("B", [], TURNS) == game.path_value("B", TURNS)
    assert game.play_value("A", [KEEP, breach], []) == 3 + Fraction(2, 3) * 5
    with pytest.raises(
        gt.CapacityError, match=r"101 periods make powers of delta past 100; .*repeated.at\(delta=...\)"
    ):
        gt.RepeatedGame(STAGE, discount=delta).play_value("A", [KEEP] * 101, [])


def test_taking_turns_may_need_less_patience_than_honouring() -> None:
    """Model M1: (P - S)/(T - P) for turns; 1/4 with 5, 3, 1, 0, where honouring needs 1/2."""
    game = gt.RepeatedGame(STAGE.at(T=5), discount=delta)
    assert str(gt.grim_trigger(game, TURNS)) == "delta >= 1/4"
    assert str(gt.grim_trigger(game, KEEP)) == "delta >= 1/2"
