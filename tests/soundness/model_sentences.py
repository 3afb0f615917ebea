"""Sentences of the models that are there: their readings, and comparisons written down by hand of their games."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import gametheory as gt
from gametheory.report.catalogue import load_models
from tests.concepts import enumerated_trees as trees
from tests.soundness.arithmetic import UnreadableError
from tests.soundness.games import Branching, Matrix, cells_of
from tests.soundness.sentence import Ask, Enumeration, Said, Sentence, Shown
from tests.soundness.true_sentences import WRITTEN, asked, open_relations

MOST_PARAMETERS = 9
LARGEST = 24
"""Comparisons in a region that is read; larger ones are not mutated here."""

MOST_PROFILES = 32


def readings() -> list[tuple[str, Any]]:
    """Return every reading of every claim of the models, by name."""
    return [
        (f"{claim.id}: {reading.name}", reading)
        for model in load_models()
        for claim in model.claims
        for reading in claim.readings
    ]


def reading_sentences(named: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, Sentence]]:
    """Yield sentences of readings that no point contradicts: as stated, else with one of the candidate premises.

    A reading that cannot be enumerated (an expression that is no quotient of polynomials, a very large region, no
    point that satisfies the premises) is left out.
    """
    for name, reading in named:
        for more in ((), *((candidate,) for candidate in reading.unstated)):
            with suppress(UnreadableError, gt.GameTheoryError):
                sentence = _of_reading(reading, more)
                if sentence is None:
                    continue
                facts = Enumeration(sentence, random.Random(name), 120).facts
                if facts.premises_hold and facts.failing is None:
                    yield name, sentence
                    break


def _of_reading(reading: Any, more: tuple[Any, ...]) -> Sentence | None:
    statement = reading.statement
    given = gt.premises(reading.stated, *more)
    symbols = {p.name: p for region in statement.regions for p in region.parameters}
    symbols |= {p.name: p for p in given.parameters}
    if len(symbols) > MOST_PARAMETERS:
        return None
    # A condition that was built under the paper's premises may be right under them alone; they come with it.
    regions = [region.read_under(given) for region in statement.regions]
    parts = tuple(map(Shown, regions))
    if any(len(part.compared(None)) > LARGEST for part in parts):
        return None
    ordered = tuple(symbols[name] for name in sorted(symbols))
    relations = tuple(premise.relation for premise in given.items)
    return Sentence(None, statement.kind, parts, relations, ordered, statement.parameter, true=True)


def game_sentences(seed: int) -> Iterator[tuple[str, Sentence]]:
    """Yield a sentence about every game of the models that is small enough, true by the way it is made."""
    for model in load_models():
        for game in model.games:
            rng = random.Random(f"{model.name} {game.name} {seed}")
            sentence = None
            with suppress(UnreadableError, gt.GameTheoryError):
                if isinstance(game, gt.Game):
                    sentence = _of_game(rng, game)
                elif isinstance(game, gt.Tree):
                    sentence = _of_tree(rng, game)
            if sentence is not None:
                yield f"{model.name}: {game.name}", sentence


def _of_game(rng: random.Random, game: Any) -> Sentence | None:
    if len(game.profiles) > 12 or len(game.players) == 1 or len(game.parameters) > MOST_PARAMETERS:
        return None
    cells = cells_of(tuple(map(len, game.actions)))
    payoffs = tuple((cell, game.payoffs[profile]) for cell, profile in zip(cells, game.profiles, strict=True))
    matrix = Matrix(game.players, game.actions, payoffs)
    for _ in range(20):
        ask = asked(rng, matrix, WRITTEN)
        relations = open_relations(ask.compared(matrix), WRITTEN[ask.concept])
        if relations:
            premises = tuple(premise.relation for premise in game.premises)
            return Sentence(matrix, "exactly", (ask, Said(relations)), premises, game.parameters, true=True)
    return None


def _of_tree(rng: random.Random, tree: Any) -> Sentence | None:
    """Return "this play is possible", of a play that is subgame perfect at a drawn point."""
    ends: list[Any] = []

    def shape(node: Any, path: tuple[Any, ...]) -> trees.Raw:
        if isinstance(node, gt.End):
            if any(isinstance(payoff, str) for payoff in node.payoffs):
                raise UnreadableError(node)
            ends.append((path, tuple(node.payoffs)))
            return trees.Raw(payoffs=((0,),))
        likely = tuple(node.probabilities) if isinstance(node, gt.Chance) else ()
        movers = () if isinstance(node, gt.Chance) else tuple(node.movers)
        steps = [
            # The enumeration takes an action for its first letter.
            step if len(movers) > 1 else chr(ord("a") + i)
            for i, (step, _) in enumerate(node.branches)
        ]
        below = [child for _, child in node.branches]
        pairs = tuple((step, shape(child, (*path, step))) for step, child in zip(steps, below, strict=True))
        return trees.Raw(movers, likely, pairs)

    if len(tree.parameters) > 6 or any(len(info.histories) > 1 for info in tree.information):
        return None
    raw = shape(tree.root, ())
    if trees.size_of(raw, tree.players) > MOST_PROFILES:
        return None
    branching = Branching(tree.players, raw, tuple(ends))
    premises = tuple(premise.relation for premise in tree.premises)
    for outcome in rng.sample(branching.outcomes, min(4, len(branching.outcomes))):
        parts = (Ask("subgame perfect", outcome),)
        sentence = Sentence(branching, "possible", parts, premises, tree.parameters)
        if Enumeration(sentence, rng, 20).facts.holding is not None:
            return sentence
    return None
