"""How a region's condition is built from premises; kept, so that it can be built anew under others."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from gametheory.errors import Undecided
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.display import text
from gametheory.formulas.eliminate import eliminate
from gametheory.formulas.formula import Formula, conjunction, leaves, negate
from gametheory.formulas.formula import names as names_of
from gametheory.formulas.simplify import Simplifier
from gametheory.formulas.solve import presented
from gametheory.premise import Premise, Premises


class Recipe(ABC):
    """A way to build a condition that is right under the premises it is built for."""

    def __call__(self, premises: Premises) -> Condition:
        """Build the condition."""
        return self._build(premises, False)

    def explained(self, premises: Premises) -> Condition:
        """Build the condition with all its reasons, leaving out every simplification."""
        return self._build(premises, True)

    @abstractmethod
    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        """Build the condition, simplified or with all its reasons."""

    def possible(self, premises: Premises, holds: bool) -> bool | None:
        """Say whether the condition holds (or fails) at some point of the premises, if that shows before it is built.

        None where it does not; only recipes of conditions that may be huge take a look.
        """
        return None

    @property
    def uses(self) -> tuple[str, ...]:
        """What the condition takes from utilities beside each player's own order of the outcomes."""
        return ()


@dataclass(frozen=True, eq=False)
class Declared(Recipe):
    """A condition that adds utilities across players, moves them, or reads their zero, and says so."""

    source: Recipe
    declared: tuple[str, ...]

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        return self.source._build(premises, with_reasons)

    @property
    def uses(self) -> tuple[str, ...]:
        """What is declared here, and in the source."""
        return tuple(dict.fromkeys((*self.declared, *self.source.uses)))


@dataclass(frozen=True, eq=False)
class Fixed(Recipe):
    """A condition that depends on no premise."""

    condition: Condition

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        return self.condition


@dataclass(frozen=True, eq=False)
class Combined(Recipe):
    """All of several ("and"), or one of them ("or")."""

    word: str
    parts: tuple[Recipe, ...]

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        parts = (part._build(premises, with_reasons) for part in self.parts)
        return all_of(parts) if self.word == "and" else any_of(parts)

    @property
    def uses(self) -> tuple[str, ...]:
        """What any of the parts does."""
        return tuple(dict.fromkeys(use for part in self.parts for use in part.uses))


@dataclass(frozen=True, eq=False)
class Complement(Recipe):
    """Everything else."""

    part: Recipe

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        return ~self.part._build(premises, with_reasons)

    def possible(self, premises: Premises, holds: bool) -> bool | None:
        """Say whether the part fails (or holds) somewhere."""
        return self.part.possible(premises, not holds)

    @property
    def uses(self) -> tuple[str, ...]:
        """What the part does."""
        return self.part.uses


@dataclass(frozen=True, eq=False)
class Simplified(Recipe):
    """The same, shorter, and written for a reader; right under the premises it is built for."""

    source: Recipe
    parameters: tuple[Any, ...]

    @cached_property
    def _known(self) -> dict[Premises, Condition]:
        """What was built already: simplifying is slow, and regions are combined from simplified ones."""
        return {}

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        if with_reasons:
            return self.source.explained(premises)
        if premises not in self._known:
            self._known[premises] = self._shortened(premises)
        return self._known[premises]

    @property
    def uses(self) -> tuple[str, ...]:
        """What the source does."""
        return self.source.uses

    def _shortened(self, premises: Premises) -> Condition:
        # A reader wants a condition on what has a range of its own: a discount factor, a threat, a share.
        ranged = sorted((p for p in self.parameters if p.bounds), key=lambda p: (-len(p.bounds), p.name))
        return self._written([p.name for p in ranged], premises, rewrite=False)

    def _written(self, isolate: Sequence[str], premises: Premises, *, rewrite: bool) -> Condition:
        source = self.source(premises)
        simplifier = Simplifier(premises.formulas)
        symbols = {parameter.name: parameter for parameter in self.parameters}
        short = simplifier.simplified(source.formula)
        return Condition(presented(short, isolate, symbols, simplifier.sign, rewrite=rewrite), source.obligations)


@dataclass(frozen=True, eq=False)
class Solved(Simplified):
    """The same, with every comparison that mentions a parameter solved for it."""

    name: str

    def _shortened(self, premises: Premises) -> Condition:
        solved = self._written([self.name], premises, rewrite=True)
        for leaf in leaves(solved.formula):
            if self.name in leaf.atom.names and str(getattr(leaf.why, "lhs", "")) != self.name:
                raise Undecided(
                    f"{text(leaf)} cannot be solved for {self.name}: it is not linear in it, or the premises do not "
                    "settle the sign of its coefficient; add a premise that does."
                )
        return solved


@dataclass(frozen=True, eq=False)
class Eliminated(Recipe):
    """For some value of a parameter that satisfies what is assumed of it."""

    source: Recipe
    name: str
    original: Premises

    @property
    def uses(self) -> tuple[str, ...]:
        """What the source does."""
        return self.source.uses

    def kept(self, premises: Premises) -> Premises:
        """Return the premises that do not mention the parameter."""

        def mentions(premise: Premise) -> bool:
            return any(symbol.name == self.name for symbol in premise.relation.free_symbols)

        return Premises(*(tuple(p for p in group if not mentions(p)) for group in (premises.items, premises.bounds)))

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        hidden = self.original.without(self.kept(self.original))
        source = self.source(premises.joined(hidden))
        assumed = self.kept(premises).formulas

        def some(formula: Formula) -> Formula:
            result = eliminate(conjunction((*hidden.formulas, formula)), self.name, assumed)
            if result is None:
                raise Undecided(
                    f"{self.name} could not be eliminated: the condition is not piecewise linear in it, or has too "
                    "many cases; fix some of the other parameters first."
                )
            return result

        # What was owed at every value of the parameter is owed still, now without it: no value may fail it.
        owed = tuple(
            replace(one, formula=negate(some(negate(one.formula)))) if self.name in names_of(one.formula) else one
            for one in source.obligations
        )
        return Condition(some(source.formula), owed)
