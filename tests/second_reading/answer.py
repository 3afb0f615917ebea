"""What a second reading says about one claim, and what follows from it by brute force.

Plain Python: neither the package nor the models are looked at here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

Draw = Callable[[Random], Any]
Holds = Callable[[Any], bool]


@dataclass(frozen=True)
class Answer:
    """One claim, read a second time.

    `draw` gives a random exact point at which the premises that the paper states are true; `holds` says by enumeration
    whether the claim's conclusion is true there. `kind` is the sentence: "always" (at every point), "never", "possible"
    (at some point), or "data" if no game decides it, and then `why` says the reason. `needs` names, in words, premises
    that would make it true and that the paper does not state. `points` are worth trying besides those drawn.
    """

    draw: Draw | None = None
    holds: Holds | None = None
    kind: str = "always"
    why: str = ""
    needs: tuple[str, ...] = ()
    points: tuple[Any, ...] = ()
    count: int = 150
    other_readings: Mapping[str, Answer] = field(default_factory=dict)


def classify(answer: Answer, seed: int = 1) -> str:
    """Say which status the points tried call for: "proved" here means that no point speaks against it."""
    if answer.kind == "data":
        assert answer.why, "say why no game decides it"
        return "data"
    assert answer.draw is not None and answer.holds is not None
    rng = Random(seed)
    found = [answer.holds(answer.draw(rng)) for _ in range(answer.count)] + [*map(answer.holds, answer.points)]
    if answer.kind == "possible":
        return "proved" if any(found) else "refuted"
    if answer.kind == "never":
        found = [not one for one in found]
    return "proved" if all(found) else "conditional" if any(found) else "refuted"
