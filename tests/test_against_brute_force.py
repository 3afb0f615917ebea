"""Regions, partitions and repeated games against enumeration with exact fractions, ties and boundaries included.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions for many more games.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from itertools import permutations, product
from typing import Any

import pytest

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import PLAYERS, Cell, RawGame, Table, profile

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
SHAPES = {"2x2": (2, 2), "2x3": (2, 3), "3x3": (3, 3), "2x2x2": (2, 2, 2)}
GAMES = 250 if EXHAUSTIVE else 6  # 20 points each
FEWER = 250 if EXHAUSTIVE else 8  # the same, for concepts that only rearrange the comparisons of an equilibrium
FEW = 67 if EXHAUSTIVE else 2  # 75 points each, where a game takes many questions to the solver
STAGES = 250 if EXHAUSTIVE else 9

pytestmark = pytest.mark.exhaustive
each_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())


@dataclass(frozen=True)
class Case:
    """A drawn game, the package's version of it, and points of its premises with the payoffs there."""

    raw: RawGame
    game: Any
    symbols: tuple[Any, ...]
    within: list[tuple[dict[Any, Fraction], Table]]
    outside: list[dict[Any, Fraction]]


@cache
def drawn(shape: tuple[int, ...], number: int, points: int = 20, meeting: int = 0) -> tuple[Case, ...]:
    """Draw games, every other one with products of parameters, and points; the same in every run."""
    return tuple(_case(shape, seed, points, meeting) for seed in range(number))


def _case(shape: tuple[int, ...], seed: int, points: int, meeting: int) -> Case:
    rng = random.Random(f"{shape} {seed}")
    raw = brute.random_game(rng, shape, rng.choice((2, 3, 4)), products=0.4 * (seed % 2), meeting=meeting)
    return _with_points(rng, raw, points)


def _with_points(rng: random.Random, raw: RawGame, points: int) -> Case:
    game, symbols = brute.package_game(raw)
    case = Case(raw, game, symbols, [], [])
    while len(case.within) < points:
        for point in brute.points(rng, raw, 3):
            named = dict(zip(symbols, point, strict=True))
            if raw.allows(point):
                case.within.append((named, raw.table(point)))
            else:
                case.outside.append(named)
    return case


def some(case: Case, things: Iterable[Any], count: int) -> list[Any]:
    """Return a few of the things, the same in every run and others for another game."""
    return random.Random(str(case.game)).sample(list(things), count)


def compare(case: Case, region: Any, holds: Callable[[Table], bool]) -> None:
    """Ask a region and an enumeration the same question at every point; they must give one answer."""
    for point, table in case.within:
        assert region.contains(point) == holds(table), (str(case.game), region.title, point)


def named(cells: Any) -> set[tuple[str, ...]]:
    return set(map(profile, cells))


def test_the_drawn_points_are_enough_and_lie_on_many_boundaries() -> None:
    for shape in SHAPES.values():
        cases = drawn(shape, 15)
        total = sum(len(case.within) for case in cases)
        tied = sum(
            any(len(set(values)) < len(values) for values in _columns(table))
            for case in cases
            for _, table in case.within
        )
        assert total >= 300
        assert tied >= total // 2, "too few points with a player indifferent between two of its actions"
        assert sum(len(case.outside) for case in cases) > 0


def _columns(table: Table) -> Iterator[list[Fraction]]:
    for cell in table:
        for player in range(len(cell)):
            yield [table[other][player] for other in brute.rows(table, cell, player)]


@each_shape
def test_best_replies_agree_with_every_deviation_tried(shape: tuple[int, ...]) -> None:
    for case in drawn(shape, FEWER):
        for cell, player in some(case, product(case.raw.cells, range(len(shape))), 3):
            for strict in (False, True):
                region = gt.best_reply(case.game, profile(cell), player=PLAYERS[player], strict=strict)
                compare(case, region, partial(brute.is_best_reply, cell=cell, player=player, strict=strict))


@each_shape
def test_nash_equilibria_agree_with_every_deviation_tried(shape: tuple[int, ...]) -> None:
    for case in drawn(shape, GAMES):
        for strict in (False, True):
            regions = gt.nash(case.game, strict=strict)
            assert list(regions) == [profile(cell) for cell in case.raw.cells]
            for point, table in case.within:
                found = {outcome for outcome, region in regions.items() if region.contains(point)}
                assert found == named(brute.nash_set(table, strict)), (str(case.game), point)


