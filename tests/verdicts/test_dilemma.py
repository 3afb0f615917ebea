"""What is known of the symmetric prisoner's dilemma, and which premise each part of it needs."""

import random
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt

T, R, P, S = gt.parameters("T R P S", unit="utility")
delta = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
ORDER = gt.descending(T, R, P, S)
HONOUR, CHEAT = ("honour", "honour"), ("cheat", "cheat")

Dilemma = Callable[..., gt.Game]
Relations = Callable[[Iterable[gt.Premise]], list[Any]]


@pytest.fixture
def grim(dilemma: Dilemma) -> gt.Region:
    return gt.grim_trigger(gt.RepeatedGame(dilemma(*ORDER), discount=delta), HONOUR)


# Once


def test_mutual_cheating_is_an_equilibrium_because_being_cheated_is_worst(
    dilemma: Dilemma, relations: Relations
) -> None:
    verdict = gt.prove(gt.nash(dilemma(*ORDER), CHEAT))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [P > S]
    assert relations(verdict.unused) == [T > R, R > P]


@pytest.mark.parametrize(
    "region",
    [
        lambda game: gt.only(gt.nash, game, CHEAT),
        lambda game: gt.dominant(game, CHEAT),
        lambda game: gt.nash(game, CHEAT, strict=True) & gt.only(gt.nash, game, CHEAT),
    ],
    ids=["the only equilibrium", "strictly dominant", "the only one, and strict"],
)
def test_that_cheating_is_the_only_solution_needs_temptation_too_but_no_loss(
    region: Callable[[gt.Game], gt.Region], dilemma: Dilemma, relations: Relations
) -> None:
    verdict = gt.prove(region(dilemma(*ORDER)))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [T > R, P > S]
    assert relations(verdict.unused) == [R > P]
    assert verdict.proof is not None and verdict.proof.quality == "certified"


@pytest.mark.parametrize("strict", [True, False])
def test_that_something_is_lost_needs_exactly_the_premise_left_over(
    strict: bool, dilemma: Dilemma, relations: Relations
) -> None:
    verdict = gt.prove(gt.pareto_dominates(dilemma(*ORDER), HONOUR, CHEAT, strict=strict))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [R > P]
    assert relations(verdict.unused) == [T > R, P > S]


@pytest.mark.parametrize("replaced", [True, False], ids=["assuming=", "the game's own premises"])
def test_a_tie_in_temptation_is_the_counterexample_to_the_only_one(
    replaced: bool, dilemma: Dilemma, relations: Relations
) -> None:
    weak = (T >= R, R > P, P > S)
    region = gt.only(gt.nash, dilemma(*(ORDER if replaced else weak)), CHEAT)
    verdict = gt.prove(region, assuming=weak) if replaced else gt.prove(region)
    assert verdict.status == "conditional"
    assert relations(verdict.premises) == list(weak)
    point = verdict.counterexample
    assert isinstance(point, gt.Point) and point[T] == point[R] > point[P] > point[S]
    witness = verdict.witness
    assert isinstance(witness, gt.Point) and witness[T] > witness[R] > witness[P] > witness[S]
    assert verdict.condition is not None and verdict.condition.equivalent(T > R)
    assert gt.prove(gt.nash(dilemma(*weak), CHEAT)).status == "proved"


def test_strict_dominance_is_lost_at_a_tie_and_weak_dominance_is_not(dilemma: Dilemma, relations: Relations) -> None:
    weak = dilemma(T >= R, R > P, P > S)
    assert gt.prove(gt.dominant(weak, CHEAT)).status == "conditional"
    verdict = gt.prove(gt.dominant(weak, CHEAT, strict=False))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [T >= R, P > S]


def test_temptation_both_ways_is_vacuous_and_names_the_two(dilemma: Dilemma, relations: Relations) -> None:
    verdict = gt.prove(gt.nash(dilemma(*ORDER), CHEAT), assuming=(*ORDER, R > T))
    assert verdict.status == "vacuous"
    assert verdict.core is not None and relations(verdict.core) == [T > R, R > T]
    assert relations(verdict.premises) == [T > R, R > T]
    with pytest.raises(gt.AssumptionError) as caught:
        dilemma(*ORDER, R > T)
    assert relations(caught.value.core) == [T > R, R > T]


def test_honouring_is_never_an_equilibrium_of_the_dilemma(dilemma: Dilemma, relations: Relations) -> None:
    verdict = gt.prove(gt.never(gt.nash(dilemma(*ORDER), HONOUR)))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [T > R]
    assert gt.prove(gt.possible(gt.nash(dilemma(*ORDER), HONOUR))).status == "refuted"


# For ever


def sustained(t: Fraction, r: Fraction, p: Fraction, d: Fraction) -> bool:
    """Whether honouring for ever beats cheating once and being punished for ever after."""
    return r / (1 - d) >= t + d * p / (1 - d)


