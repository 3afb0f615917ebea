"""Bayesian Nash equilibria: thresholds of trust derived, and every assessment of drawn games against enumeration."""

from __future__ import annotations

import os
import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from tests.concepts.private_information import drawn_game, is_equilibrium, plans

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
GAMES = 3_000 if EXHAUSTIVE else 25
POWERS = ("China", "Russia")
KINDS = ("trustworthy", "opportunist")
WORDS = {("cooperate", "cooperate"): "R", ("cooperate", "defect"): "S", ("defect", "cooperate"): "T"}
FOUR = {"trustworthy": {"R": 4, "T": 3, "P": 2, "S": 0}, "opportunist": {"R": 3, "T": 4, "P": 2, "S": 0}}
RECIPROCAL = {"trustworthy": "cooperate", "opportunist": "defect"}

t = {power: gt.Parameter(f"t_{power[0]}", meaning=f"{power} is trustworthy", at_least=0, at_most=1) for power in POWERS}
pay = {
    (letter, kind, power): gt.Parameter(f"{letter}_{kind[0]}{power[0]}", unit="utility")
    for letter in "RTPS"
    for kind in KINDS
    for power in POWERS
}


def own_payoffs(types: tuple[str, ...], actions: tuple[str, ...]) -> list[Any]:
    """Each player's payoff depends on its own type and on what both do."""
    return [
        pay[WORDS.get((own, other), "P"), kind, power]
        for power, kind, own, other in zip(POWERS, types, actions, actions[::-1], strict=True)
    ]


def premises_of(power: str) -> list[Any]:
    good = {letter: pay[letter, "trustworthy", power] for letter in "RTPS"}
    bad = {letter: pay[letter, "opportunist", power] for letter in "RTPS"}
    return [good["R"] > good["T"], good["P"] > good["S"], bad["T"] > bad["R"], bad["P"] > bad["S"]]


TRUST = gt.BayesianGame(
    "Trust",
    POWERS,
    KINDS,
    ("cooperate", "defect"),
    own_payoffs,
    priors={power: {"trustworthy": t[power], "opportunist": 1 - t[power]} for power in POWERS},
    assuming=[premise for power in POWERS for premise in premises_of(power)],
)


def trust_needed(power: str) -> Any:
    """The closed form of models.md M3: how likely the partner must be trustworthy."""
    r, temptation, p, s = (pay[letter, "trustworthy", power] for letter in "RTPS")
    return (p - s) / ((r - temptation) + (p - s))


@pytest.mark.exhaustive
def test_trustworthy_types_cooperate_exactly_if_both_sides_are_trusted_enough() -> None:
    """Every payoff of both sides is a parameter; in the sample, those of Russia are numbers."""
    numbers = {} if EXHAUSTIVE else {pay[key]: FOUR[key[1]][key[0]] for key in pay if key[2] == "Russia"}
    both = gt.bayes_nash(TRUST.at(numbers), dict.fromkeys(POWERS, RECIPROCAL))
    theirs = Fraction(2, 3) if numbers else trust_needed("Russia")
    wanted = (t["Russia"] >= trust_needed("China")) & (t["China"] >= theirs)
    assert gt.prove(gt.exactly(both, wanted)).status == "proved"
    assert both.uses == ()  # each player's own unit of utility


def test_four_three_two_nothing_needs_two_thirds() -> None:
    game = TRUST.at({pay[key]: FOUR[key[1]][key[0]] for key in pay})
    assert {p.name for p in game.parameters} == {"t_C", "t_R"}
    both = gt.bayes_nash(game, dict.fromkeys(POWERS, RECIPROCAL))
    assert both.equivalent((t["China"] >= Fraction(2, 3)) & (t["Russia"] >= Fraction(2, 3)))
    below = both.explain({"t_C": 1, "t_R": Fraction(1, 3)})
    assert str(below.failures[0]) == "China (trustworthy) gains 1 by moving from cooperate to defect"  # 4/3 v. 7/3
    others = [one for one in gt.bayes_nash(game).nonempty() if one != dict.fromkeys(POWERS, RECIPROCAL)]
    assert others == [{power: dict.fromkeys(KINDS, "defect") for power in POWERS}]
    only = gt.only(gt.bayes_nash, game, game.assessment(dict.fromkeys(POWERS, "defect")))
    assert only.equivalent((t["China"] < Fraction(2, 3)) | (t["Russia"] < Fraction(2, 3)))


