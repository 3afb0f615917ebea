"""How close a tie Russia would choose, as China outgrows it and as the West is more or less hostile.

Russia's worth of a level A (0, 1, 2) is what the level brings, less what second rank costs its self-image, plus what
the West's hostility adds: B(A, rho) - S(rho) A + Phi(h_RU) A. Neither paper gives B, S or Phi. They enter by their
values, at a smaller and a larger disparity and at lower and higher hostility:

    worth of A = v_RA - [duties, at A = 2] + g_A, if the disparity is larger
                 - A times second rank, small or large
                 + A times the pull of lower or higher hostility

What decides is whether second rank costs more or less than the larger disparity adds to each step up.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

import gametheory as gt
from sino_russian.best_levels import at_least, choice, falls, rises
from sino_russian.levels import LEVELS, level_game
from sino_russian.quantities import ASSUMED, f_C, f_R, rho, v_C0, v_C1, v_C2, v_R0, v_R1, v_R2
from sino_russian.sources import PASZAK

SECOND_RANK, EAST = PASZAK.at("section 1, para 5"), PASZAK.at("section 2, para 2")


def _of_russia(name: str, meaning: str, **bounds: int) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit="Russia's utility", source=ASSUMED, **bounds)


g_0, g_1, g_2 = (
    _of_russia(f"g_{level}", f"what a larger disparity adds to what {word} brings Russia")
    for level, word in enumerate(("no tie", "the partnership", "the alliance"))
)
rank = _of_russia("rank", "cost of second rank, a level, at the smaller disparity", at_least=0)
rank_later = _of_russia("rank_later", "cost of second rank, a level, at the larger disparity", at_least=0)
pull = _of_russia("pull", "what the West's hostility, when lower, adds to a closer tie, a level", at_least=0)
pull_high = _of_russia("pull_high", "what the West's hostility, when higher, adds to a closer tie, a level", at_least=0)

FIRST_STEP = (g_1 - g_0) - (rank_later - rank)
SECOND_STEP = (g_2 - g_1) - (rank_later - rank)
"""What the larger disparity does to the worth of the step to the partnership, and of the step to an alliance."""


def russia(*, larger: bool, hostile: bool) -> gt.Game:
    """Return Russia's choice of a level in one of the four situations."""
    added = (g_0, g_1, g_2) if larger else (0, 0, 0)
    a_level = (pull_high if hostile else pull) - (rank_later if larger else rank)
    gross = (v_R0, v_R1, v_R2 - f_R)
    words = f"{'larger' if larger else 'smaller'} disparity, {'higher' if hostile else 'lower'} hostility"
    return choice(
        f"Russia at {words}",
        "Russia",
        [worth + extra + level * a_level for level, (worth, extra) in enumerate(zip(gross, added, strict=True))],
    )


small_low, small_high = russia(larger=False, hostile=False), russia(larger=False, hostile=True)
large_low, large_high = russia(larger=True, hostile=False), russia(larger=True, hostile=True)

# What second rank does, alone and with the West's hostility.

second_rank_hurts = gt.Premise(
    rank_later > rank, name="second rank costs Russia more at a larger disparity", stated=SECOND_RANK
)
costs_more = gt.Premise(
    (FIRST_STEP < 0) & (SECOND_STEP < 0), name="second rank costs more than the disparity adds to each step"
)
adds_more = gt.Premise(
    (FIRST_STEP > 0) & (SECOND_STEP > 0), name="the disparity adds more to each step than second rank costs"
)
wants_less = gt.never(rises(small_low, large_low).called("Russia wants a closer tie at the larger disparity"))
adds_nothing = gt.Premise(gt.equal(g_1, g_0) & gt.equal(g_2, g_1), name="the disparity adds nothing to any step")
goes_further = (gt.nash(small_low, ("partnership",)) & gt.nash(large_low, ("alliance",))).called(
    "Russia goes from the partnership to an alliance"
)


def _over_no_tie(game: gt.Game) -> Any:
    """Return what the partnership is worth to Russia over no tie."""
    return game.payoffs[("partnership",)][0] - game.payoffs[("no tie",)][0]


eroded = gt.when(_over_no_tie(large_low) < _over_no_tie(small_low)).called(
    "the partnership is worth less to Russia, against none, than before"
)

# With China in the game, whose values are what they were: both choose, and the lower choice counts (levels.py).

CHINA = (v_C0, v_C1, v_C2 - f_C)
pair_small, pair_large = (
    level_game(f"The pair, {game.name}", CHINA, [game.payoffs[(level,)][0] for level in LEVELS])
    for game in (small_low, large_low)
)
_before, _after = ([gt.only(gt.strong_nash, game, level) for level in LEVELS] for game in (pair_small, pair_large))
comes_closer = reduce(or_, (low & high for i, low in enumerate(_before) for high in _after[i + 1 :])).called(
    "a closer tie comes about at the larger disparity"
)

beta = gt.Parameter("beta", meaning="what a unit of rho adds to a level", unit="Russia's utility", source=ASSUMED)
sigma = gt.Parameter(
    "sigma", meaning="what a unit of rho adds to the cost of second rank, a level", unit="Russia's utility", above=0,
    source=ASSUMED,
)  # fmt: skip
in_proportion = choice("Russia, in proportion to rho", "Russia", [
    v_R0, v_R1 + (beta - sigma) * rho, v_R2 - f_R + 2 * (beta - sigma) * rho,
])  # fmt: skip