def random_dilemma(rng: random.Random) -> dict[Any, Fraction]:
    numbers: set[Fraction] = set()
    while len(numbers) < 4:
        numbers.add(Fraction(rng.randint(-30, 30), rng.randint(1, 6)))
    return dict(zip((T, R, P, S), sorted(numbers, reverse=True), strict=True))


def test_grim_trigger_is_conditional_on_patience(grim: gt.Region, relations: Relations) -> None:
    verdict = gt.prove(grim)
    assert verdict.status == "conditional"
    assert relations(verdict.premises) == list(ORDER)
    assert verdict.condition is not None
    assert verdict.condition.equivalent(delta >= (T - R) / (T - P))
    assert str(verdict.condition) == "delta >= (T - R)/(T - P)"
    for point, holds in ((verdict.witness, True), (verdict.counterexample, False)):
        assert isinstance(point, gt.Point)
        assert point[T] > point[R] > point[P] > point[S] and 0 < point[delta] < 1
        assert sustained(point[T], point[R], point[P], point[delta]) is holds


def test_the_condition_of_grim_trigger_is_right_at_random_points(grim: gt.Region) -> None:
    verdict, rng = gt.prove(grim), random.Random("grim")
    assert verdict.condition is not None
    for draw in range(60):
        point = random_dilemma(rng)
        threshold = (point[T] - point[R]) / (point[T] - point[P])
        d = threshold if draw % 3 == 0 else Fraction(rng.randint(1, 99), 100)
        expected = sustained(point[T], point[R], point[P], d)
        assert verdict.condition.contains({**point, delta: d}) is expected
        assert draw % 3 != 0 or expected


def test_the_threshold_is_proved_exactly_and_its_denominator_is_accounted_for(
    grim: gt.Region, relations: Relations
) -> None:
    verdict = gt.prove(gt.exactly(grim, delta >= (T - R) / (T - P)))
    assert verdict.status == "proved"
    # T - P is positive by T > R and R > P, the punishment is the only equilibrium by T > R and P > S.
    assert relations(verdict.premises) == list(ORDER)
    assert [bound.relation for bound in verdict.premises.bounds] == [delta > 0, delta < 1]
    assert not verdict.unused
    assert gt.prove(gt.exactly(grim, delta > (T - R) / (T - P))).status == "conditional"


def test_the_strict_threshold_fails_at_the_tie_alone(grim: gt.Region) -> None:
    verdict = gt.prove(gt.exactly(grim, delta > (T - R) / (T - P)))
    ((description, point),) = verdict.counterexamples
    assert description == "the first alone"
    assert point[delta] == (point[T] - point[R]) / (point[T] - point[P])


# R >= (1 - delta)*T + delta*P: the right side falls in delta where T > P, and rises in T and in P.
DIRECTIONS = [
    ("grows", delta, "proved"),
    ("shrinks", delta, "refuted"),
    ("grows", R, "proved"),
    ("shrinks", R, "refuted"),
    ("grows", T, "refuted"),
    ("shrinks", T, "proved"),
    ("grows", P, "refuted"),
    ("shrinks", P, "proved"),
]


@pytest.mark.no_cover
@pytest.mark.parametrize(("kind", "parameter", "status"), DIRECTIONS, ids=lambda value: str(value))
def test_honouring_for_ever_moves_one_way_in_every_parameter(
    kind: str, parameter: Any, status: str, grim: gt.Region
) -> None:
    statement = {"grows": gt.grows, "shrinks": gt.shrinks}[kind](grim, parameter)
    verdict = gt.prove(statement)
    assert verdict.status == status
    pair = verdict.witness if status == "proved" else verdict.counterexample
    assert isinstance(pair, gt.Pair)
    low, high = (sustained(p[T], p[R], p[P], p[delta]) for p in (pair.low, pair.high))
    assert (low, high) == ((False, True) if (kind == "grows") == (status == "proved") else (True, False))


def test_the_sucker_s_payoff_moves_nothing(grim: gt.Region) -> None:
    for statement in (gt.grows(grim, S), gt.shrinks(grim, S)):
        verdict = gt.prove(statement)
        assert verdict.status == "proved" and verdict.witness is None


def test_growth_in_patience_uses_the_punishment_s_premises_too(grim: gt.Region, relations: Relations) -> None:
    verdict = gt.prove(gt.grows(grim, delta))
    # The comparison itself needs T > R (or R > P); that the punishment is the only equilibrium needs T > R and P > S.
    assert relations(verdict.premises) == [T > R, P > S]
    assert relations(verdict.unused) == [R > P]


def test_where_nothing_is_lost_grim_trigger_fails_at_every_discount_factor(
    grim: gt.Region, relations: Relations
) -> None:
    verdict = gt.prove(grim, assuming=(T > R, P > R, P > S))
    assert verdict.status == "refuted"
    assert relations(verdict.premises) == [T > R, P > R, P > S]


def test_without_a_single_equilibrium_there_is_no_punishment_to_find(grim: gt.Region) -> None:
    with pytest.raises(gt.ConceptError, match="punish"):
        gt.prove(grim, assuming=(R > T, P > S))
