"""Dominant actions, Pareto dominance, and the two ways one equilibrium may outweigh another."""

from __future__ import annotations

from itertools import product
from typing import Any

from gametheory.concepts.nash import nash_condition
from gametheory.concepts.outcomes import outcome_region, require_normal_form
from gametheory.errors import ConceptError, quoted
from gametheory.forms.normal import Game, Profile
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.translate import comparison
from gametheory.incentive import Comparison, shown
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region


def dominates_condition(game: Game, player: str, action: str, other: str, strict: bool) -> Condition:
    """Return where one action does better than another against everything (weakly: never worse, somewhere better)."""
    place = game.position(player)
    rivals = [actions if i != place else (action,) for i, actions in enumerate(game.actions)]
    pairs = [(profile, game.deviation(profile, player, other)) for profile in product(*rivals)]
    better = [game.prefers(player, here, ">", there, other) for here, there in pairs]
    if strict:
        return all_of(better)
    return all_of([*(game.prefers(player, here, ">=", there, other) for here, there in pairs), any_of(better)])


def dominates(game: Game, player: str, action: str, other: str, *, strict: bool = True) -> Region:
    """Where one action of a player dominates another.

    Parameters
    ----------
    game : Game
        In normal form.
    player, action, other : str
        Whose action, which one, and over which.
    strict : bool
        Strictly: better against everything the others may do. Otherwise weakly: never worse, and better against
        something.

    Returns
    -------
    Region

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (0,), ("go",): (x,)})
    >>> print(gt.dominates(game, "China", "go", "stay"))
    x > 0
    """
    require_normal_form(game, "dominates")
    own = game.actions[game.position(player)]
    if not all(isinstance(one, str) and one in own for one in (action, other)) or action == other:
        raise ConceptError(f"{player} has the actions {', '.join(own)}; name two different ones of them.")
    word = "strictly" if strict else "weakly"
    title = f"{player}'s {action} {word} dominates {other} in {game.name}"
    condition = dominates_condition(game, player, action, other, strict)
    return make_region(Fixed(condition), game.premises, game.parameters, title)


def dominant(game: Game, outcome: Any, *, player: str | None = None, strict: bool = True) -> Region:
    """Where an outcome is played in dominant actions.

    Parameters
    ----------
    game : Game
        In normal form.
    outcome : profile or name of an outcome
        Its actions are the ones that must dominate all others.
    player : str, optional
        Only this player's action; without it, every player's.
    strict : bool
        Strict or weak dominance, as in :func:`dominates`.

    Returns
    -------
    Region

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (0,), ("go",): (x,)})
    >>> print(gt.dominant(game, ("go",)))
    x > 0
    """
    require_normal_form(game, "dominant")
    players = game.players if player is None else (game.players[game.position(player)],)

    def condition(profile: Profile) -> Condition:
        return all_of(
            dominates_condition(game, who, profile[game.position(who)], other, strict)
            for who in players
            for other in game.alternatives(profile, who)
        )

    who = "everybody's" if player is None else f"{player}'s"
    return outcome_region(game, outcome, condition, f"is {who} {'strictly' if strict else 'weakly'} dominant action")


def pareto_dominates(game: Game, outcome: Any, other: Any, *, strict: bool = False) -> Region:
    """Where one profile is better for all than another.

    Parameters
    ----------
    game : Game
        In normal form.
    outcome, other : profile
        Or the name of an outcome with one profile.
    strict : bool
        Everybody gains strictly; otherwise nobody loses and somebody gains.

    Returns
    -------
    Region

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (0,), ("go",): (x,)})
    >>> print(gt.pareto_dominates(game, ("go",), ("stay",)))
    x > 0
    """
    require_normal_form(game, "pareto_dominates")
    better, worse = _single(game, outcome), _single(game, other)
    gains = [game.prefers(player, better, ">", worse) for player in game.players]
    weak = [game.prefers(player, better, ">=", worse) for player in game.players]
    condition = all_of(gains) if strict else all_of([*weak, any_of(gains)])
    title = f"{shown(better)} Pareto-dominates {shown(worse)} in {game.name}"
    return make_region(Fixed(condition), game.premises, game.parameters, title)


