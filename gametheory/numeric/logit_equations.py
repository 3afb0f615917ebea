"""The equations of a logit equilibrium, in log-probabilities and with payoffs scaled so that no size overflows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gametheory.errors import ConceptError, PayoffError, quoted
from gametheory.numeric.float_payoffs import require_numbers

Vector = NDArray[np.float64]
Profile = tuple[tuple[float, ...], ...]
"""A player's probabilities in the order of its actions, one tuple a player."""

UNITS = (
    "lambda is in 1/utility: payoffs multiplied by c divide lambda by c; one lambda for all players compares their "
    "utilities, which a Nash equilibrium does not"
)
LARGEST = 1e8
"""Of lambda times the largest gain: beyond it the rounding of a double moves a logit response by more than 1e-8."""


@dataclass(frozen=True, eq=False)
class LogitEquations:
    """The logit equilibria of one game, for a scaled lambda.

    Parameters
    ----------
    gains : tuple of array
        For every player its payoff minus that of its first action, over the scale; one axis a player.
    scale : Fraction
        The largest gain anybody can have from changing its own action; 1 if there is none.
    finest : float
        The smallest gain that is not zero, over the scale.
    spans : array
        Every player's largest gain, over the scale; 1 where there is none.
    """

    gains: tuple[Vector, ...]
    scale: Fraction
    finest: float
    spans: Vector

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many actions every player has."""
        return self.gains[0].shape

    @cached_property
    def owner(self) -> NDArray[np.intp]:
        """The player of every entry of a vector of log-probabilities."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    @cached_property
    def places(self) -> tuple[slice, ...]:
        """Where every player's entries are."""
        return tuple(slice(end - size, end) for end, size in zip(np.cumsum(self.sizes), self.sizes, strict=True))

    def unscaled(self, lam: float) -> float:
        """Return a lambda for the user's payoffs."""
        return float(Fraction(lam) / self.scale)

    def centre(self) -> Vector:
        """Return the point with lambda zero: every action equally likely."""
        return np.append(-np.log(np.repeat(self.sizes, self.sizes)), 0.0)

    def profile(self, point: Vector) -> Profile:
        """Return the probabilities at a point, by player."""
        chances = np.exp(point[:-1])
        return tuple(tuple(chances[place].tolist()) for place in self.places)

    def utilities(self, chances: Vector) -> tuple[Vector, Vector]:
        """Return the expected gain of every action, and its derivatives by the probabilities."""
        mixture = [chances[place] for place in self.places]
        values, slopes = np.zeros(len(chances)), np.zeros((len(chances), len(chances)))
        for i, (gain, place) in enumerate(zip(self.gains, self.places, strict=True)):
            values[place] = gain if gain.ndim == 1 else 0.0
            for k, rival in enumerate(self.places):
                if k != i:
                    block = _expected(gain, mixture, (i, k))
                    slopes[place, rival] = block if i < k else block.T
                    values[place] = slopes[place, rival] @ mixture[k]  # the same whichever rival comes last
        return values, slopes

    def system(self, point: Vector) -> tuple[Vector, Vector]:
        """Return what the equations leave at a point (zero at an equilibrium) and its derivatives.

        For every player: the probabilities sum to one, and the logarithm of an action's odds against the likeliest
        action is lambda times its expected gain over it. Being linear in the gains, they stay tame for large lambda.
        """
        logs, lam, owner = point[:-1], point[-1], self.owner
        chances = np.exp(logs)
        values, slopes = self.utilities(chances)
        likeliest = np.array([place.start + logs[place].argmax() for place in self.places])
        minus_likeliest = np.eye(len(logs))
        minus_likeliest[np.arange(len(logs)), likeliest[owner]] -= 1.0
        left = minus_likeliest @ (logs - lam * values)
        by_logs = minus_likeliest @ (np.eye(len(logs)) - lam * slopes * chances)
        by_lam = -minus_likeliest @ values
        left[likeliest] = np.bincount(owner, chances) - 1.0
        by_logs[likeliest] = np.where(owner == np.arange(len(self.sizes))[:, None], chances, 0.0)
        return left, np.column_stack([by_logs, by_lam])

    def feedback(self, point: Vector) -> Vector:
        """Return the derivative of (log-probabilities minus logit response): singular where branches meet or turn."""
        chances, owner = np.exp(point[:-1]), self.owner
        centred = np.eye(len(owner)) - np.where(owner[:, None] == owner, chances, 0.0)
        slopes = self.utilities(chances)[1]
        derivative: Vector = np.eye(len(owner)) - point[-1] * centred @ (slopes * chances)
        return derivative

    def residual(self, point: Vector) -> float:
        """Return the largest distance of a probability from the logit response to the others' probabilities."""
        chances = np.exp(point[:-1])
        urges = point[-1] * self.utilities(chances)[0]
        urges -= np.array([urges[place].max() for place in self.places])[self.owner]
        weights = np.exp(urges)
        return float(np.abs(chances - weights / np.bincount(self.owner, weights)[self.owner]).max())

    def regret(self, point: Vector) -> float:
        """Return the most any player could gain by changing its strategy, as a share of its largest gain."""
        chances = np.exp(point[:-1])
        values = self.utilities(chances)[0]
        best = np.array([values[place].max() for place in self.places])
        return float(((best - np.bincount(self.owner, chances * values)) / self.spans).max())


