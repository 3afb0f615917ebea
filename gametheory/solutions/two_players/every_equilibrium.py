"""All equilibria of a two-player game at a point: extreme equilibria and the components they span."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gametheory.forms.normal import Game
from gametheory.rationals import in_whole_units
from gametheory.solutions.equilibrium_set import Component, Equilibria, Piece, Strategy
from gametheory.solutions.two_players.best_reply_polytope import NEVER, Corner, corners
from gametheory.solutions.two_players.bicliques import connected, maximal_bicliques
from gametheory.solutions.two_players.undominated import undominated

METHOD = "corners of both best-reply polytopes (double description, whole numbers), paired where no label is missing"


def equilibria_of_two(game: Game) -> Equilibria:
    """Return every equilibrium of a two-player game without parameters.

    A pair of corners is an extreme equilibrium if every action of either player is unused or a best reply; every
    equilibrium is a convex combination of extreme ones. The pairs form a bipartite graph, whose maximal complete parts
    are the maximal Nash subsets and whose connected parts are the components.

    Raises
    ------
    CapacityError
        If a polytope has too many corners.

    References
    ----------
    Winkels, H.-M. (1979), "An algorithm to determine all equilibrium points of a bimatrix game".
    Avis, D., Rosenberg, G. D., Savani, R. and von Stengel, B. (2010), "Enumeration of Nash equilibria for two-player
    games", Economic Theory 42, sections 2 to 5.
    """
    own, other = _whole_numbers(game, 0), _whole_numbers(game, 1)
    rows, columns = list(range(len(own))), list(range(len(own[0])))
    if len(rows) * len(columns) > 4:  # the corners of a 2x2 game are found as quickly
        rows, columns = undominated(own, other)
    first = corners([[other[i][j] for j in columns] for i in rows])
    second = corners([[own[i][j] for i in rows] for j in columns])
    labels = _turned(second, len(rows), len(columns))
    everything = (1 << len(rows) + len(columns)) - 1
    pairs = [(i, j) for i, x in enumerate(first) for j, y in enumerate(labels) if x.labels | y == everything]
    degenerate = any(first[i].labels & labels[j] for i, j in pairs)
    left = _strategies(first, {i for i, _ in pairs}, rows, game.actions[0])
    right = _strategies(second, {j for _, j in pairs}, columns, game.actions[1])
    extreme = tuple(sorted(((left[i], right[j]) for i, j in pairs), reverse=True))  # earlier actions first
    if degenerate:
        components = _components(game, pairs, left, right)
    else:
        components = tuple(Component((_piece(game, (x,), (y,)),)) for x, y in extreme)
    return Equilibria(game, extreme, components, METHOD, True, True, degenerate)


def _whole_numbers(game: Game, place: int) -> list[list[int]]:
    """Return a player's payoffs, a row an action of the first player, in a unit that makes them whole."""
    whole = in_whole_units([cell[place] for cell in game.cells])
    width = len(game.actions[1])
    return [whole[start : start + width] for start in range(0, len(whole), width)]


def _turned(found: list[Corner], rows: int, columns: int) -> list[int]:
    """Return the labels of the second player's corners in the order of the first player's: rows, then columns."""
    own = (1 << columns) - 1
    return [corner.labels >> columns | (corner.labels & own) << rows for corner in found]


def _strategies(
    found: list[Corner], used: Iterable[int], kept: Sequence[int], actions: Sequence[str]
) -> dict[int, Strategy]:
    """Return the strategies of some corners; an action that was eliminated has probability zero."""
    if len(kept) == len(actions):
        return {i: found[i].strategy for i in used}
    never = dict.fromkeys(range(len(actions)), NEVER)
    return {i: tuple((never | dict(zip(kept, found[i].strategy, strict=True))).values()) for i in used}


def _components(
    game: Game, pairs: Sequence[tuple[int, int]], left: dict[int, Strategy], right: dict[int, Strategy]
) -> tuple[Component, ...]:
    own, other = (sorted(side, key=side.__getitem__, reverse=True) for side in (left, right))
    joined = set(pairs)
    neighbours = [sum(1 << k for k, j in enumerate(other) if (i, j) in joined) for i in own]
    return tuple(
        Component(
            tuple(
                _piece(game, tuple(left[own[i]] for i in some), tuple(right[other[j]] for j in others))
                for some, others in maximal_bicliques(part, neighbours)
            )
        )
        for part in connected(neighbours)
    )


def _piece(game: Game, left: tuple[Strategy, ...], right: tuple[Strategy, ...]) -> Piece:
    support = (_used(game.actions[0], left), _used(game.actions[1], right))
    return Piece(support, (left, right), (left[0], right[0]))


def _used(actions: tuple[str, ...], strategies: tuple[Strategy, ...]) -> tuple[str, ...]:
    chances = strategies[0] if len(strategies) == 1 else map(any, zip(*strategies, strict=True))
    return tuple([action for action, chance in zip(actions, chances, strict=True) if chance])
