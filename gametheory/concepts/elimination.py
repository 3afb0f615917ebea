"""What survives when dominated actions are left out, round after round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import Any, overload

from gametheory.concepts.mixtures import Mixer
from gametheory.concepts.outcomes import Regions, every_profile, outcome_region, require_normal_form
from gametheory.errors import CapacityError, ConceptError, quoted
from gametheory.forms.normal import Game, Profile
from gametheory.formulas.condition import EVERYWHERE, Condition, all_of, any_of
from gametheory.formulas.formula import (
    FALSE,
    TRUE,
    Formula,
    Leaf,
    conjunction,
    disjunction,
    evaluate,
    fold,
    is_false,
)
from gametheory.formulas.translate import comparison
from gametheory.incentive import shown

MOST_STATES = 2_000
"""Past this many ways in which actions may have been left out, the elimination is refused."""

Kept = tuple[tuple[str, ...], ...]
"""Every player's actions that are left."""


@overload
def iterated_strict_dominance(game: Game, outcome: None = None, *, by: str = "mixed") -> Regions: ...
@overload
def iterated_strict_dominance(game: Game, outcome: Any, *, by: str = "mixed") -> Any: ...
def iterated_strict_dominance(game: Game, outcome: Any = None, *, by: str = "mixed") -> Any:
    """Where an outcome survives the iterated elimination of strictly dominated actions.

    Parameters
    ----------
    game : Game
        In normal form, any number of players.
    outcome : profile or name of an outcome, optional
        For a named outcome, where some profile of it survives. Without it, every profile.
    by : {"mixed", "pure"}
        Whether mixtures of other actions dominate too, or single actions only.

    Returns
    -------
    Region or Regions
        Exact. The order of elimination does not matter. Every equilibrium, pure or mixed, survives. An action is
        strictly dominated by a mixture exactly if it is never a best reply, whatever is believed of the others; with
        three players or more a belief may correlate them.

    Raises
    ------
    CapacityError
        If actions may be left out in more than 2,000 ways.

    References
    ----------
    Pearce, D. G. (1984), "Rationalizable strategic behavior and the problem of perfection", Econometrica 52, lemma 3.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("Two rounds", ["Row", "Column"], [["up", "down"], ["left", "right"]], {
    ...     ("up", "left"): (x, 1), ("up", "right"): (x, 0), ("down", "left"): (0, 0), ("down", "right"): (0, 1)})
    >>> print(gt.iterated_strict_dominance(game, ("up", "left")))
    x >= 0
    >>> print(gt.iterated_strict_dominance(game, ("up", "right")))
    x = 0
    """
    return _surviving(game, outcome, "iterated_strict_dominance", False, by)


@overload
def iterated_weak_dominance(game: Game, outcome: None = None, *, by: str = "mixed") -> Regions: ...
@overload
def iterated_weak_dominance(game: Game, outcome: Any, *, by: str = "mixed") -> Any: ...
def iterated_weak_dominance(game: Game, outcome: Any = None, *, by: str = "mixed") -> Any:
    """Where an outcome survives when in every round all weakly dominated actions of all players are left out at once.

    Parameters
    ----------
    game : Game
        In normal form, any number of players.
    outcome : profile or name of an outcome, optional
        For a named outcome, where some profile of it survives. Without it, every profile.
    by : {"mixed", "pure"}
        Whether mixtures of other actions dominate too, or single actions only.

    Returns
    -------
    Region or Regions
        Exact for simultaneous maximal rounds. Another order may keep other outcomes, and equilibria may be lost.

    Raises
    ------
    CapacityError
        If actions may be left out in more than 2,000 ways.

    References
    ----------
    Moulin, H. (1979), "Dominance solvable voting schemes", Econometrica 47.
    Pearce, D. G. (1984), Econometrica 52, lemma 4: weakly dominated exactly if no belief that excludes nothing makes
    it a best reply.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("Tie", ["Row", "Column"], [["up", "down"], ["left", "right"]], {
    ...     ("up", "left"): (1, 0), ("up", "right"): (x, 0), ("down", "left"): (1, 0), ("down", "right"): (0, 0)})
    >>> print(gt.iterated_weak_dominance(game, ("down", "left")))
    x <= 0
    """
    return _surviving(game, outcome, "iterated_weak_dominance", True, by)


def _surviving(game: Game, outcome: Any, concept: str, weak: bool, by: str) -> Any:
    require_normal_form(game, concept)
    if by not in ("mixed", "pure"):
        raise ConceptError(f'{concept} is by "mixed" or by "pure" actions, not by {quoted(by)}.')
    rounds = Rounds(game, weak, by == "mixed")
    word = "weak" if weak else "strict"

    def region(wanted: Any) -> Any:
        return outcome_region(game, wanted, rounds.survives, f"survives iterated {word} dominance")

    return (
        every_profile(game, region, f"Survivors of iterated {word} dominance") if outcome is None else region(outcome)
    )


