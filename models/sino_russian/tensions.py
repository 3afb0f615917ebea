"""The contradictions and tensions of the two papers, as values: what cannot be true together, and what parts it.

The names begin with the number that a tension has in the list at the end of the ledger of claims; 34, which follows its
last, is the second half of its no. 2. Most are computed: a proof that at no point both sentences are true, and two
points that differ in one parameter, at each of which one of them is. Two come out as compatible, with a point at which
all is true. What no game decides (a date, a figure, a word) is listed with the reason.

Where both sentences are put to one game, that they exclude each other is nearly immediate, and the content is in what
parts them. A contradiction is one between readings: that two sentences contradict each other in the readings chosen
here does not say that their authors must have meant these. Where a reading is known in which they agree, the docstring
of the module that has the tension says so (tensions_in_kuliani, tensions_in_paszak, tensions_between).
"""

from __future__ import annotations

from functools import cache

import gametheory as gt
from sino_russian.tensions_between import between
from sino_russian.tensions_in_kuliani import within_kuliani
from sino_russian.tensions_in_paszak import within_paszak


@cache
def tensions() -> tuple[gt.Tension, ...]:
    """Return all of them, in the order of their numbers; it takes some seconds, once."""
    found = (*within_kuliani(), *within_paszak(), *between())
    return tuple(sorted(found, key=number))


def number(tension: gt.Tension) -> int:
    """Return a tension's number: that in the ledger's list, or 34."""
    return int(tension.name.partition(".")[0])
