"""Words and conduct, against counts of who says what and a look at every deviation by hand."""

import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import cheap_talk as model

NEEDS = "needs a premise the paper does not state"
FRIEND, RIVAL = 0, 1


def size(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(1, 6), rng.choice((1, 2)))


def chance(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(1, 5), 6)


def counted(prior: Fraction, friend: Fraction, rival: Fraction) -> Fraction:
    """Of 360 speakers, those of whom something is heard; of these, the share of friends."""
    friends, rivals = 360 * prior * friend, 360 * (1 - prior) * rival
    return friends / (friends + rivals)


def some_words_tell(prior: Fraction, gain: Fraction, loss: Fraction, wants: tuple[Fraction, Fraction]) -> bool:
    """Whether, in a pure equilibrium, one word brings trust and another caution, and both are said.

    Trusting pays the listener `gain` from a friend and costs it `loss` from a rival; a kind gets what it wants if
    trusted and 0 otherwise. Each kind says one of the two words.
    """
    for said in product(("trust", "guard"), repeat=2):  # a word is called by the reply to it
        if len(set(said)) < 2:
            continue
        speakers = all(
            (wants[kind] if word == "trust" else 0) >= (0 if word == "trust" else wants[kind])
            for kind, word in enumerate(said)
        )
        heard = {word: [kind for kind in (FRIEND, RIVAL) if said[kind] == word] for word in said}
        worth = {
            word: sum((prior * gain if kind == FRIEND else -(1 - prior) * loss) for kind in kinds)
            for word, kinds in heard.items()
        }
        if speakers and worth["trust"] >= 0 >= worth["guard"]:
            return True
    return False


def test_free_words_tell_only_if_a_rival_would_rather_not_be_trusted() -> None:
    rng, seen = random.Random("free words"), set()
    for _ in range(50):
        prior, gain, loss = chance(rng), size(rng), size(rng)
        wants = (Fraction(rng.randint(-2, 2)), Fraction(rng.randint(-2, 2)))
        tell = some_words_tell(prior, gain, loss, wants)
        point: dict[Any, Fraction] = {
            model.belief: prior, model.gain_if_friend: gain, model.loss_if_rival: loss,
            model.want_friend: wants[0], model.want_rival: wants[1],
        }  # fmt: skip
        assert model.words_tell.contains(point) is tell is (wants[0] >= 0 >= wants[1])
        seen.add(tell)
    assert seen == {True, False}


def test_priced_words_tell_if_the_price_lies_between() -> None:
    rng, seen = random.Random("priced words"), set()
    for _ in range(50):
        wants = [Fraction(rng.randint(-2, 3)) for _ in range(2)]
        prices = [Fraction(rng.randint(0, 3)) for _ in range(2)]
        # A friend pays for trust and would otherwise be met with caution for nothing; a rival does not pay.
        tell = wants[FRIEND] - prices[FRIEND] >= 0 and wants[RIVAL] - prices[RIVAL] <= 0
        point: dict[Any, Fraction] = {
            model.belief: chance(rng), model.gain_if_friend: size(rng), model.loss_if_rival: size(rng),
            model.want_friend: wants[0], model.want_rival: wants[1], model.price_friend: prices[0],
            model.price_rival: prices[1],
        }  # fmt: skip
        assert model.price_tells.contains(point) is tell
        seen.add(tell)
    assert seen == {True, False}


def test_a_promise_is_told_from_a_bluff_only_if_a_cheat_prefers_to_be_cheated() -> None:
    # Who means to cheat gets T if believed (the other honours) and P if known for it: it lies unless P > T.
    rng, seen = random.Random("promise"), set()
    for _ in range(30):
        temptation, punishment = (Fraction(rng.randint(-2, 2)) for _ in range(2))
        point = {
            model.temptation: temptation, model.punishment: punishment, model.keeping_faith: size(rng),
            model.exposure: size(rng),
        }  # fmt: skip
        assert model.said_only_if_meant.contains(point) is (punishment > temptation)
        seen.add(punishment > temptation)
    assert seen == {True, False}


def test_beliefs_are_counted_right() -> None:
    # Evenly split, assertive with 1/4 and 3/4: one act leaves 1/4, two leave 1/10.
    quarter, half = Fraction(1, 4), Fraction(1, 2)
    assert counted(half, quarter, 3 * quarter) == quarter
    assert counted(half, quarter**2, (3 * quarter) ** 2) == Fraction(1, 10)
    rng = random.Random("beliefs")
    for _ in range(30):
        prior, friend, rival, gain, loss = chance(rng), chance(rng), chance(rng), size(rng), size(rng)
        at = {model.belief: prior, model.act_friend: friend, model.act_rival: rival}
        assert model.after_act.subs(at) == counted(prior, friend, rival)
        assert (counted(prior, friend, rival) < prior) is (friend < rival)
        twice = counted(counted(prior, friend, rival), friend, rival)
        assert model.after_two.subs(at) == twice
        now = counted(prior, friend, rival)
        point: dict[Any, Fraction] = {
            **at, model.gain_if_friend: gain, model.loss_if_rival: loss, model.want_friend: Fraction(0),
            model.want_rival: Fraction(0),
        }  # fmt: skip
        assert model.guarded.contains(point) is (now * gain - (1 - now) * loss <= 0)


# The claims


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


def test_the_tone_is_worthless_only_if_it_is_the_same(judged: dict[str, gt.Judgement]) -> None:
    found = judged["paszak-rhetoric-uninformative"]
    assert [(one.verdict.status, one.bearing) for one in found.readings] == [
        ("conditional", NEEDS), ("conditional", NEEDS), ("proved", "supports"), ("conditional", NEEDS),
    ]  # fmt: skip
    assert found.bearing == NEEDS
    assert [[premise.name for premise in one.missing] for one in found.readings if one.missing] == [
        ["a rival uses it as often as a friend"], ["a rival gains by being trusted, or a friend loses"],
        ["a cheat does at least as well if its partner honours"],
    ]  # fmt: skip
    point = found.readings[0].verdict.counterexample
    assert point is not None
    at = {str(name): Fraction(value) for name, value in point.items()}
    assert counted(at["belief"], at["tone_friend"], at["tone_rival"]) != at["belief"] and at["tone_rival"] > 0


def test_conduct_outweighs_words(judged: dict[str, gt.Judgement]) -> None:
    found = judged["paszak-credibility-gap"]
    assert [(one.verdict.status, one.bearing) for one in found.readings] == [
        ("conditional", NEEDS), ("proved", "restates its premises"), ("proved", "supports"), ("conditional", NEEDS),
    ]  # fmt: skip
    assert [premise.name for premise in found.readings[0].missing] == [
        "conduct tells enough, given what trust may gain and lose"
    ]


def test_denials_are_data(judged: dict[str, gt.Judgement]) -> None:
    found = judged["both-leaders-deny-alliance"]
    assert (found.status, found.bearing, found.readings) == ("data", "data", ())
    assert "paszak-rhetoric-uninformative" in found.reason