isolation_pulls = gt.Premise(pull_high > pull, name="isolation draws Russia to China", stated=EAST)
rank_confirmed = gt.Premise(
    rank_later < rank,
    name="second rank costs Russia less than before, as engagement in Asia confirms its rank",
    stated=EAST,
)
takes_nothing = gt.Premise((g_1 >= g_0) & (g_2 >= g_1), name="the disparity takes nothing else away")
looser = {
    game: falls(small_low, game).called("Russia wants a looser tie than before")
    for game in (large_high, small_high, large_low)
}

UNDERMINES = gt.Claim(
    id="paszak-disparity-undermines",
    paper=PASZAK.key,
    locator="section 1, paras 4 and 5; Conclusions, para 1",
    paraphrase="The widening gap erodes the basis of the partnership, because a Russia with a great-power identity "
    "will not take second rank.",
    attributed_to="Paszak",
    strength="asserts; in the Conclusions it might restrain",
    kind="comparative-static sign",
    readings=(
        gt.Reading(
            "the foundations: the partnership is worth less, compared with no tie",
            eroded,
            stated=second_rank_hurts,
            unstated=(
                gt.Premise(FIRST_STEP < 0, name="second rank costs more than the disparity adds to the first step"),
                adds_nothing,
            ),
            challenge="Erosion without an effect: Russia may stay all the same.",
        ),
        gt.Reading(
            "Russia never wants a closer tie at a larger disparity",
            wants_less,
            stated=second_rank_hurts,
            unstated=(costs_more, adds_nothing),
            challenge="A China that has grown is also worth more as a partner; the paper does not weigh the two.",
        ),
        gt.Reading(
            "the Conclusions: from the partnership Russia goes no further",
            gt.never(goes_further),
            stated=second_rank_hurts,
            unstated=(
                gt.Premise(SECOND_STEP < 0, name="second rank costs more than the disparity adds to an alliance"),
                adds_nothing,
            ),
            challenge="It asks least: that the step to an alliance loses.",
        ),
        gt.Reading(
            "in proportion to the ratio of power",
            gt.shrinks(at_least(in_proportion, "partnership").called("Russia wants some tie"), rho),
            unstated=(gt.Premise(sigma >= beta, name="second rank outgrows what China is worth"),),
            challenge="A straight line in rho for both; the sign is then the same at every disparity.",
        ),
    ),
    refuted_by="A closer tie at a larger disparity, as kuliani-russia-forced-to-prioritise-china has it. The "
    "boundary between the two is where second rank costs as much as the disparity adds.",
)

PULLS_EAST = gt.Claim(
    id="paszak-status-pulls-east",
    paper=PASZAK.key,
    locator="section 2, para 2; section 1, para 3",
    paraphrase="Isolation and the wish to be confirmed as a great power drew Russia to Asia and China.",
    attributed_to="Paszak; Korolev for the Asian status argument",
    strength="asserts",
    kind="comparative-static sign",
    readings=(
        gt.Reading(
            "isolation and rank, the disparity larger as well: never a looser tie",
            gt.never(looser[large_high]),
            stated=(isolation_pulls, rank_confirmed),
            unstated=(
                gt.Premise(
                    (FIRST_STEP + pull_high - pull > 0) & (SECOND_STEP + pull_high - pull > 0),
                    name="isolation and rank outweigh what the disparity takes from each step",
                ),
                takes_nothing,
            ),
            challenge="The paper ties status to engagement in Asia and to isolation, not to disparity; that confirmed "
            "rank makes second rank beside China cheaper is our use of it.",
        ),
        gt.Reading(
            "isolation against second rank, both larger: never a looser tie",
            gt.never(looser[large_high]),
            stated=(isolation_pulls, second_rank_hurts),
            unstated=(
                gt.Premise(
                    (FIRST_STEP + pull_high - pull > 0) & (SECOND_STEP + pull_high - pull > 0),
                    name="isolation outweighs what the disparity takes from each step",
                ),
                gt.Premise(
                    (pull_high - pull > rank_later - rank) & (g_1 >= g_0) & (g_2 >= g_1),
                    name="isolation outweighs second rank, and the disparity takes nothing else away",
                ),
            ),
            challenge="Status works against the tie here, as section 1 has it; the passage on the turn east names it "
            "beside isolation, as a second motive for it.",
        ),
        gt.Reading(
            "isolation alone, the disparity as it was",
            gt.never(looser[small_high]),
            stated=isolation_pulls,
            challenge="Both moved after 2014; the paper does not take them apart.",
        ),
        gt.Reading(
            "the status motive alone draws Russia east",
            gt.never(looser[large_low]),
            stated=rank_confirmed,
            unstated=(takes_nothing, adds_more),
            challenge="The same motive with the other sign than in paszak-disparity-undermines; the paper has both, "
            "this one of engagement in Asia and not of the disparity.",
        ),
    ),
    refuted_by="A looser tie as isolation grows and the disparity stays.",
)
