"""Mixed equilibria of three players with two actions each and symbols in their payoffs, by support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from gametheory.concepts.closed_forms import is_defined, quotient
from gametheory.concepts.mixed_set import MixedEquilibrium
from gametheory.concepts.mixed_two import defined
from gametheory.concepts.nash import nash_condition
from gametheory.concepts.signs import (
    Linear,
    Positive,
    Quadratic,
    above,
    below,
    negative,
    not_below,
    opposite,
    opposite_at,
    together,
    zero,
)
from gametheory.forms.normal import Game
from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.recipes import Fixed
from gametheory.region import make_region

FIRST, SECOND = 1, 0
"""A pure action by the probability of the player's first action."""

Chances = tuple[Any, ...]
"""For every player the probability of the first action."""


@dataclass(frozen=True, eq=False)
class Trio:
    """Three players with two actions each, and what each gains from its first action."""

    game: Game

    def gain(self, player: int, others: dict[int, int]) -> Payoff:
        """Return a player's payoff from the first action minus that from the second, the others' actions given."""
        chances = [others.get(i, FIRST) for i in range(3)]
        profile = [
            own[0] if chance == FIRST else own[1] for own, chance in zip(self.game.actions, chances, strict=True)
        ]
        first, second = self.game.actions[player]
        here, there = profile.copy(), profile.copy()
        here[player], there[player] = first, second
        return self.game.gap(self.game.players[player], tuple(here), tuple(there))

    def line(self, player: int, mixer: int, third: int, pure: int) -> Linear:
        """Return a player's gain as a function of one other's probability, the third one's action given."""
        ends = (self.gain(player, {mixer: SECOND, third: pure}), self.gain(player, {mixer: FIRST, third: pure}))
        return ends

    def no_regret(self, player: int, pure: int, linear: Linear) -> Linear:
        """Return the gain from the pure action rather than from the other one."""
        return linear if pure == FIRST else negative(linear)


def mixed_of_three(game: Game) -> tuple[MixedEquilibrium, ...]:
    """Return every equilibrium of a 2x2x2 game by support, the degenerate ones last."""
    trio = Trio(game)
    found = filter(_can_exist, (*_pure(trio), *_two_mix(trio), *_all_mix(trio), *_one_mixes(trio)))
    return tuple(sorted(found, key=lambda one: one.degenerate))


def _can_exist(one: MixedEquilibrium) -> bool:
    """Say whether the probabilities mean something anywhere: no divisor is zero everywhere."""
    values = (*(chance for strategy in one.probabilities for chance in strategy), *(value for _, value in one.where))
    return all(map(is_defined, values))


def _equilibrium(
    trio: Trio,
    chances: Chances | None,
    pure: dict[int, int],
    condition: Condition,
    reason: str = "",
    **more: Any,
) -> MixedEquilibrium:
    game = trio.game
    support = tuple(
        own if i not in pure else (own[0] if pure[i] == FIRST else own[1],) for i, own in enumerate(game.actions)
    )
    probabilities = () if chances is None else tuple((chance, _rest(chance)) for chance in chances)
    used = "; ".join(f"{player} {', '.join(own)}" for player, own in zip(game.players, support, strict=True))
    title = f"{'a degenerate' if reason else 'an'} equilibrium that uses {used} in {game.name}"
    region = make_region(Fixed(condition & defined(game)), game.premises, game.parameters, title)
    return MixedEquilibrium(game, support, probabilities, region, bool(reason), reason, **more)


def _pure(trio: Trio) -> Iterator[MixedEquilibrium]:
    for chances in product((FIRST, SECOND), repeat=3):
        profile = tuple(
            own[0] if chance == FIRST else own[1] for own, chance in zip(trio.game.actions, chances, strict=True)
        )
        values = tuple(quotient(chance, 1) for chance in chances)
        yield _equilibrium(trio, values, dict(enumerate(chances)), nash_condition(trio.game, profile))


def _one_mixes(trio: Trio) -> Iterator[MixedEquilibrium]:
    """One player mixes: only where its two actions tie, and as far as the other two have no regret."""
    for mixer in range(3):
        j, k = (i for i in range(3) if i != mixer)
        for pure in product((FIRST, SECOND), repeat=2):
            others = dict(zip((j, k), pure, strict=True))
            gains = [
                trio.no_regret(i, others[i], trio.line(i, mixer, other, others[other])) for i, other in ((j, k), (k, j))
            ]
            tie = trio.gain(mixer, others)
            reason = f"{trio.game.players[mixer]}'s two actions pay the same: {tie} is 0"
            yield _equilibrium(trio, None, others, zero(tie) & together(*gains), reason)


