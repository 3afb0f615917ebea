"""The Shapley value: what each player adds, averaged over the orders in which all may come together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import comb

from gametheory.errors import ConceptError, quoted
from gametheory.forms.coalitional import CoalitionGame
from gametheory.forms.payoff import Payoff, payoff_at
from gametheory.forms.sums import ADDED
from gametheory.formulas.display import expression_text
from gametheory.premise import Premises


@dataclass(frozen=True, eq=False)
class ShapleyValue(Mapping[str, Payoff]):
    """What each player gets: an immutable mapping from players to exact numbers or expressions.

    Parameters
    ----------
    title : str
        Of which game.
    items_ : tuple of (str, payoff)
        In the order of the players.
    premises : Premises
        Of the game: under these the expressions have a value.
    uses : tuple of str
        That utilities are added across players.
    """

    title: str
    items_: tuple[tuple[str, Payoff], ...]
    premises: Premises
    uses: tuple[str, ...] = (ADDED,)

    def __getitem__(self, player: str) -> Payoff:
        return dict(self.items_)[player]

    def __iter__(self) -> Iterator[str]:
        return (player for player, _ in self.items_)

    def __len__(self) -> int:
        return len(self.items_)

    def __str__(self) -> str:
        rows = [f"  {player}: {expression_text(payoff)}" for player, payoff in self.items_]
        return "\n".join([self.title, *rows, f"  supposes that {' and '.join(self.uses)}"])


def shapley_value(game: CoalitionGame) -> ShapleyValue:
    """What each player adds to those before it, averaged over all orders of the players.

    Parameters
    ----------
    game : CoalitionGame
        With transferable utility.

    Returns
    -------
    ShapleyValue
        Exact; expressions in the parameters of the game. It need not be in the core: ask ``gt.core(game, value)``.

    Raises
    ------
    ConceptError
        For a hedonic game, or a game of another form.

    References
    ----------
    Shapley, L. S. (1953), "A value for n-person games", Contributions to the Theory of Games II, section 3.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> pact = gt.CoalitionGame("Pact", ["China", "Russia"],
    ...                         value={("China",): 0, ("Russia",): 1, ("China", "Russia"): x})
    >>> print(gt.shapley_value(pact))
    Shapley value of Pact
      China: x/2 - 1/2
      Russia: x/2 + 1/2
      supposes that utilities are added across players
    """
    if not isinstance(game, CoalitionGame) or not game.transferable:
        raise ConceptError(
            f"shapley_value is asked of a coalitional game with transferable utility, not of {quoted(game)}; build "
            "gt.CoalitionGame(name, players, value=...)."
        )
    count = len(game.players)
    shares: dict[str, Payoff] = dict.fromkeys(game.players, Fraction(0))
    for (_, coalition), worth in game.cells:
        if worth == 0:
            continue  # in a vote most coalitions are worth nothing
        size = len(coalition)
        for player in game.players:
            # In so many of all orders the coalition is complete when the player joins, or just before.
            if player in coalition:
                shares[player] += Fraction(1, size * comb(count, size)) * worth
            else:
                shares[player] -= Fraction(1, (count - size) * comb(count, size)) * worth
    # Where everything cancels sympy leaves a number of its own.
    exact = tuple((player, payoff_at(share, {})) for player, share in shares.items())
    return ShapleyValue(f"Shapley value of {game.name}", exact, game.premises)
