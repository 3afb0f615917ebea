"""How a claim enters a tension: in one of its readings, under its id.

A tension is between sentences that cannot be true at one point, so each claim enters it in the reading in which it
contradicts the other. That may be a reading that its mechanism gives (`reading`), or what the sentence says about the
one game in which both are put (`says`). The name of a party starts with the claim's id, or with the paper's key for a
sentence that the ledger has no claim for; what follows says which reading was chosen.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt


def reading(claims: tuple[gt.Claim, ...], id: str, words: str = "") -> gt.Reading:
    """Return the reading of a claim whose name begins with these words; without any, the first."""
    (claim,) = (claim for claim in claims if claim.id == id)
    chosen, *_ = (one for one in claim.readings if one.name.startswith(words))
    return gt.Reading(f"{id}: {chosen.name}", chosen.statement, stated=chosen.stated)


def says(who: str, words: str, statement: Any, stated: Any = ()) -> gt.Reading:
    """Return what a claim, or a passage of a paper, says about the game of the tension."""
    return gt.Reading(f"{who}: {words}", statement, stated=stated)
