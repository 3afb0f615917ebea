"""Neighbours that may balance against China, and what that costs China and Russia (Paszak, section 3; Kuliani, 4.5).

The mechanism. China's weight and its conduct, and an alliance with Russia all the more, can lead its neighbours to
balance and so hamper its rise. For Russia, moving too close to China may cost customers and investors in Asia who
also serve it as counterweights. Kuliani adds the neighbours' side: they welcome Russia as a check on China.

What the papers leave open, and what is done about it here.

* How the threat that a neighbour perceives depends on China's conduct: it is larger after China has become more
  assertive or taken an ally, and it enters by its values at the two points compared.
* Whether neighbours balance more gladly with others or leave it to others. Each has an effect on each other one, of
  either sign. If all effects are at least 0 (joining in pays), the number of balancers never falls, neither in the
  equilibrium with the fewest nor in that with the most. If neighbours free ride on particular others, it may fall:
  one that begins to balance can be the one the others leave it to.
* Free riding on everybody alike is the volunteer's dilemma (Diekmann 1985): one balancer is enough for all.
* How many customers Russia would lose, and what they are worth, is not said; nor how much of its use as a check on
  China an alliance would take from it.

Three neighbours are enough to show all this. The United States, which leads the coalition of section 2, is no player.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial, reduce
from itertools import permutations, product
from operator import and_, or_
from typing import Any

import gametheory as gt
from sino_russian.levels import level_game
from sino_russian.quantities import ASSUMED, D_R, f_R, v_C1, v_C2, v_R1, v_R2
from sino_russian.sources import KULIANI, PASZAK

# Neighbours: the threat each perceives, what balancing costs it, and what each other balancer adds to its gain.

NEIGHBOURS = ("India", "Japan", "Vietnam")
CHOICES = ("stay out", "balance")


def _each(letter: str, meaning: str, **bounds: Any) -> tuple[gt.Parameter, ...]:
    described = {"unit": "own utility", "source": ASSUMED, **bounds}
    return tuple(gt.Parameter(f"{letter}_{who[0]}", meaning=meaning.format(who), **described) for who in NEIGHBOURS)


threat = _each("threat", "threat that {} perceives from China, and balancing averts", at_least=0)
cost = _each("cost", "what balancing costs {}", above=0)
effect = {
    (a, b): gt.Parameter(
        f"effect_{a[0]}{b[0]}", meaning=f"what {b}'s balancing adds to the gain of {a}'s", unit=f"{a}'s utility",
        source=ASSUMED,
    )
    for a, b in permutations(NEIGHBOURS, 2)
}  # fmt: skip


def balancing_game(name: str, effects: Mapping[tuple[str, str], Any]) -> gt.Game:
    """Return the game of the neighbours; whoever stays out has 0, whoever balances threat - cost + effects."""

    def gain(who: int, cell: tuple[str, ...]) -> Any:
        if cell[who] == "stay out":
            return 0
        me = NEIGHBOURS[who]
        others = (b for b, choice in zip(NEIGHBOURS, cell, strict=True) if choice == "balance" and b != me)
        return threat[who] - cost[who] + sum(effects[me, b] for b in others)

    cells = product(CHOICES, repeat=len(NEIGHBOURS))
    return gt.Game(name, NEIGHBOURS, CHOICES, {c: tuple(gain(i, c) for i in range(len(NEIGHBOURS))) for c in cells})


# "At least that many" for every number at once: the number is a parameter, and a rise in a threat leaves it alone.

number = gt.Parameter("number", meaning="number of balancers", unit="neighbours", at_least=1, at_most=len(NEIGHBOURS))


def _some(game: gt.Game, balancers: range) -> gt.Region:
    return reduce(or_, (region for cell, region in gt.nash(game).items() if cell.count("balance") in balancers))


def most_reach_it(game: gt.Game) -> gt.Region:
    """Return where some equilibrium has that number of balancers or more."""
    all_of_them = len(NEIGHBOURS)
    steps = (_some(game, range(k, all_of_them + 1)) & (number <= k) for k in range(1, all_of_them + 1))
    return reduce(or_, steps).called(f"the most balancers of an equilibrium reach a number: {game.name}")


def fewest_reach_it(game: gt.Game) -> gt.Region:
    """Return where no equilibrium has fewer balancers than that number."""
    steps = (_some(game, range(k)) & (number > k - 1) for k in range(1, len(NEIGHBOURS) + 1))
    return (~reduce(or_, steps)).called(f"the fewest balancers of an equilibrium reach a number: {game.name}")


peers = balancing_game("Balancing with others", effect)
after_india = balancing_game("Balancing with India", {(a, b): e if b == "India" else 0 for (a, b), e in effect.items()})
alone = balancing_game("Balancing for oneself", dict.fromkeys(effect, 0))
in_company = gt.Premise(reduce(and_, (e >= 0 for e in effect.values())), name="balancing pays more in company")

# Which neighbour feels more threatened does not matter, their names being interchangeable, and a rise for several is
# one after another. So a rise in India's threat stands for all.

INDIA = threat[0]

# Special case: Japan and Vietnam balance unless India does. A threat to India above 1 makes one balancer of two.

LEFT_TO_INDIA = {
    **dict.fromkeys(cost, 1), **dict.fromkeys(effect.values(), 0), threat[1]: 2, threat[2]: 2,
    effect["Japan", "India"]: -2, effect["Vietnam", "India"]: -2,
}  # fmt: skip


# Special case: the volunteer's dilemma. Whoever balances averts the threat to all.


def volunteers_game(name: str, threats: Sequence[Any], costs: Sequence[Any]) -> gt.Game:
    """Return the volunteer's dilemma of two to four neighbours, as many as there are threats."""
    players = (*NEIGHBOURS, "Indonesia")[: len(threats)]
    return gt.Game(
        name, players, CHOICES,
        {cell: tuple((averted if "balance" in cell else 0) - (paid if mine == "balance" else 0)
                     for mine, averted, paid in zip(cell, threats, costs, strict=True))
         for cell in product(CHOICES, repeat=len(players))},
    )  # fmt: skip


