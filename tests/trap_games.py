"""Two games and some parameters, for asking after the ways in which an exact engine goes wrong without a word."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import gametheory as gt

x, y, z = gt.parameters("x y z")
T, R, P, S = gt.parameters("T R P S", unit="utility")
delta = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
HALF = Fraction(1, 2)


def one_choice(payoff: Any, otherwise: Any = 0, **more: Any) -> Any:
    """A player alone, who goes for the payoff or stays."""
    return gt.Game("One choice", ["A"], ["go", "stay"], {("go",): (payoff,), ("stay",): (otherwise,)}, **more)


def dilemma(assuming: Any = ()) -> Any:
    return gt.Game(
        "Dilemma",
        ("China", "Russia"),
        ("honour", "cheat"),
        {
            ("honour", "honour"): (R, R),
            ("honour", "cheat"): (S, T),
            ("cheat", "honour"): (T, S),
            ("cheat", "cheat"): (P, P),
        },
        assuming=assuming,
    )


HONOUR, CHEAT = ("honour", "honour"), ("cheat", "cheat")
ORDER = gt.descending(T, R, P, S)


def told(verdict: Any) -> tuple[Any, ...]:
    """What must be the same however often and wherever a statement is proved."""
    return verdict.status, verdict.premises, verdict.unused, verdict.core, verdict.reason, str(verdict.proof)
