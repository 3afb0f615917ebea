"""Western trade against an alliance: thresholds by hand, and every small game solved by looking at all its cells."""

import random
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import trade_interdependence as model

NEEDS = "needs a premise the paper does not state"
RESTING: dict[Any, Fraction] = dict.fromkeys((model.v_R1, model.v_R2, model.f_R), Fraction(0))


def number(rng: random.Random, low: int = -6, high: int = 6) -> Fraction:
    return Fraction(rng.randint(low, high), rng.choice((1, 1, 2, 3)))


def share(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(1, 12), 12)


def levels_kept(china: tuple[Fraction, Fraction], russia: tuple[Fraction, Fraction]) -> set[int]:
    """The levels (0 partnership, 1 alliance) at some pair of choices that neither, nor both together, leave gladly."""
    pays = (china, russia)
    kept = set()
    for pair in product((0, 1), repeat=2):
        moves = [((1 - pair[0], pair[1]), (0,)), ((pair[0], 1 - pair[1]), (1,))]
        moves += [(other, (0, 1)) for other in product((0, 1), repeat=2)]
        if not any(all(pays[i][min(there)] > pays[i][min(pair)] for i in who) for there, who in moves):
            kept.add(min(pair))
    return kept


# The figures


def test_the_figures_of_the_paper_and_what_follows_from_them() -> None:
    # 18.39 + 6.16 + 4.47 + 3.11 + 2.65 = 34.78 per cent; over 1.78 per cent = 1739/89 = 19.539...; US 10.331...
    assert Fraction("0.3478") == model.FIVE_WESTERN and Fraction("0.0178") == model.RUSSIA
    ratio, of_the_us = Fraction(1739, 89), Fraction(1839, 178)
    assert (round(float(ratio), 3), round(float(of_the_us), 3)) == (19.539, 10.331)
    assert round(float(1 / ratio), 5) == 0.05118
    tiny = Fraction(1, 10**9)
    for region, times in ((model.made_up, ratio), (model.made_up_for_the_us, of_the_us)):
        solved = region.solve_for(model.G_x)
        for loss in (Fraction(0), Fraction(1, 100), Fraction(1, 3), Fraction(1)):
            point = {**RESTING, model.psi: loss, model.w: Fraction(7, 3)}
            for shift in (-tiny, Fraction(0), tiny):
                growth = 1 + times * loss + shift
                assert region.contains({**point, model.G_x: growth}) is (shift >= 0)
                assert solved.contains({**point, model.G_x: growth}) is (shift >= 0)


def test_doubling_and_the_forecast_pay_for_little() -> None:
    growth = Fraction(100) / Fraction("70.56") - 1  # 41.7 per cent
    assert round(float(growth), 3) == 0.417
    for game, most in (
        (model.doubled, Fraction(178, 3478)),
        (model.forecast, growth * Fraction(178, 3478)),
    ):
        for loss, blocked in ((most, False), (most + Fraction(1, 10**9), True), (most - Fraction(1, 10**9), False)):
            point = {**RESTING, model.w: Fraction(2), model.psi: loss}
            assert model.china_blocks(game).contains(point) is blocked
    assert round(float(growth * Fraction(178, 3478)), 3) == 0.021


# The games


def test_what_blocks_is_what_looking_at_every_pair_of_choices_finds() -> None:
    rng, seen = random.Random("trade"), set()
    games = (model.dependence, model.under_way)
    stays, blocks = ([ask(game) for game in games] for ask in (model.stays, model.china_blocks))
    blocks_for_trade = model.china_blocks(model.economic)
    for _ in range(60):
        v = {p: number(rng) for p in (model.v_C1, model.v_C2, model.v_R1, model.v_R2)}
        cost = {p: abs(number(rng)) for p in (model.f_C, model.f_R)}
        psi, h, west, east = (share(rng) for _ in range(4))
        w, growth = share(rng) * 9, share(rng) * rng.choice((1, 4))
        point = v | cost | {model.psi: psi, model.h: h, model.m_C: west, model.x_C: east, model.w: w, model.G_x: growth}
        russia = (v[model.v_R1], v[model.v_R2] - cost[model.f_R])
        for game, left in enumerate((Fraction(1), 1 - h)):
            gained, lost = w * (growth * east - east), w * west * psi * left
            china = (v[model.v_C1], v[model.v_C2] - cost[model.f_C] + gained - lost)
            kept = levels_kept(china, russia)
            assert stays[game].contains(point) is (kept == {0})
            assert blocks[game].contains(point) is (china[0] > china[1])
            seen.add(frozenset(kept))
        economic = w * (growth * east - east) - cost[model.f_C] - w * west * psi
        assert blocks_for_trade.contains(point) is (economic < 0)
    assert len(seen) >= 2


