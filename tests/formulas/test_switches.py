"""One solver that is asked many questions says what asking anew says, and comparisons are dropped as without it."""

import random
from itertools import combinations

import pytest

import gametheory as gt
from gametheory.formulas import simplify
from gametheory.formulas.display import text
from gametheory.formulas.formula import TRUE, Formula, atom, conjunction, disjunction, leaves
from gametheory.formulas.polynomial import Polynomial, constant, variable
from gametheory.formulas.simplify import Simplifier
from gametheory.formulas.solver import DEFAULT, check
from gametheory.formulas.switches import Switches
from gametheory.formulas.translate import relation_condition

x, y, z = gt.parameters("x y z")
NAMES = [variable(name) for name in "xyz"]


def says(*relations: object) -> list[Formula]:
    return [relation_condition(relation).formula for relation in relations]


def line(rng: random.Random) -> Polynomial:
    return sum((constant(rng.randint(-2, 2)) * name for name in NAMES), constant(rng.randint(-2, 2)))


def comparison(rng: random.Random) -> Formula:
    return atom([line(rng) for _ in range(rng.choice((1, 1, 1, 2)))], rng.choice((">", ">=", "==", "!=")))


def alternatives(rng: random.Random) -> Formula:
    return disjunction(conjunction(comparison(rng) for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(2, 4)))


def test_every_subset_gets_its_answer() -> None:
    assumptions = says(x > 1, y > x, x < 0, y < 0)
    switches = Switches([*assumptions, TRUE], says(z > 0), DEFAULT)
    assert switches.indices == (0, 1, 2, 3)  # what is true whatever happens has no switch
    for count in range(6):
        for chosen in combinations(range(5), count):
            contradictory = {0, 2} <= set(chosen) or {0, 1, 3} <= set(chosen)
            assert switches.status(chosen) == ("unsat" if contradictory else "sat")
            if contradictory:
                core = switches.core()
                assert core <= set(chosen)
                assert {0, 2} <= core or {0, 1, 3} <= core


@pytest.mark.parametrize("seed", range(12))
def test_the_same_comparisons_are_dropped(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    found = []
    formulas = [alternatives(rng) for _ in range(3)]
    for long in (1, 10**9):
        monkeypatch.setattr(simplify, "LONG", long)
        found.append([text(Simplifier(says(x > 0)).simplified(formula)) for formula in formulas])
    assert found[0] == found[1]


def chain() -> Formula:
    """Six comparisons, of which the first and the last but one imply the rest."""
    return conjunction(says(x > 3, x > 2, x > 1, x > 0, y > 1, y > 0))


@pytest.mark.parametrize("core", [frozenset(), frozenset({0})])
def test_a_core_that_is_no_core_is_noticed(core: frozenset[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Switches, "core", lambda switches: core)
    found = Simplifier(()).simplified(chain())
    assert {text(leaf) for leaf in leaves(found)} == {"x > 3", "y > 1"}


def test_what_one_solver_does_not_settle_is_asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Switches, "status", lambda switches, chosen: "unknown")
    found = Simplifier(()).simplified(chain())
    assert {text(leaf) for leaf in leaves(found)} == {"x > 3", "y > 1"}
    assert check([found, *says(x < 3)]).status == "unsat"
