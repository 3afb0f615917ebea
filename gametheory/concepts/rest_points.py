"""Rest points of the replicator dynamics with up to three actions, and their local stability."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gametheory.concepts.closed_forms import is_defined
from gametheory.concepts.mixtures import Actions, Basis
from gametheory.concepts.one_population import Population, population_of
from gametheory.concepts.rest_point_set import RestPoint, RestPoints
from gametheory.concepts.signs import above
from gametheory.forms.normal import Game
from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import EVERYWHERE, NOWHERE, Condition, all_of, any_of
from gametheory.formulas.translate import comparison
from gametheory.incentive import Comparison, shown
from gametheory.region import Region

INSTEAD = "give the parameters numbers and follow gt.numeric.replicator_dynamics(game.at(...), start=...)"


def rest_points(game: Game) -> RestPoints:
    """Find where the replicator dynamics rest, and where they come back if they are disturbed a little.

    Parameters
    ----------
    game : Game
        Two players with the same actions, at most three, and payoffs that do not change when the players change places.

    Returns
    -------
    RestPoints
        A mapping from every support, a tuple of actions, to its RestPoint: the shares in closed form and the regions
        where it exists, is stable, is a saddle, is unstable, and where linearisation does not decide. Complete: there
        are no other rest points. A rest point need not be an equilibrium; everybody doing the same always rests.

    Raises
    ------
    ConceptError
        If the game is not proved symmetric from its premises; the cell is named.
    CapacityError
        For more than three actions.

    Notes
    -----
    The share x of an action changes as x times what it gets above the average. At a rest point an action that nobody
    takes has the eigenvalue "what it would get above the average"; with two actions in use there is one more, the
    product of their shares times what they gain together where they meet their like; with three, the other two
    eigenvalues have negative real parts exactly if their sum is negative and their product positive.

    Where linearisation does not decide, an evolutionarily stable strategy is still asymptotically stable.

    References
    ----------
    Taylor, P. D. and Jonker, L. B. (1978), "Evolutionary stable strategies and game dynamics", Mathematical
    Biosciences 40.
    Zeeman, E. C. (1980), "Population dynamics from game theory", Lecture Notes in Mathematics 819.
    Bomze, I. M. (1983), "Lotka-Volterra equation and replicator dynamics", Biological Cybernetics 48.

    Examples
    --------
    >>> import gametheory as gt
    >>> c = gt.Parameter("c", meaning="cost of a fight", above=0)
    >>> game = gt.Game("Hawk and dove", ["Ann", "Bob"], ["hawk", "dove"], {
    ...     ("hawk", "hawk"): (1 - c, 1 - c), ("hawk", "dove"): (2, 0),
    ...     ("dove", "hawk"): (0, 2), ("dove", "dove"): (1, 1)})
    >>> points = gt.rest_points(game)
    >>> for support, point in points.items():
    ...     print(support, point.region, "| stable:", point.stable)
    ('hawk',) always | stable: c < 1
    ('dove',) always | stable: never
    ('hawk', 'dove') c > 1 | stable: c > 1
    >>> points["hawk", "dove"].shares
    (1/c, (c - 1)/c)
    """
    population = population_of(game, "rest_points", 3, INSTEAD)
    found = tuple(_rest_point(population, support) for support in population.supports)
    return RestPoints(f"Rest points of {game.name}", found)


Stability = Callable[[int], Condition]
"""From the sign of the divisor of the shares to a condition."""


@dataclass(frozen=True, eq=False)
class Eigenvalues:
    """The signs of the eigenvalues at the rest point of a basis, whose shares are weights divided by a total.

    Parameters
    ----------
    total : payoff
        What the shares divide by. With three actions in use it has the sign of the product of two eigenvalues.
    real : tuple of (payoff, bool, str)
        For every eigenvalue that is known by itself: something of its sign, whether it is still to be divided by the
        total, and what it is.
    pair : payoff or None
        With three actions in use: the sum of the two eigenvalues, times the total. Otherwise None.
    """

    total: Payoff
    real: tuple[tuple[Payoff, bool, str], ...]
    pair: Payoff

    def stable(self, sign: int) -> Condition:
        """Return where all real parts are negative, if the total has this sign."""
        if self.pair is None:
            return all_of(self._real("<", sign))
        return self._sum("<", sign) if sign > 0 else NOWHERE

    def unstable(self, sign: int) -> Condition:
        """Return where some real part is positive, if the total has this sign."""
        if self.pair is None:
            return any_of(self._real(">", sign))
        return self._sum(">", sign) if sign > 0 else EVERYWHERE

    def saddle(self, sign: int) -> Condition:
        """Return where one real part is positive and another negative, if the total has this sign."""
        if self.pair is None:
            return any_of(self._real(">", sign)) & any_of(self._real("<", sign))
        return NOWHERE if sign > 0 else EVERYWHERE

    def undecided(self, sign: int) -> Condition:
        """Return where no real part is positive and one is 0, if the total has this sign."""
        return ~self.stable(sign) & ~self.unstable(sign)

    def _real(self, relation: str, sign: int) -> list[Condition]:
        return [
            self._compared(sign * payoff if divided else payoff, divided, relation, text, sign)
            for payoff, divided, text in self.real
        ]

    def _sum(self, relation: str, sign: int) -> Condition:
        return self._compared(sign * self.pair, True, relation, "the sum of the two eigenvalues", sign)

    def _compared(self, payoff: Payoff, divided: bool, relation: str, text: str, sign: int) -> Condition:
        words = {"<": "is negative", ">": "is positive"}[relation]
        gap = payoff / (sign * self.total) if divided and self.total != 0 else payoff
        return comparison(payoff, relation, 0, Comparison(f"{text} {words}", gap, relation))


def _eigenvalues(population: Population, support: Actions) -> Eigenvalues:
    basis = population.mixer.basis(support, support)
    real = [
        (-basis.losses[k], True, f"what {population.actions[k]} would get above the average")
        for k in population.others(support)
    ]
    pair = None
    if len(support) == 2:
        # Its size is the product of the shares times this: payoffs against the like less those against the other.
        real.append((-basis.total, False, f"the eigenvalue along {shown(population.words(support))}"))
    elif len(support) == 3:
        weighted = tuple(zip(support, basis.weights, strict=True))
        alike = sum(weight * population.table[i][i] for i, weight in weighted)
        average = sum(weight * population.table[support[0]][i] for i, weight in weighted)
        pair = alike - average
    return Eigenvalues(basis.total, tuple(real), pair)


def _rest_point(population: Population, support: Actions) -> RestPoint:
    basis, eigenvalues = population.mixer.basis(support, support), _eigenvalues(population, support)
    shares = population.mixer.probabilities(support, support)
    words = population.words(support)

    def where(stability: Stability, what: str) -> Region:
        return population.region(_where(basis, stability), f"the rest point with the support {shown(words)} {what}")

    inside, everything = population.within(support), tuple(range(len(support)))
    many = inside.some_mixture(everything, everything) & inside.undetermined(everything, everything)
    return RestPoint(
        population.game,
        words,
        shares if all(map(is_defined, shares)) else (),
        region=where(lambda sign: EVERYWHERE, "exists"),
        stable=where(eigenvalues.stable, "is asymptotically stable"),
        unstable=where(eigenvalues.unstable, "is unstable"),
        saddle=where(eigenvalues.saddle, "is a saddle"),
        undecided=where(eigenvalues.undecided, "has no positive eigenvalue and one with real part 0"),
        continuum=population.region(many, f"infinitely many rest points have the support {shown(words)}"),
    )


def _where(basis: Basis, stability: Stability) -> Condition:
    """Return where the basis is a mixture of all its actions and a condition on the sign of its total holds."""
    return any_of(
        all_of((*(above(sign * part) for part in (basis.total, *basis.weights)), stability(sign))) for sign in (1, -1)
    )
