"""Cores of large formulas: none can be left out, and together they contradict the background."""

import random
from collections.abc import Sequence

import pytest

import gametheory as gt
from gametheory.formulas import core as core_module
from gametheory.formulas.core import smallest_core
from gametheory.formulas.formula import TRUE, Formula, conjunction, disjunction
from gametheory.formulas.large_core import irreducible_core
from gametheory.formulas.solver import DEFAULT, check
from gametheory.formulas.switches import Switches
from gametheory.formulas.translate import comparison

PARAMETERS = gt.parameters("x y z w")


def drawn(rng: random.Random, *, curved: bool = False) -> Formula:
    left = sum(rng.randint(-2, 2) * parameter for parameter in PARAMETERS) + rng.randint(-2, 2)
    if curved and rng.random() < 0.3:
        left = left * PARAMETERS[0] + rng.randint(-1, 1)
    return comparison(left, rng.choice((">", ">=")), 0).formula


def unsat(formulas: Sequence[Formula]) -> bool:
    return check(formulas, DEFAULT).status == "unsat"


@pytest.mark.parametrize("curved", [False, True])
def test_random_cores_contradict_and_none_can_be_left_out(curved: bool) -> None:
    rng = random.Random(7 + curved)
    found = 0
    while found < 6:
        background = [disjunction([drawn(rng, curved=curved), drawn(rng)]) for _ in range(3)]
        assumptions = [drawn(rng, curved=curved) for _ in range(7)]
        if not unsat([*background, *assumptions]) or unsat(background):
            continue
        found += 1
        chosen = irreducible_core(assumptions, background, lambda index: 0, DEFAULT)
        assert unsat([*background, *(assumptions[i] for i in chosen)])
        for left_out in chosen:
            assert not unsat([*background, *(assumptions[i] for i in chosen if i != left_out)])
        assert len(chosen) >= len(smallest_core(assumptions, background))


def test_the_dearest_assumption_is_left_out_first() -> None:
    x, y, *_ = PARAMETERS
    assumptions = [comparison(x, ">", one).formula for one in (1, 2, 3)]
    below = comparison(x, "<", y).formula, comparison(y, "<", 0).formula
    assert irreducible_core(assumptions, below, lambda index: int(index != 1), DEFAULT) == (1,)
    assert irreducible_core([TRUE, *assumptions], below, lambda index: index % 2, DEFAULT) == (2,)


def test_what_is_contradictory_without_assumptions_needs_none() -> None:
    x, *_ = PARAMETERS
    background = (comparison(x, ">", 1).formula, comparison(x, "<", 0).formula)
    assert irreducible_core([drawn(random.Random(1))], background, lambda index: 0, DEFAULT) == ()


def test_a_large_background_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    x, y, *_ = PARAMETERS
    monkeypatch.setattr(core_module, "LARGE", 3)
    monkeypatch.setattr(core_module, "check", None)  # asking anew would fail
    background = (comparison(x, ">", y).formula, comparison(y, ">", 0).formula, comparison(x, "<", 9).formula)
    assumptions = [comparison(y, ">", 3).formula, comparison(x, "<", 0).formula, comparison(x, "<", 5).formula]
    assert smallest_core(assumptions, background) == (1,)
    assert smallest_core([], background) == ()


def test_what_z3_does_not_settle_keeps_every_assumption(monkeypatch: pytest.MonkeyPatch) -> None:
    x, *_ = PARAMETERS
    satisfiable = [comparison(x, ">", 1).formula, comparison(x, ">", 0).formula]
    assert irreducible_core(satisfiable, [], lambda index: 0, DEFAULT) == (0, 1)
    contradictory = [comparison(x, ">", 1).formula, comparison(x, "<", 0).formula, comparison(x, "<", 3).formula]
    monkeypatch.setattr(Switches, "core", lambda switches: frozenset({2}))  # a core that is no core
    assert irreducible_core(contradictory, [], lambda index: 0, DEFAULT) == (0, 1, 2)


def test_a_proof_about_a_large_tree_names_premises_that_suffice() -> None:
    conjunctions = conjunction(drawn(random.Random(3)) for _ in range(5))
    assert irreducible_core([], [conjunctions], lambda index: 0, DEFAULT) == ()
