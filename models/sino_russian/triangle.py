"""The triangle of China, Russia and the United States as a network: roles, swings, circles.

A side of the triangle is friendly (+1) or hostile (-1). A friendship needs both, a hostility one. The *roles* are
Dittmer's and Wu's: what a position between two others is worth. In the *swing game* i makes a_ij of a friendship with
j, and each makes omega of a balanced triad, in which the enemy of an enemy is a friend (Heider). Neither paper speaks
of balance; Paszak's "whenever" comes close. The swing game never moves in circles while a_ij and omega stay: see
NO_CIRCLES. A swing then needs a change in them; a circle needs partners who chase each other (the *chase*).

Utilities are each player's own; that the weight of a balanced triad has one letter for all three is a simplification.

References
----------
Dittmer, L. (1981), "The Strategic Triangle: An Elementary Game-Theoretical Analysis", World Politics 33. Jackson, M. O.
and Wolinsky, A. (1996), "A strategic model of social and economic networks", Journal of Economic Theory 71, section 2.
Wu, Y.-S. (1996), "Exploring Dual Triangles: The Development of Taipei-Washington-Beijing Relations", Issues & Studies
32(10), pages 26-52.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from itertools import combinations, permutations
from operator import or_
from typing import Any

import sympy as sp

import gametheory as gt

POWERS = ("China", "Russia", "United States")
CR, CU, RU = TRIANGLE = tuple(combinations(POWERS, 2))

# Roles in a triangle: a friend is worth a, a friendship between the other two costs b.

a, b = gt.parameters("a b", meaning="worth of a friend; cost of a friendship of the others", unit="utility")


def signs(network: tuple[tuple[str, ...], ...]) -> dict[tuple[str, ...], int]:
    """Return +1 for the sides that are friendly and -1 for the others."""
    return {side: 1 if side in network else -1 for side in TRIANGLE}


def _roles(network: Any) -> list[Any]:
    x = signs(network)
    return [sum((a if power in side else -b) * x[side] for side in TRIANGLE) for power in POWERS]


roles = gt.NetworkGame("Roles in the triangle", POWERS, _roles)
ROLES = {
    "pivot": roles.payoff("China", [CR, CU]), "friend": roles.payoff("China", TRIANGLE),
    "partner": roles.payoff("China", [CR]), "wing": roles.payoff("China", [CR, RU]),
    "foe": roles.payoff("China", []), "outcast": roles.payoff("China", [RU]),
}  # fmt: skip

# The swing game: a_ij is what i makes of a friendship with j, omega what each makes of a balanced triad.

likes = {
    (i, j): gt.Parameter(f"a_{i[0]}{j[0]}", meaning=f"what {i} makes of a friendship with {j}", unit=f"{i}'s utility")
    for i, j in permutations(POWERS, 2)
}
omega = gt.Parameter("omega", meaning="what a balanced triad is worth to each", unit="own utility", at_least=0)
less_CR, less_CU, less_RU = (sp.Min(likes[i, j], likes[j, i]) for i, j in TRIANGLE)


def _swing(x: Mapping[Any, int], worth: Mapping[Any, Any]) -> list[Any]:
    balance = omega * x[CR] * x[CU] * x[RU]
    return [
        sum(worth[power, other] * x[side] for side in TRIANGLE for other in side if power in side and other != power)
        + balance
        for power in POWERS
    ]


swings = gt.NetworkGame("Swings of the triangle", POWERS, lambda network: _swing(signs(network), likes))

# The same with one number a pair, what the friendship is worth to the less eager of the two; only that one decides.

m_CR, m_CU, m_RU = (
    gt.Parameter(f"m_{i[0]}{j[0]}", meaning=f"worth of {i} and {j} being friends to the less eager", unit="own utility")
    for i, j in TRIANGLE
)
_less_eager = {
    pair: worth for side, worth in zip(TRIANGLE, (m_CR, m_CU, m_RU), strict=True) for pair in permutations(side)
}
pairs = gt.NetworkGame("Swings, by pairs", POWERS, lambda network: _swing(signs(network), _less_eager))
STABLE = gt.pairwise_stable(pairs, blocking="strict")
balanced_in_turn = (STABLE[(CR,)] & ~STABLE[()] & STABLE[(CU,)]).called(
    "the signs of the 1950s and those after 1972 are stable, those of 1969 are not"
)
the_third_side_decides = (omega > m_CR) & (omega > -m_CR) & (omega > m_CU) & (omega > -m_CU)


def tie(china_us: int, russia_us: int) -> gt.NetworkGame:
    """Return the swing game in which only China and Russia choose, the other two sides being what they are."""
    name = f"China and Russia, with {china_us:+} for China and {russia_us:+} for Russia in Washington"
    return gt.NetworkGame(
        name, POWERS, lambda network: _swing({**signs(network), CU: china_us, RU: russia_us}, likes), links=[CR]
    )


def _inverse(china_us: int) -> gt.Region:
    friends = gt.only(gt.pairwise_stable, tie(china_us, -1), (CR,), blocking="strict")
    foes = gt.only(gt.pairwise_stable, tie(china_us, 1), (), blocking="strict")
    return (friends & foes).called("Russia is China's friend when it is Washington's foe, and the reverse")


inverse_if_hostile, inverse_if_friendly = _inverse(-1), _inverse(1)

# No circles: every move that its movers gain by raises this potential.


def _potential(network: Any) -> Any:
    x = signs(network)
    return less_CR * x[CR] + less_CU * x[CU] + less_RU * x[RU] + omega * x[CR] * x[CU] * x[RU]


def _gain(power: str, here: Any, there: Any) -> gt.Region:
    return gt.when(swings.payoff(power, there) > swings.payoff(power, here))


def _moves_down() -> gt.Region:
    """Return where a hostility that one of two gains by, or a friendship that both gain by, lowers the potential."""
    found = []
    for linked in swings.networks:
        for i, j in linked:
            cut = tuple(side for side in linked if side != (i, j))
            change = _potential(cut) - _potential(linked)
            found.append((_gain(i, linked, cut) | _gain(j, linked, cut)) & gt.when(change <= 0))
            found.append(_gain(i, cut, linked) & _gain(j, cut, linked) & gt.when(change >= 0))
    return reduce(or_, found).called("a move that pays its movers does not raise the potential")


NO_CIRCLES = gt.never(_moves_down())

# The chase: two at most join; u_ij is what i has from a pact with j, 0 what it has alone.

u = {pair: gt.Parameter(f"u_{pair[0][0]}{pair[1][0]}", unit=f"{pair[0]}'s utility") for pair in permutations(POWERS, 2)}
chase = gt.CoalitionGame("The chase", POWERS, preferences={
    i: {(i,): 0, **{(i, j): u[i, j] for j in POWERS if j != i}} for i in POWERS
})  # fmt: skip
no_stable_pact = (~reduce(or_, gt.core(chase).values())).called("every pact is left by one of its members")
