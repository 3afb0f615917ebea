"""A counterexample on paper: the matrix at the point, who would deviate, and a line to paste."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.forms.normal import Game, Profile
from gametheory.incentive import shown

MOST_DEVIATIONS = 8
"""So many profiles are listed with a deviation; the rest are counted."""


def paste_line(name: str, values: Mapping[str, Fraction]) -> str:
    """Return a call that gives the game its numbers: ``dilemma.at(T=3, delta="1/2")``; just the name without any."""
    arguments = ", ".join(f"{parameter}={literal(value)}" for parameter, value in values.items())
    return f"{name}.at({arguments})" if arguments else name


def literal(value: Fraction) -> str:
    """Write an exact number so that the package reads it back: 3, or "1/2"."""
    return str(value) if value.denominator == 1 else f'"{value}"'


def game_code(game: Game) -> str:
    """Return a line that builds a game of numbers."""
    payoffs = ", ".join(
        f"{profile!r}: ({', '.join(map(literal, cell))}{',' if len(cell) == 1 else ''})"
        for profile, cell in game.payoffs.items()
    )
    return f"gt.Game({game.name!r}, {game.players!r}, {game.actions!r}, {{{payoffs}}})"


def described(game: Any, line: str) -> str:
    """Return a game at a point as text: the matrix, the profitable deviations, and a line to paste."""
    numbers = isinstance(game, Game) and not game.parameters
    return "\n".join([str(game), *(deviations(game) if numbers else []), f"to paste: {line}"])


class Printed:
    """Something that Hypothesis prints by its ``repr``, and not field by field."""

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))


@dataclass(frozen=True, eq=False)
class Written(Printed):
    """Text for Hypothesis to print beside a failing example, composed only then."""

    compose: Callable[[], str]

    def __repr__(self) -> str:
        return self.compose()


def deviations(game: Game) -> list[str]:
    """Return a line for each profile from which somebody gains, the largest gain of each player; or say none does."""
    lines = []
    for profile in game.profiles:
        gains = [text for player in game.players if (text := _gain(game, profile, player))]
        if gains:
            lines.append(f"from {shown(profile)}: {'; '.join(gains)}")
    stable = [shown(profile) for profile in game.profiles if not any(_gain(game, profile, p) for p in game.players)]
    more = len(lines) - MOST_DEVIATIONS
    rest = [f"and from {more} more profiles"] if more > 0 else []
    kept = "nobody gains by deviating alone from: " + ", ".join(stable)
    return [*lines[:MOST_DEVIATIONS], *rest, *([kept] if stable else ["somebody gains by deviating from each profile"])]


def _gain(game: Game, profile: Profile, player: str) -> str:
    """Say what a player gains most by doing, empty if nothing."""
    best = max(game.alternatives(profile, player), key=lambda one: _worth(game, profile, player, one), default=None)
    if best is None or _worth(game, profile, player, best) <= 0:
        return ""
    return f"{player} gains {_worth(game, profile, player, best)} by {best}"


def _worth(game: Game, profile: Profile, player: str, action: str) -> Fraction:
    gap: Fraction = game.gap(player, game.deviation(profile, player, action), profile)
    return gap
