"""Points of parameter space: one exact number a parameter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.errors import PointError, quoted
from gametheory.grammar import exact


@dataclass(frozen=True)
class Point(Mapping[Any, Fraction]):
    """An immutable mapping from parameters to exact numbers; a name serves as a key too.

    Parameters
    ----------
    coordinates : tuple of (Parameter, Fraction)
        Sorted by name.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R = gt.parameters("T R")
    >>> point = gt.when(T > R + 1).witness()
    >>> print(point)
    R = 0, T = 2
    >>> point[T], point["T"]
    (Fraction(2, 1), Fraction(2, 1))
    """

    coordinates: tuple[tuple[Any, Fraction], ...]

    def __getitem__(self, key: Any) -> Fraction:
        for parameter, value in self.coordinates:
            if key == parameter or key == parameter.name:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[Any]:
        return (parameter for parameter, _ in self.coordinates)

    def __len__(self) -> int:
        return len(self.coordinates)

    def __str__(self) -> str:
        return ", ".join(f"{parameter.name} = {value}" for parameter, value in self.coordinates) or "any point"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))

    @property
    def named(self) -> dict[str, Fraction]:
        """The coordinates by name."""
        return {parameter.name: value for parameter, value in self.coordinates}


def make_point(values: Mapping[str, Fraction], parameters: Mapping[str, Any]) -> Point:
    """Return the point with these values; names without a parameter are left out."""
    return Point(tuple((parameters[name], values[name]) for name in sorted(values) if name in parameters))


def point_given(point: Mapping[Any, Any] | None, values: Mapping[str, Any]) -> dict[Any, Any]:
    """Return what a user gives as a mapping, by name, or both, as one mapping."""
    if point is not None and not isinstance(point, Mapping):
        raise PointError(f"the point is {quoted(point):.60}; give a mapping from parameters to numbers, or x=1.")
    return {**(point or {}), **values}


def read_values(given: Mapping[Any, Any], needed: Mapping[str, Any]) -> dict[str, Fraction]:
    """Return a user's point by name, exact; more parameters than needed are welcome.

    Parameters
    ----------
    given : mapping of Parameter or str to exact number
        The point.
    needed : mapping of str to Parameter
        The parameters that must have a value.

    Raises
    ------
    PointError
        For a missing parameter, an unusable key or a number that is not exact.
    """
    if not isinstance(given, Mapping):
        raise PointError(f"the point is {quoted(given):.60}; give a mapping from parameters to numbers: {{x: 1}}.")
    values: dict[str, Fraction] = {}
    for key, value in given.items():
        name = key if isinstance(key, str) else getattr(key, "name", None)
        if name is None:
            raise PointError(f"{quoted(key)} is not a parameter; use the parameter or its name as the key.")
        if name in needed and not isinstance(key, str) and key != needed[name]:
            raise PointError(f"{name} is a different parameter from the {name} used here; use the same one.")
        if name in values:
            raise PointError(f"the point gives {name} twice; give it one value, by the parameter or by its name.")
        values[name] = exact(value, what=f"{name}'s value", error=PointError)
    missing = sorted(set(needed) - set(values))
    if missing:
        example = ", ".join(f"{name}: 1" for name in missing)
        raise PointError(f"the point has no value for {', '.join(missing)}; add {{{example}}}.")
    return values
