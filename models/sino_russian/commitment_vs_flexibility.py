"""To be bound or to keep the choice (Kuliani 2012, sections 3.1.3, 4.6, 5.2, 5.4; Paszak, sections 1 and 2).

The mechanism. An alliance binds: it is rigid, demands much, and forces one to take sides; a partnership leaves the
choice for when it arises. Rigidity and demands are Lo's, choosing sides Kuliani's; he adds that neither state seeks an
alliance, that the two differ in means (Georgia 2008), and that China is reserved towards security bodies. Paszak adds
Beijing's line of non-alignment.

What the papers leave open, and what is done about it here.

* Who decides when a crisis comes. If each may *act alone*, an option is never worth less than an obligation. If acting
  takes both, as a tie does, either can let the other down, and an alliance insures both against that. Two readings.
* What crises there may be. Two kinds, the first with chance p: act1_i and act2_i are what acting is worth to i.
* What binding gains. beta_i (deterrence, say) is free; no paper denies that it may be positive.
* That one state does not want an alliance is enough for there to be none; "neither" says more, namely that no side
  payment could buy it. Payments assume that utility can be handed over.

Utilities are each player's own.
"""

from __future__ import annotations

from functools import reduce
from itertools import product
from operator import or_
from typing import Any

import gametheory as gt
from sino_russian.best_levels import choice
from sino_russian.levels import level_game
from sino_russian.quantities import NET_C, NET_R, f_C, f_R
from sino_russian.reaction import pair_game, stays
from sino_russian.sources import KULIANI, PASZAK

RIGID, GEORGIA = KULIANI.at("section 5.4, at note 71"), KULIANI.at("section 4.6, on Georgia")
BODIES = KULIANI.at("section 3.1.3")
ALLIED, PARTNERS = ("alliance", "alliance"), ("partnership", "partnership")

# Parameters of this mechanism alone.


def _value(name: str, meaning: str, who: str = "China", **bounds: Any) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=meaning, unit=f"{who}'s utility", source="free: neither paper gives a level", **bounds
    )


p = gt.Parameter("p_1", meaning="chance that a crisis is of the first kind", above=0, below=1, source="free")
act1_C, act2_C = (
    _value(f"act{n}_C", f"what acting together in a crisis of the {kind} kind is worth to China")
    for n, kind in ((1, "first"), (2, "second"))
)
act1_R, act2_R = (
    _value(f"act{n}_R", f"what acting together in a crisis of the {kind} kind is worth to Russia", "Russia")
    for n, kind in ((1, "first"), (2, "second"))
)
beta_C = _value("beta_C", "what being bound gains China by itself, by deterrence for one")
beta_R = _value("beta_R", "what being bound gains Russia by itself, by deterrence for one", "Russia")

# (a) Each may act on its option alone: one plan binds, four keep the choice open. China's decision; Russia's is alike.

FIRST, SECOND = p * act1_C, (1 - p) * act2_C
option = choice(
    "To be bound, or to act at will", "China",
    (FIRST + SECOND + beta_C - f_C, FIRST + SECOND, FIRST, SECOND, 0),
    ("be bound", "act at will: always", "act at will: in the first kind", "act at will: in the second", "never act"),
)  # fmt: skip
binds_itself = gt.only(gt.nash, option, ("be bound",)).called(
    "being bound is strictly better for China than any option"
)

# (b) Acting takes both: in a crisis they act where neither loses by it. Then the pair is bound, or keeps the choice.


def _kept(first: bool, second: bool) -> gt.Game:
    """Return the pair's choice if, unbound, they would act in these kinds of crisis."""
    expected = [
        (p * a if first else 0) + ((1 - p) * b if second else 0) for a, b in ((act1_C, act2_C), (act1_R, act2_R))
    ]
    bound = (FIRST + SECOND + beta_C - f_C, p * act1_R + (1 - p) * act2_R + beta_R - f_R)
    return level_game("To be bound, or to act if both want to", (expected[0], bound[0]), (expected[1], bound[1]))


def _act(china: Any, russia: Any, acted: bool) -> gt.Region:
    """Return where both are willing to act in a crisis, or where one is not."""
    willing = gt.nash(level_game("A crisis", (0, china), (0, russia)), ALLIED)
    return willing if acted else ~willing


bind_each_other = reduce(
    or_,
    (
        _act(act1_C, act1_R, first) & _act(act2_C, act2_R, second) & stays(_kept(first, second), "alliance")
        for first, second in product((True, False), repeat=2)
    ),
).called("both gain strictly by being bound, although unbound they would act whenever both want to")

# (c) The bad state is the partner at war with the United States.

