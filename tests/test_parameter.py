import copy
import pickle
from fractions import Fraction

import pytest
import sympy

import gametheory as gt

T, R = gt.parameters("T R", unit="utility")


def test_a_parameter_is_a_real_symbol_with_a_meaning() -> None:
    delta = gt.Parameter("delta", meaning="discount factor", at_least=0, below=1, unit="share", source="assumed")
    assert isinstance(delta, sympy.Symbol)
    assert delta.is_real
    assert (delta.meaning, delta.unit, delta.source) == ("discount factor", "share", "assumed")
    assert [str(bound) for bound in delta.bounds] == ["delta >= 0", "delta < 1"]
    assert [str(b) for b in gt.Parameter("x", above="1/2", at_most=2).bounds] == ["x > 1/2", "x <= 2"]


def test_bounds_are_not_assumed_silently_by_sympy() -> None:
    positive = gt.Parameter("x", above=0)
    assert (positive > 0) not in (sympy.true, True)


def test_parameters_pickle_and_copy_to_equals() -> None:
    delta = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
    for again in (pickle.loads(pickle.dumps(delta)), copy.deepcopy(delta), copy.copy(delta)):
        assert again == delta
        assert hash(again) == hash(delta)
        assert again.bounds == delta.bounds
    assert pickle.loads(pickle.dumps(delta > T)) == (delta > T)


def test_parameters_differ_if_anything_declared_differs() -> None:
    assert gt.Parameter("T", unit="utility") == T
    assert gt.Parameter("T", unit="money") != T
    assert gt.Parameter("T", unit="utility", above=0) != T
    assert sympy.Symbol("T", real=True) != T


@pytest.mark.parametrize(
    "chain",
    [
        lambda: T > R > 1,
        lambda: 0 < T < 1,
        lambda: T >= R >= 0,
        lambda: T <= R <= 0,
        lambda: bool(T < R),
        lambda: 1 if T > R else 0,
    ],
)
def test_a_chained_comparison_points_to_descending(chain: object) -> None:
    with pytest.raises(gt.AssumptionError, match=r"gt\.descending"):
        chain()  # type: ignore[operator]


def test_comparisons_work_in_sympy() -> None:
    both = (T > R) & (R >= 0) & (T < 5) & (R <= 4)
    assert both.subs({T: 3, R: 1}) == sympy.true
    assert (T > R).negated == (T <= R) or (T > R).negated == sympy.Le(T, R)
    assert (T > R).canonical is not None
    assert (T > T) == sympy.false
    assert (T >= T) == sympy.true
    assert sympy.Not(T > R) == sympy.Le(T, R)
    assert (T > R).xreplace({R: sympy.Integer(2)}).subs(T, 3) == sympy.true


def test_names_and_bounds_are_checked() -> None:
    for name in ("", "a b", "1x", "x-y", 3):
        with pytest.raises(gt.ParameterError, match="not a name"):
            gt.Parameter(name)  # type: ignore[arg-type]
    with pytest.raises(gt.ParameterError, match="two bounds on one side"):
        gt.Parameter("x", above=0, at_least=0)
    with pytest.raises(gt.ParameterError, match="two bounds on one side"):
        gt.Parameter("x", below=0, at_most=0)
    with pytest.raises(gt.ParameterError, match="no value left"):
        gt.Parameter("x", above=1, below=1)
    with pytest.raises(gt.ParameterError, match="no value left"):
        gt.Parameter("x", at_least=2, at_most=1)
    assert gt.Parameter("x", at_least=1, at_most=1).bounds
    with pytest.raises(gt.ExactnessError, match="float"):
        gt.Parameter("x", above=0.5)


def test_several_parameters_at_once() -> None:
    assert gt.parameters("T, R", unit="utility") == (T, R)
    with pytest.raises(gt.ParameterError, match="no names"):
        gt.parameters(" , ")
    with pytest.raises(gt.ParameterError, match="twice"):
        gt.parameters("T T")


def test_chains_and_equations() -> None:
    assert gt.descending(T, R, 0) == (T > R, R > 0)
    assert gt.descending(1, T) == (T < 1,) or gt.descending(1, T)[0].subs(T, 0) == sympy.true
    with pytest.raises(gt.ParameterError, match="at least two"):
        gt.descending(T)
    assert gt.equal(T, R) == sympy.Eq(T, R)
    assert gt.equal(T, Fraction(1, 2)).rhs == sympy.Rational(1, 2)


def test_plain_symbols_are_unknown_and_homonyms_are_told_apart() -> None:
    with pytest.raises(gt.ParameterError, match="unknown symbol z"):
        gt.when(sympy.Symbol("z") > T)
    other = gt.Parameter("T", unit="money", above=0)
    with pytest.raises(gt.ParameterError, match="two different parameters named T"):
        gt.when(other > R) & (T > R)