@dataclass(frozen=True, eq=False)
class Rounds:
    """The elimination, round by round: what may be left after a round depends on the parameters.

    Parameters
    ----------
    game : Game
        The game.
    weak : bool
        Whether weakly dominated actions are left out.
    mixed : bool
        Whether by mixtures.
    """

    game: Game
    weak: bool
    mixed: bool

    def survives(self, profile: Profile) -> Condition:
        """Return where the actions of a profile are never left out."""
        return self._from(self.game.actions, profile)

    @cached_property
    def _known(self) -> dict[tuple[Kept, Profile], Condition]:
        return {}

    @cached_property
    def _undominated(self) -> dict[tuple[Kept, int, str], Condition]:
        return {}

    def _from(self, kept: Kept, profile: Profile) -> Condition:
        """Return where a profile survives if these actions are left."""
        if (kept, profile) not in self._known:
            self._require_few(len(self._known) + 1)
            self._known[kept, profile] = any_of(
                happens & (EVERYWHERE if left == kept else self._from(left, profile))
                for left, happens in self._after_one_round(kept, profile)
            )
        return self._known[kept, profile]

    def _require_few(self, states: int) -> None:
        if states > MOST_STATES:
            raise CapacityError(
                f"the actions of {self.game.name} may be left out in more than {MOST_STATES:,} ways; give some "
                "parameters numbers with game.at(...)."
            )

    def _after_one_round(self, kept: Kept, profile: Profile) -> Iterator[tuple[Kept, Condition]]:
        """Yield what may be left after a round, the profile's actions among it, and where just that is left."""
        pairs = [(place, action) for place, own in enumerate(kept) for action in own]
        choices = []
        for place, action in pairs:
            stays = self._stays(kept, place, action)
            choices.append([(True, stays)] if action == profile[place] else [(True, stays), (False, ~stays)])
        possible = [[choice for choice in both if not is_false(choice[1].formula)] for both in choices]
        self._require_few(prod(map(len, possible)))
        for combination in product(*possible):
            left = tuple(
                tuple(
                    action for (i, action), (stays, _) in zip(pairs, combination, strict=True) if i == place and stays
                )
                for place in range(len(kept))
            )
            yield left, all_of(condition for _, condition in combination)

    def _stays(self, kept: Kept, place: int, action: str) -> Condition:
        """Return where an action is not dominated if these actions are left."""
        key = (kept, place, action)
        if key not in self._undominated:
            own = tuple(other for other in kept[place] if other != action)
            if len(own) < 2 or not self.mixed:
                stays = ~any_of(self._beats(kept, place, other, action) for other in own)
            else:
                stays = self._best_reply_to_some_belief(kept, place, action)
            self._undominated[key] = Condition(_folded(stays.formula), stays.obligations)
        return self._undominated[key]

    def _payoffs(self, kept: Kept, place: int, action: str) -> tuple[Any, ...]:
        others = [(action,) if i == place else actions for i, actions in enumerate(kept)]
        return tuple(self.game.payoffs[profile][place] for profile in product(*others))

    def _beats(self, kept: Kept, place: int, action: str, other: str) -> Condition:
        pairs = list(zip(self._payoffs(kept, place, action), self._payoffs(kept, place, other), strict=True))
        better = [comparison(mine, ">", theirs) for mine, theirs in pairs]
        if not self.weak:
            return all_of(better)
        return all_of([*(comparison(mine, ">=", theirs) for mine, theirs in pairs), any_of(better)])

    def _best_reply_to_some_belief(self, kept: Kept, place: int, action: str) -> Condition:
        """Return where an action is a best reply to some belief (weakly: to one that excludes nothing)."""
        columns = [self._payoffs(kept, place, own) for own in kept[place]]
        table = tuple(zip(*columns, strict=True))
        everything = tuple(range(len(table)))
        others = [player for i, player in enumerate(self.game.players) if i != place]
        believed = product(*(actions for i, actions in enumerate(kept) if i != place))
        words = tuple(profile[0] if len(profile) == 1 else shown(profile) for profile in believed)
        whose = " and ".join(others) or "nobody"
        belief = Mixer(whose, self.game.players[place], words, kept[place], table)
        tied = (kept[place].index(action),)
        if self.weak:
            return belief.some_mixture(everything, tied)
        return any_of(belief.corner(some, replies, tied) for some, replies in belief.bases(everything, tied))


def _folded(formula: Formula) -> Formula:
    """Return a formula without its constant comparisons: what numbers settle opens no second way for a round to end."""

    def settled(leaf: Leaf) -> Formula:
        return leaf if leaf.atom.names else TRUE if evaluate(leaf, {}) else FALSE

    return fold(formula, settled, conjunction, disjunction)
