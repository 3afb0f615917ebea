"""Perfect Bayesian equilibria: costly reassurance, beliefs nobody's signal tests, and enumeration."""

from __future__ import annotations

import os
import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from tests.concepts.private_information import Pays, chances, is_perfect_bayesian, plans

GAMES = 2_000 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 16
SOLD = ("reassure", "silence")

t = gt.Parameter("t", meaning="the sender is trustworthy", above=0, below=1)
T_g, R_g, P_g, T_b, P_b = gt.parameters("T_g R_g P_g T_b P_b", unit="utility")
T, R, P, S = gt.parameters("T R P S", unit="utility")
k_g, k_b, k = (gt.Parameter(name, meaning="cost of the signal", at_least=0) for name in ("k_g", "k_b", "k"))


def reassurance(cost: dict[str, Any]) -> gt.SignallingGame:
    """One sender, a receiver known to be trustworthy, and the game of trust after the signal (models.md M3).

    After reassurance a trustworthy sender cooperates if it meets cooperation; everybody else defects.
    """

    def pays(kind: str, signal: str, reply: str) -> tuple[Any, Any]:
        paid = cost[kind] if signal == "reassure" else 0
        if kind == "trustworthy" and signal == "reassure":
            return (R_g - paid, R) if reply == "cooperate" else (P_g - paid, T)
        if kind == "trustworthy":
            return (T_g, S) if reply == "cooperate" else (P_g, P)
        return (T_b - paid, S) if reply == "cooperate" else (P_b - paid, P)

    return gt.SignallingGame(
        "Reassurance", ("trustworthy", "opportunist"), SOLD, ("cooperate", "defect"), pays,
        prior={"trustworthy": t, "opportunist": 1 - t}, players=("China", "Russia"),
        assuming=(R >= T, P >= S),
    )  # fmt: skip


APART = {"trustworthy": "reassure", "opportunist": "silence"}
HEARD = {"reassure": "cooperate", "silence": "defect"}


def test_reassurance_separates_exactly_within_two_bounds_on_its_cost() -> None:
    game = reassurance({"trustworthy": k_g, "opportunist": k_b})
    full = gt.perfect_bayesian(game, signals=APART, replies=HEARD)
    assert gt.prove(gt.exactly(full, (T_b - P_b <= k_b) & (k_g <= R_g - P_g))).status == "proved"
    assert full.equivalent(gt.perfect_bayesian(game, {"China": APART, "Russia": HEARD}))
    assert str(full.explain({"T_b": 5, "P_b": 1, "k_b": 3, "R_g": 4, "P_g": 1, "k_g": 1, "T": 2, "R": 3, "P": 1, "S": 0,
                             "t": "1/2", "T_g": 3}).failures[0]) == (
        "China (opportunist) gains 1 by moving from silence to reassure")  # fmt: skip


def test_one_cost_for_both_types_exists_exactly_if_bluffing_gains_less_than_trust() -> None:
    full = gt.perfect_bayesian(reassurance({"trustworthy": k, "opportunist": k}), signals=APART, replies=HEARD)
    some = full.eliminate(k)
    # k >= 0 is part of the question: an opportunist that loses from being trusted needs no cost.
    assert gt.prove(gt.exactly(some, (T_b - P_b <= R_g - P_g) & (R_g >= P_g))).status == "proved"


# Beliefs off the path, by hand.

q = gt.Parameter("q", meaning="belief in a strong sender after withdrawal", at_least=0, at_most=1)


def words(reply_pays: dict[str, tuple[Any, Any]]) -> gt.SignallingGame:
    """Signals are free, and nobody cares what is said; the receiver's payoff by reply and (strong, weak) sender."""
    return gt.SignallingGame(
        "Words", ("strong", "weak"), ("stay", "withdraw"), tuple(reply_pays),
        lambda kind, signal, reply: (0, reply_pays[reply][0 if kind == "strong" else 1] if signal == "withdraw" else 0),
        prior={"strong": "1/2", "weak": "1/2"},
    )  # fmt: skip


