"""The ways in which an exact engine goes wrong without a word; one section for each, and none may happen here."""

from __future__ import annotations

import copy
import multiprocessing
import operator
import os
import pickle
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy
import pytest
import sympy

import gametheory as gt
from gametheory.formulas.solver import Limit

x, y, z = gt.parameters("x y z")
T, R, P, S = gt.parameters("T R P S", unit="utility")
delta = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
HALF = Fraction(1, 2)


def one_choice(payoff: Any, otherwise: Any = 0, **more: Any) -> Any:
    """A player alone, who goes for the payoff or stays."""
    return gt.Game("One choice", ["A"], ["go", "stay"], {("go",): (payoff,), ("stay",): (otherwise,)}, **more)


def dilemma(assuming: Any = ()) -> Any:
    return gt.Game(
        "Dilemma",
        ("China", "Russia"),
        ("honour", "cheat"),
        {
            ("honour", "honour"): (R, R),
            ("honour", "cheat"): (S, T),
            ("cheat", "honour"): (T, S),
            ("cheat", "cheat"): (P, P),
        },
        assuming=assuming,
    )


HONOUR, CHEAT = ("honour", "honour"), ("cheat", "cheat")
ORDER = gt.descending(T, R, P, S)


# Division is total in solvers: x/y == 1 has a model with y = 0 there.


def test_a_division_has_no_value_at_zero() -> None:
    for relation in (x / y > 1, x / y <= 1, gt.equal(x / y, 1), sympy.Ne(x / y, 1), 1 / (x - y) > 0, x > 1 / y):
        region = gt.when(relation)
        for ask in (region.is_empty, region.is_everywhere, region.witness, region.simplify):
            with pytest.raises(gt.UndefinedPayoffError) as caught:
                ask()
            point = caught.value.point
            assert point["y"] == (point["x"] if relation.has(1 / (x - y)) else 0)
        with pytest.raises(gt.UndefinedPayoffError):
            region.contains({x: 1, y: 2})
        with pytest.raises(gt.UndefinedPayoffError):
            gt.prove(relation)


def test_a_quotient_is_compared_by_its_value_whatever_the_sign_of_the_divisor() -> None:
    region = gt.when(x / y > z, assuming=sympy.Ne(y, 0))
    for a in (-2, -1, 0, 1, 3):
        for b in (-2, -HALF, HALF, 3):
            for c in (-1, 0, 1):
                assert region.contains({x: a, y: b, z: c}) == (Fraction(a) / b > c)
    assert gt.prove(x / y > 0, assuming=(x > 0, y > 0)).status == "proved"
    assert gt.prove(x / y > 0, assuming=(x > 0, y < 0)).status == "refuted"
    assert gt.prove(gt.equal(y * (x / y), x), assuming=sympy.Ne(y, 0)).status == "proved"


def test_premises_that_replace_others_must_keep_the_divisor_from_zero_too() -> None:
    region = gt.nash(one_choice(1 / x, y, assuming=x > 0), ("go",))
    assert gt.prove(region, assuming=(x > 0, y < 0)).status == "proved"
    assert gt.prove(region, assuming=(x < 0, y > 0)).status == "refuted"
    for weaker in (x >= 0, y > 0, ()):
        with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
            gt.prove(region, assuming=weaker)


def test_a_premise_that_divides_says_that_its_divisor_is_not_zero() -> None:
    assert gt.prove(sympy.Ne(y, 0), assuming=x / y > 1).status == "proved"
    assert not gt.premises(x / y > 1, gt.equal(y, 0)).consistent


# Negating "d != 0 and n*d > 0" would make d = 0 a counterexample.


def test_a_complement_has_no_value_where_the_region_has_none() -> None:
    region = gt.when(1 / x > 0)
    for other in (~region, ~~region, ~region & (y > 0), region | ~region, (~region).simplify):
        with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
            other() if callable(other) else other.contains({x: 1, y: 1})
    for statement in (gt.never(region), gt.always(~region), gt.exactly(region, x > 0), gt.grows(region, x)):
        with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
            gt.prove(statement)


