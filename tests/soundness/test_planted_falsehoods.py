"""Nothing false comes out proved: statements are changed a little, and enumeration says which became false."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from tests.soundness.faces import columns
from tests.soundness.operators import OPERATORS
from tests.soundness.report import FULL, drawn, of_models
from tests.soundness.tally import Harness, Tally
from tests.soundness.true_sentences import true_sentences
from tests.test_against_brute_force import EXHAUSTIVE

x, y = gt.parameters("x y")


@pytest.mark.exhaustive
def test_no_falsehood_about_drawn_games_is_proved() -> None:
    tally = drawn(FULL if EXHAUSTIVE else 2, unchanged=1 if EXHAUSTIVE else 0.1)
    assert not tally.wrong, str(tally)
    assert tally.caught == tally.changed, str(tally)  # comparisons of linear expressions are decided, always
    assert tally.changed.total() >= (200 if EXHAUSTIVE else 40), str(tally)
    assert set(tally.changed) == set(OPERATORS), str(tally)


@pytest.mark.exhaustive
def test_no_falsehood_about_the_models_is_proved() -> None:
    tally = of_models(None if EXHAUSTIVE else 4, 2 if EXHAUSTIVE else 0, unchanged=0.5 if EXHAUSTIVE else 0.1)
    assert not tally.wrong, str(tally)
    assert tally.changed == tally.caught + tally.undecided, str(tally)
    assert tally.caught.total() >= (100 if EXHAUSTIVE else 4), str(tally)


@pytest.mark.parametrize("status", ["proved", "refuted"])
def test_a_prover_that_always_says_the_same_is_found_out(status: str) -> None:
    """Whatever the harness does not notice, it does not test."""

    def careless(statement: Any, assuming: Any, limit: Any) -> gt.Verdict:
        return gt.Verdict(status=status)

    tally = Harness(prove=careless, tries=2).count((str(i), s) for i, s in enumerate(true_sentences(0)))
    blamed = {complaint.split(":")[0] for complaint in tally.wrong}
    assert tally.changed.total() >= 15
    if status == "proved":
        assert tally.caught.total() < tally.changed.total() / 4
        assert len(blamed) >= 8, blamed
    else:
        assert "original" in blamed


def test_a_point_lies_in_every_face_of_some_lines() -> None:
    """Three lines in general position cut the plane into 7 cells, 9 edges and 3 vertices."""
    stacks = columns([x, y, x + y - 1], (x, y))
    assert stacks is not None

    def sign(number: Fraction) -> int:
        return (number > 0) - (number < 0)

    faces = {(sign(a), sign(b), sign(a + b - 1)) for stack in stacks for a, b in stack}
    assert len(faces) == 7 + 9 + 3
    assert columns([x * y - 1], (x, y)) is None


def test_the_table_has_a_line_for_every_operator() -> None:
    lines = str(Tally()).splitlines()
    assert lines[0].split() == ["operator", "planted", "changed", "caught"]
    assert [line.rstrip(" 0") for line in lines[1 : 1 + len(OPERATORS)]] == list(OPERATORS)
