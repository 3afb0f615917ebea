"""Pairwise stable networks: the strategic triangle, and random games on networks against enumeration."""

from __future__ import annotations

import os
import random
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from typing import Any

import pytest
from sympy import Max, Min

import gametheory as gt
from gametheory.verdicts.prove import is_proved  # prove() without the core and the certificate, which take longer

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
GAMES = 1500 if EXHAUSTIVE else 12

POWERS = ("China", "Russia", "United States")
CR, CU, RU = TRIANGLE = tuple(combinations(POWERS, 2))
ALL_FRIENDS = TRIANGLE
BALANCED = [(CR,), (CU,), (RU,), ALL_FRIENDS]  # one pair of friends against the third, or no hostility at all

Network = tuple[tuple[str, str], ...]


def sign(network: Network, *ends: str) -> int:
    """1 for friends, -1 for foes."""
    return 1 if tuple(sorted(ends, key=POWERS.index)) in network else -1


def others(power: str) -> list[str]:
    return [other for other in POWERS if other != power]


# The roles in a triangle: a friend is worth a, and friendship between the other two costs b.

a, b = gt.parameters("a b")


def roles_payoffs(network: Network) -> list[Any]:
    return [
        a * sum(sign(network, power, other) for other in others(power)) - b * sign(network, *others(power))
        for power in POWERS
    ]


ROLES = gt.NetworkGame("Roles", POWERS, roles_payoffs)


def test_the_order_of_the_roles_holds_exactly_where_a_exceeds_b_and_b_exceeds_zero() -> None:
    china, _, states = POWERS
    roles = {
        "pivot": ROLES.payoff(china, [CR, CU]),  # friend of two who are hostile to each other
        "friend": ROLES.payoff(china, ALL_FRIENDS),
        "partner": ROLES.payoff(china, [CR]),
        "wing": ROLES.payoff(china, [CR, RU]),  # friend of the pivot alone
        "foe": ROLES.payoff(china, []),
        "outcast": ROLES.payoff(states, [CR]),
    }
    assert list(roles.values()) == [2 * a + b, 2 * a - b, b, -b, b - 2 * a, -2 * a - b]
    steps = [gt.when(better > worse) for better, worse in pairwise(roles.values())]
    order = steps[0] & steps[1] & steps[2] & steps[3] & steps[4]
    assert gt.prove(gt.exactly(order, (a > b) & (b > 0))).status == "proved"
    for first in range(-3, 4):
        for second in range(-3, 4):
            values = [2 * first + second, 2 * first - second, second, -second, second - 2 * first, -2 * first - second]
            falling = all(better > worse for better, worse in pairwise(values))
            assert order.contains({a: first, b: second}) == falling == (first > second > 0)


# Which triangles are stable: a_ij is what i makes of a friendship with j, h what all make of the enemy of an enemy.

likes = {
    pair: gt.Parameter(f"a_{pair[0][0]}{pair[1][0]}", meaning=f"what {pair[0]} makes of {pair[1]}")
    for pair in permutations(POWERS, 2)
}
h = gt.Parameter("h", meaning="weight of the third side", at_least=0)
less_eager = {link: Min(likes[link], likes[link[::-1]]) for link in TRIANGLE}


def swing_payoffs(network: Network) -> list[Any]:
    third_side = h * sign(network, *CR) * sign(network, *CU) * sign(network, *RU)
    return [
        sum(likes[power, other] * sign(network, power, other) for other in others(power)) + third_side
        for power in POWERS
    ]


SWINGS = gt.NetworkGame("Swings", POWERS, swing_payoffs)
STABLE = gt.pairwise_stable(SWINGS, blocking="strict")


@pytest.mark.no_cover
@pytest.mark.parametrize("network", SWINGS.networks, ids=lambda network: f"{len(network)} links")
def test_a_triangle_is_stable_exactly_where_the_less_eager_of_each_pair_and_the_third_side_say_so(
    network: Network,
) -> None:
    by_hand = None
    for link in TRIANGLE:
        rest = [other for other in TRIANGLE if other != link]
        push = less_eager[link] + h * sign(network, *rest[0]) * sign(network, *rest[1])
        kept = gt.when(push >= 0 if link in network else push <= 0)
        by_hand = kept if by_hand is None else by_hand & kept
    assert gt.prove(gt.exactly(STABLE[network], by_hand)).status == "proved"


def test_without_a_third_side_every_link_follows_its_own_pair() -> None:
    for network in SWINGS.networks:
        own = gt.when(h >= 0)
        for link in TRIANGLE:
            own = own & (less_eager[link] >= 0 if link in network else less_eager[link] <= 0)
        assert is_proved(gt.exactly(STABLE[network], own), (gt.equal(h, 0),))


def test_where_the_third_side_outweighs_every_pair_the_four_balanced_triangles_are_stable_and_no_other() -> None:
    heavy = tuple(h > Max(less_eager[link], -less_eager[link]) for link in TRIANGLE)
    for network in SWINGS.networks:
        statement = gt.always(STABLE[network]) if network in BALANCED else gt.never(STABLE[network])
        assert is_proved(statement, heavy), network
    # All foes: every link would have to resist the pull of the two others.
    foes = [likes[link] + h <= 0 for link in TRIANGLE]
    symmetric = tuple(gt.equal(likes[link], likes[link[::-1]]) for link in TRIANGLE)
    all_foes = gt.exactly(STABLE[()], foes[0] & foes[1] & foes[2])
    assert gt.prove(all_foes, assuming=symmetric).status == "proved"


