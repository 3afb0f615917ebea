"""What survives iterated dominance: published games solved by hand."""

import random
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from gametheory.concepts import elimination

Concept = Callable[..., Any]

b, x = gt.parameters("b x")

both_concepts = pytest.mark.parametrize("concept", [gt.iterated_strict_dominance, gt.iterated_weak_dominance])
both_ways = pytest.mark.parametrize("by", ["mixed", "pure"])


def matrix(rows: str, columns: str, pairs: Sequence[Sequence[Any]], **described: Any) -> gt.Game:
    """Return a game of two players whose actions are single letters, its payoffs laid out as on paper."""
    cells = dict(zip(product(rows, columns), [pair for line in pairs for pair in line], strict=True))
    return gt.Game("On paper", ["Row", "Column"], [list(rows), list(columns)], cells, **described)


def alone(*lines: Sequence[Any]) -> gt.Game:
    """Return a game of which only the payoffs of the row player matter; its rows are u, m, d."""
    return matrix("umd"[: len(lines)], "lrc"[: len(lines[0])], [[(value, 0) for value in line] for line in lines])


def same(region: Any, relation: Any) -> bool:
    return bool(region.equivalent(gt.when(relation)))


def left(regions: Any, point: Any) -> set[str]:
    """The profiles that survive at a point, each written as one word."""
    return {"".join(profile) for profile, region in regions.items() if region.contains(point)}


# Osborne and Rubinstein (1994), figure 61.1, with b for what the bottom row gives: a half of each of the others gives
# 3/2. If B goes (b < 3/2), L follows, then T. If both T and M go (b > 3), R follows. Between, nothing goes.


def two_rounds(**described: Any) -> gt.Game:
    return matrix("TMB", "LR", [[(3, 0), (0, 1)], [(0, 0), (3, 1)], [(b, 1), (b, 0)]], **described)


def test_an_action_dominated_by_a_mixture_alone_goes_and_two_more_rounds_follow() -> None:
    regions = gt.iterated_strict_dominance(two_rounds())
    assert same(regions["M", "R"], b <= 3)
    assert same(regions["B", "L"], b >= gt.exact("3/2"))
    for profile in ("T", "L"), ("T", "R"), ("M", "L"), ("B", "R"):
        assert same(regions[profile], (b >= gt.exact("3/2")) & (b <= 3))


def test_single_actions_dominate_less() -> None:
    regions = gt.iterated_strict_dominance(two_rounds(), by="pure")
    assert same(regions["M", "R"], b <= 3)
    assert same(regions["B", "L"], b >= 0)
    for profile in ("T", "L"), ("T", "R"), ("M", "L"), ("B", "R"):
        assert same(regions[profile], (b >= 0) & (b <= 3))


def test_the_published_numbers_leave_one_profile() -> None:
    game = two_rounds().at(b=1)
    assert left(gt.iterated_strict_dominance(game), {}) == {"MR"}
    assert left(gt.iterated_strict_dominance(game, by="pure"), {}) == {"TL", "TR", "ML", "MR", "BL", "BR"}


def test_a_named_outcome_survives_where_one_of_its_profiles_does() -> None:
    game = two_rounds(outcomes={"left": [("T", "L"), ("B", "L")], "top right": [("T", "R")]})
    assert same(gt.iterated_strict_dominance(game, "left"), b >= gt.exact("3/2"))
    assert same(gt.iterated_strict_dominance(game, "top right"), (b >= gt.exact("3/2")) & (b <= 3))


def test_the_premises_of_the_game_are_those_of_the_region() -> None:
    regions = gt.iterated_strict_dominance(two_rounds(assuming=(b < 1,)))
    assert regions["M", "R"].is_everywhere()
    assert list(regions.nonempty()) == [("M", "R")]
    with pytest.raises(gt.AssumptionError, match="b < 1"):
        regions["M", "R"].contains({b: 2})


def test_the_titles_say_what_was_asked() -> None:
    assert gt.iterated_strict_dominance(two_rounds()).title == "Survivors of iterated strict dominance of On paper"
    region = gt.iterated_weak_dominance(two_rounds(), ("M", "R"))
    assert region.title == "(M, R) survives iterated weak dominance in On paper"


# The same, figure 58.1: three players with one payoff. "Both" (it pays b where the others match) is a best reply to
# the belief that they match, this way or that with equal chances; two independent beliefs cannot say so. Half of
# "first" and half of "second" pay 4 where they match, and a little of "safe" pays elsewhere: "both" goes where b < 4.
# "First" and "second" go where b > 8, and no other action ever does.


