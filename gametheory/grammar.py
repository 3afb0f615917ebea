"""Arithmetic in text: numbers, declared parameters, + - * / ** and brackets. Nothing is ever evaluated as Python."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.errors import ExactnessError, quoted
from gametheory.formulas.formula import leaves
from gametheory.rationals import MOST_DIGITS, as_fraction

LONGEST_TEXT = 2_000
DEEPEST = 50
LARGEST_EXPONENT = 100

_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<name>[^\W\d]\w*)|(?P<sign>\*\*|[-+*/()]))")


def exact(
    value: Any,
    parameters: Sequence[Any] = (),
    *,
    what: str = "the value",
    error: type[ValueError] = ExactnessError,
) -> Any:
    """Return an exact number, or an expression in declared parameters read from text.

    Parameters
    ----------
    value : int, Fraction, Decimal, numpy integer, sympy Rational or str
        The number, or arithmetic in text: "1/10", "0.1" (read as 1/10), "(T - R)/2". The signs are ``+ - * / **``
        and brackets; an exponent is a whole number of at most 100.
    parameters : sequence of Parameter
        The names that text may use.
    what : str
        What the value is, for messages.
    error : type
        The error to raise.

    Returns
    -------
    Fraction or sympy expression

    Raises
    ------
    ExactnessError
        For floats and whatever else is not exact; for text outside the grammar, with an undeclared name, with a
        division that cancels (``x/x``), or too large. Text is never run as code.

    Examples
    --------
    >>> import gametheory as gt
    >>> gt.exact("1/10"), gt.exact("0.1"), gt.exact(3)
    (Fraction(1, 10), Fraction(1, 10), Fraction(3, 1))
    >>> t, d = gt.parameters("t d")
    >>> gt.exact("2*(t - d)", parameters=(t, d)) == 2 * (t - d)
    True
    """
    if not isinstance(value, str):
        return as_fraction(value, what, error)
    if isinstance(parameters, str) or not all(getattr(p, "is_Symbol", False) for p in parameters):
        raise error(f"{what} may use parameters={quoted(parameters):.60}; give a sequence of gt.Parameter.")
    try:
        return _Reader(_tokens(value), {p.name: p for p in parameters}).whole()
    except _Fault as fault:
        shown = value if len(value) <= 60 else value[:57] + "..."
        raise error(f'{what} is "{shown}": {fault}.') from None


class _Fault(Exception):
    """What is wrong with the text."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def _tokens(text: str) -> list[_Token]:
    if len(text) > LONGEST_TEXT:
        raise _Fault(f"{len(text)} characters are more than {LONGEST_TEXT}; name parts of it as parameters")
    found, position = [], 0
    text = text.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _Fault(
                f"{text[position:].lstrip()[0]!r} is not arithmetic; write numbers, parameters, + - * / ** ( )"
            )
        found.append(_Token(str(match.lastgroup), match.group(str(match.lastgroup))))
        position = match.end()
    return found


class _Reader:
    """Reads sums of products of powers, left to right."""

    def __init__(self, tokens: list[_Token], names: Mapping[str, Any]) -> None:
        self.tokens, self.names, self.position, self.depth = tokens, names, 0, 0
        self.divisors: list[Any] = []

    def whole(self) -> Any:
        value = self.sum()
        if self.divisors:
            _require_kept(value, self.divisors)
        if self.position < len(self.tokens):
            raise _Fault(f"{self.tokens[self.position].text!r} stands where + - * / ** was expected")
        return value

    def accept(self, *signs: str) -> str | None:
        if self.position < len(self.tokens):
            token = self.tokens[self.position]
            if token.kind == "sign" and token.text in signs:
                self.position += 1
                return token.text
        return None

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Fault(f"brackets or exponents are nested deeper than {DEEPEST}")

    def sum(self) -> Any:
        self.deeper()
        value = self.product()
        while sign := self.accept("+", "-"):
            other = self.product()
            value = _number(value + other if sign == "+" else value - other)
        self.depth -= 1
        return value

    def product(self) -> Any:
        value = self.signed()
        while sign := self.accept("*", "/"):
            other = self.signed()
            value = _bounded(_number(value * other if sign == "*" else value / self.divisor(other)))
        return value

    def signed(self) -> Any:
        negative = False
        while sign := self.accept("+", "-"):
            negative ^= sign == "-"
        value = self.power()
        return -value if negative else value

    def power(self) -> Any:
        base = self.operand()
        if not self.accept("**"):
            return base
        self.deeper()
        exponent = self.signed()
        self.depth -= 1
        if isinstance(exponent, Fraction) and exponent < 0:
            self.divisor(base)
        return _number(_raised(base, exponent))

    def divisor(self, value: Any) -> Any:
        """Note what the text divides by."""
        if value == 0:
            raise _Fault("it divides by zero")
        if not isinstance(value, Fraction):
            self.divisors.append(value)
        return value

    def operand(self) -> Any:
        if self.accept("("):
            value = self.sum()
            if not self.accept(")"):
                raise _Fault('a bracket is not closed; add ")"')
            return value
        if self.position == len(self.tokens):
            raise _Fault("it ends where a number or a parameter was expected")
        token = self.tokens[self.position]
        self.position += 1
        if token.kind == "number":
            return Fraction(token.text) if len(token.text) <= MOST_DIGITS else _too_large()
        if token.kind == "name" and token.text in self.names:
            return self.names[token.text]
        if token.kind == "name":
            declared = ", ".join(sorted(self.names)) or "none"
            raise _Fault(f"{token.text} is not a declared parameter (declared: {declared}); declare it or correct it")
        raise _Fault(f"{token.text!r} stands where a number or a parameter was expected")


def _too_large() -> Any:
    raise _Fault(f"a number has more than {MOST_DIGITS} digits")


def _bounded(value: Any) -> Any:
    if (
        isinstance(value, Fraction)
        and max(value.numerator.bit_length(), value.denominator.bit_length()) > 3 * MOST_DIGITS
    ):
        _too_large()
    return value


def _raised(base: Any, exponent: Any) -> Any:
    if not isinstance(exponent, Fraction) or exponent.denominator != 1 or abs(exponent) > LARGEST_EXPONENT:
        raise _Fault(f"an exponent must be a whole number of at most {LARGEST_EXPONENT}")
    power = int(exponent)
    if isinstance(base, Fraction):
        digits = max(base.numerator.bit_length(), base.denominator.bit_length()) * abs(power)
        return base**power if digits <= 3 * MOST_DIGITS else _too_large()
    return base**power


def _number(value: Any) -> Any:
    """Return a sympy number that arithmetic has left over (from T - T) as a Fraction."""
    return as_fraction(value) if getattr(value, "is_Rational", False) else value


def _require_kept(value: Any, divisors: list[Any]) -> None:
    """Make sure that everything the text divides by is still divided by: sympy has cancelled x/x by now."""
    from gametheory.formulas.factors import factorised
    from gametheory.formulas.translate import comparison

    def divided_by(expression: Any) -> set[Any]:
        factors = (owed.formula for owed in comparison(expression, ">=", 0).obligations)
        polynomials = (polynomial for formula in factors for polynomial in atoms_of(formula))
        return {factor.primitive()[1] for polynomial in polynomials for factor, _ in factorised(polynomial)}

    def atoms_of(formula: Any) -> tuple[Any, ...]:
        return tuple(polynomial for leaf in leaves(formula) for polynomial in leaf.atom.factors)

    kept = divided_by(value)
    for divisor in divisors:
        if not divided_by(1 / divisor) <= kept:
            raise _Fault(f"dividing by {divisor} cancels; leave the division out and add the premise {divisor} != 0")
