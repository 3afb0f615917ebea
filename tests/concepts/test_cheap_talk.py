"""Statements that cost nothing: Aumann's condition, talk that separates no types, and enumeration."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from tests.concepts.private_information import chances, plans

GAMES = 2_000 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 25
T, R, P, S = gt.parameters("T R P S", unit="utility")
MOVES = ("cooperate", "defect")
CELLS = {("cooperate", "cooperate"): (R, R), ("cooperate", "defect"): (S, T), ("defect", "cooperate"): (T, S),
         ("defect", "defect"): (P, P)}  # fmt: skip
HUNT = gt.Game("Stag hunt", ("A", "B"), MOVES, CELLS, assuming=(R > T, P > S))
DILEMMA = gt.Game("Dilemma", ("A", "B"), MOVES, CELLS, assuming=gt.descending(T, R, P, S))


@pytest.mark.parametrize("player", ["A", "B"])
def test_in_the_stag_hunt_cooperation_commits_and_signals_only_without_temptation(player: str) -> None:
    assert gt.prove(gt.self_committing(HUNT, "cooperate", player)).status == "proved"
    signals = gt.self_signalling(HUNT, "cooperate", player)
    assert gt.prove(gt.exactly(signals, T <= P)).status == "proved"
    assert gt.prove(gt.exactly(gt.self_signalling(HUNT, "cooperate", player, strict=True), T < P)).status == "proved"
    # "I will defect" is believed only from who will: against a partner that believes it, cooperation pays S < R.
    defects = gt.self_signalling(HUNT, "defect", player)
    assert gt.prove(gt.exactly(defects, R >= S)).status == "proved"
    failure = signals.explain({T: 2, R: 3, P: 1, S: 0}).failures[0]
    assert str(failure) == (
        f"{player} gains 1 by moving from defect, with the truth known to defect, announced as cooperate"
    )


def test_in_the_dilemma_no_promise_is_kept_or_worth_believing() -> None:
    assert gt.prove(gt.never(gt.self_committing(DILEMMA, "cooperate", "A"))).status == "proved"
    assert gt.prove(gt.self_committing(DILEMMA, "defect", "A", strict=True)).status == "proved"
    # The partner defects whatever it believes: the promise changes nothing, and nobody minds that it is believed.
    assert gt.prove(gt.self_signalling(DILEMMA, "cooperate", "A")).status == "proved"
    assert gt.prove(gt.never(gt.self_signalling(DILEMMA, "cooperate", "A", strict=True))).status == "proved"


def drawn(rng: random.Random) -> tuple[Any, dict[tuple[str, str], tuple[int, int]], Any]:
    rows, columns = ("a", "b", "c")[: rng.randint(1, 3)], ("x", "y", "z")[: rng.randint(1, 3)]
    cells = {cell: (rng.randint(-1, 2), rng.randint(-1, 2)) for cell in product(rows, columns)}
    return (rows, columns), cells, gt.Game("Drawn", ("A", "B"), (rows, columns), cells)


@pytest.mark.exhaustive
def test_statements_about_drawn_games_agree_with_enumeration() -> None:
    seen: set[tuple[bool, ...]] = set()
    for seed in range(GAMES):
        rng = random.Random(f"statements {seed}")
        actions, cells, game = drawn(rng)
        place = seed % 2
        own, others = actions[place], actions[1 - place]

        def pays(mine: str, reply: str, who: int, at: int = place, table: Any = cells) -> int:
            return table[(mine, reply) if at == 0 else (reply, mine)][who]

        best = {
            mine: [y for y in others if pays(mine, y, 1 - place) == max(pays(mine, z, 1 - place) for z in others)]
            for mine in own
        }
        for said in own:
            rivals = [mine for mine in own if mine != said]
            commits = [all(pays(said, y, place) >= pays(m, y, place) for m in rivals) for y in best[said]]
            sure = [all(pays(said, y, place) > pays(m, y, place) for m in rivals) for y in best[said]]
            lies = [pays(m, told, place) - pays(m, known, place)
                    for m in rivals for known in best[m] for told in best[said]]  # fmt: skip
            expected = (all(commits), all(sure), all(gain <= 0 for gain in lies), all(gain < 0 for gain in lies))
            player = "AB"[place]
            found = tuple(
                concept(game, said, player, strict=strict).contains({})
                for concept in (gt.self_committing, gt.self_signalling)
                for strict in (False, True)
            )
            assert found == expected, (seed, said)
            seen.add(expected)
    assert len(seen) >= 6


# Types (M16): one sender, two types, two messages.

T_g, R_g, P_g, S_g, T_b, R_b, P_b, S_b, t_r, r_r, p_r, s_r = gt.parameters(
    "T_g R_g P_g S_g T_b R_b P_b S_b T_r R_r P_r S_r", unit="utility"
)
prior = gt.Parameter("t", meaning="the sender is trustworthy", above=0, below=1)
OWN = {"trustworthy": (R_g, S_g, T_g, P_g), "opportunist": (R_b, S_b, T_b, P_b)}
ORDER = tuple(product(MOVES, MOVES))


def sender_first(types: tuple[str, ...], actions: tuple[str, ...]) -> tuple[Any, Any]:
    mine, theirs = actions
    return OWN[types[0]][ORDER.index((mine, theirs))], (r_r, s_r, t_r, p_r)[ORDER.index((theirs, mine))]


def trust(*assuming: Any) -> gt.BayesianGame:
    return gt.BayesianGame(
        "Trust", ("China", "Russia"), {"China": tuple(OWN)}, MOVES, sender_first,
        priors={"China": {"trustworthy": prior, "opportunist": 1 - prior}}, assuming=assuming,
    )  # fmt: skip


def test_talk_separates_no_types_that_all_gain_from_the_partners_cooperation() -> None:
    """Whatever each type does, it is better off if the partner cooperates: then all messages get one reply."""
    rising = trust(R_g > S_g, T_g > P_g, R_b > S_b, T_b > P_b)
    talk = gt.informative_talk(rising, "China")
    verdict = gt.prove(gt.never(talk))
    assert verdict.status == "proved"
    assert len(verdict.premises) <= 4  # nothing about the order of temptation, or about the partner


@pytest.mark.no_cover
def test_without_temptation_no_pure_equilibrium_separates_either() -> None:
    """T_g <= P_g: the opportunist would still say whatever brings cooperation (M16)."""
    calm = trust(R_g > P_g, R_g > T_g, P_g > S_g, T_g <= P_g, T_b > R_b, R_b > P_b, P_b > S_b)
    assert gt.prove(gt.never(gt.informative_talk(calm, "China"))).status == "proved"


def test_one_separating_equilibrium_by_hand() -> None:
    """Without premises: China says what it will do, cooperates if trustworthy, and is answered in kind."""
    honest = gt.talk_equilibrium(
        trust(), "China", {"trustworthy": "yes", "opportunist": "no"},
        {"trustworthy": "cooperate", "opportunist": "defect"}, {"yes": "cooperate", "no": "defect"},
    )  # fmt: skip
    assert honest.equivalent(
        (R_g >= T_g) & (R_g >= S_g) & (R_g >= P_g) & (P_b >= S_b) & (P_b >= T_b) & (P_b >= R_b)
        & (r_r >= t_r) & (p_r >= s_r)
    )  # fmt: skip
    assert honest.implies(gt.informative_talk(trust(), "China"))
    point = dict.fromkeys((R_g, T_g, S_g, P_g, R_b, S_b, P_b, r_r, s_r, t_r, p_r), 0) | {T_b: 2, prior: "1/2"}
    assert str(honest.explain(point).failures[0]) == (
        "China (opportunist) gains 2 by moving from (no, defect) to (yes, defect)"
    )


def test_a_message_of_types_without_probability_is_not_sent() -> None:
    p = gt.Parameter("p", at_least=0, at_most=1)
    game = gt.BayesianGame("Quiet", ("A", "B"), {"A": ("low", "high")}, ("x", "y"), lambda *_: (0, 0), priors={
        "A": {"low": p, "high": 1 - p}})  # fmt: skip
    assert gt.informative_talk(game, "A").equivalent((p > 0) & (p < 1))
    silent = gt.talk_equilibrium(game.at(p=0), "A", {"low": "hm", "high": "ah"}, "x", "y")
    assert (
        str(silent.explain({}).failures[0])
        == "that hm is said with positive probability is false (the difference is 0)"
    )


def test_babbling_is_what_is_an_equilibrium_without_talk() -> None:
    both = ("cooperate", "cooperate")
    free = gt.Game("Free", ("A", "B"), MOVES, CELLS)
    assert gt.babbling(free, both).equivalent(gt.nash(free, both))
    assert gt.babbling(HUNT).is_everywhere()
    game = trust(P_g > S_g, P_b > S_b, p_r > s_r)
    assert gt.babbling(game).is_everywhere()
    silence = {"China": "defect", "Russia": "defect"}
    assert gt.babbling(trust(), silence).equivalent(gt.bayes_nash(trust(), silence))
    pennies = gt.Game("Pennies", ("A", "B"), ("h", "t"), {c: (1, -1) if len(set(c)) == 1 else (-1, 1)
                                                           for c in product("ht", "ht")})  # fmt: skip
    assert gt.babbling(pennies).is_empty()


def talk_by_hand(
    types: Any, own: Any, answers: Any, pays: Any, weight: Any, said: Any, acts: Any, replies: Any
) -> bool:
    """Whether nobody gains: types by any message that is sent and any action, the listener by any reply."""
    for kind in types:
        here = pays[kind, acts[kind], replies[said[kind]]][0]
        if any(pays[kind, act, replies[m]][0] > here for m in set(said.values()) for act in own):
            return False
    for message in set(said.values()):
        senders = [kind for kind in types if said[kind] == message]
        worth = {reply: sum(weight[kind] * pays[kind, acts[kind], reply][1] for kind in senders) for reply in answers}
        if sum(weight[kind] for kind in senders) == 0 or worth[replies[message]] < max(worth.values()):
            return False
    return True


def all_talk(types: Any, own: Any, answers: Any) -> Iterator[tuple[dict[str, str], dict[str, str], dict[str, str]]]:
    """Everything that can be said with as many messages as types."""
    messages = tuple(f"message {i}" for i in range(len(types)))
    for said in plans(types, messages):
        used = tuple(dict.fromkeys(said.values()))
        for acts in plans(types, own):
            for replies in plans(used, answers):
                yield said, acts, replies


@pytest.mark.exhaustive
def test_talk_before_drawn_games_agrees_with_enumeration() -> None:
    informative = held = 0
    for seed in range(GAMES // 2):
        rng = random.Random(f"talk {seed}")
        types, own = ("low", "middle", "high")[: rng.choice((1, 2, 2, 3))], ("a", "b")[: rng.randint(1, 2)]
        answers = ("x", "y", "z")[: rng.randint(1, 2 if len(types) == 3 else 3)]
        pays = {play: (rng.randint(0, 2), rng.randint(0, 2)) for play in product(types, own, answers)}
        weight = chances(rng, types)
        first = seed % 2  # where the sender stands
        order = (lambda a, b: (a, b)) if first == 0 else (lambda a, b: (b, a))
        names = order("Sender", "Listener")
        game = gt.BayesianGame(
            "Drawn", names, {"Sender": types}, order(own, answers),
            lambda kinds, acts, pays=pays, order=order, first=first: order(
                *pays[kinds[first], acts[first], acts[1 - first]]),
            priors={"Sender": weight} if seed % 3 else {order(k, "known"): w for k, w in weight.items()},
        )  # fmt: skip
        everything = list(all_talk(types, own, answers))
        right = [one for one in everything if talk_by_hand(types, own, answers, pays, weight, *one)]
        telling = any(len(set(replies.values())) > 1 for _, _, replies in right)
        assert gt.informative_talk(game, "Sender").contains({}) is telling, seed
        informative += telling
        for one in rng.sample(everything, min(8, len(everything))) + right[:2]:
            assert gt.talk_equilibrium(game, "Sender", *one).contains({}) is (one in right), (seed, one)
            held += one in right
    assert informative >= GAMES / 40 and held >= GAMES / 2


def test_what_has_no_talk_is_refused() -> None:
    three = gt.Game("Three", ("A", "B", "C"), ("x",), {("x", "x", "x"): (0, 0, 0)})
    with pytest.raises(gt.ConceptError, match="of two players; Three has 3"):
        gt.self_committing(three, "x", "A")
    with pytest.raises(gt.GameError, match="A cannot do 'shout' in Stag hunt"):
        gt.self_signalling(HUNT, "shout", "A")
    with pytest.raises(gt.GameError, match="no player 'C'"):
        gt.self_signalling(HUNT, "cooperate", "C")
    with pytest.raises(gt.ConceptError, match="in normal form, not of"):
        gt.self_committing("hunt", "cooperate", "A")  # type: ignore[arg-type]
    with pytest.raises(gt.ConceptError, match="in normal form or with types, not of 'hunt'"):
        gt.babbling("hunt")  # type: ignore[arg-type]
    with pytest.raises(gt.ConceptError, match="asked of a game with types"):
        gt.informative_talk(HUNT, "A")  # type: ignore[arg-type]
    with pytest.raises(gt.ConceptError, match="only the sender has types"):
        gt.informative_talk(trust(), "Russia")
    with pytest.raises(gt.GameError, match="the messages are 'yes'"):
        gt.talk_equilibrium(trust(), "China", "yes", "defect", "defect")  # type: ignore[arg-type]
    with pytest.raises(gt.GameError, match="China's situation 'opportunist'"):
        gt.talk_equilibrium(trust(), "China", {"trustworthy": "yes"}, "defect", "defect")