def correlated() -> gt.Game:
    pays = {
        "first": {("U", "L"): 8},
        "both": {("U", "L"): b, ("D", "R"): b},
        "second": {("D", "R"): 8},
        "safe": dict.fromkeys(product("UD", "LR"), 3),
    }
    cells = {(one, two, three): [pays[three].get((one, two), 0)] * 3 for one, two, three in product("UD", "LR", pays)}
    return gt.Game("Correlated", ["One", "Two", "Three"], [["U", "D"], ["L", "R"], list(pays)], cells)


@pytest.mark.no_cover
def test_a_belief_may_correlate_two_others() -> None:
    game = correlated()
    assert same(gt.iterated_strict_dominance(game, ("U", "L", "both")), b >= 4)
    assert same(gt.iterated_strict_dominance(game, ("D", "L", "first")), b <= 8)


def test_without_mixtures_the_safe_action_alone_dominates() -> None:
    game = correlated()
    assert same(gt.iterated_strict_dominance(game, ("U", "L", "both"), by="pure"), b >= 3)
    assert gt.iterated_strict_dominance(game, ("D", "L", "first"), by="pure").is_everywhere()


# Weak dominance. Osborne and Rubinstein (1994), figure 63.1, with x added to what the column player gets at (M, R).
# T first leaves (M, R) and (B, R); B first leaves (T, L) and (M, L); both at once leave M, and then x decides.


def order_matters() -> gt.Game:
    return matrix("TMB", "LR", [[(1, 1), (0, 0)], [(1, 1), (2, 1 + x)], [(0, 0), (2, 1)]])


@both_ways
def test_all_weakly_dominated_actions_go_at_once(by: str) -> None:
    regions = gt.iterated_weak_dominance(order_matters(), by=by)
    assert same(regions["M", "L"], x <= 0)
    assert same(regions["M", "R"], x >= 0)
    assert list(regions.nonempty()) == [("M", "L"), ("M", "R")]


def test_strictly_nothing_goes_there() -> None:
    regions = gt.iterated_strict_dominance(order_matters())
    assert regions["T", "L"].is_everywhere() and regions["B", "R"].is_everywhere()


def test_a_weakly_dominated_equilibrium_is_lost() -> None:
    game = matrix("TB", "LR", [[(1, 1), (0, 0)], [(0, 0), (0, 0)]])
    assert gt.nash(game, ("B", "R")).contains({})
    assert left(gt.iterated_weak_dominance(game), {}) == {"TL"}
    assert left(gt.iterated_strict_dominance(game), {}) == {"TL", "TR", "BL", "BR"}


def test_a_mixture_that_ties_with_an_action_does_not_dominate_it() -> None:
    game = alone((2, 0), (0, 2), (1, x))
    assert same(gt.iterated_strict_dominance(game, ("d", "l")), x >= 1)
    assert same(gt.iterated_weak_dominance(game, ("d", "l")), x >= 1)


def test_a_mixture_dominates_weakly_where_a_third_column_ties() -> None:
    game = alone((2, 0, 0), (0, 2, 0), (1, x, 0))
    assert gt.iterated_strict_dominance(game, ("d", "l")).is_everywhere()
    assert same(gt.iterated_weak_dominance(game, ("d", "l")), x >= 1)
    assert same(gt.iterated_weak_dominance(game, ("d", "l"), by="pure"), x > 0)


@pytest.mark.no_cover
def test_a_mixture_of_three_dominates_where_no_mixture_of_two_does() -> None:
    # A third of each of the others gives 1 in every column, half of two of them nothing in the third.
    lines = [(3, 0, 0), (0, 3, 0), (0, 0, 3), (b, b, b)]
    game = matrix("uvwd", "lrc", [[(value, 0) for value in line] for line in lines])
    assert same(gt.iterated_strict_dominance(game, ("d", "l")), b >= 1)
    assert same(gt.iterated_weak_dominance(game, ("d", "l")), b >= 1)
    assert same(gt.iterated_strict_dominance(game, ("d", "l"), by="pure"), b >= 0)


def test_a_payoff_may_be_a_quotient() -> None:
    p = gt.Parameter("p", above=0)
    game = matrix("ud", "lr", [[(1 / p, 0), (p, 0)], [(1, 0), (2, 0)]])
    assert gt.iterated_strict_dominance(game, ("d", "l")).is_everywhere()
    assert same(gt.iterated_strict_dominance(game, ("u", "l")), (p <= 1) | (p >= 2))


# Small games.


