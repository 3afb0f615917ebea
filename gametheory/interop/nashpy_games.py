"""To nashpy and back: two players, payoffs as matrices of floats."""

from __future__ import annotations

from typing import Any

from gametheory.errors import GameError, PayoffError, quoted
from gametheory.forms.normal import Game
from gametheory.interop.assembly import game_from_arrays
from gametheory.numeric.float_payoffs import float_payoffs, require_numbers

MEND = "rescale the payoffs, or accept the tie with lossy=True"


def to_nashpy(game: Game, *, lossy: bool = False) -> Any:
    """Return a two-player game as a ``nashpy.Game``.

    Payoffs become floats, correctly rounded, also where they are whole numbers: nashpy's integer arithmetic wraps
    round silently. Names of players and actions are lost; rows are the first player's actions.

    Parameters
    ----------
    game : Game
        Two players, no parameters.
    lossy : bool
        Whether different payoffs of a player may become the same float.

    Returns
    -------
    nashpy.Game

    Raises
    ------
    GameError
        If there are not two players.
    PayoffError
        If there are parameters, if a payoff is larger than any float, or if two different payoffs of a player would
        become equal and `lossy` is not set.

    Examples
    --------
    >>> import gametheory as gt
    >>> pennies = gt.Game("Pennies", ["even", "odd"], ["heads", "tails"],
    ...                   {(a, b): (1, -1) if a == b else (-1, 1) for a in ("heads", "tails")
    ...                                                           for b in ("heads", "tails")})
    >>> gt.interop.to_nashpy(pennies).payoff_matrices[0].tolist()
    [[1.0, -1.0], [-1.0, 1.0]]
    """
    require_numbers(game, "to_nashpy")
    if len(game.players) != 2:
        raise GameError(
            f"nashpy knows two players, and {game.name} has {len(game.players)} ({', '.join(game.players)}); use "
            "to_quantecon or to_gambit."
        )
    import nashpy

    return nashpy.Game(*float_payoffs(game, "to_nashpy", lossy=lossy, mend=MEND))


def from_nashpy(
    game: Any, *, name: str = "Game from nashpy", players: Any = None, actions: Any = None, floats: str | None = None
) -> Game:
    """Return a ``nashpy.Game`` as a Game with exact payoffs.

    Parameters
    ----------
    game : nashpy.Game
        The game.
    name : str
        What the game is to be called.
    players : sequence of str, optional
        Their names; else "row" and "column".
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
    >>> import gametheory as gt, nashpy
    >>> chicken = nashpy.Game([[0, -1], [1, -10]], [[0, 1], [-1, -10]])
    >>> print(gt.interop.from_nashpy(chicken, players=("Ann", "Bob"), actions=("swerve", "dare")))
    Game from nashpy
                    Bob
                swerve    dare
    Ann swerve  0, 0      -1, 1
        dare    1, -1     -10, -10
    """
    matrices = getattr(game, "payoff_matrices", None)
    if matrices is None:
        raise GameError(f"from_nashpy takes a nashpy.Game; {quoted(game):.80} is a {type(game).__name__}.")
    read = game_from_arrays(
        tuple(matrices), name=name, players=players, actions=actions, floats=floats, what="the nashpy game"
    )
    if getattr(game, "zero_sum", False) and any(a + b != 0 for a, b in read.cells):
        # nashpy negates the first matrix itself, in its own width: unsigned numbers wrap round there.
        raise PayoffError(
            f"nashpy took this game for zero-sum, but {matrices[0].dtype} has no room for the negative payoffs; make "
            "the matrix with dtype=int."
        )
    return read
