"""Mixtures that make the other player indifferent: weights, and where they are probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import Any

from gametheory.concepts.closed_forms import is_defined, quotient
from gametheory.forms.normal import Game
from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import Condition, all_of, any_of
from gametheory.formulas.translate import comparison
from gametheory.incentive import Comparison, Incentive

Actions = tuple[int, ...]
"""Actions by their numbers."""


@dataclass(frozen=True, eq=False)
class Basis:
    """The one mixture over some own actions that makes as many replies of the other player equally good.

    Parameters
    ----------
    own, replies : tuple of int
        As many of one as of the other.
    weights : tuple of payoff
        Cofactors: the probabilities of the own actions are the weights divided by their sum.
    total : payoff
        Their sum: the determinant of the equations. Where it is 0 they do not determine a mixture.
    losses : tuple of payoff
        For every reply of the other player what it gives less than the replies of the basis, times the total.
    """

    own: Actions
    replies: Actions
    weights: tuple[Payoff, ...]
    total: Payoff
    losses: tuple[Payoff, ...]


@dataclass(frozen=True, eq=False)
class Mixer:
    """Somebody whose mixtures are looked for, and what a player who replies gets from each reply.

    Parameters
    ----------
    player : str
        Who mixes.
    other : str
        Who replies.
    actions, replies : tuple of str
        What is mixed over, and the replies.
    table : tuple of tuple of payoff
        What the one who replies gets: a row an action, an entry a reply.
    """

    player: str
    other: str
    actions: tuple[str, ...]
    replies: tuple[str, ...]
    table: tuple[tuple[Payoff, ...], ...]

    @cached_property
    def _bases(self) -> dict[tuple[Actions, Actions], Basis]:
        return {}

    @cached_property
    def _mixtures(self) -> dict[tuple[Actions, Actions], tuple[Any, ...]]:
        return {}

    @cached_property
    def _signs(self) -> dict[tuple[Payoff, str, Any], Condition]:
        return {}

    def basis(self, own: Actions, replies: Actions) -> Basis:
        """Return the basis of some own actions and as many replies."""
        key = own, replies
        if key not in self._bases:
            first, *others = replies
            rows = [[self.table[i][first] - self.table[i][j] for i in own] for j in others]
            weights = tuple((-1) ** k * determinant([row[:k] + row[k + 1 :] for row in rows]) for k in range(len(own)))
            losses = tuple(
                sum(w * (self.table[i][first] - self.table[i][j]) for w, i in zip(weights, own, strict=True))
                for j in range(len(self.replies))
            )
            self._bases[key] = Basis(own, replies, weights, sum(weights), losses)
        return self._bases[key]

    def corner(self, own: Actions, replies: Actions, tied: Actions) -> Condition:
        """Return where the basis is a mixture of all its actions, against which all of `tied` are best replies."""
        basis = self.basis(own, replies)
        conditions = []
        for relation, weakly in ((">", ">="), ("<", "<=")):
            parts = [self._sign(basis.total, relation)]
            parts += [
                self._sign(weight, relation, self._uses(basis, i)) for i, weight in zip(own, basis.weights, strict=True)
            ]
            parts += [
                self._sign(basis.losses[j], "==" if j in tied else weakly, self._reply(basis, j, j in tied))
                for j in range(len(self.replies))
                if j not in replies
            ]
            conditions.append(all_of(parts))
        return any_of(conditions)

    def some_mixture(self, own: Actions, tied: Actions) -> Condition:
        """Return where some mixture uses exactly these actions and all of `tied` are best replies to it.

        The mixtures of at most these actions with those best replies are a polytope. One of its points uses an action
        if a corner of it does; the average of such corners, one an action, uses them all.
        """
        if len(own) == len(tied) == 1:
            return self.corner(own, tied, tied)
        return all_of(
            any_of(self.corner(some, replies, tied) for some, replies in self.bases(own, tied) if action in some)
            for action in own
        )

    def bases(self, own: Actions, tied: Actions) -> list[tuple[Actions, Actions]]:
        """Return the bases that give all corners of the mixtures of these actions with these best replies.

        A corner is determined by equations between best replies, of which one side can always be the same one.
        """
        first, *others = [tied[0], *(j for j in range(len(self.replies)) if j != tied[0])]
        return [
            (some, (first, *more))
            for size in range(1, min(len(own), len(self.replies)) + 1)
            for some in combinations(own, size)
            for more in (combinations(others, size - 1) if size > 1 else [()])
        ]

    def undetermined(self, own: Actions, replies: Actions) -> Condition:
        """Return where the equations of a basis do not determine a mixture."""
        return self._sign(self.basis(own, replies).total, "==")

    def probabilities(self, own: Actions, replies: Actions) -> tuple[Any, ...]:
        """Return the mixture of a basis: one expression an action, 0 for those unused."""
        key = own, replies
        if key not in self._mixtures:
            basis = self.basis(own, replies)
            chances = dict(zip(own, (quotient(weight, basis.total) for weight in basis.weights), strict=True))
            self._mixtures[key] = tuple(chances.get(i, quotient(0, 1)) for i in range(len(self.actions)))
        return self._mixtures[key]

    def can_determine(self, own: Actions, replies: Actions) -> bool:
        """Say whether the equations of a basis determine a mixture anywhere."""
        return all(map(is_defined, self.probabilities(own, replies)))

    def _sign(self, payoff: Payoff, relation: str, why: Any = None) -> Condition:
        key = payoff, relation, why
        if key not in self._signs:
            self._signs[key] = comparison(payoff, relation, 0, why)
        return self._signs[key]

    def _uses(self, basis: Basis, action: int) -> Comparison:
        weight = basis.weights[basis.own.index(action)]
        text = f"{self.player} plays {self.actions[action]} with positive probability"
        return Comparison(text, _ratio(weight, basis.total), ">")

    def _reply(self, basis: Basis, reply: int, tied: bool) -> Incentive:
        mixture = f"{self.player}'s mixture of {', '.join(self.actions[i] for i in basis.own)}"
        gap = _ratio(basis.losses[reply], basis.total)
        return Incentive(self.other, mixture, self.replies[reply], gap, "==" if tied else ">=")


def _ratio(above: Payoff, below: Payoff) -> Payoff:
    """Return a quotient; where it is never defined, the numerator."""
    return above / below if below != 0 else above


def determinant(rows: Sequence[Sequence[Payoff]]) -> Payoff:
    """Return a determinant by cofactors, without a division; 1 if there are no rows."""
    if not rows:
        return Fraction(1)
    first, rest = rows[0], rows[1:]
    return sum(
        (-1) ** k * entry * determinant([[*row[:k], *row[k + 1 :]] for row in rest]) for k, entry in enumerate(first)
    )


def mixers(game: Game) -> tuple[Mixer, Mixer]:
    """Return both players of a two-player game as those who mix."""
    (first, second), (rows, columns) = game.players, game.actions
    for_rows = tuple(tuple(game.payoff(second, (row, column)) for column in columns) for row in rows)
    for_columns = tuple(tuple(game.payoff(first, (row, column)) for row in rows) for column in columns)
    return Mixer(first, second, rows, columns, for_rows), Mixer(second, first, columns, rows, for_columns)


def every_support(game: Game) -> list[tuple[Actions, Actions]]:
    """Return every pair of supports, those of equal size and the smaller ones first."""
    sides = [
        [some for size in range(1, len(actions) + 1) for some in combinations(range(len(actions)), size)]
        for actions in game.actions
    ]
    pairs = [(mine, theirs) for mine in sides[0] for theirs in sides[1]]
    return sorted(pairs, key=lambda pair: (len(pair[0]) != len(pair[1]), len(pair[0]) + len(pair[1]), pair))