@pytest.mark.parametrize(
    ("weight", "expected"), [("0", [(CR,)]), ("1/4", [(CR,), (CU,)]), ("1", BALANCED)], ids=["0", "1/4", "1"]
)
def test_one_triangle_as_the_third_side_gains_weight(weight: str, expected: list[Network]) -> None:
    pairs = {CR: "1/5", CU: "-1/10", RU: "-3/10"}
    point = {h: weight} | {likes[pair]: pairs[tuple(sorted(pair, key=POWERS.index))] for pair in likes}
    assert [network for network, region in STABLE.items() if region.contains(point)] == expected


@pytest.mark.exhaustive
def test_stable_triangles_agree_with_every_link_tried() -> None:
    several = 0
    for seed in range(GAMES * 5):
        rng = random.Random(f"triangles {seed}")
        making = {pair: Fraction(rng.randint(-3, 3), 2) for pair in likes}
        weight = Fraction(rng.choice((0, 1, 2, 3, 4)), 2)
        pays = {}
        for signs in product((1, -1), repeat=3):
            side = dict(zip(TRIANGLE, signs, strict=True))
            whole = weight * signs[0] * signs[1] * signs[2]
            pays[frozenset(link for link in TRIANGLE if side[link] == 1)] = {
                power: sum(
                    making[power, other] * side[link] for link in TRIANGLE for other in link
                    if power in link and other != power
                ) + whole
                for power in POWERS
            }  # fmt: skip
        expected = {network for network in pays if is_stable(pays, TRIANGLE, network, strictly=True)}
        point = {h: weight} | {likes[pair]: value for pair, value in making.items()}
        assert {frozenset(network) for network, region in STABLE.items() if region.contains(point)} == expected
        several += len(expected) > 1
    assert several >= GAMES


# One link, and what is refused.


def test_one_side_cuts_and_two_sides_link() -> None:
    v, w = gt.parameters("v w")
    pact = gt.NetworkGame("Pact", ("China", "Russia"), {(): (0, 0), (("Russia", "China"),): (v, w)})
    link = [("China", "Russia")]
    assert gt.pairwise_stable(pact, link).equivalent((v >= 0) & (w >= 0))
    assert gt.pairwise_stable(pact, (), blocking="strict").equivalent((v <= 0) | (w <= 0))
    for contained, worth in (("if allied", {v: -2, w: 3}), ("either way", {v: 4, w: 5})):  # the containment example
        assert gt.pairwise_stable(pact, link).contains(worth) == (contained == "either way")
        assert gt.pairwise_stable(pact, ()).contains(worth) == (contained == "if allied")
    weak = gt.pairwise_stable(pact, ())
    assert weak.equivalent((v < 0) | (w < 0) | (gt.equal(v, 0) & gt.equal(w, 0)))
    assert weak.explain({v: 1, w: 2}).failures[0].incentive.deviation == (("China", "Russia"),)
    assert gt.only(gt.pairwise_stable, pact, link).equivalent((v >= 0) & (w >= 0) & ((v > 0) | (w > 0)))
    assert str(gt.pairwise_stable(pact)).splitlines()[0] == "Pairwise stable networks of Pact"
    assert weak.uses == ()


def test_what_has_no_links_is_refused() -> None:
    with pytest.raises(gt.ConceptError, match="asked of a game on networks, not of"):
        gt.pairwise_stable("pact")  # type: ignore[call-overload]
    with pytest.raises(gt.ConceptError, match='blocking is "weak" or "strict", not'):
        gt.pairwise_stable(ROLES, (), blocking="strong")
    with pytest.raises(gt.GameError, match="no network"):
        gt.pairwise_stable(ROLES, "China")


# Against enumeration.


def is_stable(pays: Any, links: Any, here: frozenset[Any], strictly: bool) -> bool:
    for link in links:
        there = here ^ {link}
        gains = [pays[there][end] - pays[here][end] for end in link]
        if link in here and max(gains) > 0:
            return False
        if link not in here and (min(gains) > 0 or (not strictly and min(gains) == 0 < max(gains))):
            return False
    return True


@pytest.mark.exhaustive
@pytest.mark.parametrize("most", [1, 4], ids=["degenerate", "tied"])
def test_networks_agree_with_every_link_tried(most: int) -> None:
    for seed in range(GAMES):
        rng = random.Random(f"networks {most} {seed}")
        count = rng.choice((2, 3, 3, 4))
        every = list(combinations(range(count), 2))
        links = sorted(rng.sample(every, rng.randint(1, min(len(every), 4))))
        networks = [frozenset(some) for size in range(len(links) + 1) for some in combinations(links, size)]
        pays = {some: tuple(Fraction(rng.randint(-most, most)) for _ in range(count)) for some in networks}
        names = "ABCD"[:count]
        game = gt.NetworkGame(
            "A drawn game",
            list(names),
            {tuple((names[j], names[i]) for i, j in some): row for some, row in pays.items()},
            links=[(names[j], names[i]) for i, j in links],
        )
        for blocking in ("weak", "strict"):
            regions = gt.pairwise_stable(game, blocking=blocking)
            found = {
                frozenset((names.index(i), names.index(j)) for i, j in network)
                for network, region in regions.items()
                if region.contains({})
            }
            assert found == {some for some in networks if is_stable(pays, links, some, blocking == "strict")}, game