def test_a_region_and_its_complement_share_out_the_premises() -> None:
    region = gt.when(1 / x > 1, assuming=sympy.Ne(x, 0))
    for number in (-2, -HALF, HALF, 1, 2):
        assert region.contains({x: number}) == (1 / Fraction(number) > 1)
        assert (~region).contains({x: number}) == (1 / Fraction(number) <= 1)
    assert (region | ~region).is_everywhere()
    assert (region & ~region).is_empty()
    assert (~region).witness()["x"] != 0
    with pytest.raises(gt.AssumptionError, match="violates the premise x != 0"):
        (~region).contains({x: 0})


# sympy cancels x/x to 1 without a word.


@pytest.mark.parametrize(
    "text",
    [
        "x/x", "x*y/y", "0/x", "x**2/x", "1/(1/x)", "x*(1/x)", "(1/x)*x", "x**-1*x", "x*y**-1*y", "0*(1/x)", "(1/x)*0",
        "1/x - 1/x", "1/x + 1 - 1/x", "(1/x)**-1", "(1/x)**0", "(x - y)*(1/(x - y))", "(x - y)/(x - y)", "(x/y)/(x/y)",
    ],
)  # fmt: skip
def test_text_in_which_a_division_cancels_is_refused(text: str) -> None:
    """Read as written it has no value at x = 0 (or where the divisor is 0); cancelled it has one."""
    with pytest.raises(gt.ExactnessError, match="cancels"):
        gt.exact(text, (x, y))
    with pytest.raises(gt.PayoffError, match="cancels"):
        one_choice(text, parameters=(x, y))


@pytest.mark.parametrize("text", ["(x**2 - x)/x", "1/x + 1/x", "x/y*x", "1/(1 + 1/x)", "(1/x)**2", "2*(1/x)"])
def test_text_in_which_nothing_cancels_is_read_with_its_divisor(text: str) -> None:
    with pytest.raises(gt.UndefinedPayoffError):
        one_choice(text, parameters=(x, y))
    assert one_choice(text, assuming=(x > 0, y > 0)).parameters


def test_payoffs_that_cancel_when_they_are_compared_still_have_no_value() -> None:
    with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
        one_choice(1 / x, 1 / x)
    with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
        gt.when(sympy.Ge(1 / x, 1 / x, evaluate=False)).is_everywhere()
    with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
        gt.when(sympy.Add(1 / x, -1 / x, evaluate=False) >= y).contains({x: 1, y: 0})
    with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
        one_choice(sympy.Mul(x, 1 / x, evaluate=False))
    assert gt.nash(one_choice(1 / x, 1 / x, assuming=x > 0), ("go",)).is_everywhere()


# Floats.


@pytest.mark.parametrize("number", [0.5, numpy.float64(0.5), numpy.float32(0.5), sympy.Float("0.5")], ids=type)
def test_a_float_is_refused_wherever_it_stands(number: Any) -> None:
    # The same number was exact before; a cache must not tell the two apart by their hash alone.
    assert gt.nash(one_choice(HALF), ("go",)).is_everywhere()
    assert gt.prove(x > sympy.Rational(1, 2), assuming=x > 1).status == "proved"
    float_ = sympy.Float(float(number))
    payoffs = (
        number, number * x, x + number, x / number, x**number, number**x, 1 / (x**2 + number), sympy.Max(x, float_),
        sympy.Abs(x - number), sympy.Piecewise((1, x > float_), (0, True)), sympy.Piecewise((float_, x > 0), (0, True)),
    )  # fmt: skip
    for payoff in payoffs:
        with pytest.raises(gt.PayoffError, match=r"Rational|rational"):
            one_choice(payoff)
    for relation in (x > number, x >= number, x < number, x <= number, gt.equal(x, number), number * x > y):
        with pytest.raises(gt.GameTheoryError, match=r"Rational|rational"):
            gt.when(relation).is_empty()
        with pytest.raises(gt.GameTheoryError, match=r"Rational|rational"):
            gt.premises(relation).required()
        with pytest.raises(gt.GameTheoryError, match=r"Rational|rational"):
            gt.prove(relation)
        with pytest.raises(gt.GameTheoryError, match=r"Rational|rational"):
            one_choice(x, assuming=relation)


