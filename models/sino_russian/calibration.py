"""What follows from the papers' own figures, and nothing else.

Each result is an exact interval: what it may be if every figure may be anything that rounds to it. The one in print
(`printed`) uses the figures as they stand. No figure for the United States is in either paper, so the thresholds below
are the levels that it would have to have.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import gametheory as gt
from sino_russian.facts import Interval, facts, figure

WESTERN_MARKETS = ("p-share-us", "p-share-japan", "p-share-korea", "p-share-germany", "p-share-uk")


@dataclass(frozen=True)
class Derived:
    """A number computed from figures.

    Parameters
    ----------
    about : str
        What it is, and what it rests on.
    printed : Fraction
        From the figures as printed.
    interval : Interval
        From everything that rounds to them.
    """

    about: str
    printed: Fraction
    interval: Interval


def _sum(*ids: str) -> Interval:
    total = Interval(Fraction(0), Fraction(0))
    for one in ids:
        total = total + facts()[one].interval
    return total


def western_share() -> Derived:
    """Return the share of China's exports that five listed Western economies take (Paszak, section 4; 2016)."""
    return Derived(
        "share of China's exports to five listed Western economies: a lower bound for the West",
        sum(map(figure, WESTERN_MARKETS), start=Fraction(0)),
        _sum(*WESTERN_MARKETS),
    )


def growth_that_offsets() -> Derived:
    """Return by how many per cent exports to Russia must grow for each per cent lost on the five markets."""
    west, russia = western_share(), facts()["p-share-russia"]
    return Derived(
        "growth of exports to Russia that makes up for each per cent of Western exports lost, at equal profit a dollar",
        west.printed / russia.printed,
        west.interval / russia.interval,
    )


def loss_that_doubling_offsets() -> Derived:
    """Return the share of the five markets whose loss a doubling of exports to Russia makes up for."""
    found = growth_that_offsets()
    return Derived(
        "share of Western exports whose loss is made up for if exports to Russia double",
        1 / found.printed,
        Interval(Fraction(1), Fraction(1)) / found.interval,
    )


def power_that_balances(measure: str) -> Derived:
    """Return the level from which on the United States outweighs China and Russia together.

    Parameters
    ----------
    measure : {"gdp", "milex"}
        Gross domestic product (USD tn) or military spending (USD bn), at market prices (Paszak, section 1). The
        verdict is bound to the measure: at purchasing power parity it may be another.
    """
    ids = (f"p-{measure}-china", f"p-{measure}-russia")
    return Derived(f"{measure} of China and Russia together", sum(map(figure, ids), start=Fraction(0)), _sum(*ids))


taste = gt.Parameter("a", meaning="taste for the common defence, of both allies", above=0, below=1, source="assumption")


def russia_pays_nothing(china: Fraction | None = None, russia: Fraction | None = None) -> gt.Region:
    """Return where Russia contributes nothing to a defence shared with China (Olson and Zeckhauser 1966).

    Two allies of incomes y_C and y_R, the same taste a, a sum of contributions that benefits both:
    (y - q)**(1 - a) * (q_C + q_R)**a. The condition comes out of the equilibrium. That Russia does spend (see
    `military_burdens`) speaks against this reading of its spending, not for it.

    Parameters
    ----------
    china, russia : Fraction, optional
        Incomes in one unit; by default the gross domestic products of Paszak, section 1.
    """
    income = {"China": china or figure("p-gdp-china"), "Russia": russia or figure("p-gdp-russia")}
    burden = gt.cobb_douglas_burden(("China", "Russia"), income=income, taste=taste)
    return burden.pays_nothing("Russia").called("Russia contributes nothing to a shared defence")


def taste_up_to_which_russia_pays_nothing() -> Derived:
    """Return the end of that region as a number: 0.871627 at the figures as printed."""
    china, russia = facts()["p-gdp-china"].interval, facts()["p-gdp-russia"].interval
    # The poorer Russia is beside China, the larger the bound.
    least, most = _bound(china.low, russia.high), _bound(china.high, russia.low)
    return Derived(
        "taste for defence up to which Russia contributes nothing", _bound(None, None), Interval(least, most)
    )


def _bound(china: Fraction | None, russia: Fraction | None) -> Fraction:
    relation = russia_pays_nothing(china, russia).solve_for(taste).to_sympy()
    return Fraction(int(relation.rhs.p), int(relation.rhs.q))


def military_burdens() -> dict[str, Derived]:
    """Return military spending over gross domestic product, and Russia's share of what the two spend."""
    table, found = facts(), {}
    for who in ("china", "russia"):
        spent, produced = table[f"p-milex-{who}"], table[f"p-gdp-{who}"]
        per_mille = Interval(
            *(None if end is None else end * 1000 for end in (produced.interval.low, produced.interval.high))
        )
        found[who.capitalize()] = Derived(
            f"military spending of {who.capitalize()} over its gross domestic product",
            spent.printed / (1000 * produced.printed),  # billions over trillions
            spent.interval / per_mille,
        )
    russia, china = (table[f"p-milex-{who}"].interval for who in ("russia", "china"))
    one = Interval(Fraction(1), Fraction(1))
    found["Russia's share"] = Derived(
        "Russia's share of what the two spend",
        figure("p-milex-russia") / (figure("p-milex-russia") + figure("p-milex-china")),
        one / (one + china / russia),
    )
    return found
