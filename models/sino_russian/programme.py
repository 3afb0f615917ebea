"""A joint programme for the Asia-Pacific: both propose a degree of revision, and the smaller one counts.

Revision needs both, so that the status quo is always an equilibrium; the strong equilibria, in which the two may also
move together, are what remains of it.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.sources import KULIANI, PASZAK

VISION = KULIANI.at("section 4.8, at note 64")
BOTH_REVISE = PASZAK.at("section 2, para 4; section 1, last para")

DEGREES = ("status quo", "some revision", "China's programme")
# _1 is some revision, _2 China's programme; each gain or loss is against the status quo.
c_1, c_2 = gt.parameters(
    "c_1 c_2", meaning="gain to China from some revision (_1), from its programme (_2)", unit="China's utility"
)
l_1, l_2 = gt.parameters(
    "l_1 l_2", meaning="loss to Russia from some revision (_1), from China's programme (_2)", unit="Russia's utility"
)
less_us_C1, less_us_C2 = gt.parameters(
    "less_us_C1 less_us_C2",
    meaning="gain to China from the smaller US presence at some revision (1), at its programme (2)",
    unit="China's utility",
    at_least=0,
)
less_us_R1, less_us_R2 = gt.parameters(
    "less_us_R1 less_us_R2",
    meaning="gain to Russia from the smaller US presence at some revision (1), at China's programme (2)",
    unit="Russia's utility",
    at_least=0,
)


def programme(name: str, china: Any, russia: Any) -> gt.Game:
    """Return the game in which both propose a degree and the smaller one counts."""
    reached = {(i, j): min(i, j, key=DEGREES.index) for i in DEGREES for j in DEGREES}
    worth = {degree: pair for degree, pair in zip(DEGREES, zip((0, *china), (0, *russia), strict=True), strict=True)}
    outcomes = {degree: [cell for cell, got in reached.items() if got == degree] for degree in DEGREES}
    payoffs = {cell: worth[degree] for cell, degree in reached.items()}
    return gt.Game(name, players=("China", "Russia"), actions=DEGREES, payoffs=payoffs, outcomes=outcomes)


visions = programme("Two visions", (c_1, c_2), (-l_1, -l_2))
with_a_common_gain = programme(
    "Two visions and a common gain", (c_1 + less_us_C1, c_2 + less_us_C2), (less_us_R1 - l_1, less_us_R2 - l_2)
)
revises = gt.Premise((c_1 > 0) & (c_2 > c_1), name="China wants revision, its programme most", stated=VISION)
clings = gt.Premise((l_1 > 0) & (l_2 > l_1), name="Russia clings to the status quo", stated=VISION)
no_revision = {
    game: gt.only(gt.strong_nash, game, "status quo").called("no revision is agreed on")
    for game in (visions, with_a_common_gain)
}

VISIONS = gt.Claim(
    id="kuliani-status-quo-vs-revisionist",
    paper=KULIANI.key,
    locator="section 4.8, at note 64",
    paraphrase="In the Asia-Pacific Russia holds on to what it has and China wants change, so that their visions do "
    "not fit.",
    attributed_to="Kuliani, after Donaldson and Donaldson",
    strength="asserts",
    kind="impossibility",
    readings=(
        gt.Reading(
            "no revision is agreed on",
            no_revision[visions],
            stated=(revises, clings),
            challenge="The two ideals are given; nothing is traded for anything else.",
        ),
        gt.Reading(
            "both gain from a smaller presence of the United States",
            no_revision[with_a_common_gain],
            stated=(revises, clings),
            unstated=(
                gt.Premise((less_us_R1 < l_1) & (less_us_R2 < l_2), name="Russia loses more than that by each degree"),
                gt.Premise(
                    gt.equal(less_us_R1, 0) & gt.equal(less_us_R2, 0),
                    name="Russia gains nothing by a smaller presence",
                ),
            ),
            challenge="The thesis has the two share the aim of checking American influence (section 3.2.1, para 1; 4.7 "
            "gives it to China), and does not weigh it against this loss.",
        ),
        gt.Reading(
            "Paszak: Russia is revisionist too",
            no_revision[visions],
            stated=(
                revises,
                gt.Premise((l_1 < 0) & (l_2 < 0), name="Russia gains by revision", stated=BOTH_REVISE),
            ),
            challenge="He reports how Washington sees both, and Tolipov on the post-Soviet space; not the Pacific.",
        ),
    ),
    refuted_by="A degree of revision that both prefer to the status quo.",
)
