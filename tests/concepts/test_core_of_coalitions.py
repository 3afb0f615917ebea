"""The core: three powers by hand, and random coalitional games against enumeration."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations, permutations
from math import comb
from typing import Any

import pytest

import gametheory as gt
from gametheory.concepts.balanced import balanced_collections
from tests.brute_force import solved

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
GAMES = 1000 if EXHAUSTIVE else 30
POWERS = ("China", "Russia", "United States")
NAMES = ("A", "B", "C", "D")
ALONE = tuple((power,) for power in POWERS)
PAIRS = tuple(combinations(POWERS, 2))

Members = tuple[str, ...]
Worth = Mapping[Members, Fraction]


def subsets(players: Members, least: int = 1) -> list[Members]:
    return [group for size in range(least, len(players) + 1) for group in combinations(players, size)]


def divisions(players: Members) -> Iterator[frozenset[Members]]:
    """Every way to divide the players, by putting each in turn into a group that is there or into a new one."""
    if not players:
        yield frozenset()
        return
    *rest, last = players
    for division in divisions(tuple(rest)):
        yield division | {(last,)}
        for group in division:
            yield (division - {group}) | {(*group, last)}


# Three powers.


def test_three_powers_who_chase_each_other_have_no_stable_pair() -> None:
    """China likes Russia best, Russia the United States, the United States China: every pair is left by one of it."""
    chase = gt.CoalitionGame("Chase", POWERS, preferences={
        "China": [("China", "Russia"), ("China", "United States"), ("China",)],
        "Russia": [("Russia", "United States"), ("Russia", "China"), ("Russia",)],
        "United States": [("United States", "China"), ("United States", "Russia"), ("United States",)],
    })  # fmt: skip
    regions = gt.core(chase)
    assert len(regions) == 4
    assert list(regions.nonempty()) == []
    told = regions[("China", "Russia"), ("United States",)].explain({})
    assert str(told).endswith("Russia gains 1 by moving from (China, Russia) to (Russia, United States).")
    assert regions[ALONE].uses == ()


def pairs_and_singles(worth: Any, assuming: Any = ()) -> gt.CoalitionGame:
    """Three powers, of whom two at most join; worth(player, partner) is what the player has from it."""
    preferences: dict[str, dict[Members, Any]] = {power: {(power,): worth(power, power)} for power in POWERS}
    for one, other in permutations(POWERS, 2):
        preferences[one][(one, other)] = worth(one, other)
    return gt.CoalitionGame("Pairs", POWERS, preferences=preferences, assuming=assuming)


def test_an_empty_core_is_impossible_when_a_pair_is_worth_the_same_to_both() -> None:
    together = dict(zip(PAIRS, gt.parameters("w_CR w_CU w_RU"), strict=True))
    alone = dict(zip(POWERS, gt.parameters("s_C s_R s_U"), strict=True))

    def worth(one: str, other: str) -> Any:
        return alone[one] if one == other else together[tuple(sorted((one, other), key=POWERS.index))]

    regions = list(gt.core(pairs_and_singles(worth)).values())
    assert gt.prove(regions[0] | regions[1] | regions[2] | regions[3]).status == "proved"


def test_the_core_of_pairs_is_empty_exactly_where_they_chase_each_other_and_nobody_would_be_alone() -> None:
    values = {pair: gt.Parameter(f"u_{pair[0][0]}{pair[1][0]}") for pair in permutations(POWERS, 2)}
    regions = list(gt.core(pairs_and_singles(lambda one, other: values.get((one, other), 0))).values())
    empty = ~(regions[0] | regions[1] | regions[2] | regions[3])

    def chase(first: str, second: str, third: str) -> Any:
        ring = ((first, second, third), (second, third, first), (third, first, second))
        likes = [values[one, next_] > values[one, last] for one, next_, last in ring]
        wants = [values[one, last] > 0 for one, _, last in ring]
        return likes[0] & likes[1] & likes[2] & wants[0] & wants[1] & wants[2]

    china, russia, states = POWERS
    assert gt.prove(gt.exactly(empty, chase(china, russia, states) | chase(china, states, russia))).status == "proved"


def test_only_and_partition_take_structures() -> None:
    x = gt.Parameter("x")
    pact = gt.CoalitionGame("Pact", ["China", "Russia"], preferences={
        "China": {("China",): 0, ("China", "Russia"): x}, "Russia": [("China", "Russia"), ("Russia",)]})  # fmt: skip
    assert gt.core(pact, [("Russia", "China")]).equivalent(x >= 0)
    assert gt.only(gt.core, pact, [("Russia", "China")]).equivalent(x > 0)
    assert str(gt.core(pact)) == "Core of Pact\n  ((China), (Russia)): x <= 0\n  ((China, Russia)): x >= 0"
    assert len(gt.partition(pact, concept=gt.core)) == 3


# Transferable utility.


def test_majority_of_three_has_a_core_only_if_two_cannot_have_too_much() -> None:
    v = gt.Parameter("v", meaning="what any two have", at_least=0)
    majority = gt.CoalitionGame("Majority", POWERS, value=lambda group: [0, v, 1][len(group) - 1])
    exists = gt.core(majority)
    assert exists.equivalent(v <= gt.exact("2/3"))
    assert not exists.contains({v: 1})
    assert exists.uses == ("utilities are added across players",)
    equal = dict.fromkeys(POWERS, Fraction(1, 3))
    assert gt.core(majority, equal).equivalent(exists)
    told = gt.core(majority, equal).explain({v: 1})
    assert "China and Russia get at least what they are worth is false (the difference is -1/3)" in str(told)
    assert "1/2 (China, Russia) + 1/2 (China, United States)" in str(exists.explain({v: 1}))


def test_payments_are_expressions_of_their_own_parameters() -> None:
    x, y, v = gt.parameters("x y v")
    pact = gt.CoalitionGame("Pact", ["China", "Russia"], value={
        ("China",): 0, ("Russia",): 1, ("China", "Russia"): v})  # fmt: skip
    region = gt.core(pact, {"China": x, "Russia": y})
    assert region.equivalent(gt.equal(x + y, v) & (x >= 0) & (y >= 1))
    assert region.eliminate(x).eliminate(y).equivalent(gt.core(pact))
    assert gt.core(pact, {"China": "v - 1", "Russia": 1}).equivalent(v >= 1)


def test_what_has_no_core_is_refused() -> None:
    pact = gt.CoalitionGame("Pact", ["A", "B"], value={("A",): 0, ("B",): 0, ("A", "B"): 1})
    with pytest.raises(gt.ConceptError, match="asked of a coalitional game, not of"):
        gt.core("pact")  # type: ignore[call-overload]
    for payment in ({"A": 1}, [1, 0], {"A": 1, "B": 0, "C": 0}):
        with pytest.raises(gt.ConceptError, match="a mapping with the keys A, B"):
            gt.core(pact, payment)
    with pytest.raises(gt.PayoffError, match="what A gets is"):
        gt.core(pact, {"A": 0.5, "B": 0})
    five = gt.CoalitionGame("Five", [*NAMES, "E"], value=len)
    with pytest.raises(gt.CapacityError, match=r"5 players is empty .* at most 4; ask about a payment"):
        gt.core(five)
    with pytest.raises(gt.ConceptError, match="regions of all outcomes"):
        gt.only(gt.core, pact, {"A": 1, "B": 0})


def test_the_minimal_balanced_collections_are_as_many_as_published() -> None:
    """1, 5 and 41 of two, three and four players (42 and so on with the coalition of all): Shapley 1967."""
    assert [len(balanced_collections(NAMES[:count])) for count in (1, 2, 3, 4)] == [0, 1, 5, 41]
    for collection in balanced_collections(NAMES):
        for player in NAMES:
            assert sum(weight for members, weight in collection if player in members) == 1


# Against enumeration.


def corners(players: Members, worth: Worth) -> list[dict[str, Fraction]]:
    """Every corner of the core: all is handed out, and some coalitions get exactly their worth."""
    found = []
    for tight in combinations(subsets(players)[:-1], len(players) - 1):
        matrix = [[Fraction(player in group) for player in players] for group in (*tight, players)]
        try:
            shares = solved(matrix, [worth[group] for group in (*tight, players)])
        except StopIteration:  # the equations are not independent
            continue
        payment = dict(zip(players, shares, strict=True))
        if in_core(players, worth, payment):
            found.append(payment)
    return found


def in_core(players: Members, worth: Worth, payment: Mapping[str, Fraction]) -> bool:
    total = sum(payment.values())
    return total == worth[players] and all(
        sum(payment[player] for player in group) >= worth[group] for group in subsets(players)
    )


@pytest.mark.exhaustive
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_payments_and_emptiness_agree_with_the_corners(count: int) -> None:
    players, answers = NAMES[:count], []
    for seed in range(GAMES if count < 4 else GAMES // 10):
        rng = random.Random(f"core {count} {seed}")
        worth = {group: Fraction(rng.randint(-1, 1 + len(group)), rng.choice((1, 2))) for group in subsets(players)}
        worth[players] += rng.choice((0, 1, 2))
        game = gt.CoalitionGame("A drawn game", players, value=worth)
        found = corners(players, worth)
        assert gt.core(game).contains({}) == bool(found), game
        answers.append(bool(found))
        middle = {
            player: sum((payment[player] for payment in found), start=Fraction(0)) / max(len(found), 1)
            for player in players
        }
        drawn = {player: Fraction(rng.randint(-1, 4), 2) for player in players[:-1]}
        drawn[players[-1]] = worth[players] - sum(drawn.values())
        for payment in (*found, middle, drawn, {**drawn, "A": drawn["A"] + 1}):
            assert gt.core(game, payment).contains({}) == in_core(players, worth, payment), (game, payment)
    assert count == 1 or {True, False} <= set(answers)


@pytest.mark.exhaustive
@pytest.mark.parametrize("most", [1, 3], ids=["degenerate", "tied"])
def test_structures_agree_with_every_coalition_tried(most: int) -> None:
    for seed in range(GAMES):
        rng = random.Random(f"hedonic {most} {seed}")
        players = NAMES[: rng.choice((2, 3, 3, 4))]
        formable = [group for group in subsets(players) if len(group) == 1 or rng.random() < 0.7]
        likes = {player: {g: rng.randint(-most, most) for g in formable if player in g} for player in players}
        game = gt.CoalitionGame("A drawn game", players, preferences=likes)
        expected = {
            division
            for division in divisions(players)
            if division <= set(formable)
            and not any(
                all(likes[p][group] > likes[p][next(home for home in division if p in home)] for p in group)
                for group in formable
            )
        }
        possible = {division for division in divisions(players) if division <= set(formable)}
        regions = gt.core(game)
        assert {frozenset(structure) for structure in regions} == possible
        assert {frozenset(structure) for structure, region in regions.items() if region.contains({})} == expected


def test_the_divisions_are_as_many_as_bell_says() -> None:
    assert [len(set(divisions(NAMES[:count]))) for count in range(5)] == [1, 1, 2, 5, 15]
    assert len(subsets(NAMES, 2)) == sum(comb(4, size) for size in (2, 3, 4))
