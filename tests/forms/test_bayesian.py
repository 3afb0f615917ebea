"""Games with types as users write them: read, printed, put into numbers and into normal form, or refused."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt

t = gt.Parameter("t", meaning="chance that Russia is friendly", at_least=0, at_most=1)
s = gt.Parameter("s")
w = gt.Parameter("w", meaning="worth of trust")
POWERS = ("China", "Russia")
PRIOR = {"Russia": {"friendly": t, "rival": 1 - t}}


def pays(types: tuple[str, ...], actions: tuple[str, ...]) -> Any:
    both = actions == ("trust", "trust")
    return ((w if types[1] == "friendly" else -1) if both else 0, "1/2" if both else 0)


def trust(**given: Any) -> gt.BayesianGame:
    return gt.BayesianGame(**{
        "name": "Trust", "players": POWERS, "types": {"Russia": ("friendly", "rival")},
        "actions": ("trust", "refuse"), "payoffs": pays, "priors": PRIOR, **given,
    })  # fmt: skip


TRUST = trust()


def test_a_game_is_read_in_the_order_of_the_players() -> None:
    assert TRUST.types == (("known",), ("friendly", "rival"))
    assert TRUST.actions == (("trust", "refuse"),) * 2
    assert TRUST.payoff("China", ("known", "friendly"), ("trust", "trust")) == w
    assert TRUST.payoff("Russia", ("known", "rival"), ["trust", "trust"]) == Fraction(1, 2)
    assert [p.name for p in TRUST.parameters] == ["t", "w"]
    assert repr(TRUST) == "<BayesianGame 'Trust': China (known), Russia (friendly, rival)>"
    assert (
        str(TRUST)
        == """\
Trust
China: known
Russia: friendly (t), rival (1 - t)
If (known, friendly):
                  Russia
              trust     refuse
China trust   w, 1/2    0, 0
      refuse  0, 0      0, 0
If (known, rival):
                  Russia
              trust      refuse
China trust   -1, 1/2    0, 0
      refuse  0, 0       0, 0
