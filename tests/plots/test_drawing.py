"""Figures: nothing overlaps, nothing leaks, and they can be saved."""

import re
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

import gametheory as gt
from gametheory.plots.blocks import Block, Line
from gametheory.plots.matrix import game_items, wanted_width
from gametheory.plots.placing import Placed, place_along, place_label
from gametheory.plots.room import Room, connected, make_room
from tests.plots.conftest import ALIGN, HEDGE, Drawn, alliance_game, threat_game

x, y = gt.parameters("x y")
SQUARE = {x: (0, 1), y: (0, 1)}
MAPS = ["threat", "repeated", "alliance", "parabola", "circle"]


@pytest.mark.parametrize("name", MAPS)
def test_text_overlaps_nowhere_and_stays_in_the_figure(name: str, request: pytest.FixtureRequest) -> None:
    drawn: Drawn = request.getfixturevalue(name)
    figure: Any = drawn.axes.figure
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()
    boxes = []
    for text in figure.findobj(Text):
        if text.get_text().strip() and text.get_visible():
            assert figure.bbox.contains(*text.get_window_extent(renderer).min), text
            assert figure.bbox.contains(*text.get_window_extent(renderer).max), text
            boxes.append((text.get_text(), corners(text, renderer)))
    assert len(boxes) > 12
    for (one, mine), (other, theirs) in combinations(boxes, 2):
        assert not overlap(mine, theirs), (one, other)