@each_shape
def test_an_explanation_names_exactly_the_deviations_that_gain(shape: tuple[int, ...]) -> None:
    for case in drawn(shape, FEWER):
        for cell, strict in some(case, product(case.raw.cells, (False, True)), 2):
            region = gt.nash(case.game, profile(cell), strict=strict)
            for point, table in case.within:
                told = region.explain(point)
                expected = {
                    (PLAYERS[player], brute.ACTIONS[action], gap)
                    for player, action, gap in brute.gainers(table, cell, ties=strict)
                }
                assert told.holds == (not expected)
                assert {(f.incentive.player, f.incentive.deviation, f.gap) for f in told.failures} == expected
                assert all(f.incentive.outcome == profile(cell) for f in told.failures)


@each_shape
def test_points_outside_the_bounds_are_refused(shape: tuple[int, ...]) -> None:
    for case in drawn(shape, GAMES):
        region = gt.nash(case.game, case.game.profiles[0])
        for point in case.outside:
            with pytest.raises(gt.AssumptionError, match="violates the premise"):
                region.contains(point)


@each_shape
def test_dominant_actions_agree_with_enumeration(shape: tuple[int, ...]) -> None:
    for case in drawn(shape, FEWER):
        for cell, strict in some(case, product(case.raw.cells, (False, True)), 2):
            region = gt.dominant(case.game, profile(cell), strict=strict)
            compare(case, region, partial(brute.is_dominant, cell=cell, players=range(len(shape)), strict=strict))
            player = random.Random(str(cell)).randrange(len(shape))
            region = gt.dominant(case.game, profile(cell), player=PLAYERS[player], strict=strict)
            compare(case, region, partial(brute.is_dominant, cell=cell, players=[player], strict=strict))


@each_shape
def test_pareto_dominance_agrees_with_enumeration(shape: tuple[int, ...]) -> None:
    for case in drawn(shape, FEWER):
        for better, worse in some(case, permutations(case.raw.cells, 2), 3):
            for strict in (False, True):
                region = gt.pareto_dominates(case.game, profile(better), profile(worse), strict=strict)
                compare(case, region, partial(brute.pareto_dominates, better=better, worse=worse, strict=strict))


@each_shape
def test_payoff_dominance_agrees_with_enumeration(shape: tuple[int, ...]) -> None:
    several = 0
    for case in drawn(shape, FEWER, meeting=2):
        for cell in [case.raw.cells[0], *some(case, case.raw.cells[1:], 1)]:
            region = gt.payoff_dominant(case.game, profile(cell))
            compare(case, region, partial(brute.is_payoff_dominant, cell=cell))
        several += sum(len(brute.nash_set(table)) > 1 for _, table in case.within)
    assert several >= 50, "the drawn games hardly ever have several equilibria"


def test_risk_dominance_agrees_with_critical_beliefs() -> None:
    needed = []
    for case in drawn((2, 2), 6 * GAMES, meeting=3):
        for cell in case.raw.cells:
            region = gt.risk_dominant(case.game, profile(cell))
            for point, table in case.within:
                trust = brute.trust_needed(table, cell)
                assert region.contains(point) == (trust is not None and trust < 1), (str(case.game), point)
                needed.append(trust)
    assert sum(trust is not None and trust < 1 for trust in needed) >= 30
    assert needed.count(Fraction(1)) >= 4, "too few ties"


@pytest.mark.parametrize("shape", [(2, 2), (3, 3), (2, 2, 2)], ids=["2x2", "3x3", "2x2x2"])
def test_strong_equilibria_agree_with_every_joint_deviation_tried(shape: tuple[int, ...]) -> None:
    for case in drawn(shape, FEWER, meeting=2):
        regions = gt.strong_nash(case.game)
        assert list(regions) == [profile(cell) for cell in case.raw.cells]
        for cell in [case.raw.cells[0], *some(case, case.raw.cells[1:], 2)]:
            compare(case, regions[profile(cell)], partial(brute.is_strong, cell=cell))


def test_only_the_coalitions_that_are_named_may_deviate() -> None:
    coalitions = [(0, 1), (1, 2)]
    for case in drawn((2, 2, 2), FEWER, meeting=2):
        for cell in [case.raw.cells[0], *some(case, case.raw.cells[1:], 1)]:
            groups = [[PLAYERS[player] for player in group] for group in coalitions]
            region = gt.strong_nash(case.game, profile(cell), coalitions=groups)
            compare(case, region, partial(brute.is_strong, cell=cell, coalitions=coalitions))


