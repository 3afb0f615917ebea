"""The door every attack goes through: only errors of the package may come out.

A TypeError is expected where Python itself raises it, before the package is reached or by its convention: for a missing
or unknown argument, and for a comparison that sympy refuses (``T > I``).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import gametheory as gt
from gametheory.formulas.solver import Limit

SOON = Limit(steps=200_000, seconds=2)
"""For questions that may be hard."""


@contextlib.contextmanager
def refusing() -> Iterator[None]:
    """Let the package refuse what it is given."""
    with contextlib.suppress(gt.GameTheoryError):
        yield


def attempt(make: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """Return what the package makes of the input, None if it refuses it by an error of its own."""
    try:
        return make(*given, **named)
    except gt.GameTheoryError as error:
        assert str(error).strip(), f"{type(error).__name__} says nothing"
        return None


def look(value: Any) -> None:
    """Print a result in every way it can be printed."""
    if value is None:
        return
    for way in ("__str__", "__repr__", "_repr_html_", "_repr_latex_"):
        if hasattr(value, way):
            attempt(getattr(value, way))


# Text and numbers.
