"""The property that a concept answers the same when names, or units of utility, change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from gametheory.errors import ConceptError, quoted
from gametheory.forms.normal import Game, Profile
from gametheory.incentive import shown
from gametheory.point import Point
from gametheory.testing.drawn_game import drawn_game
from gametheory.testing.points import params
from gametheory.testing.printing import Printed, described, game_code, paste_line
from gametheory.testing.properties import Property, make_property
from gametheory.testing.random_games import games
from gametheory.testing.relabelling import Relabelling, relabellings
from gametheory.testing.rescaling import Rescaling, rescalings

CHANGES: dict[str, Callable[[Game], SearchStrategy[Any]]] = {"relabelling": relabellings, "affine": rescalings}
PHRASES = {
    "relabelling": "does not depend on names or order",
    "affine": "does not depend on the unit and the zero of any player's utility",
}

Concept = Callable[[Game, Profile], Any]


@dataclass(frozen=True, eq=False)
class ChangedGame(Printed):
    """A game, a point of it, and a change that must not matter."""

    game: Game
    point: Point
    change: Relabelling | Rescaling

    def __repr__(self) -> str:
        return f"({self._line}, {self.change.text(self.game)})"

    @property
    def _line(self) -> str:
        return paste_line("game", self.point.named) if self.game.parameters else game_code(self.game)

    @property
    def text(self) -> str:
        """The game at the point, and the changed game."""
        here = drawn_game(self.game, self.point, "game").game if self.game.parameters else self.game
        changed = self.change.game(here)
        return f"{described(here, self._line)}\nchanged: {self.change.text(here)}\n{changed}"


def invariant_under(
    concept: Concept, change: str, over: Any = None, also: Any = (), *, examples: int = 100
) -> Property:
    """Return a test that a concept's answers do not depend on what should not matter.

    Parameters
    ----------
    concept : callable
        From a game and a profile to a Region, such as ``gt.nash``, or to anything that can be compared, such as a bool.
    change : {"relabelling", "affine"}
        Other names and another order of players and actions; or another unit and another zero of the utility of each
        player, u becoming a*u + b with a > 0.
    over : Game, or SearchStrategy of Game, optional
        The games to try: one with parameters, at drawn points of its premises; or drawn ones, else random games of two
        players with two actions each.
    also : relations, Premise or Premises, optional
        What is to hold as well, for a game with parameters.
    examples : int
        How many to look at, at most.

    Returns
    -------
    Property
        A test function to assign to ``test_...`` or to call: it raises AssertionError with the smallest game found,
        as a matrix, the change, and a line to paste. Its ``examine()`` returns Unrefuted.

    Raises
    ------
    ConceptError
        For another change. When it runs: for "affine" and a concept whose regions declare that they add or move
        utilities (their `uses`): it is not meant to be invariant.

    Examples
    --------
    >>> import gametheory as gt
    >>> print(gt.testing.invariant_under(gt.nash, "relabelling", examples=20).examine())
    unrefuted, not proved: nash does not depend on names or order; 20 examples, no counterexample
    """
    if change not in CHANGES:
        raise ConceptError(f'change={quoted(change)}: write "relabelling" or "affine".')
    name = getattr(concept, "__name__", "the concept")

    def failure(drawn: ChangedGame) -> Callable[[], str] | None:
        changed = drawn.change.game(drawn.game)
        for profile in drawn.game.profiles:
            image = drawn.change.profile(drawn.game, profile)
            before = _answer(concept, drawn.game, profile, drawn.point, change)
            after = _answer(concept, changed, image, drawn.point, change)
            if before != after:
                says = f"{name} says {before} of {shown(profile)}, and {after} of {shown(image)} in the changed game"
                return lambda says=says: f"{says}\n{drawn.text}"  # type: ignore[misc]
        return None

    return make_property(f"{name} {PHRASES[change]}", _changed(_with_point(over, also), change), failure, examples)


def _with_point(over: Any, also: Any) -> SearchStrategy[tuple[Game, Point]]:
    if isinstance(over, Game):
        return params(over, also).map(lambda point: (over, point))
    drawn = games() if over is None else over
    if not isinstance(drawn, SearchStrategy):
        raise ConceptError(f"{quoted(over)} is neither a game in normal form nor a strategy of games.")
    return drawn.map(lambda game: (game, Point(())))


@st.composite
def _changed(draw: DrawFn, given: SearchStrategy[tuple[Game, Point]], change: str) -> ChangedGame:
    game, point = draw(given)
    return ChangedGame(game, point, draw(CHANGES[change](game)))


def _answer(concept: Concept, game: Game, profile: Profile, point: Point, change: str) -> Any:
    answer = concept(game, profile)
    if not hasattr(answer, "readable"):
        return answer
    if change == "affine" and answer.uses:
        raise ConceptError(
            f"{answer.title} supposes that {' and '.join(answer.uses)}, so that it does depend on units; test it under "
            '"relabelling" only.'
        )
    return answer.contains(point)
