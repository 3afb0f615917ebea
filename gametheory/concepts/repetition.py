"""Cooperation in repeated games, sustained by the threat of a punishment."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from gametheory.concepts.automata import Automaton, path_of, provoking, require_repeated
from gametheory.concepts.nash import nash_condition
from gametheory.deduction import search, small_point
from gametheory.errors import ConceptError, Undecided
from gametheory.forms.normal import Profile
from gametheory.forms.repeated import RepeatedGame
from gametheory.formulas.condition import Condition, Obligation, all_of
from gametheory.formulas.formula import TRUE, evaluate
from gametheory.incentive import shown
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
        checked, because the temptation differs between them. Each player weighs with its own discount factor.
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
    require_repeated(repeated, "grim_trigger")
    cycle = path_of(repeated.stage, path)
    threat = None if punishment is None else repeated.stage.profile(punishment)
    title = f"{' then '.join(map(shown, cycle))} is sustained by grim trigger in the repeated {repeated.stage.name}"
    region = make_region(GrimTrigger(repeated, threat, cycle), repeated.premises, repeated.parameters, title)
    region.condition  # noqa: B018 - a punishment that cannot be found is an error here, not later
    return region


@dataclass(frozen=True, eq=False)
class Punished(Recipe, ABC):
    """A plan that ends in an equilibrium of the stage game: the one named, or the only one the premises leave."""

    repeated: RepeatedGame
    punishment: Profile | None

    @abstractmethod
    def deterred(self, threat: Profile) -> Condition:
        """Return where no deviation from the plan before the punishment pays."""

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        stage = self.repeated.stage
        if self.punishment is not None:
            return self.deterred(self.punishment) & nash_condition(stage, self.punishment)
        threat = self._only_equilibrium(premises)
        unique = all_of(
            condition if profile == threat else ~condition
            for profile in stage.profiles
            for condition in (nash_condition(stage, profile),)
        )
        owed = Obligation(
            unique.formula,
            f"{shown(threat)} is not the only pure equilibrium of {stage.name}",
            "name the punishment with punishment=...",
            ConceptError,
        )
        deterred = self.deterred(threat)
        return Condition(deterred.formula, (*unique.obligations, owed, *deterred.obligations))

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
                f"{stage.name} has no single pure equilibrium to punish with: at {point} it has {found}; name one with "
                "punishment=..."
            )
        return equilibria[0]


@dataclass(frozen=True, eq=False)
class GrimTrigger(Punished):
    """The recipe: a state for every phase of the path, and one for the punishment."""

    cycle: tuple[Profile, ...]

    def deterred(self, threat: Profile) -> Condition:
        """Return where no deviation from the path pays."""
        phases, punished = range(len(self.cycle)), len(self.cycle)
        plays = dict(enumerate((*self.cycle, threat)))
        follows = {**{phase: (phase + 1) % punished for phase in phases}, punished: punished}
        deviates = provoking(self.repeated.stage, plays, punished)
        return Automaton(self.repeated, plays, follows, deviates).no_deviation_pays(phases)
