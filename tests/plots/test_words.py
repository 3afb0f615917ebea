"""Captions, titles, equations, numbers and colours."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

import gametheory as gt
from gametheory.plots.blocks import candidates, extent, names_only, wrapped
from gametheory.plots.boundaries import boundaries
from gametheory.plots.palette import COLOURS, INK, NOTHING, PAPER, contrast, luminance, shades
from gametheory.plots.section import read_section
from gametheory.plots.ticks import exact_ticks
from gametheory.plots.writing import assumptions, clauses, condition, equation, escaped, mathematics, number, slashed
from tests.plots.conftest import Drawn

x, y = gt.parameters("x y")
SQUARE = {x: (0, 1), y: (0, 1)}


def test_caption_of_the_threat(threat: Drawn) -> None:
    assert threat.axes.caption() == (  # type: ignore[attr-defined]
        "Map of Nash equilibria of Alliance cheating over theta (threat from the hegemon) from 0 to 4 and T "
        "(temptation) from 3 to 6, at P = 1, R = 3, S = 0. Prisoners' dilemma (Mearsheimer) (both cheat): "
        "theta < T - R. Stag hunt (Waltz) (both honour or both cheat): theta >= T - R. Solid lines, where the set "
        "changes: theta = T - R. Dashed line, honouring together is risk-dominant: theta = (T - R) + (P - S). "
        "All boundaries are exact."
    )
    assert threat.axes.figure.caption == threat.axes.caption()  # type: ignore[attr-defined, union-attr]


def test_caption_with_points_and_outside(alliance: Drawn, parabola: Drawn) -> None:
    words = alliance.axes.caption()  # type: ignore[attr-defined]
    assert "Illustrative point a (a wedge wins): t = 7/10, w = 9/10, Both hedge." in words
    assert "Illustrative point z: t = 17/5, w = 3/4, Alliance." in words
    assert "Dotted lines, an indifference with the same set on both sides: w = t/2; t = 2*c_R." in words
    words = parabola.axes.caption()  # type: ignore[attr-defined]
    assert "Left white: outside the premises (needs x < 2 - y, y > -1, x > z)." in words
    assert "Edge of the premises: x = z; y = 2 - x; y = -1." in words


def test_the_label_outside_names_only_what_fails_on_the_map() -> None:
    theta, delta = gt.Parameter("theta", at_least=0), gt.Parameter("delta", above=0, below=1)
    source = {"kept": gt.when(delta > theta)}
    ax = gt.plots.regions(source, theta, delta, ranges={theta: (0, 2), delta: (0, "3/2")})
    assert "Left white: outside the premises (needs delta < 1)." in ax.caption()


def title(source: Any, **how: Any) -> str:
    ax = gt.plots.regions(source, x, y, ranges=SQUARE, **how)
    return " ".join(text.get_text() for text in ax.figure.texts)


def test_titles_built_from_names(threat: Drawn, alliance: Drawn) -> None:
    heading = " ".join(text.get_text() for text in threat.axes.figure.texts)
    assert heading == (
        r"Stag hunt (Waltz) exactly when $\theta \geq T - R$, otherwise Prisoners' dilemma (Mearsheimer)"
    )
    heading = " ".join(text.get_text() for text in alliance.axes.figure.texts)
    assert heading == "Nash equilibria of Alliance by $t$ and $w$"
    assert title({"Kept": gt.when(x > -1)}) == "Kept everywhere on this map"
    assert title({"Kept": gt.when(x >= y)}) == r"Kept exactly when $x \geq y$"
    game = gt.Game("Choice", ["A"], ["stay", "leave"], {("stay",): (x,), ("leave",): (y,)}, assuming=(~gt.equal(x, y),))
    assert title(game) == "Leave exactly when $y > x$, otherwise stay"
    three = {"Low": gt.when(y < x / 2), "High": gt.when(y > x), "Between": gt.when((y >= x / 2) & (y <= x))}
    assert title(three) == "Low, High or Between by $x$ and $y$"
    long = {f"A very long name, which is number {i}": r for i, r in enumerate(three.values())}
    assert title(long) == "Regions by $x$ and $y$"
    assert title(three, title="The theorem: $x > y$") == "The theorem: $x > y$"


@pytest.mark.no_cover
def test_long_conditions_are_left_to_the_caption() -> None:
    cuts = [gt.when((x > Fraction(i, 20)) & (y > Fraction(20 - i, 30))) for i in range(1, 5)]
    staircase = cuts[0] | cuts[1] | cuts[2] | cuts[3]
    ax = gt.plots.regions({"stairs": staircase}, x, y, ranges=SQUARE)
    assert ax.figure.texts[0].get_text() == "Not stairs or Stairs by $x$ and $y$"
    assert not any("x > 1/20" in text.get_text() for text in ax.texts)
    assert "x > 1/20" in ax.caption()


def test_equations() -> None:
    a, b, zero = gt.parameters("a b zero")
    delta = gt.Parameter("delta", above=0, below=1)
    relations = {
        "1": (a * x - b > y, {x: (0, 4), y: (0, 4)}, {a: 2, b: 1}, "y = a*x - b"),
        "2": (x * y > a, {x: (1, 4), y: (0, 4)}, {a: 2}, "y = a/x"),
        "3": (x * y > a, {x: (-4, -1), y: (-4, 0)}, {a: 2}, "y = a/x"),
        # The origin loses x and y where a is 0; what is left cannot be solved for y.
        "4": (zero * y + x > 1, {x: (0, 4), y: (0, 4)}, {zero: 0}, "x = 1 - y*zero"),
        "5": (zero * y * x + x**2 > 1, {x: (0, 4), y: (0, 4)}, {zero: 0}, "x = 1"),
        "6": (x**3 + x > y**2, {x: (0, 4), y: (0, 4)}, {}, "x**3 + x = y**2"),
        "7": (delta * (x + 1) > x, {x: (0, 4), delta: (0, 1)}, {}, "delta = x/(x + 1)"),
        "8": (y * (x + 1) > x * a + b * x**2, {x: (0, 4), y: (0, 4)}, {a: 1, b: 2}, "y = (a*x + b*x**2)/(x + 1)"),
    }
    for relation, ranges, fixed, expected in relations.values():
        across, up = ranges
        section = read_section({"r": gt.when(relation)}, across, up, ranges, fixed, gt.nash, None)
        (boundary, *_) = boundaries(section)
        middle = tuple((low + high) / 2 for low, high in section.box)
        written = equation(section, boundary, (middle[0], middle[1]))
        assert written.plain == expected
        assert written.figure.startswith("$")


def test_an_equation_is_written_in_all_parameters_if_some_condition_has_it_so() -> None:
    a = gt.Parameter("a")
    section = read_section(
        {"r": gt.when(x**2 > a * y**2), "s": gt.when(x > a * y)}, x, y, SQUARE, {a: 1}, gt.nash, None
    )
    near = (Fraction(1, 2), Fraction(1, 2))
    # At a = 1 the first becomes (x - y)*(x + y), whose parts have no a in them; the second still has.
    assert [equation(section, boundary, near).plain for boundary in boundaries(section)] == ["y = x/a", "y = -x"]


def test_numbers() -> None:
    shown: dict[Fraction | int, str] = {
        1: "1",
        Fraction(3, 2): "1½",
        Fraction(1, 4): "¼",
        Fraction(-5, 3): "\N{MINUS SIGN}1⅔",
        Fraction(7, 10): "7/10",
    }
    assert {value: number(Fraction(value)) for value in shown} == shown
    assert number(Fraction(0)) == "0" and number(Fraction(-2)) == "\N{MINUS SIGN}2"


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        ("0", "4", "0 1 2 3 4"),
        ("3", "6", "3 4 5 6"),
        ("0", "1", "0 1/4 1/2 3/4 1"),
        ("-3", "3", "-3 -2 -1 0 1 2 3"),
        ("0", "10", "0 2 4 6 8 10"),
        ("0", "1000", "0 200 400 600 800 1000"),
        ("1/1000", "3/1000", "1/1000 3/2000 1/500 1/400 3/1000"),
        ("1/7", "8/7", "1/4 1/2 3/4 1"),
    ],
)
def test_ticks_are_exact(low: str, high: str, ticks: str) -> None:
    assert exact_ticks(Fraction(low), Fraction(high)) == [Fraction(tick) for tick in ticks.split()]


def test_mathematics_matplotlib_cannot_set_is_text() -> None:
    assert mathematics(r"\begin{cases}1\end{cases}", "1 if $x").figure == r"1 if \$x"
    assert mathematics(r"\theta", "theta").figure == r"$\theta$"
    assert escaped("5 $") == r"5 \$"


def test_fractions_over_numbers_get_a_slash() -> None:
    assert slashed(r"\frac{t}{2} - d") == "t/2 - d"
    assert slashed(r"\frac{c_{C} + 1}{3}") == "(c_{C} + 1)/3"
    assert slashed(r"\frac{1}{1 - \delta}") == r"\frac{1}{1 - \delta}"


def test_conditions() -> None:
    one, other = gt.when(x > y), gt.when(x > 1)
    both, either = (one & other).condition.formula, (one | other).condition.formula
    assert condition(both).figure == "$x > y$ and $x > 1$"
    assert clauses(both) == ["$x > y$ and", "$x > 1$"]
    mixed = ((one & other) | gt.when(y > 2)).condition.formula
    assert condition(mixed).figure == "($x > y$ and $x > 1$) or $y > 2$"
    assert clauses(mixed) == ["($x > y$ and $x > 1$) or", "$y > 2$"]
    assert condition(either).plain == "x > y or x > 1"
    assert condition(gt.when(x > x - 1).condition.formula).plain == "always"
    large = gt.when(x > 0)
    for i in range(70):
        large = large | gt.when(x > i * y)
    assert condition(large.condition.formula).figure.startswith("a condition of")
    assert clauses(large.condition.formula) == [condition(large.condition.formula).figure]


def test_premises_are_chained() -> None:
    a, b, c, d = gt.parameters("a b c d")

    def told(*relations: Any) -> str:
        section = read_section(
            {"r": gt.when(x > y, assuming=relations)}, x, y, SQUARE, {a: 4, b: 3, c: 2, d: 1}, gt.nash, None
        )
        return assumptions(section).plain

    assert told(a > b, b > c, c > d) == "a > b > c > d"
    assert told(a > b, b >= c, c > d) == "a > b, b >= c, c > d"
    assert told(a > b, c > d, a + b > c) == "a > b, c > d, a + b > c"
    assert told(gt.equal(a, 2 * c), a > b, b > c, c > d) == "a = 2*c, a > b > c > d"


# Colours


def test_luminance_spread_and_contrast() -> None:
    first = sorted(luminance(colour) for colour in COLOURS[:4])
    assert min(high - low for low, high in pairwise(first)) > 0.12
    every = sorted(luminance(colour) for colour in (*COLOURS, NOTHING))
    assert min(high - low for low, high in pairwise(every)) > 0.035
    assert min(contrast(INK, colour) for colour in (*COLOURS, NOTHING, PAPER)) >= 4.9
    assert luminance("#FFFFFF") == pytest.approx(1) and luminance("#000000") == 0
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_an_outcome_keeps_its_colour() -> None:
    few, many = "abcd", "abcdefghijkl"
    assert shades(few, "bd") == {"b": COLOURS[1], "d": COLOURS[3]}
    assert shades(many, "bl") == {"b": COLOURS[0], "l": COLOURS[1]}
    with pytest.raises(gt.CapacityError, match="12 outcomes occur on this map, and no more than 8 colours"):
        shades(many, many)


# Blocks of text


def test_text_is_measured_in_proportion() -> None:
    width, height = extent("honour", 10)
    assert extent("honour", 20) == pytest.approx((2 * width, 2 * height))
    assert extent(" ", 10) == (0, 0)
    assert extent(r"5 \$", 10)[0] < extent(r"5 \$\$\$", 10)[0]
    with pytest.raises(ValueError, match="cases"):
        extent(r"$\begin{cases}1\end{cases}$", 10)


def test_text_is_broken_outside_mathematics() -> None:
    lines = wrapped(r"when $x > 1$ and a price of 3 \$ a piece", 40, 10)
    assert [line.text for line in lines][:2] == ["when", "$x > 1$"]
    assert " ".join(line.text for line in lines) == r"when $x > 1$ and a price of 3 \$ a piece"
    assert len(wrapped("one two three", float("inf"), 10)) == 1


def test_forms_of_a_label_get_narrower() -> None:
    forms = candidates("Prisoners' dilemma", "both cheat", ["$x > 1$ and", "$y > 2$"])
    assert forms[0].lines[-1].text == "$x > 1$ and $y > 2$"
    assert forms[-1].width < forms[0].width
    assert [line.text for line in candidates("A", "", ())[0].lines] == ["A"]
    assert names_only("Prisoners' dilemma")[-1].width < names_only("Prisoners' dilemma")[0].width
