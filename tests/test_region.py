import copy
import pickle
from fractions import Fraction
from itertools import product

import pytest
import sympy

import gametheory as gt
from gametheory.formulas.solver import Answer
from gametheory.region import as_region

T, R, P, S = gt.parameters("T R P S", unit="utility")
delta = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
PD = gt.premises(gt.descending(T, R, P, S))
grim = gt.when(R / (1 - delta) >= T + delta * P / (1 - delta), assuming=PD)
GRID = [Fraction(n, 2) for n in range(-4, 5)]


def test_a_region_has_no_truth_value_and_no_equality_of_sets() -> None:
    with pytest.raises(TypeError, match="no truth value"):
        bool(grim)
    with pytest.raises(TypeError, match="no truth value"):
        grim and grim  # noqa: B018
    assert (grim == gt.when(delta >= (T - R) / (T - P), assuming=PD)) is False
    assert grim is not None


def test_points_are_read_exactly_and_premises_guard_them() -> None:
    assert grim.contains({T: 5, R: 3, P: 1, S: 0, delta: "1/2"})
    assert not grim.contains({"T": 5, "R": 3, "P": 1, "S": 0, "delta": Fraction(49, 100), "unused": 7})
    with pytest.raises(gt.PointError, match="no value for delta"):
        grim.contains({T: 5, R: 3, P: 1, S: 0})
    with pytest.raises(gt.AssumptionError, match="violates the premise R > P") as caught:
        grim.contains({T: 5, R: 3, P: 4, S: 0, delta: "1/2"})
    assert [premise.text for premise in caught.value.core] == ["R > P"]
    with pytest.raises(gt.AssumptionError, match="violates the premise delta < 1"):
        grim.contains({T: 5, R: 3, P: 1, S: 0, delta: 1})
    with pytest.raises(gt.PointError, match="float"):
        grim.contains({T: 5, R: 3, P: 1, S: 0, delta: 0.5})
    with pytest.raises(gt.PointError, match="different parameter"):
        grim.contains({T: 5, R: 3, P: 1, S: 0, gt.Parameter("delta"): "1/2"})
    with pytest.raises(gt.PointError, match="not a parameter"):
        grim.contains({T: 5, R: 3, P: 1, S: 0, 3: 4})


def test_solved_forms_put_the_threshold_on_the_right() -> None:
    assert str(grim) == "delta >= (T - R)/(T - P)"
    assert str(grim.solve_for(delta)) == "delta >= (T - R)/(T - P)"
    assert str(grim.solve_for("T")) == "T <= (R - P*delta)/(1 - delta)"
    assert str(gt.when(T - 2 * R > P).solve_for(R)) == "R < T/2 - P/2"
    assert grim._repr_latex_() == r"$\delta \geq \frac{T - R}{T - P}$"
    with pytest.raises(gt.Undecided, match="sign of its coefficient"):
        gt.when(delta * (T - P) >= R).solve_for(delta)
    with pytest.raises(gt.Undecided, match="not linear"):
        gt.when(T**2 >= R).solve_for(T)


def test_questions_about_regions() -> None:
    threshold = delta >= (T - R) / (T - P)
    assert grim.equivalent(threshold)
    assert grim.implies(delta > 0)
    assert not grim.implies(delta > Fraction(1, 2))
    assert not grim.is_empty()
    assert not grim.is_everywhere()
    assert (grim & ~grim).is_empty()
    assert (grim | ~grim).is_everywhere()
    assert gt.when(T > P, assuming=PD).is_everywhere()


def test_the_algebra_of_regions_is_that_of_sets() -> None:
    a, b = gt.when(T > R), gt.when(R > P)
    for t, r, p in product(GRID[::2], repeat=3):
        point = {T: t, R: r, P: p}
        assert (a & b).contains(point) is (t > r and r > p)
        assert (a | b).contains(point) is (t > r or r > p)
        assert (~a).contains(point) is (t <= r)
        assert (a & (R > P)).contains(point) is (t > r and r > p)
        assert (~(a & ~b)).contains(point) is not (t > r and not r > p)


