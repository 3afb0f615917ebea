"""Coalitions and plans: the containment example of three powers, and random games against enumeration.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions for many more games.
"""

from __future__ import annotations

import os
import random
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import pytest

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import ACTIONS, PLAYERS, Cell, Table, profile
from tests.concepts import joint_deviations as joint

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
SHAPES = [(2, 2), (2, 3), (3, 3), (2, 2, 2), (2, 3, 2), (2, 2, 2, 2)]
# How many games for each range of payoffs; a game of four players has 16 profiles and 15 groups at each.
GAMES = {
    shape: full if EXHAUSTIVE else few
    for shape, full, few in zip(SHAPES, (300, 300, 200, 200, 40, 10), (5, 4, 2, 2, 1, 1), strict=True)
}
DRAWN = 60 if EXHAUSTIVE else 2  # with parameters, 20 points each
NAMES = (*PLAYERS, "D")

exhaustive = pytest.mark.exhaustive
RANGES = [(shape, most) for shape in SHAPES for most in (1, 3, 50) if EXHAUSTIVE or most == 3 or prod(shape) < 12]

# The containment example: China and Russia offer an alliance or not, the United States contains or holds back, all at
# once. Everything has its number but the threat of an alliance and what containing is worth.

theta, bA, c = gt.parameters("theta bA c", unit="utility")
SECURITY, LOSS, SHARE = (2, 4), (6, 2), (Fraction(1, 3), Fraction(1, 2))
WITHOUT = 1  # what containing is worth when there is no alliance
EXPOSED = Fraction(1, 2)  # the cost of an offer that is not answered
OFFERS, REPLIES = ("abstain", "ally"), ("hold back", "contain")
NEITHER, ALLIANCE = ("abstain", "abstain", "hold back"), ("ally", "ally", "contain")


def pair_payoffs(offers: tuple[str, str], contained: bool) -> list[Fraction]:
    allied = offers == ("ally", "ally")
    payoffs = []
    for own, security, loss, share in zip(offers, SECURITY, LOSS, SHARE, strict=True):
        gain = Fraction(security) if allied else -EXPOSED if own == "ally" else Fraction(0)
        payoffs.append(gain - contained * (1 - share * allied) * loss)
    return payoffs


def containment() -> gt.Game:
    cells: dict[tuple[str, ...], tuple[Any, ...]] = {}
    for china, russia, reply in product(OFFERS, OFFERS, REPLIES):
        allied, contained = china == russia == "ally", reply == "contain"
        american = ((bA if allied else WITHOUT) - c if contained else 0) - (theta if allied else 0)
        cells[china, russia, reply] = (*pair_payoffs((china, russia), contained), american)
    return gt.Game(
        "Containment at once", ("China", "Russia", "United States"), (OFFERS, OFFERS, REPLIES), cells,
        assuming=(c > WITHOUT, c < bA),
    )  # fmt: skip


def reduced(replies: dict[bool, str]) -> gt.Game:
    """The offers alone, when the United States moves last and is known to reply in this way."""
    cells = {
        offers: tuple(pair_payoffs(offers, replies[offers == ("ally", "ally")] == "contain"))
        for offers in product(OFFERS, OFFERS)
    }
    return gt.Game("Containment in turn", ("China", "Russia"), OFFERS, cells)


CONTAINMENT = containment()