def test_numbers_stay_exact_all_the_way() -> None:
    region = gt.when(x > sympy.Rational(1, 3))
    third = Fraction(1, 3)
    assert not region.contains({x: third})
    assert region.contains({x: third + Fraction(1, 10**40)})
    assert gt.prove(10**40 * x > 1, assuming=x > Fraction(1, 10**40)).status == "proved"
    assert gt.when((x > Fraction(1, 10**40)) & (x < Fraction(2, 10**40))).witness()["x"] * 10**40 - 1 < 1
    assert one_choice("0.1").payoff("A", ("go",)) == Fraction(1, 10)
    assert one_choice("x", assuming=x > 0).at(x="0.1").payoff("A", ("go",)) == Fraction(1, 10)


# Plain sympy symbols.


@pytest.mark.parametrize(
    "symbol",
    [
        sympy.Symbol("x"), sympy.Symbol("x", real=True), sympy.Symbol("x", positive=True), sympy.Symbol("w"),
        sympy.Dummy("x"), sympy.Wild("x"),
    ],
    ids=repr,
)  # fmt: skip
def test_a_plain_symbol_is_refused_wherever_it_stands(symbol: Any) -> None:
    attempts: list[Callable[[], Any]] = [
        lambda: one_choice(symbol),
        lambda: one_choice(symbol + x),
        lambda: one_choice(x, assuming=symbol > y),
        lambda: gt.when(x > symbol),
        lambda: gt.prove(symbol > y),
        lambda: gt.premises(symbol > y),
        lambda: gt.when(x > y) & (symbol > y),
        lambda: one_choice(sympy.Piecewise((1, symbol > y), (0, True))),
        lambda: gt.RepeatedGame(one_choice(1), discount=symbol / (1 + symbol)),
    ]
    for attempt in attempts:
        with pytest.raises(gt.GameTheoryError, match=r"gt\.parameters"):
            attempt()


def test_a_bound_is_not_folded_into_a_relation() -> None:
    """A sympy symbol declared positive turns p > 0 into true, and the premise would be lost."""
    positive = gt.Parameter("p", above=0)
    assert (positive > 0).is_Relational
    verdict = gt.prove(positive > 0)
    assert verdict.status == "proved"
    assert [str(bound) for bound in verdict.premises.bounds] == ["p > 0"]


# Irrational functions.


