"""Repeated games: a stage game played again and again, the future discounted, perhaps broken off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.deduction import search, small_point
from gametheory.errors import AssumptionError, GameError, Undecided
from gametheory.forms.normal import Game, Profile
from gametheory.forms.payoff import Payoff, payoff_at, premises_at, read_payoff, read_point, symbols_of
from gametheory.formulas.condition import Condition
from gametheory.formulas.display import expression_text
from gametheory.premise import Premises, premises


@dataclass(frozen=True, init=False)
class RepeatedGame:
    """A stage game repeated without a known end, observed perfectly, with a common discount factor.

    Parameters
    ----------
    stage : Game
        Played every period.
    discount : exact number, Parameter or expression
        What a unit of utility next period is worth now; its premises and bounds must keep it in [0, 1).
    breakup : exact number, Parameter or expression, optional
        Chance, in [0, 1), that the relationship ends after a period whatever was played; payoffs after that do not
        depend on the play, so they cancel.

    Raises
    ------
    AssumptionError
        If the premises let the discount factor or the hazard leave its range.

    Notes
    -----
    Utilities are sums of discounted stage payoffs. With hazard h and discount d the future counts d*(1 - h).
    A discount factor of each player's own is not yet supported.

    Examples
    --------
    >>> import gametheory as gt
    >>> delta = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
    >>> stage = gt.Game("Duel", ["A", "B"], ["keep", "break"], {("keep", "keep"): (3, 3), ("keep", "break"): (0, 5),
    ...                 ("break", "keep"): (5, 0), ("break", "break"): (1, 1)})
    >>> gt.RepeatedGame(stage, discount=delta)
    <RepeatedGame: 'Duel' with discount factor delta>
    """

    stage: Game
    discount: Payoff
    breakup: Payoff
    premises: Premises
    parameters: tuple[Any, ...]

    def __init__(self, stage: Game, discount: Any, breakup: Any = 0) -> None:
        if not isinstance(stage, Game):
            raise GameError(f"{stage!r} is not a game in normal form; build the stage with gt.Game(...).")
        known = stage.parameters
        terms = {
            "discount": read_payoff(discount, known, "the discount factor"),
            "breakup": read_payoff(breakup, known, "the break-up hazard"),
        }
        parameters = symbols_of((*known, *terms.values()), f"the repeated {stage.name}")
        assumed = premises(stage.premises, parameters=parameters).required()
        for field, value in (("stage", stage), *terms.items(), ("premises", assumed), ("parameters", parameters)):
            object.__setattr__(self, field, value)
        for field, value in terms.items():
            self._require_below_one(field, value)

    def _require_below_one(self, field: str, value: Payoff) -> None:
        from gametheory.formulas.translate import comparison

        outside = comparison(value, "<", 0) | comparison(value, ">=", 1)
        finding = search(self.premises, outside.formula)
        if finding.status == "impossible":
            return
        if finding.values is None:
            raise Undecided(f"whether the {field} {value} stays in [0, 1) was not settled: {finding.reason}.")
        symbols = {parameter.name: parameter for parameter in self.parameters}
        point = small_point(self.premises, outside.formula, finding.values, symbols)
        raise AssumptionError(
            f"the {field} {expression_text(value)} may leave [0, 1), for example at {point}; declare it with bounds: "
            'gt.Parameter("delta", at_least=0, below=1).'
        )

    @property
    def players(self) -> tuple[str, ...]:
        """The players of the stage game."""
        return self.stage.players

    @property
    def continuation(self) -> Payoff:
        """What a unit of utility next period is worth now, a break-up allowed for."""
        return self.discount * (1 - self.breakup)

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
        weight = self.continuation
        once = sum(
            (
                weight**time * self.stage.payoff(player, cycle[(start + time) % len(cycle)])
                for time in range(len(cycle))
            ),
            start=Fraction(0),
        )
        return once / (1 - weight ** len(cycle))

    def prefers(self, player: str, staying: Payoff, leaving: Payoff, reason: Any) -> Condition:
        """Return where one discounted value is at least another."""
        from gametheory.formulas.translate import comparison

        return comparison(staying, ">=", leaving, reason)

    def at(self, point: Mapping[Any, Any] | None = None, /, **values: Any) -> RepeatedGame:
        """Return the repeated game with numbers for some or all parameters, as :meth:`Game.at` does."""
        given = {**(point or {}), **values}
        if not given:
            return self
        replaced = read_point(given, {p.name: p for p in self.parameters}, f"the repeated {self.stage.name}")
        premises_at(self.premises, replaced, f"the repeated {self.stage.name}")
        known = {p.name for p in self.stage.parameters}
        stage = self.stage.at({p: v for p, v in replaced.items() if p.name in known})
        return RepeatedGame(stage, payoff_at(self.discount, replaced), payoff_at(self.breakup, replaced))

    def __repr__(self) -> str:
        hazard = f", break-up hazard {expression_text(self.breakup)}" if self.breakup != 0 else ""
        return f"<RepeatedGame: {self.stage.name!r} with discount factor {expression_text(self.discount)}{hazard}>"

    def __str__(self) -> str:
        return f"{self!r}\n{self.stage}"
