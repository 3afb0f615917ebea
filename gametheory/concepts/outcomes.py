"""A concept at every outcome of a game, and the region of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gametheory.errors import ConceptError, quoted
from gametheory.forms.normal import Game, Profile
from gametheory.formulas.condition import Condition, any_of
from gametheory.incentive import shown
from gametheory.recipes import Declared, Fixed
from gametheory.region import Region, make_region


@dataclass(frozen=True, eq=False)
class Regions(Mapping[Any, Region]):
    """The region of every outcome under one concept: an immutable mapping.

    Parameters
    ----------
    title : str
        Which concept, of which game.
    items_ : tuple of (outcome, Region)
        In the game's order.
    complete : bool
        Whether every outcome that the concept speaks about is there.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (0,), ("go",): (x,)})
    >>> for outcome, region in gt.nash(game).items():
    ...     print(outcome, region)
    ('stay',) x <= 0
    ('go',) x >= 0
    """

    title: str
    items_: tuple[tuple[Any, Region], ...]
    complete: bool = True

    def __getitem__(self, outcome: Any) -> Region:
        for known, region in self.items_:
            if known == outcome:
                return region
        raise KeyError(outcome)

    def __iter__(self) -> Iterator[Any]:
        return (outcome for outcome, _ in self.items_)

    def __len__(self) -> int:
        return len(self.items_)

    def __repr__(self) -> str:
        return f"<Regions: {self.title}, {len(self)} outcomes>"

    def __str__(self) -> str:
        return "\n".join([self.title, *(f"  {shown(outcome)}: {region}" for outcome, region in self.items_)])

    def nonempty(self) -> Regions:
        """Return the outcomes whose region is not proved empty."""
        return Regions(self.title, tuple(pair for pair in self.items_ if not pair[1].is_empty()), self.complete)

    def to_frame(self) -> Any:
        """Return a pandas DataFrame with a row an outcome: the outcome and its condition as text."""
        import pandas

        return pandas.DataFrame(
            {
                "outcome": [shown(outcome) for outcome in self],
                "condition": [str(region) for region in self.values()],
            }
        )


def require_normal_form(game: Any, concept: str) -> Game:
    """Return a game in normal form, or say that the concept is not defined for what was given."""
    if not isinstance(game, Game):
        hint = "; of a repeated game, ask it of game.stage" if hasattr(game, "stage") else ""
        hint = "; of a tree, ask it of tree.normal_form()" if hasattr(game, "normal_form") else hint
        raise ConceptError(f"{concept} is asked of a game in normal form, not of {quoted(game)}{hint}.")
    return game


def outcome_region(
    game: Game, outcome: Any, condition: Callable[[Profile], Condition], title: str, uses: tuple[str, ...] = ()
) -> Region:
    """Return where the condition holds at some profile of the outcome; `uses` is what it declares of utilities."""
    fixed = Fixed(any_of(condition(profile) for profile in game.profiles_of(outcome)))
    return make_region(
        Declared(fixed, uses) if uses else fixed,
        game.premises,
        game.parameters,
        f"{shown(outcome)} {title} in {game.name}",
    )


def every_profile(game: Game, region: Callable[[Profile], Region], title: str) -> Regions:
    """Return the region of every profile."""
    return Regions(f"{title} of {game.name}", tuple((profile, region(profile)) for profile in game.profiles))
