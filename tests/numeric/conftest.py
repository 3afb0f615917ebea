"""Games whose dynamics are known in closed form."""

from collections.abc import Callable

import pytest

import gametheory as gt


@pytest.fixture
def pennies() -> gt.Game:
    sides = ("heads", "tails")
    return gt.Game(
        "Pennies",
        ("even", "odd"),
        sides,
        {(a, b): (1, -1) if a == b else (-1, 1) for a in sides for b in sides},
    )


@pytest.fixture
def worth() -> Callable[..., gt.Game]:
    """A symmetric game in which every action is worth the same against whatever the other does."""

    def make(**worths: object) -> gt.Game:
        cells = {(a, b): (worths[a], worths[b]) for a in worths for b in worths}
        return gt.Game("Worth", ("Ann", "Bob"), tuple(worths), cells)

    return make


@pytest.fixture
def lopsided() -> gt.Game:
    """2 x 3, each action worth something of its own: Ann 0 and 1, Bob 0, 1/2 and 2."""
    ann, bob = {"a": 0, "b": 1}, {"x": 0, "y": "1/2", "z": 2}
    return gt.Game(
        "Lopsided", ("Ann", "Bob"), (tuple(ann), tuple(bob)), {(i, j): (ann[i], bob[j]) for i in ann for j in bob}
    )


@pytest.fixture
def symbolic() -> gt.Game:
    x = gt.Parameter("x")
    return gt.Game("Open", ("Ann", "Bob"), ("a", "b"), {(i, j): (x, x) for i in "ab" for j in "ab"})
