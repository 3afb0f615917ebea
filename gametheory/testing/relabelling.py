"""The same game under other names and in another order."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from gametheory.forms.normal import Game, Profile


@dataclass(frozen=True)
class Relabelling:
    """Who is called what, and stands where.

    Parameters
    ----------
    order : tuple of int
        The old place of the player that now stands first, second and so on.
    names : tuple of str
        The new name of each player, by old place.
    actions : tuple of tuple of str
        The new names of each player's actions, by old place, in the old order.
    orders : tuple of tuple of str
        The new names in the new order, by old place.
    """

    order: tuple[int, ...]
    names: tuple[str, ...]
    actions: tuple[tuple[str, ...], ...]
    orders: tuple[tuple[str, ...], ...]

    def profile(self, game: Game, profile: Profile) -> Profile:
        """Return what a profile of the old game is called in the new one."""
        new = [self.actions[i][game.actions[i].index(action)] for i, action in enumerate(profile)]
        return tuple(new[place] for place in self.order)

    def game(self, game: Game) -> Game:
        """Return the new game: everybody gets the same from the same."""
        return Game(
            f"{game.name}, relabelled",
            [self.names[place] for place in self.order],
            [self.orders[place] for place in self.order],
            {
                self.profile(game, profile): tuple(cell[place] for place in self.order)
                for profile, cell in game.payoffs.items()
            },
            {name: [self.profile(game, member) for member in members] for name, members in game.outcomes},
            game.premises,
        )

    def text(self, game: Game) -> str:
        """Say what changed."""
        lines = []
        for place in self.order:
            pairs = zip(game.actions[place], self.actions[place], strict=True)
            renamed = ", ".join(f"{old} -> {new}" for old, new in pairs)
            lines.append(f"{game.players[place]} -> {self.names[place]} ({renamed})")
        return "; ".join(lines)


@st.composite
def relabellings(draw: DrawFn, game: Game) -> Relabelling:
    """Draw a relabelling of a game; the simplest changes nothing."""
    actions = tuple(tuple(draw(st.permutations(own))) for own in game.actions)
    return Relabelling(
        tuple(draw(st.permutations(range(len(game.players))))),
        tuple(draw(st.permutations(game.players))),
        actions,
        tuple(tuple(draw(st.permutations(own))) for own in game.actions),
    )
