"""The Shanghai organisation as a veto, a vote, an agenda and a watch (Paszak, section 1; Kuliani 2012, section 5.2).

Nothing passes in the organisation that one of the two refuses; China can also act outside it. Neither paper gives a
number for any payoff here.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.levels import ALLIES
from sino_russian.prisoners_dilemma import delta


def _of(who: str, meanings: dict[str, str], **bounds: Any) -> tuple[gt.Parameter, ...]:
    return tuple(
        gt.Parameter(name, meaning=meaning, unit=f"{who}'s utility", source="free: neither paper says", **bounds)
        for name, meaning in meanings.items()
    )


# Veto and bypass. China has proposed an economic step (in 2010 a development bank); Russia replies.
#
#                            China      Russia
#   accept                   b_sco      -a_sco
#   veto, China goes alone   b_alone    -a_alone
#   veto, China drops it     0          0

b_sco, b_alone, b_joint = _of("China", {
    "b_sco": "what the step gives China inside the organisation", "b_alone": "what it gives China on its own",
    "b_joint": "what joining Russia's own bank instead gives China",
})  # fmt: skip
a_sco, a_alone, a_joint = _of("Russia", {
    "a_sco": "what the step inside the organisation costs Russia", "a_alone": "what China's going alone costs Russia",
    "a_joint": "what China in Russia's own bank costs Russia",
})  # fmt: skip
able = gt.Parameter("able", meaning="chance that China has the means to go alone", at_least=0, at_most=1)

goes_alone = gt.End((b_alone, -a_alone), outcome="bypass")
accepted = gt.End((b_sco, -a_sco), outcome="inside")
after_veto = gt.Move("China", {"go alone": goes_alone, "drop it": gt.End((0, 0), outcome="nothing")})
BYPASS = ("veto", "go alone")


def _reply(name: str, **replies: Any) -> gt.Tree:
    return gt.Tree(name, ALLIES, gt.Move("Russia", {"accept": accepted, **replies}))


veto = _reply("A proposal, a veto and a way around it", veto=after_veto)
# Whether China will have the means shows after the veto; if not, nothing comes of it. A veto ends in "not inside".
unforeseen = gt.Tree("A way around that may not exist", ALLIES, gt.Move("Russia", {
    "accept": accepted,
    "veto": gt.Chance({
        "has the means": (able, gt.Move("China", {
            "go alone": gt.End((b_alone, -a_alone), outcome="not inside"),
            "drop it": gt.End((0, 0), outcome="not inside"),
        })),
        "has not": (1 - able, gt.End((0, 0), outcome="not inside")),
    }),
}))  # fmt: skip
# The third branch: Russia offers a place in a bank of its own.
own_bank = gt.Move("China", {"join": gt.End((b_joint, -a_joint), outcome="Russia's bank"), "go alone": goes_alone})
steered = gt.Tree("A veto, or a bank of Russia's own", ALLIES, gt.Move("Russia", {
    "accept": accepted, "veto": after_veto, "offer its own bank": own_bank,
}))  # fmt: skip

# Admission by unanimity: what a vote that passes gives each; otherwise nothing changes.

w_I = gt.Parameter("w_I", meaning="influence that India brings Russia and takes from China", unit="influence", above=0)
w_P = gt.Parameter(
    "w_P", meaning="influence that Pakistan brings China and takes from Russia", unit="influence", above=0
)
s_new = gt.Parameter(
    "s_new", meaning="what a larger organisation is worth to each of the two", unit="influence", at_least=0
)
i_C, p_C = _of("China", {"i_C": "what India as a member is worth to China", "p_C": "what Pakistan is worth to China"})
i_R, p_R = _of(
    "Russia", {"i_R": "what India as a member is worth to Russia", "p_R": "what Pakistan is worth to Russia"}
)
VOTES = ("admit", "refuse")


def admission(name: str, china: Any, russia: Any) -> gt.Region:
    """Return where an admission passes: neither of the two does better by refusing, alone or together."""
    unanimous = {(i, j): i == j == "admit" for i in VOTES for j in VOTES}
    game = gt.Game(name, ALLIES, VOTES, {votes: (china, russia) if yes else (0, 0) for votes, yes in unanimous.items()})
    return gt.strong_nash(game, ("admit", "admit"))


def log_roll(india: tuple[Any, Any], pakistan: tuple[Any, Any], together: tuple[Any, Any]) -> gt.Region:
    """Return where each alone is refused and the package passes; each tuple is (China's gain, Russia's gain)."""
    return (
        admission("India and Pakistan together", *together)
        & ~admission("India alone", *india)
        & ~admission("Pakistan alone", *pakistan)
    ).called("either alone is refused, and both together are admitted")


package = log_roll((s_new - w_I, s_new + w_I), (s_new + w_P, s_new - w_P), (s_new - w_I + w_P, s_new + w_I - w_P))
two_scales = log_roll((i_C, i_R), (p_C, p_R), (i_C + p_C, i_R + p_R))

# The agenda: a battle of the sexes, in which each may also run a project of its own.
#
#                        Russia: economy    Russia: security
#   China: economy       big_C, small_R     own_C, own_R
#   China: security      own_C, own_R       small_C, big_R

big_C, small_C, own_C = _of("China", {
    "big_C": "both work on the economy", "small_C": "both work on security", "own_C": "each runs its own project",
})  # fmt: skip
big_R, small_R, own_R = _of("Russia", {
    "big_R": "both work on security", "small_R": "both work on the economy", "own_R": "each runs its own project",
})  # fmt: skip
agenda = gt.Game("The agenda in Central Asia", ALLIES, ("economy", "security"), {
    ("economy", "economy"): (big_C, small_R), ("economy", "security"): (own_C, own_R),
    ("security", "economy"): (own_C, own_R), ("security", "security"): (small_C, big_R),
})  # fmt: skip
JOINS, PARALLEL = ("economy", "economy"), ("economy", "security")

# The scramble as a repeated dilemma that the organisation watches: a scrambler is found out with chance mu a period.
# The same payoffs for both: as only ratios of differences count, it is those that are taken to be equal.
#
#                    hold back            scramble
#   hold back        calm, calm           left, grab
#   scramble         grab, left           scramble, scramble

calm, grab, scramble, left, grab_later = _of("either", {
    "calm": "both hold back", "grab": "scrambling while the other holds back", "scramble": "both scramble",
    "left": "holding back while the other scrambles", "grab_later": "grab where the organisation is stronger",
})  # fmt: skip
fine, redress = _of("either", {
    "fine": "what settling a dispute takes from a lone scrambler", "redress": "what it gives the one left behind",
}, at_least=0)  # fmt: skip
mu = gt.Parameter("mu", meaning="chance that a scrambler is found out", unit="probability a period", above=0, at_most=1)
mu_later = gt.Parameter(
    "mu_later", meaning="mu of a stronger organisation", unit="probability a period", above=0, at_most=1
)
CALM, SCRAMBLE = ("hold back", "hold back"), ("scramble", "scramble")


def rivalry(name: str, grab: Any = grab, left: Any = left) -> gt.Game:
    """Return one period of the rivalry, given what scrambling alone and being left behind are worth."""
    return gt.Game(name, ALLIES, ("hold back", "scramble"), {
        ("hold back", "hold back"): (calm, calm), ("hold back", "scramble"): (left, grab),
        ("scramble", "hold back"): (grab, left), ("scramble", "scramble"): (scramble, scramble),
    })  # fmt: skip


def watched(game: gt.Game, detection: Any) -> gt.Region:
    """Return where both can hold back for ever although a scrambler is found out only with some chance."""
    repeated = gt.RepeatedGame(game, discount=delta)
    return gt.noisy_grim_trigger(repeated, CALM, false_alarm=0, detection=detection, punishment=SCRAMBLE).called(
        "both can hold back for ever"
    )


period = rivalry("The scramble for Central Asia")
held_back = watched(period, mu)
held_back_later = watched(period, mu_later)
held_back_in_the_arena = watched(rivalry("The scramble around a stronger organisation", grab_later), mu_later)
settled = rivalry("The scramble with disputes settled", grab - fine, left + redress)
