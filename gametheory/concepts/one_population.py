"""Symmetric games of two players, as one population that plays against itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from gametheory.concepts.mixed_two import defined
from gametheory.concepts.mixtures import Actions, Mixer
from gametheory.concepts.outcomes import require_normal_form
from gametheory.deduction import discharge
from gametheory.errors import CapacityError, ConceptError, quoted
from gametheory.forms.normal import Game
from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import EVERYWHERE, Condition, Obligation
from gametheory.formulas.formula import is_false, is_true
from gametheory.formulas.translate import comparison
from gametheory.incentive import shown
from gametheory.recipes import Fixed
from gametheory.region import Region, make_region

Words = tuple[str, ...]
"""A support: the actions in use, in the order of the game."""


@dataclass(frozen=True, eq=False)
class Population:
    """A symmetric game of two players, whose payoffs are those of an individual that meets another one.

    Parameters
    ----------
    game : Game
        The game.
    actions : tuple of str
        What an individual may do.
    table : tuple of tuple of payoff
        A row an own action, an entry an action of the other one.
    given : Condition
        Holds always; owes that payoffs have a value, and that the game is symmetric where that is no identity.
    """

    game: Game
    actions: Words
    table: tuple[tuple[Payoff, ...], ...]
    given: Condition

    @cached_property
    def mixer(self) -> Mixer:
        """The population as one that mixes, against which single actions are replies."""
        return self.within(tuple(range(len(self.actions))))

    def within(self, support: Actions) -> Mixer:
        """Return the population when only some actions are ever played."""
        words = self.words(support)
        against = tuple(tuple(self.table[reply][own] for reply in support) for own in support)
        return Mixer("the population", "an individual", words, words, against)

    def words(self, support: Actions) -> Words:
        """Return a support by its words."""
        return tuple(self.actions[i] for i in support)

    @property
    def supports(self) -> list[Actions]:
        """Every support, the smaller ones first."""
        numbers = range(len(self.actions))
        return [some for size in range(1, len(numbers) + 1) for some in combinations(numbers, size)]

    def others(self, support: Actions) -> Actions:
        """Return the actions outside a support."""
        return tuple(i for i in range(len(self.actions)) if i not in support)

    def support(self, given: Any) -> Actions:
        """Return a support from an action, or from several.

        Raises
        ------
        ConceptError
            For an unknown action, an action named twice, or none.
        """
        words = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, Iterable) else (given,)
        for word in words:
            if word not in self.actions:
                raise ConceptError(
                    f"{self.game.name} has no action {quoted(word)}; its actions are {', '.join(self.actions)}. Name "
                    "one, or the tuple of those in use."
                )
        if not words or len(set(words)) < len(words):
            raise ConceptError(
                f"{shown(words)} is no support in {self.game.name}: name the actions in use, each once; everybody "
                f"doing the same is {self.actions[0]!r} alone."
            )
        return tuple(sorted(self.actions.index(word) for word in words))

    def region(self, condition: Condition, title: str, parameters: Sequence[Any] = ()) -> Region:
        """Return a region under the premises of the game."""
        owing = self.given & condition
        everything = (*self.game.parameters, *parameters)
        return make_region(Fixed(owing), self.game.premises, everything, f"{title} in {self.game.name}")


def population_of(game: Game, concept: str, most: int, instead: str) -> Population:
    """Return a game as that of one population, after checking that it looks the same from both sides.

    Parameters
    ----------
    game : Game
        In normal form.
    concept : str
        Who asks.
    most : int
        How many actions it can take.
    instead : str
        What to do with more.

    Raises
    ------
    ConceptError
        If there are not two players with the same actions, or a payoff differs from the other player's somewhere in
        the premises; the cell is named.
    CapacityError
        For more actions.
    """
    require_normal_form(game, concept)
    if len(game.players) != 2:
        raise ConceptError(
            f"{concept} is about individuals of one population who meet in pairs, and {game.name} is played by "
            f"{', '.join(game.players)}; give a game of two."
        )
    rows, columns = game.actions
    if set(rows) != set(columns):
        raise ConceptError(
            f"{concept} is about one population, and in {game.name} the players have different actions "
            f"({', '.join(rows)}; {', '.join(columns)}); give both the same words."
        )
    if len(rows) > most:
        raise CapacityError(
            f"{concept} takes at most {most} actions, and {game.name} has {len(rows)} ({', '.join(rows)}); {instead}."
        )
    owed = tuple(one for row in rows for column in rows for one in _alike(game, row, column))
    discharge(game.premises, Condition(EVERYWHERE.formula, owed), {p.name: p for p in game.parameters})
    table = tuple(tuple(game.payoff(game.players[0], (own, other)) for other in rows) for own in rows)
    return Population(game, rows, table, defined(game) & Condition(EVERYWHERE.formula, owed))


def _alike(game: Game, row: str, column: str) -> tuple[Obligation, ...]:
    """Return what must hold for the players to get the same where they have exchanged their actions."""
    first, second = game.players
    here, there = (row, column), (column, row)
    mine, theirs = game.payoff(first, here), game.payoff(second, there)
    same = comparison(mine, "==", theirs)
    if is_true(same.formula):
        return ()
    complaint = (
        f"{game.name} is not symmetric: {first} gets {mine} at {shown(here)}, and {second} gets {theirs} at "
        f"{shown(there)}"
    )
    remedy = "evolution within one population needs a game that looks the same from both sides"
    if is_false(same.formula):
        raise ConceptError(f"{complaint}; {remedy}.")
    return (*same.obligations, Obligation(same.formula, f"{complaint}, which differ", remedy, ConceptError))
