"""The slice of parameter space that a map shows: two parameters free, a number for every other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from gametheory.cells import Partition
from gametheory.deduction import discharge
from gametheory.errors import AssumptionError, ConceptError, ParameterError, PointError
from gametheory.forms.normal import Game
from gametheory.formulas.formula import Formula, conjunction, evaluate, map_factors
from gametheory.grammar import exact
from gametheory.parameter import Parameter, equal, gather
from gametheory.premise import Premise, Premises, premises
from gametheory.recipes import Combined
from gametheory.region import Region, as_region, make_region

Box = tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]


@dataclass(frozen=True)
class Held:
    """What holds at a point of the map.

    Parameters
    ----------
    outcomes : tuple or None
        The outcomes that hold, in order; None outside the premises.
    lines : frozenset of str
        The extra conditions that hold.
    """

    outcomes: tuple[Any, ...] | None
    lines: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Section:
    """Regions over two parameters.

    Parameters
    ----------
    x, y : Parameter
        Across and up.
    box : ((low, high), (low, high))
        The ranges of x and y.
    fixed : tuple of (Parameter, Fraction)
        The numbers of the others, sorted by name.
    title : str
        What the regions are regions of.
    regions : tuple of (outcome, Region)
        In the order of the source.
    lines : tuple of (str, Region)
        Extra conditions whose boundary is to be shown.
    assumed : Premises
        The premises of all of them together.
    mapped : Premises
        The same with the fixed numbers and the ranges among them.
    interior : tuple of Formula
        The fixed numbers and the ranges without their ends: what is known inside the frame, but for the premises.
    game : Game or None
        Whose outcomes the regions are.
    shown : Game or None
        The game to show beside the map: that one, or the stage of the repeated game that the regions speak of.
    """

    x: Any
    y: Any
    box: Box
    fixed: tuple[tuple[Any, Fraction], ...]
    title: str
    regions: tuple[tuple[Any, Region], ...]
    lines: tuple[tuple[str, Region], ...]
    assumed: Premises
    mapped: Premises
    interior: tuple[Formula, ...]
    game: Game | None
    shown: Game | None

    @cached_property
    def outcomes(self) -> tuple[Any, ...]:
        """The outcomes, in order."""
        return tuple(outcome for outcome, _ in self.regions)

    @cached_property
    def symbols(self) -> dict[str, Any]:
        """The parameters by name."""
        return {p.name: p for p in (self.x, self.y, *(parameter for parameter, _ in self.fixed))}

    @cached_property
    def numbers(self) -> dict[str, Fraction]:
        """The fixed numbers by name."""
        return {parameter.name: value for parameter, value in self.fixed}

    @cached_property
    def conditions(self) -> dict[Any, Formula]:
        """The condition of each outcome, in all parameters, right throughout the map."""
        return {outcome: self._readable(region) for outcome, region in self.regions}

    @cached_property
    def line_conditions(self) -> dict[str, Formula]:
        """The condition of each extra line, in all parameters."""
        return {label: self._readable(region) for label, region in self.lines}

    def _readable(self, region: Region) -> Formula:
        condition = region.recipe(self.mapped)
        discharge(self.mapped, condition, self.symbols)
        return condition.formula

    @cached_property
    def formulas(self) -> dict[Any, Formula]:
        """The condition of each outcome in the two free parameters."""
        return {outcome: self.restricted(formula) for outcome, formula in self.conditions.items()}

    @cached_property
    def line_formulas(self) -> dict[str, Formula]:
        """The condition of each extra line in the two free parameters."""
        return {label: self.restricted(formula) for label, formula in self.line_conditions.items()}

    @cached_property
    def inside(self) -> Formula:
        """The premises in the two free parameters."""
        return conjunction(self.restricted(formula) for formula in self.assumed.formulas)

    def restricted(self, formula: Formula) -> Formula:
        """Return a formula with the fixed numbers put in."""
        return map_factors(formula, lambda polynomial: polynomial.at(self.numbers))

    def decide(self, x: Fraction, y: Fraction) -> Held:
        """Say exactly what holds at a point."""
        values = {self.x.name: x, self.y.name: y}
        if not evaluate(self.inside, values):
            return Held(None)
        return Held(
            tuple(outcome for outcome, formula in self.formulas.items() if evaluate(formula, values)),
            frozenset(label for label, formula in self.line_formulas.items() if evaluate(formula, values)),
        )


def read_section(
    source: Any,
    x: Any,
    y: Any,
    ranges: Mapping[Any, Any],
    fixed: Mapping[Any, Any] | None,
    concept: Callable[..., Any],
    lines: Mapping[str, Any] | None,
) -> Section:
    """Return the section that the arguments of a map describe; raise an error that teaches if they do not fit."""
    title, regions = _read_source(source, concept)
    extra = tuple((label, as_region(given)) for label, given in (lines or {}).items())
    everything = [region for _, region in (*regions, *extra)]
    assumed = Premises().joined(*(region.premises for region in everything)).required()
    depends = {parameter for region in everything for parameter in region.parameters}
    for axis in (x, y):
        if not isinstance(axis, Parameter):
            raise ParameterError(f"{axis!r} cannot be an axis; give a parameter of {title}.")
    if not depends & {x, y}:
        raise ParameterError(
            f"{title} depends neither on {x} nor on {y}, but on {', '.join(sorted(map(str, depends))) or 'nothing'}."
        )
    known = gather({*depends, x, y}, title)
    if x == y:
        raise ParameterError(f"both axes are {x}; give two different parameters.")
    box = (_read_range(ranges, x), _read_range(ranges, y))
    numbers = _read_fixed(fixed or {}, tuple(p for p in known if p not in (x, y)), (x, y))
    values = [equal(parameter, value) for parameter, value in numbers]
    sides = list(zip((x, y), box, strict=True))
    frame = [relation for axis, (low, high) in sides for relation in (axis >= low, axis <= high)]
    inside = [relation for axis, (low, high) in sides for relation in (axis > low, axis < high)]
    mapped = assumed.joined(premises(values, frame))
    if not mapped.consistent:
        raise AssumptionError(
            f"no point of this map satisfies the premises: {mapped.core} contradict each other; choose other fixed "
            "numbers or other ranges.",
            mapped.core,
        )
    game = source if isinstance(source, Game) else None
    shown = game if game is not None else _stage(everything)
    interior = tuple(Premise(relation).formula for relation in (*values, *inside))
    return Section(x, y, box, numbers, title, regions, extra, assumed, mapped, interior, game, shown)


def _stage(regions: list[Region]) -> Game | None:
    """Return the stage game of the one repeated game that some regions speak of, None if there is none or several."""
    repeated = (getattr(region.recipe, "repeated", None) for region in regions)
    stages = {id(one.stage): one.stage for one in repeated if one is not None}
    return next(iter(stages.values())) if len(stages) == 1 else None


def _read_source(source: Any, concept: Callable[..., Any]) -> tuple[str, tuple[tuple[Any, Region], ...]]:
    if isinstance(source, Partition):
        return source.title, _regions_of_cells(source)
    if isinstance(source, Mapping):
        title, found = getattr(source, "title", "regions"), source
    else:
        found = concept(source)
        if not isinstance(found, Mapping):
            raise ConceptError(
                "the concept gave no mapping from outcomes to regions; give one that lists all outcomes, such as "
                "gt.nash, or a mapping of names to regions as the source."
            )
        title = getattr(found, "title", "the outcomes")
    if not found:
        raise ConceptError("there is nothing to map; give at least one region.")
    return title, tuple((outcome, as_region(region)) for outcome, region in found.items())


def _regions_of_cells(partition: Partition) -> tuple[tuple[Any, Region], ...]:
    """Return the region of each outcome of a partition: the union of the cells that have it."""
    if not partition.complete:
        raise ConceptError(
            f"the partition is not complete ({partition.reason}), so a map of it would have holes; map the game itself."
        )
    outcomes = dict.fromkeys(outcome for cell in partition for outcome in cell.outcomes)
    found = []
    for outcome in outcomes:
        cells = [cell.region for cell in partition if outcome in cell.outcomes]
        recipe = Combined("or", tuple(region.recipe for region in cells))
        known = {parameter for region in cells for parameter in region.parameters}
        found.append((outcome, make_region(recipe, partition.premises, known, partition.title)))
    if not found:
        raise ConceptError("no outcome holds anywhere in this partition; there is nothing to map.")
    return tuple(found)


def _read_range(ranges: Mapping[Any, Any], axis: Parameter) -> tuple[Fraction, Fraction]:
    given = next((pair for key, pair in ranges.items() if key == axis or key == axis.name), None)
    if not isinstance(given, (tuple, list)) or len(given) != 2:
        raise PointError(f"the range of {axis} is {given!r}; write ranges={{{axis}: (0, 4), ...}}.")
    low, high = (exact(end, what=f"an end of {axis}'s range", error=PointError) for end in given)
    if not low < high:
        raise PointError(f"the range of {axis} runs from {low} to {high}; give the smaller end first.")
    return low, high


def _read_fixed(
    fixed: Mapping[Any, Any], needed: tuple[Any, ...], axes: tuple[Any, Any]
) -> tuple[tuple[Any, Fraction], ...]:
    given = {str(key): value for key, value in fixed.items()}
    both = sorted({axis.name for axis in axes} & set(given))
    if both:
        raise PointError(f"{both[0]} is an axis of the map and fixed as well; leave it out of fixed.")
    missing = [parameter.name for parameter in needed if parameter.name not in given]
    if missing:
        example = ", ".join(f"{name}: 1" for name in missing)
        raise PointError(
            f"a map over {axes[0]} and {axes[1]} needs a number for {', '.join(missing)}; add fixed={{{example}}}."
        )
    return tuple((p, exact(given[p.name], what=f"{p.name}'s value", error=PointError)) for p in needed)
