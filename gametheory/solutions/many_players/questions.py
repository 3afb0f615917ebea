"""Questions to the solver about the profiles of a support, and conditions in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from gametheory.forms.normal import Game
from gametheory.formulas.display import text
from gametheory.formulas.formula import Formula, atom, disjunction
from gametheory.formulas.polynomial import ZERO, Polynomial, constant, variable
from gametheory.formulas.polynomial import product as multiply
from gametheory.formulas.solver import Answer, Limit, check
from gametheory.solutions.many_players.multilinear import Form
from gametheory.solutions.many_players.patches import Condition, Patch, Zero
from gametheory.solutions.many_players.supports import Actions

EFFORT = Limit(steps=3_000_000, seconds=5)
"""How hard to try one question."""

Chances = dict[int, tuple[Polynomial, ...]]
"""For every player the probabilities of some actions, as polynomials in unknowns."""


def _chances(names: Sequence[str]) -> tuple[Polynomial, ...]:
    """Return the probabilities of actions: an unknown for each but the last, which gets what they leave."""
    free = [variable(name) for name in names[:-1]]
    last = constant(1)
    for chance in free:
        last = last - chance
    return (*free, last)


def _numbered(actions: Actions) -> Chances:
    return {
        player: _chances([f"p{player}_{action}" for action in own])
        for player, own in enumerate(actions)
        if len(own) > 1
    }


def _polynomial(form: Form, chances: Chances) -> Polynomial:
    total = ZERO
    for key, value in form.terms():
        factors = [chances[block][place] for block, place in zip(form.blocks, key, strict=True)]
        total = total + multiply([constant(value), *factors])
    return total


def _formulas(conditions: Iterable[Condition], chances: Chances) -> list[Formula]:
    return [atom([_polynomial(form, chances)], relation) for form, relation in conditions]


def condition_texts(patch: Patch, game: Game) -> tuple[str, ...]:
    """Write the conditions of a patch in the game's words, ``p(China: ally)`` for a probability."""
    chances = {
        player: _chances([f"p({game.players[player]}: {game.actions[player][action]})" for action in own])
        for player, own in enumerate(patch.actions)
    }
    return tuple(dict.fromkeys(text(formula) for formula in _formulas(patch.conditions, chances)))


def ask_within(conditions: Iterable[Condition], actions: Actions, extra: Iterable[Formula] = ()) -> Answer:
    """Ask whether conditions hold somewhere with all probabilities of a support positive."""
    chances = _numbered(actions)
    positive = [atom([chance], ">") for own in chances.values() for chance in own]
    return check([*positive, *_formulas(conditions, chances), *extra], EFFORT)


def point_of(values: Mapping[str, Fraction], actions: Actions) -> Zero:
    """Return the profile of a support at a solver's point."""
    return {player: tuple(chance.evaluate(values) for chance in own) for player, own in _numbered(actions).items()}


def elsewhere(values: Mapping[str, Fraction]) -> Formula:
    """Return the formula that holds everywhere but at a solver's point."""
    return disjunction(atom([variable(name) - constant(value)], "!=") for name, value in sorted(values.items()))


def is_star_shaped(patch: Patch) -> bool:
    """Say whether it is certain that the straight line from the sample to every profile keeps to the conditions.

    The sample is rational.
    """
    names = _numbered(patch.actions)
    step = variable("step")
    towards: Chances = {}
    for player, own in names.items():
        starts = [constant(p) for p in patch.sample[player] if isinstance(p, Fraction)]
        towards[player] = tuple(s + step * (p - s) for p, s in zip(own, starts, strict=True))
    asked = [atom([chance], ">=") for own in names.values() for chance in own]
    asked += [atom([step], ">"), atom([constant(1) - step], ">"), *_formulas(patch.conditions, names)]
    failing = {"==": "!=", ">=": "<"}
    broken = disjunction(atom([_polynomial(form, towards)], failing[relation]) for form, relation in patch.conditions)
    return check([*asked, broken], EFFORT).status == "unsat"


def closures_meet(left: Patch, right: Patch) -> Answer:
    """Ask whether some profile meets the conditions of both patches, probabilities of zero admitted."""
    shared = [tuple(a for a in own if a in other) for own, other in zip(left.actions, right.actions, strict=True)]
    if not all(shared):
        return Answer("unsat")
    common = [
        dict(zip(own, _chances([f"p{player}_{action}" for action in own]), strict=True))
        for player, own in enumerate(shared)
    ]
    asked: list[Formula] = [atom([chance], ">=") for own in common for chance in own.values()]
    for patch in (left, right):
        chances = {
            player: tuple(common[player].get(action, ZERO) for action in own)
            for player, own in enumerate(patch.actions)
        }
        asked += _formulas(patch.conditions, chances)
    return check(asked, EFFORT)
