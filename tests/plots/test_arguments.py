"""What a map is asked for: sources, ranges, numbers, names, and the errors that teach."""

from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from gametheory.plots.names import read_names
from gametheory.plots.section import Section, read_section
from tests.plots.conftest import CHEAT, HONOUR, Drawn, threat_game

GAME, P = threat_game()
THETA, T = P["theta"], P["T"]
RANGES = {THETA: (0, 4), T: (3, 6)}
FIXED = {P["R"]: 3, P["P"]: 1, P["S"]: 0}
x, y = gt.parameters("x y")
SQUARE = {x: (0, 1), y: (0, 1)}


def section(source: Any = GAME, x: Any = THETA, y: Any = T, **how: Any) -> Section:
    given = {"ranges": RANGES, "fixed": FIXED, "concept": gt.nash, "lines": None} | how
    return read_section(source, x, y, given["ranges"], given["fixed"], given["concept"], given["lines"])


def test_numbers_may_be_text_and_names() -> None:
    read = section(ranges={"theta": ("0", "9/2"), "T": (3, 6)}, fixed={"R": "3", "P": "1/2", "S": 0, "unused": 7})
    assert read.box[0] == (Fraction(0), Fraction(9, 2))
    assert read.numbers == {"P": Fraction(1, 2), "R": 3, "S": 0}


@pytest.mark.parametrize(
    ("how", "error", "words"),
    [
        ({"fixed": {P["R"]: 3}}, gt.PointError, "needs a number for P, S; add fixed={P: 1, S: 1}"),
        ({"fixed": None}, gt.PointError, "needs a number for P, R, S"),
        ({"fixed": FIXED | {THETA: 1}}, gt.PointError, "theta is an axis of the map and fixed as well"),
        ({"fixed": FIXED | {P["R"]: 3.5}}, gt.PointError, "R's value is 3.5, a float"),
        ({"ranges": {THETA: (0, 4)}}, gt.PointError, "the range of T is None; write ranges={T: (0, 4), ...}"),
        ({"ranges": RANGES | {T: 3}}, gt.PointError, "the range of T is 3"),
        ({"ranges": RANGES | {T: (3, 6, 9)}}, gt.PointError, "the range of T is"),
        ({"ranges": RANGES | {T: (6, 3)}}, gt.PointError, "runs from 6 to 3; give the smaller end first"),
        ({"ranges": RANGES | {T: (3, 5.5)}}, gt.PointError, "an end of T's range is 5.5, a float"),
        ({"x": x, "y": y}, gt.ParameterError, "depends neither on x nor on y, but on P, R, S, T, theta"),
        ({"x": "theta"}, gt.ParameterError, "'theta' cannot be an axis; give a parameter of Nash equilibria"),
        ({"x": gt.Parameter("theta")}, gt.ParameterError, "two different parameters named theta"),
        ({"x": T}, gt.ParameterError, "both axes are T"),
        ({"fixed": FIXED | {P["P"]: 4}}, gt.AssumptionError, "no point of this map satisfies the premises: R > P, "),
        ({"concept": lambda game: 3}, gt.ConceptError, "gave no mapping from outcomes to regions"),
        ({"source": {}}, gt.ConceptError, "nothing to map"),
        (
            {"source": gt.RepeatedGame(GAME, discount=Fraction(1, 2))},
            gt.ConceptError,
            "nash is asked of a game in normal",
        ),
    ],
)
def test_errors_teach(how: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error) as caught:
        section(**how)
    assert words in str(caught.value)


def test_premises_that_hold_on_a_line_only() -> None:
    source = {"a": gt.when(x > 0, assuming=(x <= y, x >= y))}
    with pytest.raises(gt.AssumptionError, match="at no more than a line of this map"):
        gt.plots.regions(source, x, y, ranges=SQUARE)


def test_a_payoff_that_divides_by_zero_somewhere_on_the_map() -> None:
    source = {"a": gt.when(1 / x > y)}
    with pytest.raises(gt.UndefinedPayoffError, match="divides by x, which is 0"):
        gt.plots.regions(source, x, y, ranges=SQUARE)


def test_lines_bring_their_premises_and_parameters() -> None:
    z = gt.Parameter("z")
    with pytest.raises(gt.PointError, match="needs a number for z"):
        section({"a": gt.when(x > y)}, x, y, ranges=SQUARE, fixed=None, lines={"b": gt.when(x > z)})
    with pytest.raises(gt.AssumptionError, match="neither a region nor a relation"):
        section({"a": gt.when(x > y)}, x, y, ranges=SQUARE, fixed=None, lines={"b": 3})


def test_a_partition_is_a_source() -> None:
    read = section(gt.partition(GAME))
    direct = section()
    assert set(read.outcomes) == {HONOUR, CHEAT}
    assert read.title == direct.title and read.game is None
    for theta, temptation in ((0, 4), (1, 4), (Fraction(1, 2), 4), (3, 4)):
        held = read.decide(Fraction(theta), Fraction(temptation)).outcomes
        assert set(held or ()) == set(direct.decide(Fraction(theta), Fraction(temptation)).outcomes or ())


def test_partitions_that_cannot_be_mapped() -> None:
    parts = gt.partition(GAME)
    holes = gt.Partition(parts.title, parts.cells[:1], False, "more than 1 cells", parts.premises)
    with pytest.raises(gt.ConceptError, match="not complete"):
        section(holes)
    nothing = gt.Partition(parts.title, (), True, "", parts.premises)
    with pytest.raises(gt.ConceptError, match="no outcome holds anywhere"):
        section(nothing)