def test_nobody_cooperates_in_equilibrium_exactly_if_the_sucker_loses() -> None:
    free = gt.BayesianGame("Trust", POWERS, KINDS, ("cooperate", "defect"), own_payoffs, priors={
        power: {"trustworthy": t[power], "opportunist": 1 - t[power]} for power in POWERS})  # fmt: skip
    none = gt.bayes_nash(free, dict.fromkeys(POWERS, "defect"))
    wanted = gt.when(pay["P", "trustworthy", "China"] >= pay["S", "trustworthy", "China"])
    for kind, power in product(KINDS, POWERS):
        wanted &= pay["P", kind, power] >= pay["S", kind, power]
    assert gt.prove(gt.exactly(none, wanted)).status == "proved"


def test_two_signals_at_once_separate_within_bounds_scaled_by_trust() -> None:
    """Who signals cooperates if the partner has signalled too; nobody cooperates otherwise (M3)."""
    gain, lure = {}, {}
    cost = {(kind, power): gt.Parameter(f"k_{kind[0]}{power[0]}", at_least=0) for kind in KINDS for power in POWERS}

    def pays(types: tuple[str, ...], signals: tuple[str, ...]) -> list[Any]:
        met = signals == ("signal", "signal")
        worth = []
        for power, kind, own in zip(POWERS, types, signals, strict=True):
            best = pay["R" if kind == "trustworthy" else "T", kind, power]
            reached = best if met else pay["P", kind, power]
            worth.append(reached - (cost[kind, power] if own == "signal" else 0))
        return worth

    game = gt.BayesianGame("Signals at once", POWERS, KINDS, ("signal", "silence"), pays, priors={
        power: {"trustworthy": t[power], "opportunist": 1 - t[power]} for power in POWERS})  # fmt: skip
    apart = gt.bayes_nash(game, {power: {"trustworthy": "signal", "opportunist": "silence"} for power in POWERS})
    wanted = None
    for power, partner in (POWERS, POWERS[::-1]):
        gain[power] = pay["R", "trustworthy", power] - pay["P", "trustworthy", power]
        lure[power] = pay["T", "opportunist", power] - pay["P", "opportunist", power]
        bounds = (t[partner] * lure[power] <= cost["opportunist", power]) & (
            cost["trustworthy", power] <= t[partner] * gain[power]
        )
        wanted = bounds if wanted is None else wanted & bounds
    assert gt.prove(gt.exactly(apart, wanted)).status == "proved"


# The spiral (M9): what the United States sees is its type.

h, q_h, q_d, B, c = (
    gt.Parameter("h", above=0, below=1), gt.Parameter("q_h", above=0, at_most=1),
    gt.Parameter("q_d", at_least=0, at_most=1), gt.Parameter("B"), gt.Parameter("c", above=0),
)  # fmt: skip


