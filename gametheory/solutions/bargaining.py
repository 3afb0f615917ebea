"""Bargaining over a surplus that can be handed over: Nash's solution, and the transfer that carries it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Any

from gametheory.concepts.side_payments import MOVED
from gametheory.errors import ConceptError, GameError, quoted
from gametheory.forms.named_payoffs import read_named
from gametheory.forms.payoff import Payoff, payoff_at, read_payoff, symbols_of
from gametheory.forms.words import distinct_words
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.display import expression_text
from gametheory.incentive import Comparison, Incentive
from gametheory.premise import Premises
from gametheory.recipes import Declared, Fixed
from gametheory.region import Region, make_region
from gametheory.solutions.demonstration import Demonstration, all_proved, demonstrate, fresh, proofs_text, require

LARGEST_POWER = 10
"""Weights that are numbers with a denominator up to this one have their product of powers maximised outright."""


@dataclass(frozen=True, eq=False)
class NashBargain:
    """What two players agree on, if they have something to agree on.

    Parameters
    ----------
    players : tuple of str
        The two.
    total : payoff
        What they have together if they agree, in the unit of utility that is handed over.
    disagreement : tuple of payoff
        What each has without an agreement.
    weight : tuple of payoff
        The exponents of Nash's product, above 0 and 1 together.
    before : tuple of payoff, or None
        What each would have from the agreement if nothing were handed over.
    premises : Premises
        Under these the weights are proved to be such.
    parameters : tuple of Parameter
        Of everything above.
    """

    players: tuple[str, ...]
    total: Payoff
    disagreement: tuple[Payoff, ...]
    weight: tuple[Payoff, ...]
    before: tuple[Payoff, ...] | None
    premises: Premises
    parameters: tuple[Any, ...]

    @property
    def obtained(self) -> str:
        """Where the closed form comes from."""
        return "first-order condition of the weighted Nash product on the line of efficient splits, solved"

    @property
    def uses(self) -> tuple[str, ...]:
        """That utility is handed over: the surplus is a sum of the two players' utilities."""
        return (MOVED,)

    @property
    def surplus(self) -> Payoff:
        """What there is to share: the total less what both have without an agreement."""
        return payoff_at(self.total - sum(self.disagreement), {})

    @cached_property
    def payoffs(self) -> Mapping[str, Payoff]:
        """What each player has after the agreement; it has a meaning inside `agreement`."""
        shares = zip(self.players, self.disagreement, self.weight, strict=True)
        return MappingProxyType({p: payoff_at(least + weight * self.surplus, {}) for p, least, weight in shares})

    @property
    def transfer(self) -> Payoff:
        """What the first player hands to the second; below 0, the second hands it to the first."""
        return payoff_at(_expanded(self._before[0] - self.payoffs[self.players[0]]), {})

    @cached_property
    def agreement(self) -> Region:
        """Where there is an agreement that leaves neither worse off."""
        from gametheory.formulas.translate import comparison

        reason = Comparison("the total covers what both have without an agreement", self.surplus, ">=")
        condition = comparison(self.total, ">=", sum(self.disagreement), reason)
        return self._region(condition, self.parameters, "there is something to agree on")

    def transfers(self, amount: Any = None) -> Region:
        """Return where neither is worse off than without an agreement, by what the first hands to the second.

        Parameters
        ----------
        amount : Parameter, expression or exact number, optional
            What is handed over, below 0 for the other way; without it, a parameter called ``transfer``.
        """
        from gametheory.formulas.translate import comparison

        chosen = fresh("transfer", "", self.parameters) if amount is None else amount
        chosen = read_payoff(chosen, self.parameters, "the transfer")
        conditions = []
        for player, own, least, paid in zip(
            self.players, self._before, self.disagreement, (-chosen, chosen), strict=True
        ):
            reason = Incentive(player, "the agreement", "no agreement", own + paid - least)
            conditions.append(comparison(own + paid, ">=", least, reason))
        parameters = symbols_of((*self.parameters, chosen), "the transfers")
        title = f"both agree, and {self.players[0]} hands {expression_text(chosen)} to {self.players[1]}"
        return self._region(all_of(conditions), parameters, title)

    @property
    def _before(self) -> tuple[Payoff, ...]:
        if self.before is None:
            raise ConceptError(
                "what each has before a transfer is not known, only the total; give agreement={...} in place of total."
            )
        return self.before

    def _region(self, condition: Condition, parameters: Sequence[Any], title: str) -> Region:
        return make_region(Declared(Fixed(condition), self.uses), self.premises, parameters, title)

    @cached_property
    def proofs(self) -> tuple[Demonstration, ...]:
        """What makes this the maximum, wherever the surplus is above 0; none if it never is. Worked out when asked."""
        from gametheory.formulas.translate import comparison

        some = make_region(Fixed(comparison(self.surplus, ">", 0)), self.premises, self.parameters)
        return () if some.is_empty() else tuple(_proofs(self))

    @property
    def complete(self) -> bool:
        """Whether all of `proofs` are proved: then this split, and no other, maximises the product."""
        return all_proved(self.proofs)

    def __str__(self) -> str:
        lines = [f"Nash bargain of {' and '.join(self.players)}"]
        lines += [f"  {player}: {expression_text(payoff)}" for player, payoff in self.payoffs.items()]
        if self.before is not None:
            lines.append(f"  {self.players[0]} hands to {self.players[1]}: {expression_text(self.transfer)}")
        lines.append(f"  agreement: {self.agreement}")
        proved = proofs_text(self.proofs) if self.proofs else "no surplus above 0, so nothing to maximise"
        return "\n".join([*lines, f"  supposes that {self.uses[0]}", f"  {proved}"])


