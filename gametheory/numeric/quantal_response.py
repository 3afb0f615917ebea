"""The principal branch of logit equilibria: from guessing at random towards a Nash equilibrium, and where it forks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from gametheory.errors import ConceptError, quoted
from gametheory.forms.normal import Game
from gametheory.numeric.logit_equations import UNITS, LogitEquations, Profile, logit_equations, read_lambda
from gametheory.numeric.logit_path import REGRET, Fork, Path, follow
from gametheory.numeric.origin import CAVEAT

OWN = "predictor and corrector along the arc, in log-probabilities (McKelvey and Palfrey 1995, Turocy 2005)"
GAMBIT = "pygambit's logit_solve_branch; turning points and bifurcations by our own path"


@dataclass(frozen=True)
class LogitPoint:
    """A logit equilibrium: the precision lambda and every player's probabilities, in the order of its actions."""

    lam: float
    profile: Profile


@dataclass(frozen=True)
class Bifurcation:
    """A logit equilibrium of the principal branch at which other branches cross it.

    Parameters
    ----------
    lam : float
        Where, to about seven digits.
    profile : tuple of tuple of float
        The equilibrium there.
    kind : {"pitchfork", "crossing", "multiple"}
        Two arms leave at right angles, to both sides alike; one branch crosses at a slant; or several cross at once.
    directions : tuple of tuple of tuple of float
        In which the probabilities can leave the principal branch, the largest change scaled to 1; of a pitchfork one
        direction, taken by its arms forwards and backwards.
    """

    lam: float
    profile: Profile
    kind: str
    directions: tuple[Profile, ...]


@dataclass(frozen=True)
class LogitBranch:
    """The principal branch of the logit equilibria of a game, as a sequence of points.

    Parameters
    ----------
    game : Game
        The game.
    points : tuple of LogitPoint
        From lambda 0 on, in the order of travel; between turning points lambda rises and falls in turn.
    turning_points : tuple of LogitPoint
        Where lambda turns round; they are among the points.
    bifurcations : tuple of Bifurcation
        Where other branches cross.
    limit : tuple of tuple of float or None
        The Nash equilibrium the branch comes near, to within `regret`: its probabilities are right to about six digits,
        of a degenerate equilibrium to fewer. None if the branch was not followed that far.
    regret : float
        The most any player could gain at the last point, as a share of the largest gain it has anywhere.
    ended : str
        Why the branch ends where it does.
    residual : float
        The largest distance, over all points, of a probability from the logit response to the others.
    method : str
        How the points were found.
    units : str
        What lambda is measured in.
    caveat : str
        What the result is not.
    """

    game: Game = field(repr=False)
    points: tuple[LogitPoint, ...] = field(repr=False)
    turning_points: tuple[LogitPoint, ...]
    bifurcations: tuple[Bifurcation, ...]
    limit: Profile | None
    regret: float
    ended: str
    residual: float
    method: str
    units: str = UNITS
    caveat: str = CAVEAT

    @property
    def selected(self) -> bool:
        """Whether the branch has a limit and reaches it without forking, and so selects an equilibrium."""
        return self.limit is not None and not self.bifurcations

    @property
    def followed(self) -> str:
        """Which branch was followed where several cross, and what that means for the limit."""
        if not self.bifurcations:
            return "the principal branch; no other was seen to cross it"
        where = ", ".join(f"{fork.lam:.6g}" for fork in self.bifurcations)
        if self.method == GAMBIT:
            return f"other branches cross at lambda {where}; which arm pygambit took is a matter of rounding"
        return (
            f"straight on where other branches cross, at lambda {where}; their arms were not followed, and the limit "
            "is not selected"
        )

    def to_frame(self) -> Any:
        """Return a pandas DataFrame with a row a point: lambda, and the probability of every action."""
        return frame_of(self.game, self.points)

    def __str__(self) -> str:
        last = self.points[-1]
        lines = [f"Principal logit branch of {self.game.name}: {len(self.points)} points, lambda 0 to {last.lam:.6g}"]
        lines += [f"  turns at lambda {point.lam:.6g}" for point in self.turning_points]
        lines += [
            f"  {fork.kind} at lambda {fork.lam:.6g}: {words(self.game, fork.profile)}" for fork in self.bifurcations
        ]
        lines += [
            f"  followed: {self.followed}",
            f"  ended: {self.ended}",
            f"  there: {words(self.game, last.profile)}",
        ]
        return "\n".join([*lines, f"  residual {self.residual:.1g}; {self.units}", f"  ({self.caveat})"])


