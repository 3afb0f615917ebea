"""Central Asia: race, accommodation, and an organisation with two agendas (Kuliani 4.4, 5.2, 5.5; Paszak, section 1).

The mechanism. China's weight lets it into a region that Russia regards as its own. Kuliani: the struggle for influence
sharpens and China is winning it; a stronger Shanghai organisation would end the need for it. Paszak: Russia cannot
match China's means and puts up with a smaller role; inside the organisation it blocks what is economic and China goes
its own way; each brings in a member; with China as an alternative, Russia can take less from the states of the region.

What the papers leave open, and what is done about it here.

* What more power does. In the race for influence (influence_race.py) it makes effort cheaper, c_C, or the prize dearer,
  V_C. The text speaks of economic and military weight, so c_C is the first reading. A struggle is measured in efforts
  or in spending: as effort gets cheaper for China, efforts together always grow, spending and Russia's effort only
  until China draws level. Rivalry (Kuliani) and acquiescence (Paszak) are the two sides of one peak.
* What resisting costs Russia and what it is worth to it: values at two dates and their order, no function.
* Whether Russia foresees the way around its veto; whether China's own project pays whatever Russia does (shanghai.py).
* What the organisation does: it watches (detection mu in a repeated dilemma), it settles disputes, or it is itself what
  the two compete for, as Paszak says; the last raises the temptation with the strength.

Where it could be challenged: the prize is divided by effort and not fought for; Central Asian states choose nothing
but whether to stay; the organisation has two voters, though all members vote.
"""

from __future__ import annotations

import gametheory as gt
from sino_russian import foothold
from sino_russian import influence_race as influence
from sino_russian import shanghai as sco
from sino_russian.foothold import exit_K, exit_K_later, fear_K, fear_K_later, o_K, o_K_later, stays
from sino_russian.influence_race import V_C, V_R, V_C_later, c_C, c_C_later, c_R, c_R_later, further_behind, race
from sino_russian.prisoners_dilemma import delta
from sino_russian.sources import KULIANI, PASZAK

RACE, SETTLES, REDUCED = (KULIANI.at(place) for place in ("section 4.4, para 3", "section 5.2, para 1", "section 5.5"))
INSIDE, REGION = PASZAK.at("section 1, para 5"), PASZAK.at("section 1, last para")

# Premises.

# fmt: off
# An increasing gap in weight is two things: China's weight is the larger one, and it grows.
gap = [
    gt.Premise(c_C_later < c_C, name="China's growing weight makes influence cheaper for it", stated=RACE),
    gt.Premise(c_C < c_R, name="China's larger weight makes influence cheaper for it than for Russia", stated=RACE),
]
china_ahead_now = gt.Premise(V_C / c_C_later > V_R / c_R, name="China is ahead now", stated=RACE)
scope_reduced = gt.Premise(
    influence.cheaper.share_of("China") < race.share_of("China"), name="China's scope has shrunk", stated=REDUCED
)
behind = gt.Premise(further_behind, name="China was further behind before than it is ahead now")
cannot_match = gt.Premise(c_C < c_R, name="Russia cannot match China's means", stated=INSIDE)
dearer = gt.Premise(
    foothold.resist_R_later >= foothold.resist_R, name="resisting has become no cheaper for Russia",
    stated=REGION + ", inferred from his having to reconcile",
)
rather_with_russia = gt.Premise(
    sco.big_C > sco.own_C, name="China would rather have Russia along",
    stated=INSIDE + ", inferred from its acting alone in the face of Russia's opposition",
)
agenda_premises = [
    rather_with_russia,
    gt.Premise(sco.own_C > sco.small_C, name="China would rather go alone than follow Russia's agenda", stated=INSIDE),
    gt.Premise(sco.big_R > sco.small_R, name="Russia prefers the agenda of security", stated=INSIDE),
]
blocked = [
    gt.Premise(sco.a_sco > 0, name="an economic step inside the organisation costs Russia", stated=INSIDE),
    gt.Premise(sco.b_alone > 0, name="China gains by going alone", stated=INSIDE),
]
rather_alone = gt.Premise(sco.a_alone < sco.a_sco, name="Russia minds China on its own less than China inside")
THE_NEED = SETTLES + ", inferred from 'the need'"
great_game = [
    gt.Premise(sco.calm > sco.scramble, name="both are better off without the Great Game", stated=THE_NEED),
    gt.Premise(sco.scramble >= sco.left, name="each needs the Great Game if the other plays it", stated=THE_NEED),
]
common_aim = gt.Premise(
    sco.calm >= sco.grab, name="neither gains by breaking ranks", stated=KULIANI.at("section 4.4, at note 44")
)
stronger_sco = gt.Premise(
    sco.mu_later > sco.mu, name="a stronger organisation finds out more",
    stated=SETTLES + ", with settling rendered as detection",
)
arena = gt.Premise(
    sco.grab_later >= sco.grab, name="a stronger organisation is worth no less to dominate",
    stated=INSIDE + ", inferred from its being an arena",
)
keeps_pace = gt.Premise(
    (sco.grab_later - sco.calm) * sco.mu <= (sco.grab - sco.calm) * sco.mu_later,
    name="the temptation grows no faster than the chance of being found out",
)
caught_in_time = gt.Premise(
    delta * sco.mu_later * (sco.calm - sco.scramble) >= (1 - delta) * (sco.grab - sco.calm),
    name="being found out costs no less than scrambling once gains",
)
fined = gt.Premise(sco.fine > sco.grab - sco.calm, name="a lone scrambler loses more by the settlement than it gained")
no_temptation = gt.Premise(sco.grab <= sco.calm, name="neither gains by scrambling alone")

