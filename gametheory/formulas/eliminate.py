"""Quantifier elimination for one variable: where some real value of it makes a formula hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gametheory.errors import CapacityError
from gametheory.formulas.factors import factorised
from gametheory.formulas.formula import And, Atom, Formula, Leaf, Or, atom, conjunction, disjunction, fold, names
from gametheory.formulas.polynomial import ONE, Polynomial, constant, product, variable
from gametheory.formulas.simplify import QUICK
from gametheory.formulas.solver import Limit, check

MOST_CUBES = 2_000
"""After so many conjunctions the answer would not be readable, and the search gives up."""

MOST_UNDECIDED = 20
"""After so many questions that the solver left undecided it is asked no more, and every case stays."""

SIGNS = {1: ">", -1: "<", 0: "=="}


def eliminate(formula: Formula, name: str, assumptions: Sequence[Formula] = (), limit: Limit = QUICK) -> Formula | None:
    """Return where some real value of a variable makes the formula hold, without that variable.

    Parameters
    ----------
    formula : Formula
        What is to hold, bounds of the variable included.
    name : str
        The variable.
    assumptions : sequence of Formula
        Taken to hold. They do not mention the variable; a ValueError if they do.
    limit : Limit
        How hard to try at each question to the solver. It only drops cases and finds signs: where it is undecided,
        the answer is longer, and still right.

    Returns
    -------
    Formula or None
        Equivalent under the assumptions: a disjunction of cases, not simplified further; atoms that do not mention the
        variable keep their reasons. None where this method has no answer.

    Notes
    -----
    There is an answer if every atom factors over the rationals into polynomials of degree at most 1 in the variable,
    with any polynomials in the others as coefficients, or if each case with a higher degree has an equation of degree
    1 to substitute; and if there are at most MOST_CUBES conjunctions to look at.

    Each conjunction is treated by Fourier-Motzkin elimination: every lower bound lies below every upper bound. Where
    the sign of a coefficient is open, it is split into cases; an equation is solved and substituted under its guard,
    as in virtual substitution: V. Weispfenning, "The complexity of linear problems in fields", J. Symbolic Computation
    5 (1988) 3-27; R. Loos and V. Weispfenning, "Applying linear quantifier elimination", Computer Journal 36 (1993)
    450-462.
    """
    if any(name in names(assumption) for assumption in assumptions):
        raise ValueError(f"an assumption mentions {name}, which is to be eliminated; make it a part of the formula.")
    search = _Search(name, tuple(assumptions), limit)
    try:
        return _joined(search.branches(fold(formula, search.split, conjunction, disjunction)))
    except (_NotDoneError, CapacityError):
        return None


class _NotDoneError(Exception):
    """A conjunction has a degree above 1, or there are too many conjunctions."""


@dataclass(frozen=True, slots=True)
class _Cube:
    """A conjunction on its way to a branch of the answer.

    Its free parts lack the variable; its literals compare one polynomial in it each, by >, >= or ==; its choices are
    still to be taken apart. The signs, of primitive polynomials, follow from the free parts and the assumptions.
    """

    free: tuple[Formula, ...] = ()
    literals: tuple[Atom, ...] = ()
    choices: tuple[Or, ...] = ()
    signs: Mapping[Polynomial, int] = field(default_factory=lambda: {ONE: 1})


@dataclass(frozen=True, slots=True)
class _Search:
    """The question: the variable, what is assumed of the others, how hard to try; and why the solver gave up so far."""

    name: str
    assumptions: tuple[Formula, ...]
    limit: Limit
    undecided: list[str] = field(default_factory=list)

    def split(self, leaf: Leaf) -> Formula:
        """Write an atom by single polynomials in the variable, compared by >, >= or ==.

        A weak product needs no cases for factors that are zero: of two factors with a product >= 0, both are >= 0 or
        both are <= 0, and zero is either.
        """
        if self.name not in leaf.atom.names:
            return leaf
        factors = [part for factor in leaf.atom.factors for part in _factored(factor, self.name)]
        moving = [part for part in factors if self.name in part.names]
        free = [part for part in factors if self.name not in part.names]
        relation = leaf.atom.relation
        if relation == "==":
            return disjunction(atom(parts, relation) for parts in (free, *([part] for part in moving)))
        if relation == "!=":
            nonzero = (disjunction((atom([part], ">"), atom([part], "<"))) for part in moving)
            return conjunction((atom(free, relation), *nonzero))
        same, opposite = atom(free, relation), atom([constant(-1), *free], relation)
        for part in moving:
            above, below = atom([part], relation), atom([-part], relation)
            same, opposite = (
                disjunction((conjunction((same, above)), conjunction((opposite, below)))),
                disjunction((conjunction((same, below)), conjunction((opposite, above)))),
            )
        return same

    def branches(self, formula: Formula) -> list[tuple[Formula, ...]]:
        """Return conjunctions without the variable; one of them holds exactly where the formula can."""
        found: list[tuple[Formula, ...]] = []
        stack = [self._with(_Cube(), (formula,))]
        for _ in range(MOST_CUBES):
            if not stack:
                return found
            cube = stack.pop()
            if self._excluded((*cube.free, *map(Leaf, cube.literals), *cube.choices)):
                continue
            if cube.choices or cube.literals:
                stack.extend(reversed(self._cases(cube)))
            else:
                found.append(cube.free)
        raise _NotDoneError

    def _excluded(self, formulas: Iterable[Formula]) -> bool:
        if len(self.undecided) >= MOST_UNDECIDED:
            return False
        answer = check((*self.assumptions, *formulas), self.limit)
        if answer.status == "unknown":
            self.undecided.append(answer.reason)
        return answer.status == "unsat"

    def _with(self, cube: _Cube, formulas: Iterable[Formula]) -> _Cube:
        """Add formulas to a conjunction, each where it belongs."""
        free, literals, choices = list(cube.free), list(cube.literals), list(cube.choices)
        pending = list(formulas)[::-1]
        while pending:
            part = pending.pop()
            if isinstance(part, And):
                pending.extend(reversed(part.parts))
            elif self.name not in names(part):
                free.append(part)
            elif isinstance(part, Or):
                choices.append(part)
            elif part.atom not in literals:
                literals.append(part.atom)
        return replace(cube, free=tuple(free), literals=tuple(literals), choices=tuple(choices))

    def _cases(self, cube: _Cube) -> list[_Cube]:
        """Return conjunctions nearer to a branch; one of them can hold exactly where this one can."""
        if cube.choices:
            choice = min(cube.choices, key=lambda one: len(one.parts))
            rest = replace(cube, choices=tuple(one for one in cube.choices if one is not choice))
            return [self._with(rest, (part,)) for part in choice.parts]
        linear = [one for one in cube.literals if len(one.factors[0].coefficients(self.name)) == 2]
        equations = [one for one in linear if one.relation == "=="]
        if not equations and len(linear) < len(cube.literals):
            raise _NotDoneError
        used = [min(equations, key=lambda one: len(self._slope(one).names))] if equations else linear
        for literal in used:
            slope = self._slope(literal).primitive()[1]
            possible = self._signs(cube, slope)
            if possible not in ((1,), (-1,)):
                return [self._in_case(cube, slope, sign, possible) for sign in possible]
            cube = replace(cube, signs={**cube.signs, slope: possible[0]})
        parts = self._substituted(cube, used[0]) if equations else self._crossed(cube)
        return [self._with(replace(cube, literals=()), parts)]

    def _slope(self, literal: Atom) -> Polynomial:
        return literal.factors[0].coefficients(self.name)[-1]

    def _rises(self, cube: _Cube, literal: Atom) -> bool:
        content, slope = self._slope(literal).primitive()
        return content * cube.signs[slope] > 0

    def _signs(self, cube: _Cube, slope: Polynomial) -> tuple[int, ...]:
        """Return the signs that the free parts leave to a primitive polynomial.

        The literals must not help: they go, and what only they imply would go unsaid.
        """
        if slope in cube.signs:
            return (cube.signs[slope],)
        return tuple(sign for sign in SIGNS if not self._excluded((*cube.free, atom((slope,), SIGNS[sign]))))

    def _in_case(self, cube: _Cube, slope: Polynomial, sign: int, possible: tuple[int, ...]) -> _Cube:
        """Add the sign of a slope, stated unless it is the only one possible."""
        parts = [atom((slope,), SIGNS[sign])] if len(possible) > 1 else []
        for literal in cube.literals:
            shift, *slopes = literal.factors[0].coefficients(self.name)
            flat = sign == 0 and len(slopes) == 1 and slopes[0].primitive()[1] == slope
            parts.append(atom((shift,), literal.relation) if flat else Leaf(literal))
        return self._with(replace(cube, literals=(), signs={**cube.signs, slope: sign}), parts)

    def _substituted(self, cube: _Cube, equation: Atom) -> list[Formula]:
        """Say what the other literals say where the equation holds."""
        line = equation.factors[0] if self._rises(cube, equation) else -equation.factors[0]
        return [self._at_zero(line, one, one.relation) for one in cube.literals if one is not equation]

    def _crossed(self, cube: _Cube) -> list[Formula]:
        """Say that every lower bound lies below every upper bound, strictly if one of them is strict."""
        lower = [one for one in cube.literals if self._rises(cube, one)]
        upper = [one for one in cube.literals if one not in lower]
        # Of two relations, ">" sorts before ">=".
        return [self._at_zero(a.factors[0], b, min(a.relation, b.relation)) for a in lower for b in upper]

    def _at_zero(self, line: Polynomial, literal: Atom, relation: str) -> Formula:
        """Compare the polynomial of a literal with zero at the zero of a line that rises."""
        value, slope = literal.factors[0], line.coefficients(self.name)[-1]
        while self.name in value.names:  # add multiples of the line, and multiply only by what is positive
            *lower, leading = value.coefficients(self.name)
            ours, theirs = _proportion(slope, leading)
            value = ours * value - theirs * product([variable(self.name)] * (len(lower) - 1)) * line
        return atom((value,), relation)


def _proportion(first: Polynomial, second: Polynomial) -> tuple[Polynomial, Polynomial]:
    """Return two polynomials in the same proportion, the first positive where the given one is."""
    (content, primitive), (other_content, other) = first.primitive(), second.primitive()
    if primitive != other:
        return first, second
    return constant(abs(content)), constant(other_content if content > 0 else -other_content)


def _factored(polynomial: Polynomial, name: str) -> list[Polynomial]:
    """Return factors whose product has the sign of the polynomial, irreducible if its degree in the variable is > 1."""
    if len(polynomial.coefficients(name)) <= 2:
        return [polynomial]
    return [part for part, power in factorised(polynomial) for _ in range(2 - power % 2)]


def _joined(branches: list[tuple[Formula, ...]]) -> Formula:
    """Return the disjunction of the conjunctions, without those that say all that another one says."""
    kept: list[dict[Atom | int, Formula]] = []
    for parts in branches:
        keyed: dict[Atom | int, Formula] = {}
        for part in parts:
            keyed.setdefault(part.atom if isinstance(part, Leaf) else id(part), part)
        if not any(other.keys() <= keyed.keys() for other in kept):
            kept = [*(other for other in kept if not keyed.keys() <= other.keys()), keyed]
    return disjunction(conjunction(keyed.values()) for keyed in kept)
