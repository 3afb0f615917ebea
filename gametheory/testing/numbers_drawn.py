"""A number of an interval, chosen so that simple numbers, ends and large numbers all come up."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from gametheory.testing.intervals import Interval, simplest


class Chooser(Protocol):
    """Where choices come from: Hypothesis, or a random generator with a seed."""

    def integer(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`; the least in absolute value is the simplest."""


@dataclass(frozen=True)
class Scale:
    """How far numbers go.

    Parameters
    ----------
    max_denominator : int
        At least 1: the greatest denominator, wherever the interval leaves room for it.
    magnitude : int
        At least 1: how far from the nearest end, or from zero, a number without a limit goes; large ones a thousand
        times as far.
    """

    max_denominator: int = 12
    magnitude: int = 10


LARGE = 1000
SLICES = 8


def number(choose: Chooser, interval: Interval, scale: Scale) -> Fraction:
    """Return a number of an interval that is not empty; with every choice at its simplest, the simplest number."""
    if interval.width == 0:
        assert interval.low is not None
        return interval.low
    way = choose.integer(0, 9)
    if way == 0:
        return simplest(interval)
    if way <= 3 and _has_whole_numbers(interval):
        return _multiple(choose, interval, Fraction(1), scale)
    if way == 7 and (interval.low_closed or interval.high_closed):
        return _end(choose, interval)
    if way in (7, 8) and not (interval.low is None and interval.high is None):
        return _beside_an_end(choose, interval)
    if way == 9 and interval.width is None:
        return _large(choose, interval, scale)
    return _multiple(
        choose, interval, Fraction(1, choose.integer(min(2, scale.max_denominator), scale.max_denominator)), scale
    )


def _has_whole_numbers(interval: Interval) -> bool:
    """Whether there are more than the ends may be: in [0, 1] most draws are to lie between."""
    low, high = interval.multiples(Fraction(1))
    return low is None or high is None or high - low >= 2


def _multiple(choose: Chooser, interval: Interval, unit: Fraction, scale: Scale) -> Fraction:
    # The ends have a way of their own, and Hypothesis favours the ends of a range as it is.
    low, high = Interval(interval.low, interval.high).multiples(unit)
    reach = int(scale.magnitude / unit)
    if low is None:
        low = -reach if high is None else min(high, 0) - reach
    if high is None:
        high = max(low, 0) + reach
    if low > high:
        return _in_a_slice(choose, interval)
    return choose.integer(low, high) * unit


def _in_a_slice(choose: Chooser, interval: Interval) -> Fraction:
    """Return the simplest number of a part of an interval that is too short for the denominators asked for."""
    assert interval.low is not None and interval.width is not None  # short, so it has ends
    slice_ = choose.integer(0, SLICES - 1)
    step = interval.width / SLICES
    return simplest(Interval(interval.low + slice_ * step, interval.low + (slice_ + 1) * step))


def _end(choose: Chooser, interval: Interval) -> Fraction:
    ends = [
        end
        for end, closed in ((interval.low, interval.low_closed), (interval.high, interval.high_closed))
        if closed and end is not None
    ]
    return ends[choose.integer(0, len(ends) - 1)]


def _beside_an_end(choose: Chooser, interval: Interval) -> Fraction:
    # As many choices as for a fraction: of two examples Hypothesis takes the one with fewer choices for the simpler.
    upper, power = choose.integer(0, 1), choose.integer(1, 4)
    room = Fraction(1) if interval.width is None else min(Fraction(1), interval.width)
    near = room / 10**power
    if interval.high is None or (interval.low is not None and not upper):
        assert interval.low is not None  # it has an end
        return simplest(Interval(interval.low, interval.low + near))
    return simplest(Interval(interval.high - near, interval.high))


def _large(choose: Chooser, interval: Interval, scale: Scale) -> Fraction:
    """Return a number far out where there is no limit."""
    far = scale.magnitude * choose.integer(1, LARGE)
    low, high = interval.multiples(Fraction(1))
    if low is not None:
        return Fraction(low + far)
    if high is not None:
        return Fraction(high - far)
    return Fraction(far if choose.integer(0, 1) == 0 else -far)