@pytest.mark.parametrize(
    "expression",
    [
        sympy.sqrt(x), sympy.sqrt(2), x + sympy.sqrt(2), sympy.pi, sympy.pi * x, sympy.E, sympy.exp(x), sympy.log(x),
        sympy.log(2), x**y, 2**x, x ** sympy.Rational(1, 3), x ** sympy.Rational(-3, 2), sympy.sin(x), sympy.floor(x),
        sympy.sign(x), sympy.I * x, sympy.Function("f")(x), sympy.Mod(x, 2), sympy.factorial(x), sympy.oo * x,
        sympy.Max(x, sympy.sqrt(y)), sympy.Piecewise((sympy.exp(x), x > 0), (0, True)), sympy.Integral(x, (x, 0, y)),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_not_piecewise_rational_is_refused(expression: Any) -> None:
    with pytest.raises(gt.PayoffError, match=r"A's payoff at \(go\)"):
        one_choice(expression)
    if expression.free_symbols:
        with pytest.raises(gt.GameTheoryError):
            gt.when(expression > z).is_empty()


def test_a_square_root_is_a_parameter_with_premises() -> None:
    """The advice of the message: s >= 0 and s**2 = u. Then sqrt(u) > 1 exactly when u > 1."""
    root, under = gt.parameters("s u")
    given = (root >= 0, gt.equal(root**2, under))
    assert gt.prove(gt.exactly(root > 1, under > 1), assuming=given).status == "proved"


# Abs, Max, Min and Piecewise have kinks.

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


# Models with irrational coordinates.

IRRATIONAL = (gt.equal(x**2, 2), gt.equal(x**3, 2), gt.equal(x**2 + y**2, 3), gt.equal(x**2, x + 1))


@pytest.mark.parametrize("relation", IRRATIONAL, ids=str)
def test_a_condition_that_only_irrational_points_meet_is_undecided(relation: Any) -> None:
    for statement in (gt.possible(relation), gt.never(relation), gt.always(~gt.when(relation)), gt.always(x > 0)):
        assert gt.prove(statement, assuming=relation if statement.kind == "always" else None).status == "undecided"
    assert gt.prove(~relation).status == "undecided"
    assert gt.prove(gt.exactly(relation, x > x + 1)).status == "undecided"
    region = gt.when(relation)
    for ask in (region.is_empty, region.witness, (~region).is_everywhere, lambda: region.implies(x > 9)):
        with pytest.raises(gt.Undecided):
            ask()
    with pytest.raises(gt.Undecided):
        assert gt.premises(relation).consistent
    parts = gt.partition({"curve": region})
    assert not parts.complete
    assert parts.reason
    assert str(region) not in ("never", "always")


def test_an_open_condition_has_a_rational_witness() -> None:
    root = Fraction(99, 70) - Fraction(1, 10**4), Fraction(99, 70) + Fraction(1, 10**4)  # the square root of 2 between
    assert root[0] ** 2 < 2 < root[1] ** 2
    narrow = gt.when((x**2 > 2) & (x < root[1]) & (x > 0)).witness()
    assert narrow["x"] ** 2 > 2
    disc = gt.when((x**2 + y**2 < 2) & (x * y > Fraction(99, 100))).witness()
    assert disc["x"] ** 2 + disc["y"] ** 2 < 2
    assert disc["x"] * disc["y"] > Fraction(99, 100)
    ring = gt.when((x**3 + y**3 + z**3 > 3 * x * y * z) & (x + y + z < 1) & (x > y) & (y > z) & (z > 0)).witness()
    assert ring["x"] > ring["y"] > ring["z"] > 0
    assert gt.prove(gt.possible((x**2 > 2) & (x**2 < Fraction(201, 100)))).status == "proved"


def test_rational_points_of_a_curve_are_points() -> None:
    for relation in (gt.equal(x**2, 4), gt.equal(x * y, 6), gt.equal(y, x**2), gt.equal(x**2 * y, 2)):
        point = gt.when(relation & (x > 1)).witness()
        assert relation.subs({x: sympy.Rational(point["x"]), y: sympy.Rational(point.named.get("y", 0))}) == True  # noqa: E712
        assert point["x"] > 1


# Strict and weak.


def test_ties_are_told_from_strict_equilibria() -> None:
    """By hand, by the signs of R - T and P - S in a symmetric 2x2 game.

    Weakly: honouring needs R >= T, cheating P >= S, one of each T >= R and S >= P. Of the nine pairs of signs three
    have both pure equilibria, the other six differ: seven cells. Strictly the three pairs with a tie and no strict
    equilibrium fall into one, and a tie beside a strict equilibrium changes nothing: five.
    """
    apart = ("honour", "cheat"), ("cheat", "honour")
    weak, strict = gt.partition(dilemma()), gt.partition(dilemma(), strict=True)
    assert {frozenset(cell.equilibria) for cell in weak} == {
        frozenset(cell)
        for cell in (
            (HONOUR, CHEAT), (HONOUR,), (CHEAT,), apart, (HONOUR, *apart), (CHEAT, *apart), (HONOUR, CHEAT, *apart)
        )
    }  # fmt: skip
    assert {frozenset(cell.equilibria) for cell in strict} == {
        frozenset(cell) for cell in ((), (HONOUR, CHEAT), (HONOUR,), (CHEAT,), apart)
    }
    assert weak.complete and strict.complete


def test_the_boundary_belongs_to_the_weak_side_alone() -> None:
    assert gt.prove(gt.nash(dilemma(), HONOUR), assuming=R >= T).status == "proved"
    assert gt.prove(gt.nash(dilemma(), HONOUR, strict=True), assuming=R > T).status == "proved"
    verdict = gt.prove(gt.nash(dilemma(), HONOUR, strict=True), assuming=R >= T)
    assert verdict.status == "conditional"
    assert verdict.counterexample[R] == verdict.counterexample[T]
    assert str(gt.nash(one_choice(x), ("go",))) == "x >= 0"
    assert str(gt.nash(one_choice(x), ("go",), strict=True)) == "x > 0"
    assert str(gt.nash(one_choice(0, x), ("go",)).simplify()) == "x <= 0"


def test_a_tie_between_numbers_is_no_reason_to_leave() -> None:
    """Beside a payoff in a parameter; what is settled already must not get lost when the rest is shortened."""
    game = gt.Game("Tie", ["A"], ["go", "stay", "leave"], {("go",): (0,), ("stay",): (0,), ("leave",): (x,)})
    region = gt.nash(game, ("go",))
    assert str(region) == "x <= 0"
    assert region.simplify().contains({x: 0})
    assert gt.nash(game, ("go",), strict=True).is_empty()
    assert str(gt.nash(game, ("go",), strict=True)) == "never"
    assert gt.prove(region).condition.contains({x: -1})


# Time.

SIX = gt.parameters("a b c d e f")
MEANS = sum(v**6 for v in SIX) >= 6 * sympy.prod(SIX)
"""True by the inequality of means, and out of reach of a short search."""


def running() -> tuple[set[int | None], list[str]]:
    """Threads of this process by Python's count, and its child processes by the system's."""
    children = [path.read_text() for path in Path("/proc/self/task").glob("*/children")]
    return {thread.ident for thread in threading.enumerate()}, [pid for line in children for pid in line.split()]


@pytest.mark.parametrize("limit", [Limit(steps=20_000, seconds=20), Limit(steps=10**9, seconds=1)], ids=str)
def test_a_question_too_hard_for_its_limit_is_undecided_soon_and_leaves_nothing_running(limit: Limit) -> None:
    before, start = running(), time.monotonic()
    for statement in (gt.always(MEANS), gt.never(MEANS), gt.grows(MEANS, SIX[0])):
        verdict = gt.prove(statement, limit=limit)
        assert verdict.status in ("undecided", "conditional")
        if statement.kind == "always":
            assert verdict.status == "undecided"
            assert "z3" in verdict.reason
    assert time.monotonic() - start < 30
    assert running() == before
    assert gt.prove(x > y, assuming=x > y + 1).status == "proved"  # and the next question is answered


def test_an_elimination_out_of_reach_says_so_soon_and_leaves_nothing_running() -> None:
    before, start = running(), time.monotonic()
    a, b, c, d, *_ = SIX
    with pytest.raises(gt.Undecided, match="could not be eliminated"):
        gt.when((a**3 + b * a + c > 0) & (a**2 < d)).eliminate(a)
    assert time.monotonic() - start < 30
    assert running() == before


# One context a thread.


def statements() -> list[Any]:
    game = dilemma(ORDER)
    honour = gt.grim_trigger(gt.RepeatedGame(game, discount=delta), HONOUR)
    return [
        gt.always(gt.nash(game, CHEAT)),
        gt.never(gt.nash(game, HONOUR)),
        gt.always(honour),
        gt.exactly(honour, delta >= (T - R) / (T - P)),
        gt.grows(honour, delta),
        gt.possible(gt.when(x**2 + y**2 < 1) & (x * y > Fraction(49, 100))),
        gt.always(x**2 + y**2 >= 2 * x * y),
        gt.always(gt.when(x > y, assuming=x > y + 1)),
    ]


def told(verdict: Any) -> tuple[Any, ...]:
    """What must be the same however often and wherever a statement is proved."""
    return verdict.status, verdict.premises, verdict.unused, verdict.core, verdict.reason, str(verdict.proof)


def test_threads_prove_side_by_side() -> None:
    alone = [told(gt.prove(statement)) for statement in statements()]
    shared = statements()
    with ThreadPoolExecutor(4) as pool:
        fresh = [pool.submit(lambda i=i: told(gt.prove(statements()[i]))) for i in range(len(alone))]
        same = [pool.submit(lambda i=i: told(gt.prove(shared[i]))) for i in range(len(alone)) for _ in range(3)]
        assert [future.result(timeout=120) for future in fresh] == alone
        assert [future.result(timeout=120) for future in same] == [one for one in alone for _ in range(3)]


# Processes.


def used_game() -> Any:
    """A game that has been asked things: whatever it remembers must not stand in the way."""
    game = dilemma(ORDER)
    game.payoff("China", HONOUR)
    str(game)
    return game


def honour_for_ever() -> Any:
    return gt.grim_trigger(gt.RepeatedGame(used_game(), discount=delta, breakup="1/10"), HONOUR)


def shortened() -> Any:
    region = honour_for_ever().simplify()
    str(region)
    return region


def claim() -> Any:
    return gt.Claim("c", "p", "l", "", "", "", "", (gt.Reading("r", T > P, stated=ORDER),), "")


VALUES: dict[str, Callable[[], Any]] = {
    "parameter": lambda: delta,
    "relation": lambda: T > R,
    "premise": lambda: gt.Premise(T > R, name="tempting", stated="p. 1"),
    "premises": lambda: used_game().premises,
    "game": used_game,
    "repeated game": lambda: gt.RepeatedGame(used_game(), discount=delta, breakup="1/10"),
    "region": honour_for_ever,
    "simplified region": shortened,
    "complement": lambda: ~honour_for_ever() & (T > 2 * R),
    "eliminated": lambda: gt.when((x > y) & (z > x)).eliminate(x),
    "regions": lambda: gt.nash(used_game()),
    "point": lambda: honour_for_ever().witness(),
    "partition": lambda: gt.partition(dilemma()),
    "explanation": lambda: gt.nash(used_game(), HONOUR).explain({T: 5, R: 3, P: 1, S: 0}),
    "statement": lambda: gt.grows(honour_for_ever(), delta),
    "verdict": lambda: gt.prove(honour_for_ever()),
    "proof": lambda: gt.prove(gt.nash(used_game(), CHEAT)).proof,
    "vacuous verdict": lambda: gt.prove(T > R, assuming=(T > R, R > T)),
    "pair": lambda: gt.prove(gt.grows(honour_for_ever(), delta)).witness,
    "claim": claim,
    "judgement": lambda: gt.judge(claim()),
}


@pytest.mark.parametrize("name", VALUES)
def test_values_are_pickled_and_copied(name: str) -> None:
    value = VALUES[name]()
    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert type(again) is type(value)
        if name in (
            "parameter",
            "relation",
            "premise",
            "premises",
            "game",
            "repeated game",
            "point",
            "explanation",
            "pair",
        ):
            assert again == value
            assert str(again) == str(value)
        if name in ("parameter", "premise", "premises", "point"):
            assert hash(again) == hash(value)
        if isinstance(value, gt.Region):
            assert again.premises == value.premises
            assert again.parameters == value.parameters
            assert again.equivalent(value)
        if isinstance(value, gt.Verdict):
            assert told(again) == told(value)
            assert (again.witness, again.counterexample) == (value.witness, value.counterexample)
            assert again.condition is None or again.condition.equivalent(value.condition)
        if name == "partition":
            assert [(cell.outcomes, cell.witness) for cell in again] == [
                (cell.outcomes, cell.witness) for cell in value
            ]


def test_errors_are_pickled_with_what_they_carry() -> None:
    with pytest.raises(gt.AssumptionError) as contradiction:
        dilemma((T > R, R > T))
    with pytest.raises(gt.UndefinedPayoffError) as undefined:
        one_choice(1 / x)
    again = pickle.loads(pickle.dumps(contradiction.value))
    assert (str(again), again.core) == (str(contradiction.value), contradiction.value.core)
    assert pickle.loads(pickle.dumps(undefined.value)).point == undefined.value.point


def test_parameters_from_another_process_are_the_same_parameters() -> None:
    context = multiprocessing.get_context("spawn")
    game = dilemma(ORDER)
    honour = gt.grim_trigger(gt.RepeatedGame(game, discount=delta), HONOUR)
    point = {T: 5, R: 3, P: 1, S: 0, delta: HALF}
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        regions = pool.submit(gt.nash, game)
        verdict = pool.submit(gt.prove, gt.exactly(honour, delta >= (T - R) / (T - P)))
        conditional = pool.submit(gt.prove, honour)
        inside = pool.submit(operator.methodcaller("contains", point), honour)
        parts = pool.submit(gt.partition, dilemma())
        refusal = pool.submit(gt.nash, game, ("honour", "wait"))
        assert verdict.result().status == "proved"
        assert verdict.result().premises == gt.prove(gt.exactly(honour, delta >= (T - R) / (T - P))).premises
        assert told(conditional.result()) == told(gt.prove(honour))
        assert not honour.contains(conditional.result().counterexample)
        assert conditional.result().condition.contains(point)
        assert inside.result() is True
        assert regions.result()[CHEAT].equivalent(gt.nash(game, CHEAT))
        assert (regions.result()[CHEAT] & (T > 2 * R)).contains({T: 7, R: 3, P: 1, S: 0})
        assert {cell.outcomes for cell in parts.result()} == {cell.outcomes for cell in gt.partition(dilemma())}
        with pytest.raises(gt.GameError, match="wait"):
            refusal.result()


# The same answer in every run.

SCRIPT = """
import sys
import gametheory as gt

if sys.argv[1] == "backwards":
    S, P, R, T = gt.parameters("S P R T")
    delta, z, y, x = gt.Parameter("delta", above=0, below=1), *gt.parameters("z y x")
else:
    T, R, P, S = gt.parameters("T R P S")
    x, y, z = gt.parameters("x y z")
    delta = gt.Parameter("delta", above=0, below=1)
cells = {("h", "h"): (R, R), ("h", "c"): (S, T), ("c", "h"): (T, S), ("c", "c"): (P, P)}
if sys.argv[1] == "backwards":
    cells = dict(reversed(cells.items()))
game = gt.Game("Dilemma", ["A", "B"], ["h", "c"], cells, assuming=gt.descending(T, R, P, S))
repeated = gt.RepeatedGame(game, discount=delta)
grim = gt.grim_trigger(repeated, ("h", "h"))
print(gt.prove(grim))
print(gt.prove(gt.grows(grim, delta)))
print(gt.prove(gt.never(gt.grim_trigger(repeated, [("h", "c"), ("c", "h")]) & ~grim)))
print(gt.prove(gt.possible((x * y > 1) & (x + y < -3) & (z > x * y))))
print(gt.prove(x > y, assuming=(x > y, y > z, z > x, x > 3, z < 4, x < 2)))
print(gt.prove(x + y > 0, assuming=(x > 1, y > 1, x > 2, y > 2, z > 3)))
print(gt.partition(gt.Game("Free", ["A", "B"], ["h", "c"], cells)))
print(gt.when((x > y) | ((y > z) & (x > z)) | (z > x + 1)).simplify())
print(repr(grim), grim.explain({T: 5, R: 3, P: 1, S: 0, delta: "1/3"}))
"""


def test_answers_do_not_depend_on_hashes_or_on_the_order_of_declaration() -> None:
    root = Path(gt.__file__).resolve().parents[1]
    path = os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])
    ways = [("0", "forwards"), ("1", "forwards"), ("2", "forwards"), ("0", "backwards")]
    runs = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", SCRIPT, order],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed, order in ways
    ]
    printed = [run.communicate(timeout=300) for run in runs]
    assert [run.returncode for run in runs] == [0] * len(runs), printed[0][1]
    for way, (output, _) in zip(ways[1:], printed[1:], strict=True):
        assert output == printed[0][0], way
    assert "delta >= (T - R)/(T - P)" in printed[0][0]


