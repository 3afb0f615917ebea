"""Alternating offers: two players take turns to propose a split, and delay costs each its own patience."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from gametheory.errors import GameError, quoted
from gametheory.forms.named_payoffs import read_named
from gametheory.forms.payoff import Payoff, payoff_at
from gametheory.forms.words import distinct_words
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.display import expression_text
from gametheory.premise import Premises
from gametheory.solutions.demonstration import Demonstration, all_proved, demonstrate, fresh, proofs_text, require


@dataclass(frozen=True, eq=False)
class AlternatingOffers:
    """The subgame-perfect equilibrium of bargaining by alternating offers over a pie of size 1.

    Parameters
    ----------
    players : tuple of str
        The two.
    discount : tuple of payoff
        The part of a payoff that is left to each when it comes one round later.
    first : str
        Who makes the first offer.
    premises : Premises
        Under these the discount factors are proved to lie in [0, 1).
    parameters : tuple of Parameter
        Of everything above.
    """

    players: tuple[str, ...]
    discount: tuple[Payoff, ...]
    first: str
    premises: Premises
    parameters: tuple[Any, ...]

    @property
    def obtained(self) -> str:
        """Where the closed form comes from."""
        return "the two equations by which who replies is indifferent, solved; uniqueness by bounds on all equilibria"

    @property
    def uses(self) -> tuple[str, ...]:
        """Nothing: each player compares parts of the pie with its own parts later."""
        return ()

    @cached_property
    def demands(self) -> Mapping[str, Payoff]:
        """The part each keeps for itself whenever it is its turn to propose; the other accepts."""
        one, two = self.discount
        waiting = 1 - one * two
        return MappingProxyType(
            {self.players[0]: payoff_at((1 - two) / waiting, {}), self.players[1]: payoff_at((1 - one) / waiting, {})}
        )

    @cached_property
    def accepts(self) -> Mapping[str, Payoff]:
        """The smallest part each accepts when the other proposes."""
        parts = zip(self.players, self.discount, self.demands.values(), strict=True)
        return MappingProxyType({player: payoff_at(patience * part, {}) for player, patience, part in parts})

    @cached_property
    def shares(self) -> Mapping[str, Payoff]:
        """What each gets: agreement is reached at once."""
        return MappingProxyType(
            {p: self.demands[p] if p == self.first else self.accepts[p] for p in self.players},
        )

    @cached_property
    def proofs(self) -> tuple[Demonstration, ...]:
        """What makes this an equilibrium, and the only one; worked out when asked for."""
        return tuple(_proofs(self))

    @property
    def complete(self) -> bool:
        """Whether all of `proofs` are proved: then no other subgame-perfect equilibrium pays anything else."""
        return all_proved(self.proofs)

    def __str__(self) -> str:
        lines = [f"Alternating offers of {' and '.join(self.players)}, {self.first} first"]
        for player in self.players:
            parts = (expression_text(part[player]) for part in (self.shares, self.demands, self.accepts))
            lines.append("  {}: gets {}, demands {}, accepts {} or more".format(player, *parts))
        return "\n".join([*lines, f"  {proofs_text(self.proofs)}"])


def rubinstein(
    delta_1: Any,
    delta_2: Any,
    *,
    players: Sequence[str] = ("first", "second"),
    first: str | None = None,
    assuming: Any = (),
    parameters: Sequence[Any] = (),
) -> AlternatingOffers:
    """Solve bargaining by alternating offers over a pie of size 1, without a last round.

    Parameters
    ----------
    delta_1, delta_2 : payoff
        Discount factors of the two players a round, at least 0 and below 1: numbers, expressions or text.
    players : sequence of str
        Two different names.
    first : str, optional
        Who makes the first offer; without it, the first of the players.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Further ones that text may use.

    Returns
    -------
    AlternatingOffers
        Who gets, demands and accepts what, exact. `complete` if that no deviation pays and uniqueness are proved.

    Raises
    ------
    AssumptionError
        If a discount factor is below 0, or 1 or more, at some point of the premises.
    GameError
        For players who are not two, or a first one who is neither.

    Notes
    -----
    A strategy here repeats itself, payoffs are bounded and discounted: it is enough that no player gains by departing
    from it once. That any two equilibria pay the same is the argument of Shaked and Sutton: with M and m the highest
    and the lowest payoff a proposer has in any equilibrium, whoever replies takes no less than its m, and no more than
    its M, a round later. The inequalities that follow leave M = m: that is proved, for all discount factors at once.

    References
    ----------
    Rubinstein, A. (1982), "Perfect equilibrium in a bargaining model", Econometrica 50, 97-109.
    Shaked, A. and Sutton, J. (1984), "Involuntary unemployment as a perfect equilibrium in a bargaining model",
    Econometrica 52, 1351-1364.

    Examples
    --------
    >>> import gametheory as gt
    >>> print(gt.rubinstein("9/10", "4/5", players=["China", "Russia"]))
    Alternating offers of China and Russia, China first
      China: gets 5/7, demands 5/7, accepts 9/14 or more
      Russia: gets 2/7, demands 5/14, accepts 2/7 or more
      12 of 12 statements proved
    """
    both = distinct_words(players, "the players", "alternating offers")
    if len(both) != 2:
        raise GameError(f"alternating offers are made by two players, not {len(both)}; name two.")
    opener = both[0] if first is None else first
    if not isinstance(opener, str) or opener not in both:
        raise GameError(f"{quoted(first)} cannot make the first offer; the players are {', '.join(both)}.")
    where = dict(zip((f"{player}'s discount factor" for player in both), (delta_1, delta_2), strict=True))
    amounts, given, used = read_named(where, assuming, parameters, "alternating offers")
    from gametheory.formulas.translate import comparison

    owed = {
        f"{text} is at least 0 and below 1": all_of([comparison(one, ">=", 0), comparison(one, "<", 1)])
        for text, one in zip(where, amounts, strict=True)
    }
    require(owed, given, used, "alternating offers", "correct the number, or add a premise")
    return AlternatingOffers(both, amounts, opener, given, used)


def _proofs(offers: AlternatingOffers) -> Iterator[Demonstration]:
    """Yield the statements: no single departure pays, and no other equilibrium exists."""
    from gametheory.formulas.translate import comparison

    known = offers.parameters

    def holds(statement: str, condition: Condition, *others: Any) -> Demonstration:
        return demonstrate(statement, condition, offers.premises, (*known, *others))

    for player, other in (offers.players, offers.players[::-1]):
        mine, theirs = (offers.discount[offers.players.index(one)] for one in (player, other))
        demand, offered = offers.demands[player], 1 - offers.demands[player]
        part = fresh("part", player, known, at_least=0, at_most=1)
        reply = fresh("part", other, known, at_least=0, at_most=1)
        later = theirs * offers.demands[other]
        yield holds(
            f"{player}'s demand is above 0 and at most 1", _all(comparison(demand, ">", 0), comparison(demand, "<=", 1))
        )
        yield holds(
            f"{other} is indifferent between {player}'s offer and its own demand a round later",
            _all(comparison(offered, "==", later), comparison(offers.accepts[other], "==", later)),
        )
        yield holds(
            f"{other} gains nothing by refusing its least acceptable part or more, nor by accepting less",
            _all(
                any_of([comparison(reply, "<", offers.accepts[other]), comparison(reply, ">=", later)]),
                any_of([comparison(reply, ">=", offers.accepts[other]), comparison(reply, "<", later)]),
            ),
            reply,
        )
        refused = comparison(1 - part, "<", offers.accepts[other])
        yield holds(
            f"no demand that {other} accepts gives {player} more",
            any_of([refused, comparison(part, "<=", demand)]),
            part,
        )
        yield holds(
            f"a demand that {other} refuses costs {player}: what it accepts a round later is less",
            comparison(mine * offers.accepts[player], "<", demand),
        )
    highest = [fresh("highest", player, known, at_least=0, at_most=1) for player in offers.players]
    lowest = [fresh("lowest", player, known, at_least=0, at_most=1) for player in offers.players]
    bounds = []
    for i, j in ((0, 1), (1, 0)):
        mine, theirs = offers.discount[i], offers.discount[j]
        # Accepted, i keeps what j does not get later; refused, i has a round later what j, proposing, leaves.
        agreed = comparison(highest[i], "<=", 1 - theirs * lowest[j])
        delayed = comparison(highest[i], "<=", mine * (1 - lowest[j]))
        bounds += [any_of([agreed, delayed]), comparison(lowest[i], ">=", 1 - theirs * highest[j])]
        bounds.append(comparison(lowest[i], "<=", highest[i]))
    for i, player in enumerate(offers.players):
        demand = offers.demands[player]
        only = _all(comparison(highest[i], "==", demand), comparison(lowest[i], "==", demand))
        text = f"the bounds on all equilibria leave {player} one payoff as the one who proposes"
        yield holds(text, any_of([~all_of(bounds), only]), *highest, *lowest)


def _all(*conditions: Condition) -> Condition:
    return all_of(conditions)
