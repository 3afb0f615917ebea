"""What a tree is built of: a player's move, a stage where several move at once, a chance move, an end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from gametheory.errors import GameError, PayoffError, quoted
from gametheory.forms.words import row
from gametheory.incentive import shown

Step = str | tuple[str, ...]
"""What happens at a node: an action, a profile of a stage, or how chance falls."""


@dataclass(frozen=True, init=False, eq=False, repr=False)
class End:
    """Where a tree ends.

    Parameters
    ----------
    payoffs : sequence of payoffs
        One a player of the tree, in the order of its players: exact numbers, expressions in parameters, or text in
        the grammar of ``gt.exact``.
    outcome : str, optional
        What is then the case; several ends may share a name.

    Raises
    ------
    PayoffError
        If the payoffs are no sequence.
    GameError
        If the outcome is no name.

    Examples
    --------
    >>> import gametheory as gt
    >>> gt.End((1, "1/2"), outcome="peace")
    <End: peace>
    """

    payoffs: tuple[Any, ...]
    outcome: str | None
    branches: tuple[tuple[Step, Node], ...] = ()

    def __init__(self, payoffs: Sequence[Any], outcome: str | None = None) -> None:
        own = row(payoffs)
        if own is None:
            raise PayoffError(
                f"the payoffs of an end are {quoted(payoffs):.60}; give a tuple with one payoff a player."
            )
        if outcome is not None:
            _require_name(outcome, "the outcome of an end")
        object.__setattr__(self, "payoffs", own)
        object.__setattr__(self, "outcome", outcome)

    def __repr__(self) -> str:
        return f"<End: {self.outcome or shown(tuple(quoted(payoff, str) for payoff in self.payoffs))}>"


@dataclass(frozen=True, init=False, eq=False, repr=False)
class Move:
    """Where one player chooses.

    Parameters
    ----------
    player : str
        Who.
    branches : mapping of str to node
        What follows each action; at least one.
    information : str, optional
        A name shared by all moves of this player that the player cannot tell apart when choosing. Without it the
        player knows where in the tree the move is.

    Raises
    ------
    GameError
        If there is no action, an action is no name, or what follows is no node.

    Examples
    --------
    >>> import gametheory as gt
    >>> gt.Move("Ann", {"in": gt.End((1, 2)), "out": gt.End((0, 0))})
    <Move: Ann, in or out>
    """

    player: str
    branches: tuple[tuple[Step, Node], ...]
    information: str | None

    def __init__(self, player: str, branches: Mapping[str, Node], information: str | None = None) -> None:
        _require_name(player, "the player of a move")
        if information is not None:
            _require_name(information, f"the information of a move of {player}")
        object.__setattr__(self, "player", player)
        object.__setattr__(self, "branches", _read_branches(branches, f"a move of {player}", "an action"))
        object.__setattr__(self, "information", information)

    @property
    def movers(self) -> tuple[str, ...]:
        """Who chooses here."""
        return (self.player,)

    def __repr__(self) -> str:
        return f"<Move: {self.player}, {' or '.join(str(step) for step, _ in self.branches)}>"


@dataclass(frozen=True, init=False, eq=False, repr=False)
class Stage:
    """Where several players choose at once, none knowing what the others choose.

    Parameters
    ----------
    players : sequence of str
        Who; at least two.
    branches : mapping of profile to node
        What follows each profile, one action a player in the order of these players. Every combination of actions
        must be there.

    Raises
    ------
    GameError
        If the players or the profiles do not fit together, or what follows is no node.

    Examples
    --------
    >>> import gametheory as gt
    >>> gt.Stage(("Ann", "Bob"), {(a, b): gt.End((0, 0)) for a in ("yes", "no") for b in ("yes", "no")})
    <Stage: Ann and Bob, 2x2>
    """

    movers: tuple[str, ...]
    branches: tuple[tuple[Step, Node], ...]
    actions: tuple[tuple[str, ...], ...]

    def __init__(self, players: Sequence[str], branches: Mapping[tuple[str, ...], Node]) -> None:
        if isinstance(players, str) or len(tuple(players)) < 2:
            raise GameError(f"a stage has the players {quoted(players)}; name at least two, or write gt.Move for one.")
        movers = tuple(players)
        for player in movers:
            _require_name(player, "a player of a stage")
            if movers.count(player) > 1:
                raise GameError(f"a stage has the player {quoted(player)} twice; every player chooses once.")
        where = f"a stage of {' and '.join(movers)}"
        _require_mapping(branches, where, "a profile")
        object.__setattr__(self, "movers", movers)
        object.__setattr__(self, "actions", _stage_actions(branches, movers, where))
        _require_nodes(branches, where)
        object.__setattr__(self, "branches", tuple((tuple(profile), node) for profile, node in branches.items()))

    def __repr__(self) -> str:
        shape = "x".join(str(len(own)) for own in self.actions)
        return f"<Stage: {' and '.join(self.movers)}, {shape}>"


@dataclass(frozen=True, init=False, eq=False, repr=False)
class Chance:
    """Where chance decides.

    Parameters
    ----------
    branches : mapping of str to (probability, node)
        How chance may fall, how likely that is, and what follows. Probabilities are exact numbers or expressions; the
        tree makes sure that they are at least 0 and add up to 1.

    Raises
    ------
    GameError
        If there is no branch, or one is not a probability with a node.

    Examples
    --------
    >>> import gametheory as gt
    >>> gt.Chance({"war": ("1/3", gt.End((-1, -1))), "peace": ("2/3", gt.End((0, 0)))})
    <Chance: war or peace>
    """

    branches: tuple[tuple[Step, Node], ...]
    probabilities: tuple[Any, ...]

    def __init__(self, branches: Mapping[str, tuple[Any, Node]]) -> None:
        _require_mapping(branches, "a chance move", "a word")
        for fall, pair in branches.items():
            if not isinstance(pair, (tuple, list)) or len(pair) != 2:
                raise GameError(
                    f"what follows {quoted(fall)} at a chance move is {quoted(pair):.60}; give a probability and a "
                    "node: "
                    '{"war": ("1/3", gt.End(...))}.'
                )
        following = {fall: node for fall, (_, node) in branches.items()}
        object.__setattr__(self, "branches", _read_branches(following, "a chance move", "a word"))
        object.__setattr__(self, "probabilities", tuple(probability for probability, _ in branches.values()))

    def __repr__(self) -> str:
        return f"<Chance: {' or '.join(str(step) for step, _ in self.branches)}>"


Node = End | Move | Stage | Chance
"""Where a tree may be."""


def choices(node: Move | Stage) -> tuple[tuple[tuple[str, ...], Node], ...]:
    """Return what follows each profile at a node where one or more players choose."""
    return tuple((step if isinstance(step, tuple) else (step,), child) for step, child in node.branches)


def _require_name(word: Any, what: str) -> None:
    if not isinstance(word, str) or not word.strip():
        raise GameError(f"{what} is {quoted(word):.60}, which is not a name; write a word.")


def _require_mapping(branches: Any, where: str, what: str) -> None:
    if not isinstance(branches, Mapping):
        raise GameError(f"{where} is given {quoted(branches):.60}; give a mapping from {what} to what follows it.")
    if not branches:
        raise GameError(f"{where} leads nowhere; give at least one branch, or write gt.End there.")


def _require_nodes(branches: Mapping[Any, Any], where: str) -> None:
    for step, node in branches.items():
        if not isinstance(node, (End, Move, Stage, Chance)):
            raise GameError(
                f"what follows {shown(step)} at {where} is {quoted(node):.60}; write gt.End(payoffs), gt.Move, "
                "gt.Stage or gt.Chance there."
            )


def _read_branches(branches: Mapping[str, Node], where: str, what: str) -> tuple[tuple[Step, Node], ...]:
    _require_mapping(branches, where, what)
    for step in branches:
        _require_name(step, f"{what} at {where}")
    _require_nodes(branches, where)
    return tuple(branches.items())


def _stage_actions(
    branches: Mapping[tuple[str, ...], Any], players: tuple[str, ...], where: str
) -> tuple[tuple[str, ...], ...]:
    for profile in branches:
        if not isinstance(profile, tuple) or len(profile) != len(players):
            raise GameError(
                f"{quoted(profile):.60} is no profile of {where}; give one action a player in the order "
                f"{', '.join(players)}."
            )
        for action in profile:
            _require_name(action, f"an action at {where}")
    actions = tuple(tuple(dict.fromkeys(profile[place] for profile in branches)) for place in range(len(players)))
    missing = [profile for profile in product(*actions) if profile not in branches]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise GameError(f"{where} says nothing of {shown(missing[0])}{more}; every combination of actions leads on.")
    return actions