@each_shape
def test_the_only_equilibrium_is_the_only_one_enumerated(shape: tuple[int, ...]) -> None:
    for case in drawn(shape, FEWER):
        for cell, strict in some(case, product(case.raw.cells, (False, True)), 2):
            region = gt.only(gt.nash, case.game, profile(cell), strict=strict)
            compare(case, region, lambda table: brute.nash_set(table, strict) == {cell})  # noqa: B023


@each_shape
def test_the_algebra_and_the_short_form_of_regions_keep_their_points(shape: tuple[int, ...]) -> None:
    for case in drawn(shape, FEW, points=75):
        cells = case.raw.cells[0], case.raw.cells[-1]
        first, second = (gt.nash(case.game, profile(cell)) for cell in cells)
        for region, holds in (
            (first & ~second, lambda one, two: one and not two),
            (~first | second, lambda one, two: not one or two),
        ):
            short = region.simplify()
            for point, table in case.within:
                expected = holds(*(cell in brute.nash_set(table) for cell in cells))
                assert region.contains(point) == expected, (str(case.game), point)
                assert short.contains(point) == expected, (str(case.game), str(short), point)


@each_shape
def test_a_partition_puts_every_point_into_the_cell_of_its_equilibria(shape: tuple[int, ...]) -> None:
    for case in drawn_for_partition(shape, FEW):
        partition = gt.partition(case.game)
        linear = all(len(key) < 2 for values in case.raw.values.values() for value in values for key in value)
        # With products, all points of a cell may be irrational; then the partition has to say that it is not complete.
        assert partition.complete or (not linear and partition.reason), (str(case.game), partition.reason)
        assert len({cell.equilibria for cell in partition}) == len(partition)
        for cell in partition:
            witness = _coordinates(case, cell.witness)
            assert case.raw.allows(witness)
            assert named(brute.nash_set(case.raw.table(witness))) == set(cell.equilibria)
            assert cell.region.contains(dict(zip(case.symbols, witness, strict=True)))
        for number, (point, table) in enumerate(case.within):
            equilibria = named(brute.nash_set(table))
            if partition.complete:
                assert set(partition.at(point).equilibria) == equilibria, (str(case.game), point)
            if number % 5 == 0 or not partition.complete:
                holding = [set(cell.equilibria) for cell in partition if cell.region.contains(point)]
                assert holding in ([equilibria], [] if not partition.complete else [equilibria])


def drawn_for_partition(shape: tuple[int, ...], number: int) -> Iterator[Case]:
    """Draw games of two or three parameters, every third one with a few products of them."""
    for seed in range(number):
        rng = random.Random(f"partition {shape} {seed}")
        raw = brute.random_game(rng, shape, rng.choice((2, 2, 3)), products=0.1 * (seed % 3 == 2))
        yield _with_points(rng, raw, 75)


def _coordinates(case: Case, witness: Any) -> tuple[Fraction, ...]:
    """Return a witness in the order of the drawn parameters; one that no payoff mentions may be anything."""
    return tuple(witness.named.get(symbol.name, Fraction(0)) for symbol in case.symbols)


# Repeated games.


@dataclass(frozen=True)
class Repeated:
    """A drawn stage game of numbers, repeated, with a punishment and a path."""

    table: Table
    game: Any
    threat: Cell
    cycle: tuple[Cell, ...]
    discounts: list[Fraction]


delta = gt.Parameter("delta", above=0, below=1)
hazard = gt.Parameter("hazard", at_least=0, below=1)


def stages(size: int, length: int, number: int, *, hazardous: bool = False) -> Iterator[Repeated]:
    """Draw stage games; in three of four there is a path that both like better than some equilibrium."""
    for seed in range(number):
        rng = random.Random(f"{size} {length} {hazardous} {seed}")
        nicer: list[Cell] = []
        while not nicer:
            raw = {(i, j): (rng.randint(-3, 5), rng.randint(-3, 5)) for i in range(size) for j in range(size)}
            table = {cell: tuple(map(Fraction, pair)) for cell, pair in raw.items()}
            threats = sorted(brute.nash_set(table)) if seed % 4 else sorted(table)
            if threats:
                threat = min(threats, key=table.__getitem__)
                nicer = [cell for cell in sorted(table) if brute.pareto_dominates(table, cell, threat, strict=True)]
        cycle = tuple(rng.choice(nicer if rng.random() < 0.8 else sorted(table)) for _ in range(length))
        stage = gt.Game(
            "A drawn stage",
            PLAYERS[:2],
            brute.ACTIONS[:size],
            {profile(cell): pair for cell, pair in raw.items()},
        )
        game = gt.RepeatedGame(stage, discount=delta, breakup=hazard if hazardous else 0)
        yield Repeated(table, game, threat, cycle, _discounts(rng, table, cycle, threat))


