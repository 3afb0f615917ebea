"""One game under different names, orders and units: what a concept says must be the same in terms of places.

A view is built from tables of numbers by place (player 0, action 1) and asked in names; answers are collected by place.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Any

import gametheory as gt

Cell = tuple[int, ...]
NAMES = ("Ann", "Bob", "Cem", "Dai")
WORDS = ("ally", "wait", "leave", "hide")


@dataclass(frozen=True)
class View:
    """A game by place, and the names it is shown under.

    Parameters
    ----------
    table : mapping of cell to payoffs
        By place.
    names : tuple of str
        Of the players, by place.
    order : tuple of int
        The place of whoever stands first in the game shown, second and so on.
    words : tuple of tuple of str
        The names of actions, by place of player and action.
    shown : tuple of tuple of str
        The same in the order in which they are shown.
    """

    table: Mapping[Cell, tuple[Any, ...]]
    names: tuple[str, ...]
    order: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]
    shown: tuple[tuple[str, ...], ...]

    @property
    def cells(self) -> list[Cell]:
        return list(self.table)

    @property
    def places(self) -> range:
        return range(len(self.names))

    def profile(self, cell: Cell) -> tuple[str, ...]:
        return tuple(self.words[i][cell[i]] for i in self.order)

    def group(self, places: Any) -> tuple[str, ...]:
        return tuple(self.names[i] for i in places)

    @cached_property
    def game(self) -> Any:
        return gt.Game(
            "A view",
            [self.names[i] for i in self.order],
            [self.shown[i] for i in self.order],
            {self.profile(cell): tuple(pair[i] for i in self.order) for cell, pair in self.table.items()},
        )

    def rescaled(self, rng: random.Random) -> View:
        """Return the same game with each utility in another unit and from another zero."""
        units = [Fraction(rng.randint(1, 5), rng.randint(1, 3)) for _ in self.names]
        zeros = [Fraction(rng.randint(-4, 4), rng.randint(1, 2)) for _ in self.names]
        table = {
            cell: tuple(a * u + b for a, u, b in zip(units, pair, zeros, strict=True))
            for cell, pair in self.table.items()
        }
        return View(table, self.names, self.order, self.words, self.shown)


def drawn_table(rng: random.Random, sizes: tuple[int, ...], most: int = 3) -> dict[Cell, tuple[Fraction, ...]]:
    """Draw payoffs from so few numbers that there are ties."""
    return {cell: tuple(Fraction(rng.randint(0, most)) for _ in sizes) for cell in product(*map(range, sizes))}


def plain(table: Mapping[Cell, tuple[Any, ...]]) -> View:
    """Return a game as it is."""
    sizes = [max(cell[i] for cell in table) + 1 for i in range(len(next(iter(table))))]
    words = tuple(WORDS[:size] for size in sizes)
    return View(table, NAMES[: len(sizes)], tuple(range(len(sizes))), words, words)


def relabelled(rng: random.Random, view: View, *, alike: bool = False) -> View:
    """Return the same game under other names in another order; alike: the same for the actions of every player."""
    order = tuple(rng.sample(view.places, len(view.places)))
    names = tuple(rng.sample(NAMES, len(view.places)))
    words = [tuple(rng.sample(WORDS, len(own))) for own in view.words]
    shown = [tuple(rng.sample(own, len(own))) for own in words]
    if alike:
        words, shown = [words[0]] * len(words), [shown[0]] * len(shown)
    return View(view.table, names, order, tuple(words), tuple(shown))
