"""Where forms in the probabilities of two players with two actions each are not negative: the parts that hang together.

For each probability of the one player, what is left to the other is an interval, ends included. So a part that hangs
together is an interval of the first probability over which these are not empty: compact, connected over connected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from gametheory.solutions.many_players.line_cuts import between, roots_between, times
from gametheory.solutions.many_players.multilinear import Form
from gametheory.solutions.many_players.number_field import Number, sign
from gametheory.solutions.many_players.patches import Condition, Zero, bounds

Line = tuple[int, int]
"""A linear function of the first player's probability: the constant, and the slope."""


@dataclass(frozen=True)
class Part:
    """A part of the square that hangs together.

    Parameters
    ----------
    conditions : tuple of Condition
        What parts it from the others, beside the forms.
    sample : Zero
        A point of it with positive probabilities.
    is_point : bool
        Whether it is only that point.
    """

    conditions: tuple[Condition, ...]
    sample: Zero
    is_point: bool


@dataclass(frozen=True)
class _Fibre:
    """What is left to the second player at one probability of the first, ends included; possibly nothing."""

    at: Number
    low: Number
    high: Number

    @property
    def width(self) -> Number:
        """How much is left; negative if nothing is."""
        return self.high - self.low

    @property
    def empty(self) -> bool:
        """Whether nothing is left."""
        return sign(self.width) < 0

    @property
    def inner(self) -> Number | None:
        """A probability strictly between zero and one, None if there is none."""
        middle = (self.low + self.high) / 2
        inside = not self.empty and sign(middle) > 0 and sign(middle - 1) < 0
        return middle if inside else None


def parts(slacks: Sequence[Form], first: int, second: int) -> list[Part]:
    """Return the parts of the square on which forms are not negative, if they have points with positive probabilities.

    Parameters
    ----------
    slacks : sequence of Form
        In the probabilities of one or both players.
    first, second : int
        The two players.

    Examples
    --------
    >>> hyperbola = Form((0, 1), (2, 2), (1, -2, -2, 1))
    >>> [[str(strategy[0]) for strategy in part.sample.values()] for part in parts([hyperbola], 0, 1)]
    [['1/6', '1/8'], ['5/6', '7/8']]
    """
    lines = [_lines(form, first, second) for form in slacks]
    # At y the form is at_zero + y * slope; where what the edges of two forms cut off meets, the two are proportional.
    edges: list[Sequence[int]] = [line for at_zero, slope in lines for line in (at_zero, slope, _add(at_zero, slope))]
    for (zero, slope), (other, rise) in combinations(lines, 2):
        edges.append(_add(times(zero, rise), tuple(-c for c in times(other, slope))))
    cuts = roots_between(edges)
    cells = between(cuts)
    places: list[Number] = [Fraction(0), cells[0]]
    for cut, cell in zip(cuts, cells[1:], strict=True):
        places += [cut.value, cell]
    fibres = [_fibre(lines, place) for place in (*places, Fraction(1))]
    found = []
    for start, end in _runs([not fibre.empty for fibre in fibres]):
        inside = [fibre for fibre in fibres[max(start, 1) : min(end, len(fibres) - 1)] if fibre.inner is not None]
        if inside:
            low, high = (places[start - 1] if start else None), (places[end] if end < len(places) else None)
            x, y = inside[len(inside) // 2].at, inside[len(inside) // 2].inner
            assert isinstance(low, Fraction | None) and isinstance(high, Fraction | None) and y is not None
            sample: Zero = {first: (x, 1 - x), second: (y, 1 - y)}
            found.append(Part(tuple(bounds(first, low, high)), sample, end - start == 1 and not inside[0].width))
    return found


def _runs(holds: Sequence[bool]) -> list[tuple[int, int]]:
    """Return where the runs of true values start and end."""
    edges = [i for i, (a, b) in enumerate(pairwise((False, *holds, False))) if a != b]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _lines(form: Form, first: int, second: int) -> tuple[Line, Line]:
    """Return the form at the second player's last action, and its slope in the probability of the first action."""
    ends = []
    for weights in ((1, 0), (0, 1)):
        row = form.contract(second, weights) if second in form.blocks else form.values
        ends.append((row[1], row[0] - row[1]) if first in form.blocks else (row[0], 0))
    return ends[1], (ends[0][0] - ends[1][0], ends[0][1] - ends[1][1])


def _fibre(lines: Sequence[tuple[Line, Line]], x: Number) -> _Fibre:
    low: Number = Fraction(0)
    high: Number = Fraction(1)
    for at_zero, slope in lines:
        value, rise = x * at_zero[1] + at_zero[0], x * slope[1] + slope[0]
        side = sign(rise)
        if side == 0 and sign(value) < 0:
            return _Fibre(x, Fraction(1), Fraction(0))
        if side > 0 and sign(-value / rise - low) > 0:
            low = -value / rise
        if side < 0 and sign(-value / rise - high) < 0:
            high = -value / rise
    return _Fibre(x, low, high)


def _add(left: Sequence[int], right: Sequence[int]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(left, right, strict=True))