def _discounts(rng: random.Random, table: Table, cycle: Sequence[Cell], threat: Cell) -> list[Fraction]:
    """Draw discount factors, among them those at which a deviation from one profile for ever pays exactly nothing.

    Staying is worth u/(1 - d) and leaving b + d*p/(1 - d); they are equal at d = (b - u)/(b - p).
    """
    drawn = [Fraction(rng.randint(1, 11), 12), Fraction(rng.randint(7, 19), 20), Fraction(99, 100)]
    for cell in cycle:
        for player in range(len(cell)):
            for other in brute.rows(table, cell, player):
                stay, leave, punished = table[cell][player], table[other][player], table[threat][player]
                if leave != punished and 0 < (edge := (leave - stay) / (leave - punished)) < 1:
                    drawn += [edge, edge * Fraction(9, 10), edge + (1 - edge) / 10]
    return drawn[:10]


def grim_agrees(repeated: Repeated, region: Any, short: Any, point: dict[Any, Fraction]) -> bool:
    gaining = brute.grim_gainers(
        repeated.table, repeated.cycle, repeated.threat, point[delta], point.get(hazard, Fraction(0))
    )
    assert region.contains(point) == (not gaining), (str(repeated.game), region.title, point, gaining)
    assert short.contains(point) == (not gaining), (str(repeated.game), str(short), point)
    told = region.explain(point)
    assert told.holds == (not gaining)
    assert {(f.incentive.player, f.incentive.outcome, f.incentive.deviation, f.gap) for f in told.failures} == {
        (PLAYERS[player], profile(cell), brute.ACTIONS[action], gap) for player, cell, action, gap in gaining
    }
    return not gaining


@pytest.mark.parametrize("size", [2, 3])
@pytest.mark.parametrize("length", [1, 2, 3])
def test_grim_trigger_agrees_with_the_values_of_the_phases(size: int, length: int) -> None:
    verdicts = []
    for repeated in stages(size, length, STAGES):
        region = gt.grim_trigger(repeated.game, list(map(profile, repeated.cycle)), punishment=profile(repeated.threat))
        short = region.simplify()
        verdicts += [grim_agrees(repeated, region, short, {delta: number}) for number in repeated.discounts]
    assert verdicts.count(True) >= 10 and verdicts.count(False) >= 10


@pytest.mark.parametrize("size", [2, 3])
@pytest.mark.parametrize("length", [1, 2])
def test_grim_trigger_with_a_hazard_agrees_with_the_values_of_the_phases(size: int, length: int) -> None:
    rng = random.Random("hazards")
    verdicts = []
    for repeated in stages(size, length, STAGES, hazardous=True):
        region = gt.grim_trigger(repeated.game, list(map(profile, repeated.cycle)), punishment=profile(repeated.threat))
        short = region.simplify()
        for number in repeated.discounts:
            chance = rng.choice((Fraction(0), Fraction(1, 10), Fraction(1, 3), Fraction(1, 2)))
            # Half of the time the discount makes up for the hazard, so that the edge stays an edge.
            made_up = number / (1 - chance)
            patience = made_up if made_up < 1 and rng.random() < 0.5 else number
            verdicts.append(grim_agrees(repeated, region, short, {delta: patience, hazard: chance}))
    assert verdicts.count(True) >= 10 and verdicts.count(False) >= 10


def test_without_a_punishment_the_only_equilibrium_of_the_stage_is_taken() -> None:
    found = 0
    for repeated in stages(2, 1, 2 * STAGES):
        equilibria = brute.nash_set(repeated.table)
        if len(equilibria) != 1:
            with pytest.raises(gt.ConceptError, match="no single pure equilibrium"):
                gt.grim_trigger(repeated.game, profile(repeated.cycle[0]))
            continue
        (threat,) = equilibria
        region = gt.grim_trigger(repeated.game, profile(repeated.cycle[0]))
        for number in repeated.discounts:
            gaining = brute.grim_gainers(repeated.table, repeated.cycle, threat, number)
            assert region.contains({delta: number}) == (not gaining)
            found += 1
    assert found >= 30
