"""What a side payment can reach: the amounts that make an outcome an equilibrium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gametheory.concepts.nash import nash
from gametheory.concepts.outcomes import require_normal_form
from gametheory.errors import ConceptError, quoted
from gametheory.forms.normal import Game
from gametheory.forms.payoff import read_payoff, symbols_of
from gametheory.formulas.condition import all_of
from gametheory.formulas.translate import comparison
from gametheory.incentive import Incentive, shown
from gametheory.recipes import Combined, Declared, Fixed
from gametheory.region import Region, make_region

MOVED = "utility can be handed from one player to another"
"""What a concept with side payments declares."""


def transfers(
    game: Game,
    outcome: Any,
    payer: str,
    receiver: str,
    *,
    amount: Any = None,
    enforceable: bool = True,
    concept: Callable[..., Any] = nash,
    **options: Any,
) -> Region:
    """Where a side payment, made if an outcome comes about, makes that outcome an equilibrium.

    Parameters
    ----------
    game : Game
        In normal form.
    outcome : profile or name of an outcome
        At whose profiles the payment is due; at no other profile anything is paid.
    payer, receiver : str
        Two different players. A unit of utility that the payer gives up is one that the receiver gets.
    amount : Parameter, expression or exact number, optional
        What is paid; a negative amount is paid the other way. Without it, a parameter called ``transfer``, at least 0.
    enforceable : bool
        Whether the payment is made for certain once the outcome has come about. Otherwise whoever owes it may keep it,
        and since nothing follows, does: then no payment but 0 holds, and the outcome must be an equilibrium by itself.
    concept : callable
        Of the game with the payment: ``gt.nash``, ``gt.strong_nash``, ``gt.coalition_proof``.
    **options
        Passed on to the concept.

    Returns
    -------
    Region
        In the amount and the parameters of the game. Solve it for the amount to read the interval; eliminate the amount
        to see where some payment does it. Its `uses` say that utility is handed from one player to another.

    Raises
    ------
    ConceptError
        If payer and receiver are the same.
    GameError
        For a player or an outcome that the game does not have.

    Notes
    -----
    A payment that is promised in repeated play can be held up by what follows; here the game is played once.

    Examples
    --------
    >>> import gametheory as gt
    >>> pact = gt.Game("Pact", ["China", "Russia"], ["ally", "abstain"], {
    ...     ("ally", "ally"): (-2, 3), ("ally", "abstain"): ("-1/2", 0),
    ...     ("abstain", "ally"): (0, "-1/2"), ("abstain", "abstain"): (0, 0)})
    >>> gas = gt.transfers(pact, ("ally", "ally"), "Russia", "China")
    >>> print(gas)
    transfer >= 2 and transfer <= 3
    >>> print(gt.transfers(pact, ("ally", "ally"), "Russia", "China", enforceable=False))
    never
    """
    require_normal_form(game, "transfers")
    places = game.position(payer), game.position(receiver)
    if payer == receiver:
        raise ConceptError(f"{payer} cannot pay itself; name two different players of {game.name}.")
    profiles = game.profiles_of(outcome)
    paid = _amount(game, amount, payer, receiver)
    parameters = symbols_of((*game.parameters, paid), f"a transfer in {game.name}")
    title = f"a transfer from {payer} to {receiver} makes {shown(outcome)} an equilibrium of {game.name}"
    if enforceable:
        cells = dict(game.payoffs)
        for profile in profiles:
            cell = list(cells[profile])
            cell[places[0]] -= paid
            cell[places[1]] += paid
            cells[profile] = tuple(cell)
        game = Game(game.name, game.players, game.actions, cells, dict(game.outcomes), game.premises, parameters)
    source = concept(game, outcome, **options)
    if not isinstance(source, Region):
        raise ConceptError(
            f"transfers needs a concept that gives a region, such as gt.nash; this one gave {quoted(source)}."
        )
    recipe = source.recipe
    if not enforceable:
        kept = all_of(
            comparison(gap, ">=", 0, Incentive(player, profile, "keeping the payment", gap))
            for profile in profiles
            for player, gap in ((payer, -paid), (receiver, paid))
        )
        recipe = Combined("and", (recipe, Fixed(kept)))
    return make_region(Declared(recipe, (MOVED,)), source.premises, (*source.parameters, *parameters), title)


def _amount(game: Game, given: Any, payer: str, receiver: str) -> Any:
    if given is not None:
        return read_payoff(given, game.parameters, f"the amount {payer} pays {receiver}")
    from gametheory.parameter import Parameter

    return Parameter("transfer", meaning=f"what {payer} pays {receiver}", at_least=0)
