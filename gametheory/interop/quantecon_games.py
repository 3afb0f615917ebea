"""To quantecon and back: any number of players, each payoff array beginning with the player's own actions."""

from __future__ import annotations

from typing import Any

from gametheory.errors import GameError, quoted
from gametheory.forms.normal import Game
from gametheory.interop.assembly import game_from_arrays
from gametheory.interop.library import load
from gametheory.interop.nashpy_games import MEND
from gametheory.numeric.float_payoffs import float_payoffs


def to_quantecon(game: Game, *, lossy: bool = False) -> Any:
    """Return a game as a ``quantecon.game_theory.NormalFormGame``.

    Payoffs become floats, correctly rounded. Names of players and actions are lost. By default quantecon takes payoffs
    that differ by less than 1e-8 for ties.

    Parameters
    ----------
    game : Game
        Without parameters.
    lossy : bool
        Whether different payoffs of a player may become the same float.

    Returns
    -------
    quantecon.game_theory.NormalFormGame

    Raises
    ------
    MissingLibraryError
        If quantecon is not installed.
    PayoffError
        If there are parameters, if a payoff is larger than any float, or if two different payoffs of a player would
        become equal and `lossy` is not set.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("Stag hunt", ["Ann", "Bob"], ["stag", "hare"],
    ...                {("stag", "stag"): (2, 2), ("stag", "hare"): (0, 1),
    ...                 ("hare", "stag"): (1, 0), ("hare", "hare"): (1, 1)})
    >>> gt.interop.to_quantecon(game).players[1].payoff_array.tolist()
    [[2.0, 0.0], [1.0, 1.0]]
    """
    arrays = float_payoffs(game, "to_quantecon", lossy=lossy, mend=MEND)
    library = load("quantecon.game_theory", "quantecon", "pip install quantecon")
    axes = range(len(arrays))
    return library.NormalFormGame(
        [library.Player(array.transpose((*axes[own:], *axes[:own]))) for own, array in enumerate(arrays)]
    )


def from_quantecon(
    game: Any, *, name: str = "Game from quantecon", players: Any = None, actions: Any = None, floats: str | None = None
) -> Game:
    """Return a ``quantecon.game_theory.NormalFormGame`` as a Game with exact payoffs.

    Parameters
    ----------
    game : quantecon.game_theory.NormalFormGame
        The game.
    name : str
        What the game is to be called.
    players : sequence of str, optional
        Their names; else "row" and "column", or "first player" and so on if there are not two.
    actions : sequence of str, or one sequence of str a player, optional
        Their names; else "first", "second" and so on.
    floats : {None, "binary", "decimal"}
        What floats mean that are not whole: the binary value they hold, or the shortest decimal that prints the
        same. Without a word they are refused.

    Returns
    -------
    Game

    Raises
    ------
    GameError
        If it is no such game, or names and actions differ in number.
    PayoffError
        For a float whose meaning is open, and for payoffs that are not numbers.

    Examples
    --------
    >>> import gametheory as gt
    >>> from quantecon.game_theory import NormalFormGame
    >>> gt.interop.from_quantecon(NormalFormGame([[2, 0], [1, 1]]))
    <Game 'Game from quantecon': 2x2, row, column>
    """
    members = getattr(game, "players", None)
    if members is None or not all(hasattr(player, "payoff_array") for player in members):
        raise GameError(
            f"from_quantecon takes a quantecon NormalFormGame; {quoted(game):.80} is a {type(game).__name__}."
        )
    arrays = []
    for own, player in enumerate(members):
        axes = range(player.payoff_array.ndim)
        # A player's array begins with the player's own axis; the others follow in turn.
        arrays.append(player.payoff_array.transpose((*axes[len(axes) - own :], *axes[: len(axes) - own])))
    return game_from_arrays(
        arrays, name=name, players=players, actions=actions, floats=floats, what="the quantecon game"
    )
