"""From which initial shares the replicator dynamics of two actions lead where."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from gametheory.concepts.one_population import Population, population_of
from gametheory.concepts.signs import above, below, zero
from gametheory.errors import ConceptError
from gametheory.forms.normal import Game
from gametheory.forms.payoff import Payoff, read_payoff, symbols_of
from gametheory.formulas.condition import EVERYWHERE, Condition, Obligation, all_of, any_of
from gametheory.formulas.translate import comparison
from gametheory.incentive import Comparison
from gametheory.region import Region

INSTEAD = (
    "with three the boundaries of basins have no closed form: give the parameters numbers and follow "
    "gt.numeric.replicator_dynamics(game.at(...), start=...), or ask gt.rest_points(game) what is locally stable"
)


def basin(game: Game, outcome: Any, share: Any = None) -> Region:
    """From which initial shares the replicator dynamics of a game with two actions lead to an outcome.

    Parameters
    ----------
    game : Game
        Two players with the same two actions, and payoffs that do not change when the players change places.
    outcome : str or tuple of str
        An action: in the long run everybody takes it. Both actions: in the long run both are taken, at a rest point.
    share : Parameter, expression or exact number, optional
        The initial share of the action; for both, of the one named first. It must lie between 0 and 1. Without it, a
        parameter called ``share``, at least 0 and at most 1.

    Returns
    -------
    Region
        In the share and the parameters of the game. Exact, boundaries included: what is at a rest point stays there,
        so the share at which the actions do equally well belongs to both actions, also where it is not stable, a share
        of 0 or 1 never changes, and where the actions tie at all shares nothing moves. The regions of the two actions
        and of both together have no share in common and leave none out.

    Raises
    ------
    ConceptError
        If the game is not proved symmetric from its premises or has one action, or if the share may be below 0 or
        above 1.
    CapacityError
        For more than two actions.

    Notes
    -----
    The share x of an action changes as x(1 - x)f(x), where f is what the action gains over the other one. With two
    actions f is linear, so an action takes over from x > 0 exactly if f(x) > 0 and f(1) >= 0.

    References
    ----------
    Taylor, P. D. and Jonker, L. B. (1978), "Evolutionary stable strategies and game dynamics", Mathematical
    Biosciences 40.
    Hofbauer, J. and Sigmund, K. (1998), Evolutionary Games and Population Dynamics, chapter 7.

    Examples
    --------
    >>> import gametheory as gt
    >>> hunt = gt.Game("Stag hunt", ["Ann", "Bob"], ["stag", "hare"], {
    ...     ("stag", "stag"): (4, 4), ("stag", "hare"): (0, 3), ("hare", "stag"): (3, 0), ("hare", "hare"): (2, 2)})
    >>> print(gt.basin(hunt, "stag"))
    share > 2/3
    >>> print(gt.basin(hunt, ("stag", "hare")))
    share = 2/3
    """
    population = population_of(game, "basin", 2, INSTEAD)
    if len(population.actions) < 2:
        raise ConceptError(f"{game.name} has one action, so nothing moves; basin compares two.")
    named = tuple(outcome) if isinstance(outcome, (tuple, list)) else (outcome,)
    support, first = population.support(named), population.actions.index(named[0])
    initial = _initial(game, share, population.actions[first])
    condition = _together(population, first, initial) if len(support) == 2 else _takes_over(population, first, initial)
    end = "both actions" if len(support) == 2 else population.actions[first]
    symbols = symbols_of((*game.parameters, initial), f"a basin in {game.name}")
    title = f"{population.actions[first]} at {initial} leads to {end}"
    return population.region(condition & _is_share(initial), title, symbols)


def _initial(game: Game, given: Any, action: str) -> Payoff:
    if given is None:
        from gametheory.parameter import Parameter

        return Parameter("share", meaning=f"initial share of {action}", at_least=0, at_most=1)
    share = read_payoff(given, game.parameters, f"the initial share of {action}")
    if isinstance(share, Fraction) and not 0 <= share <= 1:
        raise ConceptError(f"the initial share of {action} is {share}; give one between 0 and 1.")
    return share


def _is_share(share: Payoff) -> Condition:
    """Return a condition that always holds, and owes that a share lies between 0 and 1."""
    owed = comparison(share, ">=", 0) & comparison(share, "<=", 1)
    complaint, remedy = f"{share}, an initial share, is below 0 or above 1", "give it the bounds at_least=0, at_most=1"
    return Condition(EVERYWHERE.formula, (*owed.obligations, Obligation(owed.formula, complaint, remedy, ConceptError)))


def _ends(population: Population, first: int) -> tuple[Payoff, Payoff]:
    """Return what an action gains over the other one when nobody takes it, and when everybody does."""
    (mine, theirs), other = (population.table[first], population.table[1 - first]), 1 - first
    return mine[other] - theirs[other], mine[first] - theirs[first]


def _gain(population: Population, first: int, share: Payoff) -> Payoff:
    alone, common = _ends(population, first)
    return share * common + (1 - share) * alone


def _takes_over(population: Population, first: int, share: Payoff) -> Condition:
    _, common = _ends(population, first)
    gain = _gain(population, first, share)
    name, other = population.actions[first], population.actions[1 - first]
    better = Comparison(f"{name} does better than {other} at the initial shares", gap=gain, relation=">")
    kept = Comparison(f"{name} does as well as {other} when everybody takes it", gap=common, relation=">=")
    moves = (above(share), comparison(gain, ">", 0, better), comparison(common, ">=", 0, kept))
    return any_of((all_of(moves), zero(share - 1)))


def _together(population: Population, first: int, share: Payoff) -> Condition:
    alone, common = _ends(population, first)
    rare = all_of((above(alone), below(common)))  # each does better where it is rare
    inside = all_of((above(share), above(1 - share)))
    return inside & any_of((rare, zero(_gain(population, first, share))))
