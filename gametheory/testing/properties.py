"""Ready-made properties: tests that look for a counterexample, and what may be said when they find none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

from gametheory.errors import ConceptError, quoted

X = TypeVar("X")


@dataclass(frozen=True)
class Unrefuted:
    """No counterexample was found. This is no proof: ``gt.prove`` proves.

    Parameters
    ----------
    claim : str
        What was tried.
    examples : int
        How many examples were looked at.
    """

    claim: str
    examples: int

    def __str__(self) -> str:
        return f"unrefuted, not proved: {self.claim}; {self.examples} examples, no counterexample"

    def __bool__(self) -> bool:
        raise TypeError("unrefuted is neither true nor false: no counterexample was found, and none was excluded.")


class Property(Protocol):
    """A test: it raises AssertionError with the smallest counterexample found, or returns None."""

    def __call__(self) -> None:
        """Look for a counterexample."""

    def examine(self) -> Unrefuted:
        """Look for a counterexample, and say how many examples there were without one."""


class RefutedError(AssertionError):
    """A counterexample was found; its text is written when it is read, because few examples are the smallest."""

    def __init__(self, claim: str, problem: Callable[[], str]) -> None:
        super().__init__()
        self.claim, self.problem = claim, problem

    def __str__(self) -> str:
        return f"refuted: {self.claim}\n{self.problem()}"


PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink)
"""All but the last: which lines of this package a counterexample runs explains nothing about it."""


def make_property(
    claim: str, strategy: SearchStrategy[X], failure: Callable[[X], Callable[[], str] | None], examples: Any
) -> Property:
    """Return a test that no drawn example fails.

    Parameters
    ----------
    claim : str
        What it says.
    strategy : SearchStrategy
        Of the examples.
    failure : callable
        From an example to what writes what is wrong with it, or None.
    examples : int
        How many to look at, at most.
    """
    if isinstance(examples, bool) or not isinstance(examples, int) or examples < 1:
        raise ConceptError(f"examples={quoted(examples)}: write a whole number of at least 1.")
    passed: list[int] = []

    @settings(max_examples=examples, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
    @given(drawn=strategy)
    def test(drawn: Any) -> None:
        problem = failure(drawn)
        if problem is not None:
            raise RefutedError(claim, problem)
        passed.append(1)

    def examine() -> Unrefuted:
        passed.clear()
        test()
        return Unrefuted(claim, len(passed))

    test.__doc__ = claim
    test.examine = examine  # type: ignore[attr-defined]
    return test  # type: ignore[return-value]