def _two_mix(trio: Trio) -> Iterator[MixedEquilibrium]:
    """Two players mix, each so that the other is indifferent."""
    for i, j in combinations(range(3), 2):
        (k,) = {0, 1, 2} - {i, j}
        for pure in (FIRST, SECOND):
            mine, theirs = trio.line(i, j, k, pure), trio.line(j, i, k, pure)  # i's gain by j's chance, and back
            yield _equilibrium(trio, *_crossing(trio, (i, j, k), pure, mine, theirs))
            reason = f"nothing determines how {trio.game.players[j]} or {trio.game.players[i]} mixes"
            yield _equilibrium(trio, None, {k: pure}, _no_crossing(trio, (i, j, k), pure, mine, theirs), reason)


def _regret(trio: Trio, players: tuple[int, int, int], pure: int) -> dict[tuple[int, int], Payoff]:
    """Return what the third player gains by staying, at every pure pair of the other two."""
    i, j, k = players
    sign = 1 if pure == FIRST else -1
    return {(a, b): sign * trio.gain(k, {i: a, j: b}) for a in (FIRST, SECOND) for b in (FIRST, SECOND)}


def _crossing(
    trio: Trio, players: tuple[int, int, int], pure: int, mine: Linear, theirs: Linear
) -> tuple[Chances, dict[int, int], Condition]:
    i, j, k = players
    stay = _regret(trio, players, pure)
    chances: list[Any] = [quotient(pure, 1)] * 3
    chances[j], chances[i] = quotient(mine[0], mine[0] - mine[1]), quotient(theirs[0], theirs[0] - theirs[1])
    # Weights of the four pure pairs: the chances above times both divisors.
    weights = {
        (a, b): (theirs[0] if a == FIRST else -theirs[1]) * (mine[0] if b == FIRST else -mine[1])
        for a in (FIRST, SECOND)
        for b in (FIRST, SECOND)
    }
    total = sum(weight * stay[pair] for pair, weight in weights.items())
    cases = []
    for one, other in product((1, -1), repeat=2):  # the signs of the two divisors
        inside = [above(one * mine[0]), below(one * mine[1]), above(other * theirs[0]), below(other * theirs[1])]
        cases.append(all_of((*inside, not_below(one * other * total))))
    return tuple(chances), {k: pure}, any_of(cases)


def _no_crossing(trio: Trio, players: tuple[int, int, int], pure: int, mine: Linear, theirs: Linear) -> Condition:
    """Return where one of two mixing players, or both, are indifferent whatever the other does."""
    stay = _regret(trio, players, pure)
    free = [all_of(map(zero, line)) for line in (mine, theirs)]
    sides = []
    for line, flat, swapped in ((theirs, free[0], False), (mine, free[1], True)):
        # The one whose chance is determined by `line`; the other's is free.
        ends = []
        for end in (SECOND, FIRST):
            pair = [(FIRST, end), (SECOND, end)]
            at_first, at_second = (stay[b, a] if swapped else stay[a, b] for a, b in pair)
            ends.append(line[0] * at_first - line[1] * at_second)
        for sign in (1, -1):
            inside = above(sign * line[0]) & below(sign * line[1])
            sides.append(all_of((flat, inside, _somewhere(tuple(sign * end for end in ends)))))
    corners = tuple(stay.values())
    sides.append(all_of((*free, any_of((any_of(map(above, corners)), all_of(map(zero, corners)))))))
    return any_of(sides)


def _somewhere(ends: tuple[Payoff, ...]) -> Condition:
    """Return where a linear function is at least 0 at some number strictly between 0 and 1."""
    return any_of((*map(above, ends), all_of(map(zero, ends))))


def _all_mix(trio: Trio) -> Iterator[MixedEquilibrium]:
    """All three mix: the first player's chance solves a quadratic, the others' are functions of it."""
    # Gains of the third and the second player by the first one's chance, the remaining one's action given.
    third = [trio.line(2, 0, 1, pure) for pure in (SECOND, FIRST)]
    second = [trio.line(1, 0, 2, pure) for pure in (SECOND, FIRST)]
    equation = _eliminated(trio, third, second)
    discriminant = equation.discriminant

    def inside(positive: Positive) -> Condition:
        zero_to_one = positive((0, 1)) & positive((1, 0))
        return all_of((zero_to_one, opposite_at(positive, *third), opposite_at(positive, *second)))

    for side in (1, -1):
        chances, where = _solved(trio, third, second, _radical(equation, side))
        region = above(discriminant) & inside(equation.branch(side))
        yield _equilibrium(trio, chances, {}, region, where=where)
    chances, where = _solved(trio, third, second, quotient(-equation.constant, equation.first))
    region = zero(equation.second) & inside(equation.single_root())
    yield _equilibrium(trio, chances, {}, region, where=where)
    chances, where = _solved(trio, third, second, quotient(-equation.first, 2 * equation.second))
    region = zero(discriminant) & inside(equation.double_root())
    reason = f"two equilibria meet: the discriminant {discriminant} is 0"
    yield _equilibrium(trio, chances, {}, region, reason, where=where)
    free, coefficients = [], (equation.second, equation.first, equation.constant)
    determined = any_of(above(part) | below(part) for part in coefficients)
    for chances, region, left_open in _one_at_a_time(trio, third, second):
        yield _equilibrium(trio, chances, {}, determined & region)
        free.append(left_open)
    yield _equilibrium(trio, None, {}, any_of(free), "one player's chance is left open by the others' equations")
    anything = all_of(map(zero, coefficients))
    reason = "the equations do not determine how the players mix"
    yield _equilibrium(trio, None, {}, anything, reason, certain=False)


