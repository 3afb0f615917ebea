"""Abs, Max, Min and Piecewise have kinks; a product of many factors has many roots."""

from __future__ import annotations

import operator
import random
from fractions import Fraction
from typing import Any

import pytest
import sympy

import gametheory as gt
from tests.trap_games import HALF, one_choice, x, y, z

Tree = tuple[Any, ...]
POINTS = [Fraction(n, d) for n, d in ((0, 1), (1, 1), (-1, 1), (2, 1), (-2, 1), (1, 2), (-1, 2), (3, 1), (3, 2))]
COMPARE = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
}


def drawn(rng: random.Random, depth: int) -> Tree:
    """Draw an expression as a tree; divisors are squares plus one."""
    if depth == 0:
        return rng.choice((("x",), ("y",), ("number", rng.randint(-2, 2))))
    kind = rng.choice(("+", "-", "*", "/", "abs", "max", "min", "if", "if"))
    first, second = drawn(rng, depth - 1), drawn(rng, depth - 1)
    if kind == "if":  # sides of the comparison: sympy turns a case within a condition into something else
        return (kind, rng.choice(list(COMPARE)), drawn(rng, 0), drawn(rng, 0), first, second)
    return kind, first, second


def expression_of(tree: Tree) -> Any:
    kind, rest = tree[0], tree[1:]
    if kind in ("x", "y"):
        return x if kind == "x" else y
    if kind == "number":
        return sympy.Integer(rest[0])
    if kind == "if":
        left, right, then, otherwise = map(expression_of, rest[1:])
        relations = {">": sympy.Gt, ">=": sympy.Ge, "<": sympy.Lt, "<=": sympy.Le, "==": sympy.Eq, "!=": sympy.Ne}
        return sympy.Piecewise((then, relations[rest[0]](left, right)), (otherwise, True))
    one, two = map(expression_of, rest)
    made = {"+": one + two, "-": one - two, "*": one * two, "/": one / (two**2 + 1), "abs": sympy.Abs(one - two)}
    return made.get(kind) if kind in made else {"max": sympy.Max, "min": sympy.Min}[kind](one, two)


def number_of(tree: Tree, point: dict[str, Fraction]) -> Fraction:
    kind, rest = tree[0], tree[1:]
    if kind in ("x", "y"):
        return point[kind]
    if kind == "number":
        return Fraction(rest[0])
    if kind == "if":
        left, right = (number_of(part, point) for part in rest[1:3])
        return number_of(rest[3] if COMPARE[rest[0]](left, right) else rest[4], point)
    one, two = (number_of(part, point) for part in rest)
    return {
        "+": one + two, "-": one - two, "*": one * two, "/": one / (two**2 + 1), "abs": abs(one - two),
        "max": max(one, two), "min": min(one, two),
    }[kind]  # fmt: skip


@pytest.mark.no_cover
def test_cases_are_decided_right_at_their_kinks_and_between_them() -> None:
    rng = random.Random(5)
    asked = ties = 0
    while asked < 4_000:
        tree = drawn(rng, rng.choice((1, 2, 2)))
        expression = expression_of(tree)
        if not expression.free_symbols:
            continue
        level = number_of(tree, {"x": rng.choice(POINTS), "y": rng.choice(POINTS)})  # hit exactly at some point
        for symbol, relation in COMPARE.items():
            made = gt.equal(expression, level) if symbol == "==" else relation(expression, sympy.sympify(level))
            region = gt.when(sympy.Ne(expression, level) if symbol == "!=" else made)
            for a, b in rng.sample([(a, b) for a in POINTS for b in POINTS], 10):
                value = number_of(tree, {"x": a, "y": b})
                assert region.contains({x: a, y: b}) == relation(value, level), (expression, symbol, level, a, b)
                asked += 1
                ties += value == level
    assert ties >= asked // 20


@pytest.mark.no_cover
def test_payoffs_with_kinks_are_played_right_at_them() -> None:
    game = one_choice(sympy.Max(0, sympy.Abs(x) - 1), sympy.Min(y, 1))
    weak, strict = gt.nash(game, ("go",)), gt.nash(game, ("go",), strict=True)
    short = weak.simplify()
    for a in POINTS:
        for b in POINTS:
            go, stay = max(Fraction(0), abs(a) - 1), min(b, Fraction(1))
            assert weak.contains({x: a, y: b}) == (go >= stay)
            assert short.contains({x: a, y: b}) == (go >= stay)
            assert strict.contains({x: a, y: b}) == (go > stay)


def test_a_case_within_a_condition_is_decided_right() -> None:
    """sympy writes the condition with ITE, its if-then-else."""
    inner = sympy.Piecewise((x, x > 1), (y, True))
    game = one_choice(sympy.Piecewise((1, inner > 0), (-1, True)))
    for a in POINTS:
        for b in POINTS:
            assert gt.nash(game, ("go",)).contains({x: a, y: b}) == ((a if a > 1 else b) > 0)


def test_a_piece_that_may_be_missing_is_refused() -> None:
    with pytest.raises(gt.PayoffError, match="True"):
        one_choice(sympy.Piecewise((x, x > 0)))


def test_a_product_of_many_factors_is_decided_factor_by_factor() -> None:
    factors = [x + k * y - z + (-1) ** abs(k) for k in range(-5, 6)]
    region = gt.when(sympy.prod(factors) > 0, assuming=x > y)
    for a, b, c in ((3, 1, 2), (1, 0, 0), (2, -1, 5), (HALF, Fraction(1, 3), Fraction(1, 7)), (7, 1, 1), (1, 0, 2)):
        negative = zero = 0
        for k in range(-5, 6):
            value = Fraction(a) + k * Fraction(b) - c + (-1) ** abs(k)
            negative, zero = negative + (value < 0), zero + (value == 0)
        assert region.contains({x: a, y: b, z: c}) == (not zero and negative % 2 == 0)
