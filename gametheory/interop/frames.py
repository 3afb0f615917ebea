"""To pandas and back: a row a profile, a column for each player's action and one for each player's payoff."""

from __future__ import annotations

from typing import Any

from gametheory.errors import GameError, quoted
from gametheory.forms.normal import Game
from gametheory.forms.words import require_name
from gametheory.incentive import shown
from gametheory.interop.peer_numbers import read_number
from gametheory.numeric.float_payoffs import require_numbers


def to_frame(game: Game) -> Any:
    """Return a game as a tidy pandas DataFrame with exact payoffs.

    Each player has a column of actions, called as the player, and a column of payoffs (Fractions), called ``payoff``
    and the player. The name of the game is in the frame's ``attrs``; named outcomes are lost.

    Parameters
    ----------
    game : Game
        Without parameters.

    Returns
    -------
    pandas.DataFrame

    Raises
    ------
    PayoffError
        If there are parameters.
    GameError
        If a player is called as the payoff column of another.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("One choice", ["Ann"], ["stay", "go"], {("stay",): ("1/3",), ("go",): (2,)})
    >>> gt.interop.to_frame(game)
        Ann payoff Ann
    0  stay        1/3
    1    go          2
    """
    require_numbers(game, "to_frame")
    for player in game.players:
        if _payoff_column(player) in game.players:
            raise GameError(
                f"{game.name} has the players {player} and {_payoff_column(player)}, so that two columns would have "
                "the same name; call the second player something else."
            )
    import pandas

    columns: dict[str, Any] = {
        player: [profile[place] for profile in game.profiles] for place, player in enumerate(game.players)
    }
    for place, player in enumerate(game.players):
        columns[_payoff_column(player)] = pandas.Series([cell[place] for cell in game.cells], dtype=object)
    frame = pandas.DataFrame(columns)
    frame.attrs["name"] = game.name
    return frame


def from_frame(frame: Any, *, name: str | None = None, floats: str | None = None) -> Game:
    """Return a tidy pandas DataFrame, as `to_frame` makes it, as a Game with exact payoffs.

    The rows may come in any order; a player's actions are taken in the order in which they first appear.

    Parameters
    ----------
    frame : pandas.DataFrame
        For every player a column of actions (text) and a column of payoffs whose name is ``payoff`` and the player's:
        whole numbers, Fractions, or text such as "1/3".
    name : str, optional
        What the game is to be called; else the name in the frame's ``attrs``.
    floats : {None, "binary", "decimal"}
        What floats mean that are not whole: the binary value they hold, or the shortest decimal that prints the
        same. Without a word they are refused.

    Returns
    -------
    Game

    Raises
    ------
    GameError
        If columns or rows do not fit together.
    PayoffError
        For a float whose meaning is open, and for payoffs that are not numbers.

    Examples
    --------
    >>> import gametheory as gt, pandas
    >>> frame = pandas.DataFrame({"Ann": ["stay", "go"], "payoff Ann": ["1/3", "2"]})
    >>> gt.interop.from_frame(frame, name="One choice").payoff("Ann", ("stay",))
    Fraction(1, 3)
    """
    columns = list(getattr(frame, "columns", ()))
    players = [column for column in columns if isinstance(column, str) and _payoff_column(column) in columns]
    if not players or {*columns} != {*players, *map(_payoff_column, players)} or len(columns) != 2 * len(players):
        raise GameError(
            'from_frame needs for every player X a column "X" of actions and a column "payoff X", and no other; the '
            f"columns are {', '.join(quoted(column, str) for column in columns) or 'none'}."
        )
    own = frame.attrs.get("name")
    title = require_name((own if isinstance(own, str) else "Game from a frame") if name is None else name)
    choices = [frame[player].to_numpy() for player in players]
    payoffs = [frame[_payoff_column(player)].to_numpy() for player in players]
    cells = {}
    for row in range(len(frame)):
        profile = tuple(choice[row] for choice in choices)
        if not all(isinstance(action, str) for action in profile):
            raise GameError(f"{title}: row {row} has the actions {quoted(profile)}; write every action as a word.")
        if profile in cells:
            raise GameError(f"{title}: row {row} is a second one for {shown(profile)}; keep one row a profile.")
        cells[profile] = tuple(
            read_number(payoff[row], f"{title}: {player}'s payoff at {shown(profile)}", floats)
            for player, payoff in zip(players, payoffs, strict=True)
        )
    return Game(title, players, [list(dict.fromkeys(choice)) for choice in choices], cells)


def _payoff_column(player: object) -> str:
    return f"payoff {player}"
