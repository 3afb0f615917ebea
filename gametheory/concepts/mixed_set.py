"""Equilibria by support: closed forms, and the region where each exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from gametheory.concepts.closed_forms import strategy_words, value_of, written
from gametheory.errors import ConceptError, EmptyRegionError, Undecided
from gametheory.forms.normal import Game
from gametheory.region import Region


@dataclass(frozen=True, eq=False)
class SymbolicCorner:
    """A strategy that spans a side of a degenerate equilibrium set, and where it does.

    Parameters
    ----------
    strategy : tuple of expression
        One probability an action.
    region : Region
        Where it is a corner.
    """

    strategy: tuple[Any, ...]
    region: Region


@dataclass(frozen=True, eq=False)
class MixedEquilibrium:
    """The equilibria with one support.

    Parameters
    ----------
    game : Game
        The game.
    support : tuple of tuple of str
        The actions that every player plays with positive probability.
    probabilities : tuple of tuple of expression
        One strategy a player, one probability an action (0 outside the support), each between 0 and 1 wherever the
        region holds. Empty if `degenerate` and the support does not determine them.
    region : Region
        Where there is such an equilibrium. Written without radicals even where the probabilities need them.
    degenerate : bool
        Whether the support's equations do not determine the equilibrium by themselves: on this region the game is
        degenerate, and there may be a continuum.
    reason : str
        What makes it so.
    corners : tuple of tuple of SymbolicCorner
        Two players, degenerate: for every player the strategies that span its side. Where their regions hold, every
        convex combination of a player's corners that uses the whole support, with every one of the other's, is an
        equilibrium.
    where : tuple of (symbol, expression)
        Symbols in the probabilities that stand for longer expressions: the root of a quadratic.
    certain : bool
        False if the region is only necessary: outside it there is no such equilibrium, inside it there may be.
    """

    game: Game = field(repr=False)
    support: tuple[tuple[str, ...], ...]
    probabilities: tuple[tuple[Any, ...], ...]
    region: Region
    degenerate: bool = False
    reason: str = ""
    corners: tuple[tuple[SymbolicCorner, ...], ...] = ()
    where: tuple[tuple[Any, Any], ...] = ()
    certain: bool = True

    def at(self, point: Mapping[Any, Any]) -> tuple[tuple[Any, ...], ...]:
        """Return the probabilities at a point of the region, exact: one strategy a player, one number an action.

        Raises
        ------
        ConceptError
            If the point is not in the region, or the support does not determine the probabilities.
        """
        if not self.probabilities:
            raise ConceptError(f"{self} has no probabilities of its own: {self.reason}; see its corners.")
        if not self.region.contains(point):
            raise ConceptError(f"{self} is no equilibrium there; it is one where {self.region}.")
        known = dict(self.where)
        return tuple(
            tuple(value_of(chance.xreplace(known) if known else chance, point) for chance in strategy)
            for strategy in self.probabilities
        )

    def __str__(self) -> str:
        try:
            return self.text_at(self.region.witness())
        except (EmptyRegionError, Undecided):
            return self.text_at({})

    def text_at(self, point: Mapping[Any, Any]) -> str:
        """Write the equilibrium; where signs matter to a reader, as they are at a point of the region."""
        if self.probabilities:
            pairs = zip(self.probabilities, self.game.actions, strict=True)
            sides = [strategy_words(strategy, actions, point) for strategy, actions in pairs]
        else:
            sides = [own[0] if len(own) == 1 else f"some mixture of {_listed(own)}" for own in self.support]
        words = "; ".join(f"{player} {side}" for player, side in zip(self.game.players, sides, strict=True))
        notes = [f"where {symbol} = {written(value, point)}" for symbol, value in self.where if self.probabilities]
        return ("degenerate: " if self.degenerate else "") + ", ".join([words, *notes])


@dataclass(frozen=True, eq=False)
class MixedEquilibria(Mapping[MixedEquilibrium, Region]):
    """Every equilibrium of a game, pure and mixed, by support: a mapping from each to its region.

    Parameters
    ----------
    title : str
        Of which game.
    found : tuple of MixedEquilibrium
        Pure ones first, then by the size of the supports, degenerate ones last.
    """

    title: str
    found: tuple[MixedEquilibrium, ...]

    def __getitem__(self, equilibrium: MixedEquilibrium) -> Region:
        if equilibrium in self.found:
            return equilibrium.region
        raise KeyError(equilibrium)

    def __iter__(self) -> Iterator[MixedEquilibrium]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @property
    def complete(self) -> bool:
        """Whether there is no other equilibrium anywhere in the premises, and each region is exact.

        Raises
        ------
        Undecided
            If the solver gave up on a region that is only necessary.
        """
        return all(one.certain or one.region.is_empty() for one in self.found)

    def nonempty(self) -> MixedEquilibria:
        """Return those whose region is not proved empty."""
        return self._where(lambda one: possible(one.region))

    def regular(self) -> MixedEquilibria:
        """Return those whose support determines them."""
        return self._where(lambda one: not one.degenerate)

    def degenerate(self) -> MixedEquilibria:
        """Return those that exist only where the game is degenerate."""
        return self._where(lambda one: one.degenerate)

    def _where(self, wanted: Callable[[MixedEquilibrium], bool]) -> MixedEquilibria:
        return replace(self, found=tuple(one for one in self.found if wanted(one)))

    def __repr__(self) -> str:
        return f"<MixedEquilibria: {self.title}, {len(self)} supports>"

    def __str__(self) -> str:
        return "\n".join([self.title, *(f"  {one}: {one.region}" for one in self.found)])

    def to_frame(self) -> Any:
        """Return a pandas DataFrame: a row an equilibrium, with its condition and whether it is degenerate."""
        import pandas

        return pandas.DataFrame(
            {
                "equilibrium": [str(one) for one in self.found],
                "condition": [str(one.region) for one in self.found],
                "degenerate": [one.degenerate for one in self.found],
            }
        )


def _listed(actions: Sequence[str]) -> str:
    return f"{', '.join(actions[:-1])} and {actions[-1]}"


def possible(region: Region) -> bool:
    """Say whether a region is not proved empty."""
    try:
        return not region.is_empty()
    except Undecided:
        return True
