"""The package's own errors: each says what is wrong, where, and one way to mend it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self


class GameTheoryError(Exception):
    """Base class of every error this package raises on purpose.

    Attributes
    ----------
    point : Point or None
        Where the trouble was found, if it was found at a point.
    """

    point: Any = None

    def at(self, point: Any) -> Self:
        """Return the error with the point at which it was found."""
        self.point = point
        return self


class ExactnessError(GameTheoryError, ValueError):
    """A number that is not exact (a float, NaN, a complex number), or text that is not arithmetic."""


class ParameterError(GameTheoryError, ValueError):
    """A parameter declared wrongly, or two different parameters of one name that meet."""


class PayoffError(GameTheoryError, ValueError):
    """A payoff that cannot be used as it stands."""


class UndefinedPayoffError(PayoffError):
    """A payoff that divides by something the premises do not keep away from zero; `point` says where."""


class GameError(GameTheoryError, ValueError):
    """A game whose players, actions, cells or outcomes do not fit together."""


class ConceptError(GameTheoryError, ValueError):
    """A solution concept asked of a game or an outcome it is not defined for."""


class AssumptionError(GameTheoryError, ValueError):
    """A premise that cannot be used, premises that contradict each other, or a point outside them.

    Attributes
    ----------
    core : Premises or None
        The premises that contradict each other or are violated, if that is the trouble.
    """

    def __init__(self, message: str, core: Any = None) -> None:
        super().__init__(message)
        self.core = core


class PointError(GameTheoryError, ValueError):
    """A point that lacks a parameter, or gives one a value that is not an exact number."""


class EmptyRegionError(GameTheoryError, ValueError):
    """A point was asked of a region that is proved to have none."""


class Undecided(GameTheoryError):
    """The solver gave up within its limit, so the honest answer is neither yes nor no."""


class CapacityError(GameTheoryError, ValueError):
    """Input larger than the package is willing to expand."""


class MissingLibraryError(GameTheoryError, ImportError):
    """A library that is no dependency of this package, and is not installed here."""


def quoted(value: Any, write: Callable[[Any], str] = repr) -> str:
    """Return how a message shows what a user gave: as Python writes it, or its kind if it cannot be written.

    A whole number of more than 4300 digits has no text in Python, and an object of another library may have none.
    """
    try:
        return write(value)
    except Exception:
        return f"a {type(value).__name__} that has no text"
