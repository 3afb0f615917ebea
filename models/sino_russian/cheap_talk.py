"""What friendly words are worth (Paszak, section 1 on rhetoric, section 3 on peaceful rise; Kuliani 2012, section 5.4).

The mechanism. Words cost nothing. Paszak: Beijing is friendly in tone towards rivals too, India and the United States,
so its tone says little about the tie with Russia; and assurances of a peaceful rise fail because conduct belies them.
Both papers report that both governments deny wanting an alliance.

What the papers leave open, and what is done about it here.

* Whether the tone is the *same* to friend and rival, or merely used towards rivals as well. Only in the first case
  is it worthless as evidence. A friend is one that is worth trusting, a rival one that is not. Rivals addressed stand
  in for how a China that is Russia's rival would speak.
* What the speaker gains if it is believed. If friends and rivals alike want to be trusted, no free words can tell them
  apart; if a rival would rather not be (interests partly aligned), they can. If words cost a rival more than trust
  gains it, they can too: that is no longer cheap talk.
* Words about oneself are one thing, words about what one will do another: in an assurance game the announcement to
  honour an alliance is made by whoever gains if it is believed (Aumann 1990).
* How conduct and words come together: each kind acts assertively with a chance of its own, whatever it says.

Pure equilibria and one sender; that two sides talk at once is left out. Utilities are each player's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gametheory as gt
from sino_russian.sources import KULIANI, PASZAK

TONE, CONDUCT = PASZAK.at("section 1, para 3"), PASZAK.at("section 3, para 2")
KINDS = ("friend", "rival")

# Parameters of this mechanism alone.


def _chance(name: str, meaning: str, **bounds: Any) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=meaning, unit="probability", at_most=1, source="free: neither paper gives a number", **bounds
    )


def _worth(name: str, meaning: str, who: str, **bounds: Any) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=meaning, unit=f"{who}'s utility", source="free: neither paper gives a level", **bounds
    )


belief = gt.Parameter(
    "belief", meaning="chance, in the listener's eyes, that the speaker is a friend", unit="probability",
    above=0, below=1, source="free: Paszak's surveys (section 1) are opinions, not this chance",
)  # fmt: skip
tone_friend = _chance("tone_friend", "chance that a friend uses the friendly tone", above=0)
tone_rival = _chance("tone_rival", "chance that a rival uses the friendly tone", at_least=0)
act_friend = _chance("act_friend", "chance that a benign power acts assertively", at_least=0)
act_rival = _chance("act_rival", "chance that a power that is no friend acts assertively", above=0)
gain_if_friend = _worth("gain_if_friend", "what trusting a friend gains", "the listener", above=0)
loss_if_rival = _worth("loss_if_rival", "what trusting a rival loses", "the listener", above=0)
want_friend = _worth("want_friend", "what a friend gains by being trusted", "the speaker")
want_rival = _worth("want_rival", "what a rival gains by being trusted", "the speaker")
price_friend = _worth("price_friend", "what friendly words cost a friend", "the speaker", at_least=0)
price_rival = _worth("price_rival", "what friendly words cost a rival", "the speaker", at_least=0)


def after(chance_if_friend: Any, chance_if_rival: Any) -> Any:
    """Return the belief in a friend after something that friends and rivals do with these chances (Bayes' rule)."""
    joint = belief * chance_if_friend
    return joint / (joint + (1 - belief) * chance_if_rival)


# Free words: the speaker knows its kind and says something, then the listener trusts or is on its guard.


def _paid(types: Sequence[str], done: Sequence[str]) -> tuple[Any, Any]:
    if done[1] == "on guard":
        return 0, 0
    return (want_friend, gain_if_friend) if types[0] == "friend" else (want_rival, -loss_if_rival)


free_words = gt.BayesianGame(
    "Friendly words, free of cost", ("China", "Russia"), {"China": KINDS}, (("speak",), ("trust", "on guard")), _paid,
    priors={"China": {"friend": belief, "rival": 1 - belief}},
)  # fmt: skip
words_tell = gt.informative_talk(free_words, "China").called("some words of China's change what Russia does")

# Words at a price, and who would pay it.


def _priced(kind: str, said: str, reply: str) -> tuple[Any, Any]:
    price = 0 if said == "cool" else price_friend if kind == "friend" else price_rival
    own, heard = _paid((kind,), ("speak", reply))
    return own - price, heard


priced_words = gt.SignallingGame(
    "Friendly words at a price", KINDS, ("friendly", "cool"), ("trust", "on guard"), _priced,
    prior={"friend": belief, "rival": 1 - belief}, players=("China", "Russia"),
)  # fmt: skip
price_tells = gt.perfect_bayesian(
    priced_words, signals={"friend": "friendly", "rival": "cool"}, replies={"friendly": "trust", "cool": "on guard"}
).called("only a friend speaks friendly, and is trusted")

# Words about what one will do: the assurance game, in which each would honour the pact if sure of the other.

temptation = _worth("temptation", "cheating a partner that honours", "each ally")
punishment = _worth("punishment", "mutual cheating", "each ally")
keeping_faith = _worth("keeping_faith", "gain of honouring a partner that honours", "each ally", above=0)
exposure = _worth("exposure", "what being cheated loses beside mutual cheating", "each ally", above=0)
reward, sucker = temptation + keeping_faith, punishment - exposure
pact = gt.Game(
    "The pact, announced", ("China", "Russia"), ("honour", "cheat"),
    {
        ("honour", "honour"): (reward, reward), ("honour", "cheat"): (sucker, temptation),
        ("cheat", "honour"): (temptation, sucker), ("cheat", "cheat"): (punishment, punishment),
    },
)  # fmt: skip
said_only_if_meant = gt.self_signalling(pact, "honour", "China", strict=True).called(
    "China wants its promise to honour believed only if it means it"
)

# Assertive conduct, then the decision of a neighbour that has heard peaceful words from both kinds.


def neighbour(trust: Any) -> gt.BayesianGame:
    """Return a neighbour's decision at a belief in a benign China."""
    return gt.BayesianGame(
        "A neighbour of China", ("China", "neighbour"), {"China": KINDS}, (("rise",), ("trust", "on guard")), _paid,
        priors={"China": {"friend": trust, "rival": 1 - trust}},
    )  # fmt: skip


after_act, after_two = after(act_friend, act_rival), after(act_friend**2, act_rival**2)
after_act_and_words = after(tone_friend * act_friend, tone_rival * act_rival)
ON_GUARD = {"China": "rise", "neighbour": "on guard"}
guarded = gt.bayes_nash(neighbour(after_act), ON_GUARD).called("after assertive conduct a neighbour is on its guard")

# Premises.

telling_conduct = gt.Premise(
    act_rival > act_friend, name="a power that is no friend is likelier to act assertively", stated=CONDUCT
)
speaks_peacefully = gt.Premise(
    tone_rival > 0, name="a power that is no friend speaks of peaceful rise too", stated=CONDUCT
)

CLAIMS = (
    gt.Claim(
        id="paszak-rhetoric-uninformative",
        paper=PASZAK.key,
        locator="section 1, paras 1 and 3",
        paraphrase="Friendly official words are weak evidence, for Beijing is friendly in tone towards rivals too, "
        "such as India or the United States.",
        attributed_to="Paszak",
        strength="asserts",
        kind="uniqueness of babbling, threshold",
        readings=(
            gt.Reading(
                "as worded: the tone is used towards rivals as well",
                gt.when(gt.equal(after(tone_friend, tone_rival), belief)).called("the belief is what it was before"),
                stated=gt.Premise(tone_rival > 0, name="a China that is a rival uses the tone too", stated=TONE),
                unstated=(
                    gt.Premise(
                        gt.equal(tone_friend, 1) & gt.equal(tone_rival, 1), name="friend and rival always use the tone"
                    ),
                    gt.Premise(gt.equal(tone_rival, tone_friend), name="a rival uses it as often as a friend"),
                ),
                challenge="Two addressees are no count of how often the tone is used; tone has degrees besides.",
            ),
            gt.Reading(
                "no free words change what the listener does",
                gt.never(words_tell),
                unstated=(
                    gt.Premise(want_rival > 0, name="a rival gains by being trusted"),
                    gt.Premise(
                        (want_rival > 0) | (want_friend < 0), name="a rival gains by being trusted, or a friend loses"
                    ),
                ),
                challenge="A rival that would rather be left alone has no reason to pass for a friend. Pure "
                "equilibria; mixed ones may tell a little at a tie.",
            ),
            gt.Reading(
                "beyond the text: words tell friend from rival where they cost a rival at least, and a friend at most, "
                "what trust gains it",
                gt.exactly(price_tells, (price_friend <= want_friend) & (price_rival >= want_rival)),
                challenge="With a price, words are deeds: contracts, drills, withdrawals rather than communiques.",
            ),
            gt.Reading(
                "beyond the text: a promise to honour an alliance does not show that it is meant",
                gt.never(said_only_if_meant),
                unstated=(
                    gt.Premise(temptation >= punishment, name="a cheat does at least as well if its partner honours"),
                ),
                challenge="Of an assurance game; such a promise is kept if believed, so it can select an equilibrium.",
            ),
        ),
        refuted_by="A tone that differs by addressee as friends and rivals do; interests partly aligned; or words that "
        "cost a rival more than trust gains it.",
    ),
    gt.Claim(
        id="paszak-credibility-gap",
        paper=PASZAK.key,
        locator="section 3, para 2",
        paraphrase="Assurances of a peaceful rise fail, for conduct in maritime disputes and elsewhere belies them.",
        attributed_to="Paszak",
        strength="asserts",
        kind="comparative-static sign",
        readings=(
            gt.Reading(
                "as worded: neighbours are not convinced",
                guarded,
                stated=telling_conduct,
                unstated=(
                    gt.Premise(
                        belief * gain_if_friend <= (1 - belief) * loss_if_rival,
                        name="they would not have trusted it before",
                    ),
                    gt.Premise(
                        belief * act_friend * gain_if_friend <= (1 - belief) * act_rival * loss_if_rival,
                        name="conduct tells enough, given what trust may gain and lose",
                    ),
                ),
                challenge="That narratives were not embraced is itself an observation, without a measure.",
            ),
            gt.Reading(
                "assertive conduct lowers the belief in a benign power",
                gt.when(after_act < belief).called("an assertive act lowers the belief"),
                stated=telling_conduct,
                challenge="That conduct tells one kind from the other is the premise, and all there is to it.",
            ),
            gt.Reading(
                "a further act never raises it",
                gt.when(after_two <= after_act).called("a second act never raises the belief"),
                stated=telling_conduct,
                challenge="If acts are independent given the kind; a crisis may set off several at once.",
            ),
            gt.Reading(
                "words add nothing to conduct",
                gt.when(gt.equal(after_act_and_words, after_act)).called("the belief is the same with the words"),
                stated=[telling_conduct, speaks_peacefully],
                unstated=(
                    gt.Premise(
                        gt.equal(tone_friend, 1) & gt.equal(tone_rival, 1),
                        name="both kinds always speak of peaceful rise",
                    ),
                    gt.Premise(gt.equal(tone_friend, tone_rival), name="both kinds speak of peaceful rise as often"),
                ),
                challenge="Conduct may also be read in the light of what was said.",
            ),
        ),
        refuted_by="A belief in a benign China that rises with assertive conduct; or words that move it although both "
        "kinds say them.",
    ),
    gt.Claim(
        id="both-leaders-deny-alliance",
        paper=f"{KULIANI.key} and {PASZAK.key}",
        locator="Kuliani, section 5.4, at note 71; Paszak, section 1, para 2",
        paraphrase="Both governments have denied, again and again, that they want a formal alliance.",
        attributed_to="Kuliani; Paszak",
        strength="reports",
        kind="empirical",
        readings=(),
        refuted_by="A statement by either government that it wants a formal alliance.",
        data="A reported fact, which no game decides. What it is worth as evidence is decided in "
        "paszak-rhetoric-uninformative: a denial that costs nothing informs only where the speaker and the United "
        "States want partly the same. Paszak uses such statements as evidence and warns against it.",
    ),
)

GAMES = (free_words, priced_words, pact)