def test_answers_do_not_depend_on_earlier_questions() -> None:
    """Each thread has a solver of its own; one is fresh, the other has been asked other things before."""

    def answers(earlier: int) -> list[str]:
        for number in range(earlier):
            gt.prove(gt.possible((x * y > number) & (x + z < number)))
            gt.prove(x > y + number, assuming=x > number)
        region = gt.nash(dilemma(), HONOUR) | (gt.nash(dilemma(), CHEAT) & (T > 2 * R))
        return [str(gt.partition(dilemma())), str(region.simplify()), str(gt.prove(region)), str(region.witness())]

    printed = []
    for earlier in (0, 1, 20):
        with ThreadPoolExecutor(1) as pool:
            printed.append(pool.submit(answers, earlier).result(timeout=120))
    assert printed[0] == printed[1] == printed[2]


def test_a_message_about_two_parameters_does_not_depend_on_hashes() -> None:
    code = "import gametheory as gt; a, b = gt.Parameter('x', unit='m'), gt.Parameter('x', unit='s'); gt.when(a > b)"
    path = os.pathsep.join([str(Path(gt.__file__).resolve().parents[1]), os.environ.get("PYTHONPATH", "")])
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed in "0123"
    ]
    last = {run.communicate(timeout=300)[1].splitlines()[-1] for run in runs}
    assert "two different parameters named x" in last.copy().pop()
    assert len(last) == 1