def test_regions_of_a_concept_are_a_source() -> None:
    assert section(gt.nash(GAME)).title == "Nash equilibria of Alliance cheating"
    untitled = section(concept=lambda game: dict(gt.nash(game)))
    assert untitled.title == "the outcomes"
    assert section(GAME, concept=lambda game: gt.nash(game, strict=True)).decide(Fraction(1), Fraction(4)).outcomes == (
        CHEAT,
    )


def test_the_stage_of_a_repeated_game_is_shown_if_there_is_one() -> None:
    delta = gt.Parameter("delta", above=0, below=1)
    regions = [
        gt.grim_trigger(gt.RepeatedGame(stage, discount=delta), HONOUR, punishment=CHEAT)
        for stage in (GAME, threat_game()[0])
    ]
    ranges, fixed = {THETA: (0, 4), delta: (0, 1)}, FIXED | {T: 5}
    assert section({"a": regions[0]}, THETA, delta, ranges=ranges, fixed=fixed).shown is GAME
    assert section({"a": regions[0], "b": regions[1]}, THETA, delta, ranges=ranges, fixed=fixed).shown is None


# Names


def test_names_of_sets() -> None:
    names = read_names(section(), {CHEAT: "dilemma", (CHEAT, HONOUR): "hunt", (): "nothing"})
    assert names.of((CHEAT,)) == "dilemma"
    assert names.of((HONOUR, CHEAT)) == "hunt"
    assert names.of(()) == "nothing"
    assert names.of((HONOUR,)) == "Both honour"
    assert names.of(None) == "outside the premises"
    assert names.named((CHEAT,)) and not names.named((HONOUR,)) and not names.named(None)
    assert names.outcome(("honour", "cheat")) == "China: honour, Russia: cheat"
    assert read_names(section(), None).of(()) == "No equilibrium in pure actions"
    dominant = section(concept=lambda game: {p: gt.dominant(game, p) for p in game.profiles})
    assert read_names(dominant, None).of(()) == "None of the outcomes"
    assert read_names(section(), {frozenset({CHEAT, HONOUR}): "hunt"}).of((HONOUR, CHEAT)) == "hunt"


@pytest.mark.parametrize("key", ["dilemma", 3, ("honour",), (HONOUR, "cheat")])
def test_unknown_names_teach(key: Any) -> None:
    with pytest.raises(gt.ConceptError, match=r"is no outcome and no tuple of outcomes .* \(\) stands for none"):
        read_names(section(), {key: "x"})


def test_names_of_regions() -> None:
    one = read_names(section({"Kept": gt.when(x > y)}, x, y, ranges=SQUARE, fixed=None), None)
    assert (one.of(("Kept",)), one.of(())) == ("Kept", "Not kept")
    two = read_names(section({"US": gt.when(x > y), "p": gt.when(x > 0)}, x, y, ranges=SQUARE, fixed=None), None)
    assert (two.of(("US", "p")), two.of(()), two.of(("p",))) == ("US or p", "None of these", "p")
    short = read_names(section({"US": gt.when(x > y)}, x, y, ranges=SQUARE, fixed=None), {"US": "America"})
    assert (short.of(()), short.of(("US",))) == ("Not US", "America")


def test_names_with_one_and_with_three_players() -> None:
    alone = gt.Game("Choice", ["China"], ["stay", "go"], {("stay",): (x,), ("go",): (y,)})
    assert read_names(section(alone, x, y, ranges=SQUARE, fixed=None), None).outcome(("go",)) == "go"
    three = gt.Game(
        "Three",
        ["China", "Russia", "US"],
        [("a", "b", "c")] * 3,
        {(i, j, k): (x, y, 0) for i in "abc" for j in "abc" for k in "abc"},
    )
    names = read_names(section(three, x, y, ranges=SQUARE, fixed=None), None)
    assert names.outcome(("a", "a", "a")) == "all a"
    assert names.outcome(("b", "a", "a")) == "China: b, others: a"
    assert names.outcome(("a", "a", "b")) == "US: b, others: a"
    assert names.outcome(("a", "b", "c")) == "China: a, Russia: b, US: c"


# Illustrative points


@pytest.mark.parametrize(
    ("point", "error", "words"),
    [
        ({x: 0}, gt.PointError, "the point 'here' has no value for y; give one for x and y"),
        ({x: 0, y: 2}, gt.PointError, "y = 2, which is off the map (0 to 1)"),
        ({x: 0.5, y: 1}, gt.PointError, "x of the point 'here' is 0.5, a float"),
        ({x: 0, y: "1/2"}, gt.AssumptionError, "the point 'here' violates the premise x > 0"),
    ],
)
def test_points_that_cannot_be_drawn(point: Any, error: type[Exception], words: str) -> None:
    source = {"a": gt.when(x > y, assuming=(x > 0,))}
    with pytest.raises(error) as caught:
        gt.plots.regions(source, x, y, ranges=SQUARE, points={"here": point})
    assert words in str(caught.value)


def test_points_are_named_in_the_data(alliance: Drawn) -> None:
    assert alliance.data["points"] == [
        {"label": "a wedge wins", "t": "7/10", "w": "9/10", "outcomes": [["Hedge", "Hedge"]]},
        {"label": "z", "t": "17/5", "w": "3/4", "outcomes": [["Align", "Align"]]},
    ]
    assert {"a", "z", "a wedge wins"} <= set(alliance.texts)
