"""Numbers, expressions, equations and conditions as they stand in a figure (mathtext) and in its caption (text)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from gametheory.formulas.display import (
    LATEX_SIGNS,
    expression_latex,
    expression_text,
    latex,
    polynomial_expression,
    polynomial_text,
    split_sides,
    text,
)
from gametheory.formulas.formula import And, Formula, Leaf, Or, fold, is_false, is_true
from gametheory.formulas.polynomial import ONE, ZERO, Polynomial, variable
from gametheory.plots.blocks import extent
from gametheory.plots.boundaries import Boundary
from gametheory.plots.section import Section

VULGAR = {
    Fraction(1, 2): "½",
    Fraction(1, 4): "¼",
    Fraction(3, 4): "¾",
    Fraction(1, 3): "⅓",
    Fraction(2, 3): "⅔",
}


@dataclass(frozen=True)
class Written:
    """Something in two scripts.

    Parameters
    ----------
    plain : str
        For a caption, or a screen reader.
    figure : str
        For matplotlib, with mathematics between dollars.
    """

    plain: str
    figure: str


def escaped(words: str) -> str:
    """Return a user's words safe for matplotlib, in which a pair of dollars begins mathematics."""
    return words.replace("$", r"\$")


@cache
def _drawable(mathematics: str) -> bool:
    try:
        extent(f"${mathematics}$", 10)
    except ValueError:
        return False
    return True


def mathematics(given: str, plain: str) -> Written:
    """Return LaTeX for matplotlib, or the plain text where matplotlib cannot set it."""
    return Written(plain, f"${given}$" if _drawable(given) else escaped(plain))


def slashed(given: str) -> str:
    """Return LaTeX with a slash in a fraction over a number: small figures would be hard to read."""

    def one(match: re.Match[str]) -> str:
        above, below = match.groups()
        return f"({above})/{below}" if re.search(r"\S\s*[-+]", above) else f"{above}/{below}"

    return re.sub(r"\\frac\{((?:[^{}]|\{[^{}]*\})*)\}\{(\d+)\}", one, given)


def expression(value: Any) -> Written:
    """Write a payoff."""
    return mathematics(expression_latex(value), expression_text(value))


def number(value: Fraction) -> str:
    """Write a number exactly: ``1½``, ``7/10``."""
    whole, rest = divmod(abs(value), 1)
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    if rest in VULGAR:
        return f"{sign}{whole or ''}{VULGAR[rest]}"
    return f"{sign}{abs(value)}"


def values(pairs: Sequence[tuple[Any, Fraction]]) -> Written:
    """Write fixed numbers: ``R = 3, P = 1``."""
    found = [mathematics(f"{expression_latex(p)} = {expression_latex(v)}", f"{p.name} = {v}") for p, v in pairs]
    return Written(", ".join(one.plain for one in found), ",  ".join(one.figure for one in found))


def isolated_first(section: Section) -> tuple[str, str]:
    """Return the two axes in the order in which an equation is solved for them.

    A reader wants a condition on what has a range of its own, a threat or a discount factor; then on the upright axis.
    """
    first, second = sorted((section.y, section.x), key=lambda axis: -len(axis.bounds))
    return first.name, second.name


def equation(section: Section, boundary: Boundary, near: tuple[Fraction, Fraction]) -> Written:
    """Write a boundary as an equation, solved for an axis where it is linear in one.

    Parameters
    ----------
    section : Section
        For the parameters.
    boundary : Boundary
        What to write.
    near : (x, y)
        A point on the drawn part, or beside it: there the denominator is to be positive.
    """
    where = section.numbers | {section.x.name: near[0], section.y.name: near[1]}
    for name in isolated_first(section):
        coefficients = boundary.origin.coefficients(name)
        if len(coefficients) == 2 and (direction := coefficients[1].evaluate(where)):
            rest, slope = coefficients
            above, below = (rest, -slope) if direction < 0 else (-rest, slope)
            return _solved(section, name, above, below)
    left, _, right = split_sides(boundary.origin, "==")
    sides = (polynomial_expression(side, section.symbols) for side in (left, right))
    return mathematics(
        slashed(" = ".join(expression_latex(side) for side in sides)),
        f"{polynomial_text(left)} = {polynomial_text(right)}",
    )