def nash_bargaining(
    players: Sequence[str],
    *,
    agreement: Mapping[str, Any] | None = None,
    total: Any = None,
    disagreement: Mapping[str, Any] | None = None,
    weight: Mapping[str, Any] | None = None,
    assuming: Any = (),
    parameters: Sequence[Any] = (),
) -> NashBargain:
    """Share a surplus so that the product of the gains, raised to the players' weights, is largest.

    Parameters
    ----------
    players : sequence of str
        Two different names.
    agreement : mapping of str to payoff
        What each has from the agreement before anything is handed over, in one unit of utility that can be handed over.
    total : payoff
        In place of `agreement`, what both have together.
    disagreement : mapping of str to payoff, optional
        What each has without an agreement; 0 for whoever is not named.
    weight : mapping of str to payoff, optional
        Bargaining weights above 0 that are 1 together. Of one player, the other has the rest; without it, both 1/2.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Further ones that text may use.

    Returns
    -------
    NashBargain
        Payoffs and transfer, exact, with the region in which they agree at all. `complete` if first- and second-order
        conditions, efficiency and the maximum are proved.

    Raises
    ------
    AssumptionError
        If a weight is 0 or less, or the weights are not 1 together, at some point of the premises.
    GameError
        For players who are not two, or a mapping that names somebody else.

    Notes
    -----
    With u the first player's payoff, d and e the payoffs without agreement and T the total, the logarithm of the
    product, ``w*log(u - d) + (1 - w)*log(T - u - e)``, has the rational slope ``w/(u - d) - (1 - w)/(T - u - e)``. That
    this falls everywhere, and where it is 0, is proved; at the ends of the interval the product is 0.

    References
    ----------
    Nash, J. (1950), "The bargaining problem", Econometrica 18, 155-162.
    Kalai, E. (1977), "Nonsymmetric Nash solutions and replications of 2-person bargaining", International Journal of
    Game Theory 6, 129-133.

    Examples
    --------
    >>> import gametheory as gt
    >>> w_J, w_S = gt.parameters("w_J w_S")
    >>> print(gt.nash_bargaining(["junior", "senior"], agreement={"junior": w_J, "senior": w_S}))
    Nash bargain of junior and senior
      junior: w_J/2 + w_S/2
      senior: w_J/2 + w_S/2
      junior hands to senior: w_J/2 - w_S/2
      agreement: w_J + w_S >= 0
      supposes that utility can be handed from one player to another
      9 of 9 statements proved
    """
    both = distinct_words(players, "the players", "a bargain")
    if len(both) != 2:
        raise GameError(f"a bargain here is between two players, not {len(both)}; name two.")
    if (agreement is None) == (total is None):
        raise GameError("a bargain has agreement={...} or total=...; give one of the two.")
    least, weights = _table(both, disagreement, "disagreement"), _table(both, weight, "weight")
    where = {f"{player}'s payoff without agreement": least.get(player, 0) for player in both}
    if agreement is None:
        where["the total"] = total
    else:
        gained = _table(both, agreement, "agreement")
        if len(gained) < 2:
            raise GameError(
                f"the agreement gives payoffs to {', '.join(gained) or 'nobody'}; give one to each of {both}."
            )
        where |= {f"{player}'s payoff from the agreement": gained[player] for player in both}
    where |= {f"{player}'s weight": one for player, one in weights.items()}
    amounts, given, used = read_named(where, assuming, parameters, "the bargain")
    read = dict(zip(where, amounts, strict=True))
    known = {player: read[f"{player}'s weight"] for player in weights} or {both[0]: Fraction(1, 2)}
    for player, other in (both, both[::-1]):
        if other not in known:
            known[other] = payoff_at(1 - known[player], {})
    exponents = tuple(known[player] for player in both)
    _require_weights(both, exponents, given, used)
    before = None if agreement is None else amounts[2:4]
    together = amounts[2] if agreement is None else payoff_at(amounts[2] + amounts[3], {})
    return NashBargain(both, together, amounts[:2], exponents, before, given, used)


