"""Formulas as SMT-LIB 2 text: what every solver reads."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gametheory.formulas.formula import Atom, Formula, fold, leaves
from gametheory.formulas.polynomial import Polynomial


def variables(formula: Formula) -> dict[str, str]:
    """Return the solver's word for each variable: v0, v1, ... by name, so that no name clashes with a keyword."""
    names = sorted({name for leaf in leaves(formula) for name in leaf.atom.names})
    return {name: f"v{i}" for i, name in enumerate(names)}


def is_linear(formula: Formula) -> bool:
    """Say whether every comparison is of a polynomial of degree one."""
    return all(len(leaf.atom.factors) == 1 and leaf.atom.factors[0].degree == 1 for leaf in leaves(formula))


def assertions(formula: Formula, words: dict[str, str]) -> str:
    """Return declarations, one definition a connective (so that shared parts stay shared), and one assertion."""
    lines = [f"(declare-const {word} Real)" for word in words.values()]
    count = 0

    def define(connective: str, parts: Sequence[str]) -> str:
        nonlocal count
        if not parts:
            return "true" if connective == "and" else "false"
        lines.append(f"(define-fun n{count} () Bool ({connective} {' '.join(parts)}))")
        count += 1
        return f"n{count - 1}"

    top = fold(
        formula,
        lambda leaf: _atom(leaf.atom, words),
        lambda parts: define("and", parts),
        lambda parts: define("or", parts),
    )
    return "\n".join([*lines, f"(assert {top})"])


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