high = _value("high", "what acting together is worth when the partner is at peace")
low = _value("low", "what being bound is worth when the partner is at war with the United States")
lost = _value("lost", "interoperability that a mere partnership lacks", at_least=0)
deterrence = _value("deterrence", "what the alliance deters", at_least=0)
peace = gt.Parameter("peace", meaning="chance that the partner stays at peace", at_least=0, at_most=1, source="free")
war_of_the_partner = choice(
    "Dragged into the partner's war, or not", "China",
    (peace * (high - lost), deterrence + peace * high + (1 - peace) * low),
    ("flexible", "bound"),
)  # fmt: skip
stays_flexible = gt.nash(war_of_the_partner, ("flexible",)).called("flexibility is best")

# Neither wants it: the level game of reaction.py.

pair = pair_game("Partnership or alliance, with a reaction")
paid = gt.Parameter("paid", meaning="what Russia pays China for allying; negative: China pays", unit="utility")
each_prefers_partnership = (gt.pareto_dominates(pair, PARTNERS, ALLIED, strict=True) & ~gt.nash(pair, ALLIED)).called(
    "both prefer the partnership, and the alliance is no equilibrium"
)
alliance_holds = gt.nash(pair, ALLIED).called("the alliance is an equilibrium")
bought = gt.transfers(pair, ALLIED, "Russia", "China", amount=paid).called("some payment makes the alliance hold")

# The partner's crisis (Georgia 2008): a partner may support or abstain; the ally's duty is to support.

solidarity = _value("solidarity", "what supporting the partner in its crisis gains China", at_least=0)
precedent = _value("precedent", "precedent and entrapment: what the support costs China", at_least=0)
pact_gain = _value("pact_gain", "what the pact gains China apart from this duty")
crisis = choice("A crisis of the partner", "China", (0, solidarity - precedent), ("abstain", "support"))
duty = choice(
    "To promise support, or decide then", "China", (0, solidarity - precedent, pact_gain + solidarity - precedent),
    ("abstain", "support at will", "promise support"),
)  # fmt: skip
supports = gt.nash(crisis, ("support",)).called("a free partner supports")
abstains = gt.only(gt.nash, crisis, ("abstain",)).called("a free partner abstains")
promises = gt.nash(duty, ("promise support",)).called("the duty is worth promising")

# Security bodies: the value of countering American alliances, fewer or more of them, against the cost in sovereignty.

counter, counter_more = (
    _value(f"counter{more}", f"what a body that counters American alliances is worth to China, {when}", at_least=0)
    for more, when in (("", "as these are"), ("_more", "if these are stronger"))
)
sovereignty = _value("sovereignty", "what membership costs China in sovereignty", above=0)


def _body(name: str, worth: Any) -> gt.Game:
    return choice(name, "China", (0, worth - sovereignty), ("stay out", "join"))


body, body_later = _body("A security body", counter), _body("A security body against stronger alliances", counter_more)
joins = gt.nash(body, ("join",)).called("joining is best")
stays_out = gt.only(gt.nash, body, ("stay out",)).called("China stays out")
still_joins = (~joins | gt.nash(body_later, ("join",))).called("who joins would join against stronger alliances")

# The line of non-alignment: f_C is the cost of duties apart from the line, line_cost what breaking the line costs.

line_cost = _value("line_cost", "what breaking the line of non-alignment costs China", at_least=0)
without_line = choice("To ally, had there been no line", "China", (0, NET_C), ("partnership", "alliance"))
with_line = choice("To ally, and break the line", "China", (0, NET_C - line_cost), ("partnership", "alliance"))
would_ally = gt.nash(with_line, ("alliance",)).called("China would ally in spite of its line")
line_blocks = (gt.nash(without_line, ("alliance",)) & ~gt.nash(with_line, ("alliance",))).called(
    "the line by itself keeps China from allying"
)

# Premises.

refuses = gt.Premise(NET_C < 0, name="an alliance does not serve China", stated=RIGID)
russia_refuses = gt.Premise(NET_R < 0, name="an alliance does not serve Russia", stated=RIGID)
duties_cost = [
    gt.Premise(f_C > 0, name="duties cost China, which insists on sovereignty and flexibility", stated=BODIES),
    gt.Premise(f_R > 0, name="duties cost Russia, a great power of its own", stated=KULIANI.at("section 3.2, para 1")),
]
entrapped = gt.Premise(low < 0, name="an alliance forces sides to be taken at a cost")
same_interest = gt.Premise(
    (((act1_C >= 0) & (act1_R >= 0)) | ((act1_C <= 0) & (act1_R <= 0)))
    & (((act2_C >= 0) & (act2_R >= 0)) | ((act2_C <= 0) & (act2_R <= 0))),
    name="the two want to act in the same crises",
)
no_bonus = [
    gt.Premise(beta_C <= 0, name="being bound by itself gains China nothing"),
    gt.Premise(beta_R <= 0, name="being bound by itself gains Russia nothing"),
]
grows_with_us_alliances = gt.Premise(
    counter_more >= counter, name="countering is worth no less, the stronger American alliances are"
)

