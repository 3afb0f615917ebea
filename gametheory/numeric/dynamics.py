"""Replicator dynamics: shares of actions grow as they do better than the average."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gametheory.errors import Undecided
from gametheory.forms.normal import Game
from gametheory.numeric.float_payoffs import float_payoffs
from gametheory.numeric.options import read_positive, read_whole
from gametheory.numeric.origin import by_nashpy
from gametheory.numeric.paths import Paths
from gametheory.numeric.starting_point import by_player, read_shares
from gametheory.numeric.symmetry import require_symmetric, require_two_players

DRIFT = 1e-4
"""How far integrated shares may be from 1 together, or below 0, before the integration counts as failed."""


def replicator_dynamics(
    game: Game, *, start: Mapping[str, Any] | None = None, horizon: Any = 10, points: int = 101
) -> Paths:
    """Follow the replicator dynamics of a symmetric game within one population.

    Parameters
    ----------
    game : Game
        Two players, symmetric, no parameters.
    start : mapping of action to share, optional
        The shares at time 0: fractions as text ("1/3"), exact numbers or floats; actions left out have share 0.
        Without it all shares are equal.
    horizon : number
        Until when.
    points : int
        At how many times, evenly spaced from 0 to the horizon.

    Returns
    -------
    Paths
        With one population, called "population".

    Raises
    ------
    ConceptError
        If the game is not symmetric, or start, horizon or points make no sense.
    PayoffError
        If the game has parameters, or payoffs that floats cannot tell apart.
    Undecided
        If the integrator gave up.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("Hawk and dove", ["Ann", "Bob"], ["hawk", "dove"],
    ...                {("hawk", "hawk"): (-1, -1), ("hawk", "dove"): (2, 0),
    ...                 ("dove", "hawk"): (0, 2), ("dove", "dove"): (1, 1)})
    >>> paths = gt.numeric.replicator_dynamics(game, start={"hawk": "1/10", "dove": "9/10"}, horizon=40)
    >>> {action: round(share, 3) for action, share in paths.last["population"].items()}
    {'hawk': 0.5, 'dove': 0.5}
    """
    require_symmetric(game, "replicator_dynamics", "use asymmetric_replicator_dynamics")
    shares = read_shares(start, game.actions[0], "the population")
    times = _times(horizon, points)
    solver = _nashpy_game(game, "replicator_dynamics")
    path = _integrated(lambda: [solver.replicator_dynamics(y0=shares, timepoints=times)], horizon)
    origin = by_nashpy("replicator dynamics within one population", None, f"until time {horizon}")
    return Paths(game, origin, ("population",), (game.actions[0],), tuple(times), path)


def asymmetric_replicator_dynamics(
    game: Game, *, start: Mapping[str, Mapping[str, Any]] | None = None, horizon: Any = 10, points: int = 101
) -> Paths:
    """Follow the replicator dynamics of two populations, one for each player.

    Parameters
    ----------
    game : Game
        Two players, no parameters.
    start : mapping of player to mapping of action to share, optional
        The shares at time 0: fractions as text ("1/3"), exact numbers or floats; actions left out have share 0.
        A player left out starts with equal shares.
    horizon : number
        Until when.
    points : int
        At how many times, evenly spaced from 0 to the horizon.

    Returns
    -------
    Paths
        With the players as populations.

    Raises
    ------
    ConceptError
        If there are not two players, or start, horizon or points make no sense.
    PayoffError
        If the game has parameters, or payoffs that floats cannot tell apart.
    Undecided
        If the integrator gave up.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("Entry", ["Ann", "Bob"], [["in", "out"], ["fight", "share"]],
    ...                {("in", "fight"): (-1, 0), ("in", "share"): (1, 1),
    ...                 ("out", "fight"): (0, 2), ("out", "share"): (0, 2)})
    >>> paths = gt.numeric.asymmetric_replicator_dynamics(game, start={"Bob": {"fight": "1/4", "share": "3/4"}})
    >>> round(paths.last["Ann"]["in"], 2)
    1.0
    """
    require_two_players(game, "asymmetric_replicator_dynamics")
    given = by_player(start, game)
    rows, columns = (
        read_shares(given.get(player), actions, player)
        for player, actions in zip(game.players, game.actions, strict=True)
    )
    times = _times(horizon, points)
    solver = _nashpy_game(game, "asymmetric_replicator_dynamics")
    path = _integrated(lambda: solver.asymmetric_replicator_dynamics(x0=rows, y0=columns, timepoints=times), horizon)
    origin = by_nashpy("replicator dynamics of two populations", None, f"until time {horizon}")
    return Paths(game, origin, game.players, game.actions, tuple(times), path)


def _nashpy_game(game: Game, purpose: str) -> Any:
    import nashpy

    return nashpy.Game(*float_payoffs(game, purpose))


def _times(horizon: Any, points: int) -> list[float]:
    end, intervals = read_positive(horizon, "horizon"), read_whole(points, "points", least=2) - 1
    return [end * number / intervals for number in range(intervals + 1)]


def _integrated(solve: Callable[[], Sequence[Any]], horizon: Any) -> tuple[tuple[tuple[float, ...], ...], ...]:
    """Return the paths as tuples, after checking that the integrator is content and shares are still shares."""
    import numpy
    from scipy.integrate import ODEintWarning

    with warnings.catch_warnings(), numpy.errstate(all="ignore"):
        warnings.simplefilter("error", ODEintWarning)
        try:
            paths = tuple(tuple(tuple(shares) for shares in path.tolist()) for path in solve())
        except ODEintWarning:
            paths = ()
    stayed = all(min(shares) >= -DRIFT and abs(sum(shares) - 1) <= DRIFT for path in paths for shares in path)
    if not (paths and stayed):
        raise Undecided(
            f"the integrator gave up before time {horizon}; ask for a shorter horizon, or divide all payoffs by one "
            "number, which only changes the speed."
        )
    return paths
