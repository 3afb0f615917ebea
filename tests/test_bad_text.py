"""Text outside the grammar is refused and never run; text within it is read as on paper."""

# ruff: noqa: SIM300 - T is a parameter, not a constant
from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import gametheory as gt
from tests.refusals import WHERE, P, R, T, refused, with_payoff


def test_code_in_text_is_never_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    for code in (
        "__import__('os').system('x')",
        f"open('{trace}', 'w')",
        f"[T for T in [open({str(trace)!r}, 'w')]]",
        "T.__class__",
        "exec('1')",
        "lambda: 1",
        "T; R",
        "T[0]",
        "T = 3",
        "f'{T}'",
        "T if R else P",
    ):
        with refused(gt.PayoffError, WHERE):
            with_payoff(code)
        with refused(gt.ExactnessError, "the value"):
            gt.exact(code, (T, R, P))
    assert not trace.exists()


def test_code_in_text_that_is_compared_is_never_run(tmp_path: Path) -> None:
    """sympify would evaluate text as Python."""
    trace = tmp_path / "trace"
    code = f"open({str(trace)!r}, 'w').close()"
    for compare in (
        lambda: T > code,
        lambda: T >= code,
        lambda: T < code,
        lambda: T <= code,
        lambda: gt.equal(T, code),
        lambda: gt.equal(code, T),
        lambda: gt.descending(T, code),
    ):
        with refused(gt.GameTheoryError):
            compare()
        assert not trace.exists()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("__import__('os').system('x')", "is not arithmetic; write numbers, parameters"),
        ("1" + " + 1" * 2_000, "more than 2000"),
        ("(" * 60 + "T" + ")" * 60, "nested deeper than 50"),
        ("T" + "**1" * 600, "deeper"),
        ("T**101", "at most 100"),
        ("2**1000", "at most 100"),
        ("T**50**2", "at most 100"),
        ("(10**100)**100", "1000 digits"),
        ("9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100", "digits"),
        ("9" * 1_001, "1000 digits"),
        ("T**R", "whole number"),
        ("T**(1/2)", "whole number"),
        ("T**0.5", "whole number"),
        ("gain", "gain is not a declared parameter (declared: P, R, S, T)"),
        ("nan", "nan is not a declared parameter"),
        ("inf", "inf is not a declared parameter"),
        ("pi", "pi is not a declared parameter"),
        ("sqrt(T)", "sqrt is not a declared parameter"),
        ("True", "True is not a declared parameter"),
        ("1e5", "'e5' stands where"),
        ("2T", "'T' stands where"),
        ("T R", "'R' stands where"),
        ("T//R", "'/' stands where"),
        ("(T", "not closed"),
        ("T)", "')' stands where"),
        ("T +", "ends where"),
        ("", "ends where"),
        (" ", "ends where"),
        ("T > R", "'>' is not arithmetic"),
        ("1/0", "divides by zero"),
        ("0**-1", "divides by zero"),
        ("1/(T - T)", "divides by zero"),
        ("T/(R - R)", "divides by zero"),
        ("(T - T)**-1", "divides by zero"),
        ("T/T", "dividing by T cancels"),
    ],
    ids=lambda text: text[:30],
)
def test_text_outside_the_grammar(text: str, what: str) -> None:
    shown = text if len(text) <= 60 else text[:57] + "..."
    with refused(gt.PayoffError, WHERE, f'"{shown}"', what):
        with_payoff(text)
    with refused(gt.ExactnessError, what if "declared" not in what else "declared"):
        gt.exact(text, (T, R))


def test_powers_of_powers_past_the_limit() -> None:
    with refused(gt.PayoffError, WHERE, "100"):
        with_payoff("((T + 1)**100)**100")
    with refused(gt.PayoffError, WHERE, "100"):
        with_payoff(((T + 1) ** 100) ** 100)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/3 + 0.1", Fraction(13, 30)),
        ("-2**2", Fraction(-4)),
        ("2**-1", Fraction(1, 2)),
        ("2**3**2", Fraction(512)),
        ("8/4/2", Fraction(1)),
        ("1 - 2 - 3", Fraction(-4)),
        ("2*(3 + 4)*.5", Fraction(7)),
        ("--3", Fraction(3)),
        ("6 / -4", Fraction(-3, 2)),
        ("  5. ", Fraction(5)),
    ],
)
def test_text_within_the_grammar_is_read_as_on_paper(text: str, value: Fraction) -> None:
    assert gt.exact(text) == value
    assert isinstance(gt.exact(text), Fraction)
