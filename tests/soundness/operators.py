"""Operators that change a sentence a little: what they make of a true one is mostly false."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Any

import gametheory as gt
from tests.soundness.arithmetic import KINDS, NEGATED, OTHER_TIE, REVERSED, symbolic
from tests.soundness.games import CONCEPTS, Matrix
from tests.soundness.sentence import Ask, Said, Sentence, Shown

Mutants = Iterator[Sentence]
Operator = Callable[[random.Random, Sentence], Mutants]


def changed(sentence: Sentence, **what: Any) -> Sentence:
    """Return a sentence that is no longer true by construction."""
    return replace(sentence, true=False, **what)


# Payoffs.


def swap_two_payoffs(rng: random.Random, sentence: Sentence) -> Mutants:
    """One player's payoffs from two outcomes change places."""
    payoffs = dict(sentence.game.payoffs)
    for (here, i), (there, _) in _pairs(rng, sentence):
        first, second = list(payoffs[here]), list(payoffs[there])
        if first[i] != second[i]:
            first[i], second[i] = second[i], first[i]
            yield _with(sentence, {here: tuple(first), there: tuple(second)})


def _pairs(rng: random.Random, sentence: Sentence) -> list[Any]:
    outcomes = [outcome for outcome, _ in sentence.game.payoffs]
    players = range(len(sentence.game.players))
    found = [((here, i), (there, i)) for here, there in combinations(outcomes, 2) for i in players]
    return rng.sample(found, len(found))


def _with(sentence: Sentence, new: dict[Any, tuple[Any, ...]]) -> Sentence:
    payoffs = tuple((outcome, new.get(outcome, pair)) for outcome, pair in sentence.game.payoffs)
    return changed(sentence, game=sentence.game.with_payoffs(payoffs))


def _rewritten(rng: random.Random, sentence: Sentence, rewrite: Callable[[Any], Any]) -> Mutants:
    """Change one payoff."""
    places = [(outcome, i) for outcome, pair in sentence.game.payoffs for i in range(len(pair))]
    payoffs = dict(sentence.game.payoffs)
    for outcome, i in rng.sample(places, len(places)):
        pair = list(payoffs[outcome])
        pair[i] = rewrite(pair[i])
        if pair[i] != payoffs[outcome][i]:
            yield _with(sentence, {outcome: tuple(pair)})


def flip_the_sign_of_a_term(rng: random.Random, sentence: Sentence) -> Mutants:
    """One term of a payoff changes its sign."""

    def rewrite(payoff: Any) -> Any:
        terms = symbolic(payoff).as_ordered_terms()
        term = rng.choice(terms)
        return symbolic(payoff) - 2 * term

    return _rewritten(rng, sentence, rewrite)


def change_a_coefficient(rng: random.Random, sentence: Sentence) -> Mutants:
    """One term of a payoff, or of a relation, is multiplied."""

    def rewrite(payoff: Any) -> Any:
        term = rng.choice(symbolic(payoff).as_ordered_terms())
        return symbolic(payoff) + rng.choice((1, 2, symbolic(Fraction(-1, 2)))) * term

    if sentence.game is not None:
        yield from _rewritten(rng, sentence, rewrite)
    else:
        yield from _relations(rng, sentence, lambda r: KINDS[r.rel_op](rewrite(r.lhs), r.rhs))


def swap_players(rng: random.Random, sentence: Sentence) -> Mutants:
    """Two players change places in every payoff, or in the question."""
    players = range(len(sentence.game.players))
    for i, j in rng.sample(list(combinations(players, 2)), len(list(combinations(players, 2)))):
        exchanged = {}
        for outcome, pair in sentence.game.payoffs:
            new = list(pair)
            new[i], new[j] = new[j], new[i]
            exchanged[outcome] = tuple(new)
        yield _with(sentence, exchanged)
    for place, part in enumerate(sentence.parts):
        if isinstance(part, Ask) and isinstance(part.beside, int):
            for other in set(players) - {part.beside}:
                yield _part(sentence, place, replace(part, beside=other))


# Relations, premises.


def _relations(rng: random.Random, sentence: Sentence, rewrite: Callable[[Any], Any]) -> Mutants:
    """Change one relation, of the statement or of the premises."""
    for place, part in enumerate(sentence.parts):
        if isinstance(part, Said):
            for i, relation in enumerate(part.relations):
                new = rewrite(relation) if relation.is_Relational else relation
                if new != relation:
                    said = Said((*part.relations[:i], new, *part.relations[i + 1 :]))
                    yield _part(sentence, place, said)
    for i in rng.sample(range(len(sentence.premises)), len(sentence.premises)):
        relation = sentence.premises[i]
        new = rewrite(relation) if relation.is_Relational else relation
        if new != relation:
            yield from _premised(sentence, (*sentence.premises[:i], new, *sentence.premises[i + 1 :]))


def _part(sentence: Sentence, place: int, new: Any) -> Sentence:
    return changed(sentence, parts=(*sentence.parts[:place], new, *sentence.parts[place + 1 :]))


