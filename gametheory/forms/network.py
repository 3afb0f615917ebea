"""Games on networks: what each player gets from every set of links between the players."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from gametheory.errors import CapacityError, GameError, quoted
from gametheory.forms.membership import read_coalition
from gametheory.forms.named_payoffs import named_at, read_named
from gametheory.forms.payoff import Payoff
from gametheory.forms.words import distinct_words, listed, require_name, row
from gametheory.formulas.condition import Condition
from gametheory.formulas.display import expression_text
from gametheory.incentive import Incentive, shown
from gametheory.point import point_given
from gametheory.premise import Premises

Link = tuple[str, ...]
"""Two players, in the order of the game."""

Network = tuple[Link, ...]
"""Some of the links, in the order of the game."""

MOST_NETWORKS = 1_024


@dataclass(frozen=True, init=False)
class NetworkGame:
    """A game on a network: links join pairs of players, and each set of links pays each player something.

    Parameters
    ----------
    name : str
        What the game is called in tables and messages.
    players : sequence of str
        At least one; distinct.
    payoffs : mapping of network to sequence of payoffs, or function of a network
        For every network one payoff a player, in the order of the players. A network is a sequence of links, a link a
        pair of players; a function gets them as tuples in the order of the players.
    links : sequence of pairs of players, optional
        Which links are possible; without it, all.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Further parameters that payoffs written as text may use.

    Raises
    ------
    GameError
        If players, links and payoffs do not fit together.
    CapacityError
        For more than MOST_NETWORKS networks: five players with all links have that many.
    PayoffError, UndefinedPayoffError, AssumptionError
        As a game in normal form does.

    Examples
    --------
    >>> import gametheory as gt
    >>> v, c = gt.parameters("v c")
    >>> print(gt.NetworkGame("Pact", ["China", "Russia"], {(): (0, 0), (("China", "Russia"),): (v, c)}))
    Pact
      (): 0, 0
      ((China, Russia)): v, c
    """

    name: str
    players: tuple[str, ...]
    links: Network
    cells: tuple[tuple[Network, tuple[Payoff, ...]], ...]
    premises: Premises
    parameters: tuple[Any, ...]

    def __init__(
        self,
        name: str,
        players: Sequence[str],
        payoffs: Mapping[Any, Sequence[Any]] | Callable[[Network], Sequence[Any]],
        *,
        links: Sequence[Sequence[str]] | None = None,
        assuming: Any = (),
        parameters: Sequence[Any] = (),
    ) -> None:
        def put(field: str, given: Any) -> None:
            object.__setattr__(self, field, given)

        put("name", require_name(name))
        put("players", distinct_words(players, "the players", name))
        put("links", tuple(combinations(self.players, 2)) if links is None else _read_links(self, links))
        if 2 ** len(self.links) > MOST_NETWORKS:
            raise CapacityError(
                f"{name} has 2**{len(self.links)} networks, more than {MOST_NETWORKS:,}; name the links that are "
                "possible: links=[...]."
            )
        raw = _read_payoffs(self, payoffs)
        where = {
            f"{player}'s payoff in {shown(network)}": payoff
            for network, row in raw.items()
            for player, payoff in zip(self.players, row, strict=True)
        }
        read, given, used = read_named(where, assuming, parameters, name)
        width = len(self.players)
        put("cells", tuple((network, read[i * width : (i + 1) * width]) for i, network in enumerate(raw)))
        put("premises", given)
        put("parameters", used)

    @cached_property
    def _table(self) -> dict[Network, tuple[Payoff, ...]]:
        return dict(self.cells)

    @cached_property
    def networks(self) -> tuple[Network, ...]:
        """Every network, those with fewer links first."""
        return tuple(network for size in range(len(self.links) + 1) for network in combinations(self.links, size))

    def link(self, given: Any) -> Link:
        """Return a link in the order of the players, after checking that it is possible."""
        ends = read_coalition(given, self.players, self.name, GameError)
        if ends not in self.links:
            raise GameError(
                f"{shown(ends)} is no link of {self.name}; a link is a pair such as {shown(self.links[:1])}."
            )
        return ends

    def network(self, given: Any) -> Network:
        """Return a network in the order of the game, after checking its links."""
        named = listed(given)
        if named is None:
            raise GameError(f"{quoted(given)} is no network of {self.name}; give a sequence of links, () for none.")
        links = [self.link(link) for link in named]
        if len(set(links)) < len(links):
            raise GameError(f"a network of {self.name} has a link twice; give each once.")
        return tuple(sorted(links, key=self.links.index))

    def profiles_of(self, outcome: Any) -> tuple[Network, ...]:
        """Return the networks that an outcome stands for: itself alone."""
        return (self.network(outcome),)

    def payoff(self, player: str, network: Any) -> Payoff:
        """Return what a player gets from a network, in that player's utility."""
        if player not in self.players:
            raise GameError(f"{self.name} has no player {quoted(player)}; its players are {', '.join(self.players)}.")
        return self._table[self.network(network)][self.players.index(player)]

    def prefers(self, player: str, here: Network, relation: str, there: Network) -> Condition:
        """Return where a player's payoff from one network stands in the relation to that from another."""
        from gametheory.formulas.translate import comparison

        staying, leaving = self.payoff(player, here), self.payoff(player, there)
        return comparison(staying, relation, leaving, Incentive(player, here, there, staying - leaving, relation))

    def at(self, point: Mapping[Any, Any] | None = None, /, **values: Any) -> NetworkGame:
        """Return the game with numbers for some or all parameters, as :meth:`Game.at` does."""
        given = point_given(point, values)
        if not given:
            return self
        flat = [payoff for _, row in self.cells for payoff in row]
        payoffs, left = named_at(flat, self.premises, self.parameters, given, self.name)
        width = len(self.players)
        rows = {network: payoffs[i * width : (i + 1) * width] for i, (network, _) in enumerate(self.cells)}
        return NetworkGame(self.name, self.players, rows, links=self.links, assuming=left)

    def __str__(self) -> str:
        rows = [f"  {shown(network)}: {', '.join(map(expression_text, row))}" for network, row in self.cells]
        return "\n".join([self.name, *rows, *([f"assuming {self.premises}"] if self.premises else [])])

    def __repr__(self) -> str:
        return f"<NetworkGame {self.name!r}: {', '.join(self.players)}; {len(self.links)} links>"


