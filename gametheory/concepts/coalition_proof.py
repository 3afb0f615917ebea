"""Equilibria that no coalition leaves by an agreement its own members would keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import combinations
from math import prod
from typing import Any, overload

from gametheory.concepts.outcomes import Regions, every_profile, outcome_region, require_normal_form
from gametheory.concepts.stability import Coalitions, deviating_groups, own_deviations, staying
from gametheory.errors import CapacityError
from gametheory.forms.membership import Coalition
from gametheory.forms.normal import Game, Profile
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.region import Region

MOST_DEVIATIONS = 20_000
"""Agreements of all groups at all profiles; past that the condition takes minutes to write down."""


@overload
def coalition_proof(game: Game, outcome: None = None, *, coalitions: Coalitions = None) -> Regions: ...
@overload
def coalition_proof(game: Game, outcome: Any, *, coalitions: Coalitions = None) -> Region: ...
def coalition_proof(game: Game, outcome: Any = None, *, coalitions: Coalitions = None) -> Region | Regions:
    """Where no coalition has a self-enforcing joint deviation from which each of its members gains strictly.

    Parameters
    ----------
    game : Game
        In normal form, any number of players.
    outcome : profile or name of an outcome, optional
        Without it, every profile.
    coalitions : iterable of sequences of players, optional
        Who may deviate together, at first and from an agreement made on the way; without it, every group and every
        single player. Single players always may.

    Returns
    -------
    Region or Regions
        Exact, in pure actions: mixed agreements are not considered.

    Raises
    ------
    ConceptError
        For a coalition that is empty, given twice or names a player twice.
    GameError
        For a player the game does not have.
    CapacityError
        For a game with more than MOST_DEVIATIONS joint deviations.

    Notes
    -----
    A deviation of a group from a profile is *credible* if all its members gain strictly and the profile it leads to is
    self-enforcing: no smaller group, drawn from its own members, has a credible deviation from there, while everybody
    else stays. An outcome is coalition-proof if no group has a credible deviation from it. With every group allowed
    that is the source's definition by recursion. Given coalitions replace "group" throughout: players who are not among
    them as a set neither deviate from the outcome together, nor break the agreement of a larger coalition together.

    Of two players, the coalition-proof equilibria are those equilibria that no other pays both strictly more. A strong
    equilibrium is coalition-proof. A game of three players may have no coalition-proof equilibrium at all.

    References
    ----------
    Bernheim, B. D., Peleg, B. and Whinston, M. D. (1987), "Coalition-proof Nash equilibria I: Concepts", Journal of
    Economic Theory 42, the definition for games in normal form.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> duel = gt.Game("Duel", ["A", "B"], ["keep", "break"], {("keep", "keep"): (x, x), ("keep", "break"): (0, 5),
    ...                ("break", "keep"): (5, 0), ("break", "break"): (1, 1)})
    >>> both = ("break", "break")
    >>> print(gt.coalition_proof(duel, both), "|", gt.strong_nash(duel, both))
    x < 5 | x <= 1
    """
    require_normal_form(game, "coalition_proof")
    agreements = Agreements(game, deviating_groups(game, coalitions))
    agreements.require_few()

    def unblocked(profile: Profile) -> Condition:
        return all_of(agreements.unblocked(profile, group) for group in agreements.groups)

    def region(wanted: Any) -> Region:
        return outcome_region(game, wanted, unblocked, "is coalition-proof")

    return every_profile(game, region, "Coalition-proof equilibria") if outcome is None else region(outcome)


@dataclass(frozen=True, eq=False)
class Agreements:
    """What each group can agree on at each profile, every answer worked out once and shared by all that need it."""

    game: Game
    groups: tuple[Coalition, ...]
    known: dict[tuple[str, Profile, Coalition], Condition] = field(default_factory=dict)

    @cached_property
    def stays(self) -> Callable[[str, Profile, Profile], Condition]:
        """Who likes the first profile as much as the second."""
        return staying(self.game)

    @cached_property
    def gains(self) -> Callable[[str, Profile, Profile], Condition]:
        """Who likes the second profile better than the first."""
        return cache(lambda player, here, there: ~self.stays(player, here, there))

    def require_few(self) -> None:
        """Raise a CapacityError if there are too many deviations to write down."""
        others = {
            player: len(actions) - 1 for player, actions in zip(self.game.players, self.game.actions, strict=True)
        }
        moves = sum(
            prod(others[player] for player in movers)
            for group in self.groups
            for size in range(1, len(group) + 1)
            for movers in combinations(group, size)
            if movers == group or movers not in self.groups
        )
        count = len(self.game.profiles) * moves
        if count > MOST_DEVIATIONS:
            raise CapacityError(
                f"{self.game.name} has {count:,} joint deviations, more than {MOST_DEVIATIONS:,}; name those who may "
                "deviate together: coalitions=[...]."
            )

    def unblocked(self, profile: Profile, group: Coalition) -> Condition:
        """Return where the group has no credible deviation from the profile."""
        key = ("unblocked", profile, group)
        if key not in self.known:
            self.known[key] = all_of(
                any_of(
                    (
                        *(self.stays(player, profile, there) for player in group),
                        *(self.blocked(there, part) for part in self._parts(group)),
                    )
                )
                for there in own_deviations(self.game, profile, group, self.groups)
            )
        return self.known[key]

    def blocked(self, profile: Profile, group: Coalition) -> Condition:
        """Return where the group has one: the negation, written so that it shares its parts."""
        key = ("blocked", profile, group)
        if key not in self.known:
            self.known[key] = any_of(
                all_of(
                    (
                        *(self.gains(player, profile, there) for player in group),
                        *(self.unblocked(there, part) for part in self._parts(group)),
                    )
                )
                for there in own_deviations(self.game, profile, group, self.groups)
            )
        return self.known[key]

    def _parts(self, group: Coalition) -> list[Coalition]:
        return [part for part in self.groups if set(part) < set(group)]
