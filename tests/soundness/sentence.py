"""Sentences about games: what the package is asked, and what enumeration says."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

import sympy

import gametheory as gt
from gametheory.formulas.display import formula_expression
from tests.soundness.arithmetic import Values, compared, number, truth
from tests.soundness.faces import columns

Holds = Callable[[Values], bool]


@dataclass(frozen=True)
class Ask:
    """A concept asked of an outcome; beside it a player, or another outcome."""

    concept: str
    outcome: Any
    beside: Any = None

    def region(self, game: Any) -> Any:
        return game.region(self.concept, self.outcome, self.beside)

    def holds(self, game: Any) -> Any:
        return game.holds(self.concept, self.outcome, self.beside)

    def compared(self, game: Any) -> Any:
        """Return the differences that may matter, None if they are not known."""
        return game.compared(self.concept, self.outcome, self.beside)


@dataclass(frozen=True)
class Said:
    """Relations between parameters, all of which hold."""

    relations: tuple[Any, ...]

    def region(self, _: Any) -> Any:
        return gt.when(sympy.And(*self.relations))

    def holds(self, _: Any) -> Holds:
        return truth(sympy.And(*self.relations))

    def compared(self, _: Any) -> list[Any]:
        return [difference for relation in self.relations for difference in compared(relation)]


@dataclass(frozen=True, eq=False)
class Shown:
    """A region of a model; what it says is read from its condition as an expression, never from a solver."""

    of: Any
    outside: bool = False

    def region(self, _: Any) -> Any:
        return ~self.of if self.outside else self.of

    def under(self, relations: tuple[Any, ...]) -> Shown:
        """Return the same, its condition built under other premises: what was folded under the old ones is gone."""
        read = self.of.read_under(gt.premises(*relations))
        read.condition  # noqa: B018 - it may not exist there
        return Shown(read, self.outside)

    def holds(self, _: Any) -> Holds:
        written = truth(formula_expression(self.of.condition.formula, self.of.symbols))
        return lambda values: written(values) != self.outside

    def compared(self, _: Any) -> list[Any]:
        return compared(formula_expression(self.of.condition.formula, self.of.symbols))


Part = Ask | Said | Shown


@dataclass(frozen=True)
class Sentence:
    """One statement under premises.

    `true` says that it holds by the way it was made, at every point and not only at those that are tried.
    """

    game: Any
    kind: str
    parts: tuple[Part, ...]
    premises: tuple[Any, ...]
    symbols: tuple[Any, ...]
    along: Any = None
    true: bool = False

    def statement(self) -> Any:
        regions = [part.region(self.game) for part in self.parts]
        if self.along is not None:
            return getattr(gt, self.kind)(regions[0], self.along)
        return getattr(gt, self.kind)(*regions)

    @property
    def every_premise(self) -> tuple[Any, ...]:
        """The premises and the bounds of the parameters."""
        return (*self.premises, *(bound for symbol in self.symbols for bound in symbol.bounds))

    def __str__(self) -> str:
        title = " / ".join(str(part) for part in self.parts)
        return f"{self.kind} {title} along {self.along} under {self.every_premise} in\n{getattr(self.game, 'game', '')}"


@dataclass(frozen=True)
class Facts:
    """What enumeration found out about a sentence.

    Parameters
    ----------
    premises_hold : bool
        At some point that was tried.
    holding, failing : point, pair or None
        Where the sentence holds, and fails.
    complete : bool
        Whether every case there is was tried.
    """

    premises_hold: bool
    holding: Any
    failing: Any
    complete: bool

    def truth(self, sentence: Sentence) -> bool | None:
        """True, false, or None if the points that were tried do not tell."""
        if not self.premises_hold:
            return None
        if sentence.kind == "possible":
            return True if self.holding is not None else False if self.complete else None
        if self.failing is not None:
            return False
        return True if self.complete or sentence.true else None


class Enumeration:
    """A sentence at points: at one in every face where that is possible, else at drawn ones."""

    def __init__(self, sentence: Sentence, rng: random.Random, count: int) -> None:
        self.sentence = sentence
        ordered = [s for s in sentence.symbols if s != sentence.along]
        self.symbols = (*ordered, sentence.along) if sentence.along is not None else tuple(ordered)
        self.names = [symbol.name for symbol in self.symbols]
        self.allowed = truth(sympy.And(*sentence.every_premise))
        self.parts = [part.holds(sentence.game) for part in sentence.parts]
        differences = [part.compared(sentence.game) for part in sentence.parts]
        self.lines = [d for found in differences if found is not None for d in found]
        self.lines += [d for premise in sentence.every_premise for d in compared(premise)]
        known = None if None in differences else columns(self.lines, self.symbols)
        self.complete = known is not None
        self.stacks = known if known is not None else self._drawn(rng, count)

    def at(self, named: Values) -> dict[str, Fraction]:
        """Complete a point: what it does not name is bound by nothing but its own bounds, and may be anything there."""
        return {s.name: named[s.name] if s.name in named else _within_bounds(s) for s in self.symbols}

    def told(self, values: Values) -> bool | None:
        """Say whether the statement holds at one point (of grows and shrinks, the region); None outside the premises.

        A point at which a payoff has no value is outside, too.
        """
        try:
            if not self.allowed(values):
                return None
            found = [part(values) for part in self.parts]
        except ZeroDivisionError:
            return None
        match self.sentence.kind:
            case "never":
                return not found[0]
            case "exactly":
                return found[0] == found[1]
        return found[0]

    @cached_property
    def facts(self) -> Facts:
        if self.sentence.along is not None:
            return self._directed()
        any_point, holding, failing = False, None, None
        for stack in self.stacks:
            for point in stack:
                values = dict(zip(self.names, point, strict=True))
                holds = self.told(values)
                if holds is None:
                    continue
                any_point = True
                if holds and holding is None:
                    holding = values
                if not holds and failing is None:
                    failing = values
                if holding is not None and failing is not None:
                    return Facts(any_point, holding, failing, self.complete)
        return Facts(any_point, holding, failing, self.complete)

    def _directed(self) -> Facts:
        """Compare any two points of a stack: they differ in the last parameter alone."""
        pairs, right, wrong = False, None, None
        leads_in = self.sentence.kind == "grows"
        for stack in self.stacks:
            seen: list[tuple[dict[str, Fraction], bool]] = []
            for point in stack:
                values = dict(zip(self.names, point, strict=True))
                inside = self.told(values)
                if inside is not None:
                    seen.append((values, inside))
            pairs = pairs or len(seen) > 1
            found = {holds: [i for i, (_, told) in enumerate(seen) if told == holds] for holds in (True, False)}
            if found[True] and found[False]:
                if found[not leads_in][0] < found[leads_in][-1]:
                    right = right or (seen[found[not leads_in][0]][0], seen[found[leads_in][-1]][0])
                if found[leads_in][0] < found[not leads_in][-1]:
                    wrong = wrong or (seen[found[leads_in][0]][0], seen[found[not leads_in][-1]][0])
        return Facts(pairs, right, wrong, self.complete)

    def anywhere(self, rng: random.Random) -> dict[str, Fraction]:
        """Draw a point without regard to the premises."""
        return {name: Fraction(rng.randint(-12, 12), rng.choice((1, 2, 3, 4))) for name in self.names}

    def _drawn(self, rng: random.Random, count: int) -> list[list[tuple[Fraction, ...]]]:
        drawn = list(points(rng, self, count))
        if self.sentence.along is None:
            return [drawn]
        return [sorted({(*point[:-1], other) for other in (point[-1], *_around(rng, point[-1]))}) for point in drawn]


def _within_bounds(symbol: Any) -> Fraction:
    inside = truth(sympy.And(*symbol.bounds))
    return next(value for value in map(Fraction, ("0", "1/2", "1", "2", "-1")) if inside({symbol.name: value}))


def _around(rng: random.Random, number_: Fraction) -> Iterator[Fraction]:
    for _ in range(5):
        yield number_ + Fraction(rng.randint(-9, 9), rng.choice((1, 2, 3)))


def points(rng: random.Random, asked: Enumeration, count: int) -> Iterator[tuple[Fraction, ...]]:
    """Draw points of the premises, half of them moved onto a surface on which something compared is equal."""
    found = 0
    draws: list[Callable[[random.Random], dict[str, Fraction] | None]] = [asked.anywhere]
    with suppress(gt.AssumptionError, gt.Undecided):
        draws += [] if len(asked.symbols) < 5 else [sampler(asked.sentence, asked.symbols)]
    for draw in reversed(draws):
        for _ in range(2 * count):
            point = draw(rng)
            if point is None:
                continue
            moved = on_a_surface(rng, asked, point) if found % 2 else None
            for values in (moved, point):
                if values is not None and asked.told(values) is not None:
                    found += 1
                    yield tuple(values[name] for name in asked.names)
                    break
            if found >= count:
                return


def on_a_surface(rng: random.Random, asked: Enumeration, point: dict[str, Fraction]) -> dict[str, Fraction] | None:
    """Return the point with one parameter changed so that something compared is zero, if that is linear in it."""
    if not asked.lines or not asked.symbols:
        return None
    difference = number(rng.choice(asked.lines))
    name = rng.choice(asked.names)
    try:
        low, middle, high = (difference(point | {name: Fraction(x)}) for x in (0, 1, 2))
    except ZeroDivisionError:
        return None
    slope = middle - low
    if slope == 0 or high - middle != slope:
        return None
    return point | {name: -low / slope}


@dataclass(frozen=True)
class Seeded:
    """Choices for the kit's sampler, from a generator of random numbers."""

    rng: random.Random

    def integer(self, low: int, high: int) -> int:
        return self.rng.randint(low, high)


def sampler(sentence: Sentence, symbols: tuple[Any, ...]) -> Callable[[random.Random], dict[str, Fraction] | None]:
    """Return what draws points; they satisfy the premises by construction, and are checked again by the caller."""
    from gametheory.testing.ground import make_sampler, read_ground
    from gametheory.testing.numbers_drawn import Scale

    drawn = make_sampler(read_ground((*symbols, *sentence.premises)), Scale(6, 6))

    def draw(rng: random.Random) -> dict[str, Fraction] | None:
        values, good = drawn.attempt(Seeded(rng))
        return {symbol.name: values.get(symbol.name, Fraction(0)) for symbol in symbols} if good else None

    return draw
