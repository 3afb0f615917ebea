"""Things that stand below each other in the panel beside a map, each with its height; all lengths are points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from gametheory.plots.blocks import Line, wrapped
from gametheory.plots.painting import stripes
from gametheory.plots.palette import CROSS, INK, PAPER

HEADING, TEXT = 11.5, 9.5
SWATCH = (28.0, 14.0)
INDENT = 40.0
BETWEEN = 7.0
"""Between two entries of a key."""


@dataclass(frozen=True)
class Item:
    """Something in the panel.

    Parameters
    ----------
    height : float
        With the space below it.
    draw : callable
        Draws it, given the Axes and the height of its top.
    """

    height: float
    draw: Callable[[Axes, float], None]


def gap(height: float) -> Item:
    """Return empty space."""
    return Item(height, lambda axes, top: None)


def heading(words: str) -> Item:
    """Return a heading on one line."""
    return paragraph(words, float("inf"), HEADING, bold=True, after=5)


def paragraph(
    words: str,
    width: float,
    size: float = TEXT,
    *,
    bold: bool = False,
    italic: bool = False,
    left: float = 0,
    after: float = 2,
) -> Item:
    """Return text broken into lines."""
    lines = wrapped(words, width - left, size, bold=bold, italic=italic)

    def draw(axes: Axes, top: float) -> None:
        for line in lines:
            write(axes, left, top - line.height / 2, line)
            top -= line.height

    return Item(sum(line.height for line in lines) + after, draw)


def write(axes: Axes, x: float, y: float, line: Line, ha: str = "left") -> None:
    """Write one line of text."""
    axes.text(x, y, line.text, size=line.size, weight=line.weight, style=line.style, ha=ha, va="center_baseline")


def entry(words: str, width: float, picture: Callable[[Axes, float], None]) -> Item:
    """Return a line of a key: a picture, drawn at a middle height, and what it means."""
    text = paragraph(words, width, left=INDENT, after=0)
    height = max(text.height, SWATCH[1])

    def draw(axes: Axes, top: float) -> None:
        picture(axes, top - height / 2)
        text.draw(axes, top - (height - text.height) / 2)

    return Item(height + BETWEEN, draw)


def swatch(words: str, width: float, tones: Sequence[str]) -> Item:
    """Return an entry with a colour, or with stripes of several."""

    def picture(axes: Axes, middle: float) -> None:
        low = middle - SWATCH[1] / 2
        axes.add_patch(Rectangle((0, low), *SWATCH, facecolor=tones[0], edgecolor="none"))
        outline = Path([(0, low), (SWATCH[0], low), (SWATCH[0], low + SWATCH[1]), (0, low + SWATCH[1])])
        for place, tone in enumerate(tones[1:], start=1):
            bands = stripes(*SWATCH, place, len(tones))
            patch = PathPatch(Affine2D().translate(0, low).transform_path(bands), facecolor=tone, edgecolor="none")
            axes.add_patch(patch)
            patch.set_clip_path(outline, transform=axes.transData)
        _outline(axes, low)

    return entry(words, width, picture)


def crossed(words: str, width: float) -> Item:
    """Return an entry with crosses."""

    def picture(axes: Axes, middle: float) -> None:
        axes.add_patch(Rectangle((0, middle - SWATCH[1] / 2), *SWATCH, facecolor=PAPER, edgecolor="none"))
        x, y = [7, 14, 21], [middle + 2.5, middle - 2.5, middle + 2.5]
        axes.add_line(Line2D(x, y, marker="x", markersize=3.2, mew=0.7, color=CROSS, linestyle="none"))
        _outline(axes, middle - SWATCH[1] / 2)

    return entry(words, width, picture)


def _outline(axes: Axes, low: float) -> None:
    axes.add_patch(Rectangle((0, low), *SWATCH, fill=False, edgecolor=INK, linewidth=0.9, clip_on=False))


def stroke(words: str, width: float, **how: Any) -> Item:
    """Return an entry with a line."""

    def picture(axes: Axes, middle: float) -> None:
        axes.add_line(Line2D([0, SWATCH[0] + 2], [middle, middle], color=INK, **how))

    return entry(words, width, picture)


def circle(letter: str, words: str, width: float) -> Item:
    """Return an entry with a circled letter."""

    def picture(axes: Axes, middle: float) -> None:
        axes.add_line(Line2D([14], [middle], marker="o", markersize=15, mfc=PAPER, mec=INK, mew=1.4))
        axes.text(14, middle, letter, size=TEXT, weight="bold", ha="center", va="center_baseline")

    return entry(words, width, picture)
