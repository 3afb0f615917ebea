"""Concepts about private information on both sides of a message, asked by place."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from typing import Any

import gametheory as gt
from tests.properties.views import View

Answers = dict[Any, Any]
LIKELY = (Fraction(1, 4), Fraction(3, 4))


def signalling(view: View) -> Answers:
    """Places: type, signal and reply; who sends and who receives are the first two payoffs of a cell."""
    kinds, signals, replies = view.words

    def pays(kind: str, signal: str, reply: str) -> tuple[Any, Any]:
        cell = (kinds.index(kind), signals.index(signal), replies.index(reply))
        return view.table[cell][0], view.table[cell][1]

    game = gt.SignallingGame(
        "A view",
        view.shown[0],
        view.shown[1],
        view.shown[2],
        pays,
        prior=dict(zip(kinds, LIKELY, strict=True)),
        players=view.names[:2],
    )
    found: Answers = {
        "separating": gt.separating(game).contains({}),
        "pooling": gt.pooling(game).contains({}),
    }
    for number, signal in enumerate(signals):
        found["pooling", number] = gt.pooling(game, signal).contains({})
    for sent in product((0, 1), repeat=2):
        for answered in product((0, 1), repeat=2):
            region = gt.perfect_bayesian(
                game,
                signals={kinds[i]: signals[s] for i, s in enumerate(sent)},
                replies={signals[i]: replies[r] for i, r in enumerate(answered)},
            )
            found[sent, answered] = region.contains({})
    return found


def told_and_done(view: View) -> Answers:
    """Place 0 has two types and nothing to choose; place 1 hears a message and acts."""
    sender, receiver = view.names[:2]
    first = view.order.index(0)
    kinds, acts = view.words

    def pays(types: Any, actions: Any) -> tuple[Any, ...]:
        cell = (kinds.index(types[first]), acts.index(actions[1 - first]))
        return tuple(view.table[cell][i] for i in view.order)

    def both(mapping: Mapping[int, Any]) -> list[Any]:
        return [mapping[i] for i in view.order]

    game = gt.BayesianGame(
        "A view",
        both({0: sender, 1: receiver}),
        {sender: view.shown[0]},
        both({0: ("wait",), 1: view.shown[1]}),
        pays,
        priors={sender: dict(zip(kinds, LIKELY, strict=True))},
    )
    found: Answers = {"informative": gt.informative_talk(game, sender).contains({})}
    for replies in product((0, 1), repeat=2):
        region = gt.talk_equilibrium(
            game,
            sender,
            {kinds[0]: "one", kinds[1]: "other"},
            "wait",
            {"one": acts[replies[0]], "other": acts[replies[1]]},
        )
        found[replies] = region.contains({})
    return found
