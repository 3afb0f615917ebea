"""Equilibria that no coalition leaves together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product
from typing import Any, overload

from gametheory.concepts.outcomes import Regions, every_profile, outcome_region, require_normal_form
from gametheory.errors import ConceptError
from gametheory.forms.normal import Game, Profile
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.region import Region


@overload
def strong_nash(game: Game, outcome: None = None, *, coalitions: Iterable[Sequence[str]] | None = None) -> Regions: ...
@overload
def strong_nash(game: Game, outcome: Any, *, coalitions: Iterable[Sequence[str]] | None = None) -> Region: ...
def strong_nash(
    game: Game, outcome: Any = None, *, coalitions: Iterable[Sequence[str]] | None = None
) -> Region | Regions:
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
    groups = _groups(game, coalitions)

    def region(wanted: Any) -> Region:
        return outcome_region(
            game,
            wanted,
            lambda profile: all_of(_unblocked(game, profile, group) for group in groups),
            "is a strong Nash equilibrium",
        )

    return every_profile(game, region, "Strong Nash equilibria") if outcome is None else region(outcome)


def _groups(game: Game, coalitions: Iterable[Sequence[str]] | None) -> tuple[tuple[str, ...], ...]:
    if coalitions is None:
        sizes = range(1, len(game.players) + 1)
        return tuple(group for size in sizes for group in combinations(game.players, size))
    groups: dict[tuple[str, ...], None] = {(player,): None for player in game.players}
    for coalition in coalitions:
        if isinstance(coalition, str):
            raise ConceptError(f'a coalition is a sequence of players; write ("{coalition}",) for {coalition} alone.')
        members = sorted(coalition, key=game.position)
        groups[tuple(members)] = None
    return tuple(groups)


def _unblocked(game: Game, profile: Profile, coalition: tuple[str, ...]) -> Condition:
    """Return where every joint deviation of the coalition leaves some member without a gain."""
    places = [game.position(player) for player in coalition]
    choices = [
        game.alternatives(profile, player) if len(coalition) == 1 else game.actions[place]
        for player, place in zip(coalition, places, strict=True)
    ]
    blocks = []
    for actions in product(*choices):
        there = list(profile)
        for place, action in zip(places, actions, strict=True):
            there[place] = action
        if tuple(there) != profile:
            blocks.append(any_of(game.prefers(player, profile, ">=", tuple(there)) for player in coalition))
    return all_of(blocks)
