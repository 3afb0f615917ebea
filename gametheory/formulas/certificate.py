"""Certificates: identities that show, by arithmetic alone, that no real point satisfies some formulas.

Where g > 0 and h >= 0, a sum such as ``2*g + g*h`` is positive. If, multiplied out, it is the zero polynomial, no
point has both. Multipliers for such sums are looked for with z3 and checked without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations_with_replacement
from itertools import product as every
from math import gcd, lcm, prod
from typing import Any

from gametheory.errors import CapacityError
from gametheory.formulas.display import REVERSED, SIGNS, polynomial_text, size
from gametheory.formulas.formula import And, Atom, Formula, Leaf, Or, atom, atoms, conjunction, disjunction, fold
from gametheory.formulas.polynomial import ONE, ZERO, Monomial, Polynomial, constant, product, variable
from gametheory.formulas.solver import Limit

QUICK = Limit(steps=1_000_000, seconds=1)
MOST_NODES = 5_000
MOST_BRANCHES = 64
MOST_STEPS = 1_000
MOST_CONSTRAINTS = 3
MOST_FACTORS = 4
MOST_WORK = 20_000
MOST_PRODUCTS = 400
"""One question to z3 has at most so many multipliers, each for a product of at most MOST_CONSTRAINTS constraints."""


@dataclass(frozen=True, slots=True)
class Term:
    """A product of constraints, times a multiplier.

    Parameters
    ----------
    multiplier : Polynomial
        A number >= 0; if one of the constraints is an equality, any polynomial.
    atoms : tuple of Atom
        The constraints, each ">", ">=" or "==", not necessarily distinct; with none, the product is 1.
    """

    multiplier: Polynomial
    atoms: tuple[Atom, ...]

    @property
    def polynomial(self) -> Polynomial:
        """Everything multiplied out."""
        return product((*(factor for one in self.atoms for factor in one.factors), self.multiplier))

    @property
    def relation(self) -> str | None:
        """How the term compares with zero wherever its constraints hold; None if they do not say."""
        relations, value = {one.relation for one in self.atoms}, self.multiplier.value
        if "==" in relations and relations <= {">", ">=", "=="}:
            return "=="
        if value is None or value < 0 or not relations <= {">", ">="}:
            return None
        return ">" if value > 0 and ">=" not in relations else ">="

    def __str__(self) -> str:
        multiplier = polynomial_text(self.multiplier)
        written = multiplier if multiplier.isalnum() else f"({multiplier})"
        return "*".join((*(map(_constraint_text, self.atoms) if self.atoms else ["(1 > 0)"]), written))


Column = tuple[Term, str | None, Polynomial]
"""A term, how it compares with zero, and what it is multiplied out."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A sum of terms that is positive wherever the constraints in it hold, and zero as a polynomial: so nowhere."""

    terms: tuple[Term, ...]

    @property
    def atoms(self) -> frozenset[Atom]:
        """The constraints that contradict each other."""
        return frozenset(one for term in self.terms for one in term.atoms)

    def verify(self) -> bool:
        """Multiply out and add up, with exact fractions."""
        relations = {term.relation for term in self.terms}
        return None not in relations and ">" in relations and not sum((term.polynomial for term in self.terms), ZERO)

    def __str__(self) -> str:
        return " + ".join(map(str, self.terms)) + " = 0"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A proof that no real point satisfies all the formulas: identities, one of them for each way to satisfy them.

    Parameters
    ----------
    formulas : tuple of Formula
        What is contradictory.
    identities : tuple of Identity
        Whichever parts of the formulas one chooses to make true, the constraints of one identity are among them.
    """

    formulas: tuple[Formula, ...]
    identities: tuple[Identity, ...]

    def verify(self) -> bool:
        """Check everything again from the formulas' own atoms, by polynomial arithmetic; no solver is asked."""
        closed = [identity.atoms for identity in self.identities]
        try:
            return all(identity.verify() for identity in self.identities) and any(
                _open_branch(_split(self.formulas, by_factor), closed) is None for by_factor in (False, True)
            )
        except CapacityError:
            return False

    def __str__(self) -> str:
        return "\n".join(map(str, self.identities)) or "false as it stands"


