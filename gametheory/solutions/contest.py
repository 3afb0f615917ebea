"""Contests: two sides spend effort on one prize, and each wins with its share of the efforts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Any

from gametheory.errors import ConceptError, GameError, quoted
from gametheory.forms.named_payoffs import read_named
from gametheory.forms.payoff import Payoff, payoff_at, read_payoff, symbols_of
from gametheory.forms.words import distinct_words
from gametheory.formulas.condition import all_of, any_of
from gametheory.formulas.display import expression_text
from gametheory.incentive import Incentive
from gametheory.premise import Premises
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region
from gametheory.solutions.demonstration import Demonstration, all_proved, demonstrate, fresh, proofs_text, require


@dataclass(frozen=True, eq=False)
class Contest:
    """The equilibrium of a lottery contest between two players.

    Parameters
    ----------
    players : tuple of str
        The two.
    value : tuple of payoff
        What the prize is worth to each, in its own utility.
    cost : tuple of payoff
        What a unit of effort costs each, in its own utility.
    premises : Premises
        Under these, values and costs are proved to be above 0.
    parameters : tuple of Parameter
        Of values, costs and premises.
    """

    players: tuple[str, ...]
    value: tuple[Payoff, ...]
    cost: tuple[Payoff, ...]
    premises: Premises
    parameters: tuple[Any, ...]

    @property
    def obtained(self) -> str:
        """Where the closed forms come from."""
        return "first-order conditions of both players, solved; best replies and uniqueness as in `proofs`"

    @property
    def uses(self) -> tuple[str, ...]:
        """Nothing: efforts are compared with efforts, each utility only with itself."""
        return ()

    @cached_property
    def _weights(self) -> tuple[Payoff, Payoff]:
        """Value times the other's cost, a player each: their ratio is that of the efforts."""
        return self.value[0] * self.cost[1], self.value[1] * self.cost[0]

    def _by_player(self, values: Sequence[Payoff]) -> Mapping[str, Payoff]:
        # Where everything cancels sympy leaves a number of its own.
        return MappingProxyType({p: payoff_at(v, {}) for p, v in zip(self.players, values, strict=True)})

    @cached_property
    def shares(self) -> Mapping[str, Payoff]:
        """Each player's chance of the prize, or its part of it, in equilibrium."""
        return self._by_player([weight / sum(self._weights) for weight in self._weights])

    @cached_property
    def efforts(self) -> Mapping[str, Payoff]:
        """Each player's effort in equilibrium, in units of effort."""
        product, together = self.value[0] * self.value[1], sum(self._weights)
        return self._by_player(
            [product * self.value[i] * self.cost[1 - i] / together**2 for i in range(2)],
        )

    @cached_property
    def payoffs(self) -> Mapping[str, Payoff]:
        """What each player expects in equilibrium, net of the cost of its effort, in its own utility."""
        together = sum(self._weights)
        return self._by_player([self.value[i] ** 3 * self.cost[1 - i] ** 2 / together**2 for i in range(2)])

    @property
    def total_effort(self) -> Payoff:
        """The efforts of both."""
        return payoff_at(self.value[0] * self.value[1] / sum(self._weights), {})

    @property
    def dissipation(self) -> Payoff:
        """The part of the prize, as it values it, that each player spends on winning it: the same for both."""
        return payoff_at(self._weights[0] * self._weights[1] / sum(self._weights) ** 2, {})

    @property
    def settlement_range(self) -> tuple[Payoff, Payoff]:
        """The smallest and the largest part for the first player at which both would rather split than race."""
        first, second = self.shares.values()
        return payoff_at(first**2, {}), payoff_at(1 - second**2, {})

    def share_of(self, player: str) -> Payoff:
        """Return a player's share in equilibrium, for use in relations: ``contest.share_of("China") > 1/2``."""
        return self.shares[self.players[self._place(player)]]

    def settlements(self, part: Any = None) -> Region:
        """Return where both do at least as well from a split as from the race.

        Parameters
        ----------
        part : Parameter, expression or exact number, optional
            What the first player gets of the prize; without it, a parameter called ``part`` from 0 to 1.
        """
        chosen = fresh("part", "", self.parameters, at_least=0, at_most=1) if part is None else part
        chosen = read_payoff(chosen, self.parameters, "the first player's part")
        parameters = symbols_of((*self.parameters, chosen), "the settlements")
        from gametheory.formulas.translate import comparison

        conditions = []
        for i, own in enumerate((chosen, 1 - chosen)):
            race = self.payoffs[self.players[i]]
            reason = Incentive(self.players[i], "the split", "the race", own * self.value[i] - race)
            conditions.append(comparison(own * self.value[i], ">=", race, reason))
        title = f"{self.players[0]} and {self.players[1]} would rather split than race"
        return make_region(Fixed(all_of(conditions)), self.premises, parameters, title)

    @cached_property
    def proofs(self) -> tuple[Demonstration, ...]:
        """What makes this the equilibrium, and the only one; worked out when asked for."""
        return tuple(_proofs(self))

    @property
    def complete(self) -> bool:
        """Whether all of `proofs` are proved: then this is the only equilibrium in pure strategies."""
        return all_proved(self.proofs)

    def _place(self, player: str) -> int:
        if player not in self.players:
            raise ConceptError(
                f"the contest has no player {quoted(player)}; its players are {', '.join(self.players)}."
            )
        return self.players.index(player)

    def __str__(self) -> str:
        lines = [f"Contest of {' and '.join(self.players)}"]
        for player in self.players:
            effort, share, payoff = (
                expression_text(part[player]) for part in (self.efforts, self.shares, self.payoffs)
            )
            lines.append(f"  {player}: effort {effort}, share {share}, payoff {payoff}")
        return "\n".join([*lines, f"  {proofs_text(self.proofs)}"])


