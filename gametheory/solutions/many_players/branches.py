"""The equations and inequalities of a support, taken apart until each part is linear, a circle, or left to a method.

Products are split into their factors; what linear conditions leave of a player's strategies is a polytope; a polytope
that is one point is put into the other conditions. What is left is the hard core of a branch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from gametheory.solutions.many_players.multilinear import Form
from gametheory.solutions.many_players.patches import Condition, Zero, fixed_at, whole
from gametheory.solutions.many_players.polytope import corners


@dataclass(frozen=True)
class Branch:
    """A part of the solutions of a support.

    Parameters
    ----------
    sizes : dict
        How many actions each player mixes whose strategy is not fixed yet.
    equations : tuple of Form
        Irreducible; these vanish. Those in one player's probabilities are in `polytopes` as well.
    slacks : tuple of Form
        These are not negative.
    fixed : dict
        Strategies known already, as whole numbers proportional to them.
    polytopes : dict
        For each player not fixed the corners of what the linear conditions leave.
    """

    sizes: dict[int, int]
    equations: tuple[Form, ...]
    slacks: tuple[Form, ...]
    fixed: dict[int, tuple[int, ...]] = field(default_factory=dict)
    polytopes: dict[int, list[tuple[int, ...]]] = field(default_factory=dict)

    @property
    def core(self) -> tuple[Form, ...]:
        """The equations between several players."""
        return tuple(form for form in self.equations if len(form.blocks) > 1)

    @property
    def open_slacks(self) -> tuple[Form, ...]:
        """The inequalities between several players that fail at some corners of the polytopes."""
        return tuple(
            form for form in self.slacks if len(form.blocks) > 1 and min(_corner_values(form, self.polytopes)) < 0
        )

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Everything the branch asks of a profile."""
        fixed = [condition for block, weights in self.fixed.items() for condition in fixed_at(block, weights)]
        equations = [(form, "==") for form in self.equations]
        return (*fixed, *equations, *((form, ">=") for form in self.slacks))

    @property
    def fixed_point(self) -> Zero:
        """The strategies known already."""
        return {block: whole(weights) for block, weights in self.fixed.items()}


def _corner_values(form: Form, polytopes: dict[int, list[tuple[int, ...]]]) -> Iterator[int]:
    """Yield the values at all combinations of corners; anything between them lies between these values."""
    for chosen in product(*(polytopes[block] for block in form.blocks)):
        yield int(form.value(dict(zip(form.blocks, chosen, strict=True))))  # type: ignore[arg-type]


def branches(sizes: dict[int, int], equations: Sequence[Form], slacks: Sequence[Form]) -> Iterator[Branch]:
    """Yield the branches in which all probabilities may be positive; together they have all solutions.

    Parameters
    ----------
    sizes : dict
        How many actions each player mixes.
    equations, slacks : sequences of Form
        These vanish; these are not negative.
    """
    waiting = [Branch(sizes, tuple(equations), tuple(slacks))]
    seen = []
    while waiting:
        branch = waiting.pop()
        parts = _split(branch)
        if parts is not None:
            waiting += reversed(parts)
            continue
        smaller = _linear(branch)
        if smaller is not None and len(smaller.fixed) > len(branch.fixed):
            waiting.append(smaller)
        elif smaller is not None and smaller not in seen:
            seen.append(smaller)
            yield smaller


def _split(branch: Branch) -> list[Branch] | None:
    """Return the branches by the factors of an equation; none if it cannot hold; None if there is nothing to split."""
    kept: dict[Form, None] = {}
    for i, form in enumerate(branch.equations):
        if form.is_zero:
            continue
        parts = [part for part in form.equation().split() if not part.never_zero]
        if not parts:
            return []
        if len(parts) > 1:
            rest = (*kept, *branch.equations[i + 1 :])
            return [replace(branch, equations=(*rest, part)) for part in parts]
        kept[parts[0]] = None
    slacks: dict[Form, None] = {}
    for form in branch.slacks:
        reduced = _without_positive_factors(form)
        if not reduced.nonnegative:
            if reduced.nonpositive:
                return []
            slacks[reduced] = None
    if tuple(kept) == branch.equations and tuple(slacks) == branch.slacks:
        return None
    return [replace(branch, equations=tuple(kept), slacks=tuple(slacks))]


def _without_positive_factors(form: Form) -> Form:
    """Return a form with the same sign wherever all probabilities are positive."""
    if len(form.blocks) < 2 or form.is_zero:
        return form.primitive()
    parts = form.split()
    indefinite = [part for part in parts if not part.never_zero]
    if len(indefinite) != 1 or len(parts) == 1:
        return form.primitive()
    # At any term the form and the product of its factors differ by one constant; the other factors keep their sign.
    key, value = next(form.terms())
    place = dict(zip(form.blocks, key, strict=True))
    factor = dict(indefinite[0].terms())[tuple(place[block] for block in indefinite[0].blocks)]
    return indefinite[0] if (value > 0) == (factor > 0) else indefinite[0].negated()


def _linear(branch: Branch) -> Branch | None:
    """Return the branch with its polytopes, strategies that are determined put in; None if it is empty."""
    polytopes = {}
    fixed = {}
    for block, size in branch.sizes.items():
        own = (block,)
        equal = [form.values for form in branch.equations if form.blocks == own]
        more = [form.values for form in branch.slacks if form.blocks == own]
        polytopes[block] = corners(size, equal, more)
        if not all(any(corner[action] for corner in polytopes[block]) for action in range(size)):
            return None
        if len(polytopes[block]) == 1:
            fixed[block] = polytopes[block][0]
    equations, slacks = list(branch.equations), list(branch.slacks)
    for block, weights in fixed.items():
        equations = [form.at(block, weights) if block in form.blocks else form for form in equations]
        slacks = [form.at(block, weights) if block in form.blocks else form for form in slacks]
    left = {block: size for block, size in branch.sizes.items() if block not in fixed}
    return Branch(
        left,
        tuple(equations),
        tuple(slacks),
        {**branch.fixed, **fixed},
        {block: polytopes[block] for block in left},
    )
