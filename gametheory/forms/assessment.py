"""What everyone does in every situation it may find itself in: as any of its types, after any signal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from gametheory.errors import CapacityError, GameError, quoted

MOST_ASSESSMENTS = 4_096
"""So many are looked at in one call, and no more: they multiply with every type and every signal."""

Plan = tuple[tuple[str, str], ...]
"""(situation, action) pairs: what one player does as each of its types, or after each signal."""

Choices = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""By player: the situations it may be in, and its actions."""


@dataclass(frozen=True, eq=False)
class Assessment(Mapping[str, Mapping[str, str]]):
    """An action for every player in every situation: an immutable mapping, equal to the dict it can be written as.

    Parameters
    ----------
    plans : tuple of (player, plan)
        A plan is a tuple of (situation, action) pairs; a situation is a type of the player, or a signal it sees.

    Examples
    --------
    >>> from gametheory.forms.assessment import Assessment
    >>> assessment = Assessment((("China", (("strong", "stay"), ("weak", "yield"))), ("Russia", (("known", "wait"),))))
    >>> print(assessment)
    China: stay if strong, yield if weak; Russia: wait
    >>> assessment == {"China": {"strong": "stay", "weak": "yield"}, "Russia": {"known": "wait"}}
    True
    """

    plans: tuple[tuple[str, Plan], ...]

    def __getitem__(self, player: str) -> dict[str, str]:
        for name, plan in self.plans:
            if name == player:
                return dict(plan)
        raise KeyError(player)

    def __iter__(self) -> Iterator[str]:
        return (player for player, _ in self.plans)

    def __len__(self) -> int:
        return len(self.plans)

    def __hash__(self) -> int:
        return hash(frozenset((player, frozenset(plan)) for player, plan in self.plans))

    def __str__(self) -> str:
        return "; ".join(f"{player}: {plan_text(plan)}" for player, plan in self.plans)


def plan_text(plan: Plan) -> str:
    """Write a plan as ``stay if strong, yield if weak``; a plan for one situation as its action."""
    return plan[0][1] if len(plan) == 1 else ", ".join(f"{action} if {situation}" for situation, action in plan)


def every_plan(situations: tuple[str, ...], actions: tuple[str, ...]) -> Iterator[Plan]:
    """Yield every plan, what is done in the last situation changing fastest."""
    return (tuple(zip(situations, chosen, strict=True)) for chosen in product(actions, repeat=len(situations)))


def every_assessment(choices: Choices, name: str) -> tuple[Assessment, ...]:
    """Return all assessments of a game.

    Raises
    ------
    CapacityError
        If there are more than MOST_ASSESSMENTS.
    """
    count = prod(len(actions) ** len(situations) for situations, actions in choices.values())
    require_capacity(count, name)
    plans = [list(every_plan(*own)) for own in choices.values()]
    return tuple(Assessment(tuple(zip(choices, chosen, strict=True))) for chosen in product(*plans))


def require_capacity(count: int, name: str) -> None:
    """Refuse to look at more than MOST_ASSESSMENTS assessments."""
    if count > MOST_ASSESSMENTS:
        raise CapacityError(
            f"{name} has {count:,} pure assessments to look at, and at most {MOST_ASSESSMENTS:,} are listed; give the "
            "one you mean."
        )


def read_assessment(given: Any, choices: Choices, name: str) -> Assessment:
    """Return an assessment as users write it, checked and in the order of the game.

    Parameters
    ----------
    given : mapping of player to plan
        A plan is a mapping of situation to action, or one action for every situation.
    choices : mapping of player to (situations, actions)
        Of the game.
    name : str
        Of the game.

    Raises
    ------
    GameError
        For an unknown or missing player, situation or action.
    """
    if not isinstance(given, Mapping):
        player, (situations, actions) = next(iter(choices.items()))
        raise GameError(
            f"{quoted(given)} says not what every player of {name} does; write {{{player!r}: {{{situations[0]!r}: "
            f"{actions[0]!r}, ...}}, ...}}."
        )
    _same_names(given, tuple(choices), "player", name)
    plans = ((player, read_plan(given[player], *own, player, name)) for player, own in choices.items())
    return Assessment(tuple(plans))


def read_plan(given: Any, situations: tuple[str, ...], actions: tuple[str, ...], whose: str, name: str) -> Plan:
    """Return what one player does in every situation; a text is an action taken in all of them."""
    chosen = dict.fromkeys(situations, given) if isinstance(given, str) else given
    if not isinstance(chosen, Mapping):
        raise GameError(
            f"{whose}'s plan in {name} is {quoted(given)}; write {{{situations[0]!r}: {actions[0]!r}, ...}}."
        )
    _same_names(chosen, situations, f"{whose}'s situation", name)
    for action in chosen.values():
        if action not in actions:
            raise GameError(f"{whose} cannot choose {quoted(action)} in {name}; it can choose {', '.join(actions)}.")
    return tuple((situation, chosen[situation]) for situation in situations)


def _same_names(given: Mapping[Any, Any], known: tuple[str, ...], what: str, name: str) -> None:
    for one in given:
        if one not in known:
            raise GameError(f"{what} {quoted(one)} is not known in {name}; there are {', '.join(known)}.")
    missing = [one for one in known if one not in given]
    if missing:
        raise GameError(f"nothing is said in {name} of {what} {missing[0]!r}; say what is done there too.")
