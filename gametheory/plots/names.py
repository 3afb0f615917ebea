"""What the sets of outcomes of a map are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gametheory.errors import ConceptError
from gametheory.incentive import shown
from gametheory.plots.section import Section

OUTSIDE = "outside the premises"


@dataclass(frozen=True, eq=False)
class Names:
    """Human names for sets of outcomes.

    Parameters
    ----------
    section : Section
        Whose outcomes.
    given : mapping of frozenset of outcomes to str
        The user's names.
    """

    section: Section
    given: Mapping[frozenset[Any], str]

    def of(self, outcomes: tuple[Any, ...] | None) -> str:
        """Return the name of a set of outcomes: the user's, or one made from the outcomes."""
        if outcomes is None:
            return OUTSIDE
        return self.given.get(frozenset(outcomes)) or _capital(self.described(outcomes))

    def named(self, outcomes: tuple[Any, ...] | None) -> bool:
        """Say whether the user gave a name."""
        return outcomes is not None and frozenset(outcomes) in self.given

    def described(self, outcomes: tuple[Any, ...]) -> str:
        """Say which outcomes a set has."""
        if outcomes:
            return " or ".join(self.outcome(outcome) for outcome in outcomes)
        if self.section.game is not None:
            return "no equilibrium in pure actions" if "Nash" in self.section.title else "none of the outcomes"
        (first, *others) = self.section.outcomes
        return "none of these" if others else f"not {_small(self.outcome(first))}"

    def outcome(self, outcome: Any) -> str:
        """Say in words what an outcome is: ``both cheat``, or who does what."""
        if isinstance(outcome, str) or self.section.game is None:
            return shown(outcome)
        players = self.section.game.players
        if len(players) == 1:
            return shown(outcome[0])
        if len(set(outcome)) == 1:
            return f"{'both' if len(players) == 2 else 'all'} {outcome[0]}"
        odd = [place for place, action in enumerate(outcome) if outcome.count(action) == 1]
        if len(players) > 2 and len(odd) == 1 and len(set(outcome)) == 2:
            (place,) = odd
            return f"{players[place]}: {outcome[place]}, others: {outcome[place - 1]}"
        return ", ".join(f"{player}: {action}" for player, action in zip(players, outcome, strict=True))


def read_names(section: Section, given: Mapping[Any, str] | None) -> Names:
    """Return the names of a map; a key is an outcome, or a tuple or frozenset of outcomes.

    Raises
    ------
    ConceptError
        For a key that is neither.
    """
    known = set(section.outcomes)
    read: dict[frozenset[Any], str] = {}
    for key, name in (given or {}).items():
        members = frozenset((key,)) if key in known else frozenset(key) if isinstance(key, (tuple, frozenset)) else None
        if members is None or not members <= known:
            some = ", ".join(repr(outcome) for outcome in section.outcomes[:4])
            raise ConceptError(
                f"names has the key {key!r}, which is no outcome and no tuple of outcomes of this map; the outcomes "
                f"are {some}{', ...' if len(section.outcomes) > 4 else ''}, and () stands for none of them."
            )
        read[members] = name
    return Names(section, read)


def _capital(words: str) -> str:
    # A short first word may be a symbol: "p" is not "P".
    first = words.split(" ")[0]
    return words[:1].upper() + words[1:] if len(first) > 2 or first == "no" else words


def _small(words: str) -> str:
    # A name that begins with a capital is made small inside a sentence, unless it looks like an abbreviation.
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
