"""The payoffs of a game at a point as floats, correctly rounded, and never two of them made equal unasked."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from gametheory.errors import GameError, PayoffError, quoted
from gametheory.forms.normal import Game, Profile
from gametheory.incentive import shown


def require_numbers(game: Any, purpose: str) -> Game:
    """Return a game after checking that its payoffs are numbers.

    Parameters
    ----------
    game : Game
        The game.
    purpose : str
        What the numbers are for, as the sentence begins: "to_nashpy".

    Raises
    ------
    GameError
        If it is no game in normal form.
    PayoffError
        If it has parameters; the message says how to choose a point.
    """
    if not isinstance(game, Game):
        raise GameError(f"{purpose} takes a gt.Game; {quoted(game):.80} is a {type(game).__name__}.")
    if game.parameters:
        names = [parameter.name for parameter in game.parameters]
        example = ", ".join(f"{name}=..." for name in names)
        raise PayoffError(
            f"{purpose} needs numbers for payoffs, and {game.name} has the parameters {', '.join(names)}; choose a "
            f"point first: game.at({example})."
        )
    return game


def float_payoffs(
    game: Any, purpose: str, *, lossy: bool = False, mend: str = "rescale the payoffs"
) -> tuple[Any, ...]:
    """Return one numpy array of floats a player, indexed by the actions of the players in their order.

    Parameters
    ----------
    game : Game
        A game without parameters.
    purpose : str
        What the floats are for, as the sentence of an error begins.
    lossy : bool
        Whether different payoffs of a player may become the same float.
    mend : str
        What to do about such payoffs, for the message.

    Raises
    ------
    PayoffError
        If a payoff is larger than any float, or two different ones would become equal: that would make a tie, and
        with it equilibria, where the game has none.
    """
    import numpy

    game = require_numbers(game, purpose)
    shape = tuple(len(actions) for actions in game.actions)
    arrays = []
    for place, player in enumerate(game.players):
        payoffs = [cell[place] for cell in game.cells]
        rounded = [
            _nearest(payoff, f"{purpose}: {player}'s payoff at {shown(profile)}")
            for profile, payoff in zip(game.profiles, payoffs, strict=True)
        ]
        if not lossy:
            _require_distinct(f"{purpose}: {player}'s", game.profiles, payoffs, rounded, mend)
        array = numpy.array(rounded, dtype=float).reshape(shape)
        arrays.append(array)
    return tuple(arrays)


def _nearest(payoff: Fraction, where: str) -> float:
    try:
        return float(payoff)
    except OverflowError:
        raise PayoffError(f"{where} is larger than any float; rescale the payoffs.") from None


def _require_distinct(
    whose: str, profiles: Sequence[Profile], payoffs: Sequence[Fraction], rounded: Sequence[float], mend: str
) -> None:
    first: dict[float, int] = {}
    for here, number in enumerate(rounded):
        there = first.setdefault(number, here)
        if payoffs[there] != payoffs[here]:
            raise PayoffError(
                f"{whose} payoffs at {shown(profiles[there])} and {shown(profiles[here])} are different, but would "
                f"both become the float {quoted(number)}: a tie that the game does not have; {mend}."
            )
