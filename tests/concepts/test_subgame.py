"""Subgame perfection: the containment tree, small trees by listing every strategy, and cases by hand."""

import copy
import os
import pickle
import random
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from gametheory.concepts import continuation_payoffs
from gametheory.concepts.point_induction import PointInduction, points_of
from gametheory.deduction import search
from tests.concepts import containment as model
from tests.concepts import enumerated_trees as slow

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
POINTS = 20_000 if EXHAUSTIVE else 60
TREES = 2_000 if EXHAUSTIVE else 20

x, y = gt.parameters("x y")


def ends(*payoffs: Any) -> list[gt.End]:
    return [gt.End(pair) for pair in payoffs]


# The containment tree.


@pytest.mark.no_cover
@pytest.mark.parametrize("order", ["at once", "in sequence"])
@pytest.mark.parametrize("policy", model.POLICIES)
def test_alliance_is_the_only_outcome_where_both_gain_and_one_where_neither_loses(policy: str, order: str) -> None:
    assuming, (china, russia) = model.POLICIES[policy]
    tree, joint = (
        (model.simultaneous(assuming), model.PAIR) if order == "at once" else (model.in_sequence(assuming), [])
    )
    some = gt.subgame_perfect(tree, "alliance", joint=joint)
    alone = gt.only(gt.subgame_perfect, tree, "alliance", joint=joint)
    if order == "at once":
        assert gt.prove(gt.exactly(alone, (china > 0) & (russia > 0))).status == "proved"
    else:
        assert alone.equivalent((china > 0) & (russia > 0))
    assert some.equivalent((china >= 0) & (russia >= 0))


