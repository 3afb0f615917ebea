"""Quantifier-free formulas over the rationals: atoms with a reason, joined by and and or.

A formula is in negation normal form: only atoms are negated, and the negation of an atom is an atom. Formulas are
circuits (a part may be shared by many), so every walk here visits a shared part once and none recurses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeVar

from gametheory.formulas.polynomial import Polynomial, constant

X = TypeVar("X")

NEGATION = {">": "<=", ">=": "<", "==": "!=", "!=": "==", "<": ">=", "<=": ">"}
"""The relation that holds exactly where the other does not."""


@dataclass(frozen=True, slots=True)
class Atom:
    """The product of some polynomials, compared with zero.

    Parameters
    ----------
    factors : tuple of Polynomial
        Integer coefficients, no constants. Kept apart: a product multiplied out is slower to decide and to read.
    relation : {">", ">=", "==", "!="}
        How the product compares with zero.
    """

    factors: tuple[Polynomial, ...]
    relation: str

    @property
    def names(self) -> frozenset[str]:
        """The variables that occur."""
        return frozenset().union(*(factor.names for factor in self.factors))

    def holds(self, values: Mapping[str, Fraction]) -> bool:
        """Decide the atom at a point, exactly."""
        return compare(_sign(self.factors, values), self.relation)

    def negated(self) -> Atom:
        """Return the atom that holds exactly where this one does not."""
        return _oriented(self.factors, NEGATION[self.relation])


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """An atom and why it is there (an incentive, or the relation a user wrote); the solver sees the atom alone."""

    atom: Atom
    why: Any = None
    negated: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class And:
    """Every part holds; with no parts, always true."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Or:
    """Some part holds; with no parts, never true."""

    parts: tuple[Formula, ...]


Formula = Leaf | And | Or

TRUE = And(())
FALSE = Or(())


def compare(sign: Fraction | int, relation: str) -> bool:
    """Say whether a number stands in the relation to zero."""
    match relation:
        case ">":
            return sign > 0
        case ">=":
            return sign >= 0
        case "<":
            return sign < 0
        case "<=":
            return sign <= 0
        case "==":
            return sign == 0
        case _:
            return sign != 0


def atom(factors: Iterable[Polynomial], relation: str, why: Any = None) -> Formula:
    """Return the formula "the product of the factors stands in the relation to zero".

    Constant factors are folded away. A comparison that is constant itself becomes TRUE or FALSE, unless it has a
    reason: then it stays an atom, so that the reason can still be told. An even power changes a sign only where it
    vanishes; give it as two equal factors.
    """
    sign = 1
    kept = []
    for factor in factors:
        content, primitive = factor.primitive()
        if content == 0:
            return _settled(0, relation, why)
        sign = sign if content > 0 else -sign
        if primitive.value is None:
            kept.append(primitive)
    if not kept:
        return _settled(sign, relation, why)
    first = kept[0] if sign > 0 else -kept[0]
    return Leaf(_oriented((first, *kept[1:]), relation), why)


def _settled(sign: int, relation: str, why: Any) -> Formula:
    if why is None:
        return TRUE if compare(sign, relation) else FALSE
    return Leaf(_oriented((constant(sign),), relation), why)


def _oriented(factors: tuple[Polynomial, ...], relation: str) -> Atom:
    """Turn "less than" round by changing the sign of the first factor, and forget signs where they do not matter."""
    first, rest = factors[0], factors[1:]
    if relation in ("<", "<="):
        return Atom((-first, *rest), ">" if relation == "<" else ">=")
    if relation in ("==", "!="):
        first = first.primitive()[1]
    return Atom((first, *rest), relation)


def conjunction(parts: Iterable[Formula]) -> Formula:
    """Return the formula that holds where all parts do."""
    kept = _distinct(part for part in parts if not is_true(part))
    if any(is_false(part) for part in kept):
        return FALSE
    return kept[0] if len(kept) == 1 else And(kept) if kept else TRUE


