"""The effort game: the tie grows if both work at it (Kuliani 2012, sections 5.1 to 5.3).

Each may work at the tie or coast, and both matter alike. Between two dates the tie moves by 2 alpha_e if both work, by
b E from the environment, and loses d by wear. The thesis says that convergence takes work by both and that tension
follows where neither does enough; how much work yields beside a partner that works, and how much alone, it does not
say.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.levels import ALLIES
from sino_russian.quantities import ASSUMED, h_CU, h_RU


def _worth(name: str, meaning: str, **bounds: Any) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit="that side's utility", source=ASSUMED, **bounds)


g_0 = _worth("g_0", "what the tie gives each if neither works at it")
g_1 = _worth("g_1", "what the tie gives each if one of them works at it")
g_2 = _worth("g_2", "what the tie gives each if both work at it")
work = _worth("work", "what working at it costs", above=0)
alpha_e = gt.Parameter("alpha_e", meaning="what the work of one adds to the tie", above=0, source=ASSUMED)
b = gt.Parameter("b", meaning="what a unit of the environment adds to the tie", above=0, source=ASSUMED)
E = gt.Parameter("E", meaning="how favourable the international environment is", unit="index", source=ASSUMED)
d = gt.Parameter("d", meaning="by how much an untended tie wears off", above=0, source=ASSUMED)
BOTH_WORK, BOTH_COAST = ("work", "work"), ("coast", "coast")


def of_two(name: str, both: tuple[Any, Any], alone: Any, beside: Any, neither: Any) -> gt.Game:
    """Return the effort game: what both get for working together, and each alone, beside a worker, and with none."""
    return gt.Game(
        name, ALLIES, ("work", "coast"),
        {
            ("work", "work"): both, ("work", "coast"): (alone, beside),
            ("coast", "work"): (beside, alone), ("coast", "coast"): (neither, neither),
        },
    )  # fmt: skip


effort_game = of_two("Working at the tie", (g_2 - work, g_2 - work), g_1 - work, g_1, g_0)
# By how much the tie moves if neither works; if both do.
x_low, x_high = b * E - d, 2 * alpha_e + b * E - d
tends = {end: gt.nash(effort_game, end, strict=True) for end in (BOTH_WORK, BOTH_COAST)}
fork = (tends[BOTH_WORK] & tends[BOTH_COAST] & (x_low < 0) & (x_high > 0)).called(
    "both may agree to work, and the tie grows, or to coast, and it decays"
)
middle = gt.evolutionarily_stable(effort_game, ("work", "coast")).called("a state in between is stable")
# In a population of such pairs: from which shares of workers all end up working, and at which nothing moves.
all_work = gt.basin(effort_game, "work").called("in the end everybody works")
in_balance = gt.basin(effort_game, ("work", "coast")).called("work and coasting stay in balance")
lasts = (tends[BOTH_COAST] & gt.when(gt.equal(x_low, 0))).called("both coast, and the tie stays as it is")

# Convergence: what joint work gives grows with one's own growth and with pressure that makes the other useful.
# Hostility, an index, enters as utility one for one; a lone worker gains nothing.

growth_C = _worth("growth_C", "what joint work gives China through its growth")
growth_R = _worth("growth_R", "what joint work gives Russia through its growth")
harm = gt.Parameter("harm", meaning="by how much a unit of Western hostility spoils the environment", at_least=0)
joint_work = of_two("Working at convergence", (growth_C + h_CU - work, growth_R + h_RU - work), -work, 0, 0)
converges = (gt.nash(joint_work, BOTH_WORK, strict=True) & (x_high > 0)).called("both work, and the tie grows")
spoilt = 2 * alpha_e + b * (E - harm * (h_CU + h_RU)) - d
converges_spoilt = (gt.nash(joint_work, BOTH_WORK, strict=True) & (spoilt > 0)).called("both work, and the tie grows")

# What decides, in conditions.

open_fork = gt.when((g_1 - g_0 < work) & (work < g_2 - g_1) & (E < d / b) & (E > (d - 2 * alpha_e) / b)).called(
    "work pays if and only if the partner works, and E is between (d - 2 alpha_e)/b and d/b"
)
all_favourable = gt.when((growth_C + h_CU > work) & (growth_R + h_RU > work) & (E > (d - 2 * alpha_e) / b)).called(
    "growth and pressure outweigh the work for both, and E exceeds (d - 2 alpha_e)/b"
)
alone_in_vain = gt.Premise(g_1 - g_0 < work, name="work beside a partner that coasts does not pay")
together_worth_it = gt.Premise(g_2 - g_1 > work, name="work beside a partner that works pays")
decays = gt.Premise(b * E < d, name="the environment alone does not keep up the tie")
grows = gt.Premise(b * E + 2 * alpha_e > d, name="the environment does not undo the work of both")
makes_up = gt.Premise(gt.equal(b * E, d), name="the environment makes up for what wears off, exactly")
complements = gt.Premise(g_2 - g_1 >= g_1 - g_0, name="work adds no less if the partner works too")
hunt = gt.Premise((g_1 - g_0 < work) & (work < g_2 - g_1), name="work pays if and only if the partner works")
growth_not_enough = gt.Premise((growth_C <= work) & (growth_R <= work), name="growth alone makes work pay for neither")
harmless = gt.Premise(gt.equal(harm, 0), name="Western hostility leaves the environment as it is")
