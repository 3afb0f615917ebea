"""Mixed equilibria of two players with symbols in their payoffs, by support."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from gametheory.concepts.mixed_set import MixedEquilibrium, SymbolicCorner
from gametheory.concepts.mixtures import Actions, Mixer, every_support, mixers
from gametheory.errors import CapacityError
from gametheory.forms.normal import Game
from gametheory.formulas.condition import EVERYWHERE, Condition, all_of, any_of
from gametheory.formulas.translate import comparison
from gametheory.premise import Premises
from gametheory.recipes import Recipe
from gametheory.region import Region, make_region

MOST_SUPPORTS = 1_000


@dataclass(frozen=True, eq=False)
class Supported(Recipe):
    """Where there is an equilibrium with a support: regular, or degenerate."""

    game: Game
    sides: tuple[Mixer, Mixer]
    support: tuple[Actions, Actions]
    degenerate: bool

    @cached_property
    def _condition(self) -> Condition:
        (left, right), (mine, theirs) = self.sides, self.support
        if not self.degenerate:
            return left.corner(mine, theirs, theirs) & right.corner(theirs, mine, mine) & defined(self.game)
        some = left.some_mixture(mine, theirs) & right.some_mixture(theirs, mine) & defined(self.game)
        if len(mine) != len(theirs):
            return some
        return some & (left.undetermined(mine, theirs) | right.undetermined(theirs, mine))

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        return self._condition


@dataclass(frozen=True, eq=False)
class AtCorner(Recipe):
    """Where a basis is a corner of the mixtures against which some replies are all best."""

    side: Mixer
    own: Actions
    replies: Actions
    tied: Actions

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        return self.side.corner(self.own, self.replies, self.tied)


def defined(game: Game) -> Condition:
    """Return a condition that always holds, and owes that every payoff has a value."""
    payoffs = {payoff for cell in game.cells for payoff in cell}
    return all_of(any_of((EVERYWHERE, comparison(payoff, ">=", 0))) for payoff in payoffs)


def mixed_of_two(game: Game) -> tuple[MixedEquilibrium, ...]:
    """Return every equilibrium of a two-player game by support, the regular ones first.

    An equilibrium with supports of one size whose equations have a determinant that is not zero is given in closed
    form by Cramer's rule. All others, supports of different sizes and determinants that vanish, exist only where
    payoffs tie; they are given by the corners that span them.
    """
    pairs = every_support(game)
    if len(pairs) > MOST_SUPPORTS:
        raise CapacityError(
            f"{game.name} has {len(pairs)} pairs of supports, more than {MOST_SUPPORTS}; give some parameters numbers "
            "and ask gt.equilibria(game.at(...)), or leave out dominated actions."
        )
    sides = mixers(game)
    regular = [_regular(game, sides, pair) for pair in pairs if _can_be_regular(sides, pair)]
    degenerate = [_degenerate(game, sides, pair) for pair in pairs if (len(pair[0]), len(pair[1])) != (1, 1)]
    return (*regular, *degenerate)


def _region(game: Game, recipe: Recipe, title: str) -> Region:
    return make_region(recipe, game.premises, game.parameters, f"{title} in {game.name}")


def _names(game: Game, support: tuple[Actions, Actions]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(own[i] for i in used) for own, used in zip(game.actions, support, strict=True))


def _can_be_regular(sides: tuple[Mixer, Mixer], support: tuple[Actions, Actions]) -> bool:
    mine, theirs = support
    return len(mine) == len(theirs) and sides[0].can_determine(mine, theirs) and sides[1].can_determine(theirs, mine)


def _regular(game: Game, sides: tuple[Mixer, Mixer], support: tuple[Actions, Actions]) -> MixedEquilibrium:
    mine, theirs = support
    probabilities = sides[0].probabilities(mine, theirs), sides[1].probabilities(theirs, mine)
    names = _names(game, support)
    region = _region(game, Supported(game, sides, support, False), f"the equilibrium that uses {_used(game, names)}")
    return MixedEquilibrium(game, names, probabilities, region)


def _degenerate(game: Game, sides: tuple[Mixer, Mixer], support: tuple[Actions, Actions]) -> MixedEquilibrium:
    mine, theirs = support
    names = _names(game, support)
    region = _region(
        game, Supported(game, sides, support, True), f"a degenerate equilibrium that uses {_used(game, names)}"
    )
    corners = _corners(game, sides[0], mine, theirs), _corners(game, sides[1], theirs, mine)
    return MixedEquilibrium(game, names, (), region, True, _reason(sides, support), corners)


def _used(game: Game, names: tuple[tuple[str, ...], ...]) -> str:
    return "; ".join(f"{player} {', '.join(own)}" for player, own in zip(game.players, names, strict=True))


def _reason(sides: tuple[Mixer, Mixer], support: tuple[Actions, Actions]) -> str:
    sizes = [len(used) for used in support]
    if sizes[0] == sizes[1]:
        totals = dict.fromkeys((sides[0].basis(*support).total, sides[1].basis(*support[::-1]).total))
        return f"a determinant of the support's equations is 0: {' or '.join(map(str, totals))}"
    more, fewer = (0, 1) if sizes[0] > sizes[1] else (1, 0)
    players = sides[0].player, sides[1].player
    return (
        f"{players[more]} mixes {sizes[more]} actions and {players[fewer]} {sizes[fewer]}: "
        f"{players[more]}'s payoffs from them tie"
    )


def _corners(game: Game, side: Mixer, own: Actions, tied: Actions) -> tuple[SymbolicCorner, ...]:
    return tuple(
        SymbolicCorner(
            side.probabilities(some, replies),
            _region(game, AtCorner(side, some, replies, tied), f"a corner of {side.player}'s mixtures"),
        )
        for some, replies in side.bases(own, tied)
        if side.can_determine(some, replies)
    )
