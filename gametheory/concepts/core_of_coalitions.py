"""The core: what no coalition can improve upon by going its own way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, overload

from gametheory.concepts.balanced import balanced_collections
from gametheory.concepts.outcomes import Regions
from gametheory.errors import ConceptError, quoted
from gametheory.forms.coalitional import CoalitionGame, Structure
from gametheory.forms.payoff import Payoff, read_payoff, symbols_of
from gametheory.forms.sums import ADDED, compare_sums
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.incentive import shown
from gametheory.recipes import Declared, Fixed
from gametheory.region import Region, make_region


@overload
def core(game: CoalitionGame, outcome: None = None) -> Region | Regions: ...
@overload
def core(game: CoalitionGame, outcome: Any) -> Region: ...
def core(game: CoalitionGame, outcome: Any = None) -> Region | Regions:
    """Where an outcome is in the core of a coalitional game.

    Parameters
    ----------
    game : CoalitionGame
        With transferable utility, or hedonic.
    outcome : optional
        Of a hedonic game: a coalition structure, such as ``[("China", "Russia"), ("India",)]``. Of a game with
        transferable utility: what each player gets, as a mapping of players to exact numbers, expressions or text.

    Returns
    -------
    Region or Regions
        Hedonic: where no coalition would be liked strictly better by all its members; without an outcome, for every
        structure. Transferable utility: where all of what everybody together is worth is handed out and every coalition
        gets as much as it is worth; without an outcome, where some payment of this kind exists, that is, where the core
        is not empty. Its `uses` then say that utilities are added across players.

    Raises
    ------
    ConceptError
        For a game of another form, or payments that do not name every player once.
    GameError
        For a structure that leaves a player out, or has a coalition that cannot form.
    CapacityError
        Whether the core is empty is decided for at most four players.

    References
    ----------
    Banerjee, S., Konishi, H. and Sönmez, T. (2001), "Core in a simple coalition formation game", Social Choice and
    Welfare 18, section 2, for hedonic games. Shapley, L. S. (1967), "On balanced sets and cores", Naval Research
    Logistics Quarterly 14, for where the core is empty.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> pact = gt.CoalitionGame("Pact", ["China", "Russia"],
    ...                         value={("China",): 0, ("Russia",): 1, ("China", "Russia"): 3})
    >>> payment = gt.core(pact, {"China": x, "Russia": 3 - x})
    >>> print(payment, "|", *payment.uses)
    x >= 0 and x <= 2 | utilities are added across players
    >>> print(gt.core(pact))
    always
    """
    if not isinstance(game, CoalitionGame):
        raise ConceptError(f"core is asked of a coalitional game, not of {quoted(game)}; build gt.CoalitionGame(...).")
    if game.transferable:
        return _not_empty(game) if outcome is None else _allocation(game, outcome)
    if outcome is not None:
        return _structure(game, game.structure(outcome))
    regions = tuple((structure, _structure(game, structure)) for structure in game.structures)
    return Regions(f"Core of {game.name}", regions)


def _structure(game: CoalitionGame, structure: Structure) -> Region:
    home = {player: members for members in structure for player in members}
    stays = all_of(
        any_of(game.prefers(player, home[player], ">=", members) for player in members)
        for members in game.coalitions
        if members not in structure
    )
    return make_region(
        Fixed(stays), game.premises, game.parameters, f"{shown(structure)} is in the core of {game.name}"
    )


def _summed(game: CoalitionGame, condition: Condition, parameters: tuple[Any, ...], title: str) -> Region:
    return make_region(Declared(Fixed(condition), (ADDED,)), game.premises, parameters, title)


def _allocation(game: CoalitionGame, payments: Any) -> Region:
    if not isinstance(payments, Mapping) or set(payments) != set(game.players):
        raise ConceptError(
            f"an outcome of {game.name} is what each player gets: a mapping with the keys {', '.join(game.players)}; "
            f"{quoted(payments)} is not."
        )
    known = symbols_of((*game.parameters, *payments.values()), f"payments in {game.name}")
    gets: dict[str, Payoff] = {
        player: read_payoff(payments[player], known, f"what {player} gets") for player in game.players
    }
    everybody = game.players

    def compared(members: tuple[str, ...]) -> Condition:
        relation, words = ("==", "exactly") if members == everybody else (">=", "at least")
        text = f"{' and '.join(members)} get {words} what they are worth"
        return compare_sums([gets[player] for player in members], relation, [game.value(members)], text)

    condition = all_of(compared(members) for members in game.coalitions)
    return _summed(game, condition, known, f"the payment is in the core of {game.name}")


def _not_empty(game: CoalitionGame) -> Region:
    """Bondareva and Shapley: no way to divide everybody's time among coalitions is worth more than all together."""
    everything = game.value(game.players)
    condition = all_of(
        compare_sums(
            [everything],
            ">=",
            [weight * game.value(members) for members, weight in weights],
            f"all together are worth as much as {' + '.join(f'{w} {shown(m)}' for m, w in weights)}",
        )
        for weights in balanced_collections(game.players)
    )
    return _summed(game, condition, game.parameters, f"the core of {game.name} is not empty")
