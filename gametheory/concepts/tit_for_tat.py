"""Tit for tat: kindness for kindness, and the other thing for the other thing."""

from __future__ import annotations

from itertools import product
from typing import Any

from gametheory.concepts.automata import Automaton, path_of, perfect_region, require_repeated
from gametheory.errors import ConceptError, quoted
from gametheory.forms.normal import Game, Profile
from gametheory.forms.repeated import RepeatedGame
from gametheory.formulas.condition import Condition, all_of
from gametheory.incentive import Incentive, shown
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region


def tit_for_tat(repeated: RepeatedGame, profile: Any, perfect: bool = False, retaliation: Any = None) -> Region:
    """Where two players who both play tit for tat are in equilibrium.

    Each begins with its action in the profile. From then on it takes that action if the other took its own the period
    before, and retaliates if the other did anything else.

    Parameters
    ----------
    repeated : RepeatedGame
        With two players, each with its own discount factor or both with one.
    profile : profile, or name of an outcome with one profile
        What kindness is: both begin with it, and repeat it while nobody deviates.
    perfect : bool
        False: a Nash equilibrium, where nobody gains by another strategy if play begins with kindness. True: a
        subgame-perfect one, where nobody gains after any past, the unkind ones too.
    retaliation : profile, optional
        What each answers to unkindness, different from kindness for both. In a stage of two actions a player it is
        the other action; with more actions it must be named.

    Returns
    -------
    Region
        Complete for all deviations, see the notes. In a prisoner's dilemma the Nash equilibrium needs patience,
        ``delta >= max((T - R)/(T - P), (T - R)/(R - S))``. The subgame-perfect one is a knife's edge: after one
        unkindness tit for tat prescribes turns of T and S for ever. To end them by forgiving must not pay, nor to
        provoke them must it; both hold at ``delta = (T - R)/(R - S) = (P - S)/(T - P)`` alone.

    Raises
    ------
    ConceptError
        If there are not two players with two actions each, at least, or no retaliation is named where there are more.

    Notes
    -----
    *Nash.* Against tit for tat a player faces a decision problem with two states, the opponent's next action: kind
    after own kindness, the retaliation after anything else. Payoffs are discounted by a constant factor below one, so
    some stationary plan, one action a state, is best among all strategies (Blackwell 1962). There are few: kindness
    while met by kindness, which is what tit for tat itself yields; or unkind ``a`` when met by kindness and then, when
    met by retaliation, some unkind ``b`` for ever, or kindness and so a turn of two. All are compared.

    *Subgame perfect.* What is prescribed depends on the last profile through two facts, whether either was kind: four
    states. No single deviation may pay in any of them.

    References
    ----------
    Axelrod, R. (1981), "The emergence of cooperation among egoists", American Political Science Review 75. Blackwell,
    D. (1962), "Discrete dynamic programming", Annals of Mathematical Statistics 33. Kalai, E., Samet, D. and Stanford,
    W. (1988), "A note on reactive equilibria in the discounted prisoner's dilemma and associated games",
    International Journal of Game Theory 17.

    Examples
    --------
    >>> import gametheory as gt
    >>> delta = gt.Parameter("delta", at_least=0, below=1)
    >>> stage = gt.Game("Alliance", ["China", "Russia"], ["honour", "cheat"],
    ...                 {("honour", "honour"): (3, 3), ("honour", "cheat"): (0, 5),
    ...                  ("cheat", "honour"): (5, 0), ("cheat", "cheat"): (1, 1)})
    >>> repeated = gt.RepeatedGame(stage, discount=delta)
    >>> print(gt.tit_for_tat(repeated, ("honour", "honour")))
    delta >= 2/3
    >>> print(gt.tit_for_tat(repeated, ("honour", "honour"), perfect=True))
    never
    """
    stage = require_repeated(repeated, "tit_for_tat").stage
    if len(stage.players) != 2:
        raise ConceptError(
            f"tit_for_tat is for two players, each answering the other; {stage.name} has {len(stage.players)}."
        )
    if not isinstance(perfect, bool):
        raise ConceptError(f"perfect={quoted(perfect):.60}: write True for subgame perfection, False for Nash.")
    kind = _one_profile(stage, profile)
    unkind = _retaliation(stage, kind, retaliation)
    title = f"tit for tat from {shown(kind)} is a {'subgame-perfect' if perfect else 'Nash'} equilibrium"
    if perfect:
        return perfect_region(_automaton(repeated, kind, unkind), title)
    condition = all_of(_answers_kindness(repeated, kind, unkind, player) for player in stage.players)
    title = f"{title} of the repeated {stage.name}"
    return make_region(Fixed(condition), repeated.premises, repeated.parameters, title)


