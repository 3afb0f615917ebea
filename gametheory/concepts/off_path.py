"""Replies to a signal that nobody sends: where some belief about the sender makes a reply best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import Any

from gametheory.errors import CapacityError
from gametheory.forms.payoff import Payoff
from gametheory.forms.signalling import SignallingGame
from gametheory.formulas.condition import EVERYWHERE, Condition, all_of, any_of
from gametheory.formulas.formula import TRUE
from gametheory.incentive import Comparison, Incentive

MOST_BELIEFS = 300
"""So many beliefs are tried, and no more; their payoffs are polynomials of a degree that grows with the types."""

Row = tuple[Payoff, ...]
"""By type, what the reply is worth more than another one."""


def some_belief(game: SignallingGame, signal: str, reply: str) -> Condition:
    """Return where some belief about the type of who sent a signal makes a reply a best one.

    The beliefs at which the reply is best form a polytope. If there is one, it has a corner, and a corner is where
    some types are excluded and the reply ties with as many others as leave one belief about the rest. So it is enough
    to try those, each given by determinants of payoff differences: no solver, and no belief left in the answer.

    Raises
    ------
    CapacityError
        For more than 300 corners to try.
    """
    others = [other for other in game.replies if other != reply]
    if not others:
        return EVERYWHERE
    count = comb(len(game.types) + len(others), len(game.types) - 1)
    if count > MOST_BELIEFS:
        raise CapacityError(
            f"{game.name} has {count:,} beliefs after {signal} to try, and at most {MOST_BELIEFS} are; name one: "
            "beliefs={signal: {type: probability}}."
        )
    rows = {other: _row(game, signal, reply, other) for other in others}
    corners = (
        corner
        for size in range(1, min(len(game.types), len(others) + 1) + 1)
        for kinds in combinations(range(len(game.types)), size)
        for tied in combinations(others, size - 1)
        for corner in _corner(game, signal, reply, rows, kinds, tied)
    )
    return any_of(corners) & _defined(game, signal)


def _row(game: SignallingGame, signal: str, reply: str, other: str) -> Row:
    return tuple(
        game.payoff(game.receiver, (kind, signal, reply)) - game.payoff(game.receiver, (kind, signal, other))
        for kind in game.types
    )


def _corner(
    game: SignallingGame, signal: str, reply: str, rows: dict[str, Row], kinds: tuple[int, ...], tied: tuple[str, ...]
) -> Iterator[Condition]:
    """Yield where the belief in these types at which the reply ties with those replies exists and makes it best."""
    from gametheory.formulas.translate import comparison

    weights = _cross_product([[rows[other][kind] for kind in kinds] for other in tied], len(kinds))
    names = " or ".join(game.types[kind] for kind in kinds)
    believed = f"{game.receiver} believes in {names} after {signal}"
    for sign in (1,) if len(kinds) == 1 else (1, -1):
        signed = [sign * weight for weight in weights]
        conditions = []
        if len(kinds) > 1:
            exists = f"{believed} so that {reply} ties with {' and '.join(tied)}"
            conditions = [comparison(w, ">=", 0, Comparison(exists, w, ">=")) for w in signed]
            whole = sum(signed, start=Fraction(0))
            conditions.append(comparison(whole, ">", 0, Comparison(exists, whole, ">")))
        for other, row in rows.items():
            if other in tied:
                continue
            gap = sum((w * row[kind] for w, kind in zip(signed, kinds, strict=True)), start=Fraction(0))
            reason: Any = Incentive(f"{game.receiver} (sure of {names} after {signal})", reply, other, gap)
            if len(kinds) > 1:
                reason = Comparison(f"{believed} so that {reply} is as good as {other}", gap, ">=")
            conditions.append(comparison(gap, ">=", 0, reason))
        yield all_of(conditions)


def _defined(game: SignallingGame, signal: str) -> Condition:
    """Return what the receiver's payoffs after a signal owe: differences and products may have cancelled it."""
    from gametheory.formulas.translate import comparison

    payoffs = (game.payoff(game.receiver, (kind, signal, reply)) for kind in game.types for reply in game.replies)
    return all_of(
        Condition(TRUE, comparison(payoff, ">=", 0).obligations)
        for payoff in payoffs
        if not isinstance(payoff, Fraction)
    )


def _cross_product(lines: Sequence[Sequence[Payoff]], size: int) -> list[Payoff]:
    """Return the vector that every line is orthogonal to, one line less than its size; 0 if they depend."""
    return [(-1) ** skipped * _determinant(lines, [c for c in range(size) if c != skipped]) for skipped in range(size)]


def _determinant(lines: Sequence[Sequence[Payoff]], columns: list[int]) -> Payoff:
    if not lines:
        return Fraction(1)
    return sum(
        (
            (-1) ** place * lines[0][column] * _determinant(lines[1:], [c for c in columns if c != column])
            for place, column in enumerate(columns)
        ),
        start=Fraction(0),
    )