# Products of many factors.


def test_a_product_of_many_factors_is_decided_factor_by_factor() -> None:
    factors = [x + k * y - z + (-1) ** abs(k) for k in range(-5, 6)]
    region = gt.when(sympy.prod(factors) > 0, assuming=x > y)
    for a, b, c in ((3, 1, 2), (1, 0, 0), (2, -1, 5), (HALF, Fraction(1, 3), Fraction(1, 7)), (7, 1, 1), (1, 0, 2)):
        negative = zero = 0
        for k in range(-5, 6):
            value = Fraction(a) + k * Fraction(b) - c + (-1) ** abs(k)
            negative, zero = negative + (value < 0), zero + (value == 0)
        assert region.contains({x: a, y: b, z: c}) == (not zero and negative % 2 == 0)


# Premises that nothing satisfies prove everything.

CONTRADICTION = (x > 1, y > 0, x < 0)


def test_nothing_is_proved_from_premises_that_contradict_each_other() -> None:
    region = gt.when(x > z)
    for statement in (
        gt.always(region), gt.never(region), gt.possible(region), gt.exactly(region, z > 0), gt.grows(region, x),
        gt.shrinks(region, z), gt.always(x > 0), gt.always(x < 0),
    ):  # fmt: skip
        verdict = gt.prove(statement, assuming=CONTRADICTION)
        assert verdict.status == "vacuous", statement
        assert {premise.relation for premise in verdict.core} == {x > 1, x < 0}
        assert verdict.witness is None and verdict.counterexample is None
    claim = gt.Claim("c", "p", "l", "", "", "", "", (gt.Reading("r", x > 0, stated=CONTRADICTION),), "")
    assert gt.judge(claim).status == "vacuous"
    assert gt.judge(claim).bearing == "not identified"


