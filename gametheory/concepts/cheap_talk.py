"""What a player says it will do, at no cost: whether it would, and whether it would say so only if it would."""

from __future__ import annotations

from typing import Any

from gametheory.concepts.nash import best_reply_condition
from gametheory.concepts.outcomes import require_normal_form
from gametheory.errors import ConceptError, GameError, quoted
from gametheory.forms.normal import Game, Profile
from gametheory.formulas.condition import Condition, all_of
from gametheory.incentive import Incentive
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region


def self_committing(game: Game, action: str, player: str, *, strict: bool = False) -> Region:
    """Where a player that is believed when it says what it will do wants to do it.

    Parameters
    ----------
    game : Game
        In normal form, two players; the player speaks before both choose.
    action : str
        What the player says it will do.
    player : str
        Who speaks.
    strict : bool
        Whether doing anything else must lose strictly.

    Returns
    -------
    Region
        The action is a best reply to what the other then does: its best reply to the action. Where it has several,
        the action must be a best reply to each.

    References
    ----------
    Farrell, J., and Rabin, M. (1996), "Cheap talk", Journal of Economic Perspectives 10.

    Examples
    --------
    >>> import gametheory as gt
    >>> T = gt.Parameter("T")
    >>> hunt = gt.Game("Stag hunt", ["A", "B"], ["stag", "hare"], {("stag", "stag"): (9, 9), ("stag", "hare"): (0, 8),
    ...                ("hare", "stag"): (T, 0), ("hare", "hare"): (7, 7)})
    >>> print(gt.self_committing(hunt, "stag", "A"))
    T <= 9
    """
    place = _speaker(game, action, player, "self_committing")
    relation = ">" if strict else ">="
    conditions = [
        all_of(
            game.prefers(player, here, relation, game.deviation(here, player, other), other)
            for other in game.alternatives(here, player)
        )
        | ~_believes(game, place, action, reply)
        for reply in game.actions[1 - place]
        for here in (_profile(place, action, reply),)
    ]
    return _region(game, all_of(conditions), f"{player} would do {action} if believed")


def self_signalling(game: Game, action: str, player: str, *, strict: bool = False) -> Region:
    """Where a player wants to be believed when it says what it will do only if it will.

    Parameters
    ----------
    game : Game
        In normal form, two players; the player speaks before both choose.
    action : str
        What the player says it will do.
    player : str
        Who speaks.
    strict : bool
        Whether a lie that is believed must lose strictly; otherwise it may gain nothing.

    Returns
    -------
    Region
        A player that is set on another action does not gain if the other, instead of replying best to that action,
        replies best to the announced one. Where the other has several best replies, for each pair of them.

    Notes
    -----
    In the stag hunt the announcement of cooperation is self-committing, but self-signalling only if ``T <= P``: with
    ``T > P`` who plans to defect would announce cooperation too (Aumann). The definition is weak: at ``T == P`` the
    liar is indifferent and the statement still counts, unless it is asked for strictly. Where the other replies the
    same whatever it believes, as in the prisoner's dilemma, a lie gains nothing: the weak condition holds, the strict
    one fails, and whether the speaker does what it says is what :func:`self_committing` tells.

    References
    ----------
    Aumann, R. J. (1990), "Nash equilibria are not self-enforcing", in Economic Decision-Making, North-Holland.
    Farrell, J., and Rabin, M. (1996), "Cheap talk", Journal of Economic Perspectives 10.

    Examples
    --------
    >>> import gametheory as gt
    >>> T = gt.Parameter("T")
    >>> hunt = gt.Game("Stag hunt", ["A", "B"], ["stag", "hare"], {("stag", "stag"): (9, 9), ("stag", "hare"): (0, 8),
    ...                ("hare", "stag"): (T, 0), ("hare", "hare"): (7, 7)})
    >>> print(gt.self_signalling(hunt, "stag", "A"), "|", gt.self_signalling(hunt, "stag", "A").explain({T: 8}))
    T <= 7 | At T = 8 it fails: A gains 1 by moving from hare, with the truth known to hare, announced as stag.
    """
    place = _speaker(game, action, player, "self_signalling")
    conditions = []
    for planned in game.actions[place]:
        if planned == action:
            continue
        for known in game.actions[1 - place]:
            for believed in game.actions[1 - place]:
                ties = ~_believes(game, place, planned, known) | ~_believes(game, place, action, believed)
                honest, lying = _profile(place, planned, known), _profile(place, planned, believed)
                # An explanation names the first of what could be different: the speaker's wish, not the replies.
                conditions.append(_honest(game, player, honest, lying, (planned, action), strict) | ties)
    return _region(game, all_of(conditions), f"{player} wants {action} to be believed only if it is true")


def _honest(
    game: Game, player: str, honest: Profile, lying: Profile, words: tuple[str, str], strict: bool
) -> Condition:
    """Return where a player that is set on an action is no worse off if that is known than if it is misbelieved."""
    from gametheory.formulas.translate import comparison

    planned, announced = words
    relation = ">" if strict else ">="
    here, there = game.payoff(player, honest), game.payoff(player, lying)
    reason = Incentive(
        player, f"{planned}, with the truth known", f"{planned}, announced as {announced}", here - there, relation
    )
    return comparison(here, relation, there, reason)


def _speaker(game: Any, action: str, player: str, concept: str) -> int:
    require_normal_form(game, concept)
    place: int = game.position(player)
    if len(game.players) != 2:
        raise ConceptError(f"{concept} is asked of a game of two players; {game.name} has {len(game.players)}.")
    if not isinstance(action, str) or action not in game.actions[place]:
        raise GameError(
            f"{player} cannot do {quoted(action)} in {game.name}; it can do {', '.join(game.actions[place])}."
        )
    return place


def _profile(place: int, own: str, other: str) -> Profile:
    return (own, other) if place == 0 else (other, own)


def _believes(game: Game, place: int, action: str, reply: str) -> Condition:
    """Return where a reply is a best one of the other player to an action of the speaker."""
    return best_reply_condition(game, _profile(place, action, reply), game.players[1 - place])


def _region(game: Game, condition: Condition, title: str) -> Region:
    return make_region(Fixed(condition), game.premises, game.parameters, f"{title} in {game.name}")
