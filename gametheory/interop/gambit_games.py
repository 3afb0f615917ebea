"""To pygambit and back: any number of players, exact payoffs, and all names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from gametheory.errors import GameError, quoted
from gametheory.forms.normal import Game
from gametheory.interop.assembly import Place, game_from_cells
from gametheory.interop.library import load
from gametheory.interop.names import default_actions, default_players, filled, read_actions, read_players
from gametheory.numeric.float_payoffs import require_numbers


def to_gambit(game: Game) -> Any:
    """Return a game as a ``pygambit.Game`` in strategic form, with exact payoffs and all names.

    Beware: pygambit returns no equilibria, and no warning, for games with payoffs of 2**31 - 1 (about 2.1e9) or more,
    though it stores them; rescale such payoffs first. Names must be printable ASCII there.

    Parameters
    ----------
    game : Game
        Without parameters.

    Returns
    -------
    pygambit.Game

    Raises
    ------
    MissingLibraryError
        If pygambit is not installed. It is under the GNU GPL and no dependency of this package.
    PayoffError
        If there are parameters.
    GameError
        If pygambit refuses a name.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("One choice", ["Ann"], ["stay", "go"], {("stay",): ("1/3",), ("go",): (2,)})
    >>> gt.interop.to_gambit(game)  # doctest: +SKIP
    Game(title='One choice')
    """
    require_numbers(game, "to_gambit")
    library = load("pygambit", "pygambit", "pip install alliance-games[gambit]")
    import numpy

    shape = tuple(len(actions) for actions in game.actions)
    arrays = []
    for place in range(len(game.players)):
        array = numpy.empty(len(game.cells), dtype=object)
        array[:] = [cell[place] for cell in game.cells]
        arrays.append(array.reshape(shape))
    made = library.Game.from_arrays(*arrays)
    try:
        made.title = game.name
        _label(made.players, game.players)
        for player, actions in zip(made.players, game.actions, strict=True):
            _label(player.strategies, actions)
    except ValueError as error:
        raise GameError(
            f"pygambit refuses a name of {game.name}: {error}; give the game names of printable ASCII characters, "
            "without spaces at their ends or two in a row."
        ) from None
    return made


def _label(things: Iterable[Any], names: Sequence[str]) -> None:
    """Name players or strategies; on the way none may bear the name of another."""
    free = "x" * (max(map(len, names)) + 1)
    for number, thing in enumerate(things):
        thing.label = f"{free}{number}"
    for thing, name in zip(things, names, strict=True):
        thing.label = name


def from_gambit(game: Any, *, name: str | None = None, players: Any = None, actions: Any = None) -> Game:
    """Return a ``pygambit.Game`` as a Game with exact payoffs.

    A tree is read in its reduced strategic form. A profile without an outcome pays nothing, as in Gambit.

    Parameters
    ----------
    game : pygambit.Game
        The game.
    name : str, optional
        What the game is to be called; else its title.
    players : sequence of str, optional
        Their names; else their labels.
    actions : sequence of str, or one sequence of str a player, optional
        Their names; else the labels of the strategies.

    Returns
    -------
    Game

    Raises
    ------
    GameError
        If it is no such game, or names and actions differ in number.

    Examples
    --------
    >>> import gametheory as gt
    >>> import pygambit  # doctest: +SKIP
    >>> gt.interop.from_gambit(pygambit.Game.from_arrays([[2, 0], [1, 1]], [[2, 1], [0, 1]]))  # doctest: +SKIP
    <Game 'Untitled strategic game': 2x2, 1, 2>
    """
    if not all(hasattr(game, attribute) for attribute in ("players", "title", "outcomes", "to_nfg")):
        raise GameError(f"from_gambit takes a pygambit.Game; {quoted(game):.80} is a {type(game).__name__}.")
    members = list(game.players)
    labels = [[strategy.label for strategy in member.strategies] for member in members]
    called = read_players(players, filled([member.label for member in members], default_players(len(members))))
    own = [filled(labels[place], default_actions(len(labels[place]))) for place in range(len(members))]

    def payoffs_at(place: Place) -> list[Any]:
        outcome = game[place]
        return [0 if outcome is None else outcome[member] for member in members]

    return game_from_cells(
        name or game.title or "Game from Gambit", called, read_actions(actions, own, called), payoffs_at
    )