AN_IDENTITY = " Follows from how the payoffs are written; no premise of the paper is used."

CLAIMS = (
    gt.Claim(
        id="kuliani-commitment-cost",
        paper=KULIANI.key,
        locator="section 5.4, at note 71; section 5.2, para 2; section 5.6",
        paraphrase="An alliance is rigid and demands much; a flexible partnership spares both a choice of sides.",
        attributed_to="Lo as cited by Kuliani; Kuliani",
        strength="reports, adopts",
        kind="dominance, threshold",
        readings=(
            gt.Reading(
                "each may act alone: being bound is never strictly better",
                gt.never(binds_itself),
                unstated=(
                    no_bonus[0],
                    gt.Premise(beta_C <= f_C, name="being bound gains China no more by itself than its duties cost"),
                ),
                challenge="A tie is not one's own option: where acting takes both, see below.",
            ),
            gt.Reading(
                "each may act alone: bound if the bonus outweighs duties and every option forgone",
                gt.exactly(
                    binds_itself,
                    (beta_C > f_C)
                    & (beta_C > f_C - p * act1_C)
                    & (beta_C > f_C - (1 - p) * act2_C)
                    & (beta_C > f_C - p * act1_C - (1 - p) * act2_C),
                ),
                challenge="That is beta > f + E max(0, -value): two kinds of crisis stand for any number of them.",
            ),
            gt.Reading(
                "acting takes both: the pair never gains by being bound",
                gt.never(bind_each_other),
                unstated=(same_interest, *no_bonus),
                challenge="In a crisis a state that could be bribed by its partner would act as well.",
            ),
            gt.Reading(
                "being dragged into the partner's war: flexibility is best",
                stays_flexible,
                unstated=(
                    entrapped,
                    gt.Premise(
                        peace * (lost - low) <= -low - deterrence, name="the partner's peace is not likely enough"
                    ),
                ),
                challenge="One ally's view; what binding deters may depend on how reliable the ally is. That "
                "convergence forces no sides to be taken is said; that an alliance would, and at a cost, is not.",
            ),
        ),
        refuted_by="For an option of one's own: an alliance strictly best though it gains nothing by itself. For an "
        "option of both: crises worth 3 and -1 to one, -1 and 3 to the other, equally likely: unbound they never act "
        "and get 0, bound they get 1 each.",
    ),
    gt.Claim(
        id="kuliani-neither-seeks-alliance",
        paper=KULIANI.key,
        locator="section 1, on the second part; section 5.4, at note 71",
        paraphrase="By its foreign-policy outlook neither state seeks a formal alliance; one would bring a cold war "
        "that serves neither at present.",
        attributed_to="Kuliani",
        strength="asserts, as something to be shown",
        kind="dominance",
        readings=(
            gt.Reading(
                "both prefer the partnership, and there is no alliance",
                each_prefers_partnership,
                stated=[refuses, russia_refuses],
                challenge="The sentence that serves as premise is the claim itself.",
            ),
            gt.Reading(
                'what the word "neither" adds: no payment between the two can buy the alliance',
                gt.never(bought),
                stated=[refuses, russia_refuses],
                challenge="Supposes that utility can be handed over, as by a price of gas.",
            ),
            gt.Reading(
                "one unwilling partner is enough for there to be no alliance",
                gt.never(alliance_holds),
                stated=refuses,
                challenge="So the outcome is no evidence that neither wants it.",
            ),
            gt.Reading(
                "one unwilling partner, with payments",
                gt.never(bought),
                stated=refuses,
                unstated=(
                    gt.Premise(NET_R < 0, name="an alliance does not serve Russia"),
                    gt.Premise(NET_C + NET_R < 0, name="what Russia gains is less than what China loses"),
                ),
                challenge="Adds the two utilities, which payments in kind need not allow.",
            ),
            gt.Reading(
                "from the outlooks alone: commitment costs each something",
                each_prefers_partnership,
                stated=duties_cost,
                unstated=(
                    gt.Premise(NET_C < 0, name="an alliance does not serve China"),
                    gt.Premise(NET_R < 0, name="an alliance does not serve Russia"),
                ),
                challenge="The chapters argue instrumental conduct and a great power's view of itself, not an amount.",
            ),
        ),
        refuted_by='One state that would gain refutes the word "neither", not the outcome; two refute the outcome; one '
        "that gains more than the other loses refutes that it could not be bought.",
    ),
    gt.Claim(
        id="kuliani-shared-goal-different-means",
        paper=KULIANI.key,
        locator="section 4.6, on Georgia 2008",
        paraphrase="Both want a multipolar order and differ over the means: with separatists of its own, Beijing did "
        "not back Moscow over Georgia.",
        attributed_to="Kuliani",
        strength="asserts",
        kind="threshold",
        readings=(
            gt.Reading(
                "as worded: because of the precedent, China abstains",
                abstains,
                stated=[
                    gt.Premise(precedent > 0, name="supporting secession sets China a bad precedent", stated=GEORGIA),
                    gt.Premise(solidarity > 0, name="China shares the aim", stated=GEORGIA),
                ],
                unstated=(gt.Premise(precedent > solidarity, name="the precedent outweighs the shared aim"),),
                challenge="Beijing may have abstained for its ties to the West as well.",
            ),
            gt.Reading(
                "a free partner supports exactly if solidarity is worth at least the precedent",
                gt.exactly(supports, solidarity >= precedent),
                challenge="Support in words, at a summit, may cost and gain less than support in deeds." + AN_IDENTITY,
            ),
            gt.Reading(
                "the worse the precedent, the less a duty to support is worth promising",
                gt.shrinks(promises, precedent),
                challenge="A treaty may leave support optional; then the duty costs nothing.",
            ),
        ),
        refuted_by="Support given by a free partner although the precedent outweighs solidarity; or a treaty of "
        "alliance that leaves support optional.",
    ),
    gt.Claim(
        id="kuliani-china-security-bodies",
        paper=KULIANI.key,
        locator="section 3.1.3",
        paraphrase="China has kept its distance from collective security after NATO's model, while its scholars come "
        "to see multilateral arrangements as an answer to American alliances.",
        attributed_to="Kuliani; Chinese scholars as reported",
        strength="asserts; reports the shift",
        kind="threshold",
        readings=(
            gt.Reading(
                "China stays out",
                stays_out,
                unstated=(gt.Premise(counter < sovereignty, name="sovereignty outweighs what such bodies counter"),),
                challenge="The text calls it sceptical; it founded one, the Shanghai Cooperation Organization.",
            ),
            gt.Reading(
                "stronger American alliances never keep China out",
                still_joins,
                unstated=(grows_with_us_alliances,),
                challenge="Bodies with many members; a pact with Russia alone is not meant.",
            ),
            gt.Reading(
                "China joins exactly if countering is worth at least its cost in sovereignty",
                gt.exactly(joins, counter >= sovereignty),
                challenge="Sovereignty may be no matter of degree." + AN_IDENTITY,
            ),
        ),
        refuted_by="Less Chinese interest in such bodies as American alliances in the region grow stronger.",
    ),
    gt.Claim(
        id="paszak-non-alignment-doctrine",
        paper=PASZAK.key,
        locator="section 1, para 2; section 2, para 5",
        paraphrase="Beijing's line of non-alignment, held since the early 1980s and restated in 2015, treats alliances "
        "as zero-sum instruments of containment and speaks against allying.",
        attributed_to="Paszak; Liff for the zero-sum view",
        strength="asserts",
        kind="threshold",
        readings=(
            gt.Reading(
                "the line keeps China from allying",
                line_blocks,
                unstated=(
                    gt.Premise(line_cost > 0, name="breaking the line costs China something"),
                    gt.Premise(
                        (NET_C >= 0) & (line_cost > NET_C),
                        name="an alliance would serve China, by less than breaking the line costs",
                    ),
                ),
                challenge="Where an alliance does not serve China anyway, the line is not what blocks it.",
            ),
            gt.Reading(
                "the line blocks by itself where China would ally without it and loses by allying against it",
                gt.exactly(line_blocks, (NET_C >= 0) & (NET_C - line_cost < 0)),
                challenge="That words bind at a cost is the point at issue; see paszak-rhetoric-uninformative."
                + AN_IDENTITY,
            ),
            gt.Reading(
                "the more breaking the line costs, the less China would ally",
                gt.shrinks(would_ally, line_cost),
                challenge="At no cost the statements carry no weight.",
            ),
        ),
        refuted_by="A line that can be dropped at no cost, or an alliance that does not break its letter.",
    ),
)

GAMES = (option, war_of_the_partner, pair, crisis, duty, body, without_line, with_line)
