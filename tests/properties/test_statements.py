"""Partitions, `when` and added premises, on drawn games: what follows from one answer must fit the others."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
import sympy

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import RawGame, profile
from tests.soundness.arithmetic import related, truth
from tests.soundness.true_sentences import enough, form
from tests.test_against_brute_force import EXHAUSTIVE

GAMES = 40 if EXHAUSTIVE else 2
POINTS = 40 if EXHAUSTIVE else 12

pytestmark = pytest.mark.exhaustive


def drawn(name: str, shape: tuple[int, ...] = (2, 2)) -> Iterator[tuple[random.Random, RawGame, Any, tuple[Any, ...]]]:
    """Draw games of two or three parameters."""
    for seed in range(GAMES):
        rng = random.Random(f"{name} {shape} {seed}")
        raw = brute.random_game(rng, shape, rng.choice((2, 3)))
        yield rng, raw, *brute.package_game(raw)


def allowed(rng: random.Random, raw: RawGame) -> list[tuple[Fraction, ...]]:
    """Draw points, two of three on a boundary, that keep the bounds of the parameters."""
    return [point for point in brute.points(rng, raw, 2 * POINTS) if raw.allows(point)][:POINTS]


@pytest.mark.parametrize("shape", [(2, 2), (2, 3)] if EXHAUSTIVE else [(2, 2)])
def test_every_point_lies_in_exactly_one_cell(shape: tuple[int, ...]) -> None:
    concepts: dict[Any, Any] = {
        gt.strong_nash: lambda table, cell: brute.is_strong(table, cell),
        gt.payoff_dominant: lambda table, cell: brute.is_payoff_dominant(table, cell),
    }
    for rng, raw, game, symbols in drawn("cells", shape):
        for concept, holds in concepts.items():
            named = {str(cell): concept(game, profile(cell)) for cell in raw.cells}
            partition = gt.partition(named)
            assert partition.complete
            for point in allowed(rng, raw):
                values = dict(zip(symbols, point, strict=True))
                table = raw.table(point)
                inside = [cell for cell in partition if cell.region.contains(values)]
                assert len(inside) == 1, (str(game), point)
                expected = {str(cell) for cell in raw.cells if holds(table, cell)}
                assert set(inside[0].outcomes) == expected, (str(game), point)


def statements(rng: random.Random, raw: RawGame, game: Any) -> list[tuple[Any, Any]]:
    """Return statements, each with what it says of a table."""
    one, other = rng.sample(raw.cells, 2)
    nash, strict = gt.nash(game, profile(one)), gt.nash(game, profile(other), strict=True)
    return [
        (gt.always(nash), lambda table: one in brute.nash_set(table)),
        (gt.never(strict), lambda table: other not in brute.nash_set(table, strict=True)),
        (gt.possible(nash & ~strict), lambda t: one in brute.nash_set(t) and other not in brute.nash_set(t, True)),
        (
            gt.exactly(nash, strict),
            lambda table: (one in brute.nash_set(table)) == (other in brute.nash_set(table, strict=True)),
        ),
    ]


def test_when_holds_exactly_where_the_statement_does() -> None:
    for rng, raw, game, symbols in drawn("when"):
        asked = statements(rng, raw, game)
        points = allowed(rng, raw)
        for statement, holds in asked:
            region = gt.when(statement)
            for point in points:
                values = dict(zip(symbols, point, strict=True))
                assert region.contains(values) == holds(raw.table(point)), (str(statement), point)
            if statement.kind == "exactly":
                first, second = statement.regions
                same = (first & second) | (~first & ~second)
            else:
                same = ~statement.region if statement.kind == "never" else statement.region
            assert gt.prove(gt.exactly(region, same)).status == "proved"
            verdict = gt.prove(statement)
            if verdict.condition is not None:
                assert verdict.condition.equivalent(region), str(statement)
                assert gt.prove(gt.exactly(region, verdict.condition.simplify())).status == "proved"


def test_added_premises_undo_no_proof_of_always_and_no_refutation_of_possible() -> None:
    settled = {"always": 0, "possible": 0}
    vacuous = 0
    for rng, raw, game, symbols in drawn("added"):
        for cell in rng.sample(raw.cells, 2):
            region = gt.nash(game, profile(cell), strict=True)
            for _ in range(2):
                gap = sympy.sympify(0)
                while not gap.free_symbols:
                    gap = form(rng, symbols)
                premise = related(gap, rng.choice((">", ">=", "==")))
                assumed = [premise]
                # Under what is assumed so far, the region holds throughout, nowhere, or neither.
                for statement in (gt.always(region | gt.when(premise)), gt.possible(region & ~gt.when(premise))):
                    first = gt.prove(statement, assuming=assumed)
                    assert first.status in (("proved",) if statement.kind == "always" else ("refuted",)) + ("vacuous",)
                    more = related(form(rng, symbols), rng.choice((">", "<=", "!=")))
                    if not more.is_Relational:
                        continue
                    second = gt.prove(statement, assuming=[*assumed, more])
                    assert second.status in (first.status, "vacuous"), (str(statement), assumed, more)
                    vacuous += second.status == "vacuous"
                    settled[statement.kind] += second.status == first.status
                    if second.status == "vacuous":
                        bounds = [bound for symbol in symbols for bound in symbol.bounds]
                        assert enough(rng, symbols, (*assumed, more, *bounds)) is None
                    else:
                        where = second.witness
                        assert where is None or truth(more)({s.name: where.named.get(s.name, 0) for s in symbols})
    assert min(settled.values()) >= (50 if EXHAUSTIVE else 2), (settled, vacuous)
