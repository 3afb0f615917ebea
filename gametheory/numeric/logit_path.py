"""Following logit equilibria from the centre: predict along the tangent, correct, and watch what is passed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gametheory.numeric.logit_equations import LARGEST, LogitEquations, Vector

CONVERGED = 1e-9  # of a Newton step; the next one would be smaller than rounding
SINGULAR = 1e-12  # of a singular value against the largest: below it a direction is left alone
STEP = 0.05
SMALLEST_STEP = 1e-10
MOST_POINTS = 5000
REGRET = 1e-6
MISSED, BENT = 0.05, 0.002  # of a prediction, in log-probabilities and lambda: how far off, and how far off if bent
SHARP = -30.0  # a log-probability below which an action is as good as unused


@dataclass(frozen=True, eq=False)
class Node:
    """A point of the path: log-probabilities and lambda, the direction of travel, and how many feedbacks are unstable.

    Where the last number changes, the path turns or other branches cross it.
    """

    point: Vector
    tangent: Vector
    unstable: int


@dataclass(frozen=True, eq=False)
class Fork:
    """A node at which other branches cross the path, and the directions of log-probabilities that are free there."""

    node: Node
    kernel: Vector
    straight: bool


@dataclass(frozen=True, eq=False)
class Path:
    """What was followed: nodes (turning points among them), the turning points, the forks, and why it ended."""

    nodes: tuple[Node, ...]
    turns: tuple[Node, ...]
    forks: tuple[Fork, ...]
    ended: str
    whole: bool


def correct(equations: LogitEquations, point: Vector, keep_lambda: bool = False) -> Vector | None:
    """Return the equilibrium nearest to a point, by Newton steps of least length; None if there is none near."""
    for _ in range(10):
        if not (np.isfinite(point).all() and point[:-1].max() < 1.0):
            return None
        left, derivative = equations.system(point)
        move = _least(derivative[:, :-1] if keep_lambda else derivative, -left)
        point = point + (np.append(move, 0.0) if keep_lambda else move)
        if (np.abs(move) <= CONVERGED * (1.0 + np.abs(point[: len(move)]))).all():
            return point
    return None


def node_at(equations: LogitEquations, point: Vector, before: Vector) -> Node:
    """Return the node at an equilibrium, travelling on in the direction of before."""
    derivative = equations.system(point)[1]
    # Where branches cross, two directions solve the first rows; the shortest solution is the one straight on.
    tangent = _least(np.vstack([derivative, before]), np.append(np.zeros(len(derivative)), 1.0))
    values = np.linalg.eigvals(equations.feedback(point))
    return Node(point, tangent / np.linalg.norm(tangent), int((values.real < 0).sum()))


def _least(matrix: Vector, right: Vector) -> Vector:
    """Solve with rows of equal length, leaving alone the directions in which the matrix is singular."""
    lengths = np.linalg.norm(matrix, axis=1)
    lengths[lengths == 0] = 1.0
    solution: Vector = np.linalg.lstsq(matrix / lengths[:, None], right / lengths, rcond=SINGULAR)[0]
    return solution


def along(equations: LogitEquations, node: Node, step: float) -> Node | None:
    """Return the node a step further."""
    point = correct(equations, node.point + step * node.tangent)
    return None if point is None else node_at(equations, point, node.tangent)


def advance(equations: LogitEquations, node: Node, step: float) -> tuple[Node | None, float]:
    """Return the next node, not so far away that the path could have been lost, and the step to try after it."""
    lam, speed = node.point[-1], abs(node.tangent[-1])
    step = min(step, 0.5 * (1.0 + lam) / max(speed, 0.1))
    while step >= SMALLEST_STEP:
        predicted = node.point + step * node.tangent
        there = along(equations, node, step)
        if there is not None:
            size = 1.0 + 0.01 * np.abs(predicted)
            missed = (np.abs(there.point - predicted) / size).max()
            # A smooth path between two points runs along the mean of their tangents; a leap to another one does not.
            mean = node.point + step * (node.tangent + there.tangent) / 2
            bent = (np.abs(there.point - mean) / size).max()
            moved = np.abs(np.exp(there.point[:-1]) - np.exp(node.point[:-1])).max()
            if missed < MISSED and bent < BENT and moved < 0.05 and there.tangent @ node.tangent > 0.95:
                return there, step * (1.5 if missed < MISSED / 3 and bent < BENT / 5 else 1.0)
        step *= 0.5
    return None, step


def cut(equations: LogitEquations, first: Node, last: Node, key: Callable[[Node], object]) -> tuple[float, float]:
    """Return two steps from the first node, hardly apart, between which a property of it is lost on the way."""
    was = key(first)
    low, high = 0.0, float((last.point - first.point) @ first.tangent)
    while high - low > 1e-14 * (1.0 + abs(first.point[-1])):
        middle = (low + high) / 2
        node = along(equations, first, middle)
        if node is not None and key(node) == was:
            low = middle
        else:
            high = middle
    return low, high


def at_lambda(equations: LogitEquations, first: Node, last: Node, lam: float) -> Vector:
    """Return the point between two nodes at which lambda has a value between theirs."""
    step, _ = cut(equations, first, last, lambda node: bool(node.point[-1] < lam))
    near = (along(equations, first, step) or first).point.copy()
    near[-1] = lam
    exact = correct(equations, near, keep_lambda=True)
    return near if exact is None else exact


def passed(equations: LogitEquations, first: Node, last: Node) -> tuple[list[Node], list[Fork]] | None:
    """Return the turning points and forks between two nodes; None if none explain what changed, after a leap."""
    turns: list[Node] = []
    forks: list[Fork] = []
    nudge = 1e-4 * float((last.point - first.point) @ first.tangent)
    while first.unstable != last.unstable:
        was = first.unstable
        low, high = cut(equations, first, last, lambda node: node.unstable)
        near = [along(equations, first, step) for step in (low - nudge, (low + high) / 2, high + nudge)]
        left, here, right = near
        if left is None or here is None or right is None or right.unstable == was:
            return None
        turned = left.tangent[-1] * right.tangent[-1] < 0
        strengths, directions = np.linalg.svd(equations.feedback(here.point))[1:]
        free = directions[strengths < 1e-4]
        torn = np.linalg.norm(right.point - left.point) > 2 * (high - low + 2 * nudge)
        turned_back = first.tangent[-1] * left.tangent[-1] <= 0
        beyond = right.unstable != last.unstable and (last.point - right.point) @ right.tangent < 0
        # A pair of complex feedbacks may lose stability too: a matter of dynamics, at which no branches meet.
        unexplained = not len(free) and (right.unstable - was) % 2 == 1
        if torn or turned_back or beyond or unexplained:
            return None
        if turned:
            turns.append(here)
        if len(free) > turned:
            forks.append(Fork(here, free, len(free) == 1 and _leaves_at_right_angles(equations, here, free[0])))
        first = right
    return (turns, forks) if first.tangent[-1] * last.tangent[-1] > 0 else None


def _leaves_at_right_angles(equations: LogitEquations, node: Node, free: Vector) -> bool:
    """Whether the crossing branch leaves at constant lambda on both sides, as the arms of a pitchfork do."""
    small, direction = 1e-4, np.append(free, 0.0)
    bend = [equations.feedback(node.point + sign * small * direction) @ free for sign in (1, -1)]
    lost = np.linalg.svd(equations.feedback(node.point))[0][:, -1]
    return bool(abs(lost @ (bend[0] - bend[1])) / (2 * small) < 1e-3)


def is_strict(equations: LogitEquations, node: Node) -> bool:
    """Whether everybody nearly plays one action and loses by any other, so that larger lambdas change nothing."""
    return int((node.point[:-1] > SHARP).sum()) == len(equations.sizes)


def follow(equations: LogitEquations, until: float | None, satisfied: Callable[[Node], bool] = lambda _: True) -> Path:
    """Follow the principal branch.

    Parameters
    ----------
    equations : LogitEquations
        Whose equilibria.
    until : float, optional
        A scaled lambda at which to end; without it, the end is where the profile is nearly a Nash equilibrium.
    satisfied : callable
        What else must hold of a node at which the path may end by itself.
    """
    centre = equations.centre()
    node = node_at(equations, centre, np.append(np.zeros(len(centre) - 1), 1.0))
    nodes, turns, forks, step = [node], list[Node](), list[Fork](), STEP

    def result(ended: str, whole: bool = False) -> Path:
        return Path(tuple(nodes), tuple(turns), tuple(forks), ended, whole)

    while len(nodes) < MOST_POINTS:
        lam = node.point[-1]
        if until is not None and lam >= until:
            return result("lambda reached the value asked for")
        settled = is_strict(equations, node) or lam >= 100.0 / equations.finest
        if until is None and settled and equations.regret(node.point) <= REGRET and satisfied(node):
            return result(f"nobody can gain more than {REGRET:g} of its largest gain: nearly a Nash equilibrium", True)
        if lam >= LARGEST:
            return result(
                f"lambda times the largest gain reached {LARGEST:g} before all gains mattered; no limit found"
            )
        there, step = advance(equations, node, step)
        if there is None:
            return result("the path could not be followed further: the steps became too small")
        if until is not None and there.point[-1] > until:
            there = node_at(equations, at_lambda(equations, node, there, until), there.tangent)
        found = passed(equations, node, there)
        if found is None:
            step = float((there.point - node.point) @ node.tangent) / 4
            continue
        nodes.extend([*found[0], there])
        turns.extend(found[0])
        forks.extend(found[1])
        node = there
    return result(f"gave up after {MOST_POINTS} points")
