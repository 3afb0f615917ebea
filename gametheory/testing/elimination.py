"""An order to draw parameters in, and what limits each of them once the earlier ones have values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from gametheory.errors import CapacityError
from gametheory.formulas.formula import Atom, Formula, Leaf, atom, is_false, is_true, negate
from gametheory.formulas.polynomial import Polynomial, constant
from gametheory.formulas.simplify import QUICK
from gametheory.formulas.solver import check
from gametheory.testing.branches import Branch
from gametheory.testing.implied_bounds import implied_bounds

MOST_LITERALS = 120
"""Bounds that multiply beyond this when a parameter is eliminated are left out."""

WORTH_THINNING = 16
"""From so many comparisons on, the solver is asked which of them follow from the others."""

CHEAP = 9
"""A parameter with a range of its own is drawn late if eliminating it makes no more bounds than this."""

SIGNS = {1: ">", -1: "<", 0: "=="}


@dataclass(frozen=True)
class Step:
    """One parameter, to be drawn once the earlier ones have values.

    Parameters
    ----------
    name : str
        The parameter.
    exact : tuple of Atom
        Linear in it; together they leave it an interval, which is not empty.
    loose : tuple of Atom
        They limit it too, and the earlier ones were drawn without regard to them.
    """

    name: str
    exact: tuple[Atom, ...]
    loose: tuple[Atom, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The steps in the order of drawing.

    Parameters
    ----------
    steps : tuple of Step
        Every parameter once.
    complete : bool
        Whether every draw of all steps exists and satisfies the branch: no interval is ever empty.
    """

    steps: tuple[Step, ...]
    complete: bool


@dataclass(frozen=True)
class _State:
    """A conjunction on its way: what is left to eliminate, and the steps found so far, the last one first."""

    literals: tuple[Atom, ...]
    names: tuple[str, ...]
    steps: tuple[Step, ...] = ()
    complete: bool = True


def plans(branch: Branch, names: Iterable[str], most: int) -> list[Plan]:
    """Return plans that together draw every point of a branch, several where the sign of a coefficient is open.

    Parameters
    ----------
    branch : Branch
        What is to hold.
    names : iterable of str
        Every parameter.
    most : int
        Beyond so many plans, cases are not told apart.

    Notes
    -----
    Fourier-Motzkin elimination: the parameters are eliminated one after another, each lower bound put below each upper
    bound, and drawn in the opposite order, each from the interval that the earlier ones leave it. Complete for linear
    comparisons, and for others as far as each is linear in the parameter eliminated.

    References
    ----------
    Schrijver, A. (1986), "Theory of Linear and Integer Programming", section 12.2.
    """
    start = tidied(branch.literals)
    waiting = [] if start is None else [_State(start, tuple(sorted(names)))]
    done: list[Plan] = []
    while waiting:
        state = waiting.pop(0)
        if state.names:
            waiting.extend(_eliminated(state, divide=len(done) + len(waiting) < most))
        else:
            done.append(Plan(state.steps, state.complete and not branch.undivided))
    return done


def _eliminated(state: _State, divide: bool) -> list[_State]:
    name = min(state.names, key=lambda one: _effort(state.literals, one))
    here = [one for one in state.literals if name in one.names]
    free = [one for one in state.literals if name not in one.names]
    linear = [one for one in here if is_linear_in(one, name)]
    loose = [one for one in here if one not in linear]
    rises: dict[Atom, int] = {}
    settled: list[Atom] = []  # signs of slopes that the eliminated comparisons may have implied
    for literal in tuple(linear):
        slope = literal.factors[0].coefficients(name)[1]
        possible = _signs(state.literals, slope)
        if len(possible) > 1 and divide:
            return [case for sign in possible if (case := _in_case(state, slope, sign)) is not None]
        if len(possible) > 1:
            linear.remove(literal)
            loose.append(literal)
        elif not possible:
            return []
        else:
            rises[literal] = possible[0]
            if slope.value is None and _signs(free, slope) != possible:
                settled += _leaf_atoms(atom((slope,), SIGNS[possible[0]]))
    complete = state.complete and not loose
    if loose:
        together = {other for one in loose for other in one.names} - {name}
        free += implied_bounds(state.literals, sorted(together & set(state.names)))
    try:
        crossed = tidied((*free, *settled, *_projected(name, linear, rises)))
    except CapacityError:
        crossed, complete = tidied(free), False
    if crossed is None:
        return []
    if len(crossed) > MOST_LITERALS:
        crossed, complete = tuple(free), False
    step = Step(name, tuple(linear), tuple(loose))
    left = tuple(one for one in state.names if one != name)
    return [_State(thinned(crossed), left, (step, *state.steps), complete)]