def logit_branch(game: Game, *, up_to: Any = None, method: str = "own") -> LogitBranch:
    """Follow the logit equilibria of a game from the centre, where lambda is 0 and everybody guesses.

    In a logit equilibrium every action is played with a probability proportional to exp(lambda * u), u being its
    expected utility against the others' probabilities.

    Parameters
    ----------
    game : Game
        In normal form, without parameters; any number of players and actions.
    up_to : number, optional
        The lambda at which to end, when it is first reached. Without it the branch is followed until it is nearly a
        Nash equilibrium.
    method : {"own", "gambit"}
        Whose points: ours, or pygambit's as a cross-check, if it is installed. Turning points and bifurcations are
        always ours: where the branch forks, pygambit's stops or takes an arm unasked.

    Returns
    -------
    LogitBranch

    Raises
    ------
    PayoffError
        If the game has parameters.
    ConceptError
        For a lambda that is negative or out of reach, or an unknown method.
    MissingLibraryError
        If pygambit is asked for and not installed.

    Notes
    -----
    Numerical: a branch crossed twice between two neighbouring points, or touched without being crossed, is not seen.

    References
    ----------
    McKelvey, R. D. and Palfrey, T. R. (1995), Quantal response equilibria for normal form games, Games and Economic
    Behavior 10. Turocy, T. L. (2005), A dynamic homotopy interpretation of the logistic quantal response equilibrium
    correspondence, Games and Economic Behavior 51.

    Examples
    --------
    >>> import gametheory as gt
    >>> from gametheory.numeric import logit_branch
    >>> meeting = gt.Game("Meeting", ["A", "B"], ["here", "there"],
    ...                   {("here", "here"): (4, 4), ("here", "there"): (0, 0),
    ...                    ("there", "here"): (0, 0), ("there", "there"): (4, 4)})
    >>> branch = logit_branch(meeting)
    >>> [(fork.kind, round(fork.lam, 6)) for fork in branch.bifurcations]
    [('pitchfork', 0.5)]
    >>> branch.limit, branch.selected
    (((0.5, 0.5), (0.5, 0.5)), False)
    """
    equations = logit_equations(game, "logit_branch")
    until = None if up_to is None else read_lambda(up_to, equations)
    if method not in ("own", "gambit"):
        raise ConceptError(f"logit_branch has no method {quoted(method)}; write 'own' or 'gambit'.")
    path = follow(equations, until)
    if method == "own":
        return branch_of(game, equations, path)
    from gametheory.numeric.gambit_branch import gambit_points

    return branch_of(game, equations, path, gambit_points(equations, until))


def branch_of(game: Game, equations: LogitEquations, path: Path, others: list[Any] | None = None) -> LogitBranch:
    """Return a path as a result; with points of pygambit's in place of its own if there are some."""
    raw = [node.point for node in path.nodes] if others is None else others
    regret = equations.regret(raw[-1])
    whole = path.whole if others is None else regret <= REGRET and raw[-1][-1] > 0
    return LogitBranch(
        game=game,
        points=tuple(point_of(equations, point) for point in raw),
        turning_points=tuple(point_of(equations, node.point) for node in path.turns),
        bifurcations=tuple(_bifurcation(equations, fork) for fork in path.forks),
        limit=equations.profile(raw[-1]) if whole else None,
        regret=regret,
        ended=path.ended if others is None else "pygambit ended it here",
        residual=max(map(equations.residual, raw)),
        method=OWN if others is None else GAMBIT,
    )


def point_of(equations: LogitEquations, point: Any) -> LogitPoint:
    """Return a point of the path in the user's units."""
    return LogitPoint(equations.unscaled(point[-1]), equations.profile(point))


def _bifurcation(equations: LogitEquations, fork: Fork) -> Bifurcation:
    here = point_of(equations, fork.node.point)
    moves = [move / move[np.abs(move).argmax()] for move in fork.kernel * np.exp(fork.node.point[:-1])]
    directions = tuple(tuple(tuple(move[place].tolist()) for place in equations.places) for move in moves)
    kind = "multiple" if len(moves) > 1 else "pitchfork" if fork.straight else "crossing"
    return Bifurcation(here.lam, here.profile, kind, directions)


def labels(game: Game) -> list[str]:
    """Return a name for every probability of a profile: ``China: ally``."""
    return [f"{player}: {action}" for player, own in zip(game.players, game.actions, strict=True) for action in own]


def words(game: Game, profile: Profile) -> str:
    """Return a profile as text."""
    chances = [chance for strategy in profile for chance in strategy]
    return ", ".join(f"{label} {chance:.4g}" for label, chance in zip(labels(game), chances, strict=True))


def frame_of(game: Game, points: tuple[LogitPoint, ...]) -> Any:
    """Return a pandas DataFrame with a row a point."""
    import pandas

    rows = [[point.lam, *(chance for strategy in point.profile for chance in strategy)] for point in points]
    return pandas.DataFrame(rows, columns=["lambda", *labels(game)])
