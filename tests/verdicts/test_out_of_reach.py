"""A question out of reach is undecided soon, and leaves nothing running."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
import sympy

import gametheory as gt
from gametheory.formulas.solver import Limit
from tests.trap_games import x, y

SIX = gt.parameters("a b c d e f")
MEANS = sum(v**6 for v in SIX) >= 6 * sympy.prod(SIX)
"""True by the inequality of means, and out of reach of a short search."""


def running() -> tuple[set[int | None], list[str]]:
    """Threads of this process by Python's count, and its child processes by the system's."""
    children = [path.read_text() for path in Path("/proc/self/task").glob("*/children")]
    return {thread.ident for thread in threading.enumerate()}, [pid for line in children for pid in line.split()]


@pytest.mark.no_cover
@pytest.mark.parametrize("limit", [Limit(steps=20_000, seconds=20), Limit(steps=10**9, seconds=1)], ids=str)
def test_a_question_too_hard_for_its_limit_is_undecided_soon_and_leaves_nothing_running(limit: Limit) -> None:
    before, start = running(), time.monotonic()
    for statement in (gt.always(MEANS), gt.never(MEANS), gt.grows(MEANS, SIX[0])):
        verdict = gt.prove(statement, limit=limit)
        assert verdict.status in ("undecided", "conditional")
        if statement.kind == "always":
            assert verdict.status == "undecided"
            assert "z3" in verdict.reason
    assert time.monotonic() - start < 30
    assert running() == before
    assert gt.prove(x > y, assuming=x > y + 1).status == "proved"  # and the next question is answered


def test_an_elimination_out_of_reach_says_so_soon_and_leaves_nothing_running() -> None:
    before, start = running(), time.monotonic()
    a, b, c, d, *_ = SIX
    with pytest.raises(gt.Undecided, match="could not be eliminated"):
        gt.when((a**3 + b * a + c > 0) & (a**2 < d)).eliminate(a)
    assert time.monotonic() - start < 30
    assert running() == before
