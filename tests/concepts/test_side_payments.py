"""Side payments: the gas discount of the containment example, and random games against every deviation tried."""

from __future__ import annotations

import os
import random
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import ACTIONS, PLAYERS, Table, profile
from tests.concepts import joint_deviations as joint

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
GAMES = 200 if EXHAUSTIVE else 6

ALLIED = ("ally", "ally")
D_C, D_R, e = gt.parameters("D_C D_R e", unit="utility")


def pact(china: Any, russia: Any, exposed: Any) -> gt.Game:
    """What an alliance is worth to each once the reply of the United States is known; an offer alone costs."""
    return gt.Game("Pact", ("China", "Russia"), ("ally", "abstain"), {
        ("ally", "ally"): (china, russia), ("ally", "abstain"): (-exposed, 0),
        ("abstain", "ally"): (0, -exposed), ("abstain", "abstain"): (0, 0)},
        outcomes={"alliance": [ALLIED], "none": [("ally", "abstain"), ("abstain", "ally"), ("abstain", "abstain")]},
    )  # fmt: skip


CONTAINED = pact(-2, 3, Fraction(1, 2))


def test_russia_can_buy_the_alliance_for_two_to_three() -> None:
    bought = gt.transfers(CONTAINED, ALLIED, "Russia", "China")
    (amount,) = bought.parameters
    assert bought.equivalent((amount >= 2) & (amount <= 3))
    assert bought.contains({"transfer": "5/2"})
    assert str(bought) == "transfer >= 2 and transfer <= 3"
    assert gt.transfers(CONTAINED, "alliance", "Russia", "China").equivalent(bought)
    proof = gt.prove(gt.exactly(bought, (amount >= 2) & (amount <= 3)))
    assert proof.status == "proved"
    assert str(proof).endswith("supposes that utility can be handed from one player to another")
    # China gains nothing by paying, and nobody is bound by a promise.
    assert gt.transfers(CONTAINED, ALLIED, "China", "Russia").is_empty()
    assert gt.transfers(CONTAINED, ALLIED, "Russia", "China", enforceable=False).is_empty()
    told = gt.transfers(CONTAINED, ALLIED, "Russia", "China").explain({"transfer": 1})
    assert "China gains 1 by moving from (ally, ally) to abstain" in str(told)


def test_what_money_can_reach_is_a_question_of_the_sum_and_without_it_of_the_less_eager() -> None:
    t = gt.Parameter("t", at_least=0)
    game = pact(D_C, D_R, e)
    bought = gt.transfers(game, ALLIED, "Russia", "China", amount=t)
    assert gt.prove(gt.exactly(bought, (t >= -D_C) & (t <= D_R))).status == "proved"
    some = bought.eliminate(t)
    assert gt.prove(gt.exactly(some, (D_C + D_R >= 0) & (D_R >= 0))).status == "proved"
    assert some.uses == bought.uses == ("utility can be handed from one player to another",)
    unbound = gt.transfers(game, ALLIED, "Russia", "China", amount=t, enforceable=False)
    assert gt.prove(gt.exactly(unbound.eliminate(t), (D_C >= 0) & (D_R >= 0))).status == "proved"
    assert unbound.equivalent((D_C >= 0) & (D_R >= 0) & (t <= 0))
    told = unbound.explain({D_C: 1, D_R: 1, t: 1})
    assert str(told).endswith("Russia gains 1 by moving from (ally, ally) to keeping the payment.")


def test_the_concept_and_its_options_are_asked_of_the_game_with_the_payment() -> None:
    t = gt.Parameter("t")
    game = pact(D_C, D_R, e)
    proof = gt.transfers(game, ALLIED, "Russia", "China", amount=t, concept=gt.strong_nash, coalitions=[])
    assert proof.equivalent(gt.transfers(game, ALLIED, "Russia", "China", amount=t))
    sums = gt.transfers(game, ALLIED, "Russia", "China", amount=t, concept=gt.collusion_resilient)
    assert sums.uses == ("utility can be handed from one player to another", "utilities are added across players")
    # A payment from the other side is a negative one.
    other = gt.transfers(game, ALLIED, "China", "Russia", amount=-t)
    assert other.equivalent(gt.transfers(game, ALLIED, "Russia", "China", amount=t))
    assert gt.transfers(CONTAINED, ALLIED, "Russia", "China", amount="5/2").contains({})


def test_what_cannot_be_paid_is_refused() -> None:
    with pytest.raises(gt.ConceptError, match="China cannot pay itself; name two different players of Pact"):
        gt.transfers(CONTAINED, ALLIED, "China", "China")
    with pytest.raises(gt.GameError, match="has no player 'India'"):
        gt.transfers(CONTAINED, ALLIED, "Russia", "India")
    with pytest.raises(gt.GameError, match="no outcome 'peace'"):
        gt.transfers(CONTAINED, "peace", "Russia", "China")
    with pytest.raises(gt.PayoffError, match="the amount Russia pays China is"):
        gt.transfers(CONTAINED, ALLIED, "Russia", "China", amount=2.5)
    with pytest.raises(gt.ConceptError, match="needs a concept that gives a region, such as"):
        gt.transfers(CONTAINED, ALLIED, "Russia", "China", concept=lambda game, outcome: gt.nash(game))


def paid(table: Table, cells: list[tuple[int, ...]], payer: int, receiver: int, amount: Fraction) -> Table:
    after = dict(table)
    for cell in cells:
        row = list(table[cell])
        row[payer] -= amount
        row[receiver] += amount
        after[cell] = tuple(row)
    return after


@pytest.mark.exhaustive
@pytest.mark.parametrize("shape", [(2, 2), (3, 2), (2, 2, 2)], ids=str)
def test_amounts_agree_with_every_deviation_tried(shape: tuple[int, ...]) -> None:
    t = gt.Parameter("t")
    found = []
    for seed in range(GAMES):
        rng = random.Random(f"payments {shape} {seed}")
        table = joint.random_table(rng, shape, 2)
        cells = rng.sample(sorted(table), rng.choice((1, 1, 2)))
        payer, receiver = rng.sample(range(len(shape)), 2)
        game = gt.Game(
            "A drawn game",
            PLAYERS[: len(shape)],
            [ACTIONS[:size] for size in shape],
            {profile(cell): row for cell, row in table.items()},
            outcomes={"bought": list(map(profile, cells))},
        )
        who = PLAYERS[payer], PLAYERS[receiver]
        regions = (
            gt.transfers(game, "bought", *who, amount=t),
            gt.transfers(game, "bought", *who, amount=t, concept=gt.coalition_proof),
            gt.transfers(game, "bought", *who, amount=t, enforceable=False),
        )
        for amount in [Fraction(number, 2) for number in range(-10, 11)]:
            after = paid(table, cells, payer, receiver, amount)
            expected = (
                bool(brute.nash_set(after) & set(cells)),
                bool(joint.coalition_proof_set(after) & set(cells)),
                amount == 0 and bool(brute.nash_set(table) & set(cells)),
            )
            assert tuple(region.contains({t: amount}) for region in regions) == expected, (game, cells, amount)
            found.append(expected[:2])
    assert len(set(found)) >= 2
