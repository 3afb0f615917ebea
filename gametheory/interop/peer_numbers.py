"""Numbers as other libraries hold them, read exactly: integers of any width, fractions, and floats only as told."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from gametheory.errors import PayoffError, quoted
from gametheory.grammar import exact


def read_number(value: Any, what: str, floats: str | None = None) -> Fraction:
    """Return a number of another library as a Fraction.

    Parameters
    ----------
    value : number or str
        An integer of any width, a fraction, a decimal, text such as "1/3", or a float.
    what : str
        What the number is, for messages: "China's payoff at (ally, wait)".
    floats : {None, "binary", "decimal"}
        What a float means: the binary value it holds, or the shortest decimal that prints the same. Without a word,
        only whole numbers on which the two agree are taken.

    Raises
    ------
    PayoffError
        For a float whose meaning is open, and for whatever is not a number.
    """
    if floats not in (None, "binary", "decimal"):
        raise PayoffError(f'floats={quoted(floats)} says nothing; write floats="decimal" or floats="binary".')
    if isinstance(value, float) or getattr(getattr(value, "dtype", None), "kind", "") == "f":
        return _read_float(value, what, floats)
    number = exact(value, what=what, error=PayoffError)
    # A library's own subclass of Fraction becomes a plain one, so that games hold nothing of that library.
    return Fraction(number.numerator, number.denominator)


def _read_float(value: Any, what: str, floats: str | None) -> Fraction:
    if not math.isfinite(value):
        raise PayoffError(f"{what} is {value}, which is not a finite number; every payoff needs one.")
    binary = Fraction(*value.as_integer_ratio())
    decimal = Fraction(str(value))
    if floats is not None:
        return binary if floats == "binary" else decimal
    if binary == decimal and binary.denominator == 1:
        return binary
    raise PayoffError(
        f'{what} is {value!s}, a float; say what floats mean: floats="decimal" reads this one as {decimal}, '
        f'floats="binary" as {binary}, the value it holds.'
    )
