"""The principal logit branch by pygambit, which is imported only when asked for."""

from __future__ import annotations

from importlib import import_module

import numpy as np

from gametheory.errors import MissingLibraryError
from gametheory.numeric.logit_equations import LogitEquations, Vector


def gambit_points(equations: LogitEquations, until: float | None) -> list[Vector]:
    """Return pygambit's points, up to a scaled lambda, as log-probabilities and lambda."""
    try:
        pygambit = import_module("pygambit")
    except ImportError:
        raise MissingLibraryError(
            "logit_branch was asked for pygambit's points, and pygambit is not installed: "
            "pip install alliance-games[gambit], or leave out method='gambit'."
        ) from None
    # The scaled gains have the same logit equilibria, and none of the sizes that overflow there.
    game = pygambit.Game.from_arrays(*equations.gains)
    points = []
    for found in pygambit.qre.logit_solve_branch(game):
        if until is not None and found.lam > until:
            break
        chances = np.array([found.profile[strategy] for player in game.players for strategy in player.strategies])
        points.append(np.append(np.log(np.maximum(chances, 1e-300)), found.lam))
    return points
