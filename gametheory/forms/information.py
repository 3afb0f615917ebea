"""What players know when they choose: the moves that look alike to them, and that they forget nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gametheory.errors import CapacityError, GameError, quoted
from gametheory.forms.moves import Move, Node, Stage, Step
from gametheory.forms.plays import History
from gametheory.incentive import shown

MOST_PLACES = 200_000
"""A tree with information sets, or to be written out in full, may have so many places and no more."""


@dataclass(frozen=True)
class InformationSet:
    """Moves of one player that the player cannot tell apart.

    Parameters
    ----------
    name : str
        As the moves name it.
    player : str
        Whose.
    histories : tuple of histories
        How each of the moves is reached.
    """

    name: str
    player: str
    histories: tuple[History, ...]


def places(root: Node, name: str) -> Iterator[tuple[Node, History]]:
    """Yield every place of a tree with its history; a node that is shared is at several places.

    Raises
    ------
    CapacityError
        If there are more than MOST_PLACES.
    """
    stack: list[tuple[Node, History]] = [(root, ())]
    count = 0
    while stack:
        node, history = stack.pop()
        count += 1
        if count > MOST_PLACES:
            raise CapacityError(f"{name} has more than {MOST_PLACES} places; give the players fewer choices.")
        yield node, history
        stack.extend((child, (*history, step)) for step, child in reversed(node.branches))


def information_sets(root: Node, name: str) -> tuple[InformationSet, ...]:
    """Return the information sets that moves name, after checking them.

    Raises
    ------
    GameError
        If moves of two players share one, if the actions differ between its moves, or if the player would have
        forgotten something: an earlier choice, or what was known then.
    """
    stack: list[Node] = [root]
    seen: set[int] = set()
    named = False
    while stack and not named:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            named = isinstance(node, Move) and node.information is not None
            stack.extend(child for _, child in node.branches)
    if not named:  # so a large tree without them is not written out place by place
        return ()
    found: dict[str, list[tuple[Move, History]]] = {}
    for node, history in places(root, name):
        if isinstance(node, Move) and node.information is not None:
            found.setdefault(node.information, []).append((node, history))
    for word, members in found.items():
        _require_one_player_and_the_same_actions(word, members, name)
        _require_recall(word, members, root, name)
    return tuple(
        InformationSet(word, members[0][0].player, tuple(history for _, history in members))
        for word, members in found.items()
    )


def _require_one_player_and_the_same_actions(word: str, members: list[tuple[Move, History]], name: str) -> None:
    first, there = members[0]
    for move, history in members[1:]:
        if move.player != first.player:
            raise GameError(
                f"the information set {quoted(word)} of {name} is {first.player}'s {reached(there)} and "
                f"{move.player}'s {reached(history)}; an information set is one player's: give them different names."
            )
        mine, theirs = ([str(step) for step, _ in node.branches] for node in (first, move))
        if set(mine) != set(theirs):
            raise GameError(
                f"in the information set {quoted(word)} of {name} {first.player} has the actions {', '.join(mine)} "
                f"{reached(there)}, but {', '.join(theirs)} {reached(history)}, and could tell the two apart; give "
                "both the same actions, or different names."
            )


def _require_recall(word: str, members: list[tuple[Move, History]], root: Node, name: str) -> None:
    player = members[0][0].player
    known = {history: experience(root, history, player) for _, history in members}
    first = members[0][1]
    for history, lived in known.items():
        if lived != known[first]:
            raise GameError(
                f"the information set {quoted(word)} of {name} joins {player}'s moves {reached(first)} and "
                f"{reached(history)}, before which {player} knew or did different things; players who forget are not "
                "supported: give the two moves different names."
            )


def experience(root: Node, history: History, player: str) -> tuple[tuple[object, Step], ...]:
    """Return what a player knew at each own move on the way, and did there."""
    lived: list[tuple[object, Step]] = []
    node = root
    for place, step in enumerate(history):
        if isinstance(node, (Move, Stage)) and player in node.movers:
            own = step[node.movers.index(player)] if isinstance(step, tuple) else step
            lived.append((known_at(node, history[:place]), own))
        node = dict(node.branches)[step]
    return tuple(lived)


def known_at(node: Move | Stage, history: History) -> object:
    """Return what stands for a mover's knowledge at a place: the name of the information set, or the history."""
    return node.information if isinstance(node, Move) and node.information is not None else history


def reached(history: History) -> str:
    """Write where in a tree something is."""
    return f"after {shown(history)}" if history else "at the root"
