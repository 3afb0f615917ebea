"""Coalitional games as values: what they hold, how they read, and what they refuse."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import numpy
import pytest

import gametheory as gt

x = gt.Parameter("x", above=0)
PAIR = ("China", "Russia")
ALONE: dict[Any, Any] = {("China",): 0, ("Russia",): "x/2"}
PACT = gt.CoalitionGame("Pact", PAIR, value={**ALONE, ("Russia", "China"): 3 * x}, assuming=(x < 5,), parameters=(x,))
LIKES = {
    "China": {("China",): 0, ("Russia", "China"): x},
    "Russia": [("China", "Russia"), {"Russia"}],
}
CHOICE = gt.CoalitionGame("Choice", PAIR, preferences=LIKES)


def test_values() -> None:
    assert PACT.transferable
    assert PACT.coalitions == (("China",), ("Russia",), PAIR)
    assert PACT.value({"Russia", "China"}) == 3 * x
    assert PACT.parameters == (x,)
    assert str(PACT) == "Pact\n  (China): 0\n  (Russia): x/2\n  (China, Russia): 3*x\nassuming x < 5, x > 0"
    assert repr(PACT) == "<CoalitionGame 'Pact': China, Russia; transferable utility>"
    assert gt.CoalitionGame("Pact", PAIR, value={**ALONE, PAIR: 3 * x}, assuming=(x < 5,), parameters=(x,)) == PACT
    assert pickle.loads(pickle.dumps(PACT)) == PACT
    assert gt.CoalitionGame("Three", ["A", "B", "C"], value=len).value(["C", "A"]) == 2


def test_preferences() -> None:
    assert not CHOICE.transferable
    assert CHOICE.utility("China", PAIR) == x
    assert [CHOICE.utility("Russia", group) for group in (PAIR, ["Russia"])] == [1, 0]
    assert (
        str(CHOICE)
        == "Choice\n  China: (China) 0, (China, Russia) x\n  Russia: (China, Russia) 1, (Russia) 0\nassuming x > 0"
    )
    assert repr(CHOICE) == "<CoalitionGame 'Choice': China, Russia; hedonic>"


def test_structures() -> None:
    apart = (("China",), ("Russia",))
    assert CHOICE.structures == (apart, (PAIR,))
    assert CHOICE.structure([["Russia"], ["China"]]) == apart
    assert CHOICE.profiles_of([PAIR]) == ((PAIR,),)
    for given in ([("China",)], [PAIR, ("China",)], []):
        with pytest.raises(gt.GameError, match=r"every player must be in one coalition, and in no other; for example"):
            CHOICE.structure(given)
    for text in ("Russia", 7):
        with pytest.raises(
            gt.GameError, match=r"no coalition structure of Choice; give coalitions, for example \(\(China"
        ):
            CHOICE.structure(text)


def test_numbers_for_parameters() -> None:
    assert PACT.at() is PACT
    assert PACT.at(x="1/2").value(PAIR) == Fraction(3, 2)
    assert PACT.at({x: 1}).premises == gt.premises()
    assert CHOICE.at(x=2).utility("China", PAIR) == 2
    assert CHOICE.at(x=2).coalitions == CHOICE.coalitions
    with pytest.raises(gt.AssumptionError, match="violates the premise x < 5"):
        PACT.at(x=7)
    with pytest.raises(gt.PayoffError, match="no parameter y"):
        PACT.at(y=7)


def test_what_a_game_does_not_have_is_said() -> None:
    with pytest.raises(gt.GameError, match=r"hedonic: its coalitions have no value; ask utility\(player, coalition\)"):
        CHOICE.value(PAIR)
    with pytest.raises(gt.GameError, match=r"what a member gets is open; ask value\(coalition\)"):
        PACT.utility("China", PAIR)
    with pytest.raises(gt.GameError, match=r"Russia is no member of \(China\) in Choice; name one of its members"):
        CHOICE.utility("Russia", ["China"])
    triple = gt.CoalitionGame("Singles", ["A", "B"], preferences={"A": [("A",)], "B": [("B",)]})
    with pytest.raises(gt.GameError, match=r"\(A, B\) cannot form in Singles: nobody lists it"):
        triple.structure([("A", "B")])


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            {("China",): 0, ("Russia",): 0},
            r"Pact has no value for \(China, Russia\); give one, 0 if it is worth nothing",
        ),
        ({("China",): 0}, r"no value for \(Russia\) and 1 more; give one"),
        ({**ALONE, PAIR: 1, ("China", "India"): 1}, "no player 'India'; its players are China, Russia"),
        ({**ALONE, PAIR: 1, (): 0}, "has no members; name at least one player"),
        ({**ALONE, PAIR: 1, ("Russia", "China"): 1}, r"Pact has \(China, Russia\) twice; give it once"),
        ({**ALONE, PAIR: 1, ("China", "China"): 1}, "names China twice; name each member once"),
        ({"China": 0, "Russia": 0, PAIR: 1}, r'write \("China",\) for China alone'),
        ([1, 2, 3], r"the values of Pact are \[1, 2, 3\]; give a mapping from coalitions, or a function of one"),
    ],
)
def test_values_that_do_not_fit_are_refused(value: Any, message: str) -> None:
    with pytest.raises(gt.GameError, match=message):
        gt.CoalitionGame("Pact", PAIR, value=value, parameters=(x,))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"India": [("India",)]}, "no player 'India'"),
        ({"China": [PAIR]}, r'China does not say how it likes to be alone in Choice; add \("China",\)'),
        ({"Russia": [PAIR, ("Russia",), ("China",)]}, r"Russia has a preference over \(China\) .* no member of it"),
        ({"Russia": [("Russia",)]}, r"China lists \(China, Russia\) in Choice and Russia does not"),
        ({"Russia": [("Russia",), PAIR, ["Russia", "China"]]}, r"has \(China, Russia\) twice for Russia; give it once"),
        ({"Russia": ["Russia", PAIR]}, r'write \("Russia",\)'),
        ({"Russia": {(): 1}}, "has no members"),
        ({"Russia": [PAIR, ("Russia", "India")]}, "no player 'India'"),
        ({"Russia": 7}, "the preferences of Russia in Choice are 7; give"),
        ({"Russia": {PAIR, ("Russia",)}}, r"the preferences of Russia in Choice are \{.*; give a list"),
        ({"Russia": "alone"}, "the preferences of Russia in Choice are 'alone'; give"),
    ],
)
def test_preferences_that_do_not_fit_are_refused(change: Any, message: str) -> None:
    with pytest.raises(gt.GameError, match=message):
        gt.CoalitionGame("Choice", PAIR, preferences={**LIKES, **change})


def test_a_player_without_preferences_is_missed() -> None:
    with pytest.raises(gt.GameError, match="Russia does not say how it likes to be alone"):
        gt.CoalitionGame("Choice", PAIR, preferences={"China": [("China",)]})
    with pytest.raises(gt.GameError, match="the preferences of Choice are 7; give a mapping from players"):
        gt.CoalitionGame("Choice", PAIR, preferences=7)  # type: ignore[arg-type]


def test_one_of_the_two_is_given() -> None:
    for given in ({}, {"value": len, "preferences": LIKES}):
        with pytest.raises(gt.GameError, match="a value for each coalition, or preferences of each player; give one"):
            gt.CoalitionGame("Pact", PAIR, **given)


@pytest.mark.parametrize(
    ("players", "complaint"),
    [
        ("China", r'the players are \'China\'; give a sequence of names, in a fixed order, for example \("China",\)'),
        ({"China", "Russia"}, "give a sequence of names, in a fixed order"),
        (numpy.array("China"), "give a sequence of names, in a fixed order"),
        ((), "the players are empty; name at least one"),
        (("China", "China"), "the players have 'China' twice"),
        (("China", ""), "'' among the players is not a name"),
        (("China", 7), "7 among the players is not a name"),
    ],
)
def test_players_are_different_names(players: Any, complaint: str) -> None:
    with pytest.raises(gt.GameError, match=complaint):
        gt.CoalitionGame("Pact", players, value=len)


def test_payoffs_are_exact_and_premises_consistent() -> None:
    with pytest.raises(gt.PayoffError, match=r"the value of \(China\) is"):
        gt.CoalitionGame("Pact", PAIR, value=lambda group: 0.5)
    with pytest.raises(gt.PayoffError, match=r"China's utility in \(China, Russia\) is"):
        gt.CoalitionGame("Pact", PAIR, preferences={**LIKES, "China": {("China",): 0, PAIR: 0.5}})
    with pytest.raises(gt.UndefinedPayoffError, match=r"the value of \(China\): an expression divides by"):
        gt.CoalitionGame("Pact", PAIR, value=lambda group: 1 / (x - 1))
    with pytest.raises(gt.AssumptionError, match="contradict"):
        gt.CoalitionGame("Pact", PAIR, value=len, assuming=(x < 0,))


def test_sizes_past_reach_are_refused() -> None:
    with pytest.raises(gt.CapacityError, match=r"Crowd has 2\*\*17 coalitions, more than 65,536"):
        gt.CoalitionGame("Crowd", [f"P{i}" for i in range(17)], value=len)
    players = [f"P{i}" for i in range(16)]
    pairs = {p: [*((p, q) for q in players if q != p), (p,)] for p in players}
    with pytest.raises(gt.CapacityError, match="more than 5,000 coalition structures; ask about one of them"):
        gt.core(gt.CoalitionGame("Crowd", players, preferences=pairs))
