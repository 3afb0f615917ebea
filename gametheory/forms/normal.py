"""Games in normal form: named players, actions and outcomes, payoffs as exact numbers or expressions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from types import MappingProxyType
from typing import Any

from gametheory.errors import GameError, PayoffError, quoted
from gametheory.forms.payoff import (
    Payoff,
    payoff_at,
    premises_at,
    read_payoff,
    read_point,
    require_defined,
    symbols_of,
)
from gametheory.forms.words import distinct_words, listed, require_name, row, words_by_player
from gametheory.formulas.condition import Condition
from gametheory.incentive import Incentive, shown
from gametheory.point import point_given
from gametheory.premise import Premises, premises

LARGE = 10**100
"""Whole numbers below need no look at their size."""

Profile = tuple[str, ...]
"""One action a player, in the order of the players."""


@dataclass(frozen=True, init=False)
class Game:
    """A game in normal form.

    Parameters
    ----------
    name : str
        What the game is called in tables and messages.
    players : sequence of str
        At least one; distinct.
    actions : sequence of str, one sequence of str a player, or mapping of player to sequence of str
        The same actions for all, or each player's own; distinct, at least one.
    payoffs : mapping of profile to sequence of payoffs
        For every profile one payoff a player, in the order of the players: exact numbers, expressions in parameters,
        or text in the grammar of ``gt.exact``. Floats are refused.
    outcomes : mapping of str to sequence of profiles, optional
        Names for sets of profiles; concepts take a name wherever they take a profile.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Parameters that payoffs written as text may use, beside those of `assuming` and of the other payoffs.

    Raises
    ------
    GameError
        If players, actions, cells or outcomes do not fit together.
    PayoffError
        For a payoff that is not exact, has an unknown symbol or is no piecewise rational function.
    UndefinedPayoffError
        For a payoff that divides by zero somewhere within the premises.
    AssumptionError
        If the premises contradict each other; the smallest contradiction is its `core`.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R, P, S = gt.parameters("T R P S", unit="utility")
    >>> dilemma = gt.Game("Alliance cheating", players=("China", "Russia"), actions=("honour", "cheat"),
    ...                   payoffs={("honour", "honour"): (R, R), ("honour", "cheat"): (S, T),
    ...                            ("cheat", "honour"): (T, S), ("cheat", "cheat"): (P, P)},
    ...                   assuming=gt.descending(T, R, P, S))
    >>> print(dilemma)
    Alliance cheating
                      Russia
                  honour    cheat
    China honour  R, R      S, T
          cheat   T, S      P, P
    assuming T > R, R > P, P > S
    """

    name: str
    players: tuple[str, ...]
    actions: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[Payoff, ...], ...]
    outcomes: tuple[tuple[str, tuple[Profile, ...]], ...]
    premises: Premises
    parameters: tuple[Any, ...]

    def __init__(
        self,
        name: str,
        players: Sequence[str],
        actions: Sequence[Any],
        payoffs: Mapping[Profile, Sequence[Any]],
        outcomes: Mapping[str, Iterable[Profile]] | None = None,
        assuming: Any = (),
        parameters: Sequence[Any] = (),
    ) -> None:
        def put(field: str, value: Any) -> None:
            object.__setattr__(self, field, value)

        put("name", require_name(name))
        put("players", distinct_words(players, "the players", name))
        put("actions", words_by_player(actions, self.players, "actions", name))
        assumed = premises(assuming)
        raw = _complete_cells(self, payoffs)
        known = symbols_of((*assumed.parameters, *parameters, *(v for cell in raw for v in cell)), name)
        cells = []
        expressions: dict[str, Payoff] = {}
        for profile, cell in zip(self.profiles, raw, strict=True):
            row: list[Payoff] = []
            for player, value in zip(self.players, cell, strict=True):
                if type(value) is int and -LARGE < value < LARGE:  # the commonest payoff of a game without parameters
                    row.append(Fraction(value))
                    continue
                where = f"{player}'s payoff at {shown(profile)}"
                row.append(read_payoff(value, known, where))
                if not isinstance(row[-1], Fraction):
                    expressions[where] = row[-1]
            cells.append(tuple(row))
        put("cells", tuple(cells))
        used = symbols_of((*assumed.parameters, *expressions.values()), name)
        put("parameters", used)
        put("premises", premises(assumed, parameters=used).required())
        put("outcomes", _read_outcomes(self, {} if outcomes is None else outcomes))
        require_defined(expressions, self.premises, {parameter.name: parameter for parameter in used})

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """All profiles, the last player's action changing fastest."""
        return tuple(product(*self.actions))

    @cached_property
    def _known(self) -> frozenset[Profile]:
        return frozenset(self.profiles)

    @cached_property
    def _table(self) -> dict[Profile, tuple[Payoff, ...]]:
        return dict(zip(self.profiles, self.cells, strict=True))

    @property
    def payoffs(self) -> Mapping[Profile, tuple[Payoff, ...]]:
        """The payoffs by profile, one for each player."""
        return MappingProxyType(self._table)

    def payoff(self, player: str, profile: Profile) -> Payoff:
        """Return what a player gets at a profile, in that player's utility."""
        return self._table[self.profile(profile)][self.position(player)]

    def position(self, player: str) -> int:
        """Return a player's place in the order of players; an unknown name is a GameError."""
        if not isinstance(player, str) or player not in self.players:
            raise GameError(f"{self.name} has no player {quoted(player)}; its players are {', '.join(self.players)}.")
        return self.players.index(player)

    def profile(self, given: Any) -> Profile:
        """Return a profile after checking that it is one of this game."""
        if isinstance(given, (tuple, list)) and tuple(given) in self._known:
            return tuple(given)
        example = shown(self.profiles[0])
        raise GameError(
            f"{quoted(given)} is not a profile of {self.name}; give one action a player in the order "
            f"{', '.join(self.players)}, for example {example}."
        )

    def profiles_of(self, outcome: Any) -> tuple[Profile, ...]:
        """Return the profiles of an outcome: a profile, or the name of a set of them."""
        named = dict(self.outcomes)
        if isinstance(outcome, str):
            if outcome not in named:
                raise GameError(
                    f"{self.name} has no outcome {quoted(outcome)}; its named outcomes are "
                    f"{', '.join(named) or 'none'}; a profile is a tuple of actions."
                )
            return named[outcome]
        return (self.profile(outcome),)

    def deviation(self, profile: Profile, player: str, action: str) -> Profile:
        """Return the profile in which one player does something else."""
        place = self.position(player)
        return (*profile[:place], action, *profile[place + 1 :])

    def alternatives(self, profile: Profile, player: str) -> tuple[str, ...]:
        """Return the player's actions other than the one in the profile."""
        place = self.position(player)
        return tuple(action for action in self.actions[place] if action != profile[place])

    def gap(self, player: str, here: Profile, there: Profile) -> Payoff:
        """Return the player's payoff at one profile minus that at another, in the player's utility."""
        return self.payoff(player, here) - self.payoff(player, there)

    def prefers(self, player: str, here: Profile, relation: str, there: Profile, deviation: Any = None) -> Condition:
        """Return where the player's payoff at one profile stands in the relation to that at another."""
        from gametheory.formulas.translate import comparison

        target = there if deviation is None else deviation
        reason = Incentive(player, here, target, self.gap(player, here, there), relation)
        return comparison(self.payoff(player, here), relation, self.payoff(player, there), reason)

    def at(self, point: Mapping[Any, Any] | None = None, /, **values: Any) -> Game:
        """Return the game with numbers for some or all parameters.

        Parameters
        ----------
        point : mapping of Parameter or str to exact number, optional
            The values.
        **values : exact number
            The same by name.

        Returns
        -------
        Game
            Without parameters, if all are given: payoffs are then Fractions.

        Raises
        ------
        AssumptionError
            If the numbers violate a premise.

        Examples
        --------
        >>> import gametheory as gt
        >>> x = gt.Parameter("x", above=0)
        >>> game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): [x], ("go",): ["2*x - 1"]})
        >>> game.at(x=3).payoff("China", ("go",))
        Fraction(5, 1)
        """
        given = point_given(point, values)
        if not given:
            return self
        replaced = read_point(given, {p.name: p for p in self.parameters}, self.name)
        cells = {
            profile: tuple(payoff_at(payoff, replaced) for payoff in cell) for profile, cell in self.payoffs.items()
        }
        left = premises_at(self.premises, replaced, self.name)
        return Game(self.name, self.players, self.actions, cells, dict(self.outcomes), left)

    def __str__(self) -> str:
        from gametheory.forms.matrix import matrix_text

        return matrix_text(self)

    def __repr__(self) -> str:
        shape = "x".join(str(len(actions)) for actions in self.actions)
        return f"<Game {self.name!r}: {shape}, {', '.join(self.players)}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))

    def _repr_html_(self) -> str:
        from gametheory.forms.matrix import matrix_html

        return matrix_html(self)

    def _repr_latex_(self) -> str:
        from gametheory.forms.matrix import matrix_latex

        return matrix_latex(self)