def _premised(sentence: Sentence, premises: tuple[Any, ...]) -> Mutants:
    if all(premise.is_Relational or premise.args for premise in premises):  # not what sympy settles at once
        # A condition that cannot be built under the other premises (a payoff may have no value) gives no mutant.
        with suppress(gt.GameTheoryError):
            parts = tuple(part.under(premises) if isinstance(part, Shown) else part for part in sentence.parts)
            yield changed(sentence, parts=parts, premises=premises)


def flip_an_inequality(rng: random.Random, sentence: Sentence) -> Mutants:
    """Less than becomes greater than."""
    return _relations(rng, sentence, lambda r: KINDS[REVERSED[r.rel_op]](r.lhs, r.rhs))


STRICTNESS = {
    one: other
    for pair in (
        ("nash", "strict nash"),
        ("best reply", "strict best reply"),
        ("dominant", "weakly dominant"),
        ("pareto", "strict pareto"),
    )
    for one, other in (pair, pair[::-1])
}


def strict_for_weak(rng: random.Random, sentence: Sentence) -> Mutants:
    """A tie counts where it did not, or the other way round."""
    for place, part in enumerate(sentence.parts):
        if isinstance(part, Ask) and part.concept in STRICTNESS:
            yield _part(sentence, place, replace(part, concept=STRICTNESS[part.concept]))
    yield from _relations(rng, sentence, lambda r: KINDS[OTHER_TIE.get(r.rel_op, r.rel_op)](r.lhs, r.rhs))


def drop_a_premise(rng: random.Random, sentence: Sentence) -> Mutants:
    """One premise is missing."""
    for i in rng.sample(range(len(sentence.premises)), len(sentence.premises)):
        yield from _premised(sentence, (*sentence.premises[:i], *sentence.premises[i + 1 :]))


def negate_a_premise(rng: random.Random, sentence: Sentence) -> Mutants:
    """One premise is turned into its opposite."""
    for i in rng.sample(range(len(sentence.premises)), len(sentence.premises)):
        premise = sentence.premises[i]
        if premise.is_Relational:
            new = KINDS[NEGATED[premise.rel_op]](premise.lhs, premise.rhs)
            yield from _premised(sentence, (*sentence.premises[:i], new, *sentence.premises[i + 1 :]))


# What is said.

OTHER_KINDS = {
    "always": ("never",),
    "never": ("always", "possible"),
    "possible": ("always", "never"),
    "grows": ("shrinks",),
    "shrinks": ("grows",),
    "exactly": (),
}


def change_the_quantifier(_: random.Random, sentence: Sentence) -> Mutants:
    """Always becomes never, grows becomes shrinks; of exactly one side is dropped or turned into its opposite."""
    for kind in OTHER_KINDS[sentence.kind]:
        yield changed(sentence, kind=kind)
    if sentence.kind == "exactly":
        for place, part in enumerate(sentence.parts):
            yield changed(sentence, kind="always", parts=(part,))
            if isinstance(part, Shown):
                yield _part(sentence, place, replace(part, outside=not part.outside))
            if isinstance(part, Said) and len(part.relations) > 1:
                for i in range(len(part.relations)):
                    yield _part(sentence, place, Said((*part.relations[:i], *part.relations[i + 1 :])))


def replace_the_concept(rng: random.Random, sentence: Sentence) -> Mutants:
    """Another concept, or another outcome, of the same game."""
    game = sentence.game
    for place, part in enumerate(sentence.parts):
        if not isinstance(part, Ask):
            continue
        others = [c for c in game.concepts if c != part.concept and STRICTNESS.get(c) != part.concept]
        for concept in rng.sample(others, len(others)):
            yield _part(sentence, place, Ask(concept, part.outcome, _beside(rng, game, concept, part)))
        for outcome in rng.sample(game.outcomes, min(2, len(game.outcomes))):
            if outcome not in (part.outcome, part.beside):
                yield _part(sentence, place, replace(part, outcome=outcome))


def _beside(rng: random.Random, game: Any, concept: str, part: Ask) -> Any:
    about = CONCEPTS[concept].about if isinstance(game, Matrix) else "cell"
    if about == "player":
        return part.beside if isinstance(part.beside, int) else rng.randrange(len(game.players))
    return rng.choice([o for o in game.outcomes if o != part.outcome]) if about == "other" else None


OF_PAYOFFS = (swap_two_payoffs, flip_the_sign_of_a_term, swap_players, replace_the_concept)
OPERATORS: dict[str, Operator] = {
    operator.__name__.replace("_", " "): operator
    for operator in (
        swap_two_payoffs,
        flip_the_sign_of_a_term,
        change_a_coefficient,
        swap_players,
        flip_an_inequality,
        strict_for_weak,
        drop_a_premise,
        negate_a_premise,
        change_the_quantifier,
        replace_the_concept,
    )
}


def mutants(rng: random.Random, sentence: Sentence) -> Iterator[tuple[str, Mutants]]:
    """Yield what every operator makes of a sentence, with its name."""
    for name, operator in OPERATORS.items():
        if sentence.game is not None or operator not in OF_PAYOFFS:
            yield name, operator(rng, sentence)
