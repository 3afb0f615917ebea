"""The core tree: China and Russia choose the level, the United States sees it and replies.

Both must want an alliance, so one refusal leaves the partnership. The United States contains where that saves it more
than it costs: after an alliance where ell_2 > kappa, after a partnership where ell_1 > kappa. That makes four policies;
only the conditional one (ell_1 < kappa < ell_2) sets containment against the alliance. theta_U is what an alliance
costs the United States whatever its reply, mu_i the share of i's loss that its ally offsets.

                       China                          Russia                         United States
  partnership
    hold back          v_C1                           v_R1                           0
    contain            v_C1 - k_C                     v_R1 - k_R                     ell_1 - kappa
  alliance
    hold back          v_C2 - f_C                     v_R2 - f_R                     -theta_U
    contain            v_C2 - f_C - (1 - mu_C) k_C    v_R2 - f_R - (1 - mu_R) k_R    ell_2 - kappa - theta_U
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.levels import ALLIES, LEVELS
from sino_russian.quantities import f_C, f_R, k_C, k_R, v_C1, v_C2, v_R1, v_R2

PLAYERS = (*ALLIES, "United States")
REPLIES = ("contain", "hold back")
CHOICES = LEVELS[1:]


def of_us(name: str, meaning: str, **bounds: Any) -> gt.Parameter:
    """Return a parameter in the utility of the United States."""
    return gt.Parameter(name, meaning=meaning, unit="United States' utility", source="free: no paper says", **bounds)


ell_1 = of_us("ell_1", "what containing a partnership saves the United States", at_least=0)
ell_2 = of_us("ell_2", "what containing an alliance saves the United States", at_least=0)
kappa = of_us("kappa", "what containing costs the United States", above=0)
theta_U = of_us("theta_U", "what an alliance does to the United States whatever its reply", at_least=0)
g_U = of_us("g_U", "what a concession to Russia would cost the United States", at_least=0)
g_R = gt.Parameter("g_R", meaning="what that concession is worth to Russia", unit="Russia's utility", at_least=0)
mu_C, mu_R = gt.parameters("mu_C mu_R", meaning="share of the loss that an ally offsets", at_least=0, at_most=1)

CELLS = {
    ("partnership", "hold back"): (v_C1, v_R1, 0),
    ("partnership", "contain"): (v_C1 - k_C, v_R1 - k_R, ell_1 - kappa),
    ("alliance", "hold back"): (v_C2 - f_C, v_R2 - f_R, -theta_U),
    ("alliance", "contain"): (v_C2 - f_C - (1 - mu_C) * k_C, v_R2 - f_R - (1 - mu_R) * k_R, ell_2 - kappa - theta_U),
}
REACHED = {(i, j): "alliance" if i == j == "alliance" else "partnership" for i in CHOICES for j in CHOICES}


def reply(level: str) -> gt.Move:
    """Return the move of the United States at a level."""
    return gt.Move("United States", {do: gt.End(CELLS[level, do], outcome=level) for do in REPLIES})


core = gt.Tree("The core tree", PLAYERS, gt.Stage(ALLIES, {pair: reply(level) for pair, level in REACHED.items()}))
after_alliance = gt.Tree("After an alliance", PLAYERS, reply("alliance"))
after_partnership = gt.Tree("After a partnership", PLAYERS, reply("partnership"))

# The same payoffs if nobody sees what the others do.

all_at_once = gt.Game(
    "Everybody at once",
    PLAYERS,
    (CHOICES, CHOICES, REPLIES),
    {(*chosen, do): CELLS[level, do] for chosen, level in REACHED.items() for do in REPLIES},
    outcomes={"alliance": [("alliance", "alliance", do) for do in REPLIES]},
)

# A third reply to an alliance: a concession to Russia, which then leaves China or stays.

after_a_concession = gt.Move(
    "Russia",
    {
        "leave China": gt.End((v_C1, v_R1 + g_R, -g_U), outcome="partnership"),
        "stay": gt.End(CELLS["alliance", "hold back"], outcome="alliance"),
    },
)
with_a_wedge = gt.Tree(
    "After an alliance, with a concession to Russia",
    PLAYERS,
    gt.Move("United States", {**dict(reply("alliance").branches), "concede": after_a_concession}),
)