def test_an_unused_signal_needs_some_belief_and_a_named_one_counts_as_it_is() -> None:
    a, b = gt.parameters("a b")
    game = words({"wait": (0, 0), "attack": (a, b)})
    plan = {"stay": "wait", "withdraw": "attack"}
    assert gt.perfect_bayesian(game, signals="stay", replies=plan).equivalent((a >= 0) | (b >= 0))
    named = gt.perfect_bayesian(game, signals="stay", replies=plan, beliefs={"withdraw": {"strong": q, "weak": 1 - q}})
    assert named.equivalent(q * a + (1 - q) * b >= 0)
    assert named.eliminate(q).equivalent((a >= 0) | (b >= 0))
    assert str(gt.perfect_bayesian(game, signals="stay", replies=plan).explain({a: -1, b: -1}).failures[0]) == (
        "receiver (sure of strong after withdraw) gains 1 by moving from attack to wait"
    )


def test_three_replies_need_a_belief_between_two_ties() -> None:
    """A compromise worth z against both types, between two replies that suit one type each: z >= 1/2 and only then.

    At z < 1/2 the compromise beats each other reply at some belief, but never both at the same.
    """
    z = gt.Parameter("z")
    game = words({"yield": (1, 0), "fight": (0, 1), "talk": (z, z)})
    talk = gt.perfect_bayesian(game, signals="stay", replies={"stay": "talk", "withdraw": "talk"})
    assert talk.equivalent(z >= Fraction(1, 2))
    assert not talk.explain({z: Fraction(1, 4)}).holds
    u, v = gt.parameters("u v")
    skew = words({"yield": (u, 0), "fight": (0, v), "talk": (1, 1)})
    talk = gt.perfect_bayesian(skew, signals="stay", replies={"stay": "talk", "withdraw": "talk"})
    belief = gt.perfect_bayesian(
        skew, signals="stay", replies={"stay": "talk", "withdraw": "talk"},
        beliefs={"withdraw": {"strong": q, "weak": 1 - q}},
    )  # fmt: skip
    assert talk.equivalent(belief.eliminate(q))  # the same by eliminating a quantifier


def test_a_belief_on_the_path_must_follow_by_bayes() -> None:
    game = reassurance({"trustworthy": k_g, "opportunist": k_b})
    pooled = gt.perfect_bayesian(
        game, signals="silence", replies="defect", beliefs={"silence": {"trustworthy": q, "opportunist": 1 - q}}
    )
    assert pooled.equivalent(gt.equal(q, t) & gt.perfect_bayesian(game, signals="silence", replies="defect"))


def test_a_signal_of_types_without_probability_is_off_the_path() -> None:
    p = gt.Parameter("p", at_least=0, at_most=1)
    a = gt.Parameter("a")
    game = gt.SignallingGame(
        "Rare", ("strong", "weak"), ("stay", "withdraw"), ("wait", "attack"),
        lambda *play: (0, {"strong": -1, "weak": a}[play[0]] if play[1:] == ("withdraw", "attack") else 0),
        prior={"strong": p, "weak": 1 - p},
    )  # fmt: skip
    attacked = gt.perfect_bayesian(
        game, signals={"strong": "withdraw", "weak": "stay"}, replies={"stay": "wait", "withdraw": "attack"}
    )
    # With p > 0 withdrawal proves strength, so attacking is wrong; with p = 0 it proves nothing.
    assert attacked.equivalent(gt.equal(p, 0) & (a >= 0))


def test_all_equilibria_and_the_only_one() -> None:
    u = gt.Parameter("u")
    game = gt.SignallingGame(
        "Short", ("strong", "weak"), ("stay", "withdraw"), ("wait",),
        lambda kind, signal, reply: (u if signal == "withdraw" else 0, 0), prior={"strong": "1/2", "weak": "1/2"},
    )  # fmt: skip
    everything = gt.perfect_bayesian(game)
    assert len(everything) == 4
    gone = {"sender": {"strong": "withdraw", "weak": "withdraw"}, "receiver": {"stay": "wait", "withdraw": "wait"}}
    assert everything[gone].equivalent(u >= 0)
    assert gt.only(gt.perfect_bayesian, game, game.assessment(gone)).equivalent(u > 0)
    assert gt.separating(game).equivalent(gt.equal(u, 0))
    assert gt.pooling(game).is_everywhere()
    assert gt.pooling(game, "withdraw", replies="wait").equivalent(u >= 0)
    assert gt.perfect_bayesian(game, replies="wait").is_everywhere()


