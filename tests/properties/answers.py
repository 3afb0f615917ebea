"""What every concept says of a view, by place: one entry a concept."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from itertools import combinations, permutations, product
from typing import Any

import gametheory as gt
from tests.properties.views import View

Answers = dict[Any, Any]
delta = gt.Parameter("delta", at_least=0, below=1)
DISCOUNTS = (Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(9, 10))


def of_cells(concept: Callable[..., Any], **options: Any) -> Callable[[View], Answers]:
    """Ask of every profile."""
    return lambda view: {c: concept(view.game, view.profile(c), **options).contains({}) for c in view.cells}


def of_all_cells(concept: Callable[..., Any]) -> Callable[[View], Answers]:
    """Ask of the whole game, for concepts that answer with Regions."""

    def answers(view: View) -> Answers:
        regions = concept(view.game)
        return {cell: regions[view.profile(cell)].contains({}) for cell in view.cells}

    return answers


def best_replies(view: View) -> Answers:
    return {
        (cell, i, strict): gt.best_reply(view.game, view.profile(cell), player=view.names[i], strict=strict).contains(
            {}
        )
        for cell in view.cells
        for i in view.places
        for strict in (False, True)
    }


def pareto(view: View) -> Answers:
    pairs = permutations(view.cells, 2)
    return {(a, b): gt.pareto_dominates(view.game, view.profile(a), view.profile(b)).contains({}) for a, b in pairs}


def dominations(view: View) -> Answers:
    return {
        (i, a, b, strict): gt.dominates(
            view.game, view.names[i], view.words[i][a], view.words[i][b], strict=strict
        ).contains({})
        for i in view.places
        for a, b in permutations(range(len(view.words[i])), 2)
        for strict in (False, True)
    }


def dominant_actions(view: View) -> Answers:
    return {
        (cell, strict): gt.dominant(view.game, view.profile(cell), strict=strict).contains({})
        for cell in view.cells
        for strict in (False, True)
    }


def only_equilibria(view: View) -> Answers:
    return {cell: gt.only(gt.nash, view.game, view.profile(cell)).contains({}) for cell in view.cells}


def of_actions(concept: Callable[..., Any]) -> Callable[[View], Answers]:
    """Ask of every action of every player."""
    return lambda view: {
        (i, a): concept(view.game, word, view.names[i]).contains({})
        for i in view.places
        for a, word in enumerate(view.words[i])
    }


def babbled(view: View) -> Answers:
    return {cell: gt.babbling(view.game, view.profile(cell)).contains({}) for cell in view.cells}


def profiles_of_mixtures(view: View) -> Answers:
    """Every corner of the set of equilibria, with its probabilities by place."""
    found = gt.equilibria(view.game)
    assert found.complete
    return {frozenset(by_place(view, profile) for profile in found.extreme): True}


def by_place(view: View, profile: Any) -> tuple[tuple[Any, ...], ...]:
    """Return a profile of probabilities by place."""
    at = {place: position for position, place in enumerate(view.order)}
    return tuple(tuple(profile[at[i]][view.shown[i].index(word)] for word in view.words[i]) for i in view.places)


def mixed_supports(view: View) -> Answers:
    """The supports that some equilibrium has, by place."""
    at = {place: position for position, place in enumerate(view.order)}
    return {
        tuple(
            tuple(sorted(view.words[i].index(word) for word in equilibrium.support[at[i]])) for i in view.places
        ): True
        for equilibrium, region in gt.mixed(view.game).items()
        if region.contains({})
    }


def stable_strategies(view: View) -> Answers:
    words = view.words[0]
    return {
        support: gt.evolutionarily_stable(view.game)[
            tuple(sorted((words[a] for a in support), key=view.shown[0].index))
        ].contains({})
        for size in (1, 2)
        for support in combinations(range(len(words)), size)
    }


def repeated_at(view: View, region: Callable[[Any], Any]) -> Answers:
    found = region(gt.RepeatedGame(view.game, discount=delta))
    return {number: found.contains({delta: number}) for number in DISCOUNTS}


def of_paths(ask: Callable[..., Any]) -> Callable[[View], Answers]:
    """Ask of a path and a punishment, for the corner cells."""

    def answers(view: View) -> Answers:
        found: Answers = {}
        for path, punishment in ((view.cells[0], view.cells[-1]), (view.cells[-1], view.cells[0])):
            told = repeated_at(
                view, partial(ask, view=view, path=view.profile(path), punishment=view.profile(punishment))
            )
            found |= {(path, number): holds for number, holds in told.items()}
        return found

    return answers


def machine(game: Any, view: View, path: Any, punishment: Any) -> Any:
    """Honour the path until somebody leaves it, then punish for ever."""
    return gt.automaton(
        game,
        plays={"on": path, "off": punishment},
        moves=lambda state, profile: "on" if state == "on" and profile == path else "off",
        start="on",
    )


def critical(view: View) -> Answers:
    """The discount factor from which on a path is kept up, where the punishment is an equilibrium."""
    found: Answers = {}
    for path, punishment in permutations((view.cells[0], view.cells[-1]), 2):
        repeated = gt.RepeatedGame(view.game, discount=delta)
        region = gt.grim_trigger(repeated, view.profile(path), punishment=view.profile(punishment))
        try:
            found[path] = str(gt.critical_discount(region, delta))
        except gt.GameTheoryError as error:
            found[path] = type(error).__name__
    return found


def coalition_values(view: View) -> dict[frozenset[int], Fraction]:
    """Make up what coalitions are worth from the payoffs of a table."""
    groups = [frozenset(g) for size in view.places for g in combinations(view.places, size + 1)]
    return {group: sum(view.table[view.cells[n % len(view.cells)]]) for n, group in enumerate(groups)}


def core_of_values(view: View) -> Answers:
    worth = coalition_values(view)
    game = gt.CoalitionGame(
        "A view",
        [view.names[i] for i in view.order],
        value={tuple(view.names[i] for i in view.order if i in group): number for group, number in worth.items()},
    )
    whole = worth[frozenset(view.places)]
    shares: list[dict[int, Any]] = [
        dict(zip(view.places, split, strict=True)) for split in product((0, 1, 2, whole), repeat=len(view.names))
    ]
    kept = [share for share in shares if sum(share.values()) == whole]
    told = {
        tuple(share.values()): gt.core(game, {view.names[i]: x for i, x in share.items()}).contains({})
        for share in kept
    }
    return told | {"not empty": gt.core(game).contains({})}


def stable_networks(view: View) -> Answers:
    """Make up what networks pay from a table: three players have eight networks."""
    links = list(combinations(view.places, 2))
    networks = [chosen for size in range(len(links) + 1) for chosen in combinations(links, size)]

    def named(network: Any) -> tuple[tuple[str, ...], ...]:
        return tuple(view.group(i for i in view.order if i in link) for link in network)

    pays = {
        named(network): tuple(view.table[view.cells[n]][i] for i in view.order) for n, network in enumerate(networks)
    }
    game = gt.NetworkGame("A view", [view.names[i] for i in view.order], pays)
    return {
        (network, blocking): gt.pairwise_stable(game, named(network), blocking=blocking).contains({})
        for network in networks
        for blocking in ("weak", "strict")
    }


def plays_of_a_tree(view: View) -> Answers:
    """The first player moves, the others see it and choose at once."""
    first, *rest = view.places

    def end(cell: Any) -> Any:
        return gt.End([view.table[cell][i] for i in view.order])

    later = [i for i in view.order if i != first]

    def words(i: int, cell: Any) -> str:
        return str(view.words[i][cell[i]])

    def reply(a: int) -> Any:
        cells = [cell for cell in view.cells if cell[first] == a]
        if len(later) == 1:
            return gt.Move(view.names[later[0]], {words(later[0], cell): end(cell) for cell in cells})
        return gt.Stage(
            [view.names[i] for i in later], {tuple(words(i, cell) for i in later): end(cell) for cell in cells}
        )

    actions = sorted(range(len(view.words[first])), key=lambda a: view.shown[first].index(view.words[first][a]))
    root = gt.Move(view.names[first], {view.words[first][a]: reply(a) for a in actions})
    tree = gt.Tree("A view", [view.names[i] for i in view.order], root)
    regions = gt.subgame_perfect(tree)

    def play(cell: Any) -> Any:
        steps = tuple(words(i, cell) for i in later)
        return words(first, cell), (steps if len(rest) > 1 else steps[0])

    return {cell: regions[play(cell)].contains({}) for cell in view.cells}


def bayesian_plans(view: View) -> Answers:
    """The last player has two types; the second type is paid as the first one is in the opposite cell."""
    informed = view.places[-1]
    kinds = ("firm", "soft") if view.order[0] == 0 else ("soft", "firm")
    at = {place: position for position, place in enumerate(view.order)}
    opposite = dict(zip(view.cells, reversed(view.cells), strict=True))

    def pays(types: Any, actions: Any) -> tuple[Any, ...]:
        cell = tuple(view.words[i].index(actions[at[i]]) for i in view.places)
        kind = types[at[informed]]
        return tuple(view.table[cell if kind == "firm" else opposite[cell]][i] for i in view.order)

    game = gt.BayesianGame(
        "A view",
        [view.names[i] for i in view.order],
        {view.names[informed]: kinds},
        [view.shown[i] for i in view.order],
        pays,
        priors={view.names[informed]: {"firm": Fraction(1, 3), "soft": Fraction(2, 3)}},
    )
    found: Answers = {}
    for cell in view.cells:
        for second in range(len(view.words[informed])):
            plan: dict[str, Any] = {view.names[i]: view.words[i][cell[i]] for i in view.places[:-1]}
            plan[view.names[informed]] = {
                "firm": view.words[informed][cell[informed]],
                "soft": view.words[informed][second],
            }
            found[cell, second] = gt.bayes_nash(game, plan).contains({})
    return found
