"""The corners of a best-reply polytope: the double description method in whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd
from typing import NamedTuple

from gametheory.errors import CapacityError

NEVER = Fraction(0)

MOST_PAIRS = 5_000_000
"""A step of the method that would have to look at more pairs of rays than this is refused."""


class Corner(NamedTuple):
    """A strategy that no mixture of others with the same best replies gives.

    Parameters
    ----------
    weights : tuple of int
        Proportional to the probabilities of the player's own actions, in their order.
    labels : int
        Bits: bit i for own action i unused; bit m + j for the other player's action j a best reply, where m is the
        number of own actions.
    """

    weights: tuple[int, ...]
    labels: int

    @property
    def strategy(self) -> tuple[Fraction, ...]:
        """The probabilities."""
        total = sum(self.weights)
        return tuple([Fraction(weight, total) if weight else NEVER for weight in self.weights])


def corners(replies: Sequence[Sequence[int]]) -> list[Corner]:
    """Return the corners of the polytope of a player's strategies, cut by what the other player's best replies are.

    The strategies x with payoff t to the other player form ``x >= 0, t >= replies[.][j] . x`` for every reply j; its
    extreme rays other than x = 0, scaled to sum one, are the corners. Ties need no care: a corner at which many
    constraints meet is one ray.

    Parameters
    ----------
    replies : rows of int
        One row an own action, one entry a reply: what the other player then gets, in any unit.

    Returns
    -------
    list of Corner

    Raises
    ------
    CapacityError
        If there are too many rays on the way.

    References
    ----------
    Motzkin, T. S., Raiffa, H., Thompson, G. L. and Thrall, R. M. (1953), "The double description method".
    Avis, D., Rosenberg, G. D., Savani, R. and von Stengel, B. (2010), "Enumeration of Nash equilibria for two-player
    games", Economic Theory 42, sections 2 and 3.
    """
    size = len(replies)
    own = (1 << size) - 1
    # The rays of x >= 0 and t >= the payoff of the first reply; the last entry of a ray is t.
    rays = [((0,) * size + (1,), own)]
    for i in range(size):
        ray = [0] * size + [replies[i][0]]
        ray[i] = 1
        rays.append((tuple(ray), own & ~(1 << i) | 1 << size))
    for j in range(1, len(replies[0])):
        rays = _cut(rays, [row[j] for row in replies], 1 << (size + j), size - 1)
    return [Corner(ray[:-1], labels) for ray, labels in rays if labels & own != own]


_Ray = tuple[tuple[int, ...], int]


def _cut(rays: list[_Ray], payoffs: list[int], label: int, least: int) -> list[_Ray]:
    """Return the rays of the cone after one more constraint: t is at least what the reply gives."""
    kept: list[_Ray] = []
    above: list[tuple[int, tuple[int, ...], int]] = []
    below: list[tuple[int, tuple[int, ...], int]] = []
    for ray, labels in rays:
        slack = ray[-1]
        for weight, payoff in zip(ray, payoffs, strict=False):  # the last entry of the ray is t
            slack -= weight * payoff
        if slack > 0:
            above.append((slack, ray, labels))
            kept.append((ray, labels))
        elif slack:
            below.append((-slack, ray, labels))
        else:
            kept.append((ray, labels | label))
    if len(above) * len(below) > MOST_PAIRS:
        raise CapacityError(f"the best-reply polytope has too many corners: {len(above)} by {len(below)} rays to pair")
    everything = [labels for _, labels in rays]
    for high, ray, labels in above:
        for low, other, others in below:
            shared = labels & others
            # Two rays span an edge exactly if no third one lies on every face that both lie on.
            if shared.bit_count() >= least and not _more_than_two(everything, shared):
                new = [high * b + low * a for a, b in zip(ray, other, strict=True)]
                common = gcd(*new)
                kept.append((tuple([entry // common for entry in new]), shared | label))
    return kept


def _more_than_two(everything: list[int], shared: int) -> bool:
    found = 0
    for labels in everything:
        if labels & shared == shared:
            found += 1
            if found > 2:
                return True
    return False
