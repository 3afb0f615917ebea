"""Shorter formulas that say the same under given assumptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from gametheory.formulas.factors import factorised
from gametheory.formulas.formula import (
    FALSE,
    TRUE,
    Atom,
    Formula,
    Leaf,
    Or,
    atom,
    conjunction,
    disjunction,
    evaluate,
    fold,
    leaves,
    negate,
)
from gametheory.formulas.polynomial import Polynomial
from gametheory.formulas.solver import Answer, Limit, check
from gametheory.formulas.switches import Switches

QUICK = Limit(steps=2_000_000, seconds=1)
"""A redundancy that is not settled quickly is kept: that is sound, and only longer."""

MOST_UNSETTLED = 12
MOST_ASKED = 500
"""After so many questions that were not settled, or so many in all, no more are asked: the rest stays as it is."""

LONG = 5
"""From so many comparisons on it pays to read a formula once and to switch them on and off."""

MOST_CUBES = 40
"""A formula that needs more alternatives than this stays as it is."""


@dataclass
class Effort:
    """What simplifying has cost so far: questions to the solver, and those that it did not settle."""

    asked: int = 0
    unsettled: int = 0

    def count(self, status: str) -> None:
        """Count a question by its answer."""
        self.asked += 1
        self.unsettled += status == "unknown"

    @property
    def spent(self) -> bool:
        """Whether enough was asked."""
        return self.asked >= MOST_ASKED or self.unsettled >= MOST_UNSETTLED


class _Sample:
    """A point of the assumptions, and what is known to hold there: the same formulas are asked about often."""

    def __init__(self, values: Mapping[str, Fraction]) -> None:
        self.values = values
        self._atoms: dict[Atom, bool] = {}
        self._formulas: dict[int, tuple[Formula, bool]] = {}  # by identity; kept, so that no other takes its place

    def satisfies(self, formula: Formula) -> bool:
        if isinstance(formula, Leaf):
            return evaluate(formula, self.values, self._atoms)
        if id(formula) not in self._formulas:
            self._formulas[id(formula)] = formula, evaluate(formula, self.values, self._atoms)
        return self._formulas[id(formula)][1]


class Simplifier:
    """Simplifies formulas under one set of assumptions.

    Parameters
    ----------
    assumptions : sequence of Formula
        What may be used; they must not contradict each other.
    limit : Limit
        For each single question.
    effort : Effort, optional
        What was spent so far, if it is to count as this one's.
    """

    def __init__(self, assumptions: Sequence[Formula], limit: Limit = QUICK, effort: Effort | None = None) -> None:
        self.assumptions = tuple(assumptions)
        self.limit = limit
        self.effort = Effort() if effort is None else effort
        self.signs: dict[Polynomial, int | None] = {}
        # Points of the assumptions seen so far: what holds at one of them is possible, without asking the solver.
        self.samples: list[_Sample] = []

    def simplified(self, formula: Formula) -> Formula:
        """Return an equivalent formula, the shorter of what it says and what its complement says.

        The result is a disjunction of conjunctions of comparisons that occur in the formula, without redundant ones,
        or the negation of such a form; TRUE or FALSE where that is settled. Greedy, so not always the shortest.
        """
        if self._impossible(formula):
            return FALSE
        reduced = self.reduced(formula)
        if self._impossible(negate(reduced)):
            return TRUE
        direct = self._cover(reduced)
        if direct is None:
            return reduced
        if not isinstance(direct, Or):
            return direct
        opposite = self._cover(negate(reduced))
        if opposite is not None and len(leaves(opposite)) < len(leaves(direct)):
            return negate(opposite)
        return direct

    def reduced(self, formula: Formula) -> Formula:
        """Factor every comparison and drop the factors whose sign the assumptions settle."""
        known: dict[Atom, Formula] = {}

        def reduce_leaf(leaf: Leaf) -> Formula:
            if leaf.atom not in known:
                known[leaf.atom] = self._reduced_atom(leaf.atom)
            new = known[leaf.atom]
            unchanged = isinstance(new, Leaf) and new.atom == leaf.atom
            return leaf if unchanged else new

        return fold(formula, reduce_leaf, conjunction, disjunction)

    def sign(self, polynomial: Polynomial) -> int | None:
        """Return 1, 0 or -1 if the assumptions settle the sign of a polynomial everywhere, None if not."""
        content, primitive = polynomial.primitive()
        if primitive.value is not None:
            return (content > 0) - (content < 0)
        if primitive not in self.signs:
            self.signs[primitive] = self._settled_sign(primitive)
        known = self.signs[primitive]
        return None if known is None else known * (1 if content > 0 else -1)

    def _settled_sign(self, polynomial: Polynomial) -> int | None:
        """Ask only whether the sign can differ from the one at some point of the assumptions."""
        somewhere = self._ask(()).values
        if somewhere is None:
            return None
        value = polynomial.evaluate(defaultdict(Fraction, somewhere))
        sign, other = (1, "<=") if value > 0 else (-1, ">=") if value < 0 else (0, "!=")
        return sign if self._impossible(atom((polynomial,), other)) else None

    def _reduced_atom(self, given: Atom) -> Formula:
        sign, kept = 1, []
        powers: dict[Polynomial, int] = {}
        for polynomial in given.factors:
            for factor, power in factorised(polynomial):
                content, primitive = factor.primitive()
                if content == 0:
                    return atom((factor,), given.relation)
                sign *= (1 if content > 0 else -1) ** power
                if primitive.value is None:
                    powers[primitive] = powers.get(primitive, 0) + power
        for factor, power in powers.items():
            settled = self.sign(factor)
            if settled == 0:
                return atom((Polynomial(()),), given.relation)
            if settled is not None:
                sign *= settled**power
            else:
                # An even power never changes the sign, but it may vanish: keep it as two equal factors.
                kept.extend([factor] * (2 - power % 2))
        unit = Polynomial((((), Fraction(sign)),))
        return atom((unit, *kept), given.relation)

    def _impossible(self, *formulas: Formula) -> bool:
        return self._ask(formulas).status == "unsat"

    def _ask(self, formulas: Sequence[Formula]) -> Answer:
        """Look among the points seen so far, then ask the solver."""
        seen = self._seen(formulas)
        if seen is not None:
            return Answer("sat", seen.values)
        if self.effort.spent:
            return Answer("unknown", reason="enough was asked before")
        answer = check((*self.assumptions, *formulas), self.limit)
        self.effort.count(answer.status)
        if answer.values is not None:
            # A variable that the question did not mention is in no assumption either: it may be anything.
            self.samples.append(_Sample(defaultdict(Fraction, answer.values)))
        return answer

    def _seen(self, formulas: Sequence[Formula]) -> _Sample | None:
        return next((sample for sample in self.samples if all(map(sample.satisfies, formulas))), None)

    def _cover(self, formula: Formula) -> Formula | None:
        """Return an irredundant disjunction of prime conjunctions, None if it takes too many or is not settled.

        A formula has its negations at the atoms, so the atoms that are true at a point imply it by themselves.
        """
        opposite = negate(formula)
        cubes: list[tuple[Leaf, ...]] = []
        left_over: list[Formula] = []
        while len(cubes) <= MOST_CUBES:
            answer = self._ask((formula, *left_over))
            if answer.status == "unsat":
                return disjunction(_joined(cube) for cube in self._irredundant(cubes))
            if answer.values is None:
                return None
            values = defaultdict(Fraction, answer.values)
            true = {leaf.atom: leaf for leaf in leaves(formula) if leaf.atom.holds(values)}
            cube = self._prime(tuple(true.values()), opposite)
            cubes.append(self._prime(self._reduced_within(cube), opposite))
            left_over.append(negate(_joined(cubes[-1])))
        return None

    def _prime(self, cube: tuple[Leaf, ...], opposite: Formula) -> tuple[Leaf, ...]:
        """Drop comparisons, the most complicated first, while the rest still implies the formula."""
        ordered = sorted(cube, key=_complexity, reverse=True)
        if len(cube) >= LONG:
            needed, ordered = self._needed(ordered, opposite)
            cube = tuple(leaf for leaf in cube if leaf in needed)
        for leaf in ordered:
            rest = tuple(other for other in cube if other is not leaf)
            if self._impossible(*rest, opposite):
                cube = rest
        return _equations(cube)

    def _needed(self, cube: list[Leaf], opposite: Formula) -> tuple[list[Leaf], list[Leaf]]:
        """Return the comparisons that stay when the first are dropped first, and those still to be asked about.

        One solver reads the opposite once, and names comparisons that are enough: the others are dropped unasked.
        """
        switches = Switches(cube, (*self.assumptions, opposite), self.limit)
        kept = enough = frozenset(range(len(cube)))
        unsettled = []
        for index, leaf in enumerate(cube):
            rest = kept - {index}
            if index in enough:
                if self.effort.spent or self._seen((*(cube[other] for other in rest), opposite)):
                    continue
                status = switches.status(rest)
                self.effort.count(status)
                if status == "unknown":
                    unsettled.append(leaf)
                if status != "unsat":
                    continue
                enough = switches.core()
            kept = rest
        needed = [cube[index] for index in sorted(kept)]
        # What it named is asked about once more, alone.
        return (needed, unsettled) if self._impossible(*needed, opposite) else (cube, cube)

    def _reduced_within(self, cube: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
        """Drop factors whose sign the other comparisons of the conjunction settle."""
        for leaf in cube:
            if len(leaf.atom.factors) > 1:
                rest = tuple(other for other in cube if other is not leaf)
                within = Simplifier((*self.assumptions, *rest), self.limit, self.effort)
                cube = (*rest, *leaves(within.reduced(leaf)))
        return cube

    def _irredundant(self, cubes: list[tuple[Leaf, ...]]) -> list[tuple[Leaf, ...]]:
        for cube in sorted(cubes, key=len, reverse=True):
            others = [other for other in cubes if other is not cube]
            if others and self._impossible(_joined(cube), *(negate(_joined(other)) for other in others)):
                cubes = others
        return cubes


def _joined(cube: tuple[Leaf, ...]) -> Formula:
    return conjunction(cube)


def _complexity(leaf: Leaf) -> tuple[int, int, int, str]:
    factors = leaf.atom.factors
    return (
        sum(factor.degree for factor in factors),
        len(leaf.atom.names),
        sum(len(factor.terms) for factor in factors),
        str(leaf.atom),
    )


def _equations(cube: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """Write two opposite weak inequalities as one equation, and one that excludes equality as a strict one."""
    cube = _strict(cube)
    found = {leaf.atom: leaf for leaf in cube}
    written: dict[Atom, Leaf] = {}
    for leaf in cube:
        first, rest = leaf.atom.factors[0], leaf.atom.factors[1:]
        if leaf.atom.relation == ">=" and Atom((-first, *rest), ">=") in found:
            equation = atom(leaf.atom.factors, "==")
            assert isinstance(equation, Leaf)  # its factors are not constant
            written[equation.atom] = equation
        else:
            written[leaf.atom] = leaf
    return tuple(written.values())


def _strict(cube: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    unequal = {leaf.atom.factors for leaf in cube if leaf.atom.relation == "!="}
    strict: list[Leaf] = []
    used = set()
    for leaf in cube:
        apart = atom(leaf.atom.factors, "!=")
        if leaf.atom.relation == ">=" and isinstance(apart, Leaf) and apart.atom.factors in unequal:
            stronger = atom(leaf.atom.factors, ">")
            assert isinstance(stronger, Leaf)  # its factors are not constant
            strict.append(stronger)
            used.add(apart.atom.factors)
        else:
            strict.append(leaf)
    return tuple(leaf for leaf in strict if not (leaf.atom.relation == "!=" and leaf.atom.factors in used))