CLAIMS = (
    gt.Claim(
        id="kuliani-ca-contest-china-winning", paper=KULIANI.key, locator="section 4.4, para 3; section 5.5",
        paraphrase="Its growing weight takes China into a Russian preserve; the struggle for influence has become "
        "sharper, and for the time being China is winning it.",
        attributed_to="Kuliani", strength="asserts", kind="comparative-static sign",
        readings=(
            gt.Reading(
                "weight makes influence cheap: China's share and the efforts together grow",
                influence.sharper(influence.cheaper), stated=gap,
                challenge="Section 5.5 has China see its own scope shrink, which no stronger China does in this race.",
            ),
            gt.Reading(
                "weight makes the region worth more to China: the same", influence.sharper(influence.keener),
                stated=[
                    gt.Premise(V_C_later > V_C, name="China has come to want more of the region", stated=RACE), gap[1]
                ],
                challenge="The text says what China can do, not what it wants.",
            ),
            gt.Reading(
                "China is winning: it has the larger share", influence.winning_now,
                stated=gap,
                unstated=(
                    gt.Premise(V_C >= V_R, name="the region is worth no less to China"),
                    gt.Premise(V_C / c_C_later > V_R / c_R, name="value over cost is larger for China"),
                ),
                challenge="For Russia it is a traditional sphere of influence, so it may be worth more to Russia, and "
                "old ties may make influence cheaper for Russia in spite of its smaller weight.",
            ),
            gt.Reading(
                "a sharper struggle: both spend more than before", influence.more_is_spent,
                stated=[*gap, china_ahead_now],
                unstated=(behind,),
                challenge="Russia's cost is what it was: that it spends more is that it makes more effort.",
            ),
        ),
        refuted_by="A China that gets stronger and loses share; with the struggle measured in spending or in Russia's "
        "effort, a China that was already level with Russia when it got stronger.",
    ),
    gt.Claim(
        id="paszak-russia-accommodates-bri", paper=PASZAK.key, locator="section 1, last para",
        paraphrase="With nothing to set against Chinese investment, Russia takes a smaller role and cooperates without "
        "enthusiasm, after 2014 more than before.",
        attributed_to="Paszak", strength="asserts", kind="threshold",
        readings=(
            gt.Reading(
                "resisting has become dearer, its worth is what it was", foothold.still_accommodates, stated=dearer,
                challenge="Says in which direction, not that Russia accommodates. That the cost rose is inferred from "
                "his having to reconcile himself to China's influence.",
            ),
            gt.Reading(
                "what is at stake for Russia moves too", foothold.still_with_stakes, stated=dearer,
                unstated=(
                    gt.Premise(
                        foothold.stake_R_later <= foothold.stake_R,
                        name="nothing more is at stake for Russia than before",
                    ),
                    gt.Premise(
                        foothold.stake_R_later - foothold.stake_R <= foothold.resist_R_later - foothold.resist_R,
                        name="what is at stake grows no more than what resisting costs",
                    ),
                ),
                challenge="The same paragraph expects more dissent as China expands, and founds the Eurasian Economic "
                "Union on it.",
            ),
            gt.Reading(
                "in the race, a stronger China: Russia makes less effort", influence.yields_to_cheaper,
                stated=[gt.Premise(c_C_later < c_C, name="China's means have grown", stated=REGION), cannot_match],
                unstated=(
                    gt.Premise(V_C / c_C >= V_R / c_R, name="China was ahead before already"),
                    gt.Premise(
                        (V_C * c_R) ** 2 > (V_R * c_C) * (V_R * c_C_later),
                        name="China is further ahead now than it was behind before",
                    ),
                    gt.Premise(V_C >= V_R, name="the region is worth no less to China"),
                ),
                challenge="Less effort need not be accommodation; short of drawing level a stronger China meets more.",
            ),
            gt.Reading(
                "in the race, a poorer Russia: Russia makes less effort", influence.yields_when_poorer,
                stated=[cannot_match, gt.Premise(c_R_later > c_R, name="Russia's economy struggles", stated=INSIDE)],
                challenge="That the years after 2014 made influence dearer for Russia is our use of the premise.",
            ),
            gt.Reading(
                "the agenda: China goes ahead, and Russia joins in",
                gt.only(gt.nash, sco.agenda, sco.JOINS).called("that both work on the economy is the only equilibrium"),
                stated=agenda_premises,
                unstated=(
                    gt.Premise(sco.own_R < sco.small_R, name="joining in serves Russia better than its own project"),
                ),
                challenge="The Eurasian Economic Union is a project of Russia's own: there the other case is played.",
            ),
            gt.Reading(
                "as worded: Russia accommodates",
                foothold.accommodates(foothold.stake_R_later, foothold.resist_R_later).called("Russia accommodates"),
                stated=dearer,
                unstated=[
                    gt.Premise(
                        foothold.stake_R_later <= foothold.resist_R_later,
                        name="resisting costs no less than it is worth",
                    )
                ],
                challenge="What is missing is the conclusion in other words: that Russia has nothing to set against it "
                "is said, not what it would lose.",
            ),
        ),
        refuted_by="Russia resisting more as the gap or Western hostility grows: its stakes outgrow the cost, or China "
        "has not yet drawn level.",
    ),
    gt.Claim(
        id="paszak-sco-veto-and-bypass", paper=PASZAK.key, locator="section 1, para 5",
        paraphrase="Each pushes what it is strong in, China the economy and Russia security. Moscow blocks economic "
        "steps of the organisation, as in 2010, and Beijing goes around it, state by state and through its Belt and "
        "Road Initiative.",
        attributed_to="Paszak", strength="asserts", kind="existence",
        readings=(
            gt.Reading(
                "veto and bypass are what happens, foreseen by both",
                gt.only(gt.subgame_perfect, sco.veto, sco.BYPASS), stated=blocked,
                unstated=(rather_alone, gt.Premise(sco.a_alone <= 0, name="China on its own costs Russia nothing")),
                challenge="Paszak, section 1, last para: China's own projects draw the region away from Russia, which "
                "costs it. That China proposes although it will be vetoed is not explained.",
            ),
            gt.Reading(
                "veto and bypass are subgame perfect exactly where bypassing costs Russia no more and pays China",
                gt.exactly(gt.subgame_perfect(sco.veto, sco.BYPASS), (sco.a_alone <= sco.a_sco) & (sco.b_alone >= 0)),
                challenge="A condition, with nothing said of whether it held.",
            ),
            gt.Reading(
                "Russia vetoes, not knowing whether China can go alone",
                gt.only(gt.subgame_perfect, sco.unforeseen, "not inside").called("Russia vetoes"), stated=blocked,
                unstated=(
                    rather_alone,
                    gt.Premise(sco.able * sco.a_alone < sco.a_sco, name="the bypass it expects costs it less"),
                ),
                challenge="In 2010 the initiative of 2013 could not be seen; going state by state could.",
            ),
            gt.Reading(
                "China goes around even a bank of Russia's own",
                gt.only(gt.subgame_perfect, sco.steered, "bypass"), stated=blocked,
                unstated=(
                    gt.Premise(
                        (sco.a_alone < sco.a_sco) & ((sco.b_joint < sco.b_alone) | (sco.a_joint > sco.a_alone)),
                        name="Russia minds a bypass less than a step inside, and its own bank serves one of them worse",
                    ),
                    gt.Premise(
                        (sco.a_alone < sco.a_sco) & (sco.b_joint < sco.b_alone),
                        name="Russia minds a bypass less than a step inside, and its own bank serves China worse",
                    ),
                ),
                challenge="Paszak has China join the Eurasian Development Bank and bypass it later; here: or.",
            ),
            gt.Reading(
                "2010: China joins a bank of Russia's own",
                gt.only(gt.subgame_perfect, sco.steered, "Russia's bank"), stated=blocked,
                unstated=(
                    gt.Premise(sco.b_joint > sco.b_alone, name="Russia's bank serves China better than going alone"),
                    gt.Premise(sco.a_joint < sco.a_sco, name="Russia minds China in its bank less than a step inside"),
                    gt.Premise(sco.a_joint < sco.a_alone, name="and less than China on its own"),
                ),
                challenge="That China was persuaded is reported, not by what. The later bypass takes other payoffs.",
            ),
        ),
        refuted_by="A veto of a Russia that minds China on its own more than China inside, and sees the bypass coming.",
    ),
    gt.Claim(
        id="paszak-india-pakistan-offset", paper=PASZAK.key, locator="section 1, para 5",
        paraphrase="Russia had India admitted as a counterweight; China had Pakistan admitted too, and the gain was "
        "cancelled.",
        attributed_to="Paszak", strength="asserts; the success was partial", kind="existence",
        readings=(
            gt.Reading(
                "Pakistan cancels India", sco.package,
                stated=gt.Premise(gt.equal(sco.w_I, sco.w_P), name="the two new members cancel out", stated=INSIDE),
                unstated=(
                    gt.Premise(gt.equal(sco.s_new, 0), name="a larger organisation is worth nothing in itself"),
                    gt.Premise(sco.s_new < sco.w_I, name="a larger organisation is worth less than a member's weight"),
                ),
                challenge="Why Russia should want what leaves it where it was is then open.",
            ),
            gt.Reading(
                "each alone is refused and both pass, exactly where the weights differ by no more than a larger "
                "organisation is worth, and each weight is larger than that",
                gt.exactly(
                    sco.package, (abs(sco.w_I - sco.w_P) <= sco.s_new) & (sco.s_new < sco.w_I) & (sco.s_new < sco.w_P)
                ),
                challenge="Influence is taken to be what one gains and the other loses, on one scale for both.",
            ),
            gt.Reading(
                "a partial success: something is left for Russia", sco.package,
                stated=gt.Premise(sco.w_I > sco.w_P, name="something of Russia's gain is left", stated=INSIDE),
                unstated=(
                    gt.Premise(sco.w_I - sco.w_P <= sco.s_new, name="a larger organisation makes up for China's loss"),
                    gt.Premise(sco.s_new < sco.w_P, name="neither would have the other's choice alone"),
                ),
                challenge="That China would have refused India alone is inferred from its lobbying for Pakistan.",
            ),
            gt.Reading(
                "worth something else to each: no common scale", sco.two_scales,
                stated=[
                    gt.Premise(sco.i_R > 0, name="India serves Russia", stated=INSIDE),
                    gt.Premise(sco.i_C < 0, name="India is a rival of China", stated=INSIDE),
                    gt.Premise(sco.p_C > 0, name="Pakistan is a partner of China", stated=INSIDE),
                    gt.Premise(sco.p_R < 0, name="Pakistan takes from Russia what India gave", stated=INSIDE),
                ],
                unstated=(
                    gt.Premise(
                        (sco.i_C + sco.p_C >= 0) & (sco.i_R + sco.p_R >= 0), name="to neither is the package a loss"
                    ),
                    gt.Premise(
                        (sco.i_C + sco.p_C > 0) & (sco.i_R + sco.p_R > 0), name="both gain by the package"
                    ),
                ),
                challenge="That Pakistan cancels the gain would make the package worth nothing to Russia.",
            ),
        ),
        refuted_by="One of the two admitted without the other, against a member that loses by it.",
    ),
    gt.Claim(
        id="paszak-ca-outside-option", paper=PASZAK.key, locator="section 1, para 5 and last para",
        paraphrase="China's arrival gives the states of the region another choice; what Russia did to Georgia, Moldova "
        "and Ukraine has raised fears there that are not spoken of.",
        attributed_to="Paszak; Tolipov for the fears", strength="asserts; reports Tolipov",
        kind="comparative-static sign",
        readings=(
            gt.Reading(
                "a better alternative: Russia can take no more than before", foothold.no_more_rent(stays(o_K_later)),
                stated=gt.Premise(o_K_later > o_K, name="China is a better alternative than there was", stated=REGION),
                challenge="Rent is our word for whatever Russia gets out of the tie.",
            ),
            gt.Reading(
                "coercion elsewhere: Russia can take no more than before",
                foothold.no_more_rent(stays(fear=fear_K_later, price=exit_K_later)),
                stated=[
                    gt.Premise(fear_K_later > fear_K, name="the three cases aroused fears", stated=REGION),
                    gt.Premise(exit_K_later >= exit_K, name="they show that leaving is hard", stated=REGION),
                ],
                unstated=(
                    gt.Premise(
                        fear_K_later - fear_K >= exit_K_later - exit_K, name="fear has grown no less than the price"
                    ),
                    gt.Premise(gt.equal(exit_K_later, exit_K), name="the price of leaving is what it was"),
                ),
                challenge="That fear makes leaving more attractive is ours; it may as well make a state obey.",
            ),
        ),
        refuted_by="Russia taking more from the region as China's presence grows.",
    ),
    gt.Claim(
        id="kuliani-sco-defuses-rivalry", paper=KULIANI.key, locator="section 5.2, para 1; section 4.4, at note 44",
        paraphrase="A stronger organisation would settle disputes and so make a scramble for the region needless; "
        "common aims against terrorism already show the two cooperating.",
        attributed_to="Kuliani", strength="asserts, within the scenario of convergence", kind="comparative-static sign",
        readings=(
            gt.Reading(
                "it settles: there is no need to scramble",
                gt.only(gt.nash, sco.settled, sco.CALM).called("that both hold back is the only equilibrium"),
                stated=great_game,
                unstated=(
                    fined,
                    gt.Premise(sco.left + sco.redress > sco.scramble, name="being left behind is made up for"),
                ),
                challenge="The thesis does not say how disputes would be settled.",
            ),
            gt.Reading(
                "it watches: the more it finds out, the more room for holding back", gt.grows(sco.held_back, sco.mu),
                stated=great_game,
                challenge="Settling disputes is more than finding out who scrambled.",
            ),
            gt.Reading(
                "it watches: and so both can then hold back for ever", sco.held_back_later,
                stated=[*great_game, stronger_sco],
                unstated=(no_temptation, caught_in_time),
                challenge="Both scrambling for ever stays an equilibrium, at every strength.",
            ),
            gt.Reading(
                "it divides: there is a split that both prefer to the race",
                race.settlements(race.share_of("China")).called("both would rather divide as the race would end"),
                challenge="Neither is held to the split; and before the split is agreed each gains by its effort.",
            ),
            gt.Reading(
                "against the three evils the two act together, with or without it", gt.nash(sco.period, sco.CALM),
                stated=common_aim,
                challenge="The premise is what equilibrium means; the payoffs are those of the scramble, not of "
                "counter-terrorism. What needs no organisation does not show what a stronger one would do for others.",
            ),
            gt.Reading(
                "it is the arena (Paszak): if both could hold back, they still can when it is stronger",
                (~sco.held_back | sco.held_back_in_the_arena).called("holding back stays possible"),
                stated=[*great_game, stronger_sco, arena],
                unstated=(
                    keeps_pace,
                    gt.Premise(gt.equal(sco.grab_later, sco.grab), name="the temptation does not grow"),
                ),
                challenge="An arena since its founding, says Paszak; that its strength raises the stakes is inferred.",
            ),
        ),
        refuted_by="An organisation whose strength raises what there is to win by dominating it faster than the chance "
        "of being found out.",
    ),
)
# fmt: on

GAMES = (sco.veto, sco.unforeseen, sco.steered, sco.agenda, sco.period, sco.settled)
