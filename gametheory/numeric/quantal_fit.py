"""The lambda at which the principal logit branch makes observed choices most likely, and how well they tell it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import NormalDist
from typing import Any

import numpy as np

from gametheory.errors import ConceptError, GameError, quoted
from gametheory.forms.normal import Game
from gametheory.numeric.logit_equations import (
    LARGEST,
    UNITS,
    LogitEquations,
    Profile,
    Vector,
    is_real,
    logit_equations,
)
from gametheory.numeric.logit_path import Node, along, cut, follow
from gametheory.numeric.origin import CAVEAT
from gametheory.numeric.quantal_response import LogitBranch, branch_of, labels


@dataclass(frozen=True)
class LogitFit:
    """The maximum-likelihood lambda along the principal branch.

    Parameters
    ----------
    game : Game
        The game.
    counts : tuple of tuple of float
        The observations, of every player, in the order of its actions.
    lam : float
        The estimate; infinite where the limit of the branch is the most likely of all.
    profile : tuple of tuple of float
        The probabilities fitted.
    log_likelihood : float
        Of the observations in their order: without multinomial coefficients.
    interval : tuple of float
        The smallest interval with every lambda that a likelihood-ratio test does not reject.
    level : float
        The confidence level of the interval, by the chi-squared distribution with one degree of freedom.
    connected : bool
        Whether the part of the branch that is not rejected is in one piece.
    boundary : str
        Empty, or why the estimate is no inner maximum.
    branch : LogitBranch
        What was searched, with its bifurcations; other branches are not fitted.
    units : str
        What lambda is measured in.
    caveat : str
        What the result is not.
    """

    game: Game = field(repr=False)
    counts: Profile
    lam: float
    profile: Profile
    log_likelihood: float
    interval: tuple[float, float]
    level: float
    connected: bool
    boundary: str
    branch: LogitBranch = field(repr=False)
    units: str = UNITS
    caveat: str = CAVEAT

    @property
    def residual(self) -> float:
        """The largest distance, over the branch, of a probability from the logit response to the others."""
        return self.branch.residual

    @property
    def method(self) -> str:
        """How the estimate was found."""
        return f"largest likelihood over the principal branch; {self.branch.method}"

    def to_frame(self) -> Any:
        """Return a pandas DataFrame with a row an action: how often it was observed and is expected."""
        import pandas

        totals = [sum(own) for own in self.counts for _ in own]
        flat = [count for own in self.counts for count in own]
        return pandas.DataFrame(
            {
                "action": labels(self.game),
                "count": flat,
                "share": [count / total if total else math.nan for count, total in zip(flat, totals, strict=True)],
                "fitted": [chance for strategy in self.profile for chance in strategy],
            }
        )

    def __str__(self) -> str:
        low, high = self.interval
        lines = [
            f"Logit fit of {self.game.name}: lambda {self.lam:.6g}, log-likelihood {self.log_likelihood:.6g}",
            f"  {self.level:.0%} interval: {low:.6g} to {high:.6g}{'' if self.connected else ', with gaps'}",
            f"  searched: {self.branch.followed}",
        ]
        lines += [f"  {self.boundary}"] if self.boundary else []
        return "\n".join([*lines, f"  residual {self.residual:.1g}; {self.units}", f"  ({self.caveat})"])


def fit_logit(game: Game, counts: Mapping[str, Any], *, level: Any = 0.95) -> LogitFit:
    """Fit lambda to observed choices by maximum likelihood, along the principal branch of logit equilibria.

    Parameters
    ----------
    game : Game
        In normal form, without parameters.
    counts : mapping of str to mapping or sequence
        For a player how often each action was observed: by action, or in the order of its actions. Weights that are
        not whole are taken as they are. A player left out was not observed.
    level : float
        Of the interval.

    Returns
    -------
    LogitFit

    Raises
    ------
    PayoffError
        If the game has parameters.
    GameError
        For counts of unknown players or actions, negative ones, or none at all.
    ConceptError
        For a level outside (0, 1).

    Notes
    -----
    The observations are taken as independent draws, all at one lambda. In a game whose branch forks, choices may lie
    on an arm that is not searched: look at ``fit.branch.bifurcations``.

    Examples
    --------
    >>> import gametheory as gt
    >>> from gametheory.numeric import fit_logit
    >>> pennies = gt.Game("Pennies", ["A", "B"], ["heads", "tails"],
    ...                   {("heads", "heads"): (9, 0), ("heads", "tails"): (0, 1),
    ...                    ("tails", "heads"): (0, 1), ("tails", "tails"): (1, 0)})
    >>> fit = fit_logit(pennies, {"A": {"heads": 894, "tails": 106}, "B": {"heads": 313, "tails": 687}})
    >>> print(f"{fit.lam:.2f}")
    1.00
    """
    equations = logit_equations(game, "fit_logit")
    observed = _read_counts(game, counts)
    if not is_real(level) or not 0 < level < 1:
        raise ConceptError(
            f"the level of the interval is {quoted(level)}; give a number between 0 and 1, such as 0.95."
        )
    weights = np.array([count for own in observed for count in own])

    def rises(node: Node) -> bool:
        return bool(weights @ node.tangent[:-1] > 0)

    # Rare choices may be likeliest far out, where the branch is nearly at its limit already.
    path = follow(equations, None, lambda node: not rises(node) or bool(node.point[-1] >= LARGEST / 10))
    nodes = [path.nodes[0]]
    for first, last in pairwise(path.nodes):
        top = along(equations, first, cut(equations, first, last, rises)[0]) if rises(first) > rises(last) else None
        nodes += [last] if top is None else [top, last]
    heights = [float(weights @ node.point[:-1]) for node in nodes]
    best, boundary = _likeliest(nodes, heights)
    infinite = best is nodes[-1] and path.whole
    threshold = max(heights) - NormalDist().inv_cdf((1 + level) / 2) ** 2 / 2
    low, high, connected = _not_rejected(equations, nodes, heights, threshold, weights)
    return LogitFit(
        game=game,
        counts=observed,
        lam=math.inf if infinite else equations.unscaled(best.point[-1]),
        profile=equations.profile(best.point),
        log_likelihood=float(weights @ best.point[:-1]),
        interval=(equations.unscaled(low), math.inf if high == nodes[-1].point[-1] else equations.unscaled(high)),
        level=float(level),
        connected=connected,
        boundary=boundary,
        branch=branch_of(game, equations, path),
    )


def _likeliest(nodes: list[Node], heights: list[float]) -> tuple[Node, str]:
    """Return the node of the largest likelihood, and why it is no inner maximum if it is none."""
    top = max(heights)
    slack = 1e-10 * (1.0 + abs(top))
    if top - min(heights) <= slack:
        return nodes[0], "every lambda is as likely: the observed players choose alike all along the branch"
    if heights[0] >= top - slack:
        return nodes[0], "the likelihood is largest at lambda 0: the choices look like guessing, or worse"
    if heights[-1] >= top - slack:
        return nodes[-1], "the likelihood rises to the end of the branch: no finite lambda is the best"
    return nodes[heights.index(top)], ""


def _not_rejected(
    equations: LogitEquations, nodes: list[Node], heights: list[float], threshold: float, weights: Vector
) -> tuple[float, float, bool]:
    """Return the smallest and the largest lambda at which the likelihood is above a threshold, and if in one piece."""
    kept = [height >= threshold for height in heights]
    lams = [float(node.point[-1]) for node, inside in zip(nodes, kept, strict=True) if inside]
    pieces = int(kept[0])
    for first, last, was, is_now in zip(nodes, nodes[1:], kept, kept[1:], strict=False):
        if was != is_now:
            step, _ = cut(equations, first, last, lambda node: bool(weights @ node.point[:-1] >= threshold))
            lams.append(float((along(equations, first, step) or first).point[-1]))
            pieces += is_now
    return min(lams), max(lams), pieces == 1


def _read_counts(game: Game, counts: Any) -> Profile:
    """Return the counts of every player in the order of its actions."""
    if not isinstance(counts, Mapping):
        raise GameError(
            f"the counts are {quoted(counts):.60}; give a mapping of players, for example "
            f"{{{game.players[0]!r}: {[1] * len(game.actions[0])}}}."
        )
    observed = [[0.0] * len(actions) for actions in game.actions]
    for player, own in counts.items():
        place = game.position(player)
        actions = game.actions[place]
        by_action = own if isinstance(own, Mapping) else dict(zip(actions, own, strict=False))
        unknown = [action for action in by_action if action not in actions]
        if unknown or not (isinstance(own, Mapping) or len(own) == len(actions)):
            raise GameError(
                f"the counts of {player} are {quoted(own)}; {player}'s actions are {', '.join(actions)}: give one "
                "count for each."
            )
        for action, count in by_action.items():
            if not is_real(count) or not 0 <= count < math.inf:
                raise GameError(
                    f"the count of {player}'s {action} is {quoted(count)}; give a number that is not negative."
                )
            observed[place][actions.index(action)] = float(count)
    if not any(map(any, observed)):
        raise GameError(f"the counts of {game.name} are all zero; give at least one observation.")
    return tuple(map(tuple, observed))
