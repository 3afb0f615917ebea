"""Where expressions are positive or zero, also at the root of a quadratic, without radicals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.translate import comparison

Linear = tuple[Payoff, Payoff]
"""A linear function of a probability by its values at 0 and at 1."""

Positive = Callable[[Linear], Condition]
"""From a linear function to where it is positive at some number."""


def above(payoff: Payoff) -> Condition:
    """Return where an expression is positive."""
    return comparison(payoff, ">", 0)


def below(payoff: Payoff) -> Condition:
    """Return where an expression is negative."""
    return comparison(payoff, "<", 0)


def zero(payoff: Payoff) -> Condition:
    """Return where an expression is 0."""
    return comparison(payoff, "==", 0)


def not_below(payoff: Payoff) -> Condition:
    """Return where an expression is at least 0."""
    return comparison(payoff, ">=", 0)


def opposite(first: Payoff, second: Payoff) -> Condition:
    """Return where two expressions have opposite signs: a linear function with these ends has one root between them."""
    return (above(first) & below(second)) | (below(first) & above(second))


def negative(linear: Linear) -> Linear:
    """Return the linear function with the opposite sign."""
    return -linear[0], -linear[1]


@dataclass(frozen=True)
class Quadratic:
    """``second x^2 + first x + constant``.

    Parameters
    ----------
    second, first, constant : payoff
        The coefficients.
    """

    second: Payoff
    first: Payoff
    constant: Payoff

    @property
    def discriminant(self) -> Payoff:
        """What the root is taken of."""
        return self.first**2 - 4 * self.second * self.constant

    def branch(self, side: int) -> Positive:
        """Return where linear functions are positive at ``(-first + side sqrt(discriminant))/(2 second)``.

        There ``p + q x`` times ``2 second`` is ``u + w sqrt(discriminant)`` with ``u = 2 second p - q first`` and
        ``w = side q``; the sign of such a sum follows from those of u, of w and of ``u^2 - w^2 discriminant``, which is
        ``4 second (second p^2 - first p q + constant q^2)``. To be used where the discriminant is positive and
        `second` not 0.
        """
        a, b, c = self.second, self.first, self.constant

        def positive(linear: Linear) -> Condition:
            p, q = linear[0], linear[1] - linear[0]
            u, w, gap = 2 * a * p - q * b, side * q, a * p**2 - b * p * q + c * q**2

            def sum_above(sign: int, outer: Condition, inner: Condition) -> Condition:
                """Say where sign * (u + w sqrt) > 0; outer and inner: where u^2 is larger, smaller than w^2 D."""
                first, second = sign * u, sign * w
                return (above(first) & (not_below(second) | outer)) | (not_below(-first) & above(second) & inner)

            # The sign of u^2 - w^2 D is that of `second` times the gap.
            return any_of(
                (
                    above(a) & sum_above(1, above(gap), below(gap)),
                    below(a) & sum_above(-1, below(gap), above(gap)),
                )
            )

        return positive

    def double_root(self) -> Positive:
        """Return where linear functions are positive at the root where there is only one and `second` is not 0."""

        def positive(linear: Linear) -> Condition:
            value = 2 * self.second * linear[0] - (linear[1] - linear[0]) * self.first
            return (above(self.second) & above(value)) | (below(self.second) & below(value))

        return positive

    def single_root(self) -> Positive:
        """Return where linear functions are positive at the root where `second` is 0 and `first` is not."""

        def positive(linear: Linear) -> Condition:
            value = linear[0] * self.first - (linear[1] - linear[0]) * self.constant
            return (above(self.first) & above(value)) | (below(self.first) & below(value))

        return positive


def opposite_at(positive: Positive, first: Linear, second: Linear) -> Condition:
    """Return where two linear functions have opposite signs at a root."""
    return (positive(first) & positive(negative(second))) | (positive(negative(first)) & positive(second))


def together(first: Linear, second: Linear) -> Condition:
    """Return where two linear functions are both at least 0 at some number strictly between 0 and 1."""
    (f0, f1), (g0, g1) = first, second
    throughout = [not_below(a) & not_below(b) for a, b in (first, second)]
    early = [above(a) & below(b) for a, b in (first, second)]  # from 0 to a root
    late = [below(a) & above(b) for a, b in (first, second)]  # from a root to 1
    somewhere = [any_of(parts) for parts in zip(throughout, early, late, strict=True)]
    # f0/(f0 - f1) is the root of the first; the early one must end after the late one begins.
    return any_of(
        (
            throughout[0] & somewhere[1],
            throughout[1] & somewhere[0],
            early[0] & early[1],
            late[0] & late[1],
            all_of((early[0], late[1], not_below(f0 * g1 - g0 * f1))),
            all_of((late[0], early[1], not_below(g0 * f1 - f0 * g1))),
        )
    )
