from fractions import Fraction

import pytest

import gametheory as gt
from gametheory.point import make_point

T, R = gt.parameters("T R")


def test_a_point_is_a_mapping_by_parameter_and_by_name() -> None:
    point = make_point({"T": Fraction(2), "R": Fraction(1, 2), "v": Fraction(1)}, {"T": T, "R": R})
    assert point[T] == point["T"] == 2
    assert list(point) == [R, T]
    assert len(point) == 2
    assert dict(point) == {T: 2, R: Fraction(1, 2)}
    assert point.named == {"T": 2, "R": Fraction(1, 2)}
    assert str(point) == "R = 1/2, T = 2"
    assert str(make_point({}, {})) == "any point"
    assert T in point
    with pytest.raises(KeyError):
        point["x"]


def test_points_go_back_into_games_and_regions() -> None:
    region = gt.when(T > R)
    assert region.contains(region.witness())
    game = gt.Game("One choice", ["A"], ["stay", "go"], {("stay",): [T], ("go",): [R]})
    assert game.at(region.witness()).parameters == ()


def test_a_printer_that_takes_text_shows_the_coordinates() -> None:
    class Printer:
        shown = ""

        def text(self, words: str) -> None:
            self.shown += words

    x = gt.Parameter("x")
    printer = Printer()
    gt.when(x > 1).witness()._repr_pretty_(printer, False)
    assert printer.shown == "x = 2"
    game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (0,), ("go",): (x,)})
    game._repr_pretty_(printer, False)
    assert printer.shown == f"x = 2{game!r}"
