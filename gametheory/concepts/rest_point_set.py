"""Rest points of the replicator dynamics by support: shares, and the regions where they exist and are stable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from gametheory.concepts.closed_forms import strategy_words, value_of
from gametheory.errors import ConceptError, EmptyRegionError, Undecided
from gametheory.forms.normal import Game
from gametheory.incentive import shown
from gametheory.region import Region


@dataclass(frozen=True, eq=False)
class RestPoint:
    """The state with one support that the replicator dynamics do not leave, and whether they come back to it.

    Stability is that of the linearised dynamics on all shares of the game: `stable`, `unstable` and `undecided` divide
    `region`.

    Parameters
    ----------
    game : Game
        The game.
    support : tuple of str
        The actions in use.
    shares : tuple of expression
        One share an action of the game (0 outside the support), above 0 in the support wherever `region` holds. Empty
        if the support's equations never determine them.
    region : Region
        Where there is exactly one rest point with this support: its equations determine it.
    stable : Region
        Where it is asymptotically stable: every eigenvalue has a negative real part.
    unstable : Region
        Where some eigenvalue has a positive real part.
    saddle : Region
        The part of `unstable` where another eigenvalue has a negative real part: some ways lead to the point.
    undecided : Region
        Where no eigenvalue has a positive real part and one has real part 0: linearisation does not decide.
    continuum : Region
        Where there are infinitely many rest points with this support. None of them is asymptotically stable: others are
        arbitrarily near, and do not move.
    """

    game: Game = field(repr=False)
    support: tuple[str, ...]
    shares: tuple[Any, ...]
    region: Region
    stable: Region
    unstable: Region
    saddle: Region
    undecided: Region
    continuum: Region

    def at(self, point: Mapping[Any, Any]) -> tuple[Any, ...]:
        """Return the shares at a point of the region, exact: one an action.

        Raises
        ------
        ConceptError
            If the point is not in the region.
        """
        if not self.region.contains(point):
            raise ConceptError(
                f"there is not one rest point with the support {shown(self.support)} there; there is where "
                f"{self.region}."
            )
        return tuple(value_of(share, point) for share in self.shares)

    def __str__(self) -> str:
        try:
            point: Mapping[Any, Any] = self.region.witness()
        except (EmptyRegionError, Undecided):
            return f"{shown(self.support)}: {self.region}; infinitely many: {self.continuum}"
        name = strategy_words(self.shares, self.game.actions[0], point)
        return (
            f"{name}: {self.region}; stable: {self.stable}; saddle: {self.saddle}; unstable: {self.unstable}; not "
            f"decided by linearisation: {self.undecided}; infinitely many: {self.continuum}"
        )


@dataclass(frozen=True, eq=False)
class RestPoints(Mapping[tuple[str, ...], RestPoint]):
    """The rest points of a game by support: an immutable mapping, the smaller supports first.

    Parameters
    ----------
    title : str
        Of which game.
    found : tuple of RestPoint
        One a support.
    """

    title: str
    found: tuple[RestPoint, ...]

    def __getitem__(self, support: tuple[str, ...]) -> RestPoint:
        for one in self.found:
            if one.support == support:
                return one
        raise KeyError(support)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return (one.support for one in self.found)

    def __len__(self) -> int:
        return len(self.found)

    def nonempty(self) -> RestPoints:
        """Return the supports for which a rest point, or infinitely many, exist somewhere in the premises."""
        kept = (one for one in self.found if not (one.region.is_empty() and one.continuum.is_empty()))
        return RestPoints(self.title, tuple(kept))

    def __repr__(self) -> str:
        return f"<RestPoints: {self.title}, {len(self)} supports>"

    def __str__(self) -> str:
        return "\n".join([self.title, *(f"  {one}" for one in self.found)])
