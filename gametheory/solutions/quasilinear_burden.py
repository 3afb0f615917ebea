"""Sharing the burden of a public good whose worth is logarithmic: who wants it most pays for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import Any

from gametheory.errors import ConceptError, quoted
from gametheory.forms.named_payoffs import read_named
from gametheory.forms.payoff import Payoff, payoff_at, symbols_of
from gametheory.forms.sums import ADDED, total
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.display import expression_text
from gametheory.incentive import Incentive
from gametheory.premise import Premises, premises
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region
from gametheory.solutions.contributions import contributors, read_contributions, require_one_each
from gametheory.solutions.demonstration import Demonstration, all_proved, demonstrate, fresh, proofs_text, require
from gametheory.solutions.value_cases import ValueCase, ValueCases, possible_cases


@dataclass(frozen=True, eq=False)
class QuasilinearBurden:
    """Voluntary contributions to a public good, with utility income - contribution + value * log(sum).

    Parameters
    ----------
    players : tuple of str
        At least one.
    value : tuple of payoff
        What each multiplies the logarithm with, in units of the contribution.
    income : tuple of payoff
        The most each can contribute.
    premises : Premises
        Under these values are proved to be above 0, and incomes to suffice.
    parameters : tuple of Parameter
        Of everything above.
    """

    players: tuple[str, ...]
    value: tuple[Payoff, ...]
    income: tuple[Payoff, ...]
    premises: Premises
    parameters: tuple[Any, ...]

    @property
    def obtained(self) -> str:
        """Where the closed forms come from."""
        return "slopes of all players' payoffs in their contributions, by which best replies are what they are"

    @property
    def uses(self) -> tuple[str, ...]:
        """That utilities are added across players: by `efficient_total` alone."""
        return (ADDED,)

    @property
    def total(self) -> Payoff:
        """What all contribute together in every equilibrium: the largest value."""
        return _largest(self.value)

    @property
    def efficient_total(self) -> Payoff:
        """What would make the sum of utilities largest, if all incomes together reach it: the sum of the values."""
        return payoff_at(total(self.value), {})

    @cached_property
    def cases(self) -> ValueCases:
        """Who contributes what: a case for every set of players who may want the good most."""
        places = range(len(self.players))
        every = [
            group
            for size in range(1, len(places) + 1)
            for group in combinations(places, size)
            if not any(_differ(self.value[group[0]], self.value[i]) for i in group)
        ]
        found = possible_cases([self._case(group) for group in every])
        return ValueCases("Contributions", found, self.premises, self.parameters)

    def _case(self, group: tuple[int, ...]) -> ValueCase:
        from gametheory.formulas.translate import comparison

        first, rest = group[0], group[1:]
        own = self.value[first]
        ties = [comparison(own, "==", self.value[i]) for i in rest]
        below = [comparison(own, ">", self.value[i]) for i in range(len(self.players)) if i not in group]
        names = " and ".join(self.players[i] for i in group)
        region = make_region(
            Fixed(all_of([*ties, *below])), self.premises, self.parameters, f"the value of {names} is the largest"
        )
        paid: dict[int, Payoff] = {i: fresh("contribution", self.players[i], self.parameters, at_least=0) for i in rest}
        free = None
        paid[first] = payoff_at(own - total(list(paid.values())), {})
        if rest:
            bounds = [comparison(paid[first], ">=", 0), *(comparison(paid[i], "<=", self.income[i]) for i in group)]
            free = make_region(Fixed(all_of(bounds)), region.premises, (*self.parameters, *(paid[i] for i in rest)))
        values = tuple((player, paid.get(i, Fraction(0))) for i, player in enumerate(self.players))
        return ValueCase(region, values, free)

    def pays_nothing(self, player: str) -> Region:
        """Return where a player contributes nothing, in every equilibrium."""
        from gametheory.formulas.translate import comparison

        if player not in self.players:
            raise ConceptError(f"there is no player {quoted(player)}; the players are {', '.join(self.players)}.")
        own = self.value[self.players.index(player)]
        condition = any_of(comparison(own, "<", other) for other in self.value)
        return make_region(Fixed(condition), self.premises, self.parameters, f"{player} contributes nothing")

    def equilibria(self, contributions: Mapping[str, Any] | None = None) -> Region:
        """Return where contributions, above 0 together and within incomes, are best replies to one another.

        Parameters
        ----------
        contributions : mapping of str to payoff, optional
            Of every player; without it, parameters called ``contribution_`` and the player's name.
        """
        paid = read_contributions(contributions, self.players, self.parameters)
        parameters = symbols_of((*self.parameters, *paid), "the contributions")
        return make_region(
            Fixed(self._balanced(paid)), self.premises, parameters, "nobody gains by contributing otherwise"
        )

    def _balanced(self, paid: Sequence[Payoff]) -> Condition:
        """The slope of -q + v log Q in q has the sign of v - Q, for Q above 0."""
        from gametheory.formulas.translate import comparison

        given = total(paid)
        conditions = [comparison(given, ">", 0)]
        for player, own, value, income in zip(self.players, paid, self.value, self.income, strict=True):

            def slope(sign: str, player: str = player, value: Payoff = value) -> Condition:
                return comparison(
                    value, sign, given, Incentive(player, "its contribution", "another", value - given, sign)
                )

            conditions += [comparison(own, ">=", 0), comparison(own, "<=", income)]
            nothing, everything = comparison(own, "==", 0), comparison(own, "==", income)
            conditions.append(any_of([slope("=="), nothing & slope("<="), everything & slope(">=")]))
        return all_of(conditions)

    @cached_property
    def proofs(self) -> tuple[Demonstration, ...]:
        """What makes these the equilibria, and the only ones; worked out when asked for."""
        return tuple(_proofs(self))

    @property
    def complete(self) -> bool:
        """Whether all of `proofs` are proved: then there is no other equilibrium in pure strategies."""
        return all_proved(self.proofs)

    def __str__(self) -> str:
        lines = [f"Burden of {' and '.join(self.players)}", *(f"  {case}" for case in self.cases)]
        lines.append(f"  total {expression_text(self.total)}, efficient {expression_text(self.efficient_total)}")
        return "\n".join([*lines, f"  the efficient total supposes that {ADDED}", f"  {proofs_text(self.proofs)}"])


def quasilinear_burden(
    players: Sequence[str],
    *,
    value: Mapping[str, Any],
    income: Mapping[str, Any],
    assuming: Any = (),
    parameters: Sequence[Any] = (),
) -> QuasilinearBurden:
    """Say who contributes to a public good that is worth v_i log Q to each player, besides what it keeps.

    Parameters
    ----------
    players : sequence of str
        At least one, at most 6; different names.
    value : mapping of str to payoff
        Above 0, in units of the contribution (money).
    income : mapping of str to payoff
        What a player can contribute at most. Where nobody has a larger value, it has to be as large as the value.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Further ones that text may use.

    Returns
    -------
    QuasilinearBurden
        With `cases` (who pays what, where), `total` and `efficient_total`. `complete` if it is proved that there is no
        other equilibrium.

    Raises
    ------
    AssumptionError
        If a value is not above 0, or an income does not suffice, at some point of the premises.
    GameError
        For mappings that do not fit the players.
    CapacityError
        For more than 6 players.

    Notes
    -----
    The logarithm stays out: its slope ``v/Q - 1`` is rational and falls in Q, so a player wants to contribute more as
    long as Q is below its value, and less beyond. With nothing contributed the logarithm has no value, and whatever a
    player then contributes is better.

    References
    ----------
    Olson, M. and Zeckhauser, R. (1966), "An economic theory of alliances", Review of Economics and Statistics 48,
    266-279.
    Bergstrom, T., Blume, L. and Varian, H. (1986), "On the private provision of public goods", Journal of Public
    Economics 29, 25-49.

    Examples
    --------
    >>> import gametheory as gt
    >>> v = gt.Parameter("v", above=0, at_most=10)
    >>> print(gt.quasilinear_burden(["China", "Russia"], value={"China": 3, "Russia": v},
    ...                             income={"China": 12, "Russia": 12}))
    Burden of China and Russia
      v < 3: China 3, Russia 0
      v > 3: China 0, Russia v
      v = 3: China 3 - contribution_Russia, Russia contribution_Russia, for any division with contribution_Russia <= 3
      total Max(3, v), efficient v + 3
      the efficient total supposes that utilities are added across players
      13 of 13 statements proved
    """
    names = contributors(players)
    for what, table in (("values", value), ("incomes", income)):
        require_one_each(what, table, names)
    where = {f"{player}'s value": value[player] for player in names}
    where |= {f"{player}'s income": income[player] for player in names}
    amounts, given, used = read_named(where, assuming, parameters, "the burden")
    from gametheory.formulas.translate import comparison

    values, incomes = amounts[: len(names)], amounts[len(names) :]
    owed = {f"{player}'s value is above 0": comparison(v, ">", 0) for player, v in zip(names, values, strict=True)}
    for player, v, y in zip(names, values, incomes, strict=True):
        owed[f"{player}'s income is at least 0"] = comparison(y, ">=", 0)
        enough = any_of([comparison(y, ">=", v), *(comparison(v, "<", other) for other in values)])
        owed[f"{player}'s income is at least its value, unless another has a larger value"] = enough
    require(owed, given, used, "a burden", "correct the number, or add a premise")
    return QuasilinearBurden(names, values, incomes, given, used)


def _differ(one: Payoff, other: Payoff) -> bool:
    """Say whether two values are numbers that differ: no case has both as the largest."""
    return isinstance(one, Fraction) and isinstance(other, Fraction) and one != other


def _largest(values: Sequence[Payoff]) -> Payoff:
    if all(isinstance(value, Fraction) for value in values):
        return max(values)
    from sympy import Max

    return payoff_at(Max(*values), {})


def _proofs(burden: QuasilinearBurden) -> Iterator[Demonstration]:
    """Yield the statements: slopes and their signs for every total, then equilibria for all contributions."""
    from sympy import log

    from gametheory.formulas.translate import comparison

    known, paid = burden.parameters, read_contributions(None, burden.players, burden.parameters)
    own, others = fresh("own", "", known, at_least=0), fresh("others", "", known, at_least=0)
    some = premises(burden.premises, own + others > 0, parameters=known)

    def turning(value: Payoff, what: str, where: str) -> Iterator[Demonstration]:
        slope = (value * log(own + others) - own).diff(own)
        steeper = comparison(slope.diff(own), "<", 0)
        yield demonstrate(f"{what} is strictly concave in {where}", steeper, some, (*known, own, others))
        signs = (
            any_of([~comparison(own + others, side, value), comparison(slope, sign, 0)])
            for side, sign in (("<", ">"), (">", "<"), ("==", "=="))
        )
        text = (
            f"{what} rises in {where} exactly as long as the total is below {expression_text(value)}, and falls beyond"
        )
        yield demonstrate(text, all_of(signs), some, (*known, own, others))

    for player, value in zip(burden.players, burden.value, strict=True):
        yield from turning(value, f"{player}'s payoff", "its contribution")
    yield from turning(burden.efficient_total, "the sum of payoffs", "a contribution")
    described = [comparison(total(paid), "==", burden.total)]
    for q, v, y in zip(paid, burden.value, burden.income, strict=True):
        described += [comparison(q, "<=", y), any_of([comparison(q, "==", 0), comparison(v, "==", burden.total)])]
    balanced = burden._balanced(paid)
    text = (
        "contributions are an equilibrium exactly if they add up to the largest value and nobody of a smaller one pays"
    )
    same = any_of([all_of([balanced, *described]), ~balanced & ~all_of(described)])
    yield demonstrate(text, same, burden.premises, (*known, *paid))
    for case in burden.cases:
        given = case.free if case.free is not None else case.region
        text = f"where {case.region.title}, what is said of the contributions makes them an equilibrium"
        reached = burden._balanced(list(case.values()))
        applies = [~case.region.condition, ~given.condition, reached]
        yield demonstrate(text, any_of(applies), given.premises, given.parameters)
    yield from burden.cases.proofs
    if len(burden.players) > 1:
        text = "less than the efficient total is contributed"
        yield demonstrate(text, comparison(burden.total, "<", burden.efficient_total), burden.premises, known)
