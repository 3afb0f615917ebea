"""Regions: a condition on parameters, read under premises, each comparison labelled with who would deviate how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from gametheory.deduction import Finding, discharge, search, small_point
from gametheory.errors import AssumptionError, EmptyRegionError, ParameterError, Undecided, quoted
from gametheory.explanation import Explanation, explain_formula
from gametheory.formulas.condition import Condition
from gametheory.formulas.display import formula_expression, latex, size, text
from gametheory.formulas.formula import Formula, evaluate
from gametheory.formulas.formula import names as names_of
from gametheory.point import Point, make_point, read_values
from gametheory.premise import Premises, premises
from gametheory.recipes import Combined, Complement, Eliminated, Fixed, Recipe, Simplified, Solved

LARGEST_TO_SIMPLIFY = 600
"""A formula with more nodes than this is not simplified merely for printing."""


@dataclass(frozen=True, eq=False)
class Region:
    """A set of parameter points: those that satisfy a condition, among those that satisfy the premises.

    A region is lazy: it keeps the recipe for its condition, so that the condition can be rebuilt when the premises
    are replaced. Regions have no ``==`` and no truth value; use :meth:`equivalent` and :meth:`is_empty`.

    Parameters
    ----------
    recipe : callable
        From Premises to Condition.
    premises : Premises
        What the condition is read under.
    parameters : tuple of Parameter
        Every parameter of the condition and the premises, sorted by name.
    title : str
        What the region is the region of.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R, P, S = gt.parameters("T R P S")
    >>> r = gt.when(T > R, assuming=(R > P,))
    >>> r.contains({T: 3, R: 2, P: 1})
    True
    >>> (r & (T > P)).equivalent(r)
    True
    """

    recipe: Recipe
    premises: Premises
    parameters: tuple[Any, ...]
    title: str = ""

    def __bool__(self) -> bool:
        raise TypeError("a region has no truth value; ask r.is_empty() or r.is_everywhere(), or combine with & | ~.")

    @cached_property
    def condition(self) -> Condition:
        """The condition under the region's own premises."""
        return self.recipe(self.premises)

    @property
    def uses(self) -> tuple[str, ...]:
        """What the condition takes from utilities beside each player's own order, such as adding them across players.

        Empty for most concepts: they hold whatever unit each player's utility is measured in.
        """
        return self.recipe.uses

    @cached_property
    def symbols(self) -> dict[str, Any]:
        """The parameters by name."""
        return {parameter.name: parameter for parameter in self.parameters}

    @cached_property
    def _needed(self) -> dict[str, Any]:
        """The parameters that a point must give a value: those of the condition and of the premises."""
        formulas = (self.condition.formula, *(owed.formula for owed in self.condition.obligations))
        used = {parameter.name for parameter in self.premises.parameters}.union(*map(names_of, formulas))
        return {name: symbol for name, symbol in self.symbols.items() if name in used}

    @cached_property
    def readable(self) -> Condition:
        """The condition, after making sure that it has a meaning wherever the premises hold.

        Raises
        ------
        UndefinedPayoffError
            If a payoff divides by zero at some point of the premises; the point is named.
        Undecided
            If that was not settled.
        """
        discharge(self.premises, self.condition, self.symbols)
        return self.condition

    # Points

    def contains(self, point: Mapping[Any, Any]) -> bool:
        """Say whether a point lies in the region.

        Parameters
        ----------
        point : mapping of Parameter or str to exact number
            More parameters than the region has are welcome.

        Raises
        ------
        PointError
            If a parameter is missing or a number is not exact.
        AssumptionError
            If the point violates a premise; the message names it.
        """
        return evaluate(self.readable.formula, self._values(point))

    def _values(self, point: Mapping[Any, Any]) -> dict[str, Any]:
        values = read_values(point, self._needed)
        violated = self.premises.violated_by(values)
        if violated is not None:
            raise AssumptionError(
                f"the point {make_point(values, self.symbols)} violates the premise {violated}; "
                "choose another point, or another region with r.under(...) or gt.prove(r, assuming=...).",
                Premises((violated,)),
            )
        return values

    def witness(self) -> Point:
        """Return a point of the region with small numbers.

        Raises
        ------
        EmptyRegionError
            If the region is proved empty.
        Undecided
            If no point was found and none was excluded.
        """
        finding = self._search(self.readable)
        if finding.values is None:
            raise EmptyRegionError(
                f"the region has no point under its premises ({self.premises}); ask is_empty() first if that may be."
            )
        return small_point(self.premises, self.readable.formula, finding.values, self.symbols)

    def explain(self, point: Mapping[Any, Any]) -> Explanation:
        """Say what holds and what fails at a point: whose incentive, by which deviation and by how much.

        Of several ways to repair a failing alternative, the one that needs the fewest changes is reported. A
        simplified region explains from the one it was simplified from.
        """
        values = self._values(point)
        discharge(self.premises, self.condition, self.symbols)
        return explain_formula(self.recipe.explained(self.premises).formula, values, make_point(values, self.symbols))

    # Questions

    def is_empty(self) -> bool:
        """Say whether no point of the premises lies in the region; raise Undecided if that was not settled."""
        known = self.recipe.possible(self.premises, True)
        return self._search(self.readable).values is None if known is None else not known

    def is_everywhere(self) -> bool:
        """Say whether every point of the premises lies in the region; raise Undecided if that was not settled."""
        known = self.recipe.possible(self.premises, False)
        return self._search(~self.readable).values is None if known is None else not known

    def implies(self, other: Any) -> bool:
        """Say whether every point of this region, under the premises of both, lies in the other one."""
        return (self & ~as_region(other)).is_empty()

    def equivalent(self, other: Any) -> bool:
        """Say whether the two hold at the same points, under the premises of both."""
        other = as_region(other)
        return self.implies(other) and other.implies(self)

    def _search(self, condition: Condition) -> Finding:
        finding = search(self.premises, condition.formula)
        if finding.status == "open":
            raise Undecided(f"the solver gave up within its limit ({finding.reason}); add premises or simplify.")
        return finding

    # Algebra

    def __and__(self, other: Any) -> Region:
        return _joined(self, other, "and")

    def __or__(self, other: Any) -> Region:
        return _joined(self, other, "or")

    __rand__ = __and__
    __ror__ = __or__

    def __invert__(self) -> Region:
        return replace(self, recipe=Complement(self.recipe), title=f"not ({self.title})" if self.title else "")

    def called(self, title: str) -> Region:
        """Return the same region under another title, for reports."""
        return replace(self, title=title)

    def under(self, *relations: Any) -> Region:
        """Return the same region under further premises.

        Raises
        ------
        AssumptionError
            If the premises then contradict each other; the smallest contradiction is named.
        """
        return self.read_under(self.premises.joined(premises(*relations)).required())

    def read_under(self, others: Premises) -> Region:
        """Return the same region under other premises; the bounds of its parameters stay."""
        bounds = premises(parameters=self.parameters)
        joined = others.joined(Premises((), bounds.bounds))
        return make_region(self.recipe, joined, self.parameters, self.title)

    def simplify(self) -> Region:
        """Return the same region with a shorter condition, equivalent under the premises."""
        self.readable  # noqa: B018 - nothing may be shortened that has no meaning
        return replace(self, recipe=Simplified(self.recipe, self.parameters))

    def solve_for(self, parameter: Any) -> Region:
        """Return the same region with its condition solved for a parameter: ``delta >= (T - R)/(T - P)``.

        Raises
        ------
        Undecided
            If the condition is not linear in the parameter, or the sign of a coefficient is not settled.
        """
        self.readable  # noqa: B018 - as above
        solved = replace(self, recipe=Solved(self.recipe, self.parameters, name_of(parameter)))
        solved.condition  # noqa: B018 - raise here, not when it is printed
        return solved

    def eliminate(self, parameter: Any) -> Region:
        """Return where some value of the parameter, within the premises, puts the point in the region.

        Raises
        ------
        Undecided
            If the condition is not piecewise linear in the parameter, or grows too large.
        """
        self.readable  # noqa: B018 - as above
        name = name_of(parameter)
        recipe = Eliminated(self.recipe, name, self.premises)
        rest = tuple(p for p in self.parameters if p.name != name)
        eliminated = make_region(recipe, recipe.kept(self.premises), rest, f"some {name}: {self.title}")
        eliminated.condition  # noqa: B018 - raise here, not later
        return eliminated

    def to_sympy(self) -> Any:
        """Return the simplified condition as a sympy Boolean."""
        return formula_expression(self.simplify().condition.formula, self.symbols)

    # Printing

    def __str__(self) -> str:
        return text(self._shown)

    def _repr_latex_(self) -> str:
        return f"${latex(self._shown)}$"

    def __repr__(self) -> str:
        return f"<Region: {self.title or 'a condition'}; premises: {self.premises}>"

    @cached_property
    def _shown(self) -> Formula:
        written = isinstance(self.recipe, Simplified) or size(self.condition.formula) > LARGEST_TO_SIMPLIFY
        return self.condition.formula if written else self.simplify().condition.formula


