"""Random games of numbers, ties included."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from gametheory.errors import GameError, quoted
from gametheory.forms.normal import Game, Profile
from gametheory.interop.names import default_actions, default_players
from gametheory.testing.printing import Written, described, game_code

Cells = dict[Profile, tuple[Any, ...]]

FEW = st.integers(0, 2)
SOME = st.integers(-9, 9)
MANY = st.fractions(-9, 9, max_denominator=12)
RANGES = st.sampled_from((FEW, FEW, SOME, MANY))
"""Half of the games have payoffs from three numbers, so that ties abound."""


def games(
    players: Any = 2, actions: Any = 2, payoffs: SearchStrategy[Any] | None = None, *, symmetric: bool = False
) -> SearchStrategy[Game]:
    """Return a strategy of games of numbers, with ties.

    Parameters
    ----------
    players : int, or SearchStrategy of int
        At least 1.
    actions : int, sequence of int, or SearchStrategy of int
        How many actions: for every player, or one number a player; a strategy is asked for each player. At least 1.
    payoffs : SearchStrategy of exact numbers, optional
        Each payoff; else half of the games have payoffs from 0, 1 and 2, the others from a wider range or fractions.
    symmetric : bool
        Whether a player's payoff depends on its own action and on how many of the others choose which, and not on
        who is who.

    Returns
    -------
    SearchStrategy
        Of Game. Where a test fails, the game is printed with the profitable deviations and a line to paste.

    Raises
    ------
    GameError
        For a count below 1, for actions that do not go with the players, and for a symmetric game in which the
        players have different numbers of actions.

    Examples
    --------
    >>> from hypothesis import find
    >>> import gametheory as gt
    >>> print(find(gt.testing.games(), lambda game: game.payoff("row", ("second", "first")) > 0))
    Drawn game
                    column
                first    second
    row first   0, 0     0, 0
        second  1, 0     0, 0
    """
    fixed = tuple(actions) if isinstance(actions, Sequence) and not isinstance(actions, str) else None
    if fixed is not None and isinstance(players, int) and len(fixed) != players:
        raise GameError(
            f"there are numbers of actions for {len(fixed)} players, but {quoted(players):.60} players; give one "
            "number a player."
        )
    counts = [one for one in (players, *(fixed or (actions,))) if not isinstance(one, SearchStrategy)]
    if any(not isinstance(one, int) or isinstance(one, bool) or one < 1 for one in counts):
        raise GameError(f"players={quoted(players)} and actions={quoted(actions)}: write whole numbers of at least 1.")
    if symmetric and fixed is not None and len(set(fixed)) > 1:
        raise GameError(f"a symmetric game gives every player the same actions; {quoted(fixed)} are different numbers.")
    return _games(players, fixed or actions, payoffs, symmetric)


@st.composite
def _games(draw: DrawFn, players: Any, actions: Any, payoffs: SearchStrategy[Any] | None, symmetric: bool) -> Game:
    count = draw(players) if isinstance(players, SearchStrategy) else players
    sizes = _sizes(draw, count, actions, symmetric)
    names = [default_actions(size) for size in sizes]
    of_payoffs = draw(RANGES) if payoffs is None else payoffs

    def payoff() -> Any:
        return draw(of_payoffs)

    cells = _symmetric_cells(names, payoff) if symmetric else _cells(names, payoff)
    game = Game("Drawn game", default_players(count), names, cells)
    note(Written(lambda: described(game, game_code(game))))
    return game


def _sizes(draw: DrawFn, count: int, actions: Any, symmetric: bool) -> tuple[int, ...]:
    if isinstance(actions, tuple):
        if len(actions) != count:
            raise GameError(f"{count} players were drawn, and there are numbers of actions for {len(actions)}.")
        return actions
    if isinstance(actions, int):
        return (actions,) * count
    return (draw(actions),) * count if symmetric else tuple(draw(actions) for _ in range(count))


def _cells(names: Sequence[tuple[str, ...]], payoff: Callable[[], Fraction]) -> Cells:
    return {profile: tuple(payoff() for _ in names) for profile in product(*names)}


def _symmetric_cells(names: Sequence[tuple[str, ...]], payoff: Callable[[], Fraction]) -> Cells:
    known: dict[tuple[str, tuple[str, ...]], Fraction] = {}
    cells: Cells = {}
    for profile in product(*names):
        situations = [(profile[i], tuple(sorted((*profile[:i], *profile[i + 1 :])))) for i in range(len(names))]
        for situation in situations:
            if situation not in known:
                known[situation] = payoff()
        cells[profile] = tuple(known[situation] for situation in situations)
    return cells
