"""A game drawn as on paper: a matrix for two players, one for each choice of the others if there are more."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from gametheory.forms.normal import Game, Profile
from gametheory.plots.blocks import Line
from gametheory.plots.items import Item, paragraph, write
from gametheory.plots.palette import INK
from gametheory.plots.writing import escaped, expression

MOST_ACTIONS, MOST_MATRICES = 4, 2
"""A game with more rows, columns or matrices is left to print(game)."""
SIZES = (10.5, 9.5, 8.5, 7.5)


@dataclass(frozen=True, eq=False)
class Matrix:
    """The payoffs of the first two players' choices, given those of the others.

    Parameters
    ----------
    game : Game
        With at least two players.
    others : profile of the players after the first two
        What they do.
    size : float
        Of the text.
    """

    game: Game
    others: Profile
    size: float

    @property
    def cells(self) -> list[list[Line]]:
        """The payoffs, one line of text a cell."""
        rows, columns = self.game.actions[:2]
        payoffs = [[self.game.payoffs[(row, column, *self.others)] for column in columns] for row in rows]
        return [[Line(",   ".join(expression(v).figure for v in cell), self.size) for cell in row] for row in payoffs]

    def _names(self, player: int) -> list[Line]:
        return [Line(escaped(action), self.size) for action in self.game.actions[player]]

    @property
    def title(self) -> list[Line]:
        """What the others do, if there are any."""
        others = zip(self.game.players[2:], self.others, strict=True)
        words = ", ".join(f"{player}: {action}" for player, action in others)
        return [Line(escaped(words), self.size, italic=True)] if words else []

    @property
    def column(self) -> float:
        """The width of a column."""
        return max(line.width for line in [*self._names(1), *(cell for row in self.cells for cell in row)]) + 18

    @property
    def row(self) -> float:
        """The height of a row."""
        return max(line.height for row in self.cells for line in row) + 14

    @property
    def stub(self) -> float:
        """The width of what stands left of the cells."""
        return 1.7 * self.size + max(line.width for line in self._names(0)) + 9

    @property
    def width(self) -> float:
        """The whole width."""
        return self.stub + self.column * len(self.game.actions[1])

    @property
    def height(self) -> float:
        """The whole height."""
        return (3.4 + 1.7 * len(self.title)) * self.size + self.row * len(self.game.actions[0])

    def draw(self, axes: Axes, top: float) -> None:
        """Draw the matrix below a height."""
        for line in self.title:
            write(axes, 0, top - 0.7 * self.size, line)
            top -= 1.7 * self.size
        across, down = (len(actions) for actions in self.game.actions[1::-1])
        first, second = (Line(escaped(player), self.size, italic=True) for player in self.game.players[:2])
        write(axes, self.stub + self.column * across / 2, top - 0.7 * self.size, second, "center")
        for j, name in enumerate(self._names(1)):
            write(axes, self.stub + self.column * (j + 0.5), top - 2.5 * self.size, name, "center")
        under = top - 3.4 * self.size
        place = (0.6 * self.size, under - self.row * down / 2)
        turned: dict[str, Any] = {
            "rotation": 90,
            "rotation_mode": "anchor",
            "ha": "center",
            "va": "center",
            "style": "italic",
        }
        axes.text(*place, first.text, size=self.size, **turned)
        for i, (name, row) in enumerate(zip(self._names(0), self.cells, strict=True)):
            height = under - self.row * (i + 0.5)
            write(axes, self.stub - 8, height, name, "right")
            for j, cell in enumerate(row):
                corner = (self.stub + self.column * j, under - self.row * (i + 1))
                frame = Rectangle(corner, self.column, self.row, fill=False, edgecolor=INK, linewidth=1.1)
                axes.add_patch(frame)
                frame.set_clip_on(False)
                write(axes, corner[0] + self.column / 2, height, cell, "center")


def game_items(game: Game, width: float) -> list[Item]:
    """Return the matrices of a game, or a sentence about it if they would not fit."""
    count = prod(len(actions) for actions in game.actions[2:])
    small = len(game.players) > 1 and count <= MOST_MATRICES and max(map(len, game.actions)) <= MOST_ACTIONS
    for size in SIZES if small else ():
        matrices = [Matrix(game, others, size) for others in product(*game.actions[2:])]
        if max(matrix.width for matrix in matrices) <= width:
            return [Item(matrix.height + 8, matrix.draw) for matrix in matrices]
    shape = " by ".join(str(len(actions)) for actions in game.actions)
    return [paragraph(escaped(f"{game.name}: {', '.join(game.players)}; {shape} actions"), width, after=6)]


def wanted_width(game: Game | None) -> float:
    """Return the width at which the matrices of a game are well legible, 0 for none."""
    if game is None or len(game.players) < 2:
        return 0
    return max(Matrix(game, others, SIZES[1]).width for others in product(*game.actions[2:]))
