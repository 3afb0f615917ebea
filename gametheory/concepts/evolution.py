"""Evolutionarily stable strategies, pure and mixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any, overload

from gametheory.concepts.copositive import Matrix, no_worse_inside, positive_definite
from gametheory.concepts.mixtures import Actions
from gametheory.concepts.one_population import Population, population_of
from gametheory.concepts.outcomes import Regions
from gametheory.concepts.signs import above, below, zero
from gametheory.errors import ConceptError
from gametheory.forms.normal import Game
from gametheory.forms.payoff import Payoff, read_payoff, symbols_of
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.formula import is_false, is_true
from gametheory.formulas.translate import comparison
from gametheory.incentive import Comparison
from gametheory.region import Region

MOST_ACTIONS = 4
INSTEAD = "leave out actions, or ask gt.nash(game, (action, action), strict=True): a strict equilibrium is stable"


@overload
def evolutionarily_stable(game: Game, outcome: None = None) -> Regions: ...
@overload
def evolutionarily_stable(game: Game, outcome: Any) -> Region: ...
def evolutionarily_stable(game: Game, outcome: Any = None) -> Region | Regions:
    """Where an action or a mixture is an evolutionarily stable strategy of a symmetric game.

    Parameters
    ----------
    game : Game
        Two players with the same actions, at most four, and payoffs that do not change when the players change places.
    outcome : str, tuple of str, or mapping of action to share, optional
        An action; the actions that a mixture uses, which leave only one mixture to be asked about; or the mixture
        itself: shares are exact numbers, text or expressions, an action left out has share 0. Without it, every
        support: keys are tuples, ``("hawk",)`` and ``("hawk", "dove")``. Mind that such a tuple is a support, not a
        profile.

    Returns
    -------
    Region or Regions
        Exact, ties included. Where the region of a support holds there is one stable strategy with it: the mixture of
        that support in :func:`gametheory.mixed`.

    Raises
    ------
    ConceptError
        If the game is not proved symmetric from its premises (the cell is named), for an unknown action, and for
        numbers that are no shares.
    CapacityError
        For more than four actions.

    Notes
    -----
    A strategy x is stable if it is a best reply to itself and does better against every other best reply y than y does
    against itself. The mutants y may be mixtures. With A the payoffs, that is: z'Az < 0 for every z = y - x where y is
    a mixture of best replies. The actions that x uses may become rarer or more frequent, the other best replies only
    more frequent; so the form must be negative on a cone, which is Sylvester's criterion for the former and strict
    copositivity for the latter.

    References
    ----------
    Maynard Smith, J. and Price, G. R. (1973), "The logic of animal conflict", Nature 246.
    Haigh, J. (1975), "Game theory and evolution", Advances in Applied Probability 7.
    Abakuks, A. (1980), "Conditions for evolutionarily stable strategies", Journal of Applied Probability 17.
    Hadeler, K. P. (1983), "On copositive matrices", Linear Algebra and its Applications 49.

    Examples
    --------
    >>> import gametheory as gt
    >>> V, C = gt.Parameter("V", above=0), gt.Parameter("C", above=0)
    >>> game = gt.Game("Hawk and dove", ["Ann", "Bob"], ["hawk", "dove"], {
    ...     ("hawk", "hawk"): ((V - C)/2, (V - C)/2), ("hawk", "dove"): (V, 0),
    ...     ("dove", "hawk"): (0, V), ("dove", "dove"): (V/2, V/2)})
    >>> print(gt.evolutionarily_stable(game))
    Evolutionarily stable strategies of Hawk and dove
      (hawk): C <= V
      (dove): never
      (hawk, dove): C > V
    >>> print(gt.evolutionarily_stable(game, {"hawk": V/C, "dove": 1 - V/C}))
    C >= V
    """
    population = population_of(game, "evolutionarily_stable", MOST_ACTIONS, INSTEAD)
    if outcome is None:
        every = ((population.words(some), _of_support(population, some)) for some in population.supports)
        return Regions(f"Evolutionarily stable strategies of {game.name}", tuple(every))
    if isinstance(outcome, Mapping):
        return _of_mixture(population, outcome)
    return _of_support(population, population.support(outcome))


def stable_condition(population: Population, support: Actions) -> Condition:
    """Return where there is an evolutionarily stable strategy with this support."""
    basis = population.mixer.basis(support, support)
    others = population.others(support)
    equilibrium = population.mixer.corner(support, support, support)
    form, free = _form(population.table, support), support[1:]
    conditions = [equilibrium, positive_definite(form, free)]
    for size in range(1, len(others) + 1):
        for tied in combinations(others, size):
            worse = any_of(above(basis.losses[j]) | below(basis.losses[j]) for j in tied)
            if not is_true(worse.formula):
                conditions.append(_resists(population, support, tied, form) | worse)
    return all_of(conditions)


def _resists(population: Population, support: Actions, tied: Actions, form: Matrix) -> Condition:
    """Return where mixtures with tied best replies lose against the candidate; one rival of an action says why."""
    if len(support) == len(tied) == 1:
        (own,), (rival,) = support, tied
        gap = population.table[own][rival] - population.table[rival][rival]
        text = f"{population.actions[own]} does better against {population.actions[rival]} than it does against itself"
        return comparison(gap, ">", 0, Comparison(text, gap, ">"))
    return no_worse_inside(form, support[1:], tied)


def _form(table: Sequence[Sequence[Payoff]], support: Actions) -> Matrix:
    """Return minus the symmetric form of the payoffs, in the shares of all actions but the first of the support.

    The share of that first action makes up for the others. Against a pure candidate only rivals matter that do as well
    as it does, and what they get from it cancels.
    """
    first, actions = support[0], range(len(table))

    def entry(j: int, k: int) -> Payoff:
        ahead = table[first][j] + table[first][k] - table[j][k] - table[k][j]
        if len(support) == 1:
            return ahead
        return ahead + table[j][first] + table[k][first] - 2 * table[first][first]

    return [[entry(j, k) for k in actions] for j in actions]


def _of_support(population: Population, support: Actions) -> Region:
    words = population.words(support)
    title = words[0] if len(words) == 1 else f"a mixture of {', '.join(words)}"
    return population.region(stable_condition(population, support), f"{title} is evolutionarily stable")


def _of_mixture(population: Population, given: Mapping[str, Any]) -> Region:
    game = population.game
    population.support(given)
    shares = [
        read_payoff(given.get(action, 0), game.parameters, f"the share of {action}") for action in population.actions
    ]
    if all(isinstance(share, Fraction) for share in shares) and (min(shares) < 0 or sum(shares) != 1):
        listed = ", ".join(f"{action} {share}" for action, share in zip(population.actions, shares, strict=True))
        raise ConceptError(f"{listed} are no shares of {game.name}; give numbers of at least 0 that sum to 1.")
    alternatives = []
    for support in population.supports:
        basis = population.mixer.basis(support, support)
        weights = dict(zip(support, basis.weights, strict=True))
        same = all_of(zero(share * basis.total - weights.get(i, 0)) for i, share in enumerate(shares))
        if not is_false(same.formula):
            alternatives.append(same & stable_condition(population, support))
    title = " + ".join(f"{share} {action}" for share, action in zip(shares, population.actions, strict=True))
    symbols = symbols_of((*game.parameters, *shares), f"a mixture in {game.name}")
    return population.region(any_of(alternatives), f"{title} is evolutionarily stable", symbols)
