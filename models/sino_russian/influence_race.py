"""The race for influence in Central Asia, before and after China has become stronger (Kuliani 2012, section 4.4).

A lottery contest: i pays c_i for each unit of effort and gets the share e_i/(e_C + e_R) of a prize that is worth V_i
to it. `gt.contest` has the equilibrium and the proof that there is no other. Neither paper gives a value or a cost:
only V_C/c_C and V_R/c_R count for the shares. "Winning" is a share of more than half.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.levels import ALLIES


def _above_zero(name: str, meaning: str, who: str) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit=f"{who}'s utility", above=0, source="free: neither paper says")


V_C = _above_zero("V_C", "what Central Asia is worth to China", "China")
V_R = _above_zero("V_R", "what Central Asia is worth to Russia", "Russia")
V_C_later = _above_zero("V_C_later", "V_C later", "China")
c_C = _above_zero("c_C", "what a unit of effort costs China", "China")
c_R = _above_zero("c_R", "what a unit of effort costs Russia", "Russia")
c_C_later = _above_zero("c_C_later", "c_C when China's weight has grown", "China")
c_R_later = _above_zero("c_R_later", "c_R when Russia's means have shrunk", "Russia")


def run(china: tuple[Any, Any] = (V_C, c_C), russia: tuple[Any, Any] = (V_R, c_R)) -> gt.Contest:
    """Return the race; each tuple is (value, unit cost)."""
    return gt.contest(ALLIES, value=dict(zip(ALLIES, (china[0], russia[0]), strict=True)),
                      cost=dict(zip(ALLIES, (china[1], russia[1]), strict=True)))  # fmt: skip


race = run()
cheaper = run(china=(V_C, c_C_later))  # China's weight makes influence cheap
keener = run(china=(V_C_later, c_C))  # China's weight makes it want more
poorer = run(russia=(V_R, c_R_later))  # Russia's means shrink


def spent(one: gt.Contest, player: str) -> Any:
    """Return what a player spends, as the part of the prize that it spends on it times what the prize is worth."""
    return one.dissipation * one.value[one.players.index(player)]


half = gt.exact("1/2")
winning = gt.when(race.share_of("China") > half).called("China has the larger share")
winning_now = gt.when(cheaper.share_of("China") > half).called("China has the larger share")


def sharper(after: gt.Contest, before: gt.Contest = race) -> gt.Region:
    """Return where China's share and the efforts together are larger after than before."""
    larger_share = gt.when(after.share_of("China") > before.share_of("China"))
    return (larger_share & (after.total_effort > before.total_effort)).called(
        "China's share grows, and so do the efforts of both together"
    )


more_is_spent = gt.when(
    (spent(cheaper, "China") > spent(race, "China")) & (spent(cheaper, "Russia") > spent(race, "Russia"))
).called("both spend more than before")

yields_to_cheaper = gt.when(cheaper.efforts["Russia"] < race.efforts["Russia"]).called(
    "Russia makes less effort as China becomes stronger"
)
yields_when_poorer = gt.when(poorer.efforts["Russia"] < race.efforts["Russia"]).called(
    "Russia makes less effort as its own means shrink"
)

# As effort gets cheaper for China, Russia makes more effort until China draws level, and then less. So over a step it
# makes more effort exactly if the geometric mean of the two gaps in value over cost is still on Russia's side.

further_behind = (V_C * c_R) ** 2 < (V_R * c_C) * (V_R * c_C_later)
