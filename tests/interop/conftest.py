"""Two games that no transposition leaves as they are: every payoff is different, no two sides have the same length."""

import pytest

import gametheory as gt


@pytest.fixture
def tariffs() -> gt.Game:
    """Two players, 2 x 3; payoffs that floats hold exactly."""
    return gt.Game(
        "Tariffs",
        ("Ann", "Bob"),
        (("open", "closed"), ("none", "some", "all")),
        {
            ("open", "none"): (0, 5),
            ("open", "some"): (1, "-1/4"),
            ("open", "all"): (2, 6),
            ("closed", "none"): (10, 7),
            ("closed", "some"): ("21/2", 8),
            ("closed", "all"): (-12, 9),
        },
    )


@pytest.fixture
def summit() -> gt.Game:
    """Three players, 2 x 3 x 4: what each gets spells the profile in a way of the player's own."""
    actions = (("up", "down"), ("left", "middle", "right"), ("north", "east", "south", "west"))
    cells = {
        (a, b, c): (100 * i + 10 * j + k, i - 20 * j + 5 * k, 1000 - i - 2 * j - 7 * k)
        for i, a in enumerate(actions[0])
        for j, b in enumerate(actions[1])
        for k, c in enumerate(actions[2])
    }
    return gt.Game("Summit", ("Ann", "Bob", "Cyd"), actions, cells)


@pytest.fixture
def thirds(summit: gt.Game) -> gt.Game:
    """The same with payoffs that no float holds."""
    cells = {
        profile: tuple(payoff / (3 * (place + 1)) for place, payoff in enumerate(cell))
        for profile, cell in summit.payoffs.items()
    }
    return gt.Game('The "third" summit', summit.players, summit.actions, cells)


@pytest.fixture
def symbolic() -> gt.Game:
    """One with a parameter, which no peer can hold."""
    x = gt.Parameter("x")
    return gt.Game(
        "Open", ("Ann", "Bob"), ("go", "stay"), {(a, b): (x, 1) for a in ("go", "stay") for b in ("go", "stay")}
    )
