"""Games in extensive form: who moves when, knowing what, and what each end pays, in numbers or expressions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from gametheory.errors import GameError, quoted
from gametheory.forms.chance import expected_payoffs, owed
from gametheory.forms.information import InformationSet, information_sets
from gametheory.forms.moves import Chance, End, Node
from gametheory.forms.normal import Game
from gametheory.forms.payoff import Payoff, payoff_at, premises_at, read_point
from gametheory.forms.plays import Play, list_plays, visits
from gametheory.forms.tree_reading import read_tree
from gametheory.forms.tree_walk import nodes_with_paths, rebuilt
from gametheory.forms.words import distinct_words, require_name
from gametheory.formulas.condition import Condition, Obligation, all_of
from gametheory.formulas.formula import TRUE
from gametheory.incentive import shown
from gametheory.point import point_given
from gametheory.premise import Premises


@dataclass(frozen=True, init=False, eq=False)
class Tree:
    """A game in extensive form.

    Parameters
    ----------
    name : str
        What the game is called in tables and messages.
    players : sequence of str
        At least one; distinct. The payoffs of an end are in this order.
    root : Move, Stage, Chance or End
        Where it begins.
    assuming : relations, Premise or Premises, optional
        What is assumed of the parameters. Their declared bounds are always assumed.
    parameters : sequence of Parameter, optional
        Parameters that payoffs written as text may use, beside those of `assuming` and of the other payoffs.

    Raises
    ------
    GameError
        If a node names a player that is not in the game, if probabilities are not probabilities, or if moves that
        share information do not fit together.
    PayoffError
        If an end has not one payoff a player, or a payoff is not exact.
    UndefinedPayoffError
        For a payoff that divides by zero somewhere within the premises.
    AssumptionError
        If the premises contradict each other; the smallest contradiction is its `core`.

    Notes
    -----
    An outcome of a tree is the name of an end, or the play that leads to it: the history as a tuple, one step a node
    (an action; a profile where several move at once). Where chance falls on the way, a play is a plan: a tuple with
    one history for every way in which chance may fall. A plan has the name that all its ends share.

    References
    ----------
    Osborne, M. J. and Rubinstein, A. (1994), "A Course in Game Theory", sections 6.1, 6.3 and 11.1.

    Examples
    --------
    >>> import gametheory as gt
    >>> loss = gt.Parameter("loss", meaning="what fighting costs the incumbent", above=0)
    >>> entry = gt.Tree("Entry", players=("entrant", "incumbent"), root=gt.Move("entrant", {
    ...     "in": gt.Move("incumbent", {"fight": gt.End((-1, 1 - loss)), "share": gt.End((1, 1))}),
    ...     "out": gt.End((0, 2), outcome="monopoly")}))
    >>> print(entry)
    Entry (entrant, incumbent)
    entrant
      in: incumbent
        fight: (-1, 1 - loss)
        share: (1, 1)
      out: monopoly (0, 2)
    assuming loss > 0
    >>> entry.plays
    (('in', 'fight'), ('in', 'share'), ('out',))
    """

    name: str
    players: tuple[str, ...]
    root: Node
    premises: Premises
    parameters: tuple[Any, ...]
    information: tuple[InformationSet, ...]

    def __init__(
        self,
        name: str,
        players: Sequence[str],
        root: Node,
        assuming: Any = (),
        parameters: Sequence[Any] = (),
    ) -> None:
        names = distinct_words(players, "the players", require_name(name))
        read_root, assumed, used = read_tree(name, names, root, assuming, parameters)
        fields = {"name": name, "players": names, "root": read_root, "premises": assumed, "parameters": used}
        for field, value in fields.items():
            object.__setattr__(self, field, value)
        object.__setattr__(self, "information", information_sets(read_root, name))

    # What may happen

    @cached_property
    def plays(self) -> tuple[Play, ...]:
        """Every play, in the order of the tree.

        Raises
        ------
        CapacityError
            If chance moves multiply the plays beyond what can be listed.
        """
        return tuple(play for play, _ in self._plays)

    @cached_property
    def _plays(self) -> tuple[tuple[Play, frozenset[str | None]], ...]:
        return list_plays(self.root, self.name)

    @cached_property
    def outcomes(self) -> tuple[str, ...]:
        """The names of ends, in the order of the tree."""
        ends = (node for node, _ in nodes_with_paths(self.root) if isinstance(node, End))
        return tuple(dict.fromkeys(end.outcome for end in ends if end.outcome is not None))

    def plays_of(self, outcome: Any) -> tuple[Play, ...]:
        """Return the plays of an outcome: a play, or all that lead to ends of one name.

        Raises
        ------
        GameError
            If there is no such play or name.
        """
        if isinstance(outcome, str):
            if outcome not in self.outcomes:
                raise GameError(
                    f"{self.name} has no outcome {quoted(outcome)}; its named outcomes are "
                    f"{', '.join(self.outcomes) or 'none'}; a play is a tuple of steps."
                )
            return tuple(play for play, names in self._plays if names == {outcome})
        passed = visits(self.root, outcome, self.name)
        histories = tuple(visit.history for visit in passed if isinstance(visit.node, End))
        return (histories[0] if len(histories) == 1 else histories,)

    def payoffs(self, play: Play) -> tuple[Payoff, ...]:
        """Return what a play is worth to each player: what its end pays, or what is expected of a plan."""
        worth: dict[int, tuple[Payoff, ...]] = {}
        passed = visits(self.root, play, self.name)
        for place in reversed(range(len(passed))):
            node, after = passed[place].node, [worth[later] for later in passed[place].following]
            if isinstance(node, End):
                worth[place] = node.payoffs
            else:
                worth[place] = expected_payoffs(node, after) if isinstance(node, Chance) else after[0]
        return worth[0]

    def position(self, player: str) -> int:
        """Return a player's place in the order of players; an unknown name is a GameError."""
        if not isinstance(player, str) or player not in self.players:
            raise GameError(f"{self.name} has no player {quoted(player)}; its players are {', '.join(self.players)}.")
        return self.players.index(player)

    @cached_property
    def obligations(self) -> tuple[Obligation, ...]:
        """What premises must imply before anything may be said of the tree: that payoffs and chances have a meaning."""
        from gametheory.formulas.translate import comparison

        owing: dict[Any, Condition] = {}
        for node, path in nodes_with_paths(self.root):
            if isinstance(node, Chance):
                owing[path] = Condition(TRUE, owed(node, f"after {shown(path)}" if path else "at the root"))
            elif isinstance(node, End):
                for payoff in node.payoffs:
                    if not isinstance(payoff, Fraction) and payoff not in owing:
                        owing[payoff] = comparison(payoff, ">=", 0)
        return all_of(owing.values()).obligations

    # Other forms

    def at(self, point: Mapping[Any, Any] | None = None, /, **values: Any) -> Tree:
        """Return the tree with numbers for some or all parameters.

        Parameters
        ----------
        point : mapping of Parameter or str to exact number, optional
            The values.
        **values : exact number
            The same by name.

        Returns
        -------
        Tree

        Raises
        ------
        AssumptionError
            If the numbers violate a premise.

        Examples
        --------
        >>> import gametheory as gt
        >>> x = gt.Parameter("x", above=0)
        >>> tree = gt.Tree("One choice", ["China"], gt.Move("China", {"stay": gt.End([x]), "go": gt.End([1])}))
        >>> print(tree.at(x=3))
        One choice (China)
        China
          stay: (3)
          go: (1)
        """
        given = point_given(point, values)
        if not given:
            return self
        replaced = read_point(given, {p.name: p for p in self.parameters}, self.name)
        root = rebuilt(
            self.root,
            lambda end: (payoff_at(payoff, replaced) for payoff in end.payoffs),
            lambda chance: (payoff_at(probability, replaced) for probability in chance.probabilities),
        )
        return Tree(self.name, self.players, root, premises_at(self.premises, replaced, self.name))

    def normal_form(self) -> Game:
        """Return the game in normal form: an action is what a player does wherever it may have to choose.

        Returns
        -------
        Game
            Its outcomes are the names of ends that a profile leads to whatever chance does. The actions are named
            after what is chosen at each place, in the order of the tree: ``contain/hold back``.

        Raises
        ------
        CapacityError
            If there are more profiles than can be listed.

        Examples
        --------
        >>> import gametheory as gt
        >>> tree = gt.Tree("Entry", ("entrant", "incumbent"), gt.Move("entrant", {
        ...     "in": gt.Move("incumbent", {"fight": gt.End((-1, 0)), "share": gt.End((1, 1))}),
        ...     "out": gt.End((0, 2))}))
        >>> print(tree.normal_form())
        Entry
                         incumbent
                     fight    share
        entrant in   -1, 0    1, 1
                out  0, 2     0, 2
        """
        from gametheory.forms.strategies import strategic_form

        return strategic_form(self)

    def __str__(self) -> str:
        from gametheory.forms.tree_text import tree_text

        return tree_text(self)

    def __repr__(self) -> str:
        return f"<Tree {self.name!r}: {', '.join(self.players)}>"
