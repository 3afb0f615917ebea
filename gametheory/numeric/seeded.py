"""Randomness from an explicit seed, for a library that draws from numpy's global generator."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from gametheory.errors import ConceptError, quoted


@contextmanager
def seeded(seed: Any) -> Iterator[None]:
    """Seed numpy's global generator, and leave it afterwards as it was found.

    Another thread that draws from the global generator meanwhile would be seen in the result.

    Raises
    ------
    ConceptError
        If the seed is not a whole number from 0 to 2**32 - 1.
    """
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**32:
        raise ConceptError(
            f"seed={quoted(seed)}: write a whole number from 0 to {2**32 - 1}, and note it with the result."
        )
    import numpy

    before = numpy.random.get_state()
    numpy.random.seed(seed)
    try:
        yield
    finally:
        numpy.random.set_state(before)
