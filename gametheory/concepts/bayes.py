"""Bayesian Nash equilibria in pure actions: every type replies best to what it believes."""

from __future__ import annotations

from typing import Any, overload

from gametheory.concepts.outcomes import Regions
from gametheory.errors import ConceptError, quoted
from gametheory.forms.assessment import Assessment, every_assessment
from gametheory.forms.bayesian import BayesianGame
from gametheory.formulas.condition import Condition, all_of
from gametheory.formulas.formula import TRUE
from gametheory.incentive import Incentive
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region


@overload
def bayes_nash(game: BayesianGame, assessment: None = None) -> Regions: ...
@overload
def bayes_nash(game: BayesianGame, assessment: Any) -> Region: ...
def bayes_nash(game: BayesianGame, assessment: Any = None) -> Region | Regions:
    """Where an assessment is a Bayesian Nash equilibrium in pure actions.

    Parameters
    ----------
    game : BayesianGame
        Any number of players, types and actions.
    assessment : mapping of player to action, or to mapping of type to action, optional
        What every type does; a single action is done by all types of the player. Without it, every assessment.

    Returns
    -------
    Region or Regions
        Exact, ties included. Where a type would deviate, ``explain`` names it: ``China (weak)``. Mixed equilibria are
        not among them.

    Raises
    ------
    GameError
        For an unknown or missing player, type or action.
    CapacityError
        Without an assessment, for more than 4,096 of them.

    Notes
    -----
    Each type replies best to its own belief, once it knows its type (the interim view). Where types are independent,
    that belief does not depend on the own type, and a type replies best even where it has probability 0. With a joint
    prior, the comparison is multiplied by the probability of the type instead of being divided by it: a type has no
    belief where its probability is 0, and nothing is asked of it there. A single player has nobody to have beliefs of:
    each of its types replies best, however the prior is written.

    References
    ----------
    Harsanyi, J. C. (1967-68), "Games with incomplete information played by 'Bayesian' players", Management Science 14.

    Examples
    --------
    >>> import gametheory as gt
    >>> t = gt.Parameter("t", at_least=0, at_most=1)
    >>> def pays(types, actions):
    ...     worth = 2 if types[1] == "friendly" else -1
    ...     return {"trust": worth if actions[1] == "keep" else -3, "refuse": 0}[actions[0]], 0
    >>> game = gt.BayesianGame("Trust", ["China", "Russia"], {"Russia": ["friendly", "rival"]},
    ...                        [["trust", "refuse"], ["keep", "betray"]], pays,
    ...                        priors={"Russia": {"friendly": t, "rival": 1 - t}})
    >>> believed = {"China": "trust", "Russia": {"friendly": "keep", "rival": "betray"}}
    >>> print(gt.bayes_nash(game, believed))
    t >= 3/5
    >>> print(gt.bayes_nash(game, believed).explain({t: 0}).failures[0])
    China gains 3 by moving from trust to refuse
    """
    if not isinstance(game, BayesianGame):
        raise ConceptError(
            f"bayes_nash is asked of a game with types, not of {quoted(game)}; build gt.BayesianGame(...)."
        )
    if assessment is None:
        listed = every_assessment(game.choices, game.name)
        return Regions(
            f"Bayesian Nash equilibria of {game.name}", tuple((one, bayes_nash(game, one)) for one in listed)
        )
    chosen = game.assessment(assessment)
    title = f"{chosen} is a Bayesian Nash equilibrium of {game.name}"
    return make_region(Fixed(bayes_condition(game, chosen)), game.premises, game.parameters, title)


def bayes_condition(game: BayesianGame, assessment: Assessment) -> Condition:
    """Return where every type of every player replies best, with what is owed of the probabilities."""
    replies = (
        best_reply_of_type(game, assessment, player, own)
        for player, (types, _) in game.choices.items()
        for own in types
    )
    return all_of((Condition(TRUE, game.owed), *replies))


def best_reply_of_type(game: BayesianGame, assessment: Assessment, player: str, own: str) -> Condition:
    """Return where no other action is worth more to a type, given what the others' types do."""
    from gametheory.formulas.translate import comparison

    types, actions = game.choices[player]
    chosen = assessment[player][own]
    who = f"{player} ({own})" if len(types) > 1 else player
    weight = game.weight(player, own)
    staying = game.weighted_payoff(player, own, chosen, assessment)
    conditions = []
    for action in actions:
        if action != chosen:
            leaving = game.weighted_payoff(player, own, action, assessment)
            gap = staying - leaving if weight == 0 else (staying - leaving) / weight
            conditions.append(comparison(staying, ">=", leaving, Incentive(who, chosen, action, gap)))
    return all_of(conditions)
