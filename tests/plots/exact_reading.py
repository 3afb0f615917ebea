"""A referee's reading of a map's data: text is evaluated with fractions, nothing of the package is used."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from types import CodeType
from typing import Any

Point = Mapping[str, Fraction]


@cache
def _compiled(expression: str) -> CodeType:
    with_fractions = re.sub(r"(?<![\w*])(\d+)(?!\w)", r"Fraction(\1)", expression)
    equations = re.sub(r"(?<![<>!=])=(?!=)", "==", with_fractions)
    return compile(equations.replace("always", "True"), expression, "eval")


def value(expression: str, point: Point) -> Any:
    """Evaluate arithmetic, or a condition, at a point."""
    return eval(_compiled(expression), {"Fraction": Fraction, "__builtins__": {}}, dict(point))


def inside(piece: Mapping[str, Any], x: str, y: str, point: Point) -> bool:
    """Say whether a point lies in the interior of a piece with rational ends."""
    base = piece["along"]
    fibre = x if base == y else y
    if not Fraction(piece["from"]) < point[base] < Fraction(piece["to"]):
        return False
    low, high = (value(piece[side].partition(" = ")[2], point) for side in ("lower", "upper"))
    return bool(low < point[fibre] < high)


def cell_of(data: Mapping[str, Any], point: Point) -> Mapping[str, Any] | None:
    """Return the cell whose interior has a point; None on a seam between pieces."""
    x, y = data["x"]["name"], data["y"]["name"]
    found = [cell for cell in data["cells"] if any(inside(piece, x, y, point) for piece in cell["pieces"])]
    assert len(found) <= 1
    return found[0] if found else None


def points_on(arc: Mapping[str, Any], x: str, y: str, count: int) -> Iterator[Point]:
    """Yield rational points on a boundary that is linear in the other parameter."""
    low, high = Fraction(arc["from"]), Fraction(arc["to"])
    other = x if arc["along"] == y else y
    for step in range(1, count + 1):
        here = low + (high - low) * step / (count + 1)
        zero, one = (value(arc["zero of"], {arc["along"]: here, other: Fraction(end)}) for end in (0, 1))
        yield {arc["along"]: here, other: -zero / (one - zero)}


def area(vertices: Sequence[Sequence[str]]) -> Fraction:
    """Return the area of a polygon by the shoelace formula."""
    corners = [(Fraction(x), Fraction(y)) for x, y in vertices]
    turned = [*corners[1:], corners[0]]
    return abs(sum((a * d - b * c for (a, b), (c, d) in zip(corners, turned, strict=True)), Fraction(0))) / 2


def equilibria(table: Mapping[tuple[str, ...], tuple[Fraction, ...]]) -> set[tuple[str, ...]]:
    """Return the pure equilibria of a game in numbers, by trying every deviation."""
    found = set()
    for profile, payoffs in table.items():
        better = False
        for player in range(len(profile)):
            for other, there in table.items():
                same = all(other[i] == profile[i] for i in range(len(profile)) if i != player)
                better |= same and there[player] > payoffs[player]
        if not better:
            found.add(profile)
    return found
