"""Blocks of text and their size in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import wrap
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

NAME, BODY, EQUATION, SMALL = 11.5, 10.0, 10.0, 8.5
"""Sizes in points: the name of an area, the lines below it, an equation along a boundary, a note."""

MEASURED = 40.0
"""Text is measured at this size, at which rounding to pixels does no harm."""
LONGEST_CONDITION = 64
"""A condition with more letters than this is left to the caption."""


@dataclass(frozen=True)
class Line:
    """One line of text.

    Parameters
    ----------
    text : str
        For matplotlib.
    size : float
        In points.
    bold, italic : bool
        How it is set.
    """

    text: str
    size: float = BODY
    bold: bool = False
    italic: bool = False

    @property
    def weight(self) -> str:
        """The weight in matplotlib's words."""
        return "bold" if self.bold else "normal"

    @property
    def style(self) -> str:
        """The style in matplotlib's words."""
        return "italic" if self.italic else "normal"

    @property
    def width(self) -> float:
        """The width in points."""
        return extent(self.text, self.size, self.weight)[0]

    @property
    def height(self) -> float:
        """The height in points with the space to the next line."""
        return max(1.35 * self.size, extent(self.text, self.size, self.weight)[1] + 5)


@dataclass(frozen=True)
class Block:
    """Centred lines below each other."""

    lines: tuple[Line, ...]

    @property
    def width(self) -> float:
        """The width in points."""
        return max(line.width for line in self.lines)

    @property
    def height(self) -> float:
        """The height in points."""
        return sum(line.height for line in self.lines)


def extent(text: str, size: float, weight: str = "normal") -> tuple[float, float]:
    """Return the width and the height of a line of text in points.

    Raises
    ------
    ValueError
        For mathematics that matplotlib cannot set.
    """
    if not text.strip():
        return 0.0, 0.0
    width, height = _extent(text, weight)
    return width * size, height * size


@cache
def _extent(text: str, weight: str) -> tuple[float, float]:
    """Return width and height as parts of the size: text grows in proportion, so it is measured once."""
    dollars = text.count("$") - text.count(r"\$")
    given = text if dollars else text.replace(r"\$", "$")
    font = FontProperties(size=MEASURED, weight=weight)
    renderer: Any = RendererAgg(1, 1, 72)  # type: ignore[no-untyped-call]
    width, height, _ = renderer.get_text_width_height_descent(given, font, bool(dollars))
    return float(width) / MEASURED, float(height) / MEASURED


def wrapped(text: str, width: float, size: float, *, bold: bool = False, italic: bool = False) -> list[Line]:
    """Return text broken at spaces into lines no wider than so many points; mathematics is never broken."""
    lines: list[str] = []
    for word in _words(text):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and Line(longer, size, bold, italic).width <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [Line(line, size, bold, italic) for line in lines]


def _words(text: str) -> list[str]:
    """Split at the spaces outside dollars."""
    words, inside = [""], False
    for position, letter in enumerate(text):
        if letter == "$" and text[position - 1 : position] != "\\":
            inside = not inside
        if letter == " " and not inside:
            words.append("")
        else:
            words[-1] += letter
    return [word for word in words if word]


def candidates(name: str, described: str, clauses: Sequence[str]) -> tuple[Block, ...]:
    """Return the label of an area in several forms that say the same, the best first and the narrowest last.

    Parameters
    ----------
    name : str
        Its name.
    described : str
        Which outcomes hold, empty if the name says it.
    clauses : sequence of str
        The parts of the condition.
    """
    one_line = [" ".join(clauses)] if clauses else []
    forms = [
        _block(name, described, conditions, characters, smaller)
        for characters, conditions in ((60, one_line), (32, one_line), (24, one_line), (24, clauses), (14, clauses))
        for smaller in (0.0, 1.2)
    ]
    return tuple(dict.fromkeys(forms))


def names_only(name: str) -> tuple[Block, ...]:
    """Return the short label of a further part of an area."""
    return tuple(dict.fromkeys(_block(name, "", (), characters, 1.2) for characters in (60, 24, 14)))


def _block(name: str, described: str, conditions: Iterable[str], characters: int, smaller: float) -> Block:
    heading = wrap(name, characters, break_long_words=False) or [name]
    lines = [Line(line, NAME - smaller, bold=True) for line in heading]
    lines += wrapped(described, max(6.2 * characters, 90), BODY - smaller)
    lines += [Line(line, BODY - smaller) for line in conditions]
    return Block(tuple(lines))
