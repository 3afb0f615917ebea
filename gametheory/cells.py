"""The cells of parameter space by what holds there, each with a rational witness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gametheory.concepts.nash import nash
from gametheory.deduction import discharge, search, small_point
from gametheory.errors import ConceptError, quoted
from gametheory.formulas.formula import Formula, conjunction, disjunction, evaluate, negate
from gametheory.incentive import shown
from gametheory.point import Point
from gametheory.premise import Premises
from gametheory.recipes import Combined, Complement
from gametheory.region import Region, make_region

MOST_CELLS = 2_000


@dataclass(frozen=True, eq=False)
class Cell:
    """The points at which exactly these outcomes hold.

    Parameters
    ----------
    outcomes : tuple
        Profiles, or names; empty where none holds.
    region : Region
        Where.
    witness : Point
        One such point, checked exactly.
    """

    outcomes: tuple[Any, ...]
    region: Region
    witness: Point

    @property
    def equilibria(self) -> tuple[Any, ...]:
        """The same as `outcomes`, for a partition by equilibrium set."""
        return self.outcomes

    def __str__(self) -> str:
        names = ", ".join(map(shown, self.outcomes)) or "none"
        return f"{names}: {self.region}; for example {self.witness}"


@dataclass(frozen=True, eq=False)
class Partition:
    """Parameter space cut into cells by which outcomes hold.

    Parameters
    ----------
    title : str
        What was partitioned.
    cells : tuple of Cell
        Disjoint by construction; the cells with most outcomes last.
    complete : bool
        Whether the cells are proved to cover every point of the premises.
    reason : str
        Why not, if not.
    premises : Premises
        What was assumed.
    """

    title: str
    cells: tuple[Cell, ...]
    complete: bool
    reason: str
    premises: Premises

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def overlaps(self) -> tuple[Cell, ...]:
        """The cells in which several outcomes hold at once."""
        return tuple(cell for cell in self.cells if len(cell.outcomes) > 1)

    @property
    def gaps(self) -> tuple[Cell, ...]:
        """The cells in which none holds."""
        return tuple(cell for cell in self.cells if not cell.outcomes)

    def at(self, point: Mapping[Any, Any]) -> Cell:
        """Return the cell of a point of the premises.

        Raises
        ------
        ConceptError
            If the partition is not complete and the point is in none of its cells.
        """
        for cell in self.cells:
            if cell.region.contains(point):
                return cell
        raise ConceptError(f"no cell found so far has the point; the partition is not complete: {self.reason}.")

    def __str__(self) -> str:
        ending = "complete: proved" if self.complete else f"not complete: {self.reason}"
        return "\n".join([f"{self.title} ({len(self)} cells, {ending})", *(f"  {cell}" for cell in self.cells)])


def partition(source: Any, concept: Callable[..., Any] = nash, **options: Any) -> Partition:
    """Cut parameter space into cells by which outcomes hold.

    Parameters
    ----------
    source : game, or mapping of str to Region
        A game whose outcomes under the concept are told apart; or named regions.
    concept : callable
        For a game: a concept that gives the regions of all outcomes when called without one.
    **options
        Passed on to the concept.

    Returns
    -------
    Partition
        Disjoint cells, each with a witness. `complete` is True only if a last question to the solver proved that
        nothing is left over; ties are cells of their own.

    Raises
    ------
    UndefinedPayoffError
        If a payoff divides by zero somewhere in the premises.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (0,), ("go",): (x,)})
    >>> print(gt.partition(game))
    Nash equilibria of One choice (3 cells, complete: proved)
      (stay): x < 0; for example x = -1
      (go): x > 0; for example x = 1
      (stay), (go): x = 0; for example x = 0
    """
    if isinstance(source, Mapping):
        title, regions = "Regions", dict(source)
    else:
        found = concept(source, **options)
        title, regions = found.title, dict(found)
    odd = [region for region in regions.values() if not isinstance(region, Region)]
    if odd:
        raise ConceptError(f"{quoted(odd[0]):.60} is no region to partition by; write for example gt.when(T > R).")
    if not regions:
        raise ConceptError("there is nothing to partition by; give at least one region.")
    return _partition(title, regions)


def _partition(title: str, regions: Mapping[Any, Region]) -> Partition:
    everything = make_region(
        Combined("or", tuple(region.recipe for region in regions.values())),
        Premises().joined(*(region.premises for region in regions.values())).required(),
        (parameter for region in regions.values() for parameter in region.parameters),
        title,
    )
    assumed, symbols = everything.premises, everything.symbols
    formulas: dict[Any, Formula] = {}
    for outcome, region in regions.items():
        condition = region.recipe(assumed)
        discharge(assumed, condition, symbols)
        formulas[outcome] = condition.formula
    negations = {outcome: negate(formula) for outcome, formula in formulas.items()}  # once, so that they are shared
    cells: list[Cell] = []
    outside: list[Formula] = []
    while True:
        finding = search(assumed, conjunction(outside))
        if finding.values is None or len(cells) == MOST_CELLS:
            reason = finding.reason if finding.values is None else f"more than {MOST_CELLS} cells"
            break
        values = dict.fromkeys(symbols, 0) | dict(finding.values)
        holding = tuple(outcome for outcome, formula in formulas.items() if evaluate(formula, values))
        inside = conjunction(formulas[o] if o in holding else negations[o] for o in formulas)
        recipes = [r.recipe if o in holding else Complement(r.recipe) for o, r in regions.items()]
        cell = make_region(Combined("and", tuple(recipes)), assumed, everything.parameters, _cell_title(holding))
        cells.append(Cell(holding, cell, small_point(assumed, inside, values, symbols)))
        outside.append(disjunction(negations[o] if o in holding else formulas[o] for o in formulas))
    order = list(formulas)
    cells.sort(key=lambda cell: (len(cell.outcomes), [order.index(outcome) for outcome in cell.outcomes]))
    return Partition(title, tuple(cells), not reason, reason, assumed)


def _cell_title(outcomes: tuple[Any, ...]) -> str:
    return f"exactly {', '.join(map(shown, outcomes))}" if outcomes else "none holds"