def test_growth_before_everything_and_growth_with_a_weight() -> None:
    rng, seen = random.Random("growth"), set()
    at_some_worth = [region.eliminate(model.v_C2) for region in (model.growth_first, model.weighed)]
    for _ in range(80):
        v1, v2, f, fall, eps = number(rng), number(rng), abs(number(rng)), share(rng) * 6, share(rng) * 4
        g0, g_min, psi, west = number(rng, 0), number(rng, 0), share(rng), share(rng)
        point = {
            model.v_C1: v1, model.v_C2: v2, model.f_C: f, model.fall: fall, model.eps: eps, model.g0: g0,
            model.g_min: g_min, model.psi: psi, model.m_C: west, **RESTING,
        }  # fmt: skip
        enough = g0 - eps * (psi * west) >= g_min
        first, weighed = enough and v2 - f >= v1, v2 - f - (0 if enough else fall) >= v1
        assert model.growth_first.contains(point) is first
        assert model.weighed.contains(point) is weighed
        apart = {p: value for p, value in point.items() if p is not model.v_C2}
        # worth enough, an alliance is made wherever it may be: before everything only where growth suffices
        assert at_some_worth[0].contains({p: v for p, v in apart.items() if p is not model.fall}) is enough
        assert at_some_worth[1].contains(apart) is True
        seen.add((first, weighed))
    assert seen == {(True, True), (False, True), (False, False)}


def test_the_west_first_needs_more_than_a_ranking() -> None:
    rng, seen, stays = random.Random("west"), set(), model.stays(model.west_first)
    for _ in range(60):
        v = {p: number(rng) for p in (model.v_C1, model.v_C2, model.v_R1, model.v_R2)}
        f = {p: abs(number(rng)) for p in (model.f_C, model.f_R)}
        west_c, west_r, lost = abs(number(rng)), abs(number(rng)), share(rng)
        point = v | f | {model.e_CW: west_c, model.e_RW: west_r, model.lost: lost}
        china = (v[model.v_C1], v[model.v_C2] - f[model.f_C] - lost * west_c)
        russia = (v[model.v_R1], v[model.v_R2] - f[model.f_R] - lost * west_r)
        kept = levels_kept(china, russia)
        assert model.both_block.contains(point) is (china[0] > china[1] and russia[0] > russia[1])
        assert stays.contains(point) is (kept == {0})
        seen.add(frozenset(kept))
    assert len(seen) >= 2


def subsets(names: Iterable[str]) -> list[frozenset[str]]:
    names = list(names)
    return [frozenset(chosen) for size in range(len(names) + 1) for chosen in combinations(names, size)]


def test_issues_that_need_both() -> None:
    rng, seen = random.Random("issues"), set()
    everything, overlap = frozenset(("overlap", "zone")), frozenset(("overlap",))
    called = {frozenset(): "neither", overlap: "overlap", frozenset(("zone",)): "zone", everything: "both"}
    cells = ((overlap, overlap), (everything, everything), (overlap, everything), (frozenset(), overlap))
    named_so = [(called[mine], called[yours]) for mine, yours in cells]
    kept = [(gt.nash(model.issues, cell), gt.nash(model.issues, cell, strict=True)) for cell in named_so]
    agreed = gt.only(gt.strong_nash, model.package, ("agree", "agree"))
    for _ in range(40):
        worth = {"overlap": (number(rng), number(rng)), "zone": (number(rng, -1, 1), number(rng, -1, 1))}
        point = dict(zip((model.o_C, model.o_R, model.z_C, model.z_R), worth["overlap"] + worth["zone"], strict=True))

        def pays(mine: frozenset[str], yours: frozenset[str], who: int, worth: dict[str, Any] = worth) -> Fraction:
            return sum((worth[issue][who] for issue in mine & yours), Fraction(0))

        def gaps(named: tuple[frozenset[str], frozenset[str]], pays: Callable[..., Fraction] = pays) -> list[Fraction]:
            here = [pays(*named, who) for who in (0, 1)]
            mine = [here[0] - pays(other, named[1], 0) for other in subsets(everything) if other != named[0]]
            return mine + [here[1] - pays(named[0], other, 1) for other in subsets(everything) if other != named[1]]

        for named, (weakly, strictly) in zip(cells, kept, strict=True):
            assert weakly.contains(point) is (min(gaps(named)) >= 0)
            assert strictly.contains(point) is (min(gaps(named)) > 0)
        alone = min(gaps((overlap, overlap))) >= 0 > min(gaps((everything, everything)))
        assert model.the_overlap_alone.contains(point) is alone
        seen.add(alone)
        package = tuple(worth["overlap"][who] + worth["zone"][who] for who in (0, 1))
        both = levels_kept((Fraction(0), package[0]), (Fraction(0), package[1])) == {1}
        assert agreed.contains(point) is both
    assert seen == {True, False}


