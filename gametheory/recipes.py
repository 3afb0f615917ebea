"""How a region's condition is built from premises; kept, so that it can be built anew under others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from gametheory.errors import Undecided
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.display import text
from gametheory.formulas.formula import Formula, conjunction, leaves
from gametheory.formulas.simplify import Simplifier
from gametheory.premise import Premises


class Recipe(Protocol):
    """A way to build a condition; the condition is right under the premises it is built for."""

    def __call__(self, premises: Premises) -> Condition:
        """Build the condition."""

    def explained(self, premises: Premises) -> Condition:
        """Build the condition with all its reasons, before any simplification."""


@dataclass(frozen=True, eq=False)
class Fixed:
    """A condition that depends on no premise."""

    condition: Condition

    def __call__(self, premises: Premises) -> Condition:
        return self.condition

    def explained(self, premises: Premises) -> Condition:
        return self.condition


@dataclass(frozen=True, eq=False)
class Combined:
    """Both, or one of several."""

    word: str
    parts: tuple[Recipe, ...]

    def __call__(self, premises: Premises) -> Condition:
        return self._join(part(premises) for part in self.parts)

    def explained(self, premises: Premises) -> Condition:
        return self._join(part.explained(premises) for part in self.parts)

    def _join(self, parts: Iterable[Condition]) -> Condition:
        return all_of(parts) if self.word == "and" else any_of(parts)


@dataclass(frozen=True, eq=False)
class Complement:
    """Everything else."""

    part: Recipe

    def __call__(self, premises: Premises) -> Condition:
        return ~self.part(premises)

    def explained(self, premises: Premises) -> Condition:
        return ~self.part.explained(premises)


@dataclass(frozen=True, eq=False)
class Simplified:
    """The same, shorter, and written for a reader; right under the premises it was built for."""

    source: Recipe
    parameters: tuple[Any, ...]

    def __call__(self, premises: Premises) -> Condition:
        from gametheory.formulas.solve import presented

        source = self.source(premises)
        simplifier = Simplifier(premises.formulas)
        short = simplifier.simplified(source.formula)
        symbols = {parameter.name: parameter for parameter in self.parameters}
        # A reader wants a condition on what has a range of its own: a discount factor, a threat, a share.
        isolate = [p.name for p in sorted(self.parameters, key=lambda p: (-len(p.bounds), p.name)) if p.bounds]
        return Condition(presented(short, isolate, symbols, simplifier.sign), source.obligations)

    def explained(self, premises: Premises) -> Condition:
        return self.source.explained(premises)


@dataclass(frozen=True, eq=False)
class Solved:
    """The same, with every comparison that mentions a parameter solved for it."""

    source: Recipe
    parameters: tuple[Any, ...]
    name: str

    def __call__(self, premises: Premises) -> Condition:
        from gametheory.formulas.solve import presented

        source = self.source(premises)
        simplifier = Simplifier(premises.formulas)
        short = simplifier.simplified(source.formula)
        symbols = {parameter.name: parameter for parameter in self.parameters}
        solved = presented(short, [self.name], symbols, simplifier.sign, rewrite=True)
        for leaf in leaves(solved):
            if self.name in leaf.atom.names and str(getattr(leaf.why, "lhs", "")) != self.name:
                raise Undecided(
                    f"{text(leaf)} cannot be solved for {self.name}: it is not linear in it, or the premises do not "
                    "settle the sign of its coefficient; add a premise that does."
                )
        return Condition(solved, source.obligations)

    def explained(self, premises: Premises) -> Condition:
        return self.source.explained(premises)


@dataclass(frozen=True, eq=False)
class Eliminated:
    """For some value of a parameter that satisfies what is assumed of it."""

    source: Recipe
    name: str
    original: Premises

    def kept(self, premises: Premises) -> Premises:
        """Return the premises that do not mention the parameter."""
        return Premises(*(tuple(p for p in group if not self._mentions(p)) for group in (premises.items, premises.bounds)))

    def _mentions(self, premise: Any) -> bool:
        return any(symbol.name == self.name for symbol in premise.relation.free_symbols)

    def __call__(self, premises: Premises) -> Condition:
        from gametheory.formulas.eliminate import eliminate

        hidden = self.original.without(self.kept(self.original))
        source = self.source(premises.joined(hidden))
        assumptions: list[Formula] = list(self.kept(premises).formulas)
        formula = conjunction((*hidden.formulas, source.formula))
        result = eliminate(formula, self.name, assumptions)
        if result is None:
            raise Undecided(
                f"{self.name} could not be eliminated: the condition is not piecewise linear in it, or has too many "
                "cases; fix some of the other parameters first."
            )
        return Condition(result, tuple(owed for owed in source.obligations if self.name not in _names(owed.formula)))

    def explained(self, premises: Premises) -> Condition:
        return self(premises)


def _names(formula: Formula) -> set[str]:
    return {name for leaf in leaves(formula) for name in leaf.atom.names}


