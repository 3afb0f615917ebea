"""Backward induction with symbols: where a play is subgame perfect, without listing a single strategy."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from typing import Any

from gametheory.concepts.continuation_payoffs import ContinuationPayoffs, Vector
from gametheory.concepts.payoff_comparisons import Comparisons
from gametheory.forms.moves import Chance, End, Move, Stage
from gametheory.forms.plays import Play, visits
from gametheory.formulas.formula import FALSE, TRUE, Formula, conjunction, disjunction, is_false

Query = tuple[Any, ...]
"""The name of a method, then what it is asked of: a node's number first."""

Answering = Generator[Query, Formula, Formula]
"""Asks other queries, and returns the formula that answers its own."""

Coalition = frozenset[str]


class Induction:
    """Formulas for what may follow at the nodes of a tree, each worked out once.

    A play is subgame perfect if every mover on its way prefers it, weakly, to *some* subgame-perfect continuation of
    each alternative: at a tie the continuation that supports the play may be selected. So everything rests on
    ``low(n, i, v)``: some subgame-perfect continuation at n gives player i at most v. Where i moves at n, that is so
    if it is so at every child (i takes the best of what the children offer at worst); elsewhere one looks for it among
    the distinct payoff vectors below. Queries are at most nodes times players times distinct payoffs.

    Parameters
    ----------
    below : ContinuationPayoffs
        The tree and what may be got from each node.
    joint : tuple of frozenset of str
        Coalitions whose members deviate together within a stage.
    labelled : bool
        Whether every comparison is to say who would deviate from where to where; then none is folded away, and the
        formulas are larger.
    """

    def __init__(self, below: ContinuationPayoffs, joint: tuple[Coalition, ...], *, labelled: bool) -> None:
        self.below, self.joint, self.labelled = below, joint, labelled
        self.players = below.tree.players
        self._known: dict[Query, Formula] = {}
        self.compare = Comparisons(self.players, below.payoffs, labelled=labelled)
        self._by_payoff: dict[tuple[int, int], dict[int, list[Vector]]] = {}

    def condition(self, play: Play) -> Formula:
        """Return where a play is that of some subgame-perfect equilibrium."""
        below, worth = self.below, dict[int, Vector]()
        passed = visits(below.tree.root, play, below.tree.name)
        parts: list[Formula] = []
        for place in reversed(range(len(passed))):
            visit = passed[place]
            after = tuple(worth[later] for later in visit.following)
            match visit.node:
                case End():
                    worth[place] = below.vector(visit.node.payoffs)
                case Chance():
                    worth[place] = below.expected(visit.node, after)
                case _:
                    worth[place] = after[0]
                    number = below.number[id(visit.node)]
                    steps: list[Any] = [step for step, _ in visit.node.branches]
                    chosen = steps.index(visit.step)
                    parts.append(self._answer(self._staying(number, chosen, after[0], play if self.labelled else None)))
        return conjunction(reversed(parts))

    def _answer(self, query: Query) -> Formula:
        """Answer a query and those it asks in turn; on a stack of our own, because trees may be deep."""
        stack = [(query, self._begin(query))]
        answer: Formula | None = None
        while stack:
            asked, work = stack[-1]
            try:
                wanted = work.send(answer)  # type: ignore[arg-type]
            except StopIteration as finished:
                answer = self._known[asked] = finished.value
                stack.pop()
                continue
            answer = self._known.get(wanted)
            if answer is None:
                stack.append((wanted, self._begin(wanted)))
        assert answer is not None  # the first query has been answered
        return answer

    def _begin(self, query: Query) -> Answering:
        work: Answering = getattr(self, query[0])(*query[1:])
        return work

    def _staying(self, n: int, chosen: int, vector: Vector, here: Any) -> Query:
        """Return the question whether a branch worth so much is left; a single mover looks at its own payoff only."""
        node = self.below.nodes[n]
        if isinstance(node, Move):
            i = self.players.index(node.player)
            return "_best", n, chosen, i, vector[i], here
        return "_stable", n, chosen, vector, here

    # Queries

    def _best(self, n: int, chosen: int, i: int, value: int, here: Any) -> Answering:
        """Where the one who moves at a node does not gain for sure by leaving a branch that is worth so much."""
        parts: list[Formula] = []
        for place, child in enumerate(self.below.children[n]):
            if place != chosen:
                parts.append((yield ("_low", child, i, value, here)))
                if is_false(parts[-1]):
                    return FALSE
        return conjunction(parts)

    def _stable(self, n: int, chosen: int, vector: Vector, here: Any) -> Answering:
        """Where nobody who may deviate at a stage gains for sure by leaving a profile that is worth so much."""
        node = self.below.nodes[n]
        assert isinstance(node, Stage)
        profile = self.below.profiles[n][chosen]
        parts: list[Formula] = []
        for place, child in enumerate(self.below.children[n]):
            if place == chosen:
                continue
            other = self.below.profiles[n][place]
            movers = {who for who, a, b in zip(node.movers, profile, other, strict=True) if a != b}
            groups = [{who} for who in movers] if len(movers) == 1 else self._coalitions(movers, node.movers)
            if not groups:
                parts.append((yield ("_exists", child)))
            elif len(groups) == 1:
                some = []
                for player in sorted(groups[0], key=self.players.index):
                    i = self.players.index(player)
                    some.append((yield ("_low", child, i, vector[i], here)))
                parts.append(disjunction(some))
            else:
                order = tuple(tuple(sorted(map(self.players.index, group))) for group in groups)
                parts.append((yield ("_within", child, order, vector, here)))
            if is_false(parts[-1]):
                return FALSE
        return conjunction(parts)

    def _low(self, n: int, i: int, value: int, here: Any) -> Answering:
        """Where some subgame-perfect continuation gives player i at most so much."""
        node = self.below.nodes[n]
        if isinstance(node, End):
            ((vector, _),) = self.below.vectors[n].items()
            return self.compare.at_least(i, value, vector[i], here, self.below.paths[n])
        parts: list[Formula] = []
        if isinstance(node, Move) and node.player == self.players[i]:
            for child in self.below.children[n]:
                parts.append((yield ("_low", child, i, value, here)))
            return conjunction(parts)
        if self.labelled:
            return (yield from self._some(n, ((i,),), {i: value}, here))
        for other in self._own(n, i):
            enough = self.compare.at_least(i, value, other, here, ())
            if not is_false(enough):
                parts.append(conjunction((enough, (yield ("_exactly", n, i, other)))))
        return disjunction(parts)

    def _exactly(self, n: int, i: int, value: int) -> Answering:
        """Where some subgame-perfect continuation gives player i exactly so much."""
        parts: list[Formula] = []
        for vector in self._own(n, i)[value]:
            parts.append((yield ("_reach", n, vector)))
        return disjunction(parts)

    def _own(self, n: int, i: int) -> dict[int, list[Vector]]:
        """Return the payoff vectors below a node by what they give a player."""
        if (n, i) not in self._by_payoff:
            found: dict[int, list[Vector]] = {}
            for vector in self.below.vectors[n]:
                found.setdefault(vector[i], []).append(vector)
            self._by_payoff[n, i] = found
        return self._by_payoff[n, i]

    def _within(self, n: int, groups: tuple[tuple[int, ...], ...], vector: Vector, here: Any) -> Answering:
        """Where one subgame-perfect continuation leaves a member of every group without a gain."""
        return (yield from self._some(n, groups, vector, here))

    def _some(self, n: int, groups: Iterable[tuple[int, ...]], values: Any, here: Any) -> Answering:
        parts: list[Formula] = []
        for vector, history in self.below.vectors[n].items():
            there = (*self.below.paths[n], *history)
            enough = conjunction(
                disjunction(self.compare.at_least(i, values[i], vector[i], here, there) for i in group)
                for group in groups
            )
            if not is_false(enough):
                parts.append(conjunction((enough, (yield ("_reach", n, vector)))))
        return disjunction(parts)

    def _reach(self, n: int, vector: Vector) -> Answering:
        """Where some subgame-perfect continuation pays exactly this."""
        below, node = self.below, self.below.nodes[n]
        parts: list[Formula] = []
        if isinstance(node, End):
            return TRUE
        if isinstance(node, Chance):
            for after in below.sources[n][vector]:
                every = []
                for child, part in zip(below.children[n], after, strict=True):
                    every.append((yield ("_reach", child, part)))
                parts.append(conjunction(every))
            return disjunction(parts)
        for place, child in enumerate(below.children[n]):
            if vector in below.vectors[child]:
                here = self._label(n, place, vector)
                stable = yield self._staying(n, place, vector, here)
                if not is_false(stable):
                    parts.append(conjunction(((yield ("_reach", child, vector)), stable)))
        return disjunction(parts)

    def _exists(self, n: int) -> Answering:
        """Where there is a subgame-perfect continuation at all; a stage may have no equilibrium in pure actions."""
        if self.below.sure[n]:
            return TRUE
        parts: list[Formula] = []
        if isinstance(self.below.nodes[n], Stage):
            for vector in self.below.vectors[n]:
                parts.append((yield ("_reach", n, vector)))
            return disjunction(parts)
        for child in self.below.children[n]:
            parts.append((yield ("_exists", child)))
        return conjunction(parts)

    def _label(self, n: int, place: int, vector: Vector) -> Any:
        if not self.labelled:
            return None
        (step, _), child = self.below.nodes[n].branches[place], self.below.children[n][place]
        return (*self.below.paths[n], step, *self.below.vectors[child][vector])

    def _coalitions(self, deviating: set[str], movers: Sequence[str]) -> list[Coalition]:
        """Return the smallest coalitions that may do this together; if one is stopped, so are those that contain it."""
        able = [group for group in self.joint if deviating <= group <= set(movers)]
        return [group for group in able if not any(other < group for other in able)]


class Hopeful(Induction):
    """The same if everybody believed the best of everybody later: a small formula, true wherever the real one is.

    A point of it is a good guess at a point of the real one.
    """

    def _exactly(self, n: int, i: int, value: int) -> Answering:
        yield from ()
        return TRUE
