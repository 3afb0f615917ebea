"""A game at a drawn point, as it prints in Hypothesis's report."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.point import Point
from gametheory.testing.printing import Printed, described, paste_line


@dataclass(frozen=True, eq=False)
class DrawnGame(Printed):
    """A game at a point: a line in Hypothesis's report, and the matrix when it is asked for.

    Parameters
    ----------
    game : game
        With numbers for its parameters.
    point : Point
        The numbers, and those of parameters that `also` added.
    line : str
        A line to paste: ``dilemma.at(P=1, R=2, S=0, T=3)``.
    """

    game: Any
    point: Point
    line: str

    def __repr__(self) -> str:
        return self.line

    def __str__(self) -> str:
        return described(self.game, self.line)


def drawn_game(game: Any, point: Point, name: str) -> DrawnGame:
    """Return a game at a point; coordinates that are no parameters of the game stay with the point."""
    own: dict[str, Fraction] = {parameter.name: point[parameter] for parameter in game.parameters if parameter in point}
    return DrawnGame(game.at(own), point, paste_line(name, own))
