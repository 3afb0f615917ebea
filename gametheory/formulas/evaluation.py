"""Formulas prepared for being decided at many points."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from gametheory.formulas.formula import Atom, Formula, Leaf, fold


class Evaluator:
    """A formula whose comparisons and connectives have been listed once.

    Parameters
    ----------
    formula : Formula
        What is decided.

    Attributes
    ----------
    atoms : tuple of Atom
        The distinct comparisons, in order of appearance.
    """

    def __init__(self, formula: Formula) -> None:
        numbers: dict[Atom, int] = {}
        self._nodes: list[tuple[bool, tuple[int, ...]]] = []  # (conjunction?, parts); -1 - i stands for atom i

        def leaf(node: Leaf) -> int:
            return -1 - numbers.setdefault(node.atom, len(numbers))

        def connective(kind: bool, parts: list[int]) -> int:
            self._nodes.append((kind, tuple(parts)))
            return len(self._nodes) - 1

        self._top = fold(formula, leaf, lambda parts: connective(True, parts), lambda parts: connective(False, parts))
        self.atoms = tuple(numbers)

    def truths(self, values: Mapping[str, Fraction]) -> list[bool]:
        """Decide every comparison at a point."""
        return [atom.holds(values) for atom in self.atoms]

    def combined(self, truths: list[bool]) -> bool:
        """Decide the formula from the truth of its comparisons."""
        nodes: list[bool] = []

        def value(part: int) -> bool:
            return truths[-1 - part] if part < 0 else nodes[part]

        for conjunction, parts in self._nodes:
            nodes.append(all(map(value, parts)) if conjunction else any(map(value, parts)))
        return value(self._top)

    def holds(self, values: Mapping[str, Fraction]) -> bool:
        """Decide the formula at a point, exactly."""
        return self.combined(self.truths(values))
