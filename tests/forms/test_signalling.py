"""Signalling games as users write them: read, printed and put into numbers, or refused."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt

t = gt.Parameter("t", meaning="chance that the sender is strong", at_least=0, at_most=1)
s = gt.Parameter("s")
cost = gt.Parameter("cost", at_least=0)
PLAYS = list(product(("strong", "weak"), ("arm", "rest"), ("fight", "yield")))


def pays(kind: str, signal: str, reply: str) -> Any:
    paid = cost if signal == "arm" else 0
    return ((1 if reply == "yield" else 0) - paid, "1/2" if (kind, reply) == ("weak", "fight") else 0)


def show(**given: Any) -> gt.SignallingGame:
    return gt.SignallingGame(**{
        "name": "Show", "types": ["strong", "weak"], "signals": ["arm", "rest"], "replies": ["fight", "yield"],
        "payoffs": pays, "prior": {"strong": t, "weak": 1 - t}, **given,
    })  # fmt: skip


SHOW = show()


def test_a_game_is_read_and_printed() -> None:
    assert SHOW.payoff("sender", ("weak", "arm", "yield")) == 1 - cost
    assert SHOW.payoff("receiver", ("weak", "arm", "fight")) == Fraction(1, 2)
    assert SHOW.probability("weak") == 1 - t
    assert [p.name for p in SHOW.parameters] == ["cost", "t"]
    assert (
        repr(SHOW)
        == "<SignallingGame 'Show': sender (strong, weak) sends arm or rest; receiver replies fight or yield>"
    )
    assert str(SHOW).splitlines() == [
        "Show",
        "sender: strong (t), weak (1 - t)",
        "payoffs of sender, receiver by type, signal and reply:",
        "  (strong, arm, fight): -cost, 0",
        "  (strong, arm, yield): 1 - cost, 0",
        "  (strong, rest, fight): 0, 0",
        "  (strong, rest, yield): 1, 0",
        "  (weak, arm, fight): -cost, 1/2",
        "  (weak, arm, yield): 1 - cost, 0",
        "  (weak, rest, fight): 0, 1/2",
        "  (weak, rest, yield): 1, 0",
        "assuming cost >= 0, t >= 0, t <= 1",
    ]


def test_numbers_go_in_for_parameters() -> None:
    assert SHOW.at() is SHOW
    priced = SHOW.at(cost=2)
    assert priced.payoff("sender", ("weak", "arm", "yield")) == -1
    assert priced.at({t: "1/3"}).probability("weak") == Fraction(2, 3)
    plain = priced.at({t: "1/3"})
    assert plain.parameters == () and plain.owed == () and "assuming" not in str(plain)
    assert show(payoffs={play: pays(*play) for play in PLAYS}) == SHOW
    with pytest.raises(gt.AssumptionError, match="violates the premise"):
        SHOW.at(t=2)


def test_probabilities_that_are_none_are_refused_with_a_point() -> None:
    with pytest.raises(gt.AssumptionError, match="s, 1 - s of sender's types do not all lie in") as caught:
        show(prior={"strong": s, "weak": 1 - s})
    assert not 0 <= caught.value.point[s] <= 1
    with pytest.raises(gt.AssumptionError, match="1/2, 1/3 of sender's types"):
        show(prior={"strong": "1/2", "weak": "1/3"})
    with pytest.raises(gt.PayoffError, match=r"the probability of strong is 0\.5, a float"):
        show(prior={"strong": 0.5, "weak": 0.5})
    region = gt.pooling(show(prior={"strong": s, "weak": 1 - s}, assuming=(s >= 0, s <= 1)))
    with pytest.raises(gt.AssumptionError, match="do not all lie in"):
        gt.prove(region, assuming=(s >= 0,))


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"players": ["A", "B", "C"]}, "give two, sender and receiver"),
        ({"types": "strong"}, "the types are 'strong'"),
        ({"signals": []}, "the signals are empty"),
        ({"replies": ["x", "x"]}, "the replies have 'x' twice"),
        ({"payoffs": None}, "the payoffs of Show are None"),
        ({"payoffs": {("strong", "rest", "flee"): (0, 0)}}, "is no play of Show"),
        ({"payoffs": {}}, r"no payoffs at \(strong, arm, fight\) and 7 more"),
        ({"payoffs": dict.fromkeys(PLAYS[:-1], (0, 0))}, r"no payoffs at \(weak, rest, yield\); give"),
        ({"prior": {"strong": 1}}, "no probability of 'weak'"),
        ({"prior": {"strong": 1, "weak": 0, "wek": 0}}, "'wek' is none of sender's types"),
        ({"prior": 1}, "the probabilities of sender's types in Show are 1"),
    ],
)
def test_games_that_do_not_fit_are_refused(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(gt.GameError, match=complaint):
        show(**given)


def test_cells_and_names_that_do_not_fit_are_refused() -> None:
    with pytest.raises(gt.PayoffError, match=r"at \(strong, arm, fight\) are \(0,\); give two, the sender's first"):
        show(payoffs=lambda *play: (0,))
    with pytest.raises(gt.GameError, match="no player 'China'"):
        SHOW.payoff("China", ("weak", "arm", "yield"))
    with pytest.raises(gt.GameError, match="is no play of Show"):
        SHOW.payoff("sender", ("weak", "arm", "flee"))
    with pytest.raises(gt.CapacityError, match="plays, more than 100,000"):
        show(signals=[f"signal {i}" for i in range(160)], replies=[f"reply {i}" for i in range(320)])


def test_an_assessment_stands_for_itself() -> None:
    told = SHOW.assessment({
        "sender": {"strong": "arm", "weak": "rest"}, "receiver": {"arm": "yield", "rest": "fight"}})  # fmt: skip
    assert SHOW.profiles_of(told) == (told,)
