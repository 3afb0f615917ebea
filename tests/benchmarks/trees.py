"""Times of backward induction with symbols, measured in one run; ``make bench`` prints the quickest
block after the rest, this file alone prints all.

CheckMate (C++, over z3) decided one history of a tree of 21,688 nodes with 3 players and 7 symbols in 44 s and 0.7 GB.
"""

from __future__ import annotations

import random
import resource
import time
from typing import Any

import gametheory as gt
from gametheory.forms.tree_walk import bottom_up
from gametheory.formulas.display import size

PLAYERS = ("A", "B", "C")
SYMBOLS = gt.parameters("a b c d e f g", above=0)


def drawn_tree(ends: int, mixed: int, *, seed: int = 1) -> gt.Tree:
    """Return a tree of moves with so many ends; so many percent of the payoffs are combinations of the symbols."""
    rng = random.Random(seed)
    pool = [
        sum(rng.choice((-1, 0, 0, 1)) * s for s in rng.sample(SYMBOLS, 3)) + rng.choice(SYMBOLS) for _ in range(165)
    ]

    def payoff() -> Any:
        return rng.choice(pool) if rng.randrange(100) < mixed else rng.choice(SYMBOLS)

    def node(left: int) -> Any:
        if left <= 1:
            return gt.End([payoff() for _ in PLAYERS])
        parts = [1] * min(left, rng.randint(2, 5))
        for _ in range(left - len(parts)):
            parts[rng.randrange(len(parts))] += 1
        return gt.Move(rng.choice(PLAYERS), {str(place): node(part) for place, part in enumerate(parts)})

    return gt.Tree("Drawn", PLAYERS, node(ends))


def followed(tree: gt.Tree) -> tuple[Any, ...]:
    """Return a history that is played where the symbols are 1, 2, 3, ..."""
    numbers = tree.at({symbol: place for place, symbol in enumerate(SYMBOLS, 1)})
    best: dict[int, tuple[Any, tuple[Any, ...]]] = {}
    for node in bottom_up(numbers.root):
        below = [(*best[id(child)], step) for step, child in node.branches]
        if isinstance(node, gt.Move):
            place = PLAYERS.index(node.player)
            payoffs, history, step = max(below, key=lambda branch, place=place: branch[0][place])
            best[id(node)] = payoffs, (step, *history)
        else:
            best[id(node)] = node.payoffs, ()
    return best[id(numbers.root)][1]


def timed(label: str, work: Any) -> Any:
    """Print how long some work takes."""
    start = time.process_time()
    result = work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{label:52} {time.process_time() - start:8.2f} s   {memory:5.2f} GB at most so far")
    return result


def main(ends: int = 14_200, shares: tuple[int, ...] = (0, 50, 100)) -> None:
    """Print the table, a block for each percentage of payoffs that are combinations."""
    for mixed in shares:
        tree = timed(f"tree of {ends} ends, {mixed} % combinations", lambda mixed=mixed: drawn_tree(ends, mixed))
        play = tree.plays[ends // 3]
        region = gt.subgame_perfect(tree, play)
        formula = timed("  region of one history", lambda region=region: region.condition).formula
        print(f"    {size(formula)} formula nodes")
        region = gt.subgame_perfect(tree, play)
        timed("  any history: possible?", lambda region=region: not region.is_empty())
        region = gt.subgame_perfect(tree, followed(tree))
        timed("  one that may be played: possible?", lambda region=region: not region.is_empty())
        timed("  everywhere?", lambda region=region: region.is_everywhere())


if __name__ == "__main__":
    main()
