"""The logit equilibria of a game at one lambda: all of them in a 2x2 game, those on the principal branch in others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from gametheory.errors import Undecided
from gametheory.forms.normal import Game
from gametheory.numeric.logit_equations import UNITS, LogitEquations, Profile, Vector, logit_equations, read_lambda
from gametheory.numeric.logit_path import at_lambda, follow
from gametheory.numeric.logit_two_by_two import logit_two_by_two
from gametheory.numeric.origin import CAVEAT
from gametheory.numeric.quantal_response import OWN, LogitPoint, frame_of, words


@dataclass(frozen=True)
class LogitEquilibria:
    """Logit equilibria of a game at one lambda.

    Parameters
    ----------
    game : Game
        The game.
    lam : float
        The lambda.
    profiles : tuple of tuple of tuple of float
        Of every equilibrium, every player's probabilities in the order of its actions.
    complete : bool
        Whether these are all there are.
    reason : str
        Why they are all, or which ones they are.
    residual : float
        The largest distance of a probability from the logit response to the others.
    method : str
        How they were found.
    units : str
        What lambda is measured in.
    caveat : str
        What the result is not.
    """

    game: Game = field(repr=False)
    lam: float
    profiles: tuple[Profile, ...]
    complete: bool
    reason: str
    residual: float
    method: str
    units: str = UNITS
    caveat: str = CAVEAT

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.profiles)

    def __len__(self) -> int:
        return len(self.profiles)

    def to_frame(self) -> Any:
        """Return a pandas DataFrame with a row an equilibrium: lambda, and the probability of every action."""
        return frame_of(self.game, tuple(LogitPoint(self.lam, profile) for profile in self.profiles))

    def __str__(self) -> str:
        lines = [f"{'All' if self.complete else 'Some'} logit equilibria of {self.game.name} at lambda {self.lam:.6g}"]
        lines += [f"  {words(self.game, profile)}" for profile in self.profiles]
        return "\n".join(
            [*lines, f"  {self.reason}", f"  residual {self.residual:.1g}; {self.units}", f"  ({self.caveat})"]
        )


def logit_equilibria(game: Game, lam: Any) -> LogitEquilibria:
    """Return the logit equilibria of a game at one lambda.

    Parameters
    ----------
    game : Game
        In normal form, without parameters.
    lam : number
        The precision: 0 is guessing at random; in 1/utility.

    Returns
    -------
    LogitEquilibria
        Of a 2x2 game all, and why there can be no other. Of any other game those that the principal branch passes,
        which is where it starts from the centre; `complete` is then false.

    Raises
    ------
    PayoffError
        If the game has parameters.
    ConceptError
        For a lambda that is negative or out of reach.
    Undecided
        If the principal branch of a larger game could not be followed to this lambda.

    Examples
    --------
    >>> import gametheory as gt
    >>> from gametheory.numeric import logit_equilibria
    >>> meeting = gt.Game("Meeting", ["A", "B"], ["here", "there"],
    ...                   {("here", "here"): (4, 4), ("here", "there"): (0, 0),
    ...                    ("there", "here"): (0, 0), ("there", "there"): (4, 4)})
    >>> len(logit_equilibria(meeting, 0.4)), len(logit_equilibria(meeting, 0.6))
    (1, 3)
    >>> logit_equilibria(meeting, 0.6).complete
    True
    """
    equations = logit_equations(game, "logit_equilibria")
    scaled = read_lambda(lam, equations)
    if equations.sizes == (2, 2):
        points, reason, complete = logit_two_by_two(equations, scaled)
        method = "bisection of the reply to the reply in the log-odds of the first player"
    else:
        points, reason, complete, method = _on_the_branch(equations, scaled), _BRANCH, False, OWN
    if not points:
        raise Undecided(
            f"the principal branch of {game.name} could not be followed to lambda {lam}; logit_branch(game) says how "
            "far it goes."
        )
    return LogitEquilibria(
        game=game,
        lam=float(lam),
        profiles=tuple(map(equations.profile, points)),
        complete=complete,
        reason=reason,
        residual=max(map(equations.residual, points)),
        method=method,
    )


_BRANCH = "those on the principal branch, which starts from the centre at lambda 0; there may be others"


def _on_the_branch(equations: LogitEquations, lam: float) -> list[Vector]:
    """Return the points at which the whole principal branch has a scaled lambda."""
    nodes = follow(equations, None, lambda node: bool(node.point[-1] >= lam)).nodes
    points = [node.point for node in nodes if node.point[-1] == lam]
    for first, last in pairwise(nodes):
        if (first.point[-1] < lam < last.point[-1]) or (first.point[-1] > lam > last.point[-1]):
            points.append(at_lambda(equations, first, last, lam))
    return points