def _effort(literals: Sequence[Atom], name: str) -> tuple[int, int, int, int, str]:
    """Rank a parameter: the least is eliminated first, and drawn last.

    First come those without an upper bound, which are free to eliminate and let a chain be drawn from its small end;
    then those with a range of their own, a discount factor or a share; then whatever multiplies the bounds least.
    """
    here = [one for one in literals if name in one.names]
    linear = [one for one in here if is_linear_in(one, name)]
    slopes = [one.factors[0].coefficients(name)[1].value for one in linear]
    lower = sum(slope is None or slope > 0 for slope in slopes)
    upper = sum(slope is None or slope < 0 for slope in slopes)
    new = len(here) - 1 if any(one.relation == "==" for one in linear) else lower * upper
    ends = {one.factors[0].coefficients(name)[1].value for one in linear if len(one.names) == 1}
    ranged = any(end and end > 0 for end in ends) and any(end and end < 0 for end in ends)
    kind = 0 if not upper else 1 if ranged and new <= CHEAP else 2
    return len(here) - len(linear), kind, new - len(here), upper, _reversed(name)


def _reversed(name: str) -> str:
    return "".join(chr(0x10FFFF - ord(letter)) for letter in name) + chr(0x10FFFF)


def is_linear_in(literal: Atom, name: str) -> bool:
    """Whether a comparison is linear in a parameter that it mentions."""
    return len(literal.factors[0].coefficients(name)) == 2


def _signs(literals: Sequence[Atom], slope: Polynomial) -> list[int]:
    """Return the signs that a slope may have."""
    if slope.value is not None:
        return [1 if slope.value > 0 else -1]
    stated = [sign for sign in SIGNS if set(_leaf_atoms(atom((slope,), SIGNS[sign]))) & set(literals)]
    known = tuple(map(Leaf, literals))
    return stated or [s for s in SIGNS if check((*known, atom((slope,), SIGNS[s])), QUICK).status != "unsat"]


def _in_case(state: _State, slope: Polynomial, sign: int) -> _State | None:
    """Return the state with one sign of a slope stated; None if that is never true."""
    literals = tidied((*state.literals, *_leaf_atoms(atom((slope,), SIGNS[sign]))))
    return None if literals is None else _State(literals, state.names, state.steps, state.complete)


def _leaf_atoms(formula: Formula) -> list[Atom]:
    return [formula.atom] if isinstance(formula, Leaf) else []


def _projected(name: str, linear: Sequence[Atom], rises: dict[Atom, int]) -> list[Formula]:
    """Say of the other parameters that some value of this one satisfies the comparisons."""
    flat = [_flat(one, name) for one in linear if rises[one] == 0]
    steep = [one for one in linear if rises[one] != 0]
    equations = [one for one in steep if one.relation == "=="]
    if equations:
        solved = min(equations, key=lambda one: len(one.factors[0].coefficients(name)[1].terms))
        pairs = [(solved, one, one.relation) for one in steep if one is not solved]
    else:
        lower = [one for one in steep if rises[one] > 0]
        upper = [one for one in steep if rises[one] < 0]
        # Of two relations, ">" sorts before ">=".
        pairs = [(a, b, min(a.relation, b.relation)) for a in lower for b in upper]
    return [*flat, *(_combined(a, rises[a], b, relation, name) for a, b, relation in pairs)]


def _flat(literal: Atom, name: str) -> Formula:
    return atom((literal.factors[0].coefficients(name)[0],), literal.relation)


def _combined(first: Atom, sign: int, second: Atom, relation: str, name: str) -> Formula:
    """Return what the second comparison says where the first one is an equation."""
    (b1, a1), (b2, a2) = first.factors[0].coefficients(name), second.factors[0].coefficients(name)
    # x = -b1/a1, and a1 times the sign of the slope is positive.
    return atom((constant(sign) * (a1 * b2 - a2 * b1),), relation)


def tidied(given: Iterable[Atom | Formula]) -> tuple[Atom, ...] | None:
    """Return comparisons without repetitions, of parallel ones the tightest; None if one of them is never true."""
    tightest: dict[object, tuple[Fraction, int, Atom]] = {}
    for one in given:
        formula = one if not isinstance(one, Atom) else atom(one.factors, one.relation)
        if is_false(formula):
            return None
        if is_true(formula):
            continue
        assert isinstance(formula, Leaf)  # of a single comparison
        literal = formula.atom
        polynomial = literal.factors[0]
        shift = next((Fraction(c) for monomial, c in polynomial.terms if not monomial), Fraction(0))
        content, rest = (polynomial - constant(shift)).primitive()
        size = abs(content)
        key: object = (rest.terms, content > 0) if literal.relation != "==" else (polynomial, "==")
        rank = (shift / size, 0 if literal.relation == ">" else 1)
        if key not in tightest or rank < tightest[key][:2]:
            tightest[key] = (*rank, literal)
    return tuple(literal for _, _, literal in tightest.values())


def thinned(literals: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Return many comparisons without those that follow from the others."""
    if len(literals) < WORTH_THINNING:
        return literals
    kept = list(literals)
    for literal in literals:
        others = [Leaf(one) for one in kept if one is not literal]
        if check((*others, negate(Leaf(literal))), QUICK).status == "unsat":
            kept.remove(literal)
    return tuple(kept)