def test_the_overlap_alone_is_never_strict() -> None:
    assert gt.nash(model.issues, model.OVERLAP, strict=True).is_empty()


def test_the_hedge_follows_the_first_order_condition() -> None:
    # max (1-x) mu_W + x mu_E - r/2 [(1-x)^2 V + x^2 E + 2x(1-x) c]: x* = (mu_E - mu_W + r(V - c))/(r(V + E - 2c)),
    # so dx*/dV = (1-x*)/(V + E - 2c) > 0 and dx*/dmu_W = -1/(r(V + E - 2c)) < 0, inside.
    rng, seen = random.Random("hedge"), set()
    for _ in range(80):
        mu_w, mu_e, r, cov = number(rng, -1, 1), number(rng, -1, 1), share(rng) * 3, number(rng, -1, 1)
        var_w, var_e = (2 * abs(cov) + share(rng) * 4 for _ in range(2))  # cov**2 <= var_w*var_e
        curvature = r * (var_w + var_e - 2 * cov)
        best = (mu_e - mu_w + r * (var_w - cov)) / curvature
        western, part = share(rng), share(rng)
        here, there = (
            1 - western,
            1 - western * (1 - part),
        )  # eastern shares; utility is a parabola with its top at best
        point = {
            model.mu_W: mu_w, model.mu_E: mu_e, model.aversion: r, model.cov: cov, model.var_W: var_w,
            model.var_E: var_e, model.western: western, model.part: part,
        }  # fmt: skip
        moves = abs(there - best) <= abs(here - best)
        assert model.moves_east.contains(point) is moves
        seen.add(moves)
        if 0 < best < 1:
            more = (mu_e - mu_w + r * (var_w + 1 - cov)) / (r * (var_w + 1 + var_e - 2 * cov))
            assert more > best > (mu_e - mu_w - 1 + r * (var_w - cov)) / curvature
    assert seen == {True, False}


def test_with_a_given_correlation_a_riskier_west_can_keep_trade_there() -> None:
    # Perfect correlation: the spread of the whole is (1-x) sd_W + x sd_E. All trade western and sd_E = 4; as sd_W goes
    # from 1 to 2, the variance at x goes from (1 + 3x)^2 to (2 + 2x)^2, which rises faster from x = 0: 8 against 6.
    def whole(x: Fraction, sd_w: int) -> Fraction:
        return ((1 - x) * sd_w + x * 4) ** 2

    here, there = Fraction(0), Fraction(1, 4)
    cost = [(whole(there, sd) - whole(here, sd)) / 2 for sd in (1, 2)]  # at an aversion of 1
    assert cost == [Fraction(33, 32), Fraction(9, 8)]
    premium = Fraction(17, 16)  # of moving a quarter: in between, so Russia moves only while the West is safer
    point = {
        model.mu_W: 0, model.mu_E: 4 * premium, model.aversion: 1, model.corr: 1, model.sd_E: 4, model.western: 1,
        model.part: there,
    }  # fmt: skip
    assert model.moves_east_if_correlated.contains({**point, model.sd_W: 1})
    assert not model.moves_east_if_correlated.contains({**point, model.sd_W: 2})


# The claims

