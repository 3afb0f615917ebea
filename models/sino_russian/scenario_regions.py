"""The five scenarios as regions of parameter space, and how large they are under a declared measure.

Kuliani (2012, sections 5.1 to 5.5) names five futures: status quo, strategic convergence, strategic tension, alliance,
confrontation. To compare how likely they are they must at least exclude each other and leave nothing out.

* `AS_LISTED` puts each in the words of its own section. That is not a partition: a tie from which neither would go on
  to an alliance, between partners that would not bind themselves, is status quo and convergence at once; one that would
  pay China alone, between partners that would bind themselves, is none of the five.
* `SCENARIOS` asks four questions in turn. Is a tie worth having for both? If not, does probing the other pay? If it is,
  would both gain by an alliance, and if so, is the partner reliable enough to be bound to? This is a partition, and
  each region has an exact volume.
* `BY_EFFORT` is another partition: between a tie that grows whatever the two do (convergence) and one that decays
  whatever they do (tension), the status quo is where their effort decides (scenarios.py).

What could be challenged: in `SCENARIOS` convergence is a tie that an alliance would improve, between partners for whom
flexibility is worth more (section 5.2 praises it for that); that it takes work is in `BY_EFFORT` alone. Tension and
confrontation differ by whether probing pays, though section 5.3 has rivalry in both.

How large a region is depends on the measure. The thesis declares none, so whoever ranks the scenarios has to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import gametheory as gt
from sino_russian.levels import ALLIES, level_game, tie_game
from sino_russian.quantities import ASSUMED

# Parameters.


def _worth(name: str, meaning: str, **bounds: Any) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit="that side's utility", source=ASSUMED, **bounds)


tie = _worth("tie", "what a tie is worth, over none, to whichever of the two wants it less")
gain_C = _worth("gain_C", "what an alliance is worth to China, over a partnership, the American reaction included")
gain_R = _worth("gain_R", "what an alliance is worth to Russia, over a partnership, the American reaction included")
probe = _worth("probe", "what either gains by probing the other, in Central Asia say", at_least=0)
risk = _worth("risk", "the damage to be expected from escalation: its chance times the damage", at_least=0)
p = gt.Parameter("p", meaning="chance that the partner stays out of a war with the United States", unit="probability",
                 at_least=0, at_most=1, source=ASSUMED)  # fmt: skip
spare = gt.Parameter("spare", meaning="by how much that chance exceeds the one from which being bound is better",
                     unit="probability", at_least=-1, at_most=1, source=ASSUMED)  # fmt: skip
drift = gt.Parameter("drift", meaning="how the tie moves if neither works at it", unit="closeness", source=ASSUMED)
lift = gt.Parameter("lift", meaning="what the work of both adds to that", unit="closeness", above=0, source=ASSUMED)

# Where the reliability that is needed comes from (models after Smith 1995 and Morrow 1994): in a bad state the partner
# is at war, and being bound is bad.

good = _worth("good", "what the joint action is worth in the good state")
bad = _worth("bad", "what being bound is worth in the bad state", below=0)
lost = _worth("lost", "what the joint action loses if it was not prepared by a treaty", at_least=0)
deters = _worth("deters", "what the treaty deters", at_least=0)
binding_game = gt.Game(
    "Bound or flexible", ("one partner",), ("bind", "stay flexible"),
    {("bind",): (deters + p * good + (1 - p) * bad,), ("stay flexible",): (p * (good - lost),)},
)  # fmt: skip
P_STAR = (-bad - deters) / (lost - bad)  # spare is p - P_STAR
WHY_P_STAR = gt.exactly(gt.nash(binding_game, ("bind",)), p >= P_STAR)

# The games behind the questions.

contest_game = gt.Game(
    "Probing a nuclear neighbour", ALLIES, ("restrain", "probe"),
    {
        ("restrain", "restrain"): (0, 0), ("restrain", "probe"): (-probe, probe - risk),
        ("probe", "restrain"): (probe - risk, -probe), ("probe", "probe"): (-risk, -risk),
    },
)  # fmt: skip
any_tie = tie_game("A tie or none", (0, tie), (0, tie))
further = level_game("From partnership to alliance", (0, gain_C), (0, gain_R))

TIED = gt.strong_nash(any_tie, "partnership").called("a tie holds")
AT_PEACE = gt.nash(contest_game, ("restrain", "restrain")).called("neither probes")
WOULD_ALLY = gt.only(gt.strong_nash, further, "alliance").called("both gain by an alliance")
RELIABLE = gt.when(spare >= 0).called("being bound is better than being flexible")

AS_LISTED = {
    "status quo": TIED & (gain_C <= 0) & (gain_R <= 0),
    "convergence": TIED & ~RELIABLE,
    "tension": ~TIED & AT_PEACE,
    "alliance": WOULD_ALLY & RELIABLE,
    "confrontation": ~TIED & ~AT_PEACE,
}
SCENARIOS = {
    "status quo": TIED & ~WOULD_ALLY,
    "convergence": TIED & WOULD_ALLY & ~RELIABLE,
    "tension": ~TIED & AT_PEACE,
    "alliance": TIED & WOULD_ALLY & RELIABLE,
    "confrontation": ~TIED & ~AT_PEACE,
}
_STOPS_SHORT = TIED & ~(WOULD_ALLY & RELIABLE)
BY_EFFORT = {
    "status quo": _STOPS_SHORT & (drift <= 0) & (drift + lift >= 0),
    "convergence": _STOPS_SHORT & (drift > 0),
    "tension": (~TIED & AT_PEACE) | (_STOPS_SHORT & (drift + lift < 0)),
    "alliance": TIED & WOULD_ALLY & RELIABLE,
    "confrontation": ~TIED & ~AT_PEACE,
}


# Measures. A measure is a box, uniform in each parameter, perhaps cut down by a relation between them.


@dataclass(frozen=True)
class Measure:
    """What somebody would have to declare before ranking the scenarios.

    Parameters
    ----------
    about : str
        In words.
    box : mapping of Parameter to (low, high)
        Uniform, and independent of each other unless there is a condition.
    given : tuple of relations
        What the points must satisfy.
    """

    about: str
    box: Mapping[Any, Any]
    given: tuple[Any, ...] = ()


_EVEN: dict[Any, Any] = {
    tie: (-1, 1), gain_C: (-1, 1), gain_R: (-1, 1), spare: (-1, 1), probe: (0, 1), risk: (0, 1),
    drift: (-1, 1), lift: (0, 1),
}  # fmt: skip
_PRESENT = _EVEN | {tie: (-1, 9), spare: (-1, "1/2"), risk: (0, 5)}
MEASURES = {
    "indifferent": Measure("each sign is as likely as the other", _EVEN),
    "present": Measure("ties are mostly worth having, probing is too risky, allies not reliable enough", _PRESENT),
    "eager": Measure(
        "as before, but alliances mostly pay and allies are reliable",
        _PRESENT | {gain_C: (-1, 3), gain_R: (-1, 3), spare: ("-1/2", 1)},
    ),
    "bounded": Measure(
        "each sign is as likely as the other, but an alliance adds no more than the tie is worth", _EVEN,
        (gain_C <= tie, gain_R <= tie),
    ),
}  # fmt: skip


def ranking(measure: Measure) -> dict[str, gt.Share]:
    """Return the share of each of the `SCENARIOS` under a measure, each an exact volume.

    Parameters
    ----------
    measure : Measure
        One of `MEASURES`, or your own.
    """
    return {name: gt.share(region.under(*measure.given), measure.box) for name, region in SCENARIOS.items()}


def in_the_author_s_order(shares: Mapping[str, Any]) -> Any:
    """Return whether the shares, numbers or expressions, are ranked as the thesis ranks the scenarios.

    First the status quo, which nothing exceeds; convergence before alliance and confrontation, both of which may come
    about. Tension is ranked against the status quo alone, and alliance and confrontation not against each other.
    """
    first, second = shares["status quo"], shares["convergence"]
    third, last = shares["alliance"], shares["confrontation"]
    return (
        (first >= second) & (first >= third) & (first >= shares["tension"]) & (first >= last)
        & (second > third) & (second > last) & (third > 0) & (last > 0)
    )  # fmt: skip


# Where the questions are independent of each other, all that matters of a measure is how likely each answer is.


def _chance(name: str, meaning: str) -> gt.Parameter:
    return gt.Parameter(name, meaning=f"chance that {meaning}", unit="probability", at_least=0, at_most=1,
                        source="a measure, which nobody states")  # fmt: skip


w_tie = _chance("w_tie", "a tie is worth having for both")
w_gain = _chance("w_gain", "both gain by an alliance")
w_bind = _chance("w_bind", "being bound is better than being flexible")
w_probe = _chance("w_probe", "probing pays")
w_grows = _chance("w_grows", "the tie grows whatever the two do")
w_decays = _chance("w_decays", "the tie decays whatever the two do")
INDEPENDENT = {
    "status quo": w_tie * (1 - w_gain),
    "convergence": w_tie * w_gain * (1 - w_bind),
    "tension": (1 - w_tie) * (1 - w_probe),
    "alliance": w_tie * w_gain * w_bind,
    "confrontation": (1 - w_tie) * w_probe,
}
_SHORT = w_tie * (1 - w_gain * w_bind)
INDEPENDENT_BY_EFFORT = INDEPENDENT | {
    "status quo": _SHORT * (1 - w_grows - w_decays),
    "convergence": _SHORT * w_grows,
    "tension": (1 - w_tie) * (1 - w_probe) + _SHORT * w_decays,
}


# What `chances` gives for the measures above in which the questions are independent; a test compares the two.
CHANCES = {
    "indifferent": dict(
        zip((w_tie, w_gain, w_bind, w_probe), map(gt.exact, ("1/2", "1/4", "1/2", "1/2")), strict=True)
    ),
    "present": dict(zip((w_tie, w_gain, w_bind, w_probe), map(gt.exact, ("9/10", "1/4", "1/3", "1/10")), strict=True)),
    "eager": dict(zip((w_tie, w_gain, w_bind, w_probe), map(gt.exact, ("9/10", "9/16", "2/3", "1/10")), strict=True)),
}


def chances(measure: Measure) -> dict[Any, Fraction]:
    """Return how likely a measure makes each answer, for a measure in which they are independent."""
    questions = {
        w_tie: TIED, w_gain: WOULD_ALLY, w_bind: RELIABLE, w_probe: ~AT_PEACE,
        w_grows: gt.when(drift > 0), w_decays: gt.when(drift + lift < 0),
    }  # fmt: skip
    return {chance: gt.share(region, measure.box).value for chance, region in questions.items()}