def contest(
    players: Sequence[str], *, value: Any, cost: Any = 1, assuming: Any = (), parameters: Sequence[Any] = ()
) -> Contest:
    """Solve the lottery contest: i wins with probability x_i/(x_i + x_j) and pays c_i x_i.

    Parameters
    ----------
    players : sequence of str
        Two different names.
    value : mapping of str to payoff, or one payoff for both
        What the prize is worth, above 0, in the player's utility: numbers, expressions or text.
    cost : mapping of str to payoff, or one payoff for both
        Of a unit of effort, above 0, in the player's utility.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Further ones that text may use.

    Returns
    -------
    Contest
        Efforts, shares and payoffs, exact. `complete` if first- and second-order conditions, best replies against
        every effort, uniqueness, and that nobody stays out are all proved.

    Raises
    ------
    AssumptionError
        If a value or a cost is 0 or less at some point of the premises; the point is named.
    GameError
        For players who are not two, or values and costs that do not fit them.

    Notes
    -----
    If nobody makes an effort, each may win with any probability; two probabilities of at most 1 together are not
    both 1, and who has less takes the prize by an effort as small as it likes. If one alone makes an effort, it would
    win with less. So an equilibrium has two efforts above 0.

    References
    ----------
    Tullock, G. (1980), "Efficient rent seeking", in Buchanan, Tollison and Tullock (eds.), Toward a Theory of the
    Rent-Seeking Society, pp. 97-112.

    Examples
    --------
    >>> import gametheory as gt
    >>> race = gt.contest(["China", "Russia"], value={"China": 3, "Russia": 6}, cost={"China": 1, "Russia": 4})
    >>> print(race)
    Contest of China and Russia
      China: effort 2/3, share 2/3, payoff 4/3
      Russia: effort 1/3, share 1/3, payoff 2/3
      17 of 17 statements proved
    >>> V, c = gt.parameters("V c", above=0)
    >>> uneven = gt.contest(["China", "Russia"], value={"China": V, "Russia": 1}, cost={"China": c, "Russia": 1})
    >>> print(gt.when(uneven.share_of("China") > gt.exact("1/2")))
    V > c
    """
    both = distinct_words(players, "the players", "a contest")
    if len(both) != 2:
        raise GameError(f"a contest is between two players, not {len(both)}; name two.")
    where = dict(_for_each(both, value, "value")) | dict(_for_each(both, cost, "cost"))
    amounts, given, used = read_named(where, assuming, parameters, "the contest")
    from gametheory.formulas.translate import comparison

    owed = {f"{text} is above 0": comparison(one, ">", 0) for text, one in zip(where, amounts, strict=True)}
    require(owed, given, used, "a contest", "correct the number, or add a premise")
    return Contest(both, amounts[:2], amounts[2:], given, used)


