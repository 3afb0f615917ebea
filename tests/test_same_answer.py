"""The same answer in every run, whatever the hashes, the order of declaration and the questions before."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import gametheory as gt
from tests.trap_games import CHEAT, HONOUR, R, T, dilemma, x, y, z

SCRIPT = """
import sys
import gametheory as gt

if sys.argv[1] == "backwards":
    S, P, R, T = gt.parameters("S P R T")
    delta, z, y, x = gt.Parameter("delta", above=0, below=1), *gt.parameters("z y x")
else:
    T, R, P, S = gt.parameters("T R P S")
    x, y, z = gt.parameters("x y z")
    delta = gt.Parameter("delta", above=0, below=1)
cells = {("h", "h"): (R, R), ("h", "c"): (S, T), ("c", "h"): (T, S), ("c", "c"): (P, P)}
if sys.argv[1] == "backwards":
    cells = dict(reversed(cells.items()))
game = gt.Game("Dilemma", ["A", "B"], ["h", "c"], cells, assuming=gt.descending(T, R, P, S))
repeated = gt.RepeatedGame(game, discount=delta)
grim = gt.grim_trigger(repeated, ("h", "h"))
print(gt.prove(grim))
print(gt.prove(gt.grows(grim, delta)))
print(gt.prove(gt.never(gt.grim_trigger(repeated, [("h", "c"), ("c", "h")]) & ~grim)))
print(gt.prove(gt.possible((x * y > 1) & (x + y < -3) & (z > x * y))))
print(gt.prove(x > y, assuming=(x > y, y > z, z > x, x > 3, z < 4, x < 2)))
print(gt.prove(x + y > 0, assuming=(x > 1, y > 1, x > 2, y > 2, z > 3)))
print(gt.partition(gt.Game("Free", ["A", "B"], ["h", "c"], cells)))
print(gt.when((x > y) | ((y > z) & (x > z)) | (z > x + 1)).simplify())
print(repr(grim), grim.explain({T: 5, R: 3, P: 1, S: 0, delta: "1/3"}))
try:
    gt.when(gt.Parameter("x", unit="m") > gt.Parameter("x", unit="s"))
except gt.ParameterError as error:
    print(error)
"""


def test_answers_do_not_depend_on_hashes_or_on_the_order_of_declaration() -> None:
    root = Path(gt.__file__).resolve().parents[1]
    path = os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])
    ways = [("0", "forwards"), ("3", "forwards"), ("1", "backwards")]  # between 0 and 3 a set of two parameters turns
    runs = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", SCRIPT, order],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed, order in ways
    ]
    printed = [run.communicate(timeout=300) for run in runs]
    assert [run.returncode for run in runs] == [0] * len(runs), printed[0][1]
    for way, (output, _) in zip(ways[1:], printed[1:], strict=True):
        assert output == printed[0][0], way
    assert "delta >= (T - R)/(T - P)" in printed[0][0]
    assert "two different parameters named x" in printed[0][0]


@pytest.mark.no_cover
def test_answers_do_not_depend_on_earlier_questions() -> None:
    """Each thread has a solver of its own; one is fresh, the other has been asked other things before."""

    def answers(earlier: int) -> list[str]:
        for number in range(earlier):
            gt.prove(gt.possible((x * y > number) & (x + z < number)))
            gt.prove(x > y + number, assuming=x > number)
        region = gt.nash(dilemma(), HONOUR) | (gt.nash(dilemma(), CHEAT) & (T > 2 * R))
        return [str(gt.partition(dilemma())), str(region.simplify()), str(gt.prove(region)), str(region.witness())]

    printed = []
    for earlier in (0, 1, 20):
        with ThreadPoolExecutor(1) as pool:
            printed.append(pool.submit(answers, earlier).result(timeout=120))
    assert printed[0] == printed[1] == printed[2]
