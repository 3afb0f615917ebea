"""Equilibria in words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gametheory.solutions.equilibrium_set import Component, Equilibria, MixedProfile, Piece, Strategy


def strategy_text(strategy: Strategy, actions: Sequence[str]) -> str:
    """Write a strategy: ``ally``, or ``2/3 ally + 1/3 abstain``."""
    used = [(chance, action) for chance, action in zip(strategy, actions, strict=True) if chance != 0]
    if len(used) == 1:
        return used[0][1]
    return " + ".join(f"{_chance(chance)} {action}" for chance, action in used)


def _chance(chance: object) -> str:
    """Write a probability; what is longer than a fraction stands in brackets."""
    return str(chance) if isinstance(chance, Fraction) else f"({chance})"


def profile_text(players: Sequence[str], actions: Sequence[Sequence[str]], profile: MixedProfile) -> str:
    """Write a profile: ``Ann park; Bob 1/4 park + 3/4 bar``."""
    parts = zip(players, profile, actions, strict=True)
    return "; ".join(f"{player} {strategy_text(strategy, own)}" for player, strategy, own in parts)


def piece_text(players: Sequence[str], actions: Sequence[Sequence[str]], piece: Piece) -> str:
    """Write a piece: one profile, a product of corners, or its support and conditions."""
    if piece.conditions:
        used = "; ".join(f"{player} {', '.join(own)}" for player, own in zip(players, piece.support, strict=True))
        sample = profile_text(players, actions, piece.sample)
        return f"every profile that uses {used}, where {', '.join(piece.conditions)}; for example {sample}"
    sides = []
    for player, own, corners in zip(players, actions, piece.corners, strict=True):
        sides.append(f"{player} {spanned([strategy_text(corner, own) for corner in corners])}")
    return "; ".join(sides)


def spanned(corners: Sequence[str]) -> str:
    """Write what some corners span."""
    if len(corners) == 1:
        return corners[0]
    return f"every convex combination of {', '.join(corners[:-1])} and {corners[-1]}"


def component_lines(players: Sequence[str], actions: Sequence[Sequence[str]], component: Component) -> list[str]:
    """Write a component, a line a piece; pieces that hang together stand under one heading."""
    lines = [piece_text(players, actions, piece) for piece in component.pieces]
    return lines if len(lines) == 1 else ["one component of several pieces:", *(f"  {line}" for line in lines)]


def equilibria_text(found: Equilibria) -> str:
    """Write all equilibria of a game."""
    game, continua = found.game, sum(not component.is_point for component in found.components)
    isolated = len(found.components) - continua
    counts = [f"{isolated} isolated"] if isolated or not continua else []
    counts += [f"{continua} {'continuum' if continua == 1 else 'continua'}"] if continua else []
    notes = ["exact" if found.exact else "not exact", "complete" if found.complete else "not complete"]
    notes += ["degenerate"] if found.degenerate else []
    lines = [f"Nash equilibria of {game.name}: {' and '.join(counts)} ({', '.join(notes)})"]
    for component in found.components:
        lines += [f"  {line}" for line in component_lines(game.players, game.actions, component)]
    return "\n".join([*lines, *(f"  not resolved: {sentence}" for sentence in found.unresolved)])
