"""Two-player games solved by trying every basis, for checking the package against: whole payoffs, exact fractions.

A mixed strategy of the first player is a vertex of {(x, v): x >= 0, sum x = 1, nobody's reply pays more than v}: one of
its bases is a choice of as many tight inequalities as the player has actions. A vertex carries the labels of all its
tight inequalities: an action that is not used, or a best reply of the other player. Two vertices that have all labels
between them are an extreme equilibrium. Faces instead of cliques give the pieces, and steps in which one player alone
moves give the components. Nothing here looks at how the package does it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations, product

Matrix = Sequence[Sequence[int]]
Strategy = tuple[Fraction, ...]
Profile = tuple[Strategy, Strategy]
Labels = frozenset[tuple[str, int]]
Sides = tuple[frozenset[Strategy], frozenset[Strategy]]


@dataclass(frozen=True)
class Solved:
    """The extreme equilibria, the maximal pieces, and the components as sets of extreme equilibria."""

    extreme: frozenset[Profile]
    pieces: frozenset[Sides]
    components: frozenset[frozenset[Profile]]
    degenerate: bool


def solve(first: Matrix, second: Matrix) -> Solved:
    """Solve the game in which the row player gets `first` and the column player `second`."""
    rows = vertices(transposed(second), own="row", other="column")
    columns = vertices(first, own="column", other="row")
    wanted = {("row", i) for i in range(len(first))} | {("column", j) for j in range(len(first[0]))}
    extreme = frozenset((x, y) for x, y in product(rows, columns) if rows[x] | columns[y] == wanted)
    degenerate = any(not is_regular(first, second, profile) for profile in extreme)
    return Solved(extreme, pieces(rows, columns, wanted), components(extreme), degenerate)


def vertices(payoffs: Matrix, own: str, other: str) -> dict[Strategy, Labels]:
    """Find a player's vertices and their labels; `payoffs` are the other's, a line for each of the other's actions."""
    size = len(payoffs[0])
    unused = [((own, i), [int(i == k) for k in range(size)] + [0]) for i in range(size)]
    replies = [((other, j), [*line, -1]) for j, line in enumerate(payoffs)]
    found = {}
    for tight in combinations([*unused, *replies], size):
        point = unique_solution([[1] * size + [0], *(line for _, line in tight)], [1] + [0] * size)
        if point is not None and is_feasible(point, payoffs):
            labels = frozenset(label for label, line in chain(unused, replies) if dot(line, point) == 0)
            found[point[:size]] = labels
    return found


def is_feasible(point: Strategy, payoffs: Matrix) -> bool:
    *strategy, level = point
    return min(strategy) >= 0 and all(dot(line, strategy) <= level for line in payoffs)


def dot(line: Iterable[Fraction | int], point: Iterable[Fraction]) -> Fraction:
    return sum((a * b for a, b in zip(line, point, strict=True)), Fraction(0))


def transposed(matrix: Matrix) -> list[list[int]]:
    return [list(line) for line in zip(*matrix, strict=True)]


def unique_solution(lines: Matrix, right: Sequence[int]) -> Strategy | None:
    """Solve a square system of whole numbers by elimination without fractions; None if it has no or many solutions."""
    table = [[*line, end] for line, end in zip(lines, right, strict=True)]
    size, before = len(table), 1
    for column in range(size):
        pivot = next((row for row in range(column, size) if table[row][column] != 0), None)
        if pivot is None:
            return None
        table[column], table[pivot] = table[pivot], table[column]
        top = table[column]
        here = top[column]
        for row in range(size):
            if row != column:  # every entry stays a minor of the system, so that the division leaves no rest
                factor = table[row][column]
                line = zip(table[row], top, strict=True)
                table[row] = [(here * value - factor * above) // before for value, above in line]
        before = here
    return tuple(Fraction(line[-1], before) for line in table)


def pieces(
    rows: dict[Strategy, Labels], columns: dict[Strategy, Labels], wanted: set[tuple[str, int]]
) -> frozenset[Sides]:
    """Find the maximal pieces: the largest among the products of a face and the face of all labels it lacks."""
    products = set()
    for size in range(len(wanted) + 1):
        for chosen in combinations(sorted(wanted), size):
            left = frozenset(x for x, labels in rows.items() if labels.issuperset(chosen))
            right = frozenset(y for y, labels in columns.items() if labels >= wanted.difference(chosen))
            if left and right:
                products.add((left, right))
    return frozenset(one for one in products if not any(one != two and within(one, two) for two in products))


def within(small: Sides, large: Sides) -> bool:
    return small[0] <= large[0] and small[1] <= large[1]


def components(extreme: frozenset[Profile]) -> frozenset[frozenset[Profile]]:
    """Find what hangs together: between two equilibria that share a strategy every mixture is an equilibrium too."""
    left, found = set(extreme), []
    while left:
        reached, edge = set(), [left.pop()]
        while edge:
            here = edge.pop()
            reached.add(here)
            near = {there for there in left if there[0] == here[0] or there[1] == here[1]}
            left -= near
            edge.extend(near)
        found.append(frozenset(reached))
    return frozenset(found)


def is_equilibrium(first: Matrix, second: Matrix, profile: Profile) -> bool:
    """Try every deviation of a profile."""
    x, y = profile
    if min(*x, *y) < 0 or sum(x) != 1 or sum(y) != 1:
        return False
    row_payoffs, column_payoffs = replies(first, y), replies(transposed(second), x)
    return dot(row_payoffs, x) == max(row_payoffs) and dot(column_payoffs, y) == max(column_payoffs)


def replies(payoffs: Matrix, opponent: Strategy) -> list[Fraction]:
    return [dot(line, opponent) for line in payoffs]


def is_regular(first: Matrix, second: Matrix, profile: Profile) -> bool:
    """Whether no unused action does as well as the used ones, and the equations of the support have one solution."""
    used = [[action for action, chance in enumerate(strategy) if chance > 0] for strategy in profile]
    best = [best_replies(first, profile[1]), best_replies(transposed(second), profile[0])]
    if used != best or len(used[0]) != len(used[1]):
        return False
    return all(indifference_has_one_solution(matrix, *used) for matrix in (first, second))


def best_replies(payoffs: Matrix, opponent: Strategy) -> list[int]:
    values = replies(payoffs, opponent)
    return [action for action, value in enumerate(values) if value == max(values)]


def indifference_has_one_solution(matrix: Matrix, rows: list[int], columns: list[int]) -> bool:
    """Whether the matrix of the support, bordered by ones, is regular; the same for a matrix and its transpose."""
    bordered = [[*(matrix[i][j] for j in columns), 1] for i in rows] + [[1] * len(columns) + [0]]
    return unique_solution(bordered, [0] * len(bordered)) is not None
