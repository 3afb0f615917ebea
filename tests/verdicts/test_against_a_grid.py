"""Verdicts on random statements against a grid on which every one of them can be decided by looking.

Two parameters lie in the box from -2 to 2. A comparison is one of ``a*x + b*y`` with ``c``, all three of -1, 0, 1.
Lines of this kind, and the pairs of points that differ in x, meet each other and the box at half-integers only.
Whatever can be told apart by them therefore contains the mean of two, three or four such points, and all those lie on
the grid of 24ths. A set of grid points is one integer with a bit a point.
"""

import operator
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, reduce
from itertools import combinations
from typing import Any

import pytest
import sympy

import gametheory as gt

DRAWS = 400 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 30
STEP = 24
SIDE = range(-2 * STEP, 2 * STEP + 1)
WIDTH = len(SIDE)
ROW = (1 << WIDTH) - 1
EVERYTHING = (1 << WIDTH * WIDTH) - 1

x, y = gt.parameters("x y", at_least=-2, at_most=2)

SIGNS: dict[str, tuple[Callable[[Any, Any], Any], Callable[[Any, Any], bool]]] = {
    ">": (sympy.Gt, operator.gt),
    ">=": (sympy.Ge, operator.ge),
    "<": (sympy.Lt, operator.lt),
    "<=": (sympy.Le, operator.le),
    "=": (sympy.Eq, operator.eq),
    "!=": (sympy.Ne, operator.ne),
}


@dataclass(frozen=True)
class Known:
    """A relation, the grid points at which it holds, and whether it holds at any point at all."""

    relation: Any
    bits: int
    holds: Callable[[Any, Any], bool]
    stated: str = ""

    def __and__(self, other: "Known") -> "Known":
        both = self.holds, other.holds
        return Known(self.relation & other.relation, self.bits & other.bits, lambda *at: all(h(*at) for h in both))

    def __or__(self, other: "Known") -> "Known":
        both = self.holds, other.holds
        return Known(self.relation | other.relation, self.bits | other.bits, lambda *at: any(h(*at) for h in both))

    def __invert__(self) -> "Known":
        return Known(~self.relation, EVERYTHING & ~self.bits, lambda *at: not self.holds(*at))

    def at(self, point: Any) -> bool:
        """Whether it holds at a witness; what a witness leaves out does not matter."""
        return self.holds(Fraction(point.get(x, 0)), Fraction(point.get(y, 0)))


@cache
def comparison(a: int, b: int, sign: str, c: int) -> Known:
    symbolic, numeric = SIGNS[sign]
    bits = 0
    for row, j in enumerate(SIDE):
        for column, i in enumerate(SIDE):
            if numeric(a * i + b * j, c * STEP):
                bits |= 1 << row * WIDTH + column
    return Known(symbolic(a * x + b * y, c), bits, lambda u, v: numeric(a * u + b * v, c))


def drawn_comparison(rng: random.Random) -> Known:
    a, b = rng.choice([(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0)])
    return comparison(a, b, rng.choice([">", ">=", "<", "<=", ">", ">=", "=", "!="]), rng.choice((-1, 0, 1)))


def drawn_region(rng: random.Random) -> Known:
    region = drawn_comparison(rng)
    for _ in range(rng.randint(0, 2)):
        other = drawn_comparison(rng)
        region = region & other if rng.random() < 0.5 else region | other
        region = ~region if rng.random() < 0.3 else region
    return region


def drawn_premises(rng: random.Random) -> list[Known]:
    drawn = {str(one.relation): one for one in (drawn_comparison(rng) for _ in range(rng.randint(0, 3)))}
    return [Known(one.relation, one.bits, one.holds, rng.choice(["", "p. 1"])) for one in drawn.values()]


def met(premises: Sequence[Known]) -> int:
    return reduce(int.__and__, (premise.bits for premise in premises), EVERYTHING)


def rows(bits: int) -> Iterator[int]:
    while bits:
        yield bits & ROW
        bits >>= WIDTH


def leads_from(first: int, second: int) -> bool:
    """Whether some point of the first set lies left of one of the second, at the same height."""
    return any((a & -a) < (1 << b.bit_length() - 1) for a, b in zip(rows(first), rows(second), strict=False) if a and b)


def ways(kind: str, given: int, first: int, second: int) -> tuple[bool, bool]:
    """Whether the statement fails somewhere (for some pair), and whether it holds somewhere (strictly, for a pair)."""
    inside, outside = given & first, given & ~first
    out, into = leads_from(inside, outside), leads_from(outside, inside)
    agreeing = given & ~(first ^ second)
    return {
        "always": (bool(outside), bool(inside)),
        "never": (bool(inside), bool(outside)),
        "possible": (not inside, bool(inside)),
        "exactly": (agreeing != given, bool(agreeing)),
        "grows": (out, into),
        "shrinks": (into, out),
    }[kind]


