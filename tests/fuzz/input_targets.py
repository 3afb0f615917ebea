"""Text, numbers, parameters and premises that nobody should write."""

from __future__ import annotations

import contextlib
import random

import gametheory as gt
from tests.fuzz import hostile
from tests.fuzz.doors import attempt, look


def grammar(rng: random.Random) -> None:
    known = hostile.declared(rng)
    attempt(gt.exact, hostile.text(rng), known)
    attempt(gt.exact, hostile.text(rng))
    attempt(gt.exact, hostile.arithmetic(rng, 3), gt.parameters("p q r"))


def numbers(rng: random.Random) -> None:
    given = hostile.number(rng)
    attempt(gt.exact, given)
    bounds = {word: hostile.number(rng) for word in rng.sample(("above", "below", "at_least", "at_most"), 2)}
    look(attempt(gt.Parameter, "p", **bounds))


def parameters(rng: random.Random) -> None:
    named = attempt(
        gt.Parameter, hostile.name(rng), meaning=rng.choice(hostile.NAMES), source=rng.choice(hostile.NAMES)
    )
    look(named)
    listed = rng.choice((" ", ",", "\n", "\0")).join(rng.choice(hostile.NAMES) for _ in range(rng.randint(0, 4)))
    for own in attempt(gt.parameters, listed) or ():
        look(attempt(gt.when, own > 0))
    code = hostile.text(rng)
    for compare in (gt.equal, gt.descending):
        with contextlib.suppress(TypeError):  # sympy does not compare what is not real
            attempt(compare, rng.choice(gt.parameters("p q")), rng.choice((code, hostile.number(rng))))


def premises(rng: random.Random) -> None:
    known = hostile.declared(rng)
    given = attempt(gt.premises, *(hostile.relation(rng, known) for _ in range(rng.randint(0, 4))), parameters=known)
    look(attempt(gt.Premise, hostile.relation(rng, known), name=rng.choice(hostile.NAMES), stated="p. 1"))
    if given is not None:
        look(given)
        attempt(lambda: given.consistent and given.core)
        attempt(given.required)
        attempt(lambda: given.violated_by({own.name: rng.choice(hostile.SMALL) for own in known}))
