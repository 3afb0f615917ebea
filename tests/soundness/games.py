"""Games with expressions for payoffs, asked of the package and enumerated over tables of fractions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product
from typing import Any

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import Cell, Table
from tests.concepts import enumerated_trees as trees
from tests.concepts.enumerated_trees import Raw
from tests.soundness.arithmetic import Values, number

Payoffs = tuple[tuple[Any, tuple[Any, ...]], ...]
"""By cell or by the way to an end: an expression for each player."""


@dataclass(frozen=True)
class Concept:
    """A concept twice: the package's, and an enumeration over a table; a player is asked about where it says so."""

    ask: Callable[[Any, Any, Any], Any]
    holds: Callable[[Table, Cell, Any], bool]
    about: str = "cell"  # or "player" or "other": what is given beside the cell


CONCEPTS: dict[str, Concept] = {
    "nash": Concept(lambda g, c, _: gt.nash(g, c), lambda t, c, _: c in brute.nash_set(t)),
    "strict nash": Concept(
        lambda g, c, _: gt.nash(g, c, strict=True), lambda t, c, _: c in brute.nash_set(t, strict=True)
    ),
    "best reply": Concept(
        lambda g, c, i: gt.best_reply(g, c, player=g.players[i]), lambda t, c, i: brute.is_best_reply(t, c, i), "player"
    ),
    "strict best reply": Concept(
        lambda g, c, i: gt.best_reply(g, c, player=g.players[i], strict=True),
        lambda t, c, i: brute.is_best_reply(t, c, i, strict=True),
        "player",
    ),
    "dominant": Concept(
        lambda g, c, i: gt.dominant(g, c, player=g.players[i]),
        lambda t, c, i: brute.is_dominant(t, c, [i], strict=True),
        "player",
    ),
    "weakly dominant": Concept(
        lambda g, c, i: gt.dominant(g, c, player=g.players[i], strict=False),
        lambda t, c, i: brute.is_dominant(t, c, [i], strict=False),
        "player",
    ),
    "pareto": Concept(
        lambda g, c, d: gt.pareto_dominates(g, c, d),
        lambda t, c, d: brute.pareto_dominates(t, c, d, strict=False),
        "other",
    ),
    "strict pareto": Concept(
        lambda g, c, d: gt.pareto_dominates(g, c, d, strict=True),
        lambda t, c, d: brute.pareto_dominates(t, c, d, strict=True),
        "other",
    ),
    "strong nash": Concept(lambda g, c, _: gt.strong_nash(g, c), lambda t, c, _: brute.is_strong(t, c)),
    "only nash": Concept(lambda g, c, _: gt.only(gt.nash, g, c), lambda t, c, _: brute.nash_set(t) == {c}),
    "payoff dominant": Concept(
        lambda g, c, _: gt.payoff_dominant(g, c), lambda t, c, _: brute.is_payoff_dominant(t, c)
    ),
}


