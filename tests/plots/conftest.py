"""Games and maps that several tests look at; a map is drawn once."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest
from matplotlib.axes import Axes
from matplotlib.text import Text

import gametheory as gt

HONOUR, CHEAT = ("honour", "honour"), ("cheat", "cheat")
ALIGN, HEDGE = ("Align", "Align"), ("Hedge", "Hedge")


@dataclass(frozen=True)
class Drawn:
    """A map with its parameters by name, and its game."""

    axes: Axes
    parameters: dict[str, Any]
    game: Any = None

    @property
    def data(self) -> dict[str, Any]:
        data: dict[str, Any] = gt.plots.region_data(self.axes)
        return data

    @property
    def texts(self) -> list[str]:
        """Everything written in the figure."""
        found: list[Any] = self.axes.figure.findobj(Text)
        return [text.get_text() for text in found]


def threat_game() -> tuple[Any, dict[str, Any]]:
    T = gt.Parameter("T", meaning="temptation", unit="utility")
    R, P, S = gt.parameters("R P S", unit="utility")
    theta = gt.Parameter("theta", meaning="threat from the hegemon", at_least=0)
    game = gt.Game(
        "Alliance cheating",
        players=("China", "Russia"),
        actions=("honour", "cheat"),
        payoffs={
            ("honour", "honour"): (R, R),
            ("honour", "cheat"): (S, T - theta),
            ("cheat", "honour"): (T - theta, S),
            ("cheat", "cheat"): (P, P),
        },
        assuming=gt.descending(T, R, P, S),
    )
    return game, {"T": T, "R": R, "P": P, "S": S, "theta": theta}


@pytest.fixture(scope="session")
def threat() -> Drawn:
    game, p = threat_game()
    axes = gt.plots.regions(
        game,
        p["theta"],
        p["T"],
        ranges={p["theta"]: (0, 4), p["T"]: (3, 6)},
        fixed={p["R"]: 3, p["P"]: 1, p["S"]: 0},
        names={CHEAT: "Prisoners' dilemma (Mearsheimer)", (HONOUR, CHEAT): "Stag hunt (Waltz)"},
        lines={"honouring together is risk-dominant": gt.risk_dominant(game, HONOUR)},
    )
    return Drawn(axes, p, game)


@pytest.fixture(scope="session")
def repeated() -> Drawn:
    game, p = threat_game()
    p["delta"] = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
    forever = gt.RepeatedGame(game, discount=p["delta"])
    axes = gt.plots.regions(
        {"kept by repetition": gt.grim_trigger(forever, HONOUR, punishment=CHEAT)},
        p["theta"],
        p["delta"],
        ranges={p["theta"]: (0, 4), p["delta"]: (0, 1)},
        fixed={p["T"]: 5, p["R"]: 3, p["P"]: 1, p["S"]: 0},
    )
    return Drawn(axes, p, game)


def alliance_game() -> tuple[Any, dict[str, Any]]:
    t = gt.Parameter("t", meaning="threat to both", at_least=0)
    w = gt.Parameter("w", meaning="inducement to hedge", at_least=0)
    c, e, d = gt.parameters("c_C c_R d")
    game = gt.Game(
        "Alliance",
        players=("China", "Russia"),
        actions=("Align", "Hedge"),
        payoffs={
            ("Align", "Align"): (t, t - d),
            ("Align", "Hedge"): (t / 2 - c, t / 2 + w),
            ("Hedge", "Align"): (t / 2 + w, t / 2 - e),
            ("Hedge", "Hedge"): (0, 0),
        },
    )
    return game, {"t": t, "w": w, "c_C": c, "c_R": e, "d": d}


@pytest.fixture(scope="session")
def alliance() -> Drawn:
    game, p = alliance_game()
    axes = gt.plots.regions(
        game,
        p["t"],
        p["w"],
        ranges={"t": (0, 4), "w": (0, 2)},
        fixed={p["c_C"]: 1, p["c_R"]: "3/2", p["d"]: "1/2"},
        names={ALIGN: "Alliance", HEDGE: "Both hedge", (ALIGN, HEDGE): "Stag hunt"},
        lines={"the alliance is risk-dominant": gt.risk_dominant(game, ALIGN)},
        points={"a wedge wins": {"t": "7/10", "w": "9/10"}, "z": {p["t"]: "17/5", p["w"]: "3/4"}},
    )
    return Drawn(axes, p, game)


@pytest.fixture(scope="session")
def parabola() -> Drawn:
    """Curved in y, so that the axes are swapped; and with a corner outside the premises."""
    x, y, z = gt.parameters("x y z")
    axes = gt.plots.regions(
        {"beyond": gt.when(x > y**2, assuming=(x < 2 - y, y > -1, x > z))},
        x,
        y,
        ranges={x: (-1, 4), y: (-2, 2)},
        fixed={z: Fraction(-1, 2)},
        lines={"upper": y > 0},
    )
    return Drawn(axes, {"x": x, "y": y, "z": z})


@pytest.fixture(scope="session")
def circle() -> Drawn:
    """Curved in both parameters."""
    x, y = gt.parameters("x y")
    axes = gt.plots.regions(
        {"inside": gt.when(x**2 + y**2 < 1, assuming=(x < 3 - y,)), "right": gt.when(x**3 + x >= y**2)},
        x,
        y,
        ranges={x: (-2, 2), y: (-2, 2)},
        lines={"wide": x**2 + 2 * y**2 < 3, "low": y < -1},
    )
    return Drawn(axes, {"x": x, "y": y})
