"""The discount factor from which on something is sustained."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from gametheory.errors import ConceptError, quoted
from gametheory.formulas.display import text
from gametheory.formulas.formula import Leaf, fold, is_false, is_true
from gametheory.rationals import as_fraction
from gametheory.region import Region, name_of


def critical_discount(region: Region, discount: Any) -> Any:
    """Return the critical discount factor of a region: the expression from which on it holds.

    Parameters
    ----------
    region : Region
        For example of :func:`grim_trigger` or :func:`tit_for_tat`.
    discount : Parameter or str
        Its discount factor.

    Returns
    -------
    Fraction or expression
        An expression e such that, under the region's premises, the region is exactly ``discount >= e``; the largest
        of several. 0 where the region is everything. It may exceed 1 somewhere; there the region has no point.

    Raises
    ------
    ConceptError
        If the region is not of this form: something else must hold too, or patience must not be too large.
    Undecided
        If its condition is not linear in the discount factor, or a sign is not settled by the premises.

    See Also
    --------
    Region.solve_for : the same as a condition, in whatever form.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R, P, S = gt.parameters("T R P S")
    >>> delta = gt.Parameter("delta", at_least=0, below=1)
    >>> stage = gt.Game("Alliance", ["China", "Russia"], ["honour", "cheat"],
    ...                 {("honour", "honour"): (R, R), ("honour", "cheat"): (S, T),
    ...                  ("cheat", "honour"): (T, S), ("cheat", "cheat"): (P, P)}, assuming=gt.descending(T, R, P, S))
    >>> grim = gt.grim_trigger(gt.RepeatedGame(stage, discount=delta), ("honour", "honour"))
    >>> threshold = gt.critical_discount(grim, delta)
    >>> print(gt.prove(gt.exactly(grim, delta >= threshold)).status)
    proved
    >>> print(gt.comparative_static(threshold, T, assuming=stage.premises).status)
    increasing
    """
    if not isinstance(region, Region):
        raise ConceptError(
            f"critical_discount is asked of a region, not of {quoted(region)}; for example gt.grim_trigger(...)."
        )
    name = name_of(discount)
    if name not in region.symbols:
        raise ConceptError(
            f"the region has no parameter {name}; its parameters are {', '.join(region.symbols) or 'none'}."
        )
    formula = region.solve_for(name).condition.formula
    if is_false(formula):
        raise ConceptError(f"the region is empty: no {name} is large enough.")
    if is_true(formula):
        return Fraction(0)

    def threshold(leaf: Leaf) -> Any:
        if name not in leaf.atom.names or type(leaf.why).__name__ != "GreaterThan":
            raise ConceptError(
                f"{text(formula)} is not of the form {name} >= threshold, because of {text(leaf)}; ask "
                f"region.solve_for({name}), or add what else must hold as a premise: region.under(...)."
            )
        return leaf.why.rhs

    import sympy

    largest, smallest = (lambda parts, choose=choose: choose(*parts) for choose in (sympy.Max, sympy.Min))
    found = fold(formula, threshold, largest, smallest)
    return as_fraction(found) if found.is_Rational else found
