"""Trees as text: one line a node, what follows it further to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gametheory.forms.moves import Chance, End, Move, Node, Stage, Step
from gametheory.forms.tree_walk import nodes_with_paths
from gametheory.formulas.display import expression_text
from gametheory.incentive import shown

if TYPE_CHECKING:
    from gametheory.forms.tree import Tree

MOST_LINES = 200
"""A longer tree is broken off, and its size told instead."""


def tree_text(tree: Tree) -> str:
    """Return a tree as text."""
    lines = [f"{tree.name} {shown(tree.players)}"]
    stack: list[tuple[Node, Step | None, str, int]] = [(tree.root, None, "", 0)]
    while stack and len(lines) <= MOST_LINES:
        node, step, likely, depth = stack.pop()
        before = "" if step is None else f"{shown(step)}{likely}: "
        lines.append(f"{'  ' * depth}{before}{_described(node)}")
        chances = [f" [{expression_text(p)}]" for p in node.probabilities] if isinstance(node, Chance) else []
        below = [
            (child, after, chances[place] if chances else "", depth + 1)
            for place, (after, child) in enumerate(node.branches)
        ]
        stack.extend(reversed(below))
    if stack:
        lines.append(f"... in all {sum(1 for _ in nodes_with_paths(tree.root))} nodes")
    if tree.premises:
        lines.append(f"assuming {tree.premises}")
    return "\n".join(lines)


def _described(node: Node) -> str:
    match node:
        case End():
            payoffs = shown(tuple(map(expression_text, node.payoffs)))
            return f"{node.outcome} {payoffs}" if node.outcome else payoffs
        case Move():
            return f"{node.player}, knowing {node.information}" if node.information else node.player
        case Stage():
            return f"{' and '.join(node.movers)} at once"
        case _:
            return "chance"
