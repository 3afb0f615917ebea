"""China's foothold in Central Asia: what Russia does about it, and what the states there bear (Paszak, section 1).

Russia resists China's entry or accommodates it. A Central Asian state stays tied to Russia, and bears what Russia takes
for it, or leaves. What the paper leaves open (how the gap and hostility raise the cost of resisting, how China's power
betters the alternative, how coercion raises fear and the price of leaving) enters by its values at two dates.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt

# Russia's reply once China has entered: what holding China back is worth, less what it costs; else nothing changes.


def _of_russia(name: str, meaning: str) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit="Russia's utility", source="free: the paper gives none")


stake_R = _of_russia("stake_R", "what holding China back is worth to Russia")
stake_R_later = _of_russia("stake_R_later", "stake_R with China's foothold larger")
resist_R = _of_russia("resist_R", "what holding China back costs Russia, given the gap rho and Western hostility h_RU")
resist_R_later = _of_russia("resist_R_later", "resist_R with a larger gap and, after 2014, more hostility")


def accommodates(stake: Any, cost: Any) -> gt.Region:
    """Return where Russia does not resist."""
    reply = gt.Game(
        "Russia's reply", ("Russia",), ("resist", "accommodate"), {("resist",): (stake - cost,), ("accommodate",): (0,)}
    )
    return gt.nash(reply, ("accommodate",))


still_accommodates = (~accommodates(stake_R, resist_R) | accommodates(stake_R, resist_R_later)).called(
    "a Russia that accommodated before accommodates later"
)
still_with_stakes = (~accommodates(stake_R, resist_R) | accommodates(stake_R_later, resist_R_later)).called(
    "a Russia that accommodated before accommodates later"
)

# A Central Asian state stays with Russia, pays a rent and lives in fear, or leaves, pays the price and is with China.


def _of_the_state(name: str, meaning: str) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit="the state's utility", source="free: the paper gives none")


rent = _of_the_state("rent", "what Russia takes for the tie, however it takes it")
tie_K = _of_the_state("tie_K", "what the tie with Russia is worth, before the rent")
o_K, o_K_later = (
    _of_the_state("o_K", "the best alternative"),
    _of_the_state("o_K_later", "o_K with China in the region"),
)
fear_K = _of_the_state("fear_K", "fear of Russia, while tied to it")
fear_K_later = _of_the_state("fear_K_later", "fear_K after Georgia, Moldova and Ukraine")
exit_K = _of_the_state("exit_K", "what Russia makes a state pay that leaves")
exit_K_later = _of_the_state("exit_K_later", "exit_K after Georgia, Moldova and Ukraine")


def stays(other: Any = o_K, fear: Any = fear_K, price: Any = exit_K) -> gt.Region:
    """Return where the state bears the rent."""
    state = gt.Game(
        "A state between two powers", ("state",), ("stay", "leave"),
        {("stay",): (tie_K - rent - fear,), ("leave",): (other - price,)},
    )  # fmt: skip
    return gt.nash(state, ("stay",))


def no_more_rent(after: gt.Region) -> gt.Region:
    """Return where a rent that is borne afterwards was borne before."""
    return (~after | stays()).called("what it bears now it bore before")


# Special case: the highest rent that is borne.

MOST_RENT = gt.exactly(stays(), rent <= tie_K - o_K - fear_K + exit_K)
