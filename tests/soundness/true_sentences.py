"""Sentences about drawn games that are true by the way they are made: the comparisons are written down by hand."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Any

import sympy

import gametheory as gt
from tests.concepts import enumerated_trees as trees
from tests.soundness.arithmetic import number, related, truth
from tests.soundness.games import CONCEPTS, Branching, Matrix, cells_of
from tests.soundness.sentence import Ask, Said, Sentence

SHAPES = ((2, 2), (2, 2), (2, 3), (2, 2, 2))
ACTIONS = ("x", "y", "z")
PLAYERS = ("A", "B", "C")

WRITTEN = {
    "nash": ">=",
    "strict nash": ">",
    "best reply": ">=",
    "strict best reply": ">",
    "dominant": ">",
    "strict pareto": ">",
}
"""Concepts that say of each of their differences that it stands in one relation to zero."""


def drawn_symbols(rng: random.Random, most: int) -> tuple[Any, ...]:
    """Draw parameters, some of them with bounds; two more often than not, so that every face can be tried."""
    found = []
    for i in range(rng.choice((2, 2, 2, 2, 3, 4)) if most > 1 else 1):
        bounds: dict[str, int] = {}
        if rng.random() < 0.3:
            bounds = {rng.choice(("above", "at_least")): rng.choice((-2, -1, 0))}
            bounds |= {rng.choice(("below", "at_most")): rng.choice((1, 2, 3))} if rng.random() < 0.5 else {}
        found.append(gt.Parameter(f"p{i}", **bounds))
    return tuple(found)


def form(rng: random.Random, symbols: tuple[Any, ...]) -> Any:
    """Draw a small linear expression."""
    used = rng.sample(symbols, min(len(symbols), rng.choice((0, 1, 1, 2))))
    return sum((rng.choice((-2, -1, 1, 1, 2)) * symbol for symbol in used), start=sympy.Integer(rng.randint(-1, 2)))


def drawn_matrix(rng: random.Random, symbols: tuple[Any, ...]) -> Matrix:
    """Draw a game in normal form."""
    sizes = rng.choice(SHAPES)
    payoffs = tuple((cell, tuple(form(rng, symbols) for _ in sizes)) for cell in cells_of(sizes))
    return Matrix(PLAYERS[: len(sizes)], tuple(ACTIONS[:size] for size in sizes), payoffs)


def drawn_tree(rng: random.Random, symbols: tuple[Any, ...]) -> Branching:
    """Draw a small tree."""
    while True:
        raw = trees.random_tree(rng, rng.randint(3, 5), 1, players=2)
        shape = stripped(raw)
        if raw.branches and 2 <= trees.size_of(raw, PLAYERS[:2]) <= 16:
            ends = [path for path, node in trees.nodes(raw) if node.payoffs]
            return Branching(
                PLAYERS[:2], shape, tuple((path, (form(rng, symbols), form(rng, symbols))) for path in ends)
            )


def stripped(raw: trees.Raw) -> trees.Raw:
    """Return the shape alone; an end keeps a mark that it is one."""
    below = tuple((step, stripped(child)) for step, child in raw.branches)
    return trees.Raw(raw.movers, raw.likely, below, () if below else ((0,),))


def asked(rng: random.Random, game: Matrix, concepts: Any) -> Ask:
    """Draw a question."""
    concept = rng.choice(list(concepts))
    cell, other = rng.sample(game.outcomes, 2)
    about = CONCEPTS[concept].about
    return Ask(concept, cell, {"cell": None, "player": rng.randrange(len(game.players)), "other": other}[about])


def open_relations(differences: list[Any], sign: str) -> tuple[Any, ...] | None:
    """Return "difference sign 0" for each that is not a number; None if a number settles that one fails."""
    relations = dict.fromkeys(related(difference, sign) for difference in differences)
    if sympy.false in relations:
        return None
    return tuple(relation for relation in relations if relation != sympy.true)


def enough(rng: random.Random, symbols: tuple[Any, ...], premises: tuple[Any, ...]) -> dict[str, Fraction] | None:
    """Return a point that satisfies relations and bounds, None if none is found quickly."""
    holds = truth(sympy.And(*premises, *(bound for symbol in symbols for bound in symbol.bounds)))
    for _ in range(60):
        values = {symbol.name: Fraction(rng.randint(-12, 12), rng.choice((1, 2, 3))) for symbol in symbols}
        if holds(values):
            return values
    return None


Maker = Callable[[random.Random, Any, tuple[Any, ...]], Sentence | None]


def exactly_the_comparisons(rng: random.Random, game: Matrix, symbols: tuple[Any, ...]) -> Sentence | None:
    """The region is where the comparisons of its definition hold."""
    ask = asked(rng, game, WRITTEN)
    relations = open_relations(ask.compared(game), WRITTEN[ask.concept])
    if not relations:
        return None
    parts = (ask, Said(relations)) if rng.random() < 0.7 else (Said(relations), ask)
    return Sentence(game, "exactly", parts, (), symbols, true=True)


def always_under_the_comparisons(rng: random.Random, game: Matrix, symbols: tuple[Any, ...]) -> Sentence | None:
    """Under the comparisons of its definition a concept always holds."""
    ask = asked(rng, game, WRITTEN)
    premises = open_relations(ask.compared(game), WRITTEN[ask.concept])
    if not premises or enough(rng, symbols, premises) is None:
        return None
    return Sentence(game, "always", (ask,), premises, symbols, true=True)


def never_against_one(rng: random.Random, game: Matrix, symbols: tuple[Any, ...]) -> Sentence | None:
    """If one comparison fails, the concept never holds."""
    ask = asked(rng, game, WRITTEN)
    against = related(rng.choice(ask.compared(game)), "<" if WRITTEN[ask.concept] == ">=" else "<=")
    if not against.is_Relational or enough(rng, symbols, (against,)) is None:
        return None
    return Sentence(game, "never", (ask,), (against,), symbols, true=True)


def possible_at_a_point(rng: random.Random, game: Any, symbols: tuple[Any, ...]) -> Sentence | None:
    """At a point that was looked at a concept holds."""
    ask = asked(rng, game, CONCEPTS)
    values = enough(rng, symbols, ())
    if values is None or not ask.holds(game)(values):
        return None
    return Sentence(game, "possible", (ask,), (), symbols, true=True)


def one_way(rng: random.Random, game: Matrix, symbols: tuple[Any, ...]) -> Sentence | None:
    """A region all of whose comparisons rise in a parameter grows in it."""
    ask = asked(rng, game, WRITTEN)
    ways = list(symbols)
    for along in rng.sample(ways, len(ways)):
        slopes = {sympy.diff(difference, along) for difference in ask.compared(game)} - {sympy.Integer(0)}
        if slopes and (min(slopes) > 0 or max(slopes) < 0):
            kind = "grows" if min(slopes) > 0 else "shrinks"
            return Sentence(game, kind, (ask,), (), symbols, along, true=True)
    return None


def ordinal(rng: random.Random, game: Any, symbols: tuple[Any, ...], concepts: Any) -> Sentence | None:
    """Concepts that read each player's order alone hold wherever the order is that of a point at which they hold."""
    outcome = rng.choice(game.outcomes)
    ask = asked(rng, game, concepts) if isinstance(game, Matrix) else Ask(rng.choice(concepts), outcome)
    values = enough(rng, symbols, ())
    if values is None:
        return None
    premises: dict[Any, None] = {}
    for i in range(len(game.players)):
        ranked = sorted(((number(pair[i])(values), pair[i]) for _, pair in game.payoffs), key=lambda one: one[0])
        for (low, first), (high, second) in pairwise(ranked):
            premises[related(second - first, ">" if high > low else "==")] = None
    kept = tuple(premise for premise in premises if premise != sympy.true)
    kind = "always" if ask.holds(game)(values) else "never"
    return Sentence(game, kind, (ask,), kept, symbols, true=True)


MATRIX_MAKERS: tuple[Maker, ...] = (
    exactly_the_comparisons,
    always_under_the_comparisons,
    never_against_one,
    possible_at_a_point,
    one_way,
    partial(ordinal, concepts=tuple(CONCEPTS)),
)
TREE_MAKERS: tuple[Maker, ...] = (partial(ordinal, concepts=Branching.concepts),)


def true_sentences(seed: int) -> Iterator[Sentence]:
    """Yield one sentence of each kind about drawn games, and two about trees."""
    for index, make in enumerate((*MATRIX_MAKERS, *TREE_MAKERS, *TREE_MAKERS)):
        rng = random.Random(f"planted {seed} {index}")
        sentence = None
        while sentence is None:
            in_tree = make in TREE_MAKERS
            symbols = drawn_symbols(rng, 1 if in_tree and rng.random() < 0.6 else 4)
            game: Any = drawn_tree(rng, symbols) if in_tree else drawn_matrix(rng, symbols)
            if in_tree and any(node.likely for _, node in trees.nodes(game.shape)):
                continue  # with chance moves more than the order of the payoffs counts
            sentence = make(rng, game, symbols)
        yield sentence