def test_payoffs_that_cancel_keep_what_they_owe() -> None:
    x = gt.Parameter("x")
    with pytest.raises(gt.UndefinedPayoffError):
        words({"wait": (1 / x, 1 / x), "attack": (1 / x, 1 / x)})
    kept = gt.SignallingGame(
        "Kept", ("strong", "weak"), ("stay", "withdraw"), ("wait", "attack"), lambda *play: (0, 1 / x),
        prior={"strong": "1/2", "weak": "1/2"}, assuming=(x > 0,),
    )  # fmt: skip
    region = gt.perfect_bayesian(kept, signals="stay", replies="wait")
    assert region.is_everywhere()
    with pytest.raises(gt.UndefinedPayoffError):
        gt.prove(region, assuming=(x >= 0,))


# Against enumeration.


def drawn(rng: random.Random) -> tuple[Any, ...]:
    types = ("low", "middle", "high")[: rng.randint(1, 3)]
    signals = ("one", "two", "three")[: rng.randint(1, 3 if len(types) < 3 else 2)]
    replies = ("x", "y", "z")[: rng.randint(1, 3)]
    pays: Pays = {play: (rng.randint(-1, 1), rng.randint(-2, 2)) for play in product(types, signals, replies)}
    return types, signals, replies, pays, chances(rng, types)


@pytest.mark.exhaustive
def test_every_assessment_of_drawn_games_agrees_with_enumeration() -> None:
    found = alone = 0
    for seed in range(GAMES):
        rng = random.Random(f"signals {seed}")
        types, signals, replies, pays, prior = drawn(rng)
        game = gt.SignallingGame("Drawn", types, signals, replies, pays, prior=prior)
        everything = [
            {"sender": sent, "receiver": answered}
            for sent in plans(types, signals)
            for answered in plans(signals, replies)
        ]
        for one in rng.sample(everything, min(len(everything), 25)):
            sent, answered = one["sender"], one["receiver"]
            expected = is_perfect_bayesian(types, signals, replies, pays, prior, sent, answered)
            assert gt.perfect_bayesian(game, one).contains({}) is expected, (seed, one)
            found += expected
            alone += expected and any(sum(prior[k] for k in types if sent[k] == s) == 0 for s in signals)
            given = {signals[-1]: chances(rng, types)}
            expected = is_perfect_bayesian(types, signals, replies, pays, prior, sent, answered, given)
            assert gt.perfect_bayesian(game, one, beliefs=given).contains({}) is expected, (seed, one, given)
        if len(everything) <= 72:
            right = [
                one for one in everything
                if is_perfect_bayesian(types, signals, replies, pays, prior, one["sender"], one["receiver"])
            ]  # fmt: skip
            used = [len(set(one["sender"].values())) for one in right]
            assert gt.pooling(game).is_everywhere() is (1 in used)
            if 2 <= len(types) <= len(signals):
                assert gt.separating(game).is_everywhere() is (len(types) in used)
    assert found >= GAMES and alone >= GAMES / 2