@pytest.mark.exhaustive
def test_the_containment_tree_against_enumeration() -> None:
    rng = random.Random(8)
    free = {False: model.simultaneous(offer_cost=model.e), True: model.in_sequence(offer_cost=model.e)}
    cases = [(sequence, joint) for sequence in (False, True) for joint in (False, True)]
    regions = {
        (sequence, joint, name): gt.subgame_perfect(free[sequence], name, joint=model.PAIR if joint else [])
        for sequence, joint in cases
        for name in ("alliance", "no alliance")
    }
    ties = 0
    for _ in range(POINTS // 4):
        point = model.drawn_point(rng)
        for sequence, joint in cases:
            got = {name for name in ("alliance", "no alliance") if regions[sequence, joint, name].contains(point)}
            cost = point[model.e]
            assert got == model.names_by_enumeration(point, sequence=sequence, joint=joint, offer_cost=cost), point
            ties += len(got) > 1
    assert ties > POINTS // 40


WORKED = {
    model.v_C: 2, model.v_R: 4, model.l_C: 6, model.l_R: 2, model.mu_C: "1/3", model.mu_R: "1/2",
    model.theta: 3, model.bA: 5, model.c: 2, model.e: "1/2",
}  # fmt: skip


@pytest.mark.parametrize(
    ("b0", "at_once", "sequence", "together"),
    [
        (1, {"no alliance"}, {"no alliance"}, {"no alliance"}),
        (3, {"alliance", "no alliance"}, {"alliance"}, {"alliance"}),
    ],
)
def test_the_worked_example(b0: int, at_once: set[str], sequence: set[str], together: set[str]) -> None:
    point = WORKED | {model.b0: b0}
    tree, steps = model.simultaneous(offer_cost=model.e), model.in_sequence(offer_cost=model.e)

    def names(which: gt.Tree, joint: Any = ()) -> set[str]:
        return {name for name in which.outcomes if gt.subgame_perfect(which, name, joint=joint).contains(point)}

    assert names(tree) == at_once
    assert names(steps) == sequence
    assert names(tree, model.PAIR) == together
    cells = {(i, j, k): model.payoffs(i, j, k, model.e) for i in model.OFFER for j in model.OFFER for k in model.REPLY}
    matrix = gt.Game("Matrix", model.PLAYERS, (model.OFFER, model.OFFER, model.REPLY), cells).at(point)
    replied = "contain" if b0 == 3 else "hold back"
    allied, apart = ("ally", "ally", "contain"), ("abstain", "abstain", replied)
    assert {profile for profile, region in gt.nash(matrix).items() if region.contains({})} == {allied, apart}
    # theta = bA - c is a tie: the alliance is strong where every member of a coalition must gain strictly.
    assert gt.strong_nash(matrix, allied).contains({})


# Small trees by listing every strategy.


@pytest.mark.exhaustive
def test_random_trees_against_all_strategy_profiles() -> None:
    rng = random.Random(41)
    seen = {"points": 0, "none": 0, "several": 0}
    done = 0
    while done < TREES:
        players = slow.PLAYERS[: rng.choice((2, 3))]
        raw = slow.random_tree(rng, rng.randint(2, 9), 2, players=len(players))
        if slow.size_of(raw, players) > 300:
            continue
        done += 1
        joint = slow.coalitions(rng, players)
        tree = gt.Tree("Drawn", players, slow.package_node(raw, (x, y)))
        regions = gt.subgame_perfect(tree, joint=[tuple(group) for group in joint])
        for _ in range(2):
            point = [Fraction(rng.randint(-2, 2)), Fraction(rng.randint(-2, 2), rng.choice((1, 2)))]
            values = {x: point[0], y: point[1]}
            found = {play for play, region in regions.items() if region.contains(values)}
            wanted = slow.subgame_perfect_plays(raw, point, players, joint)
            assert found == {play[0] if len(play) == 1 else play for play in wanted}, (raw, joint, point)
            seen["points"] += 1
            seen["none"] += not wanted
            seen["several"] += len(wanted) > 1
    assert seen["none"] > TREES // 60
    assert seen["several"] > TREES // 5


@pytest.mark.exhaustive
def test_the_normal_form_of_random_trees_has_every_subgame_perfect_play_among_its_equilibria() -> None:
    rng = random.Random(5)
    done = 0
    while done < TREES // 6:
        raw = slow.random_tree(rng, rng.randint(2, 7), 0, players=2)
        if slow.size_of(raw, ("A", "B")) > 60:
            continue
        done += 1
        tree = gt.Tree("Drawn", ("A", "B"), slow.package_node(raw, ()))
        game = tree.normal_form()
        assert len(game.profiles) == slow.size_of(raw, ("A", "B"))
        table = sorted(game.payoffs.values())
        assert table == sorted(slow.result(raw, (), does, ()) for does in slow.profiles(raw, ("A", "B")))
        equilibria = {game.payoffs[profile] for profile, region in gt.nash(game).items() if region.contains({})}
        for play, region in gt.subgame_perfect(tree).items():
            assert not region.contains({}) or tree.payoffs(play) in equilibria


# By hand.


def test_a_tie_is_a_set_of_continuations() -> None:
    first, second, third = ends((2, 0), (0, x), (1, 5))
    tree = gt.Tree("Tie", ("A", "B"), gt.Move("A", {"in": gt.Move("B", {"l": first, "r": second}), "out": third}))
    regions = gt.subgame_perfect(tree)
    assert list(regions) == [("in", "l"), ("in", "r"), ("out",)]
    assert regions.complete
    assert regions["in", "l"].equivalent(x <= 0)
    assert regions["in", "r"].is_empty()
    assert regions[("out",)].equivalent(x >= 0)
    assert gt.only(gt.subgame_perfect, tree, ("out",)).equivalent(x > 0)
    assert gt.subgame_perfect(tree, ["in", "l"]).title == "(in, l) is subgame perfect in Tie"
    cells = gt.partition(tree, concept=gt.subgame_perfect)
    assert [cell.outcomes for cell in cells.overlaps] == [(("in", "l"), ("out",))]


def test_a_stage_may_have_no_equilibrium() -> None:
    pennies = gt.Stage(("A", "B"), {(i, j): gt.End((x, 0) if i == j else (0, 1)) for i in "ht" for j in "ht"})
    alone = gt.subgame_perfect(gt.Tree("Pennies", ("A", "B"), pennies))
    assert gt.partition(gt.Tree("Pennies", ("A", "B"), pennies), concept=gt.subgame_perfect).gaps
    assert (alone[("h", "t"),] | alone[("t", "h"),]).equivalent(x <= 0)
    # Without an equilibrium there, the whole tree has none, even where nobody would go there.
    early = gt.Tree("Before", ("A", "B"), gt.Move("B", {"go": pennies, "stay": gt.End((0, 9))}))
    assert gt.subgame_perfect(early, ("stay",)).equivalent(x <= 0)
    corner = {(i, j): gt.End((int(i == "u"), int(j == "l"))) for i in "ud" for j in "lr"}
    corner["d", "r"] = gt.Move("A", {"on": pennies, "off": gt.End((0, 0))})  # two steps from the equilibrium
    unreached = gt.Tree("Unreached", ("A", "B"), gt.Stage(("A", "B"), corner))
    assert gt.subgame_perfect(unreached, (("u", "l"),)).equivalent(x <= 0)
    by_chance = gt.Chance({"heads": ("1/2", pennies), "tails": ("1/2", gt.End((0, 0)))})
    corner["d", "r"] = by_chance
    unreached = gt.Tree("Unreached", ("A", "B"), gt.Stage(("A", "B"), corner))
    assert gt.subgame_perfect(unreached, (("u", "l"),)).equivalent(x <= 0)


def test_chance_is_weighed_by_its_probabilities() -> None:
    p = gt.Parameter("p", at_least=0, at_most=1)
    gamble = gt.Chance({"win": (p, gt.End((3,))), "lose": (1 - p, gt.End((-1,)))})
    tree = gt.Tree("Gamble", ("A",), gt.Move("A", {"risk": gamble, "stay": gt.End((1,))}))
    plan = (("risk", "win"), ("risk", "lose"))
    assert list(gt.subgame_perfect(tree)) == [plan, ("stay",)]
    risk = gt.subgame_perfect(tree, plan)
    assert risk.equivalent(2 * p >= 1)
    assert tree.payoffs(plan)[0].subs(p, 1) == 3
    # Under premises that let p leave [0, 1] nothing can be said.
    with pytest.raises(gt.GameError, match=r"the probabilities q, 1 - q of the chance move at the root"):
        q = gt.Parameter("q")
        root = gt.Chance({"win": (q, gt.End((3,))), "lose": (1 - q, gt.End((-1,)))})
        gt.prove(
            gt.subgame_perfect(gt.Tree("Q", ("A",), root, (q > 0, q < 1)), (("win",), ("lose",))), assuming=(q > 0,)
        )


def test_a_gamble_with_a_tie_behind_it_is_worth_what_the_tie_gives() -> None:
    """Heads, B decides between 2 and 0 for A and does not care: A expects 1 or 0 from going in, B 1."""
    tie = gt.Move("B", {"l": gt.End((2, 0)), "r": gt.End((0, 0))})
    gamble = gt.Chance({"heads": ("1/2", tie), "tails": ("1/2", gt.End((0, 2)))})
    cells = {("in", "in"): gamble, ("in", "out"): gt.End((0, 0)), ("out", "in"): gt.End((x, 0))}
    tree = gt.Tree("Gamble", ("A", "B"), gt.Stage(("A", "B"), {**cells, ("out", "out"): gt.End((0, 0))}))
    together = ("in", "in")
    for answer, share in (("l", 1), ("r", 0)):
        plan = ((together, "heads", answer), (together, "tails"))
        assert gt.subgame_perfect(tree, plan).equivalent(x <= share)
    assert gt.subgame_perfect(tree, (("out", "in"),)).equivalent(x >= 0)


def test_a_payoff_without_a_value_is_owed_by_whoever_replaces_the_premises() -> None:
    tree = gt.Tree("Share", ("A",), gt.Move("A", {"take": gt.End((1 / x,)), "leave": gt.End((0,))}), (x > 0,))
    region = gt.subgame_perfect(tree, ("take",))
    assert region.is_everywhere()
    with pytest.raises(gt.UndefinedPayoffError, match="divides by x"):
        gt.prove(region, assuming=(x < 5,))
    gamble = gt.Chance({"a": (x, gt.End((1 / x,))), "b": (1 - x, gt.End((0,)))})
    chancy = gt.Tree("Gamble", ("A",), gamble, (x > 0, x < 1))
    with pytest.raises(gt.GameTheoryError, match=r"divides by x|probabilities"):
        gt.prove(gt.subgame_perfect(chancy, (("a",), ("b",))), assuming=(x < 1, x > -1))


def test_coalitions_of_several_sizes() -> None:
    """A pair and another pair that may both carry out one deviation with the third standing by."""
    profiles = [(i, j, k) for i in "01" for j in "01" for k in "01"]
    cells = {profile: gt.End((0, 0, 0)) for profile in profiles}
    cells["1", "1", "0"] = gt.Move("C", {"l": gt.End((1, x, 0)), "r": gt.End((x, 1, 0))})
    stage = gt.Stage(("A", "B", "C"), cells)
    tree = gt.Tree("Trio", ("A", "B", "C"), stage)
    idle = (("0", "0", "0"),)
    assert gt.subgame_perfect(tree, idle).is_everywhere()
    assert gt.subgame_perfect(tree, idle, joint=[("B", "A")]).equivalent(x <= 0)
    assert gt.subgame_perfect(tree, idle, joint=[("A", "B"), ("A", "B", "C")]).equivalent(x <= 0)
    assert gt.subgame_perfect(tree, idle, joint=[("A", "B", "C")]).is_everywhere()  # C gains nothing
    assert gt.subgame_perfect(tree, idle, joint=[("A", "C")]).is_everywhere()
    title = "Subgame-perfect plays with joint deviations of (A, B) of Trio"
    assert gt.subgame_perfect(tree, joint=[("A", "B")]).title == title


def test_two_coalitions_must_be_stopped_by_one_continuation() -> None:
    """Four players; two may move together with either of the others, and what follows can stop one coalition only."""
    players = ("A", "B", "C", "D")
    profiles = [(a, b, c, d) for a in "01" for b in "01" for c in "01" for d in "01"]
    cells: dict[Any, Any] = {profile: gt.End((0, 0, 0, 0)) for profile in profiles}
    cells["1", "1", "0", "0"] = gt.Move("A", {"l": gt.End((1, 1, 1, x)), "r": gt.End((1, 1, x, 1))})
    tree = gt.Tree("Four", players, gt.Stage(players, cells))
    idle = (("0", "0", "0", "0"),)
    three, other = ("A", "B", "C"), ("A", "B", "D")
    assert gt.subgame_perfect(tree, idle, joint=[three]).equivalent(x <= 0)
    assert gt.subgame_perfect(tree, idle, joint=[three, other]).is_empty()


def test_an_explanation_says_who_would_go_where() -> None:
    tree = model.simultaneous(model.POLICIES["conditional"][0])
    region = gt.subgame_perfect(tree, "alliance", joint=model.PAIR)
    point = {key: value for key, value in WORKED.items() if key != model.e} | {model.b0: 1, model.v_C: 0, model.v_R: 9}
    told = str(region.explain(point))
    assert "gains" in told
    assert "by moving from ((" in told
    simple = gt.Tree("Entry", ("A",), gt.Move("A", {"in": gt.End((x,)), "out": gt.End((1,))}))
    told = str(gt.subgame_perfect(simple, ("in",)).explain({x: 0}))
    assert told == "At x = 0 it fails: A gains 1 by moving from (in) to (out)."
    fixed = gt.Tree("Fixed", ("A",), gt.Move("A", {"in": gt.End((0,)), "out": gt.End((1,))}))
    assert "A gains 1" in str(gt.subgame_perfect(fixed, ("in",)).explain({}))


def test_a_large_tree_is_explained_by_its_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gametheory.concepts.subgame.LARGEST_TO_EXPLAIN", 2)
    simple = gt.Tree("Entry", ("A",), gt.Move("A", {"in": gt.End((x,)), "out": gt.End((1,))}))
    told = str(gt.subgame_perfect(simple, ("in",)).explain({x: 0}))
    assert told == "At x = 0 it fails: that x is at least 1 is false (the difference is -1)."


def test_payoffs_with_cases() -> None:
    from sympy import Max

    tree = gt.Tree("Cases", ("A",), gt.Move("A", {"in": gt.End((Max(x, y),)), "out": gt.End((1,))}))
    assert gt.subgame_perfect(tree, ("in",)).equivalent((x >= 1) | (y >= 1))


@pytest.mark.no_cover
def test_a_deep_tree_and_a_shared_one() -> None:
    node: Any = gt.End((0, 0), outcome="bottom")
    for depth in range(1500):
        node = gt.Move("AB"[depth % 2], {"on": node, "stop": gt.End((1 - depth % 2, depth % 2))})
    tree = gt.Tree("Deep", ("A", "B"), node)
    assert gt.subgame_perfect(tree, ("stop",)).contains({}) is True  # whoever moves takes 1 rather than 0
    assert gt.subgame_perfect(tree, ("on", "stop")).contains({}) is False
    shared: Any = gt.End((x,))
    for _ in range(12):
        shared = gt.Move("A", {"l": shared, "r": shared})
    assert gt.subgame_perfect(gt.Tree("Shared", ("A",), shared), ("l",) * 12).is_everywhere()


def moves_alone(raw: slow.Raw) -> bool:
    return all(len(node.movers) == 1 or node.payoffs for _, node in slow.nodes(raw))


def test_a_large_tree_is_solved_at_points_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gametheory.concepts.subgame.SMALLEST_TO_SAMPLE", 1)
    rng = random.Random(3)
    done = settled = 0
    while done < TREES // 10:
        raw = slow.random_tree(rng, rng.randint(2, 7), 2)
        if not moves_alone(raw):
            continue
        done += 1
        tree = gt.Tree("Drawn", slow.PLAYERS, slow.package_node(raw, (x, y)), (x > y,))
        solved, at = PointInduction(tree), [Fraction(rng.randint(0, 2)), Fraction(-rng.randint(1, 2), 2)]
        wanted = slow.subgame_perfect_plays(raw, at, slow.PLAYERS)
        assert all(solved.perfect((play,), {"x": at[0], "y": at[1]}) == ((play,) in wanted) for play in tree.plays)
        for play in tree.plays:
            region = gt.subgame_perfect(tree, play)
            for holds in (True, False):
                formula = region.condition.formula if holds else (~region).condition.formula
                there = search(tree.premises, formula).status == "possible"
                assert region.recipe.possible(tree.premises, holds) in (there, None)
                settled += region.recipe.possible(tree.premises, holds) is not None
            assert region.is_empty() == (search(tree.premises, region.condition.formula).status == "impossible")
            assert region.is_everywhere() == (~region).is_empty()
    assert settled > done
    other = gt.Parameter("z")
    assert region.under(other > 3).is_empty() == region.is_empty()


def test_where_no_point_tried_settles_it_a_hopeful_guess_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gametheory.concepts.subgame.SMALLEST_TO_SAMPLE", 1)
    answer = gt.Move("B", {"left": gt.End((x - y, 0)), "right": gt.End((x - y, 1))})
    tree = gt.Tree("Entry", ("A", "B"), gt.Move("A", {"out": gt.End((0, 0)), "in": answer}), (x > 100,))
    tried = list(points_of(tree.premises, (x, y)))
    assert tried and all(values["y"] < values["x"] for values in tried)  # A enters at all of them
    staying = gt.subgame_perfect(tree, ("out",))
    assert staying.recipe.possible(tree.premises, True) is True  # for there are others, with y >= x
    assert staying.contains({x: 101, y: 101}) and not staying.contains({x: 101, y: 100})


def test_points_of_premises_are_found_however_narrow() -> None:
    p = gt.Parameter("p", above=0)
    assert all(values["p"] > 0 for values in points_of(gt.premises(p < 9), (p,)))
    (only,) = points_of(gt.premises(gt.equal(x, 1), gt.equal(y, Fraction(1, 7)), gt.equal(p, y)), (p, x, y))
    assert only == {"p": Fraction(1, 7), "x": 1, "y": Fraction(1, 7)}
    assert list(points_of(gt.premises(x > 1, x < 1), (x,))) == []


def test_regions_may_be_copied_and_pickled() -> None:
    tree = gt.Tree("Entry", ("A",), gt.Move("A", {"in": gt.End((x,)), "out": gt.End((1,))}))
    region = gt.subgame_perfect(tree, ("in",))
    assert region.contains({x: 1})
    for other in (copy.deepcopy(region), pickle.loads(pickle.dumps(region))):
        assert other.contains({x: 1})
        assert not other.contains({x: 0})


def test_too_many_combinations_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(continuation_payoffs, "MOST_COMBINATIONS", 3)
    side = gt.Move("A", {"l": gt.End((0,)), "r": gt.End((1,))})
    tree = gt.Tree("Lottery", ("A",), gt.Chance({"h": ("1/2", side), "t": ("1/2", side)}))
    with pytest.raises(gt.CapacityError, match="4 combinations of continuations"):
        gt.subgame_perfect(tree, (("h", "l"), ("t", "l"))).contains({})


def test_what_cannot_be_asked() -> None:
    game = gt.Game("Game", ["A"], ["x"], {("x",): (0,)})
    with pytest.raises(gt.ConceptError, match="asked of a tree, not of <Game 'Game'"):
        gt.subgame_perfect(game)
    tree = gt.Tree("Entry", ("A", "B"), gt.Move("A", {"in": gt.End((x, 0), "war"), "out": gt.End((1, 0))}))
    with pytest.raises(gt.GameError, match="no player 'C'"):
        gt.subgame_perfect(tree, joint=[("A", "C")])
    with pytest.raises(gt.ConceptError, match="a coalition is a sequence of players"):
        gt.subgame_perfect(tree, joint=["A"])
    with pytest.raises(gt.GameError, match="no outcome 'peace'; its named outcomes are war"):
        gt.subgame_perfect(tree, "peace")
    with pytest.raises(gt.GameError, match="the play says up in Entry at the root; what can happen there: in, out"):
        gt.subgame_perfect(tree, ("up",))
    with pytest.raises(
        gt.ConceptError, match=r"in normal form, not of <Tree .*; of a tree, ask it of tree\.normal_form"
    ):
        gt.nash(tree)
    hidden = gt.Move("B", {"l": gt.End((0, 0)), "r": gt.End((1, 1))}, information="B's")
    blind = gt.Tree("Blind", ("A", "B"), gt.Move("A", {"u": hidden, "d": hidden}))
    with pytest.raises(gt.ConceptError, match=r"B does not know where it is in the information set \"B's\".*Stage"):
        gt.subgame_perfect(blind)
