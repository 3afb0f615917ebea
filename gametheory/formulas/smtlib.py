"""Formulas as SMT-LIB 2 text: what every solver reads."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256

from gametheory.errors import CapacityError
from gametheory.formulas.formula import And, Atom, Formula, Leaf, leaves, walk
from gametheory.formulas.polynomial import Polynomial

NAME_LENGTH = 24
"""Digits of a name made from what it names; two different parts will not share one."""

MOST_BITS = 14_000
"""Python writes whole numbers of up to 4300 digits."""


def variables(formula: Formula) -> dict[str, str]:
    """Return the solver's word for each variable: v0, v1, ... by name, so that no name clashes with a keyword."""
    names = sorted({name for leaf in leaves(formula) for name in leaf.atom.names})
    return {name: f"v{i}" for i, name in enumerate(names)}


def is_linear(formula: Formula) -> bool:
    """Say whether every comparison is of a polynomial of degree one."""
    return all(len(leaf.atom.factors) == 1 and leaf.atom.factors[0].degree == 1 for leaf in leaves(formula))


def assertions(formula: Formula, words: dict[str, str]) -> str:
    """Return declarations and assertions that some values satisfy exactly if they satisfy the formula.

    A part that is used more than once becomes a truth value of its own that implies it; one direction is enough,
    because nothing is negated above an atom. Written out in full, a circuit may be exponentially larger.

    The text does not depend on the order in which the parts come (premises, actions, cells as somebody declared them):
    the point that a solver offers would otherwise depend on it too.
    """
    shared = _shared(formula)
    lines = [f"(declare-const {word} Real)" for word in words.values()]
    named: dict[str, str] = {}

    def joined(connective: str, parts: Sequence[str]) -> str:
        if not parts:
            return "true" if connective == "and" else "false"
        return parts[0] if len(parts) == 1 else f"({connective} {' '.join(sorted(parts))})"

    def write(node: Formula, parts: Sequence[str]) -> str:
        body = joined("and" if isinstance(node, And) else "or", parts)
        if id(node) not in shared:
            return body
        if body not in named:
            named[body] = f"b{sha256(body.encode()).hexdigest()[:NAME_LENGTH]}"
        return named[body]

    written: dict[Atom, str] = {}

    def comparison(leaf: Leaf) -> str:
        if leaf.atom not in written:
            written[leaf.atom] = _atom(leaf.atom, words)
        return written[leaf.atom]

    top = walk(formula, comparison, write)
    ordered = sorted((name, body) for body, name in named.items())
    lines += [f"(declare-const {name} Bool)" for name, _ in ordered]
    lines += [f"(assert (=> {name} {body}))" for name, body in ordered]
    return "\n".join([*lines, f"(assert {top})"])


def _shared(formula: Formula) -> set[int]:
    """Return the connectives that occur as a part more than once."""
    seen: set[int] = set()
    again: set[int] = set()
    stack = [formula]
    while stack:
        node = stack.pop()
        if isinstance(node, Leaf):
            continue
        if id(node) in seen:
            again.add(id(node))
            continue
        seen.add(id(node))
        stack.extend(node.parts)
    return again


def _atom(atom: Atom, words: dict[str, str]) -> str:
    product = [_polynomial(factor, words) for factor in atom.factors]
    value = product[0] if len(product) == 1 else f"(* {' '.join(product)})"
    if atom.relation == "!=":
        return f"(not (= {value} 0.0))"
    return f"({'=' if atom.relation == '==' else atom.relation} {value} 0.0)"


def _polynomial(polynomial: Polynomial, words: dict[str, str]) -> str:
    terms = [] if polynomial else [number(Fraction(0))]
    for monomial, coefficient in polynomial.terms:
        factors = [word for name, exponent in monomial for word in [words[name]] * exponent]
        if coefficient != 1 or not factors:
            factors.insert(0, number(Fraction(coefficient)))
        terms.append(factors[0] if len(factors) == 1 else f"(* {' '.join(factors)})")
    return terms[0] if len(terms) == 1 else f"(+ {' '.join(terms)})"


def number(value: Fraction) -> str:
    """Write a rational number exactly.

    Raises
    ------
    CapacityError
        If it has more digits than Python writes.
    """
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > MOST_BITS:
        raise CapacityError("a coefficient has thousands of digits; measure in another unit, or lower an exponent.")
    size = f"{abs(value.numerator)}.0"
    size = size if value.denominator == 1 else f"(/ {size} {value.denominator}.0)"
    return f"(- {size})" if value < 0 else size
