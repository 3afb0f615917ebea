"""Times of the spine, measured in one run: read the ratios, the seconds depend on the machine.

Run with ``make bench``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import gametheory as gt
from tests.benchmarks import equilibria, trees


def seconds(work: Callable[[], object], repeat: int = 5) -> float:
    """Return the median time of some work, each time in a new thread: a thread remembers what it asked the solver."""
    taken = []
    for _ in range(repeat):
        with ThreadPoolExecutor(1) as pool:
            start = time.perf_counter()
            pool.submit(work).result()
            taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def program_seconds(*arguments: str) -> float:
    """Return the time of a fresh Python process."""
    return seconds(lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True), repeat=3)


def bimatrix() -> gt.Game:
    """Return a 2x2 game with a parameter of its own in every cell and no premises."""
    names = gt.parameters("a b c d e f g h")
    profiles = [(r, c) for r in ("honour", "cheat") for c in ("honour", "cheat")]
    cells = {profile: (names[i], names[i + 4]) for i, profile in enumerate(profiles)}
    return gt.Game("Free 2x2", ("China", "Russia"), ("honour", "cheat"), cells)


def three_players() -> gt.Game:
    """Return a 2x2x2 game with bilinear payoffs in six parameters."""
    v, w, s, theta, c, k = gt.parameters("v w s theta c k")
    assuming = (c > 0, k > 0, s > 0, theta > 0)
    cells = {}
    for a in ("ally", "abstain"):
        for b in ("ally", "abstain"):
            for u in ("contain", "hold back"):
                allied, contained = a == b == "ally", u == "contain"
                loss = k * s if contained else 0
                cells[(a, b, u)] = (
                    (v if allied else 0) - loss - (c if a == "ally" else 0),
                    (w if allied else 0) - loss - (c if b == "ally" else 0),
                    (-theta if allied else 0) + (theta * k - s if contained else 0),
                )
    actions = (("ally", "abstain"), ("ally", "abstain"), ("contain", "hold back"))
    return gt.Game("Containment 2x2x2", ("China", "Russia", "United States"), actions, cells, assuming=assuming)


def main() -> None:
    """Print the table."""
    two, three = bimatrix(), three_players()
    rows = {
        "python -c pass": program_seconds("-c", "pass"),
        "import gametheory": program_seconds("-c", "import gametheory"),
        "import sympy": program_seconds("-c", "import sympy"),
        "gametheory claims": program_seconds("-m", "gametheory", "claims"),
        "2x2: all regions, printed": seconds(lambda: str(gt.nash(two))),
        "2x2: partition": seconds(lambda: gt.partition(two)),
        "2x2: partition, printed": seconds(lambda: str(gt.partition(two)), repeat=3),
        "2x2x2: all regions, printed": seconds(lambda: str(gt.nash(three))),
        "2x2x2: partition": seconds(lambda: gt.partition(three)),
        "2x2x2: partition, printed": seconds(lambda: str(gt.partition(three)), repeat=3),
    }
    base = rows["import sympy"]
    for name, value in rows.items():
        print(f"{name:32} {value:8.3f} s   {value / base:6.2f} x import sympy")
    equilibria.main()
    trees.main(shares=(0,))


if __name__ == "__main__":
    main()
