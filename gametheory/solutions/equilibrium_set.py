"""The equilibria of a game at a point: profiles, the components they span, and how they were found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gametheory.forms.normal import Game
from gametheory.solutions.equilibrium_text import equilibria_text

Probability = Any
"""A Fraction; where it is irrational, an AlgebraicNumber."""

Strategy = tuple[Probability, ...]
"""A player's probabilities, one an action, in the order of the actions."""

MixedProfile = tuple[Strategy, ...]
"""One strategy a player, in the order of the players."""


@dataclass(frozen=True)
class Piece:
    """A set of equilibria that is described as one.

    Parameters
    ----------
    support : tuple of tuple of str
        Every player's actions that have positive probability somewhere in the piece.
    corners : tuple of tuple of Strategy
        For every player the strategies that span its side: every convex combination of a player's corners, together
        with every one of the others', is an equilibrium. Empty if the piece is not such a product; then `conditions`
        describe it.
    conditions : tuple of str
        Equations and inequalities in the probabilities, written ``p(China: ally)``; together with the support they
        say which profiles are equilibria. Empty for a product of corners.
    sample : MixedProfile
        One equilibrium of the piece.
    """

    support: tuple[tuple[str, ...], ...]
    corners: tuple[tuple[Strategy, ...], ...]
    sample: MixedProfile
    conditions: tuple[str, ...] = ()

    @property
    def is_point(self) -> bool:
        """Whether the piece is a single profile."""
        return bool(self.corners) and all(len(side) == 1 for side in self.corners)


@dataclass(frozen=True)
class Component:
    """Equilibria that hang together: one profile, or a continuum.

    Parameters
    ----------
    pieces : tuple of Piece
        For two players the maximal convex pieces (maximal Nash subsets); pieces of one component share equilibria.
        For more players, the pieces with one support each.
    """

    pieces: tuple[Piece, ...]

    @property
    def is_point(self) -> bool:
        """Whether the component is a single profile."""
        return len(self.pieces) == 1 and self.pieces[0].is_point


@dataclass(frozen=True)
class Equilibria:
    """All Nash equilibria of a game without parameters.

    Parameters
    ----------
    game : Game
        The game.
    extreme : tuple of MixedProfile
        Two players: the extreme equilibria, of which every other one is a convex combination within a piece. More
        players: every equilibrium that solves the equations of its support alone, isolated or not.
    components : tuple of Component
        Every equilibrium is in one of them.
    method : str
        How they were found.
    exact : bool
        Whether every probability is exact: a Fraction or an AlgebraicNumber.
    complete : bool
        Whether it is certain that nothing is missing.
    degenerate : bool
        Whether some equilibrium is not regular: an unused action does as well as those used, or the equations of a
        support do not determine their solution by themselves.
    unresolved : tuple of str
        What was not resolved; empty if complete.
    """

    game: Game = field(repr=False)
    extreme: tuple[MixedProfile, ...]
    components: tuple[Component, ...]
    method: str
    exact: bool
    complete: bool
    degenerate: bool
    unresolved: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[MixedProfile]:
        return iter(self.extreme)

    def __len__(self) -> int:
        return len(self.extreme)

    def __str__(self) -> str:
        return equilibria_text(self)

    def to_frame(self) -> Any:
        """Return a pandas DataFrame of the extreme equilibria: one row an equilibrium, player and action."""
        import pandas

        rows = [
            (number, player, action, probability)
            for number, profile in enumerate(self.extreme, start=1)
            for player, actions, strategy in zip(self.game.players, self.game.actions, profile, strict=True)
            for action, probability in zip(actions, strategy, strict=True)
        ]
        return pandas.DataFrame(rows, columns=["equilibrium", "player", "action", "probability"])
