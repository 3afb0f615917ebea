"""Games on networks as values: what they hold, how they read, and what they refuse."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt

v = gt.Parameter("v")
PAIR = ("China", "Russia")
LINK = (PAIR,)
PACT = gt.NetworkGame(
    "Pact", PAIR, {(): (0, 0), (("Russia", "China"),): ("v/2", v)}, assuming=(v < 5,), parameters=(v,)
)
POWERS = ("China", "Russia", "United States")


def nothing(network: Any) -> tuple[int, ...]:
    return (0, 0, 0)


def test_networks_and_payoffs() -> None:
    assert PACT.links == LINK
    assert PACT.networks == ((), LINK)
    assert PACT.payoff("Russia", [("Russia", "China")]) == v
    assert PACT.profiles_of(LINK) == (LINK,)
    assert str(PACT) == "Pact\n  (): 0, 0\n  ((China, Russia)): v/2, v\nassuming v < 5"
    assert repr(PACT) == "<NetworkGame 'Pact': China, Russia; 1 links>"
    assert pickle.loads(pickle.dumps(PACT)) == PACT
    through_russia = gt.NetworkGame("Hub", POWERS, nothing, links=[("Russia", "China"), POWERS[1:]])
    assert through_russia.links == (PAIR, POWERS[1:])
    assert len(through_russia.networks) == 4
    assert len(gt.NetworkGame("Open", POWERS, nothing).networks) == 8


def test_numbers_for_parameters() -> None:
    assert PACT.at() is PACT
    assert PACT.at(v=1).payoff("China", LINK) == Fraction(1, 2)
    with pytest.raises(gt.AssumptionError, match="violates the premise v < 5"):
        PACT.at(v=7)


@pytest.mark.parametrize(
    ("payoffs", "message"),
    [
        ({(): (0, 0)}, r"Pact has no payoffs for \(\(China, Russia\)\); give one payoff a player there"),
        ({}, r"no payoffs for \(\) and 1 more"),
        (
            {(): (0, 0), LINK: (1,)},
            r"for \(\(China, Russia\)\) are \(1,\); give one a player, in the order China, Russia",
        ),
        ({(): (0, 0), LINK: "00"}, "give one a player"),
        ({(): (0, 0), LINK: 7}, "give one a player"),
        ({(): (0, 0), LINK: (1, 1), (("Russia", "China"),): (1, 1)}, r"payoffs for \(\(China, Russia\)\) twice"),
        ({(): (0, 0), (PAIR, PAIR): (1, 1)}, "has a link twice; give each once"),
        ({"China": (0, 0)}, "'China' is no network of Pact; give a sequence of links"),
        ({(("China",),): (0, 0)}, r"\(China\) is no link of Pact; a link is a pair such as \(\(China, Russia\)\)"),
        ({(("China", "India"),): (0, 0)}, "no player 'India'"),
    ],
)
def test_payoffs_that_do_not_fit_are_refused(payoffs: Any, message: str) -> None:
    with pytest.raises(gt.GameError, match=message):
        gt.NetworkGame("Pact", PAIR, payoffs)


def test_links_and_players_that_do_not_fit_are_refused() -> None:
    for links in ([POWERS], [PAIR, ("Russia", "China")], [("China",)]):
        with pytest.raises(gt.GameError, match="give pairs of players, each pair once"):
            gt.NetworkGame("Hub", POWERS, nothing, links=links)
    with pytest.raises(gt.GameError, match="'China' twice; every name must be different"):
        gt.NetworkGame("Pact", ("China", "China"), nothing)
    with pytest.raises(gt.GameError, match="has no player 'India'; its players are China, Russia"):
        PACT.payoff("India", ())
    with pytest.raises(gt.GameError, match="7 is no network of Pact"):
        PACT.network(7)
    with pytest.raises(gt.CapacityError, match=r"2\*\*15 networks, more than 1,024; .* links=\[...\]"):
        gt.NetworkGame("Six", [f"P{i}" for i in range(6)], nothing)
    with pytest.raises(gt.PayoffError, match=r"Russia's payoff in \(\) is"):
        gt.NetworkGame("Pact", PAIR, lambda network: (0, 0.5))