VERDICTS = {
    "paszak-west-dependence-blocks-alliance": (
        NEEDS, ["conditional", "proved", "proved", "conditional"],
        ["the lost trade outweighs all other gains", "what is still held in reserve outweighs all other gains"],
    ),
    "paszak-russia-market-insufficient": (
        NEEDS, ["proved", "conditional", "proved", "conditional"],
        ["more is lost in the West than gained in Russia",
         "more of the Western exports is lost than that growth makes up for"],
    ),
    "paszak-growth-legitimacy-constraint": (
        "not identified", ["conditional", "conditional", "refuted", "conditional"],
        ["an alliance takes growth below what is needed", "an alliance takes growth below what is needed",
         "growth is missed, and the danger to the Party outweighs all other gains"],
    ),
    "kuliani-west-priority": (
        NEEDS, ["conditional", "proved", "proved"], ["for one the loss outweighs the gain"],
    ),
    "kuliani-complementarity-wider-than-conflict": (
        NEEDS, ["proved", "conditional", "proved", "conditional"],
        ["a free trade zone hurts one of the two", "China gains on balance"],
    ),
    "paszak-overdependence-hedge": (
        "not identified", ["proved", "proved", "conditional", "refuted", "refuted"],
        ["the two returns are uncorrelated"],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


@pytest.mark.parametrize("claim", VERDICTS)
def test_what_each_claim_comes_to(judged: dict[str, gt.Judgement], claim: str) -> None:
    found, (bearing, statuses, missing) = judged[claim], VERDICTS[claim]
    assert found.bearing == bearing
    assert [one.verdict.status for one in found.readings] == statuses
    assert [premise.name for one in found.readings for premise in one.missing] == missing


def test_the_two_candidates_that_suffice_only_together_are_the_ranking_s_missing_link() -> None:
    # e_CW > e_CR >= D_C and everything lost give e_CW > D_C; neither alone does.
    ranked = [premise.relation for premise in model.ranking]
    alliance_gone = model.stays(model.west_first)
    together = (gt.equal(model.lost, 1), model.e_CR >= model.D_C)
    assert gt.prove(alliance_gone, (*ranked, *together)).status == "proved"
    assert [gt.prove(alliance_gone, (*ranked, one)).status for one in together] == ["conditional"] * 2


def test_russia_in_place_of_the_five_would_have_to_buy_nineteen_times_more() -> None:
    # All of 34.78 per cent lost, 41.7 per cent of 1.78 gained: -0.3478 + 0.0178*0.417 = -0.340, whatever w.
    change = -Fraction("0.3478") + Fraction("0.0178") * (Fraction(100) / Fraction("70.56") - 1)
    assert round(float(change), 3) == -0.340
    for w in (Fraction(1, 9), Fraction(8)):
        assert model.china_blocks(model.substitute).contains({**RESTING, model.w: w}) is (w * change < 0)


def test_that_the_goals_need_openness_does_not_say_that_an_alliance_misses_them() -> None:
    # 7 of growth, 6 needed, 10 lost for a unit of share: 7 - 10*0.3478 = 3.522 without the West, but 7 - 0.3478 = 6.65
    # where an alliance loses a tenth of it. Growth of 6 is then kept, and an alliance that is worth 1 is made.
    point = {
        model.g0: 7, model.g_min: 6, model.eps: 10, model.m_C: Fraction("0.3478"), model.psi: Fraction(1, 10),
        model.v_C1: 0, model.v_C2: 1, model.f_C: 0, **RESTING,
    }  # fmt: skip
    assert gt.when(model.openness_needed.relation).contains(point)
    assert not gt.when(model.growth_missed.relation).contains(point)
    assert model.growth_first.contains(point)


def test_counterexamples_hold_by_hand(judged: dict[str, gt.Judgement]) -> None:
    found = judged["paszak-west-dependence-blocks-alliance"].readings[0].verdict.counterexample
    at = {str(name): Fraction(value) for name, value in dict(found).items()}
    assert at["m_C"] >= Fraction("0.3478") and at["x_C"] == Fraction("0.0178")
    trade = at["w"] * ((at["G_x"] - 1) * at["x_C"] - at["psi"] * at["m_C"])
    assert 1 in levels_kept((at["v_C1"], at["v_C2"] - at["f_C"] + trade), (at["v_R1"], at["v_R2"] - at["f_R"]))
    found = judged["kuliani-west-priority"].readings[0].verdict.counterexample
    at = {str(name): Fraction(value) for name, value in dict(found).items()}
    assert at["e_CW"] > at["e_CR"] and at["e_RW"] > at["e_RC"]
    net = [at[f"v_{i}2"] - at[f"f_{i}"] - at["lost"] * at[f"e_{i}W"] - at[f"v_{i}1"] for i in "CR"]
    assert min(net) >= 0


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by))
        for reading in claim.readings:
            assert reading.challenge
            assert all(premise.stated.startswith(claim.paper + ", ") for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)
