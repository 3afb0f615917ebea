"""Intervals of exact numbers, and the simplest number in one."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers between two ends.

    Parameters
    ----------
    low, high : Fraction or None
        The ends; None where there is none.
    low_closed, high_closed : bool
        Whether the end belongs to it.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_closed: bool = False
    high_closed: bool = False

    @property
    def empty(self) -> bool:
        """Whether no number is left."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    @property
    def width(self) -> Fraction | None:
        """The distance between the ends; None where one is missing."""
        return None if self.low is None or self.high is None else self.high - self.low

    def above(self, end: Fraction, closed: bool) -> Interval:
        """Return the part above an end."""
        if self.low is not None and (self.low > end or (self.low == end and (closed or not self.low_closed))):
            return self
        return Interval(end, self.high, closed, self.high_closed)

    def below(self, end: Fraction, closed: bool) -> Interval:
        """Return the part below an end."""
        if self.high is not None and (self.high < end or (self.high == end and (closed or not self.high_closed))):
            return self
        return Interval(self.low, end, self.low_closed, closed)

    def meet(self, other: Interval) -> Interval:
        """Return the part that both have."""
        part = self if other.low is None else self.above(other.low, other.low_closed)
        return part if other.high is None else part.below(other.high, other.high_closed)

    def multiples(self, unit: Fraction) -> tuple[int | None, int | None]:
        """Return the least and the greatest n with n*unit inside; None where there is no end."""
        low = high = None
        if self.low is not None:
            low = ceil(self.low / unit)
            low += low * unit == self.low and not self.low_closed
        if self.high is not None:
            high = floor(self.high / unit)
            high -= high * unit == self.high and not self.high_closed
        return low, high


EVERYTHING = Interval()


def simplest(interval: Interval) -> Fraction:
    """Return the number with the least denominator, and of those the one nearest to zero.

    Parameters
    ----------
    interval : Interval
        Not empty.

    Notes
    -----
    Down the Stern-Brocot tree, by continued fractions.

    References
    ----------
    Graham, R. L., Knuth, D. E. and Patashnik, O. (1994), "Concrete Mathematics", 2nd ed., section 4.5.

    Examples
    --------
    >>> simplest(Interval(Fraction(3, 10), Fraction(4, 10)))
    Fraction(1, 3)
    """
    low, high = interval.multiples(Fraction(1))
    if low is None or high is None or low <= high:
        return Fraction(min(max(0, low if low is not None else 0), high if high is not None else max(0, low or 0)))
    assert interval.low is not None and interval.high is not None  # without an end there is a whole number
    whole = floor(interval.low)
    nearest = interval.low - whole  # the rest of the interval, turned over
    turned = Interval(
        1 / (interval.high - whole), 1 / nearest if nearest else None, interval.high_closed, interval.low_closed
    )
    return whole + 1 / simplest(turned)