def test_a_contradiction_with_a_bound_is_one_too() -> None:
    assert gt.prove(delta > HALF, assuming=delta > 1).status == "vacuous"
    verdict = gt.prove(gt.grows(delta > x, delta), assuming=gt.equal(delta, 2))
    assert verdict.status == "vacuous"
    assert [str(bound) for bound in verdict.core.bounds] == ["delta < 1"]
    nonlinear = gt.prove(x > y, assuming=(x * y > 0, x > 0, y < 0))
    assert nonlinear.status == "vacuous"
    assert len(nonlinear.core) == 3


def test_a_parameter_that_the_premises_pin_down_neither_grows_nor_shrinks_anything() -> None:
    for statement in (gt.grows(x > y, x), gt.shrinks(x > y, x)):
        assert gt.prove(statement, assuming=gt.equal(x, 3)).status == "vacuous"


def test_without_premises_only_what_is_always_true_is_proved() -> None:
    assert gt.prove(x > y, assuming=()).status == "conditional"
    assert gt.prove(x**2 + y**2 >= 2 * x * y, assuming=()).status == "proved"
    assert gt.prove((x > y) | (x <= y)).status == "proved"
    assert gt.prove((x > y) & (x <= y)).status == "refuted"
    assert gt.prove(gt.possible((x > y) & (x < y))).status == "refuted"


def test_what_was_folded_under_old_premises_does_not_leak_into_new_ones() -> None:
    """Under T > R honouring is never an equilibrium; shortened there, it must come back under R > T."""
    shortened = gt.nash(dilemma(T > R), HONOUR).simplify()
    assert str(shortened) == "never"
    assert gt.prove(shortened, assuming=R > T).status == "proved"
    assert gt.prove(shortened).status == "refuted"
    honour = gt.grim_trigger(gt.RepeatedGame(dilemma(ORDER), discount=delta), HONOUR).simplify()
    hunt = gt.descending(R, T, P, S)  # two equilibria: no single punishment
    with pytest.raises(gt.ConceptError, match="punishment="):
        gt.prove(honour, assuming=hunt)
    deadlock = gt.descending(T, P, R, S)
    assert gt.prove(honour, assuming=deadlock).status == "refuted"