def _complete_cells(game: Game, payoffs: Mapping[Profile, Sequence[Any]]) -> tuple[tuple[Any, ...], ...]:
    missing = [profile for profile in game.profiles if profile not in payoffs]
    if missing or len(payoffs) > len(game.profiles):
        for profile in payoffs:
            game.profile(profile)
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise GameError(f"{game.name} has no payoffs at {shown(missing[0])}{more}; give one payoff a player there.")
    return tuple([_one_payoff_a_player(game, profile, payoffs[profile]) for profile in game.profiles])


def _one_payoff_a_player(game: Game, profile: Profile, cell: Any) -> tuple[Any, ...]:
    if type(cell) is tuple and len(cell) == len(game.players):  # nearly always
        return cell
    own = row(cell)
    if own is None or len(own) != len(game.players):
        count = f"one thing ({quoted(cell):.60})" if own is None else len(own)
        raise PayoffError(
            f"the payoffs of {game.name} at {shown(profile)} are {count} for {len(game.players)} players "
            f"({', '.join(game.players)}); give a tuple with one payoff a player."
        )
    return own


def _read_outcomes(game: Game, outcomes: Any) -> tuple[tuple[str, tuple[Profile, ...]], ...]:
    read = []
    if not isinstance(outcomes, Mapping):
        raise GameError(f"the outcomes of {game.name} are {quoted(outcomes):.60}; give {{name: list of profiles}}.")
    for name, profiles in outcomes.items():
        require_name(name, f"an outcome of {game.name}")
        own = listed(profiles)
        if own is None:
            raise GameError(f"the outcome {quoted(name)} of {game.name} is {quoted(profiles):.60}; list its profiles.")
        members = tuple(map(game.profile, own))
        if not members:
            raise GameError(f"the outcome {quoted(name)} of {game.name} has no profiles; list at least one.")
        read.append((name, members))
    return tuple(read)