assuming t >= 0, t <= 1"""
    )


@pytest.mark.parametrize(
    ("types", "actions"),
    [
        ((("known",), ("friendly", "rival")), (("trust", "refuse"), ("trust", "refuse"))),
        ({"Russia": ["friendly", "rival"]}, {"Russia": ["trust", "refuse"], "China": ["trust", "refuse"]}),
    ],
    ids=["one list a player", "by player"],
)
def test_names_may_be_given_in_several_ways(types: Any, actions: Any) -> None:
    assert trust(types=types, actions=actions) == TRUST


def test_the_same_types_for_all_and_payoffs_by_type_profile() -> None:
    kinds = ("soft", "hard")
    table = {k: {a: (k.count("soft"), a.count("x")) for a in product("xy", "xy")} for k in product(kinds, kinds)}
    even = dict.fromkeys(kinds, "1/2")
    game = gt.BayesianGame("Table", POWERS, kinds, ("x", "y"), table, priors=dict.fromkeys(POWERS, even))
    assert game.payoff("China", ("soft", "soft"), ("x", "y")) == 2
    assert game.premises == gt.premises() and game.owed == () and game.parameters == ()


@pytest.mark.parametrize(
    "priors",
    [
        {"China": {"known": 1}, **PRIOR},
        {("known", "friendly"): t, ("known", "rival"): 1 - t},
        {"China": PRIOR, "Russia": {"China": {"known": 1}}},
        {"China": PRIOR, "Russia": {("known", "friendly"): "1/3", ("known", "rival"): "2/3"}},
    ],
    ids=["independent", "joint", "each about the other", "each its own kind"],
)
def test_priors_in_every_shape_mean_what_they_say(priors: Any) -> None:
    game = trust(priors=priors, parameters=[t])
    offered = gt.bayes_nash(game, {"China": "trust", "Russia": "trust"})
    assert offered.equivalent(t * w - (1 - t) >= 0)
    moved = game.at(t="1/4")
    assert gt.bayes_nash(moved, {"China": "trust", "Russia": "trust"}).equivalent(w >= 3)
    assert game.at() is game
    assert moved.at(w=3).parameters == ()


def test_beliefs_that_differ_are_said_to() -> None:
    kinds = ("soft", "hard")
    even, odd = dict.fromkeys(kinds, "1/2"), {"soft": "1/3", "hard": "2/3"}
    game = gt.BayesianGame("Doubt", POWERS, kinds, ("x",), lambda *_: (0, 0), priors={
        "China": {"Russia": odd}, "Russia": {"China": even, "Russia": even}})  # fmt: skip
    assert "beliefs differ between the players" in str(game)
    assert "China: soft, hard" in str(game)
    with pytest.raises(gt.GameError, match="China's prior in Doubt says nothing of China's own types"):
        game.normal_form()


def test_the_normal_form_has_plans_for_actions() -> None:
    flat = TRUST.normal_form()
    assert flat.actions[1][1] == "trust if friendly, refuse if rival"
    assert flat.payoff("China", ("trust", flat.actions[1][0])).equals(t * w - (1 - t))
    assert flat.payoff("China", ("trust", flat.actions[1][1])).equals(t * w)
    assert gt.nash(flat, ("trust", flat.actions[1][0])).equivalent(t * w - (1 - t) >= 0)
    large = gt.BayesianGame("Large", POWERS, tuple("abcdefg"), ("x", "y", "z"), lambda *_: (0, 0), priors=dict.fromkeys(
        POWERS, dict.fromkeys("abcdefg", Fraction(1, 7))))  # fmt: skip
    with pytest.raises(gt.CapacityError, match="4,782,969 profiles in normal form"):
        large.normal_form()


def test_an_assessment_equals_the_dict_it_can_be_written_as() -> None:
    plan = TRUST.assessment({"Russia": {"rival": "refuse", "friendly": "trust"}, "China": "trust"})
    assert plan == {"China": {"known": "trust"}, "Russia": {"friendly": "trust", "rival": "refuse"}}
    assert hash(plan) == hash(TRUST.assessment(plan)) and len(plan) == 2
    assert str(plan) == "China: trust; Russia: trust if friendly, refuse if rival"
    assert isinstance(plan, gt.Assessment)
    with pytest.raises(KeyError):
        plan["Japan"]
    assert list(gt.partition(TRUST, concept=gt.bayes_nash).cells[0].outcomes[0]) == list(POWERS)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("trust", "says not what every player of Trust does; write {'China': {'known': 'trust'"),
        ({"China": "trust"}, "nothing is said in Trust of player 'Russia'"),
        ({"China": "trust", "Russia": "trust", "Japan": "trust"}, "player 'Japan' is not known in Trust"),
        ({"China": "trust", "Russia": {"friendly": "trust"}}, "Russia's situation 'rival'"),
        ({"China": "trust", "Russia": {"friendly": "trust", "rival": "refuse", "x": "y"}}, "'x' is not known"),
        ({"China": "trust", "Russia": {"friendly": "trust", "rival": "flee"}}, "Russia cannot choose 'flee'"),
        ({"China": "trust", "Russia": ["trust", "refuse"]}, "Russia's plan in Trust is"),
    ],
)
def test_what_is_no_assessment_is_refused(given: Any, complaint: str) -> None:
    with pytest.raises(gt.GameError, match=complaint):
        gt.bayes_nash(TRUST, given)


@pytest.mark.parametrize(
    ("priors", "complaint", "point"),
    [
        ({"Russia": {"friendly": s, "rival": 1 - s}}, "the probabilities s, 1 - s of Russia's types", True),
        ({"Russia": {"friendly": t, "rival": t}}, "with the sum 1 at t = ", True),
        ({"Russia": {"friendly": "1/2", "rival": "1/3"}}, "1/2, 1/3 of Russia's types do not all lie in", False),
        ({"Russia": {"friendly": 2, "rival": -1}}, r"2, -1 of Russia's types do not all lie in \[0, 1\]", False),
        ({("known", "rival"): "1/2"}, "0, 1/2 of all players' types", False),
        ({"China": PRIOR, "Russia": {("known", "rival"): t}}, "as Russia believes", True),
    ],
)
def test_probabilities_that_are_none_are_refused_with_a_point(priors: Any, complaint: str, point: bool) -> None:
    with pytest.raises(gt.AssumptionError, match=complaint) as caught:
        trust(priors=priors, parameters=[t])
    assert bool(caught.value.point) is (point or bool(caught.value.point))
    if point:
        (value, *_) = [caught.value.point[name] for name in ("s", "t") if name in {p.name for p in caught.value.point}]
        assert not (0 <= value <= 1) or "t" in str(caught.value.point)


def test_premises_may_keep_probabilities_in_range() -> None:
    assert trust(priors={"Russia": {"friendly": s, "rival": 1 - s}}, assuming=(s >= 0, s <= 1)).owed
    with pytest.raises(gt.UndefinedPayoffError, match="the probability of friendly among Russia's types"):
        trust(priors={"Russia": {"friendly": t / t**2, "rival": 1 - t / t**2}})


@pytest.mark.parametrize(
    ("priors", "complaint"),
    [
        (None, "the priors of Trust are None"),
        ({"Japan": {"friendly": 1}}, "'Japan' in the priors is no player"),
        ({"China": {"known": 1}}, "no probabilities of Russia's types"),
        ({"Russia": {"friendly": 1}}, "no probability of 'rival', one of Russia's types"),
        ({"Russia": {"friendly": 1, "rivall": 0}}, "'rivall' is none of Russia's types"),
        ({"Russia": "1/2"}, "the probabilities of Russia's types in Trust are '1/2'"),
        ({("friendly", "known"): 1}, r"\(friendly, known\) in the priors is no type profile"),
    ],
)
def test_priors_that_do_not_fit_are_refused(priors: Any, complaint: str) -> None:
    with pytest.raises(gt.GameError, match=complaint):
        trust(priors=priors)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"types": "friendly"}, "the types are 'friendly'; give a sequence of names, or"),
        ({"types": {"Japan": ["x"]}}, "no player 'Japan'"),
        ({"types": {"Russia": "friendly"}}, "Russia's types are 'friendly'; give a sequence"),
        ({"types": {"Russia": []}}, "Russia's types are empty"),
        ({"types": {"Russia": ["friendly", "friendly"]}}, "have 'friendly' twice"),
        ({"types": {"Russia": ["friendly", 3]}}, "3 among Russia's types is not a name"),
        ({"types": [["known"]]}, "there are types for 1 players, but 2 players"),
        ({"actions": {"China": ["x"]}}, "has no actions for Russia"),
        ({"payoffs": 3}, "the payoffs of Trust are 3"),
        ({"payoffs": {}}, r"for the type profile \(known, friendly\) and 1 more"),
        ({"payoffs": {("friendly", "known"): {}}}, "is no type profile of Trust"),
        ({"payoffs": dict.fromkeys([("known", "friendly"), ("known", "rival")], 0)}, "are 0; give {actions: payoffs}"),
        ({"payoffs": {("known", kind): {("trust", "trust"): (0, 0)} for kind in ("friendly", "rival")}},
         "for the profile \\(trust, refuse\\) and 2 more"),
    ],
)  # fmt: skip
def test_games_that_do_not_fit_are_refused(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(gt.GameError, match=complaint):
        trust(**given)


def test_one_missing_cell_is_named_alone() -> None:
    table = {k: {a: (0, 0) for a in TRUST.profiles} for k in TRUST.type_profiles}
    del table["known", "rival"]["refuse", "refuse"]
    with pytest.raises(gt.GameError, match=r"for the profile \(refuse, refuse\); give them"):
        trust(payoffs=table)


@pytest.mark.parametrize("row", ["00", (0,), 5], ids=["text", "too short", "a number"])
def test_a_cell_needs_one_payoff_a_player(row: Any) -> None:
    with pytest.raises(gt.PayoffError, match="give one a player, in the order China, Russia"):
        trust(payoffs=lambda types, actions: row)


def test_floats_and_strangers_are_refused() -> None:
    with pytest.raises(gt.PayoffError, match=r"China's payoff at .* is 0\.5, a float"):
        trust(payoffs=lambda types, actions: (0.5, 0))
    with pytest.raises(gt.PayoffError, match=r"the probability of friendly among Russia's types is 0\.5, a float"):
        trust(priors={"Russia": {"friendly": 0.5, "rival": 0.5}})
    with pytest.raises(gt.GameError, match="no player 'Japan'"):
        TRUST.payoff("Japan", ("known", "rival"), ("trust", "trust"))
    with pytest.raises(gt.GameError, match="no type profile of Trust; one is"):
        TRUST.known("rival")  # type: ignore[arg-type]
    with pytest.raises(gt.GameError, match="no profile of Trust; one is"):
        TRUST.payoff("China", ("known", "rival"), ("trust",))
    with pytest.raises(gt.CapacityError, match="cells, more than 100,000"):
        trust(types=[f"type {i}" for i in range(400)])
