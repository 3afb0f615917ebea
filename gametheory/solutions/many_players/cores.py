"""The equilibria of one branch of a support: points, continua, and what could not be resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import product

from gametheory.formulas.formula import Formula
from gametheory.solutions.many_players.branches import Branch
from gametheory.solutions.many_players.common_zeros import common_zeros
from gametheory.solutions.many_players.effort import Effort
from gametheory.solutions.many_players.multilinear import Form
from gametheory.solutions.many_players.number_field import Number, number, sign
from gametheory.solutions.many_players.patches import Condition, Patch, Zero, bounds, fixed_at, weights_of, whole
from gametheory.solutions.many_players.planar import parts
from gametheory.solutions.many_players.questions import ask_within, elsewhere, is_star_shaped, point_of
from gametheory.solutions.many_players.regularity import is_regular
from gametheory.solutions.many_players.supports import Support
from gametheory.solutions.many_players.transfer import Circle, circle

MOST_POINTS = 20
"""So many rational solutions are asked for one by one before giving up."""

UNRESOLVED = "no method resolved the equations and inequalities of"


@dataclass
class Found:
    """What a branch holds: solutions that stand alone, continua, and sentences on what is open."""

    points: list[Zero] = field(default_factory=list)
    patches: list[Patch] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)


def solutions(branch: Branch, support: Support, effort: Effort) -> Found:
    """Return the equilibria of a branch of a support, as far as the effort goes."""
    if not branch.sizes:
        return Found(points=[branch.fixed_point])
    if not branch.core:
        return _product(branch, support, effort)
    around = circle(branch.core)
    loose = {block for block in branch.sizes if not any(block in form.blocks for form in branch.core)}
    if around is not None:
        if around.quadratic:
            return _with_loose(branch, support, around.isolated(), loose, effort)
        if not any(loose & set(form.blocks) for form in branch.open_slacks):
            return _curve(branch, support, around, loose, effort)
    elif (zeros := common_zeros(*_core_system(branch, loose), effort)) is not None:
        return _with_loose(branch, support, zeros, loose, effort)
    return _asked(branch, support, effort)


def _core_system(branch: Branch, loose: set[int]) -> tuple[list[Form], dict[int, int]]:
    forms = [form for form in branch.equations if not loose & set(form.blocks)]
    return forms, {block: size for block, size in branch.sizes.items() if block not in loose}


def _sides(branch: Branch, blocks: Sequence[int]) -> dict[int, tuple[tuple[Number, ...], ...]]:
    return {block: tuple(whole(corner) for corner in branch.polytopes[block]) for block in blocks}


def _middle(corners: Sequence[Sequence[Number]]) -> tuple[Number, ...]:
    return tuple(sum(column[1:], column[0]) / len(corners) for column in zip(*corners, strict=True))


def _product(branch: Branch, support: Support, effort: Effort) -> Found:
    """Return the product of the polytopes, cut by the inequalities between players if there are any."""
    sides = _sides(branch, tuple(branch.sizes))
    sample = branch.fixed_point | {block: _middle(corners) for block, corners in sides.items()}
    if not branch.open_slacks:
        corners = {block: (point,) for block, point in branch.fixed_point.items()} | sides
        return Found(patches=[Patch(support.actions, branch.conditions, sample, corners, True)])
    involved = sorted({block for form in branch.open_slacks for block in form.blocks})
    if len(involved) != 2 or any(branch.sizes[block] != 2 for block in involved):
        return _asked(branch, support, effort)
    slacks = [form for form in branch.slacks if set(form.blocks) <= set(involved)]
    found = Found()
    for part in parts(slacks, *involved):
        point = sample | part.sample
        if part.is_point and len(branch.sizes) == 2:
            found.points.append(point)
        else:
            conditions = (*branch.conditions, *part.conditions)
            found.patches.append(Patch(support.actions, conditions, point, None, True))
    return found


def _with_loose(branch: Branch, support: Support, zeros: list[Zero], loose: set[int], effort: Effort) -> Found:
    """Return the isolated solutions of the core, each with every choice of the players it leaves free."""
    found = Found()
    sides = _sides(branch, sorted(loose))
    ends = [dict(zip(sides, chosen, strict=True)) for chosen in product(*sides.values())]
    for zero in zeros:
        point = branch.fixed_point | zero
        slacks = [form for form in branch.slacks if len(form.blocks) > 1 or form.blocks[0] not in loose]
        values = [[sign(form.value(point | end)) for end in ends] for form in slacks]
        if any(max(signs) < 0 for signs in values):
            continue
        if any(min(signs) < 0 for signs in values):
            return _asked(branch, support, effort)
        if not loose:
            found.points.append(point)
            continue
        sample = point | {block: _middle(corners) for block, corners in sides.items()}
        corners = {block: (strategy,) for block, strategy in point.items()} | sides
        conditions = (*branch.conditions, *_around(zero))
        found.patches.append(Patch(support.actions, conditions, sample, corners, circle(branch.core) is not None))
    return found


def _around(zero: Zero) -> list[Condition]:
    """Return the conditions that part a solution of the core from the others: its value, or an interval around it."""
    found: list[Condition] = []
    for block, strategy in zero.items():
        rational = [p for p in map(number, strategy) if isinstance(p, Fraction)]
        if len(rational) == len(strategy):
            found += fixed_at(block, weights_of(rational))
        else:
            first = number(strategy[0])
            low, high = (first, first) if isinstance(first, Fraction) else (first.low, first.high)
            found += bounds(block, low, high, len(strategy))
    return found


def _curve(branch: Branch, support: Support, around: Circle, loose: set[int], effort: Effort) -> Found:
    """Return the arcs of a curve, each with every choice of the players that the curve leaves free."""
    slacks = [form for form in branch.slacks if not loose & set(form.blocks)]
    sides = _sides(branch, sorted(loose))
    others = branch.fixed_point | {block: _middle(corners) for block, corners in sides.items()}
    arcs, points = around.arcs(slacks)
    found = Found()
    for arc in arcs:
        conditions = (*branch.conditions, *arc.conditions)
        found.patches.append(Patch(support.actions, conditions, others | arc.sample, None, True))
    if points and loose:
        return _asked(branch, support, effort)
    found.points += [branch.fixed_point | point for point in points]
    return found


def _asked(branch: Branch, support: Support, effort: Effort) -> Found:
    """Ask a solver for the solutions of a branch that no method above resolves."""
    found = Found()
    others: list[Formula] = []
    while effort.questions and len(found.points) <= MOST_POINTS:
        answer = ask_within(branch.conditions, support.actions, others)
        if answer.status == "unsat":
            return found
        if answer.values is None:
            effort.questions -= 1
            break
        point = point_of(answer.values, support.actions)
        others.append(elsewhere(answer.values))
        if not is_regular(support, point) and ask_within(branch.conditions, support.actions, others).status != "unsat":
            return Found(patches=[_patch(branch, support, point)])
        found.points.append(point)
    found.unresolved.append(UNRESOLVED)
    return found


def _patch(branch: Branch, support: Support, sample: Zero) -> Patch:
    patch = Patch(support.actions, branch.conditions, sample, None, False)
    return replace(patch, connected=is_star_shaped(patch))
