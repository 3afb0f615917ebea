"""Input nobody should give: text that looks like code, numbers past every limit, names that are none."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import numpy
import sympy

import gametheory as gt

TRACE = Path(gettempdir()) / f"gametheory-fuzz-trace-{os.getpid()}"
"""A file that exists only if text was run as code; each process has its own."""

CODE = (
    f"__import__('os').system('touch {TRACE}')", f"open('{TRACE}', 'w')", f"[p for p in [open('{TRACE}', 'w')]]",
    f"exec(\"open('{TRACE}', 'w')\")", "x.__class__", "().__class__.__mro__[1].__subclasses__()", "lambda: 0",
    "lambda p: p", "Symbol('x')", "exp", "exp(1)", "sqrt(2)", "oo", "zoo", "nan", "pi", "E", "I", "S", "N", "Q",
    "f'{p}'", "p if q else 1", "p; q", "p = 1", "p[0]", "p.name", "{p}", "{0}", "%s", "%(p)s", "$p$", "globals()",
)  # fmt: skip

MONSTERS = (
    "9**9**9", "9**9**9**9", "9" * 10**6, "1." + "0" * 10**6, "0." + "0" * 999 + "1", "10**100**100", "2**-10000",
    "(10**100)**100", "p**10**9", "(p+q)**100", "((p+1)**100)**100", "(p+q+1)**40*(p-q)**40", "1e999999999", "1e5",
    "(" * 3000 + "p" + ")" * 3000, "(" * 45 + "p" + ")" * 45, "-" * 1900 + "1", "+-" * 900 + "p", "p" * 5000,
    "p**-1" * 40, "1/" * 900 + "3", "p/" * 500 + "q", "*".join("(p+q)" for _ in range(300)), "2**" * 40 + "1",
    "*".join("(1+1/p)" for _ in range(60)), "+".join(f"1/(p+{n})" for n in range(60)), "(1/p)**100", "0**0", "0**-1",
)  # fmt: skip

ODDITIES = (
    "", " ", "\t", "\n", "\0", "1\0", "\0p", "p\0", "p\n", "1\n+1", "\r\n", "\x1b[31m", "\u202e1", "\u200b", "p\u200b",
    "\ufeff1", "\ud800", "p\udc80", "\U0010ffff", "\N{DIVISION SIGN}", "1\N{FRACTION SLASH}2", "½", "²", "p²", "٣",
    "\uff11", "\uff50", "\uff08\uff11\uff09", "\N{MINUS SIGN}1", "\N{CYRILLIC SMALL LETTER ER}", "\N{KELVIN SIGN}",
    "ﬁ", "e\u0301", "∞", "1_000", "0x10", "0b1", "1j", "1e", ".", "..", "1..2", "1.2.3", "/", "//", "1//2", "1/0",
    "p/p", "p/(p-p)", "(p-p)**0", "p<q", "p>q>r", "p==q", "p&q", "~p", "not p", "p@q", "p^2", "2p", "p q", "(", ")",
    "()", "(p", "p)", "p,q", "p+", "*p", "**", "--p", "+", "'", '"', "`p`", "#p", "p#", "\\", "\\frac{1}{2}",
)  # fmt: skip

NAMES = (
    "p", "q", "r", "China", "Russia", "", " ", "\n", "a\nb", "\t", "\0", "a\0b", "<b>x</b>",
    "<script>alert(1)</script>",
    "&amp;", "$x_1$", "\\textbf{x}", "%", "{}", "{p}", "%s", "[red]x[/red]", "[/]", '"', "\\", '\\"', "'", "#",
    "lambda",
    "None", "True", "False", "class", "import", "exp", "Symbol", "pi", "E", "oo", "nan", "Max", "self", "name", "point",
    "x" * 3000, "\ud800", "a\udc80", "\u202eabc", "e\u0301", "é", "\uff50", "ﬁ", "fi", "\N{CYRILLIC SMALL LETTER ER}",
    "_", "__class__", "__import__", "p'", "p_raised", "payoff p", "1", "0", "x.y", "a,b", "a b", "-1", "--help", "中国",
)  # fmt: skip

NUMBERS: tuple[Callable[[], Any], ...] = (
    *(lambda n=n: n for n in (0, 1, -1, 2, 3, 10, -7)),
    *(lambda n=n: Fraction(*n) for n in ((1, 2), (-1, 3), (10**50, 7), (1, 10**60))),
    lambda: 10**30, lambda: 10**400, lambda: 10**5000, lambda: -(10**20000), lambda: Fraction(1, 10**5000),
    lambda: 10**300000, lambda: 0.1, lambda: 1e308, lambda: float("nan"), lambda: float("inf"), lambda: -float("inf"),
    lambda: -0.0, lambda: 1j, lambda: True, lambda: False, lambda: None, lambda: "1/2", lambda: "0.1", lambda: b"1",
    lambda: Decimal("0.1"), lambda: Decimal("NaN"), lambda: Decimal("sNaN"), lambda: Decimal("-Infinity"),
    lambda: Decimal("1e999999"), lambda: Decimal("1e-999999"), lambda: Decimal("1e999999999"),
    lambda: Decimal("-1e-999999999"), lambda: numpy.int64(3), lambda: numpy.uint8(255), lambda: numpy.float64(0.1),
    lambda: numpy.bool_(True), lambda: numpy.array(1), lambda: numpy.array([1, 2]), lambda: numpy.nan,
    lambda: numpy.array(["1"], dtype=object), lambda: sympy.Rational(1, 3), lambda: sympy.Integer(2),
    lambda: sympy.Float("0.1"), lambda: sympy.pi, lambda: sympy.sqrt(2), lambda: sympy.I, lambda: sympy.oo,
    lambda: sympy.zoo, lambda: sympy.nan, lambda: sympy.S.Half, lambda: sympy.Integer(10) ** 5000, lambda: sympy.E,
    lambda: sympy.Symbol("s"), lambda: sympy.Dummy("p"), lambda: sympy.Function("f"), lambda: sympy.true,
    lambda: sympy.Matrix([1]), lambda: sympy.Interval(0, 1), lambda: sympy.sqrt(2) * sympy.sqrt(2),
    lambda: sympy.cos(0),
    lambda: object(), lambda: [], lambda: (), lambda: {}, lambda: {1}, lambda: [1], lambda: (1, 2), lambda: {"p": 1},
    lambda: range(2), lambda: iter(()), lambda: int, lambda: len, lambda: Ellipsis, lambda: gt, lambda: Bad(),
)  # fmt: skip
"""Makers, because some of the numbers take a second to write down."""

SMALL = tuple(Fraction(n, d) for n in range(-3, 4) for d in (1, 2, 3))


class Bad:
    """Something whose every method fails, as objects of other libraries may."""

    def __index__(self) -> int:
        raise TypeError("no number")

    def __str__(self) -> str:
        return "bad"


def text(rng: random.Random) -> str:
    """Return text for a payoff: hostile, or arithmetic that was damaged in one place."""
    kind = rng.random()
    if kind < 0.45:
        return rng.choice((CODE, MONSTERS, ODDITIES)[rng.randrange(3)])
    whole = arithmetic(rng, rng.randint(0, 4))
    if kind < 0.6:
        return whole
    place = rng.randrange(len(whole) + 1)
    inserted = rng.choice((*ODDITIES, *CODE, "(", ")", "**", "9", "p", "/0", "\0"))
    return whole[:place] + inserted + whole[place + rng.randint(0, 2) :]


def arithmetic(rng: random.Random, depth: int) -> str:
    if depth == 0:
        return rng.choice(("p", "q", "r", "1", "2", "0", "1/3", "0.5", ".5", "7."))
    left, right = arithmetic(rng, depth - 1), arithmetic(rng, rng.randrange(depth))
    sign = rng.choice((" + ", "-", "*", "/", "**"))
    return f"({left}){sign}{rng.choice(('2', '3', '-1', '0')) if sign == '**' else f'({right})'}"


def number(rng: random.Random) -> Any:
    """Return something where a number is wanted."""
    return rng.choice(SMALL) if rng.random() < 0.4 else rng.choice(NUMBERS)()


def name(rng: random.Random) -> Any:
    return rng.choice(NAMES) if rng.random() < 0.97 else rng.choice(NUMBERS)()


def names(rng: random.Random, count: int, *, hostile: float = 0.3) -> list[Any]:
    """Return names for players or actions: usually distinct and plain, sometimes not."""
    if rng.random() < hostile:
        return [name(rng) for _ in range(count)]
    return rng.sample(["p", "q", "China", "Russia", "ally", "wait", "a\nb", "<b>x</b>", "lambda", "é", "exp"], count)


def parameter(rng: random.Random) -> Any:
    """Return a parameter, bounded or not, of a name that others share."""
    bounds = rng.choice(
        ({}, {}, {"above": 0}, {"at_least": 0, "at_most": 1}, {"above": 0, "below": 1}, {"below": Fraction(1, 3)})
    )
    return gt.Parameter(rng.choice(("p", "q", "r", "lambda", "exp", "é", "_")), **bounds)


def declared(rng: random.Random) -> tuple[Any, ...]:
    """Return a few parameters, of different names."""
    return tuple({own.name: own for own in (parameter(rng) for _ in range(rng.randint(1, 3)))}.values())


def expression(rng: random.Random, known: Sequence[Any], depth: int = 3) -> Any:
    """Return a sympy expression, rational or not; building it is sympy's business and may fail there."""
    if depth == 0 or rng.random() < 0.25:
        return rng.choice((*known, *known, rng.choice(SMALL), 0, 1, 2))
    one, two = (_sympified(expression(rng, known, depth - 1)) for _ in range(2))
    kinds: tuple[Callable[[], Any], ...] = (
        lambda: one + two, lambda: one - two, lambda: one * two, lambda: one + 1, lambda: 2 * one, lambda: one - 1,
        lambda: one + two, lambda: one * two, lambda: one / two, lambda: one ** rng.choice((2, 3, -1, 0)),
    )  # fmt: skip
    rare: tuple[Callable[[], Any], ...] = (
        lambda: abs(one), lambda: sympy.Max(one, two), lambda: sympy.Min(one, two, 0),
        lambda: sympy.Piecewise((one, known[0] > 0), (two, True)), lambda: sympy.Piecewise((one, known[0] > 0)),
        lambda: one ** sympy.S.Half, lambda: sympy.exp(one), lambda: sympy.log(one), lambda: one**two,
        lambda: known[0] ** rng.choice((40, 101, 10**6)), lambda: sympy.floor(one), lambda: sympy.sign(one),
        lambda: sympy.Integer(10) ** rng.choice((900, 5000)) * known[0], lambda: one + sympy.Symbol("p"),
        lambda: one + sympy.Float(0.1), lambda: one * sympy.I, lambda: one + sympy.oo, lambda: sympy.Heaviside(one),
        lambda: sympy.Function("f")(one), lambda: sympy.Integral(one, known[0]), lambda: sympy.Derivative(one,
        known[0]),
        lambda: sympy.Sum(one, (known[0], 0, 3)), lambda: one % 2, lambda: sympy.sin(one), lambda: sympy.nan * one,
        lambda: sympy.UnevaluatedExpr(one), lambda: sympy.Mul(one, two, evaluate=False), lambda: sympy.conjugate(one),
    )  # fmt: skip
    return rng.choice(kinds if rng.random() < 0.85 else rare)()


