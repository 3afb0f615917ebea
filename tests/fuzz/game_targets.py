"""Games of every form, most of them broken."""

from __future__ import annotations

import random
from itertools import combinations, product
from typing import Any

import gametheory as gt
from tests.fuzz import hostile
from tests.fuzz.doors import attempt, look


def normal(rng: random.Random) -> None:
    game = some_game(rng)
    if game is None:
        return
    look(game)
    outcome = rng.choice(
        (None, rng.choice(game.profiles), hostile.name(rng), hostile.names(rng, 2), *game.outcomes[:1])
    )
    concept = rng.choice((gt.nash, gt.mixed, gt.strong_nash, gt.coalition_proof, gt.iterated_strict_dominance))
    if concept is gt.mixed:
        look(attempt(gt.mixed, game))
    else:
        look(attempt(concept, game, outcome))
    for ask in (gt.risk_dominant, gt.payoff_dominant, gt.dominant):
        look(attempt(ask, game, outcome))
    look(attempt(gt.best_reply, game, outcome, hostile.name(rng)))
    at = attempt(game.at, hostile.point(rng, game.parameters))
    look(at)
    if at is not None and not at.parameters:
        look(attempt(gt.equilibria, at))
    for player in (hostile.name(rng), game.players[0]):
        attempt(game.payoff, player, rng.choice((game.profiles[0], hostile.name(rng), hostile.number(rng))))


def some_game(rng: random.Random, *, odd: float = 0.3) -> Any:
    """Return a small game, hostile somewhere with the given chance; None if the package refuses it."""
    hostile_names = odd if rng.random() < odd else 0.0
    known = hostile.declared(rng)
    players = hostile.names(rng, rng.choice((1, 2, 2, 2, 3)), hostile=hostile_names)
    actions: Any = hostile.names(rng, rng.choice((1, 2, 2, 3)) if len(players) < 3 else 2, hostile=hostile_names)
    sharp = odd / 10
    payoffs: dict[Any, Any] = {
        profile: tuple(hostile.payoff(rng, known, hostile=sharp) for _ in players)
        for profile in product(actions if hashable(actions) else ("a",), repeat=len(players))
    }
    if rng.random() < odd / 4:
        payoffs[rng.choice(hostile.NAMES) if rng.random() < 0.5 else ("x",)] = hostile.number(rng)
    if rng.random() < odd / 4:
        payoffs.pop(next(iter(payoffs)))
    outcomes = rng.choice(
        (None, {"named": [next(iter(payoffs), ())]}, {rng.choice(hostile.NAMES): [("x",)]} if odd else None)
    )
    if not hashable(list(outcomes or ())):
        outcomes = None
    name = hostile.name(rng) if rng.random() < odd else "Drawn"
    return attempt(gt.Game, name, players, actions, payoffs, outcomes, hostile.assumptions(rng, known), known)


def hashable(values: Any) -> bool:
    try:
        hash(tuple(values))
    except TypeError:
        return False
    return True


def tree(rng: random.Random) -> None:
    known = hostile.declared(rng)
    players = hostile.names(rng, rng.randint(1, 3), hostile=0.1)
    root = attempt(_node, rng, players, known, rng.randint(0, 3))
    if isinstance(root, (gt.End, gt.Move, gt.Stage, gt.Chance)):
        look(root)
    name = hostile.name(rng)
    made = attempt(gt.Tree, name, players, root, hostile.assumptions(rng, known), known)
    if made is None:
        return
    look(made)
    look(attempt(made.normal_form))
    attempt(gt.interop.write_efg, made)
    attempt(made.at, hostile.point(rng, known))
    outcome = rng.choice((None, hostile.name(rng), "peace", (), hostile.names(rng, 2)))
    joint = rng.choice(((), (), [tuple(players[:2])], hostile.name(rng), [hostile.name(rng)]))
    look(attempt(gt.subgame_perfect, made, outcome, joint=joint))


def _node(rng: random.Random, players: list[Any], known: Any, depth: int) -> Any:
    kind = rng.random() if depth else 1.0
    if kind > 0.97 and depth:
        return rng.choice((hostile.number(rng), hostile.name(rng)))
    if kind > 0.85 or not players:
        count = len(players) if rng.random() < 0.97 else rng.randint(0, 4)
        payoffs = tuple(hostile.payoff(rng, known, hostile=0.03) for _ in range(count))
        return gt.End(payoffs, outcome=rng.choice((None, "peace", "war", hostile.name(rng))))
    steps = [step for step in hostile.names(rng, 2, hostile=0.1) if hashable((step,))]

    def below() -> Any:
        return _node(rng, players, known, depth - 1)

    if kind < 0.5:
        mover = rng.choice(players) if rng.random() < 0.95 else hostile.name(rng)
        information = rng.choice((None, None, None, "seen", hostile.name(rng)))
        return gt.Move(mover, {step: below() for step in steps}, information)
    if kind < 0.65:
        halves = rng.choice((("1/2", "1/2"), ("1/3", "2/3"), (hostile.payoff(rng, known), hostile.payoff(rng, known))))
        return gt.Chance({step: (chance, below()) for step, chance in zip(steps, halves, strict=False)})
    return gt.Stage(tuple(players[:2]), {(a, b): below() for a in steps for b in steps})


