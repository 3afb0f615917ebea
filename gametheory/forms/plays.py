"""Plays of a tree: the history that leads to an end or, where chance falls on the way, a plan of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from gametheory.errors import CapacityError, GameError, quoted
from gametheory.forms.moves import Chance, End, Node, Step
from gametheory.forms.tree_walk import bottom_up
from gametheory.incentive import shown

History = tuple[Step, ...]
"""What happens from the root to an end, one step a node."""

Play = tuple[Any, ...]
"""A history; or a plan: one history for every way in which chance may fall while the plan is followed."""

MOST_PLAYS = 200_000
"""A tree with more plays than this is not listed: chance moves multiply what follows them."""


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """A node that a play passes.

    Parameters
    ----------
    node : node
        Which.
    step : Step or None
        What is then chosen; None where nobody chooses, at an end or a chance move.
    following : tuple of int
        Which visits come next, by their places in the list of visits; always later ones.
    history : tuple of Step
        How the node is reached.
    """

    node: Node
    step: Step | None
    following: tuple[int, ...]
    history: History


def count_plays(root: Node) -> int:
    """Return how many plays a tree has."""
    counts: dict[int, int] = {}
    for node in bottom_up(root):
        below = [counts[id(child)] for _, child in node.branches]
        counts[id(node)] = 1 if isinstance(node, End) else (prod if isinstance(node, Chance) else sum)(below)
    return counts[id(root)]


def list_plays(root: Node, name: str) -> tuple[tuple[Play, frozenset[str | None]], ...]:
    """Return every play with the names of the ends it leads to.

    Raises
    ------
    CapacityError
        If there are more than MOST_PLAYS.
    """
    count = count_plays(root)
    if count > MOST_PLAYS:
        raise CapacityError(
            f"{name} has {count} plays, and at most {MOST_PLAYS} are listed; ask for one play: "
            "gt.subgame_perfect(tree, play)."
        )
    below: dict[int, list[tuple[tuple[History, ...], frozenset[str | None]]]] = {}
    for node in bottom_up(root):
        if isinstance(node, End):
            below[id(node)] = [(((),), frozenset((node.outcome,)))]
            continue
        longer = [
            [(tuple((step, *history) for history in play), names) for play, names in below[id(child)]]
            for step, child in node.branches
        ]
        if isinstance(node, Chance):
            below[id(node)] = [
                (sum((play for play, _ in parts), ()), frozenset().union(*(names for _, names in parts)))
                for parts in product(*longer)
            ]
        else:
            below[id(node)] = [play for branch in longer for play in branch]
    return tuple((play[0] if len(play) == 1 else play, names) for play, names in below[id(root)])


def visits(root: Node, given: Any, name: str) -> tuple[Visit, ...]:
    """Return the nodes that a play passes, each before those that come after it.

    Raises
    ------
    GameError
        If it is no play of the tree: what is wrong, where, and what could stand there.
    """
    found: list[Visit] = []
    # (node, how it is reached, what the play says from there on, whose following it is to be entered in)
    waiting: list[tuple[Node, History, list[History], int]] = [(root, (), _histories(root, given, name), -1)]
    following: list[list[int]] = []
    while waiting:
        node, path, rest, parent = waiting.pop()
        if parent >= 0:
            following[parent].append(len(found))
        step = None if isinstance(node, (End, Chance)) else _step(node, path, rest, name)
        falls = dict(node.branches) if isinstance(node, Chance) else {step: dict(node.branches)[step]} if step else {}
        _check_ending(node, path, rest, name)
        for fall, child in reversed(falls.items()):
            after = [history[1:] for history in rest if history[0] == fall]
            if not after:
                raise GameError(
                    f"the play says nothing of {name} {_reached((*path, fall))}, and chance may fall so; give a plan: "
                    "a tuple with one history for every way chance may fall."
                )
            waiting.append((child, (*path, fall), after, len(found)))
        found.append(Visit(node, step, (), path))
        following.append([])
    return tuple(
        Visit(visit.node, visit.step, tuple(next_ones), visit.history)
        for visit, next_ones in zip(found, following, strict=True)
    )


def as_play(given: Any) -> Any:
    """Return a play with tuples in place of lists; anything else stays as it is."""
    return tuple(map(as_play, given)) if isinstance(given, (tuple, list)) else given


def _histories(root: Node, given: Any, name: str) -> list[History]:
    """Read a play as the histories it consists of; the first step says whether it is one history or a plan."""
    play = as_play(given)
    if not isinstance(play, tuple) or not _made_of_words(play):
        raise GameError(
            f"{quoted(given):.60} is no play of {name}; give the steps from the root to an end as a tuple, or the name "
            "of an outcome."
        )
    steps = [step for step, _ in root.branches]
    plan = bool(play) and all(isinstance(part, tuple) and part and part[0] in steps for part in play)
    return list(play) if plan else [play]


def _made_of_words(play: Any) -> bool:
    return all(map(_made_of_words, play)) if isinstance(play, tuple) else isinstance(play, str)


def _step(node: Node, path: History, rest: Sequence[History], name: str) -> Step:
    """Return what the play chooses at a node where somebody chooses."""
    steps = [step for step, _ in node.branches]
    chosen = list(dict.fromkeys(history[0] if history else None for history in rest))
    if len(chosen) == 1 and chosen[0] in steps:
        return steps[steps.index(chosen[0])]
    there = _reached(path)
    if len(chosen) > 1:
        raise GameError(
            f"the plan does several things in {name} {there}: {', '.join(map(_said, chosen))}; it must do one of "
            f"{', '.join(map(shown, steps))}."
        )
    raise GameError(
        f"the play says {_said(chosen[0])} in {name} {there}; what can happen there: {', '.join(map(shown, steps))}."
    )


def _check_ending(node: Node, path: History, rest: Sequence[History], name: str) -> None:
    """Make sure that a play stops where the tree does, and falls as chance may fall."""
    if isinstance(node, End) and (len(rest) > 1 or rest[0]):
        raise GameError(f"{name} ends {_reached(path)}, but the play goes on: {quoted(rest):.80}; leave that out.")
    if isinstance(node, Chance):
        falls = [step for step, _ in node.branches]
        for history in rest:
            if not history or history[0] not in falls:
                raise GameError(
                    f"the play says {_said(history[0] if history else None)} in {name} {_reached(path)}, where chance "
                    f"falls: {', '.join(map(shown, falls))}."
                )


def _reached(path: History) -> str:
    return f"after {shown(path)}" if path else "at the root"


def _said(step: Any) -> str:
    return "nothing" if step is None else shown(step)
