"""The threshold of patience as an expression, by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt

delta = gt.Parameter("delta", at_least=0, below=1)
T, R, P, S = gt.parameters("T R P S")
HONOUR = ("honour", "honour")


def repeated(t: Any, r: Any, p: Any, s: Any, assuming: Any = ()) -> gt.RepeatedGame:
    cells = {HONOUR: (r, r), ("honour", "cheat"): (s, t), ("cheat", "honour"): (t, s), ("cheat", "cheat"): (p, p)}
    stage = gt.Game("Alliance", ("China", "Russia"), ("honour", "cheat"), cells, assuming=assuming)
    return gt.RepeatedGame(stage, discount=delta)


DILEMMA = repeated(T, R, P, S, gt.descending(T, R, P, S))


@pytest.mark.no_cover
def test_thresholds_in_letters() -> None:
    point = {T: 5, R: 3, P: 1, S: 0}
    grim = gt.critical_discount(gt.grim_trigger(DILEMMA, HONOUR), delta)
    assert (grim - (T - R) / (T - P)).simplify() == 0
    both = gt.critical_discount(gt.tit_for_tat(DILEMMA, HONOUR), "delta")
    assert both.subs(point) == Fraction(2, 3)
    assert both.subs({**point, S: -9}) == Fraction(1, 2)
    assert gt.comparative_static(both, T, assuming=DILEMMA.premises).status == "increasing"
    once = gt.critical_discount(gt.limited_punishment(DILEMMA, HONOUR, periods=1), delta)
    assert once.subs(point) == 1  # (T - R)/(R - P); there is then no patience that is enough


def test_numbers() -> None:
    game = repeated(5, 3, 1, 0)
    found = gt.critical_discount(gt.grim_trigger(game, HONOUR), delta)
    assert found == Fraction(1, 2)
    assert isinstance(found, Fraction)
    assert gt.critical_discount(gt.grim_trigger(repeated(2, 3, 1, 0), HONOUR, punishment=HONOUR), delta) == 0
    noisy = gt.noisy_grim_trigger(game, HONOUR, "1/5", "3/5")
    assert gt.critical_discount(noisy, delta) == Fraction(5, 6)
    either = gt.grim_trigger(game, HONOUR) | gt.tit_for_tat(game, HONOUR)
    assert gt.critical_discount(either, delta) == Fraction(1, 2)


def test_the_smallest_of_alternatives() -> None:
    either = gt.when((delta >= T) | (delta >= R) & (delta >= P))
    found = gt.critical_discount(either, delta)
    assert found.subs({T: 3, R: 1, P: 2}) == 2
    assert found.subs({T: 1, R: 3, P: 2}) == 1


def test_what_has_no_threshold() -> None:
    with pytest.raises(gt.ConceptError, match="the region is empty"):
        gt.critical_discount(gt.tit_for_tat(repeated(5, 3, 1, 0), HONOUR, perfect=True), delta)
    with pytest.raises(gt.ConceptError, match=r"not of the form delta >= threshold, because of delta = 1/2"):
        gt.critical_discount(gt.tit_for_tat(repeated(3, 2, 1, 0), HONOUR, perfect=True), delta)
    with pytest.raises(gt.ConceptError, match=r"because of P >= S; .*region.under"):
        gt.critical_discount(gt.when((delta >= Fraction(1, 2)) & (P >= S)), delta)
    with pytest.raises(gt.ConceptError, match="because of delta <= "):
        gt.critical_discount(gt.when(delta <= T), delta)
    with pytest.raises(gt.Undecided, match="cannot be solved for delta"):
        gt.critical_discount(gt.limited_punishment(DILEMMA, HONOUR, periods=2), delta)
    with pytest.raises(gt.ConceptError, match="no parameter beta; its parameters are P, R, S, T, delta"):
        gt.critical_discount(gt.grim_trigger(DILEMMA, HONOUR), "beta")
    with pytest.raises(gt.ConceptError, match="asked of a region"):
        gt.critical_discount(DILEMMA, delta)  # type: ignore[arg-type]
