"""Every Nash equilibrium of a game at a point."""

from __future__ import annotations

from gametheory.concepts.outcomes import require_normal_form
from gametheory.errors import ConceptError
from gametheory.forms.normal import Game
from gametheory.solutions.equilibrium_set import Equilibria
from gametheory.solutions.two_players.every_equilibrium import equilibria_of_two


def equilibria(game: Game) -> Equilibria:
    """Every Nash equilibrium of a game without parameters: pure, mixed, and whole components.

    Parameters
    ----------
    game : Game
        In normal form, its payoffs numbers: give parameters their values with ``game.at(...)``.

    Returns
    -------
    Equilibria
        Exact. For two players always complete within reach (about 7x7 when degenerate, more when not); for more
        players irrational probabilities are algebraic numbers, and what could not be resolved is said in `unresolved`.

    Raises
    ------
    ConceptError
        If the game has parameters.
    CapacityError
        If it has far too many equilibria to list.

    Examples
    --------
    >>> import gametheory as gt
    >>> meeting = gt.Game("Meeting", ["Ann", "Bob"], ["park", "bar"], {
    ...     ("park", "park"): (3, 1), ("park", "bar"): (0, 0), ("bar", "park"): (0, 0), ("bar", "bar"): (1, 2)})
    >>> print(gt.equilibria(meeting))
    Nash equilibria of Meeting: 3 isolated (exact, complete)
      Ann park; Bob park
      Ann 2/3 park + 1/3 bar; Bob 1/4 park + 3/4 bar
      Ann bar; Bob bar
    """
    require_normal_form(game, "equilibria")
    if game.parameters:
        names = ", ".join(map(str, game.parameters))
        raise ConceptError(
            f"equilibria() needs numbers, and {game.name} has the parameters {names}; give their values with "
            "game.at(...), or ask gt.mixed(game) for all equilibria with the regions where they exist."
        )
    if len(game.players) == 2:
        return equilibria_of_two(game)
    from gametheory.solutions.many_players.every_equilibrium import equilibria_of_many

    return equilibria_of_many(game)
