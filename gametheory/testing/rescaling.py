"""The same game with each player's utility measured in another unit, from another zero."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from gametheory.forms.normal import Game, Profile

UNITS = st.integers(1, 5) | st.fractions(Fraction(1, 9), 9, max_denominator=9)
ZEROS = st.integers(-5, 5) | st.fractions(-9, 9, max_denominator=9)


@dataclass(frozen=True)
class Rescaling:
    """A positive affine transformation of each player's utility: u becomes unit*u + zero.

    Parameters
    ----------
    units : tuple of Fraction
        One a player, above 0.
    zeros : tuple of Fraction
        One a player.
    """

    units: tuple[Fraction, ...]
    zeros: tuple[Fraction, ...]

    def profile(self, game: Game, profile: Profile) -> Profile:
        """Return the profile itself."""
        return profile

    def game(self, game: Game) -> Game:
        """Return the new game."""
        return Game(
            f"{game.name}, rescaled",
            game.players,
            game.actions,
            {
                profile: tuple(
                    unit * value + zero for unit, value, zero in zip(self.units, cell, self.zeros, strict=True)
                )
                for profile, cell in game.payoffs.items()
            },
            dict(game.outcomes),
            game.premises,
        )

    def text(self, game: Game) -> str:
        """Say what changed."""
        triples = zip(game.players, self.units, self.zeros, strict=True)
        return "; ".join(f"{player}'s u -> {unit}*u + {zero}" for player, unit, zero in triples)


@st.composite
def rescalings(draw: DrawFn, game: Game) -> Rescaling:
    """Draw a positive affine transformation for each player."""
    return Rescaling(
        tuple(Fraction(draw(UNITS)) for _ in game.players), tuple(Fraction(draw(ZEROS)) for _ in game.players)
    )
