"""Cooperation sustained by a punishment that ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gametheory.concepts.automata import Automaton, path_of, provoking, require_repeated
from gametheory.concepts.repetition import Punished
from gametheory.errors import CapacityError, ConceptError, quoted
from gametheory.forms.normal import Profile
from gametheory.forms.repeated import RepeatedGame
from gametheory.formulas.condition import Condition
from gametheory.incentive import shown
from gametheory.premise import Premises
from gametheory.region import Region, make_region

MOST_PERIODS = 10_000
"""Each period of a punishment is a state of the plan, and every state is checked."""


def limited_punishment(repeated: RepeatedGame, path: Any, punishment: Any = None, *, periods: int) -> Region:
    """Where a path of play is sustained by a punishment of some periods, after which all is forgiven.

    All follow the path. After a deviation by one player, on the path or in the punishment, all play the punishment for
    so many periods, counted anew, and then the path from its beginning.

    Parameters
    ----------
    repeated : RepeatedGame
        The stage game with its discount factors.
    path : profile, name of an outcome with one profile, or sequence of profiles
        What is played: one profile for ever, or a cycle that starts anew when it ends.
    punishment : profile, optional
        What follows a deviation. Without it, the stage game's only pure equilibrium. One that is named need not be an
        equilibrium of the stage game: that a deviation starts it anew may be enough to have it carried out. Whether it
        is, is part of the condition.
    periods : int
        For how long, at least 1.

    Returns
    -------
    Region
        Complete: where this is a subgame-perfect equilibrium, by all single deviations in every period of the path and
        of the punishment.

    Raises
    ------
    ConceptError
        If the number of periods is not a whole number from 1 on; if no punishment is named and the stage game's pure
        equilibrium is not unique throughout the premises.
    CapacityError
        For more periods than a formula in a symbolic discount factor can carry; some dozens are fine.

    Notes
    -----
    In a prisoner's dilemma n periods of mutual cheating deter if ``(delta + ... + delta**n)*(R - P) >= T - R``: more
    patience than grim trigger asks for, and less with every further period, towards grim trigger's threshold. One
    period is never enough where ``T - R >= R - P``.

    References
    ----------
    Fudenberg, D. and Maskin, E. (1986), "The folk theorem in repeated games with discounting or with incomplete
    information", Econometrica 54. Mailath, G. J. and Samuelson, L. (2006), Repeated Games and Reputations, chapter 2.

    Examples
    --------
    >>> import gametheory as gt
    >>> delta = gt.Parameter("delta", at_least=0, below=1)
    >>> stage = gt.Game("Alliance", ["China", "Russia"], ["honour", "cheat"],
    ...                 {("honour", "honour"): (4, 4), ("honour", "cheat"): (0, 5),
    ...                  ("cheat", "honour"): (5, 0), ("cheat", "cheat"): (1, 1)})
    >>> repeated = gt.RepeatedGame(stage, discount=delta)
    >>> print(gt.limited_punishment(repeated, ("honour", "honour"), punishment=("cheat", "cheat"), periods=1))
    delta >= 1/3
    >>> print(gt.grim_trigger(repeated, ("honour", "honour")))
    delta >= 1/4
    """
    stage = require_repeated(repeated, "limited_punishment").stage
    cycle = path_of(stage, path)
    threat = None if punishment is None else stage.profile(punishment)
    recipe = LimitedPunishment(repeated, threat, cycle, require_periods(periods))
    title = (
        f"{' then '.join(map(shown, cycle))} is sustained by punishment for {periods} "
        f"{'period' if periods == 1 else 'periods'} in the repeated {stage.name}"
    )
    region = make_region(recipe, repeated.premises, repeated.parameters, title)
    region.condition  # noqa: B018 - a punishment that cannot be found is an error here, not later
    return region


@dataclass(frozen=True, eq=False)
class LimitedPunishment(Punished):
    """The recipe: a state for every phase of the path, and one for every period of the punishment."""

    cycle: tuple[Profile, ...]
    periods: int

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        if self.punishment is not None:  # whether it is carried out shows in its own states
            return self.deterred(self.punishment)
        return super()._build(premises, with_reasons)

    def deterred(self, threat: Profile) -> Condition:
        """Return where no deviation pays, on the path or from the punishment."""
        first = len(self.cycle)
        plays = dict(enumerate((*self.cycle, *(threat,) * self.periods)))
        follows = {state: state + 1 for state in plays} | {first - 1: 0, len(plays) - 1: 0}
        labels = {
            first + number: f"{shown(threat)} in period {number + 1} of the punishment"
            for number in range(self.periods)
        }
        deviates = provoking(self.repeated.stage, plays, first)
        return Automaton(self.repeated, plays, follows, deviates, labels).no_deviation_pays()


def require_periods(given: Any) -> int:
    """Return a number of periods, a whole one from 1 on, after checking that they can be gone through."""
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise ConceptError(
            f"the number of periods is {quoted(given)}; give a whole number from 1 on, for example periods=3."
        )
    if given > MOST_PERIODS:
        raise CapacityError(
            f"a punishment of {quoted(given):.20} periods is too long to go through; give at most {MOST_PERIODS}, or "
            "gt.grim_trigger, which punishes for ever."
        )
    return given
