"""Which premises a statement is decided under, and which of them a verdict reports."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

import gametheory as gt
from gametheory.verdicts.prove import is_proved

T, R, P, S = gt.parameters("T R P S", unit="utility")
x, y, z = gt.parameters("x y z")
share = gt.Parameter("share", at_least=0, at_most=1)

Relations = Callable[[Iterable[gt.Premise]], list[Any]]


def bounds(premises: gt.Premises) -> list[Any]:
    return [bound.relation for bound in premises.bounds]


# assuming=


def test_assuming_replaces_the_region_s_premises(relations: Relations) -> None:
    region = gt.when(x > 1, assuming=(x > 2, y > 0))
    assert gt.prove(region).status == "proved"
    verdict = gt.prove(region, assuming=(x > 0,))
    assert verdict.status == "conditional"
    assert relations(verdict.premises) == [x > 0]
    assert isinstance(verdict.counterexample, gt.Point) and 0 < verdict.counterexample[x] <= 1


def test_assuming_nothing_is_not_the_same_as_not_assuming() -> None:
    region = gt.when(x > 1, assuming=(x > 2,))
    assert gt.prove(region, assuming=()).status == "conditional"
    assert gt.prove(region, assuming=None).status == "proved"


def test_premises_that_contradict_the_old_ones_are_fine_alone(relations: Relations) -> None:
    verdict = gt.prove(gt.when(x > 1, assuming=(x > 2,)), assuming=(x < 0,))
    assert verdict.status == "refuted"
    assert relations(verdict.premises) == [x < 0]


def test_bounds_stay_when_premises_are_replaced() -> None:
    region = gt.when(share < 2, assuming=(share > gt.exact("1/2"),))
    verdict = gt.prove(region, assuming=(y > 0,))
    assert verdict.status == "proved"
    assert bounds(verdict.premises) == [share <= 1]
    assert list(verdict.premises) == []


@pytest.mark.parametrize(
    "assuming",
    [x > 2, (x > 2,), [x > 2], gt.Premise(x > 2, name="large"), gt.premises(x > 2), ((x > 2,), gt.premises())],
    ids=["relation", "tuple", "list", "Premise", "Premises", "nested"],
)
def test_premises_may_be_given_in_many_ways(assuming: Any, relations: Relations) -> None:
    verdict = gt.prove(x > 1, assuming=assuming)
    assert verdict.status == "proved" and relations(verdict.premises) == [x > 2]


def test_a_premise_keeps_its_name_and_place_in_the_verdict() -> None:
    verdict = gt.prove(x > 1, assuming=gt.Premise(x > 2, name="large", stated="p. 3"))
    (used,) = verdict.premises
    assert (used.name, used.stated) == ("large", "p. 3")


def test_a_premise_of_another_parameter_of_the_same_name_is_refused() -> None:
    other = gt.Parameter("x", meaning="another quantity")
    for statement in (gt.always(x > 0), gt.never(x > 0), gt.possible(x > 0), gt.exactly(x > 0, x > 1)):
        with pytest.raises(gt.ParameterError, match="two different parameters named x"):
            gt.prove(statement, assuming=(other > 1,))


@pytest.mark.parametrize("statement", [gt.grows(x > y, x), gt.shrinks(x > y, x), gt.grows(y > 0, x)], ids=str)
def test_a_direction_under_premises_of_another_parameter_of_the_same_name_is_refused(statement: gt.Statement) -> None:
    other = gt.Parameter("x", meaning="another quantity")
    with pytest.raises(gt.GameTheoryError, match="different parameter"):
        gt.prove(statement, assuming=(other > 1,))


def test_both_regions_of_exactly_bring_their_premises(relations: Relations) -> None:
    first, second = gt.when(x > 1, assuming=(x > 0,)), gt.when(x > 1, assuming=(y > 0,))
    verdict = gt.prove(gt.exactly(first, second))
    assert verdict.status == "proved"
    assert relations(verdict.unused) == [x > 0, y > 0]
    contradictory = gt.prove(gt.exactly(first, gt.when(x > 1, assuming=(x < 0,))))
    assert contradictory.status == "vacuous"


# Cores


def test_the_smallest_set_of_premises_is_reported(relations: Relations) -> None:
    verdict = gt.prove(x > 0, assuming=(x > y, y > z, z > 0, x > 5))
    assert relations(verdict.premises) == [x > 5]
    assert relations(verdict.unused) == [x > y, y > z, z > 0]


def test_of_two_sets_of_one_size_the_stated_premises_are_taken(relations: Relations) -> None:
    unstated, stated = gt.Premise(x > 1), gt.Premise(x > 2, stated="p. 1")
    verdict = gt.prove(x > 0, assuming=(unstated, stated))
    assert relations(verdict.premises) == [x > 2]
    assert relations(gt.prove(x > 0, assuming=(gt.Premise(x > 1), gt.Premise(x > 2))).premises) == [x > 1]


def test_fewer_premises_count_for_more_than_stated_ones(relations: Relations) -> None:
    stated = [gt.Premise(x > y, stated="p. 1"), gt.Premise(y > 0, stated="p. 2")]
    verdict = gt.prove(x > 0, assuming=(*stated, x > 1))
    assert relations(verdict.premises) == [x > 1]


def test_bounds_are_used_before_premises_and_listed_apart(relations: Relations) -> None:
    verdict = gt.prove(share >= 0, assuming=(share > gt.exact("1/3"), x > 0))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [] and bounds(verdict.premises) == [share >= 0]
    assert relations(verdict.unused) == [share > gt.exact("1/3"), x > 0] and bounds(verdict.unused) == [share <= 1]


def test_bounds_that_are_not_needed_are_left_out() -> None:
    verdict = gt.prove(x > share, assuming=(x > 1,))
    assert bounds(verdict.premises) == [share <= 1]
    assert bounds(verdict.unused) == [share >= 0]


def test_a_contradiction_between_a_premise_and_a_bound_names_both(relations: Relations) -> None:
    verdict = gt.prove(share > 0, assuming=(y > 0, share > 1))
    assert verdict.status == "vacuous"
    assert verdict.core is not None
    assert relations(verdict.core) == [share > 1] and bounds(verdict.core) == [share <= 1]


# Lemmas


def test_a_denominator_s_premises_are_in_the_union(relations: Relations) -> None:
    # The square is never negative, so only the denominator needs anything.
    verdict = gt.prove(x**2 / (T - P) ** 2 >= 0, assuming=gt.descending(T, R, P, S))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [T > R, R > P]
    assert relations(verdict.unused) == [P > S]
    assert verdict.proof is not None
    assert [relations(part.premises) for part in verdict.proof.refutations] == [[], [T > R, R > P]]


@pytest.mark.parametrize("statement", [gt.never, gt.possible])
def test_a_denominator_s_premises_are_in_the_union_of_other_statements(
    statement: Callable[[Any], gt.Statement], relations: Relations
) -> None:
    verdict = gt.prove(statement(x**2 / (T - P) < 0), assuming=(T > R, R > P, x > 0))
    assert verdict.proof is not None
    assert {T > R, R > P} <= set(relations(verdict.proof.premises))


def test_a_point_is_proof_enough_of_possibility_but_its_denominator_still_needs_premises(
    relations: Relations,
) -> None:
    verdict = gt.prove(gt.possible(1 / (T - P) > 5), assuming=(T > R, R > P, x > 0))
    assert verdict.status == "proved"
    assert verdict.proof is not None and relations(verdict.proof.premises) == [T > R, R > P]


def test_a_denominator_that_may_vanish_is_an_error_and_not_a_verdict() -> None:
    with pytest.raises(gt.UndefinedPayoffError, match="T - P") as caught:
        gt.prove(1 / (T - P) > 0, assuming=(T >= R, R >= P))
    assert caught.value.point[T] == caught.value.point[P]


def test_a_punishment_s_premises_are_in_the_union(dilemma: Callable[..., gt.Game], relations: Relations) -> None:
    delta = gt.Parameter("delta", above=0, below=1)
    repeated = gt.RepeatedGame(dilemma(*gt.descending(T, R, P, S)), discount=delta)
    cheating = ("cheat", "cheat")
    found = gt.prove(gt.grim_trigger(repeated, cheating))
    named = gt.prove(gt.grim_trigger(repeated, cheating, punishment=cheating))
    assert found.status == named.status == "proved"
    # Cheating for ever needs P >= S; that no other equilibrium could be the punishment needs T > R as well.
    assert relations(named.premises) == [P > S]
    assert set(relations(found.premises)) == {T > R, P > S}


# The short answer


@pytest.mark.parametrize(
    ("statement", "assuming", "answer"),
    [
        (x > 1, (x > 2,), True),
        (x > 1, (x > 0,), False),
        (x > 1, (x > 2, x < 1), False),
        (gt.possible(x > 1), (), True),
        (gt.grows(x > y, x), (), True),
        (gt.grows(x > y, y), (), False),
        (gt.equal(x**2, 2), (), False),
    ],
    ids=str,
)
def test_whether_something_is_proved_can_be_asked_alone(statement: Any, assuming: Any, answer: bool) -> None:
    assert is_proved(statement, assuming) is answer
