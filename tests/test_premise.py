import copy
import pickle

import pytest
import sympy

import gametheory as gt
from gametheory.formulas.solver import Answer
from gametheory.premise import Premises

T, R, P, S = gt.parameters("T R P S", unit="utility")
delta = gt.Parameter("delta", above=0, below=1)


def test_premises_list_their_parts_and_keep_bounds_apart() -> None:
    given = gt.premises(T > R, gt.Premise(R > P, name="a dilemma", stated="p. 9"), (P > S, delta > (T - R) / (T - P)))
    assert [premise.text for premise in given] == ["T > R", "R > P", "P > S", "delta > (T - R)/(T - P)"]
    assert [bound.text for bound in given.bounds] == ["delta > 0", "delta < 1"]
    assert [p.name for p in given.parameters] == ["P", "R", "S", "T", "delta"]
    assert len(given) == 4
    assert str(given) == "T > R, R > P, P > S, delta > (T - R)/(T - P), delta > 0, delta < 1"
    assert str(given.items[1]) == "R > P (a dilemma; stated: p. 9)"
    assert str(given.items[0]) == "T > R"
    assert not gt.premises()
    assert str(gt.premises()) == "none"


def test_a_premise_says_that_what_it_divides_by_is_not_zero() -> None:
    assert not gt.premises(1 / (T - R) > 0, gt.equal(T, R)).consistent


def test_the_core_is_the_smallest_contradiction() -> None:
    given = gt.premises(T > R, R > P, P > S, S > T, P > R)
    assert not given.consistent
    assert {premise.text for premise in given.core} == {"R > P", "P > R"}
    assert not gt.premises(T > R).core
    assert gt.premises(delta > 2).core.bounds[0].text == "delta < 1"


def test_stated_premises_are_preferred_in_a_core() -> None:
    given = gt.premises(T > R + 1, gt.Premise(T > R, stated="p. 9"), gt.Premise(R > T, stated="p. 9"), R > T + 1)
    assert [premise.text for premise in given.core] == ["T > R", "R > T"]


def test_bounds_of_parameters_never_contradict_each_other_but_other_relations_in_their_place_may() -> None:
    assert gt.premises(parameters=(delta, T)).consistent
    assert not Premises((), (gt.Premise(delta > 1), gt.Premise(delta < 1))).consistent
    assert not Premises((), (*gt.premises(parameters=(delta,)).bounds, gt.Premise(delta > 2))).consistent


def test_contradictory_premises_are_refused_by_name() -> None:
    with pytest.raises(gt.AssumptionError, match="T > R, R > T") as caught:
        gt.premises(T > R, P > S, R > T).required()
    assert [premise.text for premise in caught.value.core] == ["T > R", "R > T"]


def test_joined_premises_appear_once_and_the_stated_copy_stays() -> None:
    joined = gt.premises(T > R).joined(gt.premises(gt.Premise(T > R, stated="p. 9"), P > S))
    assert [(premise.text, premise.stated) for premise in joined] == [("T > R", "p. 9"), ("P > S", "")]
    assert [premise.text for premise in joined.without(gt.premises(P > S))] == ["T > R"]


@pytest.mark.parametrize("wrong", [True, False])
def test_a_truth_value_is_not_a_premise(wrong: bool) -> None:
    with pytest.raises(gt.AssumptionError, match=r"gt\.equal"):
        gt.premises(wrong)


@pytest.mark.parametrize("settled", [sympy.true, sympy.false])
def test_a_settled_relation_is_not_a_premise(settled: object) -> None:
    with pytest.raises(gt.AssumptionError, match="whatever the parameters are"):
        gt.premises(settled)


def test_only_relations_are_premises() -> None:
    with pytest.raises(gt.AssumptionError, match="write a relation"):
        gt.premises(T)
    with pytest.raises(gt.AssumptionError, match="write a relation"):
        gt.premises("T > R")


def test_two_parameters_of_one_name_may_not_meet() -> None:
    other = gt.Parameter("T", unit="money")
    with pytest.raises(gt.ParameterError, match=r"two different parameters named T.*unit"):
        gt.premises(T > R, other > P)


def test_undecided_consistency_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gametheory.premise.check", lambda formulas: Answer("unknown", reason="no time"))
    with pytest.raises(gt.Undecided, match="no time"):
        _ = gt.premises(T > R).consistent


def test_premises_pickle_and_copy() -> None:
    given = gt.premises(gt.Premise(T > R, stated="p. 9"), delta > 0)
    assert given.consistent
    assert pickle.loads(pickle.dumps(given)) == given
    assert copy.deepcopy(given) == given
