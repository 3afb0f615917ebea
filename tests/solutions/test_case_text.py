"""How the cases of degenerate games read where more than one point has them."""

from __future__ import annotations

from itertools import product

import gametheory as gt

x, y = gt.parameters("x y")


def test_a_square_of_equilibria_is_written_once_and_not_side_by_side() -> None:
    profiles = list(product(("up", "down"), ("left", "right")))
    game = gt.Game(
        "Nothing matters", ("Row", "Column"), (("up", "down"), ("left", "right")), dict.fromkeys(profiles, (x, y))
    )
    (case,) = gt.equilibrium_cases(game)
    whole = "Row every convex combination of up and down; Column every convex combination of left and right"
    assert str(case) == f"always: {whole}"


def test_an_indifferent_third_player_is_said_to_mix_wherever_the_others_stay() -> None:
    # The first two have dominant actions on either side of x = 0, the third one never cares.
    actions = ("in", "out")
    cells = {p: (x if p[0] == "in" else 0, 1 if p[1] == "in" else 0, 0) for p in product(actions, repeat=3)}
    game = gt.Game("Bystander", ("Ann", "Bob", "Cleo"), actions, cells)
    above = gt.equilibrium_cases(game).at({x: 1})
    assert "degenerate: Ann in; Bob in; Cleo some mixture of in and out" in str(above)
    below = gt.equilibrium_cases(game).at({x: -1})
    assert "degenerate: Ann out; Bob in; Cleo some mixture of in and out" in str(below)


def test_what_is_found_is_named_briefly() -> None:
    cells = {p: (x, y) for p in product(("up", "down"), ("left", "right"))}
    game = gt.Game("Nothing matters", ("Row", "Column"), (("up", "down"), ("left", "right")), cells)
    assert repr(gt.mixed(game)) == "<MixedEquilibria: Equilibria of Nothing matters by support, 9 supports>"
