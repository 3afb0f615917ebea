"""What may be stated, how it reads, and the region in which it holds."""

import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
import sympy

import gametheory as gt
from gametheory.verdicts.statement import KINDS, as_statement

x, y = gt.parameters("x y")
T, R, P, S = gt.parameters("T R P S", unit="utility")

ONE_REGION: dict[str, Callable[[Any], gt.Statement]] = {
    "always": gt.always,
    "never": gt.never,
    "possible": gt.possible,
    "exactly, left": lambda region: gt.exactly(region, x > 0),
    "exactly, right": lambda region: gt.exactly(x > 0, region),
    "grows": lambda region: gt.grows(region, x),
    "shrinks": lambda region: gt.shrinks(region, x),
}


# How statements read


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (gt.always(x > 1), "x > 1"),
        (gt.never(x > 1), "never: x > 1"),
        (gt.possible(x > 1), "possible: x > 1"),
        (gt.exactly(x > 1, y > 1), "x > 1, exactly when y > 1"),
        (gt.grows(x > 1, x), "x > 1: grows in x"),
        (gt.shrinks(x > 1, x), "x > 1: shrinks in x"),
    ],
)
def test_a_statement_reads_as_a_sentence(statement: gt.Statement, text: str) -> None:
    assert str(statement) == text


def test_a_title_is_used_where_there_is_one() -> None:
    region = gt.when(x > 1).called("the share is large")
    assert str(gt.never(region)) == "never: the share is large"
    assert str(gt.exactly(region, x > 0)) == "the share is large, exactly when x > 0"


def test_a_region_without_a_title_is_named_in_general() -> None:
    nameless = gt.when(x > 1).called("")
    assert str(gt.always(nameless)) == "the condition"
    assert str(gt.exactly(x > 0, nameless)) == "x > 0, exactly when the other condition holds"
    assert str(gt.grows(nameless, x)) == "the condition: grows in x"


def test_a_statement_knows_its_kind_and_its_regions() -> None:
    assert [make(x > 1).kind for make in ONE_REGION.values()] == [
        "always", "never", "possible", "exactly", "exactly", "grows", "shrinks",
    ]  # fmt: skip
    assert {make(x > 1).kind for make in ONE_REGION.values()} == set(KINDS)
    both = gt.exactly(x > 1, y > 1)
    assert both.other is not None and both.regions == (both.region, both.other)
    alone = gt.grows(x > 1, x)
    assert alone.regions == (alone.region,) and alone.parameter == x


def test_a_statement_stays_itself_and_anything_else_is_always() -> None:
    statement = gt.never(x > 1)
    assert as_statement(statement) is statement
    assert as_statement(x > 1).kind == "always"


# What may be stated


@pytest.mark.parametrize("make", ONE_REGION.values(), ids=ONE_REGION)
@pytest.mark.parametrize("given", [True, False, x == y], ids=["True", "False", "x == y"])
def test_a_python_bool_is_refused_with_advice(make: Callable[[Any], gt.Statement], given: bool) -> None:
    with pytest.raises(gt.AssumptionError, match=r"gt\.equal\(T, R\)"):
        make(given)


@pytest.mark.parametrize("make", ONE_REGION.values(), ids=ONE_REGION)
@pytest.mark.parametrize("given", [x, 1, "x > 1", None], ids=repr)
def test_what_is_no_relation_is_refused(make: Callable[[Any], gt.Statement], given: Any) -> None:
    with pytest.raises(gt.AssumptionError, match="neither a region nor a relation"):
        make(given)


def test_the_same_holds_for_prove_and_when() -> None:
    for ask in (gt.prove, gt.when):
        with pytest.raises(gt.AssumptionError, match="truth value"):
            ask(T == R)


# sympy settles these before anybody sees them.
IMPOSSIBLE, CERTAIN = (2 * x > y) & (2 * x <= y), (2 * x > y) | (2 * x <= y)


def test_sympy_settles_these_relations() -> None:
    assert IMPOSSIBLE is sympy.false and CERTAIN is sympy.true


@pytest.mark.parametrize(
    ("statement", "status"),
    [
        (gt.always(CERTAIN), "proved"),
        (gt.always(IMPOSSIBLE), "refuted"),
        (gt.never(IMPOSSIBLE), "proved"),
        (gt.never(CERTAIN), "refuted"),
        (gt.possible(CERTAIN), "proved"),
        (gt.possible(IMPOSSIBLE), "refuted"),
        (gt.exactly(CERTAIN, CERTAIN), "proved"),
        (gt.exactly(CERTAIN, IMPOSSIBLE), "refuted"),
        (gt.exactly(x > 0, CERTAIN), "conditional"),
        (gt.grows(CERTAIN, x), "proved"),
        (gt.shrinks(IMPOSSIBLE, x), "proved"),
    ],
    ids=str,
)
def test_relations_that_sympy_settles_are_statements(statement: gt.Statement, status: str) -> None:
    verdict = gt.prove(statement)
    assert verdict.status == status
    assert str(verdict).startswith(f"{status}: ")


