"""What players believe of each other's types: independent probabilities, or one distribution of all types at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Any

from gametheory.deduction import discharge
from gametheory.errors import AssumptionError, GameError, quoted
from gametheory.forms.chance import expected
from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import Condition, Obligation, all_of
from gametheory.formulas.display import expression_text
from gametheory.formulas.formula import TRUE, is_true
from gametheory.incentive import shown
from gametheory.premise import Premises

Types = tuple[str, ...]
"""One type a player."""


@dataclass(frozen=True)
class Distribution:
    """Probabilities of the types of some players together.

    Parameters
    ----------
    places : tuple of int
        Whose types, by the order of the players.
    outcomes : tuple of Types
        One type for each of them.
    probabilities : tuple of payoffs
        Of the outcomes: numbers or expressions.
    what : str
        What the probabilities are of: "China's types".
    """

    places: tuple[int, ...]
    outcomes: tuple[Types, ...]
    probabilities: tuple[Payoff, ...]
    what: str

    def probability(self, types: Types) -> Payoff:
        """Return the probability of the types that a type profile gives to these players."""
        return self._table[tuple(types[place] for place in self.places)]

    @cached_property
    def _table(self) -> dict[Types, Payoff]:
        return dict(zip(self.outcomes, self.probabilities, strict=True))

    def mass(self, place: int, own: str) -> Payoff:
        """Return the probability that one of these players has a type."""
        where = self.places.index(place)
        return expected(
            (chance, Fraction(1))
            for outcome, chance in zip(self.outcomes, self.probabilities, strict=True)
            if outcome[where] == own
        )

    def owed(self) -> tuple[Obligation, ...]:
        """Return what the premises must say before anything can be said of the game; nothing of right numbers."""
        from gametheory.formulas.translate import comparison

        total = expected((chance, Fraction(1)) for chance in self.probabilities)
        condition = all_of([comparison(chance, ">=", 0) for chance in self.probabilities]) & comparison(total, "==", 1)
        if is_true(condition.formula):
            return condition.obligations
        listed = ", ".join(map(expression_text, self.probabilities))
        complaint = f"the probabilities {listed} of {self.what} do not all lie in [0, 1] with the sum 1"
        remedy = (
            'declare them with bounds, gt.Parameter("t", at_least=0, at_most=1), add premises, or write the last one '
            "as 1 minus the others"
        )
        return (*condition.obligations, Obligation(condition.formula, complaint, remedy, AssumptionError))


@dataclass(frozen=True)
class Prior:
    """What one player believes of all types: independent parts, each a distribution.

    Parameters
    ----------
    parts : tuple of Distribution
        One a player where types are independent; one for all of them otherwise.
    """

    parts: tuple[Distribution, ...]

    def weight(self, place: int, types: Types) -> Payoff:
        """Return what the others' types weigh for a player's type: up to a factor, its belief once it knows its type.

        A distribution of the player's own type alone is left out: independence makes it irrelevant. One of several
        players' types is not divided by the probability of the own type, which may be 0.
        """
        return _product(part.probability(types) for part in self.parts if part.places != (place,))

    def mass(self, place: int, own: str) -> Payoff:
        """Return the factor by which the weights exceed the belief: what the weights of a type add up to."""
        return _product(
            part.mass(place, own) for part in self.parts if place in part.places and part.places != (place,)
        )

    def probability(self, types: Types) -> Payoff:
        """Return the probability of a type profile."""
        return _product(part.probability(types) for part in self.parts)


def _product(factors: Iterable[Payoff]) -> Payoff:
    """Return a product in which nothing is cancelled."""
    result: Payoff = Fraction(1)
    for factor in factors:
        result = expected(((result, factor),))
    return result


def require_probabilities(parts: Iterable[Distribution], premises: Premises, symbols: Mapping[str, Any]) -> None:
    """Make sure that all are probabilities wherever the premises hold.

    Raises
    ------
    AssumptionError
        With a point where they are not.
    """
    for part in parts:
        discharge(premises, Condition(TRUE, part.owed()), symbols)


def read_distribution(given: Any, outcomes: tuple[str, ...], what: str, name: str) -> tuple[Any, ...]:
    """Return the probabilities of names as the user wrote them, in order, after checking the names."""
    if not isinstance(given, Mapping):
        raise GameError(
            f"the probabilities of {what} in {name} are {quoted(given)}; write {{{outcomes[0]!r}: ..., ...}}."
        )
    for one in given:
        if one not in outcomes:
            raise GameError(f"{quoted(one)} is none of {what} in {name}; they are {', '.join(outcomes)}.")
    missing = [one for one in outcomes if one not in given]
    if missing:
        raise GameError(f"{name} has no probability of {missing[0]!r}, one of {what}; give one, 0 if it never occurs.")
    return tuple(given[one] for one in outcomes)


def read_priors(given: Any, players: tuple[str, ...], types: Sequence[tuple[str, ...]], name: str) -> tuple[Prior, ...]:
    """Return every player's prior, with the probabilities as the user wrote them.

    Parameters
    ----------
    given : mapping
        ``{player: {type: probability}}``: independent. ``{type profile: probability}``: joint; profiles left out have
        probability 0. ``{player: either of these}``: each player has its own, and an independent one may leave out
        the player's own types.
    players, types : tuples
        Of the game.
    name : str
        Of the game.
    """
    if isinstance(given, Mapping) and set(given) == set(players):
        if not all(isinstance(own, Mapping) and _is_prior(own, players) for own in given.values()):
            common = _read_prior(given, players, types, name, None)
            return (common,) * len(players)
        return tuple(_read_prior(given[player], players, types, name, player) for player in players)
    common = _read_prior(given, players, types, name, None)
    return (common,) * len(players)


def _is_prior(given: Mapping[Any, Any], players: tuple[str, ...]) -> bool:
    """Say whether a mapping is a prior of all types rather than the probabilities of one player's types."""
    return bool(given) and all(
        isinstance(key, tuple) or (key in players and isinstance(value, Mapping)) for key, value in given.items()
    )