def bayesian(rng: random.Random) -> None:
    known = hostile.declared(rng)
    players = hostile.names(rng, 2, hostile=0.1)
    types = rng.choice(({}, {"q": ["a", "b"]}, ["a", "b"], {players[-1]: ["a", "b"]} if hashable(players) else {}))
    chance = rng.choice((known[0], "1/3", hostile.payoff(rng, known)))
    actions = hostile.names(rng, 2, hostile=0.05)
    prior = rng.choice(
        ({}, {who: {"a": chance, "b": _rest(chance)} for who in players if hashable((who,))},
         {("a", "b"): chance}, hostile.number(rng),
         {rng.choice(hostile.NAMES): {"a": chance}} if rng.random() < 0.1 else {})
    )  # fmt: skip

    def pays(kinds: Any, profile: Any) -> Any:
        return tuple(hostile.payoff(rng, known, hostile=0.03) for _ in players)

    if not isinstance(prior, dict) and rng.random() < 0.8:
        prior = {}
    made = attempt(
        gt.BayesianGame, hostile.name(rng), players, types, actions, rng.choice((pays, pays, pays, {}, 3)),
        priors=prior, assuming=hostile.assumptions(rng, known), parameters=known,
    )  # fmt: skip
    if made is not None:
        look(made)
        look(attempt(gt.bayes_nash, made, rng.choice((None, {}, hostile.name(rng), hostile.number(rng)))))
        attempt(made.at, hostile.point(rng, known))


def _rest(chance: Any) -> Any:
    try:
        return 1 - chance
    except Exception:  # not a number: that is what is wanted
        return chance


def signalling(rng: random.Random) -> None:
    known = hostile.declared(rng)
    chance = rng.choice((known[0], "1/3", hostile.payoff(rng, known)))
    types, signals, replies = (hostile.names(rng, rng.randint(1, 2), hostile=0.07) for _ in range(3))
    prior = {kind: part for kind, part in zip(types, (chance, _rest(chance)), strict=False) if hashable((kind,))}
    made = attempt(
        gt.SignallingGame, hostile.name(rng), types, signals, replies,
        lambda *play: (hostile.payoff(rng, known, hostile=0.02), rng.choice(hostile.SMALL)),
        prior=rng.choice((prior, prior, {kind: 1 for kind in prior}, hostile.number(rng))),
        assuming=hostile.assumptions(rng, known), parameters=known,
    )  # fmt: skip
    if made is not None:
        look(made)
        look(attempt(gt.pooling, made, rng.choice((None, hostile.name(rng), signals[0]))))
        look(attempt(gt.separating, made))
        look(attempt(gt.perfect_bayesian, made, rng.choice((None, hostile.name(rng), hostile.number(rng)))))
        attempt(made.at, hostile.point(rng, known))


def repeated(rng: random.Random) -> None:
    stage = some_game(rng, odd=0.05)
    if stage is None:
        return
    known = (*stage.parameters, *hostile.declared(rng))
    discount = rng.choice((gt.Parameter("d", above=0, below=1), "1/2", hostile.payoff(rng, known), {"p": "1/2"}))
    made = attempt(gt.RepeatedGame, stage, discount, rng.choice((0, 0, hostile.payoff(rng, known))))
    if made is not None:
        look(made)
        path = rng.choice((stage.profiles[0], list(stage.profiles[:2]), hostile.name(rng), hostile.number(rng)))
        look(attempt(gt.grim_trigger, made, path, rng.choice((None, stage.profiles[-1], hostile.name(rng)))))
        look(attempt(gt.tit_for_tat, made, path))
        periods = rng.choice((1, 2, hostile.number(rng)))
        look(attempt(gt.limited_punishment, made, path, periods=periods))
        look(attempt(gt.noisy_grim_trigger, made, path, hostile.payoff(rng, known)))


def coalition(rng: random.Random) -> None:
    known = hostile.declared(rng)
    players = hostile.names(rng, rng.randint(1, 3), hostile=0.15)
    groups: list[Any] = []
    if hashable(players):
        groups = [members for size in (1, 2, 3) for members in combinations(players, size)]
    worth: Any = {members: hostile.payoff(rng, known, hostile=0.03) for members in groups}
    if rng.random() < 0.1:
        odd = hostile.number(rng)
        worth = rng.choice((3 if callable(odd) else odd, lambda members: hostile.number(rng), {hostile.NAMES[0]: 1}))
    given: dict[str, Any] = {"value": worth}
    if rng.random() < 0.3 and hashable(players):
        given = {"preferences": {who: [members for members in groups if who in members] for who in players}}
    given |= {"assuming": hostile.assumptions(rng, known), "parameters": known}
    made = attempt(gt.CoalitionGame, hostile.name(rng), players, **given)
    if made is not None:
        look(made)
        look(attempt(gt.core, made, rng.choice((None, hostile.name(rng), [groups[0]] if groups else 3))))
        look(attempt(gt.shapley_value, made))
        attempt(made.at, hostile.point(rng, known))


def network(rng: random.Random) -> None:
    known = hostile.declared(rng)
    players = hostile.names(rng, rng.randint(1, 3), hostile=0.15)
    links = rng.choice((None, None, [tuple(players[:2])], [hostile.name(rng)], hostile.number(rng)))
    pays = rng.choice(
        (*(3 * [lambda links: tuple(hostile.payoff(rng, known, hostile=0.02) for _ in players)]),
         {}, hostile.number(rng), lambda links: hostile.number(rng))
    )  # fmt: skip
    if isinstance(pays, type) or pays is len:  # what a user's function raises is the user's
        pays = {}
    made = attempt(
        gt.NetworkGame, hostile.name(rng), players, pays, links=links,
        assuming=hostile.assumptions(rng, known), parameters=known,
    )  # fmt: skip
    if made is not None:
        look(made)
        look(attempt(gt.pairwise_stable, made, rng.choice((None, (), hostile.name(rng), [hostile.name(rng)]))))
        attempt(made.at, hostile.point(rng, known))