def test_combining_regions_joins_their_premises_or_names_the_contradiction() -> None:
    joined = gt.when(S > 0, assuming=(T > R,)) & gt.when(P > 0, assuming=(R > P,))
    assert [premise.text for premise in joined.premises] == ["T > R", "R > P"]
    with pytest.raises(gt.AssumptionError, match="T > R, R > T"):
        gt.when(S > 0, assuming=(T > R,)) & gt.when(P > 0, assuming=(R > T,))
    with pytest.raises(gt.AssumptionError, match="contradict"):
        grim.under(R > T)


def test_under_adds_a_premise_and_read_under_replaces_them() -> None:
    narrower = grim.under(T > 2 * R)
    assert len(narrower.premises) == 4
    assert gt.prove(grim, assuming=(T > R, R > P, P > S, delta >= (T - R) / (T - P))).status == "proved"
    with pytest.raises(gt.AssumptionError):
        grim.contains({T: 0, R: 3, P: 1, S: 0, delta: "1/2"})
    assert grim.read_under(gt.premises(T > P)).contains({T: 2, R: 3, P: 1, delta: "1/2"})


def test_a_payoff_without_a_value_names_the_point() -> None:
    loose = gt.when(1 / (T - R) > 0)
    with pytest.raises(gt.UndefinedPayoffError, match="T - R, which is 0") as caught:
        loose.is_empty()
    assert caught.value.point["T"] == caught.value.point["R"]
    with pytest.raises(gt.UndefinedPayoffError):
        loose.contains({T: 2, R: 1})
    with pytest.raises(gt.UndefinedPayoffError):
        gt.prove(loose)
    assert loose.under(T > R).is_everywhere()


def test_a_simplified_region_is_rebuilt_when_premises_are_replaced() -> None:
    always = gt.when(T > P, assuming=(T > R, R > P)).simplify()
    assert str(always) == "always"
    assert gt.prove(always, assuming=(T > R,)).status == "conditional"
    solved = grim.solve_for(delta)
    verdict = gt.prove(solved, assuming=(R > T, T > P))
    assert verdict.status == "proved"


def test_witnesses_are_small_and_inside() -> None:
    point = grim.witness()
    assert grim.contains(point)
    assert all(value.denominator <= 2 for value in point.values())
    assert (~grim).contains((~grim).witness())
    with pytest.raises(gt.EmptyRegionError, match="no point"):
        (grim & (T < R)).witness()


def test_an_undecided_question_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    irrational = gt.when(gt.equal(T**2, 2))
    for question in (irrational.is_empty, irrational.witness, (~irrational).is_everywhere):
        with pytest.raises(gt.Undecided):
            question()
    region = gt.when(1 / T > 0)
    monkeypatch.setattr("gametheory.deduction.check", lambda *_: Answer("unknown", reason="no time"))
    with pytest.raises(gt.Undecided, match="no time"):
        region.is_empty()


def test_explanations_name_who_gains_and_by_how_much() -> None:
    game = gt.Game(
        "Duel",
        ["A", "B"],
        ["keep", "break"],
        {("keep", "keep"): (R, R), ("keep", "break"): (S, T), ("break", "keep"): (T, S), ("break", "break"): (P, P)},
    )
    keep = gt.nash(game, ("keep", "keep"))
    found = keep.simplify().explain({T: 5, R: 3, P: 1, S: 0})
    assert not found.holds
    assert [(f.incentive.player, f.incentive.deviation, f.gap) for f in found.failures if f.incentive] == [
        ("A", "break", -2),
        ("B", "break", -2),
    ]
    assert "A gains 2 by moving from (keep, keep) to break" in str(found)
    assert keep.explain({T: 3, R: 3, P: 1, S: 0}).holds
    assert "holds" in str(keep.explain({T: 3, R: 3, P: 1, S: 0}))
    strict = gt.nash(game, ("keep", "keep"), strict=True).explain({T: 3, R: 3, P: 1, S: 0})
    assert "A is indifferent between (keep, keep) and break" in str(strict)
    never = (~keep).explain({T: 2, R: 3, P: 1, S: 0})
    assert len(never.failures) == 1
    assert "A loses 1 by moving from (keep, keep) to break" in str(never)
    risk = gt.risk_dominant(game, ("keep", "keep")).explain({T: 3, R: 4, P: 2, S: 0})
    assert risk.failures[0].gap == -3
    assert "losses from leaving (keep, keep)" in str(risk)
    assert gt.when(T > R).explain({T: 1, R: 2}).failures[0].text == "T > R is false"


