"""The asymmetric partnership (Kuliani 2012, Summary, sections 3.1.3, 3.2, 4.7, 4.8, 5, 5.6; Paszak, sections 1, 2).

The mechanism. China outgrows Russia. Paszak: the gap eats at the base of the partnership, since a Russia that sees
itself as a great power will not take second rank; yet the same wish, and isolation, drew it east. Kuliani: as China
becomes a superpower Russia will have to give it priority, whatever its relations with the West; China, which rates
Russia low, is not held back by it, gains influence through trade, and stays in a tie while it gains by it.

What the papers leave open, and what is done about it here.

* Whether a larger disparity makes Russia want a closer tie or a looser one. disparity.py has one decision for both:
  what the disparity adds to each step, against what second rank costs. The sign of the difference is the premise that
  separates the two papers; neither states it.
* What "independent" of the West needs. A top level that is reached already at the lowest hostility considered: then
  hostility can add nothing. Without a top level it always adds something. Priority may also mean attention.
* What a low rating does (expansion.py). That Russia is feared less is not enough: each further step must be feared
  less, or, for China not to be held back at all, not be feared.
* What influence through trade is. leverage.py: half the gap in dependence, or the most that Russia would concede.
* Whether China looks ahead, and may come back (participation.py); the thesis says that it stays while it gains.
* Whether a smaller US presence is worth more to Russia than the status quo it clings to (programme.py).

Every function that a paper leaves open enters by its values in the situations compared. Utilities are each player's
own; only in leverage.py is something handed over that both value in one unit. The decisions of one state take the
partner's consent for granted: they say what Russia or China would want, not what comes about; disparity.py adds China.
The claims stand beside their games: disparity, priority, expansion, leverage, participation, programme (.py).
"""

from __future__ import annotations

from sino_russian.disparity import PULLS_EAST, UNDERMINES, in_proportion, large_high, large_low, pair_large, small_low
from sino_russian.expansion import (
    ASSERTIVE,
    UNCONSTRAINED,
    as_china_rates,
    as_russia_rates,
    costly,
    strong,
    weak,
    window,
)
from sino_russian.leverage import LEVERAGE, asks
from sino_russian.participation import PARTICIPATION, for_good
from sino_russian.priority import PRIORITY, attention_later
from sino_russian.programme import VISIONS, visions, with_a_common_gain

CLAIMS = (
    UNDERMINES, PRIORITY, UNCONSTRAINED, LEVERAGE, PARTICIPATION, ASSERTIVE, VISIONS, PULLS_EAST,
)  # fmt: skip
GAMES = (
    small_low, large_low, large_high, pair_large, in_proportion, attention_later, as_china_rates, as_russia_rates, asks,
    for_good, weak, strong, costly, window, visions, with_a_common_gain,
)  # fmt: skip
