"""What a map says at a point, against games solved in numbers at that point."""

import os
import random
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from gametheory.plots.cylinders import decompose
from gametheory.plots.exact_shapes import exact_shapes
from gametheory.plots.pieces import arcs, pieces
from gametheory.plots.section import read_section
from tests.plots import exact_reading as reading

COUNT = 5_000 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 300
GAMES = 60 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 4

Table = dict[tuple[str, ...], tuple[Fraction, ...]]
Solver = Callable[[Mapping[str, Fraction]], set[Any]]


def threat_in_numbers(p: Mapping[str, Fraction]) -> set[Any]:
    R, P, S, temptation = Fraction(3), Fraction(1), Fraction(0), p["T"] - p["theta"]
    table: Table = {("honour", "honour"): (R, R), ("honour", "cheat"): (S, temptation)}
    table |= {("cheat", "honour"): (temptation, S), ("cheat", "cheat"): (P, P)}
    return set(reading.equilibria(table))


def alliance_in_numbers(p: Mapping[str, Fraction]) -> set[Any]:
    t, w, c, e, d = p["t"], p["w"], Fraction(1), Fraction(3, 2), Fraction(1, 2)
    table: Table = {("Align", "Align"): (t, t - d), ("Align", "Hedge"): (t / 2 - c, t / 2 + w)}
    table |= {("Hedge", "Align"): (t / 2 + w, t / 2 - e), ("Hedge", "Hedge"): (Fraction(0), Fraction(0))}
    return set(reading.equilibria(table))


def repetition_in_numbers(p: Mapping[str, Fraction]) -> set[Any]:
    """One deviation, then punishment for ever; the punishment (1, 1) is an equilibrium whatever the threat."""
    once, delta = 5 - p["theta"], p["delta"]
    stay, leave = 3 / (1 - delta), once + delta * 1 / (1 - delta)
    return {"kept by repetition"} if stay >= leave else set()


def outcomes(cell: Mapping[str, Any]) -> set[Any]:
    return {outcome if isinstance(outcome, str) else tuple(outcome) for outcome in cell["outcomes"]}


def check_points(data: dict[str, Any], solve: Solver, count: int) -> None:
    """Compare at random points, in the pieces and by the conditions, and at points of every boundary."""
    x, y = data["x"]["name"], data["y"]["name"]
    fixed = {name: Fraction(number) for name, number in data["fixed"].items()}
    chance = random.Random(7)
    hit = 0
    points: list[Mapping[str, Fraction]] = []
    for _ in range(count):
        spots = {}
        for axis in ("x", "y"):
            low, high = Fraction(data[axis]["low"]), Fraction(data[axis]["high"])
            whole = chance.choice([12, 35, 64])
            spots[data[axis]["name"]] = low + (high - low) * Fraction(chance.randrange(1, whole), whole)
        points.append(spots)
    for arc in data["boundaries"]:
        for point in reading.points_on(arc, x, y, 12):
            assert outcomes({"outcomes": arc["holds on it"]}) == solve(point), (arc, point)
            assert reading.value(arc["equation"], fixed | dict(point))
            points.append(point)
    for point in points:
        truth = solve(point)
        cell = reading.cell_of(data, point)
        if cell is not None:
            hit += 1
            assert outcomes(cell) == truth, point
        for cell in data["cells"]:
            assert reading.value(cell["condition"], fixed | dict(point)) == (outcomes(cell) == truth), (cell, point)
    assert hit > count / 2


@pytest.mark.exhaustive
def test_threat_map(threat: Any) -> None:
    data = threat.data
    assert data["exact"]
    check_points(data, threat_in_numbers, COUNT)
    assert {cell["name"]: cell["condition"] for cell in data["cells"]} == {
        "Prisoners' dilemma (Mearsheimer)": "theta < T - R",
        "Stag hunt (Waltz)": "theta >= T - R",
    }
    assert [(arc["kind"], arc["equation"]) for arc in data["boundaries"]] == [
        ("solid", "theta = T - R"),
        ("dashed", "theta = (T - R) + (P - S)"),
    ]


@pytest.mark.exhaustive
def test_alliance_map(alliance: Any) -> None:
    check_points(alliance.data, alliance_in_numbers, COUNT)


@pytest.mark.exhaustive
def test_repeated_map(repeated: Any) -> None:
    check_points(repeated.data, repetition_in_numbers, COUNT)


