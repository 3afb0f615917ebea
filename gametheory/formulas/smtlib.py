"""Formulas as SMT-LIB 2 text: what every solver reads."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gametheory.formulas.formula import And, Atom, Formula, Leaf, leaves, walk
from gametheory.formulas.polynomial import Polynomial


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
    """
    shared = _shared(formula)
    lines = [f"(declare-const {word} Real)" for word in words.values()]
    count = 0

    def joined(connective: str, parts: Sequence[str]) -> str:
        if not parts:
            return "true" if connective == "and" else "false"
        return parts[0] if len(parts) == 1 else f"({connective} {' '.join(parts)})"

    def write(node: Formula, parts: Sequence[str]) -> str:
        nonlocal count
        body = joined("and" if isinstance(node, And) else "or", parts)
        if id(node) not in shared:
            return body
        count += 1
        lines.append(f"(declare-const b{count} Bool)\n(assert (=> b{count} {body}))")
        return f"b{count}"

    written: dict[Atom, str] = {}

    def comparison(leaf: Leaf) -> str:
        if leaf.atom not in written:
            written[leaf.atom] = _atom(leaf.atom, words)
        return written[leaf.atom]

    top = walk(formula, comparison, write)
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
    """Write a rational number exactly."""
    size = f"{abs(value.numerator)}.0"
    size = size if value.denominator == 1 else f"(/ {size} {value.denominator}.0)"
    return f"(- {size})" if value < 0 else size