def _table(players: tuple[str, ...], given: Mapping[str, Any] | None, what: str) -> dict[str, Any]:
    if given is not None and not isinstance(given, Mapping):
        raise GameError(f"the {what} is {quoted(given)}; give a mapping from players to payoffs.")
    table = dict(given or {})
    strangers = [str(name) for name in table if name not in players]
    if strangers:
        raise GameError(f"the {what} names {', '.join(strangers)}; the players are {', '.join(players)}.")
    return {player: table[player] for player in players if player in table}


def _require_weights(players: tuple[str, ...], weights: Sequence[Payoff], given: Premises, used: Sequence[Any]) -> None:
    from gametheory.formulas.translate import comparison

    owed = {
        f"{player}'s weight is above 0": comparison(one, ">", 0) for player, one in zip(players, weights, strict=True)
    }
    owed["the weights are 1 together"] = comparison(sum(weights), "==", 1)
    require(owed, given, used, "a bargain", "correct the weights, or add a premise")


def _expanded(expression: Payoff) -> Payoff:
    return expression if isinstance(expression, Fraction) else expression.expand()


def _proofs(bargain: NashBargain) -> Iterator[Demonstration]:
    """Yield the statements, over every split of the total that leaves something above 0 to each."""
    from sympy import sympify

    from gametheory.formulas.translate import comparison
    from gametheory.premise import premises

    known = bargain.parameters
    (d, e), (w, v), total = bargain.disagreement, bargain.weight, bargain.total
    surplus, split = sympify(bargain.surplus), fresh("payoff", bargain.players[0], known)
    best, rest = bargain.payoffs.values()
    some = [relation for relation in [surplus > 0] if relation != True]  # noqa: E712 - sympy's true, not Python's
    given = premises(bargain.premises, *some, parameters=known)
    inside = all_of([comparison(split, ">", d), comparison(total - split, ">", e)])
    first = bargain.players[0]

    def holds(statement: str, condition: Condition, *others: Any) -> Demonstration:
        return demonstrate(statement, condition, given, (*known, *others))

    def within(statement: str, *claims: Condition) -> Demonstration:
        # As premises, because the slope has a value between the ends only.
        between = premises(given, split > d, split < total - e)
        return demonstrate(statement, all_of(claims), between, (*known, split))

    slope = w / (split - d) - v / (total - split - e)
    yield holds("the payoffs exhaust the total", comparison(best + rest, "==", total))
    yield holds("each gains from the agreement", all_of([comparison(best, ">", d), comparison(rest, ">", e)]))
    flat = comparison(slope.xreplace({split: sympify(best)}), "==", 0)
    yield holds("the logarithm of the product has slope 0 at the solution", flat)
    bends = comparison(slope.diff(split), "<", 0)
    yield within("the logarithm of the product is strictly concave at every split that leaves gains to both", bends)
    rises = any_of([comparison(split, ">=", best), comparison(slope, ">", 0)])
    falls = any_of([comparison(split, "<=", best), comparison(slope, "<", 0)])
    yield within(f"the product rises in {first}'s payoff up to the solution, and falls from there on", rises, falls)
    ends = any_of([inside, comparison((split - d) * (total - split - e), "<=", 0)])
    yield holds("at every other split, one gains nothing or loses", ends, split)
    if isinstance(w, Fraction) and w.denominator <= LARGEST_POWER:
        part = fresh("part", first, known, at_least=0, at_most=1)
        power, other = w.numerator, w.denominator - w.numerator
        largest = comparison(w**power * (1 - w) ** other, ">", part**power * (1 - part) ** other)
        text = f"no other part of the surplus for {first} has as large a product of powers {power} and {other}"
        yield holds(text, any_of([largest, comparison(part, "==", w)]), part)
    if w == v:
        loss = comparison((best - d) * (rest - e) - (split - d) * (total - split - e), "==", (split - best) ** 2)
        yield holds("the product of the gains falls short of the largest by a square", loss, split)
    if bargain.before is not None:
        own = bargain.before
        agreed = bargain.transfers(bargain.transfer).condition
        carried = comparison(own[0] - bargain.transfer, "==", best), comparison(own[1] + bargain.transfer, "==", rest)
        yield holds("the transfer carries the solution out, and both accept it", all_of([*carried, agreed]))
