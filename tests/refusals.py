"""A dilemma to be given wrong input, and what a refusal owes: an own error, a sentence that has the substance."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import gametheory as gt

T, R, P, S = gt.parameters("T R P S")
delta = gt.Parameter("delta", above=0, below=1)

HONOUR, CHEAT = "honour", "cheat"
DILEMMA: dict[Any, Any] = {
    (HONOUR, HONOUR): (R, R),
    (HONOUR, CHEAT): (S, T),
    (CHEAT, HONOUR): (T, S),
    (CHEAT, CHEAT): (P, P),
}


@contextmanager
def refused(error: type[Exception], *substance: str) -> Iterator[list[Any]]:
    """Expect one error of the package whose sentence has every piece of the substance; hand the error back."""
    caught: list[Any] = []
    with pytest.raises(error) as raised:
        yield caught
    assert isinstance(raised.value, gt.GameTheoryError)
    assert len(raised.value.args) == 1, f"the message is printed as {raised.value}"
    message = str(raised.value)
    for piece in substance:
        assert piece in message, f"{piece!r} is not in: {message}"
    caught.append(raised.value)


def dilemma(**changed: Any) -> Any:
    given: dict[str, Any] = {
        "name": "Dilemma",
        "players": ("China", "Russia"),
        "actions": (HONOUR, CHEAT),
        "payoffs": DILEMMA,
    }
    return gt.Game(**{**given, **changed})


def with_payoff(payoff: Any, **changed: Any) -> Any:
    """The dilemma, with Russia's payoff from being cheated replaced."""
    return dilemma(payoffs={**DILEMMA, (CHEAT, HONOUR): (T, payoff)}, **changed)


WHERE = "Russia's payoff at (cheat, honour)"
