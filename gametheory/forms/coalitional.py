"""Coalitional games: what each coalition is worth, or how its members like it; nothing about how they play."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gametheory.errors import CapacityError, GameError, quoted
from gametheory.forms.coalition_entries import read_preferences, read_values
from gametheory.forms.membership import Coalition, read_coalition
from gametheory.forms.named_payoffs import named_at, read_named
from gametheory.forms.payoff import Payoff
from gametheory.forms.words import distinct_words, listed, require_name
from gametheory.formulas.condition import Condition
from gametheory.formulas.display import expression_text
from gametheory.incentive import Incentive, shown
from gametheory.point import point_given
from gametheory.premise import Premises

Structure = tuple[Coalition, ...]
"""Coalitions of which every player is in one, ordered by their first players."""

MOST_STRUCTURES = 5_000


@dataclass(frozen=True, init=False)
class CoalitionGame:
    """A coalitional game, with transferable utility (`value`) or hedonic (`preferences`).

    Parameters
    ----------
    name : str
        What the game is called in tables and messages.
    players : sequence of str
        At least one; distinct.
    value : mapping of coalition to payoff, or function of a coalition, optional
        What the members of a coalition have to share: for every coalition that is not empty, in one unit of utility
        that can be handed from player to player. A coalition is a sequence of players; a function gets a tuple in the
        order of the players.
    preferences : mapping of str to (mapping of coalition to payoff, or sequence of coalitions), optional
        For each player the coalitions it is a member of: with its utility in each, or ranked, best first, without
        ties. Who is alone belongs there. Coalitions that nobody lists cannot form; one that some member lists, all
        its members must list.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Further parameters that payoffs written as text may use.

    Raises
    ------
    GameError
        If values or preferences do not fit the players: a coalition without a value, with an unknown player, without
        members, given twice, or one that its owner is no member of.
    CapacityError
        For more than MOST_COALITIONS coalitions.
    PayoffError, UndefinedPayoffError, AssumptionError
        As a game in normal form does.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> pact = gt.CoalitionGame("Pact", ["China", "Russia"],
    ...                         value={("China",): 0, ("Russia",): 0, ("China", "Russia"): x})
    >>> print(pact)
    Pact
      (China): 0
      (Russia): 0
      (China, Russia): x
    >>> print(gt.CoalitionGame("Choice", ["China", "Russia"], preferences={
    ...     "China": [("China", "Russia"), ("China",)], "Russia": {("Russia", "China"): x, ("Russia",): 0}}))
    Choice
      China: (China, Russia) 1, (China) 0
      Russia: (China, Russia) x, (Russia) 0
    """

    name: str
    players: tuple[str, ...]
    transferable: bool
    cells: tuple[tuple[tuple[str, Coalition], Payoff], ...]
    premises: Premises
    parameters: tuple[Any, ...]

    def __init__(
        self,
        name: str,
        players: Sequence[str],
        *,
        value: Mapping[Any, Any] | Callable[[Coalition], Any] | None = None,
        preferences: Mapping[str, Any] | None = None,
        assuming: Any = (),
        parameters: Sequence[Any] = (),
    ) -> None:
        def put(field: str, given: Any) -> None:
            object.__setattr__(self, field, given)

        put("name", require_name(name))
        put("players", distinct_words(players, "the players", name))
        if (value is None) == (preferences is None):
            raise GameError(
                f"{name} has a value for each coalition, or preferences of each player; give one of the two."
            )
        put("transferable", preferences is None)
        raw = (
            read_values(name, self.players, value)
            if preferences is None
            else read_preferences(name, self.players, preferences)
        )
        where = {
            f"{player}'s utility in {shown(members)}" if player else f"the value of {shown(members)}": given
            for (player, members), given in raw.items()
        }
        payoffs, given, used = read_named(where, assuming, parameters, name)
        put("cells", tuple(zip(raw, payoffs, strict=True)))
        put("premises", given)
        put("parameters", used)

    @cached_property
    def _table(self) -> dict[tuple[str, Coalition], Payoff]:
        return dict(self.cells)

    @cached_property
    def _formable(self) -> frozenset[Coalition]:
        return frozenset(members for (_, members), _ in self.cells)

    @cached_property
    def coalitions(self) -> tuple[Coalition, ...]:
        """The coalitions that can form, small ones first, each in the order of the players."""
        return tuple(sorted(self._formable, key=lambda members: (len(members), list(map(self.players.index, members)))))

    def coalition(self, given: Any) -> Coalition:
        """Return a coalition in the order of the players, after checking that it can form."""
        members = read_coalition(given, self.players, self.name, GameError)
        if members not in self._formable:
            raise GameError(f"{shown(members)} cannot form in {self.name}: nobody lists it among the preferences.")
        return members

    def value(self, coalition: Any) -> Payoff:
        """Return what a coalition of a game with transferable utility is worth; the empty one is worth 0."""
        if not self.transferable:
            raise GameError(f"{self.name} is hedonic: its coalitions have no value; ask utility(player, coalition).")
        return self._table["", self.coalition(coalition)]

    def utility(self, player: str, coalition: Any) -> Payoff:
        """Return a member's utility in a coalition of a hedonic game."""
        members = self.coalition(coalition)
        if self.transferable:
            raise GameError(f"{self.name} has transferable utility: what a member gets is open; ask value(coalition).")
        if player not in members:
            raise GameError(f"{player} is no member of {shown(members)} in {self.name}; name one of its members.")
        return self._table[player, members]

    def prefers(self, player: str, here: Coalition, relation: str, there: Coalition) -> Condition:
        """Return where a player's utility in one coalition stands in the relation to that in another."""
        from gametheory.formulas.translate import comparison

        staying, leaving = self.utility(player, here), self.utility(player, there)
        return comparison(staying, relation, leaving, Incentive(player, here, there, staying - leaving, relation))

    def structure(self, given: Any) -> Structure:
        """Return a coalition structure in a fixed order, after checking that each player is in one coalition of it.

        Raises
        ------
        GameError
            If a player is in none or in two, or a coalition cannot form.
        """
        example = shown(tuple((player,) for player in self.players))
        coalitions = listed(given)
        if coalitions is None:
            raise GameError(
                f"{quoted(given)} is no coalition structure of {self.name}; give coalitions, for example {example}."
            )
        parts = tuple(sorted(map(self.coalition, coalitions), key=lambda members: self.players.index(members[0])))
        placed = sorted((player for members in parts for player in members), key=self.players.index)
        if tuple(placed) != self.players:
            raise GameError(
                f"{shown(parts)} is no coalition structure of {self.name}: every player must be in one coalition, and "
                f"in no other; for example {example}."
            )
        return parts

    @cached_property
    def structures(self) -> tuple[Structure, ...]:
        """Every coalition structure.

        Raises
        ------
        CapacityError
            For more than MOST_STRUCTURES.
        """
        found: list[Structure] = []
        for structure in _partitions(self.players, self.coalitions):
            if len(found) == MOST_STRUCTURES:
                raise CapacityError(
                    f"{self.name} has more than {MOST_STRUCTURES:,} coalition structures; ask about one of them."
                )
            found.append(structure)
        return tuple(found)

    def profiles_of(self, outcome: Any) -> tuple[Structure, ...]:
        """Return the coalition structures that an outcome stands for: itself alone."""
        return (self.structure(outcome),)

    def at(self, point: Mapping[Any, Any] | None = None, /, **values: Any) -> CoalitionGame:
        """Return the game with numbers for some or all parameters, as :meth:`Game.at` does.

        Examples
        --------
        >>> import gametheory as gt
        >>> x = gt.Parameter("x")
        >>> gt.CoalitionGame("Alone", ["China"], value={("China",): x}).at(x="1/2").value(("China",))
        Fraction(1, 2)
        """
        given = point_given(point, values)
        if not given:
            return self
        payoffs, left = named_at([payoff for _, payoff in self.cells], self.premises, self.parameters, given, self.name)
        table = {key: payoff for (key, _), payoff in zip(self.cells, payoffs, strict=True)}
        if self.transferable:
            value = {members: payoff for (_, members), payoff in table.items()}
            return CoalitionGame(self.name, self.players, value=value, assuming=left)
        preferences: dict[str, dict[Coalition, Payoff]] = {player: {} for player in self.players}
        for (player, members), payoff in table.items():
            preferences[player][members] = payoff
        return CoalitionGame(self.name, self.players, preferences=preferences, assuming=left)

    def __str__(self) -> str:
        lines = [self.name]
        if self.transferable:
            lines += [f"  {shown(members)}: {expression_text(self.value(members))}" for members in self.coalitions]
        else:
            for owner in self.players:
                mine = [(m, expression_text(payoff)) for (player, m), payoff in self.cells if player == owner]
                lines.append(f"  {owner}: {', '.join(f'{shown(members)} {text}' for members, text in mine)}")
        return "\n".join([*lines, *([f"assuming {self.premises}"] if self.premises else [])])

    def __repr__(self) -> str:
        kind = "transferable utility" if self.transferable else "hedonic"
        return f"<CoalitionGame {self.name!r}: {', '.join(self.players)}; {kind}>"


def _partitions(left: tuple[str, ...], coalitions: tuple[Coalition, ...]) -> Iterator[Structure]:
    """Yield the ways to divide the players that are left: the first of them picks a coalition, then the rest."""
    if not left:
        yield ()
        return
    for members in coalitions:
        if members[0] == left[0] and set(members) <= set(left):
            rest = tuple(player for player in left if player not in members)
            yield from ((members, *others) for others in _partitions(rest, coalitions))