def corners(text: Any, renderer: Any) -> np.ndarray:
    """Return the corners of a text, turned as it is, a little inside its box."""
    angle = text.get_rotation()
    if angle % 90 == 0:
        x0, y0, x1, y1 = text.get_window_extent(renderer).padded(-1).extents
        return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])
    text.set_rotation(0)
    box = text.get_window_extent(renderer)
    text.set_rotation(angle)
    centre = np.array([(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2])
    half = np.array([box.width / 2 - 2, box.height / 2 - 2])
    signs = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    turn = np.radians(angle)
    turning = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return np.asarray(centre + (signs * half) @ turning)


def overlap(one: np.ndarray, other: np.ndarray) -> bool:
    """Say whether two convex polygons meet, by looking for an axis that parts them."""
    for polygon in (one, other):
        for start, end in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            normal = np.array([start[1] - end[1], end[0] - start[0]])
            a, b = one @ normal, other @ normal
            if a.max() <= b.min() or b.max() <= a.min():
                return False
    return True


def test_every_area_has_its_name_and_every_boundary_its_equation_once(alliance: Drawn, threat: Drawn) -> None:
    texts = [text.get_text() for text in alliance.axes.texts]
    for name in ("Alliance", "Both hedge", "Stag hunt", "China: Align,"):
        assert any(text.startswith(name) for text in texts), name
    for equation in ("$w = t/2 - d$", "$w = t/2$", "$t = 2 c_{C}$", "$t = 2 c_{R}$", "$w = t - 3/2$"):
        assert texts.count(equation) == 1, equation
    assert [text.get_text() for text in threat.axes.texts].count(r"$\theta = T - R$") == 1


def test_no_global_state_leaks() -> None:
    before, figures = dict(matplotlib.rcParams), plt.get_fignums()
    ax = gt.plots.regions({"a": gt.when(x > y)}, x, y, ranges=SQUARE)
    assert dict(matplotlib.rcParams) == before
    assert plt.get_fignums() == figures == []
    assert isinstance(ax.figure, Figure)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_save(ending: str, threat: Drawn, tmp_path: Path) -> None:
    with matplotlib.rc_context({"svg.fonttype": "path", "pdf.fonttype": 3}):
        one = gt.plots.save(threat.axes, tmp_path / f"one.{ending}")
        figure: Any = threat.axes.figure
        figure.savefig(tmp_path / f"two.{ending}")
    assert one.stat().st_size > 5_000
    if ending == "svg":
        again = gt.plots.save(threat.axes, str(tmp_path / "again.svg"))
        assert one.read_bytes() == again.read_bytes()
    for path in (one, tmp_path / f"two.{ending}"):
        content = path.read_bytes()
        if ending == "svg":
            assert b"<text" in content and b"Stag hunt (Waltz)" in content
        if ending == "pdf":
            assert b"/Type3" not in content and re.search(rb"/FontFile2|/CIDFontType2", content)
        assert b"Map of Nash" not in content


def test_what_was_not_drawn_here_is_refused() -> None:
    axes = Figure().add_subplot()
    with pytest.raises(gt.ParameterError, match="this Axes has no map"):
        gt.plots.region_data(axes)
    axes.remove()
    with pytest.raises(gt.ParameterError, match="taken out of its figure"):
        gt.plots.save(axes, "nowhere.png")


def test_into_given_axes(tmp_path: Path) -> None:
    game, p = alliance_game()
    figure = Figure(figsize=(11, 4.5))
    left, right = figure.subplots(1, 2)
    for axes, d, title in ((left, "1/2", "d = 1/2"), (right, 1, None)):
        back = gt.plots.regions(
            game,
            p["t"],
            p["w"],
            ranges={"t": (0, 4), "w": (0, 2)},
            fixed={"c_C": 1, "c_R": "3/2", "d": d},
            ax=axes,
            title=title,
        )
        assert back is axes
    assert (left.get_title(), right.get_title()) == ("d = 1/2", "")
    assert len(figure.axes) == 2 and not figure.texts
    assert "d = 1." in right.caption() and "d = 1/2" in left.caption()
    assert gt.plots.region_data(left)["cells"][0]["outcomes"] == [list(ALIGN)]
    assert gt.plots.save(left, tmp_path / "pair.svg").stat().st_size > 5_000


@pytest.mark.no_cover
def test_into_a_large_axes_the_text_keeps_its_size() -> None:
    figure = Figure(figsize=(14, 10))
    axes = gt.plots.regions({"a": gt.when(x > y)}, x, y, ranges=SQUARE, ax=figure.add_subplot())
    assert max(text.get_fontsize() for text in axes.texts) == 11.5


def test_a_subfigure_is_saved_whole(tmp_path: Path) -> None:
    figure = Figure(figsize=(10, 5))
    parts: Any = figure.subfigures(1, 2)
    axes = gt.plots.regions({"a": gt.when(x > y)}, x, y, ranges=SQUARE, ax=parts[0].add_subplot())
    assert gt.plots.save(axes, tmp_path / "whole.png").exists()


def test_a_small_area_is_called_out(alliance: Drawn) -> None:
    from gametheory.plots.plan import make_plan

    plan = make_plan(alliance.axes.region_map, 425, 335)  # type: ignore[attr-defined]
    targets = {placed.block.lines[0].text: placed.target for placed in plan.labels}
    assert targets["Stag hunt"] is not None
    assert targets["Alliance"] is None
    x, y = targets["Stag hunt"]
    region_map = alliance.axes.region_map  # type: ignore[attr-defined]
    index = region_map.shapes.lookup(np.array([x / 425 * 4]), np.array([y / 335 * 2]))
    assert region_map.shapes.areas[int(index[0])].outcomes == (ALIGN, HEDGE)


@pytest.mark.no_cover
def test_many_small_areas_go_above_the_map() -> None:
    sliver = gt.exact("1/4000")
    slivers = {f"sliver {i}": gt.when((x > i * 4 * sliver) & (x < (4 * i + 1) * sliver)) for i in range(3)}
    ax = gt.plots.regions(slivers, x, y, ranges=SQUARE)
    names = {text.get_text() for text in ax.texts}
    assert {"Sliver 0", "Sliver 1", "Sliver 2", "None of these"} <= names


# Placing, on grids made by hand


def room_of(text: str) -> Room:
    """A room from rows of letters, top row first; each letter is 20 by 20 points."""
    rows = [[ord(letter) - ord("a") for letter in row for _ in range(10)] for row in text.split() for _ in range(10)]
    areas = np.array(rows)[::-1]
    return Room(areas.shape[1] * 2.0, areas.shape[0] * 2.0, areas)


SMALL = (Block((Line("ab", 8),)),)
WIDE = (Block((Line("a name that is far too wide for it", 12),)),)


def test_connected_parts() -> None:
    assert connected(np.array([[0, 0, 1], [1, 0, 1]])).tolist() == [[1, 1, 2], [3, 1, 2]]


def test_label_in_the_largest_part_and_the_short_form_elsewhere() -> None:
    room = room_of("aaaaaaaaaaaaaaaab aaaaaaaaaaaaaaaab bbbbbbbbbbbbbbbbb aaabbbbbbbbbbbbbb aaabbbbbbbbbbbbbb")
    label = (Block((Line("a longer label here", 10),)),)
    placed = place_label(room, 0, label, SMALL, (0, 0), False)
    assert [one.block for one in placed] == [*label, *SMALL]
    assert all(one.target is None for one in placed)
    assert place_label(room, 0, label, WIDE, (0, 0), False)[1:] == ()


def test_label_over_a_dotted_line_gets_a_box() -> None:
    room = room_of("aaaaaa aaaaaa aaaaaa")
    line = np.array([[0.0, 30.0], [120.0, 30.0]])
    room.ink += room.trace(line)
    block = (Block((Line("ab", 16), Line("cd", 8))),)
    (called,) = place_label(room_of("aaaaaa aaaaaa aaaaaa"), 0, block, (), (0, 0), False)
    assert not called.boxed
    room.faint += room.trace(line)
    (over,) = place_label(room, 0, block, (), (0, 0), False)
    assert over.boxed and over.target is None


def test_label_without_any_room_goes_above() -> None:
    room = room_of("ab")
    first = place_label(room, 0, WIDE, (), (10, 10), False)[0]
    second = place_label(room, 1, WIDE, (), (30, 10), False)[0]
    assert first.target is not None and first.centre[1] > room.height
    assert second.centre[1] > first.centre[1]
    gone = place_label(room, 7, WIDE, (), (5, 5), False)[0]
    assert gone.target == (5, 5)


def test_a_called_out_label_stands_beside_its_area() -> None:
    room = room_of("aaaaaaaaaaaa aaaaaaaaaaaa aaaaabaaaaaa")
    (placed,) = place_label(room, 1, (Block((Line("beside it", 10),)),), (), (0, 0), False)
    assert placed.target is not None and placed.centre[1] < room.height
    assert not room.taken[:10, 50:60].any()
    # Text between a free place and the target: another place is found.
    blocked = room_of("aaaaaaaaaaaa aaaaaaaaaaaa aaaaabaaaaaa")
    blocked.taken[10:13, 30:120] = True
    (other,) = place_label(blocked, 1, (Block((Line("beside it", 10),)),), (), (0, 0), False)
    assert isinstance(other, Placed) and other.centre != placed.centre


def test_text_along_lines() -> None:
    room = make_room(200, 100, lambda x, y: np.zeros(x.shape, dtype=int), [])
    level = np.array([[0.0, 50.0], [200.0, 50.0]])
    assert place_along(room, "y = 1", [level]).angle == 0
    steep = np.array([[100.0, 90.0], [100.0, 10.0]])
    assert place_along(room, "x = 1", [steep]).angle == pytest.approx(90)
    backwards = np.array([[190.0, 10.0], [10.0, 20.0]])
    assert abs(place_along(room, "y = x", [backwards]).angle) < 10
    dot = np.array([[20.0, 20.0], [20.0, 20.0]])
    assert np.isfinite(place_along(room, "y = 0", [dot]).centre).all()


# The game beside the map


def test_games_that_do_not_fit_are_told() -> None:
    game, _ = threat_game()
    assert len(game_items(game, 236)) == 1
    tiny = game_items(game, 40)
    assert len(tiny) == 1 and tiny[0].height < game_items(game, 236)[0].height
    three = gt.Game(
        "Three", ["A", "B", "C"], ["l", "r"], {(i, j, k): (x, y, 0) for i in "lr" for j in "lr" for k in "lr"}
    )
    assert len(game_items(three, 236)) == 2
    alone = gt.Game("Choice", ["A"], ["l", "r"], {("l",): (x,), ("r",): (y,)})
    assert len(game_items(alone, 236)) == 1
    assert wanted_width(alone) == wanted_width(None) == 0
    assert wanted_width(game) > 100


def test_maps_of_one_and_of_three_players() -> None:
    alone = gt.Game("Choice", ["A"], ["l", "r"], {("l",): (x,), ("r",): (y,)})
    ax = gt.plots.regions(alone, x, y, ranges=SQUARE, names={(): "never"})
    assert "Choice: A; 2 actions" in {text.get_text() for text in ax.figure.findobj(Text)}
    three = gt.Game(
        "Three",
        ["A", "B", "C"],
        ["l", "r"],
        {
            (i, j, k): ((x if i == j == k else 0), (y if i == j == k else 0), 0)
            for i in "lr"
            for j in "lr"
            for k in "lr"
        },
    )
    ax = gt.plots.regions(three, x, y, ranges={x: (-1, 1), y: (-1, 1)})
    words = {text.get_text() for text in ax.figure.findobj(Text)}
    assert {"C: l", "C: r", "stripes: each colour is an equilibrium"} <= words


def test_where_nothing_holds() -> None:
    pennies = {("h", "h"): (1, -1), ("h", "t"): (-1, 1), ("t", "h"): (-1, 1), ("t", "t"): (x, y)}
    game = gt.Game("Pennies", ["A", "B"], ["h", "t"], pennies)
    ax = gt.plots.regions(game, x, y, ranges={x: (-3, 3), y: (-3, 3)}, names={(): "Only mixed"})
    words = {text.get_text() for text in ax.figure.findobj(Text)}
    assert {"Only mixed", "Conditions in the map leave out the lines themselves."} <= words


def test_stripes_where_regions_overlap() -> None:
    ax = gt.plots.regions(
        {"low": gt.when(x < Fraction(2, 3)), "high": gt.when(x > Fraction(1, 3))},
        x,
        y,
        ranges=SQUARE,
        lines={"one": y > Fraction(2, 3), "two": y < Fraction(1, 3)},
    )
    words = {text.get_text() for text in ax.figure.findobj(Text)}
    assert "stripes: several hold" in words
    assert {"one: $y = 2/3$", "two: $y = 1/3$"} <= words
    assert "dotted: the same holds on both sides" not in words
