"""One case of a case distinction in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from gametheory.concepts.closed_forms import strategy_words, value_of
from gametheory.concepts.mixed_set import MixedEquilibrium, SymbolicCorner
from gametheory.formulas.formula import And, Formula, Leaf
from gametheory.region import Region
from gametheory.solutions.equilibrium_set import Component, Equilibria, MixedProfile, Strategy
from gametheory.solutions.equilibrium_text import component_lines, spanned

if TYPE_CHECKING:
    from gametheory.solutions.cases import Case

Span = dict[Strategy, SymbolicCorner]
FLIPPED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "==": "=="}


def condition_text(region: Region) -> str:
    """Write a condition; a point or an interval of one parameter as ``b = 3/2``, ``b < 3/2`` or ``1 < b < 2``."""
    formula = region.simplify().condition.formula
    alone = _bound(formula)
    if alone:
        name, relation, number = alone
        return f"{name} {'=' if relation == '==' else relation} {number}"
    bounds = [_bound(part) for part in formula.parts] if isinstance(formula, And) and len(formula.parts) == 2 else []
    below = [bound for bound in bounds if bound and bound[1] in (">", ">=")]
    above = [bound for bound in bounds if bound and bound[1] in ("<", "<=")]
    if len(below) == len(above) == 1 and below[0][0] == above[0][0]:
        (name, lower, least), (_, upper, most) = below[0], above[0]
        return f"{least} {FLIPPED[lower]} {name} {upper} {most}"
    return str(region)


def _bound(part: Formula) -> tuple[str, str, Fraction] | None:
    """Return a comparison of one parameter with a number: ``("b", ">", 1)``."""
    if not isinstance(part, Leaf) or len(part.atom.factors) != 1 or len(part.atom.names) != 1:
        return None
    (factor,), (name,), relation = part.atom.factors, part.atom.names, part.atom.relation
    coefficients = [coefficient.value for coefficient in factor.coefficients(name)]
    if len(coefficients) != 2 or relation not in FLIPPED:
        return None
    rest, slope = coefficients
    assert rest is not None and slope is not None  # there is no other name
    return name, relation if slope > 0 else FLIPPED[relation], -rest / slope


def case_lines(case: Case) -> list[str]:
    """Write what the equilibria of a case are: closed forms; components where the game is degenerate."""
    found, game = case.at_witness, case.at_witness.game
    if case.is_point:
        components = sorted(found.components, key=lambda one: (not one.is_point, _used(one)))
        lines = [line for one in components for line in component_lines(game.players, game.actions, one)]
        return [*lines, *(f"not resolved: {sentence}" for sentence in found.unresolved)]
    spans = {one: _spans(case, one) for one in case.equilibria if one.degenerate}
    lines = []
    for one in case.equilibria:
        if one in spans:
            if not any(_smaller(spans[one], span) for span in spans.values()):
                lines.append(_degenerate_line(case, one, spans[one]))
        elif not _in_continuum(one.at(case.witness), found):
            lines.append(one.text_at(case.witness))
    return lines or ["no equilibrium in closed form"]


def _used(component: Component) -> int:
    """Count the actions that a component uses: pure equilibria stand first, as in every other case."""
    return sum(len(own) for own in component.pieces[0].support)


def _in_continuum(profile: MixedProfile, found: Equilibria) -> bool:
    """Say whether a profile is a corner of a continuum, which is written as a whole."""
    return any(
        all(strategy in side for strategy, side in zip(profile, piece.corners, strict=True))
        for component in found.components
        if not component.is_point
        for piece in component.pieces
        if piece.corners
    )


def _spans(case: Case, one: MixedEquilibrium) -> tuple[Span, ...]:
    """Return every player's corners in the case by their values at the witness: several bases may give one corner."""
    return tuple(
        {tuple(value_of(chance, case.witness) for chance in c.strategy): c for c in side if c in case.corners}
        for side in one.corners
    )


def _smaller(some: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    """Say whether all corners of one degenerate set are corners of another, larger one."""
    pairs = [(set(mine), set(theirs)) for mine, theirs in zip(some, others, strict=True)]
    return all(mine <= theirs for mine, theirs in pairs) and any(mine < theirs for mine, theirs in pairs)


def _degenerate_line(case: Case, one: MixedEquilibrium, spans: tuple[Span, ...]) -> str:
    if not spans:
        return one.text_at(case.witness)
    sides = []
    for player, actions, side in zip(one.game.players, one.game.actions, spans, strict=True):
        words = [strategy_words(corner.strategy, actions, case.witness) for corner in side.values()]
        sides.append(f"{player} {spanned(words)}")
    return "; ".join(sides)
