"""Sharing the burden of a public good of which richer players want more: who pays, who rides free, in closed form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import prod
from typing import Any

from gametheory.errors import ConceptError, quoted
from gametheory.forms.named_payoffs import read_named
from gametheory.forms.payoff import Payoff, payoff_at, symbols_of
from gametheory.forms.sums import total
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.incentive import Incentive
from gametheory.premise import Premises, premises
from gametheory.recipes import Combined, Fixed
from gametheory.region import Region, make_region
from gametheory.solutions.contributions import contributors, read_contributions, require_one_each
from gametheory.solutions.demonstration import Demonstration, all_proved, demonstrate, fresh, proofs_text, require
from gametheory.solutions.value_cases import ValueCase, ValueCases, possible_cases


@dataclass(frozen=True, eq=False)
class CobbDouglasBurden:
    """Voluntary contributions to a public good, with utility (income - contribution)**(1 - taste) * total**taste.

    Parameters
    ----------
    players : tuple of str
        At least one.
    income : tuple of payoff
        The most each can contribute, in units of the contribution.
    taste : tuple of payoff
        How much of its income each would spend if it were alone.
    premises : Premises
        Under these incomes are proved to be above 0, and tastes to lie between 0 and 1.
    parameters : tuple of Parameter
        Of everything above.
    """

    players: tuple[str, ...]
    income: tuple[Payoff, ...]
    taste: tuple[Payoff, ...]
    premises: Premises
    parameters: tuple[Any, ...]

    @property
    def obtained(self) -> str:
        """Where the closed forms come from."""
        return "first-order conditions of each set of players who pay, solved; the others' corners as conditions"

    @property
    def uses(self) -> tuple[str, ...]:
        """Nothing: contributions are added, utilities are not."""
        return ()

    def total_if(self, payers: Sequence[str]) -> Payoff:
        """Return what is contributed together if exactly these players contribute."""
        group = self._group(payers)
        if not group:
            raise ConceptError("somebody contributes in every equilibrium; name at least one player.")
        return self._total(group)

    def _total(self, group: tuple[int, ...]) -> Payoff:
        """From q_i = y_i - r_i Q for who pays, with r_i = (1 - a_i)/a_i, added up."""
        return _quotient(total([self.income[i] for i in group]) * self._tastes(group), self._divisor(group))

    def _tastes(self, group: Sequence[int]) -> Payoff:
        return prod((self.taste[i] for i in group), start=Fraction(1))

    def _divisor(self, group: tuple[int, ...]) -> Payoff:
        """Return 1 + the sum of all r_i, times the tastes: above 0 by the premises."""
        rest = ((1 - self.taste[i]) * self._tastes([j for j in group if j != i]) for i in group)
        return sum(rest, start=self._tastes(group))

    def contribution_if(self, player: str, payers: Sequence[str]) -> Payoff:
        """Return what a player contributes if exactly these players contribute."""
        return self._paid(self._group((player,))[0], self._group(payers))

    def _paid(self, place: int, group: tuple[int, ...]) -> Payoff:
        if place not in group:
            return Fraction(0)
        keeps = (1 - self.taste[place]) * self._tastes([j for j in group if j != place])
        together, divisor = total([self.income[i] for i in group]), self._divisor(group)
        return _quotient(self.income[place] * divisor - keeps * together, divisor)

    @cached_property
    def cases(self) -> ValueCases:
        """Who contributes what: a case for every set of players who may pay."""
        places = range(len(self.players))
        every = [group for size in range(len(places), 0, -1) for group in combinations(places, size)]
        found = possible_cases([self._case(group) for group in every])
        return ValueCases("Contributions", found, self.premises, self.parameters)

    def _case(self, group: tuple[int, ...]) -> ValueCase:
        from gametheory.formulas.translate import comparison

        provided, conditions = self._total(group), []
        for i, (player, income, taste) in enumerate(zip(self.players, self.income, self.taste, strict=True)):
            sign = ">" if i in group else "<="
            gap = taste * income - (1 - taste) * provided
            reason = Incentive(player, "contributing", "nothing", gap, sign)
            conditions.append(comparison(taste * income, sign, (1 - taste) * provided, reason))
        names = " and ".join(self.players[i] for i in group)
        region = make_region(Fixed(all_of(conditions)), self.premises, self.parameters, f"the contributors are {names}")
        return ValueCase(region, tuple((player, self._paid(i, group)) for i, player in enumerate(self.players)))

    def pays_nothing(self, player: str) -> Region:
        """Return where a player contributes nothing in equilibrium."""
        return self._cases_with(player, False, f"{player} contributes nothing")

    def pays(self, player: str) -> Region:
        """Return where a player contributes something in equilibrium."""
        return self._cases_with(player, True, f"{player} contributes")

    def _cases_with(self, player: str, pays: bool, title: str) -> Region:
        place = self._group((player,))[0]
        chosen = [case.region.recipe for case in self.cases if (case.items_[place][1] != 0) == pays]
        return make_region(Combined("or", tuple(chosen)), self.premises, self.parameters, title)

    def equilibria(self, contributions: Mapping[str, Any] | None = None) -> Region:
        """Return where contributions, above 0 together, are best replies to one another.

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
        """The slope of log utility has the sign of a (y - q) - (1 - a) Q, for q below y and Q above 0."""
        from gametheory.formulas.translate import comparison

        given = total(paid)
        conditions = [comparison(given, ">", 0)]
        for player, own, income, taste in zip(self.players, paid, self.income, self.taste, strict=True):

            def slope(
                sign: str, player: str = player, own: Payoff = own, y: Payoff = income, a: Payoff = taste
            ) -> Condition:
                gap = a * (y - own) - (1 - a) * given
                return comparison(gap, sign, 0, Incentive(player, "its contribution", "another", gap, sign))

            inside = comparison(own, ">", 0) & slope("==")
            conditions.append(any_of([inside, comparison(own, "==", 0) & slope("<=")]))
            conditions.append(comparison(own, "<", income))
        return all_of(conditions)

    def _group(self, given: Sequence[str]) -> tuple[int, ...]:
        names = (given,) if isinstance(given, str) else tuple(given)
        for name in names:
            if name not in self.players:
                raise ConceptError(f"there is no player {quoted(name)}; the players are {', '.join(self.players)}.")
        return tuple(i for i, player in enumerate(self.players) if player in names)

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
        return "\n".join([*lines, f"  {proofs_text(self.proofs)}"])


