"""Regions, points, partitions, verdicts, claims and values, asked about in odd ways."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from typing import Any

import gametheory as gt
from tests.fuzz import hostile
from tests.fuzz.doors import SOON, attempt, look
from tests.fuzz.game_targets import hashable, some_game


def regions(rng: random.Random) -> None:
    region = some_region(rng)
    if region is None:
        return
    other = some_region(rng)
    look(region)
    for ask in (region.witness, region.is_empty, region.is_everywhere, region.simplify, region.to_sympy):
        look(attempt(ask))
    odd = rng.choice((*region.parameters, "p", "q", hostile.name(rng), hostile.number(rng), hostile.parameter(rng)))
    look(attempt(region.solve_for, odd))
    look(attempt(region.eliminate, odd))
    at = hostile.point(rng, region.parameters)
    attempt(region.contains, at)
    look(attempt(region.explain, at))
    if other is not None:
        look(attempt(lambda: region & other))
        look(attempt(lambda: region | ~other))
        attempt(region.implies, other)
    look(attempt(region.under, hostile.relation(rng, region.parameters or hostile.declared(rng))))
    attempt(region.equivalent, rng.choice((hostile.number(rng), hostile.text(rng), region)))


def some_region(rng: random.Random) -> Any:
    known = hostile.declared(rng)
    return attempt(gt.when, hostile.relation(rng, known, hostile=0.04), hostile.assumptions(rng, known))


def points(rng: random.Random) -> None:
    region = some_region(rng)
    if region is None:
        return
    for _ in range(3):
        attempt(region.contains, hostile.point(rng, region.parameters))
    found = attempt(region.witness)
    if found is not None:
        look(found)
        for key in (hostile.name(rng), hostile.number(rng), *region.parameters):
            with contextlib.suppress(KeyError):  # the convention of mappings
                found.get(key) if hashable((key,)) else None


def partition(rng: random.Random) -> None:
    known = hostile.declared(rng)
    made = {
        key: region
        for key in hostile.names(rng, rng.randint(0, 3), hostile=0.1)
        if hashable((key,)) and (region := attempt(gt.when, hostile.relation(rng, known, hostile=0))) is not None
    }
    look(attempt(gt.partition, made))
    game = some_game(rng, odd=0.1)
    if game is not None and len(game.profiles) < 5:
        cells = attempt(gt.partition, game)
        look(cells)
        if cells is not None:
            look(attempt(cells.at, hostile.point(rng, game.parameters)))


def verdicts(rng: random.Random) -> None:
    region, other = some_region(rng), some_region(rng)
    known = hostile.declared(rng)
    given = region if region is not None and rng.random() < 0.9 else hostile.relation(rng, known)
    kind = rng.choice((gt.always, gt.never, gt.possible, gt.grows, gt.shrinks, gt.exactly))
    if kind is gt.exactly:
        more: tuple[Any, ...] = (other if other is not None else hostile.relation(rng, known),)
    elif kind in (gt.grows, gt.shrinks):
        more = (rng.choice((*known, *getattr(given, "parameters", ()), "p", hostile.name(rng), hostile.number(rng))),)
    else:
        more = ()
    statement = attempt(kind, given, *more)
    if statement is not None:
        look(statement)
        assuming = rng.choice((None, hostile.assumptions(rng, known)))
        look(attempt(gt.prove, statement, assuming, limit=SOON))
    what = rng.choice((hostile.text(rng), hostile.number(rng), hostile.built(rng, known)))
    assuming = rng.choice(((), other, hostile.assumptions(rng, known)))
    look(attempt(gt.comparative_static, what, known[0], () if assuming is None else assuming, limit=SOON))


def claims(rng: random.Random) -> None:
    known = hostile.declared(rng)

    def reading() -> Any:
        return gt.Reading(
            hostile.name(rng),
            hostile.relation(rng, known, hostile=0.05),
            hostile.assumptions(rng, known),
            [hostile.relation(rng, known, hostile=0.03) for _ in range(rng.randrange(3))],
            hostile.name(rng),
        )

    readings = [made for made in (attempt(reading) for _ in range(rng.randint(0, 2))) if made is not None]
    words = [hostile.name(rng) for _ in range(7)]
    claim = attempt(gt.Claim, *words, tuple(readings), "refuted if not", hostile.name(rng))
    if claim is not None:
        look(attempt(gt.judge, claim))
    parties = [rng.choice((claim, *readings, hostile.relation(rng, known), hostile.name(rng))) for _ in range(2)]
    apart = rng.choice(((), known[:1], [hostile.relation(rng, known)], [hostile.name(rng)], [hostile.number(rng)]))
    look(attempt(gt.tension, parties, apart))


# Values, shares.


def share(rng: random.Random) -> None:
    region = some_region(rng)
    if region is None:
        return
    ranges: dict[Any, Any] = {}
    for own in region.parameters:
        low = rng.choice(hostile.SMALL)
        piece = rng.choice(((low, low + 1), (low, low), (low + 1, low), (hostile.number(rng), hostile.number(rng))))
        ranges[own if rng.random() < 0.8 else own.name] = rng.choice(
            (piece, piece, piece, [(*piece, 1)], [], (), hostile.number(rng), [piece], [(*piece, hostile.number(rng))])
        )
    seed = rng.choice((None, 1, 1, hostile.number(rng)))
    look(attempt(gt.share, region, ranges, samples=rng.choice((10, 50, hostile.number(rng))), seed=seed))


def values(rng: random.Random) -> None:
    known = hostile.declared(rng)
    players = hostile.names(rng, rng.choice((1, 2, 2, 3)), hostile=0.1)
    assuming = hostile.assumptions(rng, known)

    def each() -> Any:
        if rng.random() < 0.1:
            return hostile.payoff(rng, known)
        given = {who: hostile.payoff(rng, known, hostile=0.05) for who in players if hashable((who,))}
        if rng.random() < 0.05:
            given[rng.choice(hostile.NAMES)] = 1
        return given

    also: dict[str, Any] = {"assuming": assuming, "parameters": known}
    kinds: tuple[Callable[[], Any], ...] = (
        lambda: gt.contest(players, value=each(), cost=rng.choice((1, each())), **also),
        lambda: gt.rubinstein(hostile.payoff(rng, known), hostile.payoff(rng, known), players=players, **also),
        lambda: gt.rubinstein("1/2", known[0], first=hostile.name(rng), **also),
        lambda: gt.nash_bargaining(players, total=hostile.payoff(rng, known), disagreement=each(), **also),
        lambda: gt.nash_bargaining(players, agreement=each(), weight=each(), **also),
        lambda: gt.crawford_sobel(hostile.payoff(rng, known), rng.choice((None, 2, hostile.number(rng))), **also),
        lambda: gt.quasilinear_burden(players, value=each(), income=each(), **also),
        lambda: gt.cobb_douglas_burden(players, income=each(), taste=each(), **also),
    )
    made = attempt(rng.choice(kinds))
    if made is None:
        return
    look(made)
    look(attempt(lambda: getattr(made, "cases", None)))
    for ask in ("effort", "share", "payoff", "win", "contribution_if", "total_if"):
        if hasattr(made, ask) and callable(getattr(made, ask)):
            with contextlib.suppress(TypeError):  # not all of them take one name
                attempt(getattr(made, ask), rng.choice((players[0], hostile.name(rng))))
