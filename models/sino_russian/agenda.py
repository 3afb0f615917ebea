"""Opposing and proposing on one issue (Kuliani 2012, section 4.6; section 5, at note 67).

Carrying something takes both, blocking takes one. China, Russia and the status quo are points on a line, and utility
falls with distance. Only who is nearer matters. Left out: in the Security Council the United States has a veto as well,
so that what the two would carry there may still fail.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.levels import ALLIES

ideal_C, ideal_R, quo, move, agenda = (
    gt.Parameter(name, meaning=meaning, unit="position on one issue", source="free: the thesis gives none")
    for name, meaning in {
        "ideal_C": "what China would like best",
        "ideal_R": "what Russia would like best",
        "quo": "the status quo",
        "move": "what the United States proposes",
        "agenda": "what the two might propose",
    }.items()
)
VOTES = ("support", "refuse")


def vote(proposal: Any, name: str) -> gt.Game:
    """Return the vote on a proposal: it passes if both support it, else the status quo stays."""
    passes = {(i, j): i == j == "support" for i in VOTES for j in VOTES}
    china, russia = ((-abs(quo - ideal), -abs(proposal - ideal)) for ideal in (ideal_C, ideal_R))
    return gt.Game(
        name,
        ALLIES,
        VOTES,
        {votes: (china[passed], russia[passed]) for votes, passed in passes.items()},
        outcomes={
            "passes": [votes for votes, passed in passes.items() if passed],
            "fails": [votes for votes, passed in passes.items() if not passed],
        },
    )


def carried(proposal: Any) -> gt.Region:
    """Return where the two, together, choose to carry a proposal and nothing else."""
    return gt.only(gt.strong_nash, vote(proposal, "A proposal of their own"), "passes")


blocked = gt.only(gt.strong_nash, vote(move, "A proposal of the United States"), "fails").called(
    "the American proposal is blocked"
)
initiative = (carried(agenda) | carried(ideal_C) | carried(ideal_R)).called(
    "they carry some proposal: any, or the wish of one of them"
)
same_side = gt.when(((ideal_C > quo) & (ideal_R > quo)) | ((ideal_C < quo) & (ideal_R < quo))).called(
    "both wishes lie strictly on one side of the status quo"
)