@both_concepts
@both_ways
def test_a_player_with_one_action_keeps_it(concept: Concept, by: str) -> None:
    regions = concept(matrix("u", "lrc", [[(0, x), (0, 0), (0, 1)]]), by=by)
    assert same(regions["u", "l"], x >= 1)
    assert regions["u", "r"].is_empty()
    assert same(regions["u", "c"], x <= 1)


@both_concepts
@both_ways
def test_one_player_keeps_what_is_best(concept: Concept, by: str) -> None:
    game = gt.Game("Alone", ["China"], ["a", "b", "c"], {("a",): [x], ("b",): [0], ("c",): [-x]})
    regions = concept(game, by=by)
    assert same(regions[("a",)], x >= 0)
    assert same(regions[("b",)], gt.equal(x, 0))
    assert same(regions[("c",)], x <= 0)


@both_concepts
@both_ways
def test_a_game_without_choices_keeps_its_profile(concept: Concept, by: str) -> None:
    assert left(concept(matrix("u", "l", [[(0, 0)]]), by=by), {}) == {"ul"}


@both_concepts
def test_what_numbers_settle_is_settled_in_the_region(concept: Concept) -> None:
    rng = random.Random("numbers")
    game = matrix("stu", "abc", [[(rng.randint(0, 9), rng.randint(0, 9)) for _ in "abc"] for _ in "stu"])
    assert {str(region) for region in concept(game).values()} <= {"always", "never"}


# Explanations.


def test_an_explanation_names_the_belief_and_the_action_that_would_be_better() -> None:
    region = gt.iterated_strict_dominance(alone((2, 0), (0, 2), (x, x)), ("d", "l"))
    (failure,) = region.explain({x: Fraction(1, 2)}).failures
    gains = [f"Row gains 3/2 by moving from Column's mixture of {belief}" for belief in ("l to u", "r to m")]
    assert str(failure) in gains  # whatever is certain, one other action gives 2 there


def test_a_belief_about_two_others_is_written_by_their_profiles() -> None:
    failures = gt.iterated_strict_dominance(correlated(), ("U", "L", "both")).explain({b: 0}).failures
    assert failures
    assert all(str(one).startswith("Three gains ") and "One and Two's mixture of (" in str(one) for one in failures)


def test_a_belief_about_nobody_has_a_name_too() -> None:
    game = gt.Game("Alone", ["China"], ["a", "b", "c"], {("a",): [x], ("b",): [0], ("c",): [x + 1]})
    first = gt.iterated_strict_dominance(game, ("b",)).explain({x: 0}).failures[0]
    assert str(first) == "China gains 1 by moving from nobody's mixture of () to c"


# Errors.


@both_concepts
def test_another_way_of_dominating_is_refused(concept: Concept) -> None:
    with pytest.raises(gt.ConceptError, match='by "mixed" or by "pure" actions, not by \'both\''):
        concept(two_rounds(), ("M", "R"), by="both")


@both_concepts
def test_what_is_no_game_is_refused(concept: Concept) -> None:
    with pytest.raises(gt.ConceptError, match=f"{concept.__name__} is asked of a game in normal form, not of 'MR'"):
        concept("MR", ("M", "R"))


@both_concepts
def test_an_unknown_outcome_is_refused(concept: Concept) -> None:
    with pytest.raises(gt.GameError, match="has no outcome 'peace'"):
        concept(two_rounds(), "peace")
    with pytest.raises(gt.GameError, match="is not a profile"):
        concept(two_rounds(), ("M",))


def test_a_game_with_too_many_ways_to_go_is_refused_at_once() -> None:
    letters = "abcdefg"  # six others may go on each side, in any combination: 4,096 ways
    own, their = gt.parameters(" ".join(f"p_{a}" for a in letters)), gt.parameters(" ".join(f"q_{a}" for a in letters))
    game = matrix(letters, letters, [[(mine, yours) for yours in their] for mine in own])
    with pytest.raises(gt.CapacityError, match=r"On paper may be left out in more than 2,000 ways; .*game\.at"):
        gt.iterated_strict_dominance(game, ("a", "a"), by="pure")


def test_ways_are_counted_over_all_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    # From both actions of either player to one of each there are four ways, a profile.
    game = matrix("ud", "lr", [[(x, b), (b, x)], [(0, 1), (1, 0)]])
    monkeypatch.setattr(elimination, "MOST_STATES", 4)
    gt.iterated_strict_dominance(game, ("u", "l"))
    with pytest.raises(gt.CapacityError, match="in more than 4 ways"):
        gt.iterated_strict_dominance(game)
