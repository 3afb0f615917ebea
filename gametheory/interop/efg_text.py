"""Gambit's .efg format, version 2, written without Gambit: a tree of numbers for checking elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from gametheory.errors import CapacityError, GameError, PayoffError, quoted
from gametheory.forms.information import MOST_PLACES, known_at
from gametheory.forms.moves import Chance, End, Move, Node, Stage
from gametheory.forms.normal import Profile
from gametheory.forms.plays import History
from gametheory.forms.tree import Tree
from gametheory.interop.digits import require_short


def write_efg(tree: Tree) -> str:
    """Return a tree as .efg text that Gambit reads, with exact payoffs and probabilities.

    A stage is written as one move after another, each in an information set that hides the ones before. The names of
    ends become the names of outcomes; Gambit numbers those that occur several times. It takes names of printable ASCII
    characters only.

    Parameters
    ----------
    tree : Tree
        Without parameters.

    Returns
    -------
    str

    Raises
    ------
    GameError
        If it is no tree.
    PayoffError
        If there are parameters.
    CapacityError
        If the tree has more places than can be written out, or a number more digits than can be read again.

    Examples
    --------
    >>> import gametheory as gt
    >>> tree = gt.Tree("Entry", ("Ann", "Bob"), gt.Move("Ann", {
    ...     "in": gt.Move("Bob", {"fight": gt.End((-1, 0)), "share": gt.End(("1/2", 1))}),
    ...     "out": gt.End((0, 2), outcome="monopoly")}))
    >>> print(gt.interop.write_efg(tree))
    EFG 2 R "Entry" { "Ann" "Bob" }
    ""
    <BLANKLINE>
    p "" 1 1 "" { "in" "out" } 0
    p "" 2 1 "" { "fight" "share" } 0
    t "" 1 "" { -1, 0 }
    t "" 2 "" { 1/2, 1 }
    t "" 3 "monopoly" { 0, 2 }
    <BLANKLINE>
    """
    if not isinstance(tree, Tree):
        raise GameError(f"write_efg takes a gt.Tree; {quoted(tree):.80} is a {type(tree).__name__}.")
    if tree.parameters:
        names = [parameter.name for parameter in tree.parameters]
        example = ", ".join(f"{name}=..." for name in names)
        raise PayoffError(
            f"write_efg needs numbers for payoffs, and {tree.name} has the parameters {', '.join(names)}; choose a "
            f"point first: tree.at({example})."
        )
    head = f"EFG 2 R {_quoted(tree.name)} {_braced(map(_quoted, tree.players))}"
    return "\n".join([head, '""', "", *_lines(tree), ""])


def _lines(tree: Tree) -> Iterator[str]:
    """Yield a line a node, every node before those that follow it."""
    sets: dict[str, dict[object, int]] = {player: {} for player in tree.players}
    chances, ends = count(1), count(1)
    stack: list[tuple[Node, History, Profile]] = [(tree.root, (), ())]
    written = 0
    while stack:
        node, history, chosen = stack.pop()
        written += 1
        if written > MOST_PLACES:
            raise CapacityError(f"{tree.name} has more than {MOST_PLACES} places; write a smaller tree.")
        below = dict(node.branches)
        match node:
            case End():
                require_short(node.payoffs, f"write_efg: {tree.name} has a payoff")
                payoffs = ", ".join(map(str, node.payoffs))
                yield f't "" {next(ends)} {_quoted(node.outcome or "")} {{ {payoffs} }}'
            case Chance():
                require_short(node.probabilities, f"write_efg: {tree.name} has a probability")
                pairs = zip(below, node.probabilities, strict=True)
                falls = _braced(f"{_quoted(str(fall))} {probability}" for fall, probability in pairs)
                yield f'c "" {next(chances)} "" {falls} 0'
            case _:
                # In a stage those who have chosen already are hidden from those who have not.
                player = node.movers[len(chosen)]
                actions = node.actions[len(chosen)] if isinstance(node, Stage) else tuple(map(str, below))
                own = sets[player]
                number = own.setdefault(known_at(node, history), len(own) + 1)
                name = node.information if isinstance(node, Move) and node.information else ""
                yield f'p "" {list(sets).index(player) + 1} {number} {_quoted(name)} {_braced(map(_quoted, actions))} 0'
                if len(chosen) + 1 < len(node.movers):
                    stack.extend((node, history, (*chosen, action)) for action in reversed(actions))
                    continue
                if isinstance(node, Stage):
                    below = {(*chosen, action): below[(*chosen, action)] for action in actions}
        stack.extend((child, (*history, step), ()) for step, child in reversed(below.items()))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _braced(parts: Iterable[str]) -> str:
    return "{ " + " ".join(parts) + " }"
