import random
from typing import Any

import pytest

import gametheory as gt
from gametheory.interop import efg_text, write_efg
from tests.concepts import containment as model
from tests.concepts import enumerated_trees as slow

WHOLE = """EFG 2 R "All \\"kinds\\" \\\\ of nodes" { "Ann" "Bob" }
""

c "" 1 "" { "heads" 1/3 "tails" 2/3 } 0
p "" 1 1 "" { "x" "y" } 0
p "" 2 1 "" { "l" "r" } 0
t "" 1 "" { 1, 2 }
t "" 2 "" { 3, 4 }
p "" 2 1 "" { "l" "r" } 0
t "" 3 "" { 5, 6 }
t "" 4 "" { 1/2, -8 }
p "" 2 2 "dark" { "go" } 0
p "" 1 2 "" { "stop" } 0
t "" 5 "the end" { 0, 0 }
"""


def test_all_kinds_of_nodes() -> None:
    # The profiles are given in another order than the format needs.
    cells = {("y", "r"): ("1/2", -8), ("x", "l"): (1, 2), ("x", "r"): (3, 4), ("y", "l"): (5, 6)}
    order = [("x", "l"), ("y", "r"), ("x", "r"), ("y", "l")]
    stage = gt.Stage(("Ann", "Bob"), {profile: gt.End(cells[profile]) for profile in order})
    late = gt.Move("Bob", {"go": gt.Move("Ann", {"stop": gt.End((0, 0), outcome="the end")})}, information="dark")
    root = gt.Chance({"heads": ("1/3", stage), "tails": ("2/3", late)})
    assert write_efg(gt.Tree('All "kinds" \\ of nodes', ("Ann", "Bob"), root)) == WHOLE


def test_gambit_reads_what_is_written(tmp_path: Any) -> None:
    gambit = pytest.importorskip("pygambit")
    rng = random.Random(12)
    trees = [("A", "B", "C")[: 2 + n % 2] for n in range(12)]
    for players in trees:
        raw = slow.random_tree(rng, rng.randint(3, 9), 0, players=len(players))
        if slow.size_of(raw, players) > 60:
            continue
        tree = gt.Tree("Drawn", players, slow.package_node(raw, ()))
        file = tmp_path / "tree.efg"
        file.write_text(write_efg(tree))
        read = gambit.read_efg(str(file))
        assert [player.label for player in read.players] == list(players)
        assert read.is_perfect_recall
        # The pure equilibria Gambit finds pay what the equilibria of our normal form pay.
        game = tree.normal_form()
        ours = {game.payoffs[profile] for profile, region in gt.nash(game).items() if region.contains({})}
        theirs = {
            tuple(gt.exact(str(equilibrium.payoff(player))) for player in read.players)
            for equilibrium in gambit.nash.enumpure_solve(read).equilibria
        }
        assert ours == theirs


def test_gambit_and_the_containment_tree(tmp_path: Any) -> None:
    gambit = pytest.importorskip("pygambit")
    numbers = {
        model.v_C: 2, model.v_R: 4, model.l_C: 6, model.l_R: 2, model.mu_C: "1/3", model.mu_R: "1/2",
        model.theta: 3, model.b0: 1, model.bA: 5, model.c: 2,
    }  # fmt: skip
    file = tmp_path / "containment.efg"
    file.write_text(write_efg(model.simultaneous().at(numbers)))
    read = gambit.read_efg(str(file))
    assert [len(player.infosets) for player in read.players] == [1, 1, 4]
    assert len(gambit.nash.enumpure_solve(read).equilibria) > 0


def test_what_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(gt.GameError, match=r"write_efg takes a gt\.Tree"):
        write_efg(gt.Game("Game", ["A"], ["x"], {("x",): (0,)}))
    with pytest.raises(gt.PayoffError, match=r"choose a point first: tree\.at\(b0=\.\.\., bA=\.\.\."):
        write_efg(model.simultaneous())
    tree = gt.Tree("Entry", ("A",), gt.Move("A", {"in": gt.End((0,)), "out": gt.End((1,))}))
    monkeypatch.setattr(efg_text, "MOST_PLACES", 2)
    with pytest.raises(gt.CapacityError, match=r"more than 2 places"):
        write_efg(tree)
