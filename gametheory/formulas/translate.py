"""From expressions to formulas: rational functions, cases split, denominators cleared and owed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from gametheory.errors import CapacityError, ExactnessError, PayoffError, UndefinedPayoffError, quoted
from gametheory.formulas.condition import EVERYWHERE, NOWHERE, Condition, Obligation, all_of, any_of
from gametheory.formulas.display import polynomial_text
from gametheory.formulas.formula import (
    TRUE,
    Formula,
    Leaf,
    atom,
    conjunction,
    disjunction,
    evaluate,
    is_false,
    is_true,
    negate,
)
from gametheory.formulas.polynomial import Polynomial, constant, variable
from gametheory.formulas.quotient import ONE, ZERO, Quotient
from gametheory.rationals import as_fraction

RELATIONS = {
    "StrictGreaterThan": ">",
    "GreaterThan": ">=",
    "StrictLessThan": "<",
    "LessThan": "<=",
    "Equality": "==",
    "Unequality": "!=",
}
LARGEST_EXPONENT = 100
MOST_CASES = 2_000
"""Every Abs, Max, Min or Piecewise in a sum or product multiplies the cases."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """An expression that is this quotient where the guard holds.

    Parameters
    ----------
    guard : Formula
        Where the case applies.
    quotient : Quotient
        The value there.
    owed : tuple of Obligation
        What must hold for the guard itself to have a meaning, or was divided by on the way.
    """

    guard: Formula
    quotient: Quotient
    owed: tuple[Obligation, ...] = ()


def comparison(left: Any, relation: str, right: Any, why: Any = None) -> Condition:
    """Return the condition "left relation right", denominators cleared and owed.

    The two sides are subtracted here and not by sympy, which cancels ``1/x - 1/x`` to 0 and forgets that neither
    side has a value at ``x = 0``.

    Parameters
    ----------
    left, right : Fraction, int or sympy expression
        Rational functions of parameters; Abs, Max, Min and Piecewise are split into cases.
    relation : {">", ">=", "<", "<=", "==", "!="}
        The comparison.
    why : object
        Kept at every atom that comes out.

    Raises
    ------
    PayoffError
        For a function that is not piecewise rational: sqrt, exp, log, a symbolic exponent.
    """
    parts = []
    for case in _paired(cases(left), cases(right), Quotient.__sub__):
        sign = atom(case.quotient.sign_factors(), relation, why)
        owed = tuple(_nonzero(d, case.guard) for d, _ in case.quotient.denominators)
        parts.append(Condition(conjunction((case.guard, sign)), case.owed + owed))
    return any_of(parts)


def _nonzero(polynomial: Polynomial, guard: Formula = TRUE) -> Obligation:
    nonzero = atom((polynomial,), "!=")
    text = polynomial_text(polynomial)
    return Obligation(
        nonzero if is_true(guard) else disjunction((negate(guard), nonzero)),
        f"an expression divides by {text}, which is 0",
        f"add a premise that keeps {text} away from 0",
        UndefinedPayoffError,
    )


def relation_condition(relation: Any) -> Condition:
    """Return the condition that a sympy relation, or And, Or, Not of relations, states.

    An atom that says just what a relation says keeps the relation as its reason, so that it prints as written.
    """
    for ancestor in type(relation).__mro__:
        if ancestor.__name__ in RELATIONS:
            if any(getattr(side, "is_infinite", False) for side in relation.args):
                raise ExactnessError(f"{quoted(relation)} compares with infinity; leave the bound out instead.")
            plain = comparison(relation.lhs, RELATIONS[ancestor.__name__], relation.rhs)
            formula = plain.formula
            written = Leaf(formula.atom, relation) if isinstance(formula, Leaf) else formula
            return Condition(written, plain.obligations)
    match type(relation).__name__:
        case "BooleanTrue":
            return EVERYWHERE
        case "BooleanFalse":
            return NOWHERE
        case "And":
            return all_of(map(relation_condition, relation.args))
        case "Or":
            return any_of(map(relation_condition, relation.args))
        case "Not":
            return ~relation_condition(relation.args[0])
        case "Xor" | "Implies" | "Equivalent" | "ITE":
            return relation_condition(_in_and_or_not(relation))
    raise PayoffError(f"{quoted(relation)} is not a relation between exact expressions; write for example T > R.")


def _in_and_or_not(relation: Any) -> Any:
    """Return a compound of relations by "and", "or" and "not" alone."""
    try:
        return relation.to_nnf(simplify=False)
    except (TypeError, ValueError, AttributeError):  # sympy lets a parameter or a tuple stand among them
        raise PayoffError(
            f"a part of {quoted(relation)} is neither a relation nor made of relations; write for example "
            "sympy.Implies(T > R, P > S)."
        ) from None


def cases(expression: Any) -> tuple[Case, ...]:
    """Return the expression as quotients under guards that exclude each other and miss nothing."""
    if isinstance(expression, (int, Fraction)):
        return (Case(TRUE, Quotient(constant(expression))),)
    return _expression_cases(expression)


@lru_cache(maxsize=4096)  # of sympy's expressions alone: a Fraction and a sympy Float must never be taken for equal
def _expression_cases(expression: Any) -> tuple[Case, ...]:
    if expression.is_Symbol:
        return (Case(TRUE, Quotient(variable(expression.name))),)
    if expression.is_Rational:
        return (Case(TRUE, Quotient(constant(as_fraction(expression)))),)
    if expression.is_Add:
        return _joined(expression.args, Quotient.__add__, ZERO)
    if expression.is_Mul:
        return _joined(expression.args, Quotient.__mul__, ONE)
    if expression.is_Pow:
        return _power(*expression.args)
    match type(expression).__name__:
        case "Max":
            return _extreme(expression.args, ">=")
        case "Min":
            return _extreme(expression.args, "<=")
        case "Abs":
            (inner,) = expression.args
            return _pieces(((inner, comparison(inner, ">=", 0)), (-inner, comparison(inner, "<", 0))))
        case "Piecewise":
            return _piecewise(expression)
    if expression.is_number:
        return (Case(TRUE, Quotient(constant(as_fraction(expression, "a term", PayoffError)))),)
    raise PayoffError(
        f"{quoted(expression)} is not a rational function of the parameters; declare its value as a parameter of its "
        "own and state what is known of it as premises."
    )


def value_at(expression: Any, values: Mapping[str, Fraction]) -> Fraction:
    """Return the exact value of an expression at a point where it has one."""
    return next(case.quotient.value(values) for case in cases(expression) if evaluate(case.guard, values))


Operation = Callable[[Quotient, Quotient], Quotient]


def _paired(left: tuple[Case, ...], right: tuple[Case, ...], operation: Operation) -> tuple[Case, ...]:
    if len(left) * len(right) > MOST_CASES:
        raise CapacityError(
            f"Abs, Max, Min or Piecewise occur so often that there are more than {MOST_CASES:,} cases; name such a "
            "part as a parameter of its own, with premises that say what it is."
        )
    return tuple(
        Case(guard, operation(a.quotient, b.quotient), a.owed + b.owed)
        for a in left
        for b in right
        if not is_false(guard := conjunction((a.guard, b.guard)))
    )


def _joined(terms: Iterable[Any], operation: Operation, start: Quotient) -> tuple[Case, ...]:
    joined: tuple[Case, ...] = (Case(TRUE, start),)
    for term in terms:
        joined = _paired(joined, cases(term), operation)
    return joined


def _power(base: Any, exponent: Any) -> tuple[Case, ...]:
    if not exponent.is_Integer:
        raise PayoffError(
            f"({quoted(base)})**({quoted(exponent)}) is not a rational function of the parameters; if it is a square "
            "root, declare a parameter s for it, with the premises s >= 0 and gt.equal(s**2, ...); otherwise declare "
            "its value as a parameter."
        )
    if abs(exponent) > LARGEST_EXPONENT:
        raise PayoffError(
            f"({quoted(base)})**({quoted(exponent)}) has an exponent past {LARGEST_EXPONENT}; declare its value "
            "instead."
        )
    raised = []
    for case in cases(base):
        power, owed = ONE, case.owed
        for _ in range(abs(int(exponent))):
            power = power * case.quotient
        if exponent < 0:
            power = power.inverse()
            # 1/(1 + 1/x) is x/(1 + x), but still not defined at x = 0.
            owed += tuple(_nonzero(d, case.guard) for d, _ in case.quotient.denominators)
        raised.append(Case(case.guard, power, owed))
    return tuple(raised)


def _extreme(arguments: tuple[Any, ...], relation: str) -> tuple[Case, ...]:
    """Split Max or Min: the chosen one beats those before it strictly and those after it weakly."""
    return _pieces(
        (
            chosen,
            all_of(
                comparison(chosen, relation if j > i else relation[0], other)
                for j, other in enumerate(arguments)
                if j != i
            ),
        )
        for i, chosen in enumerate(arguments)
    )


def _piecewise(expression: Any) -> tuple[Case, ...]:
    """Give each piece the part of its condition that no earlier piece has taken."""
    taken, pieces = NOWHERE, []
    for value, relation in expression.args:
        here = relation_condition(relation)
        pieces.append((value, here & ~taken))
        taken = taken | here
    if not is_true(taken.formula):
        raise PayoffError(f"{quoted(expression)} may have no value; end it with (value, True).")
    return _pieces(pieces)


def _pieces(pieces: Iterable[tuple[Any, Condition]]) -> tuple[Case, ...]:
    return tuple(
        Case(guard, case.quotient, case.owed + condition.obligations)
        for value, condition in pieces
        for case in cases(value)
        if not is_false(guard := conjunction((condition.formula, case.guard)))
    )
