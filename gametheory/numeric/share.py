"""How large a region is: its share of a box, exactly where that can be had, otherwise sampled and labelled so."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

from gametheory.errors import ConceptError, PointError, quoted
from gametheory.forms.words import row
from gametheory.formulas.evaluation import Evaluator
from gametheory.formulas.formula import Formula, conjunction
from gametheory.formulas.formula import names as names_of
from gametheory.formulas.volume import is_linear, volume
from gametheory.grammar import exact
from gametheory.numeric.options import read_whole
from gametheory.rationals import as_fraction
from gametheory.region import Region, as_region

FINENESS = 2**30
"""Sampled coordinates are multiples of 1/FINENESS of their range."""

Range = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Share:
    """Which part of a declared measure a region has. The measure is a choice: report what depends on it.

    Parameters
    ----------
    value : Fraction
        The share, in [0, 1]; exact if `exact`, else the frequency in the sample.
    exact : bool
        Whether `value` is the share itself.
    method : str
        "exact volume" or "sampled".
    interval : (float, float)
        For a sample: an interval that contains the share in 95 of 100 samples (Wilson); otherwise the value twice.
    premises_share : Fraction
        Which part of the measure satisfies the premises; `value` is a share of that part.
    measure : tuple of (name, ((low, high, weight), ...))
        For each parameter the ranges in which it is uniform, and how much weight each has.
    samples : int
        How many points that satisfy the premises were tried; 0 for an exact volume.
    seed : int or None
        Of the sample.
    """

    value: Fraction
    exact: bool
    method: str
    interval: tuple[float, float]
    premises_share: Fraction
    measure: tuple[tuple[str, tuple[tuple[Fraction, Fraction, Fraction], ...]], ...] = field(repr=False)
    samples: int = 0
    seed: int | None = None

    def __str__(self) -> str:
        ranges = "; ".join(
            f"{name} in " + " or ".join(f"[{low}, {high}]" + _weighed(weight, pieces) for low, high, weight in pieces)
            for name, pieces in self.measure
        )
        if self.exact:
            return f"share {self.value} (exact volume), uniform: {ranges}"
        low, high = self.interval
        return (
            f"share about {float(self.value):.4f}, [{low:.4f}, {high:.4f}] with 95% confidence "
            f"(sampled: {self.samples} points, seed {self.seed}), uniform: {ranges}"
        )


def _weighed(weight: Fraction, pieces: Sequence[Any]) -> str:
    return f" with weight {weight}" if len(pieces) > 1 else ""


def share(region: Any, box: Mapping[Any, Any], *, samples: int = 10_000, seed: int | None = None) -> Share:
    """Which part of a box, within the premises, lies in a region.

    Parameters
    ----------
    region : Region or relation
        What is measured, under its premises.
    box : mapping of Parameter or name to (low, high), or to a list of (low, high, weight)
        For every parameter of the region: the range over which it is uniform, or several with their weights. This is
        the measure, and somebody has to declare it; no parameter has a default.
    samples : int
        How many points to draw where no exact volume can be had. All of them satisfy the premises.
    seed : int, optional
        Of the sample; needed where there is one.

    Returns
    -------
    Share
        Exact (a rational number) if every comparison is linear and there are at most six parameters; otherwise a
        frequency with its confidence interval, and labelled so.

    Raises
    ------
    PointError
        If a parameter of the region has no range, or a range is empty or not exact.
    ConceptError
        If the premises have no volume in the box, or a sample is needed and there is no seed.

    Examples
    --------
    >>> import gametheory as gt
    >>> x, y = gt.parameters("x y")
    >>> gt.share(x + y < 1, {x: (0, 1), y: (0, 2)}).value
    Fraction(1, 4)
    >>> print(gt.share(x > y, {x: [(0, 1, 3), (1, 2, 1)], y: (0, 1)}))
    share 5/8 (exact volume), uniform: x in [0, 1] with weight 3/4 or [1, 2] with weight 1/4; y in [0, 1]
    """
    asked = as_region(region)
    condition, given = asked.readable.formula, conjunction(asked.premises.formulas)
    needed = names_of(condition) | names_of(given)
    measure = _read(box, needed)
    if is_linear(condition) and is_linear(given):
        found = _exactly(condition, given, measure)
        if found is not None:
            total, inside = found
            if total == 0:
                raise _no_volume(asked)
            value = inside / total
            return Share(value, True, "exact volume", (float(value), float(value)), total, tuple(measure.items()))
    if seed is None:
        raise ConceptError(
            "this region has no exact volume (a comparison is not linear, or there are too many parameters or cells); "
            "give seed=1, and the share is estimated from a sample."
        )
    return _sampled(asked, condition, given, measure, read_whole(samples, "samples"), read_whole(seed, "seed", 0))


Measure = dict[str, tuple[tuple[Fraction, Fraction, Fraction], ...]]


def _read(box: Mapping[Any, Any], needed: frozenset[str]) -> Measure:
    if not isinstance(box, Mapping):
        raise PointError(f"the box is {quoted(box):.60}; give a mapping from parameters to ranges: {{x: (0, 1)}}.")
    given = {key if isinstance(key, str) else getattr(key, "name", ""): value for key, value in box.items()}
    missing = sorted(needed - given.keys())
    if missing:
        raise PointError(f"the box says nothing of {', '.join(missing)}; give each a range: {{{missing[0]}: (0, 1)}}.")
    measure: Measure = {}
    for name in (name for name in given if name in needed):
        one = row(given[name])
        ranges = given[name] if isinstance(given[name], list) else [] if one is None else [(*one, 1)]
        pieces = [row(piece) for piece in ranges]
        read = [tuple(_number(part, name) for part in piece or ()) for piece in pieces]
        if not read or any(len(piece) != 3 or piece[0] >= piece[1] or piece[2] <= 0 for piece in read):
            raise PointError(
                f"the range of {name} is {quoted(given[name])}; write (low, high) with low < high, or a list of "
                "(low, high, weight) with weights above 0."
            )
        weights = sum(piece[2] for piece in read)
        measure[name] = tuple((low, high, weight / weights) for low, high, weight in read)
    return measure


def _number(given: Any, name: str) -> Fraction:
    return as_fraction(exact(given) if isinstance(given, str) else given, f"a bound of {name}", PointError)


def _pieces(measure: Measure) -> Iterator[tuple[dict[str, Range], Fraction]]:
    """Yield the boxes in which the measure is uniform, with their weights."""
    for chosen in product(*measure.values()):
        box = {name: (low, high) for name, (low, high, _) in zip(measure, chosen, strict=True)}
        yield box, prod((weight for _, _, weight in chosen), start=Fraction(1))


def _exactly(condition: Formula, given: Formula, measure: Measure) -> tuple[Fraction, Fraction] | None:
    """Return the measure of the premises, and of the region within them; None if it is too much work."""
    total = inside = Fraction(0)
    for box, weight in _pieces(measure):
        whole, part = volume(given, box), volume(conjunction((given, condition)), box)
        if whole is None or part is None:
            return None
        total, inside = total + weight * whole, inside + weight * part
    return total, inside


def _sampled(region: Region, condition: Formula, given: Formula, measure: Measure, samples: int, seed: int) -> Share:
    rng = random.Random(seed)
    premises, question = Evaluator(given), Evaluator(condition)
    hits = kept = tried = 0
    while kept < samples:
        tried += 1
        if tried > 100 * samples and kept * 1000 < tried:
            raise _no_volume(region)
        point = {name: _drawn(rng, pieces) for name, pieces in measure.items()}
        if premises.holds(point):
            kept += 1
            hits += question.holds(point)
    return Share(
        Fraction(hits, samples), False, "sampled", _wilson(hits, samples), Fraction(kept, tried),
        tuple(measure.items()), samples, seed,
    )  # fmt: skip


def _drawn(rng: random.Random, pieces: Sequence[tuple[Fraction, Fraction, Fraction]]) -> Fraction:
    low, high, _ = pieces[0] if len(pieces) == 1 else rng.choices(pieces, [float(weight) for *_, weight in pieces])[0]
    return low + (high - low) * Fraction(rng.randrange(FINENESS + 1), FINENESS)


def _wilson(hits: int, samples: int) -> tuple[float, float]:
    """Return Wilson's 95 per cent interval (Wilson 1927, Journal of the American Statistical Association 22)."""
    z = 1.959963984540054
    frequency = hits / samples
    middle = (frequency + z * z / (2 * samples)) / (1 + z * z / samples)
    half = z * (frequency * (1 - frequency) / samples + z * z / (4 * samples**2)) ** 0.5 / (1 + z * z / samples)
    return max(0.0, middle - half), min(1.0, middle + half)


def _no_volume(region: Region) -> ConceptError:
    return ConceptError(
        f"the premises of {region.title or 'the region'} ({region.premises}) have no volume in the box, or hardly any; "
        "choose a box in which they hold, or leave out an equation among them."
    )
