"""All Nash equilibria of a game of many players, support by support, in exact arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import prod
from typing import Any

from gametheory.forms.normal import Game
from gametheory.solutions.equilibrium_set import Component, Equilibria, MixedProfile, Piece, Strategy
from gametheory.solutions.many_players.assembly import Joined, Point, joined, without_contained
from gametheory.solutions.many_players.branches import branches
from gametheory.solutions.many_players.cores import UNRESOLVED, Found, solutions
from gametheory.solutions.many_players.deviations import deviation_gains
from gametheory.solutions.many_players.effort import MOST_SUPPORTS, Effort
from gametheory.solutions.many_players.number_field import Number, number, sign
from gametheory.solutions.many_players.patches import Patch, Zero
from gametheory.solutions.many_players.questions import condition_texts
from gametheory.solutions.many_players.regularity import is_regular
from gametheory.solutions.many_players.supports import Actions, Support, supports
from gametheory.solutions.many_players.surviving import Surviving, surviving

METHOD = "support enumeration; the equations of each support split, eliminated and solved by eigenvalues"


def equilibria_of_many(game: Game) -> Equilibria:
    """Return every Nash equilibrium of a game without parameters.

    Parameters
    ----------
    game : Game
        With any number of players, its payoffs Fractions.

    Returns
    -------
    Equilibria
        What is not resolved is said in `unresolved`, and the set is then not complete; `degenerate` then speaks of
        what was found.

    Examples
    --------
    >>> import gametheory as gt
    >>> from itertools import product
    >>> majority = gt.Game("Odd one out", ["Ann", "Bob", "Cleo"], ["in", "out"], {
    ...     cell: [int(cell.count(own) == 1) for own in cell] for cell in product(["in", "out"], repeat=3)})
    >>> found = equilibria_of_many(majority)
    >>> len(found.components), found.complete, found.degenerate
    (2, True, True)
    """
    points: list[Point] = []
    patches: list[Patch] = []
    open_supports: list[Actions] = []
    left, effort = surviving(game), Effort()
    for support in supports(left, MOST_SUPPORTS):
        found = _of_support(support, effort)
        for chances in found.points:
            _check(game, support.actions, chances)
            points.append(Point(support, chances))
        for patch in found.patches:
            _check(game, support.actions, patch.sample)
        patches += found.patches
        open_supports += [support.actions] * bool(found.unresolved)
    patches = without_contained(patches)
    together = joined(points, patches)
    unresolved = [*_open(game, open_supports), *_too_many(left), *_doubts(game, together)]
    return Equilibria(
        game,
        extreme=tuple(_profile(game, point.support.actions, point.chances) for point in points),
        components=tuple(Component(tuple(_piece(game, item) for item in group)) for group in together.groups),
        method=METHOD,
        exact=True,
        complete=not unresolved,
        degenerate=bool(patches) or any(not is_regular(point.support, point.chances) for point in points),
        unresolved=tuple(unresolved),
    )


def _of_support(support: Support, effort: Effort) -> Found:
    """Return the equilibria with a support, each once: a point on a continuum of the same support belongs to it."""
    together = Found()
    sizes = {player: len(support.actions[player]) for player in support.mixing}
    for branch in branches(sizes, support.equations, support.slacks):
        found = solutions(branch, support, effort)
        together.points += found.points
        together.patches += found.patches
        together.unresolved += found.unresolved
    distinct: dict[Any, Zero] = {}
    for point in together.points:
        if not any(patch.meets(point) for patch in together.patches):
            distinct.setdefault(_numbers(point), point)
    together.points = list(distinct.values())
    return together


def _numbers(point: Zero) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(map(number, point[player])) for player in sorted(point))


def _strategy(size: int, own: Sequence[int], chances: Sequence[Number] | None) -> tuple[Number, ...]:
    given = dict(zip(own, chances or (Fraction(1),), strict=True))
    return tuple(given.get(action, Fraction(0)) for action in range(size))


def _spread(game: Game, actions: Actions, chances: Zero) -> list[tuple[Number, ...]]:
    return [_strategy(len(game.actions[player]), own, chances.get(player)) for player, own in enumerate(actions)]


def _profile(game: Game, actions: Actions, chances: Zero) -> MixedProfile:
    return tuple(tuple(map(number, strategy)) for strategy in _spread(game, actions, chances))


def _check(game: Game, actions: Actions, chances: Zero) -> None:
    """Make sure that nobody gains by a deviation in the game as it was given: never a wrong answer."""
    gains = deviation_gains(game, _spread(game, actions, chances))
    if any(sign(gain) > 0 for own in gains for gain in own):
        raise AssertionError(f"internal error: a profile found for {game.name} is not an equilibrium: {chances}")


def _piece(game: Game, item: Point | Patch) -> Piece:
    if isinstance(item, Point):
        profile = _profile(game, item.support.actions, item.chances)
        return Piece(_names(game, item.support.actions), tuple((strategy,) for strategy in profile), profile)
    sample = _profile(game, item.actions, item.sample)
    if item.corners is None:
        return Piece(_names(game, item.actions), (), sample, condition_texts(item, game))
    corners: list[tuple[Strategy, ...]] = []
    for player, own in enumerate(item.actions):
        size = len(game.actions[player])
        side = item.corners.get(player, ((Fraction(1),),))
        strategies = [tuple(map(number, _strategy(size, own, corner))) for corner in side]
        corners.append(tuple(sorted(strategies, reverse=True)))
    return Piece(_names(game, item.actions), tuple(corners), sample)


def _names(game: Game, actions: Actions) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(game.actions[player][action] for action in own) for player, own in enumerate(actions))


def _used(game: Game, actions: Actions) -> str:
    names = _names(game, actions)
    return "; ".join(f"{player} {', '.join(own)}" for player, own in zip(game.players, names, strict=True))


def _open(game: Game, supports: Sequence[Actions]) -> list[str]:
    """Say in words which supports were left open."""
    if not supports:
        return []
    more = f", and of {len(supports) - 1} more supports" if len(supports) > 1 else ""
    return [f"{UNRESOLVED} the profiles that use {_used(game, supports[0])}{more}"]


def _too_many(left: Surviving) -> list[str]:
    total = prod(2 ** len(own) - 1 for own in left.actions)
    if total <= MOST_SUPPORTS:
        return []
    return [f"of the {total} supports only the {MOST_SUPPORTS} smallest were looked at"]


def _doubts(game: Game, together: Joined) -> list[str]:
    """Say in words which equilibria may hang together, or fall apart."""
    sentences = []
    for one, other in together.doubts:
        mine = one.support.actions if isinstance(one, Point) else one.actions
        where = _used(game, other.actions)
        if one is other:
            sentences.append(f"whether the continuum of equilibria that use {where} hangs together was not decided")
        else:
            sentences.append(
                f"whether the equilibria that use {_used(game, mine)} touch those that use {where} was not decided"
            )
    return list(dict.fromkeys(sentences))
