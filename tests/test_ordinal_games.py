"""The strict ordinal 2x2 games against the counts published for them.

Each player ranks the four cells without ties: 24 * 24 games. Games that differ only in the order of the rows or of the
columns are the same one, which leaves 144: D. Robinson and D. Goforth, The Topology of the 2x2 Games (2005); the
players are told apart, as there. Of these, 18 have no equilibrium in pure actions, 108 have one and 18 have two; and in
7 of the 108 both players prefer some other cell to the equilibrium.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations, product

import pytest

import gametheory as gt

Ranks = tuple[tuple[int, int], ...]
"""The two players' ranks of (up, left), (up, right), (down, left), (down, right); 4 is best."""

CELLS = tuple(product(("up", "down"), ("left", "right")))
DILEMMA: Ranks = ((3, 3), (1, 4), (4, 1), (2, 2))


def orders() -> Iterator[Ranks]:
    for first, second in product(permutations((1, 2, 3, 4)), repeat=2):
        yield tuple(zip(first, second, strict=True))


def relabelled(ranks: Ranks) -> set[Ranks]:
    """The same game with its rows, its columns, or both in the other order."""
    a, b, c, d = ranks
    return {(a, b, c, d), (c, d, a, b), (b, a, d, c), (d, c, b, a)}


REPRESENTATIVES = sorted({min(relabelled(ranks)) for ranks in orders()})


def game(ranks: Ranks) -> gt.Game:
    return gt.Game(
        "An ordinal game", ("Row", "Column"), (("up", "down"), ("left", "right")), dict(zip(CELLS, ranks, strict=True))
    )


def equilibria(asked: gt.Game, *, strict: bool = False) -> list[tuple[str, ...]]:
    return [outcome for outcome, region in gt.nash(asked, strict=strict).items() if region.contains({})]


@pytest.fixture(scope="module")
def found() -> dict[Ranks, list[tuple[str, ...]]]:
    """The package's equilibria of each of the 144 games."""
    return {ranks: equilibria(game(ranks)) for ranks in REPRESENTATIVES}


def test_there_are_576_orders_and_144_games() -> None:
    assert len(set(orders())) == 576
    assert len(REPRESENTATIVES) == 144
    assert all(len(relabelled(ranks)) == 4 for ranks in REPRESENTATIVES)


def test_18_games_have_no_equilibrium_108_have_one_and_18_have_two(found: dict[Ranks, list[tuple[str, ...]]]) -> None:
    assert Counter(map(len, found.values())) == {0: 18, 1: 108, 2: 18}


def test_without_ties_every_equilibrium_is_strict(found: dict[Ranks, list[tuple[str, ...]]]) -> None:
    for ranks, outcomes in found.items():
        assert equilibria(game(ranks), strict=True) == outcomes


def test_in_7_games_the_only_equilibrium_is_worse_for_both_than_another_cell(
    found: dict[Ranks, list[tuple[str, ...]]],
) -> None:
    deficient = [
        ranks
        for ranks, outcomes in found.items()
        if len(outcomes) == 1
        and any(
            gt.pareto_dominates(game(ranks), cell, outcomes[0], strict=True).contains({})
            for cell in CELLS
            if cell != outcomes[0]
        )
    ]
    assert len(deficient) == 7
    assert min(relabelled(DILEMMA)) in deficient


def test_two_dominant_actions_make_36_games_and_one_makes_72(found: dict[Ranks, list[tuple[str, ...]]]) -> None:
    """By hand: a player has a dominant action in 12 of its 24 orders (6 each), whatever the other's order is.

    So of the 144 games both have one in 144/4, exactly one has one in 144/2; and then the equilibrium is unique.
    """
    dominant: Counter[int] = Counter()
    for ranks, outcomes in found.items():
        asked = game(ranks)
        owners = [
            player
            for player in asked.players
            if any(gt.dominant(asked, cell, player=player).contains({}) for cell in CELLS)
        ]
        dominant[len(owners)] += 1
        assert not owners or len(outcomes) == 1
    assert dominant == {0: 36, 1: 72, 2: 36}


def test_names_of_rows_and_columns_do_not_matter(found: dict[Ranks, list[tuple[str, ...]]]) -> None:
    for ranks in REPRESENTATIVES[::9]:
        for other in relabelled(ranks):
            assert len(equilibria(game(other))) == len(found[ranks])
