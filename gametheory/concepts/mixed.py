"""All equilibria, pure and mixed, of games with symbols in their payoffs."""

from __future__ import annotations

from gametheory.concepts.mixed_set import MixedEquilibria
from gametheory.concepts.mixed_two import mixed_of_two
from gametheory.concepts.outcomes import require_normal_form
from gametheory.errors import CapacityError
from gametheory.forms.normal import Game


def mixed(game: Game) -> MixedEquilibria:
    """Every equilibrium, pure, mixed and degenerate, in closed form, with the region where it exists.

    Parameters
    ----------
    game : Game
        In normal form: two players with any number of actions, or three with two actions each.

    Returns
    -------
    MixedEquilibria
        A mapping from each support's equilibrium to its Region. Two players: complete, and every region is exact. Three
        players: complete but for a support in which nobody's equations determine anything; that one has a region that
        is only necessary, and `complete` says whether it matters.

    Raises
    ------
    CapacityError
        For other shapes, and past 1,000 pairs of supports.

    Notes
    -----
    Probabilities come from Cramer's rule without divisions; a determinant that may be 0 is a case of its own. Three
    players: two probabilities are eliminated and the third solves a quadratic; the region compares signs at the ends
    of intervals, so that it needs no radical.

    References
    ----------
    von Stengel, B. (2002), "Computing equilibria for two-person games", Handbook of Game Theory 3, section 2.

    Examples
    --------
    >>> import gametheory as gt
    >>> a = gt.Parameter("a", above=0)
    >>> game = gt.Game("Meeting", ["Ann", "Bob"], ["park", "bar"], {
    ...     ("park", "park"): (a, 1), ("park", "bar"): (0, 0), ("bar", "park"): (0, 0), ("bar", "bar"): (1, a)})
    >>> print(gt.mixed(game).nonempty())
    Equilibria of Meeting by support
      Ann park; Bob park: always
      Ann bar; Bob bar: always
      Ann a/(a + 1) park + 1/(a + 1) bar; Bob 1/(a + 1) park + a/(a + 1) bar: always
    """
    require_normal_form(game, "mixed")
    if len(game.players) == 2:
        found = mixed_of_two(game)
    elif [len(actions) for actions in game.actions] == [2, 2, 2]:
        from gametheory.concepts.mixed_three import mixed_of_three

        found = mixed_of_three(game)
    else:
        shape = "x".join(str(len(actions)) for actions in game.actions)
        raise CapacityError(
            f"mixed() solves games of two players, and of three with two actions each; {game.name} is {shape}. Give "
            "the parameters numbers and ask gt.equilibria(game.at(...))."
        )
    return MixedEquilibria(f"Equilibria of {game.name} by support", found)
