"""Who may contribute to a public good and what, read in the same way whatever the good is worth to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gametheory.errors import CapacityError, GameError, quoted
from gametheory.forms.payoff import Payoff, read_payoff
from gametheory.forms.words import distinct_words
from gametheory.solutions.demonstration import fresh

MOST_PLAYERS = 6
"""There is a case for every set of players who may pay."""


def contributors(players: Sequence[str]) -> tuple[str, ...]:
    """Return the players who share a burden, checked."""
    names = distinct_words(players, "the players", "a burden")
    if len(names) > MOST_PLAYERS:
        raise CapacityError(
            f"a burden of {len(names)} players has too many cases; {MOST_PLAYERS} players are the most."
        )
    return names


def require_one_each(what: str, table: Any, names: Sequence[str]) -> None:
    """Make sure that a table gives every player something, and nobody else.

    Raises
    ------
    GameError
        If it does not.
    """
    if not isinstance(table, Mapping) or set(table) != set(names):
        raise GameError(f"the {what} are {quoted(table)}; give one for each of {', '.join(names)}.")


def read_contributions(given: Any, names: Sequence[str], known: Sequence[Any]) -> list[Payoff]:
    """Return what each player contributes: as given by player, or a parameter each, under a name that is not taken."""
    if given is None:
        return [fresh("contribution", player, known, at_least=0) for player in names]
    require_one_each("contributions", given, names)
    return [read_payoff(given[player], known, f"{player}'s contribution") for player in names]