def test_at_once_strong_equilibrium_allows_the_alliance_that_the_tree_rules_out() -> None:
    """The same numbers, and the opposite answer.

    At once, the reply to the alliance is a fact: from (ally, ally, contain) China alone can only go back to an exposed
    China that is contained as well (-6 instead of -2), so it stays, and the coalition of all three cannot return to
    (abstain, abstain, hold back) because Russia would lose 3. In turn, the United States would hold back if China
    abstained: the same step gives China 0 instead of -2, and there is no alliance. Simultaneous refinements therefore
    cannot carry an argument about deterrence.
    """
    strong = gt.strong_nash(CONTAINMENT, ALLIANCE)
    verdict = gt.prove(gt.exactly(strong, theta <= bA - c))
    assert verdict.status == "proved"
    assert verdict.uses == ()  # no utilities compared across players
    assert gt.prove(gt.exactly(gt.only(gt.strong_nash, CONTAINMENT, ALLIANCE), theta <= bA - c)).status == "proved"
    # The tree: once the alliance is seen, containing pays (c < bA); without it, it does not (1 < c).
    in_turn = reduced({True: "contain", False: "hold back"})
    assert dict(in_turn.payoffs)["ally", "ally"] == (-2, 3)
    assert [o for o, region in gt.nash(in_turn).items() if region.is_everywhere()] == [("abstain", "abstain")]
    assert gt.strong_nash(in_turn, ("ally", "ally")).is_empty()
    assert gt.coalition_proof(in_turn, ("abstain", "abstain")).is_everywhere()


def test_the_tree_with_the_very_same_payoffs_has_no_alliance() -> None:
    def seen(offers: tuple[str, str]) -> gt.Move:
        name = "alliance" if offers == ("ally", "ally") else "no alliance"
        ends = {reply: gt.End(CONTAINMENT.payoffs[(*offers, reply)], outcome=name) for reply in REPLIES}
        return gt.Move("United States", ends)

    pair = ("China", "Russia")
    offered = gt.Stage(pair, {offers: seen(offers) for offers in product(OFFERS, OFFERS)})
    tree = gt.Tree("Containment in turn", players=CONTAINMENT.players, root=offered, assuming=CONTAINMENT.premises)
    alone = gt.only(gt.subgame_perfect, tree, "no alliance", joint=[pair])
    assert gt.prove(alone).status == "proved"
    assert gt.prove(gt.never(gt.subgame_perfect(tree, "alliance", joint=[pair]))).status == "proved"


def test_at_once_coalition_proof_equilibrium_is_the_alliance_at_any_threat() -> None:
    assert gt.prove(gt.coalition_proof(CONTAINMENT, ALLIANCE)).status == "proved"
    assert gt.prove(gt.only(gt.coalition_proof, CONTAINMENT, ALLIANCE)).status == "proved"
    # Plain equilibrium has both; (abstain, abstain) falls because China and Russia would both rather ally.
    assert list(gt.nash(CONTAINMENT).nonempty()) == [NEITHER, ALLIANCE]
    assert gt.prove(gt.never(gt.coalition_proof(CONTAINMENT, NEITHER))).status == "proved"
    assert gt.prove(gt.never(gt.strong_nash(CONTAINMENT, NEITHER))).status == "proved"


def test_past_the_edge_china_and_the_united_states_would_leave_but_china_would_not_keep_the_agreement() -> None:
    beyond = {theta: 4, bA: 5, c: 2}
    strong = gt.strong_nash(CONTAINMENT, ALLIANCE)
    told = strong.explain(beyond)
    assert not told.holds
    assert {(f.incentive.player, f.incentive.deviation) for f in told.failures} <= {
        ("China", ("abstain", "ally", "hold back")),
        ("United States", ("abstain", "ally", "hold back")),
    }
    pair = [("China", "United States")]
    assert not gt.strong_nash(CONTAINMENT, ALLIANCE, coalitions=pair).contains(beyond)
    assert gt.coalition_proof(CONTAINMENT, ALLIANCE, coalitions=pair).contains(beyond)
    assert gt.strong_nash(CONTAINMENT, ALLIANCE, coalitions=[("China", "Russia")]).is_everywhere()
    # The edge itself belongs to the strong equilibrium: only a coalition all of whose members gain blocks.
    assert strong.contains({theta: 3, bA: 5, c: 2})


def test_unconditional_containment_makes_the_alliance_an_equilibrium_of_the_tree_too() -> None:
    in_turn = reduced({True: "contain", False: "contain"})
    equilibria = [o for o, region in gt.nash(in_turn).items() if region.is_everywhere()]
    assert equilibria == [("abstain", "abstain"), ("ally", "ally")]
    assert [o for o, region in gt.coalition_proof(in_turn).items() if region.is_everywhere()] == [("ally", "ally")]


