"""Small inputs that once broke something: each is refused by an error of the package, or gives a result that prints."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy
import sympy

import gametheory as gt
from tests.fuzz.hostile import Bad

x, y = gt.parameters("x y")
d = gt.Parameter("d", above=0, below=1)
HUGE = 10**5000
"""Python refuses to write a whole number of more than 4300 digits, also into the message of an error."""

PAIR, WORDS, HERE = ("Ann", "Bob"), ("stay", "go"), ("stay", "stay")
CELLS = {(a, b): (x, y) for a in WORDS for b in WORDS}


def two(**changed: Any) -> gt.Game:
    return gt.Game(**{"name": "Two", "players": PAIR, "actions": WORDS, "payoffs": CELLS, **changed})


def claim(**changed: Any) -> gt.Claim:
    words = dict.fromkeys(
        ("id", "paper", "locator", "paraphrase", "attributed_to", "strength", "kind", "refuted_by"), "w"
    )
    return gt.Claim(**{**words, "readings": (), "data": "w", **changed})


def linked(**changed: Any) -> gt.NetworkGame:
    return gt.NetworkGame(**{"name": "Five", "players": PAIR, "payoffs": lambda links: (0, 0), **changed})


def together(**changed: Any) -> gt.CoalitionGame:
    return gt.CoalitionGame(**{"name": "Four", "players": PAIR, "value": len, **changed})


def tree(**changed: Any) -> gt.Tree:
    return gt.Tree(**{"name": "Three", "players": PAIR, "root": gt.End((0, 0), outcome="peace"), **changed})


def frame(columns: dict[Any, Any], **named: Any) -> Any:
    import pandas

    return gt.interop.from_frame(pandas.DataFrame(columns), **named)


def frame_with_attrs(**attrs: Any) -> Any:
    import pandas

    given = pandas.DataFrame({"Ann": ["a"], "payoff Ann": [1]})
    given.attrs.update(attrs)
    return gt.interop.from_frame(given)


REFUSED: dict[str, Callable[[], Any]] = {
    # Numbers that are too long to print, or even to write out.
    "a decimal of a large exponent": lambda: gt.exact(Decimal("1e999999999")),
    "a decimal of a large negative exponent": lambda: gt.exact(Decimal("-1e-999999999")),
    "a whole number of many digits": lambda: gt.exact(HUGE),
    "a sympy number of many digits": lambda: gt.exact(sympy.Integer(HUGE)),
    "a quotient of many digits": lambda: gt.exact(Fraction(1, HUGE)),
    "a multiple of a root, with many digits": lambda: gt.exact(HUGE * sympy.sqrt(2)),
    "bounds of many digits": lambda: gt.Parameter("x", above=HUGE, below=-HUGE),
    "a payoff of many digits": lambda: two(payoffs={**CELLS, HERE: (HUGE, 0)}),
    "a coefficient of many digits": lambda: two(payoffs={**CELLS, HERE: (x + sympy.Integer(HUGE) * y, 0)}),
    "a coordinate of many digits": lambda: gt.when(x > 0, assuming=x < 1).contains({x: HUGE}),
    "a side of many digits": lambda: x > HUGE,
    "a premise with a number of many digits": lambda: gt.Premise(HUGE * x > 0),
    "a premise that is a number of many digits": lambda: gt.premises(HUGE),
    "a name that is a number of many digits": lambda: two(players=("Ann", HUGE)),
    "an outcome that is a number of many digits": lambda: two().profiles_of(HUGE),
    "a coefficient that grows past printing": lambda: gt.when((10**900 * x + y) ** 6 > 1).witness(),
    "a range of many digits": lambda: gt.share(x > 0, {x: (HUGE, 0)}),
    "links of many digits": lambda: linked(links=HUGE),
    "payoffs of a network of many digits": lambda: linked(payoffs=lambda links: HUGE),
    "probabilities of many digits": lambda: gt.SignallingGame(
        "Seven",
        ["a"],
        WORDS,
        WORDS,
        lambda *play: (0, 0),
        prior=HUGE,  # type: ignore[arg-type]
    ),
    "a parameter that is a number of many digits": lambda: gt.when(x > y).solve_for(HUGE),
    "to eliminate a number of many digits": lambda: gt.when(x > y).eliminate(HUGE),
    "a game that is a number of many digits": lambda: gt.interop.to_frame(HUGE),  # type: ignore[arg-type]
    "text of a file that is a number": lambda: gt.interop.read_nfg(HUGE),  # type: ignore[arg-type]
    "players of an .nfg that are numbers": lambda: gt.interop.read_nfg(
        'NFG 1 R "A" { "a" "b" } { { "x" "x" } { "y" } } 1 1 1 1', players=[HUGE, "b"]
    ),
    "so many messages": lambda: gt.crawford_sobel(Fraction(1, 10**60), 10**20),
    "as many messages as there can be": lambda: gt.crawford_sobel(Fraction(1, 10**60)).cutoffs,
    # What sympy lets stand among relations.
    "a tuple in an implication": lambda: gt.when(sympy.Implies(x > 0, sympy.Tuple(x > 0, y > 0))),
    "a tuple in an exclusive or": lambda: gt.when(sympy.Xor(x > 0, sympy.Tuple(x > 0, y > 0))),
    "a tuple in a premise": lambda: gt.premises(sympy.Equivalent(x > 0, sympy.Tuple(y > 0))).required(),
    # Cases multiply.
    "a product of many absolute values": lambda: gt.when(sympy.prod(abs(x + n) for n in range(12)) > 1),
    # Names that are no text.
    "a game called by a tuple": lambda: two(name=("Two",)),
    "a tree called by a number": lambda: tree(name=Decimal(3)),
    "a coalitional game called by a number": lambda: together(name=3),
    "a network game called by a number": lambda: linked(name=sympy.I),
    "a claim called by an array": lambda: claim(id=numpy.array([1, 2])),
    "readings that are none": lambda: claim(readings=numpy.array([1, 2])),
    "a reading called by an array": lambda: gt.tension([gt.Reading(numpy.array(["1"]), x > 0), y > 0]),  # type: ignore[arg-type]
    "unstated premises that are text": lambda: gt.Reading("1", x > 0, unstated="y > 0"),
    "unstated premises that are a number": lambda: gt.Reading("1", x > 0, unstated=3),  # type: ignore[arg-type]
    "parameters that are a number": lambda: gt.parameters(3),  # type: ignore[arg-type]
    "parameters of text that are text": lambda: gt.exact("x", "x"),
    "a player that is an array": lambda: two(players=("Ann", numpy.array([1, 2]))),
    "an action that is an array": lambda: gt.dominates(two(), "Ann", numpy.array([1, 2]), "go"),  # type: ignore[arg-type]
    "an outcome that is an array": lambda: gt.only(gt.nash, two(), numpy.array([1, 2])),
    "whose payoff: an array": lambda: two().payoff(numpy.array([1, 2]), HERE),  # type: ignore[arg-type]
    # Arguments of another kind, where Python's own error would not say what to write.
    "links that are a number": lambda: linked(links=Fraction(1, 2)),
    "links that are an array without length": lambda: linked(links=numpy.array(1)),
    "payoffs of a network that are a number": lambda: linked(payoffs=1j),
    "outcomes that are a number": lambda: two(outcomes=1j),
    "an outcome that has a number for profiles": lambda: two(outcomes={"peace": 3}),
    "a point that is a number": lambda: gt.when(x > 0).contains(3),  # type: ignore[arg-type]
    "a game at an array": lambda: two().at(numpy.array([1, 2])),  # type: ignore[arg-type]
    "a box that is a number": lambda: gt.share(x > 0, 3),  # type: ignore[arg-type]
    "a range that is a number": lambda: gt.share(x > 0, {x: 3}),
    "ranges that are numbers": lambda: gt.share(x > 0, {x: [0, 1]}),
    "a joint coalition that is a number": lambda: gt.subgame_perfect(tree(), "peace", joint=[3]),  # type: ignore[list-item]
    "joint coalitions that are a number": lambda: gt.subgame_perfect(tree(), "peace", joint=3),  # type: ignore[arg-type]
    "to judge text": lambda: gt.judge("x > 0"),  # type: ignore[arg-type]
    "to partition by numbers": lambda: gt.partition({"a": 3}),
    "perfection that is an array": lambda: gt.tit_for_tat(gt.RepeatedGame(two(), d), HERE, numpy.array([1, 2])),  # type: ignore[arg-type]
    "numbers of actions that are a decimal": lambda: gt.testing.games(2, Decimal(2)),
    "numbers of players of many digits": lambda: gt.testing.games(HUGE, (2, 2)),
    "a denominator that is a mapping": lambda: gt.testing.params(two(), max_denominator={}),  # type: ignore[arg-type]
    "something that fails": lambda: gt.exact(Bad()),
    "an .nfg called by a number": lambda: gt.interop.read_nfg('NFG 1 R "A" { "a" } { 1 } 1', name=HUGE),  # type: ignore[arg-type]
    "the effect on a number of many digits": lambda: gt.comparative_static(sympy.Integer(HUGE), x),
    "a player's column that has no text for a name": lambda: frame({4: ["a"], "payoff 4": [1]}),
    # What says that it can be gone through, and cannot.
    "actions that are one number of numpy": lambda: two(actions=(WORDS, numpy.float64(1))),
    "actions that are an array without dimensions": lambda: two(actions=numpy.array("stay")),
    "players that are a set": lambda: two(players={"Ann", "Bob"}),
    "payoffs at a profile that are an array without dimensions": lambda: two(
        payoffs=dict.fromkeys(CELLS, numpy.array(1))
    ),
    "payoffs at a profile that are a set": lambda: two(payoffs={here: {1, 2} for here in CELLS}),
    "an outcome that is an array without dimensions": lambda: two(outcomes={"peace": numpy.array(1)}),
    "a link that is an array without dimensions": lambda: linked(links=[numpy.array(1)]),
    "payoffs of a network that are an array without dimensions": lambda: linked(payoffs=lambda links: numpy.array(1)),
    "a network that is an array without dimensions": lambda: linked().network(numpy.array(1)),
    "a structure that is an array without dimensions": lambda: together().structure(numpy.array(1)),
    "payoffs of an end that are an array without dimensions": lambda: gt.End(numpy.array(1)),  # type: ignore[arg-type]
    "points of the package itself": lambda: gt.testing.params(gt),
    "a false alarm of a chance below zero": lambda: gt.noisy_grim_trigger(
        gt.RepeatedGame(two(), discount=Fraction(1, 2)), HERE, false_alarm=-1, detection=1, punishment=("go", "go")
    ),
    "a range that is an array without dimensions": lambda: gt.share(x > 0, {x: numpy.array(1)}),
    "ranges that hold an array without dimensions": lambda: gt.share(x > 0, {x: [numpy.array(1)]}),
    "a punishment of very many periods": lambda: gt.limited_punishment(gt.RepeatedGame(two(), d), HERE, periods=10**30),
    "a symmetric game of numbers of actions that are mappings": lambda: gt.testing.games(2, ({}, {}), symmetric=True),
    "a concept that is a number of many digits": lambda: gt.only(sympy.Integer(HUGE), two(), HERE),
    "a concept that says nothing of its arguments": lambda: gt.only(dict, two(), HERE),
    "a challenge that is a number": lambda: gt.Reading("w", x > 0, challenge=HUGE),  # type: ignore[arg-type]
    "a first offer by an array": lambda: gt.rubinstein(d, d, first=numpy.array(["A", "B"])),  # type: ignore[arg-type]
    "an .efg of payoffs of many digits": lambda: gt.interop.write_efg(
        tree(root=gt.End((x**50, 0))).at(x=Fraction(1, 10**900))
    ),
    "a frame called by a number": lambda: frame({"Ann": ["a"], "payoff Ann": [1]}, name=3),
}
"""Each raises an error of the package."""

PRINTED: dict[str, Callable[[], Any]] = {
    "the effect on a sine of many digits": lambda: gt.comparative_static(sympy.sin(x * HUGE), x),
    "a frame that calls itself by an array": lambda: frame_with_attrs(name=numpy.array([1, 2])),
    "an end with a payoff of many digits": lambda: gt.End((HUGE, Fraction(1, HUGE))),
    "a bias by cases": lambda: gt.crawford_sobel(sympy.Piecewise((x**2, x > 0), (1, True)), 2).possible,
    "coefficients that are slow to factor": lambda: gt.when(
        10**900 * x**2 + 10**899 * x * y + (10**900 + 7) * y**2 > 1
    ),
}
"""Each gives a result that prints within the time of a case."""
