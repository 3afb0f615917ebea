"""The case distinction a reader would write: which equilibria a game has where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import and_
from typing import Any

from gametheory.cells import Cell, partition
from gametheory.concepts.mixed import mixed
from gametheory.concepts.mixed_set import MixedEquilibria, MixedEquilibrium, SymbolicCorner, possible
from gametheory.errors import ConceptError
from gametheory.forms.normal import Game
from gametheory.point import Point
from gametheory.region import Region
from gametheory.solutions.case_text import case_lines, condition_text
from gametheory.solutions.equilibria import equilibria
from gametheory.solutions.equilibrium_set import Equilibria


@dataclass(frozen=True, eq=False)
class Case:
    """A part of parameter space in which the same closed forms are the equilibria.

    Parameters
    ----------
    region : Region
        Where.
    witness : Point
        A point of it.
    equilibria : tuple of MixedEquilibrium
        Those that exist throughout the case.
    corners : tuple of SymbolicCorner
        The strategies that span the degenerate ones among them.
    at_witness : Equilibria
        All equilibria at the witness, exact, components included.
    is_point : bool
        Whether the witness is the only point of the case.
    """

    region: Region
    witness: Point
    equilibria: tuple[MixedEquilibrium, ...]
    corners: tuple[SymbolicCorner, ...]
    at_witness: Equilibria
    is_point: bool

    def __str__(self) -> str:
        lines = case_lines(self)
        condition = condition_text(self.region)
        return (
            f"{condition}: {lines[0]}" if len(lines) == 1 else "\n".join([f"{condition}:", *(f"  {x}" for x in lines)])
        )


@dataclass(frozen=True, eq=False)
class Cases:
    """All cases of a game.

    Parameters
    ----------
    title : str
        Of which game.
    found : tuple of Case
        Disjoint; with one parameter in ascending order.
    complete : bool
        Whether they are proved to cover every point of the premises.
    reason : str
        Why not, if not.
    """

    title: str
    found: tuple[Case, ...]
    complete: bool
    reason: str

    def __iter__(self) -> Iterator[Case]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def at(self, point: Mapping[Any, Any]) -> Case:
        """Return the case of a point of the premises.

        Raises
        ------
        ConceptError
            If the cases are not complete and the point is in none of them.
        """
        for case in self.found:
            if case.region.contains(point):
                return case
        raise ConceptError(f"no case found so far has the point; the cases are not complete: {self.reason}.")

    def __str__(self) -> str:
        ending = "complete: proved" if self.complete else f"not complete: {self.reason}"
        lines = "\n".join(map(str, self.found)).replace("\n", "\n  ")
        return f"{self.title} ({len(self)} cases, {ending})\n  {lines}"


def equilibrium_cases(game: Game) -> Cases:
    """Say, case by case, which equilibria a game with parameters has: the intervals, the closed forms, the components.

    Parameters
    ----------
    game : Game
        As for :func:`mixed`.

    Returns
    -------
    Cases
        Cells of parameter space. Each knows the closed forms of its equilibria; where the game is degenerate, the
        components they form. `complete` if the cells are proved to cover the premises; cases whose only points are
        irrational are left open, and said so.

    Examples
    --------
    >>> import gametheory as gt
    >>> b = gt.Parameter("b")
    >>> game = gt.Game("One parameter", ["Row", "Column"], ["up", "down"], {
    ...     ("up", "up"): (b, 3), ("up", "down"): (1, 0), ("down", "up"): (2, 0), ("down", "down"): (0, 1 - b)})
    >>> print(gt.equilibrium_cases(game))
    Equilibria of One parameter, case by case (5 cases, complete: proved)
      b < 1: Row (1 - b)/(4 - b) up + 3/(4 - b) down; Column 1/(3 - b) up + (2 - b)/(3 - b) down
      b = 1: Row down; Column every convex combination of up and 1/2 up + 1/2 down
      1 < b < 2: Row down; Column up
      b = 2: Row every convex combination of up and down; Column up
      b > 2: Row up; Column up
    """
    everything = mixed(game).nonempty()
    outcomes: dict[Any, Region] = {one: region.simplify() for one, region in everything.items()}
    for one in everything.degenerate():
        for corner in (corner for side in one.corners for corner in side):
            region = outcomes[one] & corner.region
            if possible(region):
                outcomes[corner] = region.simplify()
    coincidences = [region.simplify() for region in _coincidences(everything, outcomes) if possible(region)]
    cells = partition(outcomes | dict(enumerate(coincidences)))
    cases = [_case(game, everything, cell) for cell in cells]
    if len(game.parameters) == 1:
        cases.sort(key=lambda case: case.witness[game.parameters[0]])
    title = f"Equilibria of {game.name}, case by case"
    reasons = [cells.reason] if cells.reason else [reason for case in cases for reason in _doubts(case)]
    return Cases(title, tuple(cases), not reasons, "; ".join(reasons))


def _doubts(case: Case) -> Iterator[str]:
    """Say which equilibria of a case may not exist; at a single point they were found by themselves."""
    if not (case.is_point and case.at_witness.complete):
        for one in case.equilibria:
            if not one.certain:
                yield f"{condition_text(case.region)}: {one.reason}"


def _coincidences(everything: MixedEquilibria, outcomes: Mapping[Any, Region]) -> Iterator[Region]:
    """Yield where two corners of a player's sides, given by different closed forms, are one and the same strategy."""
    from sympy import Eq, false, true

    for place in range(2):
        holding: dict[tuple[Any, ...], Region] = {}
        for corner in (corner for one in everything.degenerate() if one.corners for corner in one.corners[place]):
            if corner in outcomes:
                before, here = holding.get(corner.strategy), outcomes[corner]
                holding[corner.strategy] = here if before is None else before | here
        for (first, at_first), (second, at_second) in combinations(holding.items(), 2):
            equations = {Eq(_difference(*pair), 0) for pair in zip(first, second, strict=True)} - {true}
            if false not in equations:
                yield reduce(and_, equations, at_first & at_second)


def _difference(first: Any, second: Any) -> Any:
    """Return what is 0 where two probabilities are equal, without divisors and common factors."""
    from sympy import fraction, sympify

    (above, below), (over, under) = fraction(sympify(first)), fraction(sympify(second))
    difference = (above * under - over * below).expand().primitive()[1]
    return -difference if difference.could_extract_minus_sign() else difference


def _case(game: Game, everything: MixedEquilibria, cell: Cell) -> Case:
    here = tuple(one for one in everything if one in cell.outcomes)
    corners = tuple(outcome for outcome in cell.outcomes if isinstance(outcome, SymbolicCorner))
    there = equilibria(game.at(cell.witness))
    return Case(cell.region, cell.witness, here, corners, there, _is_point(cell))


def _is_point(cell: Cell) -> bool:
    """Say whether the cell has no second point."""
    from sympy import Ne, Rational

    return not any(
        possible(cell.region & Ne(parameter, Rational(value.numerator, value.denominator)))
        for parameter, value in cell.witness.items()
    )
