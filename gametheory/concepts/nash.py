"""Best replies and Nash equilibria in pure actions."""

from __future__ import annotations

from typing import Any, overload

from gametheory.concepts.outcomes import Regions, every_profile, outcome_region, require_normal_form
from gametheory.forms.normal import Game, Profile
from gametheory.formulas.condition import Condition, all_of
from gametheory.region import Region


def best_reply_condition(game: Game, profile: Profile, player: str, strict: bool = False) -> Condition:
    """Return where no other action of the player does better (strictly: as well) against the others' actions."""
    return all_of(
        game.prefers(player, profile, ">" if strict else ">=", game.deviation(profile, player, action), action)
        for action in game.alternatives(profile, player)
    )


def nash_condition(game: Game, profile: Profile, strict: bool = False) -> Condition:
    """Return where every player's action is a best reply."""
    return all_of(best_reply_condition(game, profile, player, strict) for player in game.players)


def best_reply(game: Game, outcome: Any, player: str, *, strict: bool = False) -> Region:
    """Where a player's action is a best reply to the actions of the others.

    Parameters
    ----------
    game : Game
        In normal form.
    outcome : profile or name of an outcome
        For a named outcome, at some profile of it.
    player : str
        Whose reply.
    strict : bool
        Whether every other action must do strictly worse.

    Returns
    -------
    Region

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (0,), ("go",): (x,)})
    >>> print(gt.best_reply(game, ("go",), player="China"))
    x >= 0
    """
    require_normal_form(game, "best_reply")
    game.position(player)
    title = f"has {player} at a {'strict ' if strict else ''}best reply"
    return outcome_region(game, outcome, lambda profile: best_reply_condition(game, profile, player, strict), title)


@overload
def nash(game: Game, outcome: None = None, *, strict: bool = False) -> Regions: ...
@overload
def nash(game: Game, outcome: Any, *, strict: bool = False) -> Region: ...
def nash(game: Game, outcome: Any = None, *, strict: bool = False) -> Region | Regions:
    """Where an outcome is a Nash equilibrium in pure actions.

    Parameters
    ----------
    game : Game
        In normal form, any number of players and actions.
    outcome : profile or name of an outcome, optional
        For a named outcome, where some profile of it is an equilibrium. Without it, every profile.
    strict : bool
        Whether every deviation must lose strictly.

    Returns
    -------
    Region or Regions
        Exact, ties included: at a tie several profiles may be equilibria. Mixed equilibria are not among them.

    References
    ----------
    Nash, J. (1951), "Non-cooperative games", Annals of Mathematics 54.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x", at_least=0)
    >>> game = gt.Game("Meeting", ["A", "B"], ["here", "there"], {("here", "here"): (x, 1), ("here", "there"): (0, 0),
    ...                ("there", "here"): (0, 0), ("there", "there"): (1, x)})
    >>> print(gt.nash(game, ("here", "here")), "|", gt.nash(game, ("here", "here"), strict=True))
    always | x > 0
    """
    require_normal_form(game, "nash")
    kind = f"{'strict ' if strict else ''}Nash equilibri"
    if outcome is None:
        return every_profile(game, lambda profile: nash(game, profile, strict=strict), f"{kind}a".capitalize())
    return outcome_region(game, outcome, lambda profile: nash_condition(game, profile, strict), f"is a {kind}um")
