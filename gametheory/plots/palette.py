"""Colours that stay apart in grey and for colour-blind readers, and how to measure that they do.

The hues follow Paul Tol's "light" scheme (Colour Schemes, SRON/EPS/TN/09-002); their lightness is spread so that every
two differ in a grey print, and the ink is legible on each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gametheory.errors import CapacityError

INK = "#1A1A1A"
PAPER = "#FFFFFF"
NOTHING = "#F4F4F2"
"""Where no outcome holds."""
CROSS = "#B4B4B4"
"""The crosses outside the premises."""

COLOURS = (
    "#77AADD",  # light blue
    "#F5ECB8",  # light yellow
    "#D9683C",  # orange, darker than Tol's, to part it from the blue in grey
    "#D0D0D0",  # pale grey
    "#63CBAA",  # mint
    "#FFB3C0",  # pink
    "#9C9A3A",  # olive
    "#DCD0F4",  # lilac, for want of another light hue of Tol's
)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 for black to 1 for white (WCAG 2, sRGB)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def shades(outcomes: Sequence[Any], present: Sequence[Any]) -> dict[Any, str]:
    """Return the colour of each outcome that is present.

    An outcome has the same colour on every map of its game, unless the game has too many outcomes.

    Raises
    ------
    CapacityError
        If more are present than can be told apart.
    """
    if len(present) > len(COLOURS):
        raise CapacityError(
            f"{len(present)} outcomes occur on this map, and no more than {len(COLOURS)} colours can be told apart; "
            "narrow the ranges, or map a mapping of names to unions of regions."
        )
    coloured = outcomes if len(outcomes) <= len(COLOURS) else present
    return {outcome: colour for outcome, colour in zip(coloured, COLOURS, strict=False) if outcome in present}