def cobb_douglas_burden(
    players: Sequence[str],
    *,
    income: Mapping[str, Any],
    taste: Any,
    assuming: Any = (),
    parameters: Sequence[Any] = (),
) -> CobbDouglasBurden:
    """Say who contributes to a public good when utility is (y_i - q_i)^(1 - a_i) Q^(a_i), with Q the sum of the q.

    Parameters
    ----------
    players : sequence of str
        At least one, at most 6; different names.
    income : mapping of str to payoff
        Above 0, in units of the contribution (money).
    taste : mapping of str to payoff, or one payoff for all
        The exponent a of the public good, between 0 and 1: what a player alone would spend of its income.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Further ones that text may use.

    Returns
    -------
    CobbDouglasBurden
        With `cases` (who pays what, where). `complete` if it is proved that there is no other equilibrium.

    Raises
    ------
    AssumptionError
        If an income is not above 0, or a taste not between 0 and 1, at some point of the premises.
    GameError
        For mappings that do not fit the players.
    CapacityError
        For more than 6 players.

    Notes
    -----
    Powers with such exponents stay out: the logarithm of utility has the slope ``a/Q - (1 - a)/(y - q)``, which falls
    in q everywhere between its ends. A player who contributes all it has, or all players who contribute nothing, have
    utility 0, and any other contribution gives more.

    References
    ----------
    Olson, M. and Zeckhauser, R. (1966), "An economic theory of alliances", Review of Economics and Statistics 48,
    266-279.
    Bergstrom, T., Blume, L. and Varian, H. (1986), "On the private provision of public goods", Journal of Public
    Economics 29, 25-49.

    Examples
    --------
    >>> import gametheory as gt
    >>> a = gt.Parameter("a", meaning="taste for the public good", above=0, below=1)
    >>> burden = gt.cobb_douglas_burden(["big", "small"], income={"big": 8, "small": 2}, taste=a)
    >>> print(burden)
    Burden of big and small
      a > 3/4: big 2*(a + 3)/(2 - a), small 2*(4*a - 3)/(2 - a)
      a <= 3/4: big 8*a, small 0
      10 of 10 statements proved
    >>> print(burden.pays_nothing("small"))
    a <= 3/4
    """
    names = contributors(players)
    tastes = taste if isinstance(taste, Mapping) else dict.fromkeys(names, taste)
    for what, table in (("incomes", income), ("tastes", tastes)):
        require_one_each(what, table, names)
    where = {f"{player}'s income": income[player] for player in names}
    where |= {f"{player}'s taste": tastes[player] for player in names}
    amounts, given, used = read_named(where, assuming, parameters, "the burden")
    from gametheory.formulas.translate import comparison

    owed = {f"{text} is above 0": comparison(one, ">", 0) for text, one in zip(where, amounts, strict=True)}
    owed |= {
        f"{p}'s taste is below 1": comparison(a, "<", 1) for p, a in zip(names, amounts[len(names) :], strict=True)
    }
    require(owed, given, used, "a burden", "correct the number, or add a premise")
    return CobbDouglasBurden(names, amounts[: len(names)], amounts[len(names) :], given, used)


