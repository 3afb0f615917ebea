"""Plans for a repeated game with a finite memory, and where no single deviation from them pays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from gametheory.errors import ConceptError, GameError, quoted
from gametheory.forms.normal import Game, Profile
from gametheory.forms.repeated import RepeatedGame
from gametheory.formulas.condition import Condition, all_of
from gametheory.incentive import Incentive, shown
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region


@dataclass(frozen=True, eq=False)
class Automaton:
    """A plan for all players that depends on the past through one of finitely many states.

    Parameters
    ----------
    repeated : RepeatedGame
        What is played.
    plays : mapping of state to profile
        What is played in each state.
    follows : mapping of state to state
        Where play goes next when everybody keeps to the plan.
    deviates : mapping of (state, player, action) to state
        Where it goes when one player takes another action.
    labels : mapping of state to str
        What a message calls a state, where the profile played there does not say enough.
    """

    repeated: RepeatedGame
    plays: Mapping[Any, Profile]
    follows: Mapping[Any, Any]
    deviates: Mapping[tuple[Any, str, str], Any]
    labels: Mapping[Any, str] = field(default_factory=dict)

    def no_deviation_pays(self, states: Iterable[Any] | None = None) -> Condition:
        """Return where, in these states (all, unless given), nobody gains by leaving the plan once.

        If it holds in every state that some past leads to, the plan is a subgame-perfect equilibrium, and only then:
        the one-shot deviation principle, which payoffs discounted by factors below one satisfy.
        """
        return all_of(
            self._stays(state, player, action)
            for state in (self.plays if states is None else states)
            for player in self.repeated.players
            for action in self.repeated.stage.alternatives(self.plays[state], player)
        )

    def _stays(self, state: Any, player: str, action: str) -> Condition:
        profile = self.plays[state]
        ahead = self._ahead(self.follows[state], self.deviates[state, player, action])
        before, cycle = ([pair[0] for pair in part] for part in ahead)
        staying = self._value(player, profile, before, cycle)
        before, cycle = ([pair[1] for pair in part] for part in ahead)
        leaving = self._value(player, self.repeated.stage.deviation(profile, player, action), before, cycle)
        reason = Incentive(player, self.labels.get(state, profile), action, staying - leaving)
        return self.repeated.prefers(player, staying, leaving, reason)

    def _ahead(self, one: Any, other: Any) -> tuple[list[tuple[Any, Any]], list[tuple[Any, Any]]]:
        """Return the states that two plays go through side by side: once, and then again and again.

        From where they meet, if they do, both are worth the same, and nothing more is returned: the comparison then
        needs no division.
        """
        seen: dict[tuple[Any, Any], int] = {}
        while one != other and (one, other) not in seen:
            seen[one, other] = len(seen)
            one, other = self.follows[one], self.follows[other]
        again = seen.get((one, other), len(seen))
        pairs = list(seen)
        return pairs[:again], pairs[again:]

    def _value(self, player: str, first: Profile, before: list[Any], cycle: list[Any]) -> Any:
        played = [first, *(self.plays[state] for state in before)]
        return self.repeated.play_value(player, played, [self.plays[state] for state in cycle])


def automaton(repeated: RepeatedGame, plays: Mapping[str, Any], moves: Any, start: str | None = None) -> Region:
    """Where a plan with finitely many states is a subgame-perfect equilibrium of a repeated game.

    Grim trigger, tit for tat, punishments for a while, alternation: a plan that remembers one of finitely many things
    is an automaton. What all play depends on its state; its state on what all have played.

    Parameters
    ----------
    repeated : RepeatedGame
        The stage game with its discount factors.
    plays : mapping of str to profile
        For every state what is played in it.
    moves : callable or mapping
        From a state and a profile, whatever it is, to the next state: ``moves(state, profile)``, or
        ``moves[state, profile]``.
    start : str, optional
        The state in which play begins. Then only the states that some past leads to count; without it, all do.

    Returns
    -------
    Region
        Complete: every deviation by one player in every state that counts. With discount factors below one, a plan
        from which no single deviation pays is one from which none pays, in every subgame.

    Raises
    ------
    ConceptError
        If a state or a move is missing, or a move leads to no state.

    Notes
    -----
    Deviations are a player's own; what happens when several deviate at once only decides which states some past leads
    to.

    References
    ----------
    Abreu, D. and Rubinstein, A. (1988), "The structure of Nash equilibrium in repeated games with finite automata",
    Econometrica 56. Mailath, G. J. and Samuelson, L. (2006), Repeated Games and Reputations, section 2.2 and 2.3.

    Examples
    --------
    Win-stay, lose-shift: honour if both did the same last time.

    >>> import gametheory as gt
    >>> delta = gt.Parameter("delta", at_least=0, below=1)
    >>> stage = gt.Game("Alliance", ["China", "Russia"], ["honour", "cheat"],
    ...                 {("honour", "honour"): (4, 4), ("honour", "cheat"): (0, 5),
    ...                  ("cheat", "honour"): (5, 0), ("cheat", "cheat"): (1, 1)})
    >>> print(gt.automaton(gt.RepeatedGame(stage, discount=delta),
    ...                    plays={"trust": ("honour", "honour"), "anger": ("cheat", "cheat")},
    ...                    moves=lambda state, profile: "trust" if profile[0] == profile[1] else "anger"))
    delta >= 1/3
    """
    require_repeated(repeated, "automaton")
    stage = repeated.stage
    profiles = {state: stage.profile(profile) for state, profile in plays.items()}
    if not profiles:
        raise ConceptError("the automaton has no states; give what is played in at least one.")
    table = {state: {p: _moved(moves, state, p, profiles) for p in stage.profiles} for state in profiles}
    machine = Automaton(
        repeated,
        profiles,
        follows={state: table[state][profile] for state, profile in profiles.items()},
        deviates={
            (state, player, action): table[state][stage.deviation(profile, player, action)]
            for state, profile in profiles.items()
            for player in stage.players
            for action in stage.alternatives(profile, player)
        },
        labels={state: f"{shown(profile)} in the state {state}" for state, profile in profiles.items()},
    )
    counting = list(profiles)
    if start is not None:
        if start not in profiles:
            raise ConceptError(f"{quoted(start)} is no state of the automaton; its states are {', '.join(profiles)}.")
        counting = [start]
        for state in counting:  # grows as it goes
            counting += [new for new in dict.fromkeys(table[state].values()) if new not in counting]
    return perfect_region(machine, f"the automaton with states {', '.join(profiles)} is subgame perfect", counting)


def provoking(stage: Game, plays: Mapping[Any, Profile], target: Any) -> dict[tuple[Any, str, str], Any]:
    """Return the moves by which every deviation, by anybody in any state, leads to one state."""
    return {
        (state, player, action): target
        for state, profile in plays.items()
        for player in stage.players
        for action in stage.alternatives(profile, player)
    }


def perfect_region(machine: Automaton, title: str, states: Iterable[Any] | None = None) -> Region:
    """Return the region where no single deviation from an automaton pays."""
    repeated = machine.repeated
    full = f"{title} in the repeated {repeated.stage.name}"
    return make_region(Fixed(machine.no_deviation_pays(states)), repeated.premises, repeated.parameters, full)


def _moved(moves: Any, state: str, profile: Profile, known: Mapping[str, Profile]) -> str:
    where = f"the move from {state} after {shown(profile)}"
    ask: Callable[[str, Profile], Any] = moves if callable(moves) else lambda *key: moves[key]
    try:
        new = ask(state, profile)
    except KeyError:
        raise ConceptError(f"{where} is missing; give the next state for every state and every profile.") from None
    if new not in known:
        raise ConceptError(f"{where} leads to {quoted(new)}, which is no state; the states are {', '.join(known)}.")
    return str(new)


def require_repeated(game: Any, concept: str) -> RepeatedGame:
    """Return a repeated game, or say that the concept is asked of one."""
    if not isinstance(game, RepeatedGame):
        raise ConceptError(f"{concept} is asked of a repeated game, not of {quoted(game)}; build gt.RepeatedGame(...).")
    return game


def path_of(stage: Game, path: Any) -> tuple[Profile, ...]:
    """Return a path of play as a cycle of profiles: one profile, an outcome with one, or a sequence of profiles."""
    if isinstance(path, str):
        profiles = stage.profiles_of(path)
        if len(profiles) != 1:
            raise ConceptError(
                f"{path} has {len(profiles)} profiles; give a profile, or a cycle as a list of profiles."
            )
        return profiles
    if not isinstance(path, (tuple, list)) or not path:
        raise GameError(f"{quoted(path)} is not a path of play; give a profile, or a cycle as a list of profiles.")
    if all(isinstance(action, str) for action in path):
        return (stage.profile(path),)
    return tuple(stage.profile(profile) for profile in path)
