"""Values that are given by different closed forms in different parts of parameter space."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from gametheory.errors import ConceptError
from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import all_of, any_of
from gametheory.formulas.display import expression_text
from gametheory.premise import Premises
from gametheory.region import Region
from gametheory.solutions.demonstration import Demonstration, all_proved, demonstrate


@dataclass(frozen=True, eq=False)
class ValueCase(Mapping[str, Payoff]):
    """A part of parameter space with one closed form: an immutable mapping from players to values.

    Parameters
    ----------
    region : Region
        Where.
    items_ : tuple of (str, payoff)
        In the order of the players.
    free : Region or None
        Where the values mention parameters of their own, because any of several divisions will do: which of them.
    """

    region: Region
    items_: tuple[tuple[str, Payoff], ...]
    free: Region | None = None

    def __getitem__(self, player: str) -> Payoff:
        return dict(self.items_)[player]

    def __iter__(self) -> Iterator[str]:
        return (player for player, _ in self.items_)

    def __len__(self) -> int:
        return len(self.items_)

    def __str__(self) -> str:
        values = ", ".join(f"{player} {expression_text(value)}" for player, value in self.items_)
        division = "" if self.free is None else f", for any division with {self.free}"
        return f"{self.region}: {values}{division}"


@dataclass(frozen=True, eq=False)
class ValueCases:
    """All the parts.

    Parameters
    ----------
    title : str
        Of what.
    found : tuple of ValueCase
        Those that are not proved empty.
    premises : Premises
        What the cases are read under.
    parameters : tuple of Parameter
        Of the cases.
    """

    title: str
    found: tuple[ValueCase, ...]
    premises: Premises
    parameters: tuple[Any, ...]

    def __iter__(self) -> Iterator[ValueCase]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @cached_property
    def proofs(self) -> tuple[Demonstration, ...]:
        """That some case applies at every point of the premises, and never two."""
        conditions = [case.region.condition for case in self.found]
        apart = all_of(~(one & other) for one, other in combinations(conditions, 2))
        return (
            demonstrate(f"{self.title}: some case applies", any_of(conditions), self.premises, self.parameters),
            demonstrate(f"{self.title}: no two cases apply at once", apart, self.premises, self.parameters),
        )

    @property
    def complete(self) -> bool:
        """Whether the cases are proved to be a partition of the premises."""
        return all_proved(self.proofs)

    def at(self, point: Mapping[Any, Any]) -> ValueCase:
        """Return the case of a point of the premises.

        Raises
        ------
        ConceptError
            If the point is in none of them; they are then not complete.
        """
        for case in self.found:
            if case.region.contains(point):
                return case
        raise ConceptError(
            f"{self.title}: no case has the point, so they are not complete; please report the premises."
        )

    def __str__(self) -> str:
        ending = "a partition: proved" if self.complete else "not proved to be a partition"
        return "\n".join([f"{self.title} ({len(self)} cases, {ending})", *(f"  {case}" for case in self.found)])


def possible_cases(found: Sequence[ValueCase]) -> tuple[ValueCase, ...]:
    """Return the cases that are not proved empty."""
    from gametheory.deduction import search

    return tuple(
        case for case in found if search(case.region.premises, case.region.readable.formula).status != "impossible"
    )
