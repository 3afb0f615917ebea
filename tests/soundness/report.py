"""Print how many planted falsehoods were caught, by operator: ``python tests/soundness/report.py [seeds]``."""

from __future__ import annotations

import random
import sys
from itertools import chain
from pathlib import Path
from unittest.mock import patch

if __name__ == "__main__":  # a script's own directory is on the path, the project's is not
    sys.path[:0] = [str(Path(__file__).resolve().parents[2] / part) for part in (".", "models")]

from gametheory.formulas.solver import Limit
from tests.soundness.model_sentences import game_sentences, reading_sentences, readings
from tests.soundness.tally import Harness, Tally
from tests.soundness.true_sentences import true_sentences

FULL = 12
"""Rounds of drawn games in the full count."""

SHORT = Limit(steps=1_000_000)
"""What the models' mutants are allowed: some that lack a premise are hard, and may stay undecided."""


def drawn(rounds: int, unchanged: float = 1) -> Tally:
    """Return the tally over drawn games and trees."""
    named = ((f"{seed} {i}", s) for seed in range(rounds) for i, s in enumerate(true_sentences(seed)))
    return Harness(unchanged=unchanged).count(named)


def of_models(sample: int | None, rounds: int, unchanged: float = 1) -> Tally:
    """Return the tally over a sample of the readings of the models (None: all), and over their games."""
    named = readings()
    if sample is not None and sample < len(named):
        named = random.Random("readings").sample(named, sample)
    games = (pair for seed in range(rounds) for pair in game_sentences(seed))
    # A second solver, which takes seconds for a hard proof, could only turn "proved" into "undecided".
    with patch("gametheory.verdicts.proof.agrees", return_value=None):
        return Harness(points=80, limit=SHORT, unchanged=unchanged).count(chain(reading_sentences(named), games))


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else FULL
    found = drawn(rounds), of_models(None, 3)
    for title, tally in zip(("Drawn games and trees", "The models"), found, strict=True):
        print(f"{title}\n{tally}\n")
    sys.exit(any(tally.wrong for tally in found))
