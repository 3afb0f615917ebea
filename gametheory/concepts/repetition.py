"""Cooperation in repeated games, sustained by the threat of a punishment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gametheory.concepts.nash import nash_condition
from gametheory.deduction import search, small_point
from gametheory.errors import ConceptError, Undecided
from gametheory.forms.normal import Game, Profile
from gametheory.forms.repeated import RepeatedGame
from gametheory.formulas.condition import Condition, Obligation, all_of
from gametheory.formulas.formula import TRUE, evaluate
from gametheory.incentive import Incentive, shown
from gametheory.premise import Premises
from gametheory.recipes import Recipe
from gametheory.region import Region, make_region


def grim_trigger(repeated: RepeatedGame, path: Any, punishment: Any = None) -> Region:
    """Where a path of play is a subgame-perfect equilibrium path under the threat of punishment for ever.

    All follow the path; after any deviation by one player, all play the punishment for ever. The deviations and their
    payoffs are read from the stage game.

    Parameters
    ----------
    repeated : RepeatedGame
        The stage game with a discount factor.
    path : profile, name of an outcome with one profile, or sequence of profiles
        What is played: one profile for ever, or a cycle that starts anew when it ends. In a cycle every phase is
        checked, because the temptation differs between them.
    punishment : profile, optional
        What follows a deviation; that it is an equilibrium of the stage game becomes part of the condition. Without
        it, the stage game must have exactly one pure equilibrium throughout the premises, and that is taken; if the
        premises are replaced, it is found anew.

    Returns
    -------
    Region
        Complete: in a game with discounting a strategy is subgame perfect exactly if no single deviation pays.

    Raises
    ------
    ConceptError
        If the stage game's pure equilibrium is not unique throughout the premises and no punishment is given.

    References
    ----------
    Friedman, J. W. (1971), "A non-cooperative equilibrium for supergames", Review of Economic Studies 38.

    Examples
    --------
    >>> import gametheory as gt
    >>> delta = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
    >>> stage = gt.Game("Duel", ["A", "B"], ["keep", "break"], {("keep", "keep"): (3, 3), ("keep", "break"): (0, 5),
    ...                 ("break", "keep"): (5, 0), ("break", "break"): (1, 1)})
    >>> duel = gt.RepeatedGame(stage, discount=delta)
    >>> print(gt.grim_trigger(duel, ("keep", "keep")))
    delta >= 1/2
    >>> print(gt.grim_trigger(duel, [("keep", "break"), ("break", "keep")]))
    delta >= 1/4
    """
    if not isinstance(repeated, RepeatedGame):
        raise ConceptError(
            f"grim_trigger is asked of a repeated game, not of {repeated!r}; build gt.RepeatedGame(...)."
        )
    cycle = _cycle(repeated.stage, path)
    threat = None if punishment is None else repeated.stage.profile(punishment)
    title = f"{' then '.join(map(shown, cycle))} is sustained by grim trigger in the repeated {repeated.stage.name}"
    region = make_region(GrimTrigger(repeated, cycle, threat), repeated.premises, repeated.parameters, title)
    region.condition  # noqa: B018 - a punishment that cannot be found is an error here, not later
    return region


def _cycle(stage: Game, path: Any) -> tuple[Profile, ...]:
    if isinstance(path, str):
        profiles = stage.profiles_of(path)
        if len(profiles) != 1:
            raise ConceptError(
                f"{path} has {len(profiles)} profiles; give a profile, or a cycle as a list of profiles."
            )
        return profiles
    if all(isinstance(action, str) for action in path):
        return (stage.profile(path),)
    return tuple(stage.profile(profile) for profile in path)


@dataclass(frozen=True, eq=False)
class GrimTrigger(Recipe):
    """The recipe: find the punishment that the premises single out, then write down every deviation."""

    repeated: RepeatedGame
    cycle: tuple[Profile, ...]
    punishment: Profile | None

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        stage = self.repeated.stage
        if self.punishment is not None:
            return self._deterred(self.punishment) & nash_condition(stage, self.punishment)
        threat = self._only_equilibrium(premises)
        unique = all_of(
            condition if profile == threat else ~condition
            for profile in stage.profiles
            for condition in (nash_condition(stage, profile),)
        )
        owed = Obligation(
            unique.formula,
            f"{shown(threat)} is not the only pure equilibrium of {stage.name}",
            "name the punishment: gt.grim_trigger(game, path, punishment=...)",
            ConceptError,
        )
        deterred = self._deterred(threat)
        return Condition(deterred.formula, (*unique.obligations, owed, *deterred.obligations))

    def _deterred(self, threat: Profile) -> Condition:
        return all_of(
            self._stays(player, phase, action, threat)
            for phase, profile in enumerate(self.cycle)
            for player in self.repeated.players
            for action in self.repeated.stage.alternatives(profile, player)
        )

    def _stays(self, player: str, phase: int, action: str, threat: Profile) -> Condition:
        repeated, profile = self.repeated, self.cycle[phase]
        staying = repeated.path_value(player, self.cycle, phase)
        once = repeated.stage.payoff(player, repeated.stage.deviation(profile, player, action))
        leaving = once + repeated.continuation * repeated.path_value(player, (threat,))
        return repeated.prefers(player, staying, leaving, Incentive(player, profile, action, staying - leaving))

    def _only_equilibrium(self, premises: Premises) -> Profile:
        """Return the one pure equilibrium at some point of the premises; that it is so everywhere is owed."""
        stage = self.repeated.stage
        finding = search(premises, TRUE)
        if finding.values is None:
            raise Undecided(f"no point of the premises was found, so no punishment either: {finding.reason}.")
        symbols = {parameter.name: parameter for parameter in self.repeated.parameters}
        point = small_point(premises, TRUE, finding.values, symbols)
        equilibria = [p for p in stage.profiles if evaluate(nash_condition(stage, p).formula, point.named)]
        if len(equilibria) != 1:
            found = ", ".join(map(shown, equilibria)) or "none"
            raise ConceptError(
                f"{stage.name} has no single pure equilibrium to punish with: at {point} it has {found}; name one: "
                "gt.grim_trigger(game, path, punishment=...)."
            )
        return equilibria[0]
