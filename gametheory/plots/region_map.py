"""A region map before it is drawn: its areas with their names and conditions, its boundaries with their equations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from gametheory.deduction import search
from gametheory.errors import AssumptionError, PointError
from gametheory.formulas.formula import Formula, Or, atom, conjunction, is_true, leaves, negate
from gametheory.formulas.polynomial import Polynomial
from gametheory.formulas.simplify import Simplifier
from gametheory.formulas.solve import presented
from gametheory.grammar import exact
from gametheory.plots.blocks import LONGEST_CONDITION
from gametheory.plots.boundaries import boundaries
from gametheory.plots.contours import contour_shapes
from gametheory.plots.cylinders import Cylinders, decompose
from gametheory.plots.exact_shapes import exact_shapes
from gametheory.plots.names import Names
from gametheory.plots.pieces import Arc, Piece, arcs, pieces
from gametheory.plots.section import Section
from gametheory.plots.shapes import Shapes
from gametheory.plots.writing import Written, clauses, condition, equation, escaped, expression, isolated_first
from gametheory.premise import Premises

LONGEST_TITLE = 75
"""A title that lists the names of all areas is given up if it has more letters."""


@dataclass(frozen=True, eq=False)
class MapCell:
    """One area of a map with its words.

    Parameters
    ----------
    outcomes : tuple or None
        What holds there; None outside the premises.
    name : str
        What it is called.
    described : Written
        Which outcomes hold, in words; empty if the name says it.
    formula : Formula or None
        The condition in all parameters, as short as the fixed numbers and the ranges allow; None outside.
    inner : Formula or None
        The same, not minding what happens on the boundaries themselves, if that is shorter.
    """

    outcomes: tuple[Any, ...] | None
    name: str
    described: Written
    formula: Formula | None
    inner: Formula | None

    @property
    def condition(self) -> Written:
        """The condition on one line; empty where it says nothing."""
        return _condition(self.formula)

    @property
    def inner_condition(self) -> Written:
        """The condition off the boundaries."""
        return _condition(self.inner)

    @property
    def clauses(self) -> list[str]:
        """The parts of the condition, for the lines of a label; none if it is long."""
        plain = self.inner_condition.plain
        return clauses(self.inner) if self.inner is not None and 0 < len(plain) <= LONGEST_CONDITION else []


def _condition(formula: Formula | None) -> Written:
    return Written("", "") if formula is None or is_true(formula) else condition(formula)


@dataclass(frozen=True)
class Mark:
    """An illustrative point.

    Parameters
    ----------
    letter, meaning : str
        In the circle, and in the key.
    x, y : Fraction
        Where.
    outcomes : tuple
        What holds there.
    """

    letter: str
    meaning: str
    x: Fraction
    y: Fraction
    outcomes: tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class RegionMap:
    """Everything a map says.

    Parameters
    ----------
    section : Section
        Of what.
    names : Names
        What its sets of outcomes are called.
    cylinders : Cylinders or None
        The exact decomposition; None if the boundaries are contours.
    pieces, arcs : tuple of Piece, tuple of Arc
        The exact areas and boundaries; empty without a decomposition.
    shapes : Shapes
        What is drawn.
    cells : tuple of MapCell
        One for each area of `shapes`.
    marks : tuple of Mark
        Illustrative points.
    """

    section: Section
    names: Names
    cylinders: Cylinders | None
    pieces: tuple[Piece, ...]
    arcs: tuple[Arc, ...]
    shapes: Shapes
    cells: tuple[MapCell, ...]
    marks: tuple[Mark, ...]

    @cached_property
    def equations(self) -> dict[Polynomial, Written]:
        """The equation of every boundary that is drawn."""
        found: dict[Polynomial, Written] = {}
        for stroke in self.shapes.strokes:
            if stroke.boundary.polynomial not in found:
                x, y = stroke.points[len(stroke.points) // 2 - 1 :][:2].mean(axis=0)
                near = (Fraction(float(x)), Fraction(float(y)))
                found[stroke.boundary.polynomial] = equation(self.section, stroke.boundary, near)
        return found

    @cached_property
    def present(self) -> tuple[Any, ...]:
        """The outcomes that hold somewhere on the map, in order."""
        held = {outcome for area in self.shapes.areas for outcome in area.outcomes or ()}
        return tuple(outcome for outcome in self.section.outcomes if outcome in held)

    @property
    def title(self) -> Written:
        """A title built from the names."""
        cells = [cell for cell in self.cells if cell.outcomes is not None]
        axes = [expression(axis) for axis in (self.section.x, self.section.y)]
        cell = cells[-1]
        if len(cells) == 1 and not cell.condition.plain:
            words = f"{cell.name} everywhere on this map"
            return Written(words, escaped(words))
        if len(cells) <= 2 and cell.clauses and cell.inner is cell.formula:
            other = cells[0].outcomes if len(cells) == 2 else ()
            named = self.names.named(other)
            rest = f", otherwise {self.names.of(other) if named else self.names.described(other)}" if other else ""
            return Written(
                f"{cell.name} exactly when {cell.condition.plain}{rest}",
                f"{escaped(cell.name)} exactly when {cell.condition.figure}{escaped(rest)}",
            )
        *most, last = [cell.name for cell in cells]
        what = f"{', '.join(most)} or {last}"
        made_up = any(len(one.outcomes or ()) > 1 and not self.names.named(one.outcomes) for one in cells)
        if made_up or len(what) > LONGEST_TITLE:
            what = self.section.title[:1].upper() + self.section.title[1:]
        return Written(
            f"{what} by {axes[0].plain} and {axes[1].plain}",
            f"{escaped(what)} by {axes[0].figure} and {axes[1].figure}",
        )


def make_map(section: Section, names: Names, points: Mapping[str, Mapping[Any, Any]] | None) -> RegionMap:
    """Decompose a section, or sample it where it is curved in both parameters, and name what is found.

    Raises
    ------
    AssumptionError
        If the premises leave no area of the map.
    """
    cylinders = decompose(section)
    if cylinders is None:
        shapes = contour_shapes(section)
        found: tuple[Piece, ...] = ()
        along: tuple[Arc, ...] = ()
    else:
        found, along = pieces(cylinders), arcs(cylinders)
        shapes = exact_shapes(cylinders, found, along)
    if all(area.outcomes is None for area in shapes.areas):
        raise AssumptionError(
            f"the premises ({section.assumed}) hold at no more than a line of this map; choose other ranges."
        )
    cells = tuple(_cell(section, names, area.outcomes) for area in shapes.areas)
    return RegionMap(section, names, cylinders, found, along, shapes, cells, _read_marks(section, points or {}))


def _cell(section: Section, names: Names, outcomes: tuple[Any, ...] | None) -> MapCell:
    if outcomes is None:
        needed = bounding(section)
        plain, figure = (", ".join(getattr(one, script) for one in needed) for script in ("plain", "figure"))
        return MapCell(None, names.of(None), Written(f"needs {plain}", f"needs {figure}"), None, None)
    words = names.described(outcomes) if names.named(outcomes) else ""
    words = "" if words.lower() == names.of(outcomes).lower() else words
    exactly, inner = _shortest(section, outcomes)
    return MapCell(outcomes, names.of(outcomes), Written(words, escaped(words)), exactly, inner)


def _shortest(section: Section, outcomes: tuple[Any, ...]) -> tuple[Formula, Formula]:
    """Return the condition of exactly these outcomes: right at every point of the map, and right off the boundaries.

    Both are as short as the fixed numbers and the ranges allow; the second is the first unless it is shorter.
    """
    whole = conjunction(
        formula if outcome in outcomes else negate(formula) for outcome, formula in section.conditions.items()
    )
    known = (*section.assumed.formulas, *section.interior)
    exactly = _simplified(section, known, whole)
    if len(leaves(exactly)) <= 2 and not isinstance(exactly, Or):
        return exactly, exactly
    off = (atom((boundary.polynomial,), "!=") for boundary in boundaries(section) if "region" in boundary.roles)
    inner = _simplified(section, (*known, *off), whole)
    return exactly, inner if len(leaves(inner)) < len(leaves(exactly)) else exactly


def _simplified(section: Section, known: tuple[Formula, ...], whole: Formula) -> Formula:
    simplifier = Simplifier(known)
    return presented(simplifier.simplified(whole), isolated_first(section), section.symbols, simplifier.sign)


def bounding(section: Section) -> tuple[Written, ...]:
    """Return the premises that fail somewhere on the map."""
    return tuple(
        condition(premise.condition.formula)
        for premise in section.assumed.all
        if search(Premises(), conjunction((*section.interior, negate(premise.formula)))).status != "impossible"
    )


def _read_marks(section: Section, points: Mapping[str, Mapping[Any, Any]]) -> tuple[Mark, ...]:
    letters = iter("abcdefghijklmnopqrstuvwxyz")
    marks = []
    for label, given in points.items():
        x, y = (_coordinate(section, label, given, axis, ends) for axis, ends in _axes(section))
        outcomes = section.decide(x, y).outcomes
        if outcomes is None:
            violated = section.assumed.violated_by(section.numbers | {section.x.name: x, section.y.name: y})
            raise AssumptionError(f"the point {label!r} violates the premise {violated}; choose another point.")
        short = len(label) == 1
        marks.append(Mark(label if short else next(letters), "" if short else label, x, y, outcomes))
    return tuple(marks)


def _axes(section: Section) -> Sequence[tuple[Any, tuple[Fraction, Fraction]]]:
    return ((section.x, section.box[0]), (section.y, section.box[1]))


def _coordinate(
    section: Section, label: str, given: Mapping[Any, Any], axis: Any, ends: tuple[Fraction, Fraction]
) -> Fraction:
    value = next((value for key, value in given.items() if key == axis or key == axis.name), None)
    if value is None:
        raise PointError(f"the point {label!r} has no value for {axis}; give one for {section.x} and {section.y}.")
    read: Fraction = exact(value, what=f"{axis} of the point {label!r}", error=PointError)
    if not ends[0] <= read <= ends[1]:
        raise PointError(f"the point {label!r} has {axis} = {read}, which is off the map ({ends[0]} to {ends[1]}).")
    return read
