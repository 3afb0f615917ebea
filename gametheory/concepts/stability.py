"""Outcomes that no coalition leaves together, and plans that protect whoever follows them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, product
from typing import Any, overload

from gametheory.concepts.outcomes import Regions, every_profile, outcome_region, require_normal_form
from gametheory.errors import ConceptError
from gametheory.forms.membership import Coalition, read_coalition
from gametheory.forms.normal import Game, Profile
from gametheory.forms.sums import ADDED, compare_sums
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.translate import comparison
from gametheory.incentive import Comparison, shown
from gametheory.region import Region

ZERO = "the zero of each player's utility has a meaning"
"""What a concept that compares payoffs with 0 declares."""

Coalitions = Iterable[Sequence[str]] | None
"""Who may deviate together; None for every group."""


@overload
def strong_nash(game: Game, outcome: None = None, *, coalitions: Coalitions = None) -> Regions: ...
@overload
def strong_nash(game: Game, outcome: Any, *, coalitions: Coalitions = None) -> Region: ...
def strong_nash(game: Game, outcome: Any = None, *, coalitions: Coalitions = None) -> Region | Regions:
    """Where no coalition has a joint deviation from which each of its members gains strictly.

    Parameters
    ----------
    game : Game
        In normal form.
    outcome : profile or name of an outcome, optional
        Without it, every profile.
    coalitions : iterable of sequences of players, optional
        Who may deviate together; without it, every group and every single player. Single players always may.

    Returns
    -------
    Region or Regions
        Exact; strong equilibria may not exist.

    Raises
    ------
    ConceptError
        For a coalition that is empty, given twice or names a player twice.
    GameError
        For a player the game does not have.

    References
    ----------
    Aumann, R. J. (1959), "Acceptable points in general cooperative n-person games", section 3.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("Pact", ["China", "Russia"], ["ally", "abstain"], {
    ...     ("ally", "ally"): (x, x), ("ally", "abstain"): (0, 0),
    ...     ("abstain", "ally"): (0, 0), ("abstain", "abstain"): (0, 0)})
    >>> print(gt.nash(game, ("abstain", "abstain")), "|", gt.strong_nash(game, ("abstain", "abstain")))
    always | x <= 0
    """
    require_normal_form(game, "strong_nash")
    groups = deviating_groups(game, coalitions)
    stays = staying(game)

    def unblocked(profile: Profile) -> Condition:
        return all_of(
            any_of(stays(player, profile, there) for player in group)
            for group in groups
            for there in own_deviations(game, profile, group, groups)
        )

    def region(wanted: Any) -> Region:
        return outcome_region(game, wanted, unblocked, "is a strong Nash equilibrium")

    return every_profile(game, region, "Strong Nash equilibria") if outcome is None else region(outcome)


@overload
def collusion_resilient(game: Game, outcome: None = None, *, coalitions: Coalitions = None) -> Regions: ...
@overload
def collusion_resilient(game: Game, outcome: Any, *, coalitions: Coalitions = None) -> Region: ...
def collusion_resilient(game: Game, outcome: Any = None, *, coalitions: Coalitions = None) -> Region | Regions:
    """Where no strict subgroup of the players gains in sum by deviating together.

    Parameters
    ----------
    game : Game
        In normal form.
    outcome : profile or name of an outcome, optional
        Without it, every profile.
    coalitions : iterable of sequences of players, optional
        Who may collude; without it, every group but that of all players. Single players always may deviate.

    Returns
    -------
    Region or Regions
        Its `uses` say that utilities are added across players: colluders share what they gain, so one of them may
        lose. Where only single players may deviate, this is Nash equilibrium.

    Raises
    ------
    ConceptError
        For a coalition that is empty, given twice or names a player twice.
    GameError
        For a player the game does not have.

    References
    ----------
    Brugger, L. S., Kovács, L., Petković Komel, A., Rain, S. and Rawson, M. (2023), "CheckMate: Automated game-theoretic
    security reasoning", ACM Conference on Computer and Communications Security: the definition of collusion
    resilience, there for trees.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("Bribe", ["A", "B", "C"], [["keep", "yield"], ["keep", "yield"], ["watch"]], {
    ...     ("keep", "keep", "watch"): (1, 1, 1), ("yield", "keep", "watch"): (0, 1, 1),
    ...     ("keep", "yield", "watch"): (1, 0, 1), ("yield", "yield", "watch"): (0, x, 1)})
    >>> honest = gt.collusion_resilient(game, ("keep", "keep", "watch"))
    >>> print(honest, "|", gt.strong_nash(game, ("keep", "keep", "watch")))
    x <= 2 | always
    >>> honest.uses
    ('utilities are added across players',)
    """
    require_normal_form(game, "collusion_resilient")
    groups = deviating_groups(game, coalitions)
    if coalitions is None:
        groups = tuple(group for group in groups if len(group) == 1 or group != game.players)

    def resilient(profile: Profile) -> Condition:
        return all_of(
            compare_sums(
                [game.payoff(player, profile) for player in group],
                ">=",
                [game.payoff(player, there) for player in group],
                f"{' and '.join(group)} get as much in sum at {shown(profile)} as at {shown(there)}",
            )
            for group in groups
            for there in joint_deviations(game, profile, group)
        )

    def region(wanted: Any) -> Region:
        return outcome_region(game, wanted, resilient, "is collusion resilient", uses=(ADDED,))

    return every_profile(game, region, "Collusion-resilient profiles") if outcome is None else region(outcome)


@overload
def weakly_immune(game: Game, outcome: None = None) -> Regions: ...
@overload
def weakly_immune(game: Game, outcome: Any) -> Region: ...
def weakly_immune(game: Game, outcome: Any = None) -> Region | Regions:
    """Where a player who follows the plan never ends below zero, whatever all the others do.

    Parameters
    ----------
    game : Game
        In normal form; a payoff of 0 must mean that nothing is lost.
    outcome : profile or name of an outcome, optional
        The plan: each player's own action in it. Without it, every profile.

    Returns
    -------
    Region or Regions
        Its `uses` say that the zero of utility has a meaning. A weakly immune plan need not be an equilibrium.

    References
    ----------
    Brugger, L. S., Kovács, L., Petković Komel, A., Rain, S. and Rawson, M. (2023), "CheckMate: Automated game-theoretic
    security reasoning", ACM Conference on Computer and Communications Security: the definition of weak immunity, there
    for trees.

    Examples
    --------
    >>> import gametheory as gt
    >>> e = gt.Parameter("e", meaning="cost of an offer that is not answered")
    >>> game = gt.Game("Pact", ["China", "Russia"], ["ally", "abstain"], {
    ...     ("ally", "ally"): (2, 3), ("ally", "abstain"): (-e, 0),
    ...     ("abstain", "ally"): (0, -e), ("abstain", "abstain"): (0, 0)})
    >>> print(gt.weakly_immune(game, ("ally", "ally")), "|", gt.weakly_immune(game, ("abstain", "abstain")))
    e <= 0 | always
    """
    require_normal_form(game, "weakly_immune")

    def immune(profile: Profile) -> Condition:
        return all_of(
            comparison(payoff, ">=", 0, Comparison(f"{player} is not below 0 at {shown(there)}", payoff, ">="))
            for player in game.players
            for others in (tuple(other for other in game.players if other != player),)
            for there in (profile, *joint_deviations(game, profile, others))
            for payoff in (game.payoff(player, there),)
        )

    def region(wanted: Any) -> Region:
        return outcome_region(game, wanted, immune, "is weakly immune", uses=(ZERO,))

    return every_profile(game, region, "Weakly immune profiles") if outcome is None else region(outcome)


def deviating_groups(game: Game, coalitions: Coalitions) -> tuple[Coalition, ...]:
    """Return who may deviate: every group, or every single player and the coalitions given."""
    if coalitions is None:
        sizes = range(1, len(game.players) + 1)
        return tuple(group for size in sizes for group in combinations(game.players, size))
    given = [coalitions] if isinstance(coalitions, str) else coalitions  # one mistake, one message
    read: list[Coalition] = []
    for members in (read_coalition(coalition, game.players, game.name, ConceptError) for coalition in given):
        if members in read:
            raise ConceptError(f"the coalition {shown(members)} of {game.name} is given twice; give it once.")
        read.append(members)
    singles = ((player,) for player in game.players)
    return tuple(dict.fromkeys((*singles, *read)))


def staying(game: Game) -> Callable[[str, Profile, Profile], Condition]:
    """Return who likes one profile as much as another, each comparison made once: many groups ask the same."""
    return cache(lambda player, here, there: game.prefers(player, here, ">=", there))


def joint_deviations(game: Game, profile: Profile, group: Coalition) -> Iterator[Profile]:
    """Yield the other profiles that a group can bring about from a profile while the rest stay."""
    choices = (
        actions if player in group else (stays,)
        for player, actions, stays in zip(game.players, game.actions, profile, strict=True)
    )
    return (there for there in product(*choices) if there != profile)


def own_deviations(game: Game, profile: Profile, group: Coalition, groups: Collection[Coalition]) -> Iterator[Profile]:
    """Yield the joint deviations of a group that no smaller group among those that may deviate can make by itself.

    What a smaller group can bring about, and all members of the larger one like, the smaller group already does.
    """
    for there in joint_deviations(game, profile, group):
        movers = tuple(p for p, here, now in zip(game.players, profile, there, strict=True) if here != now)
        if movers == group or movers not in groups:
            yield there
