"""Numbers that say how far and how finely a process is followed."""

from __future__ import annotations

import math
import operator
from typing import Any

from gametheory.errors import ConceptError, quoted


def read_whole(given: Any, what: str, least: int = 1) -> int:
    """Return a number of steps, points or runs.

    Raises
    ------
    ConceptError
        If it is not whole, or below the least that makes sense.
    """
    if isinstance(given, bool) or not hasattr(given, "__index__") or operator.index(given) < least:
        raise ConceptError(f"{what}={quoted(given)}: write a whole number, {least} or more.")
    return operator.index(given)


def read_positive(given: Any, what: str) -> float:
    """Return a number above 0 as a float.

    Raises
    ------
    ConceptError
        If it is not a finite number above 0.
    """
    try:
        value = float(given)
    except (TypeError, ValueError, OverflowError):
        value = math.nan
    if not 0 < value < math.inf:
        raise ConceptError(f"{what}={quoted(given)}: write a number above 0.")
    return value
