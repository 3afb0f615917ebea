"""The Moran process: in a finite population one individual is born and one dies at a time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType
from typing import Any

from gametheory.errors import PayoffError
from gametheory.forms.normal import Game
from gametheory.incentive import shown
from gametheory.numeric.float_payoffs import float_payoffs
from gametheory.numeric.options import read_whole
from gametheory.numeric.origin import Origin, by_nashpy
from gametheory.numeric.paths import Paths
from gametheory.numeric.seeded import seeded
from gametheory.numeric.starting_point import read_counts
from gametheory.numeric.symmetry import require_symmetric


@dataclass(frozen=True)
class Fixations:
    """How often each action took over the population, in a number of runs of the Moran process.

    Parameters
    ----------
    game : Game
        The game, without parameters.
    origin : Origin
        How the runs were made, and what they are not.
    population : tuple of (action, int)
        How many individuals each action had at the start.
    runs : int
        How many runs.
    counts : tuple of (action, int)
        In how many runs each action took over.
    unfinished : int
        In how many runs none had taken over at the horizon.

    Examples
    --------
    >>> import gametheory as gt
    >>> flat = gt.Game("Neutral", ["Ann", "Bob"], ["red", "blue"],
    ...                {(a, b): (1, 1) for a in ("red", "blue") for b in ("red", "blue")})
    >>> result = gt.numeric.fixations(flat, {"red": 1, "blue": 1}, runs=50, seed=1)
    >>> sum(count for action, count in result.counts), result.unfinished
    (50, 0)
    """

    game: Game = field(repr=False)
    origin: Origin
    population: tuple[tuple[str, int], ...]
    runs: int
    counts: tuple[tuple[str, int], ...]
    unfinished: int

    @property
    def frequencies(self) -> Mapping[str, float]:
        """The share of runs in which each action took over."""
        return MappingProxyType({action: count / self.runs for action, count in self.counts})

    @property
    def standard_errors(self) -> Mapping[str, float]:
        """The standard error of each frequency, as an estimate of a probability."""
        return MappingProxyType(
            {action: math.sqrt(share * (1 - share) / self.runs) for action, share in self.frequencies.items()}
        )

    def to_frame(self) -> Any:
        """Return a pandas DataFrame: a row an action, with its start, count, frequency and standard error."""
        import pandas

        frame = pandas.DataFrame(
            {
                "action": [action for action, _ in self.counts],
                "start": [number for _, number in self.population],
                "count": [count for _, count in self.counts],
                "frequency": list(self.frequencies.values()),
                "standard error": list(self.standard_errors.values()),
            }
        )
        frame.attrs["origin"] = str(self.origin)
        return frame

    def __str__(self) -> str:
        lines = [f"{self.game.name}: {self.origin}", f"of {self.runs} runs:"]
        lines += [f"  {action} took over in {count}" for action, count in self.counts]
        return "\n".join([*lines, f"  unfinished: {self.unfinished}"])


def moran_process(game: Game, population: Mapping[str, int], *, seed: int, steps: int = 10_000) -> Paths:
    """Follow one run of the Moran process until one action has taken over, at most for a number of steps.

    At every step one individual is born, with the action of one that is chosen in proportion to its payoff against
    all others, and takes the place of one chosen evenly, itself included.

    Parameters
    ----------
    game : Game
        Two players, symmetric, no parameters, no negative payoff.
    population : mapping of action to int
        How many individuals each action has at the start.
    seed : int
        From 0 to 2**32 - 1. The same seed gives the same path.
    steps : int
        How many steps at most.

    Returns
    -------
    Paths
        With one population, called "population", and the steps, from 0, as times.

    Raises
    ------
    ConceptError
        If the game is not symmetric, or population, seed or steps make no sense.
    PayoffError
        If the game has parameters, payoffs that floats cannot tell apart, or negative payoffs.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("Fitter", ["Ann", "Bob"], ["red", "blue"],
    ...                {(a, b): (3 if a == "red" else 1, 3 if b == "red" else 1)
    ...                 for a in ("red", "blue") for b in ("red", "blue")})
    >>> paths = gt.numeric.moran_process(game, {"red": 2, "blue": 2}, seed=3)
    >>> max(paths.last["population"].values())
    1.0
    """
    process = _Process(game, population, "moran_process")
    count = read_whole(steps, "steps")
    origin = by_nashpy("Moran process", seed, f"at most {count} steps")
    with seeded(seed), _unpaid():
        states = [process.start, *islice(process.run(), count)]
    path = tuple(process.shares(state) for state in states)
    return Paths(game, origin, ("population",), (game.actions[0],), tuple(range(len(path))), (path,))


def fixations(game: Game, population: Mapping[str, int], *, runs: int, seed: int, steps: int = 10_000) -> Fixations:
    """Count in how many runs of the Moran process each action takes over the population.

    Parameters
    ----------
    game : Game
        Two players, symmetric, no parameters, no negative payoff.
    population : mapping of action to int
        How many individuals each action has at the start of every run.
    runs : int
        How many runs.
    seed : int
        From 0 to 2**32 - 1, for all runs together. The same seed gives the same counts.
    steps : int
        How many steps a run has at most.

    Returns
    -------
    Fixations
        Frequencies, which estimate probabilities with the standard errors given.

    Raises
    ------
    ConceptError
        If the game is not symmetric, or population, runs, seed or steps make no sense.
    PayoffError
        If the game has parameters, payoffs that floats cannot tell apart, or negative payoffs.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("Deadly", ["Ann", "Bob"], ["red", "blue"],
    ...                {(a, b): (1 if a == "red" else 0, 1 if b == "red" else 0)
    ...                 for a in ("red", "blue") for b in ("red", "blue")})
    >>> gt.numeric.fixations(game, {"red": 1, "blue": 2}, runs=20, seed=1).frequencies["red"]
    1.0
    """
    process = _Process(game, population, "fixations")
    count, limit = read_whole(runs, "runs"), read_whole(steps, "steps")
    ends: Counter[Any] = Counter()
    with seeded(seed), _unpaid():
        for _ in range(count):
            last = process.start
            for state in islice(process.run(), limit):
                last = state
            ends[process.winner(last)] += 1
    actions = game.actions[0]
    return Fixations(
        game,
        by_nashpy("Moran process", seed, f"{count} runs of at most {limit} steps"),
        tuple(zip(actions, process.counts, strict=True)),
        count,
        tuple((action, ends[action]) for action in actions),
        ends[None],
    )


def _unpaid() -> AbstractContextManager[Any]:
    """Return what silences nashpy where nobody has any payoff: it divides 0 by 0, and then chooses evenly."""
    import numpy

    return numpy.errstate(invalid="ignore")


class _Process:
    """A symmetric game and a start, as nashpy wants them: individuals are numbers of actions."""

    def __init__(self, game: Game, population: Mapping[str, int], purpose: str) -> None:
        require_symmetric(game, purpose, "the process has no two-population form here")
        for profile, cell in game.payoffs.items():
            if min(cell) < 0:
                raise PayoffError(
                    f"{purpose}: {game.name} pays {min(cell)} at {shown(profile)}, and individuals are born in "
                    "proportion to their payoffs; add one number to all of them, and say so: it changes the process."
                )
        self.actions = game.actions[0]
        self.counts = read_counts(population, self.actions, "the population")
        import nashpy
        import numpy

        self.start = numpy.repeat(numpy.arange(len(self.counts)), self.counts)
        self.game = nashpy.Game(*float_payoffs(game, purpose))

    def run(self) -> Iterator[Any]:
        """Yield the population after every step; nothing if one action has all of it from the start."""
        if self.winner(self.start) is None:
            yield from self.game.moran_process(initial_population=self.start)

    def winner(self, state: Any) -> str | None:
        """Return the action that everybody has, if there is one."""
        return self.actions[int(state[0])] if (state == state[0]).all() else None

    def shares(self, state: Any) -> tuple[float, ...]:
        """Return the shares of the actions in a population."""
        return tuple((state == number).sum().item() / len(state) for number in range(len(self.actions)))