def test_relations_that_sympy_settles_are_no_premises() -> None:
    for relation in (CERTAIN, IMPOSSIBLE):
        with pytest.raises(gt.AssumptionError, match="whatever the parameters are"):
            gt.prove(x > 0, assuming=(relation,))


def test_a_contradiction_of_two_bare_parameters_is_settled_too() -> None:
    contradiction = (T > R) & (T <= R)
    assert gt.prove(gt.never(contradiction)).status == "proved"
    with pytest.raises(gt.AssumptionError, match="whatever the parameters are"):
        gt.prove(x > 0, assuming=(contradiction,))


@pytest.mark.parametrize("make", [gt.grows, gt.shrinks])
@pytest.mark.parametrize("given", ["x", x + 1, 3, None], ids=repr)
def test_a_direction_needs_a_parameter(make: Callable[[Any, Any], gt.Statement], given: Any) -> None:
    with pytest.raises(gt.ConceptError, match="needs a parameter"):
        make(x > 1, given)


@pytest.mark.parametrize("make", [gt.grows, gt.shrinks])
def test_a_direction_needs_the_region_s_own_parameter(make: Callable[[Any, Any], gt.Statement]) -> None:
    with pytest.raises(gt.ConceptError, match="a different parameter"):
        make(x > 1, gt.Parameter("x", meaning="another quantity"))


# when()


def points(rng: random.Random, count: int) -> list[dict[Any, Fraction]]:
    """Random points of T, R, P, S in the order of a dilemma but for T and R, many of them with ties."""
    drawn: list[dict[Any, Fraction]] = []
    while len(drawn) < count:
        t, r, p, s = (Fraction(rng.randint(-6, 6), rng.choice((1, 2, 3))) for _ in range(4))
        if r > p > s:
            drawn.append({T: r if rng.random() < 0.3 else t, R: r, P: p, S: s})
    return drawn


def only_cheating(v: dict[Any, Fraction]) -> bool:
    """Cheating twice is the only pure equilibrium, looked at cell by cell; P > S is given."""
    honouring_twice = v[R] >= v[T]
    honouring_alone = v[S] >= v[P] and v[T] >= v[R]
    return not honouring_twice and not honouring_alone


WHEN: dict[str, tuple[Callable[[gt.Region, Any], gt.Statement], Callable[[dict[Any, Fraction]], bool]]] = {
    "always": (lambda only, order: gt.always(only), only_cheating),
    "never": (lambda only, order: gt.never(only), lambda v: not only_cheating(v)),
    "possible": (lambda only, order: gt.possible(only), only_cheating),
    "exactly": (gt.exactly, lambda v: only_cheating(v) == (2 * v[T] > v[R] + v[P])),
}


@pytest.mark.parametrize("kind", WHEN)
def test_when_is_the_region_in_which_the_statement_holds(kind: str, dilemma: Callable[..., gt.Game]) -> None:
    make, expected = WHEN[kind]
    only = gt.only(gt.nash, dilemma(R > P, P > S), ("cheat", "cheat"))
    statement = make(only, 2 * T > R + P)
    region = gt.when(statement)
    assert region.title == str(statement)
    assert [premise.relation for premise in region.premises] == [R > P, P > S]
    drawn = points(random.Random(kind), 120)
    truths = [expected(point) for point in drawn]
    assert [region.contains(point) for point in drawn] == truths
    assert {True, False} == set(truths)


def test_when_of_a_relation_or_a_region_is_where_it_holds() -> None:
    for given in (x > 1, gt.when(x > 1), gt.always(x > 1)):
        assert gt.when(given).equivalent(x > 1)


def test_when_takes_other_premises_instead() -> None:
    region = gt.when(gt.when(x > 1, assuming=(x > 0,)), assuming=(y > x,))
    assert [premise.relation for premise in region.premises] == [y > x]
    assert region.contains({x: 2, y: 3}) and not region.contains({x: -1, y: 3})
    with pytest.raises(gt.AssumptionError):
        region.contains({x: 3, y: 2})


def test_when_refuses_contradictory_premises_and_names_them() -> None:
    with pytest.raises(gt.AssumptionError) as caught:
        gt.when(x > 1, assuming=(y > 0, x > 0, x < 0))
    assert [premise.relation for premise in caught.value.core] == [x > 0, x < 0]


@pytest.mark.parametrize("make", [gt.grows, gt.shrinks])
def test_when_has_no_region_of_points_for_a_direction(make: Callable[[Any, Any], gt.Statement]) -> None:
    with pytest.raises(gt.ConceptError, match="compares pairs of points"):
        gt.when(make(x > y, x))


def test_a_verdict_s_condition_is_where_the_statement_holds() -> None:
    statement = gt.exactly(x**2 > y**2, x > y)
    verdict = gt.prove(statement)
    assert verdict.condition is not None and verdict.condition.equivalent(gt.when(statement))