def _read_prior(
    given: Any, players: tuple[str, ...], types: Sequence[tuple[str, ...]], name: str, whose: str | None
) -> Prior:
    note = f", as {whose} believes" if whose else ""
    if isinstance(given, Mapping) and given and all(isinstance(key, tuple) for key in given):
        return Prior((_joint(given, types, name, note),))
    if not isinstance(given, Mapping):
        raise GameError(
            f"the priors of {name} are {quoted(given)}; write {{player: {{type: probability}}}}, or {{(one type a "
            "player): probability}."
        )
    for player in given:
        if player not in players:
            raise GameError(
                f"{quoted(player)} in the priors is no player of {name}; its players are {', '.join(players)}."
            )
    parts = []
    for place, (player, own) in enumerate(zip(players, types, strict=True)):
        if player not in given and len(own) == 1:
            chances: tuple[Any, ...] = (1,)  # nothing to believe of a player with one type
        elif player not in given and player == whose:
            continue
        elif player not in given:
            raise GameError(f"{name} has no probabilities of {player}'s types{note}; give {{type: probability}}.")
        else:
            chances = read_distribution(given[player], own, f"{player}'s types", name)
        parts.append(Distribution((place,), tuple((one,) for one in own), chances, f"{player}'s types{note}"))
    return Prior(tuple(parts))


def _joint(given: Mapping[Any, Any], types: Sequence[tuple[str, ...]], name: str, note: str) -> Distribution:
    outcomes = tuple(product(*types))
    known = frozenset(outcomes)
    for profile in given:
        if profile not in known:
            raise GameError(
                f"{shown(profile)} in the priors is no type profile of {name}; give one type a player, for example "
                f"{shown(outcomes[0])}."
            )
    places = tuple(range(len(types)))
    return Distribution(places, outcomes, tuple(given.get(one, 0) for one in outcomes), f"all players' types{note}")


def read_numbers(priors: Sequence[Prior], read: Mapping[str, Payoff]) -> tuple[Prior, ...]:
    """Return priors with the probabilities that were read, by what :func:`named` calls them."""
    return tuple(
        Prior(
            tuple(
                Distribution(
                    part.places, part.outcomes, tuple(read[_label(part, one)] for one in part.outcomes), part.what
                )
                for part in prior.parts
            )
        )
        for prior in priors
    )


def written(priors: Sequence[Prior], players: tuple[str, ...]) -> dict[Any, Any]:
    """Return priors as a user would write them."""

    def one(prior: Prior) -> dict[Any, Any]:
        if any(len(part.places) > 1 for part in prior.parts):
            (part,) = prior.parts
            return dict(zip(part.outcomes, part.probabilities, strict=True))
        return {
            players[part.places[0]]: {kind: p for (kind,), p in zip(part.outcomes, part.probabilities, strict=True)}
            for part in prior.parts
        }

    if all(prior == priors[0] for prior in priors):
        return one(priors[0])
    return {player: one(prior) for player, prior in zip(players, priors, strict=True)}


def named(priors: Sequence[Prior]) -> dict[str, Any]:
    """Return every probability by what it is of, those of a common prior once."""
    return {
        _label(part, one): chance
        for prior in priors
        for part in prior.parts
        for one, chance in zip(part.outcomes, part.probabilities, strict=True)
    }


def _label(part: Distribution, outcome: Types) -> str:
    return f"the probability of {shown(outcome) if len(outcome) > 1 else outcome[0]} among {part.what}"
