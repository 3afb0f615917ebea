"""Where a process starts: shares of actions, or numbers of individuals, by the names of the actions."""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping, Sequence
from typing import Any

from gametheory.errors import ConceptError, GameError, quoted
from gametheory.forms.normal import Game
from gametheory.grammar import exact

TOLERANCE = 1e-9
"""How far shares given as floats may be from 1 together."""


def read_shares(given: Any, actions: Sequence[str], whose: str) -> list[float]:
    """Return one share an action, in their order; without a start all are equal.

    Raises
    ------
    GameError
        If shares are given for something that is no action.
    ConceptError
        If they are negative, not finite, or not 1 together.
    """
    if given is None:
        return [1 / len(actions)] * len(actions)
    shares = [
        float(value) if _is_float(value) else exact(value, what=f"the share of {action} in {whose}", error=ConceptError)
        for action, value in _by_action(given, actions, whose, example=f"1/{len(actions)}").items()
    ]
    total = sum(shares)
    if not (all(0 <= share < math.inf for share in shares) and abs(total - 1) <= TOLERANCE):
        raise ConceptError(
            f"the shares of {whose} are {', '.join(map(str, shares))}, together {total}; they must not be negative, "
            'and together 1. Write fractions as text, such as "1/3".'
        )
    return [float(share) for share in shares]


def read_counts(given: Any, actions: Sequence[str], whose: str) -> list[int]:
    """Return how many individuals, or past plays, each action has, in the order of the actions.

    Raises
    ------
    GameError
        If numbers are given for something that is no action.
    ConceptError
        If they are not whole, are negative, or are all 0.
    """
    counts = []
    for action, value in _by_action(given, actions, whose, example="5").items():
        try:
            counts.append(-1 if isinstance(value, bool) else operator.index(value))
        except TypeError:
            counts.append(-1)
        if counts[-1] < 0:
            raise ConceptError(
                f"the number of {action} in {whose} is {quoted(value)}; write a whole number, 0 or more."
            )
    if not any(counts):
        raise ConceptError(f"{whose} is empty; give at least one action a number above 0.")
    return counts


def by_player(given: Any, game: Game) -> Mapping[str, Any]:
    """Return the starts given for some or all players, by name.

    Raises
    ------
    GameError
        If they are not by player, or a player is unknown.
    """
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        example = f"{{{game.players[0]!r}: {{{game.actions[0][0]!r}: 1}}}}"
        raise GameError(
            f"start={quoted(given):.60}: give a mapping from players to mappings of actions, such as {example}."
        )
    for player in given:
        game.position(player)
    return given


def _is_float(value: Any) -> bool:
    return isinstance(value, float) or getattr(getattr(value, "dtype", None), "kind", "") == "f"


def _by_action(given: Any, actions: Sequence[str], whose: str, example: str) -> dict[str, Any]:
    if not isinstance(given, Mapping) or not set(given) <= set(actions):
        strange = sorted(map(str, set(given) - set(actions))) if isinstance(given, Mapping) else [repr(given)[:60]]
        raise GameError(
            f"the start of {whose} names {', '.join(strange)}; give a mapping from its actions "
            f'({", ".join(actions)}) to numbers, for example {{"{actions[0]}": {example}}}.'
        )
    return {action: given.get(action, 0) for action in actions}