def test_an_alliance_is_contained_exactly_if_the_posterior_exceeds_the_cost_ratio() -> None:
    game = gt.BayesianGame(
        "Spiral",
        ("United States", "Alliance"),
        {"United States": ("sees an alliance", "sees none"), "Alliance": ("hostile", "defensive")},
        {"United States": ("contain", "hold back"), "Alliance": ("go on",)},
        lambda types, actions: (
            ((B if types[1] == "hostile" else 0) - c, 0) if actions[0] == "contain" else (0, 0)
        ),
        priors={
            ("sees an alliance", "hostile"): h * q_h, ("sees none", "hostile"): h * (1 - q_h),
            ("sees an alliance", "defensive"): (1 - h) * q_d, ("sees none", "defensive"): (1 - h) * (1 - q_d),
        },
        assuming=(c < B,),
    )  # fmt: skip
    first = {"sees an alliance": "contain", "sees none": "hold back"}
    contained = gt.bayes_nash(game, {"United States": first, "Alliance": "go on"}) | gt.bayes_nash(
        game, {"United States": "contain", "Alliance": "go on"}
    )
    held = gt.bayes_nash(game, {"United States": "hold back", "Alliance": "go on"})
    posterior = h * q_h / (h * q_h + (1 - h) * q_d)
    # Whatever is best where no alliance is seen: one of the two replies always is.
    assert gt.prove(gt.exactly(contained, posterior >= c / B)).status == "proved"
    assert held.implies(posterior <= c / B)
    failing = contained.explain({h: "1/2", q_h: "1/2", q_d: 1, B: 2, c: 1})
    # The posterior is 1/3, and containing is worth 2/3 - 1: the gap is what is expected given what is seen.
    assert str(failing.failures[0]) == (
        "United States (sees an alliance) gains 1/3 by moving from contain to hold back"
    )


# Against enumeration.


@pytest.mark.exhaustive
def test_every_assessment_of_drawn_games_agrees_with_enumeration() -> None:
    found = idle = agreed = 0
    for seed in range(GAMES):
        rng = random.Random(f"types {seed}")
        raw, priors = drawn_game(rng)
        game = gt.BayesianGame("Drawn", raw.players, raw.types, raw.actions, raw.payoffs, priors=priors)
        everything = [
            dict(zip(raw.players, chosen, strict=True))
            for chosen in product(*(plans(*own) for own in zip(raw.types, raw.actions, strict=True)))
        ]
        few = rng.sample(everything, min(len(everything), 40))
        for one in few:
            expected = is_equilibrium(raw, one)
            assert gt.bayes_nash(game, one).contains({}) is expected, (seed, one)
            found += expected
            agreed += 1
        idle += any(chance == 0 for belief in raw.beliefs for chance in belief.values())
        if len(everything) <= 16:
            listed = gt.bayes_nash(game)
            assert set(listed.nonempty()) == {game.assessment(one) for one in everything if is_equilibrium(raw, one)}
            assert len(listed) == len(everything)
    assert found >= GAMES and idle >= GAMES / 3 and agreed - found >= GAMES