# What a coalition is.


@pytest.mark.parametrize("concept", [gt.strong_nash, gt.coalition_proof, gt.collusion_resilient])
def test_coalitions_that_are_none_are_refused(concept: Any) -> None:
    def asked(*coalitions: Any) -> Any:
        return concept(CONTAINMENT, NEITHER, coalitions=list(coalitions))

    with pytest.raises(gt.GameError, match="no player 'India'; its players are China, Russia, United States"):
        asked(("China", "India"))
    with pytest.raises(gt.ConceptError, match="has no members; name at least one player, or leave it out"):
        asked(())
    with pytest.raises(gt.ConceptError, match=r"the coalition \(China, Russia\) of .* is given twice; give it once"):
        asked(("China", "Russia"), ("Russia", "China"))
    with pytest.raises(gt.ConceptError, match="names China twice; name each member once"):
        asked(("China", "China"))
    with pytest.raises(gt.ConceptError, match=r'write \("China",\) for China alone'):
        asked("China")
    with pytest.raises(gt.ConceptError, match=r'write \("China",\) for China alone'):
        concept(CONTAINMENT, NEITHER, coalitions="China")
    with pytest.raises(gt.ConceptError, match=r"7 is no coalition .* a sequence of players"):
        asked(7)


@pytest.mark.parametrize(
    "concept", [gt.strong_nash, gt.coalition_proof, gt.collusion_resilient, gt.weakly_immune, gt.transfers]
)
def test_they_are_asked_of_games_in_normal_form(concept: Any) -> None:
    with pytest.raises(gt.ConceptError, match="is asked of a game in normal form"):
        concept("Containment", NEITHER, *(["China", "Russia"] if concept is gt.transfers else []))


def test_single_players_and_no_coalition_leave_plain_equilibrium() -> None:
    plain = gt.nash(CONTAINMENT, ALLIANCE)
    for concept in (gt.strong_nash, gt.coalition_proof, gt.collusion_resilient):
        assert concept(CONTAINMENT, ALLIANCE, coalitions=[]).equivalent(plain)
        assert concept(CONTAINMENT, ALLIANCE, coalitions=[("China",)]).equivalent(plain)


def test_too_many_agreements_are_refused_before_any_is_written_down() -> None:
    players = [f"P{number}" for number in range(8)]
    crowd = gt.Game("Crowd", players, ("x", "y"), {cell: (0,) * 8 for cell in product("xy", repeat=8)})
    with pytest.raises(gt.CapacityError, match=r"65,280 joint deviations.*coalitions=\[...\]"):
        gt.coalition_proof(crowd, ("x",) * 8)
    assert gt.coalition_proof(crowd, ("x",) * 8, coalitions=[("P0", "P1")]).contains({})


# Random games of numbers.


def numbers_game(table: Table) -> gt.Game:
    shape = tuple(max(cell[i] for cell in table) + 1 for i in range(len(next(iter(table)))))
    return gt.Game(
        "A drawn game",
        NAMES[: len(shape)],
        [ACTIONS[:size] for size in shape],
        {profile(cell): payoffs for cell, payoffs in table.items()},
    )


def holding(regions: gt.Regions) -> set[tuple[str, ...]]:
    return {outcome for outcome, region in regions.items() if region.contains({})}


def named(cells: Any) -> set[tuple[str, ...]]:
    return set(map(profile, cells))


def drawn_coalitions(rng: random.Random, count: int) -> list[tuple[int, ...]]:
    larger = [tuple(group) for group in joint.groups_of(count) if len(group) > 1]
    return rng.sample(larger, rng.randint(0, len(larger)))


