"""Reading a tree as the user wrote it: players known, payoffs exact, chance a matter of probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from gametheory.deduction import discharge
from gametheory.errors import GameError, PayoffError, quoted
from gametheory.forms.chance import owed
from gametheory.forms.moves import Chance, End, Move, Node, Stage, Step
from gametheory.forms.payoff import Payoff, read_payoff, require_defined, symbols_of
from gametheory.forms.tree_walk import nodes_with_paths, rebuilt
from gametheory.formulas.condition import Condition
from gametheory.formulas.formula import TRUE
from gametheory.incentive import shown
from gametheory.premise import Premises, premises


def read_tree(
    name: str, players: tuple[str, ...], root: Any, assuming: Any, parameters: Sequence[Any]
) -> tuple[Node, Premises, tuple[Any, ...]]:
    """Return the tree with exact payoffs, its premises and its parameters."""
    if not isinstance(root, (End, Move, Stage, Chance)):
        raise GameError(
            f"the root of {name} is {quoted(root):.60}; write gt.Move, gt.Stage, gt.Chance or gt.End there."
        )
    places = list(nodes_with_paths(root))
    for node, path in places:
        _require_players(node, players, name, path)
    assumed = premises(assuming)
    raw = [value for node, _ in places for value in _values(node)]
    known = symbols_of((*assumed.parameters, *parameters, *_expressions(raw)), name)
    reader = _Reader(known)
    read = {id(node): reader.values(node, players, f"{name} {_there(path)}") for node, path in places}
    new = rebuilt(root, lambda end: read[id(end)], lambda chance: read[id(chance)])
    used = symbols_of((*assumed.parameters, *reader.expressions), name)
    required = premises(assumed, parameters=used).required()
    symbols = {parameter.name: parameter for parameter in used}
    require_defined({where: value for value, where in reader.expressions.items()}, required, symbols)
    for node, path in nodes_with_paths(new):
        if isinstance(node, Chance):
            discharge(required, Condition(TRUE, owed(node, _there(path))), symbols)
    return new, required, used


class _Reader:
    """Payoffs and probabilities read once each; expressions are many, and the same ones come again."""

    def __init__(self, known: tuple[Any, ...]) -> None:
        self.known = known
        self.expressions: dict[Any, str] = {}

    def values(self, node: Node, players: tuple[str, ...], where: str) -> tuple[Payoff, ...]:
        if isinstance(node, Chance):
            steps = [step for step, _ in node.branches]
            return tuple(
                self._read(value, f"the probability of {shown(step)} in {where}")
                for step, value in zip(steps, node.probabilities, strict=True)
            )
        given = _values(node)
        return tuple(
            self._read(value, f"{player}'s payoff in {where}") for player, value in zip(players, given, strict=False)
        )

    def _read(self, value: Any, where: str) -> Payoff:
        if type(value) is int:  # the commonest payoff of a tree without parameters
            return Fraction(value)
        if getattr(value, "free_symbols", None) and value in self.expressions:
            return value
        read = read_payoff(value, self.known, where)
        if not isinstance(read, Fraction):
            self.expressions.setdefault(read, where)
        return read


def _require_players(node: Node, players: tuple[str, ...], name: str, path: tuple[Step, ...]) -> None:
    movers = node.movers if isinstance(node, (Move, Stage)) else ()
    for player in movers:
        if player not in players:
            raise GameError(
                f"{quoted(player)} moves in {name} {_there(path)}, but the players are {', '.join(players)}; name one "
                "of them, or add the player to the tree."
            )
    if isinstance(node, End) and len(node.payoffs) != len(players):
        raise PayoffError(
            f"the payoffs of {name} {_there(path)} are {len(node.payoffs)} for {len(players)} players "
            f"({', '.join(players)}); give a tuple with one payoff a player."
        )


def _values(node: Node) -> tuple[Any, ...]:
    return node.payoffs if isinstance(node, End) else node.probabilities if isinstance(node, Chance) else ()


def _expressions(values: Sequence[Any]) -> list[Any]:
    return list({value: None for value in values if getattr(value, "free_symbols", None)})


def _there(path: tuple[Step, ...]) -> str:
    return f"after {shown(path)}" if path else "at the root"
