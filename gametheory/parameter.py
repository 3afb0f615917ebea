"""Parameters: sympy symbols that know what they mean, where they lie and where that was taken from."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Any

import sympy
from sympy.core.relational import GreaterThan, LessThan, StrictGreaterThan, StrictLessThan

from gametheory.errors import AssumptionError, ParameterError, quoted
from gametheory.grammar import exact
from gametheory.rationals import as_fraction


class _Unchained:
    """A comparison of a parameter; asking for its truth value is the sign of a chained comparison."""

    __slots__ = ()

    @property
    def func(self) -> Any:
        """The plain relation: sympy looks up a relation's negation and mirror image by this class."""
        return type(self).__mro__[2]

    def __bool__(self) -> bool:
        raise AssumptionError(
            f'"{self}" has no truth value, so it cannot be chained or used in "if" or "and"; write '
            "gt.descending(T, R, P) for T > R > P, two relations for a < x < b, or & and | between relations."
        )


class _Above(_Unchained, StrictGreaterThan):  # type: ignore[misc]
    __slots__ = ()


class _AtLeast(_Unchained, GreaterThan):  # type: ignore[misc]
    __slots__ = ()


class _Below(_Unchained, StrictLessThan):  # type: ignore[misc]
    __slots__ = ()


class _AtMost(_Unchained, LessThan):  # type: ignore[misc]
    __slots__ = ()


def _compared(kind: type, left: Any, right: Any) -> Any:
    other = _operand(right)
    relation = kind.__mro__[2](left, other)  # let sympy settle what it can
    return relation if relation in (sympy.true, sympy.false) else kind(*relation.args, evaluate=False)


def _operand(value: Any) -> Any:
    """Return a side of a relation as a sympy expression; text is refused, because sympy would run it as code."""
    try:
        side = sympy.sympify(value, strict=True)
    except (sympy.SympifyError, ValueError, OverflowError):
        raise ParameterError(
            f"{quoted(value)} cannot stand in a relation; write a number or an expression, or read text with "
            "gt.exact(...)."
        ) from None
    if getattr(side, "is_Rational", False):
        as_fraction(side, "a side of a relation", ParameterError)
    return side


class Parameter(sympy.Symbol):  # type: ignore[misc]
    """A named real number of a model: a sympy symbol with a meaning, a unit, bounds and a source.

    Parameters
    ----------
    name : str
        A Python identifier; it is what tables and pictures show.
    meaning : str
        One phrase: "discount factor".
    unit : str
        "utility", "share", "USD bn".
    above, at_least : exact number, optional
        Lower bound, strict or not. At most one of the two.
    below, at_most : exact number, optional
        Upper bound, strict or not. At most one of the two.
    source : str
        Where the parameter or its bounds are taken from.

    Raises
    ------
    ParameterError
        For a name that is not an identifier, two bounds on one side, or bounds that leave nothing.
    ExactnessError
        For a bound that is a float.

    Notes
    -----
    Two parameters are equal if all of the above is equal. Two of one name that differ otherwise may not meet in one
    game, expression or set of premises.

    Examples
    --------
    >>> import gametheory as gt
    >>> delta = gt.Parameter("delta", meaning="discount factor", above=0, below=1)
    >>> [str(bound) for bound in delta.bounds]
    ['delta > 0', 'delta < 1']
    """

    __slots__ = ("_above", "_at_least", "_at_most", "_below", "_content", "bounds", "meaning", "source", "unit")

    meaning: str
    unit: str
    source: str
    bounds: tuple[Any, ...]
    """The bounds as relations, lower before upper."""
    _content: tuple[str, ...]

    def __new__(  # noqa: D102 - the class says it
        cls,
        name: str,
        *,
        meaning: str = "",
        unit: str = "",
        above: Any = None,
        below: Any = None,
        at_least: Any = None,
        at_most: Any = None,
        source: str = "",
    ) -> Parameter:
        if not isinstance(name, str) or not name.isidentifier():
            raise ParameterError(
                f"{quoted(name)} is not a name for a parameter; write letters, digits and underscores."
            )
        given = {"above": above, "at_least": at_least, "below": below, "at_most": at_most}
        bounds = {
            word: None if value is None else exact(value, what=f"{name}'s bound {word}")
            for word, value in given.items()
        }
        _check_bounds(name, bounds)
        parameter: Parameter = sympy.Symbol.__xnew__(cls, name, real=True)
        parameter.meaning, parameter.unit, parameter.source = meaning, unit, source
        for word, value in bounds.items():
            setattr(parameter, f"_{word}", value)
        # Text only: sympy orders symbols by comparing these. Made once, because sympy asks at every comparison.
        parameter._content = (name, *(str(value) for value in parameter._described().values()))
        parameter.bounds = tuple(
            kind(parameter, sympy.Rational(value.numerator, value.denominator))
            for (word, value), kind in zip(bounds.items(), (_Above, _AtLeast, _Below, _AtMost), strict=True)
            if value is not None
        )
        return parameter

    def _described(self) -> dict[str, Any]:
        words = ("above", "at_least", "below", "at_most")
        bounds = {word: getattr(self, f"_{word}") for word in words}
        return {"meaning": self.meaning, "unit": self.unit, "source": self.source, **bounds}

    def _hashable_content(self) -> tuple[Any, ...]:
        return self._content

    def __reduce_ex__(self, protocol: Any) -> Any:
        return _restored, (self.name, self._described())

    def __gt__(self, other: Any) -> Any:
        return _compared(_Above, self, other)

    def __ge__(self, other: Any) -> Any:
        return _compared(_AtLeast, self, other)

    def __lt__(self, other: Any) -> Any:
        return _compared(_Below, self, other)

    def __le__(self, other: Any) -> Any:
        return _compared(_AtMost, self, other)