@exhaustive
@pytest.mark.parametrize(("shape", "most"), RANGES, ids=str)
def test_numbers_agree_with_enumeration(shape: tuple[int, ...], most: int) -> None:
    for seed in range(GAMES[shape]):
        rng = random.Random(f"stability {shape} {most} {seed}")
        table = joint.random_table(rng, shape, most)
        game = numbers_game(table)
        proof = holding(gt.coalition_proof(game))
        strong = holding(gt.strong_nash(game))
        assert proof == named(joint.coalition_proof_set(table)), game
        assert strong == named(cell for cell in table if brute.is_strong(table, cell)), game
        assert strong <= proof <= holding(gt.nash(game))
        if len(shape) == 2:
            equilibria = brute.nash_set(table)
            assert proof == named(
                cell
                for cell in equilibria
                if not any(brute.pareto_dominates(table, other, cell, strict=True) for other in equilibria)
            )
        some = drawn_coalitions(rng, len(shape))
        given = [[NAMES[i] for i in rng.sample(group, len(group))] for group in some]
        assert holding(gt.coalition_proof(game, coalitions=given)) == named(joint.proof_against(table, some)), game
        assert holding(gt.strong_nash(game, coalitions=given)) == named(
            cell for cell in table if brute.is_strong(table, cell, some)
        )
        assert holding(gt.collusion_resilient(game)) == named(cell for cell in table if joint.is_resilient(table, cell))
        assert holding(gt.collusion_resilient(game, coalitions=given)) == named(
            cell for cell in table if joint.is_resilient(table, cell, some)
        )
        assert holding(gt.weakly_immune(game)) == named(cell for cell in table if joint.is_immune(table, cell))


def test_both_enumerations_of_agreements_agree_when_every_coalition_is_given() -> None:
    for seed in range(40):
        table = joint.random_table(random.Random(f"both {seed}"), (2, 2, 2), 2)
        assert joint.proof_against(table, joint.groups_of(3)) == joint.coalition_proof_set(table)


def test_three_voters_may_have_no_coalition_proof_choice_at_all() -> None:
    """Two of three votes decide; any two have a choice that both like better and that neither would leave alone."""
    shares = {"x": (2, 1, 0), "y": (0, 2, 1), "z": (1, 0, 2)}
    cells = {
        votes: next((shares[vote] for vote in ACTIONS if votes.count(vote) > 1), (0, 0, 0))
        for votes in product(ACTIONS, repeat=3)
    }
    table = {tuple(map(ACTIONS.index, votes)): tuple(map(Fraction, payoffs)) for votes, payoffs in cells.items()}
    assert joint.coalition_proof_set(table) == set()
    vote = gt.Game("Vote", PLAYERS, ACTIONS, cells)
    for votes in ("xxx", "xxy", "xyz"):
        assert gt.nash(vote, ("x", "x", "x")).contains({})
        assert not gt.coalition_proof(vote, tuple(votes)).contains({})


def test_who_plays_alone_may_deviate_and_collude_with_nobody() -> None:
    x = gt.Parameter("x")
    alone = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (0,), ("go",): (x,)})
    for concept in (gt.strong_nash, gt.coalition_proof, gt.collusion_resilient):
        assert concept(alone, ("go",)).equivalent(x >= 0)
    assert gt.weakly_immune(alone, ("go",)).equivalent(x >= 0)


# Random games with parameters.


@exhaustive
@pytest.mark.parametrize("shape", [(2, 2), (2, 3), (2, 2, 2)], ids=lambda shape: "x".join(map(str, shape)))
def test_regions_agree_with_enumeration_at_points_on_and_off_their_boundaries(shape: tuple[int, ...]) -> None:
    for seed in range(DRAWN):
        rng = random.Random(f"stability with parameters {shape} {seed}")
        raw = brute.random_game(rng, shape, 3, products=0.2)
        game, symbols = brute.package_game(raw)
        tables = [
            (dict(zip(symbols, point, strict=True)), raw.table(point))
            for point in brute.points(rng, raw, 20)
            if raw.allows(point)
        ]
        for cell in rng.sample(raw.cells, 2 if EXHAUSTIVE else 1):
            regions = {
                "proof": gt.coalition_proof(game, profile(cell)),
                "resilient": gt.collusion_resilient(game, profile(cell)),
                "immune": gt.weakly_immune(game, profile(cell)),
            }
            for point, table in tables:
                expected = {
                    "proof": cell in joint.coalition_proof_set(table),
                    "resilient": joint.is_resilient(table, cell),
                    "immune": joint.is_immune(table, cell),
                }
                found = {name: region.contains(point) for name, region in regions.items()}
                assert found == expected, (str(game), cell, point)
                assert {name: region.explain(point).holds for name, region in regions.items()} == expected


