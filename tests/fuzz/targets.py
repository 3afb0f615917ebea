"""What is attacked: each target draws input from a random.Random, hands it to the package and looks at what comes back.

Whatever a target lets through is a fault: only errors of the package may come out, and those are expected here, at
the one door `attempt`. A TypeError is expected where Python itself raises it, before the package is reached or by its
convention: for a missing or unknown argument, and for a comparison that sympy refuses (``T > I``).
"""

from __future__ import annotations

import contextlib
import io
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import gametheory as gt
from gametheory.errors import quoted
from gametheory.formulas.solver import Limit
from tests.fuzz import hostile

SOON = Limit(steps=200_000, seconds=2)
"""For questions that may be hard."""

MODELS = Path(__file__).parent
"""Where the package of models for the command line is: see `catalogue`."""


@contextlib.contextmanager
def refusing() -> Iterator[None]:
    """Let the package refuse what it is given."""
    with contextlib.suppress(gt.GameTheoryError):
        yield


def attempt(make: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """Return what the package makes of the input, None if it refuses it by an error of its own."""
    try:
        return make(*given, **named)
    except gt.GameTheoryError as error:
        assert str(error).strip(), f"{type(error).__name__} says nothing"
        return None


def look(value: Any) -> None:
    """Print a result in every way it can be printed."""
    if value is None:
        return
    for way in ("__str__", "__repr__", "_repr_html_", "_repr_latex_"):
        if hasattr(value, way):
            attempt(getattr(value, way))


# Text and numbers.


def grammar(rng: random.Random) -> None:
    known = hostile.declared(rng)
    attempt(gt.exact, hostile.text(rng), known)
    attempt(gt.exact, hostile.text(rng))
    attempt(gt.exact, hostile.arithmetic(rng, 3), gt.parameters("p q r"))


def numbers(rng: random.Random) -> None:
    given = hostile.number(rng)
    attempt(gt.exact, given)
    bounds = {word: hostile.number(rng) for word in rng.sample(("above", "below", "at_least", "at_most"), 2)}
    look(attempt(gt.Parameter, "p", **bounds))


def parameters(rng: random.Random) -> None:
    named = attempt(
        gt.Parameter, hostile.name(rng), meaning=rng.choice(hostile.NAMES), source=rng.choice(hostile.NAMES)
    )
    look(named)
    listed = rng.choice((" ", ",", "\n", "\0")).join(rng.choice(hostile.NAMES) for _ in range(rng.randint(0, 4)))
    for own in attempt(gt.parameters, listed) or ():
        look(attempt(gt.when, own > 0))
    code = hostile.text(rng)
    for compare in (gt.equal, gt.descending):
        with contextlib.suppress(TypeError):  # sympy does not compare what is not real
            attempt(compare, rng.choice(gt.parameters("p q")), rng.choice((code, hostile.number(rng))))


def premises(rng: random.Random) -> None:
    known = hostile.declared(rng)
    given = attempt(gt.premises, *(hostile.relation(rng, known) for _ in range(rng.randint(0, 4))), parameters=known)
    look(attempt(gt.Premise, hostile.relation(rng, known), name=rng.choice(hostile.NAMES), stated="p. 1"))
    if given is not None:
        look(given)
        attempt(lambda: given.consistent and given.core)
        attempt(given.required)
        attempt(lambda: given.violated_by({own.name: rng.choice(hostile.SMALL) for own in known}))


# Games.


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
        for profile in product(actions if _hashable(actions) else ("a",), repeat=len(players))
    }
    if rng.random() < odd / 4:
        payoffs[rng.choice(hostile.NAMES) if rng.random() < 0.5 else ("x",)] = hostile.number(rng)
    if rng.random() < odd / 4:
        payoffs.pop(next(iter(payoffs)))
    outcomes = rng.choice(
        (None, {"named": [next(iter(payoffs), ())]}, {rng.choice(hostile.NAMES): [("x",)]} if odd else None)
    )
    if not _hashable(list(outcomes or ())):
        outcomes = None
    name = hostile.name(rng) if rng.random() < odd else "Drawn"
    return attempt(gt.Game, name, players, actions, payoffs, outcomes, hostile.assumptions(rng, known), known)


