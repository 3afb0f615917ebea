"""The order in which premises, players, actions and payoffs are declared changes no verdict, whatever the hash seed.

Nor does it change the points that are shown. Parameters and payoffs declared backwards are also asked in
tests/test_same_answer.py, which compares the text.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import gametheory as gt

SCRIPT = """
import random
import sys
import gametheory as gt

order = random.Random(sys.argv[1]).sample if sys.argv[1] != "as written" else lambda given, count: list(given)

def mixed_up(given):
    return order(list(given), len(given))

symbols = {name: None for name in "T R P S".split()}
for name in mixed_up(symbols):
    symbols[name] = gt.Parameter(name)
theta = gt.Parameter("theta", at_least=0)
delta = gt.Parameter("delta", above=0, below=1)
T, R, P, S = symbols.values()
cells = {("h", "h"): (R, R), ("h", "c"): (S, T - theta), ("c", "h"): (T - theta, S), ("c", "c"): (P, P)}
actions = mixed_up("hc")
premises = mixed_up(gt.descending(T, R, P, S))
game = gt.Game("Threat", ["A", "B"], actions, dict(mixed_up(cells.items())), assuming=premises)
grim = gt.grim_trigger(gt.RepeatedGame(game, discount=delta), ("h", "h"), punishment=("c", "c"))

def told(statement):
    verdict = gt.prove(statement)
    return (verdict.status, sorted(map(str, verdict.premises)), sorted(map(str, verdict.unused)),
            str(verdict.witness), str(verdict.counterexample), str(verdict.proof))

for profile in sorted(cells):
    print(profile, gt.nash(game, profile), gt.strong_nash(game, profile))
for statement in (gt.always(gt.nash(game, ("c", "c"))), gt.never(gt.nash(game, ("h", "h"))), gt.always(grim),
                  gt.exactly(gt.nash(game, ("h", "h")), theta >= T - R), gt.grows(grim, delta),
                  gt.possible(gt.risk_dominant(game, ("h", "h"))), gt.shrinks(gt.nash(game, ("c", "c")), theta)):
    print(told(statement))
print(sorted((sorted(map(str, cell.outcomes)), str(cell.region), str(cell.witness)) for cell in gt.partition(game)))
"""


def test_nothing_depends_on_the_order_of_declaration() -> None:
    root = Path(gt.__file__).resolve().parents[1]
    path = os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])
    ways = [("0", "as written"), ("1", "second"), ("2", "third")]
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
    assert [run.returncode for run in runs] == [0] * len(runs), [error for _, error in printed]
    assert "theta >= T - R" in printed[0][0]
    for way, (output, _) in zip(ways[1:], printed[1:], strict=True):
        assert output.splitlines() == printed[0][0].splitlines(), way
