"""Subgame-perfect plays of a tree, and those that no coalition leaves together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, overload

from gametheory.concepts.backward_induction import Coalition, Hopeful, Induction
from gametheory.concepts.continuation_payoffs import ContinuationPayoffs
from gametheory.concepts.outcomes import Regions
from gametheory.concepts.point_induction import PointInduction, perfect_information, points_of
from gametheory.deduction import search
from gametheory.errors import ConceptError, quoted
from gametheory.forms.plays import Play
from gametheory.forms.tree import Tree
from gametheory.forms.tree_walk import bottom_up
from gametheory.formulas.condition import Condition
from gametheory.formulas.formula import disjunction
from gametheory.incentive import shown
from gametheory.premise import Premises
from gametheory.recipes import Recipe
from gametheory.region import Region, make_region

SMALLEST_TO_SAMPLE = 1_000
"""A tree with at least so many nodes is solved at some points before it is solved at all of them."""

MOST_GUESSES = 3
"""An outcome with more plays than this is not guessed at."""

LARGEST_TO_EXPLAIN = 400
"""A tree with more nodes than this is explained by its comparisons alone, without saying who would deviate where."""


@overload
def subgame_perfect(tree: Tree, outcome: None = None, *, joint: Iterable[Sequence[str]] = ()) -> Regions: ...
@overload
def subgame_perfect(tree: Tree, outcome: Any, *, joint: Iterable[Sequence[str]] = ()) -> Region: ...
def subgame_perfect(tree: Tree, outcome: Any = None, *, joint: Iterable[Sequence[str]] = ()) -> Region | Regions:
    """Where an outcome of a tree is the play of some subgame-perfect equilibrium in pure strategies.

    Parameters
    ----------
    tree : Tree
        With moves, simultaneous stages and chance moves.
    outcome : play or name of an outcome, optional
        A play is the history that leads to an end or, where chance falls on the way, a plan. For a name, where some
        play of that name is subgame perfect. Without it, every play, each worked out when it is asked for.
    joint : iterable of sequences of players, optional
        Coalitions that may also deviate together, within a stage in which all of their members choose: they do if
        every member gains strictly, given what is selected to follow each profile of the stage.

    Returns
    -------
    Region or Regions
        Exact, ties included: where a player is indifferent, either continuation may be selected, and a play is in if
        some selection supports it. A stage may have no equilibrium in pure actions; a subgame without any leaves the
        whole tree without, also where chance leads there with probability 0.

    Raises
    ------
    ConceptError
        If it is no tree, or a player does not know where in the tree it moves.
    GameError
        If there is no such outcome, or a coalition has an unknown player.

    References
    ----------
    Selten, R. (1965), "Spieltheoretische Behandlung eines Oligopolmodells mit Nachfragetraegheit", Zeitschrift fuer
    die gesamte Staatswissenschaft 121. Joint deviations as in Aumann, R. J. (1959), "Acceptable points in general
    cooperative n-person games", section 3, applied to the reduced game of each stage.

    Examples
    --------
    >>> import gametheory as gt
    >>> loss = gt.Parameter("loss", meaning="what fighting costs the incumbent", above=0)
    >>> tree = gt.Tree("Entry", ("entrant", "incumbent"), gt.Move("entrant", {
    ...     "in": gt.Move("incumbent", {"fight": gt.End((-1, 2 - loss)), "share": gt.End((1, 1))}),
    ...     "out": gt.End((0, 3))}))
    >>> print(gt.subgame_perfect(tree))
    Subgame-perfect plays of Entry
      (in, fight): never
      (in, share): loss >= 1
      (out): loss <= 1

    At ``loss = 1`` the incumbent is indifferent, and the entrant may expect either.
    """
    if not isinstance(tree, Tree):
        raise ConceptError(f"subgame_perfect is asked of a tree, not of {quoted(tree)}; build gt.Tree(...).")
    unknown = next((info for info in tree.information if len(info.histories) > 1), None)
    if unknown is not None:
        raise ConceptError(
            f"subgame_perfect is not defined here for {tree.name}: {unknown.player} does not know where it is in the "
            f"information set {unknown.name!r}. Moves made at the same time are a gt.Stage; the Nash equilibria of any "
            "tree are those of tree.normal_form()."
        )
    groups = _coalitions(tree, joint)
    together = f" with joint deviations of {' and of '.join(map(shown, groups))}" if groups else ""
    solution = Solution(tree, tuple(map(frozenset, groups)))
    title = f"is subgame perfect{together} in {tree.name}"
    if outcome is not None:
        plays = tree.plays_of(outcome)
        named = outcome if isinstance(outcome, str) else plays[0]
        return make_region(SubgamePerfect(solution, plays), tree.premises, tree.parameters, f"{shown(named)} {title}")
    pattern = make_region(SubgamePerfect(solution, ()), tree.premises, tree.parameters)
    regions = (
        replace(pattern, recipe=SubgamePerfect(solution, (play,)), title=f"{shown(play)} {title}")
        for play in tree.plays
    )
    return Regions(f"Subgame-perfect plays{together} of {tree.name}", tuple(zip(tree.plays, regions, strict=True)))


def _coalitions(tree: Tree, joint: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    groups: dict[tuple[str, ...], None] = {}
    if isinstance(joint, str) or not isinstance(joint, Iterable):
        raise ConceptError(f"joint={quoted(joint):.60}: give a list of coalitions, for example [tree.players[:2]].")
    for coalition in joint:
        if isinstance(coalition, str):
            raise ConceptError(f'a coalition is a sequence of players; write [("{coalition}", ...)] for a coalition.')
        if not isinstance(coalition, Iterable):
            raise ConceptError(f"{quoted(coalition):.60} is no coalition; write a sequence of players.")
        groups[tuple(sorted(set(coalition), key=tree.position))] = None
    return tuple(groups)


class Solution:
    """What has been worked out of a tree, shared by the regions of all its plays.

    It is put together anew where it is copied or unpickled, because nodes are known by their identity.
    """

    def __init__(self, tree: Tree, joint: tuple[Coalition, ...]) -> None:
        self.tree, self.joint = tree, joint

    def __reduce__(self) -> tuple[Any, ...]:
        return Solution, (self.tree, self.joint)

    @cached_property
    def below(self) -> ContinuationPayoffs:
        """What may be got from each node."""
        return ContinuationPayoffs(self.tree)

    @cached_property
    def at_points(self) -> PointInduction | None:
        """The same at one point after another: only of a large tree, of moves alone, whose payoffs have values."""
        tree = self.tree
        large = len(bottom_up(tree.root)) >= SMALLEST_TO_SAMPLE
        return PointInduction(tree) if large and perfect_information(tree) and not tree.obligations else None

    @cached_property
    def plain(self) -> Induction:
        """Formulas for deciding."""
        return Induction(self.below, self.joint, labelled=False)

    @cached_property
    def labelled(self) -> Induction:
        """Formulas for explaining."""
        small = len(self.below.nodes) <= LARGEST_TO_EXPLAIN
        return Induction(self.below, self.joint, labelled=True) if small else self.plain


@dataclass(frozen=True, eq=False)
class SubgamePerfect(Recipe):
    """The recipe: backward induction, towards one of some plays."""

    solution: Solution
    plays: tuple[Play, ...]

    def _build(self, premises: Premises, with_reasons: bool) -> Condition:
        induction = self.solution.labelled if with_reasons else self.solution.plain
        formula = disjunction(induction.condition(play) for play in self.plays)
        return Condition(formula, self.solution.tree.obligations)

    def possible(self, premises: Premises, holds: bool) -> bool | None:
        """Look at points at which a large tree, solved there with numbers, has or has not one of the plays."""
        at_points = self.solution.at_points
        if at_points is None:
            return None
        known = {p.name: p for p in (*self.solution.tree.parameters, *premises.parameters)}
        if any(at_points.perfect(self.plays, values) == holds for values in points_of(premises, tuple(known.values()))):
            return True
        return self._guessed(premises, known, at_points) if holds and len(self.plays) <= MOST_GUESSES else None

    def _guessed(self, premises: Premises, known: Mapping[str, Any], at_points: PointInduction) -> bool | None:
        """Say whether a play may be subgame perfect, if a look at a formula that is true more often settles it."""
        hopeful = Hopeful(self.solution.below, self.solution.joint, labelled=False)
        findings = [search(premises, hopeful.condition(play)) for play in self.plays]
        start = dict.fromkeys(known, Fraction(0))
        if any(f.values is not None and at_points.perfect(self.plays, start | dict(f.values)) for f in findings):
            return True
        return False if all(finding.status == "impossible" for finding in findings) else None
