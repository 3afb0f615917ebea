"""The polynomials on whose zero sets something may change, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gametheory.formulas.factors import factorised
from gametheory.formulas.formula import Formula, atoms
from gametheory.formulas.polynomial import Polynomial
from gametheory.plots.section import Section


@dataclass(frozen=True, eq=False)
class Boundary:
    """One irreducible polynomial in the two free parameters.

    Parameters
    ----------
    polynomial : Polynomial
        Primitive and irreducible over the rationals.
    origin : Polynomial
        The same before the fixed numbers were put in, if it is recognisable, else the polynomial itself.
    roles : frozenset of {"region", "premise", "line"}
        What it may bound.
    """

    polynomial: Polynomial
    origin: Polynomial
    roles: frozenset[str]


def boundaries(section: Section) -> tuple[Boundary, ...]:
    """Return the boundaries of a section: those of its regions first, then of its lines and its premises."""
    groups: tuple[tuple[str, Iterable[Formula]], ...] = (
        ("region", section.conditions.values()),
        ("line", section.line_conditions.values()),
        ("premise", section.assumed.formulas),
    )
    origins: dict[Polynomial, Polynomial] = {}
    roles: dict[Polynomial, set[str]] = {}
    for role, formulas in groups:
        for whole in _factors(formulas):
            parts = _irreducible(whole.at(section.numbers))
            for part in parts:
                roles.setdefault(part, set()).add(role)
                # A part of what the numbers made reducible has no equation in all parameters.
                candidate = whole if len(parts) == 1 else part
                known = origins.setdefault(part, candidate)
                if len(candidate.names) > len(known.names):
                    origins[part] = candidate
    return tuple(Boundary(part, origins[part], frozenset(roles[part])) for part in origins)


def _factors(formulas: Iterable[Formula]) -> Iterable[Polynomial]:
    found = (factor for formula in formulas for atom in atoms(formula) for factor in atom.factors)
    return dict.fromkeys(part for factor in dict.fromkeys(found) for part in _irreducible(factor))


def _irreducible(polynomial: Polynomial) -> tuple[Polynomial, ...]:
    """Return the distinct irreducible factors, primitive, without constants."""
    return tuple({f.primitive()[1]: None for f, _ in factorised(polynomial) if f.value is None})
