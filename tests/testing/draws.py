"""Many draws of a strategy, and the plain numbers of a point."""

from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.strategies import SearchStrategy


def draws(strategy: SearchStrategy[Any], count: int = 60) -> list[Any]:
    """Return what a strategy draws in a test, always the same."""
    seen: list[Any] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(drawn: Any) -> None:
        seen.append(drawn)

    collect()
    return seen


def smallest(strategy: SearchStrategy[Any], wanted: Callable[[Any], bool] = lambda drawn: True) -> Any:
    """Return the example that Hypothesis shrinks to."""
    return find(strategy, wanted, settings=settings(database=None, derandomize=True, max_examples=300))


def numbers(point: Any) -> Any:
    """Return a point's coordinates as attributes, each a Fraction."""
    named = point.named
    assert all(type(value) is Fraction for value in named.values())
    return SimpleNamespace(**named)
