"""Shares of actions over time, labelled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from gametheory.forms.normal import Game
from gametheory.numeric.origin import Origin

Shares = tuple[float, ...]
"""One share an action, in the order of the actions; together they are about 1."""


@dataclass(frozen=True)
class Paths:
    """How the shares of actions move: one path a population, and never more than a picture.

    Parameters
    ----------
    game : Game
        The game, without parameters.
    origin : Origin
        How the paths were computed, and what they are not.
    populations : tuple of str
        Whose shares: the players, or "population" for a game played within one.
    actions : tuple of tuple of str
        The actions of each population.
    times : tuple of numbers
        When the shares were taken.
    shares : tuple of tuple of Shares
        For every population its shares at every time.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("Stag hunt", ["Ann", "Bob"], ["stag", "hare"],
    ...                {("stag", "stag"): (3, 3), ("stag", "hare"): (0, 1),
    ...                 ("hare", "stag"): (1, 0), ("hare", "hare"): (1, 1)})
    >>> paths = gt.numeric.replicator_dynamics(game, start={"stag": "1/2", "hare": "1/2"}, horizon=20)
    >>> round(paths.last["population"]["stag"], 4)
    1.0
    """

    game: Game = field(repr=False)
    origin: Origin
    populations: tuple[str, ...]
    actions: tuple[tuple[str, ...], ...]
    times: tuple[float, ...] = field(repr=False)
    shares: tuple[tuple[Shares, ...], ...] = field(repr=False)

    @property
    def last(self) -> Mapping[str, Mapping[str, float]]:
        """The shares at the last time, by population and action."""
        return MappingProxyType(
            {
                population: MappingProxyType(dict(zip(own, path[-1], strict=True)))
                for population, own, path in zip(self.populations, self.actions, self.shares, strict=True)
            }
        )

    def to_frame(self) -> Any:
        """Return a tidy pandas DataFrame: a row for each time, population and action, with the share."""
        import pandas

        rows = [
            (time, population, action, share)
            for population, own, path in zip(self.populations, self.actions, self.shares, strict=True)
            for time, shares in zip(self.times, path, strict=True)
            for action, share in zip(own, shares, strict=True)
        ]
        frame = pandas.DataFrame(rows, columns=["time", "population", "action", "share"])
        frame.attrs["origin"] = str(self.origin)
        return frame

    def __str__(self) -> str:
        lines = [f"{self.game.name}: {self.origin}", f"at time {self.times[-1]:g}:"]
        for population, shares in self.last.items():
            listed = ", ".join(f"{action} {share:.4f}" for action, share in shares.items())
            lines.append(f"  {population}: {listed}")
        return "\n".join(lines)
