"""Threads prove side by side, and every value goes through a pickle to another process and back."""

from __future__ import annotations

import copy
import multiprocessing
import operator
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from tests.trap_games import CHEAT, HALF, HONOUR, ORDER, P, R, S, T, delta, dilemma, one_choice, told, x, y, z

# One context a thread.


def statements() -> list[Any]:
    game = dilemma(ORDER)
    honour = gt.grim_trigger(gt.RepeatedGame(game, discount=delta), HONOUR)
    return [
        gt.always(gt.nash(game, CHEAT)),
        gt.never(gt.nash(game, HONOUR)),
        gt.always(honour),
        gt.exactly(honour, delta >= (T - R) / (T - P)),
        gt.grows(honour, delta),
        gt.possible(gt.when(x**2 + y**2 < 1) & (x * y > Fraction(49, 100))),
        gt.always(x**2 + y**2 >= 2 * x * y),
        gt.always(gt.when(x > y, assuming=x > y + 1)),
    ]


@pytest.mark.no_cover
def test_threads_prove_side_by_side() -> None:
    alone = [told(gt.prove(statement)) for statement in statements()]
    shared = statements()
    with ThreadPoolExecutor(4) as pool:
        fresh = [pool.submit(lambda i=i: told(gt.prove(statements()[i]))) for i in range(len(alone))]
        same = [pool.submit(lambda i=i: told(gt.prove(shared[i]))) for i in range(len(alone)) for _ in range(2)]
        assert [future.result(timeout=120) for future in fresh] == alone
        assert [future.result(timeout=120) for future in same] == [one for one in alone for _ in range(2)]


# Processes.


def used_game() -> Any:
    """A game that has been asked things: whatever it remembers must not stand in the way."""
    game = dilemma(ORDER)
    game.payoff("China", HONOUR)
    str(game)
    return game


def honour_for_ever() -> Any:
    return gt.grim_trigger(gt.RepeatedGame(used_game(), discount=delta, breakup="1/10"), HONOUR)


def shortened() -> Any:
    region = honour_for_ever().simplify()
    str(region)
    return region


def claim() -> Any:
    return gt.Claim("c", "p", "l", "", "", "", "", (gt.Reading("r", T > P, stated=ORDER),), "")


VALUES: dict[str, Callable[[], Any]] = {
    "parameter": lambda: delta,
    "relation": lambda: T > R,
    "premise": lambda: gt.Premise(T > R, name="tempting", stated="p. 1"),
    "premises": lambda: used_game().premises,
    "game": used_game,
    "repeated game": lambda: gt.RepeatedGame(used_game(), discount=delta, breakup="1/10"),
    "region": honour_for_ever,
    "simplified region": shortened,
    "complement": lambda: ~honour_for_ever() & (T > 2 * R),
    "eliminated": lambda: gt.when((x > y) & (z > x)).eliminate(x),
    "regions": lambda: gt.nash(used_game()),
    "point": lambda: honour_for_ever().witness(),
    "partition": lambda: gt.partition(dilemma()),
    "explanation": lambda: gt.nash(used_game(), HONOUR).explain({T: 5, R: 3, P: 1, S: 0}),
    "statement": lambda: gt.grows(honour_for_ever(), delta),
    "verdict": lambda: gt.prove(honour_for_ever()),
    "proof": lambda: gt.prove(gt.nash(used_game(), CHEAT)).proof,
    "vacuous verdict": lambda: gt.prove(T > R, assuming=(T > R, R > T)),
    "pair": lambda: gt.prove(gt.grows(honour_for_ever(), delta)).witness,
    "claim": claim,
    "judgement": lambda: gt.judge(claim()),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("name", VALUES)
def test_values_are_pickled_and_copied(name: str) -> None:
    value = VALUES[name]()
    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert type(again) is type(value)
        if name in (
            "parameter",
            "relation",
            "premise",
            "premises",
            "game",
            "repeated game",
            "point",
            "explanation",
            "pair",
        ):
            assert again == value
            assert str(again) == str(value)
        if name in ("parameter", "premise", "premises", "point"):
            assert hash(again) == hash(value)
        if isinstance(value, gt.Region):
            assert again.premises == value.premises
            assert again.parameters == value.parameters
            assert again.equivalent(value)
        if isinstance(value, gt.Verdict):
            assert told(again) == told(value)
            assert (again.witness, again.counterexample) == (value.witness, value.counterexample)
            assert again.condition is None or again.condition.equivalent(value.condition)
        if name == "partition":
            assert [(cell.outcomes, cell.witness) for cell in again] == [
                (cell.outcomes, cell.witness) for cell in value
            ]


def test_errors_are_pickled_with_what_they_carry() -> None:
    with pytest.raises(gt.AssumptionError) as contradiction:
        dilemma((T > R, R > T))
    with pytest.raises(gt.UndefinedPayoffError) as undefined:
        one_choice(1 / x)
    again = pickle.loads(pickle.dumps(contradiction.value))
    assert (str(again), again.core) == (str(contradiction.value), contradiction.value.core)
    assert pickle.loads(pickle.dumps(undefined.value)).point == undefined.value.point


@pytest.mark.no_cover
def test_parameters_from_another_process_are_the_same_parameters() -> None:
    context = multiprocessing.get_context("spawn")
    game = dilemma(ORDER)
    honour = gt.grim_trigger(gt.RepeatedGame(game, discount=delta), HONOUR)
    point = {T: 5, R: 3, P: 1, S: 0, delta: HALF}
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        regions = pool.submit(gt.nash, game)
        verdict = pool.submit(gt.prove, gt.exactly(honour, delta >= (T - R) / (T - P)))
        conditional = pool.submit(gt.prove, honour)
        inside = pool.submit(operator.methodcaller("contains", point), honour)
        parts = pool.submit(gt.partition, dilemma())
        refusal = pool.submit(gt.nash, game, ("honour", "wait"))
        assert verdict.result().status == "proved"
        assert verdict.result().premises == gt.prove(gt.exactly(honour, delta >= (T - R) / (T - P))).premises
        assert told(conditional.result()) == told(gt.prove(honour))
        assert not honour.contains(conditional.result().counterexample)
        assert conditional.result().condition.contains(point)
        assert inside.result() is True
        assert regions.result()[CHEAT].equivalent(gt.nash(game, CHEAT))
        assert (regions.result()[CHEAT] & (T > 2 * R)).contains({T: 7, R: 3, P: 1, S: 0})
        assert {cell.outcomes for cell in parts.result()} == {cell.outcomes for cell in gt.partition(dilemma())}
        with pytest.raises(gt.GameError, match="wait"):
            refusal.result()
