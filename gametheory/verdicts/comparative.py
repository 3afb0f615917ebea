"""Comparative statics: which way an expression moves when one parameter is raised and all others stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from gametheory.deduction import discharge
from gametheory.errors import CapacityError, ConceptError, PayoffError, Undecided, UndefinedPayoffError, quoted
from gametheory.formulas.condition import EVERYWHERE, Condition
from gametheory.formulas.formula import Formula, conjunction, disjunction, negate
from gametheory.formulas.solver import DEFAULT, Limit
from gametheory.formulas.translate import comparison, value_at
from gametheory.grammar import exact
from gametheory.point import make_point
from gametheory.premise import Premises, premises
from gametheory.region import Region
from gametheory.verdicts.pairs import Pairs
from gametheory.verdicts.proof import Proof, refute
from gametheory.verdicts.verdict import NO_PREMISES, Pair


@dataclass(frozen=True, eq=False, kw_only=True)
class ComparativeStatic:
    """Which way an expression moves in a parameter.

    Parameters
    ----------
    status : {"increasing", "decreasing", "constant", "neither", "vacuous", "undecided"}
        "increasing": it never falls when the parameter is raised alone, and somewhere rises; "neither": it rises
        somewhere and falls elsewhere; "vacuous": no two points differ in the parameter alone.
    expression, parameter : expression and Parameter
        What was asked.
    within : Region or None
        Where both points lie.
    strict : bool
        For "increasing" and "decreasing": whether it is proved that it always moves.
    rises, falls : Pair or None
        Two points, apart in the parameter alone, between which it rises or falls; checked exactly.
    premises : Premises
        What the answer uses.
    proof : Proof or None
        What was shown impossible, and how well.
    reason : str
        For "vacuous", for "undecided", and where it was not settled whether it always moves.
    """

    status: str
    expression: Any = field(repr=False)  # sympy may have no text for it: a number of thousands of digits
    parameter: Any
    within: Region | None = None
    strict: bool = False
    rises: Pair | None = None
    falls: Pair | None = None
    premises: Premises = NO_PREMISES
    proof: Proof | None = None
    reason: str = ""

    def __str__(self) -> str:
        from gametheory.verdicts.text import comparative_text

        return comparative_text(self)


def comparative_static(
    expression: Any, parameter: Any, assuming: Any = (), *, limit: Limit = DEFAULT
) -> ComparativeStatic:
    """Say whether an expression rises or falls when one parameter is raised alone.

    Parameters
    ----------
    expression : expression in parameters, or text
        A probability of ``gt.mixed``, a threshold, a payoff. Text may name the parameter and those of `assuming`.
    parameter : Parameter
        What is raised.
    assuming : Region, relations, Premise or Premises
        Where: both points lie in the region (under its premises), or satisfy the premises. The bounds of the
        parameters always hold.
    limit : Limit
        For each question to the solver.

    Returns
    -------
    ComparativeStatic
        Decided over pairs of points and not by a derivative: an answer holds across gaps of the region, and needs no
        differentiability. Expressions with radicals are "undecided".

    Raises
    ------
    ConceptError
        For a relation, or anything else that is no exact expression.
    UndefinedPayoffError
        If the expression divides by zero somewhere.
    AssumptionError
        If the premises contradict each other.

    Examples
    --------
    >>> import gametheory as gt
    >>> a = gt.Parameter("a", above=0)
    >>> print(gt.comparative_static(a / (1 + a), a))
    a/(a + 1): increasing in a, strictly
      uses: a > 0
      proof: certified
    """
    if not getattr(parameter, "is_Symbol", False):
        raise ConceptError(f"comparative_static() needs a parameter to raise, not {quoted(parameter)}.")
    region = assuming if isinstance(assuming, Region) else None
    assumed = region.premises if region is not None else premises(assuming)
    declared = {parameter, *(assumed.parameters if region is None else region.parameters)}
    expression = _read(expression, declared)
    given = premises(assumed, parameters=declared | getattr(expression, "free_symbols", set()))
    answer = ComparativeStatic(
        status="undecided", expression=expression, parameter=parameter, within=region, premises=given
    )
    try:
        pairs = Pairs(given.required(), parameter, limit)
        inside = region.read_under(given).condition if region is not None else EVERYWHERE
        return _Movement(answer, pairs, inside, limit).answer()
    except UndefinedPayoffError:
        raise
    except (PayoffError, CapacityError, Undecided) as error:
        return replace(answer, reason=str(error))


def _read(expression: Any, declared: set[Any]) -> Any:
    """Return the expression, exact; a relation has no direction."""
    logical = getattr(expression, "is_Relational", False) or getattr(expression, "is_Boolean", False)
    if logical or isinstance(expression, (bool, Region)):
        raise ConceptError(
            f"comparative_static() needs an expression, and {expression} is true or false; whether raising a "
            "parameter leads into a region is a matter for gt.prove(gt.grows(region, parameter))."
        )
    if getattr(expression, "is_Rational", None) is False:
        return expression
    return exact(expression, sorted(declared, key=str), what="the expression", error=ConceptError)


class _Movement:
    def __init__(self, blank: ComparativeStatic, pairs: Pairs, inside: Condition, limit: Limit) -> None:
        self.blank, self.pairs, self.inside = blank, pairs, inside.formula
        given, expression, parameter = pairs.given, blank.expression, blank.parameter
        within = () if blank.within is None else blank.within.parameters
        known = (*given.parameters, *within, *getattr(expression, "free_symbols", ()), parameter)
        self.symbols = {p.name: p for p in known}
        self.owed = discharge(given, inside, self.symbols, limit)
        divided = tuple(
            replace(one, formula=disjunction((negate(self.inside), one.formula)))
            for one in comparison(expression, ">=", 0).obligations
        )
        self.owed += discharge(given, Condition(self.inside, divided), self.symbols, limit)
        raised = expression
        if parameter in getattr(expression, "free_symbols", ()):
            raised = expression.xreplace({parameter: _named(pairs.raised_name)})
        self.moves = {
            relation: conjunction(
                (comparison(raised, relation, expression).formula, pairs.both(self.inside), pairs.apart)
            )
            for relation in (">", "<", ">=", "<=")
        }

    def answer(self) -> ComparativeStatic:
        two_points = conjunction((self.pairs.both(self.inside), self.pairs.apart))
        apart = self.pairs.ask(two_points)
        if apart.status == "unsat":
            core = self.pairs.given.needed_against((two_points,), self.pairs.both)
            reason = f"no two points differ in {self.pairs.name} alone"
            return replace(self.blank, status="vacuous", premises=core, reason=reason)
        rises, falls = (self.pairs.ask(self.moves[relation]) for relation in (">", "<"))
        found: dict[str, Any] = {
            name: self._pair(self.moves[relation], answer.values, relation)
            for name, relation, answer in (("rises", ">", rises), ("falls", "<", falls))
            if answer.values is not None
        }
        if len(found) == 2:
            return replace(self.blank, status="neither", **found)
        if "unknown" in (rises.status, falls.status, apart.status):
            reasons = dict.fromkeys(answer.reason for answer in (rises, falls, apart) if answer.reason)
            return replace(self.blank, reason="; ".join(reasons), **found)
        if not found:
            return self._proved("constant", (">", "<"))
        never, status, weakly = ("<", "increasing", "<=") if "rises" in found else (">", "decreasing", ">=")
        stays = self.pairs.ask(self.moves[weakly])
        strict = stays.status == "unsat"
        reason = f"whether it always moves was not settled: {stays.reason}" if stays.status == "unknown" else ""
        return replace(self._proved(status, (weakly if strict else never,)), strict=strict, reason=reason, **found)

    def _proved(self, status: str, impossible: tuple[str, ...]) -> ComparativeStatic:
        given = self.pairs.given
        parts = [refute(given, self.moves[relation], self.pairs.both) for relation in impossible]
        proof = Proof((*parts, *(refute(given, failure) for failure in self.owed)), None)
        return replace(self.blank, status=status, proof=proof, premises=proof.premises)

    def _pair(self, formula: Formula, values: Mapping[str, Fraction], relation: str) -> Pair:
        """Return the two points with small numbers, after a second look at the expression as written."""
        low, high = self.pairs.small(formula, values, self.symbols)
        before, after = (value_at(self.blank.expression, point) for point in (low, high))
        if before == after or (after > before) != (relation == ">"):
            raise Undecided("a pair of points did not pass the check in the expression as written")
        return Pair(make_point(low, self.symbols), make_point(high, self.symbols))


def _named(name: str) -> Any:
    from sympy import Symbol

    return Symbol(name, real=True)
