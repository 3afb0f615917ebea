"""Axes with exact tick labels."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from matplotlib.axes import Axes

from gametheory.plots.blocks import BODY
from gametheory.plots.palette import INK
from gametheory.plots.section import Section
from gametheory.plots.writing import escaped, expression, number


def frame(axes: Axes, section: Section, scale: float) -> None:
    """Set limits, ticks, labels and the frame of a map."""
    for axis, parameter, ends in ((axes.xaxis, section.x, section.box[0]), (axes.yaxis, section.y, section.box[1])):
        ticks = exact_ticks(*ends)
        axis.set_ticks([float(tick) for tick in ticks], [number(tick) for tick in ticks], size=(BODY + 0.5) * scale)
        unit = f"  ({escaped(parameter.unit)})" if parameter.unit else ""
        meaning = f"{escaped(parameter.meaning)},  " if parameter.meaning else ""
        axis.set_label_text(f"{meaning}{expression(parameter).figure}{unit}", size=(BODY + 1.5) * scale)
    (left, right), (bottom, top) = section.box
    axes.set_xlim(float(left), float(right))
    axes.set_ylim(float(bottom), float(top))
    axes.tick_params(length=5 * scale, width=1.1 * scale)
    for spine in axes.spines.values():
        spine.set(linewidth=1.6 * scale, edgecolor=INK, zorder=6)


def exact_ticks(low: Fraction, high: Fraction) -> list[Fraction]:
    """Return round numbers in a range: about four steps, and rather with both ends than without."""
    span = high - low
    power = Fraction(1)
    while power > span:
        power /= 10
    while power * 10 <= span:
        power *= 10
    steps = [Fraction(1, 4), *(power * factor / 10 for factor in (1, 2, 5, 10, 20, 50))]

    def fault(step: Fraction) -> tuple[Fraction, Fraction]:
        missed = sum((end / step).denominator != 1 for end in (low, high))
        return abs(span / step - 4) + missed, -step

    step = min(steps, key=fault)
    return [step * i for i in range(ceil(low / step), floor(high / step) + 1)]