@pytest.mark.exhaustive
def test_regions_of_symbolic_games_agree_with_enumeration_at_points() -> None:
    held = tried = 0
    p = gt.Parameter("p", at_least=0, at_most=1)
    a, b = gt.parameters("a b")
    for seed in range(max(4, GAMES // 12)):
        rng = random.Random(f"symbolic signals {seed}")
        types, signals, replies = ("low", "high"), ("one", "two"), ("x", "y", "z")[: 2 + seed % 2]
        table = {
            play: [(rng.randint(-1, 1), rng.choice((-1, 0, 1)), rng.choice((0, 0, 1))) for _ in "SR"]
            for play in product(types, signals, replies)
        }
        pays = {play: [x + y * a + z * b for x, y, z in row] for play, row in table.items()}
        game = gt.SignallingGame("Drawn", types, signals, replies, pays, prior={"low": p, "high": 1 - p})
        for _ in range(6):
            sent = {kind: rng.choice(signals) for kind in types}
            answered = {signal: rng.choice(replies) for signal in signals}
            region = gt.perfect_bayesian(game, signals=sent, replies=answered)
            for _ in range(8):
                at = {
                    a: Fraction(rng.randint(-4, 4), 2),
                    b: Fraction(rng.randint(-4, 4), 2),
                    p: Fraction(rng.randint(0, 3), 3),
                }
                numbers: Any = {
                    play: tuple(x + y * at[a] + z * at[b] for x, y, z in row) for play, row in table.items()
                }
                prior = {"low": at[p], "high": 1 - at[p]}
                expected = is_perfect_bayesian(types, signals, replies, numbers, prior, sent, answered)
                assert region.contains(at) is expected, (seed, sent, answered, at)
                held += expected
                tried += 1
    assert tried / 20 < held < tried


# What is refused.


def test_beliefs_that_are_none_are_refused_with_a_point() -> None:
    game = words({"wait": (0, 0), "attack": (1, -1)})
    loose = gt.Parameter("loose")
    with pytest.raises(
        gt.AssumptionError, match=r"as receiver believes after withdraw do not all lie in \[0, 1\]"
    ) as caught:
        gt.pooling(game, "stay", beliefs={"withdraw": {"strong": loose, "weak": 1 - loose}})
    assert not 0 <= caught.value.point[loose] <= 1
    with pytest.raises(gt.AssumptionError, match=r"3/2, -1/2 of sender's types"):
        gt.pooling(game, beliefs={"withdraw": {"strong": "3/2", "weak": "-1/2"}})
    with pytest.raises(gt.AssumptionError, match="with the sum 1"):
        gt.separating(game, beliefs={"stay": {"strong": "1/2", "weak": "1/3"}})
    with pytest.raises(gt.PayoffError, match=r"the belief in strong is 0\.5, a float"):
        gt.pooling(game, beliefs={"withdraw": {"strong": 0.5, "weak": 0.5}})
    with pytest.raises(gt.GameError, match="no signal of Words"):
        gt.pooling(game, beliefs={"shout": {"strong": 1, "weak": 0}})
    with pytest.raises(gt.GameError, match="no probability of 'weak'"):
        gt.pooling(game, beliefs={"withdraw": {"strong": 1}})
    with pytest.raises(gt.GameError, match="the beliefs are 'even'"):
        gt.pooling(game, beliefs="even")


def test_plans_that_are_none_are_refused() -> None:
    game = words({"wait": (0, 0), "attack": (1, -1)})
    with pytest.raises(gt.ConceptError, match="asked of a signalling game"):
        gt.perfect_bayesian("words")  # type: ignore[call-overload]
    with pytest.raises(gt.ConceptError, match="both plans at once and one of them again"):
        gt.perfect_bayesian(game, {"sender": "stay", "receiver": "wait"}, signals="stay")
    with pytest.raises(gt.GameError, match="sender cannot choose 'shout'"):
        gt.perfect_bayesian(game, signals="shout", replies="wait")
    with pytest.raises(gt.GameError, match="receiver cannot choose 'flee'"):
        gt.pooling(game, replies="flee")
    with pytest.raises(gt.ConceptError, match="1 types and 2 signals"):
        single = gt.SignallingGame("One", ["only"], ["a", "b"], ["x"], lambda *play: (0, 0), prior={"only": 1})
        gt.separating(single)
    many = gt.SignallingGame("Many", list("abcdef"), list("stuv"), ["x", "y"], lambda *play: (0, 0), prior={
        kind: Fraction(1, 6) for kind in "abcdef"})  # fmt: skip
    with pytest.raises(gt.CapacityError, match="65,536 pure assessments"):
        gt.perfect_bayesian(many)
    wide = gt.SignallingGame("Wide", list("abcdef"), ["s", "u"], list("rstuvxyz"), lambda *play: (0, 0), prior={
        kind: Fraction(1, 6) for kind in "abcdef"})  # fmt: skip
    with pytest.raises(gt.CapacityError, match="1,287 beliefs after u to try"):
        gt.perfect_bayesian(wide, signals="s", replies="r")
    sure = {"u": {kind: int(kind == "a") for kind in "abcdef"}}
    assert gt.perfect_bayesian(wide, signals="s", replies="r", beliefs=sure).is_everywhere()