@dataclass(frozen=True)
class Matrix:
    """A game in normal form; a cell has one action number a player."""

    players: tuple[str, ...]
    actions: tuple[tuple[str, ...], ...]
    payoffs: Payoffs

    concepts = tuple(CONCEPTS)

    @cached_property
    def game(self) -> Any:
        cells = {self.profile(cell): pair for cell, pair in self.payoffs}
        return gt.Game("Planted", self.players, self.actions, cells)

    @property
    def outcomes(self) -> list[Cell]:
        return [cell for cell, _ in self.payoffs]

    def profile(self, cell: Cell) -> tuple[str, ...]:
        return tuple(own[action] for own, action in zip(self.actions, cell, strict=True))

    def with_payoffs(self, payoffs: Payoffs) -> Matrix:
        return replace(self, payoffs=payoffs)

    def table(self, values: Values) -> Table:
        return {cell: tuple(worth(values) for worth in pair) for cell, pair in self._readers}

    @cached_property
    def _readers(self) -> list[tuple[Cell, list[Callable[[Values], Fraction]]]]:
        return [(cell, [number(value) for value in pair]) for cell, pair in self.payoffs]

    def region(self, concept: str, cell: Cell, beside: Any) -> Any:
        given = self.profile(beside) if CONCEPTS[concept].about == "other" else beside
        return CONCEPTS[concept].ask(self.game, self.profile(cell), given)

    def holds(self, concept: str, cell: Cell, beside: Any) -> Callable[[Values], bool]:
        return lambda values: CONCEPTS[concept].holds(self.table(values), cell, beside)

    def compared(self, concept: str, cell: Cell, beside: Any) -> list[Any]:
        """Return every difference of payoffs whose sign may matter."""
        worth = dict(self.payoffs)
        everyone = range(len(self.players))

        def gaps(i: int, here: Cell) -> list[Any]:
            return [
                worth[here][i] - worth[brute.moved(here, i, other)][i]
                for other in range(len(self.actions[i]))
                if other != here[i]
            ]

        match concept:
            case "nash" | "strict nash":
                return [gap for i in everyone for gap in gaps(i, cell)]
            case "best reply" | "strict best reply":
                return gaps(beside, cell)
            case "dominant" | "weakly dominant":
                return [gap for here in worth if here[beside] == cell[beside] for gap in gaps(beside, here)]
            case "pareto" | "strict pareto":
                return [worth[cell][i] - worth[beside][i] for i in everyone]
            case "strong nash":
                return [worth[cell][i] - worth[other][i] for other in worth if other != cell for i in everyone]
        return [worth[a][i] - worth[b][i] for a, b in combinations(worth, 2) for i in everyone]


@dataclass(frozen=True)
class Branching:
    """A tree whose ends pay expressions; an outcome is the tuple of histories that a plan may lead to."""

    players: tuple[str, ...]
    shape: Raw
    payoffs: Payoffs

    concepts = ("subgame perfect", "only subgame perfect")

    @cached_property
    def game(self) -> Any:
        worth = dict(self.payoffs)

        def node(raw: Raw, path: tuple[Any, ...]) -> Any:
            if not raw.branches:
                return gt.End(worth[path])
            below = {step: node(child, (*path, step)) for step, child in raw.branches}
            if raw.likely:
                return gt.Chance({s: (p, n) for p, (s, n) in zip(raw.likely, below.items(), strict=True)})
            return gt.Move(raw.movers[0], below) if len(raw.movers) == 1 else gt.Stage(raw.movers, below)

        return gt.Tree("Planted", self.players, node(self.shape, ()))

    @cached_property
    def outcomes(self) -> list[Any]:
        return sorted({tuple(trees.histories(self.shape, (), does)) for does in self._profiles}, key=str)

    @cached_property
    def _profiles(self) -> list[trees.Strategy]:
        return list(trees.profiles(self.shape, self.players))

    def with_payoffs(self, payoffs: Payoffs) -> Branching:
        return replace(self, payoffs=payoffs)

    def region(self, concept: str, outcome: Any, _: Any) -> Any:
        play = outcome[0] if len(outcome) == 1 else outcome
        if concept == "only subgame perfect":
            return gt.only(gt.subgame_perfect, self.game, play)
        return gt.subgame_perfect(self.game, play)

    def holds(self, concept: str, outcome: Any, _: Any) -> Callable[[Values], bool]:
        readers = {path: [number(value) for value in values] for path, values in self.payoffs}

        def numeric(raw: Raw, path: tuple[Any, ...], values: Mapping[str, Fraction]) -> Raw:
            if not raw.branches:
                return Raw(payoffs=tuple((worth(values),) for worth in readers[path]))
            below = tuple((step, numeric(child, (*path, step), values)) for step, child in raw.branches)
            likely = tuple(number(p)(values) for p in raw.likely)
            return Raw(raw.movers, likely, below)

        def perfect(values: Values) -> bool:
            found = trees.subgame_perfect_plays(numeric(self.shape, (), values), (), self.players)
            return found == {outcome} if concept == "only subgame perfect" else outcome in found

        return perfect

    def compared(self, concept: str, outcome: Any, _: Any) -> list[Any] | None:
        if any(raw.likely for _, raw in trees.nodes(self.shape)):
            return None
        return [a[i] - b[i] for (_, a), (_, b) in combinations(self.payoffs, 2) for i in range(len(self.players))]


def cells_of(sizes: tuple[int, ...]) -> list[Cell]:
    return list(product(*map(range, sizes)))