def payoff_dominant(game: Game, outcome: Any) -> Region:
    """Where an outcome is an equilibrium that pays everybody more than every other pure equilibrium does.

    Parameters
    ----------
    game : Game
        In normal form, any size.
    outcome : profile
        Or the name of an outcome with one profile.

    Returns
    -------
    Region
        An only equilibrium is payoff dominant. Mixed equilibria are not compared.

    References
    ----------
    Harsanyi, J. C. and Selten, R. (1988), A General Theory of Equilibrium Selection in Games, section 3.6.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x", above=0)
    >>> game = gt.Game("Meeting", ["A", "B"], ["here", "there"], {("here", "here"): (x, x), ("here", "there"): (0, 0),
    ...                ("there", "here"): (0, 0), ("there", "there"): (1, 1)})
    >>> print(gt.payoff_dominant(game, ("here", "here")))
    x > 1
    """
    require_normal_form(game, "payoff_dominant")
    here = _single(game, outcome)
    rivals = (
        ~nash_condition(game, there) | all_of(game.prefers(player, here, ">", there) for player in game.players)
        for there in game.profiles
        if there != here
    )
    condition = all_of([nash_condition(game, here), *rivals])
    title = f"{shown(here)} is the payoff-dominant equilibrium of {game.name}"
    return make_region(Fixed(condition), game.premises, game.parameters, title)


def risk_dominant(game: Game, outcome: Any) -> Region:
    """Where one of two strict equilibria of a 2x2 game risk-dominates the other.

    Parameters
    ----------
    game : Game
        Two players with two actions each.
    outcome : profile
        Or the name of an outcome with one profile. The rival is the profile in which both do the other thing.

    Returns
    -------
    Region
        Where both are strict equilibria and the product of the players' losses from leaving the outcome is larger
        than the product of their losses from leaving the rival. A tie is in neither region.

    Raises
    ------
    ConceptError
        For a game of another size.

    References
    ----------
    Harsanyi, J. C. and Selten, R. (1988), A General Theory of Equilibrium Selection in Games, section 3.9.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x", above=0)
    >>> hunt = gt.Game("Stag hunt", ["A", "B"], ["stag", "hare"], {("stag", "stag"): (x, x), ("stag", "hare"): (0, 3),
    ...                ("hare", "stag"): (3, 0), ("hare", "hare"): (3, 3)})
    >>> print(gt.risk_dominant(hunt, ("stag", "stag")))
    x > 6
    """
    require_normal_form(game, "risk_dominant")
    if tuple(map(len, game.actions)) != (2, 2):
        raise ConceptError(
            f"risk dominance compares the two strict equilibria of a 2x2 game; {quoted(game)} is larger."
        )
    here = _single(game, outcome)
    rival = (game.alternatives(here, game.players[0])[0], game.alternatives(here, game.players[1])[0])
    losses, rivals = _deviation_losses(game, here), _deviation_losses(game, rival)
    text = f"the product of the losses from leaving {shown(here)} exceeds that from leaving {shown(rival)}"
    reason = Comparison(text, losses - rivals, ">")
    condition = all_of(
        [
            nash_condition(game, here, strict=True),
            nash_condition(game, rival, strict=True),
            comparison(losses, ">", rivals, reason),
        ]
    )
    title = f"{shown(here)} risk-dominates {shown(rival)} in {game.name}"
    return make_region(Fixed(condition), game.premises, game.parameters, title)


def _deviation_losses(game: Game, profile: Profile) -> Any:
    first, second = game.players
    return game.gap(first, profile, game.deviation(profile, first, game.alternatives(profile, first)[0])) * game.gap(
        second, profile, game.deviation(profile, second, game.alternatives(profile, second)[0])
    )


def _single(game: Game, outcome: Any) -> Profile:
    profiles = game.profiles_of(outcome)
    if len(profiles) != 1:
        raise ConceptError(f"{outcome} has {len(profiles)} profiles; name one of them.")
    return profiles[0]
