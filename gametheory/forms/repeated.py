"""Repeated games: a stage game played again and again, the future discounted, perhaps broken off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from gametheory.deduction import search, small_point
from gametheory.errors import AssumptionError, CapacityError, GameError, Undecided, quoted
from gametheory.forms.chance import expected
from gametheory.forms.normal import Game, Profile
from gametheory.forms.payoff import Payoff, payoff_at, premises_at, read_payoff, read_point, symbols_of
from gametheory.formulas.condition import Condition, Obligation
from gametheory.formulas.display import expression_text
from gametheory.formulas.formula import negate
from gametheory.point import point_given
from gametheory.premise import Premises, premises

LARGEST_EXPONENT = 100
"""A formula carries no higher power of a parameter."""


@dataclass(frozen=True, init=False)
class RepeatedGame:
    """A stage game repeated without a known end, the future discounted, perhaps broken off.

    Parameters
    ----------
    stage : Game
        Played every period.
    discount : exact number, Parameter or expression, or a mapping from every player to one
        What a unit of utility next period is worth now; its premises and bounds must keep it in [0, 1). One for all,
        or each player's own.
    breakup : exact number, Parameter or expression, optional
        Chance, in [0, 1), that the relationship ends after a period whatever was played; payoffs after that do not
        depend on the play, so they cancel.

    Raises
    ------
    AssumptionError
        If the premises let a discount factor or the hazard leave its range.
    GameError
        If a mapping of discount factors leaves a player out or names a stranger.

    Notes
    -----
    Utilities are sums of discounted stage payoffs. With hazard h and discount d the future counts d*(1 - h).
    The concepts take what is played as seen by all, but for those that say what is seen.

    Examples
    --------
    >>> import gametheory as gt
    >>> delta = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
    >>> stage = gt.Game("Duel", ["A", "B"], ["keep", "break"], {("keep", "keep"): (3, 3), ("keep", "break"): (0, 5),
    ...                 ("break", "keep"): (5, 0), ("break", "break"): (1, 1)})
    >>> gt.RepeatedGame(stage, discount=delta)
    <RepeatedGame: 'Duel' with discount factor delta>
    >>> gt.RepeatedGame(stage, discount={"A": delta, "B": "9/10"})
    <RepeatedGame: 'Duel' with discount factors A: delta, B: 9/10>
    """

    stage: Game
    discounts: tuple[Payoff, ...]
    breakup: Payoff
    premises: Premises
    parameters: tuple[Any, ...]
    owed: tuple[Obligation, ...] = field(compare=False)

    def __init__(self, stage: Game, discount: Any, breakup: Any = 0) -> None:
        if not isinstance(stage, Game):
            raise GameError(f"{quoted(stage)} is not a game in normal form; build the stage with gt.Game(...).")
        known = stage.parameters
        discounts = _read_discounts(stage, discount)
        hazard = read_payoff(breakup, known, "the break-up hazard")
        parameters = symbols_of((*known, *discounts, hazard), f"the repeated {stage.name}")
        assumed = premises(stage.premises, parameters=parameters).required()
        fields = {
            "stage": stage, "discounts": discounts, "breakup": hazard, "premises": assumed, "parameters": parameters
        }  # fmt: skip
        for name, value in fields.items():
            object.__setattr__(self, name, value)
        ranged = [*(("discount", factor) for factor in dict.fromkeys(discounts)), ("breakup", hazard)]
        owed = tuple(one for name, value in ranged for one in self._below_one(name, value))
        object.__setattr__(self, "owed", owed)

    def _below_one(self, name: str, value: Payoff) -> tuple[Obligation, ...]:
        """Make sure that a number stays in [0, 1); return what must hold if the premises are replaced by others."""
        from gametheory.formulas.translate import comparison

        outside = comparison(value, "<", 0) | comparison(value, ">=", 1)
        if search(Premises((), self.premises.bounds), outside.formula).status == "impossible":
            return ()  # the bounds of parameters are never replaced
        finding = search(self.premises, outside.formula)
        if finding.status == "impossible":
            complaint = f"the {name} {expression_text(value)} may leave [0, 1)"
            inside = Obligation(
                negate(outside.formula), complaint, "add a premise that keeps it there", AssumptionError
            )
            return (*outside.obligations, inside)
        if finding.values is None:
            raise Undecided(f"whether the {name} {value} stays in [0, 1) was not settled: {finding.reason}.")
        symbols = {parameter.name: parameter for parameter in self.parameters}
        point = small_point(self.premises, outside.formula, finding.values, symbols)
        raise AssumptionError(
            f"the {name} {expression_text(value)} may leave [0, 1), for example at {point}; declare it with bounds: "
            'gt.Parameter("delta", at_least=0, below=1).'
        )

    @property
    def players(self) -> tuple[str, ...]:
        """The players of the stage game."""
        return self.stage.players

    @property
    def discount(self) -> Payoff:
        """The discount factor of all; a GameError where the players have their own."""
        if len(set(self.discounts)) > 1:
            raise GameError(
                f"the players of the repeated {self.stage.name} have discount factors of their own; ask "
                f'repeated.discount_of("{self.players[0]}").'
            )
        return self.discounts[0]

    def discount_of(self, player: str) -> Payoff:
        """Return the discount factor of a player."""
        return self.discounts[self.stage.position(player)]

    @property
    def continuation(self) -> Payoff:
        """What a unit of utility next period is worth now to everybody, a break-up allowed for."""
        return self.discount * (1 - self.breakup)

    def continuation_of(self, player: str) -> Payoff:
        """Return what a unit of utility next period is worth now to a player, a break-up allowed for."""
        return self.discount_of(player) * (1 - self.breakup)

    def path_value(self, player: str, cycle: Sequence[Profile], start: int = 0) -> Payoff:
        """Return the discounted value to a player of going round a cycle of profiles for ever.

        Parameters
        ----------
        player : str
            Who values it.
        cycle : sequence of profiles
            Played one after another and again.
        start : int
            Which of them comes first.
        """
        weight = self.continuation_of(player)
        once = sum(
            (
                weight**time * self.stage.payoff(player, cycle[(start + time) % len(cycle)])
                for time in range(len(cycle))
            ),
            start=Fraction(0),
        )
        return once / (1 - weight ** len(cycle))

    def play_value(self, player: str, before: Sequence[Profile], cycle: Sequence[Profile]) -> Payoff:
        """Return the discounted value to a player of some profiles, then a cycle of profiles for ever.

        Parameters
        ----------
        player : str
            Who values it.
        before : sequence of profiles
            Played once, one after another; may be empty.
        cycle : sequence of profiles
            Played after that again and again; where it is empty, nothing more is counted.

        Returns
        -------
        Fraction or expression
            A sum in which nothing is cancelled, so that a payoff without a value is still noticed.

        Raises
        ------
        CapacityError
            For more profiles than a formula in a symbolic discount factor can carry.
        """
        weight, length = self.continuation_of(player), len(before) + len(cycle)
        if length > LARGEST_EXPONENT and not isinstance(weight, Fraction):
            raise CapacityError(
                f"{length} periods make powers of {expression_text(weight)} past {LARGEST_EXPONENT}; shorten the play, "
                "or put a number for the discount factor: repeated.at(delta=...)."
            )
        again = 1 / (1 - weight ** len(cycle)) if cycle else Fraction(0)
        return expected(
            (weight**time * (1 if time < len(before) else again), self.stage.payoff(player, profile))
            for time, profile in enumerate((*before, *cycle))
        )

    def prefers(self, player: str, staying: Payoff, leaving: Payoff, reason: Any) -> Condition:
        """Return where one discounted value is at least another."""
        from gametheory.formulas.translate import comparison

        compared = comparison(staying, ">=", leaving, reason)
        return Condition(compared.formula, (*self.owed, *compared.obligations))

    def at(self, point: Mapping[Any, Any] | None = None, /, **values: Any) -> RepeatedGame:
        """Return the repeated game with numbers for some or all parameters, as :meth:`Game.at` does."""
        given = point_given(point, values)
        if not given:
            return self
        replaced = read_point(given, {p.name: p for p in self.parameters}, f"the repeated {self.stage.name}")
        premises_at(self.premises, replaced, f"the repeated {self.stage.name}")
        known = {p.name for p in self.stage.parameters}
        stage = self.stage.at({p: v for p, v in replaced.items() if p.name in known})
        factors = [payoff_at(factor, replaced) for factor in self.discounts]
        common = len(set(self.discounts)) == 1
        discount = factors[0] if common else dict(zip(self.players, factors, strict=True))
        return RepeatedGame(stage, discount, payoff_at(self.breakup, replaced))

    def __repr__(self) -> str:
        hazard = f", break-up hazard {expression_text(self.breakup)}" if self.breakup != 0 else ""
        if len(set(self.discounts)) == 1:
            factors = f"discount factor {expression_text(self.discounts[0])}"
        else:
            own = zip(self.players, map(expression_text, self.discounts), strict=True)
            factors = f"discount factors {', '.join(f'{player}: {factor}' for player, factor in own)}"
        return f"<RepeatedGame: {self.stage.name!r} with {factors}{hazard}>"

    def __str__(self) -> str:
        return f"{self!r}\n{self.stage}"


def _read_discounts(stage: Game, given: Any) -> tuple[Payoff, ...]:
    """Return one discount factor a player."""
    if not isinstance(given, Mapping):
        return (read_payoff(given, stage.parameters, "the discount factor"),) * len(stage.players)
    if set(given) != set(stage.players):
        raise GameError(
            f"discount factors are given for {', '.join(map(str, given)) or 'nobody'}, but the players of {stage.name} "
            f"are {', '.join(stage.players)}; give one for each, or a single one for all."
        )
    return tuple(read_payoff(given[p], stage.parameters, f"{p}'s discount factor") for p in stage.players)
