"""Every figure and dated event of the two papers, each with its place and as an exact interval.

A figure stands for the numbers that round to it as it is printed: 1.78 per cent is anything from 1.775 to 1.785. One
that a paper calls a bound ("over", "at least", "nearly") is open on the other side. Nothing is filled in: what neither
paper gives (every level of the United States, for one) is not here, and is a free parameter of the models. The table
itself is facts.csv beside this file; its notes say where a paper disagrees with itself, or with the other one.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True)
class Interval:
    """An exact interval; None for an end that is open.

    Parameters
    ----------
    low, high : Fraction or None
        Its ends, which belong to it.
    """

    low: Fraction | None
    high: Fraction | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the interval from {self.low} to {self.high} is empty; give the smaller end first.")

    def __contains__(self, number: Fraction | int) -> bool:
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
        )

    def __truediv__(self, other: Interval) -> Interval:
        """Divide one interval of positive numbers by another."""
        if any(one.low is None or one.low <= 0 for one in (self, other)):
            raise ValueError("only intervals of positive numbers are divided here.")
        assert self.low is not None and other.low is not None  # both were just looked at
        low = Fraction(0) if other.high is None else self.low / other.high
        return Interval(low, None if self.high is None else self.high / other.low)

    def __str__(self) -> str:
        return f"[{'-inf' if self.low is None else self.low}, {'inf' if self.high is None else self.high}]"


@dataclass(frozen=True)
class Fact:
    """One figure, forecast or dated event of a paper.

    Parameters
    ----------
    id, paper, where : str
        Its name here; which paper; where in it.
    kind : {"figure", "forecast", "event", "name"}
        A forecast is not an outcome, and a name has no number.
    quantity, stated : str
        What it is; how the paper puts it.
    interval : Interval
        What it stands for, in `unit`; for an event, from which year to which.
    unit, year, actors, note : str
        As the paper has them; the note says what is odd about it.
    """

    id: str
    paper: str
    where: str
    kind: str
    quantity: str
    stated: str
    interval: Interval
    unit: str
    year: str
    actors: str
    note: str

    @property
    def printed(self) -> Fraction:
        """The number as the paper prints it: the middle of what rounds to it, or the bound."""
        low, high = self.interval.low, self.interval.high
        if low is None and high is None:
            raise ValueError(f"{self.id} is a name, {self.stated}, and has no number.")
        return (low + high) / 2 if low is not None and high is not None else low if low is not None else high  # type: ignore[return-value]

    @property
    def locator(self) -> str:
        """The place, with the paper."""
        return f"{self.paper}, {self.where}"


@cache
def facts() -> Mapping[str, Fact]:
    """Return every fact by its id, in the order of the table."""
    found: dict[str, Fact] = {}
    with files("sino_russian").joinpath("facts.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            low, high = (Fraction(row.pop(end)) if row[end] else row.pop(end) or None for end in ("low", "high"))
            found[row["id"]] = Fact(**row, interval=Interval(low, high))  # type: ignore[arg-type]
    return MappingProxyType(found)


def figure(id: str) -> Fraction:
    """Return the number of a fact as its paper prints it."""
    return facts()[id].printed
