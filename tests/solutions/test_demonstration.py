"""A statement that is false is refuted at a point, and one that the solver leaves open is not called proved."""

from __future__ import annotations

import pytest

import gametheory as gt
from gametheory.deduction import Finding
from gametheory.errors import Undecided
from gametheory.forms.payoff import require_defined
from gametheory.formulas.translate import comparison
from gametheory.premise import premises
from gametheory.solutions import demonstration
from gametheory.solutions.demonstration import all_proved, demonstrate, fresh, proofs_text, require
from gametheory.solutions.value_cases import ValueCase, ValueCases

x = gt.Parameter("x", at_least=0)


def test_the_three_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    given = premises(parameters=[x])
    true = demonstrate("a square is not below 0", comparison(x**2, ">=", 0), given, [x])
    false = demonstrate("everything is above 1", comparison(x, ">", 1), given, [x])
    assert (true.status, false.status) == ("proved", "refuted")
    assert false.counterexample is not None
    assert 0 <= false.counterexample[x] <= 1
    assert gt.prove(false.region).status == "conditional"
    assert all_proved([true])
    assert not all_proved([true, false])
    assert str(true) == "proved: a square is not below 0"
    assert "refuted: everything is above 1 (x = " in proofs_text((true, false))
    monkeypatch.setattr(demonstration, "search", lambda *_: Finding("open", None, "tried"))
    left = demonstrate("hard", comparison(x, ">", 1), given, [x])
    assert str(left) == "undecided: hard (tried)"
    with pytest.raises(gt.Undecided, match=r"whether hard wherever the premises hold was not settled \(tried\); help"):
        require({"hard": comparison(x, ">", 1)}, given, [x], "this", "help")


def test_a_divisor_that_is_not_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    def open_question(*_: object) -> None:
        raise Undecided("not settled")

    monkeypatch.setattr(demonstration, "discharge", open_question)
    left = demonstrate("hard", comparison(1 / x, ">", 1), premises(parameters=[x]), [x])
    assert (left.status, left.reason) == ("undecided", "not settled")


def test_a_divisor_that_may_be_0() -> None:
    with pytest.raises(gt.UndefinedPayoffError):
        demonstrate("no", comparison(1 / x, ">", 0), premises(parameters=[x]), [x])
    require_defined({"x": x}, premises(), {"x": x})


def test_fresh_names() -> None:
    taken = [gt.Parameter("effort_United_States"), gt.Parameter("effort_United_States_")]
    assert fresh("effort", "United States", taken).name == "effort_United_States__"
    assert fresh("part", "", []).name == "part"


def test_cases_that_leave_something_out() -> None:
    low = ValueCase(gt.when(x <= 1), (("A", x),))
    gap = ValueCases("Parts", (low,), premises(parameters=[x]), (x,))
    assert not gap.complete
    assert "not proved to be a partition" in str(gap)
    assert len(low) == 1
    with pytest.raises(gt.ConceptError, match="no case has the point"):
        gap.at({x: 2})
    twice = ValueCases("Parts", (low, ValueCase(gt.when(x >= 1), (("A", 1 + 0 * x),))), premises(parameters=[x]), (x,))
    assert [one.status for one in twice.proofs] == ["proved", "refuted"]
