"""Cooperation when breaches are seen wrongly: false alarms, and breaches that nobody notices."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.concepts.automata import path_of, require_repeated
from gametheory.concepts.limited_punishment import require_periods
from gametheory.concepts.repetition import Punished
from gametheory.errors import AssumptionError, ConceptError
from gametheory.forms.normal import Profile
from gametheory.forms.payoff import Payoff, read_payoff, symbols_of
from gametheory.forms.repeated import RepeatedGame
from gametheory.formulas.condition import Condition, Obligation, all_of
from gametheory.formulas.display import expression_text
from gametheory.formulas.formula import FALSE, is_false
from gametheory.incentive import Incentive, shown
from gametheory.region import Region, make_region


def noisy_grim_trigger(
    repeated: RepeatedGame, profile: Any, false_alarm: Any, detection: Any = 1, punishment: Any = None
) -> Region:
    """Where a profile is sustained by grim trigger although breaches are seen wrongly.

    What was played is not seen; all see the same alarm, or none. All play the profile until the first alarm, and the
    punishment for ever after it.

    Parameters
    ----------
    repeated : RepeatedGame
        The stage game with its discount factors. Its payoffs are what a period is worth on average.
    profile : profile, or name of an outcome with one profile
        What is played until the first alarm.
    false_alarm : exact number, Parameter or expression
        Chance, in [0, 1], of an alarm in a period in which nobody deviated.
    detection : exact number, Parameter or expression, optional
        Chance, in [0, 1], of an alarm in a period in which one player deviated, whoever it was and however.
    punishment : profile, optional
        As in :func:`grim_trigger`: an equilibrium of the stage game, which is made part of the condition; without it,
        the stage game's only pure equilibrium.

    Returns
    -------
    Region
        Complete: where this is a perfect public equilibrium, by all single deviations. A deviation while the
        punishment lasts changes nothing that follows, so that the punishment must be a stage equilibrium, and that is
        enough.

    Raises
    ------
    AssumptionError
        If the premises let a probability leave [0, 1].
    ConceptError
        If the stage game's pure equilibrium is not unique throughout the premises and no punishment is given.

    Notes
    -----
    With d the weight of the future, u the payoff of the profile and p that of the punishment, cooperation is worth
    ``v = u + d*((1 - q)*v + q*p/(1 - d))``. A deviation that pays b once must not be worth more, which is
    ``b + d*((1 - r)*v + r*p/(1 - d))``. With q = 0 and r = 1 this is grim trigger.

    An equilibrium need not last: n periods are survived with probability ``(1 - q)**n``, so that with any false alarms
    cooperation breaks down in the end with probability one, at every discount factor.

    References
    ----------
    Green, E. J. and Porter, R. H. (1984), "Noncooperative collusion under imperfect price information", Econometrica
    52. Mailath, G. J. and Samuelson, L. (2006), Repeated Games and Reputations, chapter 7.

    Examples
    --------
    >>> import gametheory as gt
    >>> delta = gt.Parameter("delta", at_least=0, below=1)
    >>> stage = gt.Game("Alliance", ["China", "Russia"], ["honour", "cheat"],
    ...                 {("honour", "honour"): (3, 3), ("honour", "cheat"): (0, 5),
    ...                  ("cheat", "honour"): (5, 0), ("cheat", "cheat"): (1, 1)})
    >>> repeated = gt.RepeatedGame(stage, discount=delta)
    >>> print(gt.noisy_grim_trigger(repeated, ("honour", "honour"), false_alarm="1/5"))
    delta >= 5/8
    >>> print(gt.noisy_grim_trigger(repeated, ("honour", "honour"), false_alarm="1/5", detection="3/5"))
    delta >= 5/6
    """
    return _noisy(repeated, profile, false_alarm, detection, punishment, None, "noisy_grim_trigger")


def noisy_limited_punishment(
    repeated: RepeatedGame,
    profile: Any,
    false_alarm: Any,
    detection: Any = 1,
    punishment: Any = None,
    *,
    periods: int,
) -> Region:
    """Where a profile is sustained by punishments of some periods although breaches are seen wrongly.

    As :func:`noisy_grim_trigger`, but an alarm is followed by the punishment for so many periods, in which alarms are
    not heeded, and then by the profile again: cooperation breaks down and is taken up again, for ever.

    Parameters
    ----------
    repeated, profile, false_alarm, detection, punishment
        As in :func:`noisy_grim_trigger`.
    periods : int
        For how long, at least 1.

    Returns
    -------
    Region
        Complete: where this is a perfect public equilibrium, by all single deviations.

    Raises
    ------
    AssumptionError
        If the premises let a probability leave [0, 1].
    ConceptError
        If the number of periods is not a whole number from 1 on, or no single punishment was found.

    Notes
    -----
    The value of cooperation solves ``v = u + d*((1 - q)*v + q*z)`` with
    ``z = p + d*p + ... + d**(n - 1)*p + d**n*v``. Unlike in :func:`limited_punishment`, a deviation from the punishment
    does not prolong it.

    References
    ----------
    Green, E. J. and Porter, R. H. (1984), "Noncooperative collusion under imperfect price information", Econometrica
    52.

    Examples
    --------
    >>> import gametheory as gt
    >>> q = gt.Parameter("q", meaning="chance of a false alarm", at_least=0, at_most=1)
    >>> stage = gt.Game("Alliance", ["China", "Russia"], ["honour", "cheat"],
    ...                 {("honour", "honour"): (4, 4), ("honour", "cheat"): (0, 5),
    ...                  ("cheat", "honour"): (5, 0), ("cheat", "cheat"): (1, 1)})
    >>> repeated = gt.RepeatedGame(stage, discount="1/2")
    >>> print(gt.noisy_limited_punishment(repeated, ("honour", "honour"), false_alarm=q, periods=2))
    q <= 5/12
    """
    lasting = require_periods(periods)
    return _noisy(repeated, profile, false_alarm, detection, punishment, lasting, "noisy_limited_punishment")


def _noisy(
    repeated: RepeatedGame,
    profile: Any,
    false_alarm: Any,
    detection: Any,
    punishment: Any,
    periods: int | None,
    concept: str,
) -> Region:
    stage = require_repeated(repeated, concept).stage
    path = path_of(stage, profile)
    if len(path) != 1:
        raise ConceptError(f"{concept} is asked of one profile, not of a cycle of {len(path)}.")
    known = repeated.parameters
    alarm = read_payoff(false_alarm, known, "the probability of a false alarm")
    seen = read_payoff(detection, known, "the probability of detection")
    parameters = symbols_of((*known, alarm, seen), concept)
    threat = None if punishment is None else stage.profile(punishment)
    recipe = NoisyTrigger(repeated, threat, path[0], alarm, seen, periods)
    lasting = "grim trigger" if periods is None else f"{periods} periods of punishment"
    title = f"{shown(path[0])} is sustained by {lasting} under noise in the repeated {stage.name}"
    region = make_region(recipe, repeated.premises, parameters, title)
    region.readable  # noqa: B018 - a probability out of range, or a punishment not found, is an error here
    return region


@dataclass(frozen=True, eq=False)
class NoisyTrigger(Punished):
    """The recipe: what cooperation is worth with alarms, against every deviation that risks one."""

    profile: Profile
    false_alarm: Payoff
    detection: Payoff
    periods: int | None

    def deterred(self, threat: Profile) -> Condition:
        """Return where no deviation from the profile pays before an alarm."""
        stage = self.repeated.stage
        owed = (
            *_probability("false alarm", self.false_alarm),
            *_probability("detection", self.detection),
        )
        if any(is_false(one.formula) for one in owed):  # said as what is owed; there is nothing to compute with
            return Condition(FALSE, owed)
        stays = all_of(
            self._stays(player, action, threat)
            for player in stage.players
            for action in stage.alternatives(self.profile, player)
        )
        return Condition(stays.formula, (*owed, *stays.obligations))

    def _stays(self, player: str, action: str, threat: Profile) -> Condition:
        repeated, stage = self.repeated, self.repeated.stage
        weight, q, r = repeated.continuation_of(player), self.false_alarm, self.detection
        # Once punished: what the punishment pays, and what cooperation counts then.
        if self.periods is None:
            penal, resumed = repeated.play_value(player, (), (threat,)), Fraction(0)
        else:
            penal, resumed = repeated.play_value(player, (threat,) * self.periods, ()), weight**self.periods
        other = stage.deviation(self.profile, player, action)
        once, spared = stage.payoff(player, other), 1 - r + r * resumed
        cooperating = stage.payoff(player, self.profile) + weight * q * penal
        divisor = 1 - weight * (1 - q + q * resumed)
        gap = cooperating / divisor * (1 - weight * spared) - once - weight * r * penal
        # Compared without the division: the divisor is positive, as the weight is below 1 and q a probability.
        compared = repeated.prefers(
            player,
            cooperating * (1 - weight * spared),
            (once + weight * r * penal) * divisor,
            Incentive(player, self.profile, action, gap),
        )
        # What sympy cancels in these sums may be a payoff without a value; the stage game still owes it.
        owed = stage.prefers(player, self.profile, ">=", other).obligations
        return Condition(compared.formula, (*owed, *compared.obligations))


def _probability(name: str, value: Payoff) -> tuple[Obligation, ...]:
    from gametheory.formulas.translate import comparison

    within = comparison(value, ">=", 0) & comparison(value, "<=", 1)
    owed = Obligation(
        within.formula,
        f"the probability of {name} {expression_text(value)} leaves [0, 1]",
        'declare it with bounds: gt.Parameter("q", at_least=0, at_most=1)',
        AssumptionError,
    )
    return (*within.obligations, owed)