# What a concept supposes about utilities.


def test_what_is_added_across_players_is_declared_and_survives_everything_done_to_a_region() -> None:
    added, zero = ("utilities are added across players",), ("the zero of each player's utility has a meaning",)
    resilient = gt.collusion_resilient(CONTAINMENT, ALLIANCE)
    immune = gt.weakly_immune(CONTAINMENT, ALLIANCE)
    plain = gt.nash(CONTAINMENT, ALLIANCE)
    assert (resilient.uses, immune.uses, plain.uses) == (added, zero, ())
    for region in (
        resilient & plain, plain | resilient, ~resilient, resilient & (theta > 0), resilient.under(theta > 0),
        resilient.simplify(), resilient.solve_for(theta), resilient.eliminate(theta), resilient.called("calm"),
        gt.only(gt.collusion_resilient, CONTAINMENT, ALLIANCE), gt.when(resilient), resilient & resilient,
    ):  # fmt: skip
        assert region.uses == added
    assert (immune & resilient).uses == zero + added
    assert gt.when(theta > 0).uses == ()


def test_a_verdict_says_what_it_supposes() -> None:
    resilient = gt.collusion_resilient(CONTAINMENT, ALLIANCE)
    verdict = gt.prove(gt.exactly(resilient, (bA >= c + theta + 2) & (bA >= c + 4)))
    assert verdict.status == "proved"
    assert verdict.uses == ("utilities are added across players",)
    assert str(verdict).splitlines()[-1] == "  supposes that utilities are added across players"
    both = gt.prove(gt.never(gt.weakly_immune(CONTAINMENT, ALLIANCE) & resilient))
    assert str(both).endswith(
        "supposes that the zero of each player's utility has a meaning, and that utilities are added across players"
    )
    assert "supposes" not in str(gt.prove(gt.nash(CONTAINMENT, ALLIANCE)))


def test_sums_and_floors_are_explained() -> None:
    told = gt.collusion_resilient(CONTAINMENT, ALLIANCE).explain({theta: 1, bA: 3, c: 2})
    assert "China and United States get as much in sum at (ally, ally, contain) as at (ally, ally, hold back)" in str(
        told
    )
    told = gt.weakly_immune(CONTAINMENT, NEITHER).explain({theta: 1, bA: 3, c: 2})
    assert "China is not below 0 at (abstain, abstain, contain) is false (the difference is -6)" in str(told)


def test_a_sum_in_which_a_payoff_cancels_still_owes_its_denominator() -> None:
    x = gt.Parameter("x")
    cells = {cell: (1 / x, -1 / x, 0) for cell in product("ab", repeat=3)}
    game = gt.Game("Cancels", PLAYERS, ("a", "b"), cells, assuming=(x > 0,))
    resilient = gt.collusion_resilient(game, ("a", "a", "a"))
    assert resilient.is_everywhere()
    with pytest.raises(gt.UndefinedPayoffError):
        gt.prove(resilient, assuming=(x >= 0,))


def test_cells_are_cells() -> None:
    """The enumeration's own hand example: a deviation that is and one that is not self-enforcing."""
    cell: Cell = (0, 0)
    dilemma: Table = {
        (0, 0): (Fraction(1), Fraction(1)), (0, 1): (Fraction(5), Fraction(0)),
        (1, 0): (Fraction(0), Fraction(5)), (1, 1): (Fraction(3), Fraction(3)),
    }  # fmt: skip
    assert joint.coalition_proof_set(dilemma) == {cell}  # both gain at (1, 1), and would not keep to it
    assert not brute.is_strong(dilemma, cell)
