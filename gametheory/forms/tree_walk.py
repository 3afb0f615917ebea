"""Going through trees of any depth: every node once, however often it is shared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gametheory.forms.moves import Chance, End, Move, Node, Stage, Step


def nodes_with_paths(root: Node) -> Iterator[tuple[Node, tuple[Step, ...]]]:
    """Yield every node once with the first path to it, in the order in which a reader meets them."""
    seen = {id(root)}
    stack: list[tuple[Node, tuple[Step, ...]]] = [(root, ())]
    while stack:
        node, path = stack.pop()
        yield node, path
        for step, child in reversed(node.branches):
            if id(child) not in seen:
                seen.add(id(child))
                stack.append((child, (*path, step)))


def bottom_up(root: Node) -> list[Node]:
    """Return every node once, children before those they follow."""
    order: list[Node] = []
    done: set[int] = set()
    stack = [root]
    while stack:
        node = stack[-1]
        waiting = [child for _, child in node.branches if id(child) not in done]
        if waiting:
            stack.extend(waiting)
            continue
        stack.pop()
        if id(node) not in done:
            done.add(id(node))
            order.append(node)
    return order


def rebuilt(
    root: Node, payoffs: Callable[[End], Iterable[Any]], probabilities: Callable[[Chance], Iterable[Any]]
) -> Node:
    """Return the tree with other payoffs and probabilities; what is shared stays shared."""
    new: dict[int, Node] = {}
    for node in bottom_up(root):
        following: dict[Any, Node] = {step: new[id(child)] for step, child in node.branches}
        match node:
            case End():
                new[id(node)] = End(tuple(payoffs(node)), node.outcome)
            case Move():
                new[id(node)] = Move(node.player, following, node.information)
            case Stage():
                new[id(node)] = Stage(node.movers, following)
            case _:
                pairs = zip(following.items(), probabilities(node), strict=True)
                new[id(node)] = Chance({fall: (likely, child) for (fall, child), likely in pairs})
    return new[id(root)]
