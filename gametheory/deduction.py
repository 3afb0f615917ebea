"""Questions put to the solver under premises, with what the answer rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gametheory.errors import Undecided
from gametheory.formulas.condition import Condition
from gametheory.formulas.formula import Formula, conjunction, negate
from gametheory.formulas.shrink import shrink
from gametheory.formulas.solver import DEFAULT, Limit, check
from gametheory.point import Point, make_point
from gametheory.premise import Premises


@dataclass(frozen=True)
class Finding:
    """Whether something is possible under premises.

    Parameters
    ----------
    status : {"possible", "impossible", "open"}
        "possible" comes with a point that was checked exactly, "open" with the reason.
    values : mapping of str to Fraction, or None
        The point as the solver gave it.
    reason : str
        What was tried, if it is open.
    """

    status: str
    values: Mapping[str, Any] | None = None
    reason: str = ""


STATUS = {"sat": "possible", "unsat": "impossible", "unknown": "open"}


def search(premises: Premises, formula: Formula, limit: Limit = DEFAULT) -> Finding:
    """Look for a point of the formula that satisfies the premises."""
    answer = check((*premises.formulas, formula), limit)
    return Finding(STATUS[answer.status], answer.values, answer.reason)


def small_point(premises: Premises, formula: Formula, values: Mapping[str, Any], symbols: Mapping[str, Any]) -> Point:
    """Return a point with small numbers that satisfies the premises and the formula, starting from one that does."""
    bounded = {parameter.name for parameter in symbols.values() if parameter.bounds}
    everything = conjunction((*premises.formulas, formula))
    start = dict.fromkeys(symbols, 0) | dict(values)
    return make_point(shrink(everything, start, [name for name in symbols if name not in bounded]), symbols)


def discharge(
    premises: Premises, condition: Condition, symbols: Mapping[str, Any], limit: Limit = DEFAULT
) -> tuple[Formula, ...]:
    """Make sure that a condition may be read wherever the premises hold.

    Returns
    -------
    tuple of Formula
        What was shown to be impossible under the premises, one formula an obligation.

    Raises
    ------
    UndefinedPayoffError
        Or the error of the obligation, at a point where it fails.
    Undecided
        If that was not settled.
    """
    refuted = []
    for owed in condition.obligations:
        failure = negate(owed.formula)
        finding = search(premises, failure, limit)
        if finding.status == "open":
            raise Undecided(f"whether {owed.complaint} somewhere was not settled ({finding.reason}); {owed.remedy}.")
        if finding.values is not None:
            point = small_point(premises, failure, finding.values, symbols)
            raise owed.error(f"{owed.complaint} at {point}; {owed.remedy}.").at(point)
        refuted.append(failure)
    return tuple(refuted)
