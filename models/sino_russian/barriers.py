"""The barriers to an alliance that Paszak names, what each costs whom, and which sets of them would be enough.

The paper names the barriers and weighs none against the gain from an alliance; they have no common unit in it. Here the
cost of each is a free parameter, they add up, and the question is asked of the game: with these barriers alone, does an
alliance hold? A set of barriers is sufficient where it does not. Minimal sufficient sets follow as conditions.

Whom a barrier burdens is read off the paper: status is Russia's (section 1), the Western markets are China's (section
4), the rest burden both. One consequence needs no number: an alliance fails as soon as one partner stays away, so a
minimal sufficient set works through one of them alone, and status and trade are never both needed.

Left out: the cultural distance and the missing political will of his Conclusions, and suspicion. Commitment is added by
us. In section 4, para 3, the loss of trade is part of the American reaction; here trade_C excludes what is in k_C.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations
from typing import Any

import gametheory as gt
from sino_russian.levels import level_game
from sino_russian.quantities import ASSUMED, f_C, f_R, h, k_C, k_R, q, v_C1, v_C2, v_R1, v_R2


def _barrier(name: str, meaning: str, who: str) -> gt.Parameter:
    meant = f"what {meaning} would cost {who} in an alliance"
    return gt.Parameter(name, meaning=meant, unit=f"{who}'s utility", at_least=0, source=ASSUMED)


BARRIERS: dict[str, tuple[Any, Any]] = {  # what each costs China, and Russia
    "commitment": (f_C, f_R),
    "status": (0, _barrier("status_R", "being the junior", "Russia")),
    "Central Asia": (_barrier("asia_C", "rivalry in Central Asia", "China"),
                     _barrier("asia_R", "rivalry in Central Asia", "Russia")),
    "third parties": (_barrier("third_C", "balancing by neighbours", "China"),
                      _barrier("third_R", "the loss of Asian customers and investors", "Russia")),
    "trade": (_barrier("trade_C", "the loss of Western markets", "China"), 0),
    "American reaction": (q * (1 - h) * k_C, q * (1 - h) * k_R),
}  # fmt: skip


def barrier_game(barriers: Collection[str]) -> gt.Game:
    """Return the choice between partnership and alliance if only these barriers exist."""
    costs = [[BARRIERS[barrier][who] for barrier in barriers] for who in (0, 1)]
    name = "Partnership or alliance, against " + (", ".join(barriers) or "no barrier")
    return level_game(name, (v_C1, v_C2 - sum(costs[0])), (v_R1, v_R2 - sum(costs[1])))


def enough(barriers: Collection[str]) -> gt.Region:
    """Return where these barriers alone keep the pair from an alliance that would hold."""
    return (~gt.strong_nash(barrier_game(barriers), "alliance")).called(f"{', '.join(barriers)}: enough")


def just_enough(barriers: Collection[str]) -> gt.Region:
    """Return where these barriers alone are enough, and no fewer of them: a minimal sufficient set."""
    region = enough(barriers)
    for one in barriers:
        region = region & ~enough([other for other in barriers if other != one])
    return region.called(f"{', '.join(barriers)}: enough, and none can be spared")


def minimal_sets(point: Mapping[Any, Any]) -> list[tuple[str, ...]]:
    """Return the minimal sufficient sets of barriers at a point, smallest first; none if the alliance would hold."""
    found: list[tuple[str, ...]] = []
    for size in range(len(BARRIERS) + 1):
        for chosen in combinations(BARRIERS, size):
            if not any(set(known) <= set(chosen) for known in found) and enough(chosen).contains(point):
                found.append(chosen)
    return found


def candidates() -> list[tuple[str, ...]]:
    """Return the sets of barriers that are minimal sufficient ones somewhere."""
    sets = (chosen for size in range(len(BARRIERS) + 1) for chosen in combinations(BARRIERS, size))
    return [chosen for chosen in sets if not just_enough(chosen).is_empty()]


SUM_C, SUM_R = (sum(costs[who] for costs in BARRIERS.values()) for who in (0, 1))
GAIN_C, GAIN_R = v_C2 - v_C1, v_R2 - v_R1
outweighed = (GAIN_C < SUM_C) | (GAIN_R < SUM_R)
no_alliance = enough(tuple(BARRIERS)).called("no alliance holds")


def enough_for_one(*barriers: str) -> gt.Premise:
    """Return the premise that these barriers together exceed what one of the two would gain."""
    sums = [sum(BARRIERS[barrier][who] for barrier in barriers) for who in (0, 1)]
    return gt.Premise((GAIN_C < sums[0]) | (GAIN_R < sums[1]), name=f"enough for one of them: {', '.join(barriers)}")
