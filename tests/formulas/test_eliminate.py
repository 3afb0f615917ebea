"""Elimination against results worked by hand, and against a brute-force search for a value at many exact points."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product
from math import prod
from typing import Any

import pytest
import sympy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gametheory.formulas import eliminate as module
from gametheory.formulas.eliminate import eliminate
from gametheory.formulas.formula import (
    FALSE,
    TRUE,
    And,
    Formula,
    Leaf,
    Or,
    atom,
    conjunction,
    disjunction,
    evaluate,
    is_false,
    is_true,
    leaves,
    names,
    negate,
)
from gametheory.formulas.polynomial import ONE, Polynomial, constant, variable
from gametheory.formulas.polynomial import product as multiplied
from gametheory.formulas.solver import Answer, Limit, check
from gametheory.formulas.translate import relation_condition

EXAMPLES = 5_000 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 25

a, b, x, y, z = sympy.symbols("a b x y z", real=True)
T, R, P, delta = sympy.symbols("T R P delta", real=True)
Ne, Eq = sympy.Ne, sympy.Eq


def formulas(relations: Iterable[Any]) -> list[Formula]:
    return [relation_condition(relation).formula for relation in relations]


def assert_equivalent(one: Formula | None, other: Formula, assumptions: Sequence[Formula]) -> None:
    assert one is not None
    for left, right in ((one, other), (other, one)):
        assert check((*assumptions, left, negate(right))).status == "unsat"


# By hand.


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("relations", "assuming", "expected"),
    [
        # Between bounds; strict if one of the two is.
        ([x >= y, x <= z], [], [y <= z]),
        ([x > y, x <= z], [], [y < z]),
        ([x >= y, x < z], [], [y < z]),
        ([2 * x >= y, 3 * x < z], [], [3 * y < 2 * z]),
        # Bounds on one side only, and none.
        ([x > y, x >= z], [], []),
        ([y > z], [], [y > z]),
        ([x > y, y > z], [], [y > z]),
        # No value, whatever the others are; no value under the assumptions.
        ([x > y, x < y], [], [sympy.false]),
        ([x > y, x < z], [y > z], [sympy.false]),
        # An equation is substituted; of two, the one with a number for a slope.
        ([Eq(x, y + 1), x < z], [], [y + 1 < z]),
        ([Eq(a * x, b), Eq(x, y), x > 0], [], [Eq(a * y, b), y > 0]),
        ([Eq(-2 * x, y), x > 0], [], [y < 0]),
        ([Eq(a * x, b), a * x > y], [a > 0], [b > y]),
        ([Eq(a * x, b), a * x > y], [a < 0], [b > y]),
        ([Eq(a * x, b), x > y], [a < 0], [b < a * y]),
        # Not equal.
        ([Ne(x, y)], [], []),
        ([Ne(x, y), x >= y, x <= z], [], [y < z]),
        ([Ne(x, y), x >= z, x <= z], [], [Ne(y, z)]),
        # A coefficient that may vanish.
        ([a * x > b], [], [Ne(a, 0) | (b < 0)]),
        ([a * x >= b], [], [Ne(a, 0) | (b <= 0)]),
        ([Eq(a * x, b)], [], [Ne(a, 0) | Eq(b, 0)]),
        ([Ne(a * x, b)], [], [Ne(a, 0) | Ne(b, 0)]),
        ([a * x >= b, x <= y], [], [(a < 0) | ((a > 0) & (b <= a * y)) | (Eq(a, 0) & (b <= 0))]),
        ([a * x > 1, x > 0], [], [a > 0]),  # what only the bounds imply must be said
        ([(a - a) * x + a**2 * x >= b], [Eq(a, 0)], [b <= 0]),
        ([Eq(a**3 * x, b)], [Eq(a, 0)], [Eq(b, 0)]),
        # Products, powers, and products multiplied out.
        ([(x - y) * (x - z) < 0], [], [Ne(y, z)]),
        ([(x - y) * (x - z) <= 0], [], []),
        ([a * (x - y) >= 0, x < y], [], [a <= 0]),
        ([a * (x - y) > 0, x < y], [], [a < 0]),
        ([Eq(a * (x - y), 0), x > y], [], [Eq(a, 0)]),
        ([Ne(a * (x - y) * x, 0)], [], [Ne(a, 0)]),
        ([x**2 <= 0, x > y], [], [y < 0]),
        ([x**2 > 0, x >= y, x <= 0], [], [y < 0]),
        ([x**2 >= 0], [], []),
        ([x**2 - y**2 <= 0, x >= 1], [], [(y >= 1) | (y <= -1)]),
        ([a * x**2 - a * x > 0, x > 0, x < 1], [], [a < 0]),
        ([(x - 1) ** 2 * (x - 2) >= 0, x < 2, x > y], [], [y < 1]),
        # A higher degree is no trouble where an equation gives the value.
        ([Eq(x, y), x**2 <= z], [], [y**2 <= z]),
        ([Eq(x, y), x**3 + a * x >= z], [], [y**3 + a * y >= z]),
        ([Eq(a * x, b), x**3 > z], [a < 0], [b**3 < z * a**3]),
        ([Eq(a * x, b), Eq(x**2, z)], [a > 0], [b**2 - z * a**2 <= 0, b**2 - z * a**2 >= 0]),
    ],
)
def test_worked_by_hand(relations: list[Any], assuming: list[Any], expected: list[Any]) -> None:
    assumptions = formulas(assuming)
    found = eliminate(conjunction(formulas(relations)), "x", assumptions)
    assert found is not None and "x" not in names(found)
    assert_equivalent(found, conjunction(formulas(expected)), assumptions)


def test_a_share_of_the_spoils() -> None:
    """Two allies share a burden (1 - omega)*theta; the third must find omega*theta worth its cost."""
    V, theta, omega, c_C, c_R, c_U, sigma = sympy.symbols("V theta omega c_C c_R c_U sigma", real=True)
    burden = (1 - omega) * theta
    incentives = [omega > 0, omega < 1, V / 2 + sigma - c_C + burden >= 0, V / 2 - c_R + burden >= 0]
    incentives.append(omega * theta >= c_U)
    assumptions = formulas([V > 0, theta > 0, c_C > 0, c_R > 0, c_U > 0, sigma > 0])
    found = eliminate(conjunction(formulas(incentives)), "omega", assumptions)
    by_hand = [V + 2 * theta >= 2 * c_C + 2 * c_U - 2 * sigma, V + 2 * theta >= 2 * c_R + 2 * c_U, theta > c_U]
    assert_equivalent(found, conjunction(formulas(by_hand)), assumptions)
    assert found is not None and all(leaf.atom.factors[0].degree == 1 for leaf in leaves(found))


@pytest.mark.parametrize("patience", [delta >= (T - R) / (T - P), R / (1 - delta) >= T + delta * P / (1 - delta)])
def test_some_patience_suffices_in_the_dilemma(patience: Any) -> None:
    patient = conjunction(formulas([delta > 0, delta < 1, patience]))
    found = eliminate(patient, "delta", formulas([T > R, R > P]))
    assert_equivalent(found, TRUE, formulas([T > R, R > P]))
    # Where cooperation is worth no more than punishment, no patience below 1 does.
    found = eliminate(patient, "delta", formulas([T > R, T > P]))
    assert_equivalent(found, conjunction(formulas([R > P])), formulas([T > R, T > P]))


# The shape of the answer.


def test_a_part_without_the_variable_is_left_as_it_is() -> None:
    because = atom([variable("y")], ">", why="the reason")
    either = Or((because, *formulas([z > 0])))
    found = eliminate(conjunction((either, *formulas([x > z, x < y]))), "x")
    assert isinstance(found, And) and isinstance(found.parts[0], Or)
    assert found.parts[0].parts == either.parts


def test_constants() -> None:
    assert is_true(eliminate(TRUE, "x") or FALSE)
    assert is_false(eliminate(FALSE, "x") or TRUE)
    assert is_false(eliminate(conjunction(formulas([x > y])), "x", [FALSE]) or TRUE)


def test_a_branch_that_says_all_that_another_says_is_dropped() -> None:
    first, second, third = formulas([y > 0, z > 0, x > 0])
    longer = conjunction((first, second, third))
    twice = conjunction((first, third))
    for branches in ((longer, twice, first), (twice, longer), (twice, twice)):
        found = eliminate(Or(branches), "x")
        assert isinstance(found, Leaf) and found.atom == first.atom  # type: ignore[union-attr]


def test_an_atom_is_written_once() -> None:
    found = eliminate(conjunction(formulas([x > y, x < z, 2 * x > 2 * y, z > y])), "x")
    assert isinstance(found, Leaf)


# No answer.


@pytest.mark.parametrize(
    "relations",
    [
        [x**2 <= y],
        [x**2 + x * y + 1 > 0],
        [Eq(x**2, y)],
        [Ne(x**3, y)],
        [x**2 <= y, x > 0],
        [Eq(a * x, b), x**2 <= y],  # a may be zero, and then nothing is known of x
    ],
)
def test_a_degree_above_one_has_no_answer(relations: list[Any]) -> None:
    assert eliminate(conjunction(formulas(relations)), "x") is None


def test_a_degree_above_one_is_no_trouble_in_a_case_that_is_excluded() -> None:
    small, square = formulas([x < 0, x**2 <= y])
    found = eliminate(Or((conjunction((*formulas([y < z]), square)), small)), "x", formulas([y > z]))
    assert found is not None and is_true(found)


def test_too_many_cubes_have_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = conjunction(formulas([Ne(x, k) for k in range(6)]))
    assert is_true(eliminate(cells, "x") or FALSE)
    monkeypatch.setattr(module, "MOST_CUBES", 10)
    assert eliminate(cells, "x") is None


def test_too_many_terms_have_no_answer() -> None:
    rising, falling = (sum((variable(f"{v}{i}") for i in range(150)), constant(0)) for v in "uv")
    bounds = [rising * variable("x") - ONE, constant(2) - falling * variable("x")]
    positive = [atom((slope,), ">") for slope in (rising, falling)]
    assert eliminate(conjunction(atom((bound,), ">") for bound in bounds), "x", positive) is None


def test_an_assumption_must_not_mention_the_variable() -> None:
    with pytest.raises(ValueError, match=r"mentions x.*make it a part of the formula"):
        eliminate(TRUE, "x", formulas([x > 0]))


# Against brute force.

Coefficients = Mapping[tuple[int, int, int], int]
"""Of the monomials x**i y**j z**k, with i at most 1."""


@dataclass(frozen=True)
class Comparison:
    factors: tuple[Coefficients, ...]
    relation: str
    expanded: bool


@dataclass(frozen=True)
class Joined:
    conjunctive: bool
    parts: tuple[Any, ...]


HOLDS: dict[str, Callable[[Fraction], bool]] = {
    ">": lambda v: v > 0,
    ">=": lambda v: v >= 0,
    "<": lambda v: v < 0,
    "<=": lambda v: v <= 0,
    "==": lambda v: v == 0,
    "!=": lambda v: v != 0,
}
MONOMIALS = [(i, j, k) for i, j, k in product((0, 1), repeat=3) if i + j + k < 3]
NUMBERS = [Fraction(n, 2) for n in (-6, -2, -1, 0, 2, 3, 4)]
COEFFICIENTS = st.dictionaries(
    st.sampled_from(MONOMIALS), st.sampled_from((-3, -2, -1, 1, 2, 3)), min_size=1, max_size=3
)
COMPARISONS = st.builds(
    Comparison,
    st.lists(COEFFICIENTS, min_size=1, max_size=2).map(tuple) | COEFFICIENTS.map(lambda factor: (factor,)),
    st.sampled_from(tuple(HOLDS)),
    st.booleans(),
)
CONDITIONS = st.recursive(
    COMPARISONS,
    lambda inner: st.builds(Joined, st.booleans(), st.lists(inner, min_size=2, max_size=4).map(tuple)),
    max_leaves=6,
)
ASSUMPTIONS: dict[str, tuple[Any, Callable[[Fraction, Fraction], bool]]] = {
    "nothing": ([], lambda v, w: True),
    "y > 0": ([y > 0], lambda v, w: v > 0),
    "y > z": ([y > z], lambda v, w: v > w),
    "y*z < 0": ([y * z < 0], lambda v, w: v * w < 0),
    "z != 0": ([Ne(z, 0)], lambda v, w: w != 0),
    "y = z": ([Eq(y, z)], lambda v, w: v == w),
}


def as_polynomial(factor: Coefficients) -> Polynomial:
    terms = (
        multiplied((constant(c), *(variable(n) for n, e in zip("xyz", powers, strict=True) if e)))
        for powers, c in factor.items()
    )
    return sum(terms, constant(0))


def as_formula(condition: Any) -> Formula:
    if isinstance(condition, Comparison):
        factors = [as_polynomial(factor) for factor in condition.factors]
        return atom([multiplied(factors)] if condition.expanded else factors, condition.relation)
    return (conjunction if condition.conjunctive else disjunction)(map(as_formula, condition.parts))


Line = tuple[Fraction, Fraction]


def lines_at(condition: Any, v: Fraction, w: Fraction) -> Any:
    """Put numbers for y and z: every factor becomes (value at x = 0, slope)."""
    if isinstance(condition, Comparison):
        lines = tuple(
            tuple(sum((c * v**j * w**k for (i, j, k), c in f.items() if i == own), Fraction(0)) for own in (0, 1))
            for f in condition.factors
        )
        return lines, condition.relation
    return condition.conjunctive, [lines_at(part, v, w) for part in condition.parts]


def all_lines(node: Any) -> list[Line]:
    if isinstance(node[0], bool):
        return [line for part in node[1] for line in all_lines(part)]
    return list(node[0])


def holds(node: Any, value: Fraction) -> bool:
    if isinstance(node[0], bool):
        return (all if node[0] else any)(holds(part, value) for part in node[1])
    return HOLDS[node[1]](prod((shift + slope * value for shift, slope in node[0]), start=Fraction(1)))


def some_value(condition: Any, v: Fraction, w: Fraction) -> bool:
    """Try every root, a value between each two neighbours, and one beyond either end: no sign changes elsewhere."""
    node = lines_at(condition, v, w)
    roots = sorted({-shift / slope for shift, slope in all_lines(node) if slope}) or [Fraction(0)]
    between = [(low + high) / 2 for low, high in pairwise(roots)]
    return any(holds(node, value) for value in (*roots, *between, roots[0] - 1, roots[-1] + 1))


def assert_right_everywhere(condition: Any, assumed: str) -> None:
    relations, admitted = ASSUMPTIONS[assumed]
    found = eliminate(as_formula(condition), "x", formulas(relations))
    assert found is not None and names(found) <= {"y", "z"}
    for v, w in product(NUMBERS, repeat=2):
        if admitted(v, w):
            assert evaluate(found, {"y": v, "z": w}) == some_value(condition, v, w), (v, w)


@pytest.mark.exhaustive
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(CONDITIONS, st.sampled_from(tuple(ASSUMPTIONS)))
def test_some_value_exists_exactly_where_the_answer_says(condition: Any, assumed: str) -> None:
    assert_right_everywhere(condition, assumed)


def undecided(asked: Iterable[Formula], limit: Limit) -> Answer:
    return Answer("unknown", reason="out of patience")


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(COMPARISONS, COMPARISONS, st.sampled_from((0, 3, 10_000)))
def test_the_answer_is_right_though_the_solver_gives_up(one: Comparison, other: Comparison, patience: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "check", undecided)
        patch.setattr(module, "MOST_UNDECIDED", patience)
        assert_right_everywhere(Joined(True, (one, other)), "y > 0")
