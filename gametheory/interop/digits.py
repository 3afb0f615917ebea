"""How long a number of a Gambit file may be."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from gametheory.errors import CapacityError
from gametheory.rationals import MOST_DIGITS


def require_short(numbers: Iterable[Fraction], what: str) -> None:
    """Check that numbers can be written and read again; `what` begins the message.

    Payoffs are short as they are given, and may be long at a point: ``p**50`` is.

    Raises
    ------
    CapacityError
        For one with more digits.
    """
    most = MOST_DIGITS // 2  # numerator and denominator together keep within the limit
    if any(max(abs(number.numerator), number.denominator).bit_length() > 3 * most for number in numbers):
        raise CapacityError(f"{what} of more than {most} digits; rescale it.")