def _one_profile(stage: Game, given: Any) -> Profile:
    path = path_of(stage, given)
    if len(path) != 1:
        raise ConceptError(f"tit_for_tat begins with one profile, not with a cycle of {len(path)}.")
    return path[0]


def _retaliation(stage: Game, kind: Profile, given: Any) -> Profile:
    for player, actions in zip(stage.players, stage.actions, strict=True):
        if len(actions) < 2:
            raise ConceptError(f"{player} has the one action {actions[0]} in {stage.name}; nothing to retaliate with.")
        if len(actions) > 2 and given is None:
            raise ConceptError(
                f"{player} has {len(actions)} actions in {stage.name}; say what each retaliates with: "
                "gt.tit_for_tat(game, profile, retaliation=...)."
            )
    if given is None:
        first, second = (stage.alternatives(kind, player)[0] for player in stage.players)
        return first, second
    unkind = stage.profile(given)
    for player, one, other in zip(stage.players, kind, unkind, strict=True):
        if one == other:
            raise ConceptError(f"{player} would retaliate with {one}, which is its kindness; name another action.")
    return unkind


def _answers_kindness(repeated: RepeatedGame, kind: Profile, unkind: Profile, player: str) -> Condition:
    """Return where kindness is a best reply of a player to tit for tat: every stationary plan is tried."""
    stage = repeated.stage
    # What the player does while the opponent is kind, and while it retaliates; its own place is filled in each time.
    retaliating = stage.deviation(unkind, player, kind[stage.position(player)])

    def compared(length: int, played: tuple[list[Profile], list[Profile]], plan: str) -> Condition:
        staying = repeated.play_value(player, (), [kind] * length)
        leaving = repeated.play_value(player, *played)
        return repeated.prefers(player, staying, leaving, Incentive(player, kind, plan, staying - leaving))

    others = stage.alternatives(kind, player)
    own = kind[stage.position(player)]
    exploiting = {action: stage.deviation(kind, player, action) for action in others}
    turns = (
        compared(2, ([], [there, retaliating]), f"{action} and {own} in turn") for action, there in exploiting.items()
    )
    for_ever = (
        compared(1, ([there], [stage.deviation(unkind, player, after)]), _then(action, after))
        for (action, there), after in product(exploiting.items(), others)
    )
    return all_of((*for_ever, *turns))


def _then(action: str, after: str) -> str:
    return f"{action} for ever" if action == after else f"{action}, then {after} for ever"


def _automaton(repeated: RepeatedGame, kind: Profile, unkind: Profile) -> Automaton:
    """Return the four states: what both are about to play, each kind or not."""
    stage = repeated.stage

    def next_state(played: Profile) -> Profile:
        first, second = (one == own for one, own in zip(played, kind, strict=True))
        return (kind if second else unkind)[0], (kind if first else unkind)[1]

    states = tuple(product(*zip(kind, unkind, strict=True)))
    return Automaton(
        repeated,
        plays={state: state for state in states},
        follows={state: next_state(state) for state in states},
        deviates={
            (state, player, action): next_state(stage.deviation(state, player, action))
            for state in states
            for player in stage.players
            for action in stage.alternatives(state, player)
        },
    )
