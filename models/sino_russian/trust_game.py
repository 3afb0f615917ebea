"""Two allies unsure of each other's intentions: the alliance game with types (Kuliani 2012, section 2.2, at note 14).

The thesis explains mutual refusal by doubt about the partner's intentions and by what cheating pays, in one breath.
Doubt needs a partner that could be one thing or the other. Here each ally is *trustworthy* (it would honour if it were
sure of the other: R > T) or an *exploiter* (cheating pays it whatever the other does: B > R), and only itself knows
which. How far a trustworthy ally must trust before it honours is computed from the game (after Jervis 1978, Kydd 2005).

What the thesis leaves open: how likely either kind is, whether the two know what the other believes, whether each
decides alone. Here the chances are common knowledge, the types independent and the choices made at once. The two kinds
of one ally differ in what cheating a partner that honours pays, and in nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gametheory as gt

TYPES = ("trustworthy", "exploiter")
IF_TRUSTED = {"trustworthy": "honour", "exploiter": "cheat"}
BOTH_TRUST = {"China": IF_TRUSTED, "Russia": IF_TRUSTED}
NOBODY_TRUSTS = {"China": "cheat", "Russia": "cheat"}


def _chance(name: str, who: str) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=f"chance that {who} is trustworthy", unit="probability", at_least=0, at_most=1,
        source="free: survey answers about China or Russia are not this chance",
    )  # fmt: skip


t_C, t_R = _chance("t_C", "China"), _chance("t_R", "Russia")
B_C, B_R = (
    gt.Parameter(
        f"B_{letter}", meaning=f"{who}'s payoff from cheating a partner that honours, if an exploiter", unit="utility"
    )
    for letter, who in (("C", "China"), ("R", "Russia"))
)


def trust_game(china: Sequence[Any], russia: Sequence[Any]) -> gt.BayesianGame:
    """Return the game; each sequence is (temptation if trustworthy, temptation of an exploiter, R, P, S)."""

    def payoff(kind: str, own: str, other: str, numbers: Sequence[Any]) -> Any:
        temptation, betrayal, reward, punishment, sucker = numbers
        if own == "honour":
            return reward if other == "honour" else sucker
        if other == "cheat":
            return punishment
        return temptation if kind == "trustworthy" else betrayal

    def payoffs(kinds: Sequence[str], chosen: Sequence[str]) -> tuple[Any, Any]:
        return payoff(kinds[0], chosen[0], chosen[1], china), payoff(kinds[1], chosen[1], chosen[0], russia)

    return gt.BayesianGame(
        "Alliance between allies unsure of each other",
        players=("China", "Russia"),
        types=TYPES,
        actions=("honour", "cheat"),
        payoffs=payoffs,
        priors={
            "China": {"trustworthy": t_C, "exploiter": 1 - t_C},
            "Russia": {"trustworthy": t_R, "exploiter": 1 - t_R},
        },
    )
