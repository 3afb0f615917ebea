"""Coalitions and plans by enumeration over numbers, for checking the package against; nothing here looks at it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations, product

from tests.brute_force import Cell, Table

Group = frozenset[int]


def random_table(rng: random.Random, shape: tuple[int, ...], most: int) -> Table:
    """Whole numbers from -most to most: a small `most` ties all the time."""
    return {cell: tuple(Fraction(rng.randint(-most, most)) for _ in shape) for cell in product(*map(range, shape))}


def groups_of(count: int) -> list[Group]:
    return [frozenset(group) for size in range(1, count + 1) for group in combinations(range(count), size)]


def reached(table: Table, cell: Cell, group: Iterable[int]) -> Iterator[Cell]:
    """The other cells that differ from a cell in actions of the group alone."""
    movers = set(group)
    for other in table:
        if other != cell and all(i in movers or other[i] == cell[i] for i in range(len(cell))):
            yield other


def all_gain(table: Table, group: Iterable[int], here: Cell, there: Cell) -> bool:
    return all(table[there][i] > table[here][i] for i in group)


def coalition_proof_set(table: Table) -> set[Cell]:
    """Bernheim, Peleg and Whinston as they write it: by recursion over the games that are left when others stay put."""
    count = len(next(iter(table)))

    @cache
    def self_enforcing(cell: Cell, group: Group) -> bool:
        return all(proof(cell, part) for part in groups_of(count) if part < group)

    @cache
    def proof(cell: Cell, group: Group) -> bool:
        """Whether the group's actions are coalition-proof in the game among them, given those of the rest."""
        if len(group) == 1:
            (player,) = group
            return all(table[other][player] <= table[cell][player] for other in reached(table, cell, group))
        return self_enforcing(cell, group) and not any(
            self_enforcing(other, group) and all_gain(table, group, cell, other)
            for other in reached(table, cell, group)
        )

    return {cell for cell in table if proof(cell, frozenset(range(count)))}


def proof_against(table: Table, coalitions: Iterable[Iterable[int]]) -> set[Cell]:
    """With given coalitions and single players: the credible moves of each, small ones first, as a table."""
    count = len(next(iter(table)))
    allowed = {frozenset([player]) for player in range(count)} | {frozenset(group) for group in coalitions}
    leaving: set[tuple[Cell, Group]] = set()
    for group in sorted(allowed, key=len):
        found = {
            (cell, group)
            for cell in table
            for other in reached(table, cell, group)
            if all_gain(table, group, cell, other)
            and not any((other, part) in leaving for part in allowed if part < group)
        }
        leaving |= found
    return {cell for cell in table if not any((cell, group) in leaving for group in allowed)}


def is_resilient(table: Table, cell: Cell, coalitions: Iterable[Iterable[int]] | None = None) -> bool:
    """Whether no group of fewer than all (or of those given), and no single player, gains in sum."""
    count = len(cell)
    groups = {frozenset([player]) for player in range(count)}
    groups |= {g for g in groups_of(count) if len(g) < count} if coalitions is None else set(map(frozenset, coalitions))
    return not any(
        sum(table[other][i] for i in group) > sum(table[cell][i] for i in group)
        for group in groups
        for other in reached(table, cell, group)
    )


def is_immune(table: Table, cell: Cell) -> bool:
    return all(table[other][i] >= 0 for other in table for i in range(len(cell)) if other[i] == cell[i])