def _hashable(values: Any) -> bool:
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
    steps = [step for step in hostile.names(rng, 2, hostile=0.1) if _hashable((step,))]

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
    types = rng.choice(({}, {"q": ["a", "b"]}, ["a", "b"], {players[-1]: ["a", "b"]} if _hashable(players) else {}))
    chance = rng.choice((known[0], "1/3", hostile.payoff(rng, known)))
    actions = hostile.names(rng, 2, hostile=0.05)
    prior = rng.choice(
        ({}, {who: {"a": chance, "b": _rest(chance)} for who in players if _hashable((who,))},
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
    prior = {kind: part for kind, part in zip(types, (chance, _rest(chance)), strict=False) if _hashable((kind,))}
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
    if _hashable(players):
        groups = [members for size in (1, 2, 3) for members in combinations(players, size)]
    worth: Any = {members: hostile.payoff(rng, known, hostile=0.03) for members in groups}
    if rng.random() < 0.1:
        odd = hostile.number(rng)
        worth = rng.choice((3 if callable(odd) else odd, lambda members: hostile.number(rng), {hostile.NAMES[0]: 1}))
    given: dict[str, Any] = {"value": worth}
    if rng.random() < 0.3 and _hashable(players):
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


# Regions, verdicts, claims.


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
                found.get(key) if _hashable((key,)) else None


def partition(rng: random.Random) -> None:
    known = hostile.declared(rng)
    made = {
        key: region
        for key in hostile.names(rng, rng.randint(0, 3), hostile=0.1)
        if _hashable((key,)) and (region := attempt(gt.when, hostile.relation(rng, known, hostile=0))) is not None
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
        given = {who: hostile.payoff(rng, known, hostile=0.05) for who in players if _hashable((who,))}
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


# Other libraries' forms, the command line, the testing kit.


def nfg(rng: random.Random) -> None:
    games = (
        'NFG 1 R "A" { "a" "b" } { 2 2 }\n1 2 3 4 5 6 7 8', 'NFG 1 D "A" { "a" } { 3 }\n1 1/2 .5e1',
        'NFG 1 R "Entry" { "Ann" "Bob" } { { "in" "out" } { "fight" "share" } }\n-1 0  0 1  .5 1/2  0 1',
        'NFG 1 R "B" { "a" "b" } { { "x" } { "y" } } "note" { { "one" 1, 2 } } 1',
    )  # fmt: skip
    text = rng.choice(games)
    for _ in range(rng.randint(0, 4)):
        place = rng.randrange(len(text) + 1)
        odd = (
            rng.choice(hostile.ODDITIES), rng.choice(hostile.CODE), "{", "}", '"', '\\"', "1e99", "1e-9999999",
            "9" * 5000,
            "1/0", "-", "99999999999", "{ 9 9 9 9 9 9 9 9 9 }", text[place : place + 9], "0", "NFG", "1e1000000000",
        )  # fmt: skip
        text = text[:place] + rng.choice(odd) + text[place + rng.choice((0, 0, 1, 3, 20)) :]
    renamed = rng.choice(
        ({}, {}, {"name": hostile.name(rng)}, {"players": hostile.names(rng, 2)}, {"actions": hostile.names(rng, 2)})
    )
    game = attempt(gt.interop.read_nfg, rng.choice((text,) * 20 + (hostile.number(rng),)), **renamed)
    if game is not None:
        look(game)
        written = attempt(gt.interop.write_nfg, game)
        if written is not None:
            again = gt.interop.read_nfg(written)
            assert (again.players, again.actions, again.cells) == (game.players, game.actions, game.cells)


def frames(rng: random.Random) -> None:
    import pandas

    players = [who for who in hostile.names(rng, rng.choice((1, 2, 2)), hostile=0.2) if _hashable((who,))]
    actions = hostile.names(rng, 2, hostile=0.1)
    rows = list(product(actions, repeat=len(players)))
    columns: dict[Any, Any] = {who: [row[place] for row in rows] for place, who in enumerate(players)}
    for who in players:
        drawn = [hostile.number(rng) if rng.random() < 0.15 else rng.choice(hostile.SMALL) for _ in rows]
        columns[f"payoff {quoted(who, str)}"] = pandas.Series(drawn, dtype=object)
    if rng.random() < 0.1:
        columns[rng.choice(hostile.NAMES)] = [0] * len(rows)
    frame = pandas.DataFrame(columns)
    if rng.random() < 0.2:
        frame = pandas.concat([frame, frame.iloc[:1]], axis=rng.choice((0, 1)))
    name = rng.choice((None, hostile.name(rng)))
    floats = rng.choice((None, "binary", "decimal", hostile.name(rng)))
    game = attempt(gt.interop.from_frame, rng.choice((frame,) * 20 + (hostile.number(rng),)), name=name, floats=floats)
    if game is not None:
        look(game)
        attempt(gt.interop.to_frame, game)


CATALOGUE = '''"""One claim."""
import gametheory as gt

x = gt.Parameter("x", above=0)
CLAIMS = (gt.Claim("small", "Nobody 2020", "p. 1", "Small.", "its author", "asserts", "ranking",
                   (gt.Reading("as worded", x > -1),), "a large one"),)
'''


def command(rng: random.Random) -> None:
    """A command line with odd words; only an exit, with a number, may come of it."""
    from gametheory.cli import main

    words = rng.choice((["claims"], ["claim", "small"], ["plot", "shares"], ["report"], ["claim"], ["--help"], []))
    words = list(words)
    with TemporaryDirectory() as folder:
        package = Path(folder) / "models_for_the_fuzzer"
        package.mkdir()
        (package / "__init__.py").write_text("", "utf-8")
        (package / "shares.py").write_text(CATALOGUE, "utf-8")
        (Path(folder) / "file").write_text("", "utf-8")
        places = (str(Path(folder) / "out"), str(Path(folder) / "file"), str(Path(folder) / "file" / "below"), "\0", "",
                  str(Path(folder) / ("x" * 300)), "/proc/nowhere", str(Path(folder) / "\udc80"))  # fmt: skip
        for _ in range(rng.randint(0, 4)):
            odd = (
                ["--models", rng.choice(("", ".", "..", ".x", "a.b", "\0", "no such", "\udc80", "json",
                "x" * 500, "1"))],
                ["--format", rng.choice(("json", "csv", "latex", "table", "xml", "", "\0"))],
                ["--model", rng.choice(("shares", *hostile.NAMES))], ["--out", rng.choice(places)],
                [rng.choice(hostile.NAMES)], [rng.choice(hostile.CODE)], ["--"], ["-h"], ["--help"], ["--out"],
                ["@file"],
            )  # fmt: skip
            place = rng.randrange(len(words) + 1)
            words[place:place] = rng.choice(odd)
        if "--models" not in words or rng.random() < 0.5:
            words += ["--models", package.name]
        with _importable(folder), _silent(), contextlib.chdir(folder):
            try:
                main(words)
            except SystemExit as ended:
                assert ended.code is None or ended.code in range(3), f"exit code {ended.code!r}"


@contextlib.contextmanager
def _importable(folder: str) -> Iterator[None]:
    import importlib

    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(folder)
        for loaded in [loaded for loaded in sys.modules if loaded.split(".")[0] == "models_for_the_fuzzer"]:
            del sys.modules[loaded]


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Catch what is printed, in the encoding of a terminal."""
    out, err = (
        io.TextIOWrapper(io.BytesIO(), "utf-8", errors, write_through=True) for errors in ("strict", "backslashreplace")
    )
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield


def testing_kit(rng: random.Random) -> None:
    from hypothesis import HealthCheck, Phase, Verbosity, given, settings
    from hypothesis.errors import HypothesisException

    known = hostile.declared(rng)
    source = rng.choice(
        (hostile.relation(rng, known), tuple(hostile.relation(rng, known, hostile=0) for _ in range(3)))
    )
    if rng.random() < 0.3:
        source = some_game(rng, odd=0.1)
    if source is None:
        return
    kind = rng.choice((gt.testing.params, gt.testing.boundary_params, gt.testing.check_assumptions))
    also = hostile.assumptions(rng, known)
    options: dict[str, Any] = {}
    if kind is not gt.testing.check_assumptions and rng.random() < 0.3:
        options = {rng.choice(("max_denominator", "magnitude")): rng.choice((1, 2, 100, hostile.number(rng)))}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = attempt(kind, source, also, **options)
        look(made)
        if made is None or kind is gt.testing.check_assumptions:
            return
        patient = settings(
            max_examples=3, deadline=None, database=None, phases=[Phase.generate], verbosity=Verbosity.quiet,
            suppress_health_check=list(HealthCheck), derandomize=True,
        )  # fmt: skip

        @patient
        @given(made)
        def draw(point: Any) -> None:
            look(point)

        with refusing(), contextlib.suppress(HypothesisException):
            draw()


def drawn_games(rng: random.Random) -> None:
    players = rng.choice((1, 2, ("a", "b"), hostile.number(rng), hostile.names(rng, 2), hostile.name(rng)))
    actions = rng.choice((1, 2, ("a", "b"), hostile.number(rng), hostile.names(rng, 2), hostile.name(rng)))
    attempt(gt.testing.games, players, actions, symmetric=rng.choice((True, False)))


# Arguments of a kind that nothing takes.


def kinds(rng: random.Random) -> None:
    """A public function is called with one argument of another kind; the rest are as they should be."""
    call, good = rng.choice(well_formed())
    place = rng.randrange(len(good))
    odd = hostile.number(rng) if rng.random() < 0.8 else hostile.name(rng)
    with contextlib.suppress(TypeError):
        look(attempt(call, *good[:place], odd, *good[place + 1 :]))


@cache
def well_formed() -> tuple[tuple[Callable[..., Any], tuple[Any, ...]], ...]:
    """Return public functions with arguments that they take."""
    x, y = gt.parameters("x y")
    d = gt.Parameter("d", above=0, below=1)
    pair, words = ("Ann", "Bob"), ("stay", "go")
    cells = {(a, b): (x if a == b else 0, y) for a in words for b in words}
    game = gt.Game("Two", pair, words, cells)
    tree = gt.Tree("Three", pair, gt.Move("Ann", {"in": gt.End((x, y), outcome="peace"), "out": gt.End((0, 0))}))
    again = gt.RepeatedGame(game, d, 0)
    together = gt.CoalitionGame("Four", pair, value=len)
    linked = gt.NetworkGame("Five", pair, lambda links: (x, y))
    beliefs = gt.BayesianGame("Six", pair, {"Bob": ["a", "b"]}, words, lambda kinds, cell: (x, y),
                              priors={"Bob": {"a": d, "b": 1 - d}})  # fmt: skip
    signals = gt.SignallingGame("Seven", ["a"], words, words, lambda *play: (x, y), prior={"a": 1})
    numbers = game.at(x=1, y=2)
    region = gt.when(x > y)
    here = ("stay", "stay")
    claim = gt.Claim(
        "small", "Nobody", "p. 1", "Small.", "its author", "asserts", "rank", (gt.Reading("1", x > y),), ""
    )
    return (
        (gt.exact, ("1", (x, y))), (gt.parameters, ("x y",)),
        (gt.premises, (x > y,)), (gt.Game, ("Two", pair, words, cells, {"same": [here]}, (x > y,), (x, y))),
        (gt.Tree, ("Three", pair, tree.root, (x > y,), (x,))), (gt.End, ((x, y), "peace")),
        (gt.Move, ("Ann", {"in": tree.root}, "seen")), (gt.Stage, (pair, {here: tree.root})),
        (gt.Chance, ({"war": ("1", tree.root)},)), (gt.RepeatedGame, (game, d, 0)), (game.at, ({x: 1},)),
        (game.payoff, ("Ann", here)), (game.profiles_of, (here,)), (gt.nash, (game, here)), (gt.nash, (game,)),
        (gt.best_reply, (game, here, "Ann")), (gt.dominates, (game, "Ann", "stay", "go")), (gt.dominant, (game, here)),
        (gt.pareto_dominates, (game, here, ("go", "go"))), (gt.risk_dominant, (game, here)), (gt.mixed, (game,)),
        (gt.payoff_dominant, (game, here)), (gt.strong_nash, (game, here)), (gt.coalition_proof, (game, here)),
        (gt.weakly_immune, (game, here)), (gt.collusion_resilient, (game, here)), (gt.equilibria, (numbers,)),
        (gt.iterated_strict_dominance, (game, here)), (gt.iterated_weak_dominance, (game, here)),
        (gt.evolutionarily_stable, (game, "stay")), (gt.only, (gt.nash, game, here)), (gt.core, (together, [pair])),
        (gt.shapley_value, (together,)), (gt.pairwise_stable, (linked, ())), (gt.bayes_nash, (beliefs, None)),
        (gt.perfect_bayesian, (signals,)), (gt.pooling, (signals, "stay")), (gt.separating, (signals,)),
        (gt.subgame_perfect, (tree, "peace")), (gt.grim_trigger, (again, here, ("go", "go"))),
        (gt.tit_for_tat, (again, here, False)), (gt.critical_discount, (gt.when(d > x), d)), (gt.basin, (game, "stay")),
        (lambda *given: gt.limited_punishment(*given[:3], periods=given[3]), (again, here, ("go", "go"), 2)),
        (gt.noisy_grim_trigger, (again, here, "1/3")), (gt.transfers, (game, here, "Ann", "Bob")),
        (gt.self_committing, (game, "stay", "Ann")), (gt.self_signalling, (game, "stay", "Ann")),
        (gt.informative_talk, (beliefs, "Bob")), (gt.babbling, (beliefs,)), (gt.rest_points, (game,)),
        (gt.equilibrium_cases, (numbers,)), (gt.partition, (game,)), (gt.partition, ({"a": region},)),
        (gt.always, (region,)), (gt.never, (region,)), (gt.possible, (region,)), (gt.exactly, (region, x > y)),
        (gt.grows, (region, x)), (gt.shrinks, (region, x)), (gt.prove, (region, (x > 0,))), (gt.when, (region, x > 0)),
        (gt.comparative_static, (x + y, x, (x > 0,))), (gt.judge, (claim,)), (gt.tension, ([region, x < y], [x])),
        (gt.share, (region, {x: (0, 1), y: (0, 1)})), (gt.rubinstein, ("1/2", "1/2")), (gt.crawford_sobel, ("1/10", 2)),
        (lambda *given: gt.contest(given[0], value=given[1], cost=given[2]), (pair, {"Ann": 1, "Bob": 2}, 1)),
        (lambda *given: gt.nash_bargaining(given[0], total=given[1]), (pair, 1)), (region.contains, ({x: 1, y: 0},)),
        (region.explain, ({x: 1, y: 0},)), (region.under, (x > 0,)), (region.solve_for, (x,)), (region.eliminate, (x,)),
        (region.implies, (region,)), (region.equivalent, (region,)), (gt.interop.read_nfg, ("NFG 1 R",)),
        (gt.interop.write_nfg, (numbers,)), (gt.interop.write_efg, (tree.at(x=1, y=2),)),
        (gt.interop.to_frame, (numbers,)), (gt.interop.from_frame, (gt.interop.to_frame(numbers),)),
        (gt.testing.params, (game, ())), (gt.testing.boundary_params, (game, ())), (gt.testing.surfaces, (game, ())),
        (gt.testing.check_assumptions, (game, ())), (gt.testing.games, (2, 2)),
        (gt.testing.invariant_under, (gt.nash, "relabelling")), (gt.testing.monotone_in, (x + y, x)),
        (lambda *given: gt.Reading(*given), ("1", x > y, (), (), "")),
    )  # fmt: skip


TARGETS: dict[str, Callable[[random.Random], None]] = {
    target.__name__: target
    for target in (
        grammar, numbers, parameters, premises, normal, tree, bayesian, signalling, repeated, coalition,
        network, regions,
        points, partition, verdicts, claims, share, values, nfg, frames, command, testing_kit, drawn_games, kinds,
    )
}  # fmt: skip