def make_region(recipe: Recipe, given: Premises, parameters: Iterable[Any], title: str = "") -> Region:
    """Return a region over these parameters and those of the premises; the bounds of all belong to it."""
    everything = {*parameters, *given.parameters}
    known: tuple[Any, ...] = ()
    if everything:  # a game of numbers has none, and needs no sympy
        from gametheory.parameter import gather

        known = gather(everything, title or "the region")
    bounds = premises(parameters=known).bounds
    return Region(recipe, given.joined(Premises((), bounds)), known, title)


def name_of(parameter: Any) -> str:
    """Return the name of a parameter given as one, or by its name."""
    if isinstance(parameter, str) or getattr(parameter, "is_Symbol", False):
        return str(parameter)
    raise ParameterError(f"{quoted(parameter):.60} is no parameter; give one, or its name.")


def as_region(given: Any) -> Region:
    """Return a region as it is, a relation (or True or False settled by sympy) as a region without premises.

    Raises
    ------
    AssumptionError
        For a Python bool (``T == R`` is False; write ``gt.equal(T, R)``) and for anything else.
    """
    if isinstance(given, Region):
        return given
    if isinstance(given, bool):
        raise AssumptionError(
            f"{given} is a truth value, not a relation; for an equation write gt.equal(T, R), because T == R is False "
            "in Python."
        )
    if not getattr(given, "is_Relational", False) and not getattr(given, "is_Boolean", False):
        raise AssumptionError(f"{quoted(given)} is neither a region nor a relation; write for example T > R.")
    from gametheory.formulas.translate import relation_condition
    from gametheory.parameter import gather

    parameters = gather((given,), f"the relation {quoted(given)}")
    condition = relation_condition(given)
    return make_region(Fixed(condition), Premises(), parameters, text(condition.formula))


def _alternatives(recipe: Recipe, word: str) -> tuple[Recipe, ...]:
    """Return the parts of what is joined already, so that a long loop of joins does not nest."""
    return recipe.parts if isinstance(recipe, Combined) and recipe.word == word else (recipe,)


def _joined(left: Region, other: Any, word: str) -> Region:
    right = as_region(other)
    together = left.premises.joined(right.premises)
    if together != left.premises and together != right.premises:
        together.required()
    titles = [title for title in (left.title, right.title) if title]
    return make_region(
        Combined(word, (*_alternatives(left.recipe, word), *_alternatives(right.recipe, word))),
        together,
        (*left.parameters, *right.parameters),
        f" {word} ".join(f"({title})" if " and " in title or " or " in title else title for title in titles),
    )
