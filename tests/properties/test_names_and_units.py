"""No concept depends on names or on order; none depends on units that does not say so.

A table names every concept there is, so that a new one has to be entered here.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

import pytest

import gametheory as gt
from tests.properties import answers as said
from tests.properties.signals import signalling, told_and_done
from tests.properties.views import View, drawn_table, plain, relabelled
from tests.test_against_brute_force import EXHAUSTIVE

GAMES = 60 if EXHAUSTIVE else 1
SMALL, WIDE, THREE = (2, 2), (2, 3), (2, 2, 2)
Check = tuple[Callable[[View], said.Answers], tuple[tuple[int, ...], ...]]

periods = partial(gt.limited_punishment, periods=2)

CONCEPTS: dict[str, Check] = {
    "nash": (said.of_all_cells(gt.nash), (WIDE, THREE)),
    "best_reply": (said.best_replies, (WIDE, THREE)),
    "dominant": (said.dominant_actions, (WIDE, THREE)),
    "dominates": (said.dominations, (WIDE, THREE)),
    "pareto_dominates": (said.pareto, (SMALL, THREE)),
    "payoff_dominant": (said.of_cells(gt.payoff_dominant), (WIDE, THREE)),
    "risk_dominant": (said.of_cells(gt.risk_dominant), (SMALL,)),
    "iterated_strict_dominance": (said.of_all_cells(gt.iterated_strict_dominance), (WIDE,)),
    "iterated_weak_dominance": (said.of_all_cells(gt.iterated_weak_dominance), (WIDE,)),
    "strong_nash": (said.of_all_cells(gt.strong_nash), (WIDE, THREE)),
    "coalition_proof": (said.of_all_cells(gt.coalition_proof), (WIDE, THREE)),
    "collusion_resilient": (said.of_all_cells(gt.collusion_resilient), (THREE,)),
    "weakly_immune": (said.of_all_cells(gt.weakly_immune), (WIDE, THREE)),
    "only": (said.only_equilibria, (WIDE,)),
    "mixed": (said.mixed_supports, (SMALL,)),
    "evolutionarily_stable": (said.stable_strategies, ()),
    "grim_trigger": (
        said.of_paths(lambda game, view, path, punishment: gt.grim_trigger(game, path, punishment=punishment)),
        (SMALL,),
    ),
    "limited_punishment": (
        said.of_paths(lambda game, view, path, punishment: periods(game, path, punishment=punishment)),
        (SMALL,),
    ),
    "tit_for_tat": (
        said.of_paths(lambda game, view, path, punishment: gt.tit_for_tat(game, path, retaliation=punishment)),
        (SMALL,),
    ),
    "automaton": (said.of_paths(said.machine), (SMALL,)),
    "critical_discount": (said.critical, (SMALL,)),
    "noisy_grim_trigger": (
        said.of_paths(lambda game, view, path, punishment: gt.noisy_grim_trigger(game, path, "1/5", "4/5", punishment)),
        (SMALL,),
    ),
    "noisy_limited_punishment": (
        said.of_paths(
            lambda game, view, path, punishment: gt.noisy_limited_punishment(
                game, path, "1/5", "4/5", punishment=punishment, periods=1
            )
        ),
        (SMALL,),
    ),
    "core": (said.core_of_values, (THREE,)),
    "pairwise_stable": (said.stable_networks, (THREE,)),
    "subgame_perfect": (said.plays_of_a_tree, (WIDE, THREE)),
    "bayes_nash": (said.bayesian_plans, (SMALL,)),
    "self_committing": (said.of_actions(gt.self_committing), (WIDE,)),
    "self_signalling": (said.of_actions(gt.self_signalling), (WIDE,)),
    "babbling": (said.babbled, (WIDE,)),
    "perfect_bayesian pooling separating": (signalling, (THREE,)),
    "talk_equilibrium informative_talk": (told_and_done, (SMALL,)),
    "equilibria": (said.profiles_of_mixtures, (WIDE,)),
}
"""By name: what it says by place, and the sizes of games it is asked of."""

READS_UTILITIES = {"collusion_resilient", "weakly_immune", "core"}
"""Adds utilities across players, or reads their zero, and says so in `uses`."""

ELSEWHERE = {
    "transfers": "tests/concepts/test_side_payments.py; adds utilities, see below",
    "basin": "tests/concepts/test_basins.py: symmetric games, by their two differences",
    "rest_points": "tests/concepts/test_rest_points.py: symmetric games, against their Jacobians",
}


def test_every_concept_has_a_line_here() -> None:
    import gametheory

    public = {
        name
        for name, home in gametheory._WHERE.items()
        if home.startswith("concepts.") and callable(getattr(gt, name)) and not isinstance(getattr(gt, name), type)
    }
    covered = {name for names in CONCEPTS for name in names.split()} | set(ELSEWHERE)
    assert public <= covered, public - covered
    assert covered - {"equilibria"} <= public


CASES = [(name, size) for name, (_, sizes) in CONCEPTS.items() for size in sizes]
each_case = pytest.mark.parametrize(("name", "size"), CASES, ids=lambda one: str(one).replace(" ", ""))


@pytest.mark.exhaustive
@each_case
def test_names_and_order_do_not_matter(name: str, size: tuple[int, ...]) -> None:
    answers = CONCEPTS[name][0]
    for seed in range(GAMES):
        rng = random.Random(f"names {name} {size} {seed}")
        view = plain(drawn_table(rng, size))
        expected = answers(view)
        assert len(expected) >= 1
        # Who sends and what the places of a signal are is part of the form; its words are not.
        again = relabelled(rng, view)
        if answers is signalling:
            again = View(view.table, again.names, view.order, again.words, again.shown)
        assert answers(again) == expected, (seed, str(view.game), str(again.game))


def test_a_concept_that_looks_at_names_order_or_units_is_found_out() -> None:
    """Whatever the comparison does not notice, it does not test."""

    def first_name(view: View) -> said.Answers:
        return {cell: view.game.profiles[0] == view.profile(cell) for cell in view.cells}

    def total(view: View) -> said.Answers:
        return {cell: sum(view.game.payoffs[view.profile(cell)]) > 3 for cell in view.cells}

    noticed = {"names": 0, "units": 0}
    for seed in range(10):
        rng = random.Random(seed)
        view = plain(drawn_table(rng, WIDE))
        noticed["names"] += first_name(relabelled(rng, view)) != first_name(view)
        noticed["units"] += total(view.rescaled(rng)) != total(view)
        assert total(relabelled(rng, view)) == total(view)
    assert min(noticed.values()) >= 5, noticed


@pytest.mark.parametrize("concept", [gt.nash, gt.strong_nash, gt.coalition_proof], ids=lambda c: c.__name__)
def test_regions_of_a_game_with_parameters_keep_under_other_names(concept: Callable[..., Any]) -> None:
    a, b, c = gt.parameters("a b c")
    table: dict[tuple[int, ...], Any] = {(0, 0): (a, b), (0, 1): (1, c), (1, 0): (c, a - b), (1, 1): (2 * b, 1)}
    view = plain(table)
    again = relabelled(random.Random(5), view)
    for cell in view.cells:
        before, after = concept(view.game, view.profile(cell)), concept(again.game, again.profile(cell))
        assert before.equivalent(after), cell
    assert not concept(view.game, view.profile((0, 0))).equivalent(concept(again.game, again.profile((1, 1))))


@pytest.mark.exhaustive
@pytest.mark.parametrize(("name", "size"), [case for case in CASES if case[0] not in READS_UTILITIES])
def test_units_and_zeros_of_utility_do_not_matter(name: str, size: tuple[int, ...]) -> None:
    answers = CONCEPTS[name][0]
    for seed in range(GAMES):
        rng = random.Random(f"units {name} {size} {seed}")
        view = plain(drawn_table(rng, size))
        again = view.rescaled(rng)
        assert answers(again) == answers(view), (seed, str(view.game), str(again.game))


@pytest.mark.exhaustive
def test_stable_strategies_do_not_depend_on_names_or_units() -> None:
    for seed in range(GAMES):
        rng = random.Random(f"stable {seed}")
        own = {(a, b): Fraction(rng.randint(0, 3)) for a in (0, 1, 2) for b in (0, 1, 2)}
        view = plain({(a, b): (own[a, b], own[b, a]) for a, b in own})
        expected = said.stable_strategies(view)
        assert said.stable_strategies(relabelled(rng, view, alike=True)) == expected, str(view.game)
        scaled = {cell: tuple(3 * x - Fraction(5, 2) for x in pair) for cell, pair in view.table.items()}
        assert said.stable_strategies(plain(scaled)) == expected, str(view.game)


# Concepts that declare what they take from utilities: the declaration is not idle.


def game(pairs: dict[tuple[str, str], tuple[Any, Any]]) -> gt.Game:
    return gt.Game("Units", ["A", "B"], ["x", "y"], pairs)


def test_collusion_resilience_depends_on_the_unit_of_one_player_and_says_so() -> None:
    """Leaving together costs A 2 and brings B 1; in a unit a third as large it brings B 3."""

    def resilient(unit: int) -> Any:
        cells = {("x", "x"): (2, unit), ("x", "y"): (0, 0), ("y", "x"): (0, 0), ("y", "y"): (0, 2 * unit)}
        return gt.collusion_resilient(game(cells), ("x", "x"), coalitions=[("A", "B")])

    assert resilient(1).contains({})
    assert not resilient(3).contains({})
    assert resilient(1).uses


def test_immunity_depends_on_the_zero_of_one_player_and_says_so() -> None:
    def immune(zero: int) -> Any:
        cells = {(a, b): (1 + zero, 1) for a in ("x", "y") for b in ("x", "y")}
        return gt.weakly_immune(game(cells), ("x", "x"))

    assert immune(0).contains({})
    assert not immune(-2).contains({})
    assert immune(0).uses


def test_the_core_depends_on_whether_units_are_the_same_and_says_so() -> None:
    """Three together are worth 3 and pairs 2 each: the core is (1, 1, 1). Nothing is left of it if a pair counts 3."""

    def core(pair: int) -> Any:
        worth = {("A",): 0, ("B",): 0, ("C",): 0, ("A", "B"): pair, ("A", "C"): 2, ("B", "C"): 2, ("A", "B", "C"): 3}
        return gt.core(gt.CoalitionGame("Units", ["A", "B", "C"], value=worth))

    assert core(2).contains({})
    assert not core(3).contains({})
    assert core(2).uses


def test_a_side_payment_depends_on_units_and_says_so() -> None:
    """B gains 2 if A stays, and A loses 1 by it: B can pay for that; not if B counts in a unit four times as large."""

    def paid(unit: Fraction) -> Any:
        cells = {
            ("x", "x"): (0, 2 * unit),
            ("x", "y"): (0, 0),
            ("y", "x"): (1, 0),
            ("y", "y"): (1, 0),
        }
        return gt.transfers(game(cells), ("x", "x"), "B", "A")

    assert not paid(Fraction(1)).is_empty()
    assert paid(Fraction(1, 4)).is_empty()
    assert paid(Fraction(1)).uses
