"""Why a comparison stands in a condition: who would deviate, from where, to what, and what it would gain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Incentive:
    """One player's comparison of an outcome with a deviation from it.

    Parameters
    ----------
    player : str
        Who compares.
    outcome : tuple of str or str
        Where the player stands: a profile, a coalition, or a network as a tuple of links.
    deviation : tuple of str or str
        The action, or the profile, coalition or network, it could have instead.
    gap : Fraction or sympy expression
        Payoff at the outcome minus payoff from the deviation: what staying is worth, in the player's utility.
    relation : {">", ">=", "<", "<=", "==", "!="}
        How the gap compares with zero where the comparison holds.
    """

    player: str
    outcome: tuple[Any, ...] | str
    deviation: tuple[Any, ...] | str
    gap: Any
    relation: str = ">="


@dataclass(frozen=True)
class Comparison:
    """A comparison that is nobody's incentive: "the losses from leaving (stag, stag) outweigh the rest".

    Parameters
    ----------
    text : str
        What it says.
    gap : Fraction or sympy expression
        Compared with zero.
    relation : {">", ">=", "<", "<=", "==", "!="}
        How.
    """

    text: str
    gap: Any
    relation: str


def shown(outcome: Any) -> str:
    """Write a profile as ``(honour, cheat)``, also inside another; whatever else names an outcome stays as it is."""
    return f"({', '.join(map(shown, outcome))})" if isinstance(outcome, tuple) else str(outcome)
