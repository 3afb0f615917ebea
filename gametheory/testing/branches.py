"""A formula taken apart into branches: conjunctions of single comparisons, one of which holds at every point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gametheory.formulas.factors import factorised
from gametheory.formulas.formula import FALSE, TRUE, And, Atom, Formula, Leaf, Or, atom, conjunction, disjunction
from gametheory.formulas.polynomial import Polynomial, constant
from gametheory.formulas.simplify import QUICK
from gametheory.formulas.solver import check

MOST_BRANCHES = 32
"""Alternatives beyond so many branches are not told apart; points that meet none of them are drawn again."""


@dataclass(frozen=True)
class Branch:
    """A conjunction.

    Parameters
    ----------
    literals : tuple of Atom
        Single polynomials, compared by >, >= or ==.
    undivided : tuple of Formula
        Alternatives that were not told apart.
    """

    literals: tuple[Atom, ...] = ()
    undivided: tuple[Formula, ...] = ()

    def possible(self, *further: Formula) -> bool:
        """Whether it has a point, as far as the solver says quickly."""
        return check((*map(Leaf, self.literals), *self.undivided, *further), QUICK).status != "unsat"

    def joined(self, formulas: Iterable[Formula]) -> Branch:
        """Return the branch with further formulas, each where it belongs."""
        literals, choices = list(self.literals), list(self.undivided)
        pending = list(formulas)[::-1]
        while pending:
            part = pending.pop()
            if isinstance(part, Or):
                choices.append(part)
            elif isinstance(part, And):
                pending.extend(reversed(part.parts))
            elif (single := _single(part)) is part:
                literals += [part.atom] if part.atom not in literals else []
            else:
                pending.append(single)
        return Branch(tuple(literals), tuple(choices))


def branches(formula: Formula) -> list[Branch]:
    """Return the branches of a formula: it holds at a point exactly where one of them does.

    Branches without a point are left out where the solver shows it quickly. No branch: the formula has no point.
    """
    done: list[Branch] = []
    waiting = [Branch().joined((formula,))]
    while waiting:
        branch = waiting.pop(0)
        if not branch.undivided or len(done) + len(waiting) >= MOST_BRANCHES:
            done.append(branch)
            continue
        choice = min(branch.undivided, key=lambda one: len(one.parts) if isinstance(one, Or) else 0)
        rest = Branch(branch.literals, tuple(one for one in branch.undivided if one is not choice))
        assert isinstance(choice, Or)
        parts = (rest.joined((part,)) for part in choice.parts)
        waiting.extend(part for part in parts if part.possible())
    return done


def _single(leaf: Leaf) -> Formula:
    """Return the same as comparisons of single polynomials; the leaf itself if it is one."""
    relation = leaf.atom.relation
    if not leaf.atom.names:
        return TRUE if leaf.atom.holds({}) else FALSE
    factors = [part for factor in leaf.atom.factors for part in _factors(factor)]
    if len(factors) == 1 and relation != "!=":
        return leaf
    if relation == "==":
        return disjunction(atom([factor], "==") for factor in factors)
    if relation == "!=":
        return conjunction(disjunction((atom([factor], ">"), atom([factor], "<"))) for factor in factors)
    same, opposite = atom([constant(1)], relation), atom([constant(-1)], relation)
    for factor in factors:
        above, below = atom([factor], relation), atom([-factor], relation)
        same, opposite = (
            disjunction((conjunction((same, above)), conjunction((opposite, below)))),
            disjunction((conjunction((same, below)), conjunction((opposite, above)))),
        )
    return same


def _factors(polynomial: Polynomial) -> list[Polynomial]:
    """Return factors whose product has the sign of the polynomial; the polynomial itself if it has no others."""
    if polynomial.degree < 2:
        return [polynomial]
    found = [part for part, power in factorised(polynomial) for _ in range(2 - power % 2)]
    proper = [part for part in found if part.value is None]
    if len(proper) == 1 and proper[0].degree == polynomial.degree:
        return [polynomial]
    sign = -1 if sum(part.value is not None and part.value < 0 for part in found) % 2 else 1
    return [proper[0] if sign > 0 else -proper[0], *proper[1:]]