def test_a_solved_region_explains_from_its_source() -> None:
    found = grim.solve_for(delta).explain({T: 5, R: 3, P: 1, S: 0, delta: "1/4"})
    assert not found.holds


def test_a_failing_union_is_explained_by_the_branch_with_the_fewest_changes() -> None:
    region = gt.when(T > 5) & (R > 5) | (P > 5)
    assert [f.text for f in region.explain({T: 0, R: 0, P: 0}).failures] == ["P > 5 is false"]


def test_elimination_asks_for_some_value_within_the_premises() -> None:
    some = grim.eliminate(delta)
    assert "delta" not in [p.name for p in some.parameters]
    assert some.is_everywhere()  # under T > R > P some discount factor below one is always enough
    capped = grim.under(delta <= Fraction(1, 2)).eliminate(delta)
    assert capped.equivalent(gt.when(2 * R >= T + P))
    assert "delta" not in str(capped.premises)
    replaced = gt.prove(capped, assuming=(T > R, R > P, R > (T + P) / 2))
    assert replaced.status == "proved"
    assert capped.explain({T: 5, R: 2, P: 1, S: 0}).holds is False
    with pytest.raises(gt.Undecided, match="could not be eliminated"):
        gt.when(T**2 >= R).eliminate(T)


def test_what_a_region_owes_survives_elimination_and_other_premises() -> None:
    w, x, y, z = gt.parameters("w x y z")
    some = gt.when(z / (x - y) > 1, assuming=(x > y + w, w > 0)).eliminate(x)
    assert gt.prove(some, assuming=(w > 0, z > w)).status == "proved"
    with pytest.raises(gt.UndefinedPayoffError, match="y - x, which is 0"):
        gt.prove(some, assuming=(w > -5,))


def test_sympy_form() -> None:
    assert gt.when(T > R).to_sympy() == (sympy.Gt(T, R))
    assert gt.when(sympy.true).to_sympy() == sympy.true


def test_relations_become_regions_and_truth_values_do_not() -> None:
    assert as_region(sympy.false).is_empty()
    with pytest.raises(gt.AssumptionError, match=r"gt\.equal"):
        as_region(T == R)
    with pytest.raises(gt.AssumptionError, match="neither a region nor a relation"):
        as_region("T > R")


def test_titles_follow_the_algebra() -> None:
    named = gt.when(T > R).called("tempting")
    assert named.title == "tempting"
    assert (~named).title == "not (tempting)"
    both = named & gt.when(R > P).called("better")
    assert both.title == "tempting and better"
    assert (both | named).title == "(tempting and better) or tempting"
    assert "tempting" in repr(named)
    assert "a condition" in repr((~gt.when(T > R)).called(""))
    assert (~named.called("")).title == ""


@pytest.mark.no_cover
def test_a_large_condition_is_printed_by_its_size() -> None:
    names = gt.parameters(" ".join(f"x{i}" for i in range(25)))
    region = gt.when(names[0] > 0)
    for first in names:
        for second in names[:14]:
            if first is not second:
                region = region | ((first > 0) & (second > first + 1))
    assert str(region).startswith("a condition of")


def test_regions_pickle_and_copy() -> None:
    for again in (pickle.loads(pickle.dumps(grim)), copy.deepcopy(grim)):
        assert again.equivalent(grim)
        assert str(again) == str(grim)
