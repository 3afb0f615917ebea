"""What is out of reach ends near its limit, leaves nothing running, and is never a wrong answer."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import gametheory as gt
from gametheory.formulas import simplify
from gametheory.formulas.formula import leaves
from gametheory.formulas.solver import Answer, Limit
from tests.fuzz.drive import in_time
from tests.verdicts.test_out_of_reach import MEANS, SIX, running

ROOT = Path(__file__).parents[2]
SHORT = Limit(steps=20_000, seconds=2)


def test_an_effect_out_of_reach_is_undecided_and_leaves_nothing_running() -> None:
    before = running()
    with in_time():
        found = gt.comparative_static(MEANS.lhs - MEANS.rhs, SIX[0], assuming=MEANS, limit=SHORT)
    assert found.status in ("undecided", "neither")
    assert running() == before


def test_so_many_questions_not_settled_end_a_simplification(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def unsettled(formulas: Iterable[Any], limit: Limit) -> Answer:
        asked.append(tuple(formulas))
        return Answer("unknown", reason="a test")

    region = gt.when((SIX[0] * SIX[1] > SIX[2]) | (SIX[3] * SIX[4] > SIX[5]) & (SIX[0] > SIX[3]))
    formula = region.condition.formula
    simplifier = simplify.Simplifier(())
    with monkeypatch.context() as patch:
        patch.setattr(simplify, "check", unsettled)
        for _ in range(1 + simplify.MOST_UNSETTLED):
            kept = simplifier.simplified(formula)
            assert {leaf.atom for leaf in leaves(kept)} == {leaf.atom for leaf in leaves(formula)}
    assert len(asked) == simplify.MOST_UNSETTLED


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_AS"), reason="this system has no limit on address space")
def test_monsters_in_text_are_refused_in_little_memory() -> None:
    """All of them together, in a process that may have 1 GB (the libraries alone take half of it)."""
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))\n"
        "import gametheory as gt; from tests.fuzz.hostile import MONSTERS\n"
        "known, refused = gt.parameters('p q'), 0\n"
        "for text in MONSTERS:\n"
        "    try: gt.exact(text, known)\n"
        "    except gt.GameTheoryError: refused += 1\n"
        "print(refused, len(MONSTERS))"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr[-1000:]
    refused, tried = map(int, ran.stdout.split())
    assert 0 < refused < tried  # "(p+q)**100" is arithmetic
