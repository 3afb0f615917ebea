"""What comes from outside: files, frames, the command line, and arguments of every kind."""

from __future__ import annotations

import contextlib
import io
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import gametheory as gt
from gametheory.errors import quoted
from tests.fuzz import hostile
from tests.fuzz.doors import attempt, look, refusing
from tests.fuzz.game_targets import hashable, some_game

MODELS = Path(__file__).parent
"""Where the package of models for the command line is: see `catalogue`."""


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

    players = [who for who in hostile.names(rng, rng.choice((1, 2, 2)), hostile=0.2) if hashable((who,))]
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