def _for_each(players: tuple[str, ...], amounts: Any, what: str) -> Iterator[tuple[str, Any]]:
    """Yield each player's value or cost under its name for messages."""
    table = amounts if isinstance(amounts, Mapping) else dict.fromkeys(players, amounts)
    if set(table) != set(players):
        raise GameError(
            f"the contest's {what}s are given for {', '.join(map(str, table)) or 'nobody'}; give one for each of "
            f"{', '.join(players)}."
        )
    for player in players:
        yield f"{player}'s {what}", table[player]


def _proofs(race: Contest) -> Iterator[Demonstration]:
    """Yield the statements, each over every effort there could be instead."""
    from sympy import sympify

    from gametheory.formulas.translate import comparison

    known = race.parameters
    efforts = [fresh("effort", player, known, above=0) for player in race.players]
    share = fresh("share", "", known, at_least=0, below=1)

    def holds(statement: str, condition: Any, *others: Any) -> Demonstration:
        return demonstrate(statement, condition, race.premises, (*known, *others))

    here = {effort: sympify(best) for effort, best in zip(efforts, race.efforts.values(), strict=True)}
    slopes = []
    for i, player in enumerate(race.players):
        (own, other), value, cost = (efforts[i], efforts[1 - i]), race.value[i], race.cost[i]
        best, against = here[own], here[other]
        payoff = value * own / (own + other) - cost * own
        slope = payoff.diff(own)
        slopes.append(slope)
        reached, ahead = race.payoffs[player], payoff.xreplace({other: against})
        flat = comparison(slope.xreplace(here), "==", 0)
        yield holds(f"{player}'s payoff has slope 0 in its effort at the equilibrium", flat)
        any_effort = fresh("effort", f"{player}_or_none", known, at_least=0)
        curvature = slope.diff(own).xreplace({own: any_effort})
        bends = comparison(curvature, "<", 0)
        text = f"{player}'s payoff is strictly concave in its effort, whatever the other's above 0"
        yield holds(text, bends, any_effort, other)
        instead = ahead.xreplace({own: any_effort})
        loss = comparison(reached - instead, "==", cost * (any_effort - best) ** 2 / (any_effort + against))
        worse = any_of([comparison(reached, ">", instead), comparison(any_effort, "==", best)])
        yield holds(f"every other effort of {player} pays it less", all_of([loss, worse]), any_effort)
        # Nobody stays out: not both, and not one.
        small = comparison(2 * cost * own, ">=", (1 - share) * value)
        gains = comparison(value - cost * own, ">", share * value)
        text = f"if nobody makes an effort and {player} wins with less than certainty, a small effort pays it more"
        yield holds(text, any_of([small, gains]), own, share)
        yield holds(
            f"if {player} alone makes an effort, half of it pays it more",
            comparison(value - cost * own / 2, ">", value - cost * own),
            own,
        )
        part = race.shares[player]
        yield holds(
            f"{player}'s effort, share and payoff fit each other and are above 0",
            all_of(
                [
                    comparison(part, "==", best / (best + against)),
                    comparison(reached, "==", part * value - cost * best),
                    comparison(cost * best, "==", race.dissipation * value),
                    *(comparison(one, ">", 0) for one in (best, part, reached)),
                ]
            ),
        )
    stationary = all_of(comparison(slope, "==", 0) for slope in slopes)
    there = all_of(comparison(effort, "==", best) for effort, best in here.items())
    yield holds("no other pair of efforts above 0 has two slopes of 0", any_of([~stationary, there]), *efforts)
    yield holds("the shares are 1 together", comparison(sum(race.shares.values(), Fraction(0)), "==", 1))
    part = fresh("part", "", known)
    low, high = race.settlement_range
    inside = all_of([comparison(part, ">=", low), comparison(part, "<=", high)])
    agreed = race.settlements(part).condition
    text = "both would rather split than race exactly at the parts in `settlement_range`"
    yield holds(text, any_of([all_of([inside, agreed]), all_of([~inside, ~agreed])]), part)
    yield holds(
        "there are such parts: the range has the width of twice the product of the shares",
        all_of([comparison(high, ">", low), comparison(high - low, "==", 2 * race.dissipation)]),
    )
    yield holds(
        "total effort is what the two efforts add up to",
        comparison(race.total_effort, "==", sum(race.efforts.values(), Fraction(0))),
    )