def _read_links(game: NetworkGame, given: Sequence[Sequence[str]]) -> Network:
    if not isinstance(given, (Sequence, Set)) or isinstance(given, str):
        raise GameError(f"the links of {game.name} are {quoted(given)}; give pairs of players, each pair once.")
    links = [read_coalition(link, game.players, game.name, GameError) for link in given]
    for link in links:
        if len(link) != 2 or links.count(link) > 1:
            raise GameError(f"{shown(link)} among the links of {game.name}: give pairs of players, each pair once.")
    return tuple(link for link in combinations(game.players, 2) if link in links)


def _read_payoffs(game: NetworkGame, payoffs: Any) -> dict[Network, tuple[Any, ...]]:
    if callable(payoffs):
        given = {network: payoffs(network) for network in game.networks}
    elif not isinstance(payoffs, Mapping):
        raise GameError(
            f"the payoffs of {game.name} are {quoted(payoffs)}; give a mapping from networks, or a function of one."
        )
    else:
        given = {}
        for network, own in payoffs.items():
            known = game.network(network)
            if known in given:
                raise GameError(f"{game.name} has payoffs for {shown(known)} twice; give them once.")
            given[known] = own
    missing = [network for network in game.networks if network not in given]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise GameError(f"{game.name} has no payoffs for {shown(missing[0])}{more}; give one payoff a player there.")
    read = {}
    for network in game.networks:
        read[network] = row(given[network]) or ()
        if len(read[network]) != len(game.players):
            raise GameError(
                f"the payoffs of {game.name} for {shown(network)} are {quoted(given[network])}; give one a player, in "
                f"the order {', '.join(game.players)}."
            )
    return read