volunteers = volunteers_game("Balancing left to a volunteer", threat, cost)

SEEN_AT = PASZAK.at("section 3, para 2")

# China's choice of its conduct, given how many will balance.

restraint, assertion = gt.parameters(
    "restraint assertion",
    meaning="worth of that conduct to China, balancing apart",
    unit="China's utility",
    source=ASSUMED,
)
eta = gt.Parameter(
    "eta", meaning="what one more balancer costs China", unit="China's utility", at_least=0, source=ASSUMED
)
n_low, n_high = gt.parameters(
    "n_low n_high", meaning="balancers if China is restrained; assertive", unit="neighbours", at_least=0,
    at_most=len(NEIGHBOURS), source="the balancing game",
)  # fmt: skip
conduct = gt.Game(
    "China's conduct", ("China",), ("restrained", "assertive"),
    {("restrained",): (restraint - eta * n_low,), ("assertive",): (assertion - eta * n_high,)},
)  # fmt: skip
assertive = gt.best_reply(conduct, ("assertive",), player="China").called("China is assertive")
more_balance = gt.Premise(n_high >= n_low, name="no fewer balance if China is assertive", stated=SEEN_AT)

# Russia's customers: a share xi of what Asian partners are worth to it is lost with an alliance.

omega = gt.Parameter(
    "omega", meaning="worth to Russia of its Asian customers, investors and counterweights", unit="Russia's utility",
    at_least=0, source=ASSUMED,
)  # fmt: skip
xi = gt.Parameter(
    "xi", meaning="share of it that an alliance loses", unit="share", at_least=0, at_most=1, source=ASSUMED
)
customers = level_game("Alliance and Asian customers", (v_C1, v_C2), (v_R1, v_R2 - f_R - xi * omega))
russia_blocks = gt.best_reply(customers, ("alliance", "partnership"), player="Russia", strict=True).called(
    "Russia declines the alliance"
)
of_customers = partial(gt.Premise, stated=PASZAK.at("section 3, para 1"))

# Southeast Asia and Russia: what its presence is worth to them at a small and a great Chinese threat, and by what tie.

g_small, g_great = gt.parameters(
    "g_small g_great", meaning="worth of a Russian presence at a small, a great Chinese threat", unit="own utility"
)
price = gt.Parameter("price", meaning="what a Russian role costs Southeast Asia", unit="own utility", at_least=0)
tau_NC = gt.Parameter(
    "tau_NC", meaning="threat that Southeast Asia perceives from China", unit="own utility", at_least=0
)
check_1, check_2 = gt.parameters(
    "check_1 check_2", meaning="share of that threat a Russia in partnership; in alliance takes away", unit="share",
    at_least=0, at_most=1, source=ASSUMED,
)  # fmt: skip


def welcomes(worth: Any) -> gt.Region:
    """Return where Southeast Asia wants a Russian role of that worth."""
    game = gt.Game(
        "A Russian role", ("ASEAN",), ("decline", "welcome"), {("decline",): (0,), ("welcome",): (worth - price,)}
    )
    return gt.best_reply(game, ("welcome",), player="ASEAN")


WELCOME_AT = KULIANI.at("section 4.5, para 3")
worth_more = gt.Premise(g_great > g_small, name="a greater Chinese threat makes Russia worth more", stated=WELCOME_AT)
wanted_more = (~welcomes(g_small) | welcomes(g_great)).called("a Russia wanted at a small threat is at a great one")
wanted_less = (~welcomes(tau_NC * check_2) | welcomes(tau_NC * check_1)).called(
    "a Russia wanted as China's ally is wanted as its partner"
)