def test_a_curve_is_written_as_a_quotient(repeated: Any) -> None:
    """By hand, with T = 5, R = 3, P = 1: (T - theta - R)/(T - theta - P) = (2 - theta)/(4 - theta)."""
    data = repeated.data
    (arc,) = data["boundaries"]
    assert (arc["from"], arc["to"], arc["kind"]) == ("0", "2", "solid")
    assert arc["equation"] == "delta = (T - R - theta)/(T - P - theta)"
    piece = data["cells"][0]["pieces"][0]
    assert piece["vertices"] is None
    assert piece["upper"] == "delta = (theta - 2)/(theta - 4)"


@pytest.mark.parametrize("name", ["threat", "alliance"])
def test_areas_fill_the_map(name: str, request: pytest.FixtureRequest) -> None:
    data = request.getfixturevalue(name).data
    total = sum(reading.area(piece["vertices"]) for cell in data["cells"] for piece in cell["pieces"])
    sides = [Fraction(data[axis]["high"]) - Fraction(data[axis]["low"]) for axis in ("x", "y")]
    assert total == sides[0] * sides[1]


def test_alliance_areas_by_hand(alliance: Any) -> None:
    areas = {
        cell["name"]: sum(reading.area(piece["vertices"]) for piece in cell["pieces"])
        for cell in alliance.data["cells"]
    }
    # The triangle below w = t/2 - 1/2 left of t = 2, and the one above w = t/2 right of t = 3.
    assert areas["Stag hunt"] == Fraction(1, 4)
    assert areas["China: Align, Russia: Hedge or China: Hedge, Russia: Align"] == Fraction(1, 4)
    assert areas["Alliance"] == 2


def random_game(chance: random.Random, shape: tuple[int, int]) -> tuple[Any, Any, Any, Any]:
    """A game whose payoffs are linear in x and y, some with their product."""
    x, y = gt.parameters("x y")
    actions = [[f"a{i}" for i in range(count)] for count in shape]
    numbers = {profile: [[chance.randint(-3, 3) for _ in range(4)] for _ in range(2)] for profile in product(*actions)}
    bent = chance.random() < 0.5

    def worth(c: list[int], p: Any, q: Any) -> Any:
        return c[0] + c[1] * p + c[2] * q + (c[3] * p * q if bent else 0)

    payoffs = {profile: tuple(worth(c, x, y) for c in pair) for profile, pair in numbers.items()}
    game = gt.Game("Chance", ["A", "B"], actions, payoffs, parameters=(x, y))

    def solve(point: Mapping[str, Fraction]) -> set[Any]:
        table = {
            profile: tuple(Fraction(worth(c, point["x"], point["y"])) for c in pair)
            for profile, pair in numbers.items()
        }
        return set(reading.equilibria(table))

    return game, x, y, solve


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", range(GAMES))
def test_random_games(seed: int) -> None:
    chance = random.Random(seed)
    game, x, y, solve = random_game(chance, (2, 2) if seed % 2 else (2, 3))
    section = read_section(game, x, y, {x: (-2, 2), y: (-3, 3)}, None, gt.nash, None)
    cylinders = decompose(section)
    assert cylinders is not None
    found, along = pieces(cylinders), arcs(cylinders)
    for strip in cylinders.strips:
        for number, band in enumerate(strip.bands):
            low, high = band.low.at(strip.sample, "x"), band.high.at(strip.sample, "x")
            for part in (Fraction(1, 9), Fraction(7, 8)):
                truth = solve({"x": strip.sample, "y": low + (high - low) * part})
                assert set(band.held.outcomes or ()) == truth
            if number:
                edge = section.decide(strip.sample, low)
                assert set(edge.outcomes or ()) == solve({"x": strip.sample, "y": low})
    vertices = [piece.vertices("x") for piece in found]
    if all(corners is not None for corners in vertices):
        assert sum(reading.area([[str(a), str(b)] for a, b in corners or ()]) for corners in vertices) == 24
    assert len(exact_shapes(cylinders, found, along).areas) == len({piece.outcomes for piece in found})
    for _ in range(60):
        point = {"x": Fraction(chance.randrange(-199, 200), 100), "y": Fraction(chance.randrange(-299, 300), 100)}
        exactly = section.decide(point["x"], point["y"]).outcomes
        assert exactly is not None and set(exactly) == solve(point)
