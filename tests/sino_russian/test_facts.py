"""The papers' figures, and what is computed from them: by hand from the numbers as printed."""

from fractions import Fraction
from importlib.resources import files

import pytest

import gametheory as gt
from sino_russian import calibration, record
from sino_russian.facts import Interval, facts, figure
from sino_russian.sources import PAPERS


def test_every_fact_has_a_place_in_one_of_the_papers_and_a_number_unless_it_is_a_name() -> None:
    table = facts()
    assert len(table) == 107 and {fact.paper for fact in table.values()} == {paper.key for paper in PAPERS}
    for fact in table.values():
        assert fact.where and fact.quantity and fact.kind in ("figure", "forecast", "event", "name")
        if fact.kind == "name":
            with pytest.raises(ValueError, match="has no number"):
                _ = fact.printed
        else:
            assert fact.printed in fact.interval and fact.unit
    assert len(files("sino_russian").joinpath("facts.csv").read_text("utf-8").splitlines()) == 108
    assert not any("united states" in fact.quantity.lower() and fact.unit.startswith("USD") for fact in table.values())


@pytest.mark.parametrize(
    ("id", "printed", "low", "high"),
    [
        ("p-gdp-china", "12.23", "12.225", "12.235"),
        ("p-share-russia", "0.0178", "0.01775", "0.01785"),
        ("p-milex-russia", "66", "65.5", "66.5"),
        ("p-trade-2017", "80", "80", None),
        ("k-arms-export", "0.4", None, "0.4"),
        ("k-oil-share-2030", "0.235", "0.22", "0.25"),
        ("p-ev-pivot", "2008.5", "2008", "2009"),
    ],
)
def test_a_figure_stands_for_what_rounds_to_it(id: str, printed: str, low: str | None, high: str | None) -> None:
    fact = facts()[id]
    assert fact.printed == figure(id) == Fraction(printed)
    assert fact.interval == Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


def test_where_the_papers_disagree_with_themselves_or_each_other() -> None:
    table = facts()
    ratio = table["p-milex-china"].interval / table["p-milex-russia"].interval
    assert ratio.high is not None and ratio.high < table["p-milex-ratio"].printed  # "over 3.5" does not follow
    gdp = table["p-gdp-china"].interval / table["p-gdp-russia"].interval
    assert gdp.low is not None and gdp.low > table["p-gdp-ratio"].printed  # "over 7.7" does
    assert table["p-trade-2000-a"].printed not in table["p-trade-2000-b"].interval or (
        table["p-trade-2000-a"].printed == table["p-trade-2000-b"].interval.low
    )
    assert abs(table["p-trade-2009"].printed - table["k-trade-2009"].printed) == Fraction("0.03")
    fuel = table["p-export-fuel-2017"].interval / table["p-export-rus-2017"].interval
    assert Fraction("0.662") not in Interval(Fraction("0.6625"), Fraction("0.6635")) and Fraction("0.6625") in fuel


def test_intervals() -> None:
    one_two, open_end = Interval(Fraction(1), Fraction(2)), Interval(Fraction(3), None)
    assert one_two + open_end == Interval(Fraction(4), None)
    assert one_two / open_end == Interval(Fraction(0), Fraction(2, 3))
    assert open_end / one_two == Interval(Fraction(3, 2), None)
    assert str(Interval(None, Fraction(1, 2))) == "[-inf, 1/2]" and str(open_end) == "[3, inf]"
    assert 2 in one_two and 3 not in one_two and 0 not in one_two
    with pytest.raises(ValueError, match="give the smaller end first"):
        Interval(Fraction(2), Fraction(1))
    with pytest.raises(ValueError, match="positive numbers"):
        Interval(Fraction(0), Fraction(1)) / one_two


def test_what_the_trade_shares_come_to() -> None:
    west = calibration.western_share()
    assert west.printed == Fraction("0.1839") + Fraction("0.0616") + Fraction("0.0447") + Fraction("0.0311") + Fraction(
        "0.0265"
    )
    assert west.printed == Fraction("0.3478")
    growth = calibration.growth_that_offsets()
    assert growth.printed == Fraction(3478, 178) and round(growth.printed, 1) == Fraction("19.5")
    assert growth.interval == Interval(Fraction(34755, 1785), Fraction(34805, 1775))
    doubling = calibration.loss_that_doubling_offsets()
    assert round(doubling.printed, 5) == Fraction("0.05118") and doubling.printed in doubling.interval


def test_what_the_united_states_would_have_to_have() -> None:
    assert calibration.power_that_balances("gdp").printed == Fraction("13.80")
    assert calibration.power_that_balances("milex").printed == 294


def test_russia_would_contribute_nothing_and_does() -> None:
    bound = calibration.taste_up_to_which_russia_pays_nothing()
    assert bound.printed == 1 - Fraction("1.57") / Fraction("12.23")
    assert f"{float(bound.printed):.6f}" == "0.871627"
    low, high = bound.interval.low, bound.interval.high
    assert low == 1 - Fraction("1.575") / Fraction("12.225") and high == 1 - Fraction("1.565") / Fraction("12.235")
    assert calibration.russia_pays_nothing().contains({"a": bound.printed})
    assert not calibration.russia_pays_nothing().contains({"a": bound.printed + Fraction(1, 1000)})
    burdens = calibration.military_burdens()
    assert burdens["Russia"].printed == Fraction(66, 1570) and burdens["China"].printed == Fraction(228, 12230)
    assert burdens["Russia"].interval.low > burdens["China"].interval.high  # the poorer ally bears the larger burden
    share = burdens["Russia's share"]
    assert share.printed == Fraction(66, 294) and share.interval.low > 0
    assert share.interval == Interval(Fraction(655, 655 + 2285), Fraction(665, 665 + 2275))


def test_one_counterexample_fells_a_pattern_and_no_number_of_examples_shows_it() -> None:
    improves, opposed, often, china = record.patterns()
    assert [pattern.finding for pattern in (improves, opposed, often, china)] == [
        "falls",
        "survives",
        "falls",
        "survives",
    ]
    assert [episode.years for episode in improves.contrary] == ["1991-1994"]
    assert [episode.years for episode in improves.agreeing] == ["2001-2002"]
    assert {episode.years for episode in opposed.agreeing} == {"1996-1997", "2003-2007", "2008", "2014", "2018"}
    for pattern in (improves, opposed, often, china):
        assert len(pattern.agreeing) + len(pattern.contrary) + len(pattern.silent) == len(record.EPISODES)
        assert "can refute a universal sentence, and cannot show one" in str(pattern)
    assert "Yeltsin leans west" in str(improves) and "until 1996" in str(improves) and "in many cases" in str(often)
    assert record.Pattern("s", "w", "p", (), (), record.EPISODES).finding == "untested"


def test_every_episode_has_a_source_and_says_how_three_relations_moved() -> None:
    for episode in record.EPISODES:
        assert episode.sources
        assert {episode.russia_west, episode.russia_china, episode.china_west} <= {"better", "worse", "not said"}


def test_the_taste_parameter_keeps_its_bounds() -> None:
    with pytest.raises(gt.AssumptionError):
        calibration.russia_pays_nothing().contains({"a": 1})