def expected(kind: str, given: int, first: int, second: int) -> str:
    if not given or (kind in ("grows", "shrinks") and not leads_from(given, given)):
        return "vacuous"
    fails, holds = ways(kind, given, first, second)
    return "proved" if not fails else "conditional" if holds else "refuted"


def cheapest(premises: Sequence[Known], suffices: Callable[[int], bool]) -> tuple[int, int]:
    """The size, and the number of unstated premises, of the best set that suffices."""
    return min(
        (len(chosen), sum(not premise.stated for premise in chosen))
        for size in range(len(premises) + 1)
        for chosen in combinations(premises, size)
        if suffices(met(chosen))
    )


def price(premises: gt.Premises) -> tuple[int, int]:
    return len(premises), sum(not premise.stated for premise in premises)


HOLDS: dict[str, Callable[[bool, bool], bool]] = {
    "always": lambda first, second: first,
    "possible": lambda first, second: first,
    "never": lambda first, second: not first,
    "exactly": lambda first, second: first == second,
}


def check_points(kind: str, verdict: gt.Verdict, premises: Sequence[Known], first: Known, second: Known) -> None:
    """Holds that witnesses and counterexamples are what they are said to be."""
    for found, right in ((verdict.witness, True), (verdict.counterexample, False)):
        if isinstance(found, gt.Pair):
            low, high = found.low, found.high
            assert low.get(y) == high.get(y) and low[x] < high[x]
            assert all(premise.at(point) for premise in premises for point in (low, high))
            enters = right == (kind == "grows")
            assert (first.at(low), first.at(high)) == (not enters, enters)
        elif found is not None:
            assert all(premise.at(found) for premise in premises)
            assert HOLDS[kind](first.at(found), second.at(found)) is right


def check_condition(
    kind: str, condition: gt.Region, premises: Sequence[Known], first: Known, second: Known, rng: random.Random
) -> None:
    for _ in range(40):
        point = {x: Fraction(rng.choice(SIDE), STEP), y: Fraction(rng.choice(SIDE), STEP)}
        if all(premise.at(point) for premise in premises):
            assert condition.contains(point) is HOLDS[kind](first.at(point), second.at(point))


def check_premises(kind: str, verdict: gt.Verdict, premises: Sequence[Known], first: Known, second: Known) -> None:
    """Holds that no smaller set of premises would have done, nor one of that size with more stated ones."""

    def impossible(chosen: int) -> bool:
        if verdict.status != "vacuous":
            return not ways(kind, chosen, first.bits, second.bits)[verdict.status == "refuted"]
        return not leads_from(chosen, chosen) if met(premises) else not chosen

    assert price(verdict.premises) == cheapest(premises, impossible)
    if verdict.status == "vacuous":
        assert verdict.core == verdict.premises
    else:
        used = [premise.relation for premise in (*verdict.premises, *verdict.unused)]
        assert sorted(used, key=str) == sorted((premise.relation for premise in premises), key=str)


STATEMENTS: dict[str, Callable[[Any, Any], gt.Statement]] = {
    "always": lambda r, s: gt.always(r),
    "never": lambda r, s: gt.never(r),
    "possible": lambda r, s: gt.possible(r),
    "exactly": gt.exactly,
    "grows": lambda r, s: gt.grows(r, x),
    "shrinks": lambda r, s: gt.shrinks(r, x),
}


@pytest.mark.exhaustive
@pytest.mark.parametrize("kind", STATEMENTS)
def test_random_statements_get_the_verdict_that_the_grid_shows(kind: str) -> None:
    rng, seen = random.Random(f"verdicts on {kind}"), set()
    for _ in range(DRAWS):
        first, second, premises = drawn_region(rng), drawn_region(rng), drawn_premises(rng)
        given = [gt.Premise(premise.relation, stated=premise.stated) for premise in premises]
        verdict = gt.prove(STATEMENTS[kind](first.relation, second.relation), given)
        assert verdict.status == expected(kind, met(premises), first.bits, second.bits), str(verdict)
        seen.add(verdict.status)
        check_points(kind, verdict, premises, first, second)
        if verdict.status == "conditional":
            assert verdict.premises.items == tuple(given)
            if verdict.condition is not None:
                check_condition(kind, verdict.condition, premises, first, second, rng)
        elif (kind, verdict.status) == ("possible", "proved"):
            assert verdict.premises.items == tuple(given)
        elif (kind, verdict.status) != ("exactly", "proved"):  # two refutations, each with its own smallest set
            check_premises(kind, verdict, premises, first, second)
    assert seen == {"proved", "refuted", "vacuous"} | ({"conditional"} if kind != "possible" else set())
