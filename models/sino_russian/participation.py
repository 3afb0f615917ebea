"""Whether China stays in a tie, at two dates: one date at a time, or looking ahead; leaving for good, or not.

China may leave when it likes: the thesis has it insist on flexibility (Kuliani 2012, sections 3.1.3 and 5.6); that
nothing binds it is assumed.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.best_levels import choice
from sino_russian.quantities import ASSUMED
from sino_russian.sources import KULIANI

tie_1, tie_2, out_1, out_2 = gt.parameters(
    "tie_1 tie_2 out_1 out_2", meaning="worth to China of staying in the tie, of being out of it, at a date",
    unit="China's utility",
)  # fmt: skip
foresight = gt.Parameter("foresight", meaning="weight of the next date", at_least=0, at_most=1, source=ASSUMED)
dates = [choice(f"China at date {i}", "China", worth, ("leave", "stay")) for i, worth in (
    (1, (out_1, tie_1)), (2, (out_2, tie_2)),
)]  # fmt: skip
survives = (gt.nash(dates[0], ("stay",)) & gt.nash(dates[1], ("stay",))).called("China may stay at both dates")
surely = (gt.only(gt.nash, dates[0], ("stay",)) & gt.only(gt.nash, dates[1], ("stay",))).called(
    "staying is China's only best choice at both dates"
)


def _second_date(first: Any, ends: tuple[str, str]) -> gt.Move:
    return gt.Move("China", {
        "stay": gt.End((first + foresight * tie_2,), outcome=ends[0]),
        "leave": gt.End((first + foresight * out_2,), outcome=ends[1]),
    })  # fmt: skip


for_good = gt.Tree("China looks ahead, leaving for good", ("China",), gt.Move("China", {
    "stay": _second_date(tie_1, ("stays throughout", "leaves later")),
    "leave": gt.End((out_1 + foresight * out_2,), outcome="leaves"),
}))  # fmt: skip
may_return = gt.Tree("China looks ahead, free to return", ("China",), gt.Move("China", {
    "stay": _second_date(tie_1, ("stays throughout", "leaves later")),
    "leave": _second_date(out_1, ("returns", "leaves")),
}))  # fmt: skip
bears_a_loss = {
    tree: (gt.subgame_perfect(tree, "stays throughout") & (tie_1 < out_1)).called("China stays through a bad spell")
    for tree in (for_good, may_return)
}

PARTICIPATION = gt.Claim(
    id="kuliani-instrumental-participation",
    paper=KULIANI.key,
    locator="section 5.6, third para from the end; section 3.1.3, last para",
    paraphrase="China stays in a tie only while it gains by it.",
    attributed_to="Kuliani",
    strength="asserts (I would argue)",
    kind="threshold (participation)",
    readings=(
        gt.Reading(
            "it surely stays exactly while it gains",
            gt.exactly(surely, (tie_1 > out_1) & (tie_2 > out_2)),
            challenge="One date at a time; what being out of it is worth is left open.",
        ),
        gt.Reading(
            "it may stay exactly while the tie is worth no less than being out of it",
            gt.exactly(survives, (tie_1 >= out_1) & (tie_2 >= out_2)),
            challenge="Differs from the first only where China is indifferent.",
        ),
        gt.Reading(
            "looking ahead, leaving for good: it never stays through a bad spell",
            gt.never(bears_a_loss[for_good]),
            unstated=(
                gt.Premise(out_2 >= tie_2, name="nothing is to be gained later"),
                gt.Premise(gt.equal(foresight, 0), name="China does not look ahead"),
                gt.Premise(foresight * (tie_2 - out_2) < out_1 - tie_1, name="what comes later weighs less"),
            ),
            challenge="As long as it gains may mean: on balance.",
        ),
        gt.Reading(
            "looking ahead, free to return: it never stays through a bad spell",
            gt.never(bears_a_loss[may_return]),
            challenge="Then the dates are separate, and looking ahead changes nothing.",
        ),
    ),
    refuted_by="China staying at a loss, for the sake of later gains or of its name.",
)
