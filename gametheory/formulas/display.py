"""How formulas are written out: positive terms first, one relation an atom, in the user's words where there are any."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache
from typing import Any

from gametheory.errors import quoted
from gametheory.formulas.formula import NEGATION, And, Atom, Formula, Leaf, fold, is_false, is_true, leaves
from gametheory.formulas.polynomial import Monomial, Polynomial

LONGEST = 60
"""A condition with more nodes than this is described by its size."""

REVERSED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "==": "==", "!=": "!="}
SIGNS = {">": ">", ">=": ">=", "<": "<", "<=": "<=", "==": "=", "!=": "!="}
LATEX_SIGNS = {">": ">", ">=": r"\geq", "<": "<", "<=": r"\leq", "==": "=", "!=": r"\neq"}


def polynomial_text(polynomial: Polynomial) -> str:
    """Write a polynomial with its positive terms first: ``T - P``."""
    terms = sorted(polynomial.terms, key=lambda term: (term[1] < 0, -sum(e for _, e in term[0])))
    text = ""
    for monomial, coefficient in terms:
        sign = " - " if coefficient < 0 else " + "
        text += sign + _term_text(monomial, abs(Fraction(coefficient)))
    return text.removeprefix(" + ").replace(" - ", "-", 1) if text.startswith(" - ") else text[3:] or "0"


def _term_text(monomial: Monomial, coefficient: Fraction) -> str:
    variables = [name if exponent == 1 else f"{name}**{exponent}" for name, exponent in monomial]
    return "*".join(([] if coefficient == 1 and variables else [quoted(coefficient, str)]) + variables)


def split_sides(polynomial: Polynomial, relation: str) -> tuple[Polynomial, str, Polynomial]:
    """Return (left, relation, right) with positive coefficients only, numbers alone on the right."""
    left = Polynomial(tuple((m, c) for m, c in polynomial.terms if c > 0))
    right = Polynomial(tuple((m, -c) for m, c in polynomial.terms if c < 0))
    if left.value is not None:
        return right, REVERSED[relation], left
    return left, relation, right


def text(formula: Formula) -> str:
    """Write a formula on one line; ``always`` and ``never`` for the constants."""
    return _written(formula, _leaf_text, "always", "never", " and ", " or ")


def latex(formula: Formula) -> str:
    """Write a formula as LaTeX mathematics."""
    return _written(formula, _leaf_latex, r"\text{always}", r"\text{never}", r" \land ", r" \lor ")


def size(formula: Formula) -> int:
    """Return the number of nodes, a shared part counted once."""
    seen: set[int] = set()
    stack = [formula]
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            stack.extend(() if isinstance(node, Leaf) else node.parts)
    return len(seen)


def _written(formula: Formula, leaf: Callable[[Leaf], str], always: str, never: str, conjoin: str, disjoin: str) -> str:
    if is_true(formula):
        return always
    if is_false(formula):
        return never
    nodes = size(formula)
    if nodes > LONGEST:
        found = leaves(formula)
        return f"a condition of {nodes} nodes over {len({one.atom for one in found})} comparisons"

    def write(node: Formula, inside: type | None) -> str:
        if isinstance(node, Leaf):
            return leaf(node)
        word = conjoin if isinstance(node, And) else disjoin
        joined = word.join(dict.fromkeys(write(part, type(node)) for part in node.parts))
        return f"({joined})" if inside not in (None, type(node)) else joined

    return write(formula, None)


def _leaf_text(leaf: Leaf) -> str:
    relation = written_relation(leaf)
    if relation is not None:
        left, sign, right = relation
        return f"{expression_text(left)} {SIGNS[sign]} {expression_text(right)}"
    return atom_text(leaf.atom)


def atom_text(atom: Atom) -> str:
    """Write one comparison with zero, its terms moved so that all are positive."""
    if len(atom.factors) == 1:
        left, relation, right = split_sides(atom.factors[0], atom.relation)
        return f"{polynomial_text(left)} {SIGNS[relation]} {polynomial_text(right)}"
    factors = "*".join(f"({polynomial_text(factor)})" for factor in atom.factors)
    return f"{factors} {SIGNS[atom.relation]} 0"


def _leaf_latex(leaf: Leaf) -> str:
    relation = written_relation(leaf)
    if relation is not None:
        left, sign, right = relation
        return f"{expression_latex(left)} {LATEX_SIGNS[sign]} {expression_latex(right)}"
    if len(leaf.atom.factors) == 1:
        left, sign, right = split_sides(leaf.atom.factors[0], leaf.atom.relation)
        return f"{_polynomial_latex(left)} {LATEX_SIGNS[sign]} {_polynomial_latex(right)}"
    factors = "".join(rf"\left({_polynomial_latex(factor)}\right)" for factor in leaf.atom.factors)
    return f"{factors} {LATEX_SIGNS[leaf.atom.relation]} 0"


def written_relation(leaf: Leaf) -> tuple[Any, str, Any] | None:
    """Return (left, relation, right) as the user wrote them, None for an atom that nobody wrote."""
    if not getattr(leaf.why, "is_Relational", False):
        return None
    sign = leaf.why.rel_op
    return leaf.why.lhs, NEGATION[sign] if leaf.negated else sign, leaf.why.rhs


def _polynomial_latex(polynomial: Polynomial) -> str:
    return expression_latex(polynomial_expression(polynomial, {}))


def polynomial_expression(polynomial: Polynomial, symbols: dict[str, Any]) -> Any:
    """Return a polynomial as a sympy expression in the given symbols; a name without one gets a plain symbol."""
    import sympy  # here, because printing text needs no sympy

    return sympy.Add(
        *(
            sympy.Mul(
                sympy.Rational(Fraction(c).numerator, Fraction(c).denominator),
                *(symbols.get(name, sympy.Symbol(name)) ** exponent for name, exponent in monomial),
            )
            for monomial, c in polynomial.terms
        )
    )


def formula_expression(formula: Formula, symbols: dict[str, Any]) -> Any:
    """Return a formula as a sympy Boolean."""
    import sympy

    kinds = {">": sympy.Gt, ">=": sympy.Ge, "<": sympy.Lt, "<=": sympy.Le, "==": sympy.Eq, "!=": sympy.Ne}

    def relation(leaf: Leaf) -> Any:
        left, sign, right = written_relation(leaf) or _zero_comparison(leaf.atom)
        return kinds[sign](left, right)

    def _zero_comparison(atom: Atom) -> tuple[Any, str, Any]:
        factors = [polynomial_expression(factor, symbols) for factor in atom.factors]
        return sympy.Mul(*factors), atom.relation, sympy.Integer(0)

    return fold(formula, relation, lambda parts: sympy.And(*parts), lambda parts: sympy.Or(*parts))


def expression_text(expression: Any) -> str:
    """Write an expression with positive terms first: ``(T - R)/(T - P)``."""
    number = isinstance(expression, (int, Fraction))
    return quoted(expression, str if number else _printers()[0].doprint)


def expression_latex(expression: Any) -> str:
    """Write an expression as LaTeX, positive terms first."""
    if isinstance(expression, Fraction) and expression.denominator != 1:
        sign = "-" if expression < 0 else ""
        return rf"{sign}\frac{{{abs(expression.numerator)}}}{{{expression.denominator}}}"
    number = isinstance(expression, (int, Fraction))
    return quoted(expression, str if number else _printers()[1].doprint)


@cache
def _printers() -> tuple[Any, Any]:
    from sympy.printing.latex import LatexPrinter
    from sympy.printing.str import StrPrinter

    class PositiveFirst:
        def _as_ordered_terms(self, expression: Any, order: Any = None) -> Iterable[Any]:
            terms = super()._as_ordered_terms(expression, order)  # type: ignore[misc]
            return sorted(terms, key=lambda term: term.could_extract_minus_sign())

    class Text(PositiveFirst, StrPrinter):  # type: ignore[misc]
        pass

    class Latex(PositiveFirst, LatexPrinter):  # type: ignore[misc]
        pass

    return Text(), Latex()