def certify(formulas: Sequence[Formula], limit: Limit = QUICK) -> Certificate | None:
    """Look for a certificate that no real point satisfies all the formulas.

    Parameters
    ----------
    formulas : sequence of Formula
        What is thought to be contradictory.
    limit : Limit
        For each question to z3. Each of at most 64 branches takes up to three; the first that fails ends the search.

    Returns
    -------
    Certificate or None
        Verified. None says nothing: the formulas may be satisfiable, or contradictory for a reason that products of
        up to three constraints do not show (a sum of squares, for one), or too large.

    Examples
    --------
    >>> from gametheory.formulas.formula import atom
    >>> from gametheory.formulas.polynomial import variable
    >>> P, S = variable("P"), variable("S")
    >>> print(certify([atom([P - S], ">="), atom([S - P], ">")]))
    (P - S >= 0)*1 + (S - P > 0)*1 = 0
    """
    import z3  # here, because games of numbers need no solver

    context = z3.Context()  # a fresh one: no answer depends on earlier questions
    identities: list[Identity] = []
    products = any(len(one.factors) > 1 for one in atoms(conjunction(formulas)))
    # Signs of products first; signs of their factors where these do not suffice: more branches, of lower degree.
    for by_factor in (False, True) if products else (False,):
        try:
            formula = _split(formulas, by_factor)
            while branch := _open_branch(formula, [identity.atoms for identity in identities]):
                identity = _refutation(branch, limit, context) if len(identities) < MOST_BRANCHES else None
                if identity is None:
                    break
                identities.append(identity)
        except CapacityError:
            return None
        certificate = Certificate(tuple(formulas), tuple(identities))
        if certificate.verify():
            return certificate
    return None


def _constraint_text(one: Atom) -> str:
    factors = [polynomial_text(factor) for factor in one.factors]
    left = factors[0] if len(factors) == 1 else "*".join(f"({factor})" for factor in factors)
    return f"({left} {SIGNS[one.relation]} 0)"


def _split(formulas: Sequence[Formula], by_factor: bool) -> Formula:
    """Return the conjunction with each "not zero" split into "above" and "below".

    Parameters
    ----------
    formulas : sequence of Formula
        At most MOST_NODES nodes together; more raise CapacityError.
    by_factor : bool
        Whether to say of a product, beside its sign, which signs its factors may have.
    """
    whole = conjunction(formulas)
    if size(whole) > MOST_NODES:
        raise CapacityError(f"a formula of more than {MOST_NODES} nodes is too large for a certificate.")

    def sides(leaf: Leaf) -> Formula:
        relations = ("<", ">") if leaf.atom.relation == "!=" else (leaf.atom.relation,)
        found = [atom(leaf.atom.factors, relation) for relation in relations]
        return disjunction(map(_with_factors, found) if by_factor else found)

    return fold(whole, sides, conjunction, disjunction)


def _with_factors(side: Formula) -> Formula:
    """Add to the sign of a product the patterns of signs, all strict or all weak, that give it."""
    if not isinstance(side, Leaf) or not 1 < len(side.atom.factors) <= MOST_FACTORS:
        return side
    factors, relation = side.atom.factors, side.atom.relation
    if relation == "==":
        return conjunction((side, disjunction(atom([factor], "==") for factor in factors)))
    patterns = disjunction(
        conjunction(atom([factor], one) for factor, one in zip(factors, pattern, strict=True))
        for pattern in every((relation, REVERSED[relation]), repeat=len(factors))
        if pattern.count(REVERSED[relation]) % 2 == 0
    )
    return conjunction((side, patterns))


@dataclass(frozen=True, slots=True)
class _Branch:
    """Constraints taken to hold, alternatives still to choose from, and the nodes that led to both."""

    met: tuple[Atom, ...] = ()
    choices: tuple[Or, ...] = ()
    seen: frozenset[int] = frozenset()

    def taking(self, part: Formula) -> _Branch:
        """Return the branch in which this part holds as well; no node is followed twice."""
        met, choices, seen, waiting = dict.fromkeys(self.met), list(self.choices), set(self.seen), [part]
        while waiting:
            node = waiting.pop()
            if id(node) not in seen:
                seen.add(id(node))
                if isinstance(node, Leaf):
                    met[node.atom] = None
                elif isinstance(node, And):
                    waiting.extend(reversed(node.parts))
                else:
                    choices.append(node)
        return _Branch(tuple(met), tuple(choices), frozenset(seen))


def _open_branch(formula: Formula, closed: Sequence[frozenset[Atom]]) -> tuple[Atom, ...] | None:
    """Return constraints that make the formula true and include no closed set; None if there are none.

    Raises
    ------
    CapacityError
        After MOST_STEPS choices.
    """

    def shut(constraints: set[Atom]) -> bool:
        return any(one <= constraints for one in closed)

    stack = [_Branch().taking(formula)]
    for _ in range(MOST_STEPS):
        if not stack:
            return None
        branch = stack.pop()
        met = set(branch.met)
        if shut(met):
            continue
        ways = {
            choice: [part for part in choice.parts if not shut(met | _stated(part))]
            for choice in branch.choices
            if not any(isinstance(part, Leaf) and part.atom in met for part in choice.parts)
        }
        if not ways:
            return branch.met
        # The choice with the fewest ways out first: where one has none, the others need not be made.
        narrow = min(ways, key=lambda choice: len(ways[choice]))
        rest = _Branch(branch.met, tuple(choice for choice in ways if choice is not narrow), branch.seen)
        stack.extend(rest.taking(part) for part in reversed(ways[narrow]))
    raise CapacityError(f"no end after {MOST_STEPS} choices.")