def _sympified(value: Any) -> Any:
    return sympy.Rational(value.numerator, value.denominator) if isinstance(value, Fraction) else value


def built(rng: random.Random, known: Sequence[Any], depth: int = 3) -> Any:
    """Return an expression, or one of its parameters where sympy cannot build it."""
    try:
        return expression(rng, known, depth)
    except (TypeError, ValueError, ZeroDivisionError, NotImplementedError, AttributeError, RecursionError):
        return known[0]


def payoff(rng: random.Random, known: Sequence[Any], *, hostile: float = 0.15) -> Any:
    kind = rng.random()
    if kind < hostile:
        return text(rng) if rng.random() < 0.4 else number(rng)
    if kind < 0.5:
        return rng.choice(SMALL)
    return built(rng, known, 2)


def relation(rng: random.Random, known: Sequence[Any], *, hostile: float = 0.15) -> Any:
    """Return a relation, a Boolean of them, or something that is none."""
    if rng.random() < hostile:
        return rng.choice((True, False, sympy.true, sympy.false, text(rng), number(rng), known[0], known[:1]))
    left = built(rng, known, 2)
    right = built(rng, known, 1)
    kinds: tuple[Callable[[], Any], ...] = (
        lambda: left > right, lambda: left >= right, lambda: left < right, lambda: left <= right,
        lambda: gt.equal(left, right), lambda: sympy.Ne(left, right), lambda: left > rng.choice(SMALL),
        lambda: gt.descending(left, right, known[0]),
    )  # fmt: skip
    try:
        made = rng.choice(kinds)()
        if rng.random() < 0.2:
            other = relation(rng, known, hostile=0)
            word = rng.choice((sympy.And, sympy.Or, sympy.Xor, sympy.Implies, sympy.Equivalent))
            made = sympy.Not(made) if rng.random() < 0.2 else word(made, other)
        return made
    except (TypeError, ValueError, AttributeError, NotImplementedError, gt.GameTheoryError):
        return known[0] > 0


def assumptions(rng: random.Random, known: Sequence[Any]) -> Any:
    kind = rng.random()
    if kind < 0.5:
        return ()
    if kind < 0.97:
        return tuple(relation(rng, known, hostile=0.05) for _ in range(rng.randint(1, 2)))
    return rng.choice((number(rng), name(rng), known))


def point(rng: random.Random, known: Sequence[Any]) -> Any:
    """Return a point: mostly complete, with odd keys and values among the rest."""
    values: dict[Any, Any] = {}
    for own in known:
        if rng.random() < 0.93:
            values[own if rng.random() < 0.7 else own.name] = rng.choice(SMALL) if rng.random() < 0.9 else number(rng)
    if rng.random() < 0.1:
        key = rng.choice((rng.choice(NAMES), 3, None, sympy.Symbol("p"), parameter(rng), (1,), gt.nash))
        values[key] = number(rng)
    return values
