"""Exact numbers: everything that is one becomes a Fraction, everything else is refused with advice."""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from numbers import Complex, Rational, Real
from typing import Any

from gametheory.errors import ExactnessError, quoted

Exact = Fraction
"""The type of every exact number in the package."""

MOST_DIGITS = 1_000
"""A number with more digits is refused: Python cannot print the product of five, and arithmetic with them is slow."""

_MOST_BITS = (10**MOST_DIGITS).bit_length()


def as_fraction(value: Any, what: str = "the value", error: type[ValueError] = ExactnessError) -> Fraction:
    """Return an exact number as a Fraction; refuse whatever is not one.

    Parameters
    ----------
    value : int, Fraction, Decimal, numpy integer or sympy Rational
        The number.
    what : str
        What the number is, for the message: "China's payoff at (ally, wait)".
    error : type
        The error to raise.

    Returns
    -------
    Fraction

    Raises
    ------
    ExactnessError
        Or the `error` given: for a float, NaN, an infinity, a complex number, a bool or anything else; for a number
        of more than MOST_DIGITS digits.
    """
    # A decimal of a large exponent is not even written out.
    short = not (isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) > MOST_DIGITS)
    if isinstance(value, Rational):  # sizes first: what is long is slow to reduce
        short = max(int(value.numerator).bit_length(), int(value.denominator).bit_length()) <= _MOST_BITS
    number = _any_size(value, what, error) if short else None
    if number is None or max(number.numerator.bit_length(), number.denominator.bit_length()) > _MOST_BITS:
        raise error(f"{what} has more than {MOST_DIGITS} digits; round it, or measure it in another unit.")
    return number


def _any_size(value: Any, what: str, error: type[ValueError]) -> Fraction:
    if isinstance(value, bool) or getattr(getattr(value, "dtype", None), "kind", "") == "b":
        raise error(f"{what} is {value}, a truth value; write 1 or 0 if a number is meant.")
    if isinstance(value, Fraction):
        return value
    if isinstance(value, Rational):
        # int() first: a numpy integer kept as it is would wrap round silently in later arithmetic.
        return Fraction(int(value.numerator), int(value.denominator))
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise error(f"{what} is {value}, which is not a finite number; write a rational number.")
        return Fraction(value)
    try:
        return Fraction(operator.index(value))
    except TypeError:
        raise error(f"{what} {_complaint(value)}") from None


def in_whole_units(values: Sequence[Fraction]) -> list[int]:
    """Return the numbers in the largest unit 1/n in which all of them are whole: their order and ratios stay."""
    scale = math.lcm(*(value.denominator for value in values))
    return [value.numerator * (scale // value.denominator) for value in values]


def _complaint(value: Any) -> str:
    """Say why the value is not exact and what to write instead."""
    if getattr(value, "is_Float", False):  # sympy's Float
        return f"is {quoted(value)}, a floating-point number; write it as a rational, for example Rational(1, 10)."
    if getattr(value, "is_number", False) and not hasattr(value, "dtype"):  # sympy: sqrt(2), pi, I, oo, nan
        written = quoted(value)
        return f"is {written}, which is not a rational number; write an exact rational, or declare a parameter for it."
    if isinstance(value, Complex) or hasattr(value, "dtype"):
        return _float_complaint(value)
    return (
        f'is {quoted(value)}, a {type(value).__name__}; expected an exact number such as 3, Fraction(1, 10) or "1/10".'
    )


def _float_complaint(value: Any) -> str:
    if not isinstance(value, Real):
        return f"is {quoted(value)}, which is not a real number; write an exact rational."
    if not math.isfinite(value):
        return f"is {value!r}, which is not a finite number; write an exact rational."
    # The decimal the user most likely typed, not the binary value the float holds.
    meant = Fraction(str(value))
    return f'is {value!s}, a float; write Rational({meant.numerator}, {meant.denominator}) or "{meant}".'
