"""Whether China becomes a priority for Russia, however Russia stands with the West.

Three meanings of a priority. A *level* of the tie that Russia would choose (disparity.py), with a highest one: once
that is reached, hostility of the West can add nothing. A *closeness* without a highest value: then hostility always
adds something. *Attention*, which a worry earns as much as a partner does.
"""

from __future__ import annotations

from typing import Any

import sympy as sp

import gametheory as gt
from sino_russian.best_levels import choice, falls, rises
from sino_russian.disparity import (
    adds_more,
    g_0,
    g_1,
    g_2,
    large_high,
    large_low,
    pull,
    pull_high,
    rank,
    rank_later,
    small_low,
)
from sino_russian.quantities import ASSUMED, f_R, h_RU, v_R0, v_R1, v_R2
from sino_russian.sources import KULIANI

POLARITY, WARY = KULIANI.at("Summary; section 3.2.1, para 2"), KULIANI.at("section 2.1, on the threat perception gap")
POLE = KULIANI.at("section 3.2.1, para 1")

hostility_pulls = gt.Premise(pull_high > pull, name="the West's hostility draws Russia to China", stated=POLARITY)
A_LEVEL, TOP = pull - rank, v_R2 - f_R
TOP_ALREADY = (TOP + A_LEVEL >= v_R1) & (TOP + 2 * A_LEVEL >= v_R0)
TOP_LATER = (TOP + g_2 + pull - rank_later > v_R1 + g_1) & (TOP + g_2 + 2 * (pull - rank_later) > v_R0 + g_0)
reached = gt.nash(small_low, ("alliance",))
independent = (~rises(large_low, large_high)).called(
    "higher hostility of the West draws Russia no closer at the larger disparity"
)
forced = (~falls(small_low, large_low) & (~reached | independent)).called(
    "Russia wants no looser tie, and once at the top level no longer heeds the West"
)

eager, curb, heed, more = (
    gt.Parameter(name, meaning=meaning, unit=unit, above=0, source=ASSUMED)
    for name, meaning, unit in (
        ("eager", "worth to Russia of a first bit of closeness", "Russia's utility"),
        ("curb", "how fast that falls with closeness", "Russia's utility"),
        ("heed", "what a unit of Western hostility adds to it", "Russia's utility"),
        ("more", "additional hostility of the West", "index"),
    )
)


def _closeness(hostility: Any) -> Any:
    """Return the best closeness, no highest one given: where eager + heed*hostility - curb*closeness is 0."""
    closeness = sp.Symbol("closeness", real=True)
    return sp.solve(eager + heed * hostility - curb * closeness, closeness)[0]


unmoved = gt.when(gt.equal(_closeness(h_RU), _closeness(h_RU + more))).called("Russia's best closeness stays the same")

partner, partner_later, worry, worry_later, effort = gt.parameters(
    "partner partner_later worry worry_later effort", meaning="China as a partner, as a worry; cost of attention",
    unit="Russia's utility", source=ASSUMED,
)  # fmt: skip
ATTENTION = ("after the West", "a priority")
attention = choice("Russia's attention, before", "Russia", [0, sp.Max(partner, worry) - effort], ATTENTION)
attention_later = choice("and later", "Russia", [0, sp.Max(partner_later, worry_later) - effort], ATTENTION)
kept = (~gt.nash(attention, ("a priority",)) | gt.nash(attention_later, ("a priority",))).called(
    "if China deserves priority before, it deserves it later"
)


PRIORITY = gt.Claim(
    id="kuliani-russia-forced-to-prioritise-china",
    paper=KULIANI.key,
    locator="Summary; section 5.6, last para",
    paraphrase="As China becomes a superpower, Russia will have to treat it as a priority for its own sake, whatever "
    "its relations with the West.",
    attributed_to="Kuliani",
    strength="asserts, of the future",
    kind="comparative-static sign and threshold",
    readings=(
        gt.Reading(
            "as worded: independent of relations with the West",
            independent,
            stated=hostility_pulls,
            unstated=(
                gt.Premise(TOP_LATER, name="by then the top level is best even at the lowest hostility considered"),
                gt.Premise(TOP_ALREADY, name="it is so already at the smaller disparity"),
                adds_more,
            ),
            challenge="Only a highest level makes hostility matter nothing at all.",
        ),
        gt.Reading(
            "never a looser tie; once at the top level, hostility no longer matters",
            forced,
            stated=hostility_pulls,
            unstated=(
                adds_more,
                gt.Premise(
                    (g_1 > g_0) & (g_2 > g_1) & (rank_later <= rank),
                    name="the disparity adds to each step, and second rank does not hurt",
                ),
            ),
            challenge="The opposite premise to Paszak's. The top level here is an alliance, of which the thesis does "
            "not speak in this place.",
        ),
        gt.Reading(
            "with no highest level",
            unmoved,
            challenge="A linear-quadratic form. An effect of hostility that shrinks with China's rise would be "
            "smaller, never nothing.",
        ),
        gt.Reading(
            "priority as attention, to a partner or to a worry",
            kept,
            stated=(
                gt.Premise(partner_later >= partner, name="China is worth more as a partner", stated=POLE),
                gt.Premise(worry_later >= worry, name="China is more of a worry", stated=WARY),
            ),
            challenge="Attention is no alignment: this agrees with Paszak. That relations with the West have no "
            "part in it is built in.",
        ),
    ),
    refuted_by="A looser tie at a larger disparity; or a Russia that heeds the West as much as before.",
)