@pytest.mark.exhaustive
def test_equilibria_of_the_normal_form_are_the_same_where_every_type_is_possible() -> None:
    compared = 0
    for seed in range(GAMES // 3):
        raw, priors = drawn_game(random.Random(f"types {seed}"))
        game = gt.BayesianGame("Drawn", raw.players, raw.types, raw.actions, raw.payoffs, priors=priors)
        flat = game.normal_form() if len(game.profiles) ** 3 <= 216 else None
        if flat is None or len(flat.profiles) > 64:
            continue
        for words, one in zip(flat.profiles, gt.bayes_nash(game), strict=True):
            assert words == tuple(str(one).split("; ")[i].split(": ")[1] for i in range(len(raw.players)))
            interim, before = gt.bayes_nash(game, one).contains({}), gt.nash(flat, words).contains({})
            assert before or not interim
            possible = all(game.priors[i].parts and _mass(game, i, own) > 0
                           for i, kinds in enumerate(raw.types) for own in kinds)  # fmt: skip
            if possible:
                assert interim == before
                compared += 1
    assert compared >= GAMES // 9


def _mass(game: Any, place: int, own: str) -> Fraction:
    return sum(
        (game.priors[place].probability(kinds) for kinds in game.type_profiles if kinds[place] == own), Fraction(0)
    )


@pytest.mark.exhaustive
def test_regions_of_symbolic_games_agree_with_enumeration_at_points() -> None:
    """Payoffs and probabilities are parameters; points with probability 0 and ties are among those tried."""
    a = gt.Parameter("a")
    p, q = (gt.Parameter(name, at_least=0, at_most=1) for name in "pq")
    held = 0
    for seed in range(max(4, GAMES // 15)):
        rng = random.Random(f"symbols {seed}")
        types, actions = (("low", "high"),) * 2, (("x", "y"),) * 2
        fixed = {k: {s: [rng.randint(-1, 2) for _ in "AB"] for s in product(*actions)} for k in product(*types)}
        slope = {k: {s: [rng.choice((-1, 0, 0, 1)) for _ in "AB"] for s in product(*actions)} for k in fixed}
        joint = seed % 2 == 1
        chance = {("low", "low"): p * q, ("low", "high"): p * (1 - q), ("high", "low"): (1 - p) * q,
                  ("high", "high"): (1 - p) * (1 - q)}  # fmt: skip
        cells = {
            k: {s: [f + g * a for f, g in zip(fixed[k][s], slope[k][s], strict=True)] for s in rows}
            for k, rows in fixed.items()
        }
        independent = {"A": {"low": p, "high": 1 - p}, "B": {"low": q, "high": 1 - q}}
        game = gt.BayesianGame("Drawn", ["A", "B"], types, actions, cells, priors=chance if joint else independent)
        for one in rng.sample(list(gt.bayes_nash(game)), 6):
            region = gt.bayes_nash(game, one)
            for _ in range(6):
                at = {
                    a: Fraction(rng.randint(-4, 4), 2),
                    p: Fraction(rng.randint(0, 3), 3),
                    q: Fraction(rng.randint(0, 2), 2),
                }
                expected = _at_a_point(game, fixed, slope, one, at[a], at[p], at[q], joint)
                assert region.contains(at) is expected, (seed, one, at)
                held += expected
    assert held > 0


def _at_a_point(game: Any, fixed: Any, slope: Any, one: Any, a: Any, p: Any, q: Any, joint: bool) -> bool:
    from tests.concepts.private_information import Drawn

    share = ({"low": p, "high": 1 - p}, {"low": q, "high": 1 - q})
    both = {k: share[0][k[0]] * share[1][k[1]] for k in fixed}
    others = [{k: share[1 - i][k[1 - i]] for k in fixed} for i in (0, 1)]
    pays = {
        k: {s: tuple(f + g * a for f, g in zip(fixed[k][s], slope[k][s], strict=True)) for s in fixed[k]} for k in fixed
    }
    raw = Drawn(game.players, game.types, game.actions, pays, (both, both) if joint else tuple(others), not joint)
    return is_equilibrium(raw, {player: one[player] for player in game.players})


# What is refused.


def test_what_has_no_types_is_refused() -> None:
    plain = gt.Game("Plain", ["A"], ["x"], {("x",): [0]})
    with pytest.raises(gt.ConceptError, match="asked of a game with types, not of <Game"):
        gt.bayes_nash(plain)  # type: ignore[call-overload]
    with pytest.raises(gt.CapacityError, match="pure assessments"):
        big = gt.BayesianGame("Big", ["A", "B"], tuple("abcdefg"), ("x", "y", "z"), lambda *_: (0, 0), priors={
            name: dict.fromkeys("abcdefg", Fraction(1, 7)) for name in "AB"})  # fmt: skip
        gt.bayes_nash(big)


def test_premises_put_in_instead_must_still_keep_the_probabilities() -> None:
    s = gt.Parameter("s")
    game = gt.BayesianGame("Chance", ["A"], [["low", "high"]], ["x", "y"], lambda k, a: [int(a == ("x",))], priors={
        "A": {"low": s, "high": 1 - s}}, assuming=(s >= 0, s <= 1))  # fmt: skip
    region = gt.bayes_nash(game, {"A": "x"})
    assert gt.prove(region).status == "proved"
    with pytest.raises(gt.AssumptionError, match="do not all lie in"):
        gt.prove(region, assuming=(s >= 0,))
