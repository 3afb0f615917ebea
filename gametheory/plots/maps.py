"""Equilibrium regions in two parameters, with exact boundaries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes

from gametheory.concepts.nash import nash
from gametheory.errors import ParameterError
from gametheory.plots.blocks import wrapped
from gametheory.plots.caption import caption
from gametheory.plots.data import map_data
from gametheory.plots.names import read_names
from gametheory.plots.painting import paint
from gametheory.plots.panel import make_panel
from gametheory.plots.plan import make_plan
from gametheory.plots.region_map import RegionMap, make_map
from gametheory.plots.saving import SAVED, MapFigure
from gametheory.plots.section import read_section

WIDTH, HEIGHT, HIGHEST = 425.0, 335.0, 440.0
"""Of the map, in points; it is as high as the panel, within limits."""
LEFT, BELOW, BETWEEN, RIGHT, ABOVE = 58.0, 50.0, 26.0, 14.0, 14.0
"""Margins round the map, in points."""
SMALLEST = 0.6
"""In a small Axes of the user's the text shrinks, but not below this part of its size."""
TITLE = 13.5
SHARPNESS = 150


def regions(
    source: Any,
    x: Any,
    y: Any,
    *,
    ranges: Mapping[Any, Any],
    fixed: Mapping[Any, Any] | None = None,
    concept: Callable[..., Any] = nash,
    names: Mapping[Any, str] | None = None,
    lines: Mapping[str, Any] | None = None,
    title: str | None = None,
    points: Mapping[str, Mapping[Any, Any]] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw which outcomes hold where, over two parameters.

    A colour is an outcome; where several hold, their colours are stripes. Solid lines are where the set changes,
    dotted ones an indifference that changes nothing, dashed ones the extra `lines`. What holds in an area is decided
    at a rational point of it; floats are used for drawing only.

    Parameters
    ----------
    source : game, mapping of str to Region, or Partition
        A game whose outcomes under the concept are told apart; or named regions; or a complete partition.
    x, y : Parameter
        Across and up.
    ranges : mapping of Parameter to (low, high)
        Exact numbers, for x and y.
    fixed : mapping of Parameter to exact number, optional
        For every other parameter.
    concept : callable
        For a game: a concept that gives the regions of all outcomes when called with the game alone.
    names : mapping of outcome, or tuple of outcomes, to str, optional
        What a set of outcomes is called; ``()`` is the empty set.
    lines : mapping of str to Region or relation, optional
        Conditions whose boundary is drawn dashed, where the set does not change anyway.
    title : str, optional
        The theorem that the map shows, in matplotlib's text (with mathematics between dollars); without it, a title is
        built from the names.
    points : mapping of str to {x: number, y: number}, optional
        Illustrative points, drawn as circled letters.
    ax : matplotlib Axes, optional
        Draw only the map, into this Axes, at its present size. Without it, a new figure outside pyplot gets the map,
        the game, the fixed numbers and a key.

    Returns
    -------
    matplotlib Axes
        Of the map. ``ax.caption()`` describes it in words; :func:`region_data` gives it as exact text; save it with
        :func:`save` or ``ax.figure.savefig``.

    Raises
    ------
    PointError
        If a number is missing or not exact, or a range is empty.
    ParameterError
        If nothing depends on the axes, or an axis has the name of another parameter.
    AssumptionError
        If the premises leave no area of the map.
    UndefinedPayoffError
        If a payoff divides by zero somewhere on the map.

    Notes
    -----
    Boundaries of degree one in x or in y are exact: a cylindrical decomposition finds their crossings as roots of
    polynomials. If some boundary is curved in both, all are contours of sampled values, and the figure says
    "numerical boundary".

    Examples
    --------
    >>> import gametheory as gt
    >>> x, y = gt.parameters("x y")
    >>> ax = gt.plots.regions({"join": gt.when(x >= y)}, x, y, ranges={x: (0, 1), y: (0, 1)})
    >>> print(ax.caption())
    Map of regions over x from 0 to 1 and y from 0 to 1. Not join: x < y. Join: x >= y. \
Solid lines, where the set changes: y = x. All boundaries are exact.
    """
    section = read_section(source, x, y, ranges, fixed, concept, lines)
    region_map = make_map(section, read_names(section, names), points)
    with rc_context(SAVED):
        if ax is None:
            ax = _new_figure(region_map, title)
        else:
            _paint_into(ax, region_map, title)
    words = caption(region_map)
    ax.caption = partial(str, words)  # type: ignore[attr-defined]
    ax.region_map = region_map  # type: ignore[attr-defined]
    return ax


def region_data(ax: Axes) -> dict[str, Any]:
    """Return a map as exact text, so that a referee can compute it again.

    Parameters
    ----------
    ax : matplotlib Axes
        From :func:`regions`.

    Returns
    -------
    dict
        Ready for JSON: the axes, the fixed numbers, the premises; each cell with its outcomes, its condition and its
        pieces (between two values of one parameter and two curves, with the vertices where it is a polygon); each
        boundary with its equation, its ends and what holds on the line itself; the illustrative points. A condition
        is right at every point inside the frame.

    Raises
    ------
    ParameterError
        For an Axes that :func:`regions` did not draw.

    Examples
    --------
    >>> import gametheory as gt
    >>> x, y = gt.parameters("x y")
    >>> ax = gt.plots.regions({"join": gt.when(x >= y)}, x, y, ranges={x: (0, 1), y: (0, 1)})
    >>> gt.plots.region_data(ax)["cells"][1]["pieces"][0]["vertices"]
    [['0', '0'], ['1', '0'], ['1', '1']]
    """
    found = getattr(ax, "region_map", None)
    if not isinstance(found, RegionMap):
        raise ParameterError("this Axes has no map; draw one with gt.plots.regions(...).")
    return map_data(found)


def _paint_into(ax: Axes, region_map: RegionMap, title: str | None) -> None:
    """Paint a map, without anything beside it, into an Axes of any size."""
    box = ax.get_window_extent()
    width, height = (side * 72 / ax.figure.dpi for side in (box.width, box.height))
    scale = min(1.0, max(SMALLEST, min(width / WIDTH, height / HEIGHT)))
    plan = make_plan(region_map, width / scale, height / scale)
    paint(ax, region_map, plan, scale)
    if title is not None:
        ax.set_title(title, pad=6 + plan.above * scale)


def _new_figure(region_map: RegionMap, title: str | None) -> Axes:
    """Return the Axes of the map in a new figure that is as large as what stands in it."""
    panel = make_panel(region_map)
    map_height = min(max(HEIGHT, panel.height - BELOW / 2), HIGHEST)
    plan = make_plan(region_map, WIDTH, map_height)
    width = LEFT + WIDTH + BETWEEN + panel.width + RIGHT
    heading = wrapped(region_map.title.figure if title is None else title, width - 2 * ABOVE, TITLE, bold=True)
    head = ABOVE + sum(line.height for line in heading) + 8
    body = max(map_height + BELOW, panel.height + ABOVE)
    above = plan.above + 4 if plan.above else 0
    height = head + above + body

    def part(left: float, top: float, across: float, up: float) -> tuple[float, float, float, float]:
        return left / width, (height - top - up) / height, across / width, up / height

    figure = MapFigure(figsize=(width / 72, height / 72), dpi=SHARPNESS, facecolor="white")
    axes = figure.add_axes(part(LEFT, head + above, WIDTH, map_height), facecolor="white")
    paint(axes, region_map, plan)
    beside = figure.add_axes(part(LEFT + WIDTH + BETWEEN, head + above, panel.width, panel.height))
    panel.draw(beside)
    top = ABOVE
    for line in heading:
        figure.text(
            ABOVE / width, 1 - (top + line.height / 2) / height, line.text, size=line.size, weight="bold", va="center"
        )
        top += line.height
    figure.caption = caption(region_map)
    return axes