def disjunction(parts: Iterable[Formula]) -> Formula:
    """Return the formula that holds where some part does."""
    kept = _distinct(part for part in parts if not is_false(part))
    if any(is_true(part) for part in kept):
        return TRUE
    return kept[0] if len(kept) == 1 else Or(kept) if kept else FALSE


def _distinct(parts: Iterable[Formula]) -> tuple[Formula, ...]:
    return tuple({id(part): part for part in parts}.values())


def is_true(formula: Formula) -> bool:
    """Say whether the formula is the constant true."""
    return isinstance(formula, And) and not formula.parts


def is_false(formula: Formula) -> bool:
    """Say whether the formula is the constant false."""
    return isinstance(formula, Or) and not formula.parts


def walk(formula: Formula, leaf: Callable[[Leaf], X], connective: Callable[[And | Or, list[X]], X]) -> X:
    """Compute a value bottom-up from each connective and the values of its parts, each shared part once."""
    done: dict[int, X] = {}
    stack: list[Formula] = [formula]
    while stack:
        node = stack[-1]
        if id(node) in done:
            stack.pop()
        elif isinstance(node, Leaf):
            done[id(node)] = leaf(node)
            stack.pop()
        else:
            waiting = [part for part in node.parts if id(part) not in done]
            if waiting:
                stack.extend(reversed(waiting))  # the first part first
                continue
            done[id(node)] = connective(node, [done[id(part)] for part in node.parts])
            stack.pop()
    return done[id(formula)]


def fold(
    formula: Formula,
    leaf: Callable[[Leaf], X],
    conjoin: Callable[[list[X]], X],
    disjoin: Callable[[list[X]], X],
) -> X:
    """Compute a value bottom-up, knowing of a connective only which of the two it is."""
    return walk(formula, leaf, lambda node, values: conjoin(values) if isinstance(node, And) else disjoin(values))


def negate(formula: Formula) -> Formula:
    """Return the formula that holds exactly where this one does not; reasons stay, marked as negated."""
    return fold(
        formula,
        lambda leaf: Leaf(leaf.atom.negated(), leaf.why, not leaf.negated),
        disjunction,
        conjunction,
    )


def evaluate(formula: Formula, values: Mapping[str, Fraction], known: dict[Atom, bool] | None = None) -> bool:
    """Decide the formula at a point, exactly; each comparison once, however often it occurs.

    Comparisons decided before at the same point may be given as `known`, which is added to.
    """
    known = {} if known is None else known

    def holds(leaf: Leaf) -> bool:
        if leaf.atom not in known:
            known[leaf.atom] = leaf.atom.holds(values)
        return known[leaf.atom]

    return fold(formula, holds, all, any)


def leaves(formula: Formula) -> tuple[Leaf, ...]:
    """Return the leaves, each shared leaf once, in an order that depends on the formula alone."""
    found: list[Leaf] = []
    fold(formula, found.append, lambda parts: None, lambda parts: None)
    return tuple(found)


def atoms(formula: Formula) -> tuple[Atom, ...]:
    """Return the distinct atoms, in an order that depends on the formula alone."""
    return tuple(dict.fromkeys(leaf.atom for leaf in leaves(formula)))


def names(formula: Formula) -> frozenset[str]:
    """Return the variables that occur."""
    return frozenset().union(*(leaf.atom.names for leaf in leaves(formula)))


def map_factors(formula: Formula, change: Callable[[Polynomial], Polynomial]) -> Formula:
    """Return the formula with every polynomial changed (renamed, or taken at a point); reasons stay."""

    def changed(leaf: Leaf) -> Formula:
        new = atom(map(change, leaf.atom.factors), leaf.atom.relation, leaf.why)
        return Leaf(new.atom, leaf.why, leaf.negated) if isinstance(new, Leaf) else new

    return fold(formula, changed, conjunction, disjunction)


def _sign(factors: tuple[Polynomial, ...], values: Mapping[str, Fraction]) -> int:
    sign = 1
    for factor in factors:
        value = factor.evaluate(values)
        if value == 0:
            return 0
        sign = sign if value > 0 else -sign
    return sign