def _restored(name: str, described: dict[str, Any]) -> Parameter:
    return Parameter(name, **described)


def _check_bounds(name: str, bounds: dict[str, Fraction | None]) -> None:
    above, at_least, below, at_most = (bounds[w] for w in ("above", "at_least", "below", "at_most"))
    if (above is not None and at_least is not None) or (below is not None and at_most is not None):
        raise ParameterError(f"{name} has two bounds on one side; give one of above and at_least, below and at_most.")
    low, high = (above if at_least is None else at_least), (below if at_most is None else at_most)
    if low is not None and high is not None:
        closed = at_least is not None and at_most is not None
        if low > high or (low == high and not closed):
            raise ParameterError(f"{name} has no value left between its bounds {low} and {high}; correct one of them.")


def parameters(names: str, **described: Any) -> tuple[Parameter, ...]:
    """Return parameters, one for each word, with one meaning, unit, bounds and source for all.

    Parameters
    ----------
    names : str
        Names separated by spaces or commas.
    **described
        As for :class:`Parameter`.

    Returns
    -------
    tuple of Parameter

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R, P, S = gt.parameters("T R P S", unit="utility")
    >>> T > 2 * R
    T > 2*R
    """
    if not isinstance(names, str):
        raise ParameterError(f"{quoted(names):.60} is no text; write names separated by spaces.")
    words = names.replace(",", " ").split()
    if not words:
        raise ParameterError('no names given; write for example gt.parameters("T R P S").')
    if len(set(words)) < len(words):
        raise ParameterError(f"{quoted(names)} names a parameter twice; give each name once.")
    return tuple(Parameter(word, **described) for word in words)


def equal(left: Any, right: Any) -> Any:
    """Return the relation left = right; Python's ``==`` compares the two symbols instead and is False.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R = gt.parameters("T R")
    >>> T == R, gt.equal(T, R)
    (False, Eq(T, R))
    """
    return sympy.Eq(_operand(left), _operand(right))


def descending(*expressions: Any) -> tuple[Any, ...]:
    """Return the relations of a chain: ``descending(T, R, P)`` is ``(T > R, R > P)``.

    Raises
    ------
    ParameterError
        For fewer than two expressions.
    """
    if len(expressions) < 2:
        raise ParameterError("a chain needs at least two expressions; write gt.descending(T, R, P, S).")
    return tuple(_operand(left) > _operand(right) for left, right in pairwise(expressions))


def gather(expressions: Iterable[Any], where: str) -> tuple[Parameter, ...]:
    """Return the parameters of some expressions, sorted by name.

    Raises
    ------
    ParameterError
        For a symbol that is not a Parameter, or two parameters of one name.
    """
    found: dict[str, Parameter] = {}
    symbols = {symbol for expression in expressions for symbol in getattr(expression, "free_symbols", ())}
    for symbol in sorted(symbols, key=_place):
        if not isinstance(symbol, Parameter):
            raise ParameterError(
                f'{where} has the unknown symbol {symbol}; declare it with {symbol}, = gt.parameters("{symbol}").'
            )
        if symbol.name in found:
            raise ParameterError(
                f"{where} has two different parameters named {symbol.name} "
                f"({_difference(found[symbol.name], symbol)}); rename one of them."
            )
        found[symbol.name] = symbol
    return tuple(found.values())


def _place(symbol: Any) -> tuple[str, str]:
    """Say where a symbol stands among others, by text alone: the same in every run."""
    return symbol.name if isinstance(symbol, sympy.Symbol) else str(symbol), str(symbol._hashable_content())


def _difference(left: Parameter, right: Parameter) -> str:
    """Say in which respects two parameters of one name differ."""
    mine, theirs = left._described(), right._described()
    return ", ".join(
        f"{word.strip('_')} {mine[word]!s:.40} and {theirs[word]!s:.40}" for word in mine if mine[word] != theirs[word]
    )