def _expected(gain: Vector, mixture: list[Vector], keep: tuple[int, ...]) -> Vector:
    """Return the mean over the strategies of all players but some."""
    for axis in reversed(range(gain.ndim)):
        if axis not in keep:
            gain = np.tensordot(gain, mixture[axis], axes=(axis, 0))
    return gain


def logit_equations(game: Any, asker: str) -> LogitEquations:
    """Return the equations of a game without parameters, or say why there are none."""
    game = require_numbers(game, asker)
    sizes = tuple(map(len, game.actions))
    table = np.array(game.cells, dtype=object).reshape(*sizes, len(sizes))
    # Subtracted while exact, so that a gain of 1 between payoffs of 3e9 loses nothing.
    own_last = [np.moveaxis(table[..., i], i, -1) for i in range(len(sizes))]
    ordered = [np.sort(own, axis=-1) for own in own_last]
    widest = [(own[..., -1] - own[..., 0]).max() if own.ndim > 1 else own[-1] - own[0] for own in ordered]
    steps = [step for own in ordered for step in np.diff(own, axis=-1).flat if step]
    scale = Fraction(max(widest)) or Fraction(1)
    if not 10**-290 < scale < 10**290:
        raise PayoffError(
            f"the largest gain in {game.name} has about {len(str(int(max(scale, 1 / scale))))} digits before or behind "
            "the point, too many for floating-point numbers; measure payoffs in another unit."
        )
    gains = tuple(
        np.moveaxis(((own - own[..., :1]) / scale).astype(np.float64), -1, i) for i, own in enumerate(own_last)
    )
    spans = np.array([float(width / scale) or 1.0 for width in widest])
    return LogitEquations(gains, scale, float(min(steps, default=scale) / scale), spans)


def is_real(value: Any) -> bool:
    """Whether a value is a real number: exact or floating-point, and no truth value."""
    return isinstance(value, Real) and not isinstance(value, bool)


def read_lambda(lam: Any, equations: LogitEquations) -> float:
    """Return a lambda, scaled, or say why it is none."""
    if not is_real(lam) or not 0 <= lam < math.inf:
        raise ConceptError(f"lambda is {quoted(lam)}; give a number from 0 (guessing) upwards, for example 1.5.")
    scaled = Fraction(lam) * equations.scale
    if scaled > LARGEST:
        raise ConceptError(
            f"lambda is {lam}, and times the largest gain of the game it passes {LARGEST:g}, where floating-point "
            "numbers no longer tell a logit from a Nash equilibrium; ask gt.equilibria(game) for those."
        )
    return float(scaled)