def _solved(section: Section, name: str, above: Polynomial, below: Polynomial) -> Written:
    from sympy import factor

    value = polynomial_expression(above, section.symbols)
    value = factor(value) if len(above.terms) > 2 else value
    value = value / polynomial_expression(below, section.symbols)
    symbol = section.symbols[name]
    plain, drawn = _grouped(section, above, below) or (expression_text(value), _on_one_line(value))
    return mathematics(f"{expression_latex(symbol)} = {drawn}", f"{name} = {plain}")


def _on_one_line(value: Any) -> str:
    """Return LaTeX with a slash for the fraction bar: along a line a small fraction would be hard to read."""
    from sympy import fraction

    above, below = fraction(value)
    if not below.free_symbols:
        return slashed(expression_latex(value))
    return "/".join(
        rf"({expression_latex(part)})" if part.is_Add else expression_latex(part) for part in (above, below)
    )


def _grouped(section: Section, above: Polynomial, below: Polynomial) -> tuple[str, str] | None:
    """Write a sum of differences that the premises know to be positive as such: ``(T - R) + (P - S)``.

    Returns text and LaTeX, or None if the terms do not pair up in this way.
    """
    pairs = [_difference(premise.relation) for premise in section.assumed.items]
    left, chosen = above if below == ONE else ZERO, []
    for high, low in (pair for pair in pairs if pair is not None):
        rest = left - (variable(high) - variable(low))
        if len(rest.terms) == len(left.terms) - 2:
            left = rest
            chosen.append((section.symbols[high], section.symbols[low]))
    if left or len(chosen) < 2:
        return None
    plain, drawn = (
        " + ".join(f"({write(high)} - {write(low)})" for high, low in chosen) for write in (str, expression_latex)
    )
    return plain, drawn


def _difference(relation: Any) -> tuple[str, str] | None:
    """Return the names (a, b) of a relation a > b between two parameters."""
    if getattr(relation, "rel_op", "") not in (">", ">=", "<", "<="):
        return None
    sides = (relation.gts, relation.lts)
    return (sides[0].name, sides[1].name) if all(side.is_Symbol for side in sides) else None


def assumptions(section: Section) -> Written:
    """Write the premises, chained where one begins as the one before ends: ``T > R > P``."""
    plain: list[str] = []
    drawn: list[str] = []
    last: Any = None
    for premise in section.assumed.items:
        relation = premise.relation
        chained = _difference(relation) is not None and _difference(last) is not None and last.rel_op == relation.rel_op
        if chained and last.rhs == relation.lhs:
            plain[-1] += f" {relation.rel_op} {relation.rhs}"
            drawn[-1] = f"{drawn[-1][:-1]} {LATEX_SIGNS[relation.rel_op]} {expression_latex(relation.rhs)}$"
        else:
            written = condition(premise.condition.formula)
            plain.append(written.plain)
            drawn.append(written.figure)
        last = relation
    return Written(", ".join(plain), ",  ".join(drawn))


def condition(formula: Formula) -> Written:
    """Write a condition on one line."""
    plain = text(formula)
    if is_true(formula) or is_false(formula) or plain.startswith("a condition of"):
        return Written(plain, plain)

    def leaf(node: Leaf) -> tuple[str, bool]:
        return mathematics(slashed(latex(node)), text(node)).figure, False

    def joined(word: str, parts: list[tuple[str, bool]]) -> tuple[str, bool]:
        return f" {word} ".join(f"({one})" if compound else one for one, compound in parts), True

    figure, _ = fold(formula, leaf, lambda parts: joined("and", parts), lambda parts: joined("or", parts))
    return Written(plain, figure)


def clauses(formula: Formula) -> list[str]:
    """Return the parts of a condition for the lines of a label, each but the last ending in its joining word."""
    if isinstance(formula, (And, Or)) and formula.parts and not condition(formula).plain.startswith("a condition of"):
        word = "and" if isinstance(formula, And) else "or"
        parts = [condition(part).figure for part in formula.parts]
        wrapped = [
            f"({figure})" if isinstance(part, (And, Or)) else figure
            for part, figure in zip(formula.parts, parts, strict=True)
        ]
        found = [*(f"{one} {word}" for one in wrapped[:-1]), wrapped[-1]]
    else:
        found = [condition(formula).figure]
    return [one.replace(r"\frac", r"\dfrac") for one in found]
