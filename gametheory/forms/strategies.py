"""A tree in normal form: what each player does wherever it may have to choose, as one action."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

from gametheory.errors import CapacityError
from gametheory.forms.chance import expected_payoffs
from gametheory.forms.information import known_at, places
from gametheory.forms.moves import Chance, End, Move, Node, Stage
from gametheory.forms.normal import Game, Profile
from gametheory.forms.payoff import Payoff
from gametheory.forms.plays import History

if TYPE_CHECKING:
    from gametheory.forms.tree import Tree

MOST_PROFILES = 100_000
"""A tree has so many profiles in normal form and no more: they multiply with every place of choice."""

IDLE = "no choice"
"""The action of a player who never moves."""

Plans = Mapping[tuple[str, object], str]
"""What is done by player and by what the player knows."""


def strategic_form(tree: Tree) -> Game:
    """Return a tree in normal form."""
    choices = _places_of_choice(tree)
    strategies = [
        [dict(zip(own, actions, strict=True)) for actions in product(*own.values())] for own in choices.values()
    ]
    count = prod(len(own) for own in strategies)
    if count > MOST_PROFILES:
        raise CapacityError(
            f"{tree.name} has {count} profiles in normal form, and at most {MOST_PROFILES} are listed; ask the tree "
            "itself: gt.subgame_perfect(tree)."
        )
    cells: dict[Profile, tuple[Payoff, ...]] = {}
    outcomes: dict[str, list[Profile]] = {}
    for profile in product(*strategies):
        words = tuple("/".join(strategy.values()) or IDLE for strategy in profile)
        plans = {
            (player, known): action
            for player, strategy in zip(tree.players, profile, strict=True)
            for known, action in strategy.items()
        }
        cells[words], names = _result(tree.root, plans)
        if len(names) == 1 and (name := next(iter(names))) is not None:
            outcomes.setdefault(name, []).append(words)
    actions = [["/".join(strategy.values()) or IDLE for strategy in own] for own in strategies]
    return Game(tree.name, tree.players, actions, cells, outcomes, tree.premises)


def _places_of_choice(tree: Tree) -> dict[str, dict[object, tuple[str, ...]]]:
    """Return the actions of every player by what the player then knows, in the order of the tree."""
    found: dict[str, dict[object, tuple[str, ...]]] = {player: {} for player in tree.players}
    for node, history in places(tree.root, tree.name):
        if isinstance(node, (Move, Stage)):
            own = node.actions if isinstance(node, Stage) else (tuple(str(step) for step, _ in node.branches),)
            for player, actions in zip(node.movers, own, strict=True):
                found[player].setdefault(known_at(node, history), actions)
    return found


def _result(root: Node, plans: Plans) -> tuple[tuple[Payoff, ...], frozenset[str | None]]:
    """Return what the plans are worth and which names of ends they may lead to."""
    order: list[tuple[Node, list[int]]] = []
    waiting: list[tuple[Node, History, int]] = [(root, (), -1)]
    while waiting:
        node, history, parent = waiting.pop()
        if parent >= 0:
            order[parent][1].append(len(order))
        falls: list[Any] = [step for step, _ in node.branches]
        if isinstance(node, (Move, Stage)):
            known = known_at(node, history)
            actions = tuple(plans[player, known] for player in node.movers)
            falls = [actions if isinstance(node, Stage) else actions[0]]
        following = dict(node.branches)
        waiting.extend((following[step], (*history, step), len(order)) for step in reversed(falls))
        order.append((node, []))
    worth: dict[int, tuple[Payoff, ...]] = {}
    for place in reversed(range(len(order))):
        node, after = order[place]
        if isinstance(node, End):
            worth[place] = node.payoffs
        else:
            below = [worth[later] for later in after]
            worth[place] = expected_payoffs(node, below) if isinstance(node, Chance) else below[0]
    return worth[0], frozenset(node.outcome for node, _ in order if isinstance(node, End))