def _one_at_a_time(
    trio: Trio, third: list[Linear], second: list[Linear]
) -> Iterator[tuple[Chances, Condition, Condition]]:
    """Yield what elimination cannot see: a chance of the first player alone makes another one indifferent.

    Given it, another chance makes the third one indifferent; given that, the last chance makes the first one so. Yield
    the chances, where they are between 0 and 1, and where the last one, or the last two, can be anything.
    """
    for lines, others, (solved, last) in ((third, second, (2, 1)), (second, third, (1, 2))):
        for known, rest, only in ((lines[0], lines[1], ()), (lines[1], lines[0], lines[0])):
            both_vanish = all_of((opposite(*known), zero(_at_root(rest, known)), *map(zero, only)))
            ends = _at_root(others[0], known), _at_root(others[1], known)
            gains = [trio.line(0, solved, last, pure) for pure in (SECOND, FIRST)]
            left = _at_root(gains[0], ends), _at_root(gains[1], ends)
            chances = [quotient(line[0], line[0] - line[1]) for line in (known, ends, left)]
            corners = [corner for gain in gains for corner in gain]
            somewhere = (any_of(map(above, corners)) & any_of(map(below, corners))) | all_of(map(zero, corners))
            yield (
                (chances[0], *(chances[1:] if solved == 1 else chances[:0:-1])),
                all_of((both_vanish, opposite(*ends), opposite(*left))),
                both_vanish & ((opposite(*ends) & all_of(map(zero, left))) | (all_of(map(zero, ends)) & somewhere)),
            )


def _at_root(linear: Linear, other: Linear) -> Payoff:
    """Return a linear function where another one is 0, times the difference of the other's ends."""
    return linear[1] * other[0] - linear[0] * other[1]


def _eliminated(trio: Trio, third: list[Linear], second: list[Linear]) -> Quadratic:
    """Return the first player's gain as a quadratic in its own chance.

    The second player's chance makes the third indifferent: third[0]/(third[0] - third[1]), and the third one's makes
    the second indifferent. The gain is multiplied by both divisors.
    """
    coefficients: list[Payoff] = [0, 0, 0]
    for y, z in product((FIRST, SECOND), repeat=2):
        weight = 1 if y == z else -1
        left, right = third[1 - y], second[1 - z]  # the chance's numerator, or that of its complement
        gain = weight * trio.gain(0, {1: y, 2: z})
        slopes = left[1] - left[0], right[1] - right[0]
        coefficients[0] += gain * left[0] * right[0]
        coefficients[1] += gain * (left[0] * slopes[1] + slopes[0] * right[0])
        coefficients[2] += gain * slopes[0] * slopes[1]
    return Quadratic(coefficients[2], coefficients[1], coefficients[0])


def _rest(chance: Any) -> Any:
    """Return one minus a probability, as a reader writes it."""
    return quotient(1 - chance, 1)


def _radical(equation: Quadratic, side: int) -> Any:
    from sympy import factor, factor_terms, nan, sqrt, sympify

    second, first, inner = (factor(sympify(part)) for part in (equation.second, equation.first, equation.discriminant))
    return factor_terms(-first + side * sqrt(inner), sign=False) / (2 * second) if second != 0 else nan


def _solved(
    trio: Trio, third: list[Linear], second: list[Linear], value: Any
) -> tuple[Chances, tuple[tuple[Any, Any], ...]]:
    """Return everybody's chance; those of the second and the third player in terms of the first one's."""
    from sympy import Symbol

    game = trio.game
    chance = Symbol(f"p({game.players[0]}: {game.actions[0][0]})", real=True)

    def indifferent(lines: list[Linear]) -> Any:
        ends = [line[0] + (line[1] - line[0]) * chance for line in lines]
        return quotient(ends[0], ends[0] - ends[1])

    return (chance, indifferent(third), indifferent(second)), ((chance, value),)
