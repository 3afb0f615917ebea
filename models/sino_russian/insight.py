"""A sentence about the games that neither paper states, and how its proofs are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import gametheory as gt

Kind = Literal["theorem", "example", "data-bound", "refuted"]


@dataclass(frozen=True, eq=False)
class Insight:
    """A sentence about the games that neither paper states.

    Parameters
    ----------
    name : str
        What it says, in short.
    kind : {"theorem", "example", "data-bound", "refuted"}
        How it stands.
    statements : tuple of Statement or Region
        What is proved of the games: what a theorem says, what holds at the numbers of an example, what refutes. A
        data-bound sentence has none.
    premises : tuple of Premise or relation
        What is assumed; replaces what a game assumes of its own, if there is any.
    note : str
        How far it reaches; for the other kinds, why it is no theorem.
    """

    name: str
    kind: Kind
    statements: tuple[Any, ...] = ()
    premises: tuple[Any, ...] = ()
    note: str = ""


def proofs(insight: Insight) -> tuple[gt.Verdict, ...]:
    """Decide the statements of an insight; the `premises` of each verdict are the shortest set found.

    Parameters
    ----------
    insight : Insight
        Of any kind.

    Returns
    -------
    tuple of Verdict
        One for each statement, in order.
    """
    return tuple(gt.prove(statement, assuming=insight.premises) for statement in insight.statements)