def _quotient(above: Payoff, below: Payoff) -> Payoff:
    """Write a quotient of something that is above 0 by the premises, without common factors: tastes, above 0 too."""
    if isinstance(above, Fraction) and isinstance(below, Fraction):
        return above / below
    from sympy import cancel, expand, factor, fraction

    over, under = fraction(cancel(above / below))
    if cancel(below / under).could_extract_minus_sign():  # sympy likes a - 2 better than 2 - a
        over, under = -over, expand(-under)
    return payoff_at(factor(over) / under, {})


def _proofs(burden: CobbDouglasBurden) -> Iterator[Demonstration]:
    """Yield the statements: slopes for every total, then each case, then that no other set of payers fits."""
    from sympy import log

    from gametheory.formulas.translate import comparison

    known, paid = burden.parameters, read_contributions(None, burden.players, burden.parameters)
    own, others = fresh("own", "", known, at_least=0), fresh("others", "", known, at_least=0)
    for player, y, a in zip(burden.players, burden.income, burden.taste, strict=True):
        within = premises(burden.premises, own + others > 0, own < y, parameters=known)
        slope = ((1 - a) * log(y - own) + a * log(own + others)).diff(own)
        bends = comparison(slope.diff(own), "<", 0)
        text = f"the logarithm of {player}'s payoff is strictly concave in its contribution, whatever the others'"
        yield demonstrate(text, bends, within, (*known, own, others))
        gap = a * (y - own) - (1 - a) * (own + others)
        signs = all_of(any_of([~comparison(gap, sign, 0), comparison(slope, sign, 0)]) for sign in (">", "<", "=="))
        text = f"{player}'s payoff rises in its contribution exactly where it is below its best reply, and falls beyond"
        yield demonstrate(text, signs, within, (*known, own, others))
    balanced = burden._balanced(paid)
    for case in burden.cases:
        reached = burden._balanced(list(case.values()))
        text = f"where {case.region.title}, what they contribute is an equilibrium"
        yield demonstrate(text, ~case.region.condition | reached, burden.premises, known)
        same = all_of(comparison(q, "==", best) for q, best in zip(paid, case.values(), strict=True))
        text = f"where {case.region.title}, there is no other equilibrium"
        yield demonstrate(text, any_of([~case.region.condition, ~balanced, same]), burden.premises, (*known, *paid))
    yield from burden.cases.proofs
