"""Wherever a refinement says that an outcome is an equilibrium, no player gains alone: every deviation is tried.

Mixed equilibria, their pieces and the cases of a game are enumerated in tests/solutions and tests/concepts.
"""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import profile
from tests.soundness.true_sentences import drawn_symbols, drawn_tree
from tests.test_against_brute_force import EXHAUSTIVE

GAMES = 60 if EXHAUSTIVE else 2
REFINEMENTS = {
    "strict nash": lambda game, cell: gt.nash(game, cell, strict=True),
    "dominant": lambda game, cell: gt.dominant(game, cell, strict=False),
    "payoff dominant": gt.payoff_dominant,
    "risk dominant": gt.risk_dominant,
    "strong": gt.strong_nash,
    "coalition-proof": gt.coalition_proof,
    "collusion-resilient": gt.collusion_resilient,
    "only": lambda game, cell: gt.only(gt.nash, game, cell),
}

pytestmark = pytest.mark.exhaustive


@pytest.mark.parametrize("shape", [(2, 2), (2, 2, 2)], ids=["2x2", "2x2x2"])
def test_nobody_gains_by_leaving_a_refined_equilibrium(shape: tuple[int, ...]) -> None:
    found = dict.fromkeys(REFINEMENTS, 0)
    for seed in range(GAMES):
        rng = random.Random(f"{shape} {seed}")
        raw = brute.random_game(rng, shape, 2, meeting=2)
        game, symbols = brute.package_game(raw)
        cell = rng.choice([raw.cells[0], raw.cells[-1]])
        for name, refinement in REFINEMENTS.items():
            if name == "risk dominant" and len(shape) > 2:
                continue  # it is defined for two players
            region = refinement(game, profile(cell))
            assert region.implies(gt.nash(game, profile(cell))), (str(game), cell)
            points = [point for point in brute.points(rng, raw, 20) if raw.allows(point)]
            if not region.is_empty():
                witness = region.witness().named
                points.append(tuple(Fraction(witness.get(symbol.name, 0)) for symbol in symbols))
            for point in points:
                if region.contains(dict(zip(symbols, point, strict=True))):
                    assert not brute.gainers(raw.table(point), cell), (str(game), cell, point)
                    found[name] += 1
    assert sum(count > 0 for count in found.values()) >= 5, found


def test_nobody_gains_by_leaving_a_play_at_the_witness_of_its_region() -> None:
    found = 0
    for seed in range(2 * GAMES):
        rng = random.Random(f"plays {seed}")
        symbols = drawn_symbols(rng, 1)
        tree = drawn_tree(rng, symbols)
        for outcome in tree.outcomes:
            region = tree.region("subgame perfect", outcome, None)
            if not region.is_empty():
                values: dict[str, Any] = {s.name: Fraction(region.witness().named.get(s.name, 0)) for s in symbols}
                assert tree.holds("subgame perfect", outcome, None)(values), (str(tree.game), outcome, values)
                found += 1
    assert found >= GAMES
