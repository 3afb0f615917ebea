"""What is attacked: each target draws input from a random.Random, hands it to the package and looks at the answer.

Whatever a target lets through is a fault; see `doors`.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.fuzz.game_targets import bayesian, coalition, network, normal, repeated, signalling, tree
from tests.fuzz.input_targets import grammar, numbers, parameters, premises
from tests.fuzz.outside_targets import command, drawn_games, frames, kinds, nfg, testing_kit
from tests.fuzz.question_targets import claims, partition, points, regions, share, values, verdicts

TARGETS: dict[str, Callable[[random.Random], None]] = {
    target.__name__: target
    for target in (
        grammar, numbers, parameters, premises, normal, tree, bayesian, signalling, repeated, coalition,
        network, regions,
        points, partition, verdicts, claims, share, values, nfg, frames, command, testing_kit, drawn_games, kinds,
    )
}  # fmt: skip