def _stated(part: Formula) -> set[Atom]:
    """Return the constraints that a part states outright."""
    return {one.atom for one in (part.parts if isinstance(part, And) else (part,)) if isinstance(one, Leaf)}


def _refutation(constraints: Sequence[Atom], limit: Limit, context: Any) -> Identity | None:
    """Return an identity over some of the constraints; products of few come before products of many."""
    for most in range(1, MOST_CONSTRAINTS + 1):
        columns = _cancellable([(term, term.relation, term.polynomial) for term in _candidates(constraints, most)])
        found = _multipliers(columns[:MOST_PRODUCTS], limit, context)
        if found:
            denominator = lcm(*(value.denominator for _, value in found))
            scale = Fraction(denominator, gcd(*(value.numerator for _, value in found)))
            sums: dict[tuple[Atom, ...], Polynomial] = {}
            for term, value in found:
                sums[term.atoms] = sums.get(term.atoms, ZERO) + constant(scale * value) * term.multiplier
            return Identity(tuple(Term(multiplier, chosen) for chosen, multiplier in sums.items()))
    return None


def _candidates(constraints: Sequence[Atom], most: int) -> Iterator[Term]:
    """Yield products of at most so many constraints, and equalities times monomials, until it is too much work."""
    equalities = [one for one in constraints if one.relation == "=="]
    variables = [variable(name) for name in sorted({name for one in constraints for name in one.names})]
    work = 0
    for count in range(most + 1):
        powers = combinations_with_replacement(variables, count - 1) if count > 1 else ()
        for term in chain(
            (Term(ONE, chosen) for chosen in combinations_with_replacement(constraints, count)),
            (Term(product(factors), (one,)) for factors in powers for one in equalities),
        ):
            work += prod(len(factor.terms) for one in term.atoms for factor in one.factors)
            if work > MOST_WORK:
                return
            yield term


def _cancellable(columns: list[Column]) -> list[Column]:
    """Leave out, again and again, what has a monomial that nothing else can cancel."""
    while True:
        signs: dict[Monomial, set[bool]] = {}
        for _, relation, polynomial in columns:
            for monomial, coefficient in polynomial.terms:
                signs.setdefault(monomial, set()).update((True, False) if relation == "==" else (coefficient > 0,))
        alive = [column for column in columns if all(len(signs[monomial]) == 2 for monomial, _ in column[2].terms)]
        if len(alive) == len(columns):
            return alive
        columns = alive


def _multipliers(columns: Sequence[Column], limit: Limit, context: Any) -> list[tuple[Term, Fraction]]:
    """Ask z3 for multipliers that make the sum zero and its positive part 1; empty if it finds none."""
    import z3

    rows: dict[Monomial, list[str]] = {}
    strict, script = [], []
    for index, (_, relation, polynomial) in enumerate(columns):
        script.append(f"(declare-const l{index} Real)")
        if relation != "==":
            script.append(f"(assert (>= l{index} 0))")
        if relation == ">":
            strict.append(f"l{index}")
        for monomial, coefficient in polynomial.terms:
            number = f"{coefficient}" if coefficient > 0 else f"(- {-coefficient})"
            rows.setdefault(monomial, []).append(f"(* {number} l{index})")
    # Two zeros, because a sum has at least two parts.
    script += [f"(assert (= 0 (+ 0 0 {' '.join(row)})))" for row in rows.values()]
    script += [f"(assert (= 1 (+ 0 0 {' '.join(strict)})))"]
    solver = z3.SolverFor("QF_LRA", ctx=context)
    solver.set("rlimit", limit.steps)
    solver.set("timeout", limit.seconds * 1000)
    # As text, because building as many expressions one by one takes longer than solving them.
    solver.from_string("".join(script))
    if str(solver.check()) != "sat":
        return []
    model = solver.model()
    values = {known.name(): model[known] for known in model}
    found = [(term, values.get(f"l{index}")) for index, (term, _, _) in enumerate(columns)]
    return [
        (term, Fraction(value.numerator_as_long(), value.denominator_as_long()))
        for term, value in found
        if value is not None and value.numerator_as_long()
    ]