CLAIMS = (
    gt.Claim(
        id="paszak-regional-counterbalancing", paper=PASZAK.key, locator="section 3, paras 1-2; section 2, para 4",
        paraphrase="China's weight and assertive conduct can set off balancing by neighbours that hampers its rise; an "
        "alliance with Russia would bring a regional coalition led by the United States.",
        attributed_to="Paszak, after Walt", strength="hedges; asserts the coalition", kind="comparative-static sign",
        readings=(
            gt.Reading(
                "each neighbour for itself", gt.grows(most_reach_it(alone), INDIA),
                challenge="States in a coalition look at each other. That conduct or an alliance raises the threats "
                "perceived is the paper's step; here they rise. How hard each balances is left out.",
            ),
            gt.Reading(
                "a greater threat never lowers the most balancers of an equilibrium",
                gt.grows(most_reach_it(peers), INDIA), (), (in_company,),
                "Effects of one neighbour on another are ours; the paper has none.",
            ),
            gt.Reading(
                "a greater threat never lowers the fewest balancers of an equilibrium",
                gt.grows(fewest_reach_it(peers), INDIA), (), (in_company,),
                "Pure equilibria: where neighbours react with opposite signs there may be none.",
            ),
            gt.Reading(
                "the same where the others look at India alone", gt.grows(most_reach_it(after_india), INDIA), (),
                (gt.Premise((effect["Japan", "India"] >= 0) & (effect["Vietnam", "India"] >= 0),
                            name="none leaves it to India"),
                 gt.Premise((effect["Japan", "India"] >= 0) | (effect["Vietnam", "India"] >= 0),
                            name="one of the two does not leave it to India")),
                "Here an equilibrium always exists, so that two balancers that become one are a real fall.",
            ),
            gt.Reading(
                "one balancer is enough for all", gt.grows(most_reach_it(volunteers), INDIA),
                challenge="In pure equilibria. In mixed ones nobody may balance, however great the threat.",
            ),
            gt.Reading(
                "the more balancing costs China, the less it is assertive", gt.shrinks(assertive, eta), [more_balance],
                challenge="That more balance if China is assertive is the first reading, taken here as given.",
            ),
        ),
        refuted_by="Fewer balancers after an assertive turn or an alliance: neighbours reassured, or free riding.",
    ),
    gt.Claim(
        id="paszak-third-party-cost", paper=PASZAK.key, locator="section 3, para 1",
        paraphrase="Moving too close to Beijing could cost Russia arms customers and Asian investors that it values, "
        "as partners and as counterweights to China.",
        attributed_to="Paszak", strength="hedges; asserts that Moscow values India", kind="threshold",
        readings=(
            gt.Reading(
                "Russia declines where the loss outweighs the gain", gt.exactly(russia_blocks, xi * omega > D_R),
                challenge="One share stands for many customers, each with a tie of its own. Section 3 has present "
                "cooperation put new partners at risk already; here only an alliance loses them.",
            ),
            gt.Reading(
                "the loss by itself keeps Russia from an alliance", russia_blocks,
                [of_customers(omega > 0, name="Russia values its Asian partners"),
                 of_customers(xi > 0, name="an alliance costs it some of them")],
                (gt.Premise(xi * omega > D_R, name="the loss outweighs the gain"),
                 gt.Premise(D_R <= 0, name="Russia gains nothing by the alliance otherwise")),
                "A loss that is possible need not be large; Indian contracts went with a closer tie to China.",
            ),
            gt.Reading(
                "the more these partners are worth, the sooner Russia declines", gt.grows(russia_blocks, omega),
                challenge="Partners worth more may also be harder to lose.",
            ),
            gt.Reading(
                "the more of them it would lose, the sooner Russia declines", gt.grows(russia_blocks, xi),
                challenge="Whether arms buyers react to alliances at all is an empirical matter.",
            ),
        ),
        refuted_by="Buyers that do not react (xi near 0); an alliance although much is lost.",
    ),
    gt.Claim(
        id="kuliani-asean-welcomes-russia", paper=KULIANI.key, locator="section 4.5, para 3",
        paraphrase="Southeast Asian states favour a Russian role, not least as a check on China.",
        attributed_to="Kuliani, apparently after Larin", strength="asserts", kind="comparative-static sign",
        readings=(
            gt.Reading(
                "Russia is worth more at a greater Chinese threat", g_great > g_small, [worth_more],
                challenge="The thesis says that Russia is welcome as a deterrent; that it is worth more at a greater "
                "threat is drawn from that.",
            ),
            gt.Reading(
                "whoever wants Russia at a small threat wants it at a great one", wanted_more, [worth_more],
                challenge="The price of a Russian role may rise with the threat too.",
            ),
            gt.Reading(
                "Russia takes away a share of the threat", gt.grows(welcomes(tau_NC * check_1), tau_NC),
                challenge="A functional form: a check that a stronger China outgrows would do less, not more.",
            ),
            gt.Reading(
                "as China's ally Russia is less wanted", wanted_less, (),
                (gt.Premise(check_2 <= check_1, name="an ally of China is no better check on it than a partner"),
                 gt.Premise(gt.equal(check_2, 0), name="an ally of China is no check on it")),
                "Ours, not the thesis's: it does not say what an alliance would do to Russia's welcome.",
            ),
        ),
        refuted_by="Southeast Asian states that want Russia less as China threatens them more.",
    ),
)  # fmt: skip

GAMES = (peers, volunteers, conduct, customers)
